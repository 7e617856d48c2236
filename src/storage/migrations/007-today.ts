import type { Migration } from '../dialects/dialect.ts';
import { runDdl } from './ddl.ts';

/**
 * Who went quiet is counted from an index, and read from another in the order of the day's plan. The new columns are filled
 * as everything derived by older rules is: at the next start.
 */
export const today: Migration = {
  id: '007-today',
  async up(tx, dialect) {
    await runDdl(tx, dialect, STATEMENTS);
  },
};

const STATEMENTS = [
  // What was stored before was stored by a look.
  'alter table day_plan add column seen {integer} not null default 1',
  'alter table person_state add column at_risk_on {text}',
  'alter table person_state add column dormant_on {text}',
  'alter table person_state add column quiet_worth {real}',
  'drop index person_state_quiet',
  `create index person_state_quiet on person_state
    (network_id, quiet_on, dormant_on, quiet_worth) where quiet_on is not null`,
  `create index person_state_quiet_first on person_state
    (network_id, quiet_worth desc, name, person_id, quiet_on, at_risk_on, dormant_on) where quiet_worth is not null`,
  `create index person_state_rhythm on person_state (network_id, active, at_risk_on, dormant_on, quiet_on, person_id)
    where rhythm_days is not null`,
  // Read as a whole: few people rest.
  `create index person_resting on person (network_id, snoozed_until, paused_from, paused_until, id)
    where snoozed_until is not null or paused_from is not null or paused_until is not null`,
  'create index dismissal_key on dismissal (network_id, key, person_id)',
];
