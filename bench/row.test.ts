import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';
import { tableOf } from './report.ts';
import { missingRow, quantile, rowOf } from './row.ts';

const subject = { name: 'a page', people: 1000, touches: 20_000 };

describe('quantile', () => {
  it('is the nearest rank', () => {
    const samples = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([quantile(samples, 0.5), quantile(samples, 0.95), quantile([7], 0.95)]).toEqual([50, 95, 7]);
  });
});

describe('rowOf', () => {
  it('divides by the floor and judges by the numbers before they are rounded', () => {
    const row = rowOf(subject, {
      unit: 'ms',
      samples: [3.0004],
      floor: [1],
      target: 'p50 ≤ 3 × floor',
      ok: ({ ratio }) => (ratio ?? 0) <= 3,
    });
    expect(row).toEqual({
      ...subject,
      unit: 'ms',
      p50: 3,
      p95: 3,
      floor: 1,
      ratio: 3,
      target: 'p50 ≤ 3 × floor',
      ok: false,
    });
  });

  it('has no ratio without a floor', () => {
    const row = rowOf(subject, { unit: 's', samples: [1, 2, 3], target: '', ok: ({ p50 }) => p50 < 3 });
    expect(row).toMatchObject({ p50: 2, p95: 3, floor: null, ratio: null, ok: true });
  });
});

it('prints what was not measured as such', () => {
  const lines = tableOf([missingRow(subject, { unit: 'MB', target: '< 200 MB' })]).split('\n');
  expect(lines[1]).toMatch(/^a page +1,000 +20,000 +< 200 MB +not measured$/);
});

describe('parseOptions', () => {
  it('takes sizes and the text of rows, whatever its case', () => {
    const options = parseOptions(['--people', '10,20', '--only', 'TODAY', '--json']);
    expect(options).toMatchObject({ people: [10, 20], touchesPerPerson: 20, json: true, databases: ['sqlite'] });
    expect([options.wants('Today'), options.wants('a person’s page')]).toEqual([true, false]);
  });

  it.each([[['--people', '0']], [['--people', 'many']], [['--what']], [['stray']]])('refuses %j', (args) => {
    expect(() => parseOptions(args)).toThrow();
  });
});
