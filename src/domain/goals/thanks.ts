import type { CalendarDate } from '../dates.ts';
import { monthName, plain, sentence, shortened, upperFirst } from '../today/phrases.ts';

/** What somebody is thanked for. */
export type Merit =
  /** They gave or did something, as the owner noted it. */
  | { readonly kind: 'gave'; readonly text: string; readonly date: CalendarDate }
  /** They opened a door to these people. */
  | { readonly kind: 'introduced'; readonly names: readonly string[] }
  /** They came to the owner, or kept their word. */
  | { readonly kind: 'showed-up'; readonly last: CalendarDate; readonly kept?: string | undefined }
  /** Something came of it. `mine` when it came of the tie to them; else of a door they opened to `through`. */
  | { readonly kind: 'outcome'; readonly text: string; readonly through?: string | undefined };

export interface ToThank {
  /** Whole and as one calls them, both as they may stand in a note. */
  readonly names: readonly string[];
  readonly called: string;
  readonly merits: readonly Merit[];
}

const LONGEST_QUOTE = 60;
const MOST_NAMES = 3;
/** More than two things in one letter is a list. */
const MOST_SAID = 2;

/** Why, to the owner, in one sentence. */
export function meritSentence(merit: Merit): string {
  switch (merit.kind) {
    case 'gave':
      return `Did you a good turn in ${monthName(merit.date)}: “${shortened(plain(merit.text), LONGEST_QUOTE)}”.`;
    case 'introduced':
      return `Introduced you to ${listed(merit.names)}.`;
    case 'showed-up':
      return merit.kept === undefined
        ? `Came to you more than once without being asked, last in ${monthName(merit.last)}.`
        : `Kept a promise to you: “${shortened(plain(merit.kept), LONGEST_QUOTE)}”.`;
    case 'outcome':
      return merit.through === undefined
        ? `Had a part in this: “${shortened(plain(merit.text), LONGEST_QUOTE)}”.`
        : `Opened the door to ${merit.through}, and this came of it: “${shortened(plain(merit.text), LONGEST_QUOTE)}”.`;
  }
}

const YEAR_OPENINGS: readonly string[] = [
  'before the year is over I want to thank you.',
  'I have been looking back on the year, and you are in it.',
  'as the year comes to an end, this is a thank-you that is overdue.',
  'the year is nearly over, and there is something I want to say.',
  'I was thinking of the people who made this year a good one, and of you.',
];
const OPENINGS: readonly string[] = [
  'I want to thank you.',
  'this is a thank-you that is overdue.',
  'there is something I have been meaning to tell you.',
  'something good has happened, and you had a part in it.',
];
const CLOSINGS: readonly string[] = [
  'I have not forgotten it. Thank you.',
  'It meant more to me than I said at the time.',
  'Thank you, truly.',
  'I am glad that you are there.',
  'It made a difference.',
];

/**
 * A draft of thanks that says what for, and asks for nothing.
 * @param place tells several of one day apart: no two begin and end alike
 */
export function thanksDraft(
  { names, called, merits }: ToThank,
  { place, year }: { place: number; year?: boolean },
): string {
  const openings = year === true ? YEAR_OPENINGS : OPENINGS;
  const opening = openings[place % openings.length] ?? '';
  const closing = CLOSINGS[(place + Math.floor(place / openings.length)) % CLOSINGS.length] ?? '';
  const said = merits.slice(0, MOST_SAID).map((merit) => saidFor(merit, { names, place }));
  return `Hi ${called}, ${[opening, ...new Set(said), closing].join(' ')}`;
}

const CAME: readonly string[] = [
  'You kept coming back to me this year, even when I was slow to answer.',
  'More than once it was you who thought of me first.',
  'It was often you who began, and I was glad each time.',
  'You did not wait for me to write.',
  'You asked how I was when I had been silent.',
  'You made sure that we did not lose each other.',
];

function saidFor(merit: Merit, { names, place }: { names: readonly string[]; place: number }): string {
  switch (merit.kind) {
    case 'gave': {
      const deed = deedOf(merit.text, names);
      return deed === undefined
        ? `I still think of what you did for me in ${monthName(merit.date)}.`
        : `In ${monthName(merit.date)} you ${deed}.`;
    }
    case 'introduced':
      return `You introduced me to ${listed(merit.names)}.`;
    case 'showed-up':
      return merit.kept === undefined ? (CAME[place % CAME.length] ?? '') : 'You kept your word to me, and I noticed.';
    case 'outcome':
      return outcomeSaid(merit, names);
  }
}

function outcomeSaid({ text, through }: Extract<Merit, { kind: 'outcome' }>, names: readonly string[]): string {
  if (through !== undefined)
    return `You once introduced me to ${through}, and one thing has led to another: something good has come of it.`;
  const yours = names.reduce(
    (rest, name) => rest.replaceAll(`${name}’s `, 'your ').replaceAll(`${name} `, 'you '),
    `${plain(text)} `,
  );
  const said = yours.trim();
  // A sentence about them is said as it is; of anything else one says that they had a part in it.
  return /^you(?:r)?\b/.test(said) ? sentence(upperFirst(said)) : sentence(`You had a part in this: ${said}`);
}

/** A first word that says what was done. */
const DID =
  /^(?:gave|lent|read|sent|brought|took|told|showed|wrote|made|found|drove|held|put|came|let|taught|spoke|stood|got|did|paid|built|kept|\p{Ll}+ed)\b/u;

/** What somebody did, after “you”; undefined where the words may mean somebody else, or are no deed. */
function deedOf(text: string, names: readonly string[]): string | undefined {
  const said = plain(text);
  const name = names.find((one) => said.startsWith(`${one} `));
  const rest = name === undefined ? said : said.slice(name.length + 1);
  const deed = rest.charAt(0).toLowerCase() + rest.slice(1);
  return DID.test(deed) && !/\b(?:her|his|hers|him|she|he|they|their|them)\b/iu.test(deed) ? deed : undefined;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  const left = names.length - shown.length;
  const parts = left === 0 ? shown : [...shown, left === 1 ? 'one other' : `${left} others`];
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
