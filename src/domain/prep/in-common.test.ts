import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import { type Acquainted, inCommon } from './in-common.ts';

const CONTEXT = { today: '2026-11-23' as CalendarDate, locale: 'en-GB', deceased: new Set<string>() };

function someone(id: string, given: Partial<Acquainted> = {}): Acquainted {
  return { id, name: id, circles: [], interests: [], ties: [], touches: [], ...given };
}

function together(
  id: string,
  date: string,
  summary: string,
  ...people: readonly string[]
): Acquainted['touches'][number] {
  return { id, date: date as CalendarDate, summary, people: people.map((name) => ({ id: name, name })) };
}

const texts = (...people: readonly Acquainted[]) => inCommon(people, CONTEXT).map(({ text }) => text);

describe('what people have in common', () => {
  it('says how they are tied, once', () => {
    const ada = someone('Ada', { ties: [{ kind: 'sibling', otherId: 'Tom', otherName: 'Tom' }] });
    const tom = someone('Tom', { ties: [{ kind: 'sibling', otherId: 'Ada', otherName: 'Ada' }] });
    expect(texts(ada, tom)).toEqual(['Tom is Ada’s sibling.']);
    const by = someone('Ada', { ties: [{ kind: 'introduced-by', otherId: 'Tom', otherName: 'Tom' }] });
    expect(texts(by, someone('Tom'))).toEqual(['Tom introduced you to Ada.']);
  });

  it('names whom both know, by a tie or because they were there, also one who is in no address book', () => {
    const tie = { kind: 'colleague', otherId: 'Leo', otherName: 'Leo' };
    const ada = someone('Ada', { ties: [tie, { kind: 'child', otherId: null, otherName: 'Mia' }] });
    const tom = someone('Tom', {
      ties: [{ kind: 'child', otherId: null, otherName: 'MIA' }],
      touches: [together('t', '2026-10-01', 'Dinner', 'Tom', 'Leo')],
    });
    expect(texts(ada, tom)).toEqual(['Both know Leo.', 'Both know Mia.']);
  });

  it('speaks of one who has died as one does', () => {
    const tie = { kind: 'friend', otherId: 'Leo', otherName: 'Leo' };
    const people = [someone('Ada', { ties: [tie] }), someone('Tom', { ties: [tie] })];
    expect(inCommon(people, { ...CONTEXT, deceased: new Set(['Leo']) }).map(({ text }) => text)).toEqual([
      'Both knew Leo, who has died.',
    ]);
  });

  it('does not take a large gathering for an acquaintance', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => `Guest ${i}`);
    const wedding = together('t', '2026-06-01', 'Wedding', 'Ada', 'Tom', ...crowd);
    expect(texts(someone('Ada', { touches: [wedding] }), someone('Tom', { touches: [wedding] }))).toEqual([
      'Last together on 1 June: “Wedding”.',
    ]);
  });

  it('tells the last time of each company', () => {
    const all = together('t1', '2026-10-01', 'Dinner at Leo’s', 'Ada', 'Tom', 'Eve');
    const two = together('t2', '2026-11-20', '', 'Ada', 'Tom');
    const older = together('t0', '2026-01-01', 'Lunch', 'Ada', 'Tom');
    expect(
      texts(
        someone('Ada', { touches: [two, all, older] }),
        someone('Tom', { touches: [two, all, older] }),
        someone('Eve', { touches: [all] }),
      ),
    ).toEqual(['Ada and Tom, last together on Friday.', 'Last together on 1 October: “Dinner at Leo’s”.']);
  });

  it('says organisation, place, circle and interests once, however they are written', () => {
    const close = { id: 'c', name: 'Close' };
    const ada = someone('Ada', {
      organization: 'Delta Works',
      place: 'Köln',
      circles: [close],
      interests: ['loves tidal power'],
    });
    const tom = someone('Tom', {
      organization: 'DELTA WORKS',
      place: 'Koln',
      circles: [close],
      interests: ['Tidal power and loves rowing'],
    });
    expect(texts(ada, tom)).toEqual([
      'Both are at Delta Works.',
      'Both are in Köln.',
      'Both are in your circle Close.',
      'Both care for tidal power.',
    ]);
    expect(texts(ada, tom, someone('Eve'))[0]).toBe('Ada and Tom are at Delta Works.');
  });

  it('says only what two or more of those asked about share, and nothing of one alone', () => {
    const value = fc.constantFrom('', 'Alma', 'Delta', 'rowing boats', 'chess');
    const person = (id: string) =>
      fc
        .record({ organization: value, place: value, interests: fc.array(value, { maxLength: 3 }), tie: value })
        .map((made) =>
          someone(id, {
            organization: made.organization,
            place: made.place,
            interests: made.interests,
            ties: made.tie === '' ? [] : [{ kind: 'friend', otherId: null, otherName: made.tie }],
          }),
        );
    fc.assert(
      fc.property(fc.tuple(person('Ada'), person('Tom'), person('Eve')), (people) => {
        const ids = people.map(({ id }) => id);
        for (const common of inCommon(people, CONTEXT)) {
          expect(new Set(common.people).size).toBeGreaterThanOrEqual(2);
          expect(common.people.every((id) => ids.includes(id))).toBe(true);
          expect(common.text).toMatch(/\.$/);
        }
        expect(inCommon(people.slice(0, 1), CONTEXT)).toEqual([]);
      }),
    );
  });
});
