import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type KnownName, matchAttendee, matchMet } from './match.ts';
import { namesWithinNotes, readAttendees, readMet } from './name-rows.ts';
import { whatWasSaid } from './what-was-said.ts';

const known = (name: string, organisation: string | null = null): KnownName => ({
  id: name,
  name,
  organisation,
  words: name.toLowerCase().split(' '),
});

describe('readAttendees', () => {
  it('reads one name a line, and rows of name and company', () => {
    const text = [
      'Name, Company',
      'Ada Brandt, Kelp Works',
      '- Zed Ito (Tidewater)',
      '2. Grace Osei – Harbour Lab',
      '"Lind, Eve"\tReef & Co',
      'Noor <noor@example.org>',
      'Ada Brandt, Kelp Works',
      '王小明',
      '',
      '---',
    ].join('\r\n');
    expect(readAttendees(text)).toEqual([
      { name: 'Ada Brandt', organisation: 'Kelp Works' },
      { name: 'Zed Ito', organisation: 'Tidewater' },
      { name: 'Grace Osei', organisation: 'Harbour Lab' },
      { name: 'Lind, Eve', organisation: 'Reef & Co' },
      { name: 'Noor' },
      { name: '王小明' },
    ]);
  });

  it('makes of any text rows with a name that can be shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const { name } of readAttendees(text)) {
          expect(name).toMatch(/\p{L}/u);
          expect([...name].length).toBeLessThanOrEqual(120);
          expect(name).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });
});

describe('readMet', () => {
  test.each([
    [
      'Zed, Ada Lovelace, Grace: tidal permits',
      [
        ['Zed', ''],
        ['Ada Lovelace', ''],
        ['Grace', 'tidal permits'],
      ],
    ],
    [
      'Zed: boats, and how to mend them, Ada: permits',
      [
        ['Zed', 'boats, and how to mend them'],
        ['Ada', 'permits'],
      ],
    ],
    [
      'Zed and Ada\nGrace: at 10:30 she left; Łukasz',
      [
        ['Zed', ''],
        ['Ada', ''],
        ['Grace', 'at 10:30 she left'],
        ['Łukasz', ''],
      ],
    ],
    [
      'Zed: tidal permits, Mira Stone, Pia Vos: her paper on sand, and eels, and Ada van Dyk',
      [
        ['Zed', 'tidal permits'],
        ['Mira Stone', ''],
        ['Pia Vos', 'her paper on sand, and eels'],
        ['Ada van Dyk', ''],
      ],
    ],
    ['Zed: permits, North Sea, New York, Ada', [['Zed', 'permits, North Sea, New York, Ada']]],
    ['Zed: boats; zed: permits', [['Zed', 'boats; permits']]],
    [' , ; : ', []],
  ])('%j', (text, rows) => {
    expect(readMet(text).map(({ name, note }) => [name, note])).toEqual(rows);
  });

  it('takes one word of a note for a name where somebody is called so', () => {
    const isAda = (piece: string) => piece === 'Ada';
    expect(readMet('Zed: boats, Nautilus, Ada', isAda)).toEqual([
      { name: 'Zed', note: 'boats, Nautilus' },
      { name: 'Ada', note: '' },
    ]);
    expect(readMet('Zed: boats, Ada, permits', isAda)).toEqual([{ name: 'Zed', note: 'boats, Ada, permits' }]);
    expect(namesWithinNotes('Zed: boats, Ada, permits; Ada, Grace')).toEqual(['Ada']);
  });

  it('names nobody twice, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AaBb ,;:\n.') }), (text) => {
        const names = readMet(text).map(({ name }) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

describe('whom a name means', () => {
  const people = [known('Ada Brandt', 'Kelp Works'), known('Ada Lovelace'), known('Grace Osei')];

  test.each([
    [{ name: 'ada  brandt' }, 'Ada Brandt'],
    [{ name: 'Ada Brandt', organisation: 'Kelp Works Ltd' }, 'Ada Brandt'],
    [{ name: 'Ada Lovelace', organisation: 'Anywhere' }, 'Ada Lovelace'],
    [{ name: 'Ada Brandt', organisation: 'Elsewhere' }, 'doubtful'],
    [{ name: 'Grace' }, 'doubtful'],
    [{ name: 'G. Osei' }, 'doubtful'],
    [{ name: 'Ada M. Brandt' }, 'doubtful'],
    [{ name: 'Ada Byron' }, 'unknown'],
  ])('of a list: %j', (row, expected) => {
    const match = matchAttendee(row, people);
    expect(match.kind === 'known' ? match.id : match.kind).toBe(expected);
  });

  it('tells namesakes apart by where they work', () => {
    const [a, b] = [known('Ada Brandt', 'Kelp Works'), { ...known('Ada Brandt', 'Reef'), id: 'other' }];
    expect(matchAttendee({ name: 'Ada Brandt', organisation: 'Reef' }, [a, b])).toEqual({ kind: 'known', id: 'other' });
    expect(matchAttendee({ name: 'Ada Brandt' }, [a, b])).toMatchObject({ kind: 'doubtful' });
  });

  it('at a gathering is somebody on its list before everyone else', () => {
    expect(matchMet('Ada', [people[1] ?? known('x')], people)).toEqual({ kind: 'known', id: 'Ada Lovelace' });
    expect(matchMet('Ada', [], people)).toMatchObject({ kind: 'doubtful' });
    expect(matchMet('Grace', [], people)).toEqual({ kind: 'known', id: 'Grace Osei' });
    expect(matchMet('Zed', people, people)).toEqual({ kind: 'unknown' });
  });
});

test.each([
  ['tidal permits', { topic: 'tidal permits', wish: null }],
  ['send her the paper', { topic: null, wish: 'send her the paper' }],
  ['she moves to Kiel in May', { topic: null, wish: 'she moves to Kiel in May' }],
  ['permits. Call her soon', { topic: null, wish: 'permits. Call her soon' }],
  ['', { topic: null, wish: null }],
])('what was said in %j', (note, said) => {
  expect(whatWasSaid(note)).toEqual(said);
});
