import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useScheme } from '../../lib/hooks.ts';
import { p } from '../../lib/strings-pictures.ts';
import { MapCard } from './map-card.tsx';
import { colourOf, STEP, useFrameSize, usePointers, useWheel, ZoomButton } from './map-controls.tsx';
import type { MapModel } from './map-model.ts';
import { paintMap, type TieChoice, type Tones } from './map-painter.ts';
import { centredOn, dotAt, dotBeside, fitted, isInside, type View, zoomed } from './map-view.ts';
import { ringTone } from './tones.ts';

interface NetworkMapProps {
  readonly model: MapModel;
  readonly lit: ReadonlySet<string> | undefined;
  readonly ties: TieChoice;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** How near a pointer or a thumb has to come, in pixels. */
const REACH = { mouse: 8, touch: 22 };

/** People as dots around oneself. Everything it does can be done by mouse, thumb and keyboard; the table beside it tells the same. */
export function NetworkMap({ model, lit, ties, chosen, onChoose }: NetworkMapProps) {
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const swatches = useRef<HTMLUListElement>(null);
  const [own, setView] = useState<View>();
  const reset = useCallback(() => setView(undefined), []);
  const size = useFrameSize(frame, reset);
  const scheme = useScheme();
  const least = fitted(size, model.layout.radius);
  const view = own ?? least;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours read from the page change with the scheme.
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (!ctx || size.width === 0) return;
    const frameId = requestAnimationFrame(() =>
      paintMap(ctx, model, {
        state: { view, ties, lit, chosen },
        tones: tonesOf(swatches.current),
        size,
        ratio: devicePixelRatio,
        words: { you: p.map.you, noCircle: p.map.noCircle },
      }),
    );
    return () => cancelAnimationFrame(frameId);
  }, [model, view, ties, lit, chosen, size, scheme]);

  const zoom = useCallback(
    (factor: number, at?: { x: number; y: number }) =>
      setView((before) => {
        const everyone = fitted(size, model.layout.radius);
        const next = zoomed(before ?? everyone, factor, {
          at: at ?? { x: size.width / 2, y: size.height / 2 },
          least: everyone,
        });
        return next === everyone ? undefined : next;
      }),
    [size, model],
  );
  useWheel(canvas, zoom);

  // Whoever is found or gone to comes into sight.
  useEffect(() => {
    const dot = model.dotOf.get(chosen ?? '');
    if (dot !== undefined)
      setView((before) =>
        before === undefined || isInside(dot, before, size) ? before : centredOn(dot, size, before.scale),
      );
  }, [chosen, model, size]);

  const open = (id: string): void => void navigate({ to: '/people/$id', params: { id } });

  const pointers = usePointers({
    onMove: (by) => setView((before) => before && { ...before, x: before.x + by.x, y: before.y + by.y }),
    onPinch: zoom,
    onHover: (at) => onChoose(dotAt(model.layout.dots, view, { ...at, reach: REACH.mouse })?.id),
    onPress: (at, isMouse) => {
      const dot = dotAt(model.layout.dots, view, { ...at, reach: isMouse ? REACH.mouse : REACH.touch });
      // A thumb covers what it points at: the first tap tells who it is.
      if (dot !== undefined && (isMouse || dot.id === chosen)) open(dot.id);
      else onChoose(dot?.id);
    },
  });

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = model.dotOf.get(chosen ?? '');
    const next = from === undefined ? model.layout.dots[0] : dotBeside(model.layout.dots, from, event.key);
    if (event.key.startsWith('Arrow')) {
      if (next !== undefined) {
        onChoose(next.id);
      }
    } else if (event.key === 'Enter' && chosen !== undefined) open(chosen);
    else if (event.key === 'Escape') onChoose(undefined);
    else if (event.key === '+' || event.key === '=') zoom(STEP, from && onScreen(from, view));
    else if (event.key === '-') zoom(1 / STEP);
    else if (event.key === '0') setView(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const rings = model.layout.rings.map(({ ring }) => ring);
  return (
    <div className="grid gap-3">
      <div
        ref={frame}
        className="card relative h-[clamp(21rem,calc(100dvh-21rem),48rem)] overflow-hidden max-desk:h-auto max-desk:aspect-square bg-paper!"
      >
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: what is drawn here is gone through by keys. */}
        <canvas
          ref={canvas}
          role="application"
          aria-label={p.map.label(model.people.length)}
          tabIndex={0}
          width={Math.round(size.width * devicePixelRatio)}
          height={Math.round(size.height * devicePixelRatio)}
          className={`block size-full rounded-card outline-offset-[-3px] ${chosen === undefined ? '' : 'cursor-pointer'}`}
          // At first a thumb that moves up or down scrolls the page; nearer, it moves the map.
          style={{ touchAction: own === undefined ? 'pan-y' : 'none' }}
          onKeyDown={press}
          {...pointers}
        />
        <div className="absolute end-3 bottom-3 grid gap-1.5">
          <ZoomButton label={p.map.in} icon="plus" onClick={() => zoom(STEP)} />
          <ZoomButton label={p.map.out} icon="minus" onClick={() => zoom(1 / STEP)} />
          {own !== undefined && <ZoomButton label={p.map.fit} icon="circles" onClick={() => setView(undefined)} />}
        </div>
        <MapCard model={model} id={chosen} onOpen={open} />
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-1 text-small text-faint">
        <ul ref={swatches} className="flex flex-wrap gap-x-4 gap-y-1">
          {rings.map((ring) => (
            <li key={ring} className="inline-flex items-center gap-1.5">
              <i
                aria-hidden="true"
                className="size-2.5 rounded-full"
                style={{ background: ringTone(ring, model.rings.length) }}
              />
              {model.rings[ring] ?? p.map.noCircle}
            </li>
          ))}
        </ul>
        <p>{model.ties.some(({ introduction }) => introduction) ? `${p.map.hint} ${p.map.doorHint}` : p.map.hint}</p>
      </div>
    </div>
  );
}

function onScreen({ x, y }: { x: number; y: number }, view: View): { x: number; y: number } {
  return { x: view.x + x * view.scale, y: view.y + y * view.scale };
}

/** What the page has made of the colours: read from what is drawn in them beside the map. */
function tonesOf(legend: HTMLUListElement | null): Tones {
  const style = getComputedStyle(document.body);
  return {
    rings: [...(legend?.querySelectorAll('i') ?? [])].map((swatch) => getComputedStyle(swatch).backgroundColor),
    line: colourOf('--line'),
    ink: style.color,
    faint: colourOf('--ink-faint'),
    paper: style.backgroundColor,
    leaf: colourOf('--leaf'),
  };
}
