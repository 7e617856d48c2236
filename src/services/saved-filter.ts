import type { SavedFilter } from '../contract/shapes.ts';
import { AppError } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
import { nearestFirst } from '../domain/slips.ts';
import type { PeopleSort } from '../domain/words.ts';
import { listFilterRows } from '../storage/repositories/filter.repository.ts';
import type { SavedFilterTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';

/** A filter that was kept by a name, as it is asked for. */

export function readFilter(row: SavedFilterTable): Omit<SavedFilter, 'count'> {
  return {
    id: row.id,
    name: row.name,
    filter: JSON.parse(row.filter) as SavedFilter['filter'],
    sort: row.sort as PeopleSort | null,
  };
}

/** @throws AppError `not-found` naming the filters there are */
export async function getFilter(scope: Scope, said: string): Promise<Omit<SavedFilter, 'count'>> {
  const rows = await listFilterRows(scope);
  const row = rows.find(({ id, name }) => id === said || fold(name) === fold(said));
  if (row !== undefined) return readFilter(row);
  const names = nearestFirst(
    said,
    rows.map(({ name }) => name),
  );
  throw new AppError(
    'not-found',
    names.length === 0
      ? `There is no saved filter “${said}”, nor any other. Save one: tendril filter save NAME`
      : `There is no saved filter “${said}”. There are: ${names.join(', ')}.`,
  );
}
