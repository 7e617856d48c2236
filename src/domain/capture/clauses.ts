import { FAMILY, HONORIFICS } from './lexicon.ts';
import type { Mention, Node } from './scan-types.ts';
import { isPredicate } from './slots.ts';
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
  /^(?:send|remind|follow|ask|check|promised|need|needs|owe|owes|talked|discussed|spoke|chatted|wants?|loves|likes|hates|prefers|is|was|has|got|started|starts|joined|left|will|told|said|mentioned|finished|won|moved|moving|can|offered|bought|introduced|introduce|hopes|offers|offered|looking|lends|runs|struggling|expecting|works|lives|plays|agreed|gave|called|emailed|texted|met|saw|caught|passed|share|lend|bring|invite|allergic|vegetarian|vegan|follow-up)$/;
/** A colon behind these belongs to what it announces. */
const ANNOUNCES = new RegExp(
  `^(?:ideas?|private|secret|birthday|bday|anniversary|re|todo|promise|confidential|${FAMILY})$`,
);
const TOUCH_START =
  /^(?:lunch|coffee|dinner|breakfast|brunch|drinks|beers?|call|walk|catch|tennis|chess|golf|rematch)$/;

/** Where people live: "dinner at Ada and Grace's place". */
export const HOME = /^(?:place|house|home|flat|apartment|garden|cottage|office)$/;
const FAMILY_FIRST = new RegExp(`^(?:${FAMILY})\\b`);

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
    if (node.kind === 'mark' && isAside(nodes, i)) cut(i, i + 1, false);
    else if (node.kind === 'mark' && isSentenceEnd(nodes, i, from)) cut(i, i + 1, node.text !== ':');
    else if (node.kind === 'mark' && COMMAS.has(node.text)) {
      if (!isInsideList(nodes, from, i)) cut(i, i + 1, false);
    } else if (i > from && reportLength(nodes, i) > 0) cut(i, i + reportLength(nodes, i), false);
    else if (isConjunction(node) && i > from && beginsClause(nodes, from, i + 1)) cut(i, i + 1, false);
  }
  cut(nodes.length, nodes.length, true);
  return joinLists(clauses);
}

/** The brackets around a statement of its own: "Coffee with Ada (she's vegan now)". */
function isAside(nodes: readonly Node[], i: number): boolean {
  const text = markOf(nodes[i]);
  if (text === '(') return SUBJECTS.has(wordOf(nodes[i + 1]));
  if (text !== ')') return false;
  const open = nodes.slice(0, i).findLastIndex((node) => markOf(node) === '(');
  return open !== -1 && isAside(nodes, open);
}

function markOf(node: Node | undefined): string {
  return node?.kind === 'mark' ? node.text : '';
}

function isSentenceEnd(nodes: readonly Node[], i: number, from: number): boolean {
  const node = nodes[i];
  if (node?.kind !== 'mark') return false;
  if (node.text === ':')
    return i > from && !isAnnounced(nodes, from, i) && nodes[i + 1] !== undefined && !nodes[i + 1]?.glued;
  // a hyphen with spaces around it is a dash
  if (node.text === '-') return !node.glued && nodes[i + 1]?.glued === false;
  if (!SENTENCE_MARKS.has(node.text)) return false;
  if (node.text === '.' && HONORIFICS.has(wordOf(nodes[i - 1]))) return false;
  // "e.g." and "3.5" go on
  return !(node.text === '.' && nodes[i + 1]?.glued === true && nodes[i + 1]?.kind === 'word');
}

/** "gift idea for her: …", "her birthday: …". */
function isAnnounced(nodes: readonly Node[], from: number, i: number): boolean {
  return (
    ANNOUNCES.test(wordOf(nodes[i - 1])) ||
    nodes.slice(Math.max(from, i - 4), i).some((node) => /^(?:ideas?|gifts?|presents?)$/.test(wordOf(node)))
  );
}

/** A comma between people, or in "May 5th, 2025", parts nothing. */
function isInsideList(nodes: readonly Node[], from: number, comma: number): boolean {
  const after = nodes[comma + 1];
  const next = isConjunction(after) ? nodes[comma + 2] : after;
  // "…, in Rotterdam", "…, at the mixer" go on
  if (after?.kind === 'word' && /^(?:at|in|over|via|near)$/.test(after.fold) && comma > from) return true;
  if (next?.kind !== 'name') return false;
  if (next.mention.isParticipant) return true;
  const before = nodes[comma - 1];
  return (before?.kind === 'name' || before?.kind === 'organization') && isNamesOnly(nodes, from, comma);
}

