import type { TodayPage, TodayPageItem, TodayShape } from '../contract/shapes.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { addDays, type CalendarDate, type PartialDate } from '../domain/dates.ts';
import { nextOccurrence, yearsSaid } from '../domain/keeping/occasions.ts';
import type { TodayItem, TodayPlan } from '../domain/today/candidate.ts';
import { refreshPlan, selectToday } from '../domain/today/plan.ts';
import { dayLabel } from '../domain/today/reasons.ts';
import type { Channel } from '../domain/words.ts';
import { triageCounts } from '../storage/repositories/circle.repository.ts';
import { networkSeq } from '../storage/repositories/network.repository.ts';
import { circleNames, findPeople, findStates } from '../storage/repositories/person.repository.ts';
import { findDayPlan, findWaiting, occasionsOn, storeDayPlan } from '../storage/repositories/today.repository.ts';
import { plansBetween } from '../storage/repositories/touch.repository.ts';
import { type Scope, scopeWith } from '../storage/store.ts';
import { loadTodayCandidates, occasionDays, todaySettings } from './candidates.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { holidaysNear } from './holidays/near.ts';
import { ifWritable } from './of-the-moment.ts';
import { reachOf } from './reach.ts';
import { readSettings } from './read-settings.ts';

/** The people worth a message today. */

/** What is kept of a day, for as long as nothing in the network changes: answering it again costs one query. */
interface StoredDay {
  /** Without those who wait: they may be thousands, and are kept apart. */
  readonly plan: TodayPlan;
  /** The page without the waiting ones. */
  readonly page: TodayPage;
}

interface Day extends StoredDay {
  readonly waiting: () => Promise<readonly TodayItem[]>;
}

/**
 * The day as it stands. The first look stores its plan; later looks lose what was acted on and gain what became urgent.
 * Under a pretended day nothing is stored.
 */
async function dayOf(context: Context): Promise<Day> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  if (context.on) return newDay(context, scope, { today, before: undefined });
  const stored = await findDayPlan(scope, today);
  const before = stored && (JSON.parse(stored.plan) as StoredDay);
  const waitingThen = async () => JSON.parse((await findWaiting(scope, today)) ?? '[]') as TodayItem[];
  if (before && (stored.settled ?? 0) <= stored.seq) return { ...before, waiting: waitingThen };
  // Read, decided and kept at one seq: a change in between makes the next look decide again.
  const { networkId } = context.actor;
  const seq = (await networkSeq(context.store, networkId))?.seq ?? 0;
  const day = await newDay(context, scope, {
    today,
    before: before && { ...before, plan: { ...before.plan, waiting: await waitingThen() } },
  });
  const waiting = await day.waiting();
  const row = {
    date: today,
    seq,
    plan: JSON.stringify({ plan: { ...day.plan, waiting: [] }, page: day.page }),
    waiting: JSON.stringify(waiting),
  };
  await ifWritable(context.store.database.write((tx) => storeDayPlan(scopeWith(context.store, tx, networkId), row)));
  return day;
}

async function newDay(
  context: Context,
  scope: Scope,
  { today, before }: { today: CalendarDate; before: StoredDay | undefined },
): Promise<Day> {
  const settings = await readSettings(scope);
  const input = {
    today,
    settings: todaySettings(settings),
    candidates: await loadTodayCandidates(scope, today, settings),
  };
  const first = selectToday(input);
  // Only who is on the list is asked about, so that holidays cost what is shown and not what is stored.
  const ids = [...new Set([...(before?.plan.shown ?? []), ...first.shown])];
  const holidays = await holidaysNear(context, scope, { ids, today, settings });
  const fresh = holidays.size === 0 ? first : selectToday({ ...input, holidays });
  const plan = before ? refreshPlan(before.plan, fresh) : fresh;
  const left = new Set(plan.items.map((item) => item.personId));
  const { unsorted, active } = await triageCounts(scope);
  const page: TodayPage = {
    date: plan.date,
    ownerName: settings.ownerName,
    items: await dressed(context, scope, { items: plan.items, waiting: false, country: settings.country }),
    waiting: plan.waiting.length,
    done: plan.shown.filter((id) => !left.has(id)).length,
    advice: plan.advice ?? null,
    week: await weekAhead(scope, plan.date, settings),
    unsorted,
    people: active,
  };
  return { plan, page, waiting: async () => plan.waiting };
}

