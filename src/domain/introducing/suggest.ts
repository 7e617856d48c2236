import { type MatchField, MatchIndex } from '../matching/match-index.ts';
import { termsOf } from '../matching/terms.ts';
import { plain, shortened } from '../today/phrases.ts';
import type { FactKind, MatchKind } from '../words.ts';

/** What may be known of somebody who may be introduced. Nothing private: what is found is told to another. */
export interface Introducible {
  readonly id: string;
  /** As they are told of to another. */
  readonly name: string;
  /** 0 to 1: who is close vouches for more. */
  readonly closeness: number;
  readonly facts: readonly { readonly id: string; readonly kind: FactKind; readonly text: string }[];
  /** What they do, as the card says: `Patent lawyer`. */
  readonly title?: string | undefined;
  /** Where, as the card says: `Kelp Works`. */
  readonly workplace?: string | undefined;
  /** Where they work, as it compares. */
  readonly organisation?: string | undefined;
  readonly city?: string | undefined;
}

/** Two people who may be glad to know each other. The first is asked first: who gives more. */
export interface IntroductionIdea {
  readonly first: string;
  readonly second: string;
  readonly kind: MatchKind;
  readonly score: number;
  /** One sentence each, about the other: what they bring. */
  readonly whyFirst: string;
  readonly whySecond: string;
  /** What it rests on, the most telling first. */
  readonly words: readonly string[];
}

/** What people look for, and how much it helps them to find it. */
const SEEKS: Readonly<Partial<Record<FactKind, number>>> = { need: 1, challenge: 0.9, goal: 0.8 };
/** What people have to give, and how sure one may be of it. */
const GIVES: Readonly<Partial<Record<FactKind, number>>> = { offer: 1, work: 0.85, success: 0.6, interest: 0.5 };
/** What people have in common. */
const SHARES: Readonly<Partial<Record<FactKind, number>>> = { interest: 1, goal: 0.9 };
const TITLE = 'title';
const WORKPLACE = 'workplace';
const CITY = 'city';
const TITLE_GIVES = 0.7;
/** A name of a company says little of what its people know. */
const WORKPLACE_GIVES = 0.4;
const CITY_GIVES = 0.35;
/** A thing in common is pleasant; a thing one needs and the other has is a gift. */
const SHARE_WEIGHT = 0.3;
const MUTUAL_BONUS = 1;
const SAME_CITY = 1.15;
/** Which kinds of facts this reads at all. */
export const TELLING_KINDS: readonly FactKind[] = ['need', 'challenge', 'goal', 'offer', 'work', 'success', 'interest'];

/** Less is chance: one word of many, or one that many say. */
const AT_LEAST = 0.14;
/** So many who could help are looked at for each thing somebody seeks. */
const EACH = 6;
/** A word that more people hold than this is no ground to look at all of them, for each who seeks it. */
const PER_WORD = 32;
const LONGEST_QUOTE = 80;

interface Found {
  readonly score: number;
  /** What the one says, and what of the other answers it. */
  readonly sought: { readonly kind: FactKind; readonly text: string };
  /** Found out when it is told. */
  readonly answer: () => Answer;
}

interface Answer {
  /** What they say of it is a fact of this kind, or stands on the card. */
  readonly from: FactKind | typeof TITLE | typeof WORKPLACE | typeof CITY;
  readonly text: string;
}

interface Pair {
  readonly a: Introducible;
  readonly b: Introducible;
  /** What `a` gains from `b`, and `b` from `a`. */
  gainA?: Found;
  gainB?: Found;
  share?: Found;
  score: number;
}

/** Those one knows best come first: for so many of them is looked. */
const MOST_SEEKERS = 1_500;

/** What people say, made ready for any question about them; people take their own place one by one. */
export class IntroductionIndex {
  readonly #people = new Map<string, Introducible>();
  readonly #gives = new MatchIndex();
  readonly #shares = new MatchIndex();
  readonly #seeks = new MatchIndex();

