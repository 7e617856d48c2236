import type { CalendarDate } from '../../domain/dates.ts';
import { buildMatchIndex, type MatchDocument, type MatchIndex } from '../../domain/matching/match-index.ts';
import {
  documentOf,
  FAIR_FIT,
  type Fit,
  fitOf,
  type Likes,
  soughtOf,
  TELLING_FACTS,
} from '../../domain/resources/fitting.ts';
import type { FactKind, Reaction } from '../../domain/words.ts';
import { changesSince } from '../../storage/repositories/change.repository.ts';
import { factsOfKinds, reactionsOf, rolesAndTags } from '../../storage/repositories/likes.repository.ts';
import { feedOf } from '../../storage/repositories/network.repository.ts';
import type { ResourceTable } from '../../storage/schema.ts';
import type { Scope } from '../../storage/store.ts';
import { toResource } from './shapes.ts';

/*
 * What everyone would value, held in memory as an index for as long as nothing of it changes. It is brought up to date from
 * the feed: most changes (a touch, a snooze) say nothing new of anybody's likes.
 */

/** How many networks are held at once; beyond, the one asked for longest ago goes. */
const MOST_NETWORKS = 4;
/** More changes than this, and reading everyone anew is quicker. */
const MOST_CHANGES = 400;
/** How far down one looks for whom a resource suits. */
const MOST_FITS = 60;
const SAYS_SOMETHING: ReadonlySet<string> = new Set(['person', 'fact', 'share', 'resource']);

interface Held {
  readonly epoch: string;
  readonly today: CalendarDate;
  seq: number;
  likes: ReadonlyMap<string, Likes>;
  documents: ReadonlyMap<string, MatchDocument>;
  index: MatchIndex;
  /** By resource and revision. */
  fits: Map<string, readonly Fit[]>;
}

const held = new WeakMap<Scope['db'], Map<string, Promise<Held>>>();

/** Whom a resource suits, best first, as far as it is more than a word in passing. */
export async function fitsOf(scope: Scope, row: ResourceTable, today: CalendarDate): Promise<readonly Fit[]> {
  const kept = await upToDate(scope, today);
  const key = `${row.id} ${row.rev}`;
  const there = kept.fits.get(key);
  if (there) return there;
  const found = fitsIn(kept, row);
  kept.fits.set(key, found);
  return found;
}

/** How well a resource suits one person; undefined when it does not. */
export async function fitFor(
  scope: Scope,
  row: ResourceTable,
  { personId, today }: { personId: string; today: CalendarDate },
): Promise<Fit | undefined> {
  return fitsIn(await upToDate(scope, today), row, personId)[0];
}

/** What is known of one person. */
export async function likesOf(scope: Scope, personId: string): Promise<Likes | undefined> {
  return (await loadLikes(scope, [personId])).get(personId);
}

function fitsIn({ index, likes }: Held, row: ResourceTable, only?: string): readonly Fit[] {
  const accept = only === undefined ? {} : { accept: (id: string) => id === only };
  return index
    .match(soughtOf(toResource(row)), { limit: MOST_FITS, atLeast: FAIR_FIT, ...accept })
    .flatMap((match) => {
      const theirs = likes.get(match.id);
      return theirs === undefined ? [] : [fitOf(match, theirs)];
    })
    .filter(({ score }) => score >= FAIR_FIT)
    .sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1));
}

/** One after another, so that nobody reads what another is still bringing up to date. */
function upToDate(scope: Scope, today: CalendarDate): Promise<Held> {
  const networks = held.get(scope.db) ?? new Map<string, Promise<Held>>();
  held.set(scope.db, networks);
  const before = networks.get(scope.networkId)?.catch(() => undefined);
  const now = (before ?? Promise.resolve(undefined)).then((kept) => refreshed(scope, kept, today));
  networks.delete(scope.networkId);
  networks.set(scope.networkId, now);
  const [oldest] = networks.keys();
  if (networks.size > MOST_NETWORKS && oldest !== undefined) networks.delete(oldest);
  return now;
}

