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
    expect(readVCards(bytes)).toEqual(JSON.parse(readFileSync(`${fixtures}${name.replace('.vcf', '.json')}`, 'utf8')));
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
    expect(bad.warnings).toEqual(['its JSPROP properties do not make a card and were left out']);
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
