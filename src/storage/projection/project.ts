import { collationOf } from '../../domain/collation.ts';
import { breathe } from '../dialects/breathe.ts';
import type { Value } from '../dialects/dialect.ts';
import { Posted } from '../posted.ts';
import { inSlices } from '../repositories/person.repository.ts';
import { networkCountry, networkLocale } from '../repositories/setting.repository.ts';
import type { Scope, Store } from '../store.ts';
import {
  type AddedPeople,
  type DeriveBy,
  type Derived,
  derive,
  LONGEST_PREFIX,
  loadFacts,
  NOBODY_ADDED,
  prefixesOfAll,
} from './derive.ts';
import { keysOfToken, wholeKey } from './token-keys.ts';

const SLICE = 200;
/** Of new people, on whom nothing hangs. */
const SLICE_OF_NEW = 500;
/** Their rows are written together: the more, the more of them share a page of an index. */
const NEW_AT_ONCE = 2_000;

/** What a transaction knows already, and how it posts its statements. */
export interface Projecting {
  readonly by: DeriveBy;
  /** Where to look for what was there before. */
  readonly before: Scope['db'];
  readonly added: AddedPeople;
  /** Words of names whose keys are there. */
  readonly keyed: Set<string>;
  readonly posted: Posted;
  /** What was derived of new people and is not written yet: see `writePending`. */
  readonly pending: Derived[];
}

/**
 * Makes the derived rows of these people again, in the caller's transaction. People that are gone lose theirs. Given
 * `known`, it returns when the statements are posted, and those of new people may still be pending.
 */
export async function projectPeople(
  store: Store,
  scope: Scope,
  personIds: readonly string[],
  known?: Projecting,
): Promise<void> {
  if (personIds.length === 0) return;
  const projecting = known ?? (await projectingAlone(store, scope));
  const { added, pending } = projecting;
  const isNew = (id: string) => added.alone.has(id);
  for (const ids of slicesOf(personIds.filter(isNew), SLICE_OF_NEW)) {
    pending.push(...(await deriveAll(scope, ids, projecting)));
    if (pending.length >= NEW_AT_ONCE) await writePending(store, scope, projecting);
  }
  const others = personIds.filter((id) => !isNew(id));
  // They may have been new a moment ago.
  if (others.length > 0) await writePending(store, scope, projecting);
  for (const ids of slicesOf(others, SLICE)) {
    const derived = await deriveAll(scope, ids, projecting);
    await forget(
      scope,
      ids.filter((id) => !added.rows.has(id)),
      derived,
    );
    await write(store, scope, derived, projecting);
  }
  if (!known) await projecting.posted.done();
}

/** Posts what is derived of new people so far. */
export async function writePending(store: Store, scope: Scope, projecting: Omit<Projecting, 'by'>): Promise<void> {
  await write(store, scope, projecting.pending.splice(0), projecting);
}

async function projectingAlone(store: Store, scope: Scope): Promise<Projecting> {
  const by = await deriveBy(store, scope);
  return { by, before: scope.db, added: NOBODY_ADDED, keyed: new Set(), posted: new Posted(), pending: [] };
}

async function deriveAll(scope: Scope, ids: readonly string[], { by, added }: Projecting): Promise<Derived[]> {
  const derived: Derived[] = [];
  for (const facts of await loadFacts(scope, ids, added)) {
    await breathe();
    derived.push(derive(facts, by));
  }
  return derived;
}

function slicesOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** By what the network derives, as its settings are. */
export async function deriveBy(store: Store, scope: Scope): Promise<DeriveBy> {
  const country = await networkCountry(scope);
  return {
    phoneKey: (number) => store.phoneKey(number, country),
    collation: collationOf(await networkLocale(scope)),
  };
}

/** Takes out what was derived before and is no longer so. */
async function forget(scope: Scope, ids: readonly string[], derived: readonly Derived[]): Promise<void> {
  if (ids.length === 0) return;
  const { db, networkId, text } = scope;
  for (const table of ['identity', 'occasion', 'person_tag'] as const)
    await db.deleteFrom(table).where('network_id', '=', networkId).where('person_id', 'in', ids).execute();
  await forgetNames(scope, ids);
  const present = new Set(derived.map((one) => one.state.person_id));
  const gone = ids.filter((id) => !present.has(id));
  if (gone.length === 0) return;
  await db.deleteFrom('person_state').where('network_id', '=', networkId).where('person_id', 'in', gone).execute();
  await text.remove(db, networkId, gone);
}

/** Beginnings are found by the words they begin, which spares the largest table of all an index by person. */
async function forgetNames({ db, networkId }: Scope, ids: readonly string[]): Promise<void> {
  const words = await db
    .selectFrom('name_token')
    .select(['person_id', 'token', 'rank'])
    .where('network_id', '=', networkId)
    .where('person_id', 'in', ids)
    .execute();
  for (const [id, mine] of Map.groupBy(words, (row) => row.person_id)) {
    await db
      .deleteFrom('name_prefix')
      .where('network_id', '=', networkId)
      .where('prefix', 'in', prefixesOfAll(mine.map((row) => row.token)))
      .where('rank', '=', mine[0]?.rank ?? 0)
      .where('person_id', '=', id)
      .execute();
  }
  await db.deleteFrom('name_token').where('network_id', '=', networkId).where('person_id', 'in', ids).execute();
}

