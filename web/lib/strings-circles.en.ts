import { number } from './days.ts';
import { people, someOf } from './phrases.en.ts';
import type { Catalogue } from './strings.ts';

/** The words of circles in English: a part of the catalogue that is not in the first load. */

export const en = {
  title: 'Circles',
  lead: 'Groups with a rhythm of their own. A size is a reminder of how many fit a life, not a limit.',
  add: 'New circle',
  name: 'Name',
  rhythm: 'Catch up',
  size: 'Fits about',
  days: 'days',
  noRhythm: 'no rhythm',

  offered: 'Take one ready-made',
  members: (count: number, size: number | null) =>
    size === null ? people(count) : `${number(count)} of about ${number(size)}`,
  due: (count: number) => (count === 0 ? 'nobody due' : `${number(count)} due`),
  over: 'More than usually fits',

  delete: 'Delete circle',
  unfold: 'Who is in it',
  fold: 'Fold',
  membersOf: (name: string) => `Who is in ${name}`,
  drift: ({ cooling, late }: { readonly cooling: readonly string[]; readonly late: readonly string[] }) => {
    const parts = [
      cooling.length === 0 ? '' : `Cooling: ${someOf(cooling)}.`,
      late.length === 0 ? '' : `Over their rhythm: ${someOf(late)}.`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? 'Nobody drifts.' : parts.join(' ');
  },
  drifts: { cooling: 'cooling', late: 'over their rhythm' },
  allOf: (count: number) => `See all ${number(count)}`,
  moveTo: (name: string) => `Move to ${name}`,
  takeOut: (name: string) => `Take out of ${name}`,
  dropHere: 'Drop them here',
  dragHint: 'Drag someone to another circle, or press on their name for a menu.',
  addTitle: 'New circle',
  editTitle: (name: string) => `Edit ${name}`,
  sort: (count: number) => `Sort ${people(count)}`,
  acquaintances: (count: number) => `${people(count)} in no circle: acquaintances, shown only when there is a reason.`,
  deleteHint: 'Its people stay.',
  empty: 'No circle yet. Take the four below to begin with, or make your own.',

  rhythmChoices: [7, 14, 30, 60, 90, 180, 365],

  sizeOf: (size: number) => `about ${number(size)}`,
};

export type CirclesStrings = Catalogue<typeof en>;
