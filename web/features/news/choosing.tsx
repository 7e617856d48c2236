import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewsPage } from '../../../src/contract/long-game.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { Loading } from '../../components/loading.tsx';
import { Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client, queries } from '../../lib/api.ts';
import { n } from '../../lib/strings-news.ts';
import { PersonPicker } from '../touch/person-picker.tsx';
import { longGame } from './queries.ts';

/** A circle of up to so many may be taken whole; of more, one chooses. */
const LARGEST_CIRCLE = 15;

/** Who would care, and why each: ticked one by one, by circle or by name. */
export function Choosing({ news }: { readonly news: NewsPage }) {
  const [circle, setCircle] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { data: circles } = useQuery(queries.circles);
  const { data, isPlaceholderData } = useQuery(longGame.suggestions(news.id, circle));
  const add = (people: readonly string[]): void => {
    void perform(client.addNewsPeople({ params: { id: news.id }, body: { people: [...people] } }), {
      onDone: () => setTicked(new Set()),
    });
  };
  const chosen = (circles?.circles ?? []).find(({ id }) => id === circle);
  return (
    <Section title={n.news.who}>
      <p className="mb-3 text-soft">{n.news.whoLead}</p>
      <Field label={n.news.from} className="mb-2">
        {({ id }) => (
          <Choice
            id={id}
            value={circle}
            options={[
              ['', n.news.fromAll] as const,
              ...(circles?.circles ?? []).map((one) => [one.id, one.name] as const),
            ]}
            onChange={setCircle}
          />
        )}
      </Field>
      {data === undefined ? (
        <Loading rows={4} height="3rem" />
      ) : data.people.length === 0 ? (
        <p className="my-3 text-soft">{n.news.nobody}</p>
      ) : (
        <ul
          aria-label={n.news.who}
          aria-busy={isPlaceholderData}
          className={`max-h-[32rem] overflow-y-auto ${isPlaceholderData ? 'opacity-60' : ''}`}
        >
          {data.people.map(({ personId, name, circle: where, why }) => (
            <li key={personId} className="border-b border-line/70">
              <label className="flex min-h-11 gap-3 px-1 py-2 hover:bg-card">
                <input
                  type="checkbox"
                  className="tick mt-1"
                  aria-label={n.news.tick(name)}
                  checked={ticked.has(personId)}
                  onChange={(event) => {
                    const next = new Set(ticked);
                    if (event.target.checked) next.add(personId);
                    else next.delete(personId);
                    setTicked(next);
                  }}
                />
                <span className="min-w-0">
                  <span dir="auto" className="block font-serif text-[1.05rem] leading-snug wrap-anywhere">
                    {name}
                  </span>
                  <span className="block text-small text-soft wrap-anywhere" lang="en">
                    {why.length === 0 ? (where ?? '') : why.join(' ')}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-1">
        <button type="button" className="act act-go" disabled={ticked.size === 0} onClick={() => add([...ticked])}>
          {n.news.choose(ticked.size)}
        </button>
        {chosen !== undefined && chosen.members > 0 && chosen.members <= LARGEST_CIRCLE && (
          <button
            type="button"
            className="act act-line"
            onClick={() => void perform(client.addNewsPeople({ params: { id: news.id }, body: { circle: chosen.id } }))}
          >
            {n.news.circleAll(chosen.name, chosen.members)}
          </button>
        )}
      </div>
      <div className="mt-4">
        <PersonPicker
          label={n.news.byName}
          except={news.people.map(({ personId }) => personId)}
          onPick={(picked) => picked?.id !== undefined && add([picked.id])}
        />
      </div>
    </Section>
  );
}
