import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CalendarDate } from '../../src/domain/dates.ts';
import type { NetworkId } from '../../src/domain/ids.ts';
import { toE164 } from '../../src/formats/phone.ts';
import type { Actor, Context } from '../../src/services/context.ts';
import { ensureNetwork } from '../../src/services/network.service.ts';
import { migrations } from '../../src/storage/migrations/index.ts';
import { migrate } from '../../src/storage/migrator.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import type { Schema } from '../../src/storage/schema.ts';
import type { Store } from '../../src/storage/store.ts';

/** A store of a test with a network in it, on a clock the test moves. */
export interface TestStore {
  readonly store: Store;
  readonly networkId: NetworkId;
  /** Where it lies: a file or a PostgreSQL address. */
  readonly url: string;
  readonly clock: { now: number };
  context(options?: { on?: string; scope?: Actor['scope']; requestId?: string }): Context;
}

/** Noon in Amsterdam on 23 November 2026, a Monday. */
export const NOON = Temporal.ZonedDateTime.from('2026-11-23T12:00[Europe/Amsterdam]').epochMilliseconds;

export async function openStore(url: string): Promise<TestStore> {
  const database = await openDatabase<Schema>({ url });
  await migrate(database, migrations);
  const clock = { now: NOON };
  const store: Store = {
    database,
    now: () => clock.now,
    random: (length) => randomBytes(length),
    phoneKey: (number, country) => toE164(number, country),
  };
  const networkId = await ensureNetwork(store, { country: 'NL', zone: 'Europe/Amsterdam', locale: 'en-GB' });
  const context: TestStore['context'] = ({ on, scope = 'write', requestId } = {}) => ({
    store,
    actor: { networkId, name: 'you', scope },
    ...(on === undefined ? {} : { on: on as CalendarDate }),
    ...(requestId === undefined ? {} : { requestId }),
  });
  return { store, networkId, url, clock, context };
}

export async function temporaryFile(): Promise<{ url: string; drop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-test-'));
  return { url: join(folder, 'tendril.db'), drop: () => rm(folder, { recursive: true, force: true }) };
}
