import { Link } from '@tanstack/react-router';
import type { Circle } from '../../../src/contract/shapes.ts';
import { Icon } from '../../components/icon.tsx';
import { t } from '../../lib/strings.ts';

/** One circle: its rhythm in words, and how full it is beside what fits. */
export function CircleCard({ circle, onEdit }: { readonly circle: Circle; readonly onEdit: () => void }) {
  const over = circle.size !== null && circle.members > circle.size;
  return (
    <li className="card grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-5 px-5 py-4">
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
            circle.rhythmDays === null ? t.circles.noRhythm : t.rhythm(circle.rhythmDays),
            t.circles.members(circle.members, circle.size),
            circle.rhythmDays === null ? '' : t.circles.due(circle.due),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {over && <p className="text-small text-warm">{t.circles.over}</p>}
      </div>
      <div className="flex gap-1">
        <Link to="/people" search={{ circle: circle.name }} className="act max-desk:hidden">
          {t.circles.see}
        </Link>
        <button type="button" className="act act-round" aria-label={t.circles.editTitle(circle.name)} onClick={onEdit}>
          <Icon name="pencil" size={16} />
        </button>
      </div>
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
