import type { Card } from '../domain/card/jscontact.ts';
import type { CalendarDate } from '../domain/dates.ts';

/** The formats Tendril can read today. */
export type SourceFormat = 'vcard' | 'linkedin' | 'google-csv';

/**
 * One person as one row or card of a source says. Formats make drafts; the import service decides whose they are.
 */
export interface PersonDraft {
  /** Where it stands, for reports: `row 17`, `card 3 (line 120)`. */
  readonly where: string;
  /** The source's own stable key (vCard UID, profile address), or undefined when the source has none. */
  readonly key?: string;
  /** The card as the source gives it. Its `uid` is the source's, or '' when it has none. Photos are `data:` URIs. */
  readonly card: Card;
  /** LinkedIn: the day the profiles were connected. */
  readonly connectedOn?: CalendarDate;
  /** Lost or doubtful values, one plain sentence each; the draft is still good. */
  readonly warnings: readonly string[];
}

/** A row or card that could not become a person, and why, in words a person can act on. */
export interface Skipped {
  readonly where: string;
  readonly reason: string;
}

/** One readable file (a member of a zip counts as one: `export.zip/Connections.csv`). */
export interface ReadFile {
  readonly path: string;
  readonly format: SourceFormat | 'unread';
  /** What tells this account's file from another's, when the file says so; part of the source's identity. */
  readonly account?: string;
  readonly drafts: readonly PersonDraft[];
  readonly skipped: readonly Skipped[];
  /** Problems of the file as a whole, one plain sentence each. */
  readonly warnings: readonly string[];
}
