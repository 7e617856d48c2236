import type { Store } from '../../storage/store.ts';
import type { Job } from './job.ts';
import type { ImportRequest } from './stage.ts';

/** Who runs the imports of a store. */
export interface Importer {
  /** Runs an import that was entered to its end. Once it failed or was cancelled, nothing of it is left. */
  run(job: Job, request: ImportRequest): Promise<void>;
  /**
   * Goes on with a run that a stopped process left, or drops what is left of one that has ended. Answers whether it has
   * brought it to a good end; a bad one is in the run.
   */
  resume(job: Job): Promise<boolean>;
  /** Tells a run of this importer that its flag was set. */
  cancel(id: string): void;
}

/** Runs imports where they are started. */
const here: Importer = {
  async run(job, request) {
    const { runImport } = await import('./run.ts');
    await runImport(job, request);
  },
  async resume(job) {
    const { resumeRun } = await import('./run.ts');
    return resumeRun(job);
  },
  cancel() {},
};

const importers = new WeakMap<Store, Importer>();

export function importerOf(store: Store): Importer {
  return importers.get(store) ?? here;
}

/** Has the imports of a store run elsewhere. */
export function setImporter(store: Store, importer: Importer): void {
  importers.set(store, importer);
}
