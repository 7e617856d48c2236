import type { PeopleFilter, SavedFilter } from '../../src/contract/shapes.ts';
import { PEOPLE_SORTS, type PeopleSort, WARMTHS } from '../../src/domain/words.ts';

/** What the list of people is asked, as its address says it: a reload, the way back and a bookmark keep it. */

export const FILTER_FIELDS = [
  'q',
  'circle',
  'tag',
  'city',
  'country',
  'organisation',
  'source',
  'warmth',
  'lastBefore',
  'lastAfter',
  'due',
  'missing',
  'show',
] as const satisfies readonly (keyof PeopleFilter)[];
export type FilterField = (typeof FILTER_FIELDS)[number];

export type PeopleSearch = Readonly<Partial<Record<FilterField, string>>> & {
  readonly sort?: PeopleSort;
  /** The saved filter that is open; what it asks is in the other fields. */
  readonly saved?: string;
};

const CHOICES: Partial<Record<FilterField, readonly string[]>> = {
  warmth: WARMTHS,
  due: ['true'],
  show: ['archived', 'all'],
};

/** Reads the fields of an address; one that says nothing sensible is left out. */
export function readPeopleSearch(given: Readonly<Record<string, unknown>>): PeopleSearch {
  const fields = FILTER_FIELDS.flatMap((field) => {
    const value = textOf(given[field]);
    return value === '' || CHOICES[field]?.includes(value) === false ? [] : [[field, value] as const];
  });
  const sort = PEOPLE_SORTS.find((each) => each === given.sort && each !== 'name');
  const saved = textOf(given.saved);
  return {
    ...Object.fromEntries(fields),
    ...(sort === undefined ? {} : { sort }),
    ...(saved === '' ? {} : { saved }),
  };
}

/** An address written by hand may hold a number or a bare `true`. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || value === true ? String(value) : '';
}

/** What is asked, without order and name. */
export function filterOf(search: PeopleSearch): PeopleFilter {
  return Object.fromEntries(
    FILTER_FIELDS.flatMap((field) => {
      const value = search[field];
      return value === undefined || value === '' ? [] : [[field, value]];
    }),
  );
}

/** The address of a saved filter with all that it asks. */
export function openFilter({ id, filter, sort }: SavedFilter): PeopleSearch {
  return readPeopleSearch({ ...filter, sort, saved: id });
}

/** Whether something else is asked than what is kept by the name. */
export function isChanged(search: PeopleSearch, saved: SavedFilter): boolean {
  const kept = openFilter(saved);
  return (['sort', ...FILTER_FIELDS] as const).some((field) => (search[field] ?? '') !== (kept[field] ?? ''));
}

/** What is asked beside the words that are searched for: what the list of filters counts. */
export function countFields(search: PeopleSearch): number {
  return Object.keys(filterOf(search)).filter((field) => field !== 'q').length;
}
