import { daysApart } from '../keeping/day-number.ts';
import { isHard, rungOn } from '../keeping/moments.ts';
import { PROFILE } from '../keeping/noticing.ts';
import { deedOf } from '../words/deed.ts';
import type { MomentKind } from '../words.ts';
import type { LifeMoment } from './candidate.ts';
import type { Parts, WordingPicker } from './parts.ts';
import { plain, shortened } from './phrases.ts';

/*
 * What one says to somebody to whom something happened. Read every line aloud before adding it. Good news is met with joy and
 * one question; a hard time with few words, nothing cheerful beside it, and no answer asked for.
 */

const NEWS: Readonly<Partial<Record<MomentKind, readonly string[]>>> = {
  job: [
    'Congratulations on the new job! How are the first days?',
    'I heard about your new job: congratulations! What are you most looking forward to?',
  ],
  promotion: [
    'Congratulations on the promotion! Well deserved. What changes for you?',
    'I heard about your promotion: congratulations! How does it feel?',
  ],
  award: [
    'Congratulations, how wonderful! I hope you celebrated.',
    'What an honour, and well earned. Congratulations!',
  ],
  achievement: ['You did it: congratulations! How does it feel?', 'I was so glad to hear it. Congratulations!'],
  graduation: ['Congratulations on finishing! What comes next?', 'You made it: congratulations! What are your plans?'],
  move: [
    'I hope the move went well. How is the new place?',
    'Have you settled in yet? I hope it feels like home soon.',
  ],
  engagement: ['Congratulations to you both, what lovely news!', 'What lovely news. I am so happy for you both!'],
  wedding: ['All my best wishes to you both!', 'Congratulations to you both! I hope it was a day to remember.'],
  birth: [
    'Congratulations, and welcome to the little one! I hope you are all well. No need to answer.',
    'What wonderful news. All my best to all of you; sleep when you can, and don’t think of answering.',
  ],
  'good-news': ['I heard your good news, and I am so happy for you!', 'I was so glad to hear your news. Tell me more?'],
};

/** To somebody who works where it happened: they did their part, and it is not only theirs. */
const THEIRS: readonly ((organisation: string) => string)[] = [
  (organisation) => `I heard the good news about ${organisation}: congratulations to you and everyone there!`,
  (organisation) => `What good news about ${organisation}! Congratulations; I hope you all celebrated.`,
  (organisation) =>
    `I heard the news about ${organisation} and thought of you. Congratulations! What was your part in it?`,
  (organisation) => `So glad for you all at ${organisation}. Congratulations! How does it feel from the inside?`,
];

/** Good news that the kind alone does not name. */
const NAMED: ReadonlySet<MomentKind> = new Set(['award', 'achievement', 'good-news']);
const AFTER_NAMED: readonly string[] = ['I hope you celebrated.', 'I was so glad to hear it.', 'How does it feel?'];

/** What usually follows, by the rung. */
const LATER: Readonly<Partial<Record<MomentKind, Readonly<Record<number, readonly string[]>>>>> = {
  job: {
    1: ['How is the new job by now?', 'A few months in: is the new job what you hoped for?'],
    2: ['A year in the job already! How was it?', 'It is a year since you started: how do you look back on it?'],
  },
  graduation: { 1: ['How has it been since you finished?', 'What has come since your graduation?'] },
  move: { 1: ['Does it feel like home by now?', 'How is life in the new place?'] },
  wedding: { 1: ['A year already: happy anniversary to you both!', 'Happy first anniversary to you both!'] },
  birth: {
    1: [
      'How are you all doing with the little one? Is there anything I could take off your hands: a meal, an errand?',
      'I have been thinking of you all. How are the nights? If I can bring you dinner one evening, say the word.',
    ],
    2: ['A whole year already! All my best to the little one, and to you.', 'Happy first birthday to the little one!'],
  },
};

const SORRY: Readonly<Partial<Record<MomentKind, readonly string[]>>> = {
  loss: [
    'I am so sorry for your loss. I am thinking of you. No need to answer.',
    'I was so sorry to hear it. You are in my thoughts; please don’t think of answering.',
  ],
  illness: [
    'I was sorry to hear that you are going through this. I am thinking of you, and I am here if anything would help.',
    'I am thinking of you. If there is anything I can do, an errand or a visit, say the word. No need to answer.',
  ],
  'job-loss': [
    'I was sorry to hear about your job. How are you? If I can help with anything, an introduction or just a coffee, I am here.',
    'That must have been a blow, and I am sorry. I am here if you would like to talk, or to think about what comes next.',
  ],
  separation: [
    'I was sorry to hear it. I am thinking of you, and I am here whenever you feel like talking.',
    'I am thinking of you. If you would like company, a walk or a meal, just say so.',
  ],
};
const SORRY_PLAIN: readonly string[] = [
  'I was sorry to hear that things are hard. I am thinking of you, and I am here.',
  'I am thinking of you. If there is anything that would help, say the word. No need to answer.',
];
const STILL: readonly string[] = [
  'I have been thinking of you. How are you these days? No need for a long answer.',
  'You have been on my mind. How are things now?',
  'I just wanted to say that I am thinking of you. I am here whenever you feel like talking.',
  'I have not forgotten. How are you now? A word is enough, or none.',
];
const A_YEAR: readonly string[] = [
  'I know what day it is around now, and I am thinking of you.',
  'I am thinking of you these days.',
];

