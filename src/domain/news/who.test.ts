import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../tests/support/a-candidate.ts';
import { toAskAgain } from '../goals/ask-again.ts';
import { doorsBehind } from '../goals/doors.ts';
import { meritSentence, thanksDraft } from '../goals/thanks.ts';
import { keywordsOf, sharedKeywords } from './keywords.ts';
import { turnsOn } from './telling.ts';
import { tellsOf } from './told.ts';
import { type Acquaintance, whoCouldHelp, whoWouldCare } from './who.ts';

const TODAY = day('2026-11-23');
const days = { today: TODAY, locale: 'en' };
const someone = (given: Partial<Acquaintance>): Acquaintance => ({
  personId: given.name ?? 'p',
  name: 'Ada Brandt',
  closeness: 0.1,
  facts: [],
  said: [],
  gave: [],
  introduced: [],
  ...given,
});

describe('words in common', () => {
  it.each([
    ['Learn to sail', 'sailing on Sundays', ['sailing']],
    ['I design things now', 'Head of Design, designer', ['Design']],
    ['I changed roles', 'roles in the theatre', []],
    ['a job in Lyon', 'lives in Lyon', ['Lyon']],
    ['lead the lab', 'a label', []],
  ])('%s and %s share %j', (text, other, shared) => {
    expect(sharedKeywords(keywordsOf(text), other)).toEqual(shared);
  });
});

describe('who would care', () => {
  it('says for each person why, and leaves out who has no reason', () => {
    const found = whoWouldCare(
      'I lead the tidal lab now',
      [
        someone({ name: 'Close', closeness: 0.9, circle: 'Inner' }),
        someone({ name: 'Asked', said: [{ date: day('2026-11-21'), words: 'wanted to know of the tidal lab' }] }),
        someone({ name: 'Helped', gave: ['Read my draft'] }),
        someone({ name: 'Door', introduced: ['Zed Ito'] }),
        someone({ name: 'Field', title: 'Tidal engineer', organization: 'Kelp Works' }),
        someone({ name: 'Colleague', facts: [{ kind: 'how-we-met', text: 'colleagues at the port' }] }),
        someone({ name: 'Nobody' }),
      ],
      days,
    );
    expect(new Map(found.map(({ personId, why }) => [personId, why[0]]))).toEqual(
      new Map([
        ['Close', 'One of the people closest to you, in Inner.'],
        ['Asked', 'You spoke about it on Saturday.'],
        ['Field', 'Works in the field: Tidal engineer.'],
        ['Door', 'Introduced you to Zed Ito.'],
        ['Helped', 'Did something for you: “Read my draft”.'],
        ['Colleague', 'You know each other from work: “colleagues at the port”.'],
      ]),
    );
  });

  it('finds for a goal only those whose facts or work speak of it', () => {
    const found = whoCouldHelp(
      'Learn to sail',
      [someone({ name: 'Close', closeness: 1 }), someone({ name: 'Sailor', facts: [{ kind: 'work', text: 'sails' }] })],
      days,
    );
    expect(found.map(({ personId }) => personId)).toEqual(['Sailor']);
  });
});

