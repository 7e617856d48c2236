import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** Lists by date are read from an index to the end of a page: people of one day, or of none, stand in the order of their ids. */
export const scale: Migration = {
  id: '005-scale',
  async up(tx, dialect) {
    await runDdl(tx, dialect, STATEMENTS);
  },
};

const STATEMENTS = [
  'drop index person_state_last',
  'create index person_state_last on person_state (network_id, active, last_contact, person_id)',
  'drop index person_state_next',
  'create index person_state_next on person_state (network_id, active, next_touch, person_id)',
];
