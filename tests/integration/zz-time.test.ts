import { it } from 'vitest';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import { toVCards } from '../../bench/files.ts';
import { describeNetworks, importFiles, countsOf, problemsOf } from '../support/a-network.ts';
import { undo } from '../../src/services/history.service.ts';
describeNetworks('time', (open) => {
  it('imports', async () => {
    const t = await open();
    const file = toVCards(generateNetwork({ seed: 1, people: 10000, today: '2026-11-23' as never }).people);
    for (let i = 0; i < 1; i++) { const s = performance.now(); const c = process.cpuUsage(); const run = await importFiles(t, { 'p.vcf': file }); console.log(countsOf(run), Math.round(performance.now() - s), 'cpu', process.cpuUsage(c).user / 1000 | 0); if (i===1) { const u = performance.now(); } }
  }, 120000);
});
