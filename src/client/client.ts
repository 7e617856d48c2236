import type { Answer, BodyInput, Params, QueryInput, RouteName, routes } from '../contract/routes.ts';
import { ApiError, toApiError } from './errors.ts';
import { paths } from './paths.ts';

/** The part of a call that only some operations have; absent parts are absent from the type. */
type PartOf<K extends string, T> = [T] extends [undefined]
  ? unknown
  : undefined extends T
    ? { readonly [P in K]?: T }
    : { readonly [P in K]: T };
type OptionalPart<K extends string, T> = [T] extends [undefined] ? unknown : { readonly [P in K]?: T };
type FormOf<N extends RouteName> = (typeof routes)[N] extends { readonly bodyType: 'multipart/form-data' }
  ? { readonly form: FormData }
  : unknown;

/** What an operation takes: its path parameters, query, JSON body or form. */
export type CallInput<N extends RouteName> = PartOf<'params', Params<N>> &
  OptionalPart<'query', QueryInput<N>> &
  PartOf<'body', BodyInput<N>> &
  FormOf<N>;

/** Operations that answer JSON described by the contract; the others are addresses (`urlOf`). */
export type CallName = { [N in RouteName]: Answer<N> extends undefined ? never : N }[RouteName];

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Makes a write safe to send twice: the second delivery returns the first answer. */
  readonly idempotencyKey?: string;
}

type Call<N extends RouteName> =
  Record<never, never> extends CallInput<N>
    ? (input?: CallInput<N>, options?: CallOptions) => Promise<Answer<N>>
    : (input: CallInput<N>, options?: CallOptions) => Promise<Answer<N>>;

/** One function per operation of the contract. */
export type Client = { readonly [N in CallName]: Call<N> };

export interface ClientOptions {
  /** Where the server is, without `/api/v1`; empty means the page's own origin. */
  readonly baseUrl?: string;
  /** A bearer token; a browser uses its session cookie instead. */
  readonly token?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Parts of a call as they look once the operation is no longer known to the compiler. */
interface LooseInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly form?: FormData;
}

/** The address of an operation, for links, images and event streams. */
export function urlOf<N extends RouteName>(
  name: N,
  input: Pick<LooseInput, 'params' | 'query'> = {},
  baseUrl = '',
): string {
  const path = paths[name][1].replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(input.params?.[key] ?? ''));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null) query.set(key, String(value));
  }
  const text = query.toString();
  return `${baseUrl}/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

/**
 * A typed client of the HTTP API. Every failure is an `ApiError` with a message fit for a person; a server that cannot
 * be reached is one with status 0.
 */
export function createClient(options: ClientOptions = {}): Client {
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);

  async function call(
    name: RouteName,
    input: LooseInput = {},
    { signal, idempotencyKey }: CallOptions = {},
  ): Promise<unknown> {
    const headers = new Headers({ accept: 'application/json' });
    if (options.token !== undefined) headers.set('authorization', `Bearer ${options.token}`);
    if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
    if (input.body !== undefined) headers.set('content-type', 'application/json');
    const request: RequestInit = { method: paths[name][0].toUpperCase(), headers, credentials: 'same-origin' };
    const body = input.form ?? (input.body === undefined ? undefined : JSON.stringify(input.body));
    if (body !== undefined) request.body = body;
    if (signal !== undefined) request.signal = signal;

    let response: Response;
    try {
      response = await send(urlOf(name, input, options.baseUrl), request);
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new ApiError(0, 'internal', 'Tendril cannot be reached. Is it still running?', { cause });
    }
    if (!response.ok) throw await toApiError(response);
    return response.json();
  }

  const calls = Object.keys(paths).map((name) => [
    name,
    (input?: LooseInput, more?: CallOptions) => call(name as RouteName, input, more),
  ]);
  // The table's keys are the contract's operations (a test holds them equal), which the compiler cannot follow through `fromEntries`.
  return Object.fromEntries(calls) as Client;
}
