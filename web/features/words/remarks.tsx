import { useQuery } from '@tanstack/react-query';
import type { Channel, DraftKind } from '../../../src/domain/words.ts';
import { useSettled } from '../../lib/hooks.ts';
import { w } from '../../lib/strings-words.ts';
import { wordQueries } from './queries.ts';

interface RemarksProps {
  readonly personId: string;
  readonly text: string;
  readonly channel: Channel;
  readonly kind?: DraftKind;
}

/** Milliseconds without a key before a draft is looked at. */
const PAUSE = 500;

/** What a thoughtful friend would say about a draft, quietly and once the writer pauses. Without an answer there is nothing. */
export function Remarks({ personId, text, channel, kind }: RemarksProps) {
  const settled = useSettled(text, PAUSE);
  const { data } = useQuery(
    wordQueries.remarks(personId, { text: settled, channel, ...(kind === undefined ? {} : { kind }) }),
  );
  const remarks = settled.trim() === '' ? [] : (data?.remarks ?? []);
  return (
    <div role="status" className="text-small text-soft">
      {remarks.length > 0 && (
        <>
          <p className="sr-only">{w.remarks}</p>
          <ul className="my-2 grid gap-1.5">
            {remarks.map((remark) => (
              <li key={`${remark.kind}${remark.quote}`} className="appear border-s-2 border-warm/50 ps-3 wrap-anywhere">
                <q dir="auto" className="text-faint">
                  {remark.quote}
                </q>{' '}
                {remark.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
