import { useEffect } from 'react';
import type { Session } from '../../src/contract/shapes.ts';

/** When the first page stands: what it needs comes first. */
const AFTER_MS = 1_500;

/** Keeps the device ready to be without a network, for whoever is signed in; loaded after the first page. */
export function useOffline(session: Session | undefined): void {
  useEffect(() => {
    if (session === undefined) return;
    if (!session.signedIn) {
      void closeUpOffline();
      return;
    }
    const timer = setTimeout(() => void start(session), AFTER_MS);
    return () => clearTimeout(timer);
  }, [session]);
}

async function start(session: Session): Promise<void> {
  const { startOffline } = await import('../offline/offline.ts');
  await startOffline(session);
}

/** The session is gone: what is kept for reading goes too. */
export async function closeUpOffline(): Promise<void> {
  const { closeUp } = await import('../offline/offline.ts');
  await closeUp();
}
