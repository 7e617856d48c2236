/** The second layer: physical lines into cards. Nothing here knows what a line means. */

import { cutFrames, findBegin, markerOf, trimPadding } from './markers.ts';
import {
  beginUnfolding,
  endNested,
  looksLikeProperty,
  opensAgent,
  type RawLine,
  type Unfolding,
  unfolded,
  unfoldLine,
} from './unfold.ts';

/** Past these a card is no card: it is reported and left out, so that memory stays bounded whatever a file holds. */
const CARD_LIMIT = 32 * 1024 * 1024;
const PHYSICAL_LINE_LIMIT = 1_000_000;
const PROPERTY_LIMIT = 250_000;
const WARNING_LIMIT = 100;
/** So far ahead it is seen whether nothing but blanks stands before the next card. */
const LOOK_AHEAD = 256;
/** With one of these a card may begin whose BEGIN:VCARD was lost. */
const FIRST_PROPERTY = /^(?:[\w+-]+\.)?(?:VERSION[ \t]*:[ \t]*[234]\.|(?:PRODID|UID|FN|N)[:;])/i;
const VERSION = /^VERSION[ \t]*:[ \t]*[234]\./i;

export interface RawCard {
  readonly line: number;
  readonly lines: readonly RawLine[];
  readonly warnings: readonly string[];
  /** Why the card cannot be read at all. */
  readonly refused?: string;
}

/** Text that belongs to no card. */
export interface Stray {
  readonly problem: string;
  /** How many of its lines look like properties, which are then lost. */
  readonly properties: number;
}

interface OpenCard {
  readonly line: number;
  readonly unfolding: Unfolding;
  readonly warnings: string[];
  /** Warnings past the limit, only counted. */
  moreWarnings: number;
  size: number;
  physicalLines: number;
  refused: string | undefined;
  /** What stands before every line: white space, as in a card pasted from a page, or the marks of a quoted mail. */
  indent: string | undefined;
  /** False when its BEGIN:VCARD is missing; it is then a card only if something else says so. */
  readonly begun: boolean;
  versioned: boolean;
}

interface Strays {
  from: number;
  properties: number;
}

/**
 * Cuts a file into cards, lazily, in one pass.
 * @param report told of lines that belong to no card
 */
export function* splitCards(bytes: Buffer, report: (stray: Stray) => void): Generator<RawCard> {
  let card: OpenCard | undefined;
  const strays: Strays = { from: 0, properties: 0 };
  let last = 0;
  const close = (ended: boolean): RawCard | undefined => {
    const closed = card && closeCard(card, ended);
    if (card && !closed) addStrayCard(card, strays);
    else if (closed) reportStrays(strays, { before: closed.line, report });
    card = undefined;
    return closed;
  };
  for (const { text: physical, number } of physicalLines(bytes)) {
    last = number;
    const text = card ? withoutIndent(card, physical) : physical;
    const nested = card !== undefined && card.unfolding.nested > 0;
    const marker = markerOf(nested ? text.trimStart() : text);
    if (card && marker === 'end' && nested) {
      addPhysicalLine(card, text, number);
    } else if (card && (marker === undefined || (marker === 'begin' && opensAgent(card.unfolding)))) {
      addPhysicalLine(card, text, number);
    } else if (card && marker === 'end') {
      const closed = close(true);
      if (closed) yield closed;
    } else {
      const begin = card ? { prefix: '' } : findBegin(text);
      const closed = card ? close(false) : undefined;
      if (closed) yield closed;
      if (begin) card = openCard(number, { indent: begin.prefix === '' ? undefined : begin.prefix, begun: true });
      else if (FIRST_PROPERTY.test(text)) {
        card = openCard(number, { indent: undefined, begun: false });
        addPhysicalLine(card, text, number);
      } else if (text.trim() !== '' && marker === undefined) {
        strays.from ||= number;
        if (looksLikeProperty(text)) strays.properties++;
      }
    }
  }
  const closed = close(false);
  if (closed) yield closed;
  reportStrays(strays, { before: last + 1, report });
}

function* physicalLines(bytes: Buffer): Generator<{ text: string; number: number }> {
  let number = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = endOfLine(bytes, at);
    // One more than the limit is enough to see that a line is past it.
    const text = trimPadding(bytes.toString('latin1', at, Math.min(end, at + CARD_LIMIT + 1)));
    at = startOfNext(bytes, end);
    number++;
    const next = at;
    for (const piece of cutFrames(text, () => beginsNext(bytes, next))) yield { text: piece, number };
  }
}

