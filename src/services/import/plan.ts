import { type Identity, identitiesOf } from '../../domain/card/identities.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { mergeCards, unionCards } from '../../domain/card/merge.ts';
import { nameKey } from '../../domain/card/same-name.ts';
import { contactsAmong, findByIdentity, findPeople } from '../../storage/repositories/person.repository.ts';
import { hasRecords, recordKeys, recordsByKeys } from '../../storage/repositories/source.repository.ts';
import type { SourceRecordTable } from '../../storage/schema.ts';
import type { Scope } from '../../storage/store.ts';
import { type KnownPerson, matchDraft } from './match.ts';
import type { StagedDraft } from './reader.ts';

/**
 * Decides, row by row in the order of the files, whose each draft is and what becomes of it. Reads only. People that
 * earlier rows of the same run made or changed are seen by later ones.
 */

export type Outcome = 'created' | 'updated' | 'unchanged';

export interface RowPlan {
  readonly outcome: Outcome;
  readonly personId: string;
  /** The record of the source this row is, when there is one already. */
  readonly recordId?: string;
  /** A row said again in the same run: nothing is written for it. */
  readonly repeats?: true;
  /** The source says what it said last time: nothing is written either. */
  readonly asBefore?: true;
}

export interface StagedRow extends StagedDraft {
  readonly sourceId: string;
}

/** What so many people share tells nobody from anybody; and to compare a row with each of them would take for ever. */
const CROWD = 100;

export class Planner {
  readonly #toE164: (number: string) => string | undefined;
  readonly #newId: () => string;
  /** People as this run leaves them, by id. */
  readonly #people = new Map<string, Card>();
  readonly #byIdentity = new Map<string, Set<string>>();
  /** Identities that a crowd shares. */
  readonly #crowded = new Set<string>();
  /** Whose the rows of this run are by source and key, so that a row said twice is one. */
  readonly #seen = new Map<string, string>();
  /** By source: records whose rows have no key of their own, by name, that this run does not name by content. */
  readonly #byName = new Map<string, Map<string, SourceRecordTable[]>>();
  readonly #keysInRun: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether a source had said anything before this run: of one that had not, no records need be looked for. */
  readonly #isKnown = new Map<string, boolean>();

  constructor(options: {
    toE164: (number: string) => string | undefined;
    newId: () => string;
    keysInRun: ReadonlyMap<string, ReadonlySet<string>>;
  }) {
    this.#toE164 = options.toE164;
    this.#newId = options.newId;
    this.#keysInRun = options.keysInRun;
  }

  /** Plans a slice by what the scope sees; call it with the slices in order. */
  async plan(scope: Scope, rows: readonly StagedRow[]): Promise<RowPlan[]> {
    const records = await this.#loadRecords(scope, rows);
    const asBefore = await saidBefore(scope, rows, records);
    const identities = rows.map((row) => (asBefore.has(row) ? [] : this.#identities(row.draft.card)));
    await this.#loadPeople(
      scope,
      identities.flat(),
      rows.flatMap((row) => (asBefore.has(row) ? [] : (records.get(rowKey(row))?.person_id ?? []))),
    );
    const plans: RowPlan[] = [];
    for (const [i, row] of rows.entries()) {
      const record = records.get(rowKey(row));
      const isSame = asBefore.has(row) && !this.#seen.has(rowKey(row));
      plans.push(
        isSame && record
          ? this.#planAsBefore(row, record)
          : await this.#planRow(scope, { row, identities: identities[i] ?? [], found: record }),
      );
    }
    return plans;
  }

  /** Whether a source had said nothing before this run, as far as it was looked at. */
  isNew(sourceId: string): boolean {
    return this.#isKnown.get(sourceId) === false;
  }

  /** How many people are held. */
  get size(): number {
    return this.#people.size;
  }

  /** Lets go of the people held. Once a slice is applied the database knows them as well. */
  forget(): void {
    this.#people.clear();
    this.#byIdentity.clear();
  }

  #identities(card: Card): Identity[] {
    return identitiesOf(card, this.#toE164);
  }

  #planAsBefore(row: StagedRow, { id, person_id: personId }: SourceRecordTable): RowPlan {
    this.#seen.set(rowKey(row), personId);
    return { outcome: 'unchanged', personId, recordId: id, asBefore: true };
  }

