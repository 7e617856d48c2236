import type { Acted, Body, Query } from '../contract/routes.ts';
import type { PersonResources, ReadAddress, ResourceItem, ResourcePage, ShareShown } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { fold, foldTokens } from '../domain/fold.ts';
import { titleFromAddress } from '../domain/resources/address.ts';
import { tidyTopics, topicsOf } from '../domain/resources/topics.ts';
import { shortened } from '../domain/today/phrases.ts';
import type { Channel, Reaction, ResourceKind } from '../domain/words.ts';
import { addressKey, tidyAddress } from '../formats/html/address.ts';
import type { Writer } from '../storage/feed.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import {
  listResourceRows,
  resourceAddresses,
  resourcesById,
  sharesOf,
  sharesOfResources,
} from '../storage/repositories/resource.repository.ts';
import type { ResourceTable, ShareTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { act, type Context, requireWrite, scopeOf, todayOf } from './context.ts';
import { nameOf } from './memory.service.ts';
import { readSettings } from './read-settings.ts';
import { resourcesThatFit, toFitting } from './resources/fitting-people.ts';
import { fitsOf } from './resources/likes.ts';
import { newShare } from './resources/new-share.ts';
import { draftsFor } from './resources/share-drafts.ts';
import { getResourceRow } from './shares.service.ts';

/** What is kept to be shared, whom it suits, who got it, and what they made of it. */

const MOST_LISTED = 500;
/** As many people as one can think of one by one. */
const MOST_PEOPLE = 12;
/** Beyond these nobody reads on. */
const MOST_FOR_PERSON = 8;

/** What an address or a title given by hand becomes. */
interface NewResource {
  readonly url: string | null;
  readonly kind: ResourceKind;
  readonly title: string;
  readonly description: string;
  readonly topics: readonly string[];
}

/** Reads what a page says of itself. What cannot be read is told, and never an error: it is entered by hand then. */
export async function readAddress(context: Context, input: Body<'readAddress'>): Promise<ReadAddress> {
  requireWrite(context);
  const url = requireAddress(input.url);
  const known = await findByAddress(scopeOf(context), url);
  return { ...(await readPage(context, url)), url, known: known ?? null };
}

async function readPage(context: Context, url: string): Promise<Omit<ReadAddress, 'url' | 'known'>> {
  const { readPage: read } = context.store;
  try {
    if (read === undefined) throw new Error('pages are not read here');
    const page = await read(url);
    if (page.title === '') throw new Error('it says no title');
    const { title, description, kind } = page;
    return { title, description, kind, topics: [...topicsOf(page)], problem: null };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const title = titleFromAddress(url);
    const topics = [...topicsOf({ title: title.replace(/ \([^)]*\)$/, ''), description: '', keywords: [] })];
    return { title, description: '', kind: 'link', topics: title.includes(' ') ? topics : [], problem };
  }
}

/**
 * Keeps something to share: an address, whose page is read once where it says no title, or a title alone. The same page is
 * kept once; whom it is meant for is added then.
 */
export async function addResource(context: Context, input: Body<'addResource'>): Promise<Acted> {
  requireWrite(context);
  const today = await todayOf(context);
  const { made, problem } = await madeFrom(context, input);
  const { stepId, result } = await act(
    context,
    { kind: 'resource', title: `Kept “${made.title}” to share` },
    async (writer) => keep(writer, made, { meantFor: input.for ?? [], today }),
  );
  const message = result.known
    ? `“${made.title}” is kept already.`
    : `Kept “${made.title}” to share.${problem === undefined ? '' : ` The page was not read: ${problem}.`}`;
  return { stepId, id: result.id, message };
}

/** What is known of something before it is kept: with an address and no title, as its page says. */
export async function madeFrom(
  context: Context,
  input: Pick<Body<'addResource'>, 'url' | 'title' | 'kind' | 'description' | 'topics'>,
): Promise<{ made: NewResource; problem: string | undefined }> {
  const url = input.url === undefined || input.url === null || input.url === '' ? null : requireAddress(input.url);
  const said = input.title?.trim() ?? '';
  if (url === null && said === '')
    throw new AppError('invalid', 'Say what it is: an address that begins with https://, or a title.');
  if (url === null && /^(?:javascript|data|vbscript|file|ftp|blob|about):\S/i.test(said))
    throw new AppError(
      'invalid',
      `“${shortened(said, 60)}” is no address of a page that can be shared: those begin with https:// or http://. Say such an address, or a title in words.`,
    );
  if (url === null && /^https?:/i.test(said))
    throw new AppError(
      'invalid',
      `“${said}” begins like an address and is none: an address has no spaces and a name with a dot, as https://example.org/page. For a title, leave https:// out.`,
    );
  const page = url !== null && said === '' ? await readPage(context, url) : undefined;
  const title = said || (page?.title ?? '');
  const description = input.description ?? page?.description ?? '';
  const topics = input.topics ?? page?.topics ?? topicsOf({ title, description, keywords: [] });
  return {
    made: {
      url,
      kind: input.kind ?? page?.kind ?? (url === null ? 'book' : 'link'),
      title,
      description,
      topics: tidyTopics(topics),
    },
    problem: page?.problem ?? undefined,
  };
}

