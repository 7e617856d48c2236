/** The second layer: physical lines into unfolded lines, and those into cards. Nothing here knows what a line means. */

/** Past these a card is no card: it is reported and left out, so that memory stays bounded whatever a file holds. */
const CARD_LIMIT = 32 * 1024 * 1024;
const PHYSICAL_LINE_LIMIT = 1_000_000;
const PROPERTY_LIMIT = 250_000;
const WARNING_LIMIT = 100;
/** Where writers fold. A line at least this long that is followed by something that is no property was probably folded. */
const FOLD_WIDTH = 70;

const PROPERTY_SHAPE = /^(?:[\w+-]+\.)?[A-Za-z_][\w-]*[ \t]*[:;]/;
const BASE64_ONLY = /^[A-Za-z0-9+/]+={0,3}$/;
const QUOTED_PRINTABLE = /[;=]\s*QUOTED-PRINTABLE\s*(?=[;:])/i;
const BASE64 = /[;=]\s*(?:B|BASE64)\s*(?=[;:])/i;
const EMPTY_AGENT = /^(?:[\w+-]+\.)?AGENT[^:]*:[ \t]*$/i;
const AGENT_ON_ONE_LINE = /^(?:[\w+-]+\.)?AGENT[^:]*:[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$/i;
const TEXT_LINE = /^(?:[\w+-]+\.)?(?:NOTE|COMMENT|LABEL|ADR|DESCRIPTION)\b/i;
const SOFT_BREAK = /=[ \t]*$/;

/** One line of a card, unfolded, as byte text. */
export interface RawLine {
  readonly text: string;
  /** Where it begins in the file, from 1. */
  readonly line: number;
}

export interface RawCard {
  readonly line: number;
  readonly lines: readonly RawLine[];
  readonly warnings: readonly string[];
  /** Why the card cannot be read at all. */
  readonly refused?: string;
}

interface OpenLine {
  readonly parts: string[];
  readonly line: number;
  readonly encoding: 'quoted-printable' | 'base64' | undefined;
}

interface OpenCard {
  readonly line: number;
  readonly lines: OpenLine[];
  readonly warnings: string[];
  /** Warnings past the limit, only counted. */
  moreWarnings: number;
  size: number;
  physicalLines: number;
  refused: string | undefined;
  /** How many nested cards (AGENT) are open. */
  nested: number;
  /** White space before BEGIN, as in a card pasted from a page: every line then has it. */
  readonly indent: string;
  /** The last physical line that was not blank. */
  last: string;
}

/**
 * Cuts a file into cards, lazily, in one pass.
 * @param report told of lines that belong to no card
 */
export function* splitCards(bytes: Buffer, report: (problem: string) => void): Generator<RawCard> {
  let card: OpenCard | undefined;
  let strayFrom = 0;
  let number = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = endOfLine(bytes, at);
    // One more than the limit is enough to see that a line is past it.
    const whole = bytes.toString('latin1', at, Math.min(end, at + CARD_LIMIT + 1));
    const text = card && card.indent !== '' && whole.startsWith(card.indent) ? whole.slice(card.indent.length) : whole;
    at = startOfNext(bytes, end);
    number++;
    const marker = markerOf(card ? text : text.trimStart());
    if (card && marker !== 'end' && !(marker === 'begin' && !opensAgent(card))) {
      addPhysicalLine(card, text, number);
    } else if (card && marker === 'end' && card.nested > 0) {
      addPhysicalLine(card, text, number);
      card.nested--;
    } else if (card || marker === 'begin') {
      if (card) yield closeCard(card, marker === 'end');
      else if (strayFrom > 0) report(strayLines(strayFrom, number - 1));
      strayFrom = 0;
      card = marker === 'begin' ? openCard(number, text) : undefined;
    } else if (strayFrom === 0 && text.trim() !== '') {
      strayFrom = number;
    }
  }
  if (card) yield closeCard(card, false);
  else if (strayFrom > 0) report(strayLines(strayFrom, number));
}

function openCard(line: number, begin: string): OpenCard {
  return {
    line,
    lines: [],
    warnings: [],
    moreWarnings: 0,
    size: 0,
    physicalLines: 0,
    refused: undefined,
    nested: 0,
    last: '',
    indent: begin.slice(0, begin.length - begin.trimStart().length),
  };
}

