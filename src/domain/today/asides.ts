import type { CalendarDate } from '../dates.ts';
import { dayNumberOf, toDayNumber } from '../keeping/day-number.ts';
import { numberInWords } from '../keeping/durations.ts';
import { tradeSeason } from '../keeping/trade-seasons.ts';
import type { MomentKind } from '../words.ts';
import type { Candidate, Reason } from './candidate.ts';
import { namesOf } from './grammar.ts';
import { recallsOf } from './lines.ts';
import { isSpared } from './moment-reason.ts';
import { threadFrom, threadFromTopic } from './note.ts';
import { moodOf } from './patterns.ts';
import { calledName, type DayContext, placedAt, plain, sentence, shortened, upperFirst } from './phrases.ts';
import { isWeak } from './thread.ts';
import { wordsIn } from './words/words.ts';

/*
 * Quiet reasons: what the time of the year says of two people. They stand beside others, put nobody on the list, and of
 * several only the first is said.
 */

/** One quiet reason, and what a message may say of it; none where it is only for the owner to know. */
export interface Aside {
  readonly reason: Reason;
  readonly lines: readonly string[];
}

/** Met so many years ago is worth a word. */
const ROUND_YEARS = [1, 5, 10, 15, 20, 25, 30, 40, 50];
/** An anniversary is this week from so many days before until so many after. */
const NEAR_DAYS = 3;
/** So long in a job is worth a word; after the first year the news of it is asked after anyway. */
const JOB_YEARS = [2, 3, 5, 10, 15, 20, 25, 30];
/** A change of work: the last one is the job they have. */
const OF_WORK: ReadonlySet<MomentKind> = new Set(['job', 'promotion', 'job-loss']);
const FEWEST_CONTACTS = 3;
const LONGEST_QUOTE = 90;

/** The years back in which one looks for what was on these days. */
export const ASIDE_YEARS: readonly number[] = ROUND_YEARS;
export const ASIDE_DAYS = NEAR_DAYS;

/** The one quiet reason of a day; undefined for who has none, waved it away, has it hard, or has died. */
export function asideFor(candidate: Candidate, context: DayContext): Aside | undefined {
  if (candidate.deceased || candidate.archived || isSpared(candidate, 'occasion', context.today)) return undefined;
  const isDismissed = ({ reason }: Aside) =>
    candidate.dismissed.some(({ key, until }) => key === reason.key && (!until || context.today < until));
  return [metAside, bothThereAside, workAside, yearAgoAside, seasonAside]
    .flatMap((find) => find(candidate, context) ?? [])
    .find((aside) => !isDismissed(aside));
}

/** “Ten years ago this week you met Ada.” */
export function metAside(candidate: Candidate, context: DayContext): Aside | undefined {
  const { history } = candidate;
  if (history === undefined || history.contactDays < FEWEST_CONTACTS) return undefined;
  const years = yearsSince(history.firstContact, context.today);
  if (years === undefined) return undefined;
  const place = candidate.pasts?.find(({ date }) => date === history.firstContact)?.place ?? '';
  const told = { who: calledName(candidate), years, place: plain(place) };
  return {
    reason: {
      kind: 'occasion',
      key: `met:${years}`,
      date: history.firstContact,
      text: sentence(wordsIn(context.locale).met(told)),
    },
    lines: [
      `Do you know that we met ${yearsAgo(years)} this week?`,
      `It is ${yearsLong(years)} this week since we met.`,
      `We met ${yearsAgo(years)}, I just noticed.`,
    ],
  };
}

/** “A year ago this week you and Ada were both at the OCEAN mixer.” */
export function bothThereAside(candidate: Candidate, context: DayContext): Aside | undefined {
  const found = [
    ...(candidate.pastGatherings ?? []).map(({ id, name, since }) => ({ id, place: name, date: since })),
    // Of a time of which something is noted, more can be said than where it was.
    ...(candidate.pasts ?? [])
      .filter(({ summary, topic }) => plain(summary) === '' && plain(topic ?? '') === '')
      .map(({ id, place = '', date }) => ({ id, place, date })),
  ]
    .map((past) => ({ ...past, place: shortened(plain(past.place), LONGEST_QUOTE) }))
    .flatMap((past) => {
      const years = yearsSince(past.date, context.today);
      return years === undefined || past.place === '' || moodOf(past.place) !== 'light' ? [] : [{ ...past, years }];
    })
    .toSorted((a, b) => a.years - b.years)[0];
  if (found === undefined) return undefined;
  const { id, place, years, date } = found;
  const where = placedAt(place);
  return {
    reason: {
      kind: 'occasion',
      key: `both-there:${id}:${years}`,
      date,
      text: sentence(wordsIn(context.locale).bothThere({ who: calledName(candidate), years, place })),
    },
    lines: [
      `${upperFirst(yearsAgo(years))} this week we were both ${where}.`,
      `I just noticed: it is ${yearsLong(years)} this week since we were both ${where}.`,
    ],
  };
}

