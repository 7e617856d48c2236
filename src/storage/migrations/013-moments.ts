import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** What happened in people's lives. */
export const moments: Migration = {
  id: '013-moments',
  async up(tx, dialect) {
    await runDdl(tx, dialect, [
      `create table moment (
        network_id {text} not null references network(id), id {text} not null, rev {integer} not null,
        person_id {text} not null, kind {text} not null, text {text} not null, date {text} not null,
        noticed_on {text} not null, was {text}, source {text},
        primary key (network_id, id)){end}`,
      'create index moment_person on moment (network_id, person_id)',
      'create index moment_noticed on moment (network_id, noticed_on)',
    ]);
  },
};
