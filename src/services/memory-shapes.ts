import type { PersonPage } from '../contract/shapes.ts';
import type { FactKind } from '../domain/words.ts';
import type { FactTable, PromiseTable } from '../storage/schema.ts';

/** What is remembered of people, as the contract says it. */

export function toFact(row: FactTable): PersonPage['facts'][number] {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind as FactKind,
    text: row.text,
    since: row.since,
    until: row.until,
    touchId: row.touch_id,
    private: row.private === 1,
    learnedOn: row.learned_on,
  };
}

export function toPromise(row: PromiseTable): PersonPage['promises'][number] {
  return {
    id: row.id,
    personId: row.person_id,
    by: row.by,
    text: row.text,
    due: row.due,
    madeOn: row.made_on,
    doneOn: row.done_on,
    touchId: row.touch_id,
  };
}
