import { FAMILY } from './lexicon.ts';
import type { Mention, Node } from './scan-types.ts';
import type { When } from './when-types.ts';

/**
 * One statement of the line. `pred` is its folded text for the grammar, with `@3` for the name and `~4` for the time that
 * are its nodes 3 and 4, single spaces, and clitics apart: "Ada's back on Friday" is `@0 's back ~2`.
 */
export interface Clause {
  readonly nodes: readonly Node[];
  readonly pred: string;
  /** Where each node begins in `pred`. */
  readonly offsets: readonly number[];
  /** A new sentence begins with it. */
  readonly isSentence: boolean;
}

const SENTENCE_MARKS = new Set(['.', '!', '?', ';', '…', '。', '！', '？', '；', '\u2014', '\u2013', '•', '·']);
const COMMAS = new Set([',', '，', '、']);
const CONJUNCTIONS = new Set(['and', 'but', 'so', 'then', 'because', 'while', 'although', 'though', '&', 'also']);
const SUBJECTS = new Set(['she', 'he', 'they', 'i', 'we', 'her', 'his', 'their', 'it']);
/** Words that begin a statement behind "and". */
const STARTERS =
  /^(?:send|remind|follow|ask|check|promised|need|needs|owe|owes|talked|discussed|spoke|chatted|wants?|loves|likes|hates|prefers|is|was|has|got|started|starts|joined|left|will|told|said|mentioned|finished|won|moved|moving|can|offered|bought|introduced|introduce|hopes|struggling|expecting|works|lives|plays|agreed|gave|called|emailed|texted|met|saw|caught|passed|share|lend|bring|invite|allergic|vegetarian|vegan|follow-up)$/;
/** A colon behind these belongs to what it announces. */
const ANNOUNCES = /^(?:ideas?|private|secret|birthday|bday|anniversary|re|todo|promise|confidential)$/;
const TOUCH_START = /^(?:lunch|coffee|dinner|breakfast|brunch|drinks|beers?|call|walk|catch)$/;

/** Cuts the nodes of a line into its statements. */
export function splitClauses(nodes: readonly Node[], text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let isSentence = true;
  const cut = (to: number, next: number, nextIsSentence: boolean) => {
    if (to > from) clauses.push(toClause(nodes.slice(from, to), isSentence));
    isSentence = nextIsSentence;
    from = next;
  };
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    const previous = nodes[i - 1];
    if (node === undefined) continue;
    if (previous !== undefined && i > from && text.slice(previous.end, node.start).includes('\n')) cut(i, i, true);
    if (node.kind === 'mark' && isSentenceEnd(nodes, i, from)) cut(i, i + 1, node.text !== ':');
    else if (node.kind === 'mark' && COMMAS.has(node.text)) {
      if (!isInsideList(nodes, from, i)) cut(i, i + 1, false);
    } else if (isConjunction(node) && i > from && beginsClause(nodes, from, i + 1)) cut(i, i + 1, false);
  }
  cut(nodes.length, nodes.length, true);
  return joinLists(clauses);
}

function isSentenceEnd(nodes: readonly Node[], i: number, from: number): boolean {
  const node = nodes[i];
  if (node?.kind !== 'mark') return false;
  if (node.text === ':') return i > from && !ANNOUNCES.test(wordOf(nodes[i - 1])) && nodes[i + 1] !== undefined && !nodes[i + 1]?.glued;
  if (!SENTENCE_MARKS.has(node.text)) return false;
  // "e.g." and "3.5" go on
  return !(node.text === '.' && nodes[i + 1]?.glued === true && nodes[i + 1]?.kind === 'word');
}

/** A comma between people, or in "May 5th, 2025", parts nothing. */
function isInsideList(nodes: readonly Node[], from: number, comma: number): boolean {
  const after = nodes[comma + 1];
  const next = isConjunction(after) ? nodes[comma + 2] : after;
  // "…, in Rotterdam", "…, at the mixer" go on
  if (after?.kind === 'word' && /^(?:at|in|over|via|near)$/.test(after.fold) && comma > from) return true;
  if (next?.kind !== 'name') return false;
  const before = nodes[comma - 1];
  if (before?.kind !== 'name' && before?.kind !== 'organization') return false;
  return next.mention.isParticipant || isNamesOnly(nodes, from, comma);
}

function isNamesOnly(nodes: readonly Node[], from: number, to: number): boolean {
  return nodes.slice(from, to).every((node) => node.kind === 'name' || node.kind === 'mark' || isConjunction(node) || /^(?:i|me|we)$/.test(wordOf(node)));
}

function isConjunction(node: Node | undefined): boolean {
  return (node?.kind === 'word' && CONJUNCTIONS.has(node.fold)) || (node?.kind === 'mark' && (node.text === '&' || node.text === '+'));
}

