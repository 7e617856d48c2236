import type { CalendarDate } from '../dates.ts';
import type { MomentKind } from '../words.ts';
import { fromDayNumber, toDayNumber } from './day-number.ts';

/** What happened in somebody's life, and when a word about it is fitting. */
export interface Moment {
  readonly id: string;
  readonly kind: MomentKind;
  readonly date: CalendarDate;
  /** When the owner, or a file of theirs, learned of it. */
  readonly noticedOn: CalendarDate;
}

export interface Rung {
  /** Days after the day itself. */
  readonly after: number;
  /** For how many days a message is fitting. */
  readonly window: number;
}

interface Course {
  readonly mood: 'joy' | 'care';
  /** The first is for the news itself. */
  readonly rungs: readonly Rung[];
}

/** Now, a week, a month, three months, a year: who is there after the first days is remembered. */
const LADDER: readonly Rung[] = [
  { after: 0, window: 7 },
  { after: 7, window: 14 },
  { after: 30, window: 30 },
  { after: 91, window: 30 },
  { after: 365, window: 14 },
];
const NEWS: Rung = { after: 0, window: 21 };

const COURSES: Readonly<Record<MomentKind, Course>> = {
  job: { mood: 'joy', rungs: [NEWS, { after: 90, window: 21 }, { after: 365, window: 10 }] },
  promotion: { mood: 'joy', rungs: [NEWS] },
  award: { mood: 'joy', rungs: [NEWS] },
  achievement: { mood: 'joy', rungs: [NEWS] },
  graduation: { mood: 'joy', rungs: [NEWS, { after: 90, window: 21 }] },
  move: { mood: 'joy', rungs: [NEWS, { after: 60, window: 21 }] },
  engagement: { mood: 'joy', rungs: [NEWS] },
  wedding: { mood: 'joy', rungs: [NEWS, { after: 365, window: 10 }] },
  birth: {
    mood: 'joy',
    rungs: [
      { after: 0, window: 14 },
      { after: 21, window: 21 },
      { after: 365, window: 10 },
    ],
  },
  'good-news': { mood: 'joy', rungs: [NEWS] },
  loss: { mood: 'care', rungs: LADDER },
  illness: { mood: 'care', rungs: LADDER },
  'job-loss': { mood: 'care', rungs: LADDER },
  separation: { mood: 'care', rungs: LADDER },
  'hard-time': { mood: 'care', rungs: LADDER },
  // Known in confidence, or not to be spoken of: cheerful reasons rest, and nobody asks.
  'quiet-time': { mood: 'care', rungs: [] },
};

/** For how long cheerful reasons are held back, in days: who grieves is not sent confetti. */
const HARD_DAYS = 91;
const GRIEF_DAYS = 182;
/** Nothing of a moment can be due after so many days. */
export const LONGEST_COURSE_DAYS = 380;

export function isHard(kind: MomentKind): boolean {
  return COURSES[kind].mood === 'care';
}

/** A rung that is due, from when on, and which it is: 0 for the news itself. */
export interface DueRung {
  readonly index: number;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** The rung in whose window a day lies, the latest of several. News that comes late is news from the day it comes. */
export function rungOn(moment: Moment, today: CalendarDate): DueRung | undefined {
  const now = toDayNumber(today);
  const noticed = toDayNumber(moment.noticedOn);
  const rungs = COURSES[moment.kind].rungs.map(({ after, window }, index) => {
    const due = toDayNumber(moment.date) + after;
    const from = index === 0 ? Math.max(due, noticed) : due;
    return { index, from, until: from + window };
  });
  // What was over before it was heard of is not caught up on.
  const found = rungs.findLast(({ from, until }) => from <= now && now < until && until > noticed);
  return found && { index: found.index, from: fromDayNumber(found.from), until: fromDayNumber(found.until) };
}

/** Whether somebody is in a hard time on a day: from the day it began, for three months, after a loss for six. */
export function isHardTime(moments: readonly Moment[], today: CalendarDate): boolean {
  const now = toDayNumber(today);
  return moments.some(({ kind, date }) => {
    const since = now - toDayNumber(date);
    return isHard(kind) && since >= 0 && since < (kind === 'loss' ? GRIEF_DAYS : HARD_DAYS);
  });
}