/** True when nothing more comes, or the next card. */
function beginsNext(bytes: Buffer, at: number): boolean {
  const ahead = trimPadding(bytes.toString('latin1', at, at + LOOK_AHEAD)).trimStart();
  return (ahead === '' && at + LOOK_AHEAD >= bytes.length) || /^(?:\xef\xbb\xbf)?BEGIN[ \t]*:[ \t]*VCARD/i.test(ahead);
}

function openCard(line: number, { indent, begun }: { indent: string | undefined; begun: boolean }): OpenCard {
  return {
    line,
    unfolding: beginUnfolding(),
    warnings: [],
    moreWarnings: 0,
    size: 0,
    physicalLines: 0,
    refused: undefined,
    indent,
    begun,
    versioned: false,
  };
}

/** Without what stands before every line of the card; the first line after BEGIN:VCARD tells if the body alone is indented. */
function withoutIndent(card: OpenCard, text: string): string {
  if (card.indent === undefined) {
    if (card.unfolding.lines.length > 0 || text.trim() === '') return text;
    card.indent = text.slice(0, text.length - text.trimStart().length);
  }
  if (card.indent === '') return text;
  if (text.startsWith(card.indent)) return text.slice(card.indent.length);
  return text === card.indent.trimEnd() ? '' : text;
}

function addPhysicalLine(card: OpenCard, text: string, number: number): void {
  card.size += text.length + 1;
  card.physicalLines++;
  card.refused ??= reasonToRefuse(card);
  const { unfolding } = card;
  if (card.refused !== undefined) {
    unfolding.lines.length = 0;
    unfolding.last = '';
    return;
  }
  card.versioned ||= VERSION.test(text);
  if (unfolding.nested > 0 && markerOf(text.trimStart()) === 'end') endNested(unfolding, text);
  else unfoldLine(unfolding, { text, number }, (warning) => warn(card, warning));
}

function reasonToRefuse({ size, physicalLines: count, unfolding }: OpenCard): string | undefined {
  if (size > CARD_LIMIT) return `the card is larger than ${CARD_LIMIT >> 20} MB`;
  if (count > PHYSICAL_LINE_LIMIT || unfolding.lines.length > PROPERTY_LIMIT)
    return 'the card has more lines than any person could need';
  return undefined;
}

function warn(card: OpenCard, warning: string): void {
  if (card.warnings.length < WARNING_LIMIT) card.warnings.push(warning);
  else card.moreWarnings++;
}

/** Undefined when it never was a card: lines without BEGIN:VCARD that nothing else frames. */
function closeCard(card: OpenCard, ended: boolean): RawCard | undefined {
  const { line, warnings, moreWarnings, refused, begun } = card;
  if (!begun && !ended && !card.versioned) return undefined;
  if (moreWarnings > 0) warnings.push(`${moreWarnings} more lines had problems`);
  if (!begun) warnings.push('the card has no BEGIN:VCARD');
  if (!ended) warnings.push('the card has no END:VCARD');
  return { line, lines: unfolded(card.unfolding), warnings, ...(refused !== undefined && { refused }) };
}

function addStrayCard({ line, unfolding }: OpenCard, strays: Strays): void {
  strays.from ||= line;
  strays.properties += unfolding.lines.filter(({ parts }) => looksLikeProperty(parts[0] ?? '')).length;
}

function reportStrays(strays: Strays, { before, report }: { before: number; report: (stray: Stray) => void }): void {
  const { from, properties } = strays;
  if (from === 0) return;
  const to = Math.max(from, before - 1);
  const problem =
    from === to ? `line ${from} is outside any card` : `lines ${from} to ${to} hold text outside any card`;
  report({ problem, properties });
  strays.from = 0;
  strays.properties = 0;
}

function endOfLine(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 10 || byte === 13) return at;
  }
  return bytes.length;
}

/** Past LF, CR or CR LF, and past the CR CR LF that a twice-converted file has. */
function startOfNext(bytes: Buffer, end: number): number {
  if (bytes[end] === 10) return end + 1;
  if (bytes[end + 1] === 10) return end + 2;
  return bytes[end + 1] === 13 && bytes[end + 2] === 10 ? end + 3 : end + 1;
}
