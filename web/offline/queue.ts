import type { KeptWrite } from '../lib/stand-in.ts';

/** The rules of what is written while the server is out of reach. */

/** One write, as it was made. */
export interface Kept {
  /** Its place in the queue. */
  readonly at: number;
  /** Under which it is sent, however often: the server does it once. */
  readonly key: string;
  readonly name: KeptWrite;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** The day it was made on. */
  readonly day: string;
  /** Whom it is about, as they were called. */
  readonly about?: string;
  /** What the edited text or card was when it was edited. */
  readonly before?: unknown;
  /** Why it was refused; it waits for someone to look at it. */
  readonly problem?: string;
}

/** `unreachable` may mean that it arrived and only the answer was lost. */
export type Outcome = 'delivered' | 'unreachable' | { readonly problem: string };

/** Where the queue is kept. Each call is whole or does not happen. */
export interface Queue {
  /** In the order in which they were made. */
  all(): Promise<readonly Kept[]>;
  replace(kept: Kept): Promise<void>;
  remove(at: number): Promise<void>;
}

/**
 * Sends what waits, one after the other in its order, and stops where the server is not reached. What is refused stays, with the
 * reason, and does not hold up the others. Answers whether everything was sent.
 */
export async function deliver(queue: Queue, send: (kept: Kept) => Promise<Outcome>): Promise<boolean> {
  for (const kept of await queue.all()) {
    if (kept.problem !== undefined) continue;
    const outcome = await send(kept);
    if (outcome === 'unreachable') return false;
    if (outcome === 'delivered') await queue.remove(kept.at);
    else await queue.replace({ ...kept, problem: outcome.problem });
  }
  return true;
}

/** The words somebody wrote, wherever in the act they stand. */
export function wordsOf({ body }: Pick<Kept, 'body'>): string[] {
  const texts = ['text', 'name', 'summary', 'notes', 'place'].map((part) => body[part]);
  return texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
}

/** Whether two values of JSON say the same, in whatever order. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    left.size === right.size && [...left].every(([key, value]) => right.has(key) && sameJson(value, right.get(key)))
  );
}

/**
 * How an edit made on `before` stands to what is there now: it may be made, is made already (its answer was lost), or someone else
 * was there first.
 */
export function standingOf(before: unknown, now: unknown, after: unknown): 'free' | 'made' | 'changed' {
  if (sameJson(now, after)) return 'made';
  return sameJson(now, before) ? 'free' : 'changed';
}
