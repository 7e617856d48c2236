import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/domain/demo/random.ts';
import { testDialects } from '../support/dialects.ts';
import { differences } from '../support/faults/ledger.ts';
import { Pace } from '../support/faults/pace.ts';
import { startBrokenServe } from '../support/faults/process.ts';
import { killWrites } from '../support/faults/rounds.ts';
import { openWorld } from '../support/faults/world.ts';

/** Whether the checker of tests/long/faults.test.ts would notice. */
describe.each(testDialects)('faults on %s', (dialect) => {
  it('are noticed when a write is acknowledged outside its transaction', async () => {
    const random = createRandom(7);
    const world = await openWorld({ dialect, random });
    // Whatever moment a kill comes, somebody was told of a write that is still on its way: now and then it falls between.
    for (let round = 0, found: string[] = []; found.length === 0; round++) {
      expect(round).toBeLessThan(8);
      const { problems } = await killWrites(
        world,
        new Pace(random, 300),
        `Broken${'abcdefgh'[round]}`,
        startBrokenServe,
      );
      found = problems.filter((problem) => problem.startsWith('LOST'));
    }
    await world.place.drop();
  });
});

it('knows what is lost, changed and unasked', () => {
  const told = new Map([
    ['person/1', 'Ada'],
    ['person/2', 'Grace'],
    ['touch/3', '*'],
  ]);
  const found = new Map([
    ['person/2', 'Grace O.'],
    ['touch/3', 'Coffee'],
    ['fact/4', 'Likes chess'],
  ]);
  expect(differences(told, found)).toEqual([
    'LOST: person/1 was acknowledged as “Ada” and is not there.',
    'LOST: person/2 was acknowledged as “Grace” and is “Grace O.”.',
    'EXTRA: fact/4 is there as “Likes chess” and should not be.',
  ]);
});
