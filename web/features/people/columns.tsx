import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PersonSummary, Settings } from '../../../src/contract/shapes.ts';
import { PEOPLE_COLUMNS, type PeopleColumn, type PeopleSort } from '../../../src/domain/words.ts';
import { Menu } from '../../components/menu.tsx';
import { MenuCheck } from '../../components/menu-check.tsx';
import { messageOf } from '../../lib/acts.ts';
import { client, queries, queryClient } from '../../lib/api.ts';
import { dayOfYear } from '../../lib/days.ts';
import { tPeople } from '../../lib/strings-people.ts';
import { showToast } from '../../lib/toasts.ts';

/** How much of the width a column takes, and the order its head asks for. */
const LAYOUT: Record<PeopleColumn, { readonly width: string; readonly sort?: PeopleSort }> = {
  circles: { width: 'minmax(0,1fr)' },
  tags: { width: 'minmax(0,1fr)' },
  organisation: { width: 'minmax(0,1fr)', sort: 'organisation' },
  city: { width: 'minmax(0,0.8fr)', sort: 'city' },
  email: { width: 'minmax(0,1.3fr)' },
  phone: { width: 'minmax(0,1fr)' },
  birthday: { width: '5.5rem', sort: 'birthday' },
  warmth: { width: '5rem', sort: 'warmth' },
  last: { width: '7.5rem', sort: 'last-touch' },
  next: { width: '6.5rem', sort: 'next-touch' },
};

/** The columns that are chosen, in the order of the page, on every device alike. */
export function useColumns(): readonly PeopleColumn[] {
  const { data } = useQuery(queries.settings);
  const chosen = new Set<PeopleColumn>(data?.peopleColumns ?? ['circles', 'last', 'next']);
  return PEOPLE_COLUMNS.filter((column) => chosen.has(column));
}

export function gridOf(columns: readonly PeopleColumn[]): string {
  return ['2.5rem', 'minmax(0,1.5fr)', ...columns.map((column) => LAYOUT[column].width)].join(' ');
}

async function choose(columns: readonly PeopleColumn[]): Promise<void> {
  const key = queries.settings.queryKey;
  const before = queryClient.getQueryData<Settings>(key);
  // At once: what was ticked is there while it is being remembered.
  if (before !== undefined) queryClient.setQueryData(key, { ...before, peopleColumns: [...columns] });
  try {
    queryClient.setQueryData(key, await client.updateSettings({ body: { peopleColumns: [...columns] } }));
  } catch (error) {
    queryClient.setQueryData(key, before);
    showToast({ text: messageOf(error), tone: 'problem' });
  }
}

export function ColumnsMenu({ columns }: { readonly columns: readonly PeopleColumn[] }) {
  return (
    <Menu
      trigger={
        <button type="button" className="act act-line max-desk:hidden">
          {tPeople.columns}
        </button>
      }
    >
      {PEOPLE_COLUMNS.map((column) => (
        <MenuCheck
          key={column}
          checked={columns.includes(column)}
          onChange={(on) =>
            void choose(PEOPLE_COLUMNS.filter((each) => (each === column ? on : columns.includes(each))))
          }
        >
          {tPeople.column[column]}
        </MenuCheck>
      ))}
    </Menu>
  );
}

interface ColumnHeadsProps {
  readonly columns: readonly PeopleColumn[];
  readonly sort: PeopleSort;
  readonly onSort: (sort: PeopleSort) => void;
}

/** What each column holds; those with an order of their own sort by it. */
export function ColumnHeads({ columns, sort, onSort }: ColumnHeadsProps) {
  const head = (label: string, by: PeopleSort | undefined, end: boolean): ReactNode => {
    const place = end ? 'text-end' : 'text-start';
    if (by === undefined) return <span className={`truncate ${place}`}>{label}</span>;
    return (
      <button
        type="button"
        aria-pressed={sort === by}
        className={`truncate rounded hover:text-ink ${place} ${sort === by ? 'font-medium text-ink' : ''}`}
        onClick={() => onSort(by)}
      >
        {label}
      </button>
    );
  };
  return (
    <div
      className="grid gap-3 border-b border-line px-2 pb-1.5 text-small text-faint max-desk:hidden"
      style={{ gridTemplateColumns: gridOf(columns) }}
    >
      <span />
      {head(tPeople.nameColumn, 'name', false)}
      {columns.map((column) => (
        <span key={column} className="grid min-w-0">
          {head(tPeople.column[column], LAYOUT[column].sort, isAtEnd(column))}
        </span>
      ))}
    </div>
  );
}

export const isAtEnd = (column: PeopleColumn): boolean =>
  column === 'last' || column === 'next' || column === 'birthday';

/** What stands in a column of one person, as plain text. */
export function cellOf(person: PersonSummary, column: PeopleColumn, now: string): string {
  switch (column) {
    case 'circles':
      return person.circles.join(', ');
    case 'tags':
      return person.tags.join(', ');
    case 'organisation':
      return person.organisation ?? '';
    case 'city':
      return person.city ?? '';
    case 'email':
      return person.email ?? '';
    case 'phone':
      return person.phone ?? '';
    case 'birthday':
      return birthdayText(person.birthday);
    case 'warmth':
      return person.warmth === null ? '' : tPeople.warmths[person.warmth];
    case 'last':
      return person.lastTouch === null ? tPeople.never : tPeople.last(person.lastTouch, now);
    case 'next':
      return person.nextTouch === null ? '' : tPeople.next(person.nextTouch, now);
  }
}

/** Day and month; dates of other calendars are written out on the person's page. */
function birthdayText(date: PersonSummary['birthday']): string {
  if (date?.month === undefined || date.calendarScale !== undefined) return '';
  return dayOfYear(date.month, date.day);
}
