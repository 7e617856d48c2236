import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/**
 * Filters with a name, trips, and what the list of people is filtered by. The index by name holds all of that, so that any mixture
 * of filters is answered from it alone; the new columns are filled as everything derived by older rules is: at the next start.
 */
export const savedFilters: Migration = {
  id: '010-saved-filters',
  async up(tx, dialect) {
    await runDdl(tx, dialect, STATEMENTS);
  },
};

const STATEMENTS = [
  `create table saved_filter (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, name {text} not null,
    filter {text} not null, sort {text}, primary key (network_id, id)){end}`,
  `create table trip (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, city {text} not null,
    country {text}, since {text} not null, until {text} not null, note {text} not null, primary key (network_id, id)){end}`,
  'create index trip_until on trip (network_id, until, id)',
  ...['city_key', 'country', 'organisation_key', 'organisation', 'email', 'phone', 'birthday', 'birthday_key'].map(
    (column) => `alter table person_state add column ${column} {text}`,
  ),
  'alter table person_state add column lacks {integer} not null default 0',
  'drop index person_state_name',
  `create index person_state_name on person_state
    (network_id, active, sort_key, person_id, lacks, last_contact, next_touch, quiet_on, at_risk_on, dormant_on, city_key,
    country, organisation_key, birthday_key)`,
  ...['city_key', 'organisation_key', 'birthday_key', 'dormant_on'].map(
    (column) => `create index person_state_${column} on person_state (network_id, active, ${column}, person_id)`,
  ),
  `create table person_tag (
    network_id {text} not null, tag_key {text} not null, person_id {text} not null, tag {text} not null,
    primary key (network_id, tag_key, person_id)){keyed}`,
  'create index person_tag_person on person_tag (network_id, person_id)',
  'create index source_record_source on source_record (network_id, source_id, person_id)',
  'create index person_owner on person (network_id, id) where is_owner = 1',
];
