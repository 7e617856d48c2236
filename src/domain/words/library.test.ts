import { describe, expect, test } from 'vitest';
import { aCandidate, aFact, aTouch, day } from '../../../tests/support/a-candidate.ts';
import type { Candidate } from '../today/candidate.ts';
import type { Channel, DraftKind } from '../words.ts';
import { draftFor } from './draft.ts';

const TODAY = day('2026-11-23');

function write(kind: DraftKind, given: Partial<Candidate>, channel: Channel = 'text'): string {
  return draftFor(aCandidate(given), { reasons: [], kind, channel, today: TODAY })?.text ?? '';
}
const success = (text: string) => ({ facts: [aFact('success', text)] });
const moment = (text: string, organisation?: string) => ({
  moments: [
    {
      id: 'm',
      kind: 'award' as const,
      date: day('2026-10-01'),
      noticedOn: day('2026-10-01'),
      text,
      ...(organisation !== undefined && { organisation }),
    },
  ],
});

describe('congratulations name what they are for', () => {
  test.each([
    [success('Elias was accepted at the conservatory'), 'Elias was accepted at the conservatory'],
    [
      success('The timetable typeface will be used on the ferries'),
      'the timetable typeface will be used on the ferries',
    ],
    [success('Captain of the team'), 'on becoming captain of the team'],
    [success('First paying customer, with a coffee machine'), 'on your first paying customer'],
    [success('Permit for the shared solar roof'), 'on the permit for the shared solar roof'],
    [moment('won the regional prize'), 'you won the regional prize: congratulations'],
    [moment('won the Harbour Prize', 'Sanko Ceramics'), 'Sanko Ceramics'],
  ])('%j: %s', (given, expected) => {
    expect(write('congratulations', given).toLowerCase()).toContain(expected.toLowerCase());
  });

  test.each([
    'Noor has her swimming certificate',
    'Ten nurses ride the new bicycles',
    'Secretly won a dispute',
    'Paid off the house',
  ])('but not %j, which nobody could say as it stands', (text) => {
    expect(write('congratulations', success(text))).not.toMatch(/Noor|her|nurses|dispute|house/);
  });
});

describe('a check-in', () => {
  const light = /\bsorry\b|talking|in my thoughts|or none|do you good/;

  test.each([
    [{ facts: [aFact('interest', 'Collects tide tables')] }, /how you are, and whether you still collect tide tables/],
    [aTouch('2026-11-06', 'Talked about salt in the groundwater'), /salt in the groundwater/],
    [
      aTouch('2026-11-06', 'Sent a picture of seven figs. She told me about a lodger from Lima.'),
      /the lodger from Lima/,
    ],
    [{}, /./],
  ])('is light to somebody who is well: %j', (given, expected) => {
    expect(write('check-in', given)).toMatch(expected);
    expect(write('check-in', given)).not.toMatch(light);
  });

  test('asks after themselves before what they were about to do', () => {
    expect(write('check-in', aTouch('2026-11-06', 'She is planning a week in the Ardennes'))).toMatch(
      /you were planning a week in the Ardennes\. How are you, and how .+\?$/,
    );
  });

  test('is gentle to somebody who has it hard, and speaks of nothing else', () => {
    const hard = { moments: [{ id: 'm', kind: 'illness' as const, date: TODAY, noticedOn: TODAY, text: 'ill' }] };
    const text = write('check-in', { ...hard, facts: [aFact('interest', 'Collects tide tables')] });
    expect(text).not.toContain('tide');
  });
});

describe('an invitation', () => {
  test.each([
    [aTouch('2026-10-01', 'Coffee. We spoke of other things.', { place: 'the museum garden' }), /at the museum garden/],
    [{ facts: [aFact('preference', 'Would rather walk than sit')] }, /walk/],
    [{ facts: [aFact('interest', 'Learns bird calls from tapes')] }, /whether you still learn bird calls from tapes/],
    [{ company: 'Mistral Freight' }, /at Mistral Freight/],
    [aTouch('2026-10-01', 'Talked about tidal power'), /about tidal power/],
    [aTouch('2026-10-01', 'The lease is signed'), /the lease was signed, and I’d love to hear/],
  ])('has something of theirs: %j', (given, expected) => {
    expect(write('invitation', given)).toMatch(expected);
  });

  test.each(['the hospital', 'Ada’s office', 'the railway station', 'her mother’s'])(
    'leads nobody to %s again',
    (place) => {
      expect(write('invitation', aTouch('2026-10-01', 'Coffee', { place }))).not.toMatch(
        /again one of|hour at|meet at/,
      );
    },
  );

  test('offers a call to who was not in one room with the owner of late', () => {
    const far = { closeness: 0.1, ...aTouch('2026-10-01', '', { channel: 'email' }) };
    expect(write('invitation', far)).toMatch(/\b(?:call|phone)\b/);
  });

  test('asks one thing', () => {
    for (const given of [{ closeness: 0.1 }, { closeness: 0.9 }, { company: 'Mistral Freight' }])
      for (const channel of ['email', 'text', 'card'] as const)
        expect(write('invitation', given, channel).match(/\?/g)).toHaveLength(1);
  });
});

describe('a message does not jump', () => {
  const withDog = aTouch('2026-10-01', 'Her dog stole mine');

  test.each(['reply', 'follow-up'] as const)('in a %s', (kind) => {
    expect(write(kind, withDog)).toMatch(/How are you, and how is your dog|your dog/);
    expect(write(kind, withDog)).not.toMatch(/\. How is your dog/);
  });

  test('from a promise to what they once did', () => {
    const promises = [{ id: 'p', by: 'me' as const, text: 'Read the two pages', madeOn: day('2026-11-01') }];
    const text = write('promise', { promises, facts: [aFact('success', 'Spoke at the council')] }, 'email');
    expect(text).toContain('read the two pages');
    expect(text).not.toContain('council');
    expect(write('promise', { promises, facts: [aFact('interest', 'sailing')] })).toMatch(
      /How are you, and .*sailing\?/,
    );
  });

  test('on a card to somebody else before the one it is for', () => {
    const text = write('hello', { facts: [aFact('family', 'A grandmother in Thessaloniki')] }, 'card');
    expect(text).toMatch(/^Dear Ada, (?:I|you) .*\. .*your grandmother/);
  });
});

test('a follow-up speaks of a talk only where there was one', () => {
  const wrote = aTouch('2026-10-01', '', { channel: 'email' });
  expect(write('follow-up', wrote)).not.toMatch(/talk|conversation/i);
});
