import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isCard } from '../../domain/card/is-card.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { iterateVCards, looksLikeVCard, readVCards } from './index.ts';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));
const names = readdirSync(fixtures).filter((name) => name.endsWith('.vcf'));

/** Reads the only card of a text, with its warnings. */
function readOne(...lines: string[]): { card: Card; warnings: readonly string[] } {
  const { drafts } = readVCards(Buffer.from(['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')));
  const [draft] = drafts;
  if (!draft) throw new Error('no card');
  return draft;
}

describe('files of the world', () => {
  it.each(names)('reads %s', (name) => {
    const bytes = readFileSync(fixtures + name);
    const expected: object = JSON.parse(readFileSync(`${fixtures}${name.replace('.vcf', '.json')}`, 'utf8'));
    expect(readVCards(bytes)).toEqual({ ...expected, lostProperties: 0 });
    expect(looksLikeVCard(bytes.subarray(0, 512))).toBe(true);
  });

  it.each(names)('makes cards of the right shape of %s', (name) => {
    for (const { card } of readVCards(readFileSync(fixtures + name)).drafts) expect(isCard(card)).toBe(true);
  });

  it('can be taken in slices', () => {
    const items = iterateVCards(readFileSync(`${fixtures}dates-in-many-shapes.vcf`));
    const first = items.next().value;
    expect(first).toMatchObject({ kind: 'draft', draft: { where: 'card 1 (line 1)' } });
    expect([...items]).toHaveLength(14);
  });

  it('gives the same cards whatever ends its lines', () => {
    const text = readFileSync(`${fixtures}several-of-each.vcf`, 'utf8');
    const read = (ending: string): unknown => readVCards(Buffer.from(text.replaceAll('\r\n', ending)));
    expect(read('\n')).toEqual(read('\r\n'));
    expect(read('\r')).toEqual(read('\r\n'));
    expect(read('\r\r\n')).toEqual(read('\r\n'));
  });

  it('reads a card that is indented as a whole', () => {
    const { drafts } = readVCards(Buffer.from('  BEGIN:VCARD\n  FN:Ada\n  NOTE:one\n    two\n  END:VCARD\n'));
    expect(drafts.map(({ card, warnings }) => [card.name, card.notes, warnings])).toEqual([
      [{ full: 'Ada' }, { n1: { note: 'one two' } }, []],
    ]);
  });

  it('knows a vCard from other files by its first bytes', () => {
    expect(looksLikeVCard(Buffer.from('begin:vcard\nversion:3.0'))).toBe(true);
    for (const other of [
      '',
      'BEGIN:VCALENDAR\r\nVERSION:2.0',
      'First Name,Last Name\nAda,Lovelace',
      'PK\x03\x04',
      '\n'.repeat(8000),
    ]) {
      expect(looksLikeVCard(Buffer.from(other))).toBe(false);
    }
  });
});

