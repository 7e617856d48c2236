import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { EDGE, intentOf, placeOf, type SwipeSide } from './swipe.ts';

/** What letting go beyond the threshold does; a side without an act does not move. */
export type SwipeActs = Readonly<Partial<Record<SwipeSide, () => void>>>;

interface Held {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  swiping: boolean;
}

/**
 * A card that a thumb can push aside. The look is CSS alone: `data-swipe` names the side, `data-armed` says that letting
 * go acts, `--swipe` is how far it has gone. A mouse selects text instead, and has buttons.
 */
export function useSwipe<E extends HTMLElement>(acts: SwipeActs) {
  const held = useRef<Held>(undefined);
  const swiped = useRef(false);

  const release = (card: E): void => {
    held.current = undefined;
    delete card.dataset.swipe;
    delete card.dataset.armed;
    card.style.removeProperty('--swipe');
    delete document.documentElement.dataset.swiping;
  };

  /** Shows where the finger is; the side whose act would be carried out, if any. */
  const follow = (card: E, dx: number): SwipeSide | undefined => {
    const rtl = getComputedStyle(card).direction === 'rtl';
    const { side, armed } = placeOf(dx, { width: card.offsetWidth, rtl });
    const acting = acts[side] !== undefined && armed;
    card.dataset.swipe = side;
    card.style.setProperty('--swipe', `${acts[side] === undefined ? 0 : dx}px`);
    if (acting) card.dataset.armed = '';
    else delete card.dataset.armed;
    return acting ? side : undefined;
  };

  return {
    onPointerDown: (event: PointerEvent<E>): void => {
      swiped.current = false;
      // A second finger: a pinch.
      if (held.current !== undefined) release(event.currentTarget);
      const second = !event.isPrimary;
      const near = Math.min(event.clientX, innerWidth - event.clientX) < EDGE;
      if (event.pointerType === 'mouse' || second || near || isBusy(event.target)) return;
      held.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY, swiping: false };
    },
    onPointerMove: (event: PointerEvent<E>): void => {
      const start = held.current;
      if (start === undefined || start.pointer !== event.pointerId) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (!start.swiping) {
        const intent = intentOf(dx, dy);
        if (intent === 'scroll') release(event.currentTarget);
        if (intent !== 'swipe') return;
        start.swiping = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        document.documentElement.dataset.swiping = '';
      }
      follow(event.currentTarget, dx);
    },
    onPointerUp: (event: PointerEvent<E>): void => {
      const start = held.current;
      if (start === undefined || start.pointer !== event.pointerId) return;
      const side = start.swiping ? follow(event.currentTarget, event.clientX - start.x) : undefined;
      swiped.current = start.swiping;
      release(event.currentTarget);
      if (side !== undefined) acts[side]?.();
    },
    onPointerCancel: (event: PointerEvent<E>): void => release(event.currentTarget),
    // What lay under the finger was pushed, not pressed.
    onClickCapture: (event: MouseEvent<E>): void => {
      if (!swiped.current) return;
      swiped.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** Where moving a finger means something else: choosing a day, the words one is writing. */
function isBusy(target: EventTarget): boolean {
  return (
    target instanceof Element && (target.matches('select, input') || target === target.ownerDocument.activeElement)
  );
}
