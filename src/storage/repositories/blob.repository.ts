import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** Which of these bytes are stored. */
export async function storedHashes(scope: Scope, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await inSlices(hashes, (slice) =>
    scope.db
      .selectFrom('blob')
      .select('hash')
      .where('network_id', '=', scope.networkId)
      .where('hash', 'in', slice)
      .execute(),
  );
  return new Set(rows.map((row) => row.hash));
}

export async function dropBlobs(scope: Scope, hashes: readonly string[]): Promise<void> {
  await inSlices(hashes, (slice) =>
    scope.db.deleteFrom('blob').where('network_id', '=', scope.networkId).where('hash', 'in', slice).execute(),
  );
}
