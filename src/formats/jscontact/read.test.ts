import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCard } from '../../../tests/support/arbitrary-card.ts';
import { isCard } from '../../domain/card/is-card.ts';
import { collectItems, type ReadItems } from '../draft.ts';
import { readSource } from '../read-source.ts';
import { iterateJsContact } from './read-people.ts';

const read = (text: string | Uint8Array): ReadItems => collectItems(iterateJsContact(Buffer.from(text)));
const card = (name: string, more: object = {}) => ({
  '@type': 'Card',
  version: '1.0',
  uid: `urn:x:${name}`,
  name: { full: name },
  ...more,
});
const json = (name: string, more: object = {}) => JSON.stringify(card(name, more));
const names = ({ drafts }: ReadItems) => drafts.map((draft) => draft.card.name?.full);

describe('people of a JSContact file', () => {
  it('reads cards.json as its golden drafts', async () => {
    const path = new URL('./fixtures/cards.json', import.meta.url);
    const [file] = await readSource({ path: 'cards.json', bytes: readFileSync(path) });
    await expect(`${JSON.stringify(file, null, 2)}\n`).toMatchFileSnapshot('./fixtures/cards.expected.json');
  });

  it.each([
    ['one card', json('Ada'), ['Ada']],
    ['an indented card', JSON.stringify(card('Ada'), null, 2), ['Ada']],
    ['an array', `[\n${json('Ada')},\n${json('Bo')}\n]\n`, ['Ada', 'Bo']],
    ['an array in one line', `[${json('Ada')},${json('Bo')}]`, ['Ada', 'Bo']],
    ['a card a line', `${json('Ada')}\n${json('Bo')}\r\n`, ['Ada', 'Bo']],
    ['cards after one another', `${json('Ada')}${json('Bo')}`, ['Ada', 'Bo']],
    ['a text sequence (RFC 7464)', `\u001e${json('Ada')}\n\u001e${json('Bo')}\n`, ['Ada', 'Bo']],
    ['a byte order mark', `\ufeff[${json('Ada')}]`, ['Ada']],
    ['braces and quotes in texts', json('A "{[ \\ }]" B'), ['A "{[ \\ }]" B']],
    ['UTF-16', Buffer.from(`\ufeff${json('Łukasz')}`, 'utf16le'), ['Łukasz']],
  ])('reads %s', (_what, text, expected) => {
    const found = read(text);
    expect(names(found)).toEqual(expected);
    expect(found.skipped).toEqual([]);
  });

  it('says where each stands, and takes its uid as the key', () => {
    expect(read(`[\n${json('Ada')},\n\n${json('Bo')}]`).drafts.map(({ where, key }) => [where, key])).toEqual([
      ['card 1 (line 2)', 'urn:x:Ada'],
      ['card 2 (line 4)', 'urn:x:Bo'],
    ]);
  });

  it('keeps every card as it is, in an array and a line each', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCard, { minLength: 1, maxLength: 4 }), fc.boolean(), (cards, isArray) => {
        const people = cards.map((each) => ({
          ...(JSON.parse(JSON.stringify(each)) as object),
          kind: 'individual',
          name: { full: 'Ada' },
        }));
        const lines = people.map((each) => JSON.stringify(each));
        const { drafts, skipped } = read(isArray ? `[${lines.join(',\n')}]` : lines.join('\n'));
        expect(skipped).toEqual([]);
        expect(drafts.map((draft) => draft.card)).toEqual(people);
        expect(drafts.flatMap(({ warnings }) => warnings)).toEqual([]);
      }),
    );
  });

  it('keeps properties nobody knows', () => {
    const more = { 'example.com:shoe': [43, { left: null }], localizations: { nl: { 'name/full': 'Aad' } } };
    expect(read(json('Ada', more)).drafts[0]?.card).toMatchObject(more);
  });

  it('keeps aside what is not as the standard says, and says so', () => {
    const text = json('Ada', {
      emails: { a: { address: 'ada@x.example' }, b: { address: 7 } },
      phones: 'none',
      anniversaries: { a: { kind: 'birth', date: { month: 25, day: 1 } }, b: { kind: 'birth', date: { year: 1815 } } },
      media: { a: { kind: 'photo', blobId: 'f00' } },
    });
    const [draft] = read(text).drafts;
    expect(draft?.card).toMatchObject({
      emails: { a: { address: 'ada@x.example' } },
      anniversaries: { b: { date: { year: 1815 } } },
      'tendril:unread': { emails: { b: { address: 7 } }, phones: 'none', media: { a: { blobId: 'f00' } } },
    });
    expect(draft?.card).not.toHaveProperty('phones');
    expect(draft?.card).not.toHaveProperty('media');
    expect(draft?.warnings).toEqual(
      ['emails/b', 'phones', 'anniversaries/a', 'media/a'].map(
        (place) => `“${place}” is not as JSContact has it, and is kept aside`,
      ),
    );
    // And once more: what was kept aside stays.
    expect(read(JSON.stringify(draft?.card)).drafts[0]?.card).toEqual(draft?.card);
  });

  it('makes the name of a group a keyword of its members, wherever it stands', () => {
    const group = json('Rowing', { kind: 'group', members: { 'urn:x:Bo': true, 'urn:x:nobody': true } });
    const { drafts, skipped } = read(`[${group},${json('Ada')},${json('Bo')}]`);
    expect(drafts.map((draft) => draft.card.keywords)).toEqual([undefined, { Rowing: true }]);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'a group, not a person; 1 of its 2 members got its name as a keyword',
    ]);
  });
});

