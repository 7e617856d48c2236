import type { Answer, Body, Params, Query, RouteName, routes } from '../contract/routes.ts';
import type { Context } from '../services/context.ts';

/** Who is at the other end of the connection. */
export interface Client {
  /** The address the connection comes from. */
  readonly address: string;
  /** Whether the request was made on this very machine, not merely passed on by it. */
  readonly local: boolean;
}

/** A request as its operation sees it, every part checked against the contract. */
export interface Call<N extends RouteName> {
  readonly params: Params<N>;
  readonly query: Query<N>;
  readonly body: Body<N>;
  readonly request: Request;
  readonly client: Client;
  /** To be set with the answer. */
  readonly cookies: string[];
}

/** Operations that are not JSON answer a whole response. */
type Reply<N extends RouteName> = Answer<N> extends undefined ? Response : Answer<N>;

/** Without an actor there is no context: what anyone may ask gets none. */
type ContextOf<N extends RouteName> = (typeof routes)[N]['auth'] extends 'anyone' ? undefined : Context;

export type Handler<N extends RouteName> = (context: ContextOf<N>, call: Call<N>) => Promise<Reply<N>>;

/** What answers each operation of the contract: one missing does not compile. */
export type Handlers = { readonly [N in RouteName]: Handler<N> };
