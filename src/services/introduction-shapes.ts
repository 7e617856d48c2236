import type { Introduction } from '../contract/shapes.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { givenName } from '../domain/card/name.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { draftsOf } from '../domain/introducing/drafts.ts';
import {
  ASK_REST_DAYS,
  actsOf,
  askedOn,
  askedSide,
  dueStep,
  type IntroductionCourse,
  sideToAsk,
  stateOf,
} from '../domain/introducing/introduction.ts';
import { INTRODUCTION_SIDES, type IntroductionSide } from '../domain/words.ts';
import { introductionsOf } from '../storage/repositories/introduction.repository.ts';
import { findPeople, findStates } from '../storage/repositories/person.repository.ts';
import { networkLocale } from '../storage/repositories/setting.repository.ts';
import type { IntroductionTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';

/** Introductions as the rules read them, as they are stored, and as the contract says them. */

export function toCourse(row: IntroductionTable): IntroductionCourse {
  const day = (text: string | null) => text as CalendarDate | null;
  return {
    notedOn: row.noted_on as CalendarDate,
    firstAskedOn: day(row.first_asked_on),
    firstYesOn: day(row.first_yes_on),
    secondAskedOn: day(row.second_asked_on),
    secondYesOn: day(row.second_yes_on),
    madeOn: day(row.made_on),
    outcome: row.outcome,
    outcomeOn: day(row.outcome_on),
    thankedOn: day(row.thanked_on),
    declinedOn: day(row.declined_on),
    declinedBy: row.declined_by,
    dismissedOn: day(row.dismissed_on),
  };
}

export function courseColumns(course: IntroductionCourse) {
  return {
    noted_on: course.notedOn,
    first_asked_on: course.firstAskedOn,
    first_yes_on: course.firstYesOn,
    second_asked_on: course.secondAskedOn,
    second_yes_on: course.secondYesOn,
    made_on: course.madeOn,
    outcome: course.outcome,
    outcome_on: course.outcomeOn,
    thanked_on: course.thankedOn,
    declined_on: course.declinedOn,
    declined_by: course.declinedBy,
    dismissed_on: course.dismissedOn,
  };
}

export function personOn(row: Pick<IntroductionTable, 'first_id' | 'second_id'>, side: IntroductionSide): string {
  return side === 'first' ? row.first_id : row.second_id;
}

/** The introductions of each of these people, with the side on which they are. */
export function bySide(rows: readonly IntroductionTable[]) {
  return Map.groupBy(
    rows.flatMap((row) =>
      INTRODUCTION_SIDES.map((side) => ({ id: row.id, personId: personOn(row, side), side, course: toCourse(row) })),
    ),
    ({ personId }) => personId,
  );
}

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly photo: string | null;
}

/** How these people are shown, and what one calls them. */
export async function shownPeople(scope: Scope, ids: readonly string[]) {
  const language = await networkLocale(scope);
  const states = await findStates(scope, [...new Set(ids)]);
  const cards = new Map(
    (
      await findPeople(
        scope,
        states.map((state) => state.person_id),
      )
    ).map((row) => [row.id, JSON.parse(row.card) as Card]),
  );
  return new Map(
    states.map(({ person_id, name, initials, photo }): [string, Shown & { called: string }] => {
      const card = cards.get(person_id);
      const called = (card && givenName(card, { language })) || name;
      return [person_id, { id: person_id, name, initials, photo, called }];
    }),
  );
}

export const shown = ({ id, name, initials, photo }: Shown): Shown => ({ id, name, initials, photo });

/** As the contract says them; those of people who are not here are left out. */
export async function toIntroductions(
  scope: Scope,
  rows: readonly IntroductionTable[],
  today: CalendarDate,
): Promise<Introduction[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.first_id, row.second_id]))];
  const people = await shownPeople(scope, ids);
  const theirs = bySide(await introductionsOf(scope, ids));
  return rows.flatMap((row) => {
    const [first, second] = [people.get(row.first_id), people.get(row.second_id)];
    if (!first || !second) return [];
    const course = toCourse(row);
    const state = stateOf(course);
    // Ids are made in the order of time.
    const earlier = (id: string) => (theirs.get(id) ?? []).filter((one) => one.id < row.id).length;
    const next = sideToAsk(course);
    return [
      {
        id: row.id,
        state,
        first: shown(first),
        second: shown(second),
        whyFirst: row.why_first,
        whySecond: row.why_second,
        notedOn: row.noted_on,
        since: sinceOf(course),
        outcome: row.outcome,
        declinedBy: row.declined_by,
        asked: askedSide(course) ?? null,
        acts: [...actsOf(course)],
        restsUntil: next === undefined ? null : restsUntil(theirs.get(personOn(row, next)) ?? [], row.id, today),
        drafts: draftsOf({
          state,
          first: { name: first.name, called: first.called, why: row.why_first, earlier: earlier(first.id) },
          second: { name: second.name, called: second.called, why: row.why_second, earlier: earlier(second.id) },
          declinedBy: row.declined_by,
        })
          // Nobody is reminded on the day they were asked.
          .filter(({ kind }) => kind !== 'remind' || dueStep(course, today) !== undefined)
          .map((draft) => ({ ...draft, to: [...draft.to] })),
      },
    ];
  });
}

/** Until when they are better left in peace, having been asked about another. */
function restsUntil(
  theirs: readonly { readonly id: string; readonly side: IntroductionSide; readonly course: IntroductionCourse }[],
  except: string,
  today: CalendarDate,
): CalendarDate | null {
  const days = theirs.flatMap(({ id, side, course }) => {
    const asked = id === except ? null : askedOn(course, side);
    return asked === null ? [] : [addDays(asked, ASK_REST_DAYS)];
  });
  const last = days.sort().at(-1);
  return last !== undefined && last > today ? last : null;
}

/** The day of the last thing that was said or done. */
function sinceOf(course: IntroductionCourse): CalendarDate {
  const { dismissedOn, declinedOn, thankedOn, outcomeOn, madeOn } = course;
  const { secondYesOn, secondAskedOn, firstYesOn, firstAskedOn, notedOn } = course;
  const over = dismissedOn ?? declinedOn ?? thankedOn ?? outcomeOn ?? madeOn;
  return over ?? secondYesOn ?? secondAskedOn ?? firstYesOn ?? firstAskedOn ?? notedOn;
}
