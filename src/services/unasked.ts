import type { CalendarDate } from '../domain/dates.ts';
import { type AskableFact, toAskAgain, type Unasked, worthReadingSince } from '../domain/goals/ask-again.ts';
import type { FactKind } from '../domain/words.ts';
import { wordsSince } from '../storage/repositories/goal.repository.ts';
import { factsOf } from '../storage/repositories/memory.repository.ts';
import type { FactTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';

/** By person the goal or challenge that was not asked about for longest. Conversations are read only of whom one might ask. */
export async function unaskedOf(
  scope: Scope,
  personIds: readonly string[],
  today: CalendarDate,
): Promise<ReadonlyMap<string, Unasked>> {
  return unaskedAmong(scope, await factsOf(scope, personIds), today);
}

/** The same where the facts of these people are known. */
export async function unaskedAmong(
  scope: Scope,
  known: readonly FactTable[],
  today: CalendarDate,
): Promise<ReadonlyMap<string, Unasked>> {
  const facts = Map.groupBy(known, (row) => row.person_id);
  const since = new Map(
    [...facts].flatMap(([id, rows]): [string, CalendarDate][] => {
      const first = worthReadingSince(rows.map(toAskable), today);
      return first === undefined ? [] : [[id, first]];
    }),
  );
  const [first] = [...since.values()].sort();
  if (first === undefined) return new Map();
  const words = Map.groupBy(await wordsSince(scope, [...since.keys()], first), (row) => row.person_id);
  return new Map(
    [...since.keys()].flatMap((id): [string, Unasked][] => {
      const spoken = (words.get(id) ?? []).map((row) => ({ date: row.date as CalendarDate, words: row.words }));
      const found = toAskAgain((facts.get(id) ?? []).map(toAskable), spoken, today);
      return found === undefined ? [] : [[id, found]];
    }),
  );
}

function toAskable(row: FactTable): AskableFact {
  return {
    id: row.id,
    kind: row.kind as FactKind,
    text: row.text,
    private: row.private === 1,
    learnedOn: row.learned_on as CalendarDate,
    until: row.until as CalendarDate | null,
  };
}
