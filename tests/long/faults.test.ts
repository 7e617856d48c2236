import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDialects } from '../support/dialects.ts';
import { type FaultKind, runFaults } from '../support/faults/run-faults.ts';
import { type DurablePostgres, startDurablePostgres } from '../support/postgres-server.ts';

/**
 * Tendril is killed, and its database taken away, at random moments of whatever it does. What it acknowledged must be
 * there afterwards. TENDRIL_FAULT_SEED plays a run again, TENDRIL_FAULT_ROUNDS sets its length, TENDRIL_FAULT_KINDS
 * (`import,restore`) leaves the other kinds out, TENDRIL_FAULT_MINUTES begins no round after so long.
 */

const SEED = Number(process.env.TENDRIL_FAULT_SEED ?? Math.floor(Math.random() * 1_000_000));
const ROUNDS = Number(process.env.TENDRIL_FAULT_ROUNDS ?? 100);
const KINDS = process.env.TENDRIL_FAULT_KINDS?.split(',') as FaultKind[] | undefined;
const MINUTES = process.env.TENDRIL_FAULT_MINUTES;
const HOUR = 60 * 60_000;

describe.each(testDialects)('faults on %s', (dialect) => {
  let server: DurablePostgres | undefined;

  beforeAll(async () => {
    if (dialect === 'postgres') server = await startDurablePostgres();
  });

  afterAll(async () => {
    await server?.stop();
  });

  it(
    `lose nothing that was acknowledged, over ${ROUNDS} rounds`,
    async () => {
      const report = await runFaults({
        dialect,
        seed: SEED,
        rounds: ROUNDS,
        ...(server === undefined ? {} : { server }),
        ...(KINDS === undefined ? {} : { kinds: KINDS }),
        ...(MINUTES === undefined ? {} : { minutes: Number(MINUTES) }),
        log: (line) => process.stdout.write(`${line}\n`),
      });
      expect(report.problems).toEqual([]);
      expect(report.rounds).toBeGreaterThan(0);
      // Copying, restoring and migrating alone acknowledge no write.
      if (report.writingRounds > 0) expect(report.acknowledged).toBeGreaterThan(0);
    },
    HOUR * 2,
  );
});
