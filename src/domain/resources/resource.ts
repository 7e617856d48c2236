import type { CalendarDate } from '../dates.ts';
import type { Reaction, ResourceKind } from '../words.ts';

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

/** That somebody got it, or is meant to. */
export interface Share {
  readonly resourceId: string;
  readonly personId: string;
  /** Absent while it is only meant for them. */
  readonly sharedOn?: CalendarDate;
  readonly reaction?: Reaction;
}
