import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ShareShown } from '../../../src/contract/shapes.ts';
import { REACTIONS, type Reaction } from '../../../src/domain/words.ts';
import { Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { shortDay } from '../../lib/days.ts';
import { r } from '../../lib/strings-resources.ts';

/** Who got it, and what they made of it. */
export function Shares({ shares }: { readonly shares: readonly ShareShown[] }) {
  if (shares.length === 0) return null;
  return (
    <Section title={r.got}>
      <ul className="grid gap-4">
        {shares.map((share) => (
          <li key={share.id}>
            <ShareLine share={share} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ShareLine({ share }: { readonly share: ShareShown }) {
  const [said, setSaid] = useState(share.said);
  const note = (body: { readonly reaction?: Reaction | null; readonly said?: string }): void =>
    void perform(client.updateShare({ params: { id: share.id }, body }));
  return (
    <>
      <p>
        <Link to="/people/$id" params={{ id: share.personId }} className="link">
          {share.name}
        </Link>
        {share.sharedOn !== null && <span className="text-small text-faint"> · {shortDay(share.sharedOn)}</span>}
      </p>
      <fieldset className="mt-1 flex flex-wrap gap-1">
        <legend className="sr-only">{r.reaction(share.name)}</legend>
        {REACTIONS.map((one) => (
          <button
            key={one}
            type="button"
            className={one === share.reaction ? 'act act-go' : 'act act-line'}
            aria-pressed={one === share.reaction}
            onClick={() => note({ reaction: one === share.reaction ? null : one })}
          >
            {r.reactions[one]}
          </button>
        ))}
      </fieldset>
      <input
        className="input mt-2"
        aria-label={`${share.name}: ${r.said}`}
        placeholder={r.said}
        maxLength={2_000}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
        onBlur={() => said.trim() !== share.said && note({ said: said.trim() })}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </>
  );
}
