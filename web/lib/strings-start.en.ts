import { asWord } from './phrases.en.ts';
import type { Catalogue } from './strings.ts';

/** The words of the first hour in English: a part of the catalogue that is not in the first load. */

export const en = {
  title: (name: string) => (name === '' ? 'Welcome. Who matters to you?' : `Welcome, ${name}. Who matters to you?`),
  lead: 'Start from whichever is nearer to hand. Ten minutes are enough for a first useful Today.',
  namesTitle: 'Type five names',
  namesLead:
    'People you would not want to lose touch with. They become your Inner circle; say how often you would like to be in touch with each.',
  nameLabel: (n: number) => `Name ${n}`,
  rhythmLabel: (n: number) => `How often, name ${n}`,
  names: ['A brother', 'An old friend', 'A teacher', 'A colleague', 'Someone new'],
  keep: 'Keep them close',
  inner: 'Inner',
  importTitle: 'Bring in an address book',
  importLead:
    'A LinkedIn export, Google Contacts, an iPhone or Android address book: the page shows how to get each. LinkedIn can take a day to prepare its file, so ask for it now.',
  import: 'Bring people in',
  circlesTitle: 'Circles to begin with',
  circlesLead: 'A circle is a group with a rhythm. Take what fits; everything can be changed.',
  take: 'Take these',
  taken: 'Yours',
  last: {
    title: 'When did you last speak?',
    lead: 'Tendril counts from there, and Today begins with whoever has waited longest. A rough guess is enough.',
    ago: { week: 'This week', month: 'This month', months: 'Some months ago', years: 'Over a year ago' },
    notes: 'About then, as far as you remember.',
    later: 'Ask me tomorrow',
  },
  finish: 'To Today',
  done: (count: number) => `${asWord(count)} ${count === 1 ? 'person is' : 'people are'} in your Inner circle.`,
};

export type StartStrings = Catalogue<typeof en>;
