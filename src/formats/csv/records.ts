import { CsvError, parse } from 'csv-parse/sync';

/** A record longer than this is a wrong quotation mark or no table at all, and is not read as one. */
const MAX_RECORD_BYTES = 1_000_000;
/** After so many repairs of quotation marks they are taken as ordinary characters for the rest of the file. */
const MAX_REPAIRS = 1_000;
/** Records read before they are handed over. */
const SLICE = 250;
/** Thrown by the reader itself on a record that swallowed the rows after it. */
const SWALLOWED = new Error('a quotation mark never closes');

/** One record of a delimited file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** As a spreadsheet numbers it: from 1, the preamble, the header and blank lines included, a cell of many lines once. */
  readonly row: number;
  /** The line of the file it begins on, from 1. */
  readonly line: number;
}

/** What was wrong with one record: read after a repair, or lost. */
export interface RecordProblem {
  readonly row: number;
  readonly line: number;
  readonly reason: string;
  readonly lost: boolean;
}

/** Where a record stands, in words: `row 17`, or `row 17 (line 23)` when cells of several lines come before it. */
export function describePlace(place: { readonly row: number; readonly line: number }): string {
  return place.row === place.line ? `row ${place.row}` : `row ${place.row} (line ${place.line})`;
}

/** What comes next in a file. */
export type RecordItem =
  | { readonly kind: 'record'; readonly record: CsvRecord }
  | { readonly kind: 'problem'; readonly problem: RecordProblem };

/**
 * Reads a delimited file record by record, holding a few hundred at a time; blank lines are passed over. Quotation marks
 * in the wrong place and uneven column counts are tolerated; a mark that never closes costs its own row at most, not the
 * rest of the file.
 * @param limit stop after so many lines that are records or blank
 */
export function* iterateRecords(
  utf8: Uint8Array,
  { delimiter, limit = Number.POSITIVE_INFINITY }: { readonly delimiter: string; readonly limit?: number },
): Generator<RecordItem> {
  const found: RecordItem[] = [];
  const reader = new RecordReader(utf8, delimiter, (record) => found.push({ kind: 'record', record }));
  let quotes = true;
  let repairs = 0;
  while (!reader.atEnd && reader.count < limit) {
    try {
      reader.readOn({ quotes, limit: Math.min(SLICE, limit - reader.count) });
    } catch (error) {
      if (!(error instanceof CsvError) && error !== SWALLOWED) throw error;
      found.push({ kind: 'problem', problem: reader.repair() });
      repairs += 1;
      if (quotes && repairs >= MAX_REPAIRS) {
        quotes = false;
        const reason = 'too many quotation marks are wrong; from here on they are ordinary characters';
        found.push({ kind: 'problem', problem: { ...reader.place, reason, lost: false } });
      }
    }
    yield* found.splice(0);
  }
}

/** The records alone, handed to `visit`; answers the problems. */
export function readRecords(
  utf8: Uint8Array,
  options: { readonly delimiter: string; readonly limit?: number },
  visit: (record: CsvRecord) => void,
): RecordProblem[] {
  const problems: RecordProblem[] = [];
  for (const item of iterateRecords(utf8, options)) {
    if (item.kind === 'record') visit(item.record);
    else problems.push(item.problem);
  }
  return problems;
}

class RecordReader {
  readonly #bytes: Buffer;
  readonly #delimiter: string;
  readonly #visit: (record: CsvRecord) => void;
  /** Where the next record begins. */
  #offset = 0;
  #row = 1;
  #line = 1;
  #width = 0;
  #count = 0;

  constructor(utf8: Uint8Array, delimiter: string, visit: (record: CsvRecord) => void) {
    this.#bytes = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength);
    this.#delimiter = delimiter;
    this.#visit = visit;
  }

  get atEnd(): boolean {
    return this.#offset >= this.#bytes.length;
  }

  /** Records so far, blank lines included. */
  get count(): number {
    return this.#count;
  }

