import { number, relativeDay, shortDay } from './days.ts';
import { list } from './phrases.en.ts';
import type { Catalogue } from './strings.ts';

/** The words of introductions in English: a part of the catalogue that is not in the first load. */

export const en = {
  title: 'Introductions',
  lead: 'Two people who would be glad to know each other. Both are asked first, one after the other.',
  of: (name: string) => `Introductions of ${name}`,
  everybody: 'All introductions',
  underWay: 'Under way',
  ideas: 'Perhaps these two',
  ideasLead: 'From what people told you they need, offer and care for. Nobody who knows the other already.',
  earlier: 'Earlier',
  none: 'Nobody to introduce just now',
  noneLead:
    'Note what people need, and what they are good at: Tendril then sees who could help whom. Two people can also be brought together from the page of either.',
  and: (first: string, second: string) => `${first} and ${second}`,
  why: (name: string) => `For ${name}`,
  states: {
    idea: (first: string, since: string) => `An idea of ${shortDay(since)}. Ask ${first} first.`,
    'asked-first': (first: string, second: string, since: string) =>
      `${first} was asked about ${second}: ${relativeDay(since)}.`,
    'first-yes': (first: string, second: string) => `${first} said yes. Now ask ${second}.`,
    'asked-second': (first: string, second: string, since: string) =>
      `${first} said yes, and ${second} was asked: ${relativeDay(since)}.`,
    'both-yes': 'Both said yes. Introduce them.',
    made: (since: string) => `You introduced them: ${relativeDay(since)}. Ask how it went when they had some time.`,
    outcome: 'You introduced them, and heard how it went.',
    thanked: 'You introduced them, and thanked both.',
    declined: (name: string) => `${name} declined, and that is fine.`,
    dismissed: 'You let go of it.',
  },
  rests: (name: string, until: string) =>
    `${name} was asked about somebody else not long ago. Perhaps wait until ${shortDay(until)}.`,
  drafts: {
    ask: (name: string) => `To ask ${name}`,
    remind: (name: string) => `A gentle word to ${name}`,
    make: (first: string, second: string) => `To ${first} and ${second}, in one message`,
    'how-it-went': (name: string) => `To ask ${name} how it went`,
    thank: (name: string) => `To thank ${name}`,
    'let-down': (name: string) => `To tell ${name}, without a ground`,
  },
  copy: 'Copy the words',
  copied: 'Copied. Paste it where you write to them.',
  asked: (name: string) => `I asked ${name}`,
  yes: (name: string) => `${name} said yes`,
  no: 'Said no',
  noOf: (name: string) => `${name} said no`,
  made: 'I introduced them',
  thanked: 'I thanked them',
  swap: (name: string) => `Ask ${name} first`,
  edit: 'Say why in your words',
  whyLabel: (name: string) => `Why it helps ${name}`,
  letGo: 'Let go of it',
  howItWent: 'How did it go?',
  keep: 'Begin with this',
  never: 'Not these two',
  more: (name: string) => `More about ${name}`,
  moreIdeas: (count: number) => `${number(count)} more`,
  add: 'Introduce to somebody',
  addWho: 'Who is the other?',
  empty: (name: string) => `Whom would ${name} be glad to know?`,
  perhaps: (name: string) => `Perhaps ${name}`,
  introducedYou: (names: readonly string[]) => `Introduced you to ${list(names)}.`,
  introducedBy: (names: readonly string[]) => `You met through ${list(names)}.`,
  thanksFor: 'Thanks are still owed for that.',
  gaveThanks: 'I gave thanks',
  thanksEntry: 'Gave thanks for an introduction',
};

export type IntroductionStrings = Catalogue<typeof en>;
