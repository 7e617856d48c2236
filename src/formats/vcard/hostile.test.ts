import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCard } from '../../domain/card/is-card.ts';
import { looksLikeVCard, type ReadVCards, readVCards, writeVCard } from './index.ts';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));
const samples = readdirSync(fixtures)
  .filter((name) => name.endsWith('.vcf'))
  .map((name) => readFileSync(fixtures + name));

/** Reads what should do no harm, and writes what came of it. */
function survive(bytes: Uint8Array): ReadVCards {
  looksLikeVCard(bytes);
  const read = readVCards(bytes);
  for (const { card } of read.drafts) {
    if (!isCard(card)) throw new Error(`no card: ${JSON.stringify(card)}`);
    writeVCard(card, '3.0');
    writeVCard(card, '4.0');
  }
  return read;
}

/** How much of the processor some work takes, in milliseconds, whatever else the machine does meanwhile. */
function timeOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function card(...lines: string[]): Buffer {
  return Buffer.from(['BEGIN:VCARD', 'VERSION:3.0', 'FN:X', ...lines, 'END:VCARD', ''].join('\r\n'), 'latin1');
}

/** `count` lines. */
function many(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('\r\n');
}

describe('input that means harm', () => {
  it('reads any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, framed) => {
        survive(framed ? Buffer.concat([Buffer.from('BEGIN:VCARD\n'), bytes, Buffer.from('\nEND:VCARD')]) : bytes);
        expect(true).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads any lines of vCard’s own letters', () => {
    const scrap = fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'AGENT:',
      'N',
      'FN',
      'ADR',
      'TEL',
      'PHOTO',
      'BDAY',
      'ORG',
      'X-ABLABEL',
      'item1.',
      ';',
      ':',
      ',',
      '=',
      '"',
      '\\',
      '\n',
      '\r',
      ' ',
      '\t',
      'ENCODING=QUOTED-PRINTABLE',
      'ENCODING=b',
      'CHARSET=utf-16',
      'TYPE=',
      'JSPROP;JSPTR=',
      '{"a":1}',
      '1990-01-01',
      '^',
      '=E4',
      'é',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 60 }), (scraps) => {
        survive(Buffer.from(`BEGIN:VCARD\nFN:x\n${scraps.join('')}\nEND:VCARD\n`));
        expect(true).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads damaged copies of good files', () => {
    const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 20 }), put: fc.uint8Array({ maxLength: 20 }) });
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 5 }), (sample, changes) => {
        let bytes = Buffer.from(sample);
        for (const { at, length, put } of changes) {
          const from = at % bytes.length;
          bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + length), Buffer.from('\n')]);
        }
        survive(bytes);
        expect(true).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('loses no card beside a damaged one', () => {
    const beside = (name: string): Buffer => card(`NOTE:${name}`);
    const narrow = samples.filter((sample) => !sample.includes(0));
    const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 60 }), put: fc.uint8Array({ maxLength: 10 }) });
    fc.assert(
      fc.property(fc.constantFrom(...narrow), fc.array(change, { minLength: 1, maxLength: 4 }), (sample, changes) => {
        let bytes = Buffer.from(sample);
        for (const { at, length, put } of changes) {
          const from = at % bytes.length;
          bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + length), Buffer.from('\n')]);
        }
        // Behind an AGENT that is cut off there, the next card is the agent: nothing says otherwise.
        fc.pre(!/AGENT[^:]*:\s*$/i.test(bytes.toString('latin1')));
        const { drafts } = survive(Buffer.concat([beside('before'), bytes, Buffer.from('\n'), beside('after')]));
        expect(drafts.at(0)?.card.notes).toEqual({ n1: { note: 'before' } });
        expect(drafts.at(-1)?.card).toEqual(drafts.find(({ card: { notes } }) => notes?.n1?.note === 'after')?.card);
      }),
      { numRuns: 400 },
    );
  });

  it('reads every beginning of a good file', () => {
    for (const sample of samples) {
      for (let length = 0; length < sample.length; length += 61) survive(sample.subarray(0, length));
    }
    expect(samples.length).toBeGreaterThan(20);
  });

  it('leaves NULs out and says so', () => {
    const { drafts } = survive(card('NOTE:a\0b', 'X-Y;Z=\0:1'));
    expect(drafts[0]?.card.notes).toEqual({ n1: { note: 'ab' } });
    expect(drafts[0]?.warnings.join()).toContain('NUL');
    expect(JSON.stringify(drafts[0]?.card)).not.toContain('\\u0000');
  });

  it('says that a file of another kind holds no vCard', () => {
    expect(survive(Buffer.from('%PDF-1.7 …')).warnings).toEqual([
      'line 1 is outside any card',
      'the file holds no vCard',
    ]);
  });

  it('refuses a card larger than memory should hold, and reads the next', () => {
    const huge = Buffer.concat([
      Buffer.from('BEGIN:VCARD\nFN:Huge\nNOTE:'),
      Buffer.alloc(33 * 1024 * 1024, 'x'),
      Buffer.from('\nEND:VCARD\n'),
      card(),
    ]);
    const { drafts, skipped } = survive(huge);
    expect(skipped).toEqual([{ where: 'card 1 (line 1)', reason: 'the card is larger than 32 MB' }]);
    expect(drafts).toHaveLength(1);
  });

  it('counts the lines it cannot read rather than listing them all', () => {
    const { drafts } = survive(card(many(50_000, (at) => `(${at})`)));
    expect(drafts[0]?.warnings).toHaveLength(101);
    expect(drafts[0]?.warnings.at(-1)).toBe('49900 more lines had problems');
  });
});

