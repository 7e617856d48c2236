import type { Hono, Context as HonoContext } from 'hono';
import { type Route, type RouteName, routes } from '../contract/routes.ts';
import { safeParseCalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import type { Context } from '../services/context.ts';
import { refuseOtherSites } from './auth/origin.ts';
import type { SignIn } from './auth/sign-in.ts';
import type { Call, Client, Handlers } from './call.ts';
import { clientOf } from './client.ts';
import { JSON_HEADERS } from './errors.ts';
import { checked, readJson, requestIdOf } from './input.ts';
import type { ServerParts } from './parts.ts';

/** Of what the socket tells, the part that is used; a request made without one (in tests) has none. */
export type Env = {
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } } };
};

/** A handler when it is no longer known of which operation. */
type AnyHandler = (context: Context | undefined, call: Call<RouteName>) => Promise<unknown>;

export const API = '/api/v1';

/** Mounts every operation of the contract, and nothing else. */
export function mountRoutes(
  app: Hono<Env>,
  { parts, signIn, handlers }: { parts: ServerParts; signIn: SignIn; handlers: Handlers },
): void {
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    // Which handler belongs to which operation is checked where the table of handlers is made.
    const handler = handlers[name] as unknown as AnyHandler;
    const path = API + route.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(route.method, path, (c) => answer(c, { route, handler, parts, signIn }));
  }
}

interface Mounted {
  readonly route: Route;
  readonly handler: AnyHandler;
  readonly parts: ServerParts;
  readonly signIn: SignIn;
}

async function answer(c: HonoContext<Env>, { route, handler, parts, signIn }: Mounted): Promise<Response> {
  const request = c.req.raw;
  const client = clientOf(c.env, request, { behindProxy: parts.publicUrl !== undefined });
  const cookies: string[] = [];
  if (route.method !== 'get') refuseOtherSites(request);
  const context =
    route.auth === 'anyone' ? undefined : await contextOf(route, { request, client, cookies, parts, signIn });
  const query = route.query && checked(route.query, c.req.query(), 'query');
  const call = {
    params: route.params && checked(route.params, c.req.param(), 'path'),
    query,
    body: route.body && checked(route.body, await readJson(request), 'body'),
    request,
    client,
    cookies,
  } as Call<RouteName>;
  const on = safeParseCalendarDate(typeof query?.on === 'string' ? query.on : '');
  const given = await handler(context && on ? { ...context, on } : context, call);
  if (given instanceof Response) return withCookies(given, cookies);
  if (parts.checkAnswers) checkAnswer(route, given);
  return withCookies(new Response(JSON.stringify(given), { headers: JSON_HEADERS }), cookies);
}

/** The one place where the contract's rule of who may call is enforced. */
async function contextOf(
  route: Route,
  {
    request,
    client,
    cookies,
    parts,
    signIn,
  }: { request: Request; client: Client; cookies: string[]; parts: ServerParts; signIn: SignIn },
): Promise<Context> {
  const found = await signIn.find(request.headers, client);
  if (!found) throw new AppError('unauthenticated', 'Sign in first, or send a token: Authorization: Bearer tendril_…');
  cookies.push(...found.cookies);
  if (route.auth === 'write' && found.actor.scope !== 'write')
    throw new AppError('forbidden', 'This token may only read. Make one with the scope “write”.');
  const requestId = route.method === 'get' ? undefined : requestIdOf(request);
  return { store: parts.store, actor: found.actor, ...(requestId !== undefined && { requestId }) };
}

function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

function checkAnswer(route: Route, answer: unknown): void {
  const result = route.response?.safeParse(answer);
  if (!result || result.success) return;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${route.method} ${route.path} answered against its contract: ${issues.join('; ')}`);
}
