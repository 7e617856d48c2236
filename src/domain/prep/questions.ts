import { addDays, type CalendarDate, toPlainDate } from '../dates.ts';
import { threadFromFact } from '../today/fact.ts';
import { namesOf } from '../today/grammar.ts';
import { talkingLinesOf } from '../today/lines.ts';
import { threadFrom, threadFromTopic } from '../today/note.ts';
import { CAUTION, moodOf, SECRET, TO_DO } from '../today/patterns.ts';
import { calledName, plain, sentence, shortened } from '../today/phrases.ts';
import { clausesOf, isSayableText, quotable, written } from '../today/reading.ts';
import { isWeak, sharesWords, type Thread, type ThreadKind } from '../today/thread.ts';
import type { FactKind } from '../words.ts';

/** What is worth asking somebody one is about to meet: drawn from notes of conversations and from facts, never made up. */

/** A conversation that left words. */
export interface ToldTouch {
  readonly id: string;
  readonly date: CalendarDate;
  readonly summary: string;
  /** What it was about, where that is known apart from the summary. */
  readonly topic?: string;
  /** How many others took part. */
  readonly people: number;
}

export interface KnownFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly text: string;
  readonly private: boolean;
  readonly learnedOn: CalendarDate;
  /** The last day on which it was true. */
  readonly until?: CalendarDate;
}

/** What the owner asked to be reminded of. */
export interface OpenReminder {
  readonly id: string;
  readonly date: CalendarDate;
  readonly text: string;
}

export interface Known {
  readonly name: string;
  readonly given?: string;
  /** In any order; nothing planned. */
  readonly touches: readonly ToldTouch[];
  readonly facts: readonly KnownFact[];
  readonly reminders: readonly OpenReminder[];
}

/** Something to ask, said to the owner in one sentence, and what it was drawn from. */
export interface Question {
  readonly text: string;
  readonly from: { readonly kind: 'touch' | 'fact' | 'reminder'; readonly id: string; readonly date: CalendarDate };
}

/** More than that is an interview. */
const MOST_QUESTIONS = 4;
/** What was about to happen is given this long to have happened, when no day was named. */
const DAYS_TO_HAPPEN = 14;
const LONGEST_QUOTE = 90;
/** A conversation is gone on with for half a year, and what was about to happen or weighed on them asked after for a year. */
const DAYS_TO_GO_ON = 183;
const DAYS_TO_ASK_AFTER = 366;

/** A surprise, a favour or what happened once: nothing to ask how it went. */
const UNSAID: ReadonlySet<FactKind> = new Set(['gift-idea', 'offer', 'preference', 'how-we-met']);

/** What weighs on them goes first, then what nobody heard the end of, then those around them, then what they do. */
const RANK = { worry: 0, wanted: 1, unheard: 2, family: 3, goingOn: 4, talk: 5, liking: 6 } as const;

interface Found extends Question {
  readonly rank: number;
  /** The words it was read from, by which two questions are known to be one. */
  readonly words: string;
}

/**
 * At most four questions, the most pressing first. Nothing is drawn from a private fact or from what was told in confidence,
 * and what a later note speaks of again is taken as heard.
 */
