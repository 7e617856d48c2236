import { basename } from 'node:path';
import type { ImportReport, ImportRun } from '../../contract/shapes.ts';
import { countSkipped, moreSkipped } from '../../domain/skipped-rows.ts';
import { count, indented, type Page } from './text.ts';
import { formatName } from './words.ts';

const MOST_ROWS = 20;

/** What an import did, every row accounted for, and what to do next. */
export function renderImport(
  run: Pick<ImportRun, 'dryRun' | 'notes' | 'doubles'> & { report: ImportReport },
  next: { unsorted: number },
  page: Page,
): string {
  const { report } = run;
  const lines = report.files.flatMap((file) => fileLines(file, unreadReason(file, run.notes), page));
  const notes = run.notes.filter((note) => !report.files.some((file) => unreadReason(file, [note]) !== undefined));
  if (report.files.filter((file) => file.format !== 'unread').length > 1)
    lines.push('', `Together: ${outcome(report)}${skippedText(report.skipped)}`);
  if (notes.length > 0) lines.push('', ...someOf(notes, page).flatMap((note) => indented(note, page, { by: 0 })));
  if (run.dryRun) return `${lines.join('\n')}\n\nThis was a rehearsal: nothing was saved.\n`;
  const steps = nextSteps(run, next, page);
  if (steps.length > 0) lines.push('', ...steps);
  return `${lines.join('\n')}\n`;
}

type File = ImportReport['files'][number];

/** Why a file was not read, as a note of the import says it. */
function unreadReason({ path, format }: File, notes: readonly string[]): string | undefined {
  if (format !== 'unread') return undefined;
  return notes.find((note) => note.startsWith(`${path}: `))?.slice(path.length + 2);
}

function fileLines(file: File, unread: string | undefined, page: Page): string[] {
  const { style } = page;
  if (file.format === 'unread')
    return [style.dim(`${formatName(file.format)} · ${file.path}${unread === undefined ? '' : `: ${unread}`}`)];
  const people = file.created + file.updated + file.unchanged;
  const line = `${style.bold(formatName(file.format))} · ${basename(file.path)}: ${count(people, 'person', 'people')}: ${outcome(file)}${skippedText(countSkipped(file))}`;
  return [
    line,
    ...file.skipped
      .slice(0, MOST_ROWS)
      .flatMap(({ where, reason }) => indented(`${where}: ${reason}`, page, { by: 2 })),
    ...moreSkipped(file, MOST_ROWS).flatMap(({ count: more, reason }) =>
      indented(`and ${more.toLocaleString(page.locale)} more${reason === null ? ' like these' : `: ${reason}`}`, page, {
        by: 2,
        paint: style.dim,
      }),
    ),
  ];
}

function outcome(counts: Pick<ImportReport, 'created' | 'updated' | 'unchanged'>): string {
  return `${counts.created} new, ${counts.updated} updated, ${counts.unchanged} unchanged`;
}

const skippedText = (skipped: number) => (skipped === 0 ? '' : `; ${count(skipped, 'row')} skipped`);

function someOf(texts: readonly string[], page: Page): string[] {
  const more = texts.length - MOST_ROWS;
  return more > 0 ? [...texts.slice(0, MOST_ROWS), page.style.dim(`and ${more} more`)] : [...texts];
}

function nextSteps(run: Pick<ImportRun, 'doubles'>, next: { unsorted: number }, { style }: Page): string[] {
  const steps: string[] = [];
  if (run.doubles.length > 0)
    steps.push(`${count(run.doubles.length, 'pair')} may be the same person: ${style.accent('tendril duplicates')}`);
  if (next.unsorted > 0) {
    steps.push(
      `${count(next.unsorted, 'person is', 'people are')} in no circle yet: sort them in the browser (${style.accent('tendril serve')}), or ${style.accent('tendril circle add Close "NAME"')}`,
    );
  }
  return steps;
}
