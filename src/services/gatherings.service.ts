import type { Gathering, GatheringPage } from '../contract/gathering-shapes.ts';
import type { Answer, Body } from '../contract/routes.ts';
import { type CalendarDate, dayIn, toPlainDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { readRule, writeRule } from '../domain/gatherings/recurrence.ts';
import { timeNear, timesBeside } from '../domain/gatherings/when.ts';
import type { GatheringPart } from '../domain/words.ts';
import type { Writer } from '../storage/feed.ts';
import {
  allGatherings,
  gatheringsOf,
  peopleOfGathering,
  peopleOfGatherings,
} from '../storage/repositories/gathering.repository.ts';
import { findPerson } from '../storage/repositories/person.repository.ts';
import type { GatheringTable } from '../storage/schema.ts';
import { toAttendees } from './attendees.service.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { daysOf, getGatheringRow, peopleAt, timeOf, toGathering } from './gathering-rows.ts';
import type { Acted } from './memory.service.ts';
import { readSettings } from './read-settings.ts';

/** Conferences, mixers and dinners: adding, changing, listing. Who is there is in `attendees.service.ts`. */

/** Nothing that people come together for is longer. */
const MOST_DAYS = 366;

/** What is on or coming first, the soonest on top; then what is over, the latest on top. */
export async function listGatherings(context: Context): Promise<Answer<'listGatherings'>> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const rows = await allGatherings(scope);
  const people = await peopleOfGatherings(
    scope,
    rows.map(({ id }) => id),
  );
  const all = rows.map((row) => toGathering(row, timeNear(daysOf(row), today), people));
  const bySince = (a: Gathering, b: Gathering) =>
    a.time.since < b.time.since ? -1 : a.time.since > b.time.since ? 1 : 0;
  const isOver = ({ time }: Gathering) => time.until < today;
  return {
    gatherings: [...all.filter((one) => !isOver(one)).sort(bySince), ...all.filter(isOver).sort(bySince).reverse()],
  };
}

export async function getGathering(context: Context, id: string, date?: string): Promise<GatheringPage> {
  const scope = scopeOf(context);
  const row = await getGatheringRow(scope, id);
  const time = timeOf(row, date, await todayOf(context));
  const people = await peopleAt(scope, row, time);
  const { before, after } = timesBeside(daysOf(row), time);
  return {
    ...toGathering(row, time, people),
    before: before?.since ?? null,
    after: after?.since ?? null,
    attendees: await toAttendees(scope, people),
  };
}

/** At which gatherings a person is or was, the latest first. */
export async function personGatherings(context: Context, personId: string): Promise<Answer<'personGatherings'>> {
  const scope = scopeOf(context);
  if (!(await findPerson(scope, personId))) throw new AppError('not-found', 'This person is not here (any more).');
  const rows = await gatheringsOf(scope, [personId]);
  const known = new Map((await allGatherings(scope)).map((row) => [row.id, row]));
  const found = rows.flatMap(({ gathering_id, date, part, said }) => {
    const row = known.get(gathering_id);
    return row === undefined
      ? []
      : [{ id: row.id, name: row.name, since: date === '' ? row.since : date, part: part as GatheringPart, said }];
  });
  return { gatherings: found.sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0)) };
}

export async function addGathering(context: Context, input: Body<'addGathering'>): Promise<Acted> {
  const { zone } = await readSettings(scopeOf(context));
  const { stepId, result } = await act(context, { kind: 'gathering', title: `Added ${input.name}` }, async (writer) => {
    const id = writer.newId();
    const { kind, name, since, note = '', at = null } = input;
    const row = { kind, name, place: input.place || null, since, until: input.until ?? since, at, note };
    requireDays(row, zone);
    await writer.insert('gathering', [{ id, ...row, rule: ruleOf(input.rule) }]);
    return id;
  });
  return { stepId, id: result, message: `${input.name} is here. Put on its list who will be there.` };
}

export async function updateGathering(context: Context, id: string, input: Body<'updateGathering'>): Promise<Acted> {
  const { zone } = await readSettings(scopeOf(context));
  const { stepId, result } = await act(context, { kind: 'gathering', title: 'Changed a gathering' }, async (writer) => {
    const row = await getGatheringRow(writer, id);
    const { rule, place, ...rest } = input;
    const next = {
      ...rest,
      ...moved(row, input),
      ...(place === undefined ? {} : { place: place || null }),
      ...(rule === undefined ? {} : { rule: ruleOf(rule) }),
    };
    requireDays({ ...row, ...next }, zone);
    writer.title = `Changed ${next.name ?? row.name}`;
    await writer.updateRow('gathering', row, next);
    await moveLists(writer, row, { ...row, ...next });
    return next.name ?? row.name;
  });
  return { stepId, id, message: `${result} is changed.` };
}

/** Another first day takes the last day and the hour along, unless those are said too. */
function moved(row: GatheringTable, { since, until, at }: Body<'updateGathering'>): Partial<GatheringTable> {
  if (since === undefined || since === row.since) return {};
  const days = toPlainDate(row.since as CalendarDate).until(toPlainDate(since as CalendarDate)).days;
  return {
    until:
      until ??
      toPlainDate(row.until as CalendarDate)
        .add({ days })
        .toString(),
    ...(at === undefined && row.at !== null
      ? {
          at: Temporal.Instant.from(row.at)
            .add({ hours: 24 * days })
            .toString(),
        }
      : {}),
  };
}

/** Where the first time moves, or returning begins or ends, the list of that time goes along. */
async function moveLists(writer: Writer, before: GatheringTable, after: GatheringTable): Promise<void> {
  const [from, to] = [keyOfFirst(before), keyOfFirst(after)];
  if (from === to) return;
  for (const person of await peopleOfGathering(writer, before.id))
    if (person.date === from) await writer.updateRow('gathering_person', person, { date: to });
}

const keyOfFirst = ({ rule, since }: GatheringTable): string => (rule === null ? '' : since);

export async function deleteGathering(context: Context, id: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'gathering', title: 'Deleted a gathering' }, async (writer) => {
    const row = await getGatheringRow(writer, id);
    writer.title = `Deleted ${row.name}`;
    const people = await peopleOfGathering(writer, id);
    await writer.remove(
      'gathering_person',
      people.map((person) => person.id),
    );
    await writer.remove('gathering', [id]);
    return row.name;
  });
  return { stepId, message: `${result} is deleted. Whom you met there stays in your story with them.` };
}

/** @throws AppError `invalid` */
function requireDays(
  { name, since, until, at }: Pick<GatheringTable, 'name' | 'since' | 'until' | 'at'>,
  zone: string,
): void {
  if (until < since)
    throw new AppError('invalid', `${name} ends on ${until}, before it begins on ${since}. Turn the two days round.`);
  if (toPlainDate(since as CalendarDate).until(toPlainDate(until as CalendarDate)).days > MOST_DAYS)
    throw new AppError('invalid', `${name} would last longer than a year. Look at its last day: ${until}.`);
  if (at !== null && dayIn(zone, Temporal.Instant.from(at)) !== since)
    throw new AppError('invalid', `${name} begins on ${since}, but the hour that was given is on another day: ${at}.`);
}

/** As it is kept: checked at the edge already, written in one way. */
function ruleOf(text: string | null | undefined): string | null {
  const rule = text === null || text === undefined || text === '' ? undefined : readRule(text);
  return rule === undefined ? null : writeRule(rule);
}
