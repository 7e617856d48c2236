import type { Settings, TodayPage, TodayPageItem, TodayShape } from '../contract/shapes.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { addDays, type CalendarDate, type PartialDate } from '../domain/dates.ts';
import { timesWithin } from '../domain/gatherings/when.ts';
import { nextOccurrence, yearsSaid } from '../domain/keeping/occasions.ts';
import type { TodayItem, TodayPlan, Waiting } from '../domain/today/candidate.ts';
import { type DayBefore, decideDay, ItemWriter } from '../domain/today/plan.ts';
import type { Standing } from '../domain/today/ranking.ts';
import { wordsIn } from '../domain/today/words/words.ts';
import { draftMarks } from '../domain/words/subject.ts';
import type { Channel } from '../domain/words.ts';
import { allGatherings } from '../storage/repositories/gathering.repository.ts';
import { networkSeq } from '../storage/repositories/network.repository.ts';
import { circleNames, findPeople, findStates } from '../storage/repositories/person.repository.ts';
import {
  findDayPlan,
  findWaiting,
  markDayPlanSeen,
  occasionsOn,
  storeDayPlan,
} from '../storage/repositories/today.repository.ts';
import { plansBetween } from '../storage/repositories/touch.repository.ts';
import { type Scope, scopeWith } from '../storage/store.ts';
import { loadCandidates, optional, todaySettings } from './candidates.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { type Due, loadDue } from './due.ts';
import { daysOf } from './gathering-rows.ts';
import { holidaysNear } from './holidays/near.ts';
import { occasionDays } from './occasion-days.ts';
import { ifWritable } from './of-the-moment.ts';
import { withPasts } from './pasts.ts';
import { unansweredPlans } from './plans.service.ts';
import { reachOf } from './reach.ts';
import { readSettings } from './read-settings.ts';
import { readyToShare } from './resources/fitting-people.ts';
import { type Waking, wakingOn, withWaking } from './sleepers.ts';
import { countsForTriage } from './triage-counts.ts';
import { unaskedOf } from './unasked.ts';
import { readVoice } from './voice.ts';

/** The people worth a message today. */

/** What is kept of a day, for as long as nothing in the network changes: answering it again costs one query. */
interface StoredDay {
  /** Without those who wait: they may be many, and are kept apart. */
  readonly plan: TodayPlan;
  /** The page without the waiting ones. */
  readonly page: TodayPage;
}

/**
 * The day as it stands. The first look stores its plan, or finds it made ready; later looks lose what was acted on and gain
 * what became urgent. Under a pretended day nothing is stored.
 */
async function dayOf(context: Context, { atOnce = false }: Patience = {}): Promise<StoredDay> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  if (context.on) return (await newDay(context, scope, { today, settings, before: undefined, atOnce })).day;
  const stored = await findDayPlan(scope, today);
  const { networkId } = context.actor;
  if (stored && stands(stored)) {
    // Made ready, and looked at now: from here on it is the day's.
    if (stored.seen === 0)
      await ifWritable(
        context.store.database.write(
          (tx) => markDayPlanSeen(scopeWith(context.store, tx, networkId), { date: today, seq: stored.seq }),
          { relaxed: true },
        ),
      );
    return JSON.parse(stored.plan) as StoredDay;
  }
  const waiting = async () => JSON.parse((await findWaiting(scope, today)) ?? '[]') as Waiting[];
  const before =
    stored?.seen === 1 ? { ...(JSON.parse(stored.plan) as StoredDay).plan, waiting: await waiting() } : undefined;
  return decideAndStore(context, { today, settings, before, seen: 1, atOnce });
}

/**
 * Decides the day ahead of the first look, so that nobody waits for it; what changes until then is still decided anew. Does
 * nothing for a day that was looked at, or is ready. Harmless in several processes at once.
 * @returns whether nothing is left to be read: false only where one does not wait for it
 */
export async function prepareToday(context: Context, { atOnce = false }: Patience = {}): Promise<boolean> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const stored = await findDayPlan(scope, today);
  if (stored && (stored.seen === 1 || stands(stored))) {
    // The almanac takes a second to open: also for what becomes urgent later.
    const ids = (JSON.parse(stored.plan) as StoredDay).plan.shown;
    await holidaysNear(context, scope, { ids, today, settings });
    return readyToShare(scope, today, { atOnce });
  }
  await decideAndStore(context, { today, settings, before: undefined, seen: 0, atOnce });
  return readyToShare(scope, today, { atOnce: true });
}

