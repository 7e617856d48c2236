import { describe, expect, test } from 'vitest';
import { aCandidate, aTouch, day } from '../../../tests/support/a-candidate.ts';
import type { Candidate } from './candidate.ts';
import { DEFAULT_TODAY_SETTINGS } from './candidate.ts';
import { reasonsFor, weighReasons } from './reasons.ts';

const TODAY = day('2026-11-23');
const settings = DEFAULT_TODAY_SETTINGS;
const texts = (given: Partial<Candidate>, today = TODAY) =>
  reasonsFor(aCandidate(given), { today, settings }).map(({ kind, text }) => `${kind}: ${text}`);

describe('a follow-up', () => {
  const followUp = {
    touchId: 't',
    metOn: day('2026-11-21'),
    due: day('2026-11-22'),
    topic: 'tidal power',
    firstMeeting: true,
    place: 'the OCEAN mixer',
  };
  const on = (today: string) => weighReasons(aCandidate({ followUp }), { today: day(today), settings })[0];

  test('begins the day after, is urgent on the second, and stays', () => {
    expect(on('2026-11-21')).toBeUndefined();
    expect(on('2026-11-22')).toMatchObject({ kind: 'follow-up', urgent: false, date: '2026-11-21' });
    expect(on('2026-11-23')?.urgent).toBe(true);
    expect(on('2027-03-01')).toMatchObject({ kind: 'follow-up', urgent: false });
  });

  test('says where and about what', () => {
    expect(texts({ followUp })).toEqual([
      'follow-up: You met Ada at the OCEAN mixer on Saturday and talked about tidal power.',
    ]);
    expect(texts({ followUp: { ...followUp, place: 'Delft workshop', topic: undefined } })).toEqual([
      'follow-up: You met Ada at the Delft workshop on Saturday.',
    ]);
    expect(
      texts({
        followUp: {
          touchId: 't',
          metOn: day('2026-11-21'),
          due: day('2026-11-22'),
          firstMeeting: true,
          channel: 'linkedin',
        },
      }),
    ).toEqual(['follow-up: You and Ada connected on LinkedIn on Saturday.']);
    expect(
      texts({
        followUp: {
          touchId: 't',
          metOn: day('2026-11-22'),
          due: day('2026-11-23'),
          firstMeeting: false,
          text: 'Send her the paper.',
        },
      }),
    ).toEqual(['follow-up: You were in touch with Ada yesterday; you wanted to send her the paper.']);
  });
});

describe('a promise', () => {
  const promise = (given: Partial<Candidate['promises'][number]>) => ({
    id: 'p',
    by: 'me' as const,
    text: 'the sailing book',
    due: day('2026-11-27'),
    madeOn: day('2026-11-01'),
    ...given,
  });

  test.each([
    [{}, 'You promised Ada the sailing book by Friday.'],
    [{ due: TODAY, text: 'send her the book' }, 'You said you would send her the book by today.'],
    [{ due: day('2026-11-13') }, 'You promised Ada the sailing book; the day you named was 13 November.'],
    [{ due: null }, 'You promised Ada the sailing book on 1 November.'],
    [
      { due: null, madeOn: day('2026-11-22'), text: 'send her the book' },
      'You said yesterday that you would send her the book.',
    ],
    [
      { by: 'them' as const, due: day('2026-11-13'), text: 'send me the paper' },
      'Ada was going to send you the paper by 13 November; a gentle word may help.',
    ],
  ])('%j reads: %s', (given, text) => {
    expect(texts({ promises: [promise(given)] })).toEqual([`promise: ${text}`]);
  });

  test('of mine shows some days ahead, of theirs only once it is late', () => {
    expect(texts({ promises: [promise({ due: day('2026-11-28') })] })).toEqual([]);
    expect(texts({ promises: [promise({ due: TODAY, by: 'them' })] })).toEqual([]);
    expect(texts({ promises: [promise({ due: null, madeOn: TODAY })] })).toEqual([]);
  });
});

