import { isUtf8 } from 'node:buffer';
import { type CodePage, guessCodePage } from './code-page.ts';

/** Text of a file as UTF-8 without a byte order mark, and how it was found. */
export interface DecodedText {
  readonly utf8: Uint8Array;
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | CodePage;
  /** Some bytes were not valid in the encoding and became U+FFFD. */
  readonly damaged: boolean;
}

/**
 * Finds the encoding of text by its bytes and gives it back as UTF-8. Never throws: what is no text at all comes back
 * as some text, for the detection to refuse. Valid UTF-8 without NUL is not copied.
 * @param country ISO 3166 code of the country where it is read: what Windows is set to there
 */
export function decodeText(bytes: Uint8Array, country?: string): DecodedText {
  const wide = findUtf16(bytes);
  if (wide !== undefined) {
    const text = new TextDecoder(wide).decode(bytes);
    return {
      utf8: toUtf8(text),
      encoding: wide === 'utf-16le' ? 'UTF-16LE' : 'UTF-16BE',
      damaged: text.includes('\ufffd'),
    };
  }
  const body = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes;
  if (isUtf8(body)) {
    return {
      utf8: body.includes(0) ? toUtf8(new TextDecoder().decode(body)) : body,
      encoding: 'UTF-8',
      damaged: false,
    };
  }
  const lossy = new TextDecoder().decode(body);
  // One broken byte in a UTF-8 file must not turn every accent of the file into two letters.
  if (countMatches(lossy, /[^\x00-\x7f\ufffd]/g) > countMatches(lossy, /\ufffd/g)) {
    return { utf8: toUtf8(lossy), encoding: 'UTF-8', damaged: true };
  }
  const encoding = guessCodePage(body, country);
  return { utf8: toUtf8(new TextDecoder(encoding).decode(body)), encoding, damaged: false };
}

/** UTF-16 by its byte order mark, or by the zero bytes that every Latin letter leaves at one side only. */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const length = Math.min(bytes.length, 1024);
  if (length < 8) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length * 0.3 && even < length * 0.02) return 'utf-16le';
  if (even > length * 0.3 && odd < length * 0.02) return 'utf-16be';
  return undefined;
}

/** NUL is dropped: it means nothing in a cell, and PostgreSQL refuses it in text. */
function toUtf8(text: string): Uint8Array {
  return Buffer.from(text.includes('\0') ? text.replaceAll('\0', '') : text, 'utf8');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