/** The CLI's shape: with `all`, the waiting ones stand behind the others. */
export async function getToday(
  context: Context,
  options: { all?: boolean },
): Promise<TodayShape & { advice: string | null }> {
  const { plan, page, waiting } = await dayOf(context);
  const items = options.all ? [...plan.items, ...(await waiting())] : plan.items;
  return { date: plan.date, items: items.map(toItem), waiting: page.waiting, advice: page.advice };
}

function toItem(item: TodayItem): TodayShape['items'][number] {
  return {
    personId: item.personId,
    name: item.name,
    reasons: item.reasons.map(({ kind, text, date }) => ({ kind, text, date })),
    channel: item.channel,
    opener: item.opener,
    score: item.score,
  };
}

/** Today as the web shows it: the same plan with faces, links and the week ahead. */
export async function getTodayPage(context: Context, options: { all?: boolean }): Promise<TodayPage> {
  const { page, waiting } = await dayOf(context);
  if (!options.all || page.waiting === 0) return page;
  const scope = scopeOf(context);
  const { country } = await readSettings(scope);
  return {
    ...page,
    items: [...page.items, ...(await dressed(context, scope, { items: await waiting(), waiting: true, country }))],
  };
}

async function dressed(
  context: Context,
  scope: Scope,
  { items, waiting, country }: { items: readonly TodayItem[]; waiting: boolean; country: string },
): Promise<TodayPageItem[]> {
  const ids = items.map((item) => item.personId);
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const people = new Map((await findPeople(scope, ids)).map((person) => [person.id, person]));
  const circles = await circleNames(scope, ids);
  const phoneKey = (number: string) => context.store.phoneKey(number, country);
  return items.flatMap((item) => {
    const state = states.get(item.personId);
    const person = people.get(item.personId);
    if (!state || !person) return [];
    return [
      {
        ...toItem(item),
        reasons: item.reasons.map(({ kind, key, text, date }) => ({ kind, key, text, date })),
        initials: state.initials,
        photo: state.photo,
        headline: state.headline,
        circle: circles.get(item.personId)?.[0]?.name ?? null,
        lastTouch: state.last_contact,
        urgent: item.urgent,
        waiting,
        promiseId: idOf(item, 'promise'),
        reminderId: idOf(item, 'reminder'),
        reach: reachOf(JSON.parse(person.card) as Card, {
          preferred: (person.channel as Channel | null) ?? item.channel,
          phoneKey,
        }),
      },
    ];
  });
}

/** The row behind a leading promise or reminder, so that one tap can finish it. */
function idOf(item: TodayItem, kind: 'promise' | 'reminder'): string | null {
  const [first] = item.reasons;
  return first?.kind === kind ? first.key.slice(kind.length + 1) : null;
}

async function weekAhead(
  scope: Scope,
  today: CalendarDate,
  settings: Awaited<ReturnType<typeof readSettings>>,
): Promise<TodayPage['week']> {
  const end = addDays(today, 7);
  const week: TodayPage['week'] = [];
  for (const plan of await plansBetween(scope, today, end)) {
    const [state] = await findStates(scope, [plan.person_id]);
    if (state) week.push({ date: plan.date, personId: plan.person_id, name: state.name, text: plan.summary });
  }
  for (const row of await occasionsOn(scope, occasionDays(today, end))) {
    const date = JSON.parse(row.date) as PartialDate;
    const next = nextOccurrence(date, today, settings.leapDayRule);
    if (next === undefined || next > end) continue;
    const occasion = { kind: row.kind, date, ...(row.label === '' ? {} : { label: row.label }) };
    const turns = yearsSaid(row.kind, date, next);
    week.push({
      date: next,
      personId: row.personId,
      name: row.name,
      text: row.kind !== 'birth' ? dayLabel(occasion) : turns ? `turns ${turns}` : `has their ${dayLabel(occasion)}`,
    });
  }
  return week.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.name < b.name ? -1 : 1)).slice(0, 12);
}