describe('lines', () => {
  it('reads types without a name, with quotes, and in lists', () => {
    const { card } = readOne(
      'TEL;CELL;PREF:1',
      'TEL;TYPE="work,fax":2',
      'TEL;TYPE=home,voice;type=pref:3',
      'TEL;VALUE=uri;TYPE="cell":tel:+44-1',
    );
    expect(Object.values(card.phones ?? {})).toEqual([
      { number: '1', features: { mobile: true }, pref: 1 },
      { number: '2', features: { fax: true }, contexts: { work: true } },
      { number: '3', features: { voice: true }, contexts: { private: true }, pref: 1 },
      { number: 'tel:+44-1', features: { mobile: true } },
    ]);
  });

  it('reads a label that Android wrote in bytes', () => {
    const { card } = readOne(
      'VERSION:2.1',
      'FN:A',
      'TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C5=BDofie):601 999 888',
    );
    expect(card.phones).toEqual({ p1: { number: '601 999 888', label: 'Žofie' } });
  });

  it('splits at separators, not at escaped or encoded ones', () => {
    expect(readOne('VERSION:2.1', 'N;ENCODING=QUOTED-PRINTABLE:A=3BB;C').card.name?.components).toEqual([
      { kind: 'given', value: 'C' },
      { kind: 'surname', value: 'A;B' },
    ]);
    expect(readOne('ORG:A\\;B;C\\, D').card.organizations).toEqual({ o1: { name: 'A;B', units: [{ name: 'C, D' }] } });
  });

  it('keeps parameters that are quoted, escaped or not closed', () => {
    const { card } = readOne('FN:x', 'EMAIL;X-A="b;c:d";X-E=^n^^^\':a@b.example', 'NOTE;X-Q="open:text');
    expect(card.emails).toEqual({ e1: { address: 'a@b.example', vCardParams: { 'x-a': 'b;c:d', 'x-e': '\n^"' } } });
    expect(card.notes).toEqual({ n1: { note: 'text', vCardParams: { 'x-q': '"open' } } });
  });

  it('keeps keys that would be something else in JavaScript', () => {
    const { card } = readOne(
      'FN:x',
      'CATEGORIES:__proto__,constructor',
      'EMAIL;PROP-ID=__proto__:a@b.example',
      'X-A;__proto__=1:y',
    );
    expect(Object.keys(card.keywords ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(card.emails ?? {})).toEqual(['e1']);
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(JSON.stringify(card.vCardProps)).toBe('[["x-a",{"__proto__":"1"},"unknown","y"]]');
  });

  it('takes a JSPROP only when what it makes is a card', () => {
    const bad = readOne('FN:x', 'EMAIL:a@b.example', 'JSPROP;JSPTR="emails":"text"');
    expect(bad.card.emails).toEqual({ e1: { address: 'a@b.example' } });
    expect(bad.warnings).toEqual(['its JSPROP properties do not make a card and are kept as they are']);
    const deep = readOne('FN:x', `JSPROP;JSPTR=x:${'['.repeat(100_000)}`);
    expect(deep.card.vCardProps).toHaveLength(1);
    expect(readOne('FN:x', 'JSPROP;JSPTR="/name/sortAs":{"surname":"y"}').card.name).toEqual({
      full: 'x',
      sortAs: { surname: 'y' },
    });
  });

  it('says what a stray JSPROP pointer would do to objects of the language', () => {
    const { card } = readOne(
      'FN:x',
      'JSPROP;JSPTR="__proto__/polluted":true',
      'JSPROP;JSPTR="constructor/prototype/polluted":true',
    );
    expect({}).not.toHaveProperty('polluted');
    expect(card.name).toEqual({ full: 'x' });
  });
});

describe('character sets that nothing names', () => {
  const single: readonly (readonly [charset: string, name: string, bytes: string])[] = [
    ['Shift-JIS', '渡辺 直美', '93 6e 95 d3 20 92 bc 94 fc'],
    ['Shift-JIS in half-width kana', 'ﾔﾏﾀﾞ ﾀﾛｳ', 'd4 cf c0 de 20 c0 db b3'],
    ['EUC-JP', '長谷川 潤', 'c4 b9 c3 ab c0 ee 20 bd e1'],
    ['GBK', '赵雷', 'd5 d4 c0 d7'],
    ['GBK that is UTF-8 by accident', '钱学森', 'c7 ae d1 a7 c9 ad'],
    ['Big5', '周杰倫', 'a9 50 aa 4e ad db'],
    ['EUC-KR', '이영애', 'c0 cc bf b5 be d6'],
    ['Windows-1250', 'Šárka', '8a e1 72 6b 61'],
    ['Windows-1251', 'Юлия Ющенко', 'de eb e8 ff 20 de f9 e5 ed ea ee'],
    ['Windows-1252', 'Bjørn Ødegård', '42 6a f8 72 6e 20 d8 64 65 67 e5 72 64'],
    ['Windows-1253', 'Μαρία', 'cc e1 f1 df e1'],
    ['Windows-1254', 'Tuğba', '54 75 f0 62 61'],
    ['Windows-1255', 'משה', 'ee f9 e4'],
    ['Windows-1256', 'خالد', 'ce c7 e1 cf'],
    ['KOI8-R', 'Жанна', 'f6 c1 ce ce c1'],
  ];

  it.each(single)('reads one name in %s', (_, name, bytes) => {
    const value = Buffer.from(bytes.replaceAll(' ', ''), 'hex');
    const card = Buffer.concat([Buffer.from('BEGIN:VCARD\nFN:'), value, Buffer.from('\nTEL:1\nEND:VCARD\n')]);
    const { drafts, warnings } = readVCards(card);
    expect(drafts[0]?.card.name).toEqual({ full: name });
    expect(warnings.join()).toMatch(
      /^the file does not say in which character set its text is, so it was guessed to be/,
    );
  });

  it('lets a domain or a language settle what the letters leave open', () => {
    const read = (line: string): unknown =>
      readVCards(Buffer.from(`BEGIN:VCARD\nFN:Ku\xe8era\n${line}\nEND:VCARD\n`, 'latin1')).drafts[0]?.card.name?.full;
    expect(read('TITLE:x')).toBe('Kuèera');
    expect(read('EMAIL:k@example.cz')).toBe('Kučera');
    expect(read('N;LANGUAGE=cs:;')).toBe('Kučera');
  });

  it('never guesses where the text is UTF-8, nor says so', () => {
    for (const name of ['Kučera', 'Müller', '李明', 'Иван', 'שרה']) {
      const { drafts, warnings } = readVCards(Buffer.from(`BEGIN:VCARD\nFN:${name}\nEND:VCARD\n`));
      expect([drafts[0]?.card.name?.full, warnings]).toEqual([name, []]);
    }
  });
});

describe('what is lost', () => {
  it('is counted, and named by line', () => {
    const text =
      'TEL:1\nEMAIL:a@b.example\nBEGIN:VCARD\nFN:x\nEMAIL:c@d.example\nJSPROP;JSPTR="emails":1\nEND:VCARD\nNOTE:y\nplain words\n';
    const { drafts, warnings, lostProperties } = readVCards(Buffer.from(text));
    expect(lostProperties).toBe(3);
    expect(warnings).toEqual(['lines 1 to 2 hold text outside any card', 'lines 8 to 9 hold text outside any card']);
    expect(drafts[0]?.warnings).toEqual(['its JSPROP properties do not make a card and are kept as they are']);
  });

  it('is nothing of a card with the strangest properties', () => {
    const lines = [
      'FN:x',
      'N:a;b;c;d;e;f;g;h',
      'ADR:;;1 Way; Flat 2;Town;;;Land;',
      'RELATED:__proto__',
      'BEGIN:VNOTE',
      'REV:late',
      'TZ:somewhere',
      'X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;soon;1',
    ];
    const { card } = readOne(...lines);
    const kept = card.vCardProps?.map(([name, , , value]) => `${name}:${value}`);
    expect(kept).toEqual([
      'n:a;b;c;d;e;f;g;h',
      'related:__proto__',
      'x-unread:BEGIN:VNOTE',
      'rev:late',
      'tz:somewhere',
      'x-android-custom:vnd.android.cursor.item/contact_event;soon;1',
    ]);
    expect(Object.values(card.addresses ?? {})[0]?.full).toBe('1 Way\nFlat 2\nTown\nLand');
  });
});

describe('groups', () => {
  it('ends with the people the file holds and a reason for the rest', () => {
    const text =
      'BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Chess\nMEMBER:urn:uuid:b\nMEMBER:mailto:x@y.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:B\nUID:urn:uuid:B\nEND:VCARD\n';
    const { drafts, skipped } = readVCards(Buffer.from(text));
    expect(drafts.map(({ card }) => card.keywords)).toEqual([{ Chess: true }]);
    expect(skipped).toEqual([
      { where: 'card 1 (line 1)', reason: 'a group, not a person; 1 of its 2 members got its name as a keyword' },
    ]);
  });
});
