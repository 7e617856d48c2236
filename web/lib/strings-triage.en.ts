import { number } from './days.ts';
import type { Catalogue } from './strings.ts';

/** The words of sorting people in English: a part of the catalogue that is not in the first load. */

export const en = {
  title: 'Sort people',
  progress: (at: number, of: number) => `${number(at)} of ${number(of)}`,
  leave: 'Leave as acquaintance',
  leaveShort: 'Acquaintance',
  back: 'Take back',
  skip: 'Not now',
  done: 'Everyone is sorted.',
  doneLead: 'Those in a circle will find their way to Today in their own time.',
  toToday: 'To Today',
  toCircles: 'See circles',
  noCircles: 'Circles come first: take these four, then sort.',
  saving: (count: number) => `${number(count)} on the way`,
  suggestion: 'Suggested',
  failed: (name: string, why: string) => `${name} was not sorted: ${why}`,

  previous: 'Previous',
  doubles: 'May be the same person as',
  keys: {
    into: (name: string) => `Into ${name}`,
    leave: 'Leave as acquaintance',
    suggestion: 'As suggested',
    undo: 'Take back',
    next: 'Not now',
    previous: 'Previous',
    same: 'Same person',
    notSame: 'Two people',
  },
  hint: 'Digits sort, Enter takes the suggestion, a leaves, z takes back, arrows move.',
  swipeHint: 'Swipe to take the suggestion, or the other way for later.',
  nothing: 'Nobody is waiting to be sorted.',
  nothingLead: 'New people from imports and captures appear here.',
};

export type TriageStrings = Catalogue<typeof en>;