describe('an occasion', () => {
  test('by another calendar says so, and says no number of its years', () => {
    const lunar = { kind: 'birth', date: { year: 1986, month: 10, day: 19, calendarScale: 'chinese' } };
    expect(texts({ occasions: [lunar] })).toEqual(['occasion: Ada’s birthday by the Chinese calendar is on Friday.']);
    expect(texts({ occasions: [lunar] }, day('2026-11-27'))).toEqual([
      'occasion: It is Ada’s birthday by the Chinese calendar today.',
    ]);
    expect(texts({ occasions: [lunar] }, day('2026-11-29'))).toEqual([
      'occasion: Ada’s birthday by the Chinese calendar was on Friday; a late wish is still welcome.',
    ]);
    const wedding = { kind: 'wedding', date: { month: 9, day: 14, calendarScale: 'hebrew' } };
    expect(texts({ occasions: [wedding] }, day('2027-05-21'))).toEqual([
      'occasion: Today is Ada’s wedding anniversary by the Hebrew calendar.',
    ]);
  });

  test('of which only the month is known gives one quiet word as it begins', () => {
    const may = { kind: 'birth', date: { year: 1986, month: 5 } };
    expect(texts({ occasions: [may] }, day('2026-04-30'))).toEqual([]);
    expect(texts({ occasions: [may] }, day('2026-05-01'))).toEqual(['occasion: Ada’s birthday is sometime in May.']);
    expect(texts({ occasions: [may] }, day('2026-05-07'))).toEqual(['occasion: Ada’s birthday is sometime in May.']);
    expect(texts({ occasions: [may] }, day('2026-05-08'))).toEqual([]);
    expect(texts({ occasions: [may], ...aTouch('2026-05-02', 'called') }, day('2026-05-03'))).toEqual([]);
    const [reason] = weighReasons(aCandidate({ occasions: [may] }), {
      today: day('2026-05-01'),
      settings: DEFAULT_TODAY_SETTINGS,
    });
    expect(reason).toMatchObject({ key: 'occasion:birth:2026-05', quiet: true, urgent: false });
    expect(
      texts({ occasions: [{ kind: 'birth', date: { month: 8, calendarScale: 'chinese' } }] }, day('2026-09-12')),
    ).toEqual(['occasion: Ada’s birthday by the Chinese calendar is sometime in these weeks.']);
  });

  test('of which only the year is known gives none', () => {
    expect(texts({ occasions: [{ kind: 'birth', date: { year: 1958 } }] }, day('2026-01-01'))).toEqual([]);
  });

  test('other than a wedding says the number when it is a round one', () => {
    const since = (year: number) => ({ kind: 'other', label: 'Work Anniversary', date: { year, month: 11, day: 23 } });
    expect(texts({ occasions: [since(2016)] })).toEqual(['occasion: Today is Ada’s tenth work anniversary.']);
    expect(texts({ occasions: [since(2017)] })).toEqual(['occasion: Today is Ada’s work anniversary.']);
  });

  const born = { kind: 'birth', date: { year: 1986, month: 11, day: 27 } };

  test('is said in time, on the day, and a little after', () => {
    expect(texts({ occasions: [born] }, day('2026-11-19'))).toEqual([]);
    expect(texts({ occasions: [born] }, day('2026-11-20'))).toEqual(['occasion: Ada turns forty on 27 November.']);
    expect(texts({ occasions: [born] })).toEqual(['occasion: Ada turns forty on Friday.']);
    expect(texts({ occasions: [born] }, day('2026-11-27'))).toEqual(['occasion: Ada turns forty today.']);
    expect(texts({ occasions: [born] }, day('2026-11-29'))).toEqual([
      'occasion: Ada turned forty on Friday; a late wish is still welcome.',
    ]);
    expect(texts({ occasions: [born] }, day('2026-12-05'))).toEqual([]);
  });

  test('is done when I wrote on the day or since, and noticed when I wrote just before', () => {
    expect(texts({ occasions: [born], ...aTouch('2026-11-27', 'called') }, day('2026-11-27'))).toEqual([]);
    expect(texts({ occasions: [born], ...aTouch('2026-11-27', 'called') }, day('2026-11-29'))).toEqual([]);
    expect(texts({ occasions: [born], ...aTouch('2026-11-22', 'called') })).toEqual([]);
    expect(texts({ occasions: [born], ...aTouch('2026-11-22', 'called') }, day('2026-11-27'))).toEqual([
      'occasion: Ada turns forty today.',
    ]);
  });

  test('says no age that is unknown or cannot be', () => {
    expect(texts({ occasions: [{ kind: 'birth', date: { month: 11, day: 23 } }] })).toEqual([
      'occasion: It is Ada’s birthday today.',
    ]);
    expect(texts({ occasions: [{ kind: 'birth', date: { year: 1604, month: 11, day: 23 } }] })).toEqual([
      'occasion: It is Ada’s birthday today.',
    ]);
  });

  test('may be an anniversary or a day of their own', () => {
    expect(texts({ occasions: [{ kind: 'wedding', date: { year: 2016, month: 11, day: 23 } }] })).toEqual([
      'occasion: Today is Ada’s tenth wedding anniversary.',
    ]);
    expect(texts({ occasions: [{ kind: 'other', label: 'Name Day', date: { month: 11, day: 24 } }] })).toEqual([
      'occasion: Ada’s name day is tomorrow.',
    ]);
  });

  test('of 29 February keeps the chosen day', () => {
    const leap = aCandidate({ occasions: [{ kind: 'birth', date: { month: 2, day: 29 } }] });
    const at = (today: string, leapDayRule: 'feb-28' | 'mar-1') =>
      weighReasons(leap, { today: day(today), settings: { ...settings, leapDayRule } })[0];
    expect(at('2027-02-28', 'feb-28')?.urgent).toBe(true);
    expect(at('2027-02-28', 'mar-1')?.urgent).toBe(false);
    expect(at('2027-03-01', 'mar-1')?.urgent).toBe(true);
    expect(at('2028-02-29', 'mar-1')?.urgent).toBe(true);
  });
});

