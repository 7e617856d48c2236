/** What just happened, at the foot of the page, with its undo. A store outside React, so that anything may speak. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'problem';
  readonly details: readonly string[];
  readonly action: { readonly label: string; readonly run: () => void } | undefined;
}

type NewToast = Pick<Toast, 'text'> & Partial<Pick<Toast, 'tone' | 'details' | 'action'>>;

const MOST = 2;
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function showToast({ text, tone = 'done', details = [], action }: NewToast): number {
  const id = nextId++;
  set([...toasts, { id, text, tone, details, action }].slice(-MOST));
  return id;
}

export function closeToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id));
}

export function getToasts(): readonly Toast[] {
  return toasts;
}

/** The newest act that can be taken back from here. */
export function lastUndo(): Toast | undefined {
  return toasts.findLast((toast) => toast.action !== undefined);
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
