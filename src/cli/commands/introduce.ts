import type { Introduction } from '../../contract/shapes.ts';
import { AppError } from '../../domain/errors.ts';
import { CHANNELS, INTRODUCTION_SIDES, type IntroductionAct } from '../../domain/words.ts';
import { DONE } from '../errors.ts';
import { renderIntroductions, renderSuggestions } from '../render/introductions.ts';
import type { Session } from '../session.ts';
import {
  acted,
  type Command,
  flagOf,
  type Given,
  limitOf,
  optionalTextOf,
  optionOf,
  textOf,
  whoOf,
  wordOf,
} from './command.ts';

/** Introductions: whom to bring together, and how far each has come. */

const service = () => import('../../services/introductions.service.ts');

async function personIn(session: Session, given: Given): Promise<{ person?: string }> {
  const who = optionalTextOf(given, 0);
  return who === undefined ? {} : { person: (await whoOf(session, who)).id };
}

export const suggest: Command = async (session, given) => {
  const { suggestIntroductions } = await import('../../services/introduction-suggestions.service.ts');
  const ideas = await suggestIntroductions(session.context, {
    ...(await personIn(session, given)),
    limit: limitOf(given),
  });
  const page = await session.page();
  await session.out.answer(ideas, (found) => renderSuggestions(found, page));
  return DONE;
};

export const list: Command = async (session, given) => {
  const { introductions } = await (await service()).listIntroductions(session.context, await personIn(session, given));
  const page = await session.page();
  await session.out.answer(introductions, (found) => renderIntroductions(found, page));
  return DONE;
};

export const add: Command = async (session, given) => {
  const [first, second] = [await whoOf(session, textOf(given, 0)), await whoOf(session, textOf(given, 1))];
  const date = optionOf(given, 'date');
  return acted(
    session,
    await (await service()).addIntroduction(session.context, {
      first: first.id,
      second: second.id,
      whyFirst: optionOf(given, 'whyFirst'),
      whySecond: optionOf(given, 'whySecond'),
      as: flagOf(given, 'made') ? 'made' : flagOf(given, 'never') ? 'dismissed' : 'idea',
      ...(date === undefined ? {} : { date: await session.day(date) }),
    }),
  );
};

/** One step of the introduction that is meant. */
export const moving =
  (act: IntroductionAct): Command =>
  async (session, given) => {
    const { id } = await meant(session, given, act);
    const [date, channel, by] = ['date', 'channel', 'by'].map((name) => optionOf(given, name));
    return acted(
      session,
      await (await service()).moveIntroduction(session.context, id, {
        act,
        ...(act === 'outcome' ? { text: textOf(given, 2) } : {}),
        ...(date === undefined ? {} : { date: await session.day(date) }),
        ...(channel === undefined ? {} : { channel: wordOf(channel, CHANNELS, 'channel') }),
        ...(by === undefined ? {} : { by: wordOf(by, INTRODUCTION_SIDES, 'side') }),
      }),
    );
  };

/** Found by one of the two where that is enough, else by both: the one for which it is time, before others. */
async function meant(session: Session, given: Given, act: IntroductionAct): Promise<Introduction> {
  const one = await whoOf(session, textOf(given, 0));
  const otherName = optionalTextOf(given, 1);
  const other = otherName === undefined ? undefined : await whoOf(session, otherName);
  const { introductions } = await (await service()).listIntroductions(session.context, { person: one.id });
  const between = introductions.filter(
    ({ first, second }) => other === undefined || first.id === other.id || second.id === other.id,
  );
  const timely = between.filter(({ acts }) => acts.includes(act));
  const [found, another] = timely.length > 0 ? timely : between;
  if (found === undefined)
    throw new AppError(
      'not-found',
      `There is no introduction of ${one.name}${other ? ` and ${other.name}` : ''}. Begin one: tendril introduce add WHO WHO`,
    );
  if (another !== undefined && other === undefined)
    throw new AppError('ambiguous', `${one.name} is in several introductions. Name the other of the two as well.`);
  return found;
}
