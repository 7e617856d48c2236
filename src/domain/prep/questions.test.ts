import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import { FACT_KINDS, type FactKind } from '../words.ts';
import { type Known, questionsFor } from './questions.ts';

const TODAY = '2026-11-23' as CalendarDate;

interface Given {
  /** Day and summary; one other person was there. */
  readonly touches?: readonly (readonly [date: string, summary: string])[];
  readonly facts?: readonly (readonly [learnedOn: string, kind: FactKind, text: string, isPrivate?: boolean])[];
  readonly reminders?: readonly string[];
}

function known({ touches = [], facts = [], reminders = [] }: Given): Known {
  return {
    name: 'Hana Sato',
    given: 'Hana',
    touches: touches.map(([date, summary], i) => ({ id: `t${i}`, date: date as CalendarDate, summary, people: 1 })),
    facts: facts.map(([learnedOn, kind, text, isPrivate = false], i) => ({
      id: `f${i}`,
      kind,
      text,
      private: isPrivate,
      learnedOn: learnedOn as CalendarDate,
    })),
    reminders: reminders.map((text, i) => ({ id: `r${i}`, date: TODAY, text })),
  };
}

const asked = (given: Given) => questionsFor(known(given), TODAY);
const texts = (given: Given) => asked(given).map(({ text }) => text);

describe('what is worth asking', () => {
  it('asks how something went that was about to happen, and says where it was read', () => {
    expect(
      asked({ touches: [['2026-09-01', 'Coffee. She is applying for the post in Kiel, hears in October']] }),
    ).toEqual([
      {
        text: 'Ask how it went: “She is applying for the post in Kiel, hears in October”.',
        from: { kind: 'touch', id: 't0', date: '2026-09-01' },
      },
    ]);
  });

  it('does not ask how something went before it can have happened', () => {
    const [text] = texts({ facts: [['2026-06-01', 'work', 'starts at Alma in January']] });
    expect(text).toBe('Ask how it is coming along: “starts at Alma in January”.');
    expect(texts({ touches: [['2026-11-20', 'Hana is going to Japan next week']] })[0]).toMatch(
      /^Ask how it is coming along/,
    );
  });

  it('does not take an adjective for something to come', () => {
    const touches = [['2026-10-01', 'Laughed about the open workshop on the quay']] as const;
    expect(texts({ touches }).join()).not.toContain('how it went');
  });

  it('takes it as heard when a later conversation speaks of it', () => {
    const touches = [['2026-09-01', 'She is applying for the post in Kiel']] as const;
    expect(texts({ touches }).join()).toContain('how it went');
    expect(texts({ touches: [...touches, ['2026-10-20', 'No luck with Kiel']] }).join()).not.toContain('how it went');
  });

  it('puts a worry first, gently, and says nothing cheerful after a loss', () => {
    const [first] = texts({
      touches: [['2026-10-10', 'Talked about tidal power']],
      facts: [['2026-08-21', 'family', 'Father Chidi, ill since August']],
    });
    expect(first).toMatch(/gently/);
    const [loss] = texts({ touches: [['2026-10-01', 'Her mother died in September']] });
    expect(loss).toMatch(/thinking of Hana.*then listen/);
  });

  it('asks after their family', () => {
    expect(texts({ facts: [['2026-03-18', 'family', 'Daughter Mia']] })[0]).toMatch(/Mia/);
  });

  it('says what one wanted to be reminded of', () => {
    expect(asked({ reminders: ['ask about the race'] })).toEqual([
      { text: 'You wanted to: ask about the race.', from: { kind: 'reminder', id: 'r0', date: TODAY } },
    ]);
  });

  it.each([
    ['a secret', { touches: [['2026-10-01', 'Secret: she will leave the firm next month']] }],
    ['a note to oneself', { touches: [['2026-10-01', 'Don’t bring up the move']] }],
    ['a private fact', { facts: [['2026-10-01', 'family', 'Daughter Mia starts school in May', true]] }],
    ['a gift', { facts: [['2026-10-01', 'gift-idea', 'a telescope for the move in May']] }],
    ['what is long past', { touches: [['2025-03-01', 'Talked about bees. She is applying for the post in Kiel']] }],
    ['the future', { touches: [['2026-12-01', 'Talked about tidal power']] }],
    ['nothing', {}],
  ] satisfies [string, Given][])('asks nothing about %s', (_, given: Given) => {
    expect(texts(given)).toEqual([]);
  });

  it('asks about one thing once, and never more than four', () => {
    const words = fc.constantFrom(
      'She is applying for the post in Kiel',
      'Talked about tidal power',
      'Daughter Mia starts school in September',
      'Her father is in hospital',
      'learning the cello',
      'Wants to teach one day',
      'Kaffee in der Stadt',
      '',
    );
    const day = fc.constantFrom('2026-01-10', '2026-06-01', '2026-11-22', '2026-12-24');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, words)),
        fc.array(fc.tuple(day, fc.constantFrom(...FACT_KINDS), words, fc.boolean())),
        (touches, facts) => {
          const given = { touches, facts };
          const questions = asked(given);
          expect(questions.length).toBeLessThanOrEqual(4);
          expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
          const sources = new Map(
            [...known(given).touches, ...known(given).facts.filter((fact) => !fact.private)].map((row) => [
              row.id,
              row,
            ]),
          );
          for (const { text, from } of questions) {
            expect(text).toMatch(/[.”]$/);
            expect(from.date <= TODAY).toBe(true);
            expect(sources.has(from.id)).toBe(true);
          }
        },
      ),
    );
  });

  it('does not depend on the order of what is known', () => {
    const given: Given = {
      touches: [
        ['2026-09-01', 'She is applying for the post in Kiel'],
        ['2026-10-10', 'Talked about tidal power'],
        ['2026-03-01', 'Her thesis is due'],
      ],
    };
    const person = known(given);
    expect(questionsFor({ ...person, touches: person.touches.toReversed() }, TODAY)).toEqual(asked(given));
  });
});
