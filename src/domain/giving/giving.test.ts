import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../dates.ts';
import { EXCHANGE_KINDS, FACT_KINDS } from '../words.ts';
import { beforeAsking } from './ask.ts';
import { balanceSentence, type Exchange, thanksOwed } from './exchange.ts';
import { favoursFor } from './favours.ts';

const TODAY = '2026-11-23' as CalendarDate;
const ago = (days: number) => addDays(TODAY, -days);
const entry = (kind: Exchange['kind'], days: number, text = 'read my draft'): Exchange => ({
  kind,
  text,
  date: ago(days),
});
const NAME = { name: 'Ada', today: TODAY };

describe('the ledger', () => {
  it('says kindly when it is one-sided, either way, and nothing while it is even or short', () => {
    expect(balanceSentence([entry('received', 9), entry('received', 30), entry('asked', 60)], NAME)).toMatch(
      /^Ada has done much for you/,
    );
    expect(balanceSentence([entry('given', 9), entry('given', 30), entry('given', 60)], NAME)).toMatch(/let Ada help/);
    expect(balanceSentence([entry('given', 9), entry('received', 30), entry('given', 60)], NAME)).toBeUndefined();
    expect(balanceSentence([entry('received', 9), entry('received', 30)], NAME)).toBeUndefined();
    expect(
      balanceSentence(
        [1, 2, 3].map((n) => entry('received', 800 + n)),
        NAME,
      ),
    ).toBeUndefined();
  });

  it('never says a number', () => {
    const entries = fc.array(
      fc
        .record({ kind: fc.constantFrom(...EXCHANGE_KINDS), days: fc.nat(900) })
        .map(({ kind, days }) => entry(kind, days)),
    );
    fc.assert(
      fc.property(entries, (all) => {
        expect(balanceSentence(all, NAME) ?? '').not.toMatch(/\d/);
      }),
    );
  });

  it('owes thanks for the newest gift until they were said, or it is long ago', () => {
    expect(thanksOwed([entry('received', 3), entry('received', 9, 'lent a drill')], TODAY)?.text).toBe('read my draft');
    expect(thanksOwed([entry('received', 3), entry('thanked', 3)], TODAY)).toBeUndefined();
    expect(thanksOwed([entry('received', 91)], TODAY)).toBeUndefined();
    expect(thanksOwed([], TODAY)).toBeUndefined();
  });
});

describe('favours', () => {
  it('fit what is known, thanks and needs first', () => {
    const favours = favoursFor({
      ...NAME,
      facts: [
        { kind: 'interest', text: 'Tidal power.' },
        { kind: 'need', text: 'a flat in Porto' },
      ],
      exchanges: [entry('received', 3)],
      isHardTime: false,
    });
    expect(favours.map(({ kind, text }) => [kind, text])).toEqual([
      ['thanks', 'Thank Ada for this: read my draft.'],
      ['introduction', 'Ada needs: a flat in Porto. Whom do you know who could help? Ask both first.'],
      ['article', 'Send Ada one thing you liked about: Tidal power.'],
      ['hello', 'Tell Ada one thing you value in them, and ask for nothing.'],
    ]);
  });

  it('are of every kind, each from what invites to it', () => {
    const kindsOf = (facts: Parameters<typeof favoursFor>[0]['facts'], exchanges: readonly Exchange[] = []) =>
      favoursFor({ ...NAME, facts, exchanges, isHardTime: false }).map(({ kind }) => kind);
    expect(FACT_KINDS.map((kind) => kindsOf([{ kind, text: 'tides' }])[0])).toEqual([
      ...['hello', 'article', 'feedback', 'cheer', 'article', 'recommendation', 'hello'],
      ...['introduction', 'advice', 'hello', 'hello', 'hello'],
    ]);
    expect(kindsOf([], [entry('received', 3)])).toEqual(['thanks', 'hello']);
    expect(kindsOf([], [entry('received', 30), entry('thanked', 9)])).toEqual(['public-thanks', 'hello']);
    expect(kindsOf([], [entry('received', 400), entry('thanked', 390)])).toEqual(['hello']);
  });

  it('never make an errand of a death or an illness, and take the next thing noted instead', () => {
    const favours = favoursFor({
      ...NAME,
      facts: [
        { kind: 'challenge', text: 'husband Jörg died on Sunday' },
        { kind: 'challenge', text: 'has cancer' },
        { kind: 'challenge', text: 'finding childcare' },
      ],
      exchanges: [],
      isHardTime: false,
    });
    expect(favours.map(({ text }) => text)).toEqual([
      'Send Ada one thing that may help with: finding childcare.',
      'Tell Ada one thing you value in them, and ask for nothing.',
    ]);
  });

  it('leave nothing private behind in the ledger', () => {
    const facts = FACT_KINDS.map((kind) => ({ kind, text: 'the secret plan', private: true }));
    const favours = favoursFor({ ...NAME, facts, exchanges: [], isHardTime: false });
    expect(favours.map(({ done }) => done)).toContain('Looked for somebody for: something private');
    expect(favours.filter(({ done }) => done.includes('secret'))).toEqual([]);
  });

  it('ask nothing of somebody who has it hard, and praise nothing', () => {
    const facts = [
      { kind: 'offer', text: 'pottery' },
      { kind: 'success', text: 'won the regatta' },
    ] as const;
    const favours = favoursFor({ ...NAME, facts, exchanges: [entry('received', 3)], isHardTime: true });
    expect(favours.map(({ text }) => text)).toEqual([
      'Offer Ada one concrete thing, a meal or an errand, and expect no answer.',
    ]);
  });

  it('are few, never the same twice, and gone once they are done', () => {
    const facts = fc.array(
      fc.record({ kind: fc.constantFrom(...FACT_KINDS), text: fc.string({ minLength: 1, maxLength: 80 }) }),
    );
    fc.assert(
      fc.property(facts, (known) => {
        const favours = favoursFor({ ...NAME, facts: known, exchanges: [], isHardTime: false });
        expect(favours.length).toBeLessThanOrEqual(4);
        expect(new Set(favours.map(({ done }) => done)).size).toBe(favours.length);
        const [first] = favours;
        if (!first) return;
        const rest = favoursFor({
          ...NAME,
          facts: known,
          exchanges: [entry('given', 1, first.done)],
          isHardTime: false,
        });
        expect(rest.map(({ done }) => done)).not.toContain(first.done);
      }),
    );
  });
});

