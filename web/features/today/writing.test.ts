import { expect, test } from 'vitest';
import { readWriting } from './writing.ts';

const NOW = 1_800_000_000_000;
const HOUR = 60 * 60 * 1000;
const kept = (value: unknown) => readWriting(JSON.stringify(value), NOW);

test('remembers what was opened for three days', () => {
  expect(kept({ a: { channel: 'email', at: NOW - 70 * HOUR } })).toEqual({
    a: { channel: 'email', at: NOW - 70 * HOUR },
  });
  expect(kept({ a: { channel: 'email', at: NOW - 73 * HOUR } })).toEqual({});
});

test('reads nothing from what is something else', () => {
  for (const text of [null, '', '{', '[]', 'null', '7', '"x"']) expect(readWriting(text, NOW)).toEqual({});
  expect(kept({ a: 'email', b: { channel: 'pigeon', at: NOW }, c: { channel: 'text' }, d: null })).toEqual({});
  expect(kept({ a: { channel: 'email', at: NOW + HOUR } })).toEqual({});
});
