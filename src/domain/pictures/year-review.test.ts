import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import { fromDayNumber, toDayNumber } from '../keeping/day-number.ts';
import { reviewYear, type YearFacts, type YearPerson, yearInShort } from './year-review.ts';

const day = (text: string) => text as CalendarDate;

function someone(
  name: string,
  given: Partial<Omit<YearPerson, 'days'>> & { readonly on?: readonly string[] } = {},
): YearPerson {
  const { on = ['2026-03-05'], ...rest } = given;
  return {
    id: name.toLowerCase(),
    name,
    closeness: 0.3,
    firstContact: day('2025-06-01'),
    occasions: [],
    ...rest,
    days: on.map((date) => ({ date: day(date), mine: true, theirs: true })),
  };
}

function tell(given: Partial<YearFacts>): Record<string, readonly string[]> {
  const sections = reviewYear({
    year: 2026,
    until: day('2026-12-31'),
    people: [],
    beginnings: new Map(),
    received: [],
    promises: [],
    introductions: [],
    farewells: [],
    leapDayRule: 'feb-28',
    ...given,
  });
  for (const { sentences } of sections)
    for (const { text, people } of sentences) {
      // Every name stands in the text, in the order it is listed.
      let from = 0;
      for (const { name } of people) {
        expect(text.indexOf(name, from), `${name} in “${text}”`).toBeGreaterThanOrEqual(0);
        from = text.indexOf(name, from) + name.length;
      }
    }
  return Object.fromEntries(
    sections.map(({ kind, sentences, more }) => [
      kind,
      [...sentences.map(({ text }) => text), ...(more > 0 ? [`+${more}`] : [])],
    ]),
  );
}

const daysFrom = (start: string, count: number) =>
  Array.from({ length: count }, (_, at) => fromDayNumber(toDayNumber(day(start)) + at * 3));

