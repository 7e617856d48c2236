import type { Answer, Body, Query } from '../contract/routes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { thanksOwed } from '../domain/giving/exchange.ts';
import {
  askedSide,
  type Deed,
  dueStep,
  isOpen,
  madeAlready,
  moveOn,
  newIntroduction,
  sideToAsk,
} from '../domain/introducing/introduction.ts';
import { isIntroductionReceived } from '../domain/introducing/received.ts';
import type { Channel, ExchangeKind, IntroductionAct } from '../domain/words.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { allIntroductions, introductionsOf } from '../storage/repositories/introduction.repository.ts';
import { tiesOf } from '../storage/repositories/memory.repository.ts';
import { findPerson, findStates } from '../storage/repositories/person.repository.ts';
import type { IntroductionTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { toExchange } from './giving.service.ts';
import { bySide, courseColumns, personOn, toCourse, toIntroductions } from './introduction-shapes.ts';
import { whyTheyFit } from './introduction-suggestions.service.ts';
import { type Acted, nameOf } from './memory.service.ts';
import { insertTouch, usualDirection } from './touches.service.ts';

/** Introductions: both are asked, one after the other, before two people are brought together. */

export async function listIntroductions(
  context: Context,
  { person }: Query<'listIntroductions'>,
): Promise<Answer<'listIntroductions'>> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const rows = person === undefined ? await allIntroductions(scope) : await introductionsOf(scope, [person]);
  const standing = rows.filter((row) => row.dismissed_on === null);
  const underWay = (row: IntroductionTable) => Number(isOpen(toCourse(row)));
  return {
    introductions: await toIntroductions(
      scope,
      standing.sort((a, b) => underWay(b) - underWay(a)),
      today,
    ),
    ...(person === undefined
      ? { introducedYou: [], introducedBy: [], thanksOwed: null }
      : await doorsOf(scope, person, today)),
  };
}

/** Who opened doors for you, by the ties. */
async function doorsOf(
  scope: Scope,
  person: string,
  today: CalendarDate,
): Promise<Pick<Answer<'listIntroductions'>, 'introducedYou' | 'introducedBy' | 'thanksOwed'>> {
  const ties = await tiesOf(scope, [person]);
  const others = await findStates(scope, [...new Set(ties.flatMap((tie) => tie.other_id ?? []))]);
  const names = new Map(others.map((state) => [state.person_id, state.name]));
  const named = (kind: string) =>
    ties
      .filter((tie) => tie.kind === kind)
      .map((tie) => ({ id: tie.other_id, name: names.get(tie.other_id ?? '') ?? tie.other_name }));
  const ledger = (await exchangesOf(scope, [person])).map(toExchange);
  const owed = thanksOwed(
    ledger.map(({ kind, text, date }) => ({ kind, text, date: date as CalendarDate })),
    today,
  );
  return {
    introducedYou: named('introduced'),
    introducedBy: named('introduced by'),
    thanksOwed: owed !== undefined && isIntroductionReceived(owed.text) ? owed.text : null,
  };
}

async function writeLedger(
  writer: Writer,
  { person, kind, text, date }: { person: string; kind: ExchangeKind; text: string; date: CalendarDate },
): Promise<void> {
  await writer.insert('exchange', [{ id: writer.newId(), person_id: person, kind, text, date }]);
}

export async function addIntroduction(context: Context, input: Body<'addIntroduction'>): Promise<Acted> {
  const today = await todayOf(context);
  const { as = 'idea' } = input;
  const on = dayOf(input.date, today);
  const isUnsaid = input.whyFirst === undefined && input.whySecond === undefined;
  const why = as === 'idea' && isUnsaid && input.first !== input.second ? await whyTheyFit(context, input) : undefined;
  const { stepId, result } = await act(
    context,
    { kind: 'introduction', title: 'Noted an introduction' },
    async (writer) => {
      const added = await insertIntroduction(writer, { ...input, ...why, as, on });
      writer.title = added.message.replace(/\.$/, '');
      return added;
    },
  );
  return { stepId, ...result };
}

export interface NewIntroduction {
  readonly first: string;
  readonly second: string;
  readonly whyFirst?: string | undefined;
  readonly whySecond?: string | undefined;
  readonly as: 'idea' | 'made' | 'dismissed';
  readonly on: CalendarDate;
}

/**
 * Notes one in the step of the caller. One that was made goes on with what is under way between the two.
 * @throws AppError `invalid` for one and the same person, or one who has died; `conflict` for two who are being introduced
 */