function addPhysicalLine(card: OpenCard, text: string, number: number): void {
  card.size += text.length + 1;
  card.physicalLines++;
  card.refused ??= reasonToRefuse(card);
  if (card.refused !== undefined) {
    card.lines.length = 0;
    card.last = '';
    return;
  }
  const previous = card.lines.at(-1);
  const begins = opensAgent(card) && markerOf(text) === 'begin';
  if (previous && (card.nested > 0 || begins)) {
    // A nested card stays as it is written: it is kept, not read.
    previous.parts.push(begins && card.nested === 0 ? '' : '\n', text);
    if (begins) card.nested++;
  } else if (text !== '') {
    if (AGENT_ON_ONE_LINE.test(text)) card.nested++;
    addLine(card, previous, { text, number });
  }
  if (text.trim() !== '') card.last = text;
}

function reasonToRefuse({ size, physicalLines, lines }: OpenCard): string | undefined {
  if (size > CARD_LIMIT) return `the card is larger than ${CARD_LIMIT >> 20} MB`;
  if (physicalLines > PHYSICAL_LINE_LIMIT || lines.length > PROPERTY_LIMIT)
    return 'the card has more lines than any person could need';
  return undefined;
}

function warn(card: OpenCard, warning: string): void {
  if (card.warnings.length < WARNING_LIMIT) card.warnings.push(warning);
  else card.moreWarnings++;
}

function addLine(
  card: OpenCard,
  previous: OpenLine | undefined,
  { text, number }: { text: string; number: number },
): void {
  const tail = previous?.parts.at(-1) ?? '';
  const folded = text.startsWith(' ') || text.startsWith('\t');
  if (previous?.encoding === 'quoted-printable' && SOFT_BREAK.test(tail)) {
    // RFC 2045 section 6.7: what follows a soft break is content from its first character on.
    previous.parts[previous.parts.length - 1] = tail.replace(SOFT_BREAK, '');
    previous.parts.push(text);
  } else if (previous && folded) {
    previous.parts.push(text.slice(1));
  } else if (previous?.encoding === 'base64' && BASE64_ONLY.test(text)) {
    previous.parts.push(text);
  } else if (PROPERTY_SHAPE.test(text)) {
    card.lines.push({ parts: [text], line: number, encoding: encodingOf(text) });
  } else if (previous?.encoding === 'quoted-printable') {
    previous.parts.push(text);
  } else if (previous && (card.last.length >= FOLD_WIDTH || TEXT_LINE.test(previous.parts[0] ?? ''))) {
    previous.parts.push(card.last.length >= FOLD_WIDTH ? '' : '\\n', text);
    warn(card, `line ${number} had lost its fold and was joined to the one before`);
  } else if (text.trim() !== '') {
    warn(card, `line ${number} is not a vCard line and was left out: "${excerpt(text)}"`);
  }
}

function closeCard(card: OpenCard, ended: boolean): RawCard {
  const { warnings, moreWarnings, refused } = card;
  if (moreWarnings > 0) warnings.push(`${moreWarnings} more lines had problems`);
  if (!ended) warnings.push('the card has no END:VCARD');
  const lines = card.lines.map(({ parts, line }) => ({
    text: parts.length === 1 ? (parts[0] ?? '') : parts.join(''),
    line,
  }));
  return { line: card.line, lines, warnings, ...(refused !== undefined && { refused }) };
}

function encodingOf(text: string): OpenLine['encoding'] {
  const colon = text.indexOf(':');
  const header = text.slice(0, colon + 1);
  if (!header.includes(';')) return undefined;
  if (QUOTED_PRINTABLE.test(header)) return 'quoted-printable';
  return BASE64.test(header) ? 'base64' : undefined;
}

function opensAgent(card: OpenCard): boolean {
  return EMPTY_AGENT.test(card.last);
}

/** A line that begins with white space is never one: it is a fold, in which these words may stand as text. */
function markerOf(text: string): 'begin' | 'end' | undefined {
  if (text.length > 100) return undefined;
  const marker = /^(BEGIN|END)[ \t]*:[ \t]*VCARD\s*$/i.exec(text)?.[1];
  if (marker === undefined) return undefined;
  return marker.length === 3 ? 'end' : 'begin';
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

function strayLines(from: number, to: number): string {
  return from === to ? `line ${from} is outside any card` : `lines ${from} to ${to} hold text outside any card`;
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
