import type { MatchDocument, MatchField, MatchIndex } from '../matching/match-index.ts';
import { termsOf } from '../matching/terms.ts';
import type { FactKind, Reaction } from '../words.ts';
import type { Resource } from './resource.ts';

/*
 * Who would value a resource: what it is about against what is known of people, word by word, so that every suggestion can
 * be explained by the words it rests on and where they come from.
 */

/** What is known of somebody and holds, as far as it says what they would value. */
export interface Likes {
  readonly personId: string;
  readonly facts: readonly LikedFact[];
  /** Title and organisation, `Marine biologist, Kelp Works`; empty when nothing is known. */
  readonly role: string;
  readonly tags: readonly string[];
  /** What they were given before and made of it. */
  readonly given: readonly GivenBefore[];
}

export interface LikedFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly text: string;
  readonly private: boolean;
}

export interface GivenBefore {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly reaction: Reaction;
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
/** The kinds that say something. */
export const TELLING_FACTS: readonly FactKind[] = [
  'interest',
  'challenge',
  'goal',
  'need',
  'work',
  'preference',
  'offer',
  'success',
  'gift-idea',
  'family',
  'other',
];

const ROLE_WEIGHT = 0.7;
const TAG_WEIGHT = 0.7;
const LOVED_WEIGHT = 0.6;
const THANKED_WEIGHT = 0.3;
/** What is about the same as something they did not care for is worth this much of what it would be. */
const NOT_FOR_THEM = 0.35;

/** What is known of one person, to be looked through. */
export function documentOf(likes: Likes): MatchDocument {
  return { id: likes.personId, fields: [...namedFields(likes).values()].map(({ field }) => field) };
}

interface NamedField {
  readonly field: MatchField;
  readonly from: Omit<Because, 'words'>;
}

function namedFields({ facts, role, tags, given }: Likes): ReadonlyMap<string, NamedField> {
  const fields = new Map<string, NamedField>();
  const add = (name: string, text: string, weight: number | undefined, from: NamedField['from']) => {
    if (weight !== undefined && text.trim() !== '') fields.set(name, { field: { name, text, weight }, from });
  };
  for (const { id, kind, text, private: isPrivate } of facts)
    add(`fact:${id}`, text, FACT_WEIGHTS[kind], { origin: kind, text, private: isPrivate });
  add('role', role, ROLE_WEIGHT, { origin: 'role', text: role, private: false });
  for (const tag of tags) add(`tag:${tag}`, tag, TAG_WEIGHT, { origin: 'tag', text: tag, private: false });
  for (const { id, title, topics, reaction } of given)
    if (reaction !== 'not-for-them')
      add(`given:${id}`, [title, ...topics].join(' '), reaction === 'loved' ? LOVED_WEIGHT : THANKED_WEIGHT, {
        origin: 'given',
        text: title,
        private: false,
      });
  return fields;
}

/** What a resource is about, to be looked for: each topic by itself, and what the title and the description add. */
export function soughtOf({
  topics,
  title,
  description,
}: Pick<Resource, 'topics' | 'title' | 'description'>): readonly MatchField[] {
  return [
    ...topics.map((text) => ({ name: 'topic', text, weight: 1 })),
    { name: 'title', text: title, weight: 0.4 },
    { name: 'description', text: description, weight: 0.2 },
  ];
}

/** Below it two texts share a word in passing and no more. */
export const FAIR_FIT = 0.2;
/** From here on it is worth a mention by itself. */
export const STRONG_FIT = 0.5;

/** How well a resource suits somebody, and why. */
export interface Fit {
  readonly personId: string;
  readonly score: number;
  /** The most telling first; never empty. */
  readonly because: readonly Because[];
}

/** Words of the resource that stand in something known of somebody. */
export interface Because {
  /** The kind of the fact; or their job, a tag of theirs, something they got before and liked. */
  readonly origin: FactKind | 'role' | 'tag' | 'given';
  /** What is known, as it was noted; of something they got, its title. */
  readonly text: string;
  readonly private: boolean;
  /** As they are written there. */
  readonly words: readonly string[];
}

/** What a match in an index means for the person it found; what they did not care for before counts against it. */
export function fitOf(
  likes: Likes,
  {
    index,
    sought,
    score,
  }: { readonly index: MatchIndex; readonly sought: readonly MatchField[]; readonly score: number },
): Fit {
  const fields = namedFields(likes);
  const terms = index.termsShared(
    [...fields.values()].map(({ field }) => field),
    sought,
  );
  const keys = new Set(terms.flatMap(({ sought }) => termsOf(sought).map(({ key }) => key)));
  const disliked = likes.given.some(
    ({ title, topics, reaction }) =>
      reaction === 'not-for-them' && termsOf([title, ...topics].join(' ')).some(({ key }) => keys.has(key)),
  );
  const because = [...Map.groupBy(terms, ({ field }) => field)].flatMap(([name, found]) => {
    const from = fields.get(name)?.from;
    return from === undefined
      ? []
      : [{ ...from, words: phrasesIn(from.text, [...new Set(found.map(({ word }) => word))]) }];
  });
  return { personId: likes.personId, score: disliked ? score * NOT_FOR_THEM : score, because };
}

/** Words as they stand in a text, those that follow one another together: `kelp forests`, `tides`. */
function phrasesIn(text: string, words: readonly string[]): readonly string[] {
  const placed = words.map((word) => ({ word, at: text.indexOf(word) })).sort((a, b) => a.at - b.at);
  const phrases: { text: string; end: number }[] = [];
  for (const { word, at } of placed) {
    const before = phrases.at(-1);
    const end = at + word.length;
    if (before !== undefined && at > before.end && text.slice(before.end, at).trim() === '') {
      before.text = `${before.text} ${word}`;
      before.end = end;
    } else phrases.push({ text: word, end: at < 0 ? Number.POSITIVE_INFINITY : end });
  }
  return phrases.map((phrase) => phrase.text);
}
