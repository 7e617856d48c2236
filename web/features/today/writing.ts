import { useSyncExternalStore } from 'react';
import type { BodyInput } from '../../../src/contract/routes.ts';
import { CHANNELS, type Channel } from '../../../src/domain/words.ts';

/**
 * Whom a message was opened for and not yet answered “Did you send it?”. Kept on the device: phones drop pages they left, and
 * the app that was opened may close this one.
 */
const KEY = 'tendril.writing';
/** In milliseconds: after three days nobody remembers, and the question would only be in the way. */
const ASKED_FOR = 3 * 24 * 60 * 60 * 1000;

/** A message that was opened in an app, while it is not known whether it was sent. */
export interface Message {
  readonly channel: Channel;
  readonly text: string;
  /** Whether the words are the owner's rather than the draft's. */
  readonly edited: boolean;
}

interface Writing extends Message {
  /** When it was opened, in milliseconds since the epoch. */
  readonly at: number;
}
type All = Readonly<Record<string, Writing>>;

/** What is kept of it, without what is too old; nothing of a text that is something else. */
export function readWriting(text: string | null, now: number): All {
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const entries = Object.entries(stored).flatMap(([id, value]) => {
      const kept = writingOf(value);
      return kept === undefined || !(kept.at <= now && now - kept.at < ASKED_FOR) ? [] : [[id, kept] as const];
    });
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

function writingOf(value: unknown): Writing | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [text, edited, at] = [
    Reflect.get(value, 'text'),
    Reflect.get(value, 'edited'),
    Number(Reflect.get(value, 'at')),
  ];
  const channel = CHANNELS.find((known) => known === Reflect.get(value, 'channel'));
  return channel === undefined || typeof text !== 'string' ? undefined : { channel, text, edited: edited === true, at };
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

export function keepWriting(personId: string, message: Message): void {
  set({ ...current(), [personId]: { ...message, at: Date.now() } });
}

export function stopWriting(personId: string): void {
  const { [personId]: _, ...rest } = current();
  set(rest);
}

/** Nothing of it stays on a device that somebody signed out of. */
export function forgetWriting(): void {
  set({});
}

/** What a touch is to be told of a message that was sent. */
export function sentBy({ channel, text, edited }: Message): BodyInput<'done'> {
  return { channel, direction: 'mine', ...(text.trim() === '' ? {} : { words: { text, edited } }) };
}

/** The message that was opened for this person, while it is not known whether it was sent. */
export function useWriting(personId: string): Message | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current()[personId],
  );
}
