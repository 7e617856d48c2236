import { type PartialDate, toPlainDate } from '../../domain/dates.ts';
import { parseRhythm } from '../../domain/keeping/rhythm.ts';
import {
  CHANNELS,
  EXCHANGE_KINDS,
  FACT_KINDS,
  MOMENT_KINDS,
  ORGANISATION_MOMENT_KINDS,
  PROMISE_BY,
  REVIVAL_RATINGS,
} from '../../domain/words.ts';
import { DONE } from '../errors.ts';
import { renderAsking } from '../render/asking.ts';
import type { Session } from '../session.ts';
import { checkCircle } from './circles.ts';
import { acted, type Command, flagOf, optionalTextOf, optionOf, textOf, whoOf, wordOf } from './command.ts';

/** Someone new, and what to remember of people. */

export const add: Command = async (session, given) => {
  const { context, out } = session;
  const [email, phone, circle, rhythm, channel] = ['email', 'phone', 'circle', 'rhythm', 'channel'].map((name) =>
    optionOf(given, name),
  );
  if (circle !== undefined && !flagOf(given, 'newCircle')) await checkCircle(session, circle);
  const { addPerson } = await import('../../services/people.service.ts');
  const { stepId, message, id } = await addPerson(context, {
    name: textOf(given, 0),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(circle === undefined ? {} : { circle }),
    ...(rhythm === undefined ? {} : { rhythmDays: parseRhythm(rhythm) }),
    ...(channel === undefined ? {} : { channel: wordOf(channel, CHANNELS, 'channel') }),
  });
  // A script wants the id and nothing else; a reader also a sentence.
  await out.answer({ stepId, message, id: id ?? null }, (act) =>
    out.isTerminal ? `${act.message}\n${act.id}\n` : `${act.id}\n`,
  );
  return DONE;
};

export const fact: Command = async (session, given) => {
  const kind = wordOf(textOf(given, 1), FACT_KINDS, 'kind of fact');
  const { id } = await whoOf(session, textOf(given, 0));
  const { addFact } = await import('../../services/memory.service.ts');
  return acted(
    session,
    await addFact(session.context, id, { kind, text: textOf(given, 2), private: flagOf(given, 'private') }),
  );
};

export const moment: Command = async (session, given) => {
  const kind = wordOf(textOf(given, 1), MOMENT_KINDS, 'kind of moment');
  const date = optionOf(given, 'date');
  const day = date === undefined ? {} : { date: await session.day(date) };
  const { id } = await whoOf(session, textOf(given, 0));
  const { addMoment } = await import('../../services/moments.service.ts');
  return acted(session, await addMoment(session.context, id, { kind, text: textOf(given, 2), ...day }));
};

/** News of an organisation, for those who are there now. */
export const company: Command = async (session, given) => {
  const kind = wordOf(textOf(given, 1), ORGANISATION_MOMENT_KINDS, 'kind of news');
  const date = optionOf(given, 'date');
  const day = date === undefined ? {} : { date: await session.day(date) };
  const { addOrganisationMoment } = await import('../../services/moments.service.ts');
  const news = { organisation: textOf(given, 0), kind, text: textOf(given, 2), ...day };
  return acted(session, await addOrganisationMoment(session.context, news));
};

/** How it was to be in touch again after years. */
export const wake: Command = async (session, given) => {
  const rating = wordOf(textOf(given, 1), REVIVAL_RATINGS, 'word for how it was');
  const { id } = await whoOf(session, textOf(given, 0));
  const { rateWaking } = await import('../../services/waking.service.ts');
  return acted(session, await rateWaking(session.context, id, rating));
};

export const exchange: Command = async (session, given) => {
  const kind = wordOf(textOf(given, 1), EXCHANGE_KINDS, 'kind of entry');
  const date = optionOf(given, 'date');
  const day = date === undefined ? {} : { date: await session.day(date) };
  const { id } = await whoOf(session, textOf(given, 0));
  const { addExchange } = await import('../../services/giving.service.ts');
  return acted(session, await addExchange(session.context, id, { kind, text: textOf(given, 2), ...day }));
};

/** Shows; asks nobody. */
export const died: Command = async (session, given) => {
  const said = optionOf(given, 'date');
  const date = said === undefined ? undefined : await dateOfDeath(session, said);
  const { id } = await whoOf(session, textOf(given, 0));
  const { noteDeath } = await import('../../services/people.service.ts');
  return acted(session, await noteDeath(session.context, id, date));
};

/** A day, or what is known of it: a month or a year. */
async function dateOfDeath(session: Session, said: string): Promise<PartialDate> {
  const [, knownYear, knownMonth] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(said) ?? [];
  if (knownYear !== undefined)
    return { year: Number(knownYear), ...(knownMonth === undefined ? {} : { month: Number(knownMonth) }) };
  const { year, month, day } = toPlainDate(await session.day(said));
  return { year, month, day };
}

export const ask: Command = async (session, given) => {
  const { id, name } = await whoOf(session, textOf(given, 0));
  const { askPerson } = await import('../../services/giving.service.ts');
  const before = await askPerson(session.context, id, optionalTextOf(given, 1) ?? '');
  const page = await session.page();
  await session.out.answer(before, (found) => renderAsking(found, { name, page }));
  return DONE;
};

export const promise: Command = async (session, given) => {
  const by = wordOf(optionOf(given, 'by') ?? 'me', PROMISE_BY, 'side');
  const due = optionOf(given, 'due');
  const day = due === undefined ? null : await session.day(due);
  const { id } = await whoOf(session, textOf(given, 0));
  const { addPromise } = await import('../../services/memory.service.ts');
  return acted(session, await addPromise(session.context, id, { by, text: textOf(given, 1), due: day }));
};
