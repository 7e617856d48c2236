import type { Card } from '../../domain/card/jscontact.ts';
import { mergeCards, unionCards } from '../../domain/card/merge.ts';
import { type CalendarDate, daysBetween } from '../../domain/dates.ts';
import { type Noticed, noticed, noticedMove } from '../../domain/keeping/noticing.ts';
import type { NewRow } from '../../storage/entities.ts';
import type { Writer } from '../../storage/feed.ts';
import { findPeople, findStates } from '../../storage/repositories/person.repository.ts';
import { recordsByIds } from '../../storage/repositories/source.repository.ts';
import type { PersonTable, SourceRecordTable } from '../../storage/schema.ts';
import { newPersonRow } from '../new-person-row.ts';
import type { Outcome, RowPlan, StagedRow } from './plan.ts';

/** A profile connected this recently counts as a first meeting. */
const FRESH_CONNECTION_DAYS = 7;

export interface PlannedRow {
  readonly row: StagedRow;
  readonly plan: RowPlan;
}

export interface ApplyOptions {
  readonly today: CalendarDate;
  /** Sources, by id, where a change is news of somebody: by the name to tell it under. */
  readonly profiles: ReadonlyMap<string, string>;
}

/** Writes one slice of planned rows in the writer's transaction, on what people are by now. Answers what became of each. */
export async function applyRows(
  writer: Writer,
  rows: readonly PlannedRow[],
  { today, profiles }: ApplyOptions,
): Promise<Outcome[]> {
  const toWrite = rows.filter(({ plan }) => !plan.asBefore);
  const known = toWrite
    .filter(({ plan }) => plan.outcome !== 'created' || plan.repeats)
    .map(({ plan }) => plan.personId);
  const people = new Map((await findPeople(writer, [...new Set(known)])).map((person) => [person.id, person]));
  const records = await loadRecords(writer, toWrite);
  const fresh = { people: [] as NewRow<'person'>[], records: [] as NewRow<'source_record'>[] };
  const made = new Map<string, NewRow<'person'>>();
  const outcomes: Outcome[] = [];
  for (const { row, plan } of rows) {
    if (plan.asBefore) {
      outcomes.push('unchanged');
      continue;
    }
    const theirs = row.draft.card;
    const inSlice = made.get(plan.personId);
    const person = people.get(plan.personId);
    if (inSlice) {
      // A later row of the same slice adds to a person that is not written yet.
      const mine = JSON.parse(inSlice.card) as Card;
      inSlice.card = JSON.stringify(plan.repeats ? unionCards(mine, theirs) : mergeCards(undefined, mine, theirs));
    } else if (person) {
      await updateExisting(writer, { row, plan, person, record: records.get(plan) }, { today, profiles });
    } else {
      const id = plan.outcome === 'created' ? plan.personId : writer.newId();
      const added = newPersonRow({ id, card: withUid(theirs, id), today });
      fresh.people.push(added);
      made.set(plan.personId, added);
    }
    outcomes.push(!inSlice && !person ? 'created' : plan.outcome === 'created' ? 'unchanged' : plan.outcome);
    const personId = made.get(plan.personId)?.id ?? plan.personId;
    if (!plan.repeats) await keepRecord(writer, { row, personId, record: records.get(plan), fresh: fresh.records });
  }
  await writer.insert('person', fresh.people, { fresh: true });
  await writer.insert('source_record', fresh.records);
  await noteFreshConnections(
    writer,
    toWrite.filter(({ plan }) => !plan.repeats),
    { today, idOf: (id) => made.get(id)?.id ?? id },
  );
  return outcomes;
}

async function updateExisting(
  writer: Writer,
  { row, plan, person, record }: PlannedRow & { person: PersonTable; record: SourceRecordTable | undefined },
  { today, profiles }: ApplyOptions,
): Promise<void> {
  const mine = JSON.parse(person.card) as Card;
  const theirs = row.draft.card;
  if (!plan.repeats && record?.hash === row.hash && record.person_id === person.id) return;
  const base = record ? (JSON.parse(record.base) as Card) : undefined;
  const source = profiles.get(row.sourceId);
  if (!plan.repeats && base && source !== undefined && person.is_owner === 0)
    for (const news of [noticed(base, theirs, mine), noticedMove(base, theirs, mine)])
      await noteNews(writer, { news, person, source, today });
  const merged = plan.repeats ? unionCards(mine, theirs) : mergeCards(base, mine, theirs);
  const card = JSON.stringify(merged);
  if (card === JSON.stringify(mine)) return;
  await writer.updateRow('person', person, { card });
  person.card = card;
}

