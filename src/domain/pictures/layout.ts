import { fold } from '../fold.ts';

/** A person as the map places them. `ring` counts from 0, the closest circle, outwards. */
export interface Placed {
  readonly id: string;
  readonly ring: number;
  /** 0 to 1. */
  readonly closeness: number;
  readonly organization: string | null;
}

export interface Dot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface Ring {
  readonly ring: number;
  readonly inner: number;
  readonly outer: number;
}

/** Where many of one organisation stand: what is written at the rim. */
export interface Sector {
  readonly name: string;
  readonly people: number;
  /** Radians, clockwise from three o'clock. */
  readonly angle: number;
}

export interface MapLayout {
  /** In the order of the people given. */
  readonly dots: readonly Dot[];
  readonly rings: readonly Ring[];
  readonly sectors: readonly Sector[];
  /** Everything lies within this distance of the centre, which is the owner. */
  readonly radius: number;
}

const TURN = 2 * Math.PI;
/** The owner's own room, in units of the picture. */
const CENTRE = 46;
const BETWEEN_RINGS = 30;
/** Room between two dots. */
const GAP = 6;
/** Of more people than this in a ring, all are drawn smaller, down to half: the many would push the few out of sight. */
const CROWD = 400;
const SMALLEST = 0.5;
/** An organisation has a sector of its own from so many people on. */
const LEAST_SECTOR = 3;
const MOST_SECTORS = 12;

/**
 * Places people around the owner as rings of a tree: how near the centre says how close, and whoever works together or is tied
 * stands on the same side. It follows from the network alone, whatever the order it is given in: the same network, the same
 * picture. Time grows with the number of people and ties, hardly more.
 */
