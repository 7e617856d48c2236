import type { CalendarDate } from '../dates.ts';
import type { ResourceKind } from '../words.ts';

/** Something kept to be shared. */
export interface Resource {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly url?: string;
  readonly title: string;
  readonly description: string;
  readonly topics: readonly string[];
  readonly addedOn: CalendarDate;
}

/** What a page says of itself. */
export interface PageWords {
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
}

/** Reads a page of the web for what it says of itself. @throws Error whose message says why not, after “because” */
export type PageReader = (address: string) => Promise<PageWords & { readonly kind: ResourceKind }>;
