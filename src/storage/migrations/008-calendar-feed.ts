import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** The secret address of a network's calendar, of which there is one at a time. */
export const calendarFeed: Migration = {
  id: '008-calendar-feed',
  async up(tx, dialect) {
    await runDdl(tx, dialect, [
      `create table calendar_feed (
        network_id {text} not null references network(id), hash {text} not null, created_at {text} not null,
        last_read_at {text}, primary key (network_id)){end}`,
      'create unique index calendar_feed_hash on calendar_feed (hash)',
    ]);
  },
};
