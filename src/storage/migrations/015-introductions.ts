import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** Two people, why it helps each, and the days on which they were asked, said yes and were introduced. */
export const introductions: Migration = {
  id: '015-introductions',
  async up(tx, dialect) {
    await runDdl(tx, dialect, [
      `create table introduction (
        network_id {text} not null references network(id), id {text} not null, rev {integer} not null,
        first_id {text} not null, second_id {text} not null, why_first {text} not null, why_second {text} not null,
        noted_on {text} not null, first_asked_on {text}, first_yes_on {text}, second_asked_on {text}, second_yes_on {text},
        made_on {text}, outcome {text}, outcome_on {text}, thanked_on {text}, declined_on {text}, declined_by {text},
        dismissed_on {text},
        primary key (network_id, id)){end}`,
      'create index introduction_first on introduction (network_id, first_id)',
      'create index introduction_second on introduction (network_id, second_id)',
    ]);
  },
};