  put(person: Introducible): void {
    this.#people.set(person.id, person);
    putFields(this.#gives, person.id, givesOf(person));
    putFields(this.#shares, person.id, fieldsOf(person, SHARES));
    putFields(this.#seeks, person.id, fieldsOf(person, SEEKS));
  }

  /** Does nothing when they are not there. */
  remove(id: string): void {
    this.#people.delete(id);
    for (const index of [this.#gives, this.#shares, this.#seeks]) index.remove(id);
  }

  /**
   * Pairs of people worth introducing, the best first; of one person where one is named. Those who work at the same place
   * are left out, since they know each other. Of the others the caller knows who does.
   */
  *ideas(about?: string): Generator<IntroductionIdea> {
    const search = this.search(about);
    for (const person of search.seekers) search.lookFor(person);
    for (const pair of search.pairs()) yield pair.told();
  }

  /**
   * The same in steps, for whoever has other things to do between them.
   *
   * @param mayBeAsked who comes into question; all by default
   */
  search(about?: string, mayBeAsked: (id: string) => boolean = () => true): IntroductionSearch {
    const one = about === undefined ? undefined : this.#people.get(about);
    const pairs = new Pairs(this.#people, mayBeAsked);
    const seekers =
      about === undefined
        ? closest([...this.#people.values()].filter(({ id }) => mayBeAsked(id)))
        : one !== undefined && mayBeAsked(one.id)
          ? [one]
          : [];
    return {
      seekers,
      lookFor: (person) => {
        this.#seek(person, pairs);
        if (about !== undefined) this.#give(person, pairs);
      },
      pairs: () => foundIn(pairs.sorted()),
    };
  }

  #seek(person: Introducible, pairs: Pairs): void {
    for (const { fact, weight } of weighed(person, SEEKS))
      for (const { other, score, field } of pairs.finder(person, this.#gives, fieldOf(fact, weight)))
        pairs.gain(person, other, { score, sought: fact, answer: () => answerOf(other, field(givesOf(other))) });
    for (const { fact, weight } of weighed(person, SHARES))
      for (const { other, score, field } of pairs.finder(person, this.#shares, fieldOf(fact, weight)))
        pairs.share(person, other, {
          score,
          sought: fact,
          answer: () => answerOf(other, field(fieldsOf(other, SHARES))),
        });
  }

  /** Whom they could help. */
  #give(person: Introducible, pairs: Pairs): void {
    for (const given of givesOf(person))
      for (const { other, score, field } of pairs.finder(person, this.#seeks, given)) {
        const seeks = field(fieldsOf(other, SEEKS));
        const sought = other.facts.find(({ id }) => id === seeks);
        if (sought) pairs.gain(other, person, { score, sought, answer: () => answerOf(person, given.name) });
      }
  }
}

export interface IntroductionSearch {
  /** For whom to look, in any order; then there are pairs. */
  readonly seekers: readonly Introducible[];
  lookFor(person: Introducible): void;
  /** The best first. */
  pairs(): Iterable<FoundPair>;
}

/** Told only as far as somebody asks: of many pairs few are shown. */
export interface FoundPair extends Pick<IntroductionIdea, 'first' | 'second'> {
  told(): IntroductionIdea;
}

/** An index of people who are there all at once. */
export function indexIntroductions(people: readonly Introducible[]): IntroductionIndex {
  const index = new IntroductionIndex();
  for (const person of people) index.put(person);
  return index;
}

function closest(people: readonly Introducible[]): readonly Introducible[] {
  const telling = people.filter(({ facts }) => facts.some(({ kind }) => kind in SEEKS || kind in SHARES));
  if (telling.length <= MOST_SEEKERS) return telling;
  return telling.sort((a, b) => b.closeness - a.closeness || (a.id < b.id ? -1 : 1)).slice(0, MOST_SEEKERS);
}

/** Who was found for whom, each pair once. */
class Pairs {
  readonly #people: ReadonlyMap<string, Introducible>;
  readonly #mayBeAsked: (id: string) => boolean;
  readonly #found = new Map<string, Pair>();

  constructor(people: ReadonlyMap<string, Introducible>, mayBeAsked: (id: string) => boolean) {
    this.#people = people;
    this.#mayBeAsked = mayBeAsked;
  }

  /** Who answers to something of a person. */
  finder(person: Introducible, index: MatchIndex, sought: MatchField) {
    const accept = (id: string) => mayMeet(person, this.#people.get(id)) && this.#mayBeAsked(id);
    const options = { limit: EACH, atLeast: AT_LEAST, accept, perWord: PER_WORD };
    return index.match([sought], options).flatMap((match) => {
      const other = this.#people.get(match.id);
      const field = (fields: readonly MatchField[]) => index.termsShared(fields, [sought])[0]?.field ?? '';
      return other === undefined ? [] : [{ other, score: match.score, field }];
    });
  }

  gain(who: Introducible, from: Introducible, found: Found): void {
    const pair = this.#pair(who, from);
    if (pair.a === who) pair.gainA = better(pair.gainA, found);
    else pair.gainB = better(pair.gainB, found);
  }

  share(one: Introducible, other: Introducible, found: Found): void {
    const pair = this.#pair(one, other);
    pair.share = better(pair.share, found);
  }

  #pair(one: Introducible, other: Introducible): Pair {
    const [a, b] = one.id < other.id ? [one, other] : [other, one];
    const key = `${a.id} ${b.id}`;
    const pair = this.#found.get(key) ?? { a, b, score: 0 };
    if (pair.score === 0) this.#found.set(key, pair);
    return pair;
  }

  sorted(): readonly Pair[] {
    const pairs = [...this.#found.values()];
    for (const pair of pairs) pair.score = scoreOf(pair);
    return pairs.sort((x, y) => y.score - x.score || (x.a.id + x.b.id < y.a.id + y.b.id ? -1 : 1));
  }
}

function better(before: Found | undefined, found: Found): Found {
  return before !== undefined && before.score >= found.score ? before : found;
}

function* foundIn(pairs: readonly Pair[]): Generator<FoundPair> {
  for (const pair of pairs) {
    const [first, second] = inOrder(pair);
    yield { first: first.id, second: second.id, told: () => toIdea(pair) };
  }
}

/** Who gives more is asked first, so that nothing is promised in their name. */
function inOrder({ a, b, gainA, gainB }: Pair): readonly [first: Introducible, second: Introducible] {
  return (gainA?.score ?? 0) > (gainB?.score ?? 0) ? [b, a] : [a, b];
}

function weighed(person: Introducible, weights: Readonly<Partial<Record<FactKind, number>>>) {
  return person.facts.flatMap((fact) => {
    const weight = weights[fact.kind];
    return weight === undefined ? [] : [{ fact, weight }];
  });
}

function putFields(index: MatchIndex, id: string, fields: readonly MatchField[]): void {
  if (fields.length === 0) index.remove(id);
  else index.put({ id, fields });
}

function fieldOf(fact: { readonly id: string; readonly text: string }, weight: number): MatchField {
  return { name: fact.id, text: fact.text, weight };
}

function fieldsOf(person: Introducible, weights: Readonly<Partial<Record<FactKind, number>>>): readonly MatchField[] {
  return weighed(person, weights).map(({ fact, weight }) => fieldOf(fact, weight));
}

function givesOf(person: Introducible): readonly MatchField[] {
  const { title, workplace, city } = person;
  return [
    ...fieldsOf(person, GIVES),
    ...(title ? [{ name: TITLE, text: title, weight: TITLE_GIVES }] : []),
    ...(workplace ? [{ name: WORKPLACE, text: workplace, weight: WORKPLACE_GIVES }] : []),
    ...(city ? [{ name: CITY, text: city, weight: CITY_GIVES }] : []),
  ];
}

function answerOf(person: Introducible | undefined, field: string | undefined): Answer {
  if (field === CITY) return { from: CITY, text: person?.city ?? '' };
  if (field === WORKPLACE) return { from: WORKPLACE, text: person?.workplace ?? '' };
  const fact = person?.facts.find(({ id }) => id === field);
  return fact ? { from: fact.kind, text: fact.text } : { from: TITLE, text: person?.title ?? '' };
}

function mayMeet(person: Introducible, other: Introducible | undefined): boolean {
  if (other === undefined || other.id === person.id) return false;
  return person.organisation === undefined || person.organisation !== other.organisation;
}

function scoreOf({ a, b, gainA, gainB, share }: Omit<Pair, 'score'>): number {
  const [toA, toB, both] = [worthOf(gainA), worthOf(gainB), worthOf(share)];
  const worth = toA + toB + MUTUAL_BONUS * Math.min(toA, toB) + SHARE_WEIGHT * both;
  const near = a.city !== undefined && a.city === b.city ? SAME_CITY : 1;
  return worth * near * (0.7 + 0.3 * Math.min(a.closeness, b.closeness));
}

/** A second word in common says less than the first: twenty are no more than one thing said alike. */
function worthOf(found: Found | undefined): number {
  return found === undefined ? 0 : (2 * found.score) / (1 + found.score);
}

function toIdea(pair: Pair): IntroductionIdea {
  const { a, gainA, gainB, share, score } = pair;
  const [first, second] = inOrder(pair);
  const [toFirst, toSecond] = first === a ? [gainA, gainB] : [gainB, gainA];
  const ground = toSecond ?? toFirst ?? share;
  return {
    first: first.id,
    second: second.id,
    kind: toFirst && toSecond ? 'mutual' : ground === share ? 'share' : 'complement',
    score: Math.round(score * 1e3) / 1e3,
    whyFirst: whyFor(second, { gain: toFirst, given: toSecond, share }),
    whySecond: whyFor(first, { gain: toSecond, given: toFirst, share }),
    words: ground === undefined ? [] : sharedWords(ground),
  };
}

/**
 * What the other is to somebody: helps them, is helped by them, or has something in common with them. Without a `you`: in the
 * message to both it is read by both.
 */
function whyFor(
  { name, facts }: Introducible,
  { gain, given, share }: { gain: Found | undefined; given: Found | undefined; share: Found | undefined },
): string {
  if (gain) return gainSentence(name, gain);
  if (given) {
    // What weighs on somebody is named, not quoted: it is told to another.
    if (given.sought.kind === 'challenge') return `${name} could use a word on this: ${listed(sharedWords(given))}.`;
    return given.sought.kind === 'goal'
      ? `A goal of ${name}: ${quoted(given.sought.text)}.`
      : `${name} is looking for this: ${quoted(given.sought.text)}.`;
  }
  if (share) {
    const theirs = facts.some(({ text }) => text === share.answer().text) ? share.answer().text : share.sought.text;
    return `${name} has a liking for the same: ${quoted(theirs)}.`;
  }
  return '';
}

function gainSentence(name: string, gain: Found): string {
  const { from, text } = gain.answer();
  switch (from) {
    case CITY:
      return `${name} lives in ${text}.`;
    case TITLE:
      return `${name} knows this from work: ${quoted(text)}.`;
    case WORKPLACE:
      return `${name} is at ${quoted(text)}.`;
    case 'offer':
      return `${name} offers: ${quoted(text)}.`;
    case 'interest':
      return `${name} is fond of this: ${quoted(text)}.`;
    default:
      return `${name} knows this: ${quoted(text)}.`;
  }
}

function sharedWords({ sought, answer }: Found): readonly string[] {
  const theirs = new Set(termsOf(answer().text).map(({ key }) => key));
  return termsOf(sought.text).flatMap(({ key, word }) => (theirs.has(key) ? [word] : []));
}

const listed = (words: readonly string[]) => words.join(', ');

function quoted(text: string): string {
  return shortened(plain(text), LONGEST_QUOTE).replace(/[.!?…]+$/u, '');
}
