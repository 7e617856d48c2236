import { sql } from 'kysely';
import type { Migration } from '../../../src/storage/dialects/dialect.ts';
import { migrations } from '../../../src/storage/migrations/index.ts';

/** The schema that this code writes: what the data of a migration's rounds is made in. */
export const PRESENT: readonly Migration[] = migrations;

/**
 * The present schema, and after it one of a time to come that rebuilds a large table: copied, dropped and renamed, which is
 * what a change of a column takes on SQLite, and the longest moment a kill can fall into.
 */
export const NEWEST: readonly Migration[] = [
  ...PRESENT,
  {
    id: '999-rebuild-changes',
    async up(tx, dialect) {
      await tx.schema
        .createTable('rebuilt')
        .addColumn('network_id', dialect.types.text, (column) => column.notNull())
        .addColumn('seq', dialect.types.integer, (column) => column.notNull())
        .addColumn('step_id', dialect.types.text, (column) => column.notNull())
        .addColumn('entity', dialect.types.text, (column) => column.notNull())
        .addColumn('entity_id', dialect.types.text, (column) => column.notNull())
        .addColumn('person_id', dialect.types.text)
        .addColumn('op', dialect.types.text, (column) => column.notNull())
        .addColumn('before', dialect.types.text)
        .addColumn('after', dialect.types.text)
        .addColumn('note', dialect.types.text)
        .addPrimaryKeyConstraint('rebuilt_key', ['network_id', 'seq'])
        .modifyEnd(dialect.tableEnd)
        .execute();
      await sql`insert into rebuilt (network_id, seq, step_id, entity, entity_id, person_id, op, "before", "after")
        select network_id, seq, step_id, entity, entity_id, person_id, op, "before", "after" from change`.execute(tx);
      await sql`drop table change`.execute(tx);
      await sql`alter table rebuilt rename to change`.execute(tx);
    },
    touches: ['change', 'rebuilt'],
  },
];
