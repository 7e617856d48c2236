import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCard } from '../../../tests/support/arbitrary-card.ts';
import type { Card, NameComponent } from './jscontact.ts';
import { displayName, givenName, initials, nameParts, splitFullName } from './name.ts';

function aCard(fields: Partial<Card>): Card {
  return { '@type': 'Card', version: '1.0', uid: '', ...fields };
}

const parts = (...components: [NameComponent['kind'], string][]): Card =>
  aCard({ name: { components: components.map(([kind, value]) => ({ kind, value })) } });

describe('the name on screen', () => {
  it('is the full name, else its components, else whatever there is', () => {
    expect(displayName(aCard({ name: { full: ' Ada  Lovelace ' } }))).toBe('Ada Lovelace');
    expect(displayName(parts(['title', 'Dr.'], ['given', 'Ada'], ['surname', 'Lovelace'], ['credential', 'FRS']))).toBe(
      'Ada Lovelace',
    );
    expect(displayName(parts(['title', 'Mrs.'], ['surname', 'Smith']))).toBe('Mrs. Smith');
    expect(displayName(parts(['surname', '王'], ['given', '小明']))).toBe('王小明');
    expect(displayName(parts(['surname', '山田'], ['given', '太郎']))).toBe('山田太郎');
    expect(displayName(aCard({ nicknames: { k1: { name: 'Ady' } }, emails: { e1: { address: 'a@b.example' } } }))).toBe(
      'Ady',
    );
    expect(displayName(aCard({ organizations: { o1: { units: [{ name: 'Sales' }] } } }))).toBe('Sales');
    expect(
      displayName(aCard({ emails: { e1: { address: 'b@b.example' }, e2: { address: 'a@b.example', pref: 1 } } })),
    ).toBe('a@b.example');
    expect(displayName(aCard({ phones: { p1: { number: 'tel:+1-555' } } }))).toBe('+1-555');
    expect(displayName(aCard({}))).toBe('No name');
  });

  it('keeps the order and separators a card asks for', () => {
    const components = [
      { kind: 'surname', value: 'Nagy' },
      { kind: 'separator', value: ', ' },
      { kind: 'given', value: 'Éva' },
    ] as const;
    expect(displayName(aCard({ name: { components, isOrdered: true } }))).toBe('Nagy, Éva');
  });

  it('is never empty', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        expect(displayName(card).trim()).not.toBe('');
        expect(initials(displayName(card))).not.toBe('');
      }),
    );
  });
});