async function write(
  store: Store,
  scope: Scope,
  derived: readonly Derived[],
  { before, keyed, posted }: Pick<Projecting, 'before' | 'keyed' | 'posted'>,
): Promise<void> {
  const { dialect } = store.database;
  const first = derived[0];
  if (!first) return;
  const words = derived.flatMap((one) => one.tokens.map((row) => row.token));
  const tokens = await tokensWithoutKeys(before, scope, { words, keyed });
  const stateColumns = Object.keys(first.state);
  insert(
    'person_state',
    stateColumns,
    derived.map((one) => one.state),
    { key: ['network_id', 'person_id'], update: stateColumns.slice(2) },
  );
  insert(
    'identity',
    ['network_id', 'kind', 'value', 'person_id'],
    derived.flatMap((one) => one.identities).sort((a, b) => compare(a.kind, b.kind) || compare(a.value, b.value)),
    'ignore',
  );
  insert(
    'occasion',
    ['network_id', 'month', 'day', 'person_id', 'kind', 'label', 'date'],
    derived.flatMap((one) => one.occasions),
  );
  insert(
    'person_tag',
    ['network_id', 'tag_key', 'person_id', 'tag'],
    derived.flatMap((one) => one.tags),
  );
  insert(
    'name_token',
    ['network_id', 'token', 'rank', 'person_id'],
    derived.flatMap((one) => one.tokens).sort((a, b) => compare(a.token, b.token)),
  );
  insert(
    'name_prefix',
    ['network_id', 'prefix', 'rank', 'person_id'],
    derived.flatMap((one) => one.prefixes).sort((a, b) => compare(a.prefix, b.prefix)),
    'ignore',
  );
  insert(
    'token_key',
    ['network_id', 'key', 'token'],
    tokens.flatMap((token) => keysOfToken(token).map((key) => ({ network_id: scope.networkId, key, token }))),
    'ignore',
  );
  posted.add(
    scope.text.put(
      scope.db,
      derived.map((one) => one.text),
    ),
  );

  function insert(
    table: string,
    columns: readonly string[],
    rows: readonly object[],
    onConflict?: 'ignore' | { key: string[]; update: string[] },
  ): void {
    if (rows.length === 0) return;
    const cells = rows.map((row) => columns.map((column) => (row as Record<string, Value>)[column] ?? null));
    posted.add(dialect.insertMany(scope.db, table, columns, cells, onConflict ? { onConflict } : {}));
  }
}

/** Rows are written in the order in which they lie in their table: those of one page one after the other. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Most words of names have been met before, and their keys are there: they are never taken out, so that what was committed
 * and what this transaction added is all there is.
 */
async function tokensWithoutKeys(
  before: Scope['db'],
  { networkId }: Scope,
  { words, keyed }: { words: readonly string[]; keyed: Set<string> },
): Promise<string[]> {
  const asked = [...new Set(words)].filter((word) => !keyed.has(word));
  const known = await inSlices(asked.map(wholeKey), (slice) =>
    before
      .selectFrom('token_key')
      .select('token')
      .where('network_id', '=', networkId)
      .where('key', 'in', slice)
      .execute(),
  );
  // The key of a whole word may also be what is left of a longer one.
  const there = new Set(known.map((row) => row.token));
  for (const word of asked) keyed.add(word);
  return asked.filter((token) => !there.has(token));
}

/** Derived values that differ from a fresh computation, one sentence each; empty when all is well. */
export async function projectionProblems(store: Store, scope: Scope): Promise<{ problems: string[]; checked: number }> {
  const by = await deriveBy(store, scope);
  const problems: string[] = [];
  let after = '';
  let checked = 0;
  let beginnings = 0;
  for (;;) {
    const ids = (
      await scope.db
        .selectFrom('person')
        .select('id')
        .where('network_id', '=', scope.networkId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(SLICE)
        .execute()
    ).map((row) => row.id);
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
    checked += ids.length;
    const stored = await scope.db
      .selectFrom('person_state')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .execute();
    const storedById = new Map(stored.map((row) => [row.person_id, row]));
    const listed = await loadListed(scope, ids);
    for (const facts of await loadFacts(scope, ids)) {
      const fresh = derive(facts, by);
      beginnings += fresh.prefixes.length;
      const row = storedById.get(facts.person.id) as Record<string, unknown> | undefined;
      const differing = Object.entries(fresh.state)
        .filter(([column, value]) => row?.[column] !== value)
        .map(([column]) => column);
      const lists = listsOf(fresh)
        .filter(([table, keys]) => keys !== (listed.get(table)?.get(facts.person.id) ?? ''))
        .map(([table]) => table);
      if (differing.length + lists.length > 0)
        problems.push(
          `${fresh.state.name} (${facts.person.id}): ${[...differing, ...lists].join(', ')} differ from what is stored.`,
        );
    }
  }
  const surplus = (await countPrefixes(scope)) - beginnings;
  if (surplus > 0) problems.push(`Beginnings of names are stored that no name has: ${surplus}.`);
  const orphans = await scope.db
    .selectFrom('person_state as s')
    .select('s.person_id')
    .where('s.network_id', '=', scope.networkId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('person as p')
            .select('p.id')
            .whereRef('p.network_id', '=', 's.network_id')
            .whereRef('p.id', '=', 's.person_id'),
        ),
      ),
    )
    .execute();
  for (const orphan of orphans) problems.push(`Derived values of a person who is gone: ${orphan.person_id}.`);
  return { problems, checked };
}

