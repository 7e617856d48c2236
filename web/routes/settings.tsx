import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Appearance } from '../features/settings/appearance.tsx';
import { CalendarFeed } from '../features/settings/calendar-feed.tsx';
import { YourData } from '../features/settings/data.tsx';
import { DigestSettings } from '../features/settings/digest.tsx';
import { OnDevice } from '../features/settings/on-device.tsx';
import { Preferences } from '../features/settings/preferences.tsx';
import { Tokens } from '../features/settings/tokens.tsx';
import { forgetWriting } from '../features/today/writing.ts';
import { messageOf } from '../lib/acts.ts';
import { client, queries, queryClient } from '../lib/api.ts';
import { t } from '../lib/strings.ts';
import { tSettings } from '../lib/strings-settings.ts';
import { w } from '../lib/strings-words.ts';
import { showToast } from '../lib/toasts.ts';

/** What waits would be lost: that is said first. */
async function signOut(confirmed = false): Promise<void> {
  try {
    const { deliverBeforeLeaving, wipe } = await import('../offline/offline.ts');
    const left = confirmed ? 0 : await deliverBeforeLeaving();
    if (left > 0) {
      const action = { label: t.offline.leaveAnyway, run: () => void signOut(true) };
      showToast({ text: t.offline.leftBehind(left), tone: 'problem', action });
      return;
    }
    const session = await client.signOut();
    await wipe();
    forgetWriting();
    queryClient.clear();
    queryClient.setQueryData(queries.session.queryKey, session);
    location.assign('/welcome');
  } catch (error) {
    showToast({ text: messageOf(error), tone: 'problem' });
  }
}

export function SettingsRoute() {
  const { data: settings } = useQuery(queries.settings);
  const { data: session } = useQuery(queries.session);
  return (
    <div className="max-w-3xl">
      <PageHead title={tSettings.title} />
      <div className="grid gap-4">
        {settings === undefined ? <Loading rows={2} height="14rem" /> : <Preferences settings={settings} />}
        <Block title={tSettings.theme.title} lead={tSettings.theme.lead}>
          <Appearance />
        </Block>
        <Block title={w.words.title} lead={w.words.lead}>
          <Link to="/words" className="act act-line">
            {w.words.open}
          </Link>
        </Block>
        <Block title={tSettings.digest.title} lead={tSettings.digest.lead}>
          {settings !== undefined && <DigestSettings settings={settings} />}
        </Block>
        <Block title={tSettings.calendar.title} lead={tSettings.calendar.lead}>
          <CalendarFeed />
        </Block>
        <Block title={tSettings.tokens} lead={tSettings.tokensLead}>
          <Tokens />
        </Block>
        <Block title={tSettings.data.title} lead={tSettings.data.lead}>
          <YourData />
        </Block>
        <Block title={t.offline.onDevice} lead={t.offline.onDeviceLead}>
          <OnDevice />
        </Block>
        <Block title={tSettings.history} lead={tSettings.historyLead}>
          <Link to="/history" className="act act-line">
            {tSettings.see}
          </Link>
        </Block>
        <Block title={tSettings.account} lead={session?.email ? tSettings.signedInAs(session.email) : ''}>
          <button type="button" className="act act-line" onClick={() => void signOut()}>
            {tSettings.signOut}
          </button>
        </Block>
      </div>
    </div>
  );
}

function Block({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="card px-5 py-5 desk:px-6" aria-label={title}>
      <h2>{title}</h2>
      <p className="mt-0.5 mb-4 text-soft">{lead}</p>
      {children}
    </section>
  );
}
