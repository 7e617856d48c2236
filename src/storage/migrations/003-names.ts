import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/**
 * Words of names in the order in which people are answered, and what derived rows were made by: those made otherwise are
 * made again at the next start.
 */
export const names: Migration = {
  id: '003-names',
  breaks: true,
  touches: ['name_token', 'token_trigram'],
  async up(tx, dialect) {
    await runDdl(tx, dialect, STATEMENTS);
  },
};

const STATEMENTS = [
  'drop table name_token',
  `create table name_token (
    network_id {text} not null, token {text} not null, rank {integer} not null, person_id {text} not null,
    primary key (network_id, token, rank, person_id)){keyed}`,
  'create index name_token_person on name_token (network_id, person_id, token)',
  // Its keys are no longer trigrams alone.
  'drop table token_trigram',
  `create table token_key (
    network_id {text} not null, key {text} not null, token {text} not null,
    primary key (network_id, key, token)){keyed}`,
  `create table projection (
    network_id {text} not null references network(id), made_by {text} not null, primary key (network_id)){end}`,
];
