import { useSyncExternalStore } from 'react';
import { CHANNELS, type Channel } from '../../../src/domain/words.ts';

/** Whom a message was opened for and not yet answered “Did you send it?”. Outlives a reload: phones drop pages they left. */
const KEY = 'tendril.writing';

function read(): Readonly<Record<string, Channel>> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const entries = Object.entries(stored).flatMap(([id, value]) => {
      const channel = CHANNELS.find((known) => known === value);
      return channel === undefined ? [] : [[id, channel] as const];
    });
    return Object.fromEntries(entries);
  } catch {
    return {}; // Storage is blocked or holds something else; only the question after a reload is lost.
  }
}

let writing = read();
const listeners = new Set<() => void>();

function set(next: Readonly<Record<string, Channel>>): void {
  writing = next;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // As above: it still holds until the page is left.
  }
  for (const listener of listeners) listener();
}

export function keepWriting(personId: string, channel: Channel): void {
  set({ ...writing, [personId]: channel });
}

export function stopWriting(personId: string): void {
  const { [personId]: _, ...rest } = writing;
  set(rest);
}

/** The channel a message to this person was opened in, while it is not known whether it was sent. */
export function useWriting(personId: string): Channel | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => writing[personId],
  );
}
