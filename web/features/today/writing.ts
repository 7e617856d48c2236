import { useSyncExternalStore } from 'react';
import { CHANNELS, type Channel } from '../../../src/domain/words.ts';

/**
 * Whom a message was opened for and not yet answered “Did you send it?”. Kept on the device: phones drop pages they left, and
 * the app that was opened may close this one.
 */
const KEY = 'tendril.writing';
/** In milliseconds: after three days nobody remembers, and the question would only be in the way. */
const ASKED_FOR = 3 * 24 * 60 * 60 * 1000;

interface Writing {
  readonly channel: Channel;
  /** When it was opened, in milliseconds since the epoch. */
  readonly at: number;
}
type All = Readonly<Record<string, Writing>>;

/** What is kept of it, without what is too old; nothing of a text that is something else. */
export function readWriting(text: string | null, now: number): All {
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const entries = Object.entries(stored).flatMap(([id, value]: [string, unknown]) => {
      if (typeof value !== 'object' || value === null || !('at' in value) || !('channel' in value)) return [];
      const channel = CHANNELS.find((known) => known === value.channel);
      const at = Number(value.at);
      return channel === undefined || !(at <= now && now - at < ASKED_FOR) ? [] : [[id, { channel, at }] as const];
    });
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage is blocked; only the question after a reload is lost.
  }
}

let writing: All | undefined;
const listeners = new Set<() => void>();
const current = (): All => {
  writing ??= readWriting(recall(), Date.now());
  return writing;
};

/** Another window of this device may have asked, or heard the answer. */
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key !== null && key !== KEY) return;
  writing = undefined;
  for (const listener of listeners) listener();
});

function set(next: All): void {
  writing = next;
  try {
    if (Object.keys(next).length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // As above: it still holds until the page is left.
  }
  for (const listener of listeners) listener();
}

export function keepWriting(personId: string, channel: Channel): void {
  set({ ...current(), [personId]: { channel, at: Date.now() } });
}

export function stopWriting(personId: string): void {
  const { [personId]: _, ...rest } = current();
  set(rest);
}

/** The channel a message to this person was opened in, while it is not known whether it was sent. */
export function useWriting(personId: string): Channel | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current()[personId]?.channel,
  );
}
