/** The first layer: bytes into lines' worth of text. Lines are lexed as "byte text", one character per byte, because a
 * line may name its own character set, and a fold or a soft break may cut a character in two. */

import { isUtf8 } from 'node:buffer';
import { CHARSET_ALIASES } from './charset-knowledge.ts';
import { decodeStrictly, guessCharset, hintsIn } from './guess-charset.ts';
import { findBegin, markerOf, trimPadding } from './markers.ts';

const LENIENT_UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const NOT_ASCII = /[\x80-\xff]/;
/** Two bytes of another character set may be one letter of UTF-8 by accident; three or more are hardly ever. */
const LONG_UTF8 = /[\u0800-\uffff]/;
const ESCAPED = /=[89A-F][0-9A-F]/i;
const SLICE = 1 << 20;
/** More lines tell no more about a file's character set. */
const SAMPLE_LINES = 400;
const SAMPLE_SLICE = 4 << 20;

/** The encodings of Japanese mail switch with escapes, so they can be told by sight. */
const ISO_2022_JP = /\x1b(?:\$[@B]|\([BIJ])/;
/** Labels under which files were often saved again as UTF-8 without the label being changed. */
const ONE_BYTE_CHARSET = /^(?:iso-8859|windows-125|macintosh|koi8|ibm866)/;
/** Character sets whose bytes can look like UTF-8 by accident. */
const MULTI_BYTE = /^(?:shift_jis|euc-|gb|big5)/;

/** What a file's bytes are, once any UTF-16 is out of the way. */
export interface ByteText {
  readonly bytes: Buffer;
  /** True when the file was UTF-16: its own labels of character sets then say nothing about bytes written as they are. */
  readonly transcoded: boolean;
  /** Finds out once, when first asked, in which character set the file is where it does not say. */
  readonly guess: () => CharsetGuess;
}

export interface CharsetGuess {
  readonly charset: string;
  /** True when most of what is beyond ASCII and without a label is no UTF-8. */
  readonly prevails: boolean;
}

/** Strips a byte order mark and turns UTF-16 (marked or not) into UTF-8, slice by slice; other bytes stay as they are. */
export function toByteText(source: Uint8Array): ByteText {
  const raw = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const utf16 = detectUtf16(raw);
  const marked = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf;
  const bytes = utf16 === undefined ? (marked ? raw.subarray(3) : raw) : transcodeUtf16(raw, utf16);
  let guess: CharsetGuess | undefined;
  return {
    bytes,
    transcoded: utf16 !== undefined,
    guess: () => {
      guess ??= guessOf(bytes);
      return guess;
    },
  };
}

/** True when the first bytes of a file (a few hundred are enough) are those of a vCard file, in any encoding we read. */
export function looksLikeVCard(head: Uint8Array): boolean {
  const { bytes } = toByteText(head.subarray(0, 8192));
  const lines = bytes
    .toString('latin1')
    .split(/[\r\n]+/)
    .map(trimPadding)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  if (lines.some((line) => findBegin(line) !== undefined)) return true;
  // A file whose first BEGIN:VCARD was lost.
  return /^(?:VERSION:[234]\.\d|FN[:;]|N[:;])/i.test(lines[0] ?? '') && lines.some((line) => isFrame(line));
}

function isFrame(line: string): boolean {
  return markerOf(line) === 'end' || /^VERSION:[234]\.\d$/i.test(line.trim());
}

/**
 * Reads a value's bytes as text: by the character set its line names, else UTF-8, else the one that makes sense of the
 * file.
 * @param onDoubt called with a plain sentence when characters may have been lost
 * @param onGuess called with the character set when nothing but its looks spoke for it
 */
export function decodeByteText(
  value: string,
  { label, file, onDoubt, onGuess }: DecodeOptions & { readonly label?: string | undefined },
): string {
  if (!NOT_ASCII.test(value) && !value.includes('\x1b')) return value;
  const bytes = Buffer.from(value, 'latin1');
  if (ISO_2022_JP.test(value)) return new TextDecoder('iso-2022-jp').decode(bytes);
  const charset = label === undefined || file.transcoded ? undefined : charsetOf(label);
  if (charset !== undefined) {
    const text = decodeLabelled(bytes, { charset, onDoubt });
    if (text !== undefined) return text;
  } else if (label !== undefined && !file.transcoded) {
    onDoubt(`the character set "${label.slice(0, 40)}" is not known, so its text was read as well as could be guessed`);
  }
  return decodeUnlabelled(bytes, { file, onDoubt, onGuess });
}

export interface DecodeOptions {
  readonly file: Pick<ByteText, 'transcoded' | 'guess'>;
  readonly onDoubt: (problem: string) => void;
  readonly onGuess: (charset: string) => void;
}

/** Undefined when the label is UTF-8 and not true. */
function decodeLabelled(
  bytes: Buffer,
  { charset, onDoubt }: { charset: string; onDoubt: (problem: string) => void },
): string | undefined {
  const utf8 = decodeUtf8(bytes);
  if (charset === 'utf-8') return utf8;
  // Files are saved again as UTF-8 under their old labels; and no line can hold UTF-16 without a zero.
  const oneByte = ONE_BYTE_CHARSET.test(charset) || (charset.startsWith('utf-16') && !bytes.includes(0));
  if (utf8 !== undefined && oneByte) return utf8;
  const text = decodeStrictly(decoderOf(charset, true), bytes);
  if (text !== undefined && !(utf8 !== undefined && LONG_UTF8.test(utf8))) return text;
  if (utf8 !== undefined) {
    onDoubt(`its text is UTF-8 rather than ${charset} as it says`);
    return utf8;
  }
  onDoubt('some characters could not be read');
  return decoderOf(charset, false).decode(bytes);
}

function decodeUnlabelled(bytes: Buffer, { file, onDoubt, onGuess }: DecodeOptions): string {
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined && (LONG_UTF8.test(utf8) || !hasForeignText(file))) return utf8;
  const guess = file.guess();
  const foreign = decodeStrictly(decoderOf(guess.charset, true), bytes);
  if (guess.prevails && foreign !== undefined && (utf8 === undefined || MULTI_BYTE.test(guess.charset))) {
    onGuess(guess.charset);
    return foreign;
  }
  if (utf8 !== undefined) return utf8;
  const damaged = decodeDamagedUtf8(bytes);
  if (damaged !== undefined) {
    onDoubt('some characters could not be read');
    return damaged;
  }
  const charset = foreign === undefined ? guessCharset([bytes.toString('latin1')], new Set()) : guess.charset;
  onGuess(charset);
  return foreign ?? decoderOf(charset, false).decode(bytes);
}

