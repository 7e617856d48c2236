import { hash } from 'node:crypto';
import { foldText } from '../../domain/fold.ts';
import type { CsvRecord } from '../csv/records.ts';
import { agreedWidth, cleanCell, normalizeName, type Probe, type Table } from '../csv/table.ts';
import { type Look, lookOf } from './content.ts';
import { type Field, specOf } from './fields.ts';
import { matchHeader } from './match-header.ts';
import { settleFields } from './settle.ts';

/** Titles are looked for among the first rows. */
const HEADER_ROWS = 20;
const SAMPLES = 3;
/** So many rows are shown to whoever is asked what the columns are. */
const SHOWN_ROWS = 5;
/** Of the filled cells of a column, the share that must look alike before the column is taken for it. */
const ALIKE = 0.8;

/** A column of a table nobody described: what it is called, what it holds, what it is taken for. */
export interface GuessedColumn {
  /** Its title, or `Column 3` in a table without titles. */
  readonly name: string;
  readonly field: Field;
  /** The first different values, as they stand. */
  readonly samples: readonly string[];
}

/** A table whose columns were guessed. */
export interface GuessedTable {
  readonly table: Table;
  /** False when its first row is a person already. */
  readonly headed: boolean;
  readonly columns: readonly GuessedColumn[];
  /** The first rows below the titles. */
  readonly rows: readonly CsvRecord[];
  /** The same for every table of these columns, in any order: what a choice is remembered by. */
  readonly signature: string;
}

/** One column on its way to a guess. */
export interface ColumnView {
  readonly title: string;
  readonly byTitle: Field | undefined;
  /** Its filled cells among the first rows. */
  readonly cells: readonly string[];
  readonly looks: ReadonlyMap<Look, number>;
}

/**
 * Takes the first rows of a file for a table of people and guesses its delimiter, whether it has titles, and what each
 * column is: by its title first, by what stands in it where the title says nothing. Undefined when it is no table.
 */
export function guessTable(utf8: Uint8Array, probes: readonly Probe[]): GuessedTable | undefined {
  const candidates = probes
    .map((probe) => ({ probe, width: agreedWidth(probe), header: findHeader(probe) }))
    .filter(({ width, header }) => width > 0 || header !== undefined)
    .sort((a, b) => (b.header?.known ?? 0) - (a.header?.known ?? 0) || b.width - a.width);
  const [best] = candidates;
  return best === undefined ? undefined : describe(utf8, best);
}

/** Whether a table so mapped may be taken for people without asking: it names them, and says how they are reached. */
export function isConfident(fields: Iterable<Field>): boolean {
  const has = new Set([...fields].map(evidenceOf));
  if (has.has('email') || (has.has('given') && has.has('surname'))) return true;
  return (has.has('name') || has.has('given') || has.has('surname')) && has.has('person');
}

/** Whether anything tells who a row is, once somebody said what its columns are. */
export function namesAnyone(fields: Iterable<Field>): boolean {
  return [...fields].some((field) => {
    const spec = specOf(field);
    return (
      (spec.to === 'single' && /name/.test(spec.column)) ||
      (spec.to === 'list' && spec.kind !== 'relation') ||
      field === 'company'
    );
  });
}

const PERSONAL: ReadonlySet<Field> = new Set<Field>([
  'nickname',
  'prefix',
  'company',
  'birthday',
  'birth-year',
  'anniversary',
  'spouse',
  'child',
  'linkedin',
  'x',
  'instagram',
  'facebook',
  'skype',
  'im',
]);

function evidenceOf(field: Field): 'email' | 'name' | 'given' | 'surname' | 'person' | 'nothing' {
  if (field === 'name') return 'name';
  if (field === 'first-name') return 'given';
  if (field === 'last-name') return 'surname';
  const spec = specOf(field);
  if (spec.to === 'list' && spec.kind === 'e-mail') return 'email';
  if (PERSONAL.has(field) || (spec.to === 'list' && spec.kind === 'phone')) return 'person';
  return spec.to === 'address' && spec.part !== 'city' && spec.part !== 'region' && spec.part !== 'country'
    ? 'person'
    : 'nothing';
}

interface Header {
  readonly record: CsvRecord;
  /** How many of its titles are known. */
  readonly known: number;
}

