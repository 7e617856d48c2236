import { describe, expect, test } from 'vitest';
import { aCandidate, day } from '../../../tests/support/a-candidate.ts';
import { openerFor } from '../today/opener.ts';
import type { Because } from './fitting.ts';

const TODAY = day('2026-11-23');

/** What is said on twenty days, so that every wording comes up. */
function shared(because: Partial<Because>): readonly string[] {
  const resource = {
    id: 'r',
    title: 'The quiet work of tides',
    url: undefined,
    addedOn: TODAY,
    meant: true,
    because: [{ origin: 'interest' as const, text: '', private: false, words: [], ...because }],
  };
  return Array.from({ length: 20 }, (_, at) =>
    openerFor(aCandidate({ resource }), {
      reasons: [{ kind: 'resource', key: 'resource:r', text: '', date: TODAY }],
      channel: 'text',
      today: day(`2026-11-${String(at + 1).padStart(2, '0')}`),
    }),
  );
}

describe('what is said beside something shared', () => {
  test('is the interest, never a grandfather of whom the note speaks', () => {
    const lines = shared({ text: 'Family history; a great-grandfather with two names', words: ['grandfather'] });
    for (const line of lines) {
      expect(line).not.toContain('grandfather');
      expect(line).toContain('family history');
    }
  });

  test('is nothing more where only somebody of theirs is shared', () => {
    for (const line of shared({ origin: 'other', text: 'walks with grandfather', words: ['grandfather'] }))
      expect(line).not.toContain('grandfather');
  });

  test('has the article that a thing stands with', () => {
    const lines = shared({ origin: 'other', text: 'Took the night train through the Alps', words: ['train', 'Alps'] });
    expect(lines.some((line) => line.includes('the night train and the Alps'))).toBe(true);
    for (const line of lines) expect(line).not.toMatch(/(?:about|with|of) train\b/);
  });

  test('is the subject of a course', () => {
    for (const line of shared({ text: 'Taking a course: furniture repair', words: ['furniture'] }))
      expect(line).toContain('furniture repair');
  });
});
