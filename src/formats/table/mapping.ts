import { foldText } from '../../domain/fold.ts';
import { normalizeName } from '../csv/table.ts';
import { type Field, isField } from './fields.ts';
import type { GuessedTable } from './guess.ts';

/** What somebody said a column is. */
export interface ColumnChoice {
  /** Its title as it stands, or its number from 1. */
  readonly column: string;
  readonly field: Field;
}

/** What was chosen before, by the signature of the table. */
export type RememberedColumns = Readonly<Record<string, readonly ColumnChoice[]>>;

/** What to know of tables nobody described, beside what stands in them. */
export interface TableKnowledge {
  readonly remembered?: RememberedColumns;
  /** Said for this very reading; it goes before what is remembered. */
  readonly choices?: readonly ColumnChoice[];
}

/** A table with every column settled, and who settled it. */
export interface MappedTable extends GuessedTable {
  readonly by: 'guess' | 'memory' | 'choice';
}

/** Applies what was remembered or said to a guess. */
export function applyChoices(guess: GuessedTable, { remembered, choices = [] }: TableKnowledge): MappedTable {
  const before = remembered?.[guess.signature];
  const known = before === undefined ? guess : choose(guess, before);
  const said = choose(known, choices);
  return {
    ...said,
    by: said !== known ? 'choice' : before === undefined ? 'guess' : 'memory',
  };
}

/** Whether a choice names a column of this table. */
export function isColumnOf(name: string, columns: readonly { readonly name: string }[]): boolean {
  return columns.some((column, index) => isNamed(name, column.name, index));
}

function choose(guess: GuessedTable, choices: readonly ColumnChoice[]): GuessedTable {
  const left = [...choices];
  let changed = false;
  const columns = guess.columns.map((column, index) => {
    const at = left.findIndex((choice) => isNamed(choice.column, column.name, index));
    const [choice] = at < 0 ? [] : left.splice(at, 1);
    if (choice === undefined || !isField(choice.field)) return column;
    changed = true;
    return { ...column, field: choice.field };
  });
  return changed ? { ...guess, columns } : guess;
}

function isNamed(said: string, title: string, index: number): boolean {
  const wanted = normalizeName(said);
  return wanted === normalizeName(title) || foldText(said) === foldText(title) || wanted === String(index + 1);
}

const UNSAID: ReadonlySet<Field> = new Set<Field>(['keep', 'skip']);

/** What became of the columns, one sentence for the report. */
export function describeMapping({ columns, by }: MappedTable): string {
  const read = columns.filter(({ field }) => !UNSAID.has(field)).map(({ name, field }) => `${name} = ${field}`);
  const kept = columns.filter(({ field }) => field === 'keep').map(({ name }) => name);
  const skipped = columns.filter(({ field }) => field === 'skip').map(({ name }) => name);
  const how = { guess: 'guessed', memory: 'as you chose before', choice: 'as you chose' }[by];
  return [
    `columns ${how}: ${some(read)}`,
    ...(kept.length === 0 ? [] : [`kept as they stand: ${some(kept)}`]),
    ...(skipped.length === 0 ? [] : [`left out: ${some(skipped)}`]),
  ].join('; ');
}

/** The table's own name for its kind: the same columns are the same source. */
export function nameOfTable({ columns, headed }: GuessedTable): string {
  const names = headed ? columns.map(({ name }) => name) : [`${columns.length} columns without titles`];
  const all = shorten(names.join(', '));
  return all.length <= 60 ? all : `${all.slice(0, 60).trimEnd()}… (${columns.length} columns)`;
}

const MOST_NAMED = 40;

function some(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map(shorten).join(', ');
  return names.length > MOST_NAMED ? `${shown} and ${names.length - MOST_NAMED} more` : shown;
}

function shorten(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').slice(0, 100);
}
