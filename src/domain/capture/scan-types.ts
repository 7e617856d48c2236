import type { DirectoryPerson } from './capture.ts';
import type { When } from './when-types.ts';

/** Who a mention is, as far as the line says. */
export type Who =
  | { readonly kind: 'known'; readonly people: readonly DirectoryPerson[] }
  | { readonly kind: 'unclear'; readonly candidates: readonly DirectoryPerson[]; readonly canCreate: boolean }
  | { readonly kind: 'new'; readonly name: string; readonly organization?: string; readonly title?: string };

/** A person named in the line. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly clitic?: string;
  readonly who: Who;
  /** Stands where somebody who was there stands: behind "with", "met", "called" or in such a list. */
  readonly isParticipant: boolean;
  readonly isForced: boolean;
}

/** The line as the grammar sees it: words, marks, and what was recognised among them. */
export type Node = { readonly start: number; readonly end: number; readonly glued: boolean } & (
  | { readonly kind: 'word'; readonly text: string; readonly fold: string; readonly clitic?: string }
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'name'; readonly mention: Mention }
  | { readonly kind: 'when'; readonly when: When }
  | { readonly kind: 'organization'; readonly text: string }
  | { readonly kind: 'tag'; readonly text: string }
);
