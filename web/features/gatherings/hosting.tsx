import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Invitation } from '../../../src/contract/gathering-shapes.ts';
import { Face } from '../../components/face.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { gatheringQueries } from '../../lib/gathering-queries.ts';
import { chooseReach } from '../../lib/reach.ts';
import { tGatherings } from '../../lib/strings-gatherings.ts';
import { WriteAct } from '../today/write-act.tsx';

interface HostingProps {
  readonly id: string;
  readonly date: string | undefined;
}

/** Whom to have at the table, and what to write to each. */
export function Hosting({ id, date }: HostingProps) {
  return (
    <>
      <Invitations id={id} date={date} />
      <GuestIdeas id={id} date={date} />
    </>
  );
}

function GuestIdeas({ id, date }: HostingProps) {
  const { data } = useQuery(gatheringQueries.guests(id, date));
  if (data === undefined) return null;
  const invite = (personId: string): void =>
    void perform(client.addAttendees({ params: { id }, body: { people: [personId], part: 'invited', date } }));
  return (
    <section aria-label={tGatherings.host.ideas}>
      <h2 className="small-head mb-2">{tGatherings.host.ideas}</h2>
      {data.guests.length === 0 && <p className="max-w-prose text-soft">{tGatherings.host.ideasEmpty}</p>}
      <ul className="grid gap-1">
        {data.guests.map(({ person, why, newFace }) => (
          <li key={person.id} className="flex items-center gap-3 border-b border-line/70 py-2">
            <Face id={person.id} initials={person.initials} photo={person.photo} size={2.4} />
            <div className="min-w-0 flex-1">
              <p className="font-serif text-[1.05rem] leading-snug wrap-anywhere">
                <Link to="/people/$id" params={{ id: person.id }} className="hover:underline">
                  {person.name}
                </Link>
                {newFace && <span className="ms-2 text-small text-leaf">{tGatherings.host.newFace}</span>}
              </p>
              <p dir="auto" className="text-small text-soft wrap-anywhere">
                {why}
              </p>
            </div>
            <button
              type="button"
              className="act act-line"
              aria-label={tGatherings.host.inviteWho(person.name)}
              onClick={() => invite(person.id)}
            >
              {tGatherings.host.invite}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Invitations({ id, date }: HostingProps) {
  const { data } = useQuery(gatheringQueries.invitations(id, date));
  const waiting = (data?.people ?? []).filter(({ part }) => part === 'invited');
  if (waiting.length === 0) return null;
  return (
    <section aria-label={tGatherings.host.invitations}>
      <h2 className="small-head mb-1">{tGatherings.host.invitations}</h2>
      <p className="mb-3 max-w-prose text-soft">{tGatherings.host.lead}</p>
      <ul className="grid gap-3">
        {waiting.map((one) => (
          <li key={one.attendeeId} className="card p-4">
            <InvitationCard invitation={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function InvitationCard({
  invitation: { attendeeId, person, channel, reach, draft: first },
}: {
  readonly invitation: Invitation;
}) {
  const [draft, setDraft] = useState(first);
  const say = (part: 'coming' | 'declined'): void =>
    void perform(client.updateAttendee({ params: { id: attendeeId }, body: { part } }));
  return (
    <article aria-label={person.name}>
      <h3 dir="auto" className="font-serif text-[1.1rem] leading-snug wrap-anywhere">
        {person.name}
      </h3>
      <textarea
        className="input voice mt-2"
        rows={3}
        aria-label={tGatherings.followUps.draft(person.name)}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
      <div className="mt-2 flex flex-wrap gap-1.5">
        <WriteAct item={{ channel }} draft={draft} reach={chooseReach(reach, channel)} onWriting={() => undefined} />
        <button
          type="button"
          className="act act-line"
          aria-label={tGatherings.host.saysYes(person.name)}
          onClick={() => say('coming')}
        >
          {tGatherings.host.yes}
        </button>
        <button
          type="button"
          className="act act-line"
          aria-label={tGatherings.host.saysNo(person.name)}
          onClick={() => say('declined')}
        >
          {tGatherings.host.no}
        </button>
      </div>
    </article>
  );
}
