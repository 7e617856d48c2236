import { expect, test } from 'vitest';
import { createMatcher, type KeyGroup, nameOfPress } from './keys.ts';

const bind = (keys: string) => ({ keys, label: keys, run: () => undefined });
const page: KeyGroup = { name: 'page', bindings: [bind('c'), bind('g t'), bind('t'), bind('mod+k')] };
const inner: KeyGroup = { name: 'inner', bindings: [bind('c')] };

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  nameOfPress({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('names keys, chords on either platform, and leaves Alt alone', () => {
  expect([
    press('C'),
    press('?'),
    press(' '),
    press('k', { metaKey: true }),
    press('k', { ctrlKey: true }),
    press('k', { altKey: true }),
    press('Shift'),
  ]).toEqual(['c', '?', 'space', 'mod+k', 'mod+k', undefined, undefined]);
});

test('reads a sequence within its patience', () => {
  const matcher = createMatcher();
  expect(matcher.press('g', 0, [page])).toBeUndefined();
  expect(matcher.press('t', 500, [page])?.keys).toBe('g t');
});

test('forgets a sequence begun too long ago', () => {
  const matcher = createMatcher();
  matcher.press('g', 0, [page]);
  expect(matcher.press('t', 5_000, [page])?.keys).toBe('t');
});

test('takes the second key alone when the sequence means nothing', () => {
  const matcher = createMatcher();
  matcher.press('g', 0, [page]);
  expect(matcher.press('c', 100, [page])?.keys).toBe('c');
  expect(matcher.press('t', 200, [page])?.keys).toBe('t');
});

test('lets what was registered last win', () => {
  expect(createMatcher().press('c', 0, [page, inner])).toBe(inner.bindings[0]);
});

test('knows nothing of an unbound key', () => {
  expect(createMatcher().press('q', 0, [page])).toBeUndefined();
});
