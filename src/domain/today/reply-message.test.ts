import { describe, expect, test } from 'vitest';
import { aCandidate, day } from '../../../tests/support/a-candidate.ts';
import { DEFAULT_TODAY_SETTINGS } from './candidate.ts';
import { openerFor } from './opener.ts';
import { reasonsFor } from './reasons.ts';

const TODAY = day('2026-11-23');

function answerTo(summary: string): string {
  const candidate = aCandidate({ awaitingReply: { since: day('2026-11-19'), summary, channel: 'email' } });
  const reasons = reasonsFor(candidate, { today: TODAY, settings: DEFAULT_TODAY_SETTINGS });
  return openerFor(candidate, { reasons, channel: 'email', today: TODAY });
}

describe('a late answer', () => {
  test.each([
    ['Asked for the name of the piano tuner.', /You asked for the name of the piano tuner\. \S.+\.$/],
    ['He asked whether the spare room is free.', /You asked whether the spare room is free\. \S.+\.$/],
    [
      'Sent me the draft of her speech and asked which half to cut.',
      /Thank you for the draft of your speech\. You asked which half to cut\. \S.+\.$/,
    ],
    ['Sent me the photographs of the boat', /Thank you for the photographs of the boat\. .*\bthem\b/],
    [
      'She wrote that the scan was clear, and that she wanted me to hear it first.',
      /Thank you for telling me that the scan was clear\. How are .+\?$/,
    ],
    [
      'She wrote that her father had surgery',
      /Thank you for telling me that your father had surgery\. (?:I’m thinking of you|You are in my thoughts)\.$/,
    ],
    ['Invited me to the opening on Friday', /You invited me to the opening.*\. \S.+\.$/],
    ['Wrote about the grant deadline', /You wrote about the grant deadline\. \S.+\.$/],
    ['Asked me to read the second chapter', /You asked me to read the second chapter\. \S.+\.$/],
    ['Asked how I have been', /You asked how I have been\. .*\bmore\b/],
  ])('to %j goes on from it', (summary, expected) => {
    expect(answerTo(summary)).toMatch(expected);
  });

  test('never says yes or no in the writer’s place, and thanks once', () => {
    for (const summary of ['Asked whether we can meet', 'Invited me to dinner', 'Sent me the draft of her speech'])
      expect(answerTo(summary)).not.toMatch(
        /\b(?:yes|no|gladly|of course|I can|I will come|I cannot)\b|Thank you.*Thank you/i,
      );
  });
});
