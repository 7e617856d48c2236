import type { Answer, Body } from '../contract/routes.ts';
import type { PersonPage } from '../contract/shapes.ts';
import { isDeceased } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { givenName } from '../domain/card/name.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { beforeAsking } from '../domain/giving/ask.ts';
import { balanceSentence, type Exchange } from '../domain/giving/exchange.ts';
import { favoursFor } from '../domain/giving/favours.ts';
import { isHardTime } from '../domain/keeping/moments.ts';
import type { Channel, ExchangeKind } from '../domain/words.ts';
import { findRow } from '../storage/feed.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { factsOf, promisesOf } from '../storage/repositories/memory.repository.ts';
import { momentsOf } from '../storage/repositories/moment.repository.ts';
import { findPerson, findState } from '../storage/repositories/person.repository.ts';
import { networkLocale } from '../storage/repositories/setting.repository.ts';
import type { ExchangeTable } from '../storage/schema.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { type Acted, nameOf } from './memory.service.ts';
import { toFact } from './memory-shapes.ts';
import { toLifeMoment } from './moment-shapes.ts';
import { speakerIn } from './voice.ts';

/** The ledger, the favours that fit somebody, and what to know before asking. */

const MESSAGES: Readonly<Record<ExchangeKind, (name: string) => string>> = {
  given: (name) => `Noted what you did for ${name}.`,
  received: (name) => `Noted what ${name} did for you.`,
  asked: (name) => `Noted what you asked ${name} for.`,
  thanked: (name) => `Noted that you thanked ${name}.`,
};

export async function addExchange(context: Context, personId: string, input: Body<'addExchange'>): Promise<Acted> {
  const today = await todayOf(context);
  const date = input.date ?? today;
  if (date > today)
    throw new AppError('invalid', `${date} is still to come; the ledger holds what happened. Note a promise instead.`);
  const { stepId, result } = await act(context, { kind: 'exchange', title: 'Wrote in the ledger' }, async (writer) => {
    const name = await nameOf(writer, personId);
    writer.title = `${MESSAGES[input.kind](name).replace(/\.$/, '')}: ${input.text}`;
    const id = writer.newId();
    await writer.insert('exchange', [{ id, person_id: personId, kind: input.kind, text: input.text, date }]);
    return { id, name };
  });
  return { stepId, id: result.id, message: MESSAGES[input.kind](result.name) };
}

export async function updateExchange(context: Context, id: string, input: Body<'updateExchange'>): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'exchange', title: 'Changed the ledger' }, async (writer) => {
    const row = await findRow(writer, 'exchange', id);
    if (!row) throw gone();
    writer.title = `Changed the ledger: ${input.text ?? row.text}`;
    await writer.updateRow('exchange', row, input);
    return null;
  });
  return { stepId, message: 'Changed.' };
}

export async function removeExchange(context: Context, id: string): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'exchange', title: 'Deleted from the ledger' }, async (writer) => {
    const row = await findRow(writer, 'exchange', id);
    if (!row) throw gone();
    writer.title = `Deleted from the ledger: ${row.text}`;
    await writer.remove('exchange', [id]);
    return null;
  });
  return { stepId, message: 'It is deleted.' };
}

const gone = () => new AppError('not-found', 'This entry is not here (any more).');

/** What a person's page says of giving. */
export function givingOf(
  rows: readonly ExchangeTable[],
  { deceased, ...to }: GivingTo & { readonly deceased: boolean },
): Pick<PersonPage, 'exchanges' | 'balance' | 'favours'> {
  const { exchanges, favours } = weighGiving(rows, to);
  return {
    exchanges: rows.map(toExchange),
    balance: deceased ? null : (balanceSentence(exchanges, to) ?? null),
    favours: deceased ? [] : favours.map((favour) => ({ ...favour })),
  };
}

/** What to know before asking this person for something. */
export async function askPerson(context: Context, personId: string, text: string): Promise<Answer<'beforeAsking'>> {
  const scope = scopeOf(context);
  const person = await findPerson(scope, personId);
  if (!person) throw new AppError('not-found', 'This person is not here (any more).');
  const today = await todayOf(context);
  const card = JSON.parse(person.card) as Card;
  if (person.deceased === 1 || isDeceased(card))
    throw new AppError('conflict', `${await nameOf(scope, personId)} has died.`);
  const name = givenName(card, { language: await networkLocale(scope) }) ?? (await nameOf(scope, personId));
  const facts = (await factsOf(scope, [personId])).map(toFact);
  const moments = (await momentsOf(scope, [personId])).map(toLifeMoment);
  const hard = moments.filter((moment) => isHardTime([moment], today)).sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  const promises = (await promisesOf(scope, [personId])).filter(({ done_on }) => done_on === null);
  const to = { name, today, facts, isHardTime: hard !== undefined };
  const { exchanges, favours } = weighGiving(await exchangesOf(scope, [personId]), to);
  const state = await findState(scope, personId);
  const speak = await speakerIn(scope);
  const { care, open, balance, lastGiven, lastReceived, waysToGive, draft } = beforeAsking({
    name,
    text,
    exchanges,
    favours,
    promises,
    hardTime: hard,
    today,
  });
  return {
    care: care ?? null,
    open: [...open],
    balance: balance ?? null,
    lastGiven: lastGiven ? { text: lastGiven.text, date: lastGiven.date } : null,
    lastReceived: lastReceived ? { text: lastReceived.text, date: lastReceived.date } : null,
    waysToGive: waysToGive.map((favour) => ({ ...favour })),
    draft: speak(
      draft,
      { personId, name, fullName: state?.name ?? name, closeness: state?.closeness ?? 0 },
      (person.channel as Channel | null) ?? 'text',
    ),
  };
}

interface GivingTo {
  /** What one calls them. */
  readonly name: string;
  readonly today: CalendarDate;
  readonly facts: PersonPage['facts'];
  readonly isHardTime: boolean;
}

function weighGiving(rows: readonly ExchangeTable[], { name, today, facts, isHardTime: isHard }: GivingTo) {
  const exchanges = rows.map(
    (row): Exchange => ({ kind: row.kind as ExchangeKind, text: row.text, date: row.date as CalendarDate }),
  );
  const current = facts.filter((fact) => fact.until === null || fact.until >= today);
  return { exchanges, favours: favoursFor({ name, today, facts: current, exchanges, isHardTime: isHard }) };
}

export function toExchange(row: ExchangeTable): PersonPage['exchanges'][number] {
  return { id: row.id, personId: row.person_id, kind: row.kind as ExchangeKind, text: row.text, date: row.date };
}
