import { dropBlobs, storedHashes } from '../../storage/repositories/blob.repository.ts';
import { unfinishedRuns } from '../../storage/repositories/import.repository.ts';
import { networkSeq, seqWithin } from '../../storage/repositories/network.repository.ts';
import { type Scope, scopeWith } from '../../storage/store.ts';
import type { Job } from './job.ts';
import type { StagedPhoto } from './reader.ts';

/** The photos of a run. They are stored while its files are read, so a run that ends before anybody has them takes them back. */
export class RunPhotos {
  readonly #job: Job;
  /** The network's seq when the run began: as long as it stands, nobody has got a photo since. */
  readonly #seq: number | undefined;
  /** Those that were not there before. */
  readonly #fresh = new Set<string>();

  private constructor(job: Job, seq: number | undefined) {
    this.#job = job;
    this.#seq = seq;
  }

  static async of(job: Job): Promise<RunPhotos> {
    const { store, actor } = job.context;
    return new RunPhotos(job, (await networkSeq(store, actor.networkId))?.seq);
  }

  /** Stores photos in the transaction that stages their cards. */
  async keep(tx: Scope['db'], photos: readonly StagedPhoto[]): Promise<void> {
    if (photos.length === 0) return;
    const { store, actor } = this.#job.context;
    const scope = scopeWith(store, tx, actor.networkId);
    const known = await storedHashes(scope, [...new Set(photos.map((photo) => photo.hash))]);
    await store.database.dialect.insertMany(
      tx,
      'blob',
      ['network_id', 'hash', 'media_type', 'size', 'bytes'],
      photos.map((photo) => [actor.networkId, photo.hash, photo.mediaType, photo.bytes.length, photo.bytes]),
      { onConflict: 'ignore' },
    );
    for (const { hash } of photos) if (!known.has(hash)) this.#fresh.add(hash);
  }

  /** Where somebody else may have taken one of them meanwhile, they stay. */
  async takeBack(): Promise<void> {
    if (this.#fresh.size === 0) return;
    const { store, actor } = this.#job.context;
    await store.database.write(async (tx) => {
      const scope = scopeWith(store, tx, actor.networkId);
      await store.database.dialect.lockNetwork(tx, actor.networkId);
      const others = (await unfinishedRuns(scope)).some((run) => run.id !== this.#job.id);
      if (!others && (await seqWithin(scope)) === this.#seq) await dropBlobs(scope, [...this.#fresh]);
    });
  }
}
