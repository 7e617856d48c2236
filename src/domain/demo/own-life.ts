import type { Channel, Direction } from '../words.ts';

/** What stands on the owner's own side of an invented network: news, goals, words, and a friend of earlier years. */

/** Told to some of those who would care; the others wait for their turn. */
export const OWN_NEWS = {
  kind: 'project',
  text: 'I am writing a small book about night trains',
  daysAgo: 12,
  people: 6,
  /** How many days ago each of the first few heard it. */
  toldDaysAgo: [10, 8, 6],
} as const;

export const GOAL = { text: 'Find a room where the choir can sing in spring', daysAhead: 110, people: 2 } as const;

export const REACHED = {
  goal: 'Learn to bake a decent rye bread',
  outcome: 'The bread course on Tuesdays, and the friends it came with',
  daysAgo: 20,
} as const;

/** It happened at one of the houses that people of the network work for. */
export const ORGANISATION_NEWS = {
  organisation: 'Sanko Ceramics',
  kind: 'award',
  text: 'won the Harbour Prize for the tiles of the new ferry hall',
  daysAgo: 45,
} as const;

export const LEDGER = [
  { kind: 'received', text: 'Read the first chapter and was honest about it', daysAgo: 34 },
  { kind: 'given', text: 'Watered the balcony for three weeks', daysAgo: 96 },
  { kind: 'received', text: 'Lent me the van for the move', daysAgo: 150 },
] as const;

export const WORDINGS = [
  { use: 'sign-off', near: 'close', text: 'Until soon,\n{sender}' },
  { use: 'thanks', near: null, text: 'Dear {name}, thank you. {thread}\n{sender}' },
] as const;

interface OldTouch {
  readonly channel: Channel;
  readonly direction: Direction;
  readonly summary: string;
}

/** Close for three years, and silent for more than four: worth waking. */
export const SLEEPER = {
  name: 'Solveig Nordbø',
  email: 'solveig.nordboe@example.org',
  likes: 'Old lighthouse charts',
  firstDaysAgo: 2_700,
  daysBetween: 110,
} as const;

/** With the sleeper, from the oldest to the newest. */
export const SLEEPER_TOUCHES: readonly OldTouch[] = [
  { channel: 'in-person', direction: 'mutual', summary: 'Moved in above the ferry landing; she carried the books' },
  { channel: 'in-person', direction: 'mutual', summary: 'First evening in the choir, both in the wrong row' },
  { channel: 'phone', direction: 'theirs', summary: 'She called from the yard about a job in the north' },
  { channel: 'in-person', direction: 'mutual', summary: 'Two days on the islands with a borrowed tent' },
  { channel: 'email', direction: 'mine', summary: 'Sent her the photographs of the islands' },
  { channel: 'in-person', direction: 'mutual', summary: 'Birthday soup for twelve in a kitchen for four' },
  { channel: 'phone', direction: 'mine', summary: 'A long call about whether to go' },
  { channel: 'in-person', direction: 'mutual', summary: 'Helped her pack; she left the good kettle with me' },
  { channel: 'email', direction: 'theirs', summary: 'She wrote from the north: light all night, and no bakery' },
  { channel: 'phone', direction: 'mutual', summary: 'Counted the miles and promised a visit' },
];
