import { type Term, termsOf } from './terms.ts';

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
  /** Why: the words they share, the most telling first. */
  readonly terms: readonly MatchedTerm[];
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

export interface MatchIndex {
  /** The documents that share the most telling words with what is sought, best first, equal ones by id. */
  match(sought: readonly MatchField[], options: MatchOptions): readonly Match[];
}

/**
 * Weights are reckoned as if so many other texts stood beside these: two of five friends who sail are no sign that everybody
 * does.
 */
const BACKGROUND = 200;
/** A word in more than this share of all fields tells nothing, however few fields there are beyond these. */
const COMMON_SHARE = 0.05;
const NEVER_COMMON = 50;

/**
 * An index of what documents say. A word weighs the more the fewer fields hold it (inverse document frequency); fields are
 * compared by what they share, against what both say in all. What one search costs depends on how often its
 * words occur, not on how many documents there are.
 */
export function buildMatchIndex(documents: readonly MatchDocument[]): MatchIndex {
  const { fields, words, termsIn, heldBy } = tabulate(documents);
  const common = Math.max(NEVER_COMMON, fields.length * COMMON_SHARE);
  const rarity = (count: number) => Math.log(1 + (fields.length + BACKGROUND) / (count + 0.5));
  // In parts of a word that stands once, so that scores are of one measure in small networks and large ones.
  const weightIn = (count: number) => rarity(count) / rarity(1);
  const unknown = weightIn(1);
  const weights = Float64Array.from({ length: words.size }, (_, word) => weightIn(heldBy.count(word)));
  const totals = Float64Array.from(fields, (_, at) => {
    let total = 0;
    for (let i = termsIn.from(at); i < termsIn.from(at + 1); i++) total += weights[termsIn.values[i] ?? 0] ?? 0;
    return total;
  });
  // Empty between searches, so that a search need not make its own.
  const asked = new Float64Array(words.size);
  const isLookedAt = new Uint8Array(fields.length);
  const scores = new Float64Array(documents.length);

  /** Fields that share a telling word: those of the rarest words first. */
  function fieldsWith(telling: readonly number[], perWord: number): readonly number[] {
    const found: number[] = [];
    for (const word of telling) {
      const count = heldBy.count(word);
      // One that many hold brings in no more once rarer ones found enough.
      if (count > perWord && found.length >= perWord) break;
      const step = Math.max(1, Math.ceil(count / perWord));
      for (let i = heldBy.from(word); i < heldBy.from(word + 1); i += step) {
        const at = heldBy.values[i] ?? 0;
        if (isLookedAt[at] === 1) continue;
        isLookedAt[at] = 1;
        found.push(at);
      }
    }
    for (const at of found) isLookedAt[at] = 0;
    return found;
  }

  /** Adds up what each document is worth; notes those that are worth anything. */
  function score({ field, terms }: Sought, perWord: number, touched: number[]): void {
    const telling: number[] = [];
    let total = 0;
    for (const { key } of terms) {
      const word = words.get(key);
      total += word === undefined ? unknown : (weights[word] ?? 0);
      if (word !== undefined && heldBy.count(word) <= common) telling.push(word);
    }
    telling.sort((a, b) => heldBy.count(a) - heldBy.count(b));
    for (const word of telling) asked[word] = weights[word] ?? 0;
    for (const at of fieldsWith(telling, perWord)) {
      let together = 0;
      for (let i = termsIn.from(at); i < termsIn.from(at + 1); i++) together += asked[termsIn.values[i] ?? 0] ?? 0;
      const { document, weight } = fields[at] ?? NO_FIELD;
      if (scores[document] === 0) touched.push(document);
      const worth = (field.weight * weight * together * together) / Math.sqrt(total * (totals[at] ?? 0));
      scores[document] = (scores[document] ?? 0) + worth;
    }
    for (const word of telling) asked[word] = 0;
  }

  function explain(document: number, sought: readonly Sought[]): readonly MatchedTerm[] {
    const soughtWords = new Map(sought.flatMap(({ terms }) => terms.map(({ key, word }) => [key, word] as const)));
    const found = new Map<number, MatchedTerm>();
    for (const { name, text } of documents[document]?.fields ?? [])
      for (const { key, word } of termsOf(text)) {
        const [soughtWord, number] = [soughtWords.get(key), words.get(key)];
        if (soughtWord === undefined || number === undefined || found.has(number)) continue;
        if (heldBy.count(number) <= common) found.set(number, { word, sought: soughtWord, field: name });
      }
    return [...found].sort(([a], [b]) => (weights[b] ?? 0) - (weights[a] ?? 0)).map(([, term]) => term);
  }

  return {
    match(soughtFields, { limit, atLeast = 0, accept = () => true, perWord = Number.POSITIVE_INFINITY }) {
      const sought = soughtFields.map((field) => ({ field, terms: termsOf(field.text) }));
      const touched: number[] = [];
      for (const one of sought) score(one, perWord, touched);
      const found = touched.filter((document) => (scores[document] ?? 0) >= atLeast);
      found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || ((idOf(a) ?? '') < (idOf(b) ?? '') ? -1 : 1));
      const matches: Match[] = [];
      for (const document of found) {
        if (matches.length === limit) break;
        const id = idOf(document);
        if (id === undefined || !accept(id)) continue;
        matches.push({
          id,
          score: scores[document] ?? 0,
          // Of many matches few are ever told.
          get terms() {
            return explain(document, sought);
          },
        });
      }
      for (const document of touched) scores[document] = 0;
      return matches;
    },
  };

  function idOf(document: number): string | undefined {
    return documents[document]?.id;
  }
}

interface Sought {
  readonly field: MatchField;
  readonly terms: readonly Term[];
}

const NO_FIELD = { document: 0, weight: 0 };

/** Lists of numbers one after the other: those of `at` begin at `from(at)` and end before `from(at + 1)`. */
interface Lists {
  readonly values: Int32Array;
  from(at: number): number;
  count(at: number): number;
}

function listsOf(starts: Int32Array, values: Int32Array): Lists {
  const from = (at: number) => starts[at] ?? values.length;
  return { values, from, count: (at) => from(at + 1) - from(at) };
}

/** Fields and words by number, as searches read them. */
function tabulate(documents: readonly MatchDocument[]) {
  const words = new Map<string, number>();
  const fields: { readonly document: number; readonly weight: number }[] = [];
  const held: number[] = [];
  const starts: number[] = [];
  for (const [document, { fields: parts }] of documents.entries())
    for (const { text, weight } of parts) {
      fields.push({ document, weight });
      starts.push(held.length);
      for (const { key } of termsOf(text)) {
        const word = words.get(key) ?? words.size;
        if (word === words.size) words.set(key, word);
        held.push(word);
      }
    }
  starts.push(held.length);
  const termsIn = listsOf(Int32Array.from(starts), Int32Array.from(held));
  return { fields, words, termsIn, heldBy: turned(termsIn, { lists: fields.length, values: words.size }) };
}

/** The lists in which each number stands. */
function turned(given: Lists, size: { readonly lists: number; readonly values: number }): Lists {
  const starts = new Int32Array(size.values + 1);
  for (const value of given.values) starts[value + 1] = (starts[value + 1] ?? 0) + 1;
  for (let value = 0; value < size.values; value++) starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0);
  const next = starts.slice();
  const values = new Int32Array(given.values.length);
  for (let list = 0; list < size.lists; list++)
    for (let i = given.from(list); i < given.from(list + 1); i++) {
      const value = given.values[i] ?? 0;
      const at = next[value] ?? 0;
      values[at] = list;
      next[value] = at + 1;
    }
  return listsOf(starts, values);
}