function isNamesOnly(nodes: readonly Node[], from: number, to: number): boolean {
  return nodes
    .slice(from, to)
    .every(
      (node) =>
        node.kind === 'name' ||
        node.kind === 'mark' ||
        node.kind === 'when' ||
        isConjunction(node) ||
        /^(?:i|me|we|she|he|they|on|in|at)$/.test(wordOf(node)),
    );
}

function isConjunction(node: Node | undefined): boolean {
  return (
    (node?.kind === 'word' && CONJUNCTIONS.has(node.fold)) ||
    (node?.kind === 'mark' && (node.text === '&' || node.text === '+'))
  );
}

/** Whether a statement of its own begins at node `i`, behind "and". */
function beginsClause(nodes: readonly Node[], from: number, i: number): boolean {
  const node = nodes[i];
  const next = nodes[i + 1];
  if (node?.kind === 'word') {
    if (/^(?:her|his|their)$/.test(node.fold) && !hasVerb(nodes, i)) return false;
    if (SUBJECTS.has(node.fold)) return !isNamesOnly(nodes, from, i - 1);
    if (TOUCH_START.test(node.fold)) return next?.kind === 'word' && (next.fold === 'with' || next.fold === 'again');
    return STARTERS.test(node.fold);
  }
  if (node?.kind !== 'name' || isNamesOnly(nodes, from, i - 1)) return false;
  if (node.mention.clitic !== undefined) return !HOME.test(wordOf(next));
  return !node.mention.isParticipant && next?.kind === 'word' && isPredicate(next);
}

/** Whether "her sister …" goes on to say something, within a few words. */
function hasVerb(nodes: readonly Node[], i: number): boolean {
  return nodes
    .slice(i + 1, i + 6)
    .some((node) =>
      /^(?:is|was|has|had|are|were|will|wants|starts|got|works|just|needs|lost|won|moves|can|loves|hates|\p{L}{2,}ed)$/u.test(
        wordOf(node),
      ),
    );
}

/** "texted that she passed", "wrote to say he moved": the words that lead over to what was reported, counted. */
function reportLength(nodes: readonly Node[], i: number): number {
  const REPORTS = /^(?:texted|emailed|mailed|wrote|called|messaged|replied|rang|phoned|whatsapped|answered)$/;
  if (
    !REPORTS.test(wordOf(nodes[i - 1])) &&
    !(/^(?:me|us)$/.test(wordOf(nodes[i - 1])) && REPORTS.test(wordOf(nodes[i - 2])))
  )
    return 0;
  const word = wordOf(nodes[i]);
  const length = word === 'that' || word === 'saying' ? 1 : word === 'to' && wordOf(nodes[i + 1]) === 'say' ? 2 : 0;
  const next = nodes[i + length];
  return length > 0 && (next?.kind === 'name' || SUBJECTS.has(wordOf(next))) ? length : 0;
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
    joined.push(
      toClause(
        pieces.flatMap(({ nodes }) => nodes),
        clause.isSentence,
      ),
    );
    i = last;
  }
  return joined;
}

/** One to four words, none of them a name, a date or a beginning of a statement. */
function isBarePiece(clause: Clause | undefined): boolean {
  if (clause === undefined || clause.isSentence || clause.nodes.length > 4) return false;
  const [first] = clause.nodes;
  const isPlain = clause.nodes.every((node) => node.kind === 'word' && node.clitic === undefined);
  return isPlain && !STARTERS.test(wordOf(first)) && !SUBJECTS.has(wordOf(first)) && !FAMILY_FIRST.test(clause.pred);
}

function toClause(nodes: readonly Node[], isSentence: boolean): Clause {
  const offsets: number[] = [];
  let pred = '';
  for (const [i, node] of nodes.entries()) {
    const piece = predPiece(node, i);
    const previous = nodes[i - 1];
    const isTight = node.glued && isWordlike(previous) && isWordlike(node) && !piece.startsWith(':');
    if (piece !== '' && pred !== '' && !isTight && !pred.endsWith(' ')) pred += ' ';
    offsets.push(pred.length);
    pred += piece;
  }
  return { nodes, pred, offsets, isSentence };
}

/** What may stand together in a word: letters, a hyphen, "w/". A bracket or quote parts what it stands between. */
function isWordlike(node: Node | undefined): boolean {
  return node?.kind === 'word' || (node?.kind === 'mark' && /^[-/:]$/.test(node.text));
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
export function wordsOf(
  clause: Clause,
  text: string,
  part: { from?: number; to?: number; withTimes?: boolean } = {},
): string {
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
