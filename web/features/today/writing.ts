import { useSyncExternalStore } from 'react';
import type { BodyInput } from '../../../src/contract/routes.ts';
import { CHANNELS, type Channel } from '../../../src/domain/words.ts';

/** A message that was opened in an app, while it is not known whether it was sent. */
export interface Writing {
  readonly channel: Channel;
  readonly text: string;
  /** Whether the words are the owner's rather than the draft's. */
  readonly edited: boolean;
}

/** Whom a message was opened for and not yet answered “Did you send it?”. Outlives a reload: phones drop pages they left. */
const KEY = 'tendril.writing';

function read(): Readonly<Record<string, Writing>> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const entries = Object.entries(stored).flatMap(([id, value]) => {
      const kept = writingOf(value);
      return kept === undefined ? [] : [[id, kept] as const];
    });
    return Object.fromEntries(entries);
  } catch {
    return {}; // Storage is blocked or holds something else; only the question after a reload is lost.
  }
}

function writingOf(value: unknown): Writing | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [text, edited] = [Reflect.get(value, 'text'), Reflect.get(value, 'edited')];
  const channel = CHANNELS.find((known) => known === Reflect.get(value, 'channel'));
  return channel === undefined || typeof text !== 'string' ? undefined : { channel, text, edited: edited === true };
}

let writing = read();
const listeners = new Set<() => void>();

function set(next: Readonly<Record<string, Writing>>): void {
  writing = next;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // As above: it still holds until the page is left.
  }
  for (const listener of listeners) listener();
}

export function keepWriting(personId: string, message: Writing): void {
  set({ ...writing, [personId]: message });
}

export function stopWriting(personId: string): void {
  const { [personId]: _, ...rest } = writing;
  set(rest);
}

/** What a touch is to be told of a message that was sent. */
export function sentBy({ channel, text, edited }: Writing): BodyInput<'done'> {
  return { channel, direction: 'mine', ...(text.trim() === '' ? {} : { words: { text, edited } }) };
}

export function useWriting(personId: string): Writing | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => writing[personId],
  );
}
