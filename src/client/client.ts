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

/** A call that did not reach the server, or was not sent to it. */
export interface MissedCall {
  readonly name: RouteName;
  readonly input: {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, unknown>>;
    readonly body?: unknown;
  };
  /** Under which it may have been sent already. */
  readonly idempotencyKey: string | undefined;
  /** Whoever asked does not wait any more. */
  readonly signal?: AbortSignal | undefined;
}

/** What answers when the server cannot be reached. */
export interface StandIn {
  /** Whether it may answer this operation; then the server is not waited for very long. */
  covers(name: RouteName): boolean;
  /** Whether it answers a call by itself, without the server. */
  takes(call: MissedCall): boolean;
  /** A key for a write that was given none. */
  newKey(): string;
  /** @throws the error given when it has no answer */
  answer(call: MissedCall, error: ApiError): Promise<unknown>;
}

export interface ClientOptions {
  readonly standIn?: StandIn;
  /** Where the server is, without `/api/v1`; empty means the page's own origin. */
  readonly baseUrl?: string;
  /** A bearer token; a browser uses its session cookie instead. */
  readonly token?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Parts of a call as they look once the operation is no longer known to the compiler. */
type LooseInput = MissedCall['input'] & { readonly form?: FormData };

/** How long the server is waited for where something can stand in, in milliseconds: a phone without signal often only hangs. */
const PATIENCE = 8_000;

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
    const method = paths[name][0].toUpperCase();
    const standIn = options.standIn?.covers(name) ? options.standIn : undefined;
    const key = idempotencyKey ?? (method === 'GET' ? undefined : standIn?.newKey());
    const missed = { name, input, idempotencyKey: key, signal };
    if (standIn?.takes(missed)) return standIn.answer(missed, outOfReach());
    const headers = new Headers({ accept: 'application/json' });
    if (options.token !== undefined) headers.set('authorization', `Bearer ${options.token}`);
    if (key !== undefined) headers.set('idempotency-key', key);
    if (input.body !== undefined) headers.set('content-type', 'application/json');
    const request: RequestInit = { method, headers, credentials: 'same-origin' };
    const body = input.form ?? (input.body === undefined ? undefined : JSON.stringify(input.body));
    if (body !== undefined) request.body = body;
    const ends = [...(signal ? [signal] : []), ...(standIn ? [AbortSignal.timeout(PATIENCE)] : [])];
    if (ends.length > 0) request.signal = AbortSignal.any(ends);

    let response: Response;
    try {
      response = await send(urlOf(name, input, options.baseUrl), request);
      // An answer may also be cut off.
      if (response.ok) return await response.json();
    } catch (cause) {
      if (signal?.aborted) throw cause;
      if (standIn) return standIn.answer(missed, outOfReach(cause));
      throw outOfReach(cause);
    }
    const error = await toApiError(response);
    if (standIn && isGateway(error)) return standIn.answer(missed, error);
    throw error;
  }

  const calls = Object.keys(paths).map((name) => [
    name,
    (input?: LooseInput, more?: CallOptions) => call(name as RouteName, input, more),
  ]);
  // The table's keys are the contract's operations (a test holds them equal), which the compiler cannot follow through `fromEntries`.
  return Object.fromEntries(calls) as Client;
}

function outOfReach(cause?: unknown): ApiError {
  return new ApiError(0, 'internal', 'Tendril cannot be reached. Is it still running?', { cause });
}

/** A proxy that answers in place of a server it does not reach; our own refusals say more than `internal`. */
function isGateway({ status, code }: ApiError): boolean {
  return code === 'internal' && (status === 502 || status === 503 || status === 504);
}
