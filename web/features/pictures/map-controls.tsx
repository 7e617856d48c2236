import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import type { Size } from './map-view.ts';

/** What maps on a canvas have in common: the wheel, pointers, buttons, and the colours of the page. */

/** How much nearer a press on plus brings. */
export const STEP = 1.5;
/** Farther than this, a press was a move. */
const STILL = 6;

export function ZoomButton({
  label,
  icon,
  onClick,
}: {
  readonly label: string;
  readonly icon: 'plus' | 'minus' | 'circles';
  readonly onClick: () => void;
}) {
  return (
    <button type="button" aria-label={label} title={label} className="act act-line act-round bg-card" onClick={onClick}>
      <Icon name={icon} size={16} />
    </button>
  );
}

/** A colour of the page as it is now, light or dark: a canvas knows no variables. */
export function colourOf(variable: string): string {
  const element = document.createElement('i');
  element.style.color = `var(${variable})`;
  document.body.append(element);
  const { color } = getComputedStyle(element);
  element.remove();
  return color;
}

/**
 * How large the frame of a map is, in pixels; 0 by 0 until it stands on the page.
 * @param onResize it has another size: what was in sight is no longer; must stay the same function
 */
export function useFrameSize(frame: RefObject<HTMLElement | null>, onResize: () => void): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watcher = new ResizeObserver(() => {
      measure();
      onResize();
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [frame, onResize]);
  return size;
}

/** The wheel zooms while the map has the focus, and scrolls the page otherwise; a pinch on a touchpad always zooms. */
export function useWheel(
  canvas: { readonly current: HTMLCanvasElement | null },
  zoom: (factor: number, at: { x: number; y: number }) => void,
): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey && document.activeElement !== element) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), { x: event.offsetX, y: event.offsetY });
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [canvas, zoom]);
}

interface PointerActs {
  readonly onMove: (by: { x: number; y: number }) => void;
  readonly onPinch: (factor: number, at: { x: number; y: number }) => void;
  readonly onHover: (at: { x: number; y: number }) => void;
  readonly onPress: (at: { x: number; y: number }, isMouse: boolean) => void;
}

/** One pointer moves or presses, two pinch. */
export function usePointers({ onMove, onPinch, onHover, onPress }: PointerActs) {
  const down = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);
  const at = ({ nativeEvent: { offsetX: x, offsetY: y } }: PointerEvent): { x: number; y: number } => ({ x, y });
  const spread = (): number => {
    const [a, b] = [...down.current.values()];
    return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
  };
  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>): void {
      if (down.current.size === 0) moved.current = 0;
      down.current.set(event.pointerId, at(event));
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLCanvasElement>): void {
      const before = down.current.get(event.pointerId);
      const now = at(event);
      if (before === undefined) {
        if (event.pointerType === 'mouse') onHover(now);
        return;
      }
      const width = spread();
      down.current.set(event.pointerId, now);
      moved.current += Math.hypot(now.x - before.x, now.y - before.y);
      if (down.current.size === 2) {
        const [a, b] = [...down.current.values()];
        if (width > 0 && a && b) onPinch(spread() / width, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
      } else if (moved.current > STILL) onMove({ x: now.x - before.x, y: now.y - before.y });
    },
    onPointerUp(event: PointerEvent<HTMLCanvasElement>): void {
      down.current.delete(event.pointerId);
      if (moved.current <= STILL && down.current.size === 0) onPress(at(event), event.pointerType === 'mouse');
    },
    onPointerCancel(event: PointerEvent<HTMLCanvasElement>): void {
      down.current.delete(event.pointerId);
    },
  };
}
