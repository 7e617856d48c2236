import { expect, test } from 'vitest';
import { isErrand, toneOf, toReasonWords } from './reasons.ts';

test('takes a short first sentence as the lead', () => {
  expect(toReasonWords('follow-up', 'Follow up today. You met at the mixer.')).toEqual({
    lead: 'Follow up today.',
    rest: 'You met at the mixer.',
  });
});

test('sets what was promised in weight without repeating it', () => {
  expect(toReasonWords('promise', 'You promised the sailing book, by Friday.')).toEqual({
    lead: 'You promised',
    rest: 'the sailing book, by Friday.',
  });
});

test('splits a sentence of two clauses after the first', () => {
  expect(toReasonWords('rhythm', 'It has been seventeen months; you like to talk every year.')).toEqual({
    lead: 'It has been seventeen months;',
    rest: 'you like to talk every year.',
  });
  expect(toReasonWords('promise', 'You said you would ask the museum about the spring dates by today.')).toEqual({
    lead: 'You said you would',
    rest: 'ask the museum about the spring dates by today.',
  });
});

test('splits in other languages at the same signs, and never inside a date', () => {
  expect(toReasonWords('promise', 'Bis Freitag hast du Ada versprochen: das Segelbuch.')).toEqual({
    lead: 'Bis Freitag hast du Ada versprochen:',
    rest: 'das Segelbuch.',
  });
  expect(toReasonWords('follow-up', 'Du warst am 21. August mit Ada in Kontakt.')).toEqual({
    lead: 'Du warst am 21. August mit Ada in Kontakt.',
    rest: '',
  });
});

test('sets a short sentence in weight as a whole', () => {
  expect(toReasonWords('occasion', 'Sjoerd turns thirty-four today.')).toEqual({
    lead: 'Sjoerd turns thirty-four today.',
    rest: '',
  });
});

test('puts the words of the kind before a long single sentence', () => {
  const text = 'You met at the OCEAN mixer on Saturday and talked about tidal power.';
  expect(toReasonWords('follow-up', text)).toEqual({ lead: 'Follow up.', rest: text });
});

test('does not take a long first sentence as the lead', () => {
  const text = 'In August, while she waited at the hospital, you said you would ask again. Do.';
  expect(toReasonWords('quiet', text)).toEqual({ lead: 'Going quiet.', rest: text });
});

test('colours what is owed warm and what happens to them blue', () => {
  expect([
    toneOf('promise', false),
    toneOf('occasion', true),
    toneOf('follow-up', true),
    toneOf('rhythm', true),
    toneOf('rhythm', false),
  ]).toEqual(['warm', 'sky', 'leaf', 'warm', 'leaf']);
});

test('an errand leads with a promise or a reminder that can be ticked off', () => {
  const reason = (kind: 'promise' | 'rhythm') => [{ kind, key: kind, text: '', date: '2026-11-23' }];
  expect(isErrand({ reasons: reason('promise'), promiseId: 'p', reminderId: null })).toBe(true);
  expect(isErrand({ reasons: reason('rhythm'), promiseId: 'p', reminderId: null })).toBe(false);
  expect(isErrand({ reasons: reason('promise'), promiseId: null, reminderId: null })).toBe(false);
});
