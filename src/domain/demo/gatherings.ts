import { GATHERINGS, GROUP_MAILS, PLANS } from './details.ts';
import { type Stage, touchRef } from './history.ts';
import type { GeneratedTouch } from './network.ts';
import { createRandom, mix, type Random, shuffle } from './random.ts';
import { fill, listed } from './render.ts';
import type { Profile } from './roster.ts';

/** Evenings with several people, mails to many, and what is planned: the touches that belong to no one alone. */
export function gatherTouches(stage: Stage): readonly GeneratedTouch[] {
  const random = createRandom(mix(stage.seed, 0x9a7e));
  const friends = stage.roster.filter(
    (profile) => profile.circle !== undefined && profile.role === 'ordinary' && (stage.touches[profile.ref] ?? 0) > 0,
  );
  const touches: Omit<GeneratedTouch, 'ref'>[] = [
    ...dinners(stage, friends, random),
    ...groupMails(stage, friends, random),
    ...plans(stage, friends, random),
  ];
  touches.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return touches.map((touch, i) => ({ ref: touchRef(stage.roster.length, i), ...touch }));
}

function dinners(stage: Stage, friends: readonly Profile[], random: Random): Omit<GeneratedTouch, 'ref'>[] {
  const near = friends.filter((profile) => profile.near && profile.circle !== 3);
  return GATHERINGS.flatMap(([text, place], i) => {
    const ago = 11 + i * 39 + random.below(12);
    // Only those seen again since: an evening must not move anyone's last touch.
    const free = near.filter((profile) => profile.lastDays < ago);
    if (free.length < 3) return [];
    const guests = distinctly(shuffle(free, random)).slice(0, random.between(3, 6));
    const summary = fill(text, () => listed(guests.map((guest) => guest.called)));
    return [together({ stage, ago, people: guests, summary, place, channel: 'in-person' })];
  });
}

/** Keeps the first of those who are called the same: “with Loïc and Loïc” says nothing. */
function distinctly(people: readonly Profile[]): readonly Profile[] {
  const called = new Set<string>();
  return people.filter((person) => !called.has(person.called) && called.add(person.called));
}

function groupMails(stage: Stage, friends: readonly Profile[], random: Random): Omit<GeneratedTouch, 'ref'>[] {
  const reachable = friends.filter((profile) => profile.privateEmail !== undefined);
  return GROUP_MAILS.map((summary, i) => ({
    summary,
    ago: 34 + i * 170,
    people: shuffle(reachable, random).slice(0, 20),
  }))
    .filter(({ people }) => people.length > 0)
    .map(({ summary, ago, people }) => ({
      ...together({ stage, ago, people, summary, channel: 'email' }),
      direction: 'mine',
      personal: false,
    }));
}

function plans(stage: Stage, friends: readonly Profile[], random: Random): Omit<GeneratedTouch, 'ref'>[] {
  const near = shuffle(
    friends.filter((profile) => profile.near && (profile.circle === 1 || profile.circle === 2)),
    random,
  );
  return PLANS.flatMap(({ days, people, text, place }) => {
    const guests = near.splice(0, people);
    return guests.length < people
      ? []
      : [
          {
            ...together({ stage, ago: -days, people: guests, summary: text, place, channel: 'in-person' }),
            plan: true,
          },
        ];
  });
}

function together(options: {
  stage: Stage;
  ago: number;
  people: readonly Profile[];
  summary: string;
  channel: GeneratedTouch['channel'];
  place?: string;
}): Omit<GeneratedTouch, 'ref'> {
  return {
    date: options.stage.dayAgo(options.ago),
    channel: options.channel,
    direction: 'mutual',
    people: options.people.map((person) => person.ref),
    summary: options.summary,
    ...(options.place !== undefined && { place: options.place }),
    plan: false,
    personal: true,
    followUp: false,
  };
}
