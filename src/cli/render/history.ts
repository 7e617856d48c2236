import type { Step, UndoResult } from '../../contract/shapes.ts';
import { nearDay } from './days.ts';
import { count, type Page, table } from './text.ts';

/** As much of a step's id as one types. */
export const SHORT_ID = 6;

/** What changed, newest first, a line each. `zone` says on which day and at what time something was. */
export function renderHistory(steps: readonly Step[], zone: string, page: Page): string {
  if (steps.length === 0) return 'Nothing has happened yet.\n';
  const { style } = page;
  const when = (step: Step) => {
    const at = Temporal.Instant.from(step.at).toZonedDateTimeISO(zone);
    return `${nearDay(at.toPlainDate().toString(), page)}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  };
  const lines = table(
    steps,
    [
      { title: 'When', text: when, paint: (text) => style.dim(text) },
      {
        title: 'What',
        text: (step) => step.title,
        paint: (text, step) => (step.state === 'undone' ? style.dim(text) : text),
        least: 20,
      },
      { title: 'By', text: (step) => (step.actor.startsWith('you') ? '' : step.actor), least: 8 },
      { title: '', text: (step) => (step.state === 'undone' ? 'undone' : step.state === 'open' ? 'going on' : '') },
      {
        title: 'Step',
        text: (step) => (step.undoable ? step.id.slice(-SHORT_ID) : ''),
        paint: (text) => style.dim(text),
      },
    ],
    page,
  );
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
