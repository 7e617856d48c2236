import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Card } from '../card/jscontact.ts';
import { addDays, type CalendarDate, daysBetween, safeParseCalendarDate } from '../dates.ts';
import { CHANNELS, DIRECTIONS, FACT_KINDS } from '../words.ts';
import { generateNetwork } from './generate-network.ts';
import type { GeneratedNetwork, GeneratedPerson, GeneratedTouch } from './network.ts';

function day(text: string): CalendarDate {
  const date = safeParseCalendarDate(text);
  if (date === undefined) throw new Error(`${text} is no day`);
  return date;
}

const TODAY = day('2026-11-23');

/** Everything of a network at once. */
function read(network: GeneratedNetwork) {
  const { ownerName, circles, peopleCount, touchCount } = network;
  return {
    ownerName,
    circles,
    peopleCount,
    touchCount,
    people: [...network.people],
    touches: [...network.touches],
    facts: [...network.facts],
    promises: [...network.promises],
    reminders: [...network.reminders],
    ties: [...network.ties],
  };
}

function demo(seed = 1, today = TODAY) {
  return read(generateNetwork({ seed, people: 300, today }));
}

/** The newest real contact of each person. */
function lastTouches(touches: readonly GeneratedTouch[]): Map<number, GeneratedTouch> {
  const last = new Map<number, GeneratedTouch>();
  for (const touch of touches) {
    if (touch.plan || !touch.personal) continue;
    for (const ref of touch.people) {
      const known = last.get(ref);
      if (known === undefined || known.date <= touch.date) last.set(ref, touch);
    }
  }
  return last;
}

function birthdays(people: readonly GeneratedPerson[]): { month: number; day: number; year?: number }[] {
  return people.flatMap(({ card }) =>
    Object.values(card.anniversaries ?? {}).flatMap(({ kind, date }) =>
      kind === 'birth' && 'month' in date && date.month !== undefined && date.day !== undefined
        ? [{ month: date.month, day: date.day, ...(date.year !== undefined && { year: date.year }) }]
        : [],
    ),
  );
}

function addresses(card: Card): string[] {
  return Object.values(card.emails ?? {}).map(({ address }) => address);
}

