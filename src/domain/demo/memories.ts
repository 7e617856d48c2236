import type { FactKind } from '../words.ts';
import { FACTS, FIRST_MEETING, INTRODUCTIONS, MEETINGS, PETS, PROMISES, REMINDERS } from './details.ts';
import { pickGivenName } from './full-name.ts';
import { placeBeats, type Stage, scheduleOf, threadOf, threadWords, touchRef } from './history.ts';
import { CITIES } from './names.ts';
import type { GeneratedFact, GeneratedPromise, GeneratedReminder } from './network.ts';
import { createRandom, mix, type Random, shuffle } from './random.ts';
import { cycle, hasSlot } from './render.ts';
import type { Profile } from './roster.ts';
import { tell } from './telling.ts';

const TOWNS = Object.values(CITIES).map(([city]) => city);

type SmallFact = (typeof FACTS)[number];

/** What is worth remembering about everyone, person by person. */
export function* allFacts(stage: Stage): Generator<GeneratedFact> {
  const deck = shuffle(FACTS, createRandom(mix(stage.seed, 0xfac7)));
  let dealt = 0;
  // Dealt round like cards: no fact comes again before every other has had its turn.
  const deal = (): SmallFact => cycle(deck, dealt++);
  for (const profile of stage.roster) yield* factsOf(profile, stage, deal);
}

/** About one person: from their stories, how the two met, and what came up along the way. */
function* factsOf(profile: Profile, stage: Stage, deal: () => SmallFact): Generator<GeneratedFact> {
  const days = scheduleOf(profile, stage);
  const random = createRandom(mix(stage.seed, profile.ref * 8 + 5));
  if (profile.role === 'new') {
    for (const [kind, text] of FIRST_MEETING.facts)
      yield {
        person: profile.ref,
        kind,
        text,
        since: stage.dayAgo(1),
        private: false,
        touch: touchRef(profile.ref, 0),
      };
    return;
  }
  const kinds = new Set<FactKind>();
  for (const { beat, touch } of placeBeats(profile, days)) {
    for (const [kind, text, secret] of beat.facts ?? []) {
      kinds.add(kind);
      const told = tell(text, { about: profile, choose: () => random.below(1000) });
      yield {
        person: profile.ref,
        kind,
        text: told,
        private: secret !== undefined,
        ...learned(profile, stage, days, touch),
      };
    }
  }
  if (!kinds.has('how-we-met') && (days.length > 0 || profile.introducedBy !== undefined)) {
    const text = howWeMet(profile, stage, random);
    if (text !== undefined) yield { person: profile.ref, kind: 'how-we-met', text, private: false };
  }
  yield* smallFacts({ profile, stage, deal, days, random, kinds });
}

function learned(
  profile: Profile,
  stage: Stage,
  days: readonly number[],
  touch: number | undefined,
): Pick<GeneratedFact, 'since' | 'touch'> {
  const ago = touch === undefined ? undefined : days[touch];
  return ago === undefined || touch === undefined
    ? {}
    : { since: stage.dayAgo(ago), touch: touchRef(profile.ref, touch) };
}

function howWeMet(profile: Profile, stage: Stage, random: Random): string | undefined {
  const year = profile.knownSince.slice(0, 4);
  const friend = profile.introducedBy === undefined ? undefined : stage.roster[profile.introducedBy];
  const choose = (): number => random.below(1000);
  if (friend) return tell(random.pick(INTRODUCTIONS), { about: profile, choose, own: { friend: friend.called, year } });
  const thread = threadOf(profile);
  // Short histories do not reach the first touch of a thread: then it is what one knows of the beginning.
  if (thread)
    return (stage.touches[profile.ref] ?? 0) < 2
      ? tell(thread.first, { about: profile, choose: threadWords(profile) })
      : undefined;
  return random.chance(0.8) ? tell(random.pick(MEETINGS), { about: profile, choose, own: { year } }) : undefined;
}

