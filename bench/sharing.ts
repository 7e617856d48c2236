import { buildMatchIndex } from '../src/domain/matching/match-index.ts';
import { documentOf, FAIR_FIT, fitOf, type Likes, soughtOf } from '../src/domain/resources/fitting.ts';
import type { FactKind } from '../src/domain/words.ts';
import { benchNetwork } from './network.ts';
import { type Row, rowOf } from './row.ts';
import { isWanted, type Place, type Scene, subjectOf } from './scene.ts';

/*
 * Who would value a thing one keeps to share: how long it takes, and whether it is any good. Among the people of a generated
 * network some are planted who would, in words of their own, and others who only sound alike.
 */

type Said = readonly [kind: FactKind | 'role', text: string];

interface Planted {
  readonly title: string;
  readonly topics: readonly string[];
  readonly description: string;
  readonly good: readonly Said[];
  readonly bad: readonly Said[];
}

const PLANTED: readonly Planted[] = [
  {
    title: 'How seagrass meadows store carbon',
    topics: ['seagrass', 'carbon'],
    description: 'A day with the divers who replant the sea floor',
    good: [
      ['interest', 'seagrass and everything that lives in it'],
      ['work', 'measures carbon in soils'],
      ['role', 'Seagrass ecologist, Coastal Trust'],
      ['goal', 'replant a seagrass meadow with the diving club'],
      ['challenge', 'nobody funds carbon storage at sea'],
      ['need', 'a carbon calculator for the allotment'],
      ['interest', 'diving over seagrasses'],
      ['success', 'won a prize for the seagrass film'],
      ['preference', 'reads anything about seagrass'],
      ['offer', 'lends the seagrass maps'],
    ],
    bad: [
      ['interest', 'stores of old records, one day each month'],
      ['interest', 'a carbon road bike, cycling, cafés, long tours, maps, spanners'],
      ['work', 'runs the meadow café'],
      ['family', 'a daughter called Meadow'],
      ['goal', 'one day by the sea'],
    ],
  },
  {
    title: 'Why sourdough fails, and how to mend it',
    topics: ['sourdough', 'rye'],
    description: 'Everything a starter needs',
    good: [
      ['interest', 'bakes sourdough at weekends'],
      ['challenge', 'the sourdough never rises'],
      ['goal', 'grow rye on the allotment'],
      ['interest', 'rye'],
      ['gift-idea', 'a sourdough starter'],
      ['role', 'Sourdough baker, Mill Street Bakery'],
      ['need', 'a mill for rye'],
      ['interest', 'old grains and sourdoughs'],
      ['work', 'teaches sourdough to beginners'],
      ['success', 'the rye won at the street fair'],
    ],
    bad: [
      ['challenge', 'the car fails its test, and who will mend it'],
      ['interest', 'mends old radios'],
      ['offer', 'a starter motor'],
      ['interest', 'how everything works'],
      ['work', 'mends nets'],
    ],
  },
  {
    title: 'Letters from a house where people live with dementia',
    topics: ['dementia', 'caregivers', 'braille'],
    description: 'What helps, and what is only meant well',
    good: [
      ['family', 'father lives with dementia'],
      ['interest', 'reads and prints braille'],
      ['work', 'nurse on a dementia ward'],
      ['goal', 'found a circle of caregivers'],
      ['role', 'Braille printer, City Press'],
      ['challenge', 'the dementia of her aunt'],
      ['interest', 'how the brain ages, dementia above all'],
      ['need', 'a caregiver for two afternoons'],
      ['interest', 'caregiving and what it does to families'],
      ['success', 'her book on dementia is out'],
    ],
    bad: [
      ['interest', 'houses on the shore, and letters'],
      ['work', 'letters of credit at a bank'],
      ['preference', 'letters rather than calls'],
      ['goal', 'live in a house by the sea, with people around'],
      ['family', 'means well'],
    ],
  },
];

