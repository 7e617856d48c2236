import { endCalendarFeed, getCalendarFeed, renewCalendarFeed } from '../../services/calendar-feed.service.ts';
import { getDigest, testDigest } from '../../services/digest.service.ts';
import { getNudge } from '../../services/nudge.service.ts';
import { getSettings, updateSettings } from '../../services/settings.service.ts';
import { createToken, listTokens, revokeToken } from '../../services/token.service.ts';
import type { Handlers } from '../call.ts';

export const settingsHandlers = {
  getSettings: (context) => getSettings(context),
  updateSettings: (context, { body }) => updateSettings(context, definedOf(body)),
  listTokens: async (context) => ({ tokens: await listTokens(context) }),
  createToken: (context, { body }) => createToken(context, body),
  revokeToken: async (context, { params }) => {
    await revokeToken(context, params.id);
    return { stepId: null, id: params.id, message: 'The token is revoked.' };
  },
  getCalendarFeed: (context) => getCalendarFeed(context),
  renewCalendarFeed: (context) => renewCalendarFeed(context),
  endCalendarFeed: async (context) => {
    await endCalendarFeed(context);
    return { stepId: null, message: 'The calendar’s address is switched off.' };
  },
  getNudge: (context) => getNudge(context),
  getDigest: (context) => getDigest(context),
  testDigest: (context) => testDigest(context),
} satisfies Partial<Handlers>;

/** Without the fields that were not given. */
function definedOf<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
