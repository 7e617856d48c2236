import type { Card } from '../domain/card/jscontact.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { SourceFormat } from '../domain/words.ts';

export type { SourceFormat } from '../domain/words.ts';

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

/** What a reader hands over, one at a time and in the order of the file, so that no file is ever held as cards. */
export type FileItem =
  | { readonly kind: 'draft'; readonly draft: PersonDraft }
  | { readonly kind: 'skipped'; readonly skipped: Skipped }
  /** A problem of the file as a whole, one plain sentence. */
  | { readonly kind: 'warning'; readonly warning: string };

/** A file of which it is known what it is. Its records are its drafts and what was skipped, read as they are asked for. */
export interface OpenFile {
  readonly path: string;
  readonly format: SourceFormat | 'unread';
  /** What tells this account's file from another's, when the file says so; part of the source's identity. */
  readonly account?: string;
  readonly table?: TableReport;
  readonly items: Iterable<FileItem> | AsyncIterable<FileItem>;
}

/** Of a table nobody described: what its columns were taken for, and by whom. */
export interface TableReport {
  readonly signature: string;
  readonly by: 'guess' | 'memory' | 'choice';
  readonly columns: readonly { readonly name: string; readonly field: string }[];
}

/** The items of a file that is small enough to be held. */
export interface ReadItems {
  readonly drafts: readonly PersonDraft[];
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
}

export function collectItems(items: Iterable<FileItem>): ReadItems {
  const drafts: PersonDraft[] = [];
  const skipped: Skipped[] = [];
  const warnings: string[] = [];
  for (const item of items) {
    if (item.kind === 'draft') drafts.push(item.draft);
    else if (item.kind === 'skipped') skipped.push(item.skipped);
    else warnings.push(item.warning);
  }
  return { drafts, skipped, warnings };
}

/** One file read whole (a member of a zip counts as one: `export.zip/Connections.csv`). */
export interface ReadFile extends ReadItems {
  readonly path: string;
  readonly format: SourceFormat | 'unread';
  readonly account?: string;
  readonly table?: TableReport;
}
