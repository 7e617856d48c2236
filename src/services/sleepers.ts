import { placeKey } from '../domain/card/where.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { chooseSleeper, isAskedOn, isAsleep, type Sleeper, weekOf } from '../domain/keeping/dormant.ts';
import { isHardTime } from '../domain/keeping/moments.ts';
import type { ContactHistory } from '../domain/keeping/warmth.ts';
import type { Candidate } from '../domain/today/candidate.ts';
import { dormantKey } from '../domain/today/dormant-reason.ts';
import type { MomentKind, RevivalRating } from '../domain/words.ts';
import { dismissalsOf, factsOf } from '../storage/repositories/memory.repository.ts';
import { momentsOf } from '../storage/repositories/moment.repository.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import {
  latestRevivals,
  longSilent,
  proposedSince,
  proposeFor,
  revivalsOf,
} from '../storage/repositories/revival.repository.ts';
import { restsOf } from '../storage/repositories/today.repository.ts';
import { type Scope, scopeWith } from '../storage/store.ts';
import type { Context } from './context.ts';
import { tripsNear } from './near-trips.ts';
import { ifWritable } from './of-the-moment.ts';

/** Whose tie is to be woken this week, and who was woken of late. */

/** Looked at, out of all that sleep: once a week. */
const MOST_SLEEPERS = 200;
const FEWEST_TOUCHES = 6;
const REVIVALS_REMEMBERED = 50;
/** Who was woken some weeks after the proposal was woken by it. */
const WOKEN_WEEKS_DAYS = 56;
const PROPOSALS_KEPT_DAYS = 728;

export interface Waking {
  /** The one person of the week. */
  readonly sleeper: string | undefined;
  /** Proposed, written to, and not yet said how it was. */
  readonly woken: ReadonlySet<string>;
}

/** The person, as the week has it. */
export function withWaking(candidate: Candidate, { sleeper, woken }: Waking): Candidate {
  const { personId } = candidate;
  if (woken.has(personId)) return { ...candidate, waking: 'woken' };
  return personId === sleeper ? { ...candidate, waking: 'asleep' } : candidate;
}

/**
 * The one dormant tie of the week, chosen at the first look and then kept: whatever becomes of it, there is no second. Under a
 * pretended day it is chosen and not kept.
 */
export async function wakingOn(context: Context, scope: Scope, today: CalendarDate): Promise<Waking> {
  const week = weekOf(today);
  const proposed = await proposedSince(scope, addDays(week, -PROPOSALS_KEPT_DAYS));
  const known = proposed.find((row) => row.week === week)?.person_id;
  const sleeper =
    known ?? (await chooseFor(scope, { week, today, proposed: proposed.filter((row) => row.week < week) }));
  if (known === undefined && sleeper !== undefined && context.on === undefined)
    await keep(context, { week, personId: sleeper });
  return { sleeper, woken: await wokenOf(scope, proposed, today) };
}

async function keep(
  { store, actor }: Context,
  { week, personId }: { week: CalendarDate; personId: string },
): Promise<void> {
  const since = addDays(week, -PROPOSALS_KEPT_DAYS);
  await ifWritable(
    store.database.write((tx) => proposeFor(scopeWith(store, tx, actor.networkId), { week, personId, since }), {
      relaxed: true,
    }),
  );
}

interface Proposed {
  readonly week: string;
  readonly person_id: string;
}