const NOTHING_OPEN = { promises: [], hardTime: undefined };

describe('before asking', () => {
  it('shows what each gave last, a way to give first, and a draft that leaves room for a no', () => {
    const exchanges = [entry('given', 40, 'sent the map'), entry('received', 9), entry('given', 90, 'older')];
    const favours = favoursFor({ ...NAME, facts: [{ kind: 'offer', text: 'pottery' }], exchanges, isHardTime: false });
    const before = beforeAsking({
      ...NAME,
      ...NOTHING_OPEN,
      text: 'Could you look over my letter?',
      exchanges,
      favours,
    });
    expect(before.lastGiven?.text).toBe('sent the map');
    expect(before.lastReceived?.text).toBe('read my draft');
    expect(before.waysToGive.map(({ kind }) => kind)).toEqual(['thanks', 'hello']);
    expect(before.draft).toBe(
      'Hi Ada, could you look over my letter? If it does not fit just now, no is a perfectly good answer.',
    );
  });

  it('says what is open between the two, and where it was one-sided', () => {
    const promises = [
      { by: 'me', text: 'send the map.' },
      { by: 'them', text: 'a recipe' },
    ] as const;
    const exchanges = [entry('asked', 14, 'a lift to Porto'), entry('received', 30), entry('received', 60)];
    const before = beforeAsking({ ...NAME, hardTime: undefined, text: '', exchanges, favours: [], promises });
    expect(before.open).toEqual([
      'You promised Ada: send the map.',
      'Ada promised you: a recipe.',
      'You asked Ada 14 days ago, and nothing is noted since: a lift to Porto.',
    ]);
    expect(before.balance).toMatch(/^Ada has done much for you of late/);
    const came = beforeAsking({
      ...NAME,
      ...NOTHING_OPEN,
      text: '',
      favours: [],
      exchanges: [...exchanges, entry('received', 9)],
    });
    expect(came.open).toEqual([]);
  });

  it('says first that they have it hard, and never what is private', () => {
    const care = (hardTime: Parameters<typeof beforeAsking>[0]['hardTime']) =>
      beforeAsking({ ...NAME, text: '', exchanges: [], favours: [], promises: [], hardTime }).care;
    const date = entry('given', 14).date;
    expect(care({ kind: 'loss', text: 'father died', date })).toBe(
      'Ada has a hard time just now (father died, 14 days ago). If it can wait, let it; else ask first how Ada is.',
    );
    expect(care({ kind: 'quiet-time', text: 'Something private', date })).toBe(
      'Ada has a hard time just now. If it can wait, let it; else ask first how Ada is.',
    );
    expect(care(undefined)).toBeUndefined();
  });

  it('has a draft for any words', () => {
    const drafts = ['', 'a lift to Porto', 'for a lift', 'to read my letter.', 'I need a hand with the move.'].map(
      (text) => beforeAsking({ ...NAME, ...NOTHING_OPEN, text, exchanges: [], favours: [] }).draft,
    );
    expect(drafts).toEqual([
      'Hi Ada, may I ask you something? If it does not fit just now, no is a perfectly good answer.',
      'Hi Ada, I have a question, and I thought of you: a lift to Porto. If it does not fit just now, no is a perfectly good answer.',
      'Hi Ada, I have a question, and I thought of you: a lift. If it does not fit just now, no is a perfectly good answer.',
      'Hi Ada, I have a question, and I thought of you: could you read my letter? If it does not fit just now, no is a perfectly good answer.',
      'Hi Ada, I have a question, and I thought of you: I need a hand with the move. If it does not fit just now, no is a perfectly good answer.',
    ]);
  });
});
