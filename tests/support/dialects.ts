import { postgresSkipped } from './postgres.ts';

export type TestDialect = 'sqlite' | 'postgres';

/**
 * The databases that the running project covers, for `describe.each(testDialects)`. The integration tests run once
 * on SQLite in one time zone and once on PostgreSQL in another; everywhere else both are covered in each run.
 */
export const testDialects: readonly TestDialect[] = (['sqlite', 'postgres'] as const).filter(
  (dialect) =>
    (process.env.TENDRIL_TEST_DIALECT ?? dialect) === dialect && !(dialect === 'postgres' && postgresSkipped),
);
