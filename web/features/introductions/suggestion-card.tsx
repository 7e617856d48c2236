import type { IntroductionIdea } from '../../../src/contract/shapes.ts';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { tIntro } from '../../lib/strings-introductions.ts';
import { PairNames, Whys } from './introduction-card.tsx';

/** Two who may be glad of each other, and why: to begin with, or not to be shown again. */
export function SuggestionCard({ idea }: { readonly idea: IntroductionIdea }) {
  const { first, second, whyFirst, whySecond } = idea;
  const add = (as: 'idea' | 'dismissed'): void =>
    void perform(client.addIntroduction({ body: { first: first.id, second: second.id, whyFirst, whySecond, as } }));
  return (
    <article aria-label={tIntro.and(first.name, second.name)} className="card grid gap-3 px-4 py-4 desk:px-5">
      <h3 className="font-serif text-[1.15rem] leading-snug">
        <PairNames first={first} second={second} />
      </h3>
      <Whys first={first} second={second} whyFirst={whyFirst} whySecond={whySecond} />
      <div className="flex flex-wrap gap-1">
        <button type="button" className="act act-line" onClick={() => add('idea')}>
          {tIntro.keep}
        </button>
        <button type="button" className="act" onClick={() => add('dismissed')}>
          {tIntro.never}
        </button>
      </div>
    </article>
  );
}