export function questionsFor(person: Known, today: CalendarDate): readonly Question[] {
  const names = namesOf(person);
  const called = calledName(person);
  const touches = person.touches.filter(({ date }) => date <= today).sort(newestFirst);
  const facts = person.facts
    .filter((fact) => !fact.private && fact.learnedOn <= today && (fact.until === undefined || fact.until >= today))
    .sort((a, b) => newestFirst({ ...a, date: a.learnedOn }, { ...b, date: b.learnedOn }));
  const told: readonly Told[] = [
    ...touches.map(({ id, date, summary }) => ({ id, date, text: summary, kind: 'touch' as const })),
    ...facts.map(({ id, learnedOn, text }) => ({ id, date: learnedOn, text, kind: 'fact' as const })),
  ];
  const surprises = new Set(facts.filter((fact) => UNSAID.has(fact.kind)).map(({ id }) => id));
  const asWritten = told.filter(({ id }) => !surprises.has(id));
  const found: Found[] = [
    ...person.reminders.map((reminder) => wanted(reminder)),
    ...asWritten.flatMap((source) => unheard(source, { told, names, today }) ?? []),
    ...touches.flatMap((touch) => fromTouch(touch, { names, called, told, today }) ?? []),
    ...facts.flatMap((fact) => fromFact(fact, { names, called, told, today }) ?? []),
  ];
  // Stable: within a rank what was found first stays first, which is the newest.
  const ranked = found.sort((a, b) => a.rank - b.rank);
  const kept: Found[] = [];
  for (const question of ranked) {
    if (kept.length === MOST_QUESTIONS) break;
    const words = withoutNames(question.words, names);
    if (!kept.some((other) => isSame(withoutNames(other.words, names), words))) kept.push(question);
  }
  return kept.map(({ text, from }) => ({ text, from }));
}

interface Told {
  readonly kind: 'touch' | 'fact';
  readonly id: string;
  readonly date: CalendarDate;
  readonly text: string;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase() || sharesWords(a, b);
}

function newestFirst(a: { date: string; id: string }, b: { date: string; id: string }): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

function wanted({ id, date, text }: OpenReminder): Found {
  const words = shortened(plain(text), LONGEST_QUOTE);
  return { text: sentence(`You wanted to: ${words}`), rank: RANK.wanted, words, from: { kind: 'reminder', id, date } };
}

