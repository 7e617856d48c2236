import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from '../components/empty.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { OfferedCircles } from '../features/circles/offered-circles.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { Deck } from '../features/triage/deck.tsx';
import { useDeck } from '../features/triage/use-deck.ts';
import { queries } from '../lib/api.ts';
import { tTriage } from '../lib/strings-triage.ts';

/** Hundreds of people into circles in minutes, one at a time, by keyboard or thumb. */
export function TriageRoute() {
  const { data: circles } = useQuery(queries.circles);
  const deck = useDeck();
  if (deck.error !== undefined && deck.total === 0) return <Stumble error={deck.error} onRetry={deck.retry} />;
  const counted = deck.total > 0 ? tTriage.progress(Math.min(deck.position, deck.total), deck.total) : '';
  return (
    <div className="mx-auto max-w-2xl">
      <PageHead
        title={tTriage.title}
        lead={
          [counted, deck.pending > 0 ? tTriage.saving(deck.pending) : ''].filter((part) => part !== '').join(' · ') ||
          ' '
        }
      >
        <Link to="/circles" className="act">
          {tTriage.toCircles}
        </Link>
      </PageHead>
      {deck.total > 0 && (
        <div className="mb-6 h-1 overflow-hidden rounded-full bg-sunk" aria-hidden="true">
          <div
            className="h-full rounded-full bg-leaf transition-[width] duration-200"
            style={{ width: `${((100 * Math.min(deck.position - 1, deck.total)) / deck.total).toString()}%` }}
          />
        </div>
      )}
      {circles !== undefined && circles.circles.length === 0 ? (
        <section className="card p-6">
          <p className="voice mb-4">{tTriage.noCircles}</p>
          <OfferedCircles offered={circles.offered} />
        </section>
      ) : deck.card !== undefined && circles !== undefined ? (
        <Deck deck={deck} card={deck.card} circles={circles.circles.toSorted((a, b) => a.position - b.position)} />
      ) : deck.loading || circles === undefined ? (
        <Loading rows={1} height="22rem" />
      ) : (
        <Empty
          title={deck.total > 0 ? tTriage.done : tTriage.nothing}
          lead={deck.total > 0 ? tTriage.doneLead : tTriage.nothingLead}
        >
          <span className="flex gap-2">
            <Link to="/" className="act act-go">
              {tTriage.toToday}
            </Link>
            {deck.canTakeBack && (
              <button type="button" className="act" onClick={deck.takeBack}>
                {tTriage.back}
              </button>
            )}
          </span>
        </Empty>
      )}
    </div>
  );
}
