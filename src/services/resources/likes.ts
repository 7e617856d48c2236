import { hash } from 'node:crypto';
import type { CalendarDate } from '../../domain/dates.ts';
import { MatchIndex } from '../../domain/matching/match-index.ts';
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
import { factsOfKinds, reactionsOf, rolesAndTags } from '../../storage/repositories/likes.repository.ts';
import type { Whose } from '../../storage/repositories/person.repository.ts';
import { sharesOfResources } from '../../storage/repositories/resource.repository.ts';
import type { ResourceTable } from '../../storage/schema.ts';
import type { Scope } from '../../storage/store.ts';
import { heldInMemory } from '../held-in-memory.ts';
import { toResource } from './shapes.ts';

/*
 * What everyone would value, held in memory as an index: most changes (a touch, a snooze) say nothing new of it. Held are
 * only the words; of the few who are found what they say is read again.
 */

/** How far down one looks for whom a resource suits. */
const MOST_FITS = 60;
/** Of how many resources it is remembered whom they suit. */
const MOST_REMEMBERED = 200;

interface Known {
  /** Of each what they said when it was read, as short as it can be told apart. */
  readonly said: Map<string, string>;
  readonly index: MatchIndex;
  /** By resource and revision; another map once somebody’s likes changed. */
  fits: Map<string, readonly Fit[]>;
}

const everybody = heldInMemory<Known, Likes>({
  telling: new Set(['person', 'fact', 'share', 'resource']),
  make: () => ({ said: new Map(), index: new MatchIndex(), fits: new Map() }),
  read: loadLikes,
  put(known, id, theirs) {
    // Most often what they would value is as it was, and so are the fits.
    const now = hash('md5', JSON.stringify(theirs), 'base64url');
    if (known.said.get(id) === now) return;
    known.said.set(id, now);
    known.index.put(documentOf(theirs));
    known.fits = new Map();
  },
  remove(known, id) {
    known.said.delete(id);
    known.index.remove(id);
    known.fits = new Map();
  },
  /** Whoever was given something whose title or topics changed. */
  async concerned(scope, _known, changes) {
    const changed = new Set(changes.filter(({ entity }) => entity === 'resource').map(({ entity_id }) => entity_id));
    return (await sharesOfResources(scope, [...changed])).map(({ person_id }) => person_id);
  },
});

/** Whether everyone’s likes are held: else whoever asks for a fit waits until they are read. */
export function areLikesHeld(scope: Scope): boolean {
  return everybody.isHeld(scope);
}

/** Reads everyone’s likes, unless they are held. */
export async function holdLikes(scope: Scope, today: CalendarDate): Promise<void> {
  await everybody.asOf(scope, today);
}

/** Whom a resource suits, best first, as far as it is more than a word in passing. */
export async function fitsOf(scope: Scope, row: ResourceTable, today: CalendarDate): Promise<readonly Fit[]> {
  const { index, fits } = await everybody.asOf(scope, today);
  const key = `${row.id} ${row.rev}`;
  const there = fits.get(key);
  if (there) return there;
  const found = await fitsIn(scope, index, { row, today });
  if (fits.size === MOST_REMEMBERED) fits.clear();
  fits.set(key, found);
  return found;
}

/** How well a resource suits one person; undefined when it does not. */
export async function fitFor(
  scope: Scope,
  row: ResourceTable,
  { personId, today }: { personId: string; today: CalendarDate },
): Promise<Fit | undefined> {
  const { index } = await everybody.asOf(scope, today);
  return (await fitsIn(scope, index, { row, today, only: personId }))[0];
}

/** What is known of one person. */
export async function likesOf(scope: Scope, personId: string, today: CalendarDate): Promise<Likes | undefined> {
  return (await loadLikes(scope, [personId], today)).get(personId);
}

async function fitsIn(
  scope: Scope,
  index: MatchIndex,
  { row, today, only }: { row: ResourceTable; today: CalendarDate; only?: string },
): Promise<readonly Fit[]> {
  const sought = soughtOf(toResource(row));
  const accept = only === undefined ? {} : { accept: (id: string) => id === only };
  const matches = index.match(sought, { limit: MOST_FITS, atLeast: FAIR_FIT, ...accept });
  if (matches.length === 0) return [];
  const ids = matches.map(({ id }) => id);
  const likes = await loadLikes(scope, ids, today);
  return matches
    .flatMap(({ id, score }) => {
      const theirs = likes.get(id);
      return theirs === undefined ? [] : [fitOf(theirs, { index, sought, score })];
    })
    .filter(({ score }) => score >= FAIR_FIT)
    .sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1));
}

/** Of what is known only what holds on the day. */
async function loadLikes(scope: Scope, whose: Whose, today: CalendarDate): Promise<ReadonlyMap<string, Likes>> {
  const [roles, facts, reactions] = await Promise.all([
    rolesAndTags(scope, whose),
    factsOfKinds(scope, whose, { kinds: TELLING_FACTS, today }),
    reactionsOf(scope, whose),
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
        facts: (factsBy.get(personId) ?? []).map(({ id, kind, text, private: isPrivate }) => ({
          id,
          kind: kind as FactKind,
          text,
          private: isPrivate === 1,
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
