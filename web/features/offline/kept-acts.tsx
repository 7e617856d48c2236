import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { longDay } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { showToast } from '../../lib/toasts.ts';
import type { Waiting } from '../../lib/waiting.ts';
import { allKept, keepForLater, letGoOf, tryAgain } from '../../offline/delivery.ts';
import { type Kept, wordsOf } from '../../offline/queue.ts';
import { prefillCapture } from '../capture/prefill.ts';

/** What is kept on this device until it is saved, and what could not be: with the words, and what to do. */
export function KeptActs({ waiting, stuck, connected }: Waiting & { readonly connected: boolean }) {
  const [all, setAll] = useState<readonly Kept[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers say that the queue is another.
  useEffect(() => {
    let current = true;
    allKept().then(
      (kept) => current && setAll(kept),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [waiting, stuck]);
  const refused = all.filter(({ problem }) => problem !== undefined);
  const others = all.filter(({ problem }) => problem === undefined);
  return (
    <section aria-label={t.offline.label} className="mb-3 grid gap-3">
      {stuck > 0 && (
        <div className="card px-5 py-4">
          <p role="alert" className="mb-1 font-medium">
            {t.offline.stuck(stuck)}
          </p>
          <ul className="grid gap-3">
            {refused.map((kept) => (
              <Refused key={kept.at} kept={kept} />
            ))}
          </ul>
        </div>
      )}
      {waiting > 0 && (
        <details className="rounded-soft bg-sky-soft px-4 py-2 text-small text-sky">
          <summary className="cursor-pointer">
            {connected ? t.offline.delivering(waiting) : t.offline.waits(waiting)}
          </summary>
          <ul className="mt-2 grid gap-1">
            {others.map((kept) => (
              <li key={kept.at}>{[t.offline.acts[kept.name], ...wordsOf(kept)].join(': ')}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Refused({ kept }: { readonly kept: Kept }) {
  const navigate = useNavigate();
  const words = wordsOf(kept);
  const personId = kept.params.personId ?? (kept.name.endsWith('Touch') ? undefined : kept.params.id);
  const drop = (): void => {
    void letGoOf(kept);
    const { at: _, ...same } = kept;
    showToast({ text: t.offline.dropped, action: { label: t.toast.undo, run: () => void keepForLater(same) } });
  };
  return (
    <li>
      <p className="text-small text-soft">
        {[t.offline.acts[kept.name], kept.about, longDay(kept.day)].filter((part) => part !== undefined).join(', ')}
      </p>
      {words.map((text) => (
        <p key={text} className="voice whitespace-pre-wrap">
          {text}
        </p>
      ))}
      <p className="my-1 text-small text-warm">{kept.problem}</p>
      <div className="flex flex-wrap gap-1.5">
        {words.length > 0 && (
          <button
            type="button"
            className="act act-line"
            onClick={() => {
              prefillCapture(words.join(' '));
              drop();
            }}
          >
            {t.offline.toLine}
          </button>
        )}
        {personId !== undefined && (
          <button
            type="button"
            className="act act-line"
            onClick={() => void navigate({ to: '/people/$id', params: { id: personId } })}
          >
            {t.offline.look}
          </button>
        )}
        {kept.name !== 'capture' && (
          <button type="button" className="act act-line" onClick={() => void tryAgain(kept)}>
            {kept.before === undefined ? t.offline.retry : t.offline.again}
          </button>
        )}
        <button type="button" className="act act-line" onClick={drop}>
          {t.offline.drop}
        </button>
      </div>
    </li>
  );
}