describe('taking a full name apart', () => {
  it.each([
    ['Ada Lovelace', { given: 'Ada', surname: 'Lovelace' }],
    ['Ada', { given: 'Ada' }],
    ['Lovelace, Ada Augusta', { given: 'Ada', given2: 'Augusta', surname: 'Lovelace' }],
    [
      'Dr. Ada M. King Jr., PhD',
      { title: 'Dr.', given: 'Ada', given2: 'M.', surname: 'King', generation: 'Jr.', credential: 'PhD' },
    ],
    ['Ludwig van Beethoven', { given: 'Ludwig', surname: 'van Beethoven' }],
    ['Maria da Silva Santos', { given: 'Maria', surname: 'da Silva Santos' }],
    ['Mr. Smith', { title: 'Mr.', surname: 'Smith' }],
    ['Ольга Петровна Иванова', { given: 'Ольга', given2: 'Петровна', surname: 'Иванова' }],
    ['Иванова Ольга Петровна', { given: 'Ольга', given2: 'Петровна', surname: 'Иванова' }],
    ['王小明', { surname: '王', given: '小明' }],
    ['欧阳娜娜', { surname: '欧阳', given: '娜娜' }],
    ['山田 太郎', { surname: '山田', given: '太郎' }],
    ['김철수', { surname: '김', given: '철수' }],
    ['LOVELACE Ada', { given: 'Ada', surname: 'LOVELACE' }],
    ['VAN DYKE Anna Maria', { given: 'Anna', given2: 'Maria', surname: 'VAN DYKE' }],
    ['JD Salinger', { given: 'JD', surname: 'Salinger' }],
    ['Prof. Dr. Lise Meitner', { title: 'Prof. Dr.', given: 'Lise', surname: 'Meitner' }],
    ['Sammy Ortiz III', { given: 'Sammy', surname: 'Ortiz', generation: 'III' }],
    ['Jack Ma', { given: 'Jack', surname: 'Ma' }],
    ['Jack Hill MA', { given: 'Jack', surname: 'Hill', credential: 'MA' }],
    ['M. Night Palmer', { given: 'M.', given2: 'Night', surname: 'Palmer' }],
    ['Ana Neto', { given: 'Ana', surname: 'Neto' }],
    ['Rui Costa Neto', { given: 'Rui', surname: 'Costa', generation: 'Neto' }],
    ['Will Kerr', { given: 'Will', surname: 'Kerr' }],
    ['Don Reyes', { given: 'Don', surname: 'Reyes' }],
    ['Jón Einarsson', { given: 'Jón', surname: 'Einarsson' }],
    ['Omar ibn Said', { given: 'Omar', surname: 'ibn Said' }],
    ['Aisha bint Khalid', { given: 'Aisha', surname: 'bint Khalid' }],
    ['Musa bin Nusair', { given: 'Musa', surname: 'bin Nusair' }],
    ['Abd al-Rahman Haddad', { given: 'Abd al-Rahman', surname: 'Haddad' }],
    ['Abdul Karim', { given: 'Abdul Karim' }],
    ['عبد الرحمن الحداد', { given: 'عبد الرحمن', surname: 'الحداد' }],
    ['محمد بن سلمى', { given: 'محمد', surname: 'بن سلمى' }],
    ['Nguyễn Văn An', { surname: 'Nguyễn', given2: 'Văn', given: 'An' }],
    ['Trần Hương', { surname: 'Trần', given: 'Hương' }],
    ['山田太郎さん', { surname: '山田', given: '太郎', title: 'さん' }],
    ['王小明先生', { surname: '王', given: '小明', title: '先生' }],
    ['김철수 씨', { surname: '김', given: '철수', title: '씨' }],
    ['ada@example.org', {}],
    ['', {}],
  ])('reads %s', (full, expected) => {
    expect(splitFullName(full)).toEqual(expected);
  });

  it.each([
    ['Nagy Éva', 'hu', { surname: 'Nagy', given: 'Éva' }],
    ['Dr. Nagy Éva Mária', 'hu-HU', { title: 'Dr.', surname: 'Nagy', given: 'Éva', given2: 'Mária' }],
    ['Lucía García Márquez', 'es', { given: 'Lucía', surname: 'García', surname2: 'Márquez' }],
    ['María José Pérez Ruiz', 'es-MX', { given: 'María', given2: 'José', surname: 'Pérez', surname2: 'Ruiz' }],
    ['Pedro de la Cruz', 'es', { given: 'Pedro', surname: 'de la Cruz' }],
    ['Le Thi Mai', 'vi', { surname: 'Le', given2: 'Thi', given: 'Mai' }],
  ])('reads %s by the custom of %s', (full, language, expected) => {
    expect(splitFullName(full, { language })).toEqual(expected);
    expect(nameParts(aCard({ name: { full } }), { language })).toEqual(expected);
    expect(nameParts(aCard({ name: { full }, language }))).toEqual(expected);
  });

  it('keeps every letter', () => {
    const word = fc.constantFrom(
      ...'Dr. Ada van der Ma MA III PhD Nguyễn LOVELACE Abd al-Rahman bin Neto 王 小明 さん M. Iwanowna'.split(' '),
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 7 }),
        fc.constantFrom('en', 'es', 'hu', 'vi'),
        (words, language) => {
          const parts = Object.values(splitFullName(words.join(' '), { language })).join('');
          expect([...parts.replaceAll(' ', '')].sort()).toEqual([...words.join('')].sort());
        },
      ),
    );
  });

  it('calls people by their given name alone', () => {
    expect(givenName(aCard({ name: { full: 'Prof. Dr. Ada Lovelace PhD' } }))).toBe('Ada');
    expect(givenName(parts(['given', 'Dr. Ada'], ['surname', 'Lovelace']))).toBe('Ada');
    expect(givenName(aCard({ name: { full: 'Nagy Éva' } }), { language: 'hu' })).toBe('Éva');
    expect(givenName(aCard({ name: { full: 'Mr. Smith' } }))).toBeUndefined();
  });

  it('trusts components where there are any', () => {
    expect(nameParts(aCard({ name: { full: 'X Y', components: [{ kind: 'given', value: 'Ada' }] } }))).toEqual({
      given: 'Ada',
    });
    expect(givenName(aCard({ name: { full: 'Ada Lovelace' } }))).toBe('Ada');
    expect(givenName(aCard({ kind: 'org', name: { full: 'Acme Works' } }))).toBeUndefined();
  });
});

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Ada', 'A'],
    ['Dr. Ludwig van Beethoven Jr.', 'LB'],
    ['王小明', '王'],
    ['éva nagy', 'ÉN'],
    ['O’Brien', 'O'],
    ['Omar bin Said', 'OS'],
    ['محمد علي', 'م'],
    ['נועה כהן', 'נכ'],
    ['अनिल क़ुरैशी', 'अक़ु'],
    ['\u0065\u0301va nagy', 'ÉN'],
    ['김철수', '김'],
    ['Łukasz Żak', 'ŁŻ'],
    ['🙂', '?'],
    ['', '?'],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
