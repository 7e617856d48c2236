import type { CalendarDate } from '../dates.ts';
import type { Channel, Direction } from '../words.ts';
import { HISTORY_DAYS } from './casting.ts';
import { channelOfWords, directionOf, reachable, usualChannel, writable } from './channels.ts';
import { FIRST_MEETING } from './details.ts';
import { EVERYDAY_FAR, EVERYDAY_NEAR, LIGHT, THREADS, type Thread } from './everyday.ts';
import type { GeneratedTouch } from './network.ts';
import { createRandom, mix, type Random } from './random.ts';
import { cycle, hasSlot, listed } from './render.ts';
import type { Profile } from './roster.ts';
import { type Beat, UNANSWERED } from './stories.ts';
import { tell } from './telling.ts';

/** What every part of a person's history is made from. */
export interface Stage {
  readonly seed: number;
  readonly roster: readonly Profile[];
  /** How many touches each person has, by ref. */
  readonly touches: readonly number[];
  /** The calendar day so many days ago; negative days are ahead. */
  readonly dayAgo: (days: number) => CalendarDate;
}

/** Refs of one person's touches count from here; no one has so many. */
const REFS_PER_PERSON = 65_536;
/** Days that should pass between two beats of a story. */
const BEAT_GAP = 60;

export function touchRef(person: number, index: number): number {
  return person * REFS_PER_PERSON + index;
}

/**
 * The days of someone's touches, as days ago, the oldest first: from the last one back to the start of the history,
 * a little denser towards the present.
 */
export function scheduleOf(profile: Profile, stage: Stage): readonly number[] {
  const count = stage.touches[profile.ref] ?? 0;
  const random = createRandom(mix(stage.seed, profile.ref * 8 + 3));
  const span = HISTORY_DAYS - profile.lastDays;
  const bend = profile.circle === undefined ? 1 : 1.12;
  const days: number[] = [];
  for (let back = count - 1; back >= 0; back--) {
    const share = back === 0 ? 0 : (back + (random.next() - 0.5) * 0.8) / count;
    days.push(profile.lastDays + Math.floor(span * share ** bend));
  }
  return days;
}

/** A beat and the touch that tells it. */
export interface PlacedBeat {
  readonly beat: Beat;
  readonly story: number;
  /** Index of the touch in the schedule; absent when the history is too short for it. */
  readonly touch?: number;
}

/** Lays the beats of someone's stories over their touches, from the newest back, with room between them. */
export function placeBeats(profile: Profile, days: readonly number[]): readonly PlacedBeat[] {
  const placed: PlacedBeat[] = [];
  const taken = new Set<number>();
  const newest = days.length - 1;
  for (const [story, { beats }] of profile.stories.entries()) {
    // An unanswered message of theirs is the last touch; their story ends before it.
    let from = profile.role === 'reply' ? newest - 1 : newest;
    let wantedDays = story === 0 ? 0 : BEAT_GAP / 3;
    for (const beat of [...beats].reverse()) {
      const touch = latestFree({ days, taken, from, wantedDays });
      placed.push(touch === undefined ? { beat, story } : { beat, story, touch });
      if (touch === undefined) continue;
      taken.add(touch);
      from = touch - 1;
      wantedDays = (days[touch] ?? 0) + BEAT_GAP;
    }
  }
  return placed;
}

function latestFree(options: {
  days: readonly number[];
  taken: ReadonlySet<number>;
  from: number;
  wantedDays: number;
}): number | undefined {
  const { days, taken, from, wantedDays } = options;
  for (let i = from; i >= 0; i--) if (!taken.has(i) && (days[i] ?? 0) >= wantedDays) return i;
  // Too little history for the pause: the next touch before will do.
  for (let i = from; i >= 0; i--) if (!taken.has(i)) return i;
  return undefined;
}

/** Every touch with this person alone, the oldest first. */
export function* touchesOf(profile: Profile, stage: Stage): Generator<GeneratedTouch> {
  const days = scheduleOf(profile, stage);
  const random = createRandom(mix(stage.seed, profile.ref * 8 + 4));
  const beats = new Map<number, Beat>();
  if (profile.stories.length > 0)
    for (const { beat, touch } of placeBeats(profile, days)) if (touch !== undefined) beats.set(touch, beat);
  const everyday = everydayOf(profile);
  const start = random.below(everyday.length);
  for (const [index, ago] of days.entries()) {
    const last = index === days.length - 1;
    const told = tellTouch({
      profile,
      stage,
      random,
      last,
      beat: beats.get(index),
      index,
      count: days.length,
      everyday: cycle(everyday, start + index * 11),
    });
    const companion = companionOf({ profile, stage, ago, random, told, last });
    // On the companion's page the sentence must say who the pronouns are about.
    const summary = companion ? `${told.summary} With ${listed([profile.called, companion.called])}.` : told.summary;
    yield {
      ref: touchRef(profile.ref, index),
      date: stage.dayAgo(ago),
      people: companion ? [profile.ref, companion.ref] : [profile.ref],
      plan: false,
      personal: true,
      followUp: profile.role === 'new',
      channel: told.channel,
      direction: told.direction,
      summary,
      ...(told.notes !== undefined && { notes: told.notes }),
      ...(told.place !== undefined && { place: told.place }),
    };
  }
}

