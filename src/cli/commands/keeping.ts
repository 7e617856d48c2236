import { AppError } from '../../domain/errors.ts';
import { CHANNELS, REASON_KINDS } from '../../domain/words.ts';
import { acted, type Command, optionOf, textOf, whoOf, wordOf } from './command.ts';

/** What one does about a person: been in touch, later, not this time, not for now. */

const service = () => import('../../services/keeping.service.ts');

export const done: Command = async (session, given) => {
  const { id } = await whoOf(session, textOf(given, 0));
  const channel = optionOf(given, 'channel');
  const date = optionOf(given, 'date');
  const summary = optionOf(given, 'note');
  const words = optionOf(given, 'words');
  const keeping = await service();
  const touch = {
    ...(channel === undefined ? {} : { channel: wordOf(channel, CHANNELS, 'channel') }),
    ...(date === undefined ? {} : { date: await session.day(date) }),
    ...(summary === undefined ? {} : { summary }),
    ...(words === undefined ? {} : { words: { text: words, edited: true } }),
  };
  return acted(session, await keeping.done(session.context, id, touch));
};

export const snooze: Command = async (session, given) => {
  const until = await session.day(optionOf(given, 'until') ?? '');
  const { id } = await whoOf(session, textOf(given, 0));
  return acted(session, await (await service()).snooze(session.context, id, until));
};

export const skip: Command = async (session, given) => {
  const { id } = await whoOf(session, textOf(given, 0));
  return acted(session, await (await service()).skip(session.context, id));
};

export const pause: Command = async (session, given) => {
  const until = optionOf(given, 'until');
  const day = until === undefined ? undefined : await session.day(until);
  const { id } = await whoOf(session, textOf(given, 0));
  return acted(session, await (await service()).pause(session.context, id, day));
};

export const resume: Command = async (session, given) => {
  const { id } = await whoOf(session, textOf(given, 0));
  return acted(session, await (await service()).resume(session.context, id));
};

export const dismiss: Command = async (session, given) => {
  const kind = wordOf(textOf(given, 1), REASON_KINDS, 'reason');
  const { id, name } = await whoOf(session, textOf(given, 0));
  const { getPersonPage } = await import('../../services/person-page.service.ts');
  const { reasons } = await getPersonPage(session.context, id);
  const reason = reasons.find((each) => each.kind === kind);
  if (!reason) {
    const there = reasons.map((each) => each.kind).join(', ');
    throw new AppError(
      'not-found',
      `${name} has no reason of the kind ${kind} today.${there === '' ? '' : ` There is: ${there}.`}`,
    );
  }
  return acted(session, await (await service()).dismiss(session.context, id, reason.key));
};

export const remind: Command = async (session, given) => {
  const date = await session.day(textOf(given, 1));
  const { id } = await whoOf(session, textOf(given, 0));
  const { addReminder } = await import('../../services/memory.service.ts');
  return acted(session, await addReminder(session.context, id, { date, text: textOf(given, 2) }));
};
