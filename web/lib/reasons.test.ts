import { expect, test } from 'vitest';
import { isErrand, toneOf, toReasonWords } from './reasons.ts';

test('takes a short first sentence as the lead', () => {
  expect(toReasonWords('follow-up', 'Follow up today. You met at the mixer.')).toEqual({ lead: 'Follow up today.', rest: 'You met at the mixer.' });
});

test('sets what was promised in weight without repeating it', () => {
  expect(toReasonWords('promise', 'You promised the sailing book, by Friday.')).toEqual({ lead: 'You promised', rest: 'the sailing book, by Friday.' });
});

test('puts the words of the kind before a single sentence', () => {
  expect(toReasonWords('rhythm', 'You last spoke 94 days ago.')).toEqual({ lead: 'Time to catch up.', rest: 'You last spoke 94 days ago.' });
});

test('does not take a long first sentence as the lead', () => {
  const text = 'In August, while she waited at the hospital, you said you would ask again. Do.';
  expect(toReasonWords('quiet', text)).toEqual({ lead: 'Going quiet.', rest: text });
});

test('colours what is owed warm and what happens to them blue', () => {
  expect([toneOf('promise', false), toneOf('occasion', true), toneOf('follow-up', true), toneOf('rhythm', true), toneOf('rhythm', false)]).toEqual(['warm', 'sky', 'leaf', 'warm', 'leaf']);
});

test('an errand leads with a promise or a reminder that can be ticked off', () => {
  const reason = (kind: 'promise' | 'rhythm') => [{ kind, key: kind, text: '', date: '2026-11-23' }];
  expect(isErrand({ reasons: reason('promise'), promiseId: 'p', reminderId: null })).toBe(true);
  expect(isErrand({ reasons: reason('rhythm'), promiseId: 'p', reminderId: null })).toBe(false);
  expect(isErrand({ reasons: reason('promise'), promiseId: null, reminderId: null })).toBe(false);
});
