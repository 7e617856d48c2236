import type { Row } from './row.ts';

/** The rows as a table for people. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['', 'people', 'touches', 'p50', 'p95', 'floor', 'ratio', 'target', 'met'];
  const lines = rows.map((row) => [
    row.name,
    countOf(row.people),
    countOf(row.touches),
    measureOf(row.p50, row.unit),
    measureOf(row.p95, row.unit),
    measureOf(row.floor, row.unit),
    row.ratio === null ? '' : `${row.ratio} ×`,
    row.target,
    row.ok ? 'yes' : row.p50 === null ? 'not measured' : 'NO',
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)));
  return [head, ...lines].map((line) => padded(line, widths)).join('');
}

/** Numbers stand at the right of their column, words at the left. */
function padded(cells: readonly string[], widths: readonly number[]): string {
  const numeric = (i: number) => i > 0 && i < 7;
  const columns = cells.map((cell, i) => (numeric(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)));
  return `${columns.join('  ').trimEnd()}\n`;
}

/** One row for somebody who waits. */
export function lineOf({ name, people, p50, p95, ratio, unit, ok }: Row): string {
  return `${name}${people === null ? '' : ` (${countOf(people)} people)`}: ${measureOf(p50, unit)}${ratio === null ? '' : ` = ${ratio} × floor`}, p95 ${measureOf(p95, unit)}, target ${ok ? 'met' : 'missed'}`;
}

function countOf(count: number | null): string {
  return count === null ? '' : count.toLocaleString('en');
}

function measureOf(value: number | null, unit: string): string {
  return value === null ? '' : `${value} ${unit}`;
}
