import type { Double, DuplicatePair, PersonPage } from '../contract/shapes.ts';
import { type DoubleScore, scoreDouble, traitsOf } from '../domain/card/doubles.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { unionCards } from '../domain/card/merge.ts';
import { AppError } from '../domain/errors.ts';
import type { Writer } from '../storage/feed.ts';
import { membershipsOf } from '../storage/repositories/circle.repository.ts';
import {
  identitiesSharedWith,
  notSamePairs,
  notSameRows,
  peopleOfStep,
  type SharedIdentity,
  sharedIdentities,
} from '../storage/repositories/double.repository.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { gatheringsOf } from '../storage/repositories/gathering.repository.ts';
import { goalsOfPeople, outcomesOfPeople } from '../storage/repositories/goal.repository.ts';
import { introductionsOf } from '../storage/repositories/introduction.repository.ts';
import { dismissalsOf, factsOf, promisesOf, remindersOf, tiesOf } from '../storage/repositories/memory.repository.ts';
import { momentsOf } from '../storage/repositories/moment.repository.ts';
import { newsOfPeople } from '../storage/repositories/news.repository.ts';
import { findCards, findStates } from '../storage/repositories/person.repository.ts';
import { sharesOf } from '../storage/repositories/resource.repository.ts';
import { revivalsOf } from '../storage/repositories/revival.repository.ts';
import { recordsOfPerson } from '../storage/repositories/source.repository.ts';
import { touchesOfPerson, touchPeopleRows } from '../storage/repositories/touch.repository.ts';
import { writingsOf } from '../storage/repositories/words.repository.ts';
import type { PersonTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { act, type Context, scopeOf } from './context.ts';
import { getPersonRow } from './keeping.service.ts';
import { type Acted, nameOf } from './memory.service.ts';

/** Who may be the same person, and making two people one. Nothing here merges by itself. */

/** Pairs worth a question, most certain first. */
export async function listDoubles(context: Context, limit = 200): Promise<Double[]> {
  const scope = scopeOf(context);
  return toDoubles(scope, (await score(scope, pairsIn(await sharedIdentities(scope)))).slice(0, limit));
}

/** As `duplicates --json` prints it. */
export async function duplicatePairs(context: Context): Promise<DuplicatePair[]> {
  return (await listDoubles(context, 10_000)).map(({ a, b, score: probability, band, reasons }) => ({
    a: a.id,
    b: b.id,
    score: probability,
    band,
    reasons,
  }));
}

/** Two people with what speaks for their being one, as an import keeps it. */
export type FoundPair = readonly [a: string, b: string, kinds: readonly string[], nameIsRare: boolean];

const MOST_FOUND = 1_000;
const MOST_SHOWN = 200;

/** Who may be the same among the people an import brought in or changed, most certain first: found once, at its end. */
export async function pairsOfImport(context: Context, stepId: string): Promise<FoundPair[]> {
  const scope = scopeOf(context);
  const ids = await peopleOfStep(scope, stepId, 60_000);
  const found = await score(scope, pairsIn(await identitiesSharedWith(scope, ids)));
  return found.slice(0, MOST_FOUND).map(({ pair: { a, b, kinds, rare } }): FoundPair => [a, b, [...kinds], rare]);
}

/** Those of the pairs about which nothing was decided since. */
export async function openDoubles(context: Context, pairs: readonly FoundPair[]): Promise<Double[]> {
  const doubles: Double[] = [];
  for (let i = 0; i < pairs.length && doubles.length < MOST_SHOWN; i += PAIRS_AT_ONCE) {
    const slice = pairs.slice(i, i + PAIRS_AT_ONCE);
    const some = slice.map(([a, b, kinds, rare]): Pair => ({ a, b, kinds: new Set(kinds), rare }));
    doubles.push(...(await toDoubles(scopeOf(context), await scorePairs(scopeOf(context), some))));
  }
  return doubles.slice(0, MOST_SHOWN);
}

type Doubles = PersonPage['doubles'];

/** Who may be the same as this person, or as each of these. */
export async function doublesOf(context: Context, personId: string): Promise<Doubles>;
export async function doublesOf(context: Context, personIds: readonly string[]): Promise<Map<string, Doubles>>;
export async function doublesOf(
  context: Context,
  given: string | readonly string[],
): Promise<Doubles | Map<string, Doubles>> {
  const scope = scopeOf(context);
  const ids = typeof given === 'string' ? [given] : given;
  const found = new Map<string, Doubles>(ids.map((id) => [id, []]));
  const scored = await score(scope, pairsIn(await identitiesSharedWith(scope, ids)));
  for (const { a, b, reasons } of await toDoubles(scope, scored)) {
    found.get(a.id)?.push({ ...b, reasons });
    found.get(b.id)?.push({ ...a, reasons });
  }
  return typeof given === 'string' ? (found.get(given) ?? []) : found;
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly kinds: Set<string>;
  rare: boolean;
}

/** A large import shares names with half the network: so many pairs are read and compared before others have their turn. */
const PAIRS_AT_ONCE = 200;

const keyOf = ({ a, b }: Pick<Pair, 'a' | 'b'>) => `${a} ${b}`;

function pairsIn(shared: readonly SharedIdentity[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { kind, ids } of shared) {
    for (const [i, a] of ids.entries()) {
      for (const b of ids.slice(i + 1)) {
        const pair = pairs.get(keyOf({ a, b })) ?? { a, b, kinds: new Set<string>(), rare: false };
        if (kind === 'name') pair.rare = ids.length === 2;
        else pair.kinds.add(kind);
        pairs.set(keyOf(pair), pair);
      }
    }
  }
  return [...pairs.values()];
}

interface ScoredPair extends DoubleScore {
  readonly pair: Pair;
}

/** Those worth a question, most certain first. */
async function score(scope: Scope, pairs: readonly Pair[]): Promise<ScoredPair[]> {
  const scored: ScoredPair[] = [];
  for (let i = 0; i < pairs.length; i += PAIRS_AT_ONCE)
    scored.push(...(await scorePairs(scope, pairs.slice(i, i + PAIRS_AT_ONCE))));
  const first = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return scored.sort((x, y) => y.score - x.score || first(x.pair.a, y.pair.a) || first(x.pair.b, y.pair.b));
}

async function scorePairs(scope: Scope, pairs: readonly Pair[]): Promise<ScoredPair[]> {
  const cards = await findCards(scope, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  const traits = new Map(cards.map(({ id, card }) => [id, traitsOf(JSON.parse(card) as Card)]));
  const scored = pairs.flatMap((pair): ScoredPair[] => {
    const [a, b] = [traits.get(pair.a), traits.get(pair.b)];
    const found = a && b && scoreDouble(a, b, { shared: pair.kinds, nameIsRare: pair.rare });
    return found ? [{ ...found, pair }] : [];
  });
  if (scored.length === 0) return [];
  const apart = await notSamePairs(scope, [...new Set(scored.flatMap(({ pair: { a, b } }) => [a, b]))]);
  return scored.filter(({ pair }) => !apart.has(keyOf(pair)));
}

async function toDoubles(scope: Scope, scored: readonly ScoredPair[]): Promise<Double[]> {
  const states = await findStates(scope, [...new Set(scored.flatMap(({ pair: { a, b } }) => [a, b]))]);
  const people = new Map(states.map(({ person_id: id, name, headline }) => [id, { id, name, headline }]));
  return scored.flatMap(({ pair, score: probability, band, reasons }): Double[] => {
    const [a, b] = [people.get(pair.a), people.get(pair.b)];
    return a && b ? [{ a, b, score: probability, band, reasons: [...reasons] }] : [];
  });
}

export async function notSame(context: Context, a: string, b: string): Promise<Acted> {
  if (a === b) throw new AppError('invalid', 'These are one and the same person already.');
  const [first, second] = a < b ? [a, b] : [b, a];
  const { stepId } = await act(context, { kind: 'merge', title: 'Kept two people apart' }, async (writer) => {
    writer.title = `Kept ${await nameOf(writer, a)} and ${await nameOf(writer, b)} apart`;
    if (!(await notSamePairs(writer, [first])).has(`${first} ${second}`))
      await writer.insert('not_same', [{ id: writer.newId(), a_id: first, b_id: second }]);
    return null;
  });
  return { stepId, message: 'Kept apart, and not asked again.' };
}

/** Makes two people one: the first keeps its id, everything of the second moves to it. One undo takes it back whole. */
export async function merge(context: Context, keepId: string, mergeId: string): Promise<Acted> {
  if (keepId === mergeId) throw new AppError('invalid', 'These are one and the same person already.');
  const { stepId, result } = await act(context, { kind: 'merge', title: 'Merged two people' }, async (writer) => {
    const [keep, other] = [await getPersonRow(writer, keepId), await getPersonRow(writer, mergeId)];
    const [name, otherName] = [await nameOf(writer, keepId), await nameOf(writer, mergeId)];
    writer.title = `Merged ${otherName} into ${name}`;
    await moveRemembered(writer, mergeId, keepId);
    await moveLongGame(writer, mergeId, keepId);
    await moveTouches(writer, mergeId, keepId);
    await moveGatherings(writer, mergeId, keepId);
    await moveCircles(writer, mergeId, keepId);
    await moveTies(writer, mergeId, keepId, name);
    await moveIntroductions(writer, mergeId, keepId);
    await moveApart(writer, mergeId, keepId);
    await writer.remove('person', [mergeId]);
    await writer.updateRow('person', keep, joined(keep, other));
    return { name, otherName };
  });
  return { stepId, id: keepId, message: `${result.otherName} and ${result.name} are one person now.` };
}

/** The kept row filled up with what only the other had. */
function joined(keep: PersonTable, other: PersonTable): Partial<Omit<PersonTable, 'network_id' | 'id' | 'rev'>> {
  const card = unionCards(JSON.parse(keep.card) as Card, JSON.parse(other.card) as Card);
  return {
    card: JSON.stringify(card),
    channel: keep.channel ?? other.channel,
    rhythm_days: keep.rhythm_days ?? other.rhythm_days,
    sorted_on: keep.sorted_on ?? other.sorted_on,
    deceased: Math.max(keep.deceased, other.deceased),
    // One of the two was still in use: so is the one they are now.
    archived_on: keep.archived_on !== null && other.archived_on !== null ? keep.archived_on : null,
    added_on: earlier(keep.added_on, other.added_on),
  };
}

const earlier = (a: string, b: string) => (b < a ? b : a);

async function moveRemembered(writer: Writer, from: string, to: string): Promise<void> {
  for (const row of await factsOf(writer, [from])) await writer.updateRow('fact', row, { person_id: to });
  for (const row of await promisesOf(writer, [from])) await writer.updateRow('promise', row, { person_id: to });
  for (const row of await remindersOf(writer, [from])) await writer.updateRow('reminder', row, { person_id: to });
  for (const row of await writingsOf(writer, [from])) await writer.updateRow('writing', row, { person_id: to });
  for (const row of await momentsOf(writer, [from])) await writer.updateRow('moment', row, { person_id: to });
  for (const row of await exchangesOf(writer, [from])) await writer.updateRow('exchange', row, { person_id: to });
  for (const row of await sharesOf(writer, [from])) await writer.updateRow('share', row, { person_id: to });
  for (const row of await revivalsOf(writer, [from])) await writer.updateRow('revival', row, { person_id: to });
  for (const row of await dismissalsOf(writer, [from])) await writer.updateRow('dismissal', row, { person_id: to });
  for (const row of await recordsOfPerson(writer, from))
    await writer.updateRow('source_record', row, { person_id: to });
}

/** Of a row, a goal or an outcome that holds both, one place is left: the one where more has happened. */
async function moveLongGame(writer: Writer, from: string, to: string): Promise<void> {
  const there = new Map((await newsOfPeople(writer, [to])).map((row) => [row.news_id, row]));
  for (const row of await newsOfPeople(writer, [from])) {
    const mine = there.get(row.news_id);
    if (mine === undefined) await writer.updateRow('news_person', row, { person_id: to });
    else {
      await writer.remove('news_person', [row.id]);
      if (mine.told_on === null && row.told_on !== null)
        await writer.updateRow('news_person', mine, { told_on: row.told_on, skipped_on: null });
    }
  }
  const goals = new Set((await goalsOfPeople(writer, [to])).map((row) => row.goal_id));
  for (const row of await goalsOfPeople(writer, [from])) {
    if (goals.has(row.goal_id)) await writer.remove('goal_person', [row.id]);
    else await writer.updateRow('goal_person', row, { person_id: to });
  }
  const outcomes = new Set((await outcomesOfPeople(writer, [to])).map((row) => row.outcome_id));
  for (const row of await outcomesOfPeople(writer, [from])) {
    if (outcomes.has(row.outcome_id)) await writer.remove('outcome_person', [row.id]);
    else await writer.updateRow('outcome_person', row, { person_id: to });
  }
}

async function moveTouches(writer: Writer, from: string, to: string): Promise<void> {
  for (const touch of await touchesOfPerson(writer, from, { limit: 100_000 })) {
    const people = await touchPeopleRows(writer, touch.id);
    const mine = people.find((row) => row.person_id === from);
    if (!mine) continue;
    if (people.some((row) => row.person_id === to)) await writer.remove('touch_person', [mine.id]);
    else await writer.update('touch_person', mine.id, { person_id: to });
  }
}

/** Both on one list are one guest: whoever was met there stands for both. */
async function moveGatherings(writer: Writer, from: string, to: string): Promise<void> {
  const there = new Map((await gatheringsOf(writer, [to])).map((row) => [`${row.gathering_id} ${row.date}`, row]));
  for (const row of await gatheringsOf(writer, [from])) {
    const other = there.get(`${row.gathering_id} ${row.date}`);
    if (other === undefined) {
      await writer.updateRow('gathering_person', row, { person_id: to });
      continue;
    }
    const met = other.part === 'met' ? other : row;
    await writer.updateRow('gathering_person', other, {
      part: met.part,
      touch_id: met.touch_id,
      wanted: Math.max(row.wanted, other.wanted),
      say: other.say || row.say,
      said: [other.said, row.said].filter((text) => text !== '').join('; '),
    });
    await writer.remove('gathering_person', [row.id]);
  }
}

async function moveCircles(writer: Writer, from: string, to: string): Promise<void> {
  const there = new Set((await membershipsOf(writer, [to])).map((row) => row.circle_id));
  for (const row of await membershipsOf(writer, [from])) {
    if (there.has(row.circle_id)) await writer.remove('circle_member', [row.id]);
    else await writer.updateRow('circle_member', row, { person_id: to });
  }
}

async function moveTies(writer: Writer, from: string, to: string, name: string): Promise<void> {
  for (const row of await tiesOf(writer, [from])) {
    // A tie between the two would bind a person to themselves.
    if (row.other_id === to) {
      await writer.remove('tie', row.inverse_id === null ? [row.id] : [row.id, row.inverse_id]);
      continue;
    }
    await writer.updateRow('tie', row, { person_id: to });
    if (row.inverse_id !== null) await writer.update('tie', row.inverse_id, { other_id: to, other_name: name });
  }
}

async function moveIntroductions(writer: Writer, from: string, to: string): Promise<void> {
  for (const row of await introductionsOf(writer, [from])) {
    // Nobody is introduced to themselves.
    if (row.first_id === to || row.second_id === to) await writer.remove('introduction', [row.id]);
    else if (row.first_id === from) await writer.updateRow('introduction', row, { first_id: to });
    else await writer.updateRow('introduction', row, { second_id: to });
  }
}

/** Who is not the other is not the one they are now either. */
async function moveApart(writer: Writer, from: string, to: string): Promise<void> {
  for (const row of await notSameRows(writer, from)) {
    const [a = '', b = ''] = [row.a_id === from ? row.b_id : row.a_id, to].sort();
    const there = a === b || (await notSameRows(writer, to)).some((other) => other.a_id === a && other.b_id === b);
    if (there) await writer.remove('not_same', [row.id]);
    else await writer.updateRow('not_same', row, { a_id: a, b_id: b });
  }
}
