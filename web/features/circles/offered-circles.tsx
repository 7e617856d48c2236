import type { Circle, CircleInput } from '../../../src/contract/shapes.ts';
import { Icon } from '../../components/icon.tsx';
import { messageOf, perform } from '../../lib/acts.ts';
import { client, refresh } from '../../lib/api.ts';
import { t } from '../../lib/strings.ts';
import { tCircles } from '../../lib/strings-circles.ts';
import { tStart } from '../../lib/strings-start.ts';
import { showToast } from '../../lib/toasts.ts';

/**
 * Takes what is still offered, one after another, so that they keep their order. What the page shows may be older: a
 * circle can have been made a moment ago, beside this list or on another device.
 */
async function takeAll(): Promise<void> {
  try {
    const { offered } = await client.listCircles();
    for (const circle of offered) await client.addCircle({ body: circle });
  } catch (error) {
    showToast({ text: messageOf(error), tone: 'problem' });
  }
  refresh();
}

/** Ready-made circles, one click each or all at once. */
export function OfferedCircles({
  offered,
  taken = [],
}: {
  readonly offered: readonly CircleInput[];
  readonly taken?: readonly Circle[];
}) {
  return (
    <ul className="grid gap-2">
      {taken.map((circle) => (
        <li key={circle.id} className="flex items-center justify-between gap-3 px-1 py-0.5">
          <CircleWords circle={circle} />
          <span className="chip chip-leaf">
            <Icon name="check" size={14} />
            {tStart.taken}
          </span>
        </li>
      ))}
      {offered.map((circle) => (
        <li key={circle.name} className="flex items-center justify-between gap-3 px-1 py-0.5">
          <CircleWords circle={circle} />
          <button
            type="button"
            className="act act-line"
            onClick={() => void perform(client.addCircle({ body: circle }))}
          >
            <Icon name="plus" size={14} />
            {t.common.add}
            <span className="sr-only">{circle.name}</span>
          </button>
        </li>
      ))}
      {offered.length > 1 && (
        <li className="mt-2">
          <button type="button" className="act act-go" onClick={() => void takeAll()}>
            {tStart.take}
          </button>
        </li>
      )}
    </ul>
  );
}

function CircleWords({ circle }: { readonly circle: CircleInput }) {
  return (
    <span>
      <span className="font-serif text-lead">{circle.name}</span>{' '}
      <span className="text-small text-faint">
        {[
          circle.rhythmDays ? t.rhythm(circle.rhythmDays) : tCircles.noRhythm,
          circle.size ? tCircles.sizeOf(circle.size) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </span>
  );
}
