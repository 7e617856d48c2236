import type { ResourceTable, ShareTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** Everything that is kept to be shared, the newest first. */
export async function listResourceRows({ db, networkId }: Scope, limit: number): Promise<ResourceTable[]> {
  return db
    .selectFrom('resource')
    .selectAll()
    .where('network_id', '=', networkId)
    .orderBy('added_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** What was kept since a day, the newest first. */
export async function resourcesSince({ db, networkId }: Scope, day: string, limit: number): Promise<ResourceTable[]> {
  return db
    .selectFrom('resource')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('added_on', '>=', day)
    .orderBy('added_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function resourcesById(scope: Scope, ids: readonly string[]): Promise<ResourceTable[]> {
  return inSlices(ids, (slice) =>
    scope.db
      .selectFrom('resource')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('id', 'in', slice)
      .execute(),
  );
}

/** What was shared with these people, or is meant for them, the newest first. */
export async function sharesOf(scope: Scope, personIds: readonly string[]): Promise<ShareTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('share')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('id', 'desc')
      .execute(),
  );
}

/** Who got these resources, or is meant to, the newest first. */
export async function sharesOfResources(scope: Scope, resourceIds: readonly string[]): Promise<ShareTable[]> {
  return inSlices(resourceIds, (ids) =>
    scope.db
      .selectFrom('share')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('resource_id', 'in', ids)
      .orderBy('id', 'desc')
      .execute(),
  );
}

/** What is meant for somebody who has not got it yet. */
export async function sharesMeant({ db, networkId }: Scope): Promise<ShareTable[]> {
  return db
    .selectFrom('share')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('shared_on', 'is', null)
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

/** Where everything that is kept comes from. */
export async function resourceAddresses({ db, networkId }: Scope): Promise<Pick<ResourceTable, 'id' | 'url'>[]> {
  return db
    .selectFrom('resource')
    .select(['id', 'url'])
    .where('network_id', '=', networkId)
    .where('url', 'is not', null)
    .execute();
}

/** Who got something since a day. */
export async function sharesSince({ db, networkId }: Scope, day: string): Promise<Pick<ShareTable, 'person_id'>[]> {
  return db
    .selectFrom('share')
    .select('person_id')
    .where('network_id', '=', networkId)
    .where('shared_on', '>=', day)
    .execute();
}