  async #planRow(
    scope: Scope,
    {
      row,
      identities,
      found,
    }: { row: StagedRow; identities: readonly Identity[]; found: SourceRecordTable | undefined },
  ): Promise<RowPlan> {
    const theirs = row.draft.card;
    const again = this.#seen.get(rowKey(row));
    if (again !== undefined) return this.#planAgain(scope, row, again);
    const record = found ?? (await this.#recordByName(scope, row));
    const recordedPerson = record && this.#people.get(record.person_id) ? record.person_id : undefined;
    const known = (identity: Identity) => this.#known(identity);
    const personId = recordedPerson ?? matchDraft(theirs, identities, known);
    if (personId === undefined) {
      const id = this.#newId();
      this.#remember(id, theirs, identities);
      this.#seen.set(rowKey(row), id);
      return { outcome: 'created', personId: id, ...recordOf(record) };
    }
    this.#seen.set(rowKey(row), personId);
    const mine = this.#people.get(personId) ?? theirs;
    const merged = record?.hash === row.hash ? mine : mergeCards(baseOf(record), mine, theirs);
    const changed = merged !== mine && JSON.stringify(merged) !== JSON.stringify(mine);
    if (changed) this.#remember(personId, merged);
    return { outcome: changed ? 'updated' : 'unchanged', personId, ...recordOf(record) };
  }

  /** The same row once more: what it adds joins the first, and it counts as unchanged. */
  async #planAgain(scope: Scope, row: StagedRow, personId: string): Promise<RowPlan> {
    if (!this.#people.has(personId)) await this.#loadPeople(scope, [], [personId]);
    const mine = this.#people.get(personId);
    if (mine) this.#remember(personId, unionCards(mine, row.draft.card));
    return { outcome: 'unchanged', personId, repeats: true };
  }

  #known(identity: Identity): KnownPerson[] {
    const ids = this.#byIdentity.get(identityKey(identity)) ?? new Set<string>();
    return [...ids].flatMap((id) => {
      const card = this.#people.get(id);
      return card ? [{ id, card }] : [];
    });
  }

  #remember(id: string, card: Card, identities: readonly Identity[] = this.#identities(card)): void {
    this.#people.set(id, card);
    for (const identity of identities) this.#index(identityKey(identity), id);
  }

  #index(key: string, id: string): void {
    if (this.#crowded.has(key)) return;
    const ids = this.#byIdentity.get(key);
    if (!ids) this.#byIdentity.set(key, new Set([id]));
    else if (ids.size < CROWD) ids.add(id);
    else if (!ids.has(id)) {
      this.#crowded.add(key);
      this.#byIdentity.delete(key);
    }
  }

  async #loadRecords(scope: Scope, rows: readonly StagedRow[]): Promise<Map<string, SourceRecordTable>> {
    const records = new Map<string, SourceRecordTable>();
    for (const [sourceId, mine] of Map.groupBy(rows, (row) => row.sourceId)) {
      if (!(await this.#wasKnown(scope, sourceId))) continue;
      for (const record of await recordsByKeys(scope, sourceId, [...new Set(mine.map((row) => row.key))]))
        records.set(`${sourceId} ${record.key}`, record);
    }
    return records;
  }

  async #wasKnown(scope: Scope, sourceId: string): Promise<boolean> {
    const known = this.#isKnown.get(sourceId) ?? (await hasRecords(scope, sourceId));
    this.#isKnown.set(sourceId, known);
    return known;
  }

  async #loadPeople(scope: Scope, identities: readonly Identity[], recorded: readonly string[]): Promise<void> {
    const found = await findByIdentity(
      scope,
      identities.filter((identity) => !this.#crowded.has(identityKey(identity))),
    );
    for (const { kind, value, personId } of found) this.#index(`${kind} ${value}`, personId);
    const told = found.filter(({ kind, value }) => !this.#crowded.has(`${kind} ${value}`));
    const missing = [...new Set([...recorded, ...told.map((row) => row.personId)])].filter(
      (id) => !this.#people.has(id),
    );
    for (const person of await findPeople(scope, missing)) {
      // The owner is nobody's contact: a row that is the owner's own card makes a card of its own at most.
      if (person.is_owner === 0) this.#people.set(person.id, JSON.parse(person.card) as Card);
    }
  }

  /**
   * A row without a key whose content changed: the one record of the same name in the same source whose own row is gone
   * from this run. Two of that name, and it is left apart.
   */
  async #recordByName(scope: Scope, row: StagedRow): Promise<SourceRecordTable | undefined> {
    if (!row.key.startsWith('content:')) return undefined;
    const name = nameKey(row.draft.card);
    if (name === '') return undefined;
    let byName = this.#byName.get(row.sourceId);
    if (!byName) {
      byName = await this.#vanishedByName(scope, row.sourceId);
      this.#byName.set(row.sourceId, byName);
    }
    const records = byName.get(name) ?? [];
    if (records.length !== 1) return undefined;
    byName.delete(name);
    const [record] = records;
    if (record && !this.#people.has(record.person_id)) await this.#loadPeople(scope, [], [record.person_id]);
    return record;
  }

  async #vanishedByName(scope: Scope, sourceId: string): Promise<Map<string, SourceRecordTable[]>> {
    const inRun = this.#keysInRun.get(sourceId) ?? new Set<string>();
    const vanished: string[] = [];
    for await (const { key } of recordKeys(scope, sourceId))
      if (key.startsWith('content:') && !inRun.has(key)) vanished.push(key);
    const rows = await recordsByKeys(scope, sourceId, vanished);
    return Map.groupBy(rows, (row) => nameKey(JSON.parse(row.base) as Card));
  }
}

/** Rows of a newer export of which nothing changed, and whose people are still here. */
async function saidBefore(
  scope: Scope,
  rows: readonly StagedRow[],
  records: ReadonlyMap<string, SourceRecordTable>,
): Promise<ReadonlySet<StagedRow>> {
  const same = rows.flatMap((row) => {
    const record = records.get(rowKey(row));
    return record?.hash === row.hash && record.missing_since === null ? [{ row, personId: record.person_id }] : [];
  });
  const present = await contactsAmong(
    scope,
    same.map(({ personId }) => personId),
  );
  return new Set(same.flatMap(({ row, personId }) => (present.has(personId) ? [row] : [])));
}

const rowKey = (row: StagedRow) => `${row.sourceId} ${row.key}`;
const identityKey = (identity: Identity) => `${identity.kind} ${identity.value}`;
const baseOf = (record: SourceRecordTable | undefined) => (record ? (JSON.parse(record.base) as Card) : undefined);
const recordOf = (record: SourceRecordTable | undefined) => (record ? { recordId: record.id } : {});
