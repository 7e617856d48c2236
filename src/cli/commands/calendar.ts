import { DONE } from '../errors.ts';
import { renderCalendarFeed } from '../render/small.ts';
import { type Command, flagOf } from './command.ts';

/** The secret address of the calendar: whether there is one, a new one, or none any more. */
export const calendar: Command = async ({ context, out, page }, given) => {
  const service = await import('../../services/calendar-feed.service.ts');
  if (flagOf(given, 'new')) {
    await out.answer(await service.renewCalendarFeed(context), ({ path }) => `${path}\n`);
    if (!out.json) {
      out.notice(
        'It goes behind the address of your server: http://127.0.0.1:4747 unless you chose another. Subscribe to it in a calendar app, and share it with nobody. This is the only time it is shown.',
      );
    }
    return DONE;
  }
  if (flagOf(given, 'off')) await service.endCalendarFeed(context);
  const { getSettings } = await import('../../services/settings.service.ts');
  const { zone } = await getSettings(context);
  const shownOn = await page();
  await out.answer(await service.getCalendarFeed(context), (feed) => renderCalendarFeed(feed, zone, shownOn));
  return DONE;
};
