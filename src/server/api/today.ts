import { capture } from '../../services/capture.service.ts';
import { getTodayPage } from '../../services/today.service.ts';
import type { Handlers } from '../call.ts';

export const todayHandlers = {
  getToday: (context, { query }) => getTodayPage(context, { all: query.all === 'true' }),
  capture: (context, { body }) => capture(context, body),
} satisfies Partial<Handlers>;
