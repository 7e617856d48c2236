import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, memo, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { PersonSummary } from '../../../src/contract/shapes.ts';
import type { PeopleColumn } from '../../../src/domain/words.ts';
import { Face } from '../../components/face.tsx';
import { Icon } from '../../components/icon.tsx';
import { today } from '../../lib/days.ts';
import { useOffsetTop } from '../../lib/hooks.ts';
import { useKeys } from '../../lib/keys.ts';
import { tPeople } from '../../lib/strings-people.ts';
import { cellOf, gridOf, isAtEnd } from './columns.tsx';
import type { Choosing } from './use-selection.ts';

/** Pixels a row takes; the same on every width, so that nothing is measured while scrolling. */
const ROW = 64;
/** Rows ready beyond either edge of the screen: few, since a turn of the wheel makes all of them anew. */
const BEYOND = 4;
/** Rows from the end at which the next page is asked for. */
const AHEAD = 40;

interface PeopleListProps {
  readonly rows: readonly PersonSummary[];
  readonly total: number;
  /** What a desk shows beside the name. */
  readonly columns: readonly PeopleColumn[];
  readonly choosing: Choosing;
  /** True while these rows answer the words before the last keystroke. */
  readonly stale: boolean;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** Any number of people: only the rows in sight are in the page. */
export function PeopleList({ rows, total, columns, choosing, stale, hasMore, loading, onMore }: PeopleListProps) {
  const list = useRef<HTMLUListElement>(null);
  const top = useOffsetTop(list);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: BEYOND,
    scrollMargin: top,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const now = today();
  const { move } = useListKeys({ list, rows, choosing });
  const chooseUpTo = useCallback(
    (id: string) =>
      choosing.extend(
        id,
        rows.map((row) => row.id),
      ),
    [choosing, rows],
  );

  useEffect(() => {
    if (hasMore && !loading && last >= rows.length - AHEAD) onMore();
  }, [hasMore, loading, last, rows.length, onMore]);

  return (
    <ul
      ref={list}
      aria-label={tPeople.list}
      className={`relative transition-opacity ${stale ? 'opacity-60' : ''}`}
      style={{ height: virtual.getTotalSize(), '--people': gridOf(columns) } as CSSProperties}
      onKeyDown={move}
    >
      {shown.map(({ index, start }) => {
        const person = rows[index];
        return person === undefined ? null : (
          <li
            key={person.id}
            data-row={index}
            aria-setsize={total}
            aria-posinset={index + 1}
            className="group absolute inset-x-0 top-0 contain-strict"
            style={{ height: ROW, transform: `translateY(${start - top}px)` }}
          >
            <PersonRow person={person} now={now} columns={columns} choosing={choosing} onRange={chooseUpTo} />
          </li>
        );
      })}
    </ul>
  );
}

interface ListKeys {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly rows: readonly PersonSummary[];
  readonly choosing: Choosing;
}

/** Arrows walk the rows, with shift they choose on the way; `x` chooses the one with the focus. */
function useListKeys({ list, rows, choosing }: ListKeys): { readonly move: (event: KeyboardEvent) => void } {
  const focused = (): number => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]');
    return row !== null && row !== undefined && list.current?.contains(row) ? Number(row.dataset.row) : -1;
  };
  const focusRow = (at: number): void => list.current?.querySelector<HTMLElement>(`[data-row="${at}"] a`)?.focus();

  const walk = (by: number, choose: boolean): boolean => {
    const at = focused();
    const [here, next] = [rows[at], rows[at + by]];
    if (here === undefined || next === undefined) return false;
    const order = rows.map(({ id }) => id);
    if (choose) choosing.extend(next.id, order, here.id);
    focusRow(at + by);
    return true;
  };

  useKeys(tPeople.choosing.keys, [
    {
      keys: 'x',
      label: tPeople.choosing.key,
      run: () => {
        const person = rows[focused()];
        if (person !== undefined) return choosing.toggle(person.id);
        choosing.begin();
        list.current?.querySelector<HTMLElement>('[data-row] a')?.focus();
      },
    },
    // Heard by the list itself, which alone knows of shift; named here for the list of keys.
    { keys: 'shift+arrowdown', label: tPeople.choosing.keyRange, run: () => walk(1, true) },
  ]);

  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (walk(by, event.shiftKey)) event.preventDefault();
  };
  return { move };
}

