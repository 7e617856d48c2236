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
  /** From 0 up; a single rare word that both fields consist of is worth about its weights times five to nine. */
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

interface IndexedField {
  readonly document: number;
  readonly field: MatchField;
  readonly terms: readonly Term[];
  /** What all its terms weigh together. */
  total: number;
}

/**
 * An index of what documents say. A word weighs the more the fewer fields hold it (inverse document frequency); fields are
 * compared by what they share, against what the shorter of both says in all. What one search costs depends on how often its
 * words occur, not on how many documents there are.
 */
export function buildMatchIndex(documents: readonly MatchDocument[]): MatchIndex {
  const fields: IndexedField[] = documents.flatMap((document, at) =>
    document.fields.map((field) => ({ document: at, field, terms: termsOf(field.text), total: 0 })),
  );
  const postings = new Map<string, number[]>();
  for (const [at, { terms }] of fields.entries())
    for (const { key } of terms) {
      const list = postings.get(key);
      if (list) list.push(at);
      else postings.set(key, [at]);
    }
  const among = fields.length + BACKGROUND;
  const common = Math.max(NEVER_COMMON, fields.length * COMMON_SHARE);
  const weightOf = (key: string) => Math.log(1 + among / ((postings.get(key)?.length ?? 0) + 0.5));
  const totalOf = (terms: readonly Term[]) => terms.reduce((total, { key }) => total + weightOf(key), 0);
  for (const field of fields) field.total = totalOf(field.terms);

  /** What is shared with each field, while one text is sought; empty between searches. */
  const shared = new Float64Array(fields.length);

  function scoreByDocument(sought: readonly { field: MatchField; terms: readonly Term[] }[]): Map<number, number> {
    const scores = new Map<number, number>();
    for (const { field, terms } of sought) {
      const touched: number[] = [];
      for (const { key } of terms) {
        const list = postings.get(key);
        if (!list || list.length > common) continue;
        const weight = weightOf(key);
        for (const at of list) {
          if (shared[at] === 0) touched.push(at);
          shared[at] = (shared[at] ?? 0) + weight;
        }
      }
      const total = totalOf(terms);
      for (const at of touched) {
        const there = fields[at];
        const together = shared[at] ?? 0;
        shared[at] = 0;
        if (!there) continue;
        const score = (field.weight * there.field.weight * together * together) / Math.min(total, there.total);
        scores.set(there.document, (scores.get(there.document) ?? 0) + score);
      }
    }
    return scores;
  }

  const fieldsOf = Map.groupBy(fields, ({ document }) => document);

  function explain(document: number, sought: readonly { terms: readonly Term[] }[]): readonly MatchedTerm[] {
    const words = new Map(sought.flatMap(({ terms }) => terms.map(({ key, word }) => [key, word] as const)));
    const found = new Map<string, MatchedTerm & { weight: number }>();
    for (const { field, terms } of fieldsOf.get(document) ?? [])
      for (const { key, word } of terms) {
        const asked = words.get(key);
        if (asked === undefined || found.has(key) || (postings.get(key)?.length ?? 0) > common) continue;
        found.set(key, { word, sought: asked, field: field.name, weight: weightOf(key) });
      }
    return [...found.values()].sort((a, b) => b.weight - a.weight).map(({ weight: _, ...term }) => term);
  }

  return {
    match(soughtFields, { limit, atLeast = 0, accept = () => true }) {
      const sought = soughtFields.map((field) => ({ field, terms: termsOf(field.text) }));
      const best: { id: string; at: number; score: number }[] = [];
      for (const [at, score] of scoreByDocument(sought)) {
        const id = documents[at]?.id;
        if (id !== undefined && score >= atLeast && accept(id)) best.push({ id, at, score });
      }
      return best
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id, at, score }) => ({ id, score, terms: explain(at, sought) }));
    },
  };
}
