import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { safeParseCalendarDate } from '../src/domain/dates.ts';
import { generateNetwork } from '../src/domain/demo/generate-network.ts';
import { toGoogleCsv, toLinkedInCsv, toVCards } from './files.ts';

const today = safeParseCalendarDate('2026-11-23');
if (today === undefined) throw new Error('not a day');
const people = [...generateNetwork({ seed: 3, people: 500, today }).people];

describe('toLinkedInCsv', () => {
  const text = toLinkedInCsv(people);

  it('has a note before the header and a row for each person', () => {
    const rows = parse(text, { relaxColumnCount: true, skipEmptyLines: true });
    expect(rows[0]).toEqual(['Notes:']);
    expect(rows[2]).toEqual(['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On']);
    const connections = rows.slice(3);
    expect(connections).toHaveLength(500);
    expect(connections.every((row) => row.length === 7 && /^\d\d [A-Z][a-z]{2} \d{4}$/.test(row[6] ?? ''))).toBe(true);
    expect(new Set(connections.map((row) => row[2])).size).toBe(500);
  });

  it('shows the e-mail of a few only', () => {
    const shown = text.split('\r\n').filter((line) => line.includes('@'));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(25);
  });
});

describe('toGoogleCsv', () => {
  it('has a column for everything it says, whole addresses over several lines', () => {
    const rows: Record<string, string>[] = parse(toGoogleCsv(people), { columns: true });
    expect(rows).toHaveLength(500);
    expect(rows.map((row) => row['E-mail 1 - Value'] ?? '')).toEqual(
      people.map(({ card }) => Object.values(card.emails ?? {})[0]?.address ?? ''),
    );
    expect(rows.every((row) => /^(|--\d\d-\d\d|\d{4}-\d\d-\d\d)$/.test(row.Birthday ?? 'absent'))).toBe(true);
    expect(rows.some((row) => (row['Address 1 - Formatted'] ?? '').includes('\n'))).toBe(true);
  });
});

describe('toVCards', () => {
  const text = toVCards(people);

  it('has a card for each person, in lines of at most 75 octets', () => {
    expect(text.match(/^BEGIN:VCARD\r$/gm)).toHaveLength(500);
    expect(text.match(/^END:VCARD\r$/gm)).toHaveLength(500);
    const encoder = new TextEncoder();
    expect(text.split('\r\n').filter((line) => encoder.encode(line).length > 75)).toEqual([]);
  });

  it('unfolds to the values it was made of', () => {
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    expect(lines.filter((line) => line.startsWith('UID:')).map((line) => line.slice(4))).toEqual(
      people.map(({ card }) => card.uid),
    );
    expect(lines.filter((line) => line.startsWith('FN:')).map((line) => line.slice(3))).toEqual(
      people.map(({ card }) => card.name?.full),
    );
    expect(lines.some((line) => /^BDAY;X-APPLE-OMIT-YEAR=1604:1604-\d\d-\d\d$/.test(line))).toBe(true);
  });
});
