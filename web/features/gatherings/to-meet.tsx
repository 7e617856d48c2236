import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ToMeet } from '../../../src/contract/gathering-shapes.ts';
import { Face } from '../../components/face.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { gatheringQueries } from '../../lib/gathering-queries.ts';
import { tGatherings } from '../../lib/strings-gatherings.ts';

/** Whom to look for, why, and what to ask; the ones one wants to meet first. */
export function WhomToMeet({ id, date }: { readonly id: string; readonly date: string | undefined }) {
  const { data } = useQuery(gatheringQueries.toMeet(id, date));
  if (data === undefined) return null;
  return (
    <section aria-label={tGatherings.meet.title}>
      <h2 className="small-head mb-3">{tGatherings.meet.title}</h2>
      {data.people.length === 0 && <p className="max-w-prose text-soft">{tGatherings.meet.empty}</p>}
      <ul className="grid gap-3">
        {data.people.map((one) => (
          <li key={one.attendeeId} className="card p-4">
            <SoughtCard sought={one} />
          </li>
        ))}
      </ul>
      {data.further > 0 && <p className="mt-2 text-small text-soft">{tGatherings.meet.further(data.further)}</p>}
    </section>
  );
}

function SoughtCard({ sought: { attendeeId, person, why, question, wanted: was, say } }: { readonly sought: ToMeet }) {
  const [words, setWords] = useState(say);
  const [wanted, setWanted] = useState(was);
  const change = (body: { wanted?: boolean; say?: string }): void =>
    void perform(client.updateAttendee({ params: { id: attendeeId }, body }), {
      silent: true,
      onFail: () => setWanted(was),
    });
  return (
    <article aria-label={person.name}>
      <header className="flex items-start gap-3">
        <Face id={person.id} initials={person.initials} photo={person.photo} size={2.4} />
        <div className="min-w-0 flex-1">
          <h3 dir="auto" className="text-start font-serif text-[1.1rem] leading-snug wrap-anywhere">
            <Link to="/people/$id" params={{ id: person.id }} className="hover:underline">
              {person.name}
            </Link>
          </h3>
          {person.headline !== null && <p className="text-small text-soft wrap-anywhere">{person.headline}</p>}
        </div>
        <label className="flex min-h-9 items-center gap-2 text-small">
          <input
            type="checkbox"
            className="tick"
            aria-label={tGatherings.list.want(person.name)}
            checked={wanted}
            onChange={(event) => {
              setWanted(event.target.checked);
              change({ wanted: event.target.checked });
            }}
          />
          {tGatherings.list.wanted}
        </label>
      </header>
      <ul className="voice mt-2 grid gap-1">
        {[...why, ...(question === null ? [] : [question])].map((line) => (
          <li key={line} dir="auto" className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
      {wanted && (
        <input
          className="input mt-2"
          aria-label={tGatherings.meet.say(person.name)}
          placeholder={tGatherings.meet.sayHint}
          maxLength={2_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onBlur={() => words.trim() !== say && change({ say: words.trim() })}
        />
      )}
    </article>
  );
}
