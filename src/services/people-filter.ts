import type { PeopleChoice, PeopleFilter } from '../contract/shapes.ts';
import { lacksIn, lacksToBits } from '../domain/card/lacks.ts';
import { countryKey, placeKey } from '../domain/card/where.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { fold } from '../domain/fold.ts';
import { listSourceRows } from '../storage/repositories/filter.repository.ts';
import { idsAfter, type StateFilter } from '../storage/repositories/person.repository.ts';
import type { SourceTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { findCircle } from './circles.service.ts';
import { searchPeople } from './find.service.ts';
import { getFilter } from './saved-filter.ts';

/** Which people a filter means: the list, what is done to many and what is exported read it here, and so alike. */

/** As many people as a search answers. */
const MOST_FOUND = 300;
const SLICE = 500;

/**
 * Words to search for become the people they find, best first. A circle that is not there (any more) has nobody in it, and so
 * has a source.
 * @throws AppError `not-found` for a saved filter that is not there
 */
export async function toStateFilter(scope: Scope, given: PeopleFilter, today: CalendarDate): Promise<StateFilter> {
  const filter = await withSaved(scope, given);
  const { q = '', circle, tag, city, country, organisation, source, warmth, missing, show = 'active' } = filter;
  const found = q.trim() === '' ? undefined : await searchPeople(scope, q, MOST_FOUND);
  return {
    show,
    ...(circle === undefined ? {} : { circleId: (await findCircle(scope, circle))?.id ?? circle }),
    ...(tag === undefined ? {} : { tag: placeKey(tag) }),
    ...(city === undefined ? {} : { city: placeKey(city) }),
    ...(country === undefined ? {} : { country: countryKey(country) }),
    ...(organisation === undefined ? {} : { organisation: placeKey(organisation) }),
    ...(source === undefined ? {} : { sourceId: (await findSource(scope, source))?.id ?? source }),
    ...(warmth === undefined ? {} : { warmth: { band: warmth, on: today } }),
    ...(filter.lastBefore === undefined ? {} : { lastBefore: dayMeant(filter.lastBefore, today) }),
    ...(filter.lastAfter === undefined ? {} : { lastAfter: dayMeant(filter.lastAfter, today) }),
    ...(filter.due === undefined ? {} : { dueBy: today }),
    ...(missing === undefined ? {} : { lacks: lacksToBits(lacksIn(missing) ?? []) }),
    ...(found === undefined ? {} : { ids: [...found.sure, ...found.perhaps] }),
  };
}

/** What is said here comes before what the saved filter says. */
async function withSaved(scope: Scope, given: PeopleFilter): Promise<PeopleFilter> {
  if (given.saved === undefined) return given;
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  return { ...(await getFilter(scope, given.saved)).filter, ...said };
}

/** A day as it stands, or so many days before today. */
function dayMeant(text: string, today: CalendarDate): string {
  return text.endsWith('d') ? addDays(today, -Number(text.slice(0, -1))) : text;
}

export async function findSource(scope: Scope, said: string): Promise<SourceTable | undefined> {
  const rows = await listSourceRows(scope);
  return (
    rows.find((row) => row.id === said) ??
    rows.find((row) => fold(sourceName(row)) === fold(said)) ??
    rows.find((row) => fold(row.label) === fold(said) || row.format === said)
  );
}

/** A source as a person calls it: its format, and its account where that has a name of its own. */
export function sourceName({ format, label }: Pick<SourceTable, 'format' | 'label'>): string {
  return label === '' || label === format ? format : `${format} (${label})`;
}

/** Everyone who is meant, each once. */
export async function idsOfChoice(scope: Scope, choice: PeopleChoice, today: CalendarDate): Promise<string[]> {
  if ('ids' in choice) return [...new Set(choice.ids)];
  const filter = await toStateFilter(scope, choice.filter, today);
  const except = new Set(choice.except);
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const slice = await idsAfter(scope, filter, { after, limit: SLICE });
    ids.push(...slice.filter((id) => !except.has(id)));
    const last = slice.at(-1);
    if (last === undefined || slice.length < SLICE) return ids;
    after = last;
  }
}