/** “Three years ago this week Ada began a new job.” */
export function workAside(candidate: Candidate, context: DayContext): Aside | undefined {
  const last = (candidate.moments ?? [])
    .filter(({ kind, organisation, date }) => OF_WORK.has(kind) && organisation === undefined && date <= context.today)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (last?.kind !== 'job') return undefined;
  const years = yearsSince(last.date, context.today, JOB_YEARS);
  if (years === undefined) return undefined;
  const text = shortened(plain(last.text), LONGEST_QUOTE);
  return {
    reason: {
      kind: 'occasion',
      key: `job:${last.id}:${years}`,
      date: last.date,
      text: sentence(wordsIn(context.locale).inTheJob({ who: calledName(candidate), years, text })),
    },
    lines: [
      `By my count you have been in the job for ${yearsLong(years)} now; I hope it still suits you.`,
      `It must be ${yearsLong(years)} by now since you began the job.`,
    ],
  };
}

/** “A year ago this week you talked about the thesis.” */
export function yearAgoAside(candidate: Candidate, context: DayContext): Aside | undefined {
  const past = candidate.pasts?.find(
    ({ date, summary, topic }) =>
      yearsSince(date, context.today) === 1 && (plain(summary) !== '' || plain(topic ?? '') !== ''),
  );
  if (past === undefined) return undefined;
  const reading = { names: namesOf(candidate), alone: past.people <= 1, conversation: 'our talk' };
  const thread = threadFromTopic(past.topic ?? '', reading) ?? threadFrom(past.summary, reading);
  // What was hard a year ago is not recalled in passing.
  if (thread !== undefined && thread.mood !== 'light') return undefined;
  const text = shortened(plain(past.topic ?? '') || plain(past.summary), LONGEST_QUOTE);
  return {
    reason: {
      kind: 'occasion',
      key: `year-ago:${past.id}`,
      date: past.date,
      text: sentence(wordsIn(context.locale).yearAgo({ who: calledName(candidate), text })),
    },
    lines:
      thread === undefined || isWeak(thread) || thread.kind !== 'talk'
        ? []
        : recallsOf(thread).lines.map((line) => line.replace(/\.$/, ', a year ago now.')),
  };
}

/** The season of their trade: an hour to spare again, or hands so full that a word should ask for nothing. */
export function seasonAside(candidate: Candidate, context: DayContext): Aside | undefined {
  const { work, country } = candidate;
  const season = work === undefined ? undefined : tradeSeason({ work, country }, context.today);
  if (season === undefined) return undefined;
  return {
    reason: {
      kind: 'occasion',
      key: `season:${season.name}:${context.today.slice(0, 4)}`,
      date: context.today,
      text: sentence(wordsIn(context.locale).season({ who: calledName(candidate), season })),
    },
    lines: season.busy
      ? [
          'These must be busy weeks for you, so no need to answer soon.',
          'I know that your hands are full just now; no hurry.',
        ]
      : [
          'The end of term must be in sight; I hope you get some rest.',
          'I hope that you have a little more time these weeks.',
        ],
  };
}

/** How many whole round years ago a day was, give or take a few days. */
function yearsSince(
  date: CalendarDate,
  today: CalendarDate,
  round: readonly number[] = ROUND_YEARS,
): number | undefined {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number);
  const now = toDayNumber(today);
  // The last of a leap February is remembered on the day after.
  return round.find((years) => Math.abs(dayNumberOf((year ?? 0) + years, month ?? 1, day ?? 1) - now) <= NEAR_DAYS);
}

const yearsAgo = (years: number): string => (years === 1 ? 'a year ago' : `${numberInWords(years)} years ago`);
const yearsLong = (years: number): string => (years === 1 ? 'a year' : `${numberInWords(years)} years`);
