import type { CalendarDate } from '../domain/dates.ts';
import { networkSeq } from '../storage/repositories/network.repository.ts';
import type { Store } from '../storage/store.ts';
import type { Context } from './context.ts';

/** How many answers of a kind are kept; beyond, the one that was made first goes. */
const MOST_KEPT = 16;

interface Kept<T> {
  readonly state: string;
  readonly answer: Promise<T>;
}

/**
 * Keeps what is long in the making and small when made, for as long as nothing in the network changes and the day is the
 * same. Whoever asks while it is being made waits for the same answer.
 */
export function whileUnchanged<T>(): (
  context: Context,
  { about, today }: { readonly about: string; readonly today: CalendarDate },
  make: () => Promise<T>,
) => Promise<T> {
  const kept = new WeakMap<Store, Map<string, Kept<T>>>();
  return async (context, { about, today }, make) => {
    const { store, actor } = context;
    // Before anything is read: what changes meanwhile is another state, made the next time.
    const network = await networkSeq(store, actor.networkId);
    const state = `${network?.epoch ?? ''} ${network?.seq ?? 0} ${today}`;
    const answers = kept.get(store) ?? new Map<string, Kept<T>>();
    kept.set(store, answers);
    const key = `${actor.networkId} ${about}`;
    const there = answers.get(key);
    if (there?.state === state) return there.answer;
    const answer = make();
    answers.delete(key);
    answers.set(key, { state, answer });
    const [oldest] = answers.keys();
    if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest);
    // A failure is told to whoever waits, and not remembered.
    answer.catch(() => {
      if (answers.get(key)?.answer === answer) answers.delete(key);
    });
    return answer;
  };
}
