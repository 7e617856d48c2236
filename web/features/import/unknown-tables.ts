import type { TableSeen } from '../../../src/contract/shapes.ts';
import { messageOf } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { showToast } from '../../lib/toasts.ts';

/** So much of a file shows its columns. */
const HEAD_BYTES = 65_536;
/** Cards, zips and pictures are no tables: only what may be one is looked at. */
const TABLE_NAME = /\.(?:csv|tsv|tab|txt)$/i;

/** Files that were chosen, and the tables among them of which the columns are to be asked. */
export interface UnknownTables {
  readonly files: readonly File[];
  readonly tables: readonly TableSeen[];
}

/** The tables among files that are no program's export and were not explained before; of those with the same columns, one. */
export async function findUnknownTables(files: readonly File[]): Promise<readonly TableSeen[]> {
  const candidates = files.filter((file) => TABLE_NAME.test(file.name) || file.type === 'text/csv');
  if (candidates.length === 0) return [];
  const form = new FormData();
  for (const file of candidates) form.append('files', file.slice(0, HEAD_BYTES), file.name);
  try {
    const { tables } = await client.lookAtTables({ form });
    const asked = new Map(tables.filter(({ remembered }) => !remembered).map((table) => [table.signature, table]));
    return [...asked.values()];
  } catch (error) {
    // The import itself will say what is wrong with the files.
    showToast({ text: messageOf(error), tone: 'problem' });
    return [];
  }
}
