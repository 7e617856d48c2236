import { createHash } from 'node:crypto';
import type { DBAdapter, Where } from 'better-auth/adapters';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Keeps only the SHA-256 of a session's token in the database, so that a copy of it opens no session. Whoever asks by the
 * token gets it back in the row; the others see the hash.
 */
export function withHashedSessions(adapter: DBAdapter): DBAdapter {
  const ofSession = (query: { model: string }) => query.model === 'session';
  const hashed = <Q extends { model: string; where?: Where[] | undefined }>(query: Q): Q =>
    ofSession(query) && query.where ? { ...query, where: query.where.map(hashedCondition) } : query;
  const wrapped: DBAdapter = {
    ...adapter,
    async create(query) {
      const token = ofSession(query) && 'token' in query.data ? query.data.token : undefined;
      if (typeof token !== 'string') return adapter.create(query);
      return restored(await adapter.create({ ...query, data: { ...query.data, token: hashOf(token) } }), token);
    },
    findOne: async (query) => restored(await adapter.findOne(hashed(query)), tokenIn(query)),
    findMany: (query) => adapter.findMany(hashed(query)),
    count: (query) => adapter.count(hashed(query)),
    update: async (query) => restored(await adapter.update(hashed(query)), tokenIn(query)),
    updateMany: (query) => adapter.updateMany(hashed(query)),
    delete: (query) => adapter.delete(hashed(query)),
    deleteMany: (query) => adapter.deleteMany(hashed(query)),
    consumeOne: (query) => adapter.consumeOne(hashed(query)),
    incrementOne: (query) => adapter.incrementOne(hashed(query)),
    // Each statement stands alone (the handle opens no transactions): the same adapter goes on.
    transaction: (work) => work(wrapped),
  };
  return wrapped;
}

function hashedCondition(condition: Where): Where {
  const { field, value } = condition;
  if (field !== 'token') return condition;
  if (typeof value === 'string') return { ...condition, value: hashOf(value) };
  return Array.isArray(value) ? { ...condition, value: value.map((token) => hashOf(String(token))) } : condition;
}

function tokenIn(query: { model: string; where: Where[] }): string | undefined {
  const value =
    query.model === 'session' ? query.where.find((condition) => condition.field === 'token')?.value : undefined;
  return typeof value === 'string' ? value : undefined;
}

function restored<R>(row: R, token: string | undefined): R {
  return row && token !== undefined ? { ...row, token } : row;
}
