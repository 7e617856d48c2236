import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutIntoSegments, keepAnswers } from './capture-text.ts';

const line = 'Lunch with Grace yesterday';
const spans = [
  { start: 17, end: 26, kind: 'date' },
  { start: 0, end: 5, kind: 'channel' },
  { start: 11, end: 16, kind: 'person' },
];

test('marks what was understood, whatever order the spans come in', () => {
  expect(cutIntoSegments(line, spans)).toEqual([
    { text: 'Lunch', kind: 'channel' },
    { text: ' with ', kind: undefined },
    { text: 'Grace', kind: 'person' },
    { text: ' ', kind: undefined },
    { text: 'yesterday', kind: 'date' },
  ]);
});

test('drops marks of words typed over since the line was sent', () => {
  const now = 'Lunch with Gracie yesterday';
  expect(cutIntoSegments(now, spans, line).filter((segment) => segment.kind !== undefined)).toEqual([
    { text: 'Lunch', kind: 'channel' },
  ]);
});

test('keeps the outer of two overlapping spans', () => {
  const nested = [
    { start: 11, end: 16, kind: 'person' },
    { start: 11, end: 26, kind: 'fact' },
  ];
  expect(cutIntoSegments(line, nested).map((segment) => segment.kind)).toEqual([undefined, 'fact']);
});

test('never loses or repeats a letter', () => {
  const span = fc.record({
    start: fc.integer({ min: -3, max: 40 }),
    end: fc.integer({ min: -3, max: 40 }),
    kind: fc.constant('person'),
  });
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.array(span), (text, sent, any) => {
      expect(
        cutIntoSegments(
          text,
          any.filter((s) => s.start >= 0),
          sent,
        )
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('forgets an answer whose words were deleted', () => {
  expect(keepAnswers({ Grace: 'p1', ada: 'new' }, 'Coffee with Ada')).toEqual({ ada: 'new' });
});
