import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { INTRODUCTION_ACTS, INTRODUCTION_SIDES, type IntroductionAct } from '../words.ts';
import {
  actsOf,
  askedSide,
  dueStep,
  type IntroductionCourse,
  isOpen,
  isResting,
  madeAlready,
  moveOn,
  newIntroduction,
  stateOf,
} from './introduction.ts';

const TODAY = '2026-11-23' as CalendarDate;
const ago = (days: number) => addDays(TODAY, -days);
const had = (...acts: readonly (IntroductionAct | readonly [IntroductionAct, number])[]): IntroductionCourse =>
  acts.reduce<IntroductionCourse>(
    (course, act) => {
      const [what, days] = typeof act === 'string' ? [act, 0] : act;
      return moveOn(course, { act: what, on: ago(days) });
    },
    newIntroduction(ago(99)),
  );

describe('an introduction', () => {
  it('goes from an idea over both askings to being made, and to thanks', () => {
    const states = (['ask', 'yes', 'ask', 'yes', 'make', 'outcome', 'thank'] as const).map((_, i, acts) =>
      stateOf(had(...acts.slice(0, i + 1))),
    );
    expect(states).toEqual(['asked-first', 'first-yes', 'asked-second', 'both-yes', 'made', 'outcome', 'thanked']);
  });

  it('is never made, by whatever acts, without both having been asked and having said yes', () => {
    const act = fc.record({
      act: fc.constantFrom(...INTRODUCTION_ACTS),
      by: fc.option(fc.constantFrom(...INTRODUCTION_SIDES), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (deeds) => {
        let course = newIntroduction(TODAY);
        const said: string[] = [];
        for (const deed of deeds) {
          const [state, asked] = [stateOf(course), askedSide(course)];
          try {
            course = moveOn(course, { ...deed, on: TODAY });
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            expect(actsOf(course)).not.toContain(deed.act);
            expect(stateOf(course)).toBe(state);
            continue;
          }
          if (deed.act === 'yes') said.push(asked ?? '');
          if (deed.act === 'make') expect(said).toEqual(['first', 'second']);
          if (deed.act === 'no') expect(isOpen(course)).toBe(false);
        }
        if (course.madeOn !== null) {
          expect(said).toEqual(['first', 'second']);
          expect([course.firstAskedOn, course.firstYesOn, course.secondAskedOn, course.secondYesOn]).not.toContain(
            null,
          );
          expect(course.declinedOn ?? course.dismissedOn).toBeNull();
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('ends with a no of either, at any step before it is made', () => {
    for (const acts of [['ask'], ['ask', 'yes'], ['ask', 'yes', 'ask'], ['ask', 'yes', 'ask', 'yes']] as const) {
      const course = moveOn(had(...acts), { act: 'no', on: TODAY, by: 'first' });
      expect([stateOf(course), course.declinedBy, actsOf(course)]).toEqual(['declined', 'first', []]);
    }
    expect(had('ask', 'yes', 'ask', 'no').declinedBy).toBe('second');
    expect(() => had('ask', 'yes', 'ask', 'yes', 'make', 'no')).toThrow();
  });

  it('says what comes next when it is not the time', () => {
    expect(() => had('ask', 'make')).toThrow('Both have to say yes first. The first was asked: note the answer.');
  });

  it('that was made before it was noted counts as asked', () => {
    expect(stateOf(madeAlready(TODAY))).toBe('made');
    expect(madeAlready(TODAY, had(['ask', 9], ['yes', 8]))).toMatchObject({ firstYesOn: ago(8), secondYesOn: TODAY });
  });
});

describe('what an introduction asks for by now', () => {
  it('is a gentle word after some days, the next step on the morrow, how it went after two weeks', () => {
    expect(dueStep(had(['ask', 4]), TODAY)).toBeUndefined();
    expect(dueStep(had(['ask', 5]), TODAY)).toMatchObject({ step: 'waiting', side: 'first', due: TODAY });
    expect(dueStep(had(['ask', 5], 'yes'), TODAY)).toBeUndefined();
    expect(dueStep(had(['ask', 5], ['yes', 1]), TODAY)).toMatchObject({ step: 'ask', side: 'second' });
    expect(dueStep(had(['ask', 9], ['yes', 8], ['ask', 7]), TODAY)).toMatchObject({
      step: 'waiting',
      side: 'second',
    });
    const both = ['ask', 'yes', 'ask', ['yes', 1]] as const;
    expect(dueStep(had(...both), TODAY)).toMatchObject({ step: 'make' });
    expect(dueStep(had(...both, ['make', 13]), TODAY)).toBeUndefined();
    expect(dueStep(had(...both, ['make', 14]), TODAY)).toMatchObject({ step: 'outcome', side: 'second' });
    expect(dueStep(had(...both, ['make', 14], 'outcome'), TODAY)).toBeUndefined();
    expect(dueStep(had(['ask', 50], 'no'), TODAY)).toBeUndefined();
  });
});

describe('somebody who was asked', () => {
  const first = (course: IntroductionCourse) => [{ course, side: 'first' as const }];
  const second = (course: IntroductionCourse) => [{ course, side: 'second' as const }];
  it('is left in peace while that is open, and for some weeks after', () => {
    expect(isResting(first(had(['ask', 90])), TODAY)).toBe(true);
    expect(isResting(first(had(['ask', 90], ['no', 89])), TODAY)).toBe(false);
    expect(isResting(first(had(['ask', 41], ['no', 40])), TODAY)).toBe(true);
    expect(isResting(first(newIntroduction(TODAY)), TODAY)).toBe(false);
    expect(isResting(second(had('ask')), TODAY)).toBe(false);
  });
});
