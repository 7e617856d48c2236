import type { CalendarDate } from '../dates.ts';
import type { DraftKind, DraftStyle } from '../words.ts';
import type { Candidate, Reason } from './candidate.ts';
import type { NearHoliday } from './holiday-reason.ts';
import type { Wordings } from './lines.ts';
import type { Thread } from './thread.ts';

/** Chooses one of a pool; `label` tells pools apart. */
export interface WordingPicker {
  pick<T>(label: string, pool: readonly T[]): T;
}

/** What a message is made of. */
export interface Parts {
  readonly candidate: Candidate;
  readonly today: CalendarDate;
  readonly locale: string;
  readonly style: DraftStyle;
  /** What one calls them. */
  readonly name: string;
  readonly lead?: Reason | undefined;
  /** What the message is for; what the lead says when there is none. */
  readonly kind?: DraftKind;
  /** What is thanked or asked for. */
  readonly about?: string | undefined;
  /** A day to mention in passing. */
  readonly holiday?: NearHoliday | undefined;
  /** Something else to say in passing: one of these. */
  readonly aside?: readonly string[] | undefined;
  readonly thread?: Thread;
  readonly second?: Thread;
}

/** A greeting, if the wish does not greet already, and the sentences after it. */
export interface Body {
  readonly wish?: string;
  readonly sentences: readonly string[];
}

/** One of the ready wordings. */
export function worded({ label, lines }: Wordings, picker: WordingPicker): string {
  return picker.pick(label, lines);
}
