import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ResourceFit } from '../../../src/contract/shapes.ts';
import type { Channel } from '../../../src/domain/words.ts';
import { Face } from '../../components/face.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { chooseReach } from '../../lib/reach.ts';
import { r } from '../../lib/strings-resources.ts';
import { AskSent } from '../today/asks.tsx';
import { WriteAct } from '../today/write-act.tsx';

/** One person whom it would suit: why, what to say, and that it was sent. */
export function PersonCard({ resourceId, person }: { readonly resourceId: string; readonly person: ResourceFit }) {
  const [draft, setDraft] = useState<string>();
  const [writing, setWriting] = useState<Channel>();
  const words = draft ?? person.draft;
  const params = { id: resourceId };
  const share = (channel: Channel): void => {
    const body = { personId: person.personId, channel };
    void perform(client.shareResource({ params, body }, { idempotencyKey: newId() }));
  };
  return (
    <li
      aria-label={person.name}
      className="card tone-leaf grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 p-4 desk:grid-cols-[3rem_minmax(0,1fr)] desk:gap-x-4 desk:p-6"
    >
      <Face id={person.personId} initials={person.initials} photo={person.photo} size={2.75} tone="none" />
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 dir="auto" className="font-serif text-[1.15rem]">
            <Link to="/people/$id" params={{ id: person.personId }} className="hover:underline">
              {person.name}
            </Link>
          </h3>
          {person.headline !== null && <small className="text-small text-faint">{person.headline}</small>}
        </div>
        <p dir="auto" className="mt-0.5 wrap-anywhere text-soft">
          {person.why}
        </p>
        <textarea
          lang="en"
          dir="auto"
          aria-label={r.draftFor(person.name)}
          className="quote my-4 max-desk:-ms-[3.25rem] max-desk:w-[calc(100%+3.25rem)]"
          rows={3}
          value={words}
          onChange={(event) => setDraft(event.target.value)}
        />
        <div className="flex flex-wrap items-center gap-1.5 max-desk:-ms-[3.25rem]">
          {writing !== undefined ? (
            <AskSent channel={writing} onYes={() => share(writing)} onNo={() => setWriting(undefined)} />
          ) : (
            <>
              <WriteAct
                item={person}
                draft={words}
                reach={chooseReach(person.reach, person.channel)}
                onWriting={setWriting}
              />
              <button type="button" className="act" onClick={() => share(person.channel)}>
                {r.shared}
              </button>
              {!person.meant && (
                <button
                  type="button"
                  className="act"
                  onClick={() =>
                    void perform(client.shareResource({ params, body: { personId: person.personId, later: true } }))
                  }
                >
                  {r.later}
                </button>
              )}
            </>
          )}
        </div>
      </div>
    </li>
  );
}
