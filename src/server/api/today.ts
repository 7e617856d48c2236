import { safeParseCalendarDate } from '../../domain/dates.ts';
import { capture } from '../../services/capture.service.ts';
import { getOfflinePart } from '../../services/offline.service.ts';
import { getTodayPage } from '../../services/today.service.ts';
import type { Handlers } from '../call.ts';

export const todayHandlers = {
  getToday: (context, { query }) => getTodayPage(context, { all: query.all === 'true', atOnce: true }),
  getOffline: (context, { query }) => getOfflinePart(context, query),
  capture: (context, { body: { on: day, ...body } }) => {
    const on = safeParseCalendarDate(day ?? '');
    return capture(on ? { ...context, on } : context, body);
  },
} satisfies Partial<Handlers>;
