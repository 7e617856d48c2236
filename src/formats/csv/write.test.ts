import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../domain/card/jscontact.ts';
import { isGoogleHeader } from '../google/columns.ts';
import { readContacts } from '../google/read-contacts.ts';
import { decodeText } from './decode.ts';
import { composeFullName } from './full-name.ts';
import { guardCell, unguardCell } from './guard.ts';
import { findTable, probeDelimiters } from './table.ts';
import { writePeopleCsv } from './write.ts';

function read(text: string): Card[] {
  const { utf8 } = decodeText(Buffer.from(text));
  const table = findTable(utf8, probeDelimiters(utf8), isGoogleHeader);
  if (table === undefined) throw new Error('no header found');
  const { drafts, skipped } = readContacts(table);
  expect(skipped).toEqual([]);
  return drafts.map(({ card }) => card);
}

const base = { '@type': 'Card', version: '1.0', uid: '', kind: 'individual' } as const;

describe('people as a table', () => {
  it("writes Google's columns of 2024, as many as the fullest person needs", () => {
    const text = writePeopleCsv([
      {
        card: {
          ...base,
          name: {
            components: [
              { kind: 'given', value: 'Ada' },
              { kind: 'surname', value: 'Brandsma' },
            ],
            full: 'Ada Brandsma',
          },
          emails: { e1: { address: 'a@x.example', contexts: { work: true }, pref: 1 }, e2: { address: 'b@x.example' } },
        },
        labels: ['Close'],
      },
      {
        card: {
          ...base,
          name: { full: 'Jan Willem van der Berg' },
          phones: { p1: { number: '+31 6 1234 5678', features: { mobile: true } } },
          anniversaries: { d1: { kind: 'birth', date: { month: 3, day: 15 } } },
        },
      },
    ]);
    const [header, ada, jan] = text.split('\r\n');
    expect(header).toBe(
      'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value',
    );
    expect(ada).toBe('Ada,,Brandsma,,,,,,,,,,,,,,* myContacts ::: Close,* Work,a@x.example,,b@x.example,,');
    expect(jan).toBe('Jan Willem van der Berg,,,,,,,,,,,,,--03-15,,,* myContacts,,,,,Mobile,+31 6 1234 5678');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('writes a header for nobody', () => {
    expect(writePeopleCsv([])).toMatch(/^First Name,.*,Labels\r\n$/);
  });

  const fixtures = new URL('../google/fixtures/', import.meta.url);
  it.each(readdirSync(fixtures).filter((name) => name.endsWith('.csv') && name.startsWith('new')))(
    'gives the people of %s back the same',
    (name) => {
      const cards = readFileSync(new URL(name, fixtures), 'utf8');
      const { utf8 } = decodeText(Buffer.from(cards));
      const table = findTable(utf8, probeDelimiters(utf8), isGoogleHeader);
      const before = table === undefined ? [] : readContacts(table).drafts.map(({ card }) => card);
      expect(before.length).toBeGreaterThan(0);
      expect(read(writePeopleCsv(before.map((card) => ({ card }))))).toEqual(before);
    },
  );

  it('leaves out what a table cannot say', () => {
    const text = writePeopleCsv([
      {
        card: {
          ...base,
          name: { full: 'A B' },
          relatedTo: { 'urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427': { relation: { friend: true } } },
          media: { m1: { kind: 'photo', uri: 'data:image/png;base64,AAAA' } },
          anniversaries: { d1: { kind: 'birth', date: { month: 1, day: 1, calendarScale: 'hebrew' } } },
        },
      },
    ]);
    expect(text).not.toMatch(/urn:|data:|--01-01/);
  });

  it.each(['=1+1', '@cmd', '-2+3', '+cmd|x', "'=1", '\t=1', '- likes tea', '+31 (6) call me'])(
    'disarms the cell %j and reads it back',
    (text) => {
      expect(guardCell(text)).toBe(`'${text}`);
      expect(unguardCell(guardCell(text))).toBe(text);
    },
  );

  it.each([
    '+31612345678',
    '+31 (6) 12-34.56/78',
    '+1 555 0100 ext. 12',
    '+1 555 0100,,12#',
    '--03-15',
    'Ada',
    "'t Hart",
    '',
  ])('leaves the cell %j alone', (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  });

  const word = fc
    .string({
      unit: fc.constantFrom('a', 'B', 'é', '王', '🚀', '"', ',', '\n', ';', '\t', "'", '=', '+', '-', '@', ' ', '\\'),
      minLength: 1,
      maxLength: 12,
    })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const label = fc.constantFrom(
    {},
    { contexts: { work: true as const } },
    { contexts: { private: true as const } },
    { label: 'Boat' },
    { pref: 1 },
  );
  const map = <T>(prefix: string, entry: fc.Arbitrary<T>) =>
    fc
      .array(entry, { minLength: 1, maxLength: 3 })
      .map((entries) => Object.fromEntries(entries.map((each, index) => [`${prefix}${index + 1}`, each])));
  const optional = <T extends object>(entry: fc.Arbitrary<T>) => fc.oneof(fc.constant({}), entry);

  it('gives back every card it can hold, whatever the cells hold', () => {
    const name = fc
      .tuple(word, word)
      .map(
        ([given, surname]) =>
          [
            { kind: 'given', value: given },
            { kind: 'surname', value: surname },
          ] as const,
      )
      .map((components) => ({ name: { components, full: composeFullName(components) } }));
    const card = fc
      .tuple(
        name,
        optional(
          map(
            'e',
            fc.tuple(word, label).map(([local, placed]) => ({ address: `${local}@x.example`, ...placed })),
          ).map((emails) => ({ emails })),
        ),
        optional(
          map(
            'p',
            fc.tuple(word, label).map(([number, placed]) => ({ number: `+${number}`, ...placed })),
          ).map((phones) => ({ phones })),
        ),
        optional(word.map((note) => ({ notes: { n1: { note } } }))),
        optional(
          fc.tuple(word, word).map(([company, title]) => ({
            organizations: { o1: { name: company } },
            titles: { t1: { name: title, kind: 'title' as const, organizationId: 'o1' } },
          })),
        ),
        optional(
          fc.tuple(word, word).map(([locality, country]) => ({
            addresses: {
              a1: {
                components: [
                  { kind: 'locality' as const, value: locality },
                  { kind: 'country' as const, value: `${country}land` },
                ],
              },
            },
          })),
        ),
        optional(word.map((keyword) => ({ keywords: { [keyword]: true as const } }))),
      )
      .map((parts) => Object.assign({ ...base }, ...parts) as Card);
    fc.assert(
      fc.property(fc.array(card, { minLength: 1, maxLength: 4 }), (cards) => {
        expect(read(writePeopleCsv(cards.map((each) => ({ card: each }))))).toEqual(cards);
      }),
      { numRuns: 300 },
    );
  });
});
