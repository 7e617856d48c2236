import { expect, test } from 'vitest';
import type { TriageCard } from '../../src/contract/shapes.ts';
import {
  addCards,
  ahead,
  decideShown,
  dropCard,
  EMPTY_DECK,
  positionOf,
  previous,
  reopen,
  shownCard,
  skip,
} from './triage-deck.ts';

const aCard = (id: string): TriageCard => ({
  person: {
    id,
    name: id,
    initials: '',
    photo: null,
    headline: null,
    place: null,
    circles: [],
    tags: [],
    lastTouch: null,
    nextTouch: null,
    warmth: null,
    organisation: null,
    city: null,
    email: null,
    phone: null,
    birthday: null,
    archived: false,
  },
  suggestion: null,
  known: [],
  doubles: [],
});
const page = (ids: string[], remaining = ids.length, sorted = 0) => ({ remaining, sorted, cards: ids.map(aCard) });
const dealt = (ids: string[], asked = 50) => addCards(EMPTY_DECK, page(ids), asked);
const shown = (deck: ReturnType<typeof dealt>) => shownCard(deck)?.person.id;

test('shows one after another until nobody is left', () => {
  let deck = dealt(['ada', 'bo']);
  expect([shown(deck), positionOf(deck), deck.total]).toEqual(['ada', 1, 2]);
  deck = decideShown(deck);
  expect([shown(deck), positionOf(deck)]).toEqual(['bo', 2]);
  deck = decideShown(deck);
  expect(shown(deck)).toBeUndefined();
  expect(decideShown(deck)).toBe(deck);
});

test('counts on from those sorted before', () => {
  const deck = addCards(EMPTY_DECK, page(['ada'], 376, 36), 50);
  expect([positionOf(deck), deck.total]).toEqual([37, 412]);
});

test('comes back to those put aside once the rest is done', () => {
  let deck = skip(dealt(['ada', 'bo', 'cy']));
  expect(shown(deck)).toBe('bo');
  deck = decideShown(decideShown(deck));
  expect(shown(deck)).toBe('ada');
});

test('goes back over undecided people only', () => {
  const deck = skip(decideShown(skip(dealt(['ada', 'bo', 'cy', 'di']))));
  expect(shown(deck)).toBe('di');
  expect(shown(previous(deck))).toBe('cy');
  expect(shown(previous(previous(deck)))).toBe('ada');
  expect(shown(previous(previous(previous(deck))))).toBe('ada');
});

test('shows again whose decision was taken back', () => {
  const deck = reopen(decideShown(dealt(['ada', 'bo'])), 'ada');
  expect([shown(deck), positionOf(deck)]).toEqual(['ada', 1]);
  expect(reopen(deck, 'stranger')).toBe(deck);
});

test('takes in new people only, while decisions are still on their way', () => {
  const deck = addCards(decideShown(dealt(['ada', 'bo'], 2)), page(['ada', 'bo', 'cy'], 3), 3);
  expect(deck.cards.map((card) => card.person.id)).toEqual(['ada', 'bo', 'cy']);
  expect([deck.total, deck.exhausted, ahead(deck)]).toEqual([2, false, 2]);
});

test('knows when nobody new is left to fetch', () => {
  const deck = dealt(['ada', 'bo'], 2);
  expect(deck.exhausted).toBe(false);
  expect(addCards(deck, page(['ada', 'bo']), 2).exhausted).toBe(true);
});

test('drops one who was merged and keeps the place', () => {
  const deck = skip(dealt(['ada', 'bo', 'cy']));
  expect(shown(dropCard(deck, 'ada'))).toBe('bo');
  expect(shown(dropCard(deck, 'bo'))).toBe('cy');
  expect(dropCard(deck, 'bo').total).toBe(2);
});
