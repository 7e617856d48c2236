import { find } from '../../services/find.service.ts';
import { getHistory, undo } from '../../services/history.service.ts';
import type { Handlers } from '../call.ts';

/** Finding what is there, and what became of it. */
export const historyHandlers = {
  find: async (context, { query }) => ({ items: await find(context, query.q, query.limit) }),
  getHistory: (context, { query }) => getHistory(context, query),
  undo: (context, { body }) => undo(context, body.stepId),
} satisfies Partial<Handlers>;
