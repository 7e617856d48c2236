import { useQuery } from '@tanstack/react-query';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Goals } from '../features/goals/goals.tsx';
import { Outcomes } from '../features/goals/outcomes.tsx';
import { LongGameTabs } from '../features/news/long-game-tabs.tsx';
import { longGame } from '../features/news/queries.ts';
import { Stumble } from '../features/shell/stumble.tsx';
import { n } from '../lib/strings-news.ts';

/** What one wants to reach, and what came of one's ties. */
export function GoalsRoute() {
  const goals = useQuery(longGame.goals);
  const outcomes = useQuery(longGame.outcomes);
  const error = goals.error ?? outcomes.error;
  if (error !== null && (goals.data === undefined || outcomes.data === undefined))
    return <Stumble error={error} onRetry={() => void Promise.all([goals.refetch(), outcomes.refetch()])} />;
  return (
    <>
      <PageHead title={n.goals.title} lead={n.goals.lead}>
        <LongGameTabs />
      </PageHead>
      {goals.data === undefined || outcomes.data === undefined ? (
        <Loading rows={3} height="7rem" />
      ) : (
        <div className="grid gap-x-12 gap-y-8 wide:grid-cols-2">
          <Goals goals={goals.data.items} />
          <Outcomes outcomes={outcomes.data.items} goals={goals.data.items} />
        </div>
      )}
    </>
  );
}
