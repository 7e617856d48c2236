import { describe, expect, it } from 'vitest';
import { contentKey } from './content-key.ts';
import type { PersonDraft } from './draft.ts';

function draft(card: Partial<PersonDraft['card']>, rest: Partial<PersonDraft> = {}): PersonDraft {
  return { where: 'row 2', warnings: [], card: { '@type': 'Card', version: '1.0', uid: '', ...card }, ...rest };
}

describe('the content key', () => {
  it('is the same for the same content, wherever it stands and in whatever order it is said', () => {
    const one = draft({ name: { full: 'Ada B' }, emails: { e1: { address: 'a@x.example', pref: 1 } } });
    const two = draft(
      {
        emails: { e1: { pref: 1, address: 'a@x.example' } },
        name: { '@type': 'Name', full: 'Ada B' },
        uid: 'other',
        updated: '2026-01-01T00:00:00Z',
      },
      { where: 'row 9', warnings: ['w'] },
    );
    expect(contentKey(two)).toBe(contentKey(one));
    expect(contentKey(one)).toMatch(/^[\w-]{27}$/);
  });

  it('differs when anything about the person differs', () => {
    const keys = [
      draft({ name: { full: 'Ada B' } }),
      draft({ name: { full: 'Ada C' } }),
      draft({ name: { full: 'Ada B' }, notes: { n1: { note: '' } } }),
      draft({ name: { full: 'Ada B' }, keywords: { a: true } }),
    ].map(contentKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does not mind a photo', () => {
    expect(contentKey(draft({ media: { m1: { kind: 'photo', uri: 'https://x.example/1' } } }))).toBe(
      contentKey(draft({})),
    );
  });
});
