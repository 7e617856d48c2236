import { ApiError } from '../../src/client/errors.ts';
import type { Acted, Answer } from '../../src/contract/routes.ts';
import { client, refresh } from './api.ts';
import { withDays } from './days.ts';
import { t } from './strings.ts';
import { showToast } from './toasts.ts';

export function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : t.errors.unexpected;
}

/** Takes a step back and says so; the way forward again is in the toast. */
export async function undoStep(stepId: string): Promise<void> {
  try {
    sayUndone(await client.undo({ body: { stepId } }));
  } catch (error) {
    showToast({ text: messageOf(error), tone: 'problem' });
  }
  refresh();
}

function sayUndone(result: Answer<'undo'>): void {
  showToast({
    text: t.toast.undone(withDays(result.undid)),
    details: result.left.map((left) => t.toast.left(left.name, left.reason)),
    action: { label: t.toast.redo, run: () => void undoStep(result.stepId) },
  });
}

export function sayActed(acted: Pick<Acted, 'message' | 'stepId'>): void {
  const { stepId, message } = acted;
  showToast({
    text: withDays(message),
    ...(stepId === null ? {} : { action: { label: t.toast.undo, run: () => void undoStep(stepId) } }),
  });
}

interface PerformOptions {
  readonly onDone?: (acted: Acted) => void;
  readonly onFail?: (error: unknown) => void;
  /** For many small acts in a row, whose own page already says what happened. */
  readonly silent?: boolean;
}

/** Carries out an act, reports it with its undo, and fetches what is on screen again. Never rejects: a failure is told. */
export async function perform(
  act: Promise<Acted>,
  { onDone, onFail, silent = false }: PerformOptions = {},
): Promise<Acted | undefined> {
  try {
    const acted = await act;
    if (!silent) sayActed(acted);
    onDone?.(acted);
    refresh();
    return acted;
  } catch (error) {
    showToast({ text: messageOf(error), tone: 'problem' });
    onFail?.(error);
    refresh();
    return undefined;
  }
}