/** Whether a statement of its own begins at node `i`, behind "and". */
function beginsClause(nodes: readonly Node[], from: number, i: number): boolean {
  const node = nodes[i];
  const next = nodes[i + 1];
  if (node?.kind === 'word') {
    if (SUBJECTS.has(node.fold)) return !isNamesOnly(nodes, from, i - 1);
    if (TOUCH_START.test(node.fold)) return next?.kind === 'word' && (next.fold === 'with' || next.fold === 'again');
    return STARTERS.test(node.fold);
  }
  if (node?.kind !== 'name' || isNamesOnly(nodes, from, i - 1)) return false;
  if (node.mention.clitic !== undefined) return true;
  return !node.mention.isParticipant && next?.kind === 'word' && !isConjunction(next) && !/^(?:at|in|on|for|about|to|from|with|too)$/.test(next.fold);
}

function wordOf(node: Node | undefined): string {
  return node?.kind === 'word' ? node.fold : '';
}

/** "allergic to nuts, eggs and milk" is one statement: bare pieces up to one with "and" or "or" go to the piece before. */
function joinLists(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i];
    if (clause === undefined) continue;
    let last = i;
    while (isBarePiece(clauses[last + 1]) && last - i < 8) last++;
    while (last > i && !/ (?:and|or) /.test(clauses[last]?.pred ?? '')) last--;
    if (last === i || !/^(?:.* )?(?:to|loves|likes|into|about|enjoys|hates|eat|drink)\b/.test(clause.pred)) {
      joined.push(clause);
      continue;
    }
    const pieces = clauses.slice(i, last + 1);
    joined.push(toClause(pieces.flatMap(({ nodes }) => nodes), clause.isSentence));
    i = last;
  }
  return joined;
}

/** One to four words, none of them a name, a date or a beginning of a statement. */
function isBarePiece(clause: Clause | undefined): boolean {
  if (clause === undefined || clause.isSentence || clause.nodes.length > 4) return false;
  const [first] = clause.nodes;
  const isPlain = clause.nodes.every((node) => node.kind === 'word' && node.clitic === undefined);
  return isPlain && !STARTERS.test(wordOf(first)) && !SUBJECTS.has(wordOf(first)) && !new RegExp(`^(?:${FAMILY})\\b`).test(clause.pred);
}

function toClause(nodes: readonly Node[], isSentence: boolean): Clause {
  const offsets: number[] = [];
  let pred = '';
  for (const [i, node] of nodes.entries()) {
    const piece = predPiece(node, i);
    const previous = nodes[i - 1];
    const isTight = node.glued && (previous?.kind === 'word' || previous?.kind === 'mark') && (node.kind === 'word' || node.kind === 'mark') && !piece.startsWith(':');
    if (piece !== '' && pred !== '' && !isTight && !pred.endsWith(' ')) pred += ' ';
    offsets.push(pred.length);
    pred += piece;
  }
  return { nodes, pred, offsets, isSentence };
}

function predPiece(node: Node, i: number): string {
  switch (node.kind) {
    case 'name':
      return `@${i}${clitic(node.mention.clitic)}`;
    case 'when':
      return `~${i}`;
    case 'word':
      return node.fold + clitic(node.clitic);
    case 'mark':
      if (node.text === '&' || node.text === '+') return 'and';
      return /^[-/:]$/.test(node.text) ? node.text : '';
    default:
      return '';
  }
}

function clitic(text: string | undefined): string {
  return text === undefined ? '' : ` '${text}`;
}

/** The first node at or behind an offset of `pred`. */
export function nodeAt(clause: Clause, offset: number): number {
  const index = clause.offsets.findIndex((start) => start >= offset);
  return index === -1 ? clause.nodes.length : index;
}

export function namesOf(clause: Clause): Mention[] {
  return clause.nodes.flatMap((node) => (node.kind === 'name' ? [node.mention] : []));
}

export function timesOf(clause: Clause): When[] {
  return clause.nodes.flatMap((node) => (node.kind === 'when' ? [node.when] : []));
}

/** The words of the line from one node to another (exclusive), without its times unless `withTimes`, tidied. */
export function wordsOf(clause: Clause, text: string, part: { from?: number; to?: number; withTimes?: boolean } = {}): string {
  const { from = 0, to = clause.nodes.length, withTimes = false } = part;
  let words = '';
  let last: number | undefined;
  for (const node of clause.nodes.slice(from, to)) {
    if (node.kind === 'tag' || (node.kind === 'when' && !withTimes)) {
      if (last !== undefined) words += ' ';
      last = undefined;
      continue;
    }
    if (last !== undefined) words += text.slice(last, node.start);
    words += text.slice(node.start, node.end);
    last = node.end;
  }
  return tidy(words);
}

/** Spaces made single, and no mark or lone preposition left at the ends. */
export function tidy(words: string): string {
  return words
    .replaceAll(/\(\s*\)/g, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ (?=[,.;!?)])/g, '')
    .replaceAll(/(?:[,;:] ?)+(?=[,;.!?])/g, '')
    .replace(/^[\s,;:.!?\-–—)]+/u, '')
    .replace(/[\s,;:\-–—(]+$/u, '')
    .replace(/(?<![.\p{Lu}])\.$/u, '');
}
