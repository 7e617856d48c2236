import type { Capture, CapturedThing, PersonRef } from '../../domain/capture/capture.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { termsOf } from '../../domain/matching/terms.ts';
import { upperFirst } from '../../domain/today/phrases.ts';
import type { Channel } from '../../domain/words.ts';
import type { Writer } from '../../storage/feed.ts';
import { listResourceRows, resourcesById } from '../../storage/repositories/resource.repository.ts';
import type { ResourceTable } from '../../storage/schema.ts';
import type { Context } from '../context.ts';
import { nameOf } from '../memory.service.ts';
import { keep, madeFrom } from '../resources.service.ts';
import { insertShare } from '../shares.service.ts';

/** What a captured line says of things to share: a link is kept, and what was sent is shared. */

type Made = Awaited<ReturnType<typeof madeFrom>>['made'];

export interface LookedAt {
  readonly kept?: Made;
  readonly passedOn?: Made;
}

/** How far back one looks for what is meant by “the article on tides”. */
const MOST_LOOKED_AT = 300;

export async function lookAtThings(context: Context, { kept, passedOn }: Capture): Promise<LookedAt> {
  return {
    ...(kept === undefined ? {} : { kept: await madeOf(context, kept) }),
    ...(passedOn === undefined ? {} : { passedOn: await madeOf(context, passedOn) }),
  };
}

async function madeOf(context: Context, { title, address, topic }: CapturedThing): Promise<Made> {
  const { made } = await madeFrom(context, {
    ...(address === undefined ? {} : { url: address }),
    ...(title === '' ? {} : { title: upperFirst(title) }),
    ...(topic === undefined ? {} : { topics: [topic] }),
    ...(address === undefined ? { kind: title.includes('book') ? 'book' : 'article' } : {}),
  });
  return made;
}

export async function saveThings(
  writer: Writer,
  { kept, passedOn }: LookedAt,
  {
    ids,
    touchId,
    today,
    parsed,
  }: { ids: ReadonlyMap<PersonRef, string>; touchId: string; today: CalendarDate; parsed: Capture },
): Promise<void> {
  const people = (thing: CapturedThing | undefined) => (thing?.refs ?? []).flatMap((ref) => ids.get(ref) ?? []);
  if (kept) await keep(writer, kept, { meantFor: people(parsed.kept), today });
  if (!passedOn || touchId === '' || parsed.touch === undefined) return;
  const { date, channel } = parsed.touch;
  const row = await thingMeant(writer, passedOn, { parsed, today });
  // Whoever writes that it was sent has sent it, also when they had it already.
  for (const personId of people(parsed.passedOn))
    await insertShare(writer, row, {
      personId,
      name: await nameOf(writer, personId),
      date,
      channel: channel satisfies Channel,
      again: true,
      touchId,
    });
}

/** The one that is kept and is called so; else it is kept now. */
async function thingMeant(
  writer: Writer,
  made: Made,
  { parsed, today }: { parsed: Capture; today: CalendarDate },
): Promise<ResourceTable> {
  const sought = termsOf(parsed.passedOn?.topic ?? '').map(({ key }) => key);
  const rows = made.url === null ? await listResourceRows(writer, MOST_LOOKED_AT) : [];
  const [only, ...others] = rows.filter(({ title, topics }) => {
    const there = new Set(termsOf(`${title} ${topics}`).map(({ key }) => key));
    return sought.length > 0 && sought.every((key) => there.has(key));
  });
  if (only !== undefined && others.length === 0) return only;
  const { id } = await keep(writer, made, { meantFor: [], today });
  const [row] = await resourcesById(writer, [id]);
  if (!row) throw new Error('What was kept a moment ago is gone.');
  return row;
}
