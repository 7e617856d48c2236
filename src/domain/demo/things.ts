import type { ResourceKind } from '../words.ts';

/** Something an invented owner kept to share; read so many days ago, for it is no news. */
export interface GeneratedThing {
  readonly kind: ResourceKind;
  readonly title: string;
  readonly url?: string;
  readonly topics: readonly string[];
  readonly daysAgo: number;
}

export const THINGS: readonly GeneratedThing[] = [
  {
    kind: 'article',
    title: 'What a choir does to its singers',
    url: 'https://journal.example/what-a-choir-does',
    topics: ['choir', 'singing'],
    daysAgo: 52,
  },
  { kind: 'book', title: 'The Long Loaf: bread in a small kitchen', topics: ['bread', 'baking'], daysAgo: 66 },
  {
    kind: 'article',
    title: 'Learning to sail after forty',
    url: 'https://harbour.example/learning-to-sail',
    topics: ['sailing', 'boats'],
    daysAgo: 71,
  },
  {
    kind: 'link',
    title: 'A map of Europe’s night trains',
    url: 'https://trains.example/night',
    topics: ['night trains', 'maps'],
    daysAgo: 90,
  },
];
