import type { Migration } from '../dialects/dialect.ts';
import { init } from './001-init.ts';

/** All migrations in order. A released one is never edited. */
export const migrations: readonly Migration[] = [init];
