import type { Migration } from '../../src/storage/dialects/dialect.ts';
import { migrate } from '../../src/storage/migrator.ts';
import { openDatabase } from '../../src/storage/open-database.ts';

/** A small schema to test the storage layer itself with. */
export interface ItemSchema {
  network: { id: string; seq: number };
  item: {
    network_id: string;
    id: string;
    name: string;
    size: number | null;
    weight: number | null;
    bytes: Uint8Array | null;
  };
}

export const makeItems: Migration = {
  id: '001-items',
  async up(tx, dialect) {
    const { text, integer, real, blob } = dialect.types;
    await tx.schema
      .createTable('network')
      .addColumn('id', text, (column) => column.primaryKey())
      .addColumn('seq', integer, (column) => column.notNull())
      .modifyEnd(dialect.tableEnd)
      .execute();
    await tx.schema
      .createTable('item')
      .addColumn('network_id', text, (column) => column.notNull().references('network.id'))
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('size', integer)
      .addColumn('weight', real)
      .addColumn('bytes', blob)
      .addPrimaryKeyConstraint('item_key', ['network_id', 'id'])
      .modifyEnd(dialect.tableEnd)
      .execute();
    await dialect.text.createTable(tx);
  },
};

/** An open store with one network `n` and nothing in it. */
export async function openItems(url: string, options: { deadlineMs?: number } = {}) {
  const db = await openDatabase<ItemSchema>({ url, ...options });
  await migrate(db, [makeItems]);
  await db.write(async (tx) => {
    await db.dialect.insertMany(tx, 'network', ['id', 'seq'], [['n', 0]], { onConflict: 'ignore' });
  });
  return db;
}

export const ITEM_COLUMNS = ['network_id', 'id', 'name', 'size', 'weight', 'bytes'] as const;

export function anItem(id: string, given: Partial<ItemSchema['item']> = {}): ItemSchema['item'] {
  return { network_id: 'n', id, name: `Item ${id}`, size: null, weight: null, bytes: null, ...given };
}