describe('input that takes time', () => {
  // Generous for a slow machine; anything worse than linear takes minutes.
  const limit = 5_000;
  it.each([
    ['a line of many megabytes', () => card(`NOTE:${'a;b,\\n '.repeat(500_000)}`)],
    ['a name of a megabyte of letters and no colon', () => card('a'.repeat(1_000_000), 'a.'.repeat(500_000))],
    ['a header of a megabyte of quotes', () => card(`X${';A="'.repeat(250_000)}:x`)],
    ['many parameters', () => card(`TEL${';X'.repeat(100_000)}:1`)],
    ['many soft breaks', () => card(`NOTE;ENCODING=QUOTED-PRINTABLE:${'=41=\r\n'.repeat(200_000)}`)],
    ['many folds', () => card(`NOTE:${'a\r\n '.repeat(200_000)}`)],
    [
      'a photo in short lines',
      () =>
        card(
          'PHOTO;ENCODING=b:',
          many(200_000, () => 'QUJD'),
        ),
    ],
    ['a hundred thousand properties', () => card(many(100_000, (at) => `EMAIL:${at}@x.example`))],
    ['a hundred thousand unknown properties', () => card(many(100_000, (at) => `X-${at}:y`))],
    ['many groups and labels', () => card(many(30_000, (at) => `i${at}.TEL:1\r\ni${at}.X-ABLabel:l`))],
    ['many relations', () => card(many(30_000, (at) => `RELATED;TYPE=friend:${at}`))],
    ['many dates', () => card(many(5_000, (at) => `X-ABDATE:${1000 + at}-01-01`))],
    ['many address labels', () => card(many(5_000, () => 'ADR;TYPE=HOME:;;a\r\nLABEL;TYPE=WORK:b'))],
    [
      'many places and spellings',
      () =>
        card(
          `N:${'a,'.repeat(50_000)};b`,
          many(20_000, () => 'X-PHONETIC-LAST-NAME:x\r\nBIRTHPLACE:y\r\nBDAY:1990-01-01'),
        ),
    ],
    [
      'ids that stand in the way',
      () =>
        card(
          many(30_000, (at) => `EMAIL;PROP-ID=e${at + 30_001}:a`),
          many(30_000, () => 'EMAIL:b'),
        ),
    ],
    ['deep nesting', () => Buffer.from(`${'BEGIN:VCARD\nFN:x\nAGENT:\n'.repeat(100_000)}END:VCARD\n`)],
    ['agents that open on one line', () => card('AGENT:BEGIN:VCARD\r\n'.repeat(100_000))],
    ['parameters that folds never end', () => card(`NOTE${';X=1\r\n '.repeat(100_000)}`)],
    ['soft breaks that nothing announces', () => card(`NOTE:${'=C3=A4=\r\n'.repeat(100_000)}`)],
    ['frames glued to each other', () => Buffer.from('BEGIN:VCARD\nFN:x\nEND:VCARD'.repeat(30_000))],
    ['a line of nothing but frames', () => Buffer.from('END:VCARDBEGIN:VCARD'.repeat(100_000))],
    ['cards without a beginning', () => Buffer.from('FN:x\nTEL:1\nEND:VCARD\n'.repeat(30_000))],
    ['properties of no card', () => Buffer.from('N:x\n'.repeat(200_000))],
    ['a text in an unknown character set', () => card(many(30_000, (at) => `NOTE:\x93\x63\x92\x86 ${at} \xe8\xf8`))],
    ['a base64 of many pieces', () => card(`PHOTO;ENCODING=b:${'QUI=QUJD'.repeat(100_000)}`)],
    ['signs that end no word', () => card(`NOTE:${'\x96\x97'.repeat(300_000)}x`)],
    ['many cards without an end', () => Buffer.from('BEGIN:VCARD\nFN:x\n'.repeat(20_000))],
    ['many carriage returns', () => Buffer.concat([card(), Buffer.alloc(2_000_000, '\r'), card()])],
    [
      'digits and spaces without end',
      () => card(`TEL:${'1 '.repeat(200_000)}`, `BDAY:${' '.repeat(200_000)}x`, `EMAIL:${'<'.repeat(200_000)}`),
    ],
  ])('reads %s in good time', (_, bytes) => {
    const source = bytes();
    expect(timeOf(() => readVCards(source))).toBeLessThan(limit);
  });

  it('writes a card of many entries in good time', () => {
    const lines = many(
      5_000,
      (at) =>
        `i${at}.TEL:${at}\r\ni${at}.X-ABLabel:l\r\nX-ABDATE:${1000 + at}-01-01\r\nRELATED;TYPE=friend:${at}\r\nX-${at}:y\r\nEMAIL:${at}@x.example`,
    );
    const [draft] = readVCards(card(lines)).drafts;
    if (!draft) throw new Error('no card');
    expect(timeOf(() => writeVCard(draft.card, '3.0'))).toBeLessThan(limit);
    expect(timeOf(() => writeVCard(draft.card, '4.0'))).toBeLessThan(limit);
  });
});
