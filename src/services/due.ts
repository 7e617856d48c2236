import type { Settings } from '../contract/shapes.ts';
import { addDays, type CalendarDate, type PartialDate } from '../domain/dates.ts';
import { LONGEST_COURSE_DAYS, rungOn } from '../domain/keeping/moments.ts';
import { type ContactHistory, DORMANT_DAYS, QUIET_NEWS_DAYS } from '../domain/keeping/warmth.ts';
import { rhythmAdvice } from '../domain/today/advice.ts';
import type { Candidate, FittingResource } from '../domain/today/candidate.ts';
import { standingOf } from '../domain/today/plan.ts';
import type { Standing } from '../domain/today/ranking.ts';
import { PLAN_AHEAD_DAYS, REPLY_DAYS } from '../domain/today/reasons.ts';
import type { Channel, Direction, MomentKind } from '../domain/words.ts';
import { dismissalsOf } from '../storage/repositories/memory.repository.ts';
import { momentsSince } from '../storage/repositories/moment.repository.ts';
import { circleNames } from '../storage/repositories/person.repository.ts';
import {
  countQuiet,
  type DueQuery,
  type DueState,
  datesOn,
  dueByRhythm,
  dueReminders,
  dueStates,
  nearPlans,
  openFollowUps,
  openPromises,
  openReplies,
  quietDismissed,
  quietFirst,
  restsOf,
  touchDays,
} from '../storage/repositories/today.repository.ts';
import type { Scope } from '../storage/store.ts';
import { optional, todaySettings } from './candidates.ts';
import { waitingIntroductions } from './introduction-reasons.ts';
import { metAtGatherings } from './near-gatherings.ts';
import { metOnTrips, tripsNear } from './near-trips.ts';
import { newsTurns } from './news-turns.ts';
import { occasionDays } from './occasion-days.ts';
import { resourcesToShare } from './resources/fitting-people.ts';
import { type Waking, withWaking } from './sleepers.ts';

/** Finds who is due on a day, reading of each no more than decides it. */

/** A missed birthday may still be kept for a week. */
const LOOK_BACK_DAYS = 7;

export interface Due {
  /** Everyone who is due, but of acquaintances who only went quiet no more than were asked for, best first. */
  readonly standings: readonly Standing[];
  /** How many of those are left out: they wait behind the others. */
  readonly further: number;
  readonly advice: string | undefined;
  /** By person, what was kept and suits them. */
  readonly resources: ReadonlyMap<string, FittingResource>;
  /** False where something was left out rather than waited for. */
  readonly isWhole: boolean;
}

/**
 * @param also people to look at whatever the database says of them: those who were shown already
 * @param mostQuiet how many to find of acquaintances who only went quiet; all without it
 * @param atOnce to leave out what a server that was just started would have to read everybody for
 */
export async function loadDue(
  scope: Scope,
  {
    today,
    settings,
    also,
    mostQuiet,
    waking,
    atOnce,
  }: {
    today: CalendarDate;
    settings: Settings;
    also: readonly string[];
    mostQuiet?: number | undefined;
    waking: Waking;
    atOnce: boolean;
  },
): Promise<Due> {
  const query: DueQuery = {
    today,
    quietSince: addDays(today, -QUIET_NEWS_DAYS),
    repliesSince: addDays(today, -REPLY_DAYS),
    plansUntil: addDays(today, PLAN_AHEAD_DAYS),
  };
  const [open, byRhythm, excused, allQuiet] = await Promise.all([
    loadOpen(scope, query, { settings, atOnce }),
    dueByRhythm(scope, query),
    // What stands against a tie that went quiet: whoever has any of it is looked at like everyone else.
    quietDismissed(scope, addDays(today, -DORMANT_DAYS)),
    countQuiet(scope, query),
  ]);
  const asked = new Set([...byRhythm, ...excused, ...open.ids()]);
  const wakes = [...waking.woken, ...(waking.sleeper === undefined ? [] : [waking.sleeper])];
  const looked = new Set([...asked, ...also, ...wakes]);
  const states = await dueStates(scope, [...looked]);
  const quiet = states.filter((state) => isQuiet(state, query)).length;
  const [onlyQuiet, opened] = await Promise.all([
    quietFirst(scope, query, mostQuiet === undefined ? undefined : mostQuiet + quiet).then((found) =>
      dueStates(
        scope,
        found.filter((id) => !looked.has(id)),
      ),
    ),
    open.candidates(states),
  ]);
  const candidates = opened.map((candidate) => withWaking(candidate, waking));
  const standing = (candidate: Candidate) => standingOf(candidate, { today, settings: todaySettings(settings) }) ?? [];
  return {
    standings: [...candidates, ...onlyQuiet.map((state) => candidateOf(state))].flatMap(standing),
    further: allQuiet - quiet - onlyQuiet.length,
    advice: rhythmAdvice(
      candidates.filter(({ personId }) => asked.has(personId)),
      settings,
    ),
    resources: open.resources,
    isWhole: open.isWhole,
  };
}

