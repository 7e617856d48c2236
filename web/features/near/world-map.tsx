import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CityCount, Place } from '../../../src/contract/shapes.ts';
import { useScheme } from '../../lib/hooks.ts';
import { tNear } from '../../lib/strings-near.ts';
import { p } from '../../lib/strings-pictures.ts';
import { colourOf, STEP, useFrameSize, usePointers, useWheel, ZoomButton } from '../pictures/map-controls.tsx';
import { centredOn, dotBeside, isInside, type View, zoomed } from '../pictures/map-view.ts';
import { paintWorld, type WorldTones } from './world-painter.ts';
import { aroundSpots, moved, type Spot, spotAt, spotsOf, wholeWorld } from './world-view.ts';

interface WorldMapProps {
  readonly places: readonly Place[];
  /** The city whose people are shown. */
  readonly city: string;
  readonly onOpen: (city: CityCount) => void;
}

/** How near a pointer or a thumb has to come, in pixels. */
const REACH = { mouse: 6, touch: 18 };

/** Where people live. What it does is done by mouse, thumb and keyboard; the table beside it tells the same. */
export function WorldMap({ places, city, onOpen }: WorldMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [own, setView] = useState<View>();
  const reset = useCallback(() => setView(undefined), []);
  const size = useFrameSize(frame, reset);
  const [pointed, point] = useState<string>();
  const scheme = useScheme();
  const spots = useMemo(() => spotsOf(places, size), [places, size]);
  const view = own ?? aroundSpots(spots, size);
  const open = spots.find(({ place }) => place.cities.some((one) => one.city.toLowerCase() === city.toLowerCase()));
  const chosen = pointed ?? open?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours read from the page change with the scheme.
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (!ctx || size.width === 0) return;
    const id = requestAnimationFrame(() =>
      paintWorld(ctx, spots, { view, chosen, tones: tonesNow(), size, ratio: devicePixelRatio }),
    );
    return () => cancelAnimationFrame(id);
  }, [spots, view, chosen, size, scheme]);

  const zoom = useCallback(
    (factor: number, at?: { x: number; y: number }) =>
      setView((before) =>
        zoomed(before ?? aroundSpots(spots, size), factor, {
          at: at ?? { x: size.width / 2, y: size.height / 2 },
          least: wholeWorld(size),
        }),
      ),
    [size, spots],
  );
  useWheel(canvas, zoom);

  const show = (spot: Spot | undefined): void => {
    point(spot?.id);
    if (spot !== undefined && !isInside(spot, view, size)) setView(centredOn(spot, size, view.scale));
  };
  const openSpot = (spot: Spot | undefined): void => {
    const [first] = spot?.place.cities ?? [];
    if (first !== undefined) onOpen(first);
  };
  const pointers = usePointers({
    onMove: (by) => setView((before) => moved(before ?? view, by, size)),
    onPinch: zoom,
    onHover: (at) => point(spotAt(spots, view, { ...at, reach: REACH.mouse })?.id),
    onPress: (at, isMouse) => {
      const spot = spotAt(spots, view, { ...at, reach: isMouse ? REACH.mouse : REACH.touch });
      point(spot?.id);
      openSpot(spot);
    },
  });

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = spots.find(({ id }) => id === chosen);
    if (event.key.startsWith('Arrow')) {
      const next = from === undefined ? spots[0] : dotBeside(spots, from, event.key);
      if (next !== undefined) show(spots.find(({ id }) => id === next.id));
    } else if (event.key === 'Enter' && from !== undefined) openSpot(from);
    else if (event.key === 'Escape') point(undefined);
    else if (event.key === '+' || event.key === '=')
      zoom(STEP, from && { x: view.x + from.x * view.scale, y: view.y + from.y * view.scale });
    else if (event.key === '-') zoom(1 / STEP);
    else if (event.key === '0') setView(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const spot = spots.find(({ id }) => id === chosen);
  return (
    <div
      ref={frame}
      className="card relative h-[clamp(17rem,calc(100dvh-24rem),40rem)] overflow-hidden bg-sunk! max-desk:h-auto max-desk:aspect-[5/4]"
    >
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: what is drawn here is gone through by keys. */}
      <canvas
        ref={canvas}
        role="application"
        aria-label={tNear.map.label(places.length)}
        tabIndex={0}
        width={Math.round(size.width * devicePixelRatio)}
        height={Math.round(size.height * devicePixelRatio)}
        className={`block size-full rounded-card outline-offset-[-3px] ${pointed === undefined ? 'cursor-grab' : 'cursor-pointer'}`}
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
      <p
        aria-live="polite"
        className={`pointer-events-none absolute start-3 bottom-3 max-w-[min(18rem,calc(100%-5rem))] ${spot === undefined ? 'sr-only' : 'rounded-soft border border-line bg-card/94 px-3 py-2 shadow-card'}`}
      >
        {spot !== undefined && (
          <>
            <bdi className="block font-serif text-lead leading-tight">{spot.place.cities[0]?.city}</bdi>
            <span className="text-small text-soft">{tNear.map.people(spot.place.people)}</span>
          </>
        )}
      </p>
    </div>
  );
}

function tonesNow(): WorldTones {
  return {
    land: colourOf('--card'),
    border: colourOf('--line'),
    ink: colourOf('--ink'),
    halo: colourOf('--card'),
    dot: colourOf('--leaf'),
  };
}