describe('JSContact that goes wrong', () => {
  it.each([
    ['no card', '{"@type": "Event", "title": "x"}', 'no card: it has no "@type": "Card"'],
    [
      'nobody',
      '{"@type":"Card","version":"1.0","uid":"x"}',
      'nothing in it says who it is: no name, e-mail, phone or profile',
    ],
    ['a device', json('Printer', { kind: 'device' }), 'a device, not a person'],
    ['a card cut short', json('Ada').slice(0, -3), 'cut short: its last brace is missing'],
    ['a missing value', '{"@type":"Card","name":}', "not JSON: unexpected token '}'"],
    ['a key without quotes', '{"@type":"Card",name:1}', 'not JSON: expected double-quoted property name'],
    ['depth', `{"@type":"Card","x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'nested more than 64 deep'],
  ])('names %s by its place, and reads on', (_what, broken, reason) => {
    const { drafts, skipped } = read(`[\n${json('Ada')},\n${broken},\n${json('Bo')},\n${json('Cy')}\n]`);
    expect(skipped).toEqual([{ where: 'card 2 (line 3)', reason }]);
    expect(drafts.map(({ card: { name } }) => name?.full)).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it('drops what no database keeps, and what would change what an object is', () => {
    const text = `{"@type":"Card","version":"1.0","uid":"","name":{"full":"A\\u0000da \\ud800"},"__proto__":{"polluted":true},"x":1e999}`;
    const [draft] = read(text).drafts;
    expect(draft?.card.name?.full).toBe('Ada \ufffd');
    expect(Object.getPrototypeOf(draft?.card)).toBe(Object.prototype);
    expect(draft?.card).not.toHaveProperty('polluted');
    expect(draft).not.toHaveProperty('key');
    expect(JSON.parse(JSON.stringify(draft?.card))).toEqual(draft?.card);
  });

  it('accounts for every card of a file in which some lines are broken, whatever they hold', () => {
    const broken = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '{"a',
      '{"@type":"Card","name":{"full":"X}',
      '{]',
      '\\',
      ',',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(broken, fc.nat(9)), { maxLength: 12 }), (lines) => {
        const whole = lines.filter((line) => typeof line === 'number');
        const { drafts } = read(lines.map((line) => (typeof line === 'number' ? json(`P${line}`) : line)).join('\n'));
        expect(drafts.map(({ card: { name } }) => name?.full)).toEqual(whole.map((line) => `P${line}`));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, and every draft is a card', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        '\n',
        '"@type":"Card"',
        '"name":{"full":"A"}',
        '\0',
        '1e9',
      ),
      fc.string({ maxLength: 8 }),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify({ '@type': 'Card', name: value, emails: value, kind: value })),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const draft of read(pieces.join('')).drafts) expect(isCard(draft.card)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
