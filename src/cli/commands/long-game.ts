import type { Goal, NewsItem, NewsPage, Outcome, Suggested } from '../../contract/long-game.ts';
import { AppError } from '../../domain/errors.ts';
import { MOST_PER_DAY } from '../../domain/news/telling.ts';
import { CHANNELS, GOAL_STATES, NEWS_KINDS } from '../../domain/words.ts';
import { DONE } from '../errors.ts';
import { parseNumber } from '../parse.ts';
import { renderGoals, renderNews, renderNewsList, renderOutcomes, renderSuggestions } from '../render/long-game.ts';
import { acted, type Command, optionalTextOf, optionOf, optionsOf, textOf, whoOf, wordOf } from './command.ts';

/** One's own news, goals, and what came of ties. */

const news = () => import('../../services/news.service.ts');
const goals = () => import('../../services/goals.service.ts');
const outcomes = () => import('../../services/outcomes.service.ts');

export const addNews: Command = async (session, given) => {
  const kind = wordOf(textOf(given, 0), NEWS_KINDS, 'kind of news');
  const perDay = optionOf(given, 'perDay');
  const date = optionOf(given, 'date');
  const service = await news();
  return acted(
    session,
    await service.addNews(session.context, {
      kind,
      text: textOf(given, 1),
      ...(date === undefined ? {} : { date: await session.day(date) }),
      ...(perDay === undefined
        ? {}
        : { perDay: parseNumber(perDay, { what: 'number', least: 1, most: MOST_PER_DAY }) }),
    }),
  );
};

/** Suggests; with names or a circle it puts them in the row. */
export const newsWho: Command = async (session, given) => {
  const service = await news();
  const { id, text } = await service.findNews(session.context, optionOf(given, 'news'));
  const names = optionsOf(given, 'add');
  const circle = optionOf(given, 'circle');
  if (names.length === 0 && circle === undefined) {
    const people = await service.suggestForNews(session.context, id);
    await session.out.answer(people, async (shown: readonly Suggested[]) =>
      renderSuggestions(shown, { title: `Who would care: ${text}`, page: await session.page() }),
    );
    return DONE;
  }
  const people: string[] = [];
  for (const name of names) people.push((await whoOf(session, name)).id);
  return acted(
    session,
    await service.addNewsPeople(session.context, id, {
      ...(people.length === 0 ? {} : { people }),
      ...(circle === undefined ? {} : { circle: await service.circleNamed(session.context, circle) }),
    }),
  );
};

export const showNews: Command = async (session, given) => {
  const service = await news();
  const { id } = await service.findNews(session.context, optionalTextOf(given, 0));
  const page = await service.getNews(session.context, id);
  await session.out.answer(page, async (shown: NewsPage) => renderNews(shown, await session.page()));
  return DONE;
};

export const tellNews: Command = async (session, given) => {
  const who = await whoOf(session, textOf(given, 0));
  const service = await news();
  const { id } = await service.findNews(session.context, optionOf(given, 'news'));
  const place = await service.findPlace(session.context, id, who);
  const channel = optionOf(given, 'channel');
  const date = optionOf(given, 'date');
  return acted(
    session,
    await service.tellNews(session.context, place, {
      ...(channel === undefined ? {} : { channel: wordOf(channel, CHANNELS, 'channel') }),
      ...(date === undefined ? {} : { date: await session.day(date) }),
    }),
  );
};

export const skipNews: Command = async (session, given) => {
  const who = await whoOf(session, textOf(given, 0));
  const service = await news();
  const { id } = await service.findNews(session.context, optionOf(given, 'news'));
  return acted(session, await service.skipNews(session.context, await service.findPlace(session.context, id, who)));
};

export const closeNews: Command = async (session, given) => {
  const service = await news();
  const { id } = await service.findNews(session.context, optionalTextOf(given, 0));
  return acted(session, await service.updateNews(session.context, id, { closed: true }));
};

export const listNews: Command = async ({ context, out, page }) => {
  const service = await news();
  const items = await service.listNews(context);
  await out.answer(items, async (shown: readonly NewsItem[]) => renderNewsList(shown, await page()));
  return DONE;
};

export const addGoal: Command = async (session, given) => {
  const due = optionOf(given, 'by');
  const service = await goals();
  return acted(
    session,
    await service.addGoal(session.context, {
      text: textOf(given, 0),
      ...(due === undefined ? {} : { due: await session.day(due) }),
    }),
  );
};

export const listGoals: Command = async ({ context, out, page }) => {
  const service = await goals();
  const items = await service.listGoals(context);
  await out.answer(items, async (shown: readonly Goal[]) => renderGoals(shown, await page()));
  return DONE;
};

/** Suggests; with a name it links. */
export const linkGoal: Command = async (session, given) => {
  const service = await goals();
  const { id, text } = await service.findGoal(session.context, textOf(given, 0));
  const who = optionalTextOf(given, 1);
  if (who === undefined) {
    const people = await service.suggestForGoal(session.context, id);
    await session.out.answer(people, async (shown: readonly Suggested[]) =>
      renderSuggestions(shown, { title: `Who could help: ${text}`, page: await session.page() }),
    );
    return DONE;
  }
  const why = optionOf(given, 'why');
  const { id: personId } = await whoOf(session, who);
  return acted(
    session,
    await service.addGoalPerson(session.context, id, { personId, ...(why === undefined ? {} : { why }) }),
  );
};

export const endGoal: Command = async (session, given) => {
  const state = wordOf(optionOf(given, 'as') ?? 'reached', GOAL_STATES, 'state of a goal');
  const service = await goals();
  const { id } = await service.findGoal(session.context, textOf(given, 0));
  return acted(session, await service.updateGoal(session.context, id, { state }));
};

export const addOutcome: Command = async (session, given) => {
  const people: string[] = [];
  const named = optionsOf(given, 'with');
  if (named.length === 0) throw new AppError('invalid', 'Say who had a part in it: --with WHO, once for each.');
  for (const name of named) people.push((await whoOf(session, name)).id);
  const goal = optionOf(given, 'goal');
  const date = optionOf(given, 'date');
  const service = await outcomes();
  return acted(
    session,
    await service.addOutcome(session.context, {
      text: textOf(given, 0),
      people,
      ...(goal === undefined ? {} : { goalId: (await (await goals()).findGoal(session.context, goal)).id }),
      ...(date === undefined ? {} : { date: await session.day(date) }),
    }),
  );
};

export const listOutcomes: Command = async ({ context, out, page }) => {
  const service = await outcomes();
  const items = await service.listOutcomes(context);
  await out.answer(items, async (shown: readonly Outcome[]) => renderOutcomes(shown, await page()));
  return DONE;
};

export const thank: Command = async (session, given) => {
  const { id } = await whoOf(session, textOf(given, 0));
  const channel = optionOf(given, 'channel');
  const service = await import('../../services/thanks.ts');
  return acted(
    session,
    await service.thank(session.context, id, {
      text: textOf(given, 1),
      ...(channel === undefined ? {} : { channel: wordOf(channel, CHANNELS, 'channel') }),
    }),
  );
};
