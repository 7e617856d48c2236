import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { queries } from '../../lib/api.ts';
import { useKeys } from '../../lib/keys.ts';
import { speak } from '../../lib/language.ts';
import { startLive } from '../../lib/live.ts';
import { t } from '../../lib/strings.ts';
import { closeToast, lastUndo } from '../../lib/toasts.ts';
import { useOffline } from '../../lib/use-offline.ts';
import { Capture } from '../capture/capture.tsx';
import { focusCapture } from '../capture/focus.ts';
import { Banners } from './banners.tsx';
import { SideNav, TabBar } from './nav.tsx';

const FindSheet = lazy(async () => ({ default: (await import('../find/find-sheet.tsx')).FindSheet }));
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }));

type Sheet = 'none' | 'find' | 'keys';

/** The frame of every signed-in page: where one can go, the line to write in, and the page itself. */
export function Shell() {
  const [sheet, setSheet] = useState<Sheet>('none');
  const navigate = useNavigate();
  const session = useQuery(queries.session);
  const { data: settings } = useQuery(queries.settings);
  const locale = settings?.locale;

  useEffect(startLive, []);
  useEffect(() => {
    if (locale !== undefined) void speak(locale);
  }, [locale]);
  const signedIn = session.data?.signedIn !== false;
  useEffect(() => {
    if (!signedIn) void navigate({ to: '/welcome' });
  }, [signedIn, navigate]);
  useOffline(session.data);

  useKeys(t.keys.general, [
    { keys: 'c', label: t.keys.capture, run: focusCapture },
    { keys: '/', label: t.keys.search, run: () => setSheet('find') },
    { keys: 'mod+k', label: t.keys.search, run: () => setSheet(sheet === 'find' ? 'none' : 'find') },
    { keys: 'g t', label: t.keys.goToday, run: () => void navigate({ to: '/' }) },
    { keys: 'g p', label: t.keys.goPeople, run: () => void navigate({ to: '/people' }) },
    { keys: 'g c', label: t.keys.goCircles, run: () => void navigate({ to: '/circles' }) },
    { keys: 'g n', label: t.nav.map, run: () => void navigate({ to: '/pictures' }) },
    { keys: 'g y', label: t.nav.year, run: () => void navigate({ to: '/pictures/year' }) },
    { keys: 'g m', label: t.keys.goPrep, run: () => void navigate({ to: '/prep' }) },
    { keys: 'g k', label: t.nav.introductions, run: () => void navigate({ to: '/introductions' }) },
    { keys: 'g r', label: t.nav.resources, run: () => void navigate({ to: '/resources' }) },
    { keys: 'g e', label: t.nav.gatherings, run: () => void navigate({ to: '/gatherings' }) },
    { keys: 'g w', label: t.nav.news, run: () => void navigate({ to: '/news', search: {} }) },
    { keys: 'g l', label: t.nav.longGame, run: () => void navigate({ to: '/goals' }) },
    { keys: 'g o', label: t.nav.near, run: () => void navigate({ to: '/near', search: {} }) },
    { keys: 'g i', label: t.keys.goImport, run: () => void navigate({ to: '/import' }) },
    { keys: 'g s', label: t.keys.goSettings, run: () => void navigate({ to: '/settings' }) },
    { keys: 'z', label: t.keys.undo, run: undoLast },
    { keys: '?', label: t.keys.help, run: () => setSheet('keys') },
  ]);

  const openFind = (): void => setSheet('find');
  const close = (): void => setSheet('none');
  return (
    <div className="shell mx-auto grid max-w-[88rem] desk:min-h-dvh desk:grid-cols-[12rem_minmax(0,1fr)] wide:grid-cols-[13.5rem_minmax(0,1fr)]">
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:fixed! focus:start-4 focus:top-3 focus:z-50 focus:rounded-full focus:bg-leaf focus:px-4! focus:py-2! focus:text-on-leaf"
      >
        {t.app.skip}
      </a>
      <SideNav onFind={openFind} />
      <div className="shell min-w-0 px-4 pt-4 pb-40 desk:px-6 desk:pt-10 desk:pb-10">
        <div className="contents print:hidden">
          <Banners demo={session.data?.demo ?? false} />
          <Capture />
        </div>
        <main id="page" tabIndex={-1} className="outline-none">
          <Outlet />
        </main>
      </div>
      <TabBar onFind={openFind} />
      <Suspense fallback={null}>
        {sheet === 'find' && <FindSheet onClose={close} onKeys={() => setSheet('keys')} />}
        {sheet === 'keys' && <KeysSheet onClose={close} />}
      </Suspense>
    </div>
  );
}

function undoLast(): void {
  const toast = lastUndo();
  if (toast?.action === undefined) return;
  closeToast(toast.id);
  toast.action.run();
}
