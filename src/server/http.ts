import { Hono } from 'hono';
import { AppError } from '../domain/errors.ts';
import { allHandlers } from './api/index.ts';
import { refuseOtherHosts } from './auth/origin.ts';
import { SignIn } from './auth/sign-in.ts';
import { JSON_HEADERS, problemOf } from './errors.ts';
import { EventHub } from './event-hub.ts';
import { mountFeeds } from './feeds/index.ts';
import { type Env, mountRoutes } from './mount.ts';
import type { ServerParts } from './parts.ts';
import { WebApp } from './static.ts';

/** The HTTP side: a function from requests to answers, without a socket. */
export interface Http {
  readonly fetch: Hono<Env>['fetch'];
  /** As `fetch`, with a path in place of a request: for tests. */
  request(path: string, init?: RequestInit, env?: Env['Bindings']): Promise<Response>;
  /** Everything that is answered, as method and path: for tests. */
  readonly mounted: readonly string[];
  /** What to type when signing up from another machine; undefined once someone has. */
  claimCode(): Promise<string | undefined>;
  /** Ends what would otherwise stay open: event streams. */
  close(): void;
}

export interface HttpOptions {
  /** The names this server answers to besides those of its machine; undefined for any. */
  readonly hosts?: ReadonlySet<string>;
}

/** Paths whose unknown children are no pages of the web app. */
const NO_PAGES = /^\/(?:api|dav|mcp|feeds|\.well-known)(?:\/|$)/;

export function createHttp(parts: ServerParts, { hosts }: HttpOptions = {}): Http {
  const app = new Hono<Env>();
  const signIn = new SignIn(parts);
  const hub = new EventHub(parts);
  const web = new WebApp(parts.webRoot);

  app.onError((error) => problemOf(error, parts));
  if (hosts) {
    app.use((c, next) => {
      refuseOtherHosts(c.req.header('host'), hosts);
      return next();
    });
  }
  app.get('/healthz', () => health(parts.version));
  mountRoutes(app, { parts, signIn, handlers: allHandlers({ parts, signIn, hub }) });
  mountFeeds(app, parts);
  app.notFound(async (c) => {
    const { method, path } = c.req;
    const reading = method === 'GET' || method === 'HEAD';
    const found = reading && !NO_PAGES.test(path) ? await web.serve(c.req.raw, path) : undefined;
    return found ?? problemOf(new AppError('not-found', `There is nothing at ${method} ${path}.`), parts);
  });
  return {
    fetch: app.fetch,
    request: async (path, init, env) => app.request(path, init, env),
    mounted: app.routes.flatMap(({ method, path }) => (method === 'ALL' ? [] : [`${method} ${path}`])),
    claimCode: () => signIn.openCode(),
    close: () => hub.close(),
  };
}

/** Whether this process answers: nothing that could wait on something else. */
export function health(version: string): Response {
  return new Response(JSON.stringify({ ok: true, version }), { headers: JSON_HEADERS });
}