export async function insertIntroduction(
  writer: Writer,
  { first, second, whyFirst = '', whySecond = '', as, on }: NewIntroduction,
): Promise<{ id: string; message: string }> {
  if (first === second) throw new AppError('invalid', 'An introduction takes two people; these are one and the same.');
  const [name, other] = [await nameOf(writer, first), await nameOf(writer, second)];
  for (const [id, called] of [
    [first, name],
    [second, other],
  ] as const)
    if ((await findPerson(writer, id))?.deceased === 1)
      throw new AppError('invalid', `${called} has died and cannot be introduced.`);
  const under = (await introductionsOf(writer, [first])).find(
    (row) => isOpen(toCourse(row)) && [row.first_id, row.second_id].includes(second),
  );
  if (under && as !== 'made')
    throw new AppError('conflict', `${name} and ${other} are on your list of introductions already.`);
  if (under) {
    await writer.updateRow('introduction', under, courseColumns(madeAlready(on, toCourse(under))));
    await writeMade(writer, under, on);
    return { id: under.id, message: `${name} and ${other} are introduced.` };
  }
  const id = writer.newId();
  const fresh = newIntroduction(on);
  const course = as === 'made' ? madeAlready(on) : as === 'dismissed' ? { ...fresh, dismissedOn: on } : fresh;
  const row = { id, first_id: first, second_id: second, why_first: whyFirst, why_second: whySecond };
  await writer.insert('introduction', [{ ...row, ...courseColumns(course) }]);
  if (as === 'made') await writeMade(writer, row, on);
  const messages = {
    idea: `Noted: introduce ${name} and ${other}.`,
    made: `Noted that you introduced ${name} and ${other}.`,
    dismissed: `${name} and ${other} will not be suggested again.`,
  };
  return { id, message: messages[as] };
}

/** Something given to each of them. */
async function writeMade(
  writer: Writer,
  row: Pick<IntroductionTable, 'first_id' | 'second_id'>,
  date: CalendarDate,
): Promise<void> {
  const [first, second] = [row.first_id, row.second_id];
  await writeLedger(writer, {
    person: first,
    kind: 'given',
    text: `Introduced to ${await nameOf(writer, second)}`,
    date,
  });
  await writeLedger(writer, {
    person: second,
    kind: 'given',
    text: `Introduced to ${await nameOf(writer, first)}`,
    date,
  });
}

export async function updateIntroduction(
  context: Context,
  id: string,
  { whyFirst, whySecond, swap }: Body<'updateIntroduction'>,
): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'introduction', title: 'Changed an introduction' }, async (writer) => {
    const row = await getIntroduction(writer, id);
    if (swap === true && row.first_asked_on !== null)
      throw new AppError('conflict', 'One of them was asked already; the order stands.');
    const patch = {
      ...(whyFirst === undefined ? {} : { why_first: whyFirst }),
      ...(whySecond === undefined ? {} : { why_second: whySecond }),
    };
    const { why_first, why_second } = { ...row, ...patch };
    const swapped = { first_id: row.second_id, second_id: row.first_id, why_first: why_second, why_second: why_first };
    await writer.updateRow('introduction', row, swap === true ? swapped : patch);
    return null;
  });
  return { stepId, id, message: 'Changed.' };
}

const MESSAGES: Readonly<Record<IntroductionAct, (who: string, other: string) => string>> = {
  ask: (who, other) => `Noted that you asked ${who} about ${other}.`,
  yes: (who, other) => `${who} would like to meet ${other}.`,
  no: (who) => `${who} declined, and that is fine.`,
  make: (who, other) => `${who} and ${other} are introduced.`,
  outcome: (who, other) => `Noted how it went between ${who} and ${other}.`,
  thank: (who, other) => `Noted that you thanked ${who} and ${other}.`,
  dismiss: (who, other) => `Let go of introducing ${who} and ${other}.`,
};

export async function moveIntroduction(context: Context, id: string, input: Body<'moveIntroduction'>): Promise<Acted> {
  const today = await todayOf(context);
  const on = dayOf(input.date, today);
  const { stepId, result } = await act(
    context,
    { kind: 'introduction', title: 'Moved an introduction on' },
    async (writer) => {
      const { people, names, message } = await advance(writer, await getIntroduction(writer, id), { ...input, on });
      if (input.channel !== undefined)
        await writeTouch(writer, { what: input.act, people, names, channel: input.channel, on });
      writer.title = message.replace(/\.$/, '');
      return message;
    },
  );
  return { stepId, id, message: result };
}

interface Advanced {
  /** Whose turn it was, and the other. */
  readonly people: readonly [string, string];
  readonly names: readonly [string, string];
  readonly message: string;
}

