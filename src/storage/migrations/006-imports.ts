import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/**
 * Beginnings of names are taken out by the words they begin: an index by person of the largest table cost more than it gave.
 * An import keeps who may be the same as whom: to find it out again at each look took as long as a part of the import.
 */
export const imports: Migration = {
  id: '006-imports',
  async up(tx, dialect) {
    await runDdl(tx, dialect, ['drop index name_prefix_person', 'alter table import_run add column doubles {text}']);
  },
};
