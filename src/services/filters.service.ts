import type { Answer, Body } from '../contract/routes.ts';
import type { Facets, SavedFilter } from '../contract/shapes.ts';
import { AppError } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
import { findRow } from '../storage/feed.ts';
import { countSources, listFilterRows, listSourceRows } from '../storage/repositories/filter.repository.ts';
import { countKeys, countTags } from '../storage/repositories/person.repository.ts';
import type { Scope } from '../storage/store.ts';
import { findCircle } from './circles.service.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import type { Acted } from './memory.service.ts';
import { countPeople } from './people-count.ts';
import { findSource, sourceName, toStateFilter } from './people-filter.ts';
import { getFilter, readFilter } from './saved-filter.ts';

/** Filters kept by a name. What is kept is the question: who fits it is asked anew each time. */

/** By name, each with how many people fit it now. */
export async function listFilters(context: Context): Promise<Answer<'listFilters'>> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const filters: SavedFilter[] = [];
  for (const row of await listFilterRows(scope)) {
    const kept = readFilter(row);
    const count = await countPeople(context.store, scope, await toStateFilter(scope, kept.filter, today));
    filters.push({ ...kept, count });
  }
  const order = new Intl.Collator('en', { numeric: true });
  return { filters: filters.sort((a, b) => order.compare(a.name, b.name)) };
}

export async function addFilter(context: Context, input: Body<'addFilter'>): Promise<Acted> {
  const step = { kind: 'filter', title: `Saved the filter ${input.name}` };
  const { stepId, result } = await act(context, step, async (writer) => {
    await requireFree(writer, input.name);
    const id = writer.newId();
    await writer.insert('saved_filter', [
      { id, name: input.name, filter: await written(writer, input.filter), sort: input.sort ?? null },
    ]);
    return id;
  });
  return { stepId, id: result, message: `The filter ${input.name} is saved.` };
}

export async function updateFilter(context: Context, id: string, input: Body<'updateFilter'>): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'filter', title: 'Changed a filter' }, async (writer) => {
    const row = await findRow(writer, 'saved_filter', id);
    if (!row) throw gone();
    const name = input.name ?? row.name;
    writer.title = name === row.name ? `Changed the filter ${name}` : `Renamed the filter ${row.name} to ${name}`;
    if (fold(name) !== fold(row.name)) await requireFree(writer, name);
    await writer.updateRow('saved_filter', row, {
      name,
      ...(input.filter === undefined ? {} : { filter: await written(writer, input.filter) }),
      ...(input.sort === undefined ? {} : { sort: input.sort }),
    });
    return name;
  });
  return { stepId, id, message: `The filter ${result} is changed.` };
}

export async function renameFilter(context: Context, said: string, name: string): Promise<Acted> {
  return updateFilter(context, (await getFilter(scopeOf(context), said)).id, { name });
}

export async function removeFilter(context: Context, said: string): Promise<Acted> {
  return deleteFilter(context, (await getFilter(scopeOf(context), said)).id);
}

/** Makes the filter or changes it: what `filter save` does. */
export async function saveFilter(context: Context, input: Body<'addFilter'>): Promise<Acted> {
  const rows = await listFilterRows(scopeOf(context));
  const found = rows.find(({ name }) => fold(name) === fold(input.name));
  return found === undefined ? addFilter(context, input) : updateFilter(context, found.id, input);
}

export async function deleteFilter(context: Context, id: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'filter', title: 'Deleted a filter' }, async (writer) => {
    const row = await findRow(writer, 'saved_filter', id);
    if (!row) throw gone();
    writer.title = `Deleted the filter ${row.name}`;
    await writer.remove('saved_filter', [id]);
    return row.name;
  });
  return { stepId, message: `The filter ${result} is deleted; its people stay.` };
}

const gone = () => new AppError('not-found', 'This filter is not here (any more).');

async function requireFree(scope: Scope, name: string): Promise<void> {
  const taken = (await listFilterRows(scope)).some((row) => fold(row.name) === fold(name));
  if (taken)
    throw new AppError('conflict', `There is a filter “${name}” already. Change that one, or take another name.`);
}

/** Circles and sources by their ids, so that another name changes nothing. */
async function written(scope: Scope, filter: SavedFilter['filter']): Promise<string> {
  const { circle, source } = filter;
  const circleId = circle === undefined ? undefined : ((await findCircle(scope, circle))?.id ?? circle);
  const sourceId = source === undefined ? undefined : ((await findSource(scope, source))?.id ?? source);
  return JSON.stringify({ ...filter, circle: circleId, source: sourceId });
}

const MOST_FACETS = 200;

/** What people can be filtered by: of each kind the most frequent. */
export async function listFacets(context: Context): Promise<Facets> {
  const scope = scopeOf(context);
  const counts = await countSources(scope);
  const sources = (await listSourceRows(scope))
    .map((row) => ({ key: row.id, name: sourceName(row), count: counts.get(row.id) ?? 0 }))
    .filter(({ count }) => count > 0);
  return {
    tags: await countTags(scope, MOST_FACETS),
    cities: await countKeys(scope, 'city_key', { written: 'place', limit: MOST_FACETS }),
    countries: await countKeys(scope, 'country', { written: 'country', limit: MOST_FACETS }),
    organisations: await countKeys(scope, 'organisation_key', { written: 'organisation', limit: MOST_FACETS }),
    sources,
  };
}
