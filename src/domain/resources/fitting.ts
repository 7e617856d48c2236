import type { CalendarDate } from '../dates.ts';
import type { Match, MatchDocument, MatchField } from '../matching/match-index.ts';
import { termsOf } from '../matching/terms.ts';
import type { FactKind } from '../words.ts';
import type { Resource } from './resource.ts';

/*
 * Who would value a resource: what it is about against what is known of people, word by word, so that every suggestion can
 * be explained by the words it rests on and where they come from.
 */

/** What is known of somebody, as far as it says what they would value. */
export interface Likes {
  readonly personId: string;
  readonly facts: readonly LikedFact[];
  /** Title and organisation, `Marine biologist, Kelp Works`; empty when nothing is known. */
  readonly work: string;
  readonly tags: readonly string[];
  /** What they were given before and made of it. */
  readonly given: readonly GivenBefore[];
}

export interface LikedFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly text: string;
  readonly private: boolean;
  readonly until?: CalendarDate | undefined;
}

export interface GivenBefore {
  readonly resource: Pick<Resource, 'id' | 'title' | 'topics'>;
  readonly reaction: 'loved' | 'thanks' | 'not-for-them';
}

/** How much each kind of fact says of what somebody would read; kinds that are not here say nothing. */
const FACT_WEIGHTS: Readonly<Partial<Record<FactKind, number>>> = {
  interest: 1,
  challenge: 1,
  goal: 1,
  need: 1,
  work: 0.9,
  preference: 0.6,
  offer: 0.5,
  success: 0.5,
  'gift-idea': 0.5,
  family: 0.4,
  other: 0.4,
};
export const TELLING_FACTS = Object.keys(FACT_WEIGHTS) as readonly FactKind[];

const WORK_WEIGHT = 0.7;
const TAG_WEIGHT = 0.7;
const LOVED_WEIGHT = 0.6;
const THANKED_WEIGHT = 0.3;
/** What somebody did not care for weighs this much against what is about the same. */
const NOT_FOR_THEM = 0.35;

/** Where matched words stand, as the name of a field says. */
export type Source =
  | { readonly from: 'fact'; readonly id: string }
  | { readonly from: 'work' }
  | { readonly from: 'tag'; readonly tag: string }
  | { readonly from: 'given'; readonly resourceId: string };

/** What is known of one person, to be looked through. */
export function documentOf(likes: Likes, today: CalendarDate): MatchDocument {
  const { personId, facts, work, tags, given } = likes;
  const current = facts.filter(({ until }) => until === undefined || until >= today);
  return {
    id: personId,
    fields: [
      ...current.flatMap(({ id, kind, text }) => field(`fact:${id}`, text, FACT_WEIGHTS[kind])),
      ...field('work', work, WORK_WEIGHT),
      ...tags.flatMap((tag) => field(`tag:${tag}`, tag, TAG_WEIGHT)),
      ...given.flatMap(({ resource, reaction }) =>
        reaction === 'not-for-them'
          ? []
          : field(
              `given:${resource.id}`,
              [resource.title, ...resource.topics].join(' '),
              reaction === 'loved' ? LOVED_WEIGHT : THANKED_WEIGHT,
            ),
      ),
    ],
  };
}

function field(name: string, text: string, weight: number | undefined): MatchField[] {
  return weight === undefined || text.trim() === '' ? [] : [{ name, text, weight }];
}

/** What a resource is about, to be looked for: each topic by itself, and what the title and the description add. */
export function soughtOf({ topics, title, description }: Pick<Resource, 'topics' | 'title' | 'description'>): readonly MatchField[] {
  return [
    ...topics.flatMap((topic) => field('topic', topic, 1)),
    ...field('title', title, 0.6),
    ...field('description', description, 0.3),
  ];
}

export function sourceOf(name: string): Source {
  const [from = '', ...rest] = name.split(':');
  const id = rest.join(':');
  return from === 'fact'
    ? { from, id }
    : from === 'given'
      ? { from, resourceId: id }
      : from === 'tag'
        ? { from, tag: id }
        : { from: 'work' };
}

/** Below it two texts share a word and no more. */
export const FAIR_FIT = 1.2;
/** From here on it is worth a mention by itself. */
export const STRONG_FIT = 3.2;

/** A resource that suits somebody. */
export interface Fit {
  readonly personId: string;
  readonly score: number;
  /** Never empty, the most telling first. */
  readonly because: readonly Because[];
}

/** Words of the resource, and where they stand in what is known of somebody. */
export interface Because {
  readonly source: Source;
  /** As the resource writes them. */
  readonly words: readonly string[];
}

/** A match, set against what they made of what they got before. */
export function fitOf({ id, score, terms }: Match, given: readonly GivenBefore[]): Fit {
  const bySource = Map.groupBy(terms, (term) => term.field);
  const keys = new Set(terms.flatMap(({ sought }) => termsOf(sought).map(({ key }) => key)));
  const disliked = given.some(
    ({ resource, reaction }) =>
      reaction === 'not-for-them' &&
      termsOf([resource.title, ...resource.topics].join(' ')).some(({ key }) => keys.has(key)),
  );
  return {
    personId: id,
    score: disliked ? score * NOT_FOR_THEM : score,
    because: [...bySource].map(([name, found]) => ({
      source: sourceOf(name),
      words: [...new Set(found.map(({ sought }) => sought))],
    })),
  };
}
