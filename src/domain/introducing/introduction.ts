import { addDays, type CalendarDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { daysApart } from '../keeping/day-number.ts';
import type { IntroductionAct, IntroductionSide, IntroductionState } from '../words.ts';

/**
 * How far an introduction has come, as the days on which things were said and done. What it is now follows from them, so no
 * state can say other than what both consented to.
 */
export interface IntroductionCourse {
  readonly notedOn: CalendarDate;
  readonly firstAskedOn: CalendarDate | null;
  readonly firstYesOn: CalendarDate | null;
  readonly secondAskedOn: CalendarDate | null;
  readonly secondYesOn: CalendarDate | null;
  readonly madeOn: CalendarDate | null;
  readonly outcome: string | null;
  readonly outcomeOn: CalendarDate | null;
  readonly thankedOn: CalendarDate | null;
  readonly declinedOn: CalendarDate | null;
  readonly declinedBy: IntroductionSide | null;
  readonly dismissedOn: CalendarDate | null;
}

export function newIntroduction(notedOn: CalendarDate): IntroductionCourse {
  return {
    notedOn,
    firstAskedOn: null,
    firstYesOn: null,
    secondAskedOn: null,
    secondYesOn: null,
    madeOn: null,
    outcome: null,
    outcomeOn: null,
    thankedOn: null,
    declinedOn: null,
    declinedBy: null,
    dismissedOn: null,
  };
}

/** One that was made before it was noted: whoever writes that down had asked both. */
export function madeAlready(on: CalendarDate, course = newIntroduction(on)): IntroductionCourse {
  return {
    ...course,
    firstAskedOn: course.firstAskedOn ?? on,
    firstYesOn: course.firstYesOn ?? on,
    secondAskedOn: course.secondAskedOn ?? on,
    secondYesOn: course.secondYesOn ?? on,
    madeOn: on,
  };
}

export function stateOf(course: IntroductionCourse): IntroductionState {
  if (course.dismissedOn !== null) return 'dismissed';
  if (course.declinedOn !== null) return 'declined';
  if (course.madeOn !== null)
    return course.thankedOn !== null ? 'thanked' : course.outcomeOn !== null ? 'outcome' : 'made';
  if (course.firstYesOn === null) return course.firstAskedOn === null ? 'idea' : 'asked-first';
  if (course.secondYesOn === null) return course.secondAskedOn === null ? 'first-yes' : 'asked-second';
  return 'both-yes';
}

/** Whether it is still on its way to being made. */
export function isOpen(course: IntroductionCourse): boolean {
  return course.madeOn === null && course.declinedOn === null && course.dismissedOn === null;
}

/** Whose answer is waited for. */
export function askedSide(course: IntroductionCourse): IntroductionSide | undefined {
  const state = stateOf(course);
  return state === 'asked-first' ? 'first' : state === 'asked-second' ? 'second' : undefined;
}

/** Whom to ask next. */
export function sideToAsk(course: IntroductionCourse): IntroductionSide | undefined {
  const state = stateOf(course);
  return state === 'idea' ? 'first' : state === 'first-yes' ? 'second' : undefined;
}

const CAN: Readonly<Record<IntroductionState, readonly IntroductionAct[]>> = {
  idea: ['ask', 'dismiss'],
  'asked-first': ['yes', 'no', 'dismiss'],
  'first-yes': ['ask', 'no', 'dismiss'],
  'asked-second': ['yes', 'no', 'dismiss'],
  'both-yes': ['make', 'no', 'dismiss'],
  made: ['outcome', 'thank'],
  outcome: ['outcome', 'thank'],
  thanked: ['outcome'],
  declined: [],
  dismissed: [],
};

/** What may be done with it now. */
export function actsOf(course: IntroductionCourse): readonly IntroductionAct[] {
  return CAN[stateOf(course)];
}

const REFUSED: Readonly<Record<IntroductionAct, string>> = {
  ask: 'Nobody is to be asked now',
  yes: 'Nobody was asked who has not answered',
  no: 'Nobody was asked who could decline',
  make: 'Both have to say yes first',
  outcome: 'It has not been made yet',
  thank: 'It has not been made yet',
  dismiss: 'It is over already',
};

const NEXT: Readonly<Record<IntroductionState, string>> = {
  idea: 'It is an idea: ask the first of them.',
  'asked-first': 'The first was asked: note the answer.',
  'first-yes': 'The first said yes: ask the second.',
  'asked-second': 'The second was asked: note the answer.',
  'both-yes': 'Both said yes: introduce them.',
  made: 'It is made: ask how it went.',
  outcome: 'It is made, and you know how it went.',
  thanked: 'It is made, and you gave thanks.',
  declined: 'It was declined, and rests.',
  dismissed: 'You let go of it.',
};

export interface Deed {
  readonly act: IntroductionAct;
  readonly on: CalendarDate;
  /** Who declines, where it is not whose answer is waited for. */
  readonly by?: IntroductionSide | undefined;
  /** How it went. */
  readonly text?: string | undefined;
}

/**
 * The introduction after an act.
 * @throws AppError `conflict` when it is not the time for that
 */
export function moveOn(course: IntroductionCourse, { act, on, by, text }: Deed): IntroductionCourse {
  if (!actsOf(course).includes(act)) throw new AppError('conflict', `${REFUSED[act]}. ${NEXT[stateOf(course)]}`);
  switch (act) {
    case 'ask':
      return sideToAsk(course) === 'first' ? { ...course, firstAskedOn: on } : { ...course, secondAskedOn: on };
    case 'yes':
      return askedSide(course) === 'first' ? { ...course, firstYesOn: on } : { ...course, secondYesOn: on };
    case 'no':
      return { ...course, declinedOn: on, declinedBy: by ?? askedSide(course) ?? 'first' };
    case 'make':
      return { ...course, madeOn: on };
    case 'outcome':
      return { ...course, outcome: text ?? '', outcomeOn: on };
    case 'thank':
      return { ...course, thankedOn: on };
    case 'dismiss':
      return { ...course, dismissedOn: on };
  }
}

/** For so many days after an asking nobody is asked about somebody else. */
export const ASK_REST_DAYS = 42;

/** When a side was asked about it last. */
export function askedOn(course: IntroductionCourse, side: IntroductionSide): CalendarDate | null {
  return side === 'first' ? course.firstAskedOn : course.secondAskedOn;
}

/** Whether an answer is waited for, or they said yes and wait themselves. */
export function isAsked(course: IntroductionCourse, side: IntroductionSide): boolean {
  return isOpen(course) && askedOn(course, side) !== null;
}

/** Whether somebody in these introductions is to be left in peace for now: asked and open, or asked a short while ago. */
export function isResting(
  theirs: readonly { readonly course: IntroductionCourse; readonly side: IntroductionSide }[],
  today: CalendarDate,
): boolean {
  return theirs.some(({ course, side }) => {
    const asked = askedOn(course, side);
    return isAsked(course, side) || (asked !== null && daysApart(asked, today) < ASK_REST_DAYS);
  });
}

/** What there is to do about it by now, and with whom. */
export interface DueStep {
  readonly step: 'waiting' | 'ask' | 'make' | 'outcome';
  readonly side: IntroductionSide;
  /** The day it rests on. */
  readonly since: CalendarDate;
  /** From when on it is a reason. */
  readonly due: CalendarDate;
}

/** An answer is asked after once in a while, and what waits for me on the morrow. */
const STEP_AFTER_DAYS: Readonly<Record<DueStep['step'], number>> = { waiting: 5, ask: 1, make: 1, outcome: 14 };

export function dueStep(course: IntroductionCourse, today: CalendarDate): DueStep | undefined {
  const found = openStep(course);
  if (found === undefined) return undefined;
  const due = addDays(found.since, STEP_AFTER_DAYS[found.step]);
  return due > today ? undefined : { ...found, due };
}

function openStep(course: IntroductionCourse): Omit<DueStep, 'due'> | undefined {
  const { firstAskedOn, firstYesOn, secondAskedOn, secondYesOn, madeOn } = course;
  switch (stateOf(course)) {
    case 'asked-first':
      return firstAskedOn === null ? undefined : { step: 'waiting', side: 'first', since: firstAskedOn };
    case 'first-yes':
      return firstYesOn === null ? undefined : { step: 'ask', side: 'second', since: firstYesOn };
    case 'asked-second':
      return secondAskedOn === null ? undefined : { step: 'waiting', side: 'second', since: secondAskedOn };
    case 'both-yes':
      return secondYesOn === null ? undefined : { step: 'make', side: 'first', since: secondYesOn };
    case 'made':
      return madeOn === null ? undefined : { step: 'outcome', side: 'second', since: madeOn };
    default:
      return undefined;
  }
}
