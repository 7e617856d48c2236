import { expect, it } from 'vitest';
import { toCardWords } from './card-words.ts';

it('reads out notes and people, and nothing that only a machine can read', () => {
  const words = toCardWords({
    '@type': 'Card',
    version: '1.0',
    uid: 'urn:uuid:1',
    notes: { n1: { note: 'Allergic to nuts; ask first.' }, n2: { note: '  ' } },
    relatedTo: {
      'Chidi Okafor': { relation: { spouse: true } },
      Beatriz: { label: 'climbing partner' },
      Ifeoma: {},
      'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6': { relation: { friend: true } },
    },
  });
  expect(words).toEqual({
    notes: ['Allergic to nuts; ask first.'],
    related: [
      { name: 'Chidi Okafor', word: 'spouse' },
      { name: 'Beatriz', word: 'climbing partner' },
      { name: 'Ifeoma', word: '' },
    ],
  });
});

it('has no words for an empty card', () => {
  expect(toCardWords({ '@type': 'Card', version: '1.0', uid: 'urn:uuid:1' })).toEqual({ notes: [], related: [] });
});