const FIRST = 10;
const ROUNDS = 9;
const MOST_MS = 200;

export async function* measureSharing(place: Place, makeScene: () => Promise<Scene>): AsyncGenerator<Row> {
  const name = 'who would value it';
  if (isWanted(place, name)) yield await measureFit(place, name);
  const whole = 'a thing to share, with drafts';
  if (!isWanted(place, whole)) return;
  const scene = await makeScene();
  const { first, samples } = await scene.network.ask('openResource', ROUNDS);
  process.stderr.write(`${whole}: the first time, with everybody’s likes read: ${first.toFixed(0)} ms\n`);
  yield rowOf(subjectOf(place, whole, scene.touches), {
    unit: 'ms',
    samples,
    target: `p95 < ${MOST_MS} ms`,
    ok: ({ p95 }) => p95 < MOST_MS,
  });
}

async function measureFit(place: Place, name: string): Promise<Row> {
  const { people, good } = planted(place.people);
  const known = new Map(people.map((one) => [one.personId, one]));
  const index = buildMatchIndex(people.map(documentOf));
  const samples: number[] = [];
  const precisions: number[] = [];
  for (const [at, thing] of PLANTED.entries()) {
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      const sought = soughtOf(thing);
      const found = index
        .match(sought, { limit: 60, atLeast: FAIR_FIT })
        .map(({ id, score }) => fitOf(known.get(id) ?? NOBODY, { index, sought, score }))
        .sort((a, b) => b.score - a.score)
        .slice(0, FIRST);
      samples.push(performance.now() - start);
      if (round === 0) precisions.push(found.filter(({ personId }) => good[at]?.has(personId)).length / FIRST);
    }
  }
  const precision = precisions.reduce((sum, one) => sum + one, 0) / precisions.length;
  process.stderr.write(`${name}: precision at ${FIRST} is ${precision.toFixed(2)} among ${place.people} people\n`);
  return rowOf(subjectOf(place, name, 0), {
    unit: 'ms',
    samples,
    target: `p95 < ${MOST_MS} ms, precision at ${FIRST} ≥ 0.9 (${precision.toFixed(2)})`,
    ok: ({ p95 }) => p95 < MOST_MS && precision >= 0.9,
  });
}

const NOBODY: Likes = { personId: '', facts: [], role: '', tags: [], given: [] };

/** The people of a network as the rules read them, some of whom got more to say; and by thing who would value it. */
function planted(count: number): { readonly people: readonly Likes[]; readonly good: readonly ReadonlySet<string>[] } {
  const network = benchNetwork({ people: count });
  const facts = Map.groupBy(network.facts, ({ person }) => person);
  const people = [...network.people].map((person): Likes => {
    const title = Object.values(person.card.titles ?? {})[0]?.name;
    const organisation = Object.values(person.card.organizations ?? {})[0]?.name;
    const personId = `p${person.ref}`;
    return {
      personId,
      role: [title, organisation].filter((part) => part !== undefined).join(', '),
      tags: Object.keys(person.card.keywords ?? {}),
      given: [],
      facts: (facts.get(person.ref) ?? []).map(({ kind, text }, at) => ({
        id: `${personId}-${at}`,
        kind,
        text,
        private: false,
      })),
    };
  });
  const all = PLANTED.reduce((sum, { good, bad }) => sum + good.length + bad.length, 0);
  const step = Math.max(1, Math.floor(people.length / (all + 1)));
  let next = 0;
  const put = ([kind, text]: Said): string => {
    const at = (next++ * step) % people.length;
    const person = people[at];
    if (person === undefined) return '';
    people[at] =
      kind === 'role'
        ? { ...person, role: text }
        : { ...person, facts: [...person.facts, { id: `${person.personId}-own`, kind, text, private: false }] };
    return person.personId;
  };
  const good = PLANTED.map((thing) => {
    const ids = new Set(thing.good.map(put));
    thing.bad.forEach(put);
    return ids;
  });
  return { people, good };
}
