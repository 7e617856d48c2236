import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** What changed, read from the network's feed. */

/** Changes after a point of the feed, in their order; whose they are stands with those that belong to one person. */
export async function changesSince(scope: Scope, { since, limit }: { since: number; limit: number }) {
  return scope.db
    .selectFrom('change')
    .select(['seq', 'entity', 'entity_id', 'person_id', 'op', 'before'])
    .where('network_id', '=', scope.networkId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** The kinds of row that changed after a point of the feed; undefined when more than so many changes are to be looked at. */
export async function changedKinds(
  scope: Scope,
  { since, most }: { since: number; most: number },
): Promise<ReadonlySet<string> | undefined> {
  const rows = await scope.db
    .selectFrom('change')
    .select('entity')
    .where('network_id', '=', scope.networkId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(most + 1)
    .execute();
  return rows.length > most ? undefined : new Set(rows.map(({ entity }) => entity));
}

/** Who is in any of these touches or circles, or beside somebody in a touch: `places` are ids of `touch_person`. */
export async function peopleIn(
  scope: Scope,
  { touches, places, circles }: { touches: readonly string[]; places: readonly string[]; circles: readonly string[] },
): Promise<string[]> {
  const inTouches = await inSlices(touches, (slice) =>
    scope.db
      .selectFrom('touch_person')
      .select('person_id')
      .distinct()
      .where('network_id', '=', scope.networkId)
      .where('touch_id', 'in', slice)
      .execute(),
  );
  const beside = await inSlices(places, (slice) =>
    scope.db
      .selectFrom('touch_person as place')
      .innerJoin('touch_person as other', (on) =>
        on.onRef('other.network_id', '=', 'place.network_id').onRef('other.touch_id', '=', 'place.touch_id'),
      )
      .select('other.person_id')
      .distinct()
      .where('place.network_id', '=', scope.networkId)
      .where('place.id', 'in', slice)
      .execute(),
  );
  const inCircles = await inSlices(circles, (slice) =>
    scope.db
      .selectFrom('circle_member')
      .select('person_id')
      .distinct()
      .where('network_id', '=', scope.networkId)
      .where('circle_id', 'in', slice)
      .execute(),
  );
  return [...inTouches, ...beside, ...inCircles].map((row) => row.person_id);
}