function* smallFacts(options: {
  profile: Profile;
  stage: Stage;
  deal: () => SmallFact;
  days: readonly number[];
  random: Random;
  kinds: Set<FactKind>;
}): Generator<GeneratedFact> {
  const { profile, stage, deal, days, random, kinds } = options;
  const wanted =
    profile.circle === undefined ? (random.chance(0.15) ? 1 : 0) : cycle([4, 3, 2, random.below(2)], profile.circle);
  const kid = Math.min(17, profile.age - 25 - random.below(9));
  const spouse = profile.spouse === undefined ? undefined : stage.roster[profile.spouse];
  let found = 0;
  for (let tries = 0; found < wanted && tries < FACTS.length; tries++) {
    const [kind, text, secret] = deal();
    if (kinds.has(kind) || (kid < 1 && hasSlot(text, 'age'))) continue;
    kinds.add(kind);
    found++;
    const own = {
      kid: pickGivenName(profile.culture, text.startsWith('Daughter') || text.startsWith('Twins'), random),
      partner: spouse?.called ?? pickGivenName(profile.culture, !profile.woman, random),
      age: String(kid),
      pet: random.pick(PETS),
      town: random.pick(TOWNS),
    };
    const told = tell(text, { about: profile, choose: () => random.below(1000), own });
    const touch = days.length === 0 ? undefined : random.below(days.length);
    yield {
      person: profile.ref,
      kind,
      text: told,
      private: secret !== undefined,
      ...learned(profile, stage, days, touch),
    };
  }
}

/** What the stories left owed, kept when its day is long past. */
export function* storyPromisesOf(profile: Profile, stage: Stage): Generator<GeneratedPromise> {
  if (profile.stories.length === 0 || profile.role === 'dormant') return;
  const days = scheduleOf(profile, stage);
  for (const { beat, touch } of placeBeats(profile, days)) {
    const ago = touch === undefined ? undefined : days[touch];
    if (!beat.promise || touch === undefined || ago === undefined) continue;
    const [by, text, after] = beat.promise;
    const dueAgo = ago - after;
    yield {
      person: profile.ref,
      by,
      text,
      madeOn: stage.dayAgo(ago),
      due: stage.dayAgo(dueAgo),
      ...(dueAgo > 7 && { doneOn: stage.dayAgo(dueAgo + Math.min(2, after)) }),
      touch: touchRef(profile.ref, touch),
    };
  }
}

/** Those in a circle one spoke to within the month, in a stable mixed order: who promises and reminders are about. */
function recentPeople(stage: Stage): readonly Profile[] {
  return stage.roster
    .filter(
      (profile) =>
        profile.role === 'ordinary' &&
        profile.circle !== undefined &&
        profile.circle > 0 &&
        profile.lastDays <= 60 &&
        (stage.touches[profile.ref] ?? 0) > 0,
    )
    .sort((a, b) => mix(stage.seed, a.ref) - mix(stage.seed, b.ref))
    .slice(0, PROMISES.length + REMINDERS.length);
}

/** The open promises of the newest conversations. */
export function* openPromises(stage: Stage): Generator<GeneratedPromise> {
  for (const [i, profile] of recentPeople(stage).slice(0, PROMISES.length).entries()) {
    const [by, text, due] = cycle(PROMISES, i);
    const last = (stage.touches[profile.ref] ?? 1) - 1;
    // What was due before today was promised before that.
    const madeAgo = due !== null && due < 0 && profile.lastDays <= -due ? undefined : profile.lastDays;
    yield {
      person: profile.ref,
      by,
      text,
      madeOn: stage.dayAgo(madeAgo ?? 10 - (due ?? 0)),
      ...(due !== null && { due: stage.dayAgo(-due) }),
      ...(madeAgo !== undefined && { touch: touchRef(profile.ref, last) }),
    };
  }
}

export function* remindersOf(stage: Stage): Generator<GeneratedReminder> {
  for (const [i, profile] of recentPeople(stage).slice(PROMISES.length).entries()) {
    const [days, text] = cycle(REMINDERS, i);
    const date = stage.dayAgo(-days);
    yield { person: profile.ref, date, text, ...(days < 0 && { doneOn: date }) };
  }
}
