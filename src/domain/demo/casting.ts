import { FIRST_MEETING } from './details.ts';
import { THREADS } from './everyday.ts';
import { createRandom, mix, type Random, shuffle } from './random.ts';
import { DORMANT_STORIES, STORIES, type Story } from './stories.ts';

/** The circles of the demo, closest first: name, days between touches, size one can keep up. */
export const CIRCLES = [
  { name: 'Inner', rhythmDays: 7, size: 5 },
  { name: 'Close', rhythmDays: 30, size: 15 },
  { name: 'Active', rhythmDays: 91, size: 50 },
  { name: 'Wide', rhythmDays: 365, size: 150 },
] as const;

/**
 * What someone is there to show: a tie that goes quiet before its rhythm says so, one long asleep, a last message left
 * unanswered, a first meeting of yesterday, someone never spoken to.
 */
export type Role =
  | 'ordinary'
  | 'overdue'
  | 'quiet'
  | 'dormant'
  | 'reply'
  | 'new'
  | 'stranger'
  | 'archived'
  | 'deceased';

/** The part someone plays, before they have a name. */
export interface CastMember {
  readonly ref: number;
  /** Index of the circle; absent for an acquaintance. */
  readonly circle?: number;
  readonly role: Role;
  /** Close enough to meet. */
  readonly near: boolean;
  readonly stories: readonly Story[];
  /** Counts those whose touches follow a small thread; no two share the same words until the words run out. */
  readonly thread?: number;
  readonly ages: readonly [number, number];
  readonly title?: string;
  readonly organization?: string;
  /** Their own rhythm in days, against the circle's. */
  readonly ownRhythm?: number;
  /** Days since the last touch. */
  readonly lastDays: number;
  /** How many touches two years hold, by the nature of the tie. */
  readonly naturalTouches: number;
  readonly knownDays: number;
  /** Days from today to the birthday, or a 29 February. */
  readonly birthday?: number | 'leap';
  readonly birthYear?: boolean;
  readonly turns?: number;
  /** Earlier members: who they are married to, the child of, work with, and were introduced by. */
  readonly spouse?: number;
  readonly parent?: number;
  readonly colleague?: number;
  readonly introducedBy?: number;
  readonly isParent: boolean;
}

/** How many days back the touches reach. */
export const HISTORY_DAYS = 730;

const COMMON_AGES: readonly [number, number] = [24, 71];

interface Sketch {
  circle: (number | undefined)[];
  role: Role[];
  stories: Story[][];
  near: boolean[];
  thread: (number | undefined)[];
}

/** Casts a network: who is how close, what happens to whom. Everything that must be decided for all at once. */
export function castNetwork(options: { seed: number; people: number; busy: boolean }): readonly CastMember[] {
  const { seed, people } = options;
  const random = createRandom(mix(seed, 0xca57));
  const order = shuffle(
    Array.from({ length: people }, (_, ref) => ref),
    random,
  );
  const sketch: Sketch = {
    circle: fillCircles(order, random),
    role: Array.from({ length: people }, () => 'ordinary'),
    stories: order.map(() => []),
    near: [],
    thread: [],
  };
  giveRoles({ sketch, order, random, strangers: options.busy ? 0.03 : 0.4 });
  giveStories(sketch, order, random);
  placeEveryone(sketch, order, random);
  const ties = drawTies(sketch, random);
  const birthdays = drawBirthdays(sketch, order);
  return Array.from({ length: people }, (_, ref) => {
    const member = castOne({ seed, ref, sketch });
    return { ...member, ...birthdays.get(ref), ...ties.get(ref), isParent: ties.get(ref)?.isParent ?? false };
  });
}

function fillCircles(order: readonly number[], random: Random): (number | undefined)[] {
  const circle: (number | undefined)[] = Array.from({ length: order.length }, () => undefined);
  let next = 0;
  for (const [index, { size }] of CIRCLES.entries()) {
    const members = size + random.between(-Math.floor(size * 0.07), Math.floor(size * 0.07));
    for (let i = 0; i < members && next < order.length; i++) circle[order[next++] ?? 0] = index;
  }
  return circle;
}

