import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** Beginnings of names are taken out by the words they begin: an index by person of the largest table cost more than it gave. */
export const prefixes: Migration = {
  id: '006-prefixes',
  async up(tx, dialect) {
    await runDdl(tx, dialect, ['drop index name_prefix_person']);
  },
};