export function layOut(
  people: readonly Placed[],
  ties: readonly { readonly from: string; readonly to: string }[],
): MapLayout {
  const sorted = [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = groupsOf(sorted, ties);
  const wished = wishedAngles(groups);
  const dots = new Map<string, Dot>();
  const rings: Ring[] = [];
  let inner = CENTRE;
  const byRing = Map.groupBy(sorted, (person) => person.ring);
  for (const ring of [...byRing.keys()].sort((a, b) => a - b)) {
    const members = [...(byRing.get(ring) ?? [])].sort(
      (a, b) => (wished.get(a.id) ?? 0) - (wished.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
    );
    const outer = placeRing(members, { inner, wished, dots });
    rings.push({ ring, inner, outer });
    inner = outer + BETWEEN_RINGS;
  }
  return {
    dots: people.flatMap(({ id }) => dots.get(id) ?? []),
    rings,
    sectors: sectorsOf(groups, dots),
    radius: rings.at(-1)?.outer ?? CENTRE,
  };
}

/** How large somebody is drawn, unless there is a crowd. */
function sizeOf(closeness: number): number {
  return 3.2 + 5.8 * closeness;
}

interface Group {
  /** The organisation, as most of them write it; empty for people who are tied, or for the many who are neither. */
  readonly name: string;
  readonly members: readonly Placed[];
}

/** Who stands together, in the order around the centre: beside each other those who are tied most. */
function groupsOf(sorted: readonly Placed[], ties: readonly { from: string; to: string }[]): Group[] {
  const keys = new Map<string, string>();
  const byOrganization = Map.groupBy(sorted, ({ organization }) => fold(organization ?? ''));
  for (const [key, members] of byOrganization)
    if (key !== '' && members.length >= LEAST_SECTOR) for (const { id } of members) keys.set(id, key);
  const tied = neighbours(sorted, ties);
  // Whoever is in no large organisation stands with those they are tied to, and families with each other.
  for (const { id } of sorted) {
    if (keys.has(id)) continue;
    const near = tied.get(id) ?? [];
    const key = near.map((other) => keys.get(other)).find((other) => other !== undefined);
    if (key !== undefined) keys.set(id, key);
    else if (near.length > 0) keys.set(id, `tied ${[id, ...near].sort()[0]}`);
  }
  const members = Map.groupBy(sorted, ({ id }) => keys.get(id) ?? '');
  const order = [...members.keys()].sort(
    (a, b) => (members.get(b)?.length ?? 0) - (members.get(a)?.length ?? 0) || (a < b ? -1 : 1),
  );
  return chain(order, { keys, tied, members }).map((key) => ({
    name:
      byOrganization.has(key) && key !== ''
        ? (members.get(key)?.find((each) => fold(each.organization ?? '') === key)?.organization ?? '')
        : '',
    members: members.get(key) ?? [],
  }));
}

function neighbours(sorted: readonly Placed[], ties: readonly { from: string; to: string }[]): Map<string, string[]> {
  const there = new Set(sorted.map(({ id }) => id));
  const tied = new Map<string, string[]>();
  const join = (a: string, b: string) => tied.set(a, [...(tied.get(a) ?? []), b]);
  for (const { from, to } of ties) {
    if (from === to || !there.has(from) || !there.has(to)) continue;
    join(from, to);
    join(to, from);
  }
  for (const list of tied.values()) list.sort();
  return tied;
}

/** Groups one after another, each followed by the one it has most ties with, else by the largest that is left. */
function chain(
  order: readonly string[],
  {
    keys,
    tied,
    members,
  }: {
    keys: ReadonlyMap<string, string>;
    tied: ReadonlyMap<string, string[]>;
    members: ReadonlyMap<string, readonly Placed[]>;
  },
): string[] {
  const left = new Set(order);
  const placed: string[] = [];
  let next = order[0];
  while (next !== undefined) {
    placed.push(next);
    left.delete(next);
    const counts = new Map<string, number>();
    for (const { id } of members.get(next) ?? [])
      for (const other of tied.get(id) ?? []) {
        const key = keys.get(other) ?? '';
        if (left.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    const [nearest] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    next = nearest?.[0] ?? left.values().next().value;
  }
  return placed;
}

/** Each group's arc is as long as its share of everyone; in it people stand in their order. */
function wishedAngles(groups: readonly Group[]): Map<string, number> {
  const all = groups.reduce((sum, { members }) => sum + members.length, 0);
  const wished = new Map<string, number>();
  let at = 0;
  for (const { members } of groups)
    for (const { id } of members) {
      wished.set(id, (TURN * (at + 0.5)) / all);
      at += 1;
    }
  return wished;
}

/** Fills rows of a ring, evenly and without a dot upon another; answers how far out it reaches. */
function placeRing(
  members: readonly Placed[],
  { inner, wished, dots }: { inner: number; wished: ReadonlyMap<string, number>; dots: Map<string, Dot> },
): number {
  const scale = Math.max(SMALLEST, Math.min(1, Math.sqrt(CROWD / members.length)));
  const largest = Math.max(...members.map(({ closeness }) => sizeOf(closeness))) * scale;
  const gap = GAP * scale;
  const pitch = 2 * largest + gap;
  const rows: { radius: number; room: number; people: Placed[] }[] = [];
  for (let room = 0; room < members.length; ) {
    const radius = inner + largest + rows.length * pitch;
    const fits = Math.max(1, Math.floor((TURN * radius) / (pitch * 1.06)));
    rows.push({ radius, room: fits, people: [] });
    room += fits;
  }
  const capacity = rows.reduce((sum, { room }) => sum + room, 0);
  // Dealt around in turn, so that neighbours by wish are neighbours in the rows.
  for (const [i, person] of members.entries()) {
    let best = rows[0];
    let most = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      const lack = ((i + 1) * row.room) / capacity - row.people.length;
      if (lack > most && row.people.length < row.room) {
        most = lack;
        best = row;
      }
    }
    best?.people.push(person);
  }
  for (const { radius, people } of rows) placeRow(people, { radius, scale, wished, dots });
  return inner + rows.length * pitch - gap;
}

/** Evenly around, turned so that everyone is as near to their wish as the row allows. */
function placeRow(
  people: readonly Placed[],
  {
    radius,
    scale,
    wished,
    dots,
  }: { radius: number; scale: number; wished: ReadonlyMap<string, number>; dots: Map<string, Dot> },
): void {
  const step = TURN / people.length;
  let x = 0;
  let y = 0;
  for (const [i, { id }] of people.entries()) {
    const off = (wished.get(id) ?? 0) - i * step;
    x += Math.cos(off);
    y += Math.sin(off);
  }
  const turn = Math.atan2(y, x);
  for (const [i, { id, closeness }] of people.entries()) {
    const angle = turn + i * step;
    dots.set(id, { id, x: radius * Math.cos(angle), y: radius * Math.sin(angle), r: sizeOf(closeness) * scale });
  }
}

function sectorsOf(groups: readonly Group[], dots: ReadonlyMap<string, Dot>): Sector[] {
  return groups
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.members.length - a.members.length)
    .slice(0, MOST_SECTORS)
    .map(({ name, members }) => {
      let x = 0;
      let y = 0;
      for (const { id } of members) {
        const dot = dots.get(id);
        if (dot === undefined) continue;
        // By the angle alone: the inner rings count as much as the outer ones.
        const distance = Math.hypot(dot.x, dot.y);
        x += dot.x / distance;
        y += dot.y / distance;
      }
      return { name, people: members.length, angle: Math.atan2(y, x) };
    });
}
