import { expect, it } from 'vitest';
import { toCardWords } from './card-words.ts';

it('reads out notes, people and addresses, and nothing that only a machine can read', () => {
  const words = toCardWords({
    '@type': 'Card',
    version: '1.0',
    notes: { n1: { note: 'Allergic to nuts; ask first.' }, n2: { note: '  ' } },
    relatedTo: {
      'Chidi Okafor': { relation: { spouse: true } },
      Beatriz: { label: 'climbing partner' },
      Ifeoma: {},
      'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6': { relation: { friend: true } },
    },
    addresses: {
      a1: { full: '12 Quay Street\nBristol' },
      a2: {
        components: [
          { kind: 'name', value: 'Kade 12' },
          { kind: 'separator', value: ' ' },
          { kind: 'locality', value: 'Amsterdam' },
        ],
      },
    },
  });
  expect(words).toEqual({
    notes: ['Allergic to nuts; ask first.'],
    related: [
      { name: 'Chidi Okafor', word: 'spouse' },
      { name: 'Beatriz', word: 'climbing partner' },
      { name: 'Ifeoma', word: '' },
    ],
    addresses: ['12 Quay Street\nBristol', 'Kade 12, Amsterdam'],
  });
});

it('has no words for an empty card', () => {
  expect(toCardWords({ '@type': 'Card', version: '1.0' })).toEqual({ notes: [], related: [], addresses: [] });
});
