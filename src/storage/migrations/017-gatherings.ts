import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** Conferences, mixers and dinners, and who is there: people who are known, and names of those who are not. */
export const gatherings: Migration = {
  id: '017-gatherings',
  async up(tx, dialect) {
    await runDdl(tx, dialect, [
      `create table gathering (
        network_id {text} not null references network(id), id {text} not null, rev {integer} not null,
        kind {text} not null, name {text} not null, place {text}, since {text} not null, until {text} not null,
        at {text}, rule {text}, note {text} not null, primary key (network_id, id)){end}`,
      `create table gathering_person (
        network_id {text} not null references network(id), id {text} not null, rev {integer} not null,
        gathering_id {text} not null, date {text} not null, person_id {text}, name {text} not null, organisation {text},
        part {text} not null, wanted {integer} not null, stranger {integer} not null, say {text} not null,
        said {text} not null, touch_id {text}, primary key (network_id, id)){end}`,
      'create index gathering_person_gathering on gathering_person (network_id, gathering_id, date)',
      'create index gathering_person_person on gathering_person (network_id, person_id)',
    ]);
  },
};
