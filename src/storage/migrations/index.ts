import type { Migration } from '../dialects/dialect.ts';
import { init } from './001-init.ts';
import { auth } from './002-auth.ts';
import { names } from './003-names.ts';
import { scale } from './005-scale.ts';
import { imports } from './006-imports.ts';
import { today } from './007-today.ts';
import { calendarFeed } from './008-calendar-feed.ts';
import { deliveries } from './009-deliveries.ts';
import { savedFilters } from './010-saved-filters.ts';
import { moments } from './013-moments.ts';
import { exchanges } from './014-exchanges.ts';
import { news } from './018-news.ts';

/** All migrations in order. A released one is never edited. */
export const migrations: readonly Migration[] = [
  init,
  auth,
  names,
  scale,
  imports,
  today,
  calendarFeed,
  deliveries,
  savedFilters,
  moments,
  exchanges,
  news,
];
