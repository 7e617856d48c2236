import { createHash } from 'node:crypto';
import type { CalendarFeed, NewCalendarFeed } from '../contract/shapes.ts';
import { toInstant } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import type { NetworkId } from '../domain/ids.ts';
import {
  deleteCalendarFeed,
  findCalendarFeed,
  findCalendarFeedByHash,
  noteCalendarRead,
  putCalendarFeed,
} from '../storage/repositories/calendar-feed.repository.ts';
import { type Store, scopeWith } from '../storage/store.ts';
import { type Context, nowOf, requireWrite, scopeOf } from './context.ts';
import { ifWritable } from './of-the-moment.ts';

/** The secret address of the calendar: 256 random bits, of which only the SHA-256 is kept. Never in the feed of changes. */

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Whether there is an address, and whether a calendar reads it. The address itself nobody is told again. */
export async function getCalendarFeed(context: Context): Promise<CalendarFeed> {
  requireWrite(context);
  const row = await findCalendarFeed(scopeOf(context));
  return { on: row !== undefined, createdAt: row?.created_at ?? null, lastReadAt: row?.last_read_at ?? null };
}

/** Makes a new address, the only one from now on. */
export async function renewCalendarFeed(context: Context): Promise<NewCalendarFeed> {
  requireWrite(context);
  const { store, actor } = context;
  const secret = Buffer.from(store.random(32)).toString('base64url');
  const createdAt = nowOf(context);
  await store.database.write((tx) =>
    putCalendarFeed(scopeWith(store, tx, actor.networkId), { hash: hashOf(secret), created_at: createdAt }),
  );
  return { on: true, createdAt, lastReadAt: null, path: `/feeds/${secret}/calendar.ics` };
}

/** Ends the address: whoever has it reads nothing any more. */
export async function endCalendarFeed(context: Context): Promise<void> {
  requireWrite(context);
  const { store, actor } = context;
  const gone = await store.database.write((tx) => deleteCalendarFeed(scopeWith(store, tx, actor.networkId)));
  if (!gone) throw new AppError('not-found', 'The calendar has no address: there is nothing to switch off.');
}

/** How often it is written down that a calendar reads the address. */
const READ_NOTED_MS = 60 * 60_000;

/**
 * For whom an address speaks, to read only; undefined when it is none of ours. Whatever was given is hashed and looked for in
 * the same way, so that no answer comes sooner than another.
 */
export async function contextOfCalendar(store: Store, secret: string): Promise<Context | undefined> {
  const hash = hashOf(secret);
  const row = await findCalendarFeedByHash(store, hash);
  if (!row) return undefined;
  const networkId = row.network_id as NetworkId;
  const now = store.now();
  // Of either sign: the clock may have been set back since.
  const read = row.last_read_at === null ? undefined : Temporal.Instant.from(row.last_read_at).epochMilliseconds;
  if (read === undefined || Math.abs(now - read) > READ_NOTED_MS) {
    const noting = store.database.write((tx) =>
      noteCalendarRead(scopeWith(store, tx, networkId), { hash, at: toInstant(now) }),
    );
    await ifWritable(noting);
  }
  return { store, actor: { networkId, name: 'a calendar', scope: 'read' } };
}
