import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../domain/errors.ts';
import { hostNameOf, isLoopbackName } from './client.ts';
import type { Http, HttpOptions } from './http.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import type { ServerParts } from './parts.ts';

interface Jobs {
  stop(): Promise<void>;
}

/** What a server is started with: the parts of an open app, and how to end it. */
export interface Servable extends ServerParts {
  http(options?: HttpOptions): Promise<Http>;
  takeUpOpenWork(): Promise<number>;
  startJobs(): Promise<Jobs>;
  close(): Promise<void>;
}

export interface RunningServer {
  /** Where to open it. */
  readonly url: string;
  /** What to type when signing up from another machine; undefined once someone has. */
  claimCode(): Promise<string | undefined>;
  /** Finishes what is being answered, then closes the app; at most a few seconds. */
  close(): Promise<void>;
}

/** How long a slow line may take to send a large export: the upload limit over a slow line takes this long. */
const LONGEST_REQUEST_MS = 60 * 60_000;
/** Longer than proxies keep theirs, so that it is them who end a connection. */
const KEEP_ALIVE_MS = 75_000;
const FINISH_MS = 2_000;
const CLOSE_MS = 1_000;
/** After listening, the rest is loaded at the first request, or this much later; so is what a stopped process left taken up. */
const LOAD_AFTER_MS = 100;
/** Where that failed, as when the database did not answer. */
const GO_ON_AGAIN_MS = 30_000;

/**
 * Starts to listen. Says nothing itself.
 * @throws AppError if the port is taken or the address is not this machine's
 */
export async function startServer(
  app: Servable,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const names = [host, ...(app.publicUrl === undefined ? [] : [new URL(app.publicUrl).hostname])].map(hostNameOf);
  const options = isLoopbackName(hostNameOf(host)) ? { hosts: new Set(names) } : {};
  let loading: Promise<Listener> | undefined;
  const load = () => {
    loading ??= loadListener(app, options);
    return loading;
  };
  const answering = new Set<Promise<void>>();
  const server = createServer(
    { requestTimeout: LONGEST_REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      if (request.url === '/healthz' && !loading) return answerHealth(request, response, app.version);
      const answered = load()
        .then(
          ({ listen }) => listen(request, response),
          (error: unknown) => failLoading(response, error, app),
        )
        .finally(() => answering.delete(answered));
      answering.add(answered);
    },
  );
  await listen(server, { host, port });
  let closing = false;
  let goingOn: Promise<void> | undefined;
  let jobs: Jobs | undefined;
  let later: NodeJS.Timeout;
  const goOnIn = (milliseconds: number) => {
    later = setTimeout(() => {
      goingOn = goOn({ app, load, isClosing: () => closing }).then((started) => {
        jobs = started;
        if (!started && !closing) goOnIn(GO_ON_AGAIN_MS);
      });
    }, milliseconds);
  };
  goOnIn(LOAD_AFTER_MS);
  return {
    url: urlOf(server, host),
    claimCode: async () => (await load()).http.claimCode(),
    async close() {
      closing = true;
      clearTimeout(later);
      await stop(server, (await loading?.catch(() => undefined))?.http);
      // Also who left before their answer is still being answered, and needs the database for it.
      const ending = [...answering, Promise.resolve(goingOn).then(() => jobs?.stop())];
      await Promise.race([Promise.allSettled(ending), wait(FINISH_MS, undefined, { ref: false })]);
      // A write that waits for another process must not hold up the end: it rolls back.
      await Promise.race([app.close(), wait(CLOSE_MS, undefined, { ref: false })]);
    },
  };
}

/** What need not be done before the first answer. Answers what runs from then on, once it is done. */
async function goOn({
  app,
  load,
  isClosing,
}: {
  app: Servable;
  load: () => Promise<unknown>;
  isClosing: () => boolean;
}): Promise<Jobs | undefined> {
  try {
    await load();
    // Starting leaves more garbage than anything after it.
    keepHeapSmall();
    if (!isClosing()) await app.takeUpOpenWork();
    return isClosing() ? undefined : await app.startJobs();
  } catch (error) {
    // What a stop interrupts is taken up at the next start.
    if (!isClosing()) app.log(error, 'starting');
    return undefined;
  }
}

interface Listener {
  readonly http: Http;
  readonly listen: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

async function loadListener(app: Servable, options: HttpOptions): Promise<Listener> {
  const [{ getRequestListener }, http] = await Promise.all([import('@hono/node-server'), app.http(options)]);
  return { http, listen: getRequestListener(http.fetch) };
}

/** Before anything else is loaded: whoever waits for the start asks this. */
function answerHealth(request: IncomingMessage, response: ServerResponse, version: string): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify({ ok: true, version }));
}

function failLoading(response: ServerResponse, error: unknown, app: Servable): void {
  app.log(error, 'starting');
  response.writeHead(500).end();
}

async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EADDRINUSE')
      throw new AppError(
        'conflict',
        `Port ${port} of ${host} is taken. Is Tendril running already? Choose another with --port.`,
        { cause },
      );
    if (code === 'EACCES')
      throw new AppError(
        'forbidden',
        `Listening on port ${port} needs rights this user has not. Choose one above 1023 with --port.`,
        { cause },
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new AppError('invalid', `${host} is no address of this machine. Choose another with --host.`, { cause });
    throw cause;
  }
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

async function stop(server: Server, http: Http | undefined): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  http?.close();
  server.closeIdleConnections();
  await Promise.race([closed, wait(FINISH_MS, undefined, { ref: false })]);
  server.closeAllConnections();
  await closed;
}