function giveRoles(options: { sketch: Sketch; order: readonly number[]; random: Random; strangers: number }): void {
  const { sketch, order, random } = options;
  const take = (role: Role, circle: number | undefined, count: number): void => {
    let left = count;
    for (const ref of order) {
      if (left === 0) return;
      if (sketch.circle[ref] !== circle || sketch.role[ref] !== 'ordinary') continue;
      sketch.role[ref] = role;
      left--;
    }
  };
  const acquaintances = order.filter((ref) => sketch.circle[ref] === undefined).length;
  take('new', undefined, 1);
  take('dormant', undefined, 2);
  take('dormant', 3, 3);
  take('quiet', 2, 4);
  take('reply', 1, 1);
  take('reply', 2, 2);
  take('reply', 3, 1);
  take('deceased', undefined, Math.min(2, Math.floor(acquaintances / 30)));
  take('archived', undefined, Math.min(40, Math.floor(acquaintances / 14)));
  for (const ref of order) {
    if (sketch.role[ref] !== 'ordinary') continue;
    if (sketch.circle[ref] === undefined) {
      if (random.chance(options.strangers)) sketch.role[ref] = 'stranger';
    } else if (random.chance(0.06)) sketch.role[ref] = 'overdue';
  }
}

/** Whether a story can only happen face to face. */
export function needsMeeting(story: Story): boolean {
  return story.beats.some((beat) => beat.via === 'in-person' || beat.via === 'event');
}

/** The closest have two stories, the close and active one, everyone else a small thread, as long as there are stories. */
function giveStories(sketch: Sketch, order: readonly number[], random: Random): void {
  const stories = shuffle(STORIES, random);
  const dormant = shuffle(DORMANT_STORIES, random);
  const told = (ref: number): boolean => sketch.role[ref] !== 'dormant' && sketch.role[ref] !== 'new';
  for (const circle of [0, 1, 0, 2]) {
    for (const ref of order) {
      if (sketch.circle[ref] !== circle || !told(ref)) continue;
      const taken = sketch.stories[ref] ?? [];
      // The same trade or age twice in one life does not fit.
      const index = stories.findIndex((story) => taken.every((other) => !clash(story, other)));
      if (index >= 0) taken.push(...stories.splice(index, 1));
    }
  }
  let thread = 0;
  for (const ref of order) {
    if (sketch.role[ref] === 'dormant') sketch.stories[ref] = dormant.splice(0, 1);
    if ((sketch.stories[ref] ?? []).length === 0) sketch.thread[ref] = thread++;
  }
}

function clash(a: Story, b: Story): boolean {
  const [low, high] = commonAges([a, b]);
  return (a.title !== undefined && b.title !== undefined) || high - low < 2;
}

function commonAges(stories: readonly Story[]): [number, number] {
  let [low, high] = COMMON_AGES;
  for (const { age } of stories) {
    if (!age) continue;
    low = Math.max(low, age[0]);
    high = Math.min(high, age[1]);
  }
  return [low, high];
}

function placeEveryone(sketch: Sketch, order: readonly number[], random: Random): void {
  for (const ref of order) {
    const circle = sketch.circle[ref];
    const odds = circle === undefined ? 0.35 : ([0.8, 0.65, 0.45, 0.4][circle] ?? 0.4);
    const thread = sketch.thread[ref];
    const met = sketch.role[ref] !== 'dormant' && (sketch.stories[ref] ?? []).some(needsMeeting);
    const threadNear = thread !== undefined && THREADS[thread % THREADS.length]?.near === true;
    const near = random.chance(odds);
    sketch.near[ref] = met || threadNear || near || sketch.role[ref] === 'new';
  }
}

type Ties = Partial<Pick<CastMember, 'spouse' | 'parent' | 'colleague' | 'introducedBy' | 'isParent'>>;

/** Who belongs to whom: about six in a hundred married to each other, a few families, colleagues, and who introduced whom. */
function drawTies(sketch: Sketch, random: Random): Map<number, Ties> {
  const people = sketch.role.length;
  const ties = new Map<number, Ties>();
  const related = new Set<number>();
  // The later of two takes after the earlier, so its own story must leave room for that.
  const free = (ref: number): boolean =>
    !related.has(ref) && (sketch.role[ref] === 'ordinary' || sketch.role[ref] === 'stranger');
  const pair = (kind: 'spouse' | 'parent', count: number): void => {
    for (let tries = 0, left = count; left > 0 && tries < count * 40; tries++) {
      const first = random.below(people);
      const second = random.below(people);
      const a = Math.min(first, second);
      const b = Math.max(first, second);
      if (a === b || !free(a) || !free(b) || (sketch.stories[b] ?? []).length > 0 || sketch.near[a] !== sketch.near[b])
        continue;
      if (kind === 'parent' && (sketch.stories[a] ?? []).length > 0) continue;
      related.add(a).add(b);
      ties.set(b, { [kind]: a });
      if (kind === 'parent') ties.set(a, { isParent: true });
      left--;
    }
  };
  pair('parent', Math.ceil(people / 120));
  pair('spouse', Math.floor(people * 0.03));
  const close = sketch.circle.flatMap((circle, ref) =>
    circle !== undefined && circle < 3 && sketch.role[ref] !== 'reply' ? [ref] : [],
  );
  for (let ref = 1; ref < people; ref++) {
    if (random.chance(0.12)) ties.set(ref, { ...ties.get(ref), colleague: random.below(ref) });
    const introducer = close.length > 0 && random.chance(0.18) ? random.pick(close) : undefined;
    if (introducer !== undefined && introducer !== ref && ties.get(introducer)?.introducedBy !== ref)
      ties.set(ref, { ...ties.get(ref), introducedBy: introducer });
  }
  return ties;
}