/** Beginnings, examinations and journeys to come. A mere wish is none: it need never have happened. */
const COMING =
  /\b(?:will|going to|about to|is to|(?:starts|starting|begins|beginning|moves|moving|(?:an?|the|her|his|their) move|opens|opening|flies|flying|travels?|leaves|hands in|defends|retires|graduates|gets married|runs|applies|applying|expects) (?:\S+ ){0,4}?(?:tomorrow|next|in|on|this|for|at|to|school|university|work)|has (?:an?|her|his|their) (?:exam|interview|operation|surgery|audition|deadline)|(?:next|this coming) (?:week|month|year|spring|summer|autumn|fall|winter|term|season|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|tomorrow|waiting for|awaits?)\b/i;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const NAMED_MONTH = new RegExp(`\\b(?:in|on|by|until|since|early|late|mid|of|\\d{1,2}) (${MONTHS.join('|')})\\b`, 'i');

/** Something that was about to happen, and of which nothing was written since. */
function unheard(
  { kind, id, date, text }: Told,
  { told, names, today }: { told: readonly Told[]; names: readonly string[]; today: CalendarDate },
): Found | undefined {
  const note = written(text);
  if (SECRET.test(plain(note)) || moodOf(note) !== 'light') return undefined;
  const clause = clausesOf(note).find(
    (each) => COMING.test(each.text) && !CAUTION.test(each.text) && !TO_DO.test(each.text) && isSayableText(each.text),
  )?.text;
  if (clause === undefined || /^(?:I|we)\b/i.test(clause) || date < addDays(today, -DAYS_TO_ASK_AFTER))
    return undefined;
  if (wasHeard({ date, words: clause }, told, names)) return undefined;
  // The whole sentence says whose it is, where it is not too long.
  const whole = note.split(/[.;!?…]+(?:\s|$)|\n+/u).find((each) => plain(each).includes(clause)) ?? clause;
  const fits = isSayableText(whole) && [...plain(whole)].length <= LONGEST_QUOTE;
  const quote = quotable(fits ? whole : clause, LONGEST_QUOTE);
  const lead = happensBy(clause, date) < today ? 'Ask how it went' : 'Ask how it is coming along';
  return { text: `${lead}: “${quote}”.`, rank: RANK.unheard, words: clause, from: { kind, id, date } };
}

/** A later note speaks of the same. */
function wasHeard(
  { date, words }: { date: CalendarDate; words: string },
  told: readonly Told[],
  names: readonly string[],
): boolean {
  const mine = withoutNames(words, names);
  return told.some((later) => later.date > date && sharesWords(withoutNames(later.text, names), mine));
}

/** The day by which it has happened: the end of the month that is named, else two weeks later. */
function happensBy(clause: string, noted: CalendarDate): CalendarDate {
  const month = MONTHS.indexOf(NAMED_MONTH.exec(clause)?.[1]?.toLowerCase() ?? '') + 1;
  if (month === 0) return addDays(noted, DAYS_TO_HAPPEN);
  const day = toPlainDate(noted);
  const year = month < day.month ? day.year + 1 : day.year;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.with({ day: first.daysInMonth }).toString() as CalendarDate;
}

interface Naming {
  readonly names: readonly string[];
  readonly called: string;
  readonly told: readonly Told[];
  readonly today: CalendarDate;
}

function fromTouch({ id, date, summary, topic, people }: ToldTouch, naming: Naming): Found | undefined {
  const context = { names: naming.names, alone: people <= 1 };
  const thread = threadFromTopic(topic ?? '', context) ?? threadFrom(summary, context);
  return thread && fromThread(thread, naming, { kind: 'touch', id, date });
}

function fromFact({ id, learnedOn, ...fact }: KnownFact, naming: Naming): Found | undefined {
  const thread = threadFromFact(fact, naming.names);
  return thread && fromThread(thread, naming, { kind: 'fact', id, date: learnedOn });
}

const RANKS: Readonly<Partial<Record<ThreadKind, number>>> = {
  asking: RANK.wanted,
  question: RANK.wanted,
  need: RANK.goingOn,
  kin: RANK.family,
  matter: RANK.goingOn,
  ongoing: RANK.goingOn,
  hope: RANK.goingOn,
  plan: RANK.goingOn,
  news: RANK.talk,
  since: RANK.goingOn,
  talk: RANK.talk,
  still: RANK.liking,
  interest: RANK.liking,
  role: RANK.liking,
};

/** What one need not ask any more when it was spoken of since. */
const SETTLED_BY_LATER: ReadonlySet<ThreadKind> = new Set([
  'news',
  'question',
  'asking',
  'ongoing',
  'plan',
  'hope',
  'need',
]);

function fromThread(thread: Thread, { names, called, told, today }: Naming, from: Question['from']): Found | undefined {
  const rank = thread.mood === 'light' ? RANKS[thread.kind] : RANK.worry;
  // A mere mention gives nothing to ask, a dish or a habit is for the owner to keep in mind.
  if (rank === undefined || isWeak(thread) || thread.kind === 'meal') return undefined;
  const lasts = rank === RANK.talk || rank === RANK.goingOn ? DAYS_TO_GO_ON : DAYS_TO_ASK_AFTER;
  // A fact stands until it is taken back; a conversation is of its time.
  if (from.kind === 'touch' && from.date < addDays(today, -lasts)) return undefined;
  if (SETTLED_BY_LATER.has(thread.kind) && wasHeard({ date: from.date, words: thread.source }, told, names))
    return undefined;
  return { text: lineFor(thread, called), rank, words: thread.source, from };
}

/** The line that Today says of a thread, except where that speaks of the last time: this may be from any time. */
function lineFor(thread: Thread, called: string): string {
  const { kind, mood, about, source } = thread;
  const isThing = kind === 'matter' || kind === 'kin';
  if (mood === 'loss' && !isThing) return `Say that you have been thinking of ${called}; then listen. “${source}”`;
  if (mood === 'heavy' && !isThing) return `Ask ${called} gently how things are now: “${source}”.`;
  if (mood === 'light') {
    if (kind === 'talk') return `Pick up where you left off about ${about}.`;
    if (kind === 'news') return `Ask ${called} what has come of it: “${source}”.`;
    if (kind === 'since') return `Ask ${called} how it has been since: “${source}”.`;
    if (kind === 'question') return `You had wondered: “${source}”. Ask ${called}.`;
  }
  return talkingLinesOf(thread, called).lines[0] ?? `Ask ${called} about “${source}”.`;
}

function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ' '), text);
}
