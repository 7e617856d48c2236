import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Reach } from '../../../src/contract/shapes.ts';
import type { Channel } from '../../../src/domain/words.ts';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { n } from '../../lib/strings-news.ts';
import { Draft } from '../news/draft.tsx';

interface Thanked {
  readonly personId: string;
  readonly name: string;
  readonly why: readonly string[];
  readonly draft: string;
  readonly thankedOn: string | null;
  readonly channel?: Channel;
  readonly reach?: readonly Reach[];
}

/** One person to thank: why, and on request a draft. One at a time. */
export function ThanksLine({ thanks, text }: { readonly thanks: Thanked; readonly text: string }) {
  const [open, setOpen] = useState(false);
  const { personId, name, why, thankedOn } = thanks;
  const say = (channel?: Channel): void => {
    void perform(
      client.thank({ params: { id: personId }, body: { text, ...(channel === undefined ? {} : { channel }) } }),
      { onDone: () => setOpen(false) },
    );
  };
  return (
    <article aria-label={name} className="grid gap-2 border-b border-line/70 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1">
          <Link to="/people/$id" params={{ id: personId }} className="font-serif text-[1.1rem] hover:underline">
            {name}
          </Link>
          {why.map((reason) => (
            <p key={reason} className="text-small text-soft wrap-anywhere" lang="en">
              {reason}
            </p>
          ))}
        </div>
        {thankedOn !== null ? (
          <p className="text-small text-faint">{n.goals.thankedOn(thankedOn)}</p>
        ) : (
          !open && (
            <button type="button" className="act act-line print:hidden" onClick={() => setOpen(true)}>
              {n.goals.write}
              <span className="sr-only"> {name}</span>
            </button>
          )
        )}
      </div>
      {open && thankedOn === null && (
        <Draft
          label={n.goals.draftFor(name)}
          draft={thanks.draft}
          channel={thanks.channel ?? 'other'}
          reach={thanks.reach ?? []}
          onSent={say}
        >
          <button type="button" className="act" onClick={() => say()}>
            {n.goals.thanked}
          </button>
        </Draft>
      )}
    </article>
  );
}