  /** Where the next record stands. */
  get place(): { row: number; line: number } {
    return { row: this.#row, line: this.#line };
  }

  /** Reads so many records or to the end, or throws csv-parse's error with the offset at the record that caused it. */
  readOn({ quotes, limit }: { quotes: boolean; limit: number }): void {
    const base = this.#offset;
    const before = this.#count;
    parse(this.#bytes.subarray(base), {
      ...this.#options(quotes),
      to: limit,
      on_record: (cells: string[], info) => {
        if (quotes && this.#hasSwallowedRows(cells, base + info.bytes)) throw SWALLOWED;
        this.#emit(cells, base + info.bytes);
        return null;
      },
    });
    if (this.#count - before < limit) this.#offset = this.#bytes.length;
  }

  /** Gets past the record that could not be read, saving what can be saved of it. */
  repair(): RecordProblem {
    const place = this.place;
    const lineEnd = endOfLine(this.#bytes, this.#offset);
    const line = this.#bytes.subarray(this.#offset, lineEnd.at);
    if (line.length > MAX_RECORD_BYTES) {
      this.#row += 1;
      this.#moveTo(lineEnd.next);
      return { ...place, reason: 'longer than a megabyte: not a row of people', lost: true };
    }
    const rest = this.#bytes.subarray(this.#offset);
    if (rest.length <= MAX_RECORD_BYTES && !this.#looksLikeRow(lineEnd.next)) {
      this.#emitText(Buffer.concat([rest, Buffer.from('"')]), this.#bytes.length);
      return { ...place, reason: 'the file ends inside a quoted cell, so it may be cut short', lost: false };
    }
    const mark = findOpenQuote(line, this.#delimiter);
    const mended = mark < 0 ? line : Buffer.concat([line.subarray(0, mark), line.subarray(mark + 1)]);
    this.#emitText(mended, lineEnd.next);
    return { ...place, reason: 'a quotation mark opens and never closes; it was left out', lost: false };
  }

  #options(quotes: boolean) {
    return {
      delimiter: this.#delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      quote: quotes ? '"' : null,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD_BYTES,
    };
  }

  /**
   * A mark that never closes pairs up with the opening mark of a later row, and the rows between become one cell. It
   * shows: strictly read, the second mark would be an error.
   */
  #hasSwallowedRows(cells: readonly string[], end: number): boolean {
    if (!cells.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell))) return false;
    if (!this.#looksLikeRow(endOfLine(this.#bytes, this.#offset).next)) return false;
    try {
      parse(this.#bytes.subarray(this.#offset, end), { ...this.#options(true), relax_quotes: false });
      return false;
    } catch {
      return true;
    }
  }

  /** A row that follows an open quotation mark as wide as the rows before it shows that the mark is a stray one. */
  #looksLikeRow(offset: number): boolean {
    if (this.#width < 2 || offset >= this.#bytes.length) return false;
    const line = this.#bytes.toString('utf8', offset, endOfLine(this.#bytes, offset).at);
    return line.split(this.#delimiter).length >= this.#width;
  }

  #emitText(text: Buffer, end: number): void {
    const [cells = []] = parse(text, { ...this.#options(true), max_record_size: 0, to: 1 });
    this.#emit(cells, end);
  }

  #emit(cells: readonly string[], end: number): void {
    const place = this.place;
    this.#row += 1;
    this.#count += 1;
    this.#moveTo(end);
    if (cells.length === 1 && cells[0] === '') return;
    this.#width = cells.length;
    this.#visit({ cells, ...place });
  }

  #moveTo(end: number): void {
    for (let i = this.#offset; i < end; i++) {
      const byte = this.#bytes[i];
      if (byte === LF || (byte === CR && this.#bytes[i + 1] !== LF)) this.#line += 1;
    }
    this.#offset = end;
  }
}

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

function endOfLine(bytes: Buffer, from: number): { at: number; next: number } {
  let at = from;
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
  return { at, next: bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : Math.min(at + 1, bytes.length) };
}

/** The mark that opens a quoted cell and is not closed on its line, or -1. */
function findOpenQuote(line: Buffer, delimiter: string): number {
  const separator = delimiter.charCodeAt(0);
  let open = -1;
  for (let i = 0; i < line.length; i++) {
    if (line[i] !== QUOTE) continue;
    if (open >= 0) {
      if (line[i + 1] === QUOTE) i++;
      else open = -1;
    } else if (i === 0 || line[i - 1] === separator) open = i;
  }
  return open;
}
