import { AppError } from '../../domain/errors.ts';
import { CHANNELS, REASON_KINDS, type ReasonKind } from '../../domain/words.ts';
import type { Session } from '../session.ts';
import { acted, type Command, flagOf, optionOf, textOf, whoOf, wordOf } from './command.ts';

/** What one does about a person: been in touch, later, not this time, not for now. */

const service = () => import('../../services/keeping.service.ts');

export const done: Command = async (session, given) => {
  const { id, name } = await whoOf(session, textOf(given, 0));
  const channel = optionOf(given, 'channel');
  const date = optionOf(given, 'date');
  const summary = optionOf(given, 'note');
  const words = optionOf(given, 'words');
  const introduction = flagOf(given, 'introduction')
    ? (await reasonOf(session, { id, name }, 'introduction')).key.split(':')[1]
    : undefined;
  const keeping = await service();
  const touch = {
    ...(channel === undefined ? {} : { channel: wordOf(channel, CHANNELS, 'channel') }),
    ...(date === undefined ? {} : { date: await session.day(date) }),
    ...(summary === undefined ? {} : { summary }),
    ...(words === undefined ? {} : { words: { text: words, edited: true } }),
    ...(introduction === undefined ? {} : { introduction }),
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
  const reason = await reasonOf(session, { id, name }, kind);
  return acted(session, await (await service()).dismiss(session.context, id, reason.key));
};

async function reasonOf(
  session: Session,
  { id, name }: { readonly id: string; readonly name: string },
  kind: ReasonKind,
): Promise<{ readonly key: string }> {
  const { getPersonPage } = await import('../../services/person-page.service.ts');
  const { reasons } = await getPersonPage(session.context, id);
  const reason = reasons.find((each) => each.kind === kind);
  if (reason) return reason;
  const there = reasons.map((each) => each.kind).join(', ');
  throw new AppError(
    'not-found',
    `${name} has no reason of the kind ${kind} today.${there === '' ? '' : ` There is: ${there}.`}`,
  );
}

export const remind: Command = async (session, given) => {
  const date = await session.day(textOf(given, 1));
  const { id } = await whoOf(session, textOf(given, 0));
  const { addReminder } = await import('../../services/memory.service.ts');
  return acted(session, await addReminder(session.context, id, { date, text: textOf(given, 2) }));
};
