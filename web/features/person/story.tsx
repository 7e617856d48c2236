import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { urlOf } from '../../../src/client/client.ts';
import type { PersonPage, Touch } from '../../../src/contract/shapes.ts';
import { Icon } from '../../components/icon.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { perform } from '../../lib/acts.ts';
import { client, queries, type TouchFilter } from '../../lib/api.ts';
import { plainDay, shortDay } from '../../lib/days.ts';
import { useSeen, useSettled } from '../../lib/hooks.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';
import { StoryFilter } from './story-filter.tsx';

interface StoryProps {
  readonly person: PersonPage;
  readonly onEdit: (touch: Touch) => void;
  /** Where everything stands in one column: all that is there, or the newest few, so that the rest of the page stays in reach. */
  readonly whole: boolean;
  readonly onWhole: () => void;
}

/** So few conversations are looked over faster than they are searched. */
const FEW = 6;

/** How many stand before the rest of the page; the style below counts with it. */
const BRIEF = 5;

/** Every conversation, newest first; older ones as one comes to them. */
export function Story({ person, onEdit, whole, onWhole }: StoryProps) {
  const [filter, setFilter] = useState<TouchFilter>({});
  const wanted = useSettled(filter, 150);
  const filtered = Object.values(wanted).some((value) => value !== undefined);
  const all = useInfiniteQuery(queries.olderTouches(person.id, person.olderTouches ?? ''));
  const found = useInfiniteQuery({ ...queries.findTouches(person.id, wanted), enabled: filtered });
  const older = filtered ? found : all;
  const fetched = older.data?.pages.flatMap((page) => page.items) ?? [];
  const touches = filtered ? fetched : [...person.touches, ...(person.olderTouches === null ? [] : fetched)];
  const more = filtered
    ? found.hasNextPage
    : person.olderTouches !== null && (all.data === undefined || all.hasNextPage);
  const loadOlder = (): void => {
    if (older.isFetching) return;
    void (older.data === undefined ? older.refetch() : older.fetchNextPage());
  };
  const end = useSeen<HTMLButtonElement>(loadOlder);
  const brief = !whole && !filtered && touches.length > BRIEF;
  return (
    <section aria-label={tPerson.story} className="min-w-0 wide:col-start-1 wide:row-span-2 wide:row-start-2">
      <div className="mb-2 flex min-h-7 flex-wrap items-center justify-between gap-2">
        <h2 className="small-head">{tPerson.story}</h2>
        {person.touchCount > FEW && <StoryFilter filter={filter} onChange={setFilter} />}
      </div>
      {touches.length === 0 && !older.isFetching && (
        <p className="max-w-prose text-soft">{filtered ? tPerson.storyNone : tPerson.storyEmpty}</p>
      )}
      <ol className={`story ${brief ? 'max-wide:[&>li:nth-child(n+6)]:hidden' : ''}`}>
        {touches.map((touch) => (
          <StoryLine key={touch.id} touch={touch} personId={person.id} onEdit={onEdit} />
        ))}
      </ol>
      {brief && (
        <button type="button" className="act act-line max-desk:ms-5 wide:hidden" onClick={onWhole}>
          {tPerson.older}
        </button>
      )}
      {more && (
        <button
          ref={end}
          type="button"
          className={`act act-line ms-[calc(6.5rem+var(--space-3)*2-0.85rem)] max-desk:ms-5 ${brief ? 'max-wide:hidden' : ''}`}
          disabled={older.isFetching}
          onClick={loadOlder}
        >
          {tPerson.older}
        </button>
      )}
      {!more && !filtered && person.touchCount > person.touches.length && (
        <p className="text-small text-faint">{tPerson.allShown(person.touchCount)}</p>
      )}
    </section>
  );
}

function toneOf(touch: Touch): string {
  if (touch.channel === 'in-person' || touch.channel === 'event') return 'tone-warm';
  return touch.direction === 'theirs' ? 'tone-sky' : 'tone-leaf';
}

function StoryLine({
  touch,
  personId,
  onEdit,
}: {
  readonly touch: Touch;
  readonly personId: string;
  readonly onEdit: (touch: Touch) => void;
}) {
  const others = touch.people.filter((other) => other.id !== personId);
  const said = [
    t.touch.said(
      touch.channel,
      touch.direction,
      others.map((other) => other.name),
    ),
    touch.place === null ? '' : t.touch.at(touch.place),
    touch.plan ? tPerson.planned : '',
    touch.personal ? '' : tPerson.group,
    t.formats[touch.source ?? ''] ?? '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <li
      id={`touch-${touch.id}`}
      tabIndex={-1}
      className={`group ${toneOf(touch)} ${touch.plan || !touch.personal ? 'hollow' : ''}`}
    >
      <time dateTime={touch.date} title={plainDay(touch.date)}>
        {shortDay(touch.date)}
      </time>
      <i aria-hidden="true" />
      <div className="min-w-0 max-desk:order-3">
        <div className="flex items-start gap-1">
          <p dir="auto" className={`voice min-w-0 flex-1 ${touch.summary === '' ? 'text-faint italic' : ''}`}>
            {touch.summary === '' ? t.touch.noWords : touch.summary}
          </p>
          <Menu
            trigger={
              <button
                type="button"
                className="act act-round min-h-7! w-7! opacity-0 group-hover:opacity-100 focus-visible:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-60"
                aria-label={tPerson.editThing(touch.summary)}
              >
                <Icon name="more" size={16} />
              </button>
            }
          >
            <MenuItem onClick={() => onEdit(touch)}>{t.common.edit}</MenuItem>
            <MenuItem onClick={() => void perform(client.deleteTouch({ params: { id: touch.id } }))}>
              {t.common.delete}
            </MenuItem>
          </Menu>
        </div>
        {touch.notes !== '' && touch.notes !== touch.summary && (
          <p dir="auto" className="mt-1 whitespace-pre-line text-soft">
            {touch.notes}
          </p>
        )}
        <p className="text-small text-faint">
          {said}
          {touch.plan && (
            <>
              {' · '}
              <Link
                to="/prep"
                search={{ touch: touch.id }}
                className="link"
                aria-label={t.prep.prepareFor(touch.summary)}
              >
                {t.prep.prepare}
              </Link>
              {' · '}
              <a
                className="link"
                href={urlOf('getPlanCalendar', { params: { id: touch.id } })}
                download
                aria-label={tPerson.calendarFileOf(touch.summary)}
              >
                {tPerson.calendarFile}
              </a>
            </>
          )}
          {others.length > 0 && others.length <= 3 && <span className="sr-only">{t.touch.who}</span>}
          {others.slice(0, 3).map((other) => (
            <Link
              key={other.id}
              to="/people/$id"
              params={{ id: other.id }}
              className="sr-only focus:not-sr-only focus:ms-2"
            >
              {other.name}
            </Link>
          ))}
        </p>
      </div>
    </li>
  );
}
