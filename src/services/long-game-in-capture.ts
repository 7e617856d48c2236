import type { CaptureResult } from '../contract/shapes.ts';
import type { Capture, PersonRef } from '../domain/capture/capture.ts';
import { howItWas } from '../domain/capture/how-it-was.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { isAsleep } from '../domain/keeping/dormant.ts';
import type { ContactHistory } from '../domain/keeping/warmth.ts';
import type { RevivalRating } from '../domain/words.ts';
import type { Writer } from '../storage/feed.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import type { Scope } from '../storage/store.ts';
import type { Context } from './context.ts';
import { insertGoal } from './goals.service.ts';
import { insertNews } from './news.service.ts';
import { insertOutcome } from './outcomes.service.ts';
import { wakingOn } from './sleepers.ts';
import { insertRating, ratingSentence } from './waking.service.ts';

/** What a captured line says of the long game: a goal, own news, what came of a tie, and how it was to wake one. */

export interface Woken {
  readonly personId: string;
  readonly name: string;
  readonly rating: RevivalRating;
}

/** How it was with somebody whose tie had slept for years, where the line tells of being in touch with them and says it. */
export async function wokenIn(
  context: Context,
  scope: Scope,
  { parsed, today }: { readonly parsed: Capture; readonly today: CalendarDate },
): Promise<Woken | undefined> {
  const there = parsed.people.filter(({ role }) => role === 'participant');
  const [person] = there;
  const rating = howItWas(parsed.text);
  if (rating === undefined || parsed.touch === undefined || person?.id === undefined || there.length > 1)
    return undefined;
  const [state] = await findStates(scope, [person.id]);
  if (state === undefined) return undefined;
  const history = state.history === null ? undefined : (JSON.parse(state.history) as ContactHistory);
  // Read as on a day that is only looked at: nobody is chosen for the week by it.
  const isWoken =
    isAsleep({ history, rhythmDays: state.rhythm_days, today }) ||
    (await wakingOn({ ...context, on: today }, scope, today)).woken.has(person.id);
  return isWoken ? { personId: person.id, name: state.name, rating } : undefined;
}

/** The same in sentences, before and after it is saved. */
export function longGameSentences(
  { goal, news, outcome, people }: Capture,
  woken: Woken | undefined,
): readonly string[] {
  const names = new Map(people.map((person) => [person.ref, person.name]));
  const list = (refs: readonly PersonRef[]) =>
    new Intl.ListFormat('en', { type: 'conjunction' }).format(refs.flatMap((ref) => names.get(ref) ?? []));
  return [
    ...(goal ? [`A goal of yours${goal.due ? `, until ${goal.due}` : ''}: ${goal.text}.`] : []),
    ...(goal && goal.refs.length > 0
      ? [`${list(goal.refs)} ${goal.refs.length === 1 ? 'has' : 'have'} to do with it.`]
      : []),
    ...(news ? [`Your news: ${news.text}. On its page you choose who would care to hear it.`] : []),
    ...(outcome ? [`What came of it, with ${list(outcome.refs)}: ${outcome.text}. Thanks are kept in mind.`] : []),
    ...(woken ? [ratingSentence(woken)] : []),
  ];
}

/** Writes it, in the step of the line. */
export async function saveLongGame(
  writer: Writer,
  parsed: Capture,
  {
    ids,
    today,
    woken,
  }: { readonly ids: ReadonlyMap<PersonRef, string>; readonly today: CalendarDate; readonly woken: Woken | undefined },
): Promise<void> {
  const { goals, news, outcomes } = longGameOf(parsed, ids);
  for (const { text, due, people } of goals) await insertGoal(writer, { text, due, people, today });
  for (const one of news) await insertNews(writer, { ...one, date: today });
  for (const outcome of outcomes) await insertOutcome(writer, { ...outcome, goalId: null });
  if (woken) await insertRating(writer, { ...woken, today });
}

export function longGameOf(
  { goal, news, outcome }: Capture,
  ids: ReadonlyMap<PersonRef, string>,
): Pick<CaptureResult, 'goals' | 'news' | 'outcomes'> {
  const people = (refs: readonly PersonRef[]) => refs.flatMap((ref) => ids.get(ref) ?? []);
  return {
    goals: goal ? [{ text: goal.text, due: goal.due ?? null, people: people(goal.refs) }] : [],
    news: news ? [news] : [],
    outcomes: outcome ? [{ text: outcome.text, date: outcome.date, people: people(outcome.refs) }] : [],
  };
}
