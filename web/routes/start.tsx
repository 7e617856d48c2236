import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PageHead } from '../components/page-head.tsx';
import { OfferedCircles } from '../features/circles/offered-circles.tsx';
import { FirstNames } from '../features/session/first-names.tsx';
import { queries } from '../lib/api.ts';
import { tStart } from '../lib/strings-start.ts';

/** The first hour: who matters, what is at hand, and circles to begin with. */
export function StartRoute() {
  const { data: session } = useQuery(queries.session);
  const { data: circles } = useQuery(queries.circles);
  return (
    <div className="max-w-4xl">
      <PageHead title={tStart.title(session?.name?.split(' ')[0] ?? '')} lead={tStart.lead}>
        <Link to="/" className="act act-line">
          {tStart.finish}
        </Link>
      </PageHead>
      <div className="grid items-start gap-4 wide:grid-cols-2">
        <FirstNames />
        <div className="grid gap-4">
          <section className="card p-6">
            <h2>{tStart.importTitle}</h2>
            <p className="mt-1 mb-4 text-soft">{tStart.importLead}</p>
            <Link to="/import" className="act act-line">
              {tStart.import}
            </Link>
          </section>
          {circles !== undefined && (circles.offered.length > 0 || circles.circles.length > 0) && (
            <section className="card p-6">
              <h2>{tStart.circlesTitle}</h2>
              <p className="mt-1 mb-4 text-soft">{tStart.circlesLead}</p>
              <OfferedCircles offered={circles.offered} taken={circles.circles} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
