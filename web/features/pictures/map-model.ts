import type { MapPage } from '../../../src/contract/shapes.ts';
import { fold } from '../../../src/domain/fold.ts';
import { type Dot, layOut, type MapLayout } from '../../../src/domain/pictures/layout.ts';

/** More circles than these share the last ring of circles. */
const MOST_RINGS = 6;

export type MapPerson = MapPage['people'][number];
export type MapTie = MapPage['ties'][number];

/** Everything the map draws and the table tells, made once of all pages. */
export interface MapModel {
  readonly people: readonly MapPerson[];
  readonly byId: ReadonlyMap<string, MapPerson>;
  /** Between people who are both drawn. */
  readonly ties: readonly MapTie[];
  readonly tiesOf: ReadonlyMap<string, readonly MapTie[]>;
  readonly layout: MapLayout;
  readonly dotOf: ReadonlyMap<string, Dot>;
  /** In the order of `layout.rings`. */
  readonly dotsOfRings: readonly (readonly Dot[])[];
  /** Who introduced somebody. */
  readonly openers: readonly Dot[];
  /** Names of the rings of circles from the closest on; one more ring may follow of people in no circle. */
  readonly rings: readonly string[];
  readonly circleNames: ReadonlyMap<string, string>;
  readonly total: number;
}

export function toModel(pages: readonly MapPage[], otherCircles: string): MapModel {
  const people = pages.flatMap((page) => page.people);
  const byId = new Map(people.map((person) => [person.id, person]));
  const ties = pages.flatMap((page) => page.ties).filter(({ from, to }) => byId.has(from) && byId.has(to));
  const circleNames = new Map((pages[0]?.circles ?? []).map(({ id, name }) => [id, name]));
  const used = [...circleNames.keys()].filter((id) => people.some((person) => person.circle === id));
  const shared = used.length > MOST_RINGS;
  const rings = shared
    ? [...used.slice(0, MOST_RINGS - 1).map((id) => circleNames.get(id) ?? ''), otherCircles]
    : used.map((id) => circleNames.get(id) ?? '');
  const place = new Map(used.map((id, at) => [id, Math.min(at, rings.length - 1)]));
  const ringOf = new Map(people.map(({ id, circle }) => [id, place.get(circle ?? '') ?? rings.length]));
  const layout = layOut(
    people.map(({ id, closeness, organization }) => ({ id, ring: ringOf.get(id) ?? 0, closeness, organization })),
    ties,
  );
  const tiesOf = new Map<string, MapTie[]>();
  for (const tie of ties)
    for (const end of [tie.from, tie.to]) {
      const list = tiesOf.get(end);
      if (list === undefined) tiesOf.set(end, [tie]);
      else list.push(tie);
    }
  const dotOf = new Map(layout.dots.map((dot) => [dot.id, dot]));
  const dotsOf = Map.groupBy(layout.dots, ({ id }) => ringOf.get(id));
  const openers = new Set(ties.filter(({ introduction }) => introduction).map(({ to }) => to));
  return {
    people,
    byId,
    ties,
    tiesOf,
    layout,
    dotOf,
    dotsOfRings: layout.rings.map(({ ring }) => dotsOf.get(ring) ?? []),
    openers: [...openers].flatMap((id) => dotOf.get(id) ?? []),
    rings,
    circleNames,
    total: pages[0]?.total ?? people.length,
  };
}

/** Who fits what is looked for: a part of the name or the organisation, and a circle; undefined when nothing is asked. */
export function litBy(
  model: MapModel,
  { words, circle }: { readonly words: string; readonly circle: string },
): ReadonlySet<string> | undefined {
  const folded = fold(words).trim();
  if (folded === '' && circle === '') return undefined;
  return new Set(
    model.people
      .filter(
        ({ name, organization, circles }) =>
          (circle === '' || circles.includes(circle)) &&
          (folded === '' || fold(name).includes(folded) || fold(organization ?? '').includes(folded)),
      )
      .map(({ id }) => id),
  );
}

/** Whom somebody introduced, and by whom they were introduced. */
export function doorsOf(
  model: MapModel,
  id: string,
): { readonly by: readonly string[]; readonly opened: readonly string[] } {
  const made = (model.tiesOf.get(id) ?? []).filter(({ introduction }) => introduction);
  const nameOf = (other: string) => model.byId.get(other)?.name ?? '';
  return {
    by: made.filter(({ from }) => from === id).map(({ to }) => nameOf(to)),
    opened: made.filter(({ to }) => to === id).map(({ from }) => nameOf(from)),
  };
}
