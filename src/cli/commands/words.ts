import type { Body } from '../../contract/routes.ts';
import { AppError } from '../../domain/errors.ts';
import {
  CARD_PURPOSES,
  CHANNELS,
  DRAFT_KINDS,
  DRAFT_LANGUAGES,
  DRAFT_STYLES,
  NEARNESSES,
  WORDING_USES,
} from '../../domain/words.ts';
import { DONE } from '../errors.ts';
import { parseNumber } from '../parse.ts';
import { renderCards, renderDraft, renderWords } from '../render/drafts.ts';
import { acted, type Command, optionOf, textOf, whoOf, wordOf } from './command.ts';

/** Drafts, the owner's own words, and cards to write by hand. */

/** Shows; sends nothing. */
export const draft: Command = async (session, given) => {
  const { id, name } = await whoOf(session, textOf(given, 0));
  const [kind, channel, about] = ['kind', 'channel', 'about'].map((option) => optionOf(given, option));
  const { draftTo } = await import('../../services/drafts.service.ts');
  const found = await draftTo(session.context, id, {
    ...(kind === undefined ? {} : { kind: wordOf(kind, DRAFT_KINDS, 'kind of draft') }),
    ...(channel === undefined ? {} : { channel: wordOf(channel, CHANNELS, 'channel') }),
    ...(about === undefined ? {} : { about }),
  });
  const page = await session.page();
  await session.out.answer(found, (answer) => renderDraft(answer, { name, page }));
  return DONE;
};

export const listWords: Command = async (session) => {
  const { getWords } = await import('../../services/words.service.ts');
  const words = await getWords(session.context);
  const page = await session.page();
  await session.out.answer(words, (answer) => renderWords(answer, page));
  return DONE;
};

export const addWords: Command = async (session, given) => {
  const [style, near, language] = ['style', 'near', 'language'].map((option) => optionOf(given, option));
  const input: Body<'addWording'> = {
    use: wordOf(textOf(given, 0), WORDING_USES, 'use'),
    text: textOf(given, 1).replaceAll('\\n', '\n'),
    ...(style === undefined ? {} : { style: wordOf(style, WRITTEN_STYLES, 'style') }),
    ...(near === undefined ? {} : { near: wordOf(near, NEARNESSES, 'nearness') }),
    ...(language === undefined ? {} : { language: wordOf(language, DRAFT_LANGUAGES, 'language') }),
  };
  const { addWording } = await import('../../services/words.service.ts');
  return acted(session, await addWording(session.context, input));
};

export const WRITTEN_STYLES = DRAFT_STYLES.filter((style) => style !== 'talk');

/** By its id, or by the words themselves. */
export const removeWords: Command = async (session, given) => {
  const which = textOf(given, 0).replaceAll('\\n', '\n');
  const { getWords, removeWording } = await import('../../services/words.service.ts');
  const { wordings } = await getWords(session.context);
  const found = wordings.filter(({ id, text }) => id === which || text === which);
  const [one, ...others] = found;
  if (one === undefined)
    throw new AppError('not-found', `You have set no words “${which}”. “tendril words list” shows what there is.`);
  if (others.length > 0)
    throw new AppError(
      'ambiguous',
      `“${which}” stands ${found.length} times. Say which by its id: ${found.map(({ id }) => id).join(', ')}.`,
    );
  return acted(session, await removeWording(session.context, one.id));
};

export const cards: Command = async (session, given) => {
  const [purpose, month, circle] = ['for', 'month', 'circle'].map((option) => optionOf(given, option));
  const { listCards } = await import('../../services/cards.service.ts');
  const list = await listCards(session.context, {
    ...(purpose === undefined ? {} : { for: wordOf(purpose, CARD_PURPOSES, 'purpose of a card') }),
    ...(month === undefined ? {} : { month: parseNumber(month, { what: 'month', least: 1, most: 12 }) }),
    ...(circle === undefined ? {} : { circle }),
  });
  const page = await session.page();
  await session.out.answer(list, (answer) => renderCards(answer, page));
  return DONE;
};
