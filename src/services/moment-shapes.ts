import type { PersonPage } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { LifeMoment } from '../domain/today/candidate.ts';
import type { MomentKind } from '../domain/words.ts';
import type { MomentTable } from '../storage/schema.ts';

/** A moment as Today reads it. */
export function toLifeMoment(row: MomentTable): LifeMoment {
  return {
    id: row.id,
    kind: row.kind as MomentKind,
    text: row.text,
    date: row.date as CalendarDate,
    noticedOn: row.noticed_on as CalendarDate,
    ...(row.organisation !== null && { organisation: row.organisation }),
    ...(row.was !== null && { was: row.was }),
    ...(row.source !== null && { source: row.source }),
  };
}

/** A moment as the contract says it. */
export function toMoment(row: MomentTable): PersonPage['moments'][number] {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind as MomentKind,
    text: row.text,
    date: row.date,
    noticedOn: row.noticed_on,
    was: row.was,
    source: row.source,
    organisation: row.organisation,
  };
}