/** Keeps it in a step that is open; answers its id, and whether it was here before. */
export async function keep(
  writer: Writer,
  made: NewResource,
  { meantFor, today }: { meantFor: readonly string[]; today: CalendarDate },
): Promise<{ id: string; known: boolean }> {
  const there = made.url === null ? undefined : await findByAddress(writer, made.url);
  const id = there ?? writer.newId();
  if (there === undefined)
    await writer.insert('resource', [{ ...made, id, topics: JSON.stringify(made.topics), added_on: today }]);
  const shares = there === undefined ? [] : await sharesOfResources(writer, [id]);
  const people = new Set(meantFor);
  for (const { person_id } of shares) people.delete(person_id);
  for (const personId of people) await nameOf(writer, personId);
  await writer.insert(
    'share',
    [...people].map((personId) => newShare({ id: writer.newId(), resourceId: id, personId })),
  );
  return { id, known: there !== undefined };
}

export async function updateResource(context: Context, id: string, input: Body<'updateResource'>): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'resource', title: 'Changed a resource' }, async (writer) => {
    const row = await getResourceRow(writer, id);
    const { topics, url, ...rest } = input;
    const title = input.title ?? row.title;
    writer.title = `Changed “${title}”`;
    await writer.updateRow('resource', row, {
      ...rest,
      ...(url === undefined ? {} : { url: url === null || url === '' ? null : requireAddress(url) }),
      ...(topics === undefined ? {} : { topics: JSON.stringify(tidyTopics(topics)) }),
    });
    return title;
  });
  return { stepId, id, message: `“${result}” is changed.` };
}

/** With who got it; that one was in touch then stays, and so does the ledger. */
export async function deleteResource(context: Context, id: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'resource', title: 'Deleted a resource' }, async (writer) => {
    const row = await getResourceRow(writer, id);
    writer.title = `Deleted “${row.title}”`;
    await writer.remove(
      'share',
      (await sharesOfResources(writer, [id])).map((share) => share.id),
    );
    await writer.remove('resource', [id]);
    return row.title;
  });
  return { stepId, message: `“${result}” is deleted.` };
}

