import { describe, expect, test } from 'vitest';
import { aCandidate, aFact, day } from '../../../tests/support/a-candidate.ts';
import { draftFor } from '../words/draft.ts';
import type { FactKind } from '../words.ts';
import { threadFromFact } from './fact.ts';
import { wishesOf } from './wishes.ts';

const TODAY = day('2026-11-23');

describe('what is theirs beside a wish', () => {
  test.each<[FactKind, string, RegExp]>([
    ['family', 'Parents run a hotel in Oslo', /to (?:you and )?your parents/],
    ['success', 'Won the case for the whole house', /since you won the case for the whole house\.$/],
    ['interest', 'Chess above the launderette, on Tuesdays', /time for chess above the launderette\.$/i],
    ['interest', 'Rows before work', /you still row before work\.$/],
    ['goal', 'Wants to teach one day', /the year to teach\.$/],
  ])('is a wish itself: %s, %s', (kind, text, expected) => {
    for (const line of wishesOf(threadFromFact({ kind, text }, ['Ada']))?.lines ?? ['']) {
      expect(line).toMatch(expected);
      expect(line).not.toContain('?');
    }
  });

  test.each<[FactKind, string]>([
    ['other', 'Has the same phone number since 1998'],
    ['work', 'Works four days; never on Wednesdays'],
    ['challenge', 'Father is ill'],
  ])('is nothing for %s: %s', (kind, text) => {
    expect(wishesOf(threadFromFact({ kind, text }, ['Ada']))).toBeUndefined();
  });

  test('is what they love before what they need', () => {
    const facts = [
      aFact('need', 'A room for a chess club', { learnedOn: day('2026-11-01') }),
      aFact('work', 'Runs the kitchen of the ferry café', { learnedOn: day('2026-11-02') }),
      aFact('interest', 'Chess above the launderette', { learnedOn: day('2025-01-01') }),
    ];
    for (const kind of ['birthday', 'new-year'] as const)
      expect(draftFor(aCandidate({ facts }), { reasons: [], kind, channel: 'text', today: TODAY })?.text).toMatch(
        /time for chess/i,
      );
  });

  test('does not begin as the wish before it', () => {
    const facts = [aFact('interest', 'Rows before work')];
    for (let at = 1; at <= 20; at++) {
      const today = day(`2026-11-${String(at).padStart(2, '0')}`);
      const text = draftFor(aCandidate({ facts }), { reasons: [], kind: 'birthday', channel: 'text', today })?.text;
      expect(text?.match(/I hope/g)).toHaveLength(1);
    }
  });

  test('is no question on a birthday', () => {
    const facts = [aFact('family', 'Parents run a hotel in Oslo')];
    for (const channel of ['email', 'text', 'card'] as const) {
      const text = draftFor(aCandidate({ facts }), { reasons: [], kind: 'birthday', channel, today: TODAY })?.text;
      expect(text).toContain('your parents');
      expect(text).not.toContain('?');
    }
  });
});
