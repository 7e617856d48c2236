import type { Query } from '../contract/routes.ts';
import type { IntroductionIdea } from '../contract/shapes.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { isResting } from '../domain/introducing/introduction.ts';
import {
  type IntroductionIdea as Idea,
  type Introducible,
  type IntroductionIndex,
  indexIntroductions,
  TELLING_KINDS,
} from '../domain/introducing/suggest.ts';
import { isHardTime, LONGEST_COURSE_DAYS } from '../domain/keeping/moments.ts';
import type { FactKind, MomentKind } from '../domain/words.ts';
import {
  allIntroductions,
  factsTold,
  introducibleStates,
  metPairs,
  tiedPairs,
} from '../storage/repositories/introduction.repository.ts';
import { momentsSince } from '../storage/repositories/moment.repository.ts';
import { deceasedIds } from '../storage/repositories/person.repository.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { bySide, shown, shownPeople } from './introduction-shapes.ts';
import { whileUnchanged } from './while-unchanged.ts';

/** Whom to introduce to whom: from what people need, offer, do and care for. */

const USUAL = 12;
const MOST = 60;
/** Ideas that are looked at together, and in all: beyond, nothing good is left. */
const AT_ONCE = 60;
const MOST_LOOKED_AT = 900;

/** What was made of everybody, for questions about one after the other; and what was found. */
const kept = whileUnchanged<Known>();
const found = whileUnchanged<readonly Idea[]>();

interface Known {
  readonly index: IntroductionIndex;
  /** Two who need no introduction, one way and the other. */
  readonly introduced: ReadonlySet<string>;
}

export async function suggestIntroductions(
  context: Context,
  { person, limit = USUAL }: Query<'suggestIntroductions'>,
): Promise<IntroductionIdea[]> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const ideas = (
    await found(context, { about: `introductions ${person ?? ''}`, today }, async () =>
      findIdeas(scope, await kept(context, { about: 'everybody', today }, () => readEverybody(scope, today)), person),
    )
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

async function readEverybody(scope: Scope, today: CalendarDate): Promise<Known> {
  const rows = await allIntroductions(scope);
  const theirs = bySide(rows);
  const hard = await inHardTimes(scope, today);
  const dead = await deceasedIds(scope);
  const mayBeAsked = (id: string) => !dead.has(id) && !hard.has(id) && !isResting(theirs.get(id) ?? [], today);
  const people = (await loadIntroducible(scope, today)).filter(({ id }) => mayBeAsked(id));
  return {
    index: indexIntroductions(people),
    introduced: new Set(
      rows.flatMap((row) => [`${row.first_id} ${row.second_id}`, `${row.second_id} ${row.first_id}`]),
    ),
  };
}

async function findIdeas(
  scope: Scope,
  { index, introduced }: Known,
  about: string | undefined,
): Promise<readonly Idea[]> {
  const known = new Set(introduced);
  const chosen: Idea[] = [];
  // Nobody is asked about two at once: in a list about everybody each stands once.
  const named = new Set<string>();
  const isFresh = ({ first, second }: Idea) => about !== undefined || !(named.has(first) || named.has(second));
  for (const some of batches(index.ideas(about))) {
    const ids = [...new Set(some.flatMap(({ first, second }) => [first, second]))];
    for (const [one, other] of [...(await tiedPairs(scope, ids)), ...(await metPairs(scope, ids))]) {
      known.add(`${one} ${other}`);
      known.add(`${other} ${one}`);
    }
    for (const idea of some) {
      if (known.has(`${idea.first} ${idea.second}`) || !isFresh(idea)) continue;
      chosen.push(idea);
      named.add(idea.first).add(idea.second);
      if (chosen.length === MOST) return chosen;
    }
  }
  return chosen;
}

function* batches(ideas: Iterable<Idea>): Generator<Idea[]> {
  let some: Idea[] = [];
  let looked = 0;
  for (const idea of ideas) {
    some.push(idea);
    looked += 1;
    if (some.length === AT_ONCE) {
      yield some;
      some = [];
    }
    if (looked === MOST_LOOKED_AT) break;
  }
  if (some.length > 0) yield some;
}

async function loadIntroducible(scope: Scope, today: CalendarDate): Promise<Introducible[]> {
  const facts = Map.groupBy(await factsTold(scope, TELLING_KINDS, today), (fact) => fact.person_id);
  return (await introducibleStates(scope)).map((state) => ({
    id: state.person_id,
    name: state.name,
    closeness: state.closeness,
    facts: (facts.get(state.person_id) ?? []).map(({ id, kind, text }) => ({ id, kind: kind as FactKind, text })),
    title: titleOf(state),
    workplace: state.organisation ?? undefined,
    organisation: state.organisation_key ?? undefined,
    city: state.city_key === null ? undefined : (state.place ?? undefined),
  }));
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
