import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** What is kept to be shared, and who got it. */
export const resources: Migration = {
  id: '016-resources',
  async up(tx, dialect) {
    await runDdl(tx, dialect, [
      `create table resource (
        network_id {text} not null references network(id), id {text} not null, rev {integer} not null,
        kind {text} not null, url {text}, title {text} not null, description {text} not null, topics {text} not null,
        added_on {text} not null,
        primary key (network_id, id)){end}`,
      'create index resource_added on resource (network_id, added_on)',
      `create table share (
        network_id {text} not null references network(id), id {text} not null, rev {integer} not null,
        resource_id {text} not null, person_id {text} not null, shared_on {text}, channel {text}, reaction {text},
        said {text} not null, touch_id {text},
        primary key (network_id, id)){end}`,
      'create index share_resource on share (network_id, resource_id)',
      'create index share_person on share (network_id, person_id)',
    ]);
  },
};
