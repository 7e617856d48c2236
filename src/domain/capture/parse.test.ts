import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import type { PersonId } from '../ids.ts';
import type { CaptureContext, DirectoryPerson } from './capture.ts';
import { candidateTokens, directoryOf } from './directory.ts';
import { parseCapture } from './parse.ts';

const TODAY = '2026-11-23' as CalendarDate;

function aPerson(id: string, name: string, more: Partial<DirectoryPerson> = {}): DirectoryPerson {
  return { id: id as PersonId, name, nicknames: [], closeness: 0, circles: [], ...more };
}

function aContext(people: readonly DirectoryPerson[], more: Partial<CaptureContext> = {}): CaptureContext {
  return { today: TODAY, locale: 'en-GB', zone: 'Europe/Berlin', people: directoryOf(people), ...more };
}

const ADA = aPerson('ada', 'Ada Lovelace', { given: 'Ada', surname: 'Lovelace', closeness: 5 });
const GRACE = aPerson('grace', 'Grace Hopper', { given: 'Grace', surname: 'Hopper' });
const CHRIS_A = aPerson('chris-a', 'Chris Adeyemi', { given: 'Chris', surname: 'Adeyemi', closeness: 9 });
const CHRIS_B = aPerson('chris-b', 'Chris Baum', { given: 'Chris', surname: 'Baum' });
const MING = aPerson('ming', '王小明');
const PEOPLE = [ADA, GRACE, CHRIS_A, CHRIS_B, MING];

const ZED = 'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power';

describe('parseCapture', () => {
  it('keeps the whole line and a summary without times, promises and private facts', () => {
    const text =
      'Lunch with Ada yesterday at Café Luna, she loves sailing. Private: she is expecting. Send her the book by Friday #boats';
    const capture = parseCapture(text, aContext(PEOPLE));
    expect(capture.text).toBe(text);
    expect(capture.touch?.summary).toBe('Lunch with Ada at Café Luna, she loves sailing');
    expect(capture.tags).toEqual(['boats']);
  });

  it('makes the topic of a first meeting a fact and part of the follow-up', () => {
    const capture = parseCapture(ZED, aContext(PEOPLE));
    expect(capture.people).toEqual([
      { ref: 'p1', name: 'Zed Ito', created: true, role: 'participant', organization: 'Kanda' },
    ]);
    expect(capture.touch?.topics).toEqual(['tidal power']);
    expect(capture.touch?.summary).toContain('tidal power');
    expect(capture.followUps).toEqual([
      { refs: ['p1'], due: '2026-11-24', text: 'follow up about tidal power', firstMeeting: true },
    ]);
  });

  it('asks nothing about somebody known whom one has met', () => {
    const capture = parseCapture('Met Ada', aContext(PEOPLE));
    expect(capture.followUps).toEqual([]);
    expect(capture.questions).toEqual([]);
  });

  it('turns a time of day into an instant of the zone, also across a change of clocks', () => {
    const at = (text: string, zone: string) => parseCapture(text, aContext(PEOPLE, { zone })).touch?.at;
    expect(at('Lunch with Ada yesterday at 12:30', 'Europe/Berlin')).toBe('2026-11-22T11:30:00.000Z');
    expect(at('Lunch with Ada yesterday at 12:30', 'Asia/Tokyo')).toBe('2026-11-22T03:30:00.000Z');
    expect(at('Called Ada 29/03/2026 at 02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('Lunch with Ada yesterday at 12:30', 'Nowhere/Atlantis')).toBeUndefined();
  });

  it('puts the closest candidate first and offers no new person where several fit', () => {
    const { questions } = parseCapture('Lunch with Chris', aContext(PEOPLE));
    expect(questions).toEqual([
      {
        text: 'Which Chris?',
        asked: 'Chris',
        ref: 'p1',
        start: 11,
        end: 16,
        candidates: [
          { id: 'chris-a', name: 'Chris Adeyemi' },
          { id: 'chris-b', name: 'Chris Baum' },
        ],
        canCreate: false,
      },
    ]);
  });

  it('takes the answers to its questions', () => {
    const answered = (text: string, answers: CaptureContext['answers']) =>
      parseCapture(text, aContext(PEOPLE, answers === undefined ? {} : { answers }));
    const chosen = answered('Lunch with Chris, his son is ill', { Chris: CHRIS_B });
    expect(chosen.questions).toEqual([]);
    expect(chosen.people.map(({ id }) => id)).toEqual(['chris-b']);
    const made = answered('lunch with zed ito', { 'zed ito': 'new' });
    expect(made.people).toEqual([{ ref: 'p1', name: 'Zed Ito', created: true, role: 'participant' }]);
    const nobody = answered('Lunch with Ada and Zed', { Zed: 'nobody' });
    expect(nobody.people.map(({ id }) => id)).toEqual(['ada']);
    expect(nobody.questions).toEqual([]);
  });

  it('knows a person named in full again by the first name alone', () => {
    const capture = parseCapture('Lunch with Chris Baum, Chris is looking for a flat', aContext(PEOPLE));
    expect(capture.questions).toEqual([]);
    expect(capture.facts).toEqual([{ ref: 'p1', kind: 'need', text: 'looking for a flat', private: false }]);
    const newcomer = parseCapture('Met Zed Ito, Zed loves sailing', aContext(PEOPLE));
    expect(newcomer.people).toHaveLength(1);
    expect(newcomer.facts).toContainEqual({ ref: 'p1', kind: 'interest', text: 'sailing', private: false });
  });

  it('leaves the owner out', () => {
    const owner = aPerson('owner', 'Olive Owner', { given: 'Olive', surname: 'Owner' });
    const capture = parseCapture(
      'Lunch with Ada and Olive Owner',
      aContext([...PEOPLE, owner], { ownerName: 'Olive Owner' }),
    );
    expect(capture.people.map(({ id }) => id)).toEqual(['ada']);
  });

  it.each([
    ['de-DE', 'Mittagessen mit Ada am 5. Mai', '2026-05-05'],
    ['de-DE', 'gestern Lunch mit Ada', '2026-11-22'],
    ['de-DE', 'Lunch mit Ada 20.11. um 12:30', '2026-11-20'],
    ['fr-FR', 'Lunch with Ada le 12 mars', '2026-03-12'],
    ['fr-FR', 'hier lunch with Ada', '2026-11-22'],
    ['es-ES', 'Lunch with Ada el 5 de mayo', '2026-05-05'],
    ['en-US', 'Lunch with Ada 3/4', '2026-03-04'],
    ['en-GB', 'Lunch with Ada 3/4', '2026-04-03'],
    ['en-US', 'Lunch with Ada 20/11', '2026-11-20'],
    ['zh-CN', '昨天和王小明吃饭', '2026-11-22'],
    ['no such locale', 'Lunch with Ada 3/4', '2026-04-03'],
  ])('reads the days of %s: "%s"', (locale, text, date) => {
    expect(parseCapture(text, aContext(PEOPLE, { locale })).touch?.date).toBe(date);
  });

  it.each([
    ['2026-11-28', '2026-11-27', undefined],
    ['2026-11-27', '2026-11-27', undefined],
    ['2026-11-26', undefined, '2026-11-27'],
  ])('takes "Lunch with Ada on Friday" said on %s as still to come only when it is', (today, touch, plan) => {
    const capture = parseCapture('Lunch with Ada on Friday', aContext(PEOPLE, { today: today as CalendarDate }));
    expect([capture.touch?.date, capture.plans[0]?.date]).toEqual([touch, plan]);
  });
});

/** Words that bring the grammar into its corners. */
const WORDS =
  "Ada Grace Chris 小明 王小明 Zed Ito with and met called lunch coffee about her she his they them Ada’s on at in by the Friday yesterday next week 5 May 5th 24.12. 3/4 2026-02-31 99/99 10:30 25:99 ago two send promised owe private (private) : , . ; ( ) - — @ada @ # #x new: follow up birthday is gift idea : @0 ~1 remind me to tomorrow \n 🙂 ́ \ud800 O’Brien's Café new";
const lines = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 40 }).map((words) => words.join(' ')),
);
const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyzäéñøłğ',
  'абвгдежзиклмнопрст',
  'αβγδεζηθικλμν',
  'אבגדהוזחטיכלמנ',
  'ابتثجحخدذرزسش',
  'कखगघचछजटठडतथदधन',
  'กขคงจฉชซญดตถทน',
  '明王李张伟芳娜敏静丽强磊',
  '김이박최정민수영',
  'サトウタナカスズキ',
  'აბგდევზთიკ',
];
const names = fc
  .constantFrom(...ALPHABETS)
  .chain((alphabet) =>
    fc.array(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 2, maxLength: 9 }), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map((parts) => parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' '));