function listsOf(derived: Derived): [string, string][] {
  const key = (parts: readonly (string | number)[]) => parts.join('\u0001');
  const all = (keys: string[]) => keys.sort().join('\u0002');
  return [
    ['identity', all([...new Set(derived.identities.map((row) => key([row.kind, row.value])))])],
    ['occasion', all(derived.occasions.map((row) => key([row.month, row.day, row.kind, row.label, row.date])))],
    ['person_tag', all(derived.tags.map((row) => key([row.tag_key, row.tag])))],
    ['name_token', all(derived.tokens.map((row) => key([row.token, row.rank])))],
    ['name_prefix', all(derived.prefixes.map((row) => key([row.prefix, row.rank])))],
  ];
}

async function loadListed(scope: Scope, ids: readonly string[]): Promise<Map<string, Map<string, string>>> {
  const columns = {
    identity: ['kind', 'value'],
    occasion: ['month', 'day', 'kind', 'label', 'date'],
    person_tag: ['tag_key', 'tag'],
    name_token: ['token', 'rank'],
  } as const;
  const tables = new Map<string, Map<string, string>>();
  for (const table of ['identity', 'occasion', 'person_tag', 'name_token'] as const) {
    const rows = await scope.db
      .selectFrom(table as 'name_token')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .execute();
    tables.set(table, keysByPerson(rows as unknown as PersonsRow[], columns[table]));
  }
  tables.set('name_prefix', keysByPerson(await prefixesOfTokens(scope, ids), ['prefix', 'rank']));
  return tables;
}

type PersonsRow = Readonly<Record<string, string | number>> & { readonly person_id: string };

function keysByPerson(rows: readonly PersonsRow[], columns: readonly string[]): Map<string, string> {
  const keys = [...Map.groupBy(rows, (row) => row.person_id)].map(([id, mine]): [string, string] => [
    id,
    mine
      .map((row) => columns.map((column) => row[column]).join('\u0001'))
      .sort()
      .join('\u0002'),
  ]);
  return new Map(keys);
}

/** The beginnings of these people's words that are stored; one that is no beginning of theirs only shows in the number of all. */
async function prefixesOfTokens(scope: Scope, ids: readonly string[]): Promise<PersonsRow[]> {
  const found = new Map<string, PersonsRow>();
  for (let length = 1; length <= LONGEST_PREFIX; length++) {
    const rows = await scope.db
      .selectFrom('name_token as t')
      .innerJoin('name_prefix as x', (join) =>
        join
          .onRef('x.network_id', '=', 't.network_id')
          .on('x.prefix', '=', ({ fn, val }) => fn<string>('substr', ['t.token', val(1), val(length)]))
          .onRef('x.rank', '=', 't.rank')
          .onRef('x.person_id', '=', 't.person_id'),
      )
      .select(['x.person_id', 'x.prefix', 'x.rank'])
      .where('t.network_id', '=', scope.networkId)
      .where('t.person_id', 'in', ids)
      .execute();
    for (const row of rows) found.set(`${row.person_id} ${row.prefix}`, row);
  }
  return [...found.values()];
}

/** Takes out beginnings that no name has, if there are any. */
export async function dropSurplusPrefixes({ db, networkId }: Scope): Promise<void> {
  await db
    .deleteFrom('name_prefix')
    .where('network_id', '=', networkId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('name_token as t')
            .select('t.token')
            .whereRef('t.network_id', '=', 'name_prefix.network_id')
            .whereRef('t.person_id', '=', 'name_prefix.person_id')
            .whereRef('t.rank', '=', 'name_prefix.rank')
            .where(({ fn, eb, ref }) =>
              eb(
                fn<string>('substr', ['t.token', eb.val(1), fn<number>('length', ['name_prefix.prefix'])]),
                '=',
                ref('name_prefix.prefix'),
              ),
            ),
        ),
      ),
    )
    .execute();
}

async function countPrefixes(scope: Scope): Promise<number> {
  const { count } = await scope.db
    .selectFrom('name_prefix')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('network_id', '=', scope.networkId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
