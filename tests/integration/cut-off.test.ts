import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startImport } from '../../src/services/import/import.service.ts';
import { allPeople } from '../../src/services/people.service.ts';
import { aVCard, countsOf, problemsOf, withFiles } from '../support/a-network.ts';
import { testDialects } from '../support/dialects.ts';
import { cutConnections } from '../support/faults/rounds.ts';
import { describeStores } from '../support/store.ts';

const CARDS = Array.from({ length: 1_000 }, (_, i) => aVCard(`FN:Guest ${i}`, `EMAIL:guest${i}@example.org`)).join('');
const CUTS = 4;

describeStores('an import whose connections are ended', (open) => {
  it.runIf(testDialects.includes('postgres'))('goes on by itself, and brings everyone once', async () => {
    const t = await open();
    await withFiles({ 'people.vcf': CARDS }, async (folder) => {
      const { finished } = await startImport(t.context(), {
        files: [{ path: join(folder, 'people.vcf'), name: 'people.vcf' }],
      });
      let over = false;
      const cutting = (async () => {
        for (let cut = 0; cut < CUTS && !over; cut++) {
          await cutConnections(t.url);
          await new Promise((resolve) => setTimeout(resolve, 300));
        }
      })();
      expect(countsOf(await finished)).toEqual([1_000, 0, 0, 0]);
      over = true;
      await cutting;
    });
    expect(await allPeople(t.context(), {})).toHaveLength(1_000);
    expect(await problemsOf(t)).toEqual([]);
  });
});
