import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TriageCard } from '../../../src/contract/shapes.ts';
import { messageOf } from '../../lib/acts.ts';
import { client, refresh } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { tTriage } from '../../lib/strings-triage.ts';
import { showToast } from '../../lib/toasts.ts';
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
} from '../../lib/triage-deck.ts';
import { createTriageQueue } from '../../lib/triage-queue.ts';

/** People fetched at a time, and how few may be left before more are asked for. */
const BATCH = 50;
const FEW = 15;
const MOST_ASKED = 500;

export interface DeckControls {
  readonly card: TriageCard | undefined;
  readonly position: number;
  readonly total: number;
  readonly pending: number;
  readonly loading: boolean;
  readonly error: unknown;
  readonly canTakeBack: boolean;
  readonly retry: () => void;
  readonly decide: (circleId: string | null) => void;
  readonly takeBack: () => void;
  readonly skip: () => void;
  readonly previous: () => void;
  readonly drop: (personId: string) => void;
}

/** The deck with its fetching ahead and its sending behind. */
export function useDeck(): DeckControls {
  const [deck, setDeck] = useState(EMPTY_DECK);
  const [pending, setPending] = useState(0);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>();
  const names = useRef(new Map<string, string>());
  const live = useRef(deck);
  live.current = deck;

  const queue = useMemo(
    () =>
      createTriageQueue({
        send: async ({ personId, circleId }) =>
          (await client.sortPerson({ params: { id: personId }, body: { circleId } }, { idempotencyKey: newId() }))
            .stepId,
        undo: (stepId) => client.undo({ body: { stepId } }),
        onError: (problem, { personId }) => {
          showToast({ text: tTriage.failed(names.current.get(personId) ?? '', messageOf(problem)), tone: 'problem' });
          setDeck((old) => reopen(old, personId));
        },
        onPending: (count) => {
          setPending(count);
          if (count === 0) refresh();
        },
      }),
    [],
  );

  const fetchMore = useCallback(async (): Promise<void> => {
    setLoading(true);
    // Those put aside are still unsorted, so the server lists them first: ask past them.
    const undecided = live.current.cards.filter((card) => !live.current.decided.has(card.person.id)).length;
    const asked = Math.min(MOST_ASKED, BATCH + undecided);
    try {
      const page = await client.getTriage({ query: { limit: asked } });
      for (const { person } of page.cards) names.current.set(person.id, person.name);
      setDeck((old) => addCards(old, page, asked));
      setError(undefined);
    } catch (problem) {
      setError(problem);
    }
    setLoading(false);
  }, []);

  const few = ahead(deck) < FEW && !deck.exhausted && error === undefined;
  useEffect(() => {
    if (few && !loading) void fetchMore();
  }, [few, loading, fetchMore]);

  const card = shownCard(deck);
  return {
    card,
    position: positionOf(deck),
    total: deck.total,
    pending,
    loading: loading || few,
    error,
    canTakeBack: deck.decided.size > 0,
    retry: () => setError(undefined),
    decide: (circleId) => {
      if (card === undefined) return;
      queue.decide({ personId: card.person.id, circleId });
      setDeck(decideShown);
    },
    takeBack: () => {
      const personId = queue.takeBack();
      if (personId !== undefined) setDeck((old) => reopen(old, personId));
    },
    skip: () => setDeck(skip),
    previous: () => setDeck(previous),
    drop: (personId) => setDeck((old) => dropCard(old, personId)),
  };
}
