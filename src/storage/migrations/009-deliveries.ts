import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** What is sent to the owner by itself: one row a kind and day, so that no day has two. */
export const deliveries: Migration = {
  id: '009-deliveries',
  async up(tx, dialect) {
    await runDdl(tx, dialect, [
      `create table delivery (
        network_id {text} not null references network(id), kind {text} not null, day {text} not null, due_at {text} not null,
        state {text} not null, attempts {integer} not null, retry_at {text}, error {text}, delivered_at {text}, lease {text},
        primary key (network_id, kind, day)){end}`,
    ]);
  },
};
