import { daysApart } from '../keeping/day-number.ts';
import type { Candidate, WeighedReason } from './candidate.ts';
import { calledName, plain, sentence } from './phrases.ts';
import { type ReasonContext, say, wordsOf } from './reason-context.ts';

/** From so many days before a trip there is time to agree on a place. */
export const TRIP_NOTICE_DAYS = 14;

/** A quiet word about whoever lives where one is going. */
export function tripReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { trip } = candidate;
  const { today } = context;
  if (trip === undefined || trip.until < today || daysApart(today, trip.since) > TRIP_NOTICE_DAYS) return undefined;
  // Who is met then has been asked already.
  if (candidate.plans.some(({ date }) => date >= trip.since && date <= trip.until)) return undefined;
  return {
    kind: 'gathering',
    key: `trip:${trip.id}`,
    date: trip.since,
    text: sentence(
      wordsOf(context).trip({ who: calledName(candidate), trip: { ...trip, city: plain(trip.city) } }, say(context)),
    ),
    waited: 0,
    urgent: false,
    weight: 0.55,
  };
}
