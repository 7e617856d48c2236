import { AppError } from '../../domain/errors.ts';
import { fold } from '../../domain/fold.ts';
import { parseRhythm } from '../../domain/keeping/rhythm.ts';
import { allowedSlips, distance } from '../../domain/slips.ts';
import { DONE, type ExitCode, FAILED, reportFailure, WRONG_USAGE } from '../errors.ts';
import { parseNumber } from '../parse.ts';
import { renderCircles } from '../render/small.ts';
import type { Session } from '../session.ts';
import { acted, type Command, type Given, optionOf, textOf, textsOf, whoOf } from './command.ts';

/** Circles: their rhythms and sizes, and who is in them. */

const service = () => import('../../services/circles.service.ts');

export const setCircle: Command = async (session, given) => {
  const [every, size] = [optionOf(given, 'every'), optionOf(given, 'size')];
  const circles = await service();
  const act = await circles.setCircle(session.context, {
    name: textOf(given, 0),
    ...(every === undefined ? {} : { rhythmDays: parseRhythm(every) }),
    ...(size === undefined ? {} : { size: parseNumber(size, { what: 'size', least: 1, most: 10_000 }) }),
  });
  return acted(session, act);
};

export const listCircles: Command = async (session) => {
  const circles = await (await service()).listCircles(session.context);
  await session.out.answer(circles, async (shown) => renderCircles(shown, await session.page()));
  return DONE;
};

export const addToCircle: Command = (session, given) => changeMembers(session, given, 'add');
export const removeFromCircle: Command = (session, given) => changeMembers(session, given, 'remove');

/** One step for everyone named; with one name that fits nobody or several, nothing is changed. */
async function changeMembers(session: Session, given: Given, change: 'add' | 'remove'): Promise<ExitCode> {
  const { context, out } = session;
  const circles = await service();
  const name = textOf(given, 0);
  const ids: string[] = [];
  const codes: ExitCode[] = [];
  for (const who of textsOf(given, 1)) {
    try {
      ids.push((await whoOf(session, who)).id);
    } catch (error) {
      codes.push(reportFailure(error, out));
    }
  }
  if (codes.length > 0) return codes.includes(WRONG_USAGE) ? WRONG_USAGE : FAILED;
  const circleId = await circleIdOf(session, name, change);
  return acted(session, await circles.changeMembers(context, circleId, { [change]: ids }));
}

/** The circle of that name; putting people into one that is not there makes it, and says so. */
async function circleIdOf({ context, out }: Session, name: string, change: 'add' | 'remove'): Promise<string> {
  const circles = await service();
  const { circles: there } = await circles.listCircles(context);
  const found = there.find((circle) => circle.id === name || fold(circle.name) === fold(name));
  if (found) return found.id;
  if (change === 'remove')
    throw circles.noSuchCircle(
      name,
      there.map((circle) => circle.name),
    );
  const { id } = await circles.setCircle(context, { name });
  if (id === undefined) throw new AppError('internal', 'The new circle has no id.');
  out.notice(newCircleNotice(name));
  return id;
}

/**
 * A circle that is neither there nor offered is made, and that is said; not so when one of nearly the same name is there.
 * @throws AppError `not-found` with the name that may have been meant
 */
export async function checkCircle({ context, out }: Session, name: string): Promise<void> {
  const { listCircles, noSuchCircle } = await service();
  const { circles, offered } = await listCircles(context);
  const names = [...circles, ...offered].map((circle) => circle.name);
  if (circles.some(({ id }) => id === name) || names.some((each) => fold(each) === fold(name))) return;
  const wanted = fold(name);
  if (names.some((each) => distance(wanted, fold(each)) <= allowedSlips(wanted)))
    throw noSuchCircle(name, names, 'To make it, say --new-circle as well.');
  out.notice(newCircleNotice(name));
}

const newCircleNotice = (name: string) =>
  `The circle ${name} is new. Give it a rhythm: tendril circle set "${name}" --every 30d`;
