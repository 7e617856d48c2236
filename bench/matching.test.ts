import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareMatchers, tableOfScores } from './matching.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tendril-matching-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function scoresOf(table: string) {
  const path = join(folder, 'judged.csv');
  await writeFile(path, table);
  return compareMatchers(path);
}

it('measures an order against what was judged', async () => {
  const scores = await scoresOf(
    'query,text,label\ntides,the tide table,1\ntides,old cars,0\ntides,"cars, and tides",1\nkelp,bread,1\nkelp,kelp,0\n',
  );
  expect(scores.map(({ matcher }) => matcher)).toEqual(['weighted terms', 'shared words']);
  // The first query in a perfect order, the second in the worst.
  for (const { queries, averagePrecision } of scores) {
    expect(queries).toBe(2);
    expect(averagePrecision).toBeCloseTo((1 + 0.5) / 2);
  }
  expect(tableOfScores(scores).split('\n')).toHaveLength(4);
});

it('says what is wrong with a table', async () => {
  await expect(scoresOf('query,text,label\na,b,maybe\n')).rejects.toThrow('row 1');
  await expect(scoresOf('question,text\na,b\n')).rejects.toThrow('query, text and label');
  await expect(scoresOf('query,text,label\na,b,0\n')).rejects.toThrow('labelled 1');
});
