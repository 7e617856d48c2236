import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, dayIn, type Instant, toInstant } from '../dates.ts';
import { WEEKDAYS, type Weekday } from '../words.ts';
import { type DayDelivery, type DigestTimes, digestDueAt, pauseAfter, planDigests } from './digest-days.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const day = (text: string) => text as CalendarDate;
const AMSTERDAM: DigestTimes = { zone: 'Europe/Amsterdam', hour: 7, days: WEEKDAYS };

/** The deliveries as they would be stored, and one look after another at them. */
class Desk {
  readonly rows = new Map<CalendarDate, DayDelivery>();
  readonly sent: CalendarDate[] = [];

  /** Does what the plan says; `answer` is what the mail server does. */
  look(now: number, times: DigestTimes | undefined, answer: 'takes' | 'refuses' = 'takes') {
    const plan = planDigests(now, [...this.rows.values()], times);
    for (const { day, dueAt } of plan.wait)
      this.rows.set(day, { day, state: 'due', dueAt, retryAt: null, error: null });
    for (const { day, dueAt, error } of plan.miss)
      this.rows.set(day, { day, state: 'missed', dueAt, retryAt: null, error });
    for (const day of plan.drop) this.rows.delete(day);
    if (plan.send === undefined) return plan;
    const row = this.rows.get(plan.send);
    if (!row) throw new Error('What is sent was waited for.');
    if (answer === 'takes') {
      this.sent.push(plan.send);
      this.rows.set(row.day, { ...row, state: 'delivered' });
    } else {
      this.rows.set(row.day, { ...row, state: 'failed', retryAt: toInstant(now + 5 * MINUTE), error: '421 later' });
    }
    return plan;
  }

  states() {
    return [...this.rows.values()].sort((a, b) => (a.day < b.day ? -1 : 1)).map((row) => `${row.day} ${row.state}`);
  }
}

describe('the moment a mail is due', () => {
  it.each([
    ['2026-11-27', 'Europe/Amsterdam', 7, '2026-11-27T06:00:00.000Z'],
    // The hour between two and three is jumped over.
    ['2026-03-29', 'Europe/Amsterdam', 2, '2026-03-29T01:00:00.000Z'],
    // It comes twice, and counts once.
    ['2026-10-25', 'Europe/Amsterdam', 2, '2026-10-25T00:00:00.000Z'],
    // Midnight itself is jumped over.
    ['2026-03-29', 'Asia/Beirut', 0, '2026-03-28T22:00:00.000Z'],
    ['2026-11-27', 'Pacific/Kiritimati', 7, '2026-11-26T17:00:00.000Z'],
  ])('of %s in %s at %i is %s', (date, zone, hour, due) => {
    expect(digestDueAt(day(date), { zone, hour })).toBe(due);
  });

  it('is within its day wherever the clock is set', () => {
    const zones = ['Europe/Amsterdam', 'Asia/Beirut', 'America/Nuuk', 'America/Santiago', 'Australia/Lord_Howe'];
    for (const zone of zones)
      for (let date = day('2026-01-01'); date < '2027-01-01'; date = addDays(date, 1))
        for (const hour of [0, 1, 2, 3, 23])
          expect(dayIn(zone, Temporal.Instant.from(digestDueAt(date, { zone, hour }))), `${date} ${zone}`).toBe(date);
  });
});