async function noteNews(
  writer: Writer,
  {
    news,
    person,
    source,
    today,
  }: { news: Noticed | undefined; person: PersonTable; source: string; today: CalendarDate },
): Promise<void> {
  if (!news) return;
  const { kind, text, was } = news;
  await writer.insert('moment', [
    {
      id: writer.newId(),
      person_id: person.id,
      kind,
      text,
      was,
      date: today,
      noticed_on: today,
      source,
      organisation: null,
    },
  ]);
}

async function keepRecord(
  writer: Writer,
  {
    row,
    personId,
    record,
    fresh,
  }: { row: StagedRow; personId: string; record: SourceRecordTable | undefined; fresh: NewRow<'source_record'>[] },
): Promise<void> {
  const said = {
    key: row.key,
    person_id: personId,
    base: JSON.stringify(row.draft.card),
    hash: row.hash,
    missing_since: null,
  };
  if (record)
    await writer.updateRow(
      'source_record',
      record,
      record.hash === row.hash ? { person_id: personId, missing_since: null } : said,
    );
  else fresh.push({ id: writer.newId(), source_id: row.sourceId, ...said });
}

/** The records by key; a row that was recognised by its name brings the record it was recognised by. */
/** The records the rows were recognised by, as they are by now. */
async function loadRecords(writer: Writer, rows: readonly PlannedRow[]): Promise<Map<RowPlan, SourceRecordTable>> {
  const ids = rows.flatMap(({ plan }) => plan.recordId ?? []);
  const records = new Map((await recordsByIds(writer, ids)).map((record) => [record.id, record]));
  return new Map(
    rows.flatMap(({ plan }): [RowPlan, SourceRecordTable][] => {
      const record = records.get(plan.recordId ?? '');
      return record ? [[plan, record]] : [];
    }),
  );
}

/** A card without an id of its own gets one from the person's. */
function withUid(card: Card, personId: string): Card {
  return card.uid === '' ? { ...card, uid: `urn:uuid:${personId}` } : card;
}

/** A new connection of the last days is a first meeting: it asks for a follow-up, unless they have been in touch before. */
async function noteFreshConnections(
  writer: Writer,
  rows: readonly PlannedRow[],
  { today, idOf }: { today: CalendarDate; idOf: (id: string) => string },
): Promise<void> {
  const recent = rows.filter(({ row, plan }) => {
    const { connectedOn } = row.draft;
    const since = connectedOn === undefined ? -1 : daysBetween(connectedOn, today);
    return since >= 0 && since <= FRESH_CONNECTION_DAYS && plan.recordId === undefined;
  });
  if (recent.length === 0) return;
  const states = new Map(
    (
      await findStates(
        writer,
        recent.flatMap(({ plan }) => (plan.outcome === 'created' ? [] : idOf(plan.personId))),
      )
    ).map((state) => [state.person_id, state]),
  );
  for (const { row, plan } of recent) {
    const personId = idOf(plan.personId);
    if ((states.get(personId)?.touch_count ?? 0) > 0 || row.draft.connectedOn === undefined) continue;
    const id = writer.newId();
    await writer.insert('touch', [
      {
        id,
        date: row.draft.connectedOn,
        at: null,
        channel: 'linkedin',
        direction: 'mutual',
        summary: 'You connected on LinkedIn',
        notes: '',
        place: null,
        plan: 0,
        personal: 1,
        follow_up: 1,
        follow_up_on: null,
        follow_up_text: null,
        topic: null,
        source: 'linkedin',
        created_at: writer.now,
      },
    ]);
    await writer.insert('touch_person', [{ id: writer.newId(), touch_id: id, person_id: personId }]);
  }
}
