import { listDoubles, merge, notSame } from '../../services/duplicates.service.ts';
import type { Handlers } from '../call.ts';

export const duplicateHandlers = {
  listDoubles: async (context, { query }) => ({ items: await listDoubles(context, query.limit) }),
  merge: (context, { body }) => merge(context, body.keep, body.merge),
  notSame: (context, { body }) => notSame(context, body.a, body.b),
} satisfies Partial<Handlers>;
