import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCandidate, aFact, aTouch } from '../../../tests/support/a-candidate.ts';
import { addDays, type CalendarDate } from '../dates.ts';
import { isHardTime } from '../keeping/moments.ts';
import { summarizeContacts } from '../keeping/warmth.ts';
import { CHANNELS, DIRECTIONS, FACT_KINDS, MOMENT_KINDS } from '../words.ts';
import { type Candidate, DEFAULT_TODAY_SETTINGS } from './candidate.ts';
import { ItemWriter } from './plan.ts';

/*
 * What holds for every list of a day, whatever is known of whom.
 */

const TODAY = '2026-11-23' as CalendarDate;
const ago = (days: number) => addDays(TODAY, -days);
const settings = { ...DEFAULT_TODAY_SETTINGS, locale: 'en-GB' };
const HOLIDAY = { date: '2026-11-26' as CalendarDate, name: 'Thanksgiving Day', country: 'US' };
const CHEERFUL = new Set(['occasion', 'moment', 'quiet', 'gathering', 'resource', 'news', 'dormant']);

/** Somebody with any mixture of everything that can be a reason; all that is theirs says `mark`, all that is private `SECRET`. */
const people = (mark: string): fc.Arbitrary<Candidate> =>
  fc
    .record({
      moments: fc.array(fc.record({ kind: fc.constantFrom(...MOMENT_KINDS), ago: fc.nat(400), from: fc.boolean() }), {
        maxLength: 3,
      }),
      facts: fc.array(fc.record({ kind: fc.constantFrom(...FACT_KINDS), hidden: fc.boolean() }), { maxLength: 4 }),
      contacts: fc.array(fc.record({ ago: fc.nat(2_000), direction: fc.constantFrom(...DIRECTIONS) }), {
        maxLength: 12,
      }),
      waking: fc.constantFrom(undefined, 'asleep', 'woken'),
      birthday: fc.boolean(),
      trip: fc.boolean(),
      past: fc.boolean(),
      promise: fc.boolean(),
      reminder: fc.boolean(),
      reply: fc.boolean(),
      rhythmDays: fc.constantFrom(null, 14, 90),
      work: fc.constantFrom(undefined, 'Bookseller', 'Teacher'),
      preferredChannel: fc.constantFrom(...CHANNELS),
    })
    .map((given): Candidate => {
      const contacts = given.contacts.map((one) => ({ date: ago(one.ago), direction: one.direction }));
      const history = summarizeContacts(contacts);
      return aCandidate({
        name: `${mark} Brandt`,
        given: mark,
        moments: given.moments.map(({ kind, ago: days, from }, i) => ({
          id: `m${i}`,
          kind,
          date: ago(days),
          noticedOn: ago(days),
          text: `${mark} did`,
          ...(from && { organisation: 'Kelp Works' }),
        })),
        facts: given.facts.map(({ kind, hidden }) =>
          aFact(kind, `${hidden ? 'SECRET' : mark} tides`, { private: hidden, learnedOn: ago(100) }),
        ),
        ...(history && { ...aTouch(history.lastContact, `We talked about ${mark} tides`), history }),
        ...(given.waking && { waking: given.waking as 'asleep' | 'woken' }),
        occasions: given.birthday ? [{ kind: 'birth', date: { month: 11, day: 24 } }] : [],
        ...(given.trip && { trip: { id: 'trip', city: 'Kiel', since: TODAY, until: addDays(TODAY, 3) } }),
        ...(given.past && {
          pasts: [{ id: 'past', date: ago(365), summary: `We talked about ${mark} sails`, people: 1 }],
        }),
        promises: given.promise ? [{ id: 'p', by: 'me' as const, text: `the ${mark} book`, madeOn: ago(20) }] : [],
        reminders: given.reminder ? [{ id: 'r', date: TODAY, text: `ask about the ${mark} boat` }] : [],
        ...(given.reply && {
          awaitingReply: { since: ago(2), summary: `How is the ${mark}?`, channel: 'email' as const },
        }),
        rhythmDays: given.rhythmDays,
        nextTouch: given.rhythmDays === null ? null : ago(1),
        ...(given.work && { work: given.work }),
        preferredChannel: given.preferredChannel,
      });
    });

const write = (candidates: readonly Candidate[]) => {
  const holidays = new Map(candidates.map(({ personId }) => [personId, HOLIDAY]));
  const writer = new ItemWriter({ today: TODAY, settings, holidays });
  return candidates.map((candidate) => writer.write(candidate, { score: 1, urgent: false, ...STANDING }));
};
const STANDING = { personId: '', name: '', lead: 'rhythm', isNotice: false } as const;

describe('every list of a day', () => {
  it('has nothing cheerful for who has it hard, whatever kind of reason there is, and never two check-ins', () => {
    fc.assert(
      fc.property(people('Ada'), (ada) => {
        const [item] = write([ada]);
        const kinds = (item?.reasons ?? []).map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === 'check-in').length).toBeLessThan(2);
        if (!isHardTime(ada.moments ?? [], TODAY)) return;
        expect(kinds.filter((kind) => CHEERFUL.has(kind))).toEqual([]);
        expect(item?.opener ?? '').not.toMatch(/congrat|happy birthday|thanksgiving|smile/i);
      }),
      { numRuns: 400 },
    );
  });

  it('says at most one quiet reason of a person', () => {
    fc.assert(
      fc.property(people('Ada'), (ada) => {
        const [item] = write([ada]);
        const quiet = (item?.reasons ?? []).filter(({ key }) => /^(?:holiday|met|year-ago|season):/.test(key));
        expect(quiet.length).toBeLessThan(2);
      }),
    );
  });

  it('tells nobody what is private, nor what belongs to another', () => {
    fc.assert(
      fc.property(people('Ada'), people('Zed'), (ada, zed) => {
        const [first, second] = write([ada, zed]).map((item) => item?.opener ?? '');
        expect(`${first} ${second}`).not.toContain('SECRET');
        expect(first).not.toContain('Zed');
        expect(second).not.toContain('Ada');
      }),
      { numRuns: 400 },
    );
  });

  it('is without whoever has died', () => {
    fc.assert(
      fc.property(people('Ada'), (ada) => {
        expect(write([{ ...ada, deceased: true }])).toEqual([undefined]);
      }),
    );
  });
});