describe('the year in review', () => {
  test('says nothing of a year in which nothing happened', () => {
    expect(tell({})).toEqual({});
  });

  test('begins with who was there most, and leaves out who hardly was', () => {
    const people = [
      someone('Tom', { on: daysFrom('2026-01-05', 12) }),
      someone('Ada', { on: daysFrom('2026-01-01', 31) }),
      someone('Leo', { on: ['2026-05-05', '2026-06-06'] }),
    ];
    expect(tell({ people }).spoken).toEqual([
      'Nobody was part of your year as often as Ada: on thirty-one days.',
      'Tom was with you on twelve days.',
    ]);
  });

  test('tells who came back after more than a year, and who made the first step', () => {
    const back = (name: string, side: 'mine' | 'theirs', before: string) => ({
      ...someone(name, { before: day(before) }),
      days: [{ date: day('2026-03-05'), mine: side === 'mine', theirs: side === 'theirs' }],
    });
    const people = [
      back('Wen', 'theirs', '2023-03-04'),
      back('Kim', 'mine', '2024-09-01'),
      someone('Rosa', { before: day('2025-03-05') }),
      someone('Tom', { before: day('2025-03-06') }),
    ];
    expect(tell({ people }).returned).toEqual([
      'Wen came back to you in March, after three years of silence.',
      'You reached out to Kim in March, after eighteen months of silence.',
      'You and Rosa found each other again in March, after twelve months.',
    ]);
  });

  test('tells first meetings apart from those one only hears from', () => {
    const fresh = { firstContact: day('2026-03-05') };
    const people = [someone('Zed', fresh), someone('Eve', fresh), someone('Ivo', fresh), someone('Noor', fresh)];
    const beginning = (met: boolean, place: string | null = null) => ({ date: day('2026-03-05'), met, place });
    const beginnings = new Map([
      ['zed', beginning(true, 'OCEAN mixer')],
      ['eve', beginning(false)],
      ['ivo', beginning(false)],
    ]);
    expect(tell({ people, beginnings }).met).toEqual([
      'You met Zed in March, at the OCEAN mixer.',
      'Eve and Ivo are new among the people you hear from.',
    ]);
  });

  test('honours the long ties, the oldest first', () => {
    const people = [
      someone('Tom', { firstContact: day('2019-01-01') }),
      someone('Ada', { firstContact: day('2009-07-01') }),
      someone('Leo', { firstContact: day('2024-02-01') }),
    ];
    expect(tell({ people }).longest).toEqual([
      'You and Ada have been in touch since 2009, and were again this year.',
      'You and Tom have been in touch since 2019, and were again this year.',
    ]);
  });

  test('remembers what others did, in their own words', () => {
    const received = [
      { text: 'Drove me to the station.', date: day('2026-04-02'), person: { id: 'ada', name: 'Ada' } },
    ];
    expect(tell({ received }).received).toEqual(['Ada did you a good turn in April: “Drove me to the station”.']);
  });

  test('quotes the last promises that were kept, on either side', () => {
    const person = { id: 'ada', name: 'Ada' };
    const mine = ['a map', 'the recipe', 'the book', 'a letter'].map((text) => ({ by: 'me' as const, text, person }));
    expect(tell({ promises: [...mine, { by: 'them', text: 'The keys.', person }] }).promises).toEqual([
      'You kept four promises: “the recipe” for Ada, “the book” for Ada, “a letter” for Ada and one other.',
      'One promise to you was kept: “The keys” from Ada.',
    ]);
  });

  test('counts a day as kept from the day before to a week after, when one took part', () => {
    const born = (month: number, date: number) => [{ kind: 'birth', date: { month, day: date } }];
    const people = [
      someone('Ada', { occasions: born(3, 6), on: ['2026-03-05'] }),
      someone('Leo', { occasions: born(2, 26), on: ['2026-03-05'] }),
      someone('Tom', { occasions: born(2, 25), on: ['2026-03-05'] }),
      { ...someone('Eve', { occasions: born(3, 5) }), days: [{ date: day('2026-03-05'), mine: false, theirs: true }] },
      someone('Kim', { occasions: [{ kind: 'wedding', date: { month: 3, day: 5, year: 2016 } }] }),
      someone('Zed', { occasions: born(12, 31), on: ['2026-12-30'] }),
    ];
    expect(tell({ people, until: day('2026-12-30') }).occasions).toEqual([
      'You were there for the birthdays of Ada and Leo.',
      'You remembered a day that matters to Kim.',
    ]);
  });

  test('thanks who opened doors to those one was in touch with', () => {
    const named = (name: string) => ({ id: name.toLowerCase(), name });
    const people = ['Zed', 'Kim', 'Eve'].map((name) => someone(name));
    const introductions = [
      { by: named('Tom'), who: named('Eve') },
      { by: named('Rosa'), who: named('Zed') },
      { by: named('Rosa'), who: named('Kim') },
      { by: named('Rosa'), who: named('Long Silent') },
    ];
    expect(tell({ people, introductions }).introducers).toEqual([
      'Rosa once opened the door to Kim and Zed.',
      'Tom once opened the door to Eve.',
    ]);
  });

  test('says goodbye, and counts what it leaves out', () => {
    const farewells = [{ id: 'ada', name: 'Ada', touches: 1 }];
    expect(tell({ farewells }).farewells).toEqual([
      'You said goodbye to Ada. One conversation with them is kept here.',
    ]);
    const people = Array.from({ length: 8 }, (_, at) => someone(`P${at}`, { before: day('2020-01-01') }));
    expect(tell({ people }).returned?.at(-1)).toBe('+3');
  });

  test('is told in one sentence, also while it goes on', () => {
    expect(yearInShort({ year: 2026, people: 1, days: 1, isOver: true })).toBe(
      'In 2026 you were in touch with one person, on one day.',
    );
    expect(yearInShort({ year: 2026, people: 251, days: 12, isOver: false })).toBe(
      'So far in 2026 you were in touch with 251 people, on twelve days.',
    );
  });
});
