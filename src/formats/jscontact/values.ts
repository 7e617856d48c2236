/** The objects of a JSON file one by one, so that a large one is never held as objects. */

/** An object's bytes, where they stand, and what keeps them from being read. */
export interface JsonSpan {
  readonly bytes: Uint8Array;
  /** Of its first byte, from 1. */
  readonly line: number;
  readonly depth: number;
  /** False when the file ends inside it. */
  readonly isClosed: boolean;
}

const [QUOTE, BACKSLASH, NEWLINE] = [0x22, 0x5c, 0x0a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Finds the objects of one array, of several after one another, or of lines (JSON Lines, RFC 7464 without its marks). What
 * stands between them is passed over. Goes over the bytes once.
 */
export function* jsonObjects(utf8: Uint8Array): Generator<JsonSpan> {
  let [line, start, startLine, depth, deepest, isText] = [1, -1, 1, 0, 0, false];
  for (let at = 0; at < utf8.length; at++) {
    const byte = utf8[at];
    if (byte === NEWLINE) {
      line += 1;
      // No text of JSON goes over the end of a line: one that does was never ended.
      isText = false;
    } else if (isText) {
      if (byte === BACKSLASH) at += utf8[at + 1] === NEWLINE ? 0 : 1;
      else if (byte === QUOTE) isText = false;
    } else if (start < 0) {
      if (byte === OPEN_OBJECT) [start, startLine, depth, deepest] = [at, line, 1, 1];
    } else if (byte === QUOTE) isText = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      depth -= 1;
      if (depth > 0) continue;
      yield { bytes: utf8.subarray(start, at + 1), line: startLine, depth: deepest, isClosed: true };
      start = -1;
    }
  }
  if (start >= 0) yield { bytes: utf8.subarray(start), line: startLine, depth: deepest, isClosed: false };
}

/** The lines of a span that are an object each: what is left of a file of one object a line when one of them is broken. */
export function* linesOf({ bytes, line }: JsonSpan): Generator<JsonSpan> {
  for (let from = 0, number = line; from < bytes.length; number++) {
    const end = bytes.indexOf(NEWLINE, from);
    const to = end < 0 ? bytes.length : end;
    const [first, ...more] = jsonObjects(bytes.subarray(from, to));
    if (first?.isClosed && more.length === 0) yield { ...first, line: number };
    from = to + 1;
  }
}
