import { it } from 'vitest';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import { toVCards } from '../../bench/files.ts';
import { describeNetworks, importFiles, countsOf, problemsOf } from '../support/a-network.ts';
import { undo } from '../../src/services/history.service.ts';
describeNetworks('time', (open) => {
  it('imports', async () => {
    const t = await open();
    const file = toVCards(generateNetwork({ seed: 1, people: 10000, today: '2026-11-23' as never }).people);
    for (let i = 0; i < 2; i++) { const s = performance.now(); const run = await importFiles(t, { 'p.vcf': file }); console.log(countsOf(run), Math.round(performance.now() - s)); if (i===1) { const u = performance.now(); } }
    const s = performance.now(); const [first] = await t.store.database.reader.selectFrom('step').select('id').where('network_id','=',t.networkId).where('kind','=','import').orderBy('seq').execute();
    const r = await undo(t.context(), first!.id); console.log('undo', r.restored, r.left.length, Math.round(performance.now() - s));
    const d = performance.now(); console.log(await problemsOf(t), 'doctor', Math.round(performance.now() - d));
  }, 120000);
});