/** As the database counts them. */
function isQuiet({ quiet_worth, quiet_on, dormant_on }: DueState, { today, quietSince }: DueQuery): boolean {
  return (
    quiet_worth !== null &&
    quiet_on !== null &&
    dormant_on !== null &&
    quiet_on <= today &&
    quiet_on >= quietSince &&
    dormant_on > today
  );
}

/** What stands open in the whole network: of each kind a few, whoever they are with. */
async function loadOpen(
  scope: Scope,
  query: DueQuery,
  { settings, atOnce }: { readonly settings: Settings; readonly atOnce: boolean },
) {
  const today = query.today as CalendarDate;
  const byPerson = <T extends { person_id: string }>(rows: readonly T[]) => Map.groupBy(rows, (row) => row.person_id);
  const byId = <T extends { person_id: string }>(rows: readonly T[]) =>
    new Map(rows.map((row) => [row.person_id, row]));
  const [
    followUps,
    replies,
    promises,
    reminders,
    plans,
    moments,
    introductions,
    rests,
    trips,
    { byPerson: resources, isWhole },
    gatherings,
    news,
    dates,
  ] = await Promise.all([
    openFollowUps(scope).then(byId),
    openReplies(scope, query).then(byId),
    openPromises(scope).then(byPerson),
    dueReminders(scope, query).then(byPerson),
    nearPlans(scope, query).then(byPerson),
    momentsSince(scope, addDays(today, -LONGEST_COURSE_DAYS)).then((rows) => byPerson(rows.map(toMoment))),
    waitingIntroductions(scope, today),
    restsOf(scope).then((rows) => new Map(rows.map((row) => [row.id, row]))),
    tripsNear(scope, today).then((near) => metOnTrips(scope, near)),
    resourcesToShare(scope, today, { atOnce }),
    metAtGatherings(scope, today),
    newsTurns(scope, today),
    datesOn(scope, occasionDays(addDays(today, -LOOK_BACK_DAYS), addDays(today, settings.noticeDays))).then(byPerson),
  ]);
  const happened = [...moments].flatMap(([id, rows]) => (rows.some((row) => rungOn(row, today)) ? [id] : []));
  return {
    resources,
    isWhole,
    ids: () => [
      ...[
        followUps,
        replies,
        promises,
        reminders,
        plans,
        rests,
        trips,
        gatherings,
        resources,
        news,
        dates,
        introductions,
      ].flatMap((map) => [...map.keys()]),
      ...happened,
    ],
    async candidates(states: readonly DueState[]): Promise<Candidate[]> {
      const ids = states.map((state) => state.person_id);
      // Whether one wrote or met on the day of an occasion, and since.
      const last = states.flatMap((state) =>
        dates.has(state.person_id) && state.last_touch_id !== null ? [state.last_touch_id] : [],
      );
      const [dismissals, circles, touches] = await Promise.all([
        dismissalsOf(scope, ids).then(byPerson),
        circleNames(
          scope,
          states.flatMap((state) => (state.rhythm_days === null ? [] : [state.person_id])),
        ),
        touchDays(scope, last).then((rows) => new Map(rows.map((touch) => [touch.id, touch]))),
      ]);
      return states.map((state) => {
        const id = state.person_id;
        const touch = touches.get(state.last_touch_id ?? '');
        const reply = replies.get(id);
        const followUp = followUps.get(id);
        const rest = rests.get(id);
        return {
          ...candidateOf(state),
          ...optional('circle', circles.get(id)?.[0]?.name),
          ...optional(
            'lastTouch',
            touch && {
              id: touch.id,
              date: touch.date as CalendarDate,
              channel: touch.channel as Channel,
              direction: touch.direction as Direction,
              summary: '',
              people: 1,
            },
          ),
          ...optional(
            'awaitingReply',
            reply && { since: reply.date as CalendarDate, summary: '', channel: reply.channel as Channel },
          ),
          ...optional(
            'followUp',
            followUp && {
              touchId: followUp.id,
              metOn: followUp.date as CalendarDate,
              due: (followUp.follow_up_on ?? addDays(followUp.date as CalendarDate, 1)) as CalendarDate,
              firstMeeting: false,
            },
          ),
          promises: (promises.get(id) ?? []).map((row) => ({
            id: row.id,
            by: row.by,
            text: '',
            due: row.due as CalendarDate | null,
            madeOn: row.made_on as CalendarDate,
          })),
          reminders: (reminders.get(id) ?? []).map((row) => ({
            id: row.id,
            date: row.date as CalendarDate,
            text: '',
          })),
          occasions: (dates.get(id) ?? []).map((row) => ({
            kind: row.kind,
            date: JSON.parse(row.date) as PartialDate,
            ...optional('label', row.label === '' ? undefined : row.label),
          })),
          moments: moments.get(id) ?? [],
          introductions: introductions.get(id) ?? [],
          plans: (plans.get(id) ?? []).map((row) => ({ date: row.date as CalendarDate, text: '' })),
          ...optional('trip', trips.get(id)),
          ...optional('resource', resources.get(id)),
          ...optional('gathering', gatherings.get(id)),
          ...optional('ownNews', news.get(id)),
          dismissed: (dismissals.get(id) ?? []).map((row) => ({
            key: row.key,
            until: row.until as CalendarDate | null,
          })),
          ...optional('snoozedUntil', (rest?.snoozed_until ?? undefined) as CalendarDate | undefined),
          ...optional('pausedFrom', (rest?.paused_from ?? undefined) as CalendarDate | undefined),
          ...optional('pausedUntil', (rest?.paused_until ?? undefined) as CalendarDate | undefined),
        };
      });
    },
  };
}

function toMoment(row: Awaited<ReturnType<typeof momentsSince>>[number]) {
  return {
    person_id: row.person_id,
    id: row.id,
    kind: row.kind as MomentKind,
    text: '',
    date: row.date as CalendarDate,
    noticedOn: row.noticed_on as CalendarDate,
    ...optional('source', row.source ?? undefined),
  };
}

/** Somebody of whom nothing is open. */
function candidateOf(state: DueState): Candidate {
  return {
    personId: state.person_id,
    name: state.name,
    closeness: state.closeness,
    rhythmDays: state.rhythm_days,
    ...optional('lastContact', (state.last_contact ?? undefined) as CalendarDate | undefined),
    nextTouch: state.next_touch as CalendarDate | null,
    ...optional('history', state.history === null ? undefined : (JSON.parse(state.history) as ContactHistory)),
    promises: [],
    occasions: [],
    reminders: [],
    plans: [],
    facts: [],
    channels: [],
    dismissed: [],
    deceased: false,
    archived: false,
  };
}
