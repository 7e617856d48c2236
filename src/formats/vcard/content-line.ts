import { decodeByteText } from './decode.ts';
import type { RawLine } from './lines.ts';

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

/**
 * Reads one unfolded line; undefined when it has no colon to tell its name from its value.
 * @param transcoded whether the file was UTF-16
 * @param onDoubt called with a plain sentence when something may have been lost
 */
export function parseContentLine(
  raw: RawLine,
  { transcoded, onDoubt }: { transcoded: boolean; onDoubt: (problem: string) => void },
): ContentLine | undefined {
  const colon = findColon(raw.text);
  if (colon < 0) return undefined;
  const decode = (text: string, label?: string): string => {
    const decoded = decodeByteText(text, { transcoded, onDoubt, ...(label !== undefined && { label }) });
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
  const params = parseParams(paramTexts);
  const bytes = raw.text.slice(colon + 1);
  const encoding = params.get('encoding')?.[0]?.toLowerCase();
  const label = params.get('charset')?.[0];
  const group = dot > 0 ? { group: nameText.slice(0, dot).trim().toLowerCase() } : {};
  const rest = { ...group, name, params, line: raw.line };
  if (encoding === 'quoted-printable')
    return { ...rest, value: decode(quotedPrintableBytes(bytes), label).replace(/\r\n?/g, '\n') };
  if (encoding === 'base64' || encoding === 'b') return { ...rest, value: bytes, base64: cleanBase64(bytes) };
  return { ...rest, value: decode(bytes, label) };
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
    const name = equals < 0 ? nameOfBare(bare) : text.slice(0, equals).trim().toLowerCase();
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
 * Undoes quoted-printable. A semicolon or comma that was encoded is content, not a separator, so it comes out escaped:
 * that is what decoding per component means. Neither can be the second byte of a multi-byte character.
 */
function quotedPrintableBytes(text: string): string {
  if (!text.includes('=')) return text;
  return text.replace(/=(?:([0-9A-Fa-f]{2})|[ \t]*$)/g, (_, hex: string | undefined) => {
    if (hex === undefined) return '';
    const byte = String.fromCharCode(Number.parseInt(hex, 16));
    return byte === ';' || byte === ',' ? `\\${byte}` : byte;
  });
}

/** Base64 without white space or URL-safe letters, padded; '' when it is no base64. */
export function cleanBase64(text: string): string {
  const compact = text
    .replace(/[\s\\]+/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(compact) || compact.length % 4 === 1) return '';
  return compact + '='.repeat((4 - (compact.length % 4)) % 4);
}
