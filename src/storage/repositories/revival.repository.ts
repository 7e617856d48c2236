import type { RevivalTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** How it was to wake ties of these people, newest first. */
export async function revivalsOf(scope: Scope, personIds: readonly string[]): Promise<RevivalTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('revival')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('date', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  );
}

/** The latest of the whole network. */
export async function latestRevivals({ db, networkId }: Scope, limit: number): Promise<RevivalTable[]> {
  return db
    .selectFrom('revival')
    .selectAll()
    .where('network_id', '=', networkId)
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Whom the weeks from a day on proposed to wake, the newest first. */
export async function proposedSince(
  { db, networkId }: Scope,
  week: string,
): Promise<{ week: string; person_id: string }[]> {
  return db
    .selectFrom('dormant_week')
    .select(['week', 'person_id'])
    .where('network_id', '=', networkId)
    .where('week', '>=', week)
    .orderBy('week', 'desc')
    .execute();
}

/** Keeps whom a week proposes; the first to say so is right. Weeks before another day are of no further use. */
export async function proposeFor(
  { db, networkId }: Scope,
  { week, personId, since }: { week: string; personId: string; since: string },
): Promise<void> {
  await db.deleteFrom('dormant_week').where('network_id', '=', networkId).where('week', '<', since).execute();
  await db
    .insertInto('dormant_week')
    .values({ network_id: networkId, week, person_id: personId })
    .onConflict((oc) => oc.columns(['network_id', 'week']).doNothing())
    .execute();
}

/** Without a rhythm, silent for long, and with enough touches to have been close: the most of them first. */
export async function longSilent(
  { db, networkId }: Scope,
  { today, touches, limit }: { today: string; touches: number; limit: number },
): Promise<{ person_id: string; history: string | null; city_key: string | null; country: string | null }[]> {
  return db
    .selectFrom('person_state')
    .select(['person_id', 'history', 'city_key', 'country'])
    .where('network_id', '=', networkId)
    .where('active', '=', 1)
    .where('dormant_on', '<=', today)
    .where('rhythm_days', 'is', null)
    .where('touch_count', '>=', touches)
    .orderBy('touch_count', 'desc')
    .orderBy('person_id')
    .limit(limit)
    .execute();
}
