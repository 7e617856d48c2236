import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Introduction } from '../../src/contract/shapes.ts';
import { Empty } from '../components/empty.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { IntroductionCard } from '../features/introductions/introduction-card.tsx';
import { SuggestionCard } from '../features/introductions/suggestion-card.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { queries } from '../lib/api.ts';
import { tIntro } from '../lib/strings-introductions.ts';

const route = getRouteApi('/shell/introductions');

/** So many ideas are read; of more one is chosen by nobody. */
const FIRST = 4;

const OVER: ReadonlySet<Introduction['state']> = new Set(['thanked', 'declined', 'dismissed']);

/** Two people who would be glad to know each other: what is under way, and who may be next. */
export function IntroductionsRoute() {
  const { person } = route.useSearch();
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery(queries.introductions(person));
  const { data: ideas } = useQuery(queries.introductionIdeas(person));
  if (error !== null && data === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={3} height="9rem" />;
  const { introductions } = data;
  const current = introductions.filter(({ state }) => !OVER.has(state));
  const over = introductions.filter(({ state }) => OVER.has(state));
  const suggestions = ideas?.suggestions ?? [];
  const about = [...introductions, ...suggestions]
    .flatMap(({ first, second }) => [first, second])
    .find(({ id }) => id === person);
  const isEmpty = introductions.length + suggestions.length === 0 && ideas !== undefined;
  return (
    <>
      <PageHead title={about === undefined ? tIntro.title : tIntro.of(about.name)} lead={tIntro.lead}>
        {person !== undefined && (
          <Link to="/introductions" className="link">
            {tIntro.everybody}
          </Link>
        )}
      </PageHead>
      {isEmpty && <Empty title={tIntro.none} lead={tIntro.noneLead} />}
      <div className="grid gap-x-10 gap-y-8 max-desk:pb-32 wide:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-4 empty:hidden">
          {current.length > 0 && <Cards title={tIntro.underWay} introductions={current} />}
          {over.length > 0 && <Cards title={tIntro.earlier} introductions={over} />}
        </div>
        {suggestions.length > 0 && (
          <section aria-label={tIntro.ideas} className="grid content-start gap-4">
            <div>
              <h2 className="small-head">{tIntro.ideas}</h2>
              <p className="mt-1 text-small text-soft">{tIntro.ideasLead}</p>
            </div>
            {(all ? suggestions : suggestions.slice(0, FIRST)).map((idea) => (
              <SuggestionCard key={`${idea.first.id} ${idea.second.id}`} idea={idea} />
            ))}
            {!all && suggestions.length > FIRST && (
              <button type="button" className="act act-line justify-self-start" onClick={() => setAll(true)}>
                {tIntro.moreIdeas(suggestions.length - FIRST)}
              </button>
            )}
          </section>
        )}
      </div>
    </>
  );
}

function Cards({ title, introductions }: { readonly title: string; readonly introductions: readonly Introduction[] }) {
  return (
    <section aria-label={title} className="grid gap-3">
      <h2 className="small-head">{title}</h2>
      {introductions.map((one) => (
        <IntroductionCard key={one.id} introduction={one} />
      ))}
    </section>
  );
}
