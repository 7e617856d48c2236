import { addDays, type CalendarDate } from '../../domain/dates.ts';
import { buildMatchIndex } from '../../domain/matching/match-index.ts';
import { documentOf, type Fit, STRONG_FIT, soughtOf } from '../../domain/resources/fitting.ts';
import type { FittingResource } from '../../domain/today/candidate.ts';
import {
  listResourceRows,
  resourcesById,
  resourcesSince,
  sharesMeant,
  sharesOf,
  sharesOfResources,
  sharesSince,
} from '../../storage/repositories/resource.repository.ts';
import type { ResourceTable } from '../../storage/schema.ts';
import type { Scope } from '../../storage/store.ts';
import { optional } from '../candidates.ts';
import { areLikesHeld, fitFor, fitsOf, holdLikes, likesOf } from './likes.ts';
import { toResource } from './shapes.ts';

/** Which resources suit which people, as Today and the pages of people ask. */

/** An article is news for so long. */
const FRESH_DAYS = 45;
const MOST_FRESH = 12;
/** Whoever got something this lately is left in peace, unless more is meant for them. */
const REST_DAYS = 14;
/** Today speaks of one resource to so many at most. */
const MOST_OF_ONE = 3;
/** What is looked through for one person, and how much of it is then compared with everybody’s likes. */
const MOST_KEPT = 500;
const MOST_COMPARED = 16;

export interface ToShare {
  /** By person, the one thing that suits them best and that they have not got: what was meant for them first. */
  readonly byPerson: ReadonlyMap<string, FittingResource>;
  /** Whether that is all: false where everyone’s likes had to be read first, and nobody would wait. */
  readonly isWhole: boolean;
}

/** @param atOnce not to wait until everyone’s likes are read, as they are once after a start: then only what is meant is there */
export async function resourcesToShare(
  scope: Scope,
  today: CalendarDate,
  { atOnce = false }: { readonly atOnce?: boolean } = {},
): Promise<ToShare> {
  const meant = await sharesMeant(scope);
  const fresh = await resourcesSince(scope, addDays(today, -FRESH_DAYS), MOST_FRESH);
  const found = new Map<string, { readonly resource: FittingResource; readonly score: number }>();
  if (meant.length === 0 && fresh.length === 0) return { byPerson: new Map(), isWhole: true };
  const isWhole = !atOnce || areLikesHeld(scope);
  const resting = new Set((await sharesSince(scope, addDays(today, -REST_DAYS))).map(({ person_id }) => person_id));
  const known = new Set(fresh.map(({ id }) => id));
  const others = await resourcesById(scope, [
    ...new Set(meant.flatMap(({ resource_id }) => (known.has(resource_id) ? [] : [resource_id]))),
  ]);
  const rows = [...fresh, ...others];
  const shares = Map.groupBy(
    await sharesOfResources(
      scope,
      rows.map(({ id }) => id),
    ),
    ({ resource_id }) => resource_id,
  );
  for (const row of rows) {
    const mine = shares.get(row.id) ?? [];
    const got = new Set(mine.flatMap(({ shared_on, person_id }) => (shared_on === null ? [] : [person_id])));
    const fits = new Map((isWhole ? await fitsOf(scope, row, today) : []).map((fit) => [fit.personId, fit]));
    const strong = known.has(row.id) ? [...fits.values()].filter(({ score }) => score >= STRONG_FIT) : [];
    const offer = (personId: string, isMeant: boolean): void => {
      const fit = fits.get(personId);
      const score = (fit?.score ?? 0) + (isMeant ? 1_000 : 0);
      if (got.has(personId) || (resting.has(personId) && !isMeant) || score <= (found.get(personId)?.score ?? -1))
        return;
      found.set(personId, { resource: toFitting(row, fit, isMeant), score });
    };
    for (const { person_id, shared_on } of mine) if (shared_on === null) offer(person_id, true);
    for (const { personId } of strong.slice(0, MOST_OF_ONE)) offer(personId, false);
  }
  return { byPerson: new Map([...found].map(([id, { resource }]) => [id, resource])), isWhole };
}

/**
 * Reads everyone’s likes if something is kept that may suit them.
 * @param atOnce only says whether that is still to be done
 * @returns whether what is kept can be matched without waiting
 */
export async function readyToShare(
  scope: Scope,
  today: CalendarDate,
  { atOnce }: { readonly atOnce: boolean },
): Promise<boolean> {
  if (areLikesHeld(scope)) return true;
  const kept = [...(await sharesMeant(scope)), ...(await resourcesSince(scope, addDays(today, -FRESH_DAYS), 1))];
  if (kept.length === 0) return true;
  if (atOnce) return false;
  await holdLikes(scope, today);
  return true;
}

export function toFitting(row: ResourceTable, fit: Fit | undefined, meant: boolean): FittingResource {
  const { id, title, url, addedOn } = toResource(row);
  return { id, title, addedOn, meant, because: fit?.because ?? [], ...optional('url', url) };
}

/** Of everything that is kept, what suits one person, best first; with what they have got of it already. */
export async function resourcesThatFit(
  scope: Scope,
  personId: string,
  today: CalendarDate,
): Promise<readonly { readonly row: ResourceTable; readonly fit: Fit | undefined; readonly meant: boolean }[]> {
  const rows = await listResourceRows(scope, MOST_KEPT);
  if (rows.length === 0) return [];
  const shares = await sharesOf(scope, [personId]);
  const got = new Set(shares.flatMap((share) => (share.shared_on === null ? [] : [share.resource_id])));
  const meant = new Set(shares.flatMap((share) => (share.shared_on === null ? [share.resource_id] : [])));
  const likes = await likesOf(scope, personId, today);
  const open = rows.filter(({ id }) => !got.has(id));
  // First roughly, by what the resources say; of the best then as everywhere, by how rare a word is among people.
  const index = buildMatchIndex(open.map((row) => ({ id: row.id, fields: soughtOf(toResource(row)) })));
  const near = new Set(
    likes === undefined ? [] : index.match(documentOf(likes).fields, { limit: MOST_COMPARED }).map(({ id }) => id),
  );
  const found = [];
  for (const row of open) {
    if (!near.has(row.id) && !meant.has(row.id)) continue;
    const fit = near.has(row.id) ? await fitFor(scope, row, { personId, today }) : undefined;
    if (fit !== undefined || meant.has(row.id)) found.push({ row, fit, meant: meant.has(row.id) });
  }
  return found.sort(
    (a, b) =>
      Number(b.meant) - Number(a.meant) || (b.fit?.score ?? 0) - (a.fit?.score ?? 0) || (a.row.id < b.row.id ? 1 : -1),
  );
}
