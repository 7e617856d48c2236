import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Circle } from '../../src/contract/shapes.ts';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { CircleCard } from '../features/circles/circle-card.tsx';
import { CircleSheet } from '../features/circles/circle-sheet.tsx';
import type { Moving } from '../features/circles/moving.ts';
import { OfferedCircles } from '../features/circles/offered-circles.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { queries } from '../lib/api.ts';
import { tCircles } from '../lib/strings-circles.ts';

type Open = 'none' | 'new' | Circle;

export function CirclesRoute() {
  const { data, error, refetch } = useQuery(queries.circles);
  const [open, setOpen] = useState<Open>('none');
  const [moving, setMoving] = useState<Moving>();
  if (data === undefined)
    return error === null ? (
      <div className="mt-28">
        <Loading rows={4} height="5rem" />
      </div>
    ) : (
      <Stumble error={error} onRetry={() => void refetch()} />
    );
  const circles = data.circles.toSorted((a, b) => a.position - b.position);
  return (
    <div className="max-w-4xl">
      <PageHead title={tCircles.title} lead={tCircles.lead}>
        <span className="flex gap-1.5">
          {data.unsorted > 0 && (
            <Link to="/sort" className="act act-go">
              {tCircles.sort(data.unsorted)}
            </Link>
          )}
          <button type="button" className="act act-line" onClick={() => setOpen('new')}>
            <Icon name="plus" size={16} />
            {tCircles.add}
          </button>
        </span>
      </PageHead>
      {circles.length > 1 && <p className="mb-3 text-small text-faint max-desk:hidden">{tCircles.dragHint}</p>}
      {data.circles.length === 0 && <p className="mb-4 text-soft">{tCircles.empty}</p>}
      <ul className="grid gap-3">
        {circles.map((circle) => (
          <CircleCard
            key={circle.id}
            circle={circle}
            circles={circles}
            moving={moving}
            onDrag={setMoving}
            onEdit={() => setOpen(circle)}
          />
        ))}
      </ul>
      {data.acquaintances > 0 && (
        <p className="mt-4 text-small text-faint">{tCircles.acquaintances(data.acquaintances)}</p>
      )}
      {data.offered.length > 0 && (
        <section className="mt-8 max-w-lg" aria-label={tCircles.offered}>
          <h2 className="small-head mb-3">{tCircles.offered}</h2>
          <OfferedCircles offered={data.offered} />
        </section>
      )}
      {open !== 'none' && (
        <CircleSheet
          {...(open === 'new' ? {} : { circle: open })}
          position={data.circles.length}
          onClose={() => setOpen('none')}
        />
      )}
    </div>
  );
}
