import { tidy } from './clauses.ts';
import type { Reading } from './reading.ts';

/**
 * What is worth reading again of a line: its words without times of the touch, promises, plans to write, markers, and
 * nothing private, since summaries are quoted in drafts.
 */
export function summarize(text: string, readings: readonly Reading[]): string {
  let summary = '';
  for (const { kind, clause, isPrivate } of readings) {
    if (isPrivate || kind === 'promise' || kind === 'follow-up' || kind === 'time' || kind === 'occasion') continue;
    const words = clauseText(text, kind, clause);
    if (words === '') continue;
    // "new:" announces what is learned.
    if (/^news?$/i.test(words)) continue;
    const separator = summary === '' ? '' : !clause.isSentence ? ', ' : /^\p{Ll}/u.test(words) ? '; ' : '. ';
    summary += separator + words;
  }
  return summary;
}

function clauseText(text: string, kind: Reading['kind'], { nodes }: Reading['clause']): string {
  const keepsTimes = kind !== 'touch';
  let words = '';
  let last: number | undefined;
  for (const node of nodes) {
    const isDropped = node.kind === 'tag' || (node.kind === 'when' && !keepsTimes);
    if (isDropped) {
      if (last !== undefined) words += ' ';
      last = undefined;
      continue;
    }
    const start = node.kind === 'name' && node.mention.isForced ? node.end - lengthOf(node) : node.start;
    if (last !== undefined) words += text.slice(last, node.start);
    words += text.slice(start, node.end);
    last = node.end;
  }
  return tidy(words.replaceAll(/(?:^|\s)new:\s*/giu, ' '));
}

/** A forced name without its `@`. */
function lengthOf(node: Extract<Reading['clause']['nodes'][number], { kind: 'name' }>): number {
  return node.end - node.mention.end + node.mention.text.length;
}
