import { expect, test } from 'vitest';
import { drawnTies, type StoredTie } from './introductions.ts';

const tie = (id: string, kind: string, [personId, otherId]: [string, string], inverseId: string | null): StoredTie => ({
  id,
  kind,
  personId,
  otherId,
  inverseId,
});

test('tells each tie once, from the side that was written first', () => {
  expect(drawnTies([tie('1', 'child', ['ada', 'mia'], '2'), tie('2', 'parent', ['mia', 'ada'], '1')])).toEqual([
    { from: 'ada', to: 'mia', kind: 'child', introduction: false },
  ]);
});

test('tells an introduction by whom it was made, however it was noted', () => {
  const zedByRosa = [{ from: 'zed', to: 'rosa', kind: 'introduced by', introduction: true }];
  for (const kind of ['introduced by', 'introduced-by', 'Introduced By', 'referred by'])
    expect(drawnTies([tie('1', kind, ['zed', 'rosa'], null)])).toEqual(zedByRosa);
  expect(drawnTies([tie('1', 'introduced', ['rosa', 'zed'], '2')])).toEqual(zedByRosa);
  // Stored alike on both sides, as it once was.
  expect(
    drawnTies([tie('1', 'introduced-by', ['zed', 'rosa'], '2'), tie('2', 'introduced-by', ['rosa', 'zed'], '1')]),
  ).toEqual(zedByRosa);
});
