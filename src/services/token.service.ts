import { createHash } from 'node:crypto';
import type { ApiToken } from '../contract/shapes.ts';
import { toInstant } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import type { NetworkId } from '../domain/ids.ts';
import {
  deleteToken,
  findTokenByHash,
  insertToken,
  listTokenRows,
  noteTokenUse,
} from '../storage/repositories/token.repository.ts';
import { newId, type Store, scopeWith } from '../storage/store.ts';
import { type Actor, type Context, requireWrite, scopeOf } from './context.ts';
import { ifWritable } from './of-the-moment.ts';

/** Bearer tokens for programs: 256 random bits, of which only the SHA-256 is kept. Never in the feed. */

const PREFIX = 'tendril_';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export async function createToken(
  context: Context,
  input: { name: string; scope: 'read' | 'write' },
): Promise<ApiToken & { token: string }> {
  requireWrite(context);
  const { store, actor } = context;
  const token = PREFIX + Buffer.from(store.random(32)).toString('base64url');
  const row = {
    id: newId(store),
    name: input.name,
    scope: input.scope,
    hash: hashOf(token),
    created_at: toInstant(store.now()),
    last_used_at: null,
  };
  await store.database.write((tx) => insertToken(scopeWith(store, tx, actor.networkId), row));
  return { id: row.id, name: row.name, scope: row.scope, createdAt: row.created_at, lastUsedAt: null, token };
}

export async function listTokens(context: Context): Promise<ApiToken[]> {
  requireWrite(context);
  const rows = await listTokenRows(scopeOf(context));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scope: row.scope,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

export async function revokeToken(context: Context, id: string): Promise<void> {
  requireWrite(context);
  const { store, actor } = context;
  const gone = await store.database.write((tx) => deleteToken(scopeWith(store, tx, actor.networkId), id));
  if (!gone) throw new AppError('not-found', 'This token is not here (any more).');
}

/** How often a token's last use is written down. */
const USE_NOTED_MS = 60_000;

/** Who a bearer token speaks for; undefined when it is none of ours. */
export async function actorOfToken(store: Store, token: string): Promise<Actor | undefined> {
  if (!token.startsWith(PREFIX)) return undefined;
  const row = await findTokenByHash(store, hashOf(token));
  if (!row) return undefined;
  const now = store.now();
  // Of either sign: the clock may have been set back since.
  const used = row.last_used_at === null ? 0 : Temporal.Instant.from(row.last_used_at).epochMilliseconds;
  if (Math.abs(now - used) > USE_NOTED_MS) {
    const noting = store.database.write((tx) =>
      noteTokenUse(scopeWith(store, tx, row.network_id as NetworkId), { id: row.id, at: toInstant(now) }),
    );
    await ifWritable(noting);
  }
  return { networkId: row.network_id as NetworkId, name: `token ${row.name}`, scope: row.scope };
}
