import { useSyncExternalStore } from 'react';
import { isConnected, onConnection } from '../../lib/live.ts';
import { t } from '../../lib/strings.ts';

export function Banners({ demo }: { readonly demo: boolean }) {
  const connected = useSyncExternalStore(onConnection, isConnected);
  return (
    <div aria-live="polite">
      {!connected && <p className="mb-3 rounded-soft bg-warm-soft px-4 py-2 text-small text-warm">{t.app.offline}</p>}
      {demo && <p className="mb-3 rounded-soft bg-sky-soft px-4 py-2 text-small text-sky">{t.app.demo}</p>}
    </div>
  );
}
