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
import type { ResourceTable } from '../../storage/schema.ts';
import type { Scope } from '../../storage/store.ts';
import { heldInMemory } from '../held-in-memory.ts';
import { toResource } from './shapes.ts';

/** What everyone would value, held in memory as an index: most changes (a touch, a snooze) say nothing new of it. */

/** How far down one looks for whom a resource suits. */
const MOST_FITS = 60;
/** Of how many resources it is remembered whom they suit. */
const MOST_REMEMBERED = 200;

interface Known {
  readonly likes: Map<string, Likes>;
  readonly index: MatchIndex;
  /** By resource and revision. */
  readonly fits: Map<string, readonly Fit[]>;
}

const everybody = heldInMemory<Known, Likes>({
  telling: new Set(['person', 'fact', 'share', 'resource']),
  make: () => ({ likes: new Map(), index: new MatchIndex(), fits: new Map() }),
  read: loadLikes,
  put({ likes, index, fits }, id, theirs) {
    // Most often what they would value is as it was, and so are the fits.
    if (JSON.stringify(theirs) === JSON.stringify(likes.get(id))) return;
    likes.set(id, theirs);
    index.put(documentOf(theirs));
    fits.clear();
  },
  remove({ likes, index, fits }, id) {
    likes.delete(id);
    index.remove(id);
    fits.clear();
  },
  /** Whoever was given something whose title or topics changed. */
  concerned(_scope, { likes }, changes) {
    const changed = new Set(changes.filter(({ entity }) => entity === 'resource').map(({ entity_id }) => entity_id));
    if (changed.size === 0) return [];
    return [...likes.values()].flatMap(({ personId, given }) =>
      given.some(({ id }) => changed.has(id)) ? [personId] : [],
    );
  },
});

/** Whom a resource suits, best first, as far as it is more than a word in passing. */
export async function fitsOf(scope: Scope, row: ResourceTable, today: CalendarDate): Promise<readonly Fit[]> {
  const known = await everybody(scope, today);
  const key = `${row.id} ${row.rev}`;
  const there = known.fits.get(key);
  if (there) return there;
  const found = fitsIn(known, row);
  if (known.fits.size === MOST_REMEMBERED) known.fits.clear();
  known.fits.set(key, found);
  return found;
}

/** How well a resource suits one person; undefined when it does not. */
export async function fitFor(
  scope: Scope,
  row: ResourceTable,
  { personId, today }: { personId: string; today: CalendarDate },
): Promise<Fit | undefined> {
  return fitsIn(await everybody(scope, today), row, personId)[0];
}

/** What is known of one person. */
export async function likesOf(scope: Scope, personId: string, today: CalendarDate): Promise<Likes | undefined> {
  return (await loadLikes(scope, [personId], today)).get(personId);
}

function fitsIn({ index, likes }: Known, row: ResourceTable, only?: string): readonly Fit[] {
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