const YEAR_RUNG = 4;

/** The sentences of a message about the moment that leads; undefined when none does. */
export function momentSentences(parts: Parts, picker: WordingPicker): readonly string[] | undefined {
  const { lead } = parts;
  const found = leading(parts);
  if (found === undefined) return undefined;
  const { moment, index } = found;
  if (lead?.kind === 'check-in') return [careLine(moment.kind, index, picker)];
  // One sees a profile; of an address book one has only heard.
  if (index === 0 && moment.source === PROFILE) return [fromFile(moment, picker)];
  if (index === 0 || moment.organisation !== undefined) return newsOf(moment, parts, picker);
  const lines = LATER[moment.kind]?.[index] ?? NEWS['good-news'] ?? [];
  return [picker.pick(`moment-${moment.kind}-${index}`, lines)];
}

/** For how many days one may still congratulate, in passing, on what nobody has to be told to write about. */
const STILL_NEWS_DAYS = 120;

/** Congratulations on the last good thing that happened to them, or where they work; undefined where nothing did of late. */
export function goodNewsSentences(parts: Parts, picker: WordingPicker): readonly string[] | undefined {
  const { candidate, today } = parts;
  const recent = (candidate.moments ?? [])
    .filter(({ kind, date, source }) => {
      const ago = daysApart(date, today);
      return !isHard(kind) && source === undefined && ago >= 0 && ago <= STILL_NEWS_DAYS;
    })
    .toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const moment = recent.find(({ organisation }) => organisation === undefined) ?? recent[0];
  return moment === undefined ? undefined : newsOf(moment, parts, picker);
}

/** By its name where the owner's words have one: "You won the regional prize" rather than "your good news". */
function newsOf(moment: LifeMoment, parts: Parts, picker: WordingPicker): readonly string[] {
  const { kind, organisation, text } = moment;
  if (organisation !== undefined) return [picker.pick('moment-organisation', THEIRS)(plain(organisation))];
  const deed = NAMED.has(kind) ? deedOf(shortened(plain(text), 90), parts) : undefined;
  if (deed !== undefined) return [`${deed}: congratulations!`, picker.pick('moment-named', AFTER_NAMED)];
  return [picker.pick(`moment-${kind}-0`, NEWS[kind] ?? NEWS['good-news'] ?? [])];
}

/** For somebody in a hard time when something else is due: few words, nothing cheerful. */
export function gentleSentences(picker: WordingPicker): readonly string[] {
  return [picker.pick('still', STILL)];
}

function careLine(kind: MomentKind, index: number, picker: WordingPicker): string {
  if (index === 0) return picker.pick(`sorry-${kind}`, SORRY[kind] ?? SORRY_PLAIN);
  return index === YEAR_RUNG ? picker.pick('a-year', A_YEAR) : picker.pick('still', STILL);
}

/** A profile says it; one says where one saw it. */
function fromFile(moment: LifeMoment, picker: WordingPicker): string {
  const what = shortened(plain(moment.text), 90);
  return picker.pick('moment-file', [
    `I saw on ${moment.source} that you are now ${what}: congratulations! How is it going?`,
    `Congratulations! I saw on ${moment.source} that you are now ${what}. How do you like it so far?`,
    `It says on ${moment.source} that you are now ${what}. Congratulations! What are you working on?`,
  ]);
}

/** To the owner, before a call or a meeting. */
export function momentTalkingPoint(parts: Parts): string | undefined {
  const found = leading(parts);
  if (found === undefined) return undefined;
  const { name } = parts;
  const what = shortened(plain(found.moment.text), 80);
  if (parts.lead?.kind === 'check-in')
    return found.index === 0
      ? `Say that you have been thinking of ${name}; then listen.`
      : `Ask ${name} gently how things are now, and leave room to listen.`;
  if (found.index > 0) return `Ask ${name} how it has been since: ${what}.`;
  return found.moment.source === undefined
    ? `Congratulate ${name}: ${what}.`
    : `Ask ${name} whether it is true: ${what}. Then congratulate.`;
}

function leading({ candidate, lead, today }: Parts): { moment: LifeMoment; index: number } | undefined {
  const [, id] = /^(?:moment|check-in):([^:]+):\d+$/.exec(lead?.key ?? '') ?? [];
  const moment = candidate.moments?.find((one) => one.id === id);
  const rung = moment && rungOn(moment, today);
  return moment && rung && { moment, index: rung.index };
}
