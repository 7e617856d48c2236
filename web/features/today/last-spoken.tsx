import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonSummary } from '../../../src/contract/shapes.ts';
import { Face } from '../../components/face.tsx';
import { perform } from '../../lib/acts.ts';
import { client, queries } from '../../lib/api.ts';
import { plusDays } from '../../lib/days.ts';
import { tStart } from '../../lib/strings-start.ts';

const MOST_ASKED = 5;
/** In days: what is remembered roughly is written down as its middle. */
const AGO = { week: 3, month: 20, months: 120, years: 400 } as const;
type Ago = keyof typeof AGO;

const KEY = 'tendril.asked';

/**
 * Whoever has a rhythm and no conversation yet, with a question that one tap answers. Without it nobody is due for a while: the
 * first Today of five names would be empty.
 */
export function LastSpoken({ today }: { readonly today: string }) {
  const { data } = useInfiniteQuery(queries.people({ missing: 'touch', sort: 'next-touch' }));
  const [left, setLeft] = useState(() => isLeft(today));
  const people = (data?.pages[0]?.items ?? []).filter(({ nextTouch }) => nextTouch !== null).slice(0, MOST_ASKED);
  if (left || people.length === 0) return null;
  return (
    <section aria-labelledby="last-spoken" className="card appear mb-6 p-5 desk:p-6">
      <h2 id="last-spoken">{tStart.last.title}</h2>
      <p className="mt-1 text-soft">{tStart.last.lead}</p>
      <ul className="mt-4 grid gap-4">
        {people.map((person) => (
          <Asked key={person.id} person={person} today={today} />
        ))}
      </ul>
      <button
        type="button"
        className="act -ms-3 mt-3"
        onClick={() => {
          leave(today);
          setLeft(true);
        }}
      >
        {tStart.last.later}
      </button>
    </section>
  );
}

function Asked({ person, today }: { readonly person: PersonSummary; readonly today: string }) {
  const answer = (ago: Ago): void =>
    void perform(
      client.addTouch({
        body: {
          people: [person.id],
          date: plusDays(today, -AGO[ago]),
          channel: 'other',
          direction: 'mutual',
          notes: tStart.last.notes,
        },
      }),
    );
  return (
    <li className="grid gap-x-4 gap-y-2 desk:grid-cols-[minmax(8rem,1fr)_auto] desk:items-center">
      <span className="flex min-w-0 items-center gap-3">
        <Face id={person.id} initials={person.initials} photo={person.photo} size={2.2} />
        <Link to="/people/$id" params={{ id: person.id }} className="min-w-0 truncate font-serif text-[1.08rem]">
          <bdi>{person.name}</bdi>
        </Link>
      </span>
      <span className="flex flex-wrap gap-1.5">
        {(['week', 'month', 'months', 'years'] as const).map((ago) => (
          <button
            key={ago}
            type="button"
            className="act act-line"
            aria-label={`${person.name}: ${tStart.last.ago[ago]}`}
            onClick={() => answer(ago)}
          >
            {tStart.last.ago[ago]}
          </button>
        ))}
      </span>
    </li>
  );
}

function isLeft(today: string): boolean {
  try {
    return localStorage.getItem(KEY) === today;
  } catch {
    return false; // Storage is blocked: the question stands.
  }
}

function leave(today: string): void {
  try {
    localStorage.setItem(KEY, today);
  } catch {
    // As above.
  }
}
