import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/**
 * Who may sign in. The columns are those of the sign-in library; days, instants and flags are stored as everywhere else.
 * Nothing here is in the feed, and nothing belongs to a network: a network names its owner.
 */
export const auth: Migration = {
  id: '002-auth',
  async up(tx, dialect) {
    await runDdl(tx, dialect, STATEMENTS);
  },
};

const STATEMENTS = [
  `create table auth_user (
    id {text} primary key, name {text} not null, email {text} not null unique, email_verified {integer} not null, image {text},
    created_at {text} not null, updated_at {text} not null){end}`,
  `create table auth_session (
    id {text} primary key, token {text} not null unique, user_id {text} not null references auth_user(id) on delete cascade,
    expires_at {text} not null, ip_address {text}, user_agent {text}, created_at {text} not null, updated_at {text} not null){end}`,
  'create index auth_session_user on auth_session (user_id)',
  `create table auth_account (
    id {text} primary key, account_id {text} not null, provider_id {text} not null,
    user_id {text} not null references auth_user(id) on delete cascade, access_token {text}, refresh_token {text},
    id_token {text}, access_token_expires_at {text}, refresh_token_expires_at {text}, scope {text}, password {text},
    created_at {text} not null, updated_at {text} not null){end}`,
  'create index auth_account_user on auth_account (user_id)',
  `create table auth_verification (
    id {text} primary key, identifier {text} not null, value {text} not null, expires_at {text} not null,
    created_at {text} not null, updated_at {text} not null){end}`,
  'create index auth_verification_identifier on auth_verification (identifier)',
  // What cookies are signed with, shared by every process on this database.
  'create table auth_secret (name {text} primary key, value {text} not null){end}',
];