describe('telling', () => {
  it('gives so many turns a day and no more, in order, passing over those who rest', () => {
    const recipients = fc.array(
      fc.record({
        told: fc.option(fc.constantFrom('2026-11-22', '2026-11-23'), { nil: undefined }),
        skipped: fc.boolean(),
        rests: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(recipients, fc.integer({ min: 1, max: 10 }), (all, perDay) => {
        const row = all.map(({ told, skipped, rests }, place) => ({
          personId: `${place}`,
          place,
          toldOn: told === undefined ? undefined : day(told),
          skippedOn: skipped ? day('2026-11-20') : undefined,
          rests,
        }));
        const turns = turnsOn(row, { perDay, today: TODAY, rests: (id) => row[Number(id)]?.rests === true });
        expect(turns.length + row.filter(({ toldOn }) => toldOn === TODAY).length).toBeLessThanOrEqual(
          Math.max(perDay, row.filter(({ toldOn }) => toldOn === TODAY).length),
        );
        expect(turns.every((one) => one.toldOn === undefined && one.skippedOn === undefined && !one.rests)).toBe(true);
        expect(turns.map(({ place }) => place)).toEqual(turns.map(({ place }) => place).sort((a, b) => a - b));
      }),
    );
  });

  it.each([
    ['Told Ada about the new job', true],
    ['Lunch with Ada, told her my news', true],
    ['Called Ada, we talked about the tidal lab', true],
    ['Told Ada about the harbour', false],
    ['Ada has a new job', false],
  ])('%s: %s', (line, tells) => {
    expect(tellsOf(line, { kind: 'job', text: 'I lead the tidal lab now' })).toBe(tells);
  });
});

describe('doors', () => {
  it('lead back to the first, each person once, also where ties go in a circle', () => {
    const links = fc.array(fc.record({ who: fc.constantFrom(...'abcdef'), by: fc.constantFrom(...'abcdef') }));
    fc.assert(
      fc.property(links, (introductions) => {
        const chain = doorsBehind(['a'], introductions);
        const openers = chain.map(({ by }) => by);
        expect(new Set(openers).size).toBe(openers.length);
        expect(openers).not.toContain('a');
        const reached = ['a', ...openers];
        for (const { who, by } of introductions) if (reached.includes(who)) expect(reached).toContain(by);
      }),
    );
  });
});

describe('asking again', () => {
  const goal = {
    id: 'f',
    kind: 'goal' as const,
    text: 'run the marathon',
    private: false,
    learnedOn: day('2026-03-02'),
  };

  it('waits a fitting time since it was spoken of last, and lets go of what is forgotten, over or private', () => {
    expect(toAskAgain([goal], [], TODAY)).toMatchObject({ since: '2026-03-02' });
    const spoken = [{ date: day('2026-08-01'), words: 'how the marathon went' }];
    expect(toAskAgain([goal], spoken, TODAY)).toMatchObject({ since: '2026-08-01' });
    expect(toAskAgain([goal], [{ date: day('2026-10-01'), words: 'the marathon' }], TODAY)).toBeUndefined();
    expect(toAskAgain([{ ...goal, learnedOn: day('2025-03-02') }], [], TODAY)).toBeUndefined();
    expect(toAskAgain([{ ...goal, until: day('2026-06-01') }], [], TODAY)).toBeUndefined();
    expect(toAskAgain([{ ...goal, private: true }], [], TODAY)).toBeUndefined();
    expect(toAskAgain([{ ...goal, kind: 'interest' as const }], [], TODAY)).toBeUndefined();
  });

  it('asks about what weighs on somebody sooner than about a goal', () => {
    const challenge = { ...goal, id: 'c', kind: 'challenge' as const, learnedOn: day('2026-10-01') };
    expect(toAskAgain([challenge], [], TODAY)).toMatchObject({ factId: 'c' });
    expect(toAskAgain([{ ...goal, learnedOn: day('2026-10-01') }], [], TODAY)).toBeUndefined();
  });
});

describe('thanks', () => {
  const names = ['Grace Lund', 'Grace'];
  const draft = (merits: Parameters<typeof thanksDraft>[0]['merits']) =>
    thanksDraft({ names, called: 'Grace', merits }, { place: 0 });

  it('say what for in words that fit, and nothing where a word may mean somebody else', () => {
    const date = day('2026-04-10');
    expect(draft([{ kind: 'gave', text: 'Grace reviewed my deck', date }])).toContain('In April you reviewed my deck.');
    expect(draft([{ kind: 'gave', text: 'Lent me her boat', date }])).toContain(
      'I still think of what you did for me in April.',
    );
    expect(draft([{ kind: 'outcome', text: 'Grace’s introduction led to the job' }])).toContain(
      'Your introduction led to the job.',
    );
    expect(draft([{ kind: 'outcome', text: 'The job at Kanda', through: 'Zed Ito' }])).not.toContain('Kanda');
    expect(meritSentence({ kind: 'introduced', names: ['Zed', 'Tom', 'Rosa', 'Ines', 'Kofi'] })).toBe(
      'Introduced you to Zed, Tom, Rosa and 2 others.',
    );
  });

  it('begin and end in another way for each of twelve people', () => {
    const merits = [{ kind: 'showed-up' as const, last: day('2026-11-02') }];
    const drafts = Array.from({ length: 12 }, (_, place) =>
      thanksDraft({ names, called: 'Grace', merits }, { place, year: true }),
    );
    expect(new Set(drafts).size).toBe(12);
  });
});
