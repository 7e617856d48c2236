import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** The owner's own words, and how they greet and close; of what they wrote only keys of its lines. Days decided before know neither. */
export const words: Migration = {
  id: '019-words',
  touches: ['day_plan'],
  async up(tx, dialect) {
    await runDdl(tx, dialect, [
      `create table wording (
        network_id {text} not null references network(id), id {text} not null, rev {integer} not null,
        use {text} not null, style {text}, near {text}, language {text}, text {text} not null,
        primary key (network_id, id)){end}`,
      `create table writing (
        network_id {text} not null references network(id), id {text} not null, rev {integer} not null,
        person_id {text} not null, date {text} not null, style {text} not null, near {text} not null,
        language {text} not null, greeting {text}, sign_off {text}, lines {text} not null,
        primary key (network_id, id)){end}`,
      'create index writing_person on writing (network_id, person_id)',
      'create index writing_date on writing (network_id, date)',
      'delete from day_plan',
    ]);
  },
};