describe('a rhythm', () => {
  const due = { rhythmDays: 91, nextTouch: day('2026-11-20'), lastContact: day('2026-08-21') };

  test('says how long it has been and how often one wanted to talk', () => {
    expect(texts(due)).toEqual(['rhythm: It has been 94 days; you like to talk every three months.']);
    expect(texts({ rhythmDays: 7, nextTouch: TODAY })).toEqual([
      'rhythm: You have not been in touch yet; you would like to talk every week.',
    ]);
    expect(texts({ ...due, nextTouch: day('2026-11-24') })).toEqual([]);
    expect(texts({ ...due, nextTouch: null })).toEqual([]);
  });

  test('does not nag when a meeting is near, but does when it is far', () => {
    expect(texts({ ...due, plans: [{ date: day('2026-11-26'), text: 'coffee' }] })).toEqual([]);
    expect(texts({ ...due, plans: [{ date: day('2026-12-26'), text: 'coffee' }] })).toHaveLength(1);
    expect(texts({ ...due, plans: [{ date: day('2026-11-20'), text: 'coffee' }] })).toHaveLength(1);
  });

  test('waved away comes back after one round', () => {
    const key = reasonsFor(aCandidate(due), { today: TODAY, settings })[0]?.key ?? '';
    expect(texts({ ...due, dismissed: [{ key }] })).toEqual([]);
    expect(texts({ ...due, dismissed: [{ key }] }, day('2027-02-20'))).toHaveLength(1);
    expect(texts({ ...due, dismissed: [{ key, until: TODAY }] })).toHaveLength(1);
  });
});

describe('going quiet', () => {
  const history = {
    firstContact: day('2024-01-01'),
    lastContact: day('2026-06-05'),
    contactDays: 50,
    decayedDays: 9,
    usualGap: 18,
    mine: 20,
    theirs: 20,
    mutual: 10,
    unanswered: 0,
  };

  test('is said from their own history, without any rhythm', () => {
    expect(texts({ history, lastContact: history.lastContact })).toEqual([
      'quiet: You and Ada used to be in touch about every three weeks; now it has been six months.',
    ]);
  });

  test('is not said of people one never really knew, of the long dormant, or with a plan ahead', () => {
    expect(texts({ history: { ...history, contactDays: 3 } })).toEqual([]);
    expect(texts({ history: { ...history, lastContact: day('2022-06-05') } })).toEqual([]);
    expect(texts({ history, plans: [{ date: day('2026-12-10'), text: 'dinner' }] })).toEqual([]);
  });
});

describe('an answer owed and a reminder', () => {
  test('say what waits', () => {
    expect(
      texts({ awaitingReply: { since: day('2026-11-17'), summary: 'asked about the boat', channel: 'email' } }),
    ).toEqual(['reply: Ada’s e-mail from Tuesday is waiting for an answer: asked about the boat.']);
    expect(
      texts({
        reminders: [
          { id: 'r', date: TODAY, text: 'ask about the key' },
          { id: 's', date: day('2026-11-24'), text: 'later' },
        ],
      }),
    ).toEqual(['reminder: You asked to be reminded: ask about the key.']);
  });
});

test('nothing is ever asked of the dead or the archived', () => {
  const everything: Partial<Candidate> = {
    rhythmDays: 7,
    nextTouch: day('2026-11-01'),
    occasions: [{ kind: 'birth', date: { month: 11, day: 23 } }],
    reminders: [{ id: 'r', date: TODAY, text: 'x' }],
    promises: [{ id: 'p', by: 'me', text: 'x', due: TODAY, madeOn: TODAY }],
  };
  expect(texts(everything)).toHaveLength(4);
  expect(texts({ ...everything, deceased: true })).toEqual([]);
  expect(texts({ ...everything, archived: true })).toEqual([]);
});
