import { lazy, Suspense, useSyncExternalStore } from 'react';
import { isConnected, onConnection } from '../../lib/live.ts';
import { t } from '../../lib/strings.ts';
import { getWaiting, onWaiting } from '../../lib/waiting.ts';

const KeptActs = lazy(async () => ({ default: (await import('../offline/kept-acts.tsx')).KeptActs }));

export function Banners({ demo }: { readonly demo: boolean }) {
  const connected = useSyncExternalStore(onConnection, isConnected);
  const { waiting, stuck } = useSyncExternalStore(onWaiting, getWaiting);
  return (
    <>
      <div aria-live="polite">
        {!connected && <p className="mb-3 rounded-soft bg-sky-soft px-4 py-2 text-small text-sky">{t.offline.away}</p>}
        {demo && <p className="mb-3 rounded-soft bg-sky-soft px-4 py-2 text-small text-sky">{t.app.demo}</p>}
      </div>
      {waiting + stuck > 0 && (
        <Suspense fallback={null}>
          <KeptActs waiting={waiting} stuck={stuck} connected={connected} />
        </Suspense>
      )}
    </>
  );
}
