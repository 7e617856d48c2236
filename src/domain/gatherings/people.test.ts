import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import { guestMix, type PossibleGuest } from './guest-mix.ts';
import { type Attending, whomToMeet } from './whom-to-meet.ts';

const CONTEXT = { today: '2026-11-23' as CalendarDate, locale: 'en-GB' };
const attending = (given: Partial<Attending> & { personId: string }): Attending => ({
  called: given.personId,
  wanted: false,
  isNew: false,
  closeness: 0,
  isDue: false,
  promises: [],
  needs: [],
  offers: [],
  ...given,
});
const guest = (given: Partial<PossibleGuest> & { id: string }): PossibleGuest => ({
  called: given.id,
  closeness: 0.5,
  interests: [],
  languages: [],
  isNear: false,
  isNew: false,
  knows: new Set(),
  ...given,
});

describe('whomToMeet', () => {
  it('puts those one wants to meet first, then what was promised, then who can be helped', () => {
    const people = [
      attending({ personId: 'Close', closeness: 1 }),
      attending({ personId: 'Needs', needs: ['a flat in Porto'] }),
      attending({
        personId: 'Promised',
        promises: [{ by: 'me', text: 'the book', due: '2026-11-24' as CalendarDate }],
      }),
      attending({ personId: 'Wanted', wanted: true }),
    ];
    const sought = whomToMeet(people, CONTEXT);
    expect(sought.map(({ personId }) => personId)).toEqual(['Wanted', 'Promised', 'Needs', 'Close']);
    expect(sought[1]?.why).toEqual(['You promised Promised by tomorrow: the book.']);
    expect(sought[2]?.why).toEqual(['Needs needs: a flat in Porto.']);
  });

  it('says who could help whom to both of them', () => {
    const sought = whomToMeet(
      [
        attending({ personId: 'Ada', needs: ['an architect in Porto'] }),
        attending({ personId: 'Zed', offers: ['knows every architect'] }),
      ],
      CONTEXT,
    );
    expect(sought.map(({ why }) => why[0])).toEqual([
      'Ada needs “an architect in Porto”, and Zed, who is there too, offers “knows every architect”.',
      'Zed offers “knows every architect”, and Ada, who is there too, needs “an architect in Porto”.',
    ]);
  });
});

describe('guestMix', () => {
  it('seats whoever shares something, knows somebody, and one new face last', () => {
    const seats = guestMix(
      [
        guest({ id: 'a', interests: ['sailing'] }),
        guest({ id: 'b', interests: ['chess'], closeness: 0.1 }),
        guest({ id: 'c', knows: new Set(['host']) }),
        guest({ id: 'n', isNew: true, interests: ['sailing'], closeness: 0 }),
      ],
      { seated: [guest({ id: 'host', called: 'Ada', interests: ['Sailing'] })], size: 4 },
    );
    expect(seats).toEqual([
      { id: 'a', why: 'Cares for sailing, as Ada does.', newFace: false },
      { id: 'c', why: 'Knows Ada.', newFace: false },
      { id: 'n', why: 'A new face at your table, and cares for sailing, as Ada does.', newFace: true },
    ]);
  });

  it('puts nobody at a table where they share no language', () => {
    const seats = guestMix([guest({ id: 'a', languages: ['pt'] }), guest({ id: 'b', languages: ['de-AT'] })], {
      seated: [guest({ id: 'c', languages: ['de'] })],
      size: 3,
    });
    expect(seats.map(({ id, why }) => [id, why])).toEqual([['b', 'Speaks German, as c does.']]);
  });

  it('never seats anybody twice, more than there is room for, or more than one new face', () => {
    const aGuest = fc
      .record({
        closeness: fc.double({ min: 0, max: 1, noNaN: true }),
        interests: fc.subarray(['sailing', 'chess', 'bread', 'tides']),
        languages: fc.subarray(['en', 'de', 'pt']),
        isNew: fc.boolean(),
        isNear: fc.boolean(),
      })
      .map((given) => given);
    fc.assert(
      fc.property(
        fc.array(aGuest, { maxLength: 20 }),
        fc.nat(3),
        fc.integer({ min: 2, max: 8 }),
        (given, seatedCount, size) => {
          const all = given.map((one, i) => guest({ id: `g${i}`, ...one }));
          const seated = all.slice(0, seatedCount);
          const seats = guestMix(all, { seated, size });
          expect(new Set([...seats.map(({ id }) => id), ...seated.map(({ id }) => id)]).size).toBe(
            seats.length + seated.length,
          );
          expect(seats.length).toBeLessThanOrEqual(Math.max(0, size - seated.length));
          expect(seats.filter(({ newFace }) => newFace).length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