interface PersonRowProps {
  readonly person: PersonSummary;
  readonly now: string;
  readonly columns: readonly PeopleColumn[];
  readonly choosing: Choosing;
  readonly onRange: (id: string) => void;
}

function Row({ person, now, columns, choosing, onRange }: PersonRowProps) {
  const chosen = choosing.isChosen(person.id);
  const choose = (shift: boolean): void => (shift ? onRange(person.id) : choosing.toggle(person.id));
  return (
    <>
      <PersonLink person={person} now={now} columns={columns} chosen={chosen} choosing={choosing} onChoose={choose} />
      {/* On a desk it shows over the face one points at; while one chooses, always. */}
      <button
        type="button"
        aria-pressed={chosen}
        aria-label={tPeople.choosing.row(person.name)}
        tabIndex={choosing.active ? 0 : -1}
        className={`absolute start-0 top-0 grid h-full w-14 place-items-center pb-px focus-visible:-outline-offset-2 ${choosing.active ? '' : 'opacity-0 max-desk:hidden focus-visible:opacity-100 hover:opacity-100'}`}
        onClick={(event) => choose(event.shiftKey)}
      >
        <span
          className={`grid size-[2.4rem] place-items-center rounded-full border-2 ${chosen ? 'border-leaf bg-leaf text-on-leaf' : 'border-faint bg-card text-transparent'}`}
        >
          <Icon name="check" />
        </span>
      </button>
    </>
  );
}

/** Remembered: a row that stays in sight is not made again while others come. */
const PersonRow = memo(Row);

interface PersonLinkProps extends Omit<PersonRowProps, 'onRange'> {
  readonly chosen: boolean;
  readonly onChoose: (shift: boolean) => void;
}

function PersonLink({ person, now, columns, chosen, choosing, onChoose }: PersonLinkProps) {
  const what = [person.headline, person.place].filter((part) => part !== null).join(' · ');
  return (
    <Link
      to="/people/$id"
      params={{ id: person.id }}
      onClick={(event) => {
        // A pointer chooses while one chooses; the Enter key, and whatever reads the page aloud, still open the person.
        const byPointer = event.detail > 0 && !event.ctrlKey && !event.metaKey;
        if (!byPointer || !(choosing.active || event.shiftKey)) return;
        event.preventDefault();
        onChoose(event.shiftKey);
      }}
      className={`grid h-full grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-3 border-b border-line/70 px-2 hover:bg-card focus-visible:-outline-offset-2 desk:grid-cols-(--people) ${chosen ? 'bg-leaf-soft/40 hover:bg-leaf-soft/60' : ''} scroll-mt-32 select-none`}
    >
      <span className={choosing.active ? 'invisible' : 'contents'}>
        <Face id={person.id} initials={person.initials} photo={person.photo} size={2.4} />
      </span>
      <span className="min-w-0">
        <span dir="auto" className="block truncate font-serif text-[1.08rem] leading-snug">
          {person.name}
        </span>
        <span dir="auto" className="block truncate text-small text-soft">
          {what === '' ? ' ' : what}
        </span>
      </span>
      <span className="truncate text-end text-small text-faint desk:hidden">
        <span className="sr-only">{tPeople.lastHead} </span>
        {cellOf(person, 'last', now)}
      </span>
      {columns.map((column) => (
        <Cell key={column} person={person} column={column} now={now} />
      ))}
    </Link>
  );
}

interface CellProps {
  readonly person: PersonSummary;
  readonly column: PeopleColumn;
  readonly now: string;
}

function Cell({ person, column, now }: CellProps) {
  const text = cellOf(person, column, now);
  const isDue = column === 'next' && person.nextTouch !== null && person.nextTouch <= now;
  const tone = isDue ? 'text-warm' : isAtEnd(column) ? 'text-faint' : 'text-soft';
  return (
    <span className={`truncate text-small max-desk:hidden ${isAtEnd(column) ? 'text-end' : ''} ${tone}`}>
      {text !== '' && <span className="sr-only">{tPeople.column[column]}: </span>}
      {column === 'next' && text !== '' && <span aria-hidden="true">→ </span>}
      {text}
    </span>
  );
}
