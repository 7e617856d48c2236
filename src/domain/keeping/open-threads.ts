import type { CalendarDate, Instant } from '../dates.ts';
import type { Channel, Direction } from '../words.ts';
import { type ContactLike, isRealContact } from './rhythm.ts';

/** A touch as far as it matters for what is left open. `id` sorts by the time it was logged (UUIDv7). */
export interface OpenTouch extends ContactLike {
  readonly id: string;
  readonly date: CalendarDate;
  readonly at?: Instant | null | undefined;
  readonly channel: Channel;
  readonly direction: Direction;
  /** A first meeting, or marked to be followed up. */
  readonly followUp: boolean;
}

/** Face to face or by voice: what was said there was answered there, so no message is left waiting. */
const SPOKEN: ReadonlySet<Channel> = new Set(['phone', 'video', 'in-person', 'event']);

export function isSpoken(channel: Channel): boolean {
  return SPOKEN.has(channel);
}

/** Their last message, if nothing of mine came after it; undefined when all is answered. */
export function unansweredTouch<T extends OpenTouch>(touches: Iterable<T>): T | undefined {
  const last = inOrder(touches).at(-1);
  return last !== undefined && last.direction === 'theirs' && !isSpoken(last.channel) ? last : undefined;
}

/** The latest touch to follow up, while I have neither written nor met them since; undefined when there is none. */
export function touchToFollowUp<T extends OpenTouch>(touches: Iterable<T>): T | undefined {
  const ordered = inOrder(touches);
  const index = ordered.findLastIndex((touch) => touch.followUp);
  return ordered.slice(index + 1).every((touch) => touch.direction === 'theirs') ? ordered[index] : undefined;
}

/** Real contacts by day, then by the moment if both have one, then as they were logged. */
function inOrder<T extends OpenTouch>(touches: Iterable<T>): readonly T[] {
  return [...touches].filter(isRealContact).sort((a, b) => {
    if (a.date !== b.date) return a.date < b.date ? -1 : 1;
    if (typeof a.at === 'string' && typeof b.at === 'string' && a.at !== b.at) return a.at < b.at ? -1 : 1;
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  });
}
