import type { Hono } from 'hono';
import { contextOfCalendar } from '../../services/calendar-feed.service.ts';
import type { Context } from '../../services/context.ts';
import type { Env } from '../mount.ts';
import type { ServerParts, Store } from '../parts.ts';
import { answerCalendar } from './calendar.ts';

/** What other programs fetch by an address that is itself the secret: no session and no token is asked for, or helps. */
export interface Feed {
  readonly path: string;
  /** Whose feed the secret opens, to read only; undefined when it opens nothing. */
  readonly open: (store: Store, secret: string) => Promise<Context | undefined>;
  readonly answer: (context: Context, request: Request, version: string) => Promise<Response>;
}

const calendar = { open: contextOfCalendar, answer: answerCalendar };

export const feeds: readonly Feed[] = [{ path: '/feeds/:secret/calendar.ics', ...calendar }];

/** Mounts every feed. A secret that opens nothing is answered as any address where nothing is. */
export function mountFeeds(app: Hono<Env>, { store, version }: ServerParts): void {
  for (const { path, open, answer } of feeds) {
    app.get(path, async (c) => {
      const context = await open(store, c.req.param('secret') ?? '');
      return context ? answer(context, c.req.raw, version) : c.notFound();
    });
  }
}
