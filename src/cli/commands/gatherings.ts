import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text as textFrom } from 'node:stream/consumers';
import type { Gathering, MetResult } from '../../contract/gathering-shapes.ts';
import { cannotWrite } from '../../domain/disk-errors.ts';
import { AppError } from '../../domain/errors.ts';
import { EVERY, ruleOfEvery } from '../../domain/gatherings/every.ts';
import { GATHERING_KINDS } from '../../domain/words.ts';
import type { CalendarFile } from '../../services/gathering-calendar.service.ts';
import { DONE, type ExitCode, FAILED } from '../errors.ts';
import { parseHour } from '../parse.ts';
import {
  renderFollowUps,
  renderGathering,
  renderGatherings,
  renderGuests,
  renderInvitations,
  renderToMeet,
} from '../render/gatherings.ts';
import type { Session } from '../session.ts';
import { acted, type Command, flagOf, optionalTextOf, optionOf, textOf, textsOf, whoOf, wordOf } from './command.ts';

/** Conferences, mixers and dinners: who is there, whom one met, and what to do about it. */

const ANSWERS = { yes: 'coming', no: 'declined', invited: 'invited' } as const;

export const addGathering: Command = async (session, given) => {
  const { context } = session;
  const since = await session.day(textOf(given, 1));
  const until = optionalTextOf(given, 2);
  const [every, hour, place, note] = ['every', 'at', 'place', 'note'].map((name) => optionOf(given, name));
  const rule = every === undefined ? undefined : ruleOfEvery(every, since);
  if (every !== undefined && rule === undefined)
    throw new AppError('invalid', `“${every}” is no way to return. Say ${EVERY.join(', ')}, or an RRULE.`);
  const { getSettings } = await import('../../services/settings.service.ts');
  const { zone } = await getSettings(context);
  const service = await import('../../services/gatherings.service.ts');
  return acted(
    session,
    await service.addGathering(context, {
      kind: wordOf(optionOf(given, 'kind') ?? 'other', GATHERING_KINDS, 'kind of gathering'),
      name: textOf(given, 0),
      since,
      ...(until === undefined ? {} : { until: await session.day(until) }),
      ...(hour === undefined ? {} : { at: parseHour(hour, since, zone) }),
      ...(rule === undefined ? {} : { rule }),
      ...(place === undefined ? {} : { place }),
      ...(note === undefined ? {} : { note }),
    }),
  );
};

export const listGatherings: Command = async ({ context, out, page }) => {
  const service = await import('../../services/gatherings.service.ts');
  const { gatherings } = await service.listGatherings(context);
  await out.answer(gatherings, async (shown: readonly Gathering[]) => renderGatherings(shown, await page()));
  return DONE;
};

export const showGathering: Command = async (session, given) => {
  const { getGathering } = await import('../../services/gatherings.service.ts');
  const answer = await getGathering(
    session.context,
    await idOf(session, textOf(given, 0)),
    await dateOf(session, given),
  );
  await session.out.answer(answer, async (shown) => renderGathering(shown, await session.page()));
  return DONE;
};

export const removeGathering: Command = async (session, given) => {
  const { deleteGathering } = await import('../../services/gatherings.service.ts');
  return acted(session, await deleteGathering(session.context, await idOf(session, textOf(given, 0))));
};

export const attendees: Command = async (session, given) => {
  const id = await idOf(session, textOf(given, 0));
  const path = textOf(given, 1);
  const text = path === '-' ? await textFrom(session.host.stdin) : await readList(resolve(session.host.cwd, path));
  const { addAttendees } = await import('../../services/attendees.service.ts');
  return acted(session, await addAttendees(session.context, id, { text, ...(await ofDate(session, given)) }));
};

async function readList(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('not-found', `${path} cannot be read. Say a text file with one name a line, or - for stdin.`, {
      cause,
    });
  });
}

export const invite: Command = async (session, given) => {
  const id = await idOf(session, textOf(given, 0));
  const people: string[] = [];
  for (const who of textsOf(given, 1)) people.push((await whoOf(session, who)).id);
  const { addAttendees } = await import('../../services/attendees.service.ts');
  const input = { people, part: 'invited' as const, ...(await ofDate(session, given)) };
  return acted(session, await addAttendees(session.context, id, input));
};

export const answerOf: Command = async (session, given) => {
  const word = wordOf(textOf(given, 2), ['yes', 'no', 'invited'] as const, 'answer');
  return change(session, given, { part: ANSWERS[word] });
};

export const want: Command = async (session, given) => {
  const say = optionalTextOf(given, 2);
  return change(session, given, { wanted: !flagOf(given, 'not'), ...(say === undefined ? {} : { say }) });
};

