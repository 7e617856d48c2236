import { keysIn, type Term, termsOf } from './terms.ts';

/** A part of a document, or of what is sought: what it says, and how much that weighs. */
export interface MatchField {
  readonly name: string;
  readonly text: string;
  readonly weight: number;
}

export interface MatchDocument {
  readonly id: string;
  readonly fields: readonly MatchField[];
}

/** A word that a document shares with what is sought. */
export interface MatchedTerm {
  /** As the document writes it. */
  readonly word: string;
  /** As it was sought. */
  readonly sought: string;
  /** The field of the document it stands in. */
  readonly field: string;
}

export interface Match {
  readonly id: string;
  /** From 0 up: one rare word that both fields consist of is worth the product of their weights. */
  readonly score: number;
}

export interface MatchOptions {
  readonly limit: number;
  /** Matches below it are left out; 0 by default. */
  readonly atLeast?: number;
  /** Documents that come into question; all by default. */
  readonly accept?: (id: string) => boolean;
  /**
   * Of fields that hold a word, at most so many are looked at because of it, taken evenly; all by default. For whoever seeks
   * thousands of things at once: the rarest words decide, and what else is shared still counts.
   */
  readonly perWord?: number;
}

/**
 * Weights are reckoned as if so many other texts stood beside these: two of five friends who sail are no sign that everybody
 * does.
 */
const BACKGROUND = 200;
/** A word in more than this share of all fields tells nothing, however few fields there are beyond these. */
const COMMON_SHARE = 0.05;
const NEVER_COMMON = 50;

interface Word {
  readonly key: string;
  /** The fields that say it, in the order in which they came. */
  readonly fields: Field[];
  /** What it weighs in the search under way; 0 when it is not sought. */
  sought: number;
}

interface Field {
  readonly entry: Entry;
  readonly weight: number;
  readonly words: readonly Word[];
  /** What its words weigh in all, as reckoned at a state of the index. */
  total: number;
  totalAt: number;
  /** The last search that looked at it. */
  lookedAtBy: number;
}

interface Entry {
  readonly id: string;
  readonly fields: Field[];
  /** What it is worth in the search under way. */
  score: number;
}

/**
 * An index of what documents say, which take each other's place one by one. A word weighs the more the fewer fields hold it
 * (inverse document frequency); fields are compared by what they share, against what both say in all. What one search costs
 * depends on how often its words occur, not on how many documents there are. Texts are not kept: who asks why two match has them.
 */
export class MatchIndex {
  readonly #words = new Map<string, Word>();
  readonly #entries = new Map<string, Entry>();
  #fieldCount = 0;
  /** Counts the changes: what was reckoned before the last one is reckoned anew when it is next needed. */
  #state = 0;
  readonly #weights = new Map<number, number>();
  #searches = 0;

  /** Takes a document in, in the place of the one of the same id. */
  put(document: MatchDocument): void {
    this.remove(document.id);
    const entry: Entry = { id: document.id, fields: [], score: 0 };
    for (const { text, weight } of document.fields) {
      const words = [...keysIn(text)].map((key) => this.#wordOf(key));
      const field: Field = { entry, weight, words, total: 0, totalAt: -1, lookedAtBy: 0 };
      for (const word of words) word.fields.push(field);
      entry.fields.push(field);
    }
    this.#entries.set(document.id, entry);
    this.#changed(entry.fields.length);
  }

  /** Does nothing when it is not there. */
  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    for (const field of entry.fields)
      for (const word of field.words) {
        word.fields.splice(word.fields.indexOf(field), 1);
        if (word.fields.length === 0) this.#words.delete(word.key);
      }
    this.#entries.delete(id);
    this.#changed(-entry.fields.length);
  }

  /** The documents that share the most telling words with what is sought, best first, equal ones by id. */
  match(
    soughtFields: readonly MatchField[],
    { limit, atLeast = 0, accept = () => true, perWord = Number.POSITIVE_INFINITY }: MatchOptions,
  ): readonly Match[] {
    const sought = soughtFields.map((field) => ({ field, terms: termsOf(field.text) }));
    const touched: Entry[] = [];
    for (const one of sought) this.#score(one, perWord, touched);
    const found = touched.filter(({ score }) => score >= atLeast);
    found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const matches: Match[] = [];
    for (const { id, score } of found) {
      if (matches.length === limit) break;
      if (accept(id)) matches.push({ id, score });
    }
    for (const entry of touched) entry.score = 0;
    return matches;
  }

