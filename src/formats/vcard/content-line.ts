import { type DecodeOptions, decodeByteText } from './decode.ts';
import type { RawLine } from './unfold.ts';

/** The third layer: a line into its group, name, parameters and decoded value. */
export interface ContentLine {
  /** In lower case, because groups match without regard to case (RFC 6350 section 3.3). */
  readonly group?: string;
  /** In upper case. */
  readonly name: string;
  /** Names in lower case; the values of a repeated parameter are gathered. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  /** Decoded, but with its backslash escapes still in place. */
  readonly value: string;
  /** What a base64 value holds, still in base64, cleaned. */
  readonly base64?: string;
  readonly line: number;
}

const ENCODINGS = new Set(['quoted-printable', 'base64', 'b', '8bit', '7bit', 'binary']);
const VALUES = new Set(['url', 'uri', 'content-id', 'cid', 'inline']);
const CHARSETS = /^(?:utf-?(?:8|16|16le|16be)|iso-8859-\d+|shift_jis|euc-\w+|windows-\d+|gb\w+|big5|us-ascii)$/i;
const NUL = /\0/g;
/** How Android writes a label that is not ASCII: `TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C5=BD):`. */
const ANDROID_LABEL = /^X-CUSTOM\(CHARSET=([\w-]+),ENCODING=QUOTED-PRINTABLE,([^)]+)\)$/i;

/** Reads one unfolded line; undefined when it has no name, or no colon to tell its name from its value. */
export function parseContentLine(raw: RawLine, options: DecodeOptions): ContentLine | undefined {
  const colon = findColon(raw.text);
  if (colon < 0) return undefined;
  const { onDoubt } = options;
  const decode = (text: string, label?: string): string => {
    const decoded = decodeByteText(text, { ...options, label });
    if (!decoded.includes('\0')) return decoded;
    onDoubt('NUL characters were left out');
    return decoded.replace(NUL, '');
  };
  const [nameText = '', ...paramTexts] = splitOutsideQuotes(decode(raw.text.slice(0, colon)), ';');
  const dot = nameText.lastIndexOf('.');
  const name = nameText
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  if (name === '') return undefined;
  const params = parseParams(
    paramTexts.map((param) => {
      const [, charset, bytes] = ANDROID_LABEL.exec(param.trim()) ?? [];
      return bytes === undefined ? param : `X-${decode(quotedPrintableBytes(bytes), charset)}`;
    }),
  );
  const bytes = raw.text.slice(colon + 1);
  const label = params.get('charset')?.[0];
  const group = dot > 0 ? { group: plainGroup(nameText.slice(0, dot)) } : {};
  const rest = { ...group, name, params, line: raw.line };
  const encoding = encodingOf(params) ?? (isUnsaidQuotedPrintable(name, bytes, params) ? 'unsaid' : undefined);
  if (encoding === 'unsaid') onDoubt('it is quoted-printable without saying so');
  if (encoding === 'unsaid' || encoding === 'quoted-printable')
    return { ...rest, value: decode(quotedPrintableBytes(bytes, label), label).replace(/\r\n?/g, '\n') };
  if (encoding === 'base64') {
    const base64 = cleanBase64(bytes, onDoubt);
    const text = isText(name) ? textOfBase64(base64) : undefined;
    if (text === undefined) return { ...rest, value: bytes, base64 };
    return { ...rest, value: decode(text, label).replace(/\r\n?/g, '\n') };
  }
  return { ...rest, value: decode(bytes, label) };
}

function encodingOf(params: ReadonlyMap<string, readonly string[]>): 'quoted-printable' | 'base64' | undefined {
  const words = params.get('encoding')?.map((word) => word.toLowerCase()) ?? [];
  if (words.includes('quoted-printable')) return 'quoted-printable';
  return words.includes('base64') || words.includes('b') ? 'base64' : undefined;
}

/** Groups are names without a meaning: whatever else is in one (`a.b.TEL`, `item_1.TEL`) may go (RFC 6350 section 3.3). */
function plainGroup(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-');
}

/**
 * True for a value that can hardly be anything but quoted-printable: every `=` begins an escape, and what is escaped is a
 * line break, a letter of several bytes, or one between letters. Addresses of pages may look the same.
 */
function isUnsaidQuotedPrintable(name: string, value: string, params: ReadonlyMap<string, readonly string[]>): boolean {
  if (!value.includes('=') || params.has('encoding') || NO_TEXT.has(name) || value.includes('://')) return false;
  if (/=(?![0-9A-F]{2}|[ \t]*$)/.test(value)) return false;
  return /=0D=0A|(?:=[89A-F][0-9A-F]){2}|[A-Za-z]=[C-F][0-9A-F][a-z]/.test(value);
}

