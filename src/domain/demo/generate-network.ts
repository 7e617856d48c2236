import { addDays, type CalendarDate } from '../dates.ts';
import { toPerson } from './card.ts';
import { type CastMember, CIRCLES, castNetwork } from './casting.ts';
import { comingGatherings } from './coming-gatherings.ts';
import { gatherTouches } from './gatherings.ts';
import { type Stage, touchesOf } from './history.ts';
import { allFacts, openPromises, remindersOf, storyPromisesOf } from './memories.ts';
import type { GeneratedNetwork, GeneratedTie } from './network.ts';
import { buildRoster, type Profile } from './roster.ts';

/** How large a network to invent, and for which day. */
export interface NetworkOptions {
  /** Any whole number; the same one gives the same network, whatever the locale and zone of the process. */
  readonly seed: number;
  readonly people: number;
  /** How many touches in all; without it, as many as two years of such a life hold. */
  readonly touches?: number;
  /** The same, per person. */
  readonly touchesPerPerson?: number;
  /** The day the network is seen from: nothing but plans, dues and reminders lies after it. */
  readonly today: CalendarDate;
  readonly ownerName?: string;
}

/**
 * Invents a believable network: people of many cultures in circles of the offered sizes, two years of touches with
 * stories that go on, and the situations a day should have (a first meeting of yesterday, answers owed, ties going
 * quiet or long asleep, birthdays). People are kept in brief, everything else is made while it is read, so that a
 * million touches never sit in memory at once.
 */
export function generateNetwork(options: NetworkOptions): GeneratedNetwork {
  const { seed, people, today } = options;
  const wanted =
    options.touches ??
    (options.touchesPerPerson === undefined ? undefined : Math.round(options.touchesPerPerson * people));
  const cast = castNetwork({ seed, people, busy: wanted !== undefined && wanted > people * 3 });
  const roster = buildRoster({ seed, today, cast });
  const dayAgo = calendar(today);
  const natural = cast.map((member) => member.naturalTouches);
  const shared = gatherTouches({ seed, roster, touches: natural, dayAgo });
  const counts = wanted === undefined ? natural : shareTouches(cast, Math.max(0, wanted - shared.length));
  const stage: Stage = { seed, roster, touches: counts, dayAgo };
  return {
    ownerName: options.ownerName ?? 'Ines',
    today,
    peopleCount: people,
    touchCount: counts.reduce((sum, count) => sum + count, 0) + shared.length,
    circles: CIRCLES.map((circle) => ({ ...circle })),
    people: again(function* () {
      for (const profile of roster) yield toPerson(profile, { seed, today });
    }),
    touches: again(function* () {
      for (const profile of roster) yield* touchesOf(profile, stage);
      yield* shared;
    }),
    facts: again(() => allFacts(stage)),
    promises: again(function* () {
      for (const profile of roster) yield* storyPromisesOf(profile, stage);
      yield* openPromises(stage);
    }),
    reminders: again(() => remindersOf(stage)),
    ties: again(() => tiesOf(roster)),
    gatherings: comingGatherings(stage),
  };
}

/** An iterable that starts anew each time it is read. */
function again<T>(generator: () => Generator<T>): Iterable<T> {
  return { [Symbol.iterator]: generator };
}

/** The days of the history and of the weeks ahead, written once: a million touches share eight hundred dates. */
function calendar(today: CalendarDate): (ago: number) => CalendarDate {
  const known = new Map<number, CalendarDate>();
  return (ago) => {
    const day = known.get(ago) ?? addDays(today, -ago);
    known.set(ago, day);
    return day;
  };
}

/**
 * Shares out a number of touches, exact in sum. Friends get at most three times their natural share, so that no page
 * grows beyond a life; the acquaintances take the rest.
 */
function shareTouches(cast: readonly CastMember[], wanted: number): readonly number[] {
  const sum = (chosen: (member: CastMember) => boolean): number =>
    cast.reduce((total, member) => (chosen(member) ? total + member.naturalTouches : total), 0);
  const friends = sum((member) => member.circle !== undefined);
  const others = sum((member) => member.circle === undefined && member.role !== 'new');
  const meeting = cast.filter((member) => member.role === 'new').length;
  const room = wanted - meeting;
  const even = room / Math.max(1, friends + others);
  const forFriends = others === 0 ? even : Math.min(even, 3);
  const forOthers = others === 0 ? 0 : (room - friends * forFriends) / others;
  let exact = 0;
  let given = 0;
  return cast.map((member) => {
    // The first meeting stays one, and everything of a tiny sum may be rounded away except that.
    if (member.role === 'new') return 1;
    exact += member.naturalTouches * (member.circle === undefined ? forOthers : forFriends);
    const count = Math.max(0, Math.round(exact) - given);
    given += count;
    return count;
  });
}

function* tiesOf(roster: readonly Profile[]): Generator<GeneratedTie> {
  for (const profile of roster) {
    const { ref: person, spouse, parent, colleague, introducedBy } = profile;
    if (spouse !== undefined) yield { person, other: spouse, kind: 'spouse' };
    if (parent !== undefined) yield { person: parent, other: person, kind: 'child' };
    const sameHouse =
      colleague !== undefined &&
      profile.organization !== undefined &&
      roster[colleague]?.organization === profile.organization;
    if (sameHouse && colleague !== spouse) yield { person, other: colleague, kind: 'colleague' };
    if (introducedBy !== undefined) yield { person, other: introducedBy, kind: 'introduced-by' };
  }
}
