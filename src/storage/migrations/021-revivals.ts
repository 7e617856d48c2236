import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** Ties that were woken, and how it was; whom each week proposed to wake; what happened to where somebody works. */
export const revivals: Migration = {
  id: '021-revivals',
  async up(tx, dialect) {
    await runDdl(tx, dialect, [
      `create table revival (
        network_id {text} not null references network(id), id {text} not null, rev {integer} not null,
        person_id {text} not null, rating {text} not null, date {text} not null,
        primary key (network_id, id)){end}`,
      'create index revival_person on revival (network_id, person_id)',
      `create table dormant_week (
        network_id {text} not null references network(id), week {text} not null, person_id {text} not null,
        primary key (network_id, week)){end}`,
      'alter table moment add column organisation {text}',
    ]);
  },
};
