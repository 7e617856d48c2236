import type { PersonDraft, Skipped } from '../draft.ts';
import { describePlace, type RecordProblem } from './records.ts';

/** What the rows of one table became: every row is either a draft or skipped with its reason. */
export interface ReadRows {
  readonly drafts: readonly PersonDraft[];
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
}

/** Splits the problems of records into rows that were lost and warnings about rows that were mended. */
export function collectProblems(problems: readonly RecordProblem[]): { skipped: Skipped[]; warnings: string[] } {
  const skipped: Skipped[] = [];
  const warnings: string[] = [];
  for (const problem of problems) {
    const where = describePlace(problem);
    if (problem.lost) skipped.push({ where, reason: problem.reason });
    else warnings.push(`${where}: ${problem.reason}`);
  }
  return { skipped, warnings };
}
