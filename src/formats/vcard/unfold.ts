/** Physical lines of one card into whole ones: folds, soft breaks, base64 without folds, and lines broken raw. */

import { endsInVCard, markerOf } from './markers.ts';

/** Where writers fold. A line at least this long that is followed by something that is no property was probably folded. */
const FOLD_WIDTH = 70;
/** The name under which a line that is no property is kept. */
export const UNREAD = 'X-UNREAD';

const PROPERTY_SHAPE = /^(?:[\w+-]+\.)*(?:X-[\w/-]+|[A-Za-z_][\w-]*)[ \t]*[:;]/i;
/** What stands before the colon of a web address is no property. */
const WEB_ADDRESS = /^[A-Za-z][\w+.-]*:\/\//;
/** `Tel: 555` under a note is something that a person wrote; programs put no space there. */
const PROSE = /^[A-Z]?[a-z]+[ \t]*:\s/;
/** After a soft break everything is content, but for what can hardly be anything else than the next property. */
const PLAINLY_PROPERTY =
  /^(?:[\w+-]+\.)?(?:(?:ADR|AGENT|BDAY|CATEGORIES|EMAIL|FN|KEY|LABEL|LOGO|N|NICKNAME|NOTE|ORG|PHOTO|ROLE|SOUND|TEL|TITLE|URL|X-[A-Z-]+);[A-Z]|(?:REV|UID|VERSION|X-[A-Z-]+):)/;