describe('the mails of days', () => {
  it('are sent at their hour, and not again', () => {
    const desk = new Desk();
    expect(desk.look(ms('2026-11-26T20:00:00Z'), AMSTERDAM)).toMatchObject({ nextAt: '2026-11-27T06:00:00.000Z' });
    desk.look(ms('2026-11-27T05:59:59Z'), AMSTERDAM);
    expect(desk.sent).toEqual([]);
    expect(desk.look(ms('2026-11-27T06:00:00Z'), AMSTERDAM).send).toBe('2026-11-27');
    expect(desk.look(ms('2026-11-27T06:00:01Z'), AMSTERDAM)).toMatchObject({
      send: undefined,
      nextAt: '2026-11-28T06:00:00.000Z',
    });
  });

  it('begin with the next hour for who has just asked for them', () => {
    const desk = new Desk();
    desk.look(ms('2026-11-27T09:00:00Z'), AMSTERDAM);
    expect(desk.states()).toEqual(['2026-11-28 due']);
  });

  it('are sent late on the same day after a night’s sleep, and those of days slept through are missed', () => {
    const desk = new Desk();
    desk.look(ms('2026-11-24T20:00:00Z'), AMSTERDAM);
    desk.look(ms('2026-11-25T08:12:00Z'), AMSTERDAM);
    expect(desk.sent).toEqual(['2026-11-25']);
    desk.look(ms('2026-11-28T08:12:00Z'), AMSTERDAM);
    expect(desk.states()).toEqual([
      '2026-11-25 delivered',
      '2026-11-26 missed',
      '2026-11-27 missed',
      '2026-11-28 delivered',
      '2026-11-29 due',
    ]);
    expect(desk.rows.get(day('2026-11-26'))?.error).toMatch(/was not running, or its computer slept/);
  });

  it('wait after a failure, say what it was when the day ends, and are tried at once when the clock was set back', () => {
    const desk = new Desk();
    desk.look(ms('2026-11-26T20:00:00Z'), AMSTERDAM);
    desk.look(ms('2026-11-27T06:00:00Z'), AMSTERDAM, 'refuses');
    expect(desk.look(ms('2026-11-27T06:04:59Z'), AMSTERDAM, 'refuses')).toMatchObject({
      send: undefined,
      nextAt: '2026-11-27T06:05:00.000Z',
    });
    expect(desk.look(ms('2026-11-27T06:05:00Z'), AMSTERDAM, 'refuses').send).toBe('2026-11-27');
    desk.look(ms('2026-11-27T23:30:00Z'), AMSTERDAM);
    expect(desk.rows.get(day('2026-11-27'))).toMatchObject({
      state: 'missed',
      error: 'The day ended before it could be sent. 421 later',
    });
    const back = new Desk();
    back.look(ms('2026-11-26T20:00:00Z'), AMSTERDAM);
    back.look(ms('2026-11-27T21:00:00Z'), AMSTERDAM, 'refuses');
    expect(back.look(ms('2026-11-27T06:30:00Z'), AMSTERDAM).send).toBe('2026-11-27');
  });

  it('are left to whoever is sending them, until nothing is heard of them', () => {
    const row = { day: day('2026-11-27'), dueAt: '2026-11-27T06:00:00.000Z' as Instant, retryAt: null, error: null };
    const now = ms('2026-11-27T06:01:00Z');
    const sending = { ...row, state: 'sending' as const };
    expect(planDigests(now, [sending], AMSTERDAM).send).toBeUndefined();
    expect(planDigests(now, [{ ...sending, abandoned: true }], AMSTERDAM).send).toBe('2026-11-27');
    expect(planDigests(ms('2026-11-28T06:00:00Z'), [sending], AMSTERDAM).miss).toEqual([]);
  });

  it('follow the settings: another hour, other days, none', () => {
    const desk = new Desk();
    const now = ms('2026-11-27T20:00:00Z');
    desk.look(now, AMSTERDAM);
    desk.look(now, { ...AMSTERDAM, hour: 9 });
    expect(desk.rows.get(day('2026-11-28'))?.dueAt).toBe('2026-11-28T08:00:00.000Z');
    desk.look(now, { ...AMSTERDAM, days: ['wed'] });
    expect(desk.states()).toEqual(['2026-12-02 due']);
    desk.look(now, undefined);
    expect(desk.states()).toEqual([]);
  });

  it('are given up after a day’s work of trying', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7].map(pauseAfter);
    expect(pauses.every((pause, i) => pause !== undefined && pause >= (pauses[i - 1] ?? 0))).toBe(true);
    expect(pauseAfter(8)).toBeUndefined();
  });
});

const FIXED = Array.from({ length: 27 }, (_, i) => `Etc/GMT${i - 14 >= 0 ? '+' : ''}${i - 14}`).filter(
  (zone) => zone !== 'Etc/GMT+13' && zone !== 'Etc/GMT+14',
);
const MOVING = [
  'America/Los_Angeles',
  'America/Nuuk',
  'America/Santiago',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Europe/Amsterdam',
  'Pacific/Chatham',
];
/** The year round, so that every change of every clock is among them. */
const start = fc.integer({ min: ms('2026-01-01T00:00:00Z'), max: ms('2026-12-31T00:00:00Z') });
const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('awake'), span: fc.integer({ min: MINUTE, max: 14 * HOUR }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('asleep'), span: fc.integer({ min: MINUTE, max: 40 * HOUR }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('set'), span: fc.integer({ min: -500 * HOUR, max: 500 * HOUR }) }),
  },
);

describe('whatever the zone, the season, sleep and the setting of clocks', () => {
  it('every day has one mail at most, and none is missed on which Tendril ran after its hour', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIXED, ...MOVING),
        fc.integer({ min: 0, max: 23 }),
        fc.subarray<Weekday>([...WEEKDAYS], { minLength: 1 }),
        start,
        fc.array(event, { minLength: 1, maxLength: 12 }),
        (zone, hour, days, begin, events) => {
          const times = { zone, hour, days };
          const desk = new Desk();
          const due = new Set<string>();
          let now = begin;
          const look = () => {
            desk.look(now, times);
            const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
            const today = dayIn(zone, local.toInstant());
            if (days.includes(WEEKDAYS[local.dayOfWeek - 1] ?? 'mon') && ms(digestDueAt(today, times)) <= now)
              due.add(today);
          };
          desk.look(now, times);
          // Who has just asked waits for the next hour: only days after this count.
          const asked = dayIn(zone, Temporal.Instant.fromEpochMilliseconds(now));
          for (const { kind, span } of events) {
            const end = now + span;
            if (kind === 'awake') for (; now < end; now = Math.min(end, now + 20 * MINUTE)) look();
            now = end;
            look();
          }
          expect(new Set(desk.sent).size).toBe(desk.sent.length);
          expect([...due].filter((date) => date > asked && !desk.sent.includes(day(date)))).toEqual([]);
          expect(desk.sent.filter((date) => !due.has(date))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
