import type { CaptureContext } from './capture.ts';
import { readEmployer } from './employers.ts';
import { FUNCTION_WORDS } from './lexicon.ts';
import { readPerson, toWho } from './people.ts';
import type { Node, Who } from './scan-types.ts';
import { capitalize, type Found, makeScanner, ownerEnd, type Scanner, toMention } from './scanner.ts';
import { behindOwner, listenTo, type Slot } from './slots.ts';
import { isCapitalized, isUnspaced, type Token } from './tokens.ts';
import { readUnknownName, sourceOf } from './unknown-names.ts';

/** Walks the line once and finds people, times and markers; what is left are words and marks. */
export function scanLine(text: string, context: CaptureContext): Node[] {
  const scanner = makeScanner(text, context);
  const { tokens } = scanner;
  const nodes: Node[] = [];
  let slot: Slot = { level: 'none', afterComma: false };
  for (let i = 0; i < tokens.length; ) {
    const own = ownerEnd(scanner, i);
    if (own > i) {
      nodes.push(...tokens.slice(i, own).map(toNode));
      i = own;
      continue;
    }
    const found = readMarker(scanner, i) ?? readPerson(scanner, i, slot) ?? readTime(scanner, i);
    const token = tokens[i];
    if (token === undefined) break;
    if (found === undefined) {
      nodes.push(toNode(token));
      slot = listenTo(slot, tokens, i, nodes);
      i++;
      continue;
    }
    const employed = found.node.kind === 'name' ? readEmployer(scanner, found.node, found.end) : undefined;
    nodes.push(...(employed?.nodes ?? [found.node]));
    i = employed?.end ?? found.end;
    slot = slotBehind(found.node, slot, tokens[i]);
  }
  return nodes;
}

/** A list of people goes on behind a name, but behind "Ada's" only with somebody of hers. */
function slotBehind(node: Node, slot: Slot, next: Token | undefined): Slot {
  if (node.kind === 'name' && node.mention.clitic === 's') return behindOwner(slot, next);
  const isElsewhere = node.kind === 'name' && slot.afterComma && !node.mention.isParticipant;
  if (node.kind !== 'name' || node.mention.clitic !== undefined || isElsewhere)
    return { level: 'none', afterComma: false };
  if (slot.isArticle === true && node.mention.isParticipant) return { level: 'with', verb: 'with', afterComma: false };
  return { ...slot, afterComma: false, isArticle: false };
}

function toNode(token: Token): Node {
  const { start, end, glued, text, fold, clitic } = token;
  if (token.kind === 'mark') return { kind: 'mark', start, end, glued, text };
  return { kind: 'word', start, end, glued, text, fold, ...(clitic === undefined ? {} : { clitic }) };
}

function readTime(scanner: Scanner, i: number): Found | undefined {
  const when = scanner.whenAt(i);
  const first = scanner.tokens[i];
  const last = when === undefined ? undefined : scanner.tokens[when.end - 1];
  if (when === undefined || first === undefined || last === undefined) return undefined;
  return { node: { kind: 'when', start: first.start, end: last.end, glued: first.glued, when }, end: when.end };
}

/** `#tag`, `@ada` and `new: Full Name`. */
function readMarker(scanner: Scanner, i: number): Found | undefined {
  const { tokens } = scanner;
  const [mark, next] = [tokens[i], tokens[i + 1]];
  if (mark === undefined || next === undefined) return undefined;
  if (mark.text === '#' && next.glued && next.kind === 'word') {
    let end = i + 2;
    while (tokens[end]?.glued === true && (tokens[end]?.kind === 'word' || tokens[end]?.text === '-')) end++;
    const last = tokens[end - 1] ?? next;
    return {
      node: { kind: 'tag', start: mark.start, end: last.end, glued: mark.glued, text: sourceOf(tokens, i + 1, end) },
      end,
    };
  }
  if (mark.text === '@' && next.glued && next.kind === 'word' && /^\p{L}/u.test(next.text))
    return readForced(scanner, i);
  if (mark.fold === 'new' && next.text === ':') {
    const end = endOfNewName(scanner, i + 2);
    if (end === undefined) return undefined;
    const who: Who = { kind: 'new', name: capitalize(sourceOf(tokens, i + 2, end)) };
    return toMention(scanner, { start: i + 2, end, who, isParticipant: true, isForced: true });
  }
  return undefined;
}

function endOfNewName({ tokens }: Scanner, i: number): number | undefined {
  const first = tokens[i];
  if (first?.kind !== 'word') return undefined;
  const needsCapital = isCapitalized(first.text) && !isUnspaced(first);
  let end = i;
  for (let token = tokens[end]; token !== undefined && end < i + 12; token = tokens[end]) {
    const isInner =
      token.kind === 'mark' &&
      token.glued &&
      (token.text === '-' || (token.text === '.' && (tokens[end - 1]?.text.length ?? 9) <= 2));
    if (token.kind === 'mark' && !isInner) break;
    if (FUNCTION_WORDS.has(token.fold) && !isCapitalized(token.text)) break;
    if (needsCapital && token.kind === 'word' && !isCapitalized(token.text) && !/^\p{Ll}{1,3}$/u.test(token.text))
      break;
    end++;
  }
  return end === i ? undefined : end;
}

function readForced(scanner: Scanner, i: number): Found {
  const match = scanner.finder.find(scanner.tokens, i + 1);
  const unknown = match === undefined ? readUnknownName({ ...scanner, ignoresCase: false }, i + 1) : undefined;
  const end = match?.end ?? unknown?.end ?? i + 2;
  const who: Who = match === undefined ? { kind: 'unclear', candidates: [], canCreate: true } : toWho(match.people);
  return toMention(scanner, { start: i + 1, end, who, isParticipant: true, isForced: true }, i);
}