async function refreshed(scope: Scope, before: Held | undefined, today: CalendarDate): Promise<Held> {
  const { seq, epoch } = await feedOf(scope);
  if (before === undefined || before.epoch !== epoch || before.today !== today || before.seq > seq)
    return read(scope, { seq, epoch, today });
  if (before.seq === seq) return before;
  const changes = await changesSince(scope, { since: before.seq, limit: MOST_CHANGES });
  if (changes.length === MOST_CHANGES) return read(scope, { seq, epoch, today });
  const telling = changes.filter(({ entity }) => SAYS_SOMETHING.has(entity));
  const renamed = new Set(telling.filter(({ entity }) => entity === 'resource').map(({ entity_id }) => entity_id));
  const ids = [
    ...new Set([
      ...telling.flatMap(({ person_id, before: was }) => [person_id, personBefore(was)]),
      ...[...before.likes.values()].map(({ personId, given }) =>
        given.some(({ id }) => renamed.has(id)) ? personId : null,
      ),
    ]),
  ].filter((id) => id !== null);
  before.seq = changes.at(-1)?.seq ?? seq;
  if (ids.length > 0) await readAgain(scope, before, ids);
  return before;
}

/** Whose a row was until it moved to somebody else. */
function personBefore(before: string | null): string | null {
  const fields: Record<string, unknown> = JSON.parse(before ?? '{}');
  return typeof fields.person_id === 'string' ? fields.person_id : null;
}

async function read(scope: Scope, at: Pick<Held, 'seq' | 'epoch' | 'today'>): Promise<Held> {
  const likes = await loadLikes(scope);
  const documents = new Map([...likes].map(([id, theirs]) => [id, documentOf(theirs, at.today)]));
  return { ...at, likes, documents, index: buildMatchIndex([...documents.values()]), fits: new Map() };
}

/** Of those whose rows changed; most often what they would value is as it was, and so is the index. */
async function readAgain(scope: Scope, kept: Held, ids: readonly string[]): Promise<void> {
  const now = await loadLikes(scope, ids);
  const [likes, documents] = [new Map(kept.likes), new Map(kept.documents)];
  let changed = false;
  for (const id of ids) {
    const theirs = now.get(id);
    changed ||= JSON.stringify(theirs) !== JSON.stringify(kept.likes.get(id));
    if (theirs === undefined) {
      likes.delete(id);
      documents.delete(id);
    } else {
      likes.set(id, theirs);
      documents.set(id, documentOf(theirs, kept.today));
    }
  }
  if (!changed) return;
  kept.likes = likes;
  kept.documents = documents;
  kept.index = buildMatchIndex([...documents.values()]);
  kept.fits = new Map();
}

async function loadLikes(scope: Scope, ids?: readonly string[]): Promise<ReadonlyMap<string, Likes>> {
  const [roles, facts, reactions] = await Promise.all([
    rolesAndTags(scope, ids),
    factsOfKinds(scope, TELLING_FACTS, ids),
    reactionsOf(scope, ids),
  ]);
  const factsBy = Map.groupBy(facts, ({ person_id }) => person_id);
  const givenBy = Map.groupBy(reactions, ({ person_id }) => person_id);
  return new Map(
    roles.map(({ person_id: personId, headline, tags }) => [
      personId,
      {
        personId,
        role: headline ?? '',
        tags: JSON.parse(tags) as string[],
        facts: (factsBy.get(personId) ?? []).map(({ id, kind, text, private: isPrivate, until }) => ({
          id,
          kind: kind as FactKind,
          text,
          private: isPrivate === 1,
          ...(until === null ? {} : { until: until as CalendarDate }),
        })),
        given: (givenBy.get(personId) ?? []).map(({ id, title, topics, reaction }) => ({
          id,
          title,
          topics: JSON.parse(topics) as string[],
          reaction: reaction as Reaction,
        })),
      },
    ]),
  );
}