async function chooseFor(
  scope: Scope,
  { week, today, proposed }: { week: CalendarDate; today: CalendarDate; proposed: readonly Proposed[] },
): Promise<string | undefined> {
  const rows = (await longSilent(scope, { today, touches: FEWEST_TOUCHES, limit: MOST_SLEEPERS })).flatMap((row) => {
    const history = historyOf(row.history);
    return history !== undefined && isAsleep({ history, today }) ? [{ ...row, history }] : [];
  });
  if (rows.length === 0) return undefined;
  const ids = rows.map((row) => row.person_id);
  const spared = await sparedAmong(scope, rows, today);
  const facts = Map.groupBy(
    (await factsOf(scope, ids)).filter((fact) => fact.private === 0),
    (fact) => fact.person_id,
  );
  const trips = await tripsNear(scope, today);
  const lastProposed = new Map([...proposed].reverse().map((row) => [row.person_id, row.week as CalendarDate]));
  const sleepers = rows
    .filter(({ person_id }) => !spared.has(person_id))
    .map((row): Sleeper => {
      const known = facts.get(row.person_id) ?? [];
      const proposedOn = lastProposed.get(row.person_id);
      return {
        personId: row.person_id,
        history: row.history,
        toSay: known.some(({ kind }) => kind === 'need' || kind === 'offer')
          ? 'need'
          : known.length > 0
            ? 'fact'
            : 'nothing',
        near: trips.some(
          ({ city, country }) =>
            row.city_key === placeKey(city) && (country === null || row.country === null || row.country === country),
        ),
        ...(proposedOn === undefined ? {} : { proposedOn }),
      };
    });
  return chooseSleeper(sleepers, { week, revivals: await revivalsIn(scope) });
}

/** Let go of, to be let rest, resting anyway, or in a hard time. */
async function sparedAmong(
  scope: Scope,
  rows: readonly { person_id: string; history: ContactHistory }[],
  today: CalendarDate,
): Promise<ReadonlySet<string>> {
  const ids = rows.map((row) => row.person_id);
  const keys = new Map(rows.map((row) => [row.person_id, dormantKey(row.history)]));
  const letGo = (await dismissalsOf(scope, ids)).filter((row) => row.key === keys.get(row.person_id));
  const atRest = (await revivalsOf(scope, ids)).filter((row) => row.rating === 'rest');
  const resting = (await restsOf(scope)).filter(
    (row) =>
      (row.snoozed_until !== null && row.snoozed_until > today) ||
      (row.paused_from !== null && (row.paused_until === null || row.paused_until > today)),
  );
  const hard = [...Map.groupBy(await momentsOf(scope, ids), (row) => row.person_id)].filter(([, moments]) =>
    isHardTime(
      moments.map((row) => ({
        id: row.id,
        kind: row.kind as MomentKind,
        date: row.date as CalendarDate,
        noticedOn: row.noticed_on as CalendarDate,
      })),
      today,
    ),
  );
  return new Set([
    ...letGo.map((row) => row.person_id),
    ...atRest.map((row) => row.person_id),
    ...resting.map((row) => row.id),
    ...hard.map(([id]) => id),
  ]);
}

async function revivalsIn(scope: Scope) {
  const rows = await latestRevivals(scope, REVIVALS_REMEMBERED);
  const states = new Map(
    (await findStates(scope, [...new Set(rows.map((row) => row.person_id))])).map((s) => [s.person_id, s]),
  );
  return rows.flatMap((row) => {
    const history = historyOf(states.get(row.person_id)?.history ?? null);
    return history === undefined ? [] : [{ history, rating: row.rating as RevivalRating }];
  });
}

/** Of those proposed lately whoever was written to since, until it is said how it was. */
async function wokenOf(scope: Scope, proposed: readonly Proposed[], today: CalendarDate): Promise<ReadonlySet<string>> {
  const since = addDays(today, -WOKEN_WEEKS_DAYS);
  const lately = new Map(proposed.filter((row) => row.week >= since).map((row) => [row.person_id, row.week]));
  if (lately.size === 0) return new Set();
  const ids = [...lately.keys()];
  const rated = Map.groupBy(await revivalsOf(scope, ids), (row) => row.person_id);
  const states = await findStates(scope, ids);
  return new Set(
    states.flatMap(({ person_id, last_contact }) => {
      const week = lately.get(person_id) ?? today;
      const isRated = (rated.get(person_id) ?? []).some((row) => row.date >= week);
      return last_contact !== null && last_contact >= week && isAskedOn(last_contact as CalendarDate, today) && !isRated
        ? [person_id]
        : [];
    }),
  );
}

function historyOf(text: string | null): ContactHistory | undefined {
  return text === null ? undefined : (JSON.parse(text) as ContactHistory);
}
