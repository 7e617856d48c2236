import { isDeepStrictEqual } from 'node:util';
import { sortKey } from '../../domain/card/sort-key.ts';
import { collationOf } from '../../domain/collation.ts';
import { AppError } from '../../domain/errors.ts';
import { networkCountry, networkLocale } from '../repositories/setting.repository.ts';
import { readScope, type Scope, type Store, scopeWith } from '../store.ts';
import { readCard } from './derive.ts';
import { dropSurplusPrefixes, projectPeople } from './project.ts';

/** Raised whenever `derive` makes other rows of the same person: data written before is then made again at the next start. */
const DERIVATION = 4;
const SLICE = 200;

/** How many people were gone through of how many. */
export type OnRebuilt = (done: number) => void;

interface MadeBy {
  readonly derivation: number;
  readonly country: string;
  readonly locale: string;
  /** Whose order it is where it is the runtime's; else empty. */
  readonly runtime: string;
}

/**
 * Makes again what was made by other rules, another country or another locale, and remembers by what; a process that dies
 * meanwhile leaves it to the next start. Another locale alone moves nothing but the order. Answers how many people it went through.
 */
export async function bringUpToDate(
  store: Store,
  networkId: Scope['networkId'],
  onRebuilt?: OnRebuilt,
): Promise<number> {
  const wanted = await wantedOf(readScope(store, networkId));
  const made = await madeByOf(readScope(store, networkId));
  if (isDeepStrictEqual(made, wanted)) return 0;
  const isOrderOnly = made?.derivation === wanted.derivation && made.country === wanted.country;
  const count = isOrderOnly
    ? await inSlices(store, networkId, { work: reorder, onRebuilt })
    : await rebuild(store, networkId, onRebuilt);
  await remember(store, networkId, wanted);
  return count;
}

/** Makes all derived values of a network again, a slice per transaction. */
export async function rebuild(store: Store, networkId: Scope['networkId'], onRebuilt?: OnRebuilt): Promise<number> {
  const wanted = await wantedOf(readScope(store, networkId));
  const count = await inSlices(store, networkId, { work: (scope, ids) => projectPeople(store, scope, ids), onRebuilt });
  await store.database.write((tx) => dropSurplusPrefixes(scopeWith(store, tx, networkId)));
  await remember(store, networkId, wanted);
  return count;
}

async function wantedOf(scope: Scope): Promise<MadeBy> {
  const locale = await networkLocale(scope);
  return {
    derivation: DERIVATION,
    country: await networkCountry(scope),
    locale,
    runtime: collationOf(locale).byRuntime ? `ICU ${process.versions.icu ?? ''}` : '',
  };
}

async function madeByOf(scope: Scope): Promise<MadeBy | undefined> {
  const row = await scope.db
    .selectFrom('projection')
    .select('made_by')
    .where('network_id', '=', scope.networkId)
    .executeTakeFirst();
  return row && (JSON.parse(row.made_by) as MadeBy);
}

async function remember(store: Store, networkId: Scope['networkId'], madeBy: MadeBy): Promise<void> {
  const made_by = JSON.stringify(madeBy);
  await store.database.write((tx) =>
    tx
      .insertInto('projection')
      .values({ network_id: networkId, made_by })
      .onConflict((conflict) => conflict.column('network_id').doUpdateSet({ made_by }))
      .execute(),
  );
}

async function inSlices(
  store: Store,
  networkId: Scope['networkId'],
  {
    work,
    onRebuilt,
  }: { work: (scope: Scope, ids: readonly string[]) => Promise<void>; onRebuilt: OnRebuilt | undefined },
): Promise<number> {
  let after = '';
  let count = 0;
  for (;;) {
    const ids = await store.database.write(async (tx) => {
      const scope = scopeWith(store, tx, networkId);
      if (!(await store.database.dialect.lockNetwork(tx, networkId)))
        throw new AppError('not-found', 'This network does not exist (any more).');
      const rows = await tx
        .selectFrom('person')
        .select('id')
        .where('network_id', '=', networkId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(SLICE)
        .execute();
      const slice = rows.map((row) => row.id);
      if (slice.length > 0) await work(scope, slice);
      return slice;
    });
    const last = ids.at(-1);
    if (last === undefined) return count;
    after = last;
    count += ids.length;
    onRebuilt?.(count);
  }
}

/** Gives people their place in the order of names that holds now. */
async function reorder(scope: Scope, ids: readonly string[]): Promise<void> {
  const collation = collationOf(await networkLocale(scope));
  const people = await scope.db
    .selectFrom('person_state as s')
    .crossJoin('person as p')
    .whereRef('p.network_id', '=', 's.network_id')
    .whereRef('p.id', '=', 's.person_id')
    .select(['p.id', 'p.card', 's.sort_key'])
    .where('s.network_id', '=', scope.networkId)
    .where('s.person_id', 'in', ids)
    .execute();
  for (const { id, card, sort_key: before } of people) {
    const sort_key = sortKey(readCard(card), collation);
    if (sort_key === before) continue;
    await scope.db
      .updateTable('person_state')
      .set({ sort_key })
      .where('network_id', '=', scope.networkId)
      .where('person_id', '=', id)
      .execute();
  }
}
