import { styleText } from 'node:util';

/** What a rendered text is laid out for. */
export interface Page {
  /** Columns that prose is wrapped to. */
  readonly width: number;
  /** Whether lines longer than `width` are cut: on a terminal they would break, in a file nothing may be lost. */
  readonly fits: boolean;
  readonly style: Style;
  /** How days are written. */
  readonly locale: string;
  /** The day it is, for "yesterday" and "in a week". */
  readonly today: string;
}

type Paint = (text: string) => string;
/** The few ways in which text stands out. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly accent: Paint;
  readonly warn: Paint;
  readonly quote: Paint;
}

/** Colours, or with `colours` false every text as it is. */
export function styleOf(colours: boolean): Style {
  const paint = (format: Parameters<typeof styleText>[0]): Paint => {
    return (text) => (colours && text !== '' ? styleText(format, text, { validateStream: false }) : text);
  };
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    accent: paint('cyan'),
    warn: paint('yellow'),
    quote: paint('italic'),
  };
}

/** Text of files and cards without anything a terminal would obey: no escape sequences, no changed writing direction. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u2028\u2029]/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** `clean` for every text inside a plain value. */
export function cleaned<T>(value: T): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map((item) => cleaned(item)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item)])) as T;
  }
  return value;
}

/** Several lines as one. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Made when first needed: it costs every start ten milliseconds. */
let segmenter: Intl.Segmenter | undefined;
function graphemesOf(text: string): Iterable<{ readonly segment: string }> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

const NARROW_KATAKANA = /^[\uff61-\uffdc\uffe8-\uffee]/u;
/** East Asian Width W and F (UAX 11), and pictures shown as pictures. */
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.*\ufe0f)/u;
const UNSEEN = /^(?:\p{M}|\p{Cf}|\p{Cc})+$/u;
const PAINTED = /\u001b\[[0-9;]*m/g;

/** How many columns of a terminal a text takes; colours take none. */
export function displayWidth(text: string): number {
  const bare = text.replace(PAINTED, '');
  if (/^[\u0020-\u007e]*$/.test(bare)) return bare.length;
  let width = 0;
  for (const { segment } of graphemesOf(bare)) width += widthOf(segment);
  return width;
}

function widthOf(grapheme: string): number {
  if (UNSEEN.test(grapheme)) return 0;
  // Their sound marks join them in one grapheme and still take a column each.
  if (NARROW_KATAKANA.test(grapheme)) return [...grapheme].length;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** Fills up with spaces to a number of columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Cuts unpainted text to a number of columns, an ellipsis at its end when something is gone. */
export function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of graphemesOf(text)) {
    used += widthOf(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Breaks unpainted text into lines of at most `width` columns, at spaces, and between the characters of scripts that
 * write none; a longer word stays whole.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of piecesOf(paragraph)) {
      if (line !== '' && displayWidth((line + piece).trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += line === '' ? piece.trimStart() : piece;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

function piecesOf(paragraph: string): string[] {
  return paragraph.split(
    /(?<=\s)(?=\S)|(?<=[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60])(?![\u3001\u3002\uff01\uff0c\uff1f\u300d\u300f])/u,
  );
}

/** Wrapped lines behind an indent, each painted. */
export function indented(
  text: string,
  page: Page,
  { by, paint = (line: string) => line }: { by: number; paint?: Paint },
): string[] {
  return wrap(text, Math.max(20, page.width - by)).map((line) => (line === '' ? '' : ' '.repeat(by) + paint(line)));
}

/** `1 person`, `3 people`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** One column of a table. */
export interface Column<T> {
  readonly title: string;
  readonly text: (row: T) => string;
  readonly paint?: (text: string, row: T) => string;
  /** Gives way when the terminal is narrow, down to this many columns. */
  readonly least?: number;
}

/** Rows in aligned columns under a quiet heading; columns in which nothing is said are left out. */
export function table<T>(rows: readonly T[], columns: readonly Column<T>[], page: Page): string[] {
  const filled = columns
    .map((column) => ({ column, cells: rows.map((row) => oneLine(column.text(row))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const widths = shareRoom(
    filled.map(({ column, cells }) => ({
      natural: Math.max(displayWidth(column.title), ...cells.map(displayWidth)),
      least: column.least,
    })),
    page,
  );
  const line = (cell: (i: number) => { text: string; paint: Paint }) =>
    filled
      .map((_, i) => {
        const { text, paint } = cell(i);
        const cut = cutTo(text, widths[i] ?? 0);
        return paint(cut) + ' '.repeat(i === filled.length - 1 ? 0 : Math.max(0, (widths[i] ?? 0) - displayWidth(cut)));
      })
      .join('  ')
      .trimEnd();
  return [
    line((i) => ({ text: filled[i]?.column.title ?? '', paint: page.style.dim })),
    ...rows.map((row, r) =>
      line((i) => ({ text: filled[i]?.cells[r] ?? '', paint: (text) => filled[i]?.column.paint?.(text, row) ?? text })),
    ),
  ];
}

/** The widths of columns that fit the page: those that can give way do, the widest first. */
function shareRoom(wanted: readonly { natural: number; least: number | undefined }[], page: Page): number[] {
  const widths = wanted.map(({ natural }) => natural);
  const room = page.width - 2 * (wanted.length - 1);
  let excess = page.fits ? widths.reduce((sum, width) => sum + width, 0) - room : 0;
  while (excess > 0) {
    let widest = -1;
    for (const [i, { least }] of wanted.entries()) {
      if (least !== undefined && (widths[i] ?? 0) > least && (widths[i] ?? 0) > (widths[widest] ?? 0)) widest = i;
    }
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}
