import type { PersonPage } from '../../../src/contract/shapes.ts';
import { REVIVAL_RATINGS } from '../../../src/domain/words.ts';
import { Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { tWaking } from '../../lib/strings-waking.ts';

/** A tie that slept for years: that it may be woken, or how it was. */
export function Waking({ person }: { readonly person: PersonPage }) {
  const { id, waking } = person;
  if (waking === null) return null;
  const { state, text, key, rating } = waking;
  return (
    <Section title={state === 'asleep' ? tWaking.asleep : tWaking.woken}>
      <p className="text-small text-soft">{rating === null ? text : tWaking.said[rating]}</p>
      {key !== null && (
        <button
          type="button"
          className="act act-line mt-2"
          onClick={() => void perform(client.dismiss({ params: { id }, body: { key } }))}
        >
          {tWaking.letGo}
        </button>
      )}
      {state === 'woken' && (
        <div className="mt-2">
          <RateWaking personId={id} />
        </div>
      )}
    </Section>
  );
}

/** How it was, in one tap. */
export function RateWaking({ personId }: { readonly personId: string }) {
  return (
    <fieldset aria-label={tWaking.howWasIt} className="flex flex-wrap gap-1.5 border-0 p-0">
      {REVIVAL_RATINGS.map((rating) => (
        <button
          key={rating}
          type="button"
          className="act act-line"
          onClick={() => void perform(client.rateWaking({ params: { id: personId }, body: { rating } }))}
        >
          {tWaking.ratings[rating]}
        </button>
      ))}
    </fieldset>
  );
}