/** Birthdays that any demo day should have: two today, five in the coming week, two on a 29 February. */
function drawBirthdays(
  sketch: Sketch,
  order: readonly number[],
): Map<number, Partial<Pick<CastMember, 'birthday' | 'birthYear' | 'turns'>>> {
  const free = order.filter(
    (ref) => sketch.circle[ref] !== undefined && sketch.circle[ref] !== 0 && (sketch.stories[ref] ?? []).length === 0,
  );
  const wanted: Partial<Pick<CastMember, 'birthday' | 'birthYear' | 'turns'>>[] = [
    { birthday: 0, birthYear: false },
    { birthday: 0, birthYear: true, turns: 34 },
    { birthday: 1, birthYear: true },
    { birthday: 2, birthYear: false },
    { birthday: 4, birthYear: true, turns: 40 },
    { birthday: 5, birthYear: true },
    { birthday: 7, birthYear: false },
    { birthday: 'leap', birthYear: true },
    { birthday: 'leap', birthYear: false },
  ];
  // The free come in order of closeness; from the end of the circle the wide ones, whose day would else go unnoticed.
  return new Map(wanted.slice(0, free.length).map((wish, i) => [free[free.length - 1 - i] ?? 0, wish]));
}

function castOne(options: { seed: number; ref: number; sketch: Sketch }): Omit<CastMember, 'isParent'> {
  const { seed, ref, sketch } = options;
  const random = createRandom(mix(seed, ref * 8));
  const circle = sketch.circle[ref];
  const role = sketch.role[ref] ?? 'ordinary';
  const stories = sketch.stories[ref] ?? [];
  const thread = sketch.thread[ref];
  const title = stories.find((story) => story.title !== undefined)?.title;
  const ownRhythm = circle === 2 && random.chance(0.08) ? 45 : circle === 3 && random.chance(0.03) ? 180 : undefined;
  const rhythm = circle === undefined ? undefined : (ownRhythm ?? CIRCLES[circle]?.rhythmDays);
  const naturalTouches = countTouches(role, circle, random);
  return {
    ref,
    ...(circle !== undefined && { circle }),
    role,
    near: sketch.near[ref] ?? false,
    stories,
    ...(thread !== undefined && { thread }),
    ages: commonAges(stories),
    ...(title !== undefined && { title }),
    ...(role === 'new' && { title: FIRST_MEETING.title, organization: FIRST_MEETING.organization }),
    ...(ownRhythm !== undefined && { ownRhythm }),
    lastDays: daysSinceLast(role, rhythm, random),
    naturalTouches,
    knownDays:
      role === 'new' ? 1 : naturalTouches > 0 ? random.between(HISTORY_DAYS + 10, 5200) : random.between(40, 3600),
  };
}

function daysSinceLast(role: Role, rhythm: number | undefined, random: Random): number {
  switch (role) {
    case 'new':
      return 1;
    case 'reply':
      return random.between(2, 6);
    case 'quiet':
      return random.between(48, 66);
    case 'dormant':
      return random.between(300, 460);
    case 'archived':
    case 'deceased':
      return random.between(200, 560);
    case 'overdue':
      return Math.round((rhythm ?? 365) * (1.03 + random.next() * 0.4));
    default:
      return 1 + Math.floor(random.next() * (rhythm === undefined ? 560 : rhythm * 0.93 - 1));
  }
}

function countTouches(role: Role, circle: number | undefined, random: Random): number {
  if (role === 'stranger') return 0;
  if (role === 'new') return 1;
  if (role === 'quiet') return random.between(42, 50);
  if (role === 'dormant') return random.between(18, 26);
  if (circle === undefined) return random.between(1, 2);
  return [random.between(78, 96), random.between(22, 28), random.between(7, 10), random.between(2, 4)][circle] ?? 1;
}
