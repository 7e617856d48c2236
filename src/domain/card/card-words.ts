import type { Card } from './jscontact.ts';

/** What a card says besides how to reach someone and their days, in lines to read. */
export interface CardWords {
  readonly notes: readonly string[];
  /** “Chidi Okafor”, “spouse”; the word may be empty. */
  readonly related: readonly { readonly name: string; readonly word: string }[];
}

/** A relation may name another card by its address, which says nothing to a reader. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\S+$/i;

export function toCardWords(card: Card): CardWords {
  return {
    notes: Object.values(card.notes ?? {})
      .map(({ note }) => note.trim())
      .filter((note) => note !== ''),
    related: Object.entries(card.relatedTo ?? {})
      .filter(([name]) => !ADDRESS.test(name))
      .map(([name, { relation, label }]) => ({ name, word: label ?? Object.keys(relation ?? {}).join(', ') })),
  };
}