/** Undefined when it is no UTF-8; without the cost of an error, since whole files may be none. */
function decodeUtf8(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/** UTF-8 of which a character or two are broken: by damage, or by a phone that cuts a value at a byte limit. */
function decodeDamagedUtf8(bytes: Buffer): string | undefined {
  const text = LENIENT_UTF8.decode(bytes);
  const good = count(text, /[\u0080-\ufffc\ufffe\uffff]/g);
  // What is cut off leaves one sign at the end of the value or of a part of it.
  const cut = good > 0 && !/\ufffd[^;,\\]/.test(text);
  return cut || count(text, /\ufffd/g) * 3 <= good ? text : undefined;
}

/** No word is of several scripts, nor of letters that only phoneticians use: then it is UTF-8 by accident. */
function isPlausible(text: string): boolean {
  if (/[\u01c0-\u0217\u021c-\u02af]/.test(text)) return false;
  const words = text.match(/[\u00c0-\u07ff]{2,}/g) ?? [];
  return words.every((word) => SCRIPTS.some((script) => script.test(word)));
}

const SCRIPTS = [
  /^[\p{Script=Latin}\p{M}×÷]+$/u,
  /^[\p{Script=Cyrillic}\p{M}]+$/u,
  /^[\p{Script=Greek}\p{M}]+$/u,
  /^[\p{Script=Hebrew}\p{M}]+$/u,
  /^[\p{Script=Arabic}\p{M}\u060c\u061b\u061f\u0640]+$/u,
  /^(?:\p{Script=Armenian}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{M})+$/u,
];

/** Asked of every file with a letter beyond ASCII: cheap when the file is UTF-8 throughout, as most are. */
function hasForeignText({ guess }: DecodeOptions['file']): boolean {
  return guess().prevails;
}

function guessOf(bytes: Buffer): CharsetGuess {
  const plain = { charset: 'windows-1252', prevails: false };
  // So much of anything else cannot be UTF-8 by accident.
  if (bytes.length > SLICE && isUtf8(bytes)) return plain;
  const lines = sampleOf(bytes);
  const foreign = lines.filter((line) => {
    const value = Buffer.from(line, 'latin1');
    const utf8 = decodeUtf8(value) ?? decodeDamagedUtf8(value);
    return utf8 === undefined || !isPlausible(utf8);
  });
  if (foreign.length === 0) return plain;
  const start = bytes.toString('latin1', 0, Math.min(bytes.length, SLICE));
  const hints = hintsIn(start);
  if (!start.includes('\n') && start.includes('\r')) hints.add('macintosh');
  return { charset: guessCharset(foreign, hints), prevails: foreign.length * 2 > lines.length };
}

/** Lines with more than ASCII that name no character set, unfolded, their quoted-printable undone. */
function sampleOf(bytes: Buffer): string[] {
  const sample: string[] = [];
  for (let at = 0; at < bytes.length && sample.length < SAMPLE_LINES; at += SAMPLE_SLICE) {
    const text = bytes.toString('latin1', at, Math.min(bytes.length, at + SAMPLE_SLICE));
    for (const line of text.replace(/=?(?:\r\n|\n|\r)[ \t]|=(?:\r\n|\n|\r)/g, '').split(/[\r\n]+/)) {
      const colon = line.indexOf(':');
      const header = line.slice(0, colon + 1);
      if (!NOT_ASCII.test(line) && !(ESCAPED.test(line) && /QUOTED-PRINTABLE/i.test(header))) continue;
      if (/CHARSET=/i.test(header) || line.length > 20_000) continue;
      const value = line.slice(colon + 1);
      const isQuoted = /QUOTED-PRINTABLE/i.test(header);
      sample.push(isQuoted ? value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => fromHex(hex)) : value);
      if (sample.length >= SAMPLE_LINES) break;
    }
  }
  return sample;
}