/** Everything that is kept, the newest first. */
export async function listResources(
  context: Context,
  query: Query<'listResources'>,
): Promise<{ resources: ResourceItem[] }> {
  const scope = scopeOf(context);
  const words = foldTokens(query.q ?? '');
  const rows = (await listResourceRows(scope, MOST_LISTED)).filter(({ title, topics, url }) => {
    const text = fold([title, topics, url ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
  return { resources: await toItems(scope, rows.slice(0, query.limit ?? MOST_LISTED)) };
}

async function toItems(scope: Scope, rows: readonly ResourceTable[]): Promise<ResourceItem[]> {
  const shares = Map.groupBy(
    await sharesOfResources(
      scope,
      rows.map(({ id }) => id),
    ),
    ({ resource_id }) => resource_id,
  );
  return rows.map((row) => {
    const mine = shares.get(row.id) ?? [];
    return {
      ...shown(row),
      shared: mine.filter(({ shared_on }) => shared_on !== null).length,
      meant: mine.filter(({ shared_on }) => shared_on === null).length,
    };
  });
}

function shown(row: ResourceTable) {
  const { id, url, title, description } = row;
  return {
    id,
    kind: row.kind as ResourceKind,
    url,
    title,
    description,
    topics: JSON.parse(row.topics) as string[],
    addedOn: row.added_on,
  };
}

/** One resource: who would value it and why, each with a draft of their own, and who got it. */
export async function getResource(context: Context, id: string): Promise<ResourcePage> {
  const scope = scopeOf(context);
  const row = await getResourceRow(scope, id);
  const today = await todayOf(context);
  const shares = await sharesOfResources(scope, [id]);
  const got = new Set(shares.flatMap((share) => (share.shared_on === null ? [] : [share.person_id])));
  const meant = shares.flatMap((share) => (share.shared_on === null ? [share.person_id] : []));
  const fits = (await fitsOf(scope, row, today)).filter(({ personId }) => !got.has(personId));
  const fitBy = new Map(fits.map((fit) => [fit.personId, fit]));
  const closeness = new Map(
    (
      await findStates(
        scope,
        fits.map(({ personId }) => personId),
      )
    ).map((state) => [state.person_id, state.closeness]),
  );
  // Of two whom it suits alike, the closer first.
  const worth = ({ personId, score }: { personId: string; score: number }) =>
    score * (1 + 0.3 * (closeness.get(personId) ?? 0));
  const others = fits.filter(({ personId }) => !meant.includes(personId)).sort((a, b) => worth(b) - worth(a));
  const chosen = [...meant, ...others.map(({ personId }) => personId)].slice(0, MOST_PEOPLE);
  const settings = await readSettings(scope);
  const drafted = await draftsFor(context, scope, {
    settings,
    today,
    things: chosen.map((personId) => ({
      personId,
      resource: toFitting(row, fitBy.get(personId), meant.includes(personId)),
    })),
  });
  return {
    ...shown(row),
    people: drafted.map(({ fit }) => fit),
    further: meant.length + others.length - chosen.length,
    shares: await toShares(
      scope,
      shares.filter(({ shared_on }) => shared_on !== null),
    ),
  };
}

async function toShares(scope: Scope, rows: readonly ShareTable[]): Promise<ShareShown[]> {
  const states = new Map(
    (await findStates(scope, [...new Set(rows.map(({ person_id }) => person_id))])).map((state) => [
      state.person_id,
      state,
    ]),
  );
  const resources = new Map(
    (await resourcesById(scope, [...new Set(rows.map(({ resource_id }) => resource_id))])).map((row) => [row.id, row]),
  );
  return rows
    .map((row) => ({
      id: row.id,
      resourceId: row.resource_id,
      title: resources.get(row.resource_id)?.title ?? '',
      personId: row.person_id,
      name: states.get(row.person_id)?.name ?? '',
      sharedOn: row.shared_on,
      channel: row.channel as Channel | null,
      reaction: row.reaction as Reaction | null,
      said: row.said,
    }))
    .sort((a, b) => ((a.sharedOn ?? '') < (b.sharedOn ?? '') ? 1 : -1));
}

/** What one has for somebody: what is kept and suits them, and what they got. */
export async function resourcesFor(context: Context, personId: string): Promise<PersonResources> {
  const scope = scopeOf(context);
  const name = await nameOf(scope, personId);
  const today = await todayOf(context);
  const settings = await readSettings(scope);
  const fitting = (await resourcesThatFit(scope, personId, today)).slice(0, MOST_FOR_PERSON);
  const rows = new Map(fitting.map(({ row }) => [row.id, row]));
  const drafted = await draftsFor(context, scope, {
    settings,
    today,
    things: fitting.map(({ row, fit, meant }) => ({ personId, resource: toFitting(row, fit, meant) })),
  });
  const shares = (await sharesOf(scope, [personId])).filter(({ shared_on }) => shared_on !== null);
  return {
    personId,
    name,
    resources: drafted.flatMap(({ thing, fit }) => {
      const row = rows.get(thing.resource.id);
      return row === undefined ? [] : [{ ...fit, resource: shown(row) }];
    }),
    shares: await toShares(scope, shares),
  };
}

/** The one that is meant by its id, its address or words of its title. @throws AppError `not-found`, `ambiguous` */
export async function findResource(context: Context, said: string): Promise<ResourceItem> {
  const scope = scopeOf(context);
  const url = tidyAddress(said);
  const id = (url === undefined ? undefined : await findByAddress(scope, url)) ?? said;
  const exact = await resourcesById(scope, [id]);
  const { resources } =
    exact.length > 0 ? { resources: await toItems(scope, exact) } : await listResources(context, { q: said });
  const whole = resources.filter(({ title }) => fold(title) === fold(said));
  const [only, ...others] = whole.length > 0 ? whole : resources;
  if (only === undefined)
    throw new AppError('not-found', `Nothing is kept that fits “${said}”. See what is: tendril resource list.`);
  if (others.length > 0)
    throw new AppError(
      'ambiguous',
      `“${said}” fits more than one: ${[only, ...others]
        .slice(0, 5)
        .map(({ title }) => `“${title}”`)
        .join(', ')}. Say more of the title, or the id.`,
    );
  return only;
}

async function findByAddress(scope: Scope, url: string): Promise<string | undefined> {
  const key = addressKey(url);
  return (await resourceAddresses(scope)).find((row) => row.url !== null && addressKey(row.url) === key)?.id;
}

function requireAddress(text: string): string {
  const url = tidyAddress(text);
  if (url === undefined)
    throw new AppError(
      'invalid',
      `“${text.slice(0, 120)}” is no address of a page. One begins with https:// and a name.`,
    );
  return url;
}
