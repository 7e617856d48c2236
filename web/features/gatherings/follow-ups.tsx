import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { GatheringFollowUp } from '../../../src/contract/gathering-shapes.ts';
import type { Channel } from '../../../src/domain/words.ts';
import { Face } from '../../components/face.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { gatheringQueries } from '../../lib/gathering-queries.ts';
import { chooseReach } from '../../lib/reach.ts';
import { tGatherings } from '../../lib/strings-gatherings.ts';
import { WriteAct } from '../today/write-act.tsx';

/** Everyone one met there, with what was said and a draft, until each has heard a word. */
export function FollowUps({ id, date }: { readonly id: string; readonly date: string | undefined }) {
  const { data } = useQuery(gatheringQueries.followUps(id, date));
  if (data === undefined || data.people.length === 0) return null;
  const open = data.people.filter((one) => !one.done);
  const finished = data.people.filter((one) => one.done);
  return (
    <section aria-label={tGatherings.followUps.title}>
      <h2 className="small-head mb-1">{tGatherings.followUps.title}</h2>
      <p className="mb-3 text-soft" aria-live="polite">
        {tGatherings.followUps.open(open.length)}
      </p>
      <ul className="grid gap-3">
        {open.map((one) => (
          <li key={one.attendeeId} className="card p-4 desk:p-5">
            <FollowUp followUp={one} />
          </li>
        ))}
      </ul>
      {finished.length > 0 && (
        <ul className="mt-3 grid gap-1 text-small text-soft">
          {finished.map(({ attendeeId, person, said }) => (
            <li key={attendeeId} className="wrap-anywhere">
              {tGatherings.followUps.isDone}:{' '}
              <Link to="/people/$id" params={{ id: person.id }} className="link">
                {person.name}
              </Link>
              {said === '' ? '' : `, ${said}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FollowUp({
  followUp: { person, said, text, draft: first, channel, reach },
}: {
  readonly followUp: GatheringFollowUp;
}) {
  const [draft, setDraft] = useState(first);
  const [written, setWritten] = useState<Channel>(channel);
  return (
    <article aria-label={person.name}>
      <header className="flex items-start gap-3">
        <Face id={person.id} initials={person.initials} photo={person.photo} size={2.4} />
        <div className="min-w-0">
          <h3 dir="auto" className="text-start font-serif text-[1.15rem] leading-snug wrap-anywhere">
            <Link to="/people/$id" params={{ id: person.id }} className="hover:underline">
              {person.name}
            </Link>
          </h3>
          <p dir="auto" className="wrap-anywhere text-soft">
            {text === '' ? said : text}
          </p>
        </div>
      </header>
      <textarea
        className="input voice mt-3"
        rows={3}
        aria-label={tGatherings.followUps.draft(person.name)}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
      <div className="mt-2 flex flex-wrap gap-1.5">
        <WriteAct item={{ channel }} draft={draft} reach={chooseReach(reach, channel)} onWriting={setWritten} />
        <button
          type="button"
          className="act act-line"
          aria-label={tGatherings.followUps.doneTo(person.name)}
          onClick={() => void perform(client.done({ params: { id: person.id }, body: { channel: written } }))}
        >
          {tGatherings.followUps.done}
        </button>
      </div>
    </article>
  );
}