/** Moves it on, with what belongs in the ledger. */
async function advance(writer: Writer, row: IntroductionTable, { act: what, by, text, on }: Deed): Promise<Advanced> {
  const course = toCourse(row);
  const side =
    (what === 'ask' ? sideToAsk(course) : what === 'no' ? (by ?? askedSide(course)) : askedSide(course)) ?? 'first';
  const [person, otherPerson] = [personOn(row, side), personOn(row, side === 'first' ? 'second' : 'first')];
  const [name, other] = [await nameOf(writer, person), await nameOf(writer, otherPerson)];
  if (what === 'ask') await refuseAskingTwice(writer, { person, name, except: row.id });
  await writer.updateRow('introduction', row, courseColumns(moveOn(course, { act: what, by, text, on })));
  if (what === 'make') await writeMade(writer, row, on);
  if (what === 'thank')
    for (const [who, met] of [
      [person, other],
      [otherPerson, name],
    ] as const)
      await writeLedger(writer, { person: who, kind: 'thanked', text: `Gave thanks for meeting ${met}`, date: on });
  return { people: [person, otherPerson], names: [name, other], message: MESSAGES[what](name, other) };
}

/** What its touch is to say. */
export interface TakenStep {
  readonly people: readonly string[];
  readonly notes: string;
  readonly message: string;
}

/**
 * Takes the step that waited for the owner with this person, in the step of the caller. Undefined where there is none to
 * take: an answer is theirs to give, and somewhere else it may have moved on meanwhile.
 * @throws AppError `not-found`; `conflict` while they have not answered about somebody else
 */
export async function takeDueStep(
  writer: Writer,
  id: string,
  { personId, on, wroteToOne }: { personId: string; on: CalendarDate; wroteToOne: boolean },
): Promise<TakenStep | undefined> {
  const row = await getIntroduction(writer, id);
  const due = dueStep(toCourse(row), on);
  if (due === undefined || personOn(row, due.side) !== personId) return undefined;
  // What was written to one of them announces the message to both, and is not that.
  const step = due.step === 'ask' || (due.step === 'make' && !wroteToOne) ? due.step : undefined;
  if (step === undefined) return undefined;
  const { people, names, message } = await advance(writer, row, { act: step, on });
  const toBoth = step === 'make';
  return { people: toBoth ? people : people.slice(0, 1), notes: notesOf(toBoth, names), message };
}

/** What was sent is a touch. The words are in the notes: nothing of it is asked after in later drafts. */
async function writeTouch(
  writer: Writer,
  said: {
    readonly what: IntroductionAct;
    readonly people: readonly [string, string];
    readonly names: readonly [string, string];
    readonly channel: Channel;
    readonly on: CalendarDate;
  },
): Promise<void> {
  const toBoth = said.what === 'make' || said.what === 'thank' || said.what === 'outcome';
  await insertTouch(writer, {
    people: toBoth ? said.people : said.people.slice(0, 1),
    date: said.on,
    channel: said.channel,
    direction: said.what === 'yes' || said.what === 'no' ? 'theirs' : usualDirection(said.channel),
    notes: notesOf(toBoth, said.names),
    source: 'introduction',
  });
}

function notesOf(toBoth: boolean, [who, other]: readonly [string, string]): string {
  return toBoth ? `About the introduction of ${who} and ${other}.` : `About an introduction to ${other}.`;
}

/** @throws AppError `conflict` while they have not answered about somebody else */
async function refuseAskingTwice(
  writer: Writer,
  { person, name, except }: { readonly person: string; readonly name: string; readonly except: string },
): Promise<void> {
  const rows = await introductionsOf(writer, [person]);
  const open = (bySide(rows).get(person) ?? []).find(
    ({ id, side, course }) => id !== except && askedSide(course) === side,
  );
  const row = rows.find(({ id }) => id === open?.id);
  if (!row) return;
  const about = await nameOf(writer, row.first_id === person ? row.second_id : row.first_id);
  throw new AppError(
    'conflict',
    `${name} has not answered about ${about} yet. Note that answer first, or let go of it: nobody is asked about two at once.`,
  );
}

export async function removeIntroduction(context: Context, id: string): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'introduction', title: 'Deleted an introduction' }, async (writer) => {
    const row = await getIntroduction(writer, id);
    writer.title = `Deleted the introduction of ${await nameOf(writer, row.first_id)} and ${await nameOf(writer, row.second_id)}`;
    await writer.remove('introduction', [id]);
    return null;
  });
  return { stepId, message: 'It is deleted.' };
}

async function getIntroduction(writer: Writer, id: string): Promise<IntroductionTable> {
  const row = await findRow(writer, 'introduction', id);
  if (!row) throw new AppError('not-found', 'This introduction is not here (any more).');
  return row;
}

/** @throws AppError `invalid` */
function dayOf(date: string | undefined, today: CalendarDate): CalendarDate {
  if (date !== undefined && date > today)
    throw new AppError('invalid', `${date} is still to come; note it when it has happened.`);
  return (date ?? today) as CalendarDate;
}
