import type { MapPage } from '../contract/shapes.ts';
import { currentOrganization } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { closenessOf } from '../domain/keeping/rhythm.ts';
import { drawnTies } from '../domain/pictures/introductions.ts';
import { MOST_ON_MAP } from '../domain/pictures/words.ts';
import { listCircleRows, membershipsOf } from '../storage/repositories/circle.repository.ts';
import { tiesOf } from '../storage/repositories/memory.repository.ts';
import { countStates, inSlices } from '../storage/repositories/person.repository.ts';
import { closestPeople, type MapPlace } from '../storage/repositories/pictures.repository.ts';
import type { CircleTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, scopeOf } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** The people of a network and what ties them, to be drawn: bounded, and a page at a time. Only reads. */

const PAGE = 500;

/** The next people to draw, the closest first, with their ties. @throws AppError `invalid` for a cursor that is none */
export async function getMapPage(
  context: Context,
  { cursor, limit = PAGE }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<MapPage> {
  const scope = scopeOf(context);
  const { before, after } = placeOf(cursor);
  const rows = await closestPeople(scope, { after, limit: Math.min(limit, MOST_ON_MAP - before) });
  const ids = rows.map((row) => row.id);
  const circles = closestFirst(await listCircleRows(scope));
  const memberships = Map.groupBy(await inSlices(ids, (slice) => membershipsOf(scope, slice)), (row) => row.person_id);
  const shown = before + rows.length;
  const last = rows.at(-1);
  return {
    people: rows.map(({ id, name, closeness, card }) => {
      const joined = new Set((memberships.get(id) ?? []).map((row) => row.circle_id));
      const inOrder = circles.filter((circle) => joined.has(circle.id)).map((circle) => circle.id);
      const { organization } = currentOrganization(JSON.parse(card) as Card);
      return {
        id,
        name,
        circle: inOrder[0] ?? null,
        circles: inOrder,
        closeness,
        organization: organization ?? null,
      };
    }),
    ties: await tiesBetween(scope, ids),
    circles: circles.map(({ id, name }) => ({ id, name })),
    total: await countStates(scope, { show: 'active' }),
    next:
      last === undefined || rows.length < limit || shown >= MOST_ON_MAP
        ? null
        : writeCursor(`${last.closeness} ${last.last_contact ?? ''}`, last.id, shown),
  };
}

function placeOf(cursor: string | undefined): { before: number; after: MapPlace | undefined } {
  if (cursor === undefined) return { before: 0, after: undefined };
  const { value, id, total = 0 } = readCursor(cursor);
  const [closeness = '', lastContact = ''] = value.split(' ');
  return { before: Math.min(total, MOST_ON_MAP), after: { closeness: Number(closeness), lastContact, id } };
}

/** By their rhythms, those without one last, and then as one has ordered them. */
function closestFirst(circles: readonly CircleTable[]): CircleTable[] {
  return [...circles].sort(
    (a, b) => closenessOf(b.rhythm_days, true) - closenessOf(a.rhythm_days, true) || a.position - b.position,
  );
}

async function tiesBetween(scope: Scope, ids: readonly string[]): Promise<MapPage['ties']> {
  return drawnTies(
    (await tiesOf(scope, ids)).flatMap(({ id, kind, person_id: personId, other_id: otherId, inverse_id: inverseId }) =>
      otherId === null ? [] : [{ id, kind, personId, otherId, inverseId }],
    ),
  ).map((tie) => ({ ...tie }));
}
