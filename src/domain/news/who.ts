import type { CalendarDate } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import { type DayContext, plain, rememberedDay, sentence, shortened } from '../today/phrases.ts';
import type { FactKind } from '../words.ts';
import { keywordsOf, sharedKeywords } from './keywords.ts';

/** What decides whether somebody would care. */
export interface Acquaintance {
  readonly personId: string;
  readonly name: string;
  /** 0 to 1, see `closenessOf`. */
  readonly closeness: number;
  readonly circle?: string;
  readonly title?: string;
  readonly organization?: string;
  readonly place?: string;
  /** Nothing private. */
  readonly facts: readonly { readonly kind: FactKind; readonly text: string }[];
  /** What they said or wrote, and when. */
  readonly said: readonly { readonly date: CalendarDate; readonly words: string }[];
  /** What they did for the owner, the newest first. */
  readonly gave: readonly string[];
  /** Where the owner worked with them, once or now. */
  readonly workedAt?: string;
  /** People they introduced the owner to. */
  readonly introduced: readonly string[];
}

export interface Suggestion {
  readonly personId: string;
  /** Whole sentences to the owner, the strongest first; never empty. */
  readonly why: readonly string[];
}

const MOST_REASONS = 2;
const LONGEST_QUOTE = 60;
/** What was said longer ago has been forgotten by both. */
const REMEMBERED_DAYS = 400;
const CLOSE = 0.7;
const LEAST_CLOSENESS = 0.45;

interface Weighed {
  readonly weight: number;
  readonly text: string;
}

/** Who would care to hear a text, and why each: those with the most and the best reasons first. */
export function whoWouldCare(text: string, people: readonly Acquaintance[], days: DayContext): readonly Suggestion[] {
  const keywords = keywordsOf(text);
  return ranked(people, (person) => [
    ...closest(person),
    ...asked(keywords, person, days),
    ...helped(keywords, person),
    ...colleague(person),
    ...sharedWith(keywords, person),
  ]);
}

/** Who could help with a goal, or whom it is about. */
export function whoCouldHelp(text: string, people: readonly Acquaintance[], days: DayContext): readonly Suggestion[] {
  const keywords = keywordsOf(text);
  return ranked(people, (person) => {
    const found = [...sharedWith(keywords, person), ...asked(keywords, person, days)];
    const door = person.introduced.length > 0 && found.length > 0;
    return door
      ? [...found, { weight: 0.2, text: `Opened a door for you before: to ${person.introduced[0]}.` }]
      : found;
  });
}

function ranked(
  people: readonly Acquaintance[],
  reasonsOf: (person: Acquaintance) => readonly Weighed[],
): readonly Suggestion[] {
  return people
    .flatMap((person) => {
      const reasons = [...reasonsOf(person)].sort((a, b) => b.weight - a.weight);
      if (reasons.length === 0) return [];
      const [first] = reasons;
      const score = (first?.weight ?? 0) + 0.3 * (reasons.length - 1) + 0.3 * person.closeness;
      return [{ person, reasons, score }];
    })
    .sort((a, b) => b.score - a.score || (a.person.name < b.person.name ? -1 : 1))
    .map(({ person, reasons }) => ({
      personId: person.personId,
      why: reasons.slice(0, MOST_REASONS).map((reason) => reason.text),
    }));
}

const AT_WORK = /\b(?:work|worked|working|colleague|colleagues|office|team|internship)\b/i;

function colleague({ workedAt, facts }: Acquaintance): readonly Weighed[] {
  if (workedAt !== undefined) return [{ weight: 0.5, text: `You worked together at ${workedAt}.` }];
  const met = facts.find(({ kind, text }) => kind === 'how-we-met' && AT_WORK.test(text));
  return met === undefined ? [] : [{ weight: 0.5, text: `You know each other from work: “${quote(met.text)}”.` }];
}

function closest({ closeness, circle }: Acquaintance): readonly Weighed[] {
  if (closeness < LEAST_CLOSENESS) return [];
  const text = closeness >= CLOSE ? 'One of the people closest to you.' : 'Somebody you keep close.';
  return [{ weight: closeness, text: circle === undefined ? text : `${text.slice(0, -1)}, in ${circle}.` }];
}

function asked(keywords: readonly string[], { said }: Acquaintance, days: DayContext): readonly Weighed[] {
  const about = said
    .map(({ date, words }) => ({ date, shared: sharedKeywords(keywords, words).length }))
    .filter(({ date, shared }) => shared > 0 && daysApart(date, days.today) <= REMEMBERED_DAYS);
  const newest = about
    .map(({ date }) => date)
    .sort()
    .at(-1);
  if (newest === undefined) return [];
  // One word in common may be chance; two hardly.
  const isSure = about.some(({ shared }) => shared >= Math.min(2, keywords.length));
  return [{ weight: isSure ? 0.9 : 0.5, text: `You spoke about it ${rememberedDay(newest, days)}.` }];
}

function helped(keywords: readonly string[], { gave, introduced }: Acquaintance): readonly Weighed[] {
  const about = gave.find((text) => sharedKeywords(keywords, text).length > 0);
  const [newest] = gave;
  const [door] = introduced;
  return [
    ...(about !== undefined
      ? [{ weight: 0.95, text: `Helped you on the way: “${quote(about)}”.` }]
      : newest === undefined
        ? []
        : [{ weight: 0.55, text: `Did something for you: “${quote(newest)}”.` }]),
    ...(door === undefined ? [] : [{ weight: 0.6, text: `Introduced you to ${door}.` }]),
  ];
}

/** Whether what somebody did for the owner is what a text is about. */
export function hadAPart(text: string, gave: readonly string[]): boolean {
  const keywords = keywordsOf(text);
  return gave.some((deed) => sharedKeywords(keywords, deed).length > 0);
}

const SAID_OF: Readonly<Partial<Record<FactKind, (text: string) => string>>> = {
  offer: (text) => `Offers this: “${text}”.`,
  work: (text) => `Knows the field: “${text}”.`,
  success: (text) => `Has done it: “${text}”.`,
  interest: (text) => `Cares for it: “${text}”.`,
  goal: (text) => `Wants something like it: “${text}”.`,
  challenge: (text) => `Is busy with something like it: “${text}”.`,
  need: (text) => `Looks for something like it: “${text}”.`,
};
const WEIGHT_OF: Readonly<Partial<Record<FactKind, number>>> = { offer: 0.9, work: 0.75, success: 0.75, interest: 0.7 };
const LEAST_WEIGHT = 0.6;

/** A field, a place, an employer or an interest that the words name. */
function sharedWith(keywords: readonly string[], person: Acquaintance): readonly Weighed[] {
  const names = (text: string | undefined): text is string =>
    text !== undefined && sharedKeywords(keywords, text).length > 0;
  const found: Weighed[] = [];
  for (const { kind, text } of person.facts) {
    const say = SAID_OF[kind];
    if (say && names(text)) found.push({ weight: WEIGHT_OF[kind] ?? LEAST_WEIGHT, text: say(quote(text)) });
  }
  const { organization, title, place } = person;
  if (names(organization)) found.push({ weight: 0.8, text: sentence(`Works at ${plain(organization)}`) });
  if (names(title)) found.push({ weight: 0.7, text: sentence(`Works in the field: ${plain(title)}`) });
  if (names(place)) found.push({ weight: 0.65, text: sentence(`Lives there: ${plain(place)}`) });
  return found;
}

const quote = (text: string): string => shortened(plain(text), LONGEST_QUOTE);
