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
import { introductions } from './015-introductions.ts';
import { resources } from './016-resources.ts';
import { gatherings } from './017-gatherings.ts';
import { news } from './018-news.ts';
import { words } from './019-words.ts';
import { revivals } from './021-revivals.ts';

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
  introductions,
  resources,
  gatherings,
  news,
  words,
  revivals,
];