/** Milliseconds until the owner's day ends. */
export async function restOfToday(context: Context): Promise<number> {
  const { zone } = await readSettings(scopeOf(context));
  const now = Temporal.Instant.fromEpochMilliseconds(context.store.now()).toZonedDateTimeISO(zone);
  return now.until(now.add({ days: 1 }).startOfDay()).total('milliseconds');
}

/** Whether nothing has changed since it was made. */
function stands({ seq, settled }: { readonly seq: number; readonly settled: number | null }): boolean {
  return (settled ?? 0) <= seq;
}

/** The seq of a plan from which something was left out: it stands for the look that made it alone. */
const NOT_WHOLE = -1;

/** Read, decided and kept at one seq: a change in between makes the next look decide again. */
async function decideAndStore(context: Context, { seen, ...input }: DayInput & { seen: 0 | 1 }): Promise<StoredDay> {
  const { store, actor } = context;
  const seq = (await networkSeq(store, actor.networkId))?.seq ?? 0;
  const { day, isWhole } = await newDay(context, scopeOf(context), input);
  const row = {
    date: input.today,
    seq: isWhole ? seq : NOT_WHOLE,
    plan: JSON.stringify({ ...day, plan: { ...day.plan, waiting: [] } }),
    waiting: JSON.stringify(day.plan.waiting),
    seen,
  };
  await ifWritable(
    store.database.write((tx) => storeDayPlan(scopeWith(store, tx, actor.networkId), row), { relaxed: true }),
  );
  return day;
}

/** What a day is decided from. */
interface DayInput {
  readonly today: CalendarDate;
  readonly settings: Settings;
  /** The plan that stands, of this very day. */
  readonly before: DayBefore | undefined;
  readonly atOnce: boolean;
}

interface Patience {
  /** To leave out what a server that was just started would have to read everybody for; it waits for it by default. */
  readonly atOnce?: boolean;
}

async function newDay(
  context: Context,
  scope: Scope,
  { today, settings, before, atOnce }: DayInput,
): Promise<{ readonly day: StoredDay; readonly isWhole: boolean }> {
  const { capacity } = settings;
  const also = before?.shown ?? [];
  // One more than a list can take, for who gives way to another kind.
  const waking = await wakingOn(context, scope, today);
  const due = await loadDue(scope, { today, settings, also, waking, atOnce, mostQuiet: also.length + capacity + 1 });
  const { shown, room, items: standings, waiting } = decideDay(due.standings, { today, capacity, before });
  const [holidays, voice, unasked] = await Promise.all([
    holidaysNear(context, scope, { ids: shown, today, settings }),
    readVoice(scope, settings),
    unaskedOf(scope, shown, today),
  ]);
  const writer = new ItemWriter({ today, settings: todaySettings(settings), holidays, voice, unasked });
  const { resources } = due;
  const items = await writeItems(scope, { writer, standings, today, resources, waking });
  const [{ unsorted, active }, faces, week, gatherings, unanswered] = await Promise.all([
    countsForTriage(context.store, scope),
    dressed(context, scope, { items, waiting: false, country: settings.country }),
    weekAhead(scope, today, settings),
    gatheringsAhead(scope, today),
    unansweredPlans(scope, today),
  ]);
  const page: TodayPage = {
    date: today,
    ownerName: settings.ownerName,
    items: faces,
    waiting: waiting.length + due.further,
    done: shown.length - items.length,
    advice: due.advice ?? null,
    week,
    gatherings,
    unanswered: unanswered.map(({ touchId, date, text, people }) => ({
      touchId,
      date,
      text,
      people,
    })),
    unsorted,
    people: active,
  };
  const marks = waiting.map(({ personId, urgent }) => ({ personId, urgent }));
  const plan = { date: today, items, shown, room, waiting: marks, ...optional('advice', due.advice) };
  return { day: { plan, page }, isWhole: due.isWhole };
}

/** Everyone who waits, best first: read and written when somebody asks, for they may be thousands. */
async function waitingOf(
  context: Context,
  { plan }: StoredDay,
  { most, atOnce = false }: Patience & { readonly most?: number } = {},
): Promise<TodayItem[]> {
  const scope = scopeOf(context);
  const { date: today } = plan;
  const settings = await readSettings(scope);
  const waking = await wakingOn(context, scope, today);
  const due = await loadDue(scope, { today, settings, also: plan.shown, waking, atOnce });
  const before = { ...plan, waiting: due.standings };
  const { items, waiting } = decideDay(due.standings, { today, capacity: settings.capacity, before });
  const writer = new ItemWriter({ today, settings: todaySettings(settings), voice: await readVoice(scope, settings) });
  const { resources } = due;
  // First what the others read already: nobody who waits gets the same line.
  await writeItems(scope, { writer, standings: items, today, resources, waking });
  return writeItems(scope, { writer, standings: waiting.slice(0, most), today, resources, waking, isWaiting: true });
}