const BASE64_ONLY = /^[A-Za-z0-9+/]+={0,3}[ \t]*$/;
/** A damaged stretch of base64: no property, having no colon. */
const BASE64_PIECE = /^[!-9<-~]+[ \t]*$/;
const QUOTED_PRINTABLE = /[;=]\s*"?QUOTED-PRINTABLE"?\s*(?=[;:])/i;
const BASE64 = /[;=]\s*"?(?:B|BASE64)"?\s*(?=[;:])/i;
const RESOURCE = /^(?:[\w+-]+\.)*(?:PHOTO|LOGO|SOUND|KEY)\b/i;
const EMPTY_AGENT = /^(?:[\w+-]+\.)*AGENT[^:]*:[ \t]*$/i;
const AGENT_ON_ONE_LINE = /^(?:[\w+-]+\.)*AGENT[^:]*:[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$/i;
const ESCAPED_AGENT = /^[ \t]\\n/i;
const TEXT_LINE = /^(?:[\w+-]+\.)*(?:NOTE|COMMENT|LABEL|ADR|DESCRIPTION)\b/i;
const SOFT_BREAK = /=[ \t]*$/;
/** A value that speaks quoted-printable without saying so. */
const ESCAPED = /=0D=0A|=[89A-F][0-9A-F]/;

/** One line of a card, unfolded, as byte text. */
export interface RawLine {
  readonly text: string;
  /** Where it begins in the file, from 1. */
  readonly line: number;
}

export interface OpenLine {
  readonly parts: string[];
  readonly line: number;
  encoding: 'quoted-printable' | 'base64' | undefined;
  /** True until the colon that ends the parameters was seen. */
  open: boolean;
}

/** The lines of a card while it is being read. */
export interface Unfolding {
  readonly lines: OpenLine[];
  /** vCard 2.1 folds where a space is, and the space stays; later versions fold anywhere. */
  oldFolds: boolean;
  /** How many nested cards (AGENT) are open, and the white space before their lines. */
  nested: number;
  nestedIndent: string | undefined;
  /** The last physical line that was not blank, and how many blank ones came after it. */
  last: string;
  blanks: number;
}

export function beginUnfolding(): Unfolding {
  return { lines: [], oldFolds: false, nested: 0, nestedIndent: undefined, last: '', blanks: 0 };
}

/** True when a line BEGIN:VCARD now would begin a nested card rather than the next one. */
export function opensAgent({ last }: Unfolding): boolean {
  return EMPTY_AGENT.test(last);
}

/** Takes the next physical line. */
export function unfoldLine(
  card: Unfolding,
  { text, number }: { text: string; number: number },
  warn: (warning: string) => void,
): void {
  const previous = card.lines.at(-1);
  // Its text is escaped on one line after all, only folded behind its first words.
  if (card.nested === 1 && card.nestedIndent === undefined && ESCAPED_AGENT.test(text)) card.nested = 0;
  if (card.nested > 0 && previous) addNested(card, previous, text);
  else if (previous && markerOf(text) === 'begin' && opensAgent(card)) {
    // A nested card stays as it is written: it is kept, not read.
    card.nested++;
    previous.parts.push(text.trimStart());
  } else if (text.trim() === '') {
    if (previous) addBlank(previous, text);
  } else {
    addLine(card, { text, number }, warn);
    if (endsInVCard(text) && AGENT_ON_ONE_LINE.test(text)) card.nested++;
  }
  if (text.trim() === '') card.blanks++;
  else {
    card.last = text;
    card.blanks = 0;
  }
}

/** Takes the END:VCARD of a nested card. */
export function endNested(card: Unfolding, text: string): void {
  const previous = card.lines.at(-1);
  if (previous) addNested(card, previous, text);
  card.last = text;
  card.nested--;
  if (card.nested === 0) card.nestedIndent = undefined;
}

/** Each line as one text. */
export function unfolded({ lines }: Unfolding): RawLine[] {
  return lines.map(({ parts, line }) => ({ text: parts.length === 1 ? (parts[0] ?? '') : parts.join(''), line }));
}

/** Lines of a nested card may be indented as a whole, as if folded. */
function addNested(card: Unfolding, previous: OpenLine, text: string): void {
  card.nestedIndent ??= text.slice(0, text.length - text.trimStart().length);
  const line = text.startsWith(card.nestedIndent) ? text.slice(card.nestedIndent.length) : text;
  const begins = AGENT_ON_ONE_LINE.test(line) || (opensAgent(card) && markerOf(line.trimStart()) === 'begin');
  if (begins) card.nested++;
  previous.parts.push('\n', line);
}

/** A blank line is the empty end of a soft break, and otherwise nothing. */
function addBlank(previous: OpenLine, text: string): void {
  const tail = previous.parts.at(-1) ?? '';
  if (previous.encoding === 'quoted-printable' && SOFT_BREAK.test(tail)) {
    previous.parts[previous.parts.length - 1] = tail.replace(SOFT_BREAK, '');
    previous.parts.push('');
  } else if (text.length > 1) previous.parts.push(text.slice(1));
}

function addLine(
  card: Unfolding,
  { text, number }: { text: string; number: number },
  warn: (warning: string) => void,
): void {
  const previous = card.lines.at(-1);
  if (previous && softBreaks(previous, text)) {
    // RFC 2045 section 6.7: what follows a soft break is content from its first character on.
    const tail = previous.parts.at(-1) ?? '';
    previous.parts[previous.parts.length - 1] = tail.replace(SOFT_BREAK, '');
    if (PLAINLY_PROPERTY.test(text)) startLine(card, text, number);
    else join(previous, text);
  } else if (previous && /^[ \t]/.test(text)) {
    join(previous, keepsSpace(card, previous) ? ` ${text.trimStart()}` : text.slice(1));
  } else if (previous && continuesBase64(previous, text)) {
    previous.parts.push(text);
  } else if (isProperty(text, previous)) {
    startLine(card, text, number);
  } else if (previous && continuesText(card, previous)) {
    previous.parts.push(isLong(card) ? '' : '\\n'.repeat(1 + card.blanks), text);
    warn(`line ${number} had lost its fold and was joined to the one before`);
  } else {
    card.lines.push({ parts: [`${UNREAD}:`, text], line: number, encoding: undefined, open: false });
    warn(`line ${number} is not a vCard line and is kept as it is: "${excerpt(text)}"`);
  }
}

function startLine(card: Unfolding, text: string, number: number): void {
  const line: OpenLine = { parts: [text], line: number, encoding: undefined, open: true };
  card.lines.push(line);
  closeParameters(line, text);
  if (/^VERSION[ \t]*:[ \t]*2\.1/i.test(text)) card.oldFolds = true;
}

function join(line: OpenLine, text: string): void {
  line.parts.push(text);
  if (line.open) closeParameters(line, text);
}

/** The encoding is known when the parameters are complete, which a fold may delay. */
function closeParameters(line: OpenLine, added: string): void {
  if (!added.includes(':')) return;
  const text = line.parts.join('');
  const header = text.slice(0, text.indexOf(':') + 1);
  line.open = false;
  if (!header.includes(';')) return;
  if (QUOTED_PRINTABLE.test(header)) line.encoding = 'quoted-printable';
  else if (BASE64.test(header)) line.encoding = 'base64';
}

/** True when the line so far ends in a soft break, said to be one or plainly one. */
function softBreaks(previous: OpenLine, next: string): boolean {
  const tail = previous.parts.at(-1) ?? '';
  if (!SOFT_BREAK.test(tail) || previous.encoding === 'base64') return false;
  if (previous.encoding === 'quoted-printable' || previous.open) return true;
  if (!ESCAPED.test(tail) || RESOURCE.test(previous.parts[0] ?? '') || PROPERTY_SHAPE.test(next)) return false;
  previous.encoding = 'quoted-printable';
  return true;
}

/** A line cut at a fixed width was folded as later versions fold, whatever version it says. */
function keepsSpace({ oldFolds, last }: Unfolding, { encoding }: OpenLine): boolean {
  return oldFolds && encoding === undefined && (last.length < 72 || last.length > 76) && !/\s$/.test(last);
}

function continuesBase64(line: OpenLine, text: string): boolean {
  if (line.encoding === 'base64') return BASE64_ONLY.test(text) || BASE64_PIECE.test(text);
  if (line.encoding !== undefined || text.length < 20) return false;
  if (!RESOURCE.test(line.parts[0] ?? '') || !BASE64_ONLY.test(text)) return false;
  // Some writers forget to say that it is base64.
  line.encoding = 'base64';
  return true;
}

function isProperty(text: string, previous: OpenLine | undefined): boolean {
  if (!PROPERTY_SHAPE.test(text) || WEB_ADDRESS.test(text)) return false;
  return !(previous && PROSE.test(text) && TEXT_LINE.test(previous.parts[0] ?? ''));
}

function continuesText(card: Unfolding, { parts, encoding }: OpenLine): boolean {
  return encoding === 'quoted-printable' || isLong(card) || TEXT_LINE.test(parts[0] ?? '');
}

function isLong({ last }: Unfolding): boolean {
  return last.length >= FOLD_WIDTH;
}

/** True for a line outside any card that would have been read inside one. */
export function looksLikeProperty(text: string): boolean {
  return PROPERTY_SHAPE.test(text) && !WEB_ADDRESS.test(text) && !PROSE.test(text);
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
