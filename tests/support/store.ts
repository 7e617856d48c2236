import { afterEach, describe } from 'vitest';
import { testDialects } from './dialects.ts';
import { openStore, type TestStore, temporaryFile } from './open-store.ts';
import { createMigratedDatabase } from './postgres.ts';

/** Runs the suite on every database this run covers; `open` gives a fresh store that is closed after the test. */
export function describeStores(title: string, suite: (open: () => Promise<TestStore>) => void): void {
  describe.each(testDialects)(`${title} on %s`, (dialect) => {
    const closing: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close();
    });
    suite(async () => {
      const { url, drop } = dialect === 'sqlite' ? await temporaryFile() : await createMigratedDatabase();
      closing.push(drop);
      const opened = await openStore(url);
      closing.push(() => opened.store.database.close());
      return opened;
    });
  });
}