/** The row of the first ones with the most known titles; one alone counts in the very first row only. */
function findHeader({ rows }: Probe): Header | undefined {
  let best: Header | undefined;
  for (const [index, record] of rows.slice(0, HEADER_ROWS).entries()) {
    const fields = record.cells.map((cell) => matchHeader(cleanCell(cell)));
    const known = new Set(fields.filter((field) => field !== undefined)).size;
    if (known <= (best?.known ?? 0) || (known === 1 && index > 0) || record.cells.some(isData)) continue;
    best = { record, known };
  }
  return best;
}

/** Whether a cell is something about somebody, and so no title. */
function isData(cell: string): boolean {
  const look = lookOf(cleanCell(cell));
  return look === 'email' || look === 'profile' || look === 'url' || look === 'date' || look === 'phone';
}

function describe(
  utf8: Uint8Array,
  { probe, width, header }: { probe: Probe; width: number; header: Header | undefined },
): GuessedTable {
  const record = header?.record ?? unknownTitles(probe, width);
  const below = probe.rows.filter(({ row }) => row > (record?.row ?? 0));
  const columns = record?.cells.length ?? width;
  const names = Array.from({ length: columns }, (_, i) => cleanCell(record?.cells[i]) || `Column ${i + 1}`);
  const views = names.map((title, index) => viewColumn(title, { headed: record !== undefined, below, index }));
  const guessed = settleFields(
    views.map((view) => guessField(view, record !== undefined)),
    views,
  );
  const cells = names;
  return {
    table: {
      utf8,
      delimiter: probe.delimiter,
      header: { cells, row: record?.row ?? 0, line: record?.line ?? 0 },
      names: cells.map(normalizeName),
    },
    headed: record !== undefined,
    columns: views.map((view, index) => ({
      name: view.title,
      field: guessed[index] ?? 'keep',
      samples: [...new Set(view.cells)].slice(0, SAMPLES),
    })),
    rows: below.slice(0, SHOWN_ROWS),
    signature: signatureOf(views, record !== undefined),
  };
}

/** The first row, when it can be titles although none of them is known: most tables have some. */
function unknownTitles({ rows }: Probe, width: number): CsvRecord | undefined {
  const index = rows.findIndex(({ cells }) => cells.length === width);
  const first = rows[index];
  if (first === undefined || width < 2) return undefined;
  const titles = first.cells.map((cell) => normalizeName(cell));
  const titled = titles.every((title) => title !== '' && title.length <= 60) && new Set(titles).size === titles.length;
  return titled && !first.cells.some(isData) ? first : undefined;
}

function viewColumn(
  title: string,
  { headed, below, index }: { headed: boolean; below: readonly CsvRecord[]; index: number },
): ColumnView {
  const cells = below.map((record) => cleanCell(record.cells[index])).filter((cell) => cell !== '');
  const looks = new Map<Look, number>();
  for (const cell of cells) {
    const look = lookOf(cell);
    looks.set(look, (looks.get(look) ?? 0) + 1);
  }
  return { title, byTitle: headed ? matchHeader(title) : undefined, cells, looks };
}

function guessField(view: ColumnView, headed: boolean): Field {
  const { byTitle, cells, looks } = view;
  const count = (look: Look) => looks.get(look) ?? 0;
  if (byTitle !== undefined) {
    const spec = specOf(byTitle);
    const isList = spec.to === 'list';
    // `E-Mail: yes`, `Phone: preferred`: the title speaks of it, the cells do not hold it.
    if (isList && spec.kind === 'e-mail' && cells.length > 0 && !cells.some((cell) => cell.includes('@')))
      return 'keep';
    if (
      isList &&
      spec.kind === 'phone' &&
      cells.length > 0 &&
      !cells.some((cell) => /\d{3}/.test(cell.replaceAll(/\D/g, '')))
    )
      return 'keep';
    return byTitle;
  }
  const alike = (look: Look) => cells.length > 0 && count(look) >= cells.length * ALIKE;
  if (alike('email')) return 'email';
  if (alike('profile')) return 'linkedin';
  if (alike('url')) return 'website';
  const dialled = cells.filter((cell) => /^[+(0]/.test(cell)).length;
  if (alike('phone') && dialled >= cells.length / 2) return 'phone';
  if (headed) return 'keep';
  if (alike('date') && cells.some((cell) => /\d/.test(cell))) return 'birthday';
  return 'keep';
}

function signatureOf(views: readonly ColumnView[], headed: boolean): string {
  const parts = headed
    ? views.map(({ title }) => foldText(title)).sort()
    : views.map(({ looks }) => [...looks].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'empty');
  return hash('sha256', JSON.stringify([headed, parts]), 'base64url').slice(0, 27);
}
