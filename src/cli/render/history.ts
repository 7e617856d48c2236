import type { Step, UndoResult } from '../../contract/shapes.ts';
import { nearDay } from './days.ts';
import { count, cutTo, oneLine, type Page, padTo } from './text.ts';

/** What changed, newest first, a line each. `zone` says on which day and at what time something was. */
export function renderHistory(steps: readonly Step[], zone: string, page: Page): string {
  if (steps.length === 0) return 'Nothing has happened yet.\n';
  const { style } = page;
  const rows = steps.map((step) => {
    const at = Temporal.Instant.from(step.at).toZonedDateTimeISO(zone);
    const day = nearDay(at.toPlainDate().toString(), page);
    return { step, when: `${day}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}` };
  });
  const width = Math.max(...rows.map(({ when }) => when.length));
  const lines = rows.map(({ step, when }) => {
    const notes = [
      step.actor.startsWith('you') ? '' : step.actor,
      step.state === 'undone' ? 'undone' : step.state === 'open' ? 'going on' : '',
    ]
      .filter(Boolean)
      .join(', ');
    const room = page.fits
      ? Math.max(20, page.width - width - 2 - (notes === '' ? 0 : notes.length + 3))
      : Number.POSITIVE_INFINITY;
    const title = cutTo(oneLine(step.title), room);
    return `${style.dim(padTo(when, width))}  ${step.state === 'undone' ? style.dim(title) : title}${notes === '' ? '' : style.dim(` (${notes})`)}`;
  });
  return `${lines.join('\n')}\n`;
}

/** What an undo took back, and what it left. */
export function renderUndo(result: UndoResult, page: Page): string {
  const lines = [`Undone: ${result.undid}`];
  if (result.left.length > 0) {
    lines.push(`${count(result.left.length, 'thing was', 'things were')} changed since and stayed as they are:`);
    for (const left of result.left.slice(0, 20)) lines.push(`  ${left.name}: ${left.reason}`);
    if (result.left.length > 20) lines.push(page.style.dim(`  and ${result.left.length - 20} more`));
  }
  return `${lines.join('\n')}\n`;
}
