import { fold } from '../fold.ts';

/** Names as one has them: a pasted list of attendees, or one row typed while one is there. */

export interface NameRow {
  readonly name: string;
  readonly organisation?: string;
}

export interface MetRow {
  /** As it was typed: the key of an answer. */
  readonly name: string;
  /** What was said; empty when nothing was noted. */
  readonly note: string;
}

export const MOST_NAMES = 1_000;
const LONGEST_NAME = 120;
const HEADS: ReadonlySet<string> = new Set([
  'name',
  'names',
  'full name',
  'attendee',
  'attendees',
  'attendee list',
  'guest',
  'guests',
  'participants',
  'participant',
  'speaker',
  'speakers',
  'teilnehmer',
  'gäste'.normalize('NFKD').replace(/\p{M}/gu, ''),
]);
/** The marks before a line of a list: `- `, `3.`, `[x]`. */
const MARK = /^(?:[-*•–—·▪◦✓]+\s+|\d{1,4}[.)]\s+|\[[ xX]?\]\s*)+/u;

/** One name a line, or rows of `Name, Company`; a title row, marks and repetitions are left out. */
export function readAttendees(text: string): NameRow[] {
  const rows: NameRow[] = [];
  const seen = new Set<string>();
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const row = attendeeIn(line);
    if (row === undefined || HEADS.has(fold(row.name))) continue;
    const key = `${fold(row.name)} ${fold(row.organisation ?? '')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    rows.push(row);
  }
  return rows;
}

function attendeeIn(line: string): NameRow | undefined {
  const [first = '', second = ''] = cellsOf(line.trim().replace(MARK, ''));
  const [, before = first, within = ''] = /^(.*?)\s*[(<]([^()<>]*)[)>]?$/.exec(first) ?? [];
  const name = tidy(before);
  // In angle brackets stands an address, in round ones often where they work.
  const organisation = tidy(second === '' ? within : second);
  if (name === '' || !/\p{L}/u.test(name) || name.includes('@')) return undefined;
  return { name, ...(organisation === '' || organisation.includes('@') ? {} : { organisation }) };
}

/** A row cut at its tabs or semicolons, else at its commas, or at a dash between two words; quotes hold theirs. */
function cellsOf(line: string): string[] {
  const cut = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === cut && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  cells.push(cell);
  return cells.length > 1 ? cells : line.split(/\s+[–—-]\s+/u);
}

/** A capital, or a letter of a script that has none, begins each word of a name. */
const NAME =
  "(?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}.'’-]*(?: (?:(?:de|da|di|van|von|der|den|la|le|bin|al|el|ten|zu) )*(?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}.'’-]*){0,4}";
const NEXT_NAME = new RegExp(`,\\s*(?:and\\s+|und\\s+)?(?=${NAME}:)`, 'u');

const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');
/** What begins with these is a place or a thing, however it is written. */
const NO_GIVEN_NAME =
  /^(?:new|old|north|south|east|west|great|united|central|san|santa|saint|st|são|hong|cape|los|las|rio|buenos|sri|costa|puerto|port|fort|mount|lake|gulf|university|museum|institute|the|black|red|white|green|blue|big|little)$/iu;

/** The pieces of notes behind a comma that are written like a name: whether they are one, who knows the people can say. */
export function namesWithinNotes(text: string): string[] {
  return partsOf(text).flatMap((part) => (part.includes(':') ? piecesOf(part).slice(1).filter(isWrittenLikeName) : []));
}

function isWrittenLikeName(piece: string): boolean {
  return WHOLE_NAME.test(piece);
}

/** Two words or more, of which the first begins no place: `Mira Stone`, not `North Sea`. */
export function isFullName(piece: string): boolean {
  const words = piece.split(' ');
  return words.length > 1 && isWrittenLikeName(piece) && !NO_GIVEN_NAME.test(words[0] ?? '');
}

function partsOf(text: string): string[] {
  return text.split(/\r\n?|\n|;/).flatMap((part) => part.replace(MARK, '').split(NEXT_NAME));
}

const piecesOf = (part: string): string[] =>
  part.split(',').map((piece) => tidy(piece, 2_000).replace(/^(?:and|und)\s+/i, ''));

/**
 * `Zed, Ada Lovelace, Grace: tidal permits` is three people, with a note of the last. Each line stands for itself, and so does
 * what a semicolon parts; a comma within a note begins somebody new where a name and a colon follow, or nothing but names.
 * @param isSomebody whether a piece of a note, written like a name, is the name of a person
 */
export function readMet(text: string, isSomebody: (piece: string) => boolean = isFullName): MetRow[] {
  const rows: MetRow[] = [];
  for (const part of partsOf(text)) {
    for (const piece of splitAtNames(part, isSomebody)) {
      const colon = piece.indexOf(':');
      const names = (colon < 0 ? piece : piece.slice(0, colon)).split(/,|\s(?:and|und|&|\+)\s/);
      const told = colon < 0 ? '' : tidy(piece.slice(colon + 1), 2_000);
      const known = names
        .map((name) => tidy(name).replace(/^(?:and|und)\s+/i, ''))
        .filter((name) => /\p{L}/u.test(name));
      for (const [i, name] of known.entries()) {
        const note = i === known.length - 1 ? told : '';
        const before = rows.findIndex((row) => fold(row.name) === fold(name));
        const same = rows[before];
        if (same === undefined) rows.push({ name, note });
        else rows[before] = { name: same.name, note: [same.note, note].filter((each) => each !== '').join('; ') };
      }
    }
  }
  return rows;
}

/** A part cut before each of the names its note ends with: `tidal permits, Mira Stone, Ada`. */
function splitAtNames(part: string, isSomebody: (piece: string) => boolean): string[] {
  const colon = part.indexOf(':');
  if (colon < 0) return [part];
  const [told = '', ...pieces] = part.slice(colon + 1).split(',');
  const names = pieces.map((piece) => tidy(piece).replace(/^(?:and|und)\s+/i, ''));
  const from = names.findLastIndex((name) => !(isWrittenLikeName(name) && isSomebody(name))) + 1;
  return [part.slice(0, colon + 1) + [told, ...pieces.slice(0, from)].join(','), ...names.slice(from)];
}

function tidy(text: string, longest = LONGEST_NAME): string {
  const plain = text
    .replace(/[\s\u0000-\u001f]+/g, ' ')
    .trim()
    .replace(/^["'“”]+|["'“”.,]+$/gu, '');
  return [...plain].slice(0, longest).join('').trim();
}
