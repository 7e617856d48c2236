import { describe, expect, it } from 'vitest';
import type { PersonPage, PersonRow, Prep, PrepPerson, Step } from '../../contract/shapes.ts';
import { renderDoubles } from './doubles.ts';
import { renderFound } from './find.ts';
import { renderHistory, renderUndo } from './history.ts';
import { renderImport } from './import-report.ts';
import { renderPeople } from './people.ts';
import { renderPerson } from './person.ts';
import { renderPrep } from './prep.ts';
import { renderCapture, renderCircles, renderDoctor } from './small.ts';
import { type Page, styleOf } from './text.ts';
import { renderToday } from './today.ts';

const page: Page = { width: 60, fits: true, style: styleOf(false), locale: 'en-GB', today: '2026-11-23' };
const card = { '@type': 'Card' as const, version: '1.0', uid: 'urn:uuid:1' };
/** One that says more than the ways to reach somebody. */
const fullCard = {
  ...card,
  emails: { a: { address: 'ada@engine.example' }, b: { address: 'ada@home.example' } },
  phones: { a: { number: '+44 20 7946 0000' }, b: { number: '+44 20 7946 0001' } },
  onlineServices: { a: { service: 'XING', uri: 'https://www.xing.com/profile/Ada_Lovelace' } },
  addresses: { a: { full: '12 St James’s Square, London SW1Y 4JH' } },
  notes: { a: { note: 'Allergic to nuts.\nAsk before bringing a cake, she is polite about it.' }, b: { note: '王' } },
  relatedTo: { 'Annabella Byron': { relation: { parent: true } }, 'Ralph King': {} },
};