interface Told {
  readonly channel: Channel;
  readonly direction: Direction;
  readonly summary: string;
  readonly notes?: string;
  readonly place?: string;
  /** Belongs to a story or a thread, so it was with this person alone. */
  readonly alone: boolean;
}

const LIGHT_FAR = LIGHT.filter(([, via]) => via !== 'event' && via !== 'in-person');

function everydayOf(profile: Profile): readonly (readonly [string, Channel])[] {
  const loose = (profile.circle === undefined || profile.circle === 3) && profile.role !== 'dormant';
  if (loose) return profile.near ? LIGHT : LIGHT_FAR;
  return profile.near ? EVERYDAY_NEAR : EVERYDAY_FAR;
}

function tellTouch(options: {
  profile: Profile;
  stage: Stage;
  random: Random;
  last: boolean;
  beat: Beat | undefined;
  index: number;
  count: number;
  everyday: readonly [string, Channel];
}): Told {
  const { profile, random, last, beat, index, count, everyday } = options;
  if (profile.role === 'new')
    return {
      channel: 'event',
      direction: 'mutual',
      summary: FIRST_MEETING.summary,
      notes: FIRST_MEETING.notes,
      place: FIRST_MEETING.place,
      alone: true,
    };
  if (last && profile.role === 'reply') {
    return {
      channel: writable(profile),
      direction: 'theirs',
      summary: tellAbout(cycle(UNANSWERED, replyIndex(profile, options.stage)), profile, random),
      alone: true,
    };
  }
  if (beat) {
    const channel = reachable(profile, beat.via ?? usualChannel(profile, random));
    const met = channel === 'in-person' || channel === 'event';
    const direction = beat.from === undefined || met || (last && beat.from === 'theirs') ? 'mutual' : beat.from;
    return {
      channel,
      direction,
      summary: tellAbout(beat.text, profile, random),
      ...(beat.notes !== undefined && { notes: tellAbout(beat.notes, profile, random) }),
      alone: true,
    };
  }
  const thread = threadOf(profile);
  if (thread && (last || index === count - 2)) return tellThread({ thread, profile, last, random });
  const [text, via] = everyday;
  return tellEveryday({ text, via, profile, last, random });
}

/** The thread of someone without a story. */
export function threadOf(profile: Profile): Thread | undefined {
  return profile.thread === undefined ? undefined : cycle(THREADS, profile.thread);
}

/**
 * Which words fill a thread: the n-th person with the same thread gets the n-th words, so none reads like another
 * until the lists are through.
 */
export function threadWords(profile: Profile): (slot: string) => number {
  const ordinal = profile.thread ?? 0;
  const round = Math.floor(ordinal / THREADS.length);
  const shift = (ordinal % THREADS.length) * 5;
  return () => shift + round;
}

function tellThread(options: { thread: Thread; profile: Profile; last: boolean; random: Random }): Told {
  const { thread, profile, last, random } = options;
  const text = last ? thread.next : thread.first;
  let place: string | undefined;
  const used = (slot: string, value: string): void => {
    if (slot === 'spot' || slot === 'event') place = value;
  };
  const summary = tell(text, { about: profile, choose: threadWords(profile), used });
  const met = thread.near === true || (!last && profile.near);
  const channel = met
    ? hasSlot(text, 'event')
      ? 'event'
      : 'in-person'
    : (channelOfWords(text, profile) ?? reachable(profile, usualChannel(profile, random, 'far')));
  return {
    channel,
    direction: channel === 'in-person' || channel === 'event' || !last ? 'mutual' : directionOf(text, channel, true),
    summary,
    ...(met && place !== undefined && { place }),
    alone: true,
  };
}

function tellEveryday(options: { text: string; via: Channel; profile: Profile; last: boolean; random: Random }): Told {
  const { text, via, profile, last, random } = options;
  const channel = reachable(profile, via);
  let place: string | undefined;
  const used = (slot: string, value: string): void => {
    if (slot === 'spot' || slot === 'event') place = value;
  };
  const summary = tell(text, { about: profile, choose: () => random.below(1000), used });
  const met = channel === 'in-person' || channel === 'event';
  return {
    channel,
    direction: directionOf(text, channel, last),
    summary,
    ...(met && place !== undefined && { place }),
    alone: false,
  };
}

function tellAbout(text: string, profile: Profile, random: Random): string {
  return tell(text, { about: profile, choose: () => random.below(1000) });
}

/** Those who wait for an answer, in the order of their refs, wrote different things. */
function replyIndex(profile: Profile, stage: Stage): number {
  let index = 0;
  for (const other of stage.roster) {
    if (other.ref === profile.ref) break;
    if (other.role === 'reply') index++;
  }
  return index;
}

/** Now and then a partner or colleague is there too, when that leaves their own newest touch where it is. */
function companionOf(options: {
  profile: Profile;
  stage: Stage;
  ago: number;
  random: Random;
  told: Told;
  last: boolean;
}): Profile | undefined {
  const { profile, stage, ago, random, told, last } = options;
  const ref = profile.spouse ?? profile.colleague;
  const met = told.channel === 'in-person' || told.channel === 'event';
  if (ref === undefined || last || told.alone || !met || !random.chance(0.3)) return undefined;
  const other = stage.roster[ref];
  return other && (stage.touches[ref] ?? 0) > 0 && other.lastDays < ago ? other : undefined;
}
