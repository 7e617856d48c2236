import { describe, expect, test } from 'vitest';
import { aCandidate, aFact, aTouch, day } from '../../../tests/support/a-candidate.ts';
import type { Candidate } from './candidate.ts';
import { openerFor } from './opener.ts';

const TODAY = day('2026-11-23');
const died = (text: string): Pick<Candidate, 'moments'> => ({
  moments: [{ id: 'm', kind: 'loss', date: day('2024-11-02'), noticedOn: day('2024-11-03'), text }],
});
const draft = (given: Partial<Candidate>, seed = TODAY) =>
  openerFor(aCandidate({ name: 'Hanne Vogel', ...given }), { reasons: [], channel: 'email', today: seed });

describe('somebody of theirs who has died', () => {
  test.each([
    ['by what he was to her', died('husband Jörg died'), 'Her husband Jörg plays the cello'],
    ['by his name alone', died('Jörg died'), 'partner Jörg'],
    ['where only a fact tells of it', { facts: [aFact('challenge', 'her husband died')] }, 'married to Jörg'],
    [
      'where it was told in confidence',
      { facts: [aFact('family', 'her husband Jörg died', { private: true })] },
      'husband Jörg',
    ],
  ] as const)('is not asked after, %s', (_, loss, fact) => {
    const given: Partial<Candidate> = loss;
    const written = draft({ ...given, facts: [...(given.facts ?? []), aFact('family', fact)] });
    expect(written).not.toMatch(/Jörg|husband/);
    expect(draft({ facts: [aFact('family', fact)] })).toMatch(/Jörg/);
  });

  test('is not brought up by what one last talked about', () => {
    const talk = aTouch('2024-10-01', 'Talked about her husband’s retirement party');
    expect(draft({ ...talk, ...died('husband Jörg died') })).not.toMatch(/retirement/);
    expect(draft(talk)).toMatch(/retirement/);
  });

  test('is not brought up by what was noted of a thing, nor by a success', () => {
    const boat = aTouch('2024-10-01', 'The boat goes to Jörg in spring');
    expect(draft({ ...boat, ...died('husband Jörg died') })).not.toMatch(/Jörg|boat/);
    expect(draft(boat)).toMatch(/boat was about to go to Jörg/);
    const congratulated = (given: Partial<Candidate>) =>
      openerFor(aCandidate({ name: 'Hanne Vogel', facts: [aFact('success', 'Jörg was made captain')], ...given }), {
        reasons: [],
        channel: 'email',
        today: TODAY,
        kind: 'congratulations',
      });
    expect(congratulated(died('husband Jörg died'))).not.toMatch(/Jörg/);
    expect(congratulated({})).toMatch(/Jörg was made captain/);
  });

  test('leaves everybody else to be asked after', () => {
    expect(draft({ ...died('her father died'), facts: [aFact('family', 'daughter Mia')] })).toMatch(/Mia/);
  });
});
