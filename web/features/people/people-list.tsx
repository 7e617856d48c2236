import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { PersonSummary } from '../../../src/contract/shapes.ts';
import { Face } from '../../components/face.tsx';
import { today } from '../../lib/days.ts';
import { useOffsetTop } from '../../lib/hooks.ts';
import { t } from '../../lib/strings.ts';

/** Pixels a row takes; the same on every width, so that nothing is measured while scrolling. */
const ROW = 64;
/** Rows from the end at which the next page is asked for. */
const AHEAD = 40;

interface PeopleListProps {
  readonly rows: readonly PersonSummary[];
  readonly total: number;
  /** True while these rows answer the words before the last keystroke. */
  readonly stale: boolean;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** Any number of people: only the rows in sight are in the page. */
export function PeopleList({ rows, total, stale, hasMore, loading, onMore }: PeopleListProps) {
  const list = useRef<HTMLUListElement>(null);
  const top = useOffsetTop(list);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: top,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const now = today();

  useEffect(() => {
    if (hasMore && !loading && last >= rows.length - AHEAD) onMore();
  }, [hasMore, loading, last, rows.length, onMore]);

  return (
    <ul
      ref={list}
      aria-label={t.people.list}
      className={`relative transition-opacity ${stale ? 'opacity-60' : ''}`}
      style={{ height: virtual.getTotalSize() }}
    >
      {shown.map(({ index, start }) => {
        const person = rows[index];
        return person === undefined ? null : (
          <li
            key={person.id}
            aria-setsize={total}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0"
            style={{ height: ROW, transform: `translateY(${start - top}px)` }}
          >
            <PersonRow person={person} now={now} />
          </li>
        );
      })}
    </ul>
  );
}

function PersonRow({ person, now }: { readonly person: PersonSummary; readonly now: string }) {
  const what = [person.headline, person.place].filter((part) => part !== null).join(' · ');
  return (
    <Link
      to="/people/$id"
      params={{ id: person.id }}
      className="grid h-full grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-3 border-b border-line/70 px-2 hover:bg-card focus-visible:-outline-offset-2 desk:grid-cols-[2.5rem_minmax(0,1.5fr)_minmax(0,1fr)_7.5rem_6.5rem]"
    >
      <Face id={person.id} initials={person.initials} photo={person.photo} size={2.4} />
      <span className="min-w-0">
        <span className="block truncate font-serif text-[1.08rem] leading-snug">{person.name}</span>
        <span className="block truncate text-small text-soft">{what === '' ? ' ' : what}</span>
      </span>
      <span className="truncate text-small text-soft max-desk:hidden">{person.circles.join(', ')}</span>
      <span className="truncate text-end text-small text-faint">
        <span className="sr-only">{t.people.lastHead} </span>
        {person.lastTouch === null ? t.people.never : t.people.last(person.lastTouch, now)}
      </span>
      <span
        className={`truncate text-end text-small max-desk:hidden ${person.nextTouch !== null && person.nextTouch <= now ? 'text-warm' : 'text-faint'}`}
      >
        {person.nextTouch !== null && (
          <>
            <span className="sr-only">{t.people.nextHead}</span>
            <span aria-hidden="true">→</span> {t.people.next(person.nextTouch, now)}
          </>
        )}
      </span>
    </Link>
  );
}
