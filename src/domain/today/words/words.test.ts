import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCandidate, day } from '../../../../tests/support/a-candidate.ts';
import { summarizeContacts } from '../../keeping/warmth.ts';
import { rhythmAdvice } from '../advice.ts';
import { type Candidate, DEFAULT_TODAY_SETTINGS } from '../candidate.ts';
import { holidayReason } from '../holiday-reason.ts';
import { openerFor } from '../opener.ts';
import { inEnglish, reasonsFor } from '../reasons.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { wordsIn } from './words.ts';

const TODAY = day('2026-11-23');
const settings = { ...DEFAULT_TODAY_SETTINGS, locale: 'de' };
const texts = (given: Partial<Candidate>, today = TODAY, locale = 'de') =>
  reasonsFor(aCandidate(given), { today, settings: { ...settings, locale } }).map(({ text }) => text);

test('the words are those of the locale’s language, else English', () => {
  expect(['de', 'de-AT', 'de-CH'].map(wordsIn)).toEqual([de, de, de]);
  expect(['en-US', 'fr', 'nl-NL', 'den'].map(wordsIn)).toEqual([en, en, en, en]);
});

describe('in German', () => {
  const followUp = {
    touchId: 't',
    metOn: day('2026-11-21'),
    due: day('2026-11-22'),
    topic: 'Gezeitenkraft',
    firstMeeting: true,
    place: 'the OCEAN mixer',
  };

  test.each([
    [{}, 'Du hast Ada am Samstag kennengelernt (OCEAN mixer); es ging um Gezeitenkraft.'],
    [
      { place: 'auf dem Markt', text: 'ihr das Buch schicken' },
      'Du hast Ada am Samstag auf dem Markt kennengelernt; es ging um Gezeitenkraft; du wolltest noch: ihr das Buch schicken.',
    ],
    [
      { place: '', topic: '', channel: 'linkedin' as const, metOn: day('2026-11-22') },
      'Du und Ada habt euch gestern auf LinkedIn verbunden.',
    ],
    [{ firstMeeting: false, topic: '', metOn: day('2026-08-21') }, 'Du warst am 21. August mit Ada in Kontakt.'],
  ])('a follow-up: %j reads %s', (given, text) => {
    expect(texts({ followUp: { ...followUp, ...given } })).toEqual([text]);
  });

  test.each([
    [{}, 'Bis Freitag hast du Ada versprochen: das Segelbuch.'],
    [{ due: TODAY }, 'Bis heute hast du Ada versprochen: das Segelbuch.'],
    [{ due: day('2026-11-13') }, 'Bis zum 13. November hattest du Ada versprochen: das Segelbuch.'],
    [{ due: null }, 'Du hast Ada am 1. November etwas versprochen: das Segelbuch.'],
    [
      { by: 'them' as const, due: day('2026-11-13') },
      'Ada hat dir bis zum 13. November etwas versprochen: „das Segelbuch“; frag vielleicht freundlich nach.',
    ],
    [
      { by: 'them' as const, due: null },
      'Ada hat dir vor 22 Tagen etwas versprochen: „das Segelbuch“; frag vielleicht freundlich nach.',
    ],
  ])('a promise: %j reads %s', (given, text) => {
    const promise = {
      id: 'p',
      by: 'me' as const,
      text: 'das Segelbuch',
      due: day('2026-11-27'),
      madeOn: day('2026-11-01'),
    };
    expect(texts({ promises: [{ ...promise, ...given }] })).toEqual([text]);
  });

  test.each([
    [{ kind: 'birth', date: { year: 1992, month: 11, day: 23 } }, 'Ada wird heute 34.'],
    [{ kind: 'birth', date: { month: 11, day: 27 } }, 'Ada hat am Freitag Geburtstag.'],
    [{ kind: 'birth', date: { month: 11, day: 23 } }, 'Ada hat heute Geburtstag.'],
    [
      { kind: 'birth', date: { year: 1990, month: 11, day: 20 } },
      'Ada ist am Freitag 36 geworden; ein später Gruß freut auch.',
    ],
    [{ kind: 'wedding', date: { year: 2001, month: 11, day: 24 } }, 'Morgen ist der 25. Hochzeitstag von Ada.'],
    [
      { kind: 'wedding', date: { month: 11, day: 22 } },
      'Gestern war der Hochzeitstag von Ada; ein spätes Wort freut auch.',
    ],
    [
      { kind: 'other', label: 'Umzug nach Kiel', date: { year: 2016, month: 11, day: 23 } },
      'Heute bei Ada: Umzug nach Kiel (10 Jahre).',
    ],
    [
      { kind: 'birth', date: { year: 1986, month: 10, day: 19, calendarScale: 'chinese' } },
      'Ada hat am Freitag Geburtstag, nach dem chinesischen Kalender.',
    ],
  ])('an occasion: %j reads %s', (occasion, text) => {
    expect(texts({ occasions: [occasion] })).toEqual([text]);
  });

  test('a month alone is in the words of the country', () => {
    const occasions = [{ kind: 'birth', date: { month: 1 } }];
    expect(texts({ occasions }, day('2027-01-02'))).toEqual(['Ada hat irgendwann im Januar Geburtstag.']);
    expect(texts({ occasions }, day('2027-01-02'), 'de-AT')).toEqual(['Ada hat irgendwann im Jänner Geburtstag.']);
  });

  test('rhythms, silences, replies, reminders and holidays', () => {
    const rhythm = { rhythmDays: 91, nextTouch: TODAY };
    expect(texts({ ...rhythm, lastContact: day('2026-06-20') })).toEqual([
      'Das letzte Mal ist fünf Monate her; du möchtest dich alle drei Monate melden.',
    ]);
    expect(texts({ ...rhythm, rhythmDays: 7 })).toEqual([
      'Ihr wart noch nicht in Kontakt; du möchtest dich jede Woche melden.',
    ]);
    expect(de.quiet({ who: 'Ada', silence: 94, usualGap: 17 })).toBe(
      'Du und Ada wart sonst etwa alle zwei Wochen in Kontakt; das letzte Mal ist 94 Tage her',
    );
    expect(de.quiet({ who: 'Ada', silence: 400, usualGap: null })).toBe(
      'Zwischen dir und Ada ist es still geworden, seit 13 Monaten',
    );
    expect(texts({ awaitingReply: { since: day('2026-11-21'), summary: 'Kommst du mit?', channel: 'email' } })).toEqual(
      ['Die E-Mail von Ada vom Samstag wartet auf deine Antwort: Kommst du mit?'],
    );
    expect(texts({ reminders: [{ id: 'r', date: day('2026-11-20'), text: 'nach der Prüfung fragen' }] })).toEqual([
      'Du wolltest am Freitag erinnert werden: nach der Prüfung fragen.',
    ]);
    const holiday = { name: 'Neujahr', date: day('2026-11-25'), country: 'FR', abroad: 'Frankreich' };
    expect(holidayReason(aCandidate(), holiday, { today: TODAY, locale: 'de' })?.text).toBe(
      'Am Mittwoch ist Neujahr (Frankreich).',
    );
  });

  test('what happened in a life, as it was noted', () => {
    const days = { today: TODAY, locale: 'de' };
    const told = { who: 'Ada', text: 'hat ihre Mutter verloren', date: day('2026-11-22'), isFirst: true };
    expect(de.hardTime(told, days)).toBe('Ada hat ihre Mutter verloren. Das war gestern; ein kurzes Wort genügt.');
    expect(de.hardTime({ ...told, date: day('2026-10-23'), isFirst: false }, days)).toBe(
      'Vor 31 Tagen: Ada hat ihre Mutter verloren',
    );
    const news = { ...told, text: 'Baker at Quay Bakery', source: 'LinkedIn', was: 'Cook' };
    expect(de.goodNews(news, days)).toBe(
      'LinkedIn sagt jetzt über Ada: Baker at Quay Bakery, vorher: Cook. Sieh erst nach.',
    );
    expect(de.goodNews({ ...told, date: day('2026-07-01'), text: 'Umzug nach Kiel', isFirst: false }, days)).toBe(
      'Vor fünf Monaten: Ada: Umzug nach Kiel. Ein guter Moment, zu fragen, wie es läuft.',
    );
  });

  test('what happened to somebody of theirs is told as theirs', () => {
    const days = { today: TODAY, locale: 'en-GB' };
    const since = (text: string) =>
      wordsIn('en-GB').hardTime({ who: 'Ada', text, date: day('2026-10-23'), isFirst: false }, days);
    expect(since('father passed away')).toBe('It is 31 days since Ada’s father passed away');
    expect(since('best friend died')).toBe('It is 31 days since Ada’s best friend died');
    expect(since('dog was put down')).toBe('It is 31 days since Ada’s dog was put down');
    expect(since('her brother died')).toBe('It is 31 days since Ada’s brother died');
    expect(since('His best friend died')).toBe('It is 31 days since Ada’s best friend died');
    expect(since('lost her father')).toBe('It is 31 days since Ada lost her father');
    expect(since('Ada’s father died')).toBe('It is 31 days since Ada’s father died');
    expect(de.hardTime({ who: 'Ada', text: 'father died', date: day('2026-11-22'), isFirst: true }, days)).toMatch(
      /^Ada: father died/,
    );
  });

  test('what was noted without its verb is told with it, and what goes on by the day one heard of it', () => {
    const days = { today: TODAY, locale: 'en-GB' };
    const told = (text: string, isFirst: boolean) =>
      wordsIn('en-GB').hardTime({ who: 'Ada', text, date: day('2026-11-22'), isFirst }, days);
    expect(told('getting divorced', true)).toBe(
      'Ada is getting divorced, you heard yesterday. A short word is enough.',
    );
    expect(told('getting divorced', false)).toBe('It is a day since you heard that Ada was getting divorced');
    expect(told('in hospital', true)).toBe('Ada is in hospital, you heard yesterday. A short word is enough.');
    expect(told('laid off', true)).toBe('Ada was laid off yesterday. A short word is enough.');
    expect(told('father is ill', true)).toBe('Ada’s father is ill, you heard yesterday. A short word is enough.');
    expect(told('father is ill', false)).toBe('It is a day since you heard that Ada’s father was ill');
    expect(told('lost her job', true)).toBe('Ada lost her job yesterday. A short word is enough.');
  });

  test('advice names the circles', () => {
    const people = Array.from({ length: 30 }, () => aCandidate({ circle: 'Inner', rhythmDays: 7 }));
    expect(rhythmAdvice(people, { capacity: 3, locale: 'de' })).toBe(
      'Deine Rhythmen verlangen etwa vier Menschen am Tag, und in einen Tag passen drei; es ginge mit „Inner“ alle zwei Wochen statt jede Woche.',
    );
  });

  test('drafts stay English to the last word', () => {
    const candidate = aCandidate({
      occasions: [{ kind: 'wedding', date: { year: 2001, month: 11, day: 24 } }],
      channels: ['phone'],
      preferredChannel: 'phone',
    });
    const reasons = inEnglish(reasonsFor(candidate, { today: TODAY, settings }), candidate, { today: TODAY, settings });
    expect(openerFor(candidate, { reasons, channel: 'phone', today: TODAY, locale: 'de' })).toBe(
      'Ada’s twenty-fifth wedding anniversary is tomorrow. Say that you thought of it.',
    );
  });
});

