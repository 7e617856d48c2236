import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCard } from '../../../tests/support/arbitrary-card.ts';
import { isCard } from '../../domain/card/is-card.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { iterateVCards, readVCards, writeVCard } from './index.ts';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));

/** The one card of a file, a group's too. */
function readBack(text: string): Card {
  const items = [...iterateVCards(Buffer.from(text, 'utf8'))];
  const cards = items.flatMap((item) =>
    item.kind === 'draft' ? [item.draft.card] : item.kind === 'group' ? [item.card] : [],
  );
  const [card] = cards;
  if (cards.length !== 1 || !card) throw new Error(`expected one card, got ${JSON.stringify(items)}`);
  return card;
}

describe.each(['3.0', '4.0'] as const)('vCard %s', (version) => {
  it.each(readdirSync(fixtures).filter((name) => name.endsWith('.vcf')))('gives back every card of %s', (name) => {
    const { drafts } = readVCards(readFileSync(fixtures + name));
    for (const { card } of drafts) {
      const written = writeVCard(card, version);
      expect(readBack(written)).toEqual(card);
      expect(readVCards(Buffer.from(written, 'utf8')).lostProperties).toBe(0);
      expect(writeVCard(readBack(written), version)).toBe(written);
    }
    expect(drafts.length).toBeGreaterThan(0);
  });

  it('says any card of a real address book without help', () => {
    const { drafts } = readVCards(readFileSync(`${fixtures}apple-grouped-labels.vcf`));
    for (const { card } of drafts) expect(writeVCard(card, version)).not.toContain('JSPROP');
  });

  it('gives back any card there can be', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        const named = { ...card, name: { full: 'Ada', ...card.name } };
        const read = readBack(writeVCard(named, version));
        expect(read).toEqual(named);
        expect(isCard(read)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives back a birthday of any calendar, in its leap month too', () => {
    const anniversaries: Card['anniversaries'] = {
      d1: {
        kind: 'birth',
        date: { year: 2025, month: 6, day: 5, calendarScale: 'chinese', 'tendril:leapMonth': true },
      },
      d2: { kind: 'birth', date: { year: 5746, month: 7, day: 14, calendarScale: 'hebrew' } },
      d3: { kind: 'birth', date: { month: 9, day: 30, calendarScale: 'islamic-umalqura' } },
      d4: { kind: 'wedding', date: { year: 1360, month: 4, calendarScale: 'persian' } },
    };
    const card: Card = { '@type': 'Card', version: '1.0', uid: 'x', name: { full: 'Mei' }, anniversaries };
    const written = writeVCard(card, version);
    expect(written).toContain('X-ALTBDAY;');
    expect(readBack(written).anniversaries).toEqual(anniversaries);
  });

  it('folds at 75 octets and never inside a character', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        for (const line of writeVCard(card, version).split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
