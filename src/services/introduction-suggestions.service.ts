import type { Query } from '../contract/routes.ts';
import type { IntroductionIdea } from '../contract/shapes.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { isResting } from '../domain/introducing/introduction.ts';
import {
  type FoundPair,
  type IntroductionIdea as Idea,
  type Introducible,
  IntroductionIndex,
  TELLING_KINDS,
} from '../domain/introducing/suggest.ts';
import { isHardTime, LONGEST_COURSE_DAYS } from '../domain/keeping/moments.ts';
import type { FactKind, MomentKind } from '../domain/words.ts';
import { breathe } from '../storage/dialects/breathe.ts';
import { peopleIn } from '../storage/repositories/change.repository.ts';
import {
  allIntroductions,
  factsTold,
  introducibleStates,
  metPairs,
  tiedPairs,
} from '../storage/repositories/introduction.repository.ts';
import { momentsSince } from '../storage/repositories/moment.repository.ts';
import type { Whose } from '../storage/repositories/person.repository.ts';
import type { IntroductionTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { heldInMemory } from './held-in-memory.ts';
import { bySide, shown, shownPeople } from './introduction-shapes.ts';
import { whileUnchanged } from './while-unchanged.ts';

/** Whom to introduce to whom: from what people need, offer, do and care for. */

const USUAL = 12;
const MOST = 60;
/** Ideas that are looked at together, and in all: beyond, nothing good is left. */
const AT_ONCE = 60;
const MOST_LOOKED_AT = 900;

/** What was found, for as long as nothing changes. */
const found = whileUnchanged<readonly Idea[]>();

const everybody = heldInMemory<IntroductionIndex, Introducible>({
  telling: new Set(['person', 'fact', 'circle_member', 'circle']),
  make: () => new IntroductionIndex(),
  read: loadIntroducible,
  put: (index, _id, person) => index.put(person),
  remove: (index, id) => index.remove(id),
  /** The rhythm of a circle says how close its people are. */
  concerned: (scope, _index, changes) =>
    peopleIn(scope, {
      touches: [],
      places: [],
      circles: changes.filter(({ entity }) => entity === 'circle').map(({ entity_id }) => entity_id),
    }),
});

export async function suggestIntroductions(
  context: Context,
  { person, limit = USUAL }: Query<'suggestIntroductions'>,
): Promise<IntroductionIdea[]> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const ideas = (
    await found(context, { about: `introductions ${person ?? ''}`, today }, () => findIdeas(scope, today, person))
  ).slice(0, limit);
  const people = await shownPeople(
    scope,
    ideas.flatMap(({ first, second }) => [first, second]),
  );
  return ideas.flatMap(({ first, second, kind, whyFirst, whySecond, words }) => {
    const [one, other] = [people.get(first), people.get(second)];
    if (!one || !other) return [];
    return [{ kind, first: shown(one), second: shown(other), whyFirst, whySecond, words: [...words] }];
  });
}

/** Why two would be glad of each other, as far as what is known of them says it; undefined where it says nothing. */
export async function whyTheyFit(
  context: Context,
  { first, second }: { readonly first: string; readonly second: string },
): Promise<Pick<IntroductionIdea, 'whyFirst' | 'whySecond'> | undefined> {
  for (const { whyFirst, whySecond, ...idea } of await suggestIntroductions(context, { person: first, limit: MOST })) {
    if (idea.first.id === first && idea.second.id === second) return { whyFirst, whySecond };
    if (idea.first.id === second && idea.second.id === first) return { whyFirst: whySecond, whySecond: whyFirst };
  }
  return undefined;
}

async function findIdeas(scope: Scope, today: CalendarDate, about: string | undefined): Promise<readonly Idea[]> {
  const rows = await allIntroductions(scope);
  const known = new Set(
    rows.flatMap((row) => [`${row.first_id} ${row.second_id}`, `${row.second_id} ${row.first_id}`]),
  );
  const chosen: Idea[] = [];
  // Nobody is asked about two at once: in a list about everybody each stands once.
  const named = new Set<string>();
  const isFresh = ({ first, second }: FoundPair) => about !== undefined || !(named.has(first) || named.has(second));
  for (const some of batches(await pairsFor(scope, today, { about, rows }))) {
    const open = some.filter((pair) => isFresh(pair) && !known.has(`${pair.first} ${pair.second}`));
    const ids = [...new Set(open.flatMap(({ first, second }) => [first, second]))];
    for (const [one, other] of [...(await tiedPairs(scope, ids)), ...(await metPairs(scope, ids))]) {
      known.add(`${one} ${other}`);
      known.add(`${other} ${one}`);
    }
    for (const pair of open) {
      if (known.has(`${pair.first} ${pair.second}`) || !isFresh(pair)) continue;
      chosen.push(pair.told());
      named.add(pair.first).add(pair.second);
      if (chosen.length === MOST) return chosen;
    }
  }
  return chosen;
}

async function pairsFor(
  scope: Scope,
  today: CalendarDate,
  { about, rows }: { about: string | undefined; rows: readonly IntroductionTable[] },
): Promise<Iterable<FoundPair>> {
  const theirs = bySide(rows);
  const hard = await inHardTimes(scope, today);
  const mayBeAsked = (id: string) => !hard.has(id) && !isResting(theirs.get(id) ?? [], today);
  const index = await everybody.asOf(scope, today);
  const search = index.search(about, mayBeAsked);
  for (const person of search.seekers) {
    await breathe();
    search.lookFor(person);
  }
  return search.pairs();
}

function* batches(pairs: Iterable<FoundPair>): Generator<FoundPair[]> {
  let some: FoundPair[] = [];
  let looked = 0;
  for (const pair of pairs) {
    some.push(pair);
    looked += 1;
    if (some.length === AT_ONCE) {
      yield some;
      some = [];
    }
    if (looked === MOST_LOOKED_AT) break;
  }
  if (some.length > 0) yield some;
}

async function loadIntroducible(
  scope: Scope,
  whose: Whose,
  today: CalendarDate,
): Promise<ReadonlyMap<string, Introducible>> {
  const facts = Map.groupBy(await factsTold(scope, whose, { kinds: TELLING_KINDS, today }), (fact) => fact.person_id);
  return new Map(
    (await introducibleStates(scope, whose)).map((state) => [
      state.person_id,
      {
        id: state.person_id,
        name: state.name,
        closeness: state.closeness,
        facts: (facts.get(state.person_id) ?? []).map(({ id, kind, text }) => ({ id, kind: kind as FactKind, text })),
        title: titleOf(state),
        workplace: state.organisation ?? undefined,
        organisation: state.organisation_key ?? undefined,
        city: state.city_key === null ? undefined : (state.place ?? undefined),
      },
    ]),
  );
}

/** The line under a name without the company in it. */
function titleOf({ headline, organisation }: { headline: string | null; organisation: string | null }) {
  if (headline === null || headline === organisation) return undefined;
  return organisation === null ? headline : headline.replace(organisation, '');
}

/** Who has it hard is not asked for favours. */
async function inHardTimes(scope: Scope, today: CalendarDate): Promise<ReadonlySet<string>> {
  const moments = Map.groupBy(await momentsSince(scope, addDays(today, -LONGEST_COURSE_DAYS)), (row) => row.person_id);
  return new Set(
    [...moments].flatMap(([id, rows]) => {
      const theirs = rows.map((row) => ({
        id: row.id,
        kind: row.kind as MomentKind,
        date: row.date as CalendarDate,
        noticedOn: row.noticed_on as CalendarDate,
      }));
      return isHardTime(theirs, today) ? [id] : [];
    }),
  );
}
