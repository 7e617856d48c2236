import type { Triage, TriageCard } from '../../src/contract/shapes.ts';

/** The people in hand: who is shown, who was decided, who was put aside for later. Plain data, moved by plain functions. */
export interface Deck {
  readonly cards: readonly TriageCard[];
  readonly at: number;
  readonly decided: ReadonlySet<string>;
  /** Decided before this page was opened plus still to decide then. */
  readonly total: number;
  readonly sortedBefore: number;
  /** Nobody is left on the server beyond those in hand. */
  readonly exhausted: boolean;
}

export const EMPTY_DECK: Deck = { cards: [], at: 0, decided: new Set(), total: 0, sortedBefore: 0, exhausted: false };

/** Adds people fetched meanwhile. Decisions still on their way make the server send some again: they are known already. */
export function addCards(deck: Deck, page: Triage, asked: number): Deck {
  const known = new Set(deck.cards.map((card) => card.person.id));
  const fresh = page.cards.filter((card) => !known.has(card.person.id));
  const first = deck.cards.length === 0;
  return {
    ...deck,
    cards: [...deck.cards, ...fresh],
    total: first ? page.remaining + page.sorted : deck.total,
    sortedBefore: first ? page.sorted : deck.sortedBefore,
    exhausted: page.cards.length < asked || (!first && fresh.length === 0),
  };
}

function nextOpen(deck: Deck, from: number, step: 1 | -1): number | undefined {
  for (let at = from; at >= 0 && at < deck.cards.length; at += step) {
    const card = deck.cards[at];
    if (card !== undefined && !deck.decided.has(card.person.id)) return at;
  }
  return undefined;
}

/** The next undecided person; past the end, the first one put aside; `cards.length` when nobody is left. */
function moveOn(deck: Deck, from: number): Deck {
  return {
    ...deck,
    at: nextOpen(deck, from, 1) ?? (deck.exhausted ? nextOpen(deck, 0, 1) : undefined) ?? deck.cards.length,
  };
}

export function shownCard(deck: Deck): TriageCard | undefined {
  return deck.cards[deck.at];
}

export function decideShown(deck: Deck): Deck {
  const card = shownCard(deck);
  if (card === undefined) return deck;
  return moveOn({ ...deck, decided: new Set([...deck.decided, card.person.id]) }, deck.at + 1);
}

/** Puts a person back in front: their decision was taken back or refused. */
export function reopen(deck: Deck, personId: string): Deck {
  const at = deck.cards.findIndex((card) => card.person.id === personId);
  if (at < 0) return deck;
  return { ...deck, at, decided: new Set([...deck.decided].filter((id) => id !== personId)) };
}

export function skip(deck: Deck): Deck {
  return shownCard(deck) === undefined ? deck : moveOn(deck, deck.at + 1);
}

export function previous(deck: Deck): Deck {
  const at = nextOpen(deck, Math.min(deck.at, deck.cards.length) - 1, -1);
  return at === undefined ? deck : { ...deck, at };
}

/** Takes someone off the deck who is no longer anyone: merged into another. */
export function dropCard(deck: Deck, personId: string): Deck {
  const shown = shownCard(deck)?.person.id;
  const cards = deck.cards
    .filter((card) => card.person.id !== personId)
    .map((card) => ({ ...card, doubles: card.doubles.filter((double) => double.id !== personId) }));
  const at =
    shown === undefined || shown === personId
      ? Math.min(deck.at, cards.length)
      : cards.findIndex((card) => card.person.id === shown);
  return { ...deck, cards, at, total: Math.max(0, deck.total - (cards.length < deck.cards.length ? 1 : 0)) };
}

/** How many undecided people lie ahead of the one shown. */
export function ahead(deck: Deck): number {
  return deck.cards.slice(deck.at).filter((card) => !deck.decided.has(card.person.id)).length;
}

/** “37 of 412”: the one shown, counted from 1. */
export function positionOf(deck: Deck): number {
  return deck.sortedBefore + deck.decided.size + 1;
}
