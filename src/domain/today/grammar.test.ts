import { expect, test } from 'vitest';
import { isHabit } from './grammar.ts';

test('tells a verb in the third person from a plural that begins a note', () => {
  for (const text of ['plays the cello', 'folds the paper', 'whittles spoons', 'knots an old rope', 'dreams of a boat'])
    expect(isHabit(text), text).toBe(true);
  for (const text of [
    'tides and sailing',
    'tides and boats',
    'stones of Venice',
    'nights on the ward',
    'orchids',
    'stamps or coins',
    'pollinators in cities',
    'paintings by friends',
  ])
    expect(isHabit(text), text).toBe(false);
});
