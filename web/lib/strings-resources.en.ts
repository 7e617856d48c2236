import type { Reaction, ResourceKind } from '../../src/domain/words.ts';

/** The words of what is kept to share, in English: a part of the catalogue that is not in the first load. */

const kinds: Record<ResourceKind, string> = { article: 'Article', book: 'Book', event: 'Event', link: 'Link' };
const reactions: Record<Reaction, string> = { loved: 'Loved it', thanks: 'Thanks', 'not-for-them': 'Not for them' };

export const en = {
  kinds,
  reactions,
  title: 'Things to share',
  lead: 'Keep what you read and liked. Whom it would suit is found from what you know of people, and each gets words of their own.',
  what: 'An address or a title',
  placeholder: 'https://… or the title of a book',
  reading: 'Reading the page…',
  notRead: (why: string) => `The page was not read: ${why}. Say in a few words what it is.`,
  kept: 'You keep this already.',
  name: 'Title',
  topics: 'What it is about',
  topicsHint: 'Separated by commas. By these words it finds its people.',
  kind: 'Kind',
  keep: 'Keep to share',
  empty: 'Nothing is kept yet. Paste the address of something you liked.',
  list: 'Kept to share',
  sharedWith: (people: number) => (people === 0 ? '' : people === 1 ? 'shared once' : `shared with ${people}`),
  meantFor: (people: number) => (people === 0 ? '' : `kept for ${people === 1 ? 'somebody' : `${people} people`}`),
  bookmark: 'Keep in Tendril',
  bookmarkHint: 'Drag this to your bookmarks: on any page, one click then brings it here.',

  change: 'Change',
  save: 'Save',
  remove: 'Delete',
  back: 'All things to share',
  who: 'Who would value it',
  nobody: 'Nobody yet, as far as you noted. What people care for and work on is what this rests on.',
  everyone: 'Everyone whom it suits has got it.',
  further: (people: number) => `And ${people} more whom it may suit. One by one is better than many at once.`,
  draftFor: (name: string) => `Words for ${name}`,
  shared: 'I shared it',
  later: 'Keep it for them',
  notMeant: 'Not for them after all',
  more: (name: string) => `More for ${name}`,
  got: 'Who got it',
  on: (day: string) => `on ${day}`,
  reaction: (name: string) => `What ${name} made of it`,
  said: 'In their words',
  gone: 'This is not kept any more. History can bring it back.',

  forPerson: (name: string) => `What do I have for ${name}?`,
  all: 'Everything kept',
  personGot: (title: string, day: string) => `They got “${title}”, ${day}`,
};

export type ResourceStrings = typeof en;