async function change(
  session: Session,
  given: Parameters<Command>[1],
  patch: { part?: 'coming' | 'declined' | 'invited'; wanted?: boolean; say?: string },
) {
  const id = await idOf(session, textOf(given, 0));
  const { name, id: personId } = await whoOf(session, textOf(given, 1));
  const { getGathering } = await import('../../services/gatherings.service.ts');
  const { attendees: list } = await getGathering(session.context, id, await dateOf(session, given));
  const line = list.find(({ person }) => person?.id === personId);
  if (line === undefined)
    throw new AppError('not-found', `${name} is not on this list. Put them on it: tendril gathering invite`);
  const { updateAttendee } = await import('../../services/attendees.service.ts');
  return acted(session, await updateAttendee(session.context, line.id, patch));
}

export const met: Command = async (session, given) => {
  const { context, out } = session;
  const id = await idOf(session, textOf(given, 0));
  const on = optionOf(given, 'day');
  const { metThere } = await import('../../services/met-there.service.ts');
  const result = await metThere(context, id, {
    text: textOf(given, 1),
    ...(await ofDate(session, given)),
    ...(on === undefined ? {} : { on: await session.day(on) }),
  });
  await out.answer(result, ({ message }: MetResult) => (result.questions.length > 0 ? '' : `${message}\n`));
  if (result.questions.length === 0) return DONE;
  for (const { text, candidates } of result.questions)
    out.notice(
      `${text} ${candidates.map(({ name, headline }) => (headline ? `${name} (${headline})` : name)).join(', ')}.`,
    );
  out.notice('Nothing was saved. Write more of the name.');
  return FAILED;
};

export const meet: Command = async (session, given) => {
  const { getWhomToMeet } = await import('../../services/whom-to-meet.service.ts');
  const answer = await getWhomToMeet(
    session.context,
    await idOf(session, textOf(given, 0)),
    await dateOf(session, given),
  );
  await session.out.answer(answer, async (shown) => renderToMeet(shown.people, shown.further, await session.page()));
  return DONE;
};

export const followUps: Command = async (session, given) => {
  const { gatheringFollowUps } = await import('../../services/met-there.service.ts');
  const id = await idOf(session, textOf(given, 0));
  const { people } = await gatheringFollowUps(session.context, id, await dateOf(session, given));
  await session.out.answer(people, async (shown) => renderFollowUps(shown, await session.page()));
  return DONE;
};

export const guests: Command = async (session, given) => {
  const { getGuestIdeas } = await import('../../services/hosting.service.ts');
  const id = await idOf(session, textOf(given, 0));
  const answer = await getGuestIdeas(session.context, id, { date: await dateOf(session, given) });
  await session.out.answer(answer.guests, async (shown) => renderGuests(shown, await session.page()));
  return DONE;
};

export const invitations: Command = async (session, given) => {
  const { getInvitations } = await import('../../services/hosting.service.ts');
  const id = await idOf(session, textOf(given, 0));
  const { people } = await getInvitations(session.context, id, await dateOf(session, given));
  await session.out.answer(people, async (shown) => renderInvitations(shown, await session.page()));
  return DONE;
};

export const ics: Command = async (session, given) => {
  const { gatheringFile } = await import('../../services/gathering-calendar.service.ts');
  const id = await idOf(session, textOf(given, 0));
  return writeCalendarFile(
    session,
    await gatheringFile(session.context, id, await dateOf(session, given)),
    optionalTextOf(given, 1),
  );
};

/** To a file, or to stdout. */
export async function writeCalendarFile(session: Session, file: CalendarFile, path = file.fileName): Promise<ExitCode> {
  const { host, out } = session;
  if (path === '-') {
    if (out.json) throw new AppError('invalid', 'With --json only JSON goes to stdout: name a file.');
    out.print(file.text);
    return DONE;
  }
  const target = resolve(host.cwd, path);
  await writeFile(target, file.text).catch((cause: unknown) => {
    throw cannotWrite(target, cause);
  });
  await out.answer({ path: target, bytes: Buffer.byteLength(file.text) }, () => `Written to ${path}.\n`);
  return DONE;
}

async function idOf({ context }: Session, said: string): Promise<string> {
  const { scopeOf, todayOf } = await import('../../services/context.ts');
  const { findGathering } = await import('../../services/gathering-rows.ts');
  return (await findGathering(scopeOf(context), said, await todayOf(context))).id;
}

async function dateOf(session: Session, given: Parameters<Command>[1]): Promise<string | undefined> {
  const date = optionOf(given, 'date');
  return date === undefined ? undefined : session.day(date);
}

async function ofDate(session: Session, given: Parameters<Command>[1]): Promise<{ date?: string }> {
  const date = await dateOf(session, given);
  return date === undefined ? {} : { date };
}
