import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Circle } from '../../../src/contract/shapes.ts';
import { Icon } from '../../components/icon.tsx';
import { useMedia } from '../../lib/hooks.ts';
import { t } from '../../lib/strings.ts';
import { tCircles } from '../../lib/strings-circles.ts';
import { Members } from './members.tsx';
import { type Moving, movePerson } from './moving.ts';

interface CircleCardProps {
  readonly circle: Circle;
  readonly circles: readonly Circle[];
  /** Who is being dragged, from whichever circle. */
  readonly moving: Moving | undefined;
  readonly onDrag: (moving: Moving | undefined) => void;
  readonly onEdit: () => void;
}

/** One circle: its rhythm in words, how full it is beside what fits, and who is in it. */
export function CircleCard({ circle, circles, moving, onDrag, onEdit }: CircleCardProps) {
  const over = circle.size !== null && circle.members > circle.size;
  const desk = useMedia('(min-width: 44rem)');
  const [chosen, setChosen] = useState<boolean>();
  const open = (chosen ?? desk) && circle.members > 0;
  const welcomes = moving !== undefined && moving.from !== circle.id;
  const [under, setUnder] = useState(false);
  return (
    <li
      onDragOver={(event) => {
        if (!welcomes) return;
        event.preventDefault();
        setUnder(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setUnder(false);
      }}
      onDrop={(event) => {
        setUnder(false);
        if (!welcomes) return;
        event.preventDefault();
        movePerson(moving, circle.id);
      }}
      data-circle={circle.name}
      className={`${welcomes ? 'border-dashed! border-leaf!' : ''} ${welcomes && under ? 'bg-leaf-soft!' : ''} card grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-5 px-5 py-4`}
    >
      <Fullness share={circle.size === null ? undefined : circle.members / circle.size} />
      <div className="min-w-0">
        <h2>
          <Link
            to="/people"
            search={{ circle: circle.name }}
            className="hover:underline hover:decoration-line hover:underline-offset-4"
          >
            {circle.name}
          </Link>
        </h2>
        <p className="text-soft">
          {[
            circle.rhythmDays === null ? tCircles.noRhythm : t.rhythm(circle.rhythmDays),
            tCircles.members(circle.members, circle.size),
            circle.rhythmDays === null ? '' : tCircles.due(circle.due),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {over && <p className="text-small text-warm">{tCircles.over}</p>}
      </div>
      <div className="flex gap-1 max-desk:col-span-2 max-desk:col-start-2 max-desk:-ms-3.5">
        {circle.members > 0 && (
          <button type="button" className="act" aria-expanded={open} onClick={() => setChosen(!open)}>
            {open ? tCircles.fold : tCircles.unfold}
            <span className="sr-only">{circle.name}</span>
          </button>
        )}
        <button type="button" className="act act-round" aria-label={tCircles.editTitle(circle.name)} onClick={onEdit}>
          <Icon name="pencil" size={16} />
        </button>
      </div>
      {open && (
        <div className="col-span-full mt-3 min-w-0">
          <Members circle={circle} circles={circles} onDrag={onDrag} />
        </div>
      )}
      {!open && welcomes && <p className="col-span-full mt-2 text-small text-leaf">{tCircles.dropHere}</p>}
    </li>
  );
}

/** A ring filled by so much of the soft size; the words beside it say the same. */
function Fullness({ share }: { readonly share: number | undefined }) {
  const around = 2 * Math.PI * 15;
  const filled = Math.min(1, share ?? 0) * around;
  return (
    <svg width="44" height="44" viewBox="0 0 44 44" fill="none" aria-hidden="true" className="-rotate-90">
      <circle cx="22" cy="22" r="15" strokeWidth="5" className="stroke-leaf-soft" />
      {share !== undefined && share > 0 && (
        <circle
          cx="22"
          cy="22"
          r="15"
          strokeWidth="5"
          strokeLinecap="round"
          strokeDasharray={`${filled.toString()} ${around.toString()}`}
          className={share > 1 ? 'stroke-warm' : 'stroke-leaf'}
        />
      )}
    </svg>
  );
}
