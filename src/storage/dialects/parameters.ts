import type { CompiledQuery, RootOperationNode } from 'kysely';
import { AppError } from '../../domain/errors.ts';

/**
 * Refuses what a driver would silently turn into something else: `undefined` and Date become NULL in SQLite, a boolean
 * or a local date string in PostgreSQL, whole numbers beyond 53 bits lose digits in both.
 * @throws AppError `invalid` naming the parameter and, where the query tells it, the column
 */
export function checkParameters(query: CompiledQuery): void {
  const { parameters } = query;
  if (checked.has(parameters)) return;
  for (let i = 0; i < parameters.length; i++) {
    const problem = problemOf(parameters[i]);
    if (problem === undefined) continue;
    const column = columnOf(query.query, i);
    const where = column === undefined ? `parameter ${i + 1}` : `parameter ${i + 1} (column "${column}")`;
    const sql = query.sql.length > 200 ? `${query.sql.slice(0, 200)}…` : query.sql;
    throw new AppError('invalid', `${where}: ${problem}`, { details: { parameter: i + 1, column, sql } });
  }
}

/** Values that were looked at one by one when they were put together. */
const checked = new WeakSet<readonly unknown[]>();

export function markChecked(parameters: readonly unknown[]): void {
  checked.add(parameters);
}

/** What is wrong with a value that is to be stored, or undefined. */
export function problemOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.includes('\0') ? 'a NUL character cannot be stored in text' : undefined;
    case 'number':
      if (!Number.isFinite(value)) return `${value} is not a number that can be stored`;
      return Number.isInteger(value) && !Number.isSafeInteger(value)
        ? `${value} is beyond the safe integers`
        : undefined;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? undefined : `${value} is beyond the safe integers`;
    case 'object':
      if (value === null || value instanceof Uint8Array) return undefined;
      return value instanceof Date
        ? 'a Date cannot be stored; use a day or an instant as text'
        : 'an object cannot be stored';
    case 'boolean':
      return 'a boolean cannot be stored; use 0 or 1';
    default:
      return `${typeof value} cannot be stored`;
  }
}

function columnOf(node: RootOperationNode, index: number): string | undefined {
  if (node.kind === 'InsertQueryNode' && node.columns !== undefined && node.with === undefined) {
    return node.columns[index % node.columns.length]?.column.name;
  }
  if (node.kind === 'UpdateQueryNode' && node.with === undefined) {
    // Counted only while every new value before it is one parameter; an expression may hold several or none.
    const updates = node.updates?.slice(0, index + 1) ?? [];
    const last = updates[index]?.column;
    if (last !== undefined && updates.every((u) => u.value.kind === 'ValueNode')) return nameOf(last);
  }
  return undefined;
}

function nameOf(node: object): string | undefined {
  if (!('column' in node) || typeof node.column !== 'object' || node.column === null) return undefined;
  return 'name' in node.column && typeof node.column.name === 'string' ? node.column.name : undefined;
}