describe('what a reader sees', () => {
  it('before a meeting: what they have in common, then each of them', () => {
    const zed: PrepPerson = {
      id: 'p1',
      name: 'Zed Ito',
      initials: 'ZI',
      photo: null,
      headline: 'Engineer, Kanda',
      place: null,
      circles: ['Active'],
      archived: false,
      deceased: false,
      died: null,
      howMet: { text: 'At the OCEAN mixer', date: '2025-05-02', from: 'fact', private: false },
      lastTouch: '2026-11-20',
      touchCount: 4,
      touches: [],
      news: [{ kind: 'occasion', text: 'birthday, turning 40', date: '2026-11-25', private: false }],
      remember: [],
      promises: [
        {
          id: 'q',
          personId: 'p1',
          by: 'me',
          text: 'the book',
          due: '2026-11-24',
          madeOn: '2026-11-01',
          doneOn: null,
          touchId: null,
        },
      ],
      questions: [{ text: 'Ask how the exam went.', from: { kind: 'touch', id: 't', date: '2026-10-01' } }],
    };
    const blank = { news: [], promises: [], questions: [], headline: null, circles: [], howMet: null, lastTouch: null };
    const prep: Prep = {
      date: '2026-11-23',
      touch: null,
      common: [{ kind: 'place', text: 'Both are in Rotterdam.', people: ['p1', 'p2'], otherId: null }],
      people: [
        zed,
        { ...zed, ...blank, id: 'p2', name: 'Eve Lind', touchCount: 0 },
        { ...zed, ...blank, id: 'p3', name: 'Leo Marsh', deceased: true, died: '2 October 2026', touchCount: 0 },
      ],
    };
    expect(renderPrep(prep, page)).toMatchInlineSnapshot(`
      "What they have in common
        Both are in Rotterdam.

      ────────────────────────────────────────────────────────────
      Zed Ito
      Engineer, Kanda · Active
      How you met: At the OCEAN mixer
      Last in touch 3 days ago, 4 times in all

      New
        in 2 days  birthday, turning 40

      To ask
        Ask how the exam went.
          from your conversation 1 Oct

      Promised
        you  the book, tomorrow

      ────────────────────────────────────────────────────────────
      Eve Lind
      No conversation is noted

      Nothing is noted of Eve Lind yet. Ask what keeps them busy,
      and write one thing down afterwards.

      ────────────────────────────────────────────────────────────
      Leo Marsh  †
      No conversation is noted
      Leo Marsh has died (2 October 2026). What you noted is kept
      here.
      "
    `);
    expect(renderPrep({ ...prep, people: [], common: [] }, page)).toContain('Nothing is planned');
  });

  it('of a day: who, why, and how to begin', () => {
    const item = {
      personId: 'p1',
      name: 'Zed Ito',
      reasons: [
        {
          kind: 'follow-up' as const,
          text: 'You met Zed at the OCEAN mixer yesterday and talked about tidal power.',
          date: '2026-11-23',
        },
      ],
      channel: 'in-person' as const,
      opener: 'Good to meet you yesterday.\n\nWhat is new with tidal power?',
      score: 1,
    };
    const other = { ...item, personId: 'p2', name: '王小明', channel: 'other' as const, opener: '' };
    const notes = { advice: 'Your rhythms ask for 9 people a day.', all: false, hints: false };
    expect(renderToday({ date: '2026-11-23', items: [item], waiting: 1 }, notes, page)).toMatchInlineSnapshot(`
      "Monday 23 November

      Zed Ito                                            in person
        You met Zed at the OCEAN mixer yesterday and talked about
        tidal power.
          “Good to meet you yesterday.

          What is new with tidal power?”

      Your rhythms ask for 9 people a day.

      1 person can wait: tendril today --all
      "
    `);
    expect(
      renderToday(
        { date: '2026-11-23', items: [item, other], waiting: 1 },
        { ...notes, advice: null, all: true, hints: true },
        page,
      ),
    ).toMatchInlineSnapshot(`
      "Monday 23 November

      Zed Ito                                            in person
        You met Zed at the OCEAN mixer yesterday and talked about
        tidal power.
          “Good to meet you yesterday.

          What is new with tidal power?”

      Waiting for another day: 1

      王小明
        You met Zed at the OCEAN mixer yesterday and talked about
        tidal power.

      Been in touch? tendril done "Zed Ito", or in your own words: tendril log "Coffee with …"
      "
    `);
    expect(
      renderToday(
        { date: '2026-11-23', items: [], waiting: 0 },
        { advice: null, all: false, hints: true, people: 4 },
        page,
      ),
    ).toMatchInlineSnapshot(`
      "Monday 23 November

      Nobody asks for a message today. Enjoy it.
      "
    `);
  });

  it('of everyone', () => {
    const row: PersonRow = {
      id: 'p1',
      name: 'Ada Lovelace',
      card,
      circles: ['Close'],
      lastTouch: '2026-11-20',
      nextTouch: '2026-11-22',
      warmth: 'at-risk',
    };
    const other: PersonRow = {
      ...row,
      id: 'p2',
      name: '王小明',
      circles: [],
      lastTouch: '2025-03-01',
      nextTouch: null,
      warmth: null,
    };
    expect(renderPeople([row, other], page)).toMatchInlineSnapshot(`
      "Name          Circles  Last touch  Next       Tie
      Ada Lovelace  Close    3 days ago  yesterday  at risk
      王小明                 1 Mar 2025
      2 people
      "
    `);
    const coloured = renderPeople([row], { ...page, style: styleOf(true) });
    expect(coloured).toContain('\u001b[1mAda Lovelace\u001b[22m');
  });

  it('of a person', () => {
    const person: PersonPage = {
      id: 'p1',
      rev: 3,
      name: 'Ada Lovelace',
      initials: 'AL',
      photo: null,
      headline: 'Analyst, Engine Works',
      place: 'London',
      localTime: '09:10',
      card: fullCard,
      circles: [{ id: 'c1', name: 'Close' }],
      tags: ['rowing'],
      channel: 'phone',
      rhythmDays: null,
      effectiveRhythmDays: 30,
      lastTouch: '2026-09-20',
      nextTouch: '2026-10-20',
      snoozedUntil: null,
      pausedUntil: '9999-12-31',
      followUpOn: '2026-11-25',
      warmth: 'cooling',
      warmthText: 'You usually talk every three weeks.',
      archived: false,
      deceased: false,
      reasons: [{ kind: 'rhythm', key: 'rhythm', text: 'It has been nine weeks.', date: '2026-10-20' }],
      opener: 'How did the race go?',
      draft: { subject: null, language: 'en' as const },
      reach: [
        {
          channel: 'phone',
          label: '+44 20 7946 0000',
          href: 'tel:+442079460000',
          preferred: true,
          canCarryText: false,
        },
        { channel: 'text', label: '+44 20 7946 0000', href: 'sms:+442079460000', preferred: false, canCarryText: true },
        {
          channel: 'email',
          label: 'ada@engine.example',
          href: 'mailto:ada@engine.example',
          preferred: false,
          canCarryText: true,
        },
      ],
      occasions: [
        {
          kind: 'birth',
          label: 'birthday',
          date: { month: 12, day: 10 },
          written: '10 December',
          next: '2026-12-10',
          turns: null,
        },
      ],
      age: { years: 42, about: true },
      facts: [
        {
          id: 'f1',
          personId: 'p1',
          kind: 'gift-idea',
          text: 'a sculling oar',
          since: null,
          until: null,
          touchId: null,
          private: true,
          learnedOn: '2026-01-01',
        },
      ],
      promises: [
        {
          id: 'r1',
          personId: 'p1',
          by: 'me',
          text: 'send the book',
          due: '2026-11-27',
          madeOn: '2026-09-20',
          doneOn: null,
          touchId: null,
        },
        {
          id: 'r2',
          personId: 'p1',
          by: 'them',
          text: 'kept already',
          due: null,
          madeOn: '2026-09-20',
          doneOn: '2026-10-01',
          touchId: null,
        },
      ],
      reminders: [],
      moments: [],
      waking: null,
      exchanges: [],
      balance: null,
      favours: [],
      ties: [{ id: 't1', kind: 'colleague', otherId: null, otherName: 'Charles' }],
      ownNews: [
        { id: 'n1', newsId: 'w1', text: 'I changed roles', toldOn: null, skippedOn: null, open: true },
        { id: 'n2', newsId: 'w2', text: 'We moved to Kiel', toldOn: '2026-05-02', skippedOn: null, open: false },
      ],
      ownGoals: [{ id: 'g1', goalId: 'o1', text: 'Learn to row', why: 'Cares for it: “rowing”.' }],
      outcomes: [{ id: 'c1', text: 'The job at Kanda', date: '2026-06-01' }],
      unasked: {
        factId: 'f1',
        key: 'asked:f1:2026-03-02',
        text: 'You have not asked about “the marathon” since March.',
        about: 'the marathon',
        since: '2026-03-02',
      },
      probableTies: [],
      touches: [
        {
          id: 'u1',
          date: '2026-09-20',
          at: null,
          channel: 'in-person',
          direction: 'mutual',
          summary: 'Spoke of the race on the river and of what comes after it',
          notes: '',
          place: 'the boathouse',
          plan: false,
          personal: true,
          followUp: false,
          source: null,
          people: [
            { id: 'p1', name: 'Ada Lovelace' },
            { id: 'p3', name: 'Zed Ito' },
          ],
        },
      ],
      olderTouches: null,
      touchCount: 4,
      sources: [{ label: 'LinkedIn', importedOn: '2026-11-01', missing: true }],
      doubles: [{ id: 'p9', name: 'A. Lovelace', headline: null, reasons: ['the same phone number'] }],
    };
    expect(renderPerson(person, page)).toMatchInlineSnapshot(`
      "Ada Lovelace
      Analyst, Engine Works
      London · 09:10 there
      Close · every month · last touch 2 months ago · next 20 Oct
      · follow-up in 2 days · paused · prefers phone · #rowing
      You usually talk every three weeks.

      Why now
        It has been nine weeks.
          “How did the race go?”

      Reach
        phone, text  +44 20 7946 0000 (preferred)
        phone        +44 20 7946 0001
        e-mail       ada@engine.example
        e-mail       ada@home.example
        online       https://www.xing.com/profile/Ada_Lovelace
        post         12 St James’s Square, London SW1Y 4JH

      Dates
        birthday  10 December, in 2 weeks
        age       about 42

      Remember
        gift idea  a sculling oar (private)

      Promised
        you  send the book, in 4 days

      The long game
        You have not asked about “the marathon” since March.
        to be told  I changed roles
        knows       We moved to Kiel, 7 months ago
        your goal   Learn to row
        came of it  The job at Kanda, 6 months ago

      Ties
        colleague  Charles

      On their card
        Allergic to nuts.
        Ask before bringing a cake, she is polite about it.
        王
        parent   Annabella Byron
        related  Ralph King

      Touches
        20 Sept  ↔ in person at the boathouse with Zed Ito: Spoke
                 of the race on the river and of what comes after
                 it
        and 3 before

      From
        LinkedIn  1 Nov, not in the newest export

      Maybe the same person
        A. Lovelace  the same phone number (p9)

      p1
      "
    `);
    const narrow = renderPerson(person, { ...page, width: 32 });
    for (const line of narrow.split('\n')) expect(line.length).toBeLessThanOrEqual(line.includes('https:') ? 60 : 32);
    expect(narrow.slice(narrow.indexOf('Reach'), narrow.indexOf('Dates'))).toMatchInlineSnapshot(`
      "Reach
        phone, text
          +44 20 7946 0000 (preferred)
        phone
          +44 20 7946 0001
        e-mail
          ada@engine.example
        e-mail
          ada@home.example
        online
          https://www.xing.com/profile/Ada_Lovelace
        post
          12 St James’s Square, London
          SW1Y 4JH

      "
    `);
    const plain = (text: string) => text.replace(/\u001b\[\d+m/g, '');
    expect(plain(renderPerson(person, { ...page, style: styleOf(true) }))).toBe(renderPerson(person, page));
  });

  it('of what was found, what happened and what was undone', () => {
    expect(renderFound([], 'tides', page)).toBe('Nothing here holds “tides”.\n');
    expect(
      renderFound(
        [
          { kind: 'person', id: 'p1', personId: 'p1', title: 'Zed Ito', excerpt: 'Kanda' },
          {
            kind: 'touch',
            id: 't1',
            personId: 'p1',
            title: 'Zed Ito, 2026-11-23',
            excerpt: 'talked about\ntidal power',
          },
        ],
        'tidal',
        page,
      ),
    ).toMatchInlineSnapshot(`
      "Zed Ito  Kanda
      Zed Ito, 2026-11-23
        talked about tidal power
      "
    `);
    const step: Step = {
      id: '0199-aaaaaa111111',
      kind: 'person',
      title: 'Added Ada',
      actor: 'you',
      at: '2026-11-22T23:30:00.000Z',
      state: 'done',
      undoes: null,
      changes: 1,
      undoable: true,
    };
    const older: Step = {
      ...step,
      id: '0199-bbbbbb222222',
      title: 'Imported people',
      actor: 'token sync',
      at: '2026-03-01T09:00:00.000Z',
      state: 'undone',
      undoable: false,
    };
    expect(renderHistory([step, older], 'Europe/Amsterdam', page)).toMatchInlineSnapshot(`
      "When          What             By                  Step
      today, 00:30  Added Ada                            111111
      1 Mar, 10:00  Imported people  token sync  undone
      "
    `);
    const left = [{ entity: 'fact', id: 'f1', name: 'Ada', reason: 'changed since' }];
    expect(renderUndo({ stepId: 's', undid: 'Added Ada', restored: 1, left }, page)).toMatchInlineSnapshot(`
      "Undone: Added Ada
      1 thing was changed since and stayed as they are:
        Ada: changed since
      "
    `);
  });

  it('of an import: every row, and what to do next', () => {
    const skipped = Array.from({ length: 22 }, (_, i) => ({ where: `row ${i + 2}`, reason: 'no name' }));
    const counts = { created: 380, updated: 30, unchanged: 2 };
    const files = [
      { path: 'export.zip/Connections.csv', format: 'linkedin', read: 434, ...counts, skipped },
      { path: 'export.zip/messages.csv', format: 'unread', read: 0, created: 0, updated: 0, unchanged: 0, skipped: [] },
    ];
    const double = {
      a: { id: 'p1', name: 'Ada', headline: null },
      b: { id: 'p2', name: 'Ada L.', headline: 'Analyst' },
      score: 0.9,
      band: 'likely' as const,
      reasons: ['the same name'],
    };
    const run = {
      dryRun: false,
      notes: ['export.zip/messages.csv: messages are not read yet', '3 people are not in this export any more.'],
      doubles: [double],
      report: { files, ...counts, skipped: 22 },
    };
    expect(renderImport(run, { unsorted: 380 }, page)).toMatchInlineSnapshot(`
      "LinkedIn · Connections.csv: 412 people: 380 new, 30 updated, 2 unchanged; 22 rows skipped
        row 2: no name
        row 3: no name
        row 4: no name
        row 5: no name
        row 6: no name
        row 7: no name
        row 8: no name
        row 9: no name
        row 10: no name
        row 11: no name
        row 12: no name
        row 13: no name
        row 14: no name
        row 15: no name
        row 16: no name
        row 17: no name
        row 18: no name
        row 19: no name
        row 20: no name
        row 21: no name
        and 2 more like these
      Not read yet · export.zip/messages.csv: messages are not read yet

      3 people are not in this export any more.

      1 pair may be the same person: tendril duplicates
      380 people are in no circle yet: sort them in the browser (tendril serve), or tendril circle add Close "NAME"
      "
    `);
    expect(renderImport({ ...run, dryRun: true }, { unsorted: 0 }, page)).toMatch(/nothing was saved\.\n$/);
    expect(renderDoubles([double], page)).toMatchInlineSnapshot(`
      "Likely one person: the same name
        Ada  p1
        Ada L., Analyst  p2
      1 pair. Make two one: tendril merge WHO WHO. Keep them apart: tendril not-same WHO WHO.
      "
    `);
  });

  it('of circles, a captured line and a check-up', () => {
    const circle = { id: 'c1', name: 'Close', rhythmDays: 30, size: 15, position: 1, members: 12, due: 3 };
    expect(
      renderCircles(
        { circles: [circle], offered: [{ name: 'Wide', rhythmDays: 365, size: 150 }], acquaintances: 4, unsorted: 1 },
        page,
      ),
    ).toMatchInlineSnapshot(`
      "Circle  Rhythm       People    Due
      Close   every month  12 of 15  3
      On offer: Wide (every year). Take one: tendril circle set
      NAME
      1 person is not sorted yet.
      "
    `);
    expect(renderCapture({ preview: ['Coffee with Ada, yesterday.'], saved: true }, page)).toBe(
      'Coffee with Ada, yesterday.\nSaved. Not what you meant? tendril undo\n',
    );
    expect(renderDoctor({ ok: true, problems: [], checked: { people: 1, changes: 12 } }, page)).toBe(
      'All is well: 1 person and 12 changes checked.\n',
    );
    expect(renderDoctor({ ok: false, problems: ['Ada’s next date is wrong.'], checked: {} }, page)).toContain(
      'tendril doctor --repair',
    );
  });
});