describe('parseCapture, whatever it is given', () => {
  it('never throws, marks whole parts of the line, and names only people it lists', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const capture = parseCapture(text, aContext(PEOPLE));
        const refs = new Set(capture.people.map(({ ref }) => ref));
        const used = [...capture.facts, ...capture.promises, ...capture.occasions].map(({ ref }) => ref);
        for (const ref of [...used, ...[...capture.plans, ...capture.followUps].flatMap(({ refs: them }) => them)])
          expect(refs).toContain(ref);
        let open: { end: number }[] = [];
        for (const span of capture.spans) {
          expect(text.slice(span.start, span.end)).toBe(span.text);
          open = open.filter(({ end }) => end > span.start);
          for (const outer of open) expect(span.end).toBeLessThanOrEqual(outer.end);
          open.push(span);
        }
        if (capture.people.length === 0) expect(capture.questions).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same whatever the order of the directory, and from a directory loaded by its candidate tokens', () => {
    fc.assert(
      fc.property(lines, fc.shuffledSubarray(PEOPLE, { minLength: PEOPLE.length }), (text, shuffled) => {
        const expected = parseCapture(text, aContext(PEOPLE));
        expect(parseCapture(text, aContext(shuffled))).toEqual(expected);
        const whole = directoryOf(PEOPLE);
        const loaded = new Map(candidateTokens(text).map((token) => [token, whole.byToken(token)]));
        const people = { byToken: (token: string) => loaded.get(token) ?? [] };
        expect(parseCapture(text, { ...aContext(PEOPLE), people })).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a person by the full name in any script', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('lunch with ', 'Met ', 'Dinner yesterday with Ada and '), (name, lead) => {
        const person = aPerson('x', name);
        const { people, questions } = parseCapture(lead + name, aContext([person, ADA]));
        expect({ name, questions }).toEqual({ name, questions: [] });
        expect(people.filter(({ role }) => role === 'participant').map(({ id }) => id)).toContain('x');
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    'Lunch with Ada and ',
    'with ',
    'a',
    'Ada, ',
    '(((',
    "'s ",
    '5 May ',
    'send her ',
    'Aa ',
    '小',
    '@ada ',
    '- ',
    '1/1',
    'about ',
    'Lunch with Ada. Yesterday. ',
    'Zed Ito and ',
    'a1b2c3 ',
  ])('comes to an end with ten thousand characters of "%s"', (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
    expect(parseCapture(text, aContext(PEOPLE)).text).toBe(text);
  });
});