/** Properties whose value is no text, so that base64 in them stays what it is. */
const NO_TEXT = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'URL', 'SOURCE', 'FBURL', 'CALURI', 'CALADRURI', 'IMPP']);

function isText(name: string): boolean {
  return !NO_TEXT.has(name) && !name.startsWith('X-');
}

/** The bytes of a text that was sent as base64, as byte text; undefined when they are no text. */
function textOfBase64(base64: string): string | undefined {
  const text = Buffer.from(base64, 'base64').toString('latin1');
  return base64 === '' || /[\x01-\x08\x0e-\x1a]/.test(text) ? undefined : text;
}

/** The colon that ends the parameters: the first outside quotes, else (quotes never closed) the first. */
function findColon(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (code === 58 && !quoted) return at;
  }
  return text.indexOf(':');
}

function splitOutsideQuotes(text: string, separator: ';' | ','): string[] {
  if (!text.includes(separator)) return [text];
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === separator && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function parseParams(texts: readonly string[]): Map<string, string[]> {
  const params = new Map<string, string[]>();
  for (const text of texts) {
    const equals = text.indexOf('=');
    const bare = text.trim();
    if (bare === '') continue;
    const name = (equals < 0 ? '' : text.slice(0, equals).trim().toLowerCase()) || nameOfBare(bare);
    const values = splitOutsideQuotes(equals < 0 ? bare : text.slice(equals + 1), ',').flatMap((value) =>
      paramValues(name, value),
    );
    const known = params.get(name);
    if (known) known.push(...values);
    else params.set(name, values);
  }
  return params;
}

/** vCard 2.1 lets a value stand without its name: `TEL;CELL`, `PHOTO;BASE64`. */
function nameOfBare(value: string): string {
  const lower = value.toLowerCase();
  if (ENCODINGS.has(lower)) return 'encoding';
  if (VALUES.has(lower)) return 'value';
  return CHARSETS.test(value) ? 'charset' : 'type';
}

function paramValues(name: string, text: string): string[] {
  const trimmed = text.trim();
  const quoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  const value = decodeParamValue(quoted ? trimmed.slice(1, -1) : trimmed);
  // RFC 6350's own examples write `TYPE="voice,home"` and mean two types.
  return name === 'type' && value.includes(',') ? value.split(',').map((part) => part.trim()) : [value];
}

/** RFC 6868. */
function decodeParamValue(value: string): string {
  if (!value.includes('^')) return value;
  return value.replace(/\^[n^']/g, (found) => (found === '^n' ? '\n' : found === '^^' ? '^' : '"'));
}

/**
 * Undoes quoted-printable. A semicolon or comma that was encoded is content, not a separator, so it comes out escaped
 * (unless Android escaped it first): that is what decoding per component means. Neither can be the second byte of a
 * multi-byte character; a backslash can.
 */
function quotedPrintableBytes(text: string, label = 'utf-8'): string {
  if (!text.includes('=')) return text;
  const escaped = /^utf-?8$/i.test(label) ? text.replace(/=5C=(3B|2C)/gi, '=$1') : text;
  return escaped.replace(/=(?:([0-9A-Fa-f]{2})|[ \t]*$)/g, (_, hex: string | undefined) => {
    if (hex === undefined) return '';
    const byte = String.fromCharCode(Number.parseInt(hex, 16));
    return byte === ';' || byte === ',' ? `\\${byte}` : byte;
  });
}

/**
 * Base64 without white space or URL-safe letters, padded; '' when it is no base64.
 * @param onDoubt called with a plain sentence when a little of it had to be left out
 */
export function cleanBase64(text: string, onDoubt: (problem: string) => void = () => {}): string {
  const compact = text
    .replace(/[\s\\]+/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/=+$/, '');
  if (/^[A-Za-z0-9+/]*$/.test(compact) && compact.length % 4 !== 1) return padded(compact);
  const letters = compact.replace(/[^A-Za-z0-9+/=]/g, '');
  if (letters.length < 64 || compact.length - letters.length > Math.max(2, letters.length / 100)) return '';
  onDoubt('its base64 is damaged');
  // Padding in the middle ends a piece that was encoded by itself.
  const pieces = letters.split(/=+/).map((piece) => (piece.length % 4 === 1 ? piece.slice(0, -1) : piece));
  if (pieces.length === 1) return padded(pieces[0] ?? '');
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))).toString('base64');
}

function padded(compact: string): string {
  return compact + '='.repeat((4 - (compact.length % 4)) % 4);
}
