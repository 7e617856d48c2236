import {
  type Introducible,
  type IntroductionIdea,
  indexIntroductions,
  TELLING_KINDS,
} from '../src/domain/introducing/suggest.ts';
import type { FactKind } from '../src/domain/words.ts';
import { benchNetwork } from './network.ts';
import { BAD, GOOD, type Side } from './planted-pairs.ts';
import { quantile, type Row, rowOf } from './row.ts';
import { isWanted, type Place, type Scene, subjectOf } from './scene.ts';

/*
 * Whom to introduce to whom: how long it takes, and whether it is any good. Among the people of a generated network pairs are
 * planted who would be glad of each other, and others who only sound alike. Precision is the share of good pairs among the
 * first ten in which somebody planted is named: a match with anybody else is a bad one.
 */

const ROUNDS = 9;
const FIRST = 10;

export async function* measureIntroducing(place: Place, makeScene: () => Promise<Scene>): AsyncGenerator<Row> {
  const name = 'introductions found';
  if (isWanted(place, name)) {
    const { people, isPlanted, isGood } = planted(place.people);
    const samples: number[] = [];
    let precision = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      const first = firstOf(
        indexIntroductions(people).ideas(),
        ({ first: one, second }) => isPlanted(one) || isPlanted(second),
      );
      samples.push(performance.now() - start);
      precision = first.filter(({ first: one, second }) => isGood(one, second)).length / FIRST;
    }
    process.stderr.write(`${name}: precision at ${FIRST} is ${precision.toFixed(2)} among ${place.people} people\n`);
    yield rowOf(subjectOf(place, name, 0), {
      unit: 'ms',
      samples,
      target: `p50 < 200 ms, precision at ${FIRST} ≥ 0.9 (${precision.toFixed(2)})`,
      ok: ({ p50 }) => p50 < 200 && precision >= 0.9,
    });
  }
  const whole = 'introductions suggested';
  if (!isWanted(place, whole)) return;
  const scene = await makeScene();
  const { first, again, asked, good } = await scene.network.ask('suggestIntroductions', ROUNDS);
  const precision = good / FIRST;
  process.stderr.write(
    `${whole}: precision at ${FIRST} is ${precision.toFixed(2)}; after one fact more ${quantile(again, 0.5).toFixed(0)} ms; processor time of the first ${asked.toFixed(0)} ms\n`,
  );
  yield rowOf(subjectOf(place, whole, scene.touches), {
    unit: 'ms',
    samples: first,
    target: `p50 < 200 ms with everybody read anew, precision at ${FIRST} ≥ 0.9 (${precision.toFixed(2)})`,
    ok: ({ p50 }) => p50 < 200 && precision >= 0.9,
  });
}

/** As a list of them is made, each person once: those of it that can be judged. */
function firstOf(
  all: Iterable<IntroductionIdea>,
  isJudged: (idea: IntroductionIdea) => boolean,
): readonly IntroductionIdea[] {
  const first: IntroductionIdea[] = [];
  const named = new Set<string>();
  for (const one of all) {
    if (named.has(one.first) || named.has(one.second)) continue;
    named.add(one.first).add(one.second);
    if (isJudged(one)) first.push(one);
    if (first.length === FIRST) break;
  }
  return first;
}

/** The people of a network as the rules read them, some of whom got more to say. */
function planted(count: number): {
  readonly people: readonly Introducible[];
  readonly isPlanted: (one: string) => boolean;
  readonly isGood: (one: string, other: string) => boolean;
} {
  const network = benchNetwork({ people: count });
  const facts = Map.groupBy(
    [...network.facts].filter((fact) => !fact.private && TELLING_KINDS.includes(fact.kind)),
    (fact) => fact.person,
  );
  const people = [...network.people].map((person): Introducible => {
    const organization = Object.values(person.card.organizations ?? {})[0]?.name;
    const title = Object.values(person.card.titles ?? {})[0]?.name;
    return {
      id: `p${person.ref}`,
      name: person.card.name?.full ?? '',
      closeness: person.circle === undefined ? 0.2 : 0.6,
      facts: (facts.get(person.ref) ?? []).map(({ kind, text }, i) => ({ id: `p${person.ref}-${i}`, kind, text })),
      title,
      workplace: organization,
      organisation: organization?.toLowerCase(),
    };
  });
  // Spread over everybody, none beside the other.
  const step = Math.floor(people.length / (2 * (GOOD.length + BAD.length) + 1));
  const [good, all] = [new Set<string>(), new Set<string>()];
  const put = (at: number, side: Side): string => {
    const person = people[at % people.length];
    if (person === undefined) return '';
    const own = Object.entries(side).map(([kind, text], i) => ({
      id: `${person.id}-own-${i}`,
      kind: kind as FactKind,
      text,
    }));
    people[at % people.length] = {
      ...person,
      closeness: 0.6,
      organisation: undefined,
      facts: [...person.facts, ...own],
    };
    return person.id;
  };
  for (const [i, [one, other]] of [...GOOD, ...BAD].entries()) {
    const ids = [put(step * (2 * i), one), put(step * (2 * i + 1), other)];
    for (const id of ids) all.add(id);
    if (i < GOOD.length) good.add(ids.sort().join(' '));
  }
  return { people, isPlanted: (one) => all.has(one), isGood: (one, other) => good.has([one, other].sort().join(' ')) };
}