const WRITTEN_AT_ONCE = 100;

/** A slice at a time, so that others are answered between. */
async function writeItems(
  scope: Scope,
  {
    writer,
    standings,
    today,
    resources,
    waking,
    isWaiting = false,
  }: {
    writer: ItemWriter;
    standings: readonly Standing[];
    today: CalendarDate;
    resources: Due['resources'];
    waking: Waking;
    isWaiting?: boolean;
  },
): Promise<TodayItem[]> {
  const items: TodayItem[] = [];
  for (let i = 0; i < standings.length; i += WRITTEN_AT_ONCE) {
    const slice = standings.slice(i, i + WRITTEN_AT_ONCE);
    const ids = slice.map(({ personId }) => personId);
    const loaded = await loadCandidates(scope, ids, today);
    const known = new Map(
      (isWaiting ? loaded : await withPasts(scope, loaded, today)).map((one) => [one.personId, one]),
    );
    for (const standing of slice) {
      const candidate = known.get(standing.personId);
      const given = candidate && withWaking(candidate, waking);
      const resource = resources.get(standing.personId);
      const item =
        given && writer.write({ ...given, ...optional('resource', resource) }, standing, { waiting: isWaiting });
      if (item) items.push(item);
    }
  }
  return items;
}

/** The CLI's shape: with `all`, the waiting ones stand behind the others. */
export async function getToday(
  context: Context,
  options: { all?: boolean },
): Promise<TodayShape & { advice: string | null }> {
  const day = await dayOf(context);
  const { plan, page } = day;
  const waiting = options.all && page.waiting > 0 ? await waitingOf(context, day) : [];
  return {
    date: plan.date,
    items: [...plan.items, ...waiting].map(toItem),
    waiting: page.waiting,
    advice: page.advice,
  };
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

/** Nobody reads further down a page; all are counted, and the command line lists them. */
const MOST_ON_A_PAGE = 1_000;

/** Today as the web shows it: the same plan with faces, links and the week ahead. */
export async function getTodayPage(
  context: Context,
  { all, ...patience }: Patience & { readonly all?: boolean },
): Promise<TodayPage> {
  const day = await dayOf(context, patience);
  const { page } = day;
  if (!all || page.waiting === 0) return page;
  const scope = scopeOf(context);
  const { country } = await readSettings(scope);
  const items = await waitingOf(context, day, { ...patience, most: MOST_ON_A_PAGE });
  return { ...page, items: [...page.items, ...(await dressed(context, scope, { items, waiting: true, country }))] };
}

async function dressed(
  context: Context,
  scope: Scope,
  { items, waiting, country }: { items: readonly TodayItem[]; waiting: boolean; country: string },
): Promise<TodayPageItem[]> {
  const ids = items.map((item) => item.personId);
  const [states, people, circles] = await Promise.all([
    findStates(scope, ids).then((found) => new Map(found.map((state) => [state.person_id, state]))),
    findPeople(scope, ids).then((found) => new Map(found.map((person) => [person.id, person]))),
    circleNames(scope, ids),
  ]);
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
        draft: draftMarks(item),
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

/** Gatherings of the coming week. */
async function gatheringsAhead(scope: Scope, today: CalendarDate): Promise<NonNullable<TodayPage['gatherings']>> {
  return (await allGatherings(scope))
    .flatMap((row) =>
      timesWithin(daysOf(row), { from: today, to: addDays(today, 7) }).map(({ since }) => ({
        date: since < today ? today : since,
        id: row.id,
        name: row.name,
      })),
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.name < b.name ? -1 : 1))
    .slice(0, 6);
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
    if (state)
      week.push({ date: plan.date, personId: state.person_id, name: state.name, text: plan.summary, touchId: plan.id });
  }
  for (const row of await occasionsOn(scope, occasionDays(today, end))) {
    const date = JSON.parse(row.date) as PartialDate;
    const next = nextOccurrence(date, today, settings.leapDayRule);
    if (next === undefined || next > end) continue;
    const occasion = { kind: row.kind, date, ...(row.label === '' ? {} : { label: row.label }) };
    week.push({
      date: next,
      personId: row.personId,
      name: row.name,
      text: wordsIn(settings.locale).thisWeek({ occasion, years: yearsSaid(row.kind, date, next) }),
    });
  }
  return week.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.name < b.name ? -1 : 1)).slice(0, 12);
}