  /** Why a document matches: the words its fields share with what is sought, the most telling first. */
  termsShared(fields: readonly MatchField[], soughtFields: readonly MatchField[]): readonly MatchedTerm[] {
    const sought = soughtFields.flatMap(({ text }) => termsOf(text));
    const soughtWords = new Map(sought.map(({ key, word }) => [key, word]));
    const found = new Map<Word, MatchedTerm>();
    for (const { name, text } of fields)
      for (const { key, word } of termsOf(text)) {
        const [soughtWord, known] = [soughtWords.get(key), this.#words.get(key)];
        if (soughtWord === undefined || known === undefined || found.has(known)) continue;
        if (this.#isTelling(known)) found.set(known, { word, sought: soughtWord, field: name });
      }
    return [...found].sort(([a], [b]) => a.fields.length - b.fields.length).map(([, term]) => term);
  }

  #changed(fields: number): void {
    this.#fieldCount += fields;
    this.#state += 1;
    if (this.#weights.size > 0) this.#weights.clear();
  }

  #wordOf(key: string): Word {
    const word = this.#words.get(key) ?? { key, fields: [], sought: 0 };
    if (word.fields.length === 0) this.#words.set(key, word);
    return word;
  }

  /** In parts of a word that stands once, so that scores are of one measure in small networks and large ones. */
  #weightOf(count: number): number {
    const known = this.#weights.get(count);
    if (known !== undefined) return known;
    const rarity = (times: number) => Math.log(1 + (this.#fieldCount + BACKGROUND) / (times + 0.5));
    const weight = rarity(count) / rarity(1);
    this.#weights.set(count, weight);
    return weight;
  }

  #totalOf(field: Field): number {
    if (field.totalAt !== this.#state) {
      field.total = 0;
      for (const word of field.words) field.total += this.#weightOf(word.fields.length);
      field.totalAt = this.#state;
    }
    return field.total;
  }

  #isTelling({ fields }: Word): boolean {
    return fields.length <= Math.max(NEVER_COMMON, this.#fieldCount * COMMON_SHARE);
  }

  /** Adds up what each document is worth; notes those that are worth anything. */
  #score({ field: { weight }, terms }: Sought, perWord: number, touched: Entry[]): void {
    const telling: Word[] = [];
    let total = 0;
    for (const { key } of terms) {
      const word = this.#words.get(key);
      total += this.#weightOf(word?.fields.length ?? 1);
      if (word !== undefined && this.#isTelling(word)) telling.push(word);
    }
    telling.sort((a, b) => a.fields.length - b.fields.length);
    for (const word of telling) word.sought = this.#weightOf(word.fields.length);
    for (const field of this.#fieldsWith(telling, perWord)) {
      let together = 0;
      for (const word of field.words) together += word.sought;
      if (field.entry.score === 0) touched.push(field.entry);
      field.entry.score += (weight * field.weight * together * together) / Math.sqrt(total * this.#totalOf(field));
    }
    for (const word of telling) word.sought = 0;
  }

  /** Fields that share a telling word: those of the rarest words first. */
  #fieldsWith(telling: readonly Word[], perWord: number): readonly Field[] {
    const found: Field[] = [];
    this.#searches += 1;
    for (const { fields } of telling) {
      // One that many hold brings in no more once rarer ones found enough.
      if (fields.length > perWord && found.length >= perWord) break;
      const step = Math.max(1, Math.ceil(fields.length / perWord));
      for (let i = 0; i < fields.length; i += step) {
        const field = fields[i];
        if (field === undefined || field.lookedAtBy === this.#searches) continue;
        field.lookedAtBy = this.#searches;
        found.push(field);
      }
    }
    return found;
  }
}

interface Sought {
  readonly field: MatchField;
  readonly terms: readonly Term[];
}

/** An index of documents that are there all at once. */
export function buildMatchIndex(documents: readonly MatchDocument[]): MatchIndex {
  const index = new MatchIndex();
  for (const document of documents) index.put(document);
  return index;
}
