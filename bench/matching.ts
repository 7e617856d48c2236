import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { buildMatchIndex } from '../src/domain/matching/match-index.ts';
import { termsOf } from '../src/domain/matching/terms.ts';

/*
 * How well a matcher puts what fits before what does not, on texts that somebody judged: a table of query, text and label (1
 * fits, 0 does not). Another matcher, one with word embeddings for instance, is another entry of MATCHERS.
 */

/** Says how well each text fits the query; only the order counts. */
type Matcher = (query: string, texts: readonly string[]) => Promise<readonly number[]> | readonly number[];

const MATCHERS: Readonly<Record<string, Matcher>> = {
  'weighted terms': byWeightedTerms,
  'shared words': bySharedWords,
};

interface Judged {
  readonly query: string;
  readonly text: string;
  readonly fits: boolean;
}

export interface Scores {
  readonly matcher: string;
  readonly queries: number;
  /** Means over the queries. */
  readonly averagePrecision: number;
  readonly precisionAt5: number;
  readonly precisionAt10: number;
  /** The average precision of an order by chance. */
  readonly chance: number;
  /** Milliseconds for one query. */
  readonly ms: number;
}

/** @throws Error with what is wrong with the table */
export async function compareMatchers(path: string): Promise<Scores[]> {
  const byQuery = Map.groupBy(await readJudged(path), ({ query }) => query);
  const questions = [...byQuery.values()].filter((rows) => rows.some(({ fits }) => fits));
  if (questions.length === 0) throw new Error(`${path}: no query has a text labelled 1.`);
  const found: Scores[] = [];
  for (const [matcher, match] of Object.entries(MATCHERS)) {
    const start = performance.now();
    const orders: boolean[][] = [];
    for (const rows of questions) {
      const scores = await match(
        rows[0]?.query ?? '',
        rows.map(({ text }) => text),
      );
      // Of equal ones those that do not fit first: nothing is counted that chance did.
      orders.push(
        rows
          .map(({ fits }, at) => ({ fits, score: scores[at] ?? 0 }))
          .sort((a, b) => b.score - a.score || Number(a.fits) - Number(b.fits))
          .map(({ fits }) => fits),
      );
    }
    found.push({
      matcher,
      queries: questions.length,
      averagePrecision: mean(orders.map(averagePrecision)),
      precisionAt5: mean(orders.map((order) => precisionAt(order, 5))),
      precisionAt10: mean(orders.map((order) => precisionAt(order, 10))),
      chance: mean(orders.map((order) => order.filter(Boolean).length / order.length)),
      ms: (performance.now() - start) / questions.length,
    });
  }
  return found;
}

async function readJudged(path: string): Promise<Judged[]> {
  const rows: Record<string, string>[] = parse(await readFile(path, 'utf8'), {
    columns: (titles: string[]) => titles.map((title) => title.trim().toLowerCase()),
    bom: true,
    skip_empty_lines: true,
  });
  return rows.map(({ query, text, label }, at) => {
    if (query === undefined || text === undefined || label === undefined)
      throw new Error(`${path}: the columns are query, text and label.`);
    if (!/^\s*(?:[01](?:\.0)?)\s*$/.test(label))
      throw new Error(`${path}, row ${at + 1}: a label is 0 or 1, not “${label}”.`);
    return { query, text, fits: Number(label) === 1 };
  });
}

function byWeightedTerms(query: string, texts: readonly string[]): readonly number[] {
  const index = buildMatchIndex(
    texts.map((text, at) => ({ id: String(at), fields: [{ name: 'text', text, weight: 1 }] })),
  );
  const scores = new Map(
    index
      .match([{ name: 'query', text: query, weight: 1 }], { limit: texts.length })
      .map(({ id, score }) => [id, score]),
  );
  return texts.map((_, at) => scores.get(String(at)) ?? 0);
}

/** The least a matcher has to be better than: how many words the two share. */
function bySharedWords(query: string, texts: readonly string[]): readonly number[] {
  const sought = new Set(termsOf(query).map(({ key }) => key));
  return texts.map((text) => termsOf(text).filter(({ key }) => sought.has(key)).length);
}

function averagePrecision(order: readonly boolean[]): number {
  let hits = 0;
  let sum = 0;
  for (const [at, fits] of order.entries()) {
    if (!fits) continue;
    hits += 1;
    sum += hits / (at + 1);
  }
  return sum / hits;
}

const precisionAt = (order: readonly boolean[], k: number): number =>
  order.slice(0, k).filter(Boolean).length / Math.min(k, order.length);

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

export function tableOfScores(scores: readonly Scores[]): string {
  const head = 'matcher           queries  average precision  at 5   at 10  chance  ms a query';
  const lines = scores.map(({ matcher, queries, averagePrecision: ap, precisionAt5, precisionAt10, chance, ms }) =>
    [
      matcher.padEnd(16),
      String(queries).padStart(7),
      ap.toFixed(3).padStart(17),
      precisionAt5.toFixed(3).padStart(5),
      precisionAt10.toFixed(3).padStart(6),
      chance.toFixed(3).padStart(6),
      ms.toFixed(2).padStart(10),
    ].join('  '),
  );
  return `${[head, ...lines].join('\n')}\n`;
}
