import type { Step, TodayShape } from '../../contract/shapes.ts';
import { AppError } from '../../domain/errors.ts';
import { DONE } from '../errors.ts';
import { parseNumber } from '../parse.ts';
import { renderFound } from '../render/find.ts';
import { renderHistory } from '../render/history.ts';
import { renderPeople } from '../render/people.ts';
import { renderPerson } from '../render/person.ts';
import { renderPrep } from '../render/prep.ts';
import { renderToday } from '../render/today.ts';
import { renderYear } from '../render/year.ts';
import type { Session } from '../session.ts';
import { filterOf } from './chosen.ts';
import { type Command, flagOf, limitOf, optionalTextOf, textOf, textsOf, whoOf } from './command.ts';

/** Commands that only look. */

export const today: Command = async (session, given) => {
  const { context, out } = session;
  const { getToday } = await import('../../services/today.service.ts');
  const all = flagOf(given, 'all');
  const { date, items, waiting, advice } = await getToday(context, { all });
  const day: TodayShape = { date, items, waiting };
  await out.answer(day, async (shown) => {
    const people = items.length + waiting === 0 ? { people: await countPeople(session) } : {};
    const unanswered = await unansweredOf(session);
    return renderToday(shown, { advice, all, hints: out.isTerminal, unanswered, ...people }, await session.page());
  });
  return DONE;
};

async function unansweredOf({ context }: Session) {
  const { listPlans } = await import('../../services/plans.service.ts');
  return (await listPlans(context)).plans.filter(({ past }) => past);
}

async function countPeople({ context }: Session): Promise<number> {
  const { listPeople } = await import('../../services/people.service.ts');
  return (await listPeople(context, { limit: 1, show: 'all' })).total;
}

export const people: Command = async (session, given) => {
  const { context, out, page } = session;
  const { allPeople, withDialling } = await import('../../services/people.service.ts');
  const limit = limitOf(given);
  const filter = await filterOf(session, given);
  // Everyone, and everyone of a circle, are archived ones too; what the list of the web asks it answers alike.
  const ofCircle = Object.keys(filter ?? {}).every((field) => field === 'circle');
  const rows = await allPeople(context, {
    ...(limit === undefined ? {} : { limit }),
    ...(ofCircle || filter?.saved !== undefined ? {} : { show: 'active' as const }),
    ...filter,
  });
  const answer = out.json ? await withDialling(context, rows) : rows;
  await out.answer(answer, async (shown) => renderPeople(shown, await page(), filter !== undefined));
  return DONE;
};

export const show: Command = async (session, given) => {
  const { context, out } = session;
  const { id } = await whoOf(session, textOf(given, 0));
  const { getPersonPage } = await import('../../services/person-page.service.ts');
  await out.answer(await getPersonPage(context, id), async (person) => renderPerson(person, await session.page()));
  return DONE;
};

export const prep: Command = async (session, given) => {
  const { context, out } = session;
  const whos = textsOf(given, 0);
  const next = flagOf(given, 'next');
  if (next === whos.length > 0)
    throw new AppError('invalid', 'Say whom you are going to meet, or --next for the next meeting that is planned.');
  const { getPrep } = await import('../../services/prep.service.ts');
  const answer = await getPrep(context, next ? {} : { people: await peopleMeant(session, whos) });
  await out.answer(answer, async (shown) => renderPrep(shown, await session.page()));
  return DONE;
};

/** Each word is a person, unless all of them together are somebody’s whole name: it need not be quoted then. */
async function peopleMeant(session: Session, whos: readonly string[]): Promise<string[]> {
  const whole = whos.join(' ');
  if (whos.length > 1 && (await isWholeName(session, whole))) return [(await whoOf(session, whole)).id];
  const ids: string[] = [];
  for (const who of whos) ids.push((await whoOf(session, who)).id);
  return ids;
}

async function isWholeName({ context }: Session, name: string): Promise<boolean> {
  const { hasBearer } = await import('../../services/who.ts');
  return hasBearer(context, name);
}

export const year: Command = async ({ context, out, page }, given) => {
  const asked = optionalTextOf(given, 0);
  const number = asked === undefined ? undefined : parseNumber(asked, { what: 'year', least: 1, most: 9999 });
  const { getYearReview } = await import('../../services/year.service.ts');
  await out.answer(await getYearReview(context, number), async (shown) => renderYear(shown, await page()));
  return DONE;
};

export const find: Command = async ({ context, out, page }, given) => {
  const query = textOf(given, 0);
  const service = await import('../../services/find.service.ts');
  const hits = await service.find(context, query, limitOf(given) ?? 20);
  await out.answer(hits, async (shown) => renderFound(shown, query, await page()));
  return DONE;
};

export const history: Command = async (session, given) => {
  const { context, out } = session;
  const who = optionalTextOf(given, 0);
  const person = who === undefined ? undefined : (await whoOf(session, who)).id;
  const steps = await readHistory(session, { person, limit: limitOf(given) ?? 50 });
  await out.answer(steps, async (shown) => {
    const { getSettings } = await import('../../services/settings.service.ts');
    return renderHistory(shown, (await getSettings(context)).zone, await session.page());
  });
  return DONE;
};

async function readHistory(
  { context }: Session,
  { person, limit }: { person: string | undefined; limit: number },
): Promise<Step[]> {
  const { getHistory } = await import('../../services/history.service.ts');
  const steps: Step[] = [];
  let cursor: string | undefined;
  while (steps.length < limit) {
    const { items, next } = await getHistory(context, { person, cursor, limit: Math.min(200, limit - steps.length) });
    steps.push(...items);
    if (next === null) break;
    cursor = next;
  }
  return steps;
}
