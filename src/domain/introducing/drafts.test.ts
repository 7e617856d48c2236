import { describe, expect, it } from 'vitest';
import { INTRODUCTION_STATES } from '../words.ts';
import { type DraftedIntroduction, draftsOf } from './drafts.ts';

const introduction = (more: Partial<DraftedIntroduction> = {}): DraftedIntroduction => ({
  state: 'idea',
  first: { name: 'Grace Osei', called: 'Grace', why: 'Ada is looking for this: patents.', earlier: 0 },
  second: { name: 'Ada Brandt', called: 'Ada', why: 'Grace offers: reads patents.', earlier: 0 },
  declinedBy: null,
  ...more,
});
const texts = (more: Partial<DraftedIntroduction>) => draftsOf(introduction(more)).map(({ text }) => text);

describe('drafts of an introduction', () => {
  it('ask each alone, say why, and leave room for a no', () => {
    const { first: grace, second: ada } = introduction();
    for (const earlier of [0, 1, 2, 3]) {
      const [first] = texts({ first: { ...grace, earlier } });
      expect(first).toMatch(/^Hi Grace, .*Ada Brandt.*Ada is looking for this: patents\..*\bno\b|say so/i);
      const [second] = texts({ state: 'first-yes', second: { ...ada, earlier } });
      expect(second).toMatch(/^Hi Ada, .*Grace Osei.*Grace offers: reads patents\..*\bno\b/i);
    }
  });

  it('are worded otherwise the next time somebody is asked', () => {
    const { first } = introduction();
    expect(texts({})).not.toEqual(texts({ first: { ...first, earlier: 1 } }));
  });

  it('make it in one message to both, with both grounds', () => {
    const [draft] = draftsOf(introduction({ state: 'both-yes' }));
    expect(draft?.to).toEqual(['first', 'second']);
    expect(draft?.text).toContain('Grace, meet Ada Brandt. Ada is looking for this: patents.');
    expect(draft?.text).toContain('Ada, meet Grace Osei. Grace offers: reads patents.');
  });

  it('after a no thank whoever said it, and tell the other without a ground', () => {
    const drafts = draftsOf(introduction({ state: 'declined', declinedBy: 'second' }));
    expect(drafts.map(({ kind, to }) => [kind, ...to])).toEqual([
      ['thank', 'second'],
      ['let-down', 'first'],
    ]);
    expect(draftsOf(introduction({ state: 'declined', declinedBy: 'first' }))).toHaveLength(1);
  });

  it('ask how it went, then thank; and are whole sentences with nothing left open at every step', () => {
    expect(texts({ state: 'made' })[0]).toMatch(/^Hi Ada, .*Grace Osei/);
    expect(texts({ state: 'outcome' })).toHaveLength(2);
    const bare = {
      first: { name: 'Grace', called: 'Grace', why: '', earlier: 0 },
      second: { name: 'Ada', called: 'Ada', why: '', earlier: 2 },
    };
    for (const state of INTRODUCTION_STATES)
      for (const text of texts({ ...bare, state, declinedBy: 'second' })) {
        expect(text).not.toMatch(/undefined|null| {2}| [.,]/);
        expect(text).toMatch(/[.?]$/);
      }
  });
});
