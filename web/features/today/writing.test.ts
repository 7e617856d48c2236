import { expect, test } from 'vitest';
import { readWriting } from './writing.ts';

const NOW = 1_800_000_000_000;
const HOUR = 60 * 60 * 1000;
const kept = (value: unknown) => readWriting(JSON.stringify(value), NOW);
const message = { channel: 'email', text: 'How is the boat?', edited: true };

test('remembers what was opened for three days', () => {
  expect(kept({ a: { ...message, at: NOW - 70 * HOUR } })).toEqual({ a: { ...message, at: NOW - 70 * HOUR } });
  expect(kept({ a: { ...message, at: NOW - 73 * HOUR } })).toEqual({});
});

test('reads nothing from what is something else', () => {
  for (const text of [null, '', '{', '[]', 'null', '7', '"x"']) expect(readWriting(text, NOW)).toEqual({});
  const others = [{ ...message, channel: 'pigeon', at: NOW }, { channel: 'text', at: NOW }, message, 'email', null];
  expect(kept({ ...others })).toEqual({});
  expect(kept({ a: { ...message, at: NOW + HOUR } })).toEqual({});
});