function fromHex(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

const decoders = new Map<string, TextDecoder>();
const labels = new Map<string, string | undefined>();

/** A decoder for a name that `charsetOf` gave, so that there are never more than those that exist. */
function decoderOf(charset: string, fatal: boolean): TextDecoder {
  const key = `${charset}${fatal ? '!' : ''}`;
  const known = decoders.get(key) ?? new TextDecoder(charset, { fatal, ignoreBOM: true });
  decoders.set(key, known);
  return known;
}

/** The character set that a label means, by the name the Encoding Standard gives it. */
function charsetOf(label: string): string | undefined {
  if (!labels.has(label)) {
    // A hostile file could name a million character sets: remember no more than a few.
    if (labels.size > 64) labels.clear();
    labels.set(label, findCharset(label));
  }
  return labels.get(label);
}

function findCharset(label: string): string | undefined {
  const name = label.trim().toLowerCase().slice(0, 60);
  const plain = name.replace(/[^a-z0-9]/g, '');
  const alias = Object.hasOwn(CHARSET_ALIASES, plain) ? CHARSET_ALIASES[plain] : undefined;
  const page = /^(?:cp|win|windows|ms|xcp|ibm)(125\d)$/.exec(plain)?.[1];
  const part = /^(?:iso|isoiec)?8859(\d{1,2})$/.exec(plain)?.[1];
  const names = [alias, page && `windows-${page}`, part && `iso-8859-${part}`, name];
  for (const each of names) {
    const known = each ? nameOfDecoder(each) : undefined;
    if (known !== undefined) return known;
  }
  return undefined;
}

function nameOfDecoder(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function detectUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.toString('latin1', 0, 2048);
  const at = head.search(/B\0E\0G\0I\0N\0|b\0e\0g\0i\0n\0/);
  if (at < 0) return undefined;
  // The zero of each letter stands before it in one order and after it in the other.
  return at % 2 === 0 ? 'utf-16le' : 'utf-16be';
}

function transcodeUtf16(bytes: Buffer, label: 'utf-16le' | 'utf-16be'): Buffer {
  const decoder = new TextDecoder(label);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += SLICE) {
    parts.push(Buffer.from(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }), 'utf8'));
  }
  parts.push(Buffer.from(decoder.decode(), 'utf8'));
  return Buffer.concat(parts);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
