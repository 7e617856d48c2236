import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../lib/acts.ts';
import { client, queries, queryClient } from '../../lib/api.ts';
import { dayOf, plainDay } from '../../lib/days.ts';
import { copyText } from '../../lib/reach.ts';
import { t } from '../../lib/strings.ts';
import { tSettings } from '../../lib/strings-settings.ts';
import { showToast } from '../../lib/toasts.ts';

/** The secret address a calendar app subscribes to. A new one is shown once, here and nowhere else. */
export function CalendarFeed() {
  const { data: feed } = useQuery(queries.calendarFeed);
  const [address, setAddress] = useState<string>();
  const words = tSettings.calendar;

  const act = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      showToast({ text: messageOf(error), tone: 'problem' });
    }
    void queryClient.invalidateQueries({ queryKey: queries.calendarFeed.queryKey });
  };
  const renew = () =>
    act(async () => {
      const { path } = await client.renewCalendarFeed();
      setAddress(new URL(path, location.origin).href);
    });
  const end = () =>
    act(async () => {
      const { message } = await client.endCalendarFeed();
      setAddress(undefined);
      showToast({ text: message });
    });

  if (feed === undefined) return null;
  return (
    <div className="grid gap-4">
      {feed.on && feed.createdAt !== null && (
        <p className="text-small text-faint">
          {words.state(
            plainDay(dayOf(feed.createdAt)),
            feed.lastReadAt === null ? null : plainDay(dayOf(feed.lastReadAt)),
          )}
        </p>
      )}
      {address !== undefined && (
        <div role="status" className="leaf-band p-4">
          <p className="text-small">{words.created}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <input
              readOnly
              aria-label={words.address}
              className="input min-w-0 grow basis-full font-mono desk:basis-0"
              value={address}
              onFocus={(event) => event.target.select()}
            />
            <button type="button" className="act act-go" onClick={() => void copyText(address)}>
              {t.common.copy}
            </button>
            <a className="act act-line" href={address.replace(/^https?:/, 'webcal:')}>
              {words.open}
            </a>
          </div>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <button type="button" className="act act-line" onClick={() => void renew()}>
          {feed.on ? words.replace : words.create}
        </button>
        {feed.on && (
          <button type="button" className="act act-warm" onClick={() => void end()}>
            {words.end}
          </button>
        )}
      </div>
      {feed.on && <p className="text-small text-faint">{words.replaceHint}</p>}
    </div>
  );
}