describe('generateNetwork', () => {
  it('gives the same network for the same seed, each time it is read', () => {
    const network = generateNetwork({ seed: 11, people: 120, today: TODAY });
    expect(read(network)).toEqual(read(network));
    expect(read(generateNetwork({ seed: 11, people: 120, today: TODAY }))).toEqual(read(network));
  });

  it('gives another network for another seed', () => {
    const names = (seed: number) => demo(seed).people.map(({ card }) => card.name?.full);
    expect(names(1)).not.toEqual(names(2));
  });

  it('does not depend on the time zone of the process', () => {
    const here = demo();
    vi.stubEnv('TZ', 'Pacific/Pago_Pago');
    expect(demo()).toEqual(here);
  });

  it('fills the circles to about their sizes and leaves the rest as acquaintances', () => {
    for (const seed of [1, 2, 3, 42]) {
      const { circles, people } = demo(seed);
      for (const { name, size } of circles) {
        const members = people.filter(({ circle }) => circle === name).length;
        expect(Math.abs(members - size), `${name} of seed ${seed}`).toBeLessThanOrEqual(size * 0.2);
      }
      expect(people.filter(({ circle }) => circle === undefined).length).toBeGreaterThan(40);
      expect(people.every(({ circle, archived, deceased }) => circle === undefined || !(archived || deceased))).toBe(
        true,
      );
    }
  });

  it('makes cards that are whole: a name, a unique uid, a home', () => {
    const { people } = demo();
    for (const { ref, card, timeZone } of people) {
      expect(card.name?.full, `person ${ref}`).toMatch(/\S/);
      expect(card.name?.components?.every(({ value }) => value !== '')).toBe(true);
      expect(card.uid).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(() => Temporal.Now.zonedDateTimeISO(timeZone)).not.toThrow();
    }
    expect(new Set(people.map(({ card }) => card.uid)).size).toBe(300);
    expect(new Set(people.map(({ card }) => card.name?.full)).size).toBe(300);
  });

  it('names people of many scripts, with readings where the script needs them', () => {
    const names = demo().people.map(({ card }) => card.name);
    const full = names.map((name) => name?.full ?? '').join(' ');
    for (const script of ['Latin', 'Han', 'Hangul', 'Cyrillic'])
      expect(full, script).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    expect(
      names.some(
        (name) => name?.phoneticScript === 'Hira' && name.components?.some(({ phonetic }) => phonetic !== undefined),
      ),
    ).toBe(true);
    expect(names.some((name) => name?.components?.length === 1)).toBe(true);
  });

  it('reaches people only where nobody real is: example domains, numbers of fiction, marked profiles', () => {
    const people = [...generateNetwork({ seed: 5, people: 4_000, today: TODAY }).people];
    const mail = people.flatMap(({ card }) => addresses(card));
    expect(mail.length).toBeGreaterThan(1_000);
    expect(mail.filter((address) => !/^[a-z0-9.]+@example\.(org|net|com)$/.test(address))).toEqual([]);
    const phones = people.flatMap(({ card }) => Object.values(card.phones ?? {}).map(({ number }) => number));
    const fiction =
      /^\+(1 \d{3}-555-01\d\d|44 (\d{2,3} (7946|496) 0\d{3}|7700 900\d{3})|31 \d\d 000 \d{4}|49 (30 23125|40 66969|221 4710|89 99998|69 90009)\d{3}|33 (1 99 00|2 61 91|4 65 71|6 39 98) \d\d \d\d|46 (70 174 06|8 465 004) \d\d|61 2 (5550|7010) \d{4})$/;
    expect(phones.filter((phone) => !fiction.test(phone))).toEqual([]);
    const links = people.flatMap(({ card }) => Object.values(card.onlineServices ?? {}).map(({ uri }) => uri ?? ''));
    expect(links.filter((link) => !/\/example[-_]/.test(link))).toEqual([]);
    for (const keys of [mail, phones, links]) expect(new Set(keys).size).toBe(keys.length);
  });

  it('lets nothing but plans lie ahead, and reaches back two years', () => {
    const { touches } = demo();
    expect(touches.filter(({ date, plan }) => date > TODAY !== plan)).toEqual([]);
    expect(touches.filter(({ date }) => date < addDays(TODAY, -730))).toEqual([]);
    expect(touches.some(({ date, plan }) => plan && daysBetween(TODAY, date) >= 7)).toBe(true);
    expect(touches.some(({ date }) => date < addDays(TODAY, -640))).toBe(true);
  });

  it('is denser for closer circles and mostly keeps to their rhythm', () => {
    const { circles, people, touches } = demo();
    const last = lastTouches(touches);
    const perPerson = circles.map(({ name }) => {
      const refs = new Set(people.filter(({ circle }) => circle === name).map(({ ref }) => ref));
      return touches.filter((touch) => touch.people.some((ref) => refs.has(ref))).length / refs.size;
    });
    expect(perPerson).toEqual([...perPerson].sort((a, b) => b - a));
    const kept = people.filter(({ ref, circle, rhythmDays }) => {
      const rhythm = rhythmDays ?? circles.find(({ name }) => name === circle)?.rhythmDays;
      const touch = last.get(ref);
      return rhythm !== undefined && touch !== undefined && daysBetween(touch.date, TODAY) < rhythm;
    });
    expect(kept.length / people.filter(({ circle }) => circle !== undefined).length).toBeGreaterThan(0.85);
    expect(kept.length).toBeLessThan(people.filter(({ circle }) => circle !== undefined).length);
  });

  it('gives nobody the same newest story as another', () => {
    for (const seed of [1, 2, 3, 7, 42, 2026]) {
      const summaries = [...lastTouches(demo(seed).touches).values()]
        .filter(({ people }) => people.length === 1)
        .map(({ summary }) => summary);
      expect(summaries.length).toBeGreaterThan(200);
      expect(
        summaries.filter((summary, i) => summaries.indexOf(summary) !== i),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });

  it('leaves no slot unfilled and speaks of people, not of sales', () => {
    const { touches, facts, promises, reminders } = demo();
    const texts = [
      ...touches.flatMap(({ summary, notes }) => [summary, notes ?? '']),
      ...[...facts, ...promises, ...reminders].map(({ text }) => text),
    ];
    expect(
      texts.filter((text) => /[{}]|undefined|\b(pipeline|CRM|prospects?|(warm|cold|new|sales) leads?)\b/i.test(text)),
    ).toEqual([]);
  });

  it('has what a day of the demo should show', () => {
    for (const seed of [1, 2, 3]) {
      const { people, touches } = demo(seed);
      const last = [...lastTouches(touches).values()];
      expect(touches.filter(({ followUp, date }) => followUp && date === addDays(TODAY, -1))).toHaveLength(1);
      expect(last.filter(({ direction }) => direction === 'theirs')).toHaveLength(4);
      expect(
        touches.filter(({ people: guests, plan }) => guests.length >= 3 && guests.length <= 6 && !plan).length,
      ).toBeGreaterThan(8);
      expect(
        touches.filter(({ personal, people: readers }) => !personal && readers.length === 20).length,
      ).toBeGreaterThan(0);
      const born = birthdays(people);
      expect(born.filter(({ month, day: d }) => month === 11 && d === 23).length).toBeGreaterThanOrEqual(2);
      expect(born.filter(({ month, day: d }) => month === 11 && d > 23 && d <= 30).length).toBeGreaterThanOrEqual(4);
      expect(born.filter(({ month, day: d }) => month === 2 && d === 29).length).toBe(2);
      expect(born.some(({ year }) => year === undefined)).toBe(true);
      const count = new Map<number, number>();
      for (const touch of touches) for (const ref of touch.people) count.set(ref, (count.get(ref) ?? 0) + 1);
      const asleep = people.filter(
        ({ ref }) =>
          (count.get(ref) ?? 0) >= 15 && daysBetween(lastTouches(touches).get(ref)?.date ?? TODAY, TODAY) > 290,
      );
      expect(asleep.length).toBeGreaterThanOrEqual(4);
    }
  });

  it('holds together: every reference leads to someone, every word is known', () => {
    const { people, touches, facts, promises, reminders, ties } = demo();
    const touchRefs = new Map(touches.map((touch) => [touch.ref, touch]));
    expect(touchRefs.size).toBe(touches.length);
    expect(people.map(({ ref }) => ref)).toEqual(people.map((_, i) => i));
    for (const touch of touches) {
      expect(touch.people.length).toBeGreaterThan(0);
      expect(new Set(touch.people).size).toBe(touch.people.length);
      expect(touch.people.every((ref) => people[ref] !== undefined)).toBe(true);
      expect(CHANNELS).toContain(touch.channel);
      expect(DIRECTIONS).toContain(touch.direction);
    }
    for (const { person, kind, touch, since } of facts) {
      expect(FACT_KINDS).toContain(kind);
      if (touch !== undefined)
        expect(touchRefs.get(touch)).toMatchObject({ people: expect.arrayContaining([person]), date: since });
    }
    for (const { person, touch, madeOn, due, doneOn } of promises) {
      if (touch !== undefined) expect(touchRefs.get(touch)?.people).toContain(person);
      expect(
        madeOn <= TODAY &&
          (due === undefined || madeOn <= due) &&
          (doneOn === undefined || (madeOn <= doneOn && doneOn <= TODAY)),
      ).toBe(true);
    }
    expect(facts.some((fact) => fact.private)).toBe(true);
    expect(promises.filter(({ doneOn }) => doneOn === undefined).length).toBeGreaterThan(5);
    expect(reminders.length).toBeGreaterThan(4);
    expect(
      ties.every(
        ({ person, other }) => person !== other && people[person] !== undefined && people[other] !== undefined,
      ),
    ).toBe(true);
    expect(new Set(ties.map(({ kind }) => kind))).toEqual(new Set(['spouse', 'child', 'colleague', 'introduced-by']));
  });

  it('prefers a channel only where the person can be reached by it', () => {
    for (const { card, channel } of demo().people) {
      if (channel === 'email') expect(card.emails).toBeDefined();
      if (channel === 'linkedin' || channel === 'instagram') expect(card.onlineServices).toBeDefined();
      if (channel === 'phone' || channel === 'text' || channel === 'whatsapp' || channel === 'signal')
        expect(card.phones).toBeDefined();
    }
  });

  it('makes any number of people and touches, on any day, leap days too', () => {
    const days = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays(day('2024-02-29'), n));
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 90 }),
        fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
        days,
        (seed, people, touches, today) => {
          const network = read(generateNetwork({ seed, people, today, ...(touches !== undefined && { touches }) }));
          expect(network.people).toHaveLength(people);
          expect(network.touches).toHaveLength(network.touchCount);
          if (touches !== undefined && people > 60 && touches > 150) expect(network.touchCount).toBe(touches);
          expect(network.touches.every(({ date, plan }) => date > today === plan)).toBe(true);
          for (const born of birthdays(network.people)) {
            expect(() => Temporal.PlainDate.from({ year: 2000, ...born }, { overflow: 'reject' })).not.toThrow();
            if (born.year !== undefined) expect(born.year).toBeLessThan(2026);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
