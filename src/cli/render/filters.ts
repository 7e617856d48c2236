import type { SavedFilter } from '../../contract/shapes.ts';
import { count, type Page, table } from './text.ts';

/** Saved filters with what they ask and how many fit. */
export function renderFilters(filters: readonly SavedFilter[], page: Page): string {
  const { style } = page;
  if (filters.length === 0) return 'There are no saved filters. Save one: tendril filter save NAME --missing email\n';
  const lines = table(
    filters,
    [
      { title: 'Filter', text: ({ name }) => name, paint: (text) => style.bold(text), least: 10 },
      { title: 'People', text: (filter) => `${filter.count}` },
      { title: 'Who', text: ({ filter }) => wordsOf(filter), least: 12 },
    ],
    page,
  );
  return `${lines.join('\n')}\n${style.dim(count(filters.length, 'filter', 'filters'))}\n`;
}

function wordsOf(filter: SavedFilter['filter']): string {
  return Object.entries(filter)
    .map(([field, value]) => (value === 'true' ? field : `${field} ${value}`))
    .join(', ');
}
