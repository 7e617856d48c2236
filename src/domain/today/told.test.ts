import { describe, expect, test } from 'vitest';
import { aCandidate, aTouch, day } from '../../../tests/support/a-candidate.ts';
import { draftFor } from '../words/draft.ts';
import { asksOf, openingsOf, recallsOf } from './lines.ts';
import { threadFrom } from './note.ts';

const TODAY = day('2026-11-23');
const read = (note: string) => threadFrom(note, { names: ['Ada Brandt', 'Ada'], alone: true });

describe('what a note says of a thing', () => {
  test.each([
    ['The lease is signed.', 'lasting: the lease was signed'],
    ['The plum growers are coming to visit', 'lasting: the plum growers were coming to visit'],
    ['The barge goes by sea', 'lasting: the barge was going by sea'],
    [
      'The harbour council votes on the tidal pilot soon.',
      'coming: the harbour council was about to vote on the tidal pilot',
    ],
    ['The agent wants a different ending', 'lasting: the agent wanted a different ending'],
    ['The calm hive has a new queen', 'lasting: the calm hive had a new queen'],
    ['The ringer in Andalusia wrote back, four pages by hand.', 'over: the ringer in Andalusia wrote back'],
    ['The grant came through', 'over: the grant came through'],
    ['Her thesis is almost done', 'lasting: your thesis was almost done'],
    ['Permit granted', 'over: the permit was granted'],
  ])('%s: %s', (note, expected) => {
    const told = read(note)?.told;
    expect(told && `${told.when}: ${told.clause}`).toBe(expected);
  });

  test.each([
    ['The old maps and the cellars match', 'a plural that looks like a verb'],
    ['The lease is signed for me', 'what is the owner’s'],
    ['The whole department was let go', 'what is hard'],
    ['The lease', 'a bare name'],
  ])('is left out of %j: %s', (note) => {
    const thread = read(note);
    expect(thread?.mood === 'light' ? thread.told : undefined).toBeUndefined();
  });

  test('is said with what became of it, in place of how things are with it', () => {
    const thread = read('The lease is signed.');
    if (thread === undefined) throw new Error('nothing was read');
    for (const wordings of [asksOf(thread), openingsOf(thread)])
      for (const line of wordings.lines) expect(line).toMatch(/, the lease was signed\. .+\?$/);
    for (const line of recallsOf(thread).lines) expect(line).toMatch(/the lease was signed; I hope/);
  });

  test('asks one question in every kind of draft', () => {
    const person = aCandidate(aTouch('2026-09-01', 'The lease is signed.'));
    for (const kind of ['hello', 'follow-up', 'reply', 'check-in', 'invitation', 'new-year'] as const)
      for (const channel of ['email', 'text', 'card'] as const) {
        const text = draftFor(person, { reasons: [], kind, channel, today: TODAY })?.text ?? '';
        expect(text).toContain('the lease was signed');
        expect(text.match(/\?/g)?.length ?? 0, text).toBeLessThanOrEqual(1);
      }
  });
});
