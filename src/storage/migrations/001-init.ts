import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/** The first schema. `{text}` and its like stand for the dialect's names of the four logical types, `{end}` and `{keyed}` for its table ends. */
export const init: Migration = {
  id: '001-init',
  async up(tx, dialect) {
    await runDdl(tx, dialect, STATEMENTS);
    await dialect.text.createTable(tx);
  },
};

const STATEMENTS = [
  `create table network (
    id {text} primary key, seq {integer} not null, epoch {text} not null, owner_user_id {text}, created_at {text} not null){end}`,
  `create table step (
    network_id {text} not null references network(id), id {text} not null, kind {text} not null, title {text} not null,
    actor {text} not null, state {text} not null, undoes {text}, created_at {text} not null, finished_at {text},
    changes {integer} not null, seq {integer} not null, result {text}, primary key (network_id, id)){end}`,
  'create index step_newest on step (network_id, seq, id)',
  `create table change (
    network_id {text} not null references network(id), seq {integer} not null, step_id {text} not null, entity {text} not null,
    entity_id {text} not null, person_id {text}, op {text} not null, before {text}, after {text},
    primary key (network_id, seq)){end}`,
  'create index change_step on change (network_id, step_id, seq)',
  'create index change_entity on change (network_id, entity_id, seq)',
  'create index change_person on change (network_id, person_id, seq)',
  `create table blob (
    network_id {text} not null references network(id), hash {text} not null, media_type {text} not null, size {integer} not null,
    bytes {blob} not null, primary key (network_id, hash)){end}`,

  `create table person (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, card {text} not null,
    channel {text}, rhythm_days {integer}, snoozed_until {text}, skipped_on {text}, paused_from {text}, paused_until {text},
    archived_on {text}, deceased {integer} not null, sorted_on {text}, is_owner {integer} not null, added_on {text} not null,
    primary key (network_id, id)){end}`,
  `create table circle (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, name {text} not null,
    rhythm_days {integer}, size {integer}, position {integer} not null, primary key (network_id, id)){end}`,
  `create table circle_member (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, circle_id {text} not null,
    person_id {text} not null, since {text} not null, primary key (network_id, id)){end}`,
  'create unique index circle_member_once on circle_member (network_id, circle_id, person_id)',
  'create index circle_member_person on circle_member (network_id, person_id)',
  `create table touch (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, date {text} not null, at {text},
    channel {text} not null, direction {text} not null, summary {text} not null, notes {text} not null, place {text},
    plan {integer} not null, personal {integer} not null, follow_up {integer} not null, follow_up_on {text}, follow_up_text {text}, topic {text}, source {text},
    created_at {text} not null, primary key (network_id, id)){end}`,
  'create index touch_plan on touch (network_id, plan, date)',
  `create table touch_person (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, touch_id {text} not null,
    person_id {text} not null, primary key (network_id, id)){end}`,
  'create unique index touch_person_once on touch_person (network_id, touch_id, person_id)',
  'create index touch_person_person on touch_person (network_id, person_id, touch_id)',
  `create table fact (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, person_id {text} not null,
    kind {text} not null, text {text} not null, since {text}, until {text}, touch_id {text}, private {integer} not null,
    learned_on {text} not null, primary key (network_id, id)){end}`,
  'create index fact_person on fact (network_id, person_id)',
  `create table promise (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, person_id {text} not null,
    "by" {text} not null, text {text} not null, due {text}, made_on {text} not null, done_on {text}, touch_id {text},
    primary key (network_id, id)){end}`,
  'create index promise_person on promise (network_id, person_id)',
  'create index promise_open on promise (network_id, done_on, due)',
  `create table reminder (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, person_id {text} not null,
    date {text} not null, text {text} not null, done_on {text}, primary key (network_id, id)){end}`,
  'create index reminder_person on reminder (network_id, person_id)',
  'create index reminder_open on reminder (network_id, done_on, date)',
  `create table tie (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, person_id {text} not null,
    kind {text} not null, other_id {text}, other_name {text} not null, inverse_id {text}, primary key (network_id, id)){end}`,
  'create index tie_person on tie (network_id, person_id)',
  'create index tie_other on tie (network_id, other_id)',
  `create table dismissal (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, person_id {text} not null,
    key {text} not null, until {text}, primary key (network_id, id)){end}`,
  'create index dismissal_person on dismissal (network_id, person_id)',
  `create table not_same (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, a_id {text} not null,
    b_id {text} not null, primary key (network_id, id)){end}`,
  'create unique index not_same_once on not_same (network_id, a_id, b_id)',
  'create index not_same_b on not_same (network_id, b_id)',
  `create table setting (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, data {text} not null,
    primary key (network_id, id)){end}`,
  `create table source (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, format {text} not null,
    label {text} not null, last_import_on {text}, primary key (network_id, id)){end}`,
  'create unique index source_once on source (network_id, format, label)',
  `create table source_record (
    network_id {text} not null references network(id), id {text} not null, rev {integer} not null, source_id {text} not null,
    key {text} not null, person_id {text} not null, base {text} not null, hash {text} not null, missing_since {text},
    primary key (network_id, id)){end}`,
  'create unique index source_record_key on source_record (network_id, source_id, key)',
  'create index source_record_person on source_record (network_id, person_id)',

  `create table person_state (
    network_id {text} not null references network(id), person_id {text} not null, name {text} not null, sort_key {text} not null,
    initials {text} not null, photo {text}, headline {text}, place {text}, tags {text} not null, active {integer} not null,
    unsorted {integer} not null, last_contact {text}, last_touch_id {text}, last_channel {text}, awaiting_touch_id {text},
    follow_up_touch_id {text}, rhythm_days {integer}, joined_on {text}, next_touch {text}, quiet_on {text},
    closeness {real} not null, touch_count {integer} not null, history {text}, primary key (network_id, person_id)){end}`,
  'create index person_state_name on person_state (network_id, active, sort_key, person_id)',
  'create index person_state_next on person_state (network_id, active, next_touch)',
  'create index person_state_last on person_state (network_id, active, last_contact)',
  'create index person_state_quiet on person_state (network_id, active, quiet_on)',
  'create index person_state_unsorted on person_state (network_id, unsorted, sort_key)',
  'create index person_state_follow_up on person_state (network_id, follow_up_touch_id) where follow_up_touch_id is not null',
  'create index person_state_awaiting on person_state (network_id, awaiting_touch_id) where awaiting_touch_id is not null',
  // Derived rows, many to a person and made again with them: the person's own row answers for the network.
  `create table identity (
    network_id {text} not null, kind {text} not null, value {text} not null, person_id {text} not null,
    primary key (network_id, kind, value, person_id)){keyed}`,
  'create index identity_person on identity (network_id, person_id)',
  `create table occasion (
    network_id {text} not null, month {integer} not null, day {integer} not null, person_id {text} not null,
    kind {text} not null, label {text} not null, date {text} not null,
    primary key (network_id, month, day, person_id, kind, label)){keyed}`,
  'create index occasion_person on occasion (network_id, person_id)',
  `create table name_token (
    network_id {text} not null, token {text} not null, person_id {text} not null,
    primary key (network_id, token, person_id)){keyed}`,
  'create index name_token_person on name_token (network_id, person_id)',
  `create table name_prefix (
    network_id {text} not null, prefix {text} not null, rank {integer} not null, person_id {text} not null,
    primary key (network_id, prefix, rank, person_id)){keyed}`,
  'create index name_prefix_person on name_prefix (network_id, person_id)',
  `create table token_trigram (
    network_id {text} not null, trigram {text} not null, token {text} not null,
    primary key (network_id, trigram, token)){keyed}`,

  `create table day_plan (
    network_id {text} not null references network(id), date {text} not null, seq {integer} not null, plan {text} not null,
    waiting {text} not null, primary key (network_id, date)){end}`,
  `create table import_run (
    network_id {text} not null references network(id), id {text} not null, step_id {text}, source_label {text}, state {text} not null,
    dry_run {integer} not null, started_at {text} not null, finished_at {text}, files {text} not null, done {integer} not null,
    total {integer}, what {text} not null, counts {text} not null, error {text}, report {text}, notes {text} not null, missing {integer} not null, lease {text},
    primary key (network_id, id)){end}`,
  `create table import_row (
    network_id {text} not null references network(id), import_id {text} not null, position {integer} not null,
    source_id {text} not null, file {integer} not null, key {text} not null, hash {text} not null, draft {text} not null,
    primary key (network_id, import_id, position)){end}`,
  `create table api_token (
    network_id {text} not null references network(id), id {text} not null, name {text} not null, scope {text} not null,
    hash {text} not null, created_at {text} not null, last_used_at {text}, primary key (network_id, id)){end}`,
  'create unique index api_token_hash on api_token (hash)',
];
