import type { Identity } from '../../domain/card/identities.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { compareNames, sharesGivenName } from '../../domain/card/same-name.ts';

/** The strongest evidence first: an id or a profile is of one person, an address or number may be shared. */
const STRENGTH: readonly Identity['kind'][] = ['uid', 'profile', 'email', 'phone'];

export interface KnownPerson {
  readonly id: string;
  readonly card: Card;
}

/**
 * Whose card a draft is, by what identifies a person across sources; undefined when nobody's, or when it cannot be told.
 * A shared address needs a name called the same, a shared number the whole name: families share the one, offices the other.
 * A name alone is never enough.
 */
export function matchDraft(
  draft: Card,
  identities: readonly Identity[],
  candidates: (identity: Identity) => readonly KnownPerson[],
): string | undefined {
  for (const kind of STRENGTH) {
    const found = new Map<string, KnownPerson>();
    for (const identity of identities) {
      if (identity.kind !== kind) continue;
      for (const person of candidates(identity)) found.set(person.id, person);
    }
    const fitting = [...found.values()].filter((person) => fits(kind, draft, person.card));
    if (fitting.length === 1) return fitting[0]?.id;
    if (fitting.length > 1) {
      const same = fitting.filter((person) => compareNames(draft, person.card) === 'same');
      if (same.length === 1) return same[0]?.id;
    }
  }
  return undefined;
}

function fits(kind: Identity['kind'], draft: Card, known: Card): boolean {
  if (kind === 'profile') return true;
  const names = compareNames(draft, known);
  // Card ids are copied with the cards they stood on.
  if (kind === 'uid') return names !== 'different';
  if (names === 'unknown' || names === 'same' || names === 'compatible') return true;
  return kind === 'email' && names === 'related' && sharesGivenName(draft, known);
}
