import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** The ledger: what was given, received, asked for and thanked for. */
export const exchanges: Migration = {
  id: '014-exchanges',
  async up(tx, dialect) {
    await runDdl(tx, dialect, [
      `create table exchange (
        network_id {text} not null references network(id), id {text} not null, rev {integer} not null,
        person_id {text} not null, kind {text} not null, text {text} not null, date {text} not null,
        primary key (network_id, id)){end}`,
      'create index exchange_person on exchange (network_id, person_id)',
    ]);
  },
};
