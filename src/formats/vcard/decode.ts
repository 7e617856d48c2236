/** The first layer: bytes into lines' worth of text. Lines are lexed as "byte text", one character per byte, because a
 * line may name its own character set, and a fold or a soft break may cut a character in two. */

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT_UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const WINDOWS_1252 = new TextDecoder('windows-1252');
const NOT_ASCII = /[\x80-\xff]/;
const SLICE = 1 << 20;

/** Labels under which files were often saved again as UTF-8 without the label being changed. */
const ONE_BYTE_LABEL = /^(?:us-)?ascii$|^iso[-_]?8859|^(?:windows|cp)-?125|^latin|^ansi/i;

/** What a file's bytes are, once any UTF-16 is out of the way. */
export interface ByteText {
  readonly bytes: Buffer;
  /** True when the file was UTF-16: its own labels of character sets then say nothing about bytes written as they are. */
  readonly transcoded: boolean;
}

/** Strips a byte order mark and turns UTF-16 (marked or not) into UTF-8, slice by slice; other bytes stay as they are. */
export function toByteText(source: Uint8Array): ByteText {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const utf16 = detectUtf16(bytes);
  if (utf16 !== undefined) return { bytes: transcodeUtf16(bytes, utf16), transcoded: true };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { bytes: marked ? bytes.subarray(3) : bytes, transcoded: false };
}

/** True when the first bytes of a file (a few hundred are enough) are those of a vCard file, in any encoding we read. */
export function looksLikeVCard(head: Uint8Array): boolean {
  const { bytes } = toByteText(head.subarray(0, 8192));
  const lines = bytes.toString('latin1').split(/[\r\n]+/, 50);
  return lines.some((line) => line.length < 100 && /^\s*BEGIN[ \t]*:[ \t]*VCARD\s*$/i.test(line));
}

/**
 * Reads a value's bytes as text: by the character set its line names, else UTF-8, else Windows-1252.
 * @param onDoubt called with a plain sentence when characters may have been lost
 */
export function decodeByteText(
  value: string,
  { label, transcoded, onDoubt }: { label?: string; transcoded: boolean; onDoubt: (problem: string) => void },
): string {
  if (!NOT_ASCII.test(value) && !value.includes('\x1b')) return value;
  const bytes = Buffer.from(value, 'latin1');
  if (label !== undefined && !transcoded && !ONE_BYTE_LABEL.test(label) && !/^utf-?8$/i.test(label)) {
    const decoder = decoderFor(label);
    if (decoder) return decoder.decode(bytes);
    onDoubt(`the character set "${label.slice(0, 40)}" is not known, so its text was read as well as could be guessed`);
  }
  try {
    return UTF8.decode(bytes);
  } catch {
    // A phone that cuts a value at a byte limit leaves one broken character in otherwise good UTF-8.
    const lenient = LENIENT_UTF8.decode(bytes);
    const broken = count(lenient, /\ufffd/g);
    if (broken <= count(lenient, /[\u0080-\ufffc\ufffe\uffff]/g)) {
      onDoubt('some characters could not be read');
      return lenient;
    }
    return (decoderFor(label ?? '') ?? WINDOWS_1252).decode(bytes);
  }
}

const decoders = new Map<string, TextDecoder | undefined>();

function decoderFor(label: string): TextDecoder | undefined {
  const name = label.trim().toLowerCase();
  if (name === '') return undefined;
  if (!decoders.has(name)) {
    // A hostile file could name a million character sets: remember no more than a few.
    if (decoders.size > 64) decoders.clear();
    decoders.set(name, makeDecoder(name) ?? makeDecoder(name.replace(/^cp-?/, 'windows-')));
  }
  return decoders.get(name);
}

function makeDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function detectUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.toString('latin1', 0, 64);
  if (/^(?:[\s]\0)*[Bb]\0[Ee]\0[Gg]\0/.test(head)) return 'utf-16le';
  if (/^(?:\0[\s])*\0[Bb]\0[Ee]\0[Gg]/.test(head)) return 'utf-16be';
  return undefined;
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
