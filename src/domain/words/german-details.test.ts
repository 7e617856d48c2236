import { describe, expect, test } from 'vitest';
import { aCandidate, aFact, aTouch, day } from '../../../tests/support/a-candidate.ts';
import type { Candidate, LastTouch } from '../today/candidate.ts';
import type { Channel, DraftKind, PromiseBy } from '../words.ts';
import { draftFor } from './draft.ts';

const TODAY = day('2026-11-23');

function write(kind: DraftKind, given: Partial<Candidate>, channel: Channel = 'email'): string {
  const person = aCandidate({ language: 'de', closeness: 0.8, ...given });
  return draftFor(person, { reasons: [], kind, channel, today: TODAY })?.text ?? '';
}
const noted = (summary: string, given: Partial<LastTouch> = {}) => aTouch('2026-10-01', summary, given);
const promised = (by: PromiseBy, text: string) => ({
  promises: [{ id: 'p', by, text, madeOn: day('2026-11-01') }],
});

describe('a conversation noted in German', () => {
  test.each([
    ['Langes Gespräch über Gezeitenkraft', 'unser Gespräch über Gezeitenkraft'],
    ['Haben über den Umzug nach Kiel gesprochen', 'unser Gespräch über den Umzug nach Kiel'],
    ['Kaffee am See. Über ihren Garten geredet', 'unser Gespräch über deinen Garten'],
    ['Über seine Doktorarbeit gesprochen', 'unser Gespräch über deine Doktorarbeit'],
  ])('%j is come back to as %s', (note, expected) => {
    for (const kind of ['hello', 'follow-up', 'check-in', 'invitation'] as const)
      expect(write(kind, noted(note))).toContain(expected);
  });

  test.each([
    'Gespräch über ihren Mann und seine Krankheit',
    'Gespräch über die Scheidung',
    'Vertraulich: über den Umzug gesprochen',
    'Gespräch über das, was sie vorhat',
    'Hat über mich gelacht',
    'Talked about tidal power',
  ])('%j is left out', (note) => {
    for (const kind of ['hello', 'follow-up', 'check-in', 'invitation'] as const)
      expect(write(kind, noted(note))).not.toMatch(
        /Krankheit|Mann|Scheidung|Umzug|vorhat|mich gelacht|tidal|unser Gespräch über/,
      );
  });

  test('is no talk where one wrote, nor anybody’s where several were there', () => {
    expect(write('hello', noted('Über Gezeitenkraft geschrieben', { channel: 'email' }))).toContain(
      'unsere Nachrichten über Gezeitenkraft',
    );
    expect(write('hello', noted('Gespräch über Gezeitenkraft', { people: 3 }))).not.toContain('Gezeitenkraft');
  });

  test('is said with Ihr to whom one says Sie', () => {
    const note = { ...noted('Über ihren Garten gesprochen'), closeness: 0.1 };
    expect(write('hello', note)).toContain('über Ihren Garten');
  });
});

describe('a promise noted in German', () => {
  test.each<[PromiseBy, string, string]>([
    ['me', 'ihr das Buch schicken', 'dir das Buch schicken wollte'],
    ['me', 'Das Buch schicken', 'dir das Buch schicken'],
    ['me', 'ihren Text lesen', 'deinen Text lesen'],
    ['me', 'ihn anrufen', 'dich anrufen'],
    ['me', 'beim Umzug helfen', 'dir beim Umzug helfen'],
    ['me', 'ihren Text bis Freitag lesen', 'deinen Text lesen'],
    ['me', 'Fotos schicken', 'dir Fotos schicken'],
    ['me', 'die Leiter', ': die Leiter'],
    ['them', 'mir das Rezept schicken', 'mir das Rezept schicken'],
    ['them', 'die Leiter zurückbringen', 'mir die Leiter zurückbringen'],
    ['them', 'das Rezept', 'auf das Rezept'],
  ])('by %s: %j is said as “%s”', (by, text, expected) => {
    // "dass ich … wollte" and "ich wollte …" are both said.
    expect(write('promise', promised(by, text))).toContain(expected.replace(/ wollte$/, ''));
    expect(write('promise', promised(by, text))).toMatch(/^(?:Hi|Hallo) Ada,\n\n\p{Ll}/u);
  });

  test.each([
    ['me', 'Send her the book'],
    ['me', 'ihr Buch zurückgeben'],
    ['me', 'fragen, wie die Prüfung war'],
    ['them', 'ihm das Buch schicken'],
    ['me', 'der Artikel'],
    ['them', 'sich melden'],
  ] as const)('by %s: %j is not said in its words', (by, text) => {
    expect(write('promise', promised(by, text))).not.toMatch(/wollte|schulde|schicken|Artikel|Prüfung|zurück|melden/);
  });

  test('is spoken of in German even where its words are not said', () => {
    expect(write('promise', promised('them', 'sich melden'))).toMatch(/was du angeboten hast/);
    expect(write('promise', promised('me', 'der Artikel'))).toMatch(/was ich dir versprochen habe\./);
    expect(write('promise', promised('me', 'Send her the book'))).toMatch(/send you the book/);
  });

  test('is said with Sie', () => {
    const formal = { closeness: 0.1, ...promised('me', 'ihr das Buch schicken') };
    expect(write('promise', formal)).toContain('Ihnen das Buch schicken');
    expect(write('promise', { closeness: 0.1, ...promised('them', 'mir das Rezept schicken') })).toMatch(/Sie wollten/);
  });
});

describe('a place noted in German', () => {
  test.each(['im Botanischen Garten', 'am Hafen', 'beim Bäcker'])('%s is met at again', (place) => {
    for (const kind of ['hello', 'invitation'] as const)
      expect(write(kind, noted('Kaffee', { place }))).toContain(place);
  });

  test.each(['Botanischer Garten', 'the station', 'im Krankenhaus', 'bei ihr'])('%s is left out', (place) => {
    for (const kind of ['hello', 'invitation'] as const)
      expect(write(kind, noted('Kaffee', { place }))).not.toContain(place);
  });
});

test('an interest noted in German goes with a wish, a check-in and an invitation, unless it is private', () => {
  for (const kind of ['birthday', 'new-year', 'check-in', 'invitation', 'hello'] as const) {
    expect(write(kind, { facts: [aFact('interest', 'Segeln')] })).toContain('Zeit für Segeln');
    expect(write(kind, { facts: [aFact('interest', 'Segeln', { private: true })] })).not.toContain('Segeln');
  }
});

test('a check-in in German is grave only to somebody who has it hard', () => {
  const grave = /Kraft|in meinen Gedanken|reden magst|nicht antworten/;
  const hard = { moments: [{ id: 'm', kind: 'illness' as const, date: TODAY, noticedOn: TODAY, text: 'krank' }] };
  expect(write('check-in', {})).not.toMatch(grave);
  expect(write('check-in', { ...hard, ...noted('Gespräch über Gezeitenkraft') })).toMatch(/denke|Gedanken/);
  expect(write('check-in', { ...hard, ...noted('Gespräch über Gezeitenkraft') })).not.toContain('Gezeitenkraft');
});
