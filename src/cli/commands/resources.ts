import { CHANNELS, REACTIONS, RESOURCE_KINDS } from '../../domain/words.ts';
import { DONE } from '../errors.ts';
import { renderPersonResources, renderResource, renderResources } from '../render/resources.ts';
import { acted, type Command, flagOf, optionOf, optionsOf, textOf, whoOf, wordOf } from './command.ts';

/** What is kept to be shared, and with whom. */

export const add: Command = async (session, given) => {
  const service = await import('../../services/resources.service.ts');
  const text = textOf(given, 0);
  const isAddress = /^https?:\/\//i.test(text);
  const [title, kind] = [optionOf(given, 'title'), optionOf(given, 'kind')];
  const topics = optionsOf(given, 'topic');
  const people = [];
  for (const who of optionsOf(given, 'for')) people.push((await whoOf(session, who)).id);
  return acted(
    session,
    await service.addResource(session.context, {
      ...(isAddress ? { url: text, ...(title === undefined ? {} : { title }) } : { title: text }),
      ...(kind === undefined ? {} : { kind: wordOf(kind, RESOURCE_KINDS, 'kind') }),
      ...(topics.length === 0 ? {} : { topics: [...topics] }),
      ...(people.length === 0 ? {} : { for: people }),
    }),
  );
};

export const list: Command = async ({ context, out, page }) => {
  const service = await import('../../services/resources.service.ts');
  const { resources } = await service.listResources(context, {});
  await out.answer(resources, async (shown) => renderResources(shown, await page()));
  return DONE;
};

export const remove: Command = async (session, given) => {
  const service = await import('../../services/resources.service.ts');
  const { id } = await service.findResource(session.context, textOf(given, 0));
  return acted(session, await service.deleteResource(session.context, id));
};

/** Whom it would suit. */
export const who: Command = async ({ context, out, page }, given) => {
  const service = await import('../../services/resources.service.ts');
  const { id } = await service.findResource(context, textOf(given, 0));
  await out.answer(await service.getResource(context, id), async (shown) => renderResource(shown, await page()));
  return DONE;
};

/** What there is for somebody. */
export const forWho: Command = async (session, given) => {
  const { context, out, page } = session;
  const { id } = await whoOf(session, textOf(given, 0));
  const { resourcesFor } = await import('../../services/resources.service.ts');
  await out.answer(await resourcesFor(context, id), async (shown) => renderPersonResources(shown, await page()));
  return DONE;
};

export const share: Command = async (session, given) => {
  const service = await import('../../services/resources.service.ts');
  const { id } = await service.findResource(session.context, textOf(given, 0));
  const { id: personId } = await whoOf(session, textOf(given, 1));
  const date = optionOf(given, 'date');
  const channel = optionOf(given, 'channel');
  const { shareResource } = await import('../../services/shares.service.ts');
  return acted(
    session,
    await shareResource(session.context, id, {
      personId,
      again: flagOf(given, 'again'),
      later: flagOf(given, 'later'),
      ...(date === undefined ? {} : { date: await session.day(date) }),
      ...(channel === undefined ? {} : { channel: wordOf(channel, CHANNELS, 'channel') }),
    }),
  );
};

export const reaction: Command = async (session, given) => {
  const service = await import('../../services/resources.service.ts');
  const { id } = await service.findResource(session.context, textOf(given, 0));
  const { id: personId, name } = await whoOf(session, textOf(given, 1));
  const shares = await import('../../services/shares.service.ts');
  const said = optionOf(given, 'said');
  const what = wordOf(textOf(given, 2), REACTIONS, 'reaction');
  const shareId = await shares.findShare(session.context, { resourceId: id, personId, name });
  return acted(
    session,
    await shares.updateShare(session.context, shareId, { reaction: what, ...(said === undefined ? {} : { said }) }),
  );
};