describe('in every language', () => {
  const aDay = fc
    .integer({ min: -300, max: 6 })
    .map((days) => day(Temporal.PlainDate.from(TODAY).add({ days }).toString()));
  const aNote = fc.constantFrom('send her the book', 'das Segelbuch', 'tidal power');
  const aPerson: fc.Arbitrary<Partial<Candidate>> = fc.record(
    {
      followUp: fc.record({
        touchId: fc.constant('t'),
        metOn: aDay,
        due: aDay,
        topic: aNote,
        text: aNote,
        firstMeeting: fc.boolean(),
      }),
      awaitingReply: fc.record({
        since: aDay,
        summary: aNote,
        channel: fc.constantFrom('email' as const, 'card' as const),
      }),
      promises: fc.tuple(
        fc.record({
          id: fc.constant('p'),
          by: fc.constantFrom('me' as const, 'them' as const),
          text: aNote,
          due: fc.option(aDay),
          madeOn: aDay,
        }),
      ),
      reminders: fc.tuple(fc.record({ id: fc.constant('r'), date: aDay, text: aNote })),
      history: fc.array(aDay, { minLength: 1, maxLength: 20 }).map((days) => {
        const history = summarizeContacts(days.map((date) => ({ date, direction: 'mutual' as const })));
        if (history === undefined) throw new Error('there were contacts');
        return history;
      }),
    },
    { requiredKeys: [] },
  );

  test('the same reasons stand in the same order, each with its own note', () => {
    fc.assert(
      fc.property(aPerson, (given) => {
        const candidate = aCandidate(given);
        const inWords = (locale: string) => reasonsFor(candidate, { today: TODAY, settings: { ...settings, locale } });
        const [german, english] = [inWords('de'), inWords('en')];
        expect(german.map(({ text: _, ...rest }) => rest)).toEqual(english.map(({ text: _, ...rest }) => rest));
        for (const [at, { text }] of german.entries()) {
          expect(text).not.toBe(english[at]?.text);
          expect(text).not.toMatch(/undefined|NaN|\s\s|\b(?:you|the day|ago|on)\b(?!.*“)/i);
        }
      }),
    );
  });
});
