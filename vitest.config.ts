import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Threads and processes of the tests load the same modules over and over: compiled once, they take a fifth of the time.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

const everywhere = { extends: true } as const;

/** Tests that must hold wherever their reader lives: one zone behind UTC with daylight saving, one far ahead. */
const zones = { west: 'America/Los_Angeles', east: 'Pacific/Kiritimati' };

const unit = ['src/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'tests/*.test.ts', 'bench/**/*.test.ts'];
/** Long enough to be run once only: what these look at (damaged bytes, source text, query plans) has no day and no clock in it. */
const zoneless = [
  'src/formats/**/hostile.test.ts',
  'src/storage/dialects/sqlite/pace.test.ts',
  'tests/architecture.test.ts',
  'web/catalogues.test.ts',
];
/** Slow, and the same wherever the clock stands. */
const packaging = ['tests/package.test.ts', 'tests/setup.test.ts'];

export default defineConfig({
  test: {
    // A time zone given in `env` holds only where each worker is a process of its own.
    pool: 'forks',
    // By default one processor is left free: of two that is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['tests/support/global-setup.ts'],
    reporters: ['default', './tests/support/count-reporter.ts'],
    testTimeout: 10_000,
    hookTimeout: 30_000,
    teardownTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      ...Object.entries(zones).map(([name, TZ]) => ({
        ...everywhere,
        // Pure rules share a process: loading them anew for every file took as long as the tests.
        test: {
          name: `unit-${name}`,
          include: unit,
          exclude: name === 'west' ? packaging : [...packaging, ...zoneless],
          env: { TZ },
          isolate: false,
        },
      })),
      // The same tests on SQLite in one zone and on PostgreSQL in the other (tests/support/dialects.ts).
      ...Object.entries({ sqlite: zones.west, postgres: zones.east }).map(([dialect, TZ]) => ({
        ...everywhere,
        test: {
          name: `integration-${dialect}`,
          include: ['tests/integration/**/*.test.ts', 'tests/dav/**/*.test.ts'],
          env: { TZ, TENDRIL_TEST_DIALECT: dialect },
          // As above: a file keeps nothing behind but what its hooks take away.
          isolate: false,
          // Properties over many acts on a database, on whatever machine: a bound against hanging, not a measure.
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      })),
      {
        ...everywhere,
        test: {
          name: 'e2e',
          // They share their modules and a Chromium (tests/support/page.ts).
          isolate: false,
          include: ['tests/e2e/**/*.test.ts'],
          env: { TZ: zones.east },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...everywhere,
        test: {
          name: 'package',
          include: packaging,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        ...everywhere,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
