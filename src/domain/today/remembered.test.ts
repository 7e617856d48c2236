import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('asks once for each key, also when the answer is nothing, and forgets before it grows without end', () => {
  let asked = 0;
  const read = remembered(
    (word: string, times: number) => {
      asked += 1;
      return word === '' ? undefined : word.repeat(times);
    },
    (word, times) => `${times} ${word}`,
  );
  expect([read('a', 2), read('a', 2), read('a', 3), read('', 1), read('', 1)]).toEqual([
    'aa',
    'aa',
    'aaa',
    undefined,
    undefined,
  ]);
  expect(asked).toBe(3);
  for (let times = 0; times < 6000; times++) read('b', times % 3 === 0 ? times : times + 0.5);
  read('a', 2);
  expect(asked).toBe(6004);
});
