import { type Identity, identitiesOf } from '../../domain/card/identities.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { mergeCards, unionCards } from '../../domain/card/merge.ts';
import { nameKey } from '../../domain/card/same-name.ts';
import { findByIdentity, findPeople } from '../../storage/repositories/person.repository.ts';
import { recordKeys, recordsByKeys } from '../../storage/repositories/source.repository.ts';
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
}

export interface StagedRow extends StagedDraft {
  readonly sourceId: string;
}

export class Planner {
  readonly #scope: Scope;
  readonly #toE164: (number: string) => string | undefined;
  readonly #newId: () => string;
  /** People as this run leaves them, by id. */
  readonly #people = new Map<string, Card>();
  readonly #byIdentity = new Map<string, Set<string>>();
  /** Rows of this run by source and key, so that a row said twice is one. */
  readonly #seen = new Map<
    string,
    { personId: string; said: Card; hash: string; record: SourceRecordTable | undefined }
  >();
  /** By source: records whose rows have no key of their own, by name, that this run does not name by content. */
  readonly #byName = new Map<string, Map<string, SourceRecordTable[]>>();
  readonly #keysInRun: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(options: {
    scope: Scope;
    toE164: (number: string) => string | undefined;
    newId: () => string;
    keysInRun: ReadonlyMap<string, ReadonlySet<string>>;
  }) {
    this.#scope = options.scope;
    this.#toE164 = options.toE164;
    this.#newId = options.newId;
    this.#keysInRun = options.keysInRun;
  }

  /** Plans a slice; call it with the slices in order. */
  async plan(rows: readonly StagedRow[]): Promise<RowPlan[]> {
    const records = await this.#loadRecords(rows);
    const identities = rows.map((row) => this.#identities(row.draft.card));
    await this.#loadPeople(
      identities.flat(),
      [...records.values()].map((record) => record.person_id),
    );
    const plans: RowPlan[] = [];
    for (const [i, row] of rows.entries())
      plans.push(await this.#planRow(row, identities[i] ?? [], records.get(rowKey(row))));
    return plans;
  }

  #identities(card: Card): Identity[] {
    return identitiesOf(card, this.#toE164);
  }

  async #planRow(
    row: StagedRow,
    identities: readonly Identity[],
    found: SourceRecordTable | undefined,
  ): Promise<RowPlan> {
    const theirs = row.draft.card;
    const again = this.#seen.get(rowKey(row));
    if (again) return this.#planAgain(row, again);
    const record = found ?? (await this.#recordByName(row));
    const recordedPerson = record && this.#people.get(record.person_id) ? record.person_id : undefined;
    const known = (identity: Identity) => this.#known(identity);
    const personId = recordedPerson ?? matchDraft(theirs, identities, known);
    if (personId === undefined) {
      const id = this.#newId();
      this.#remember(id, theirs, identities);
      this.#seen.set(rowKey(row), { personId: id, said: theirs, hash: row.hash, record });
      return { outcome: 'created', personId: id, ...recordOf(record) };
    }
    this.#seen.set(rowKey(row), { personId, said: theirs, hash: row.hash, record });
    const mine = this.#people.get(personId) ?? theirs;
    const merged = record?.hash === row.hash ? mine : mergeCards(baseOf(record), mine, theirs);
    const changed = JSON.stringify(merged) !== JSON.stringify(mine);
    if (changed) this.#remember(personId, merged);
    return { outcome: changed ? 'updated' : 'unchanged', personId, ...recordOf(record) };
  }

  /** The same row once more: what it adds joins the first, and it counts as unchanged. */
  #planAgain(row: StagedRow, again: { personId: string; said: Card; hash: string }): RowPlan {
    if (again.hash !== row.hash) {
      again.said = unionCards(again.said, row.draft.card);
      const mine = this.#people.get(again.personId);
      if (mine) this.#remember(again.personId, unionCards(mine, row.draft.card));
    }
    return { outcome: 'unchanged', personId: again.personId, repeats: true };
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
    const ids = this.#byIdentity.get(key);
    if (ids) ids.add(id);
    else this.#byIdentity.set(key, new Set([id]));
  }

  async #loadRecords(rows: readonly StagedRow[]): Promise<Map<string, SourceRecordTable>> {
    const records = new Map<string, SourceRecordTable>();
    for (const [sourceId, mine] of Map.groupBy(rows, (row) => row.sourceId)) {
      for (const record of await recordsByKeys(this.#scope, sourceId, [...new Set(mine.map((row) => row.key))]))
        records.set(`${sourceId} ${record.key}`, record);
    }
    return records;
  }

  async #loadPeople(identities: readonly Identity[], recorded: readonly string[]): Promise<void> {
    const found = await findByIdentity(this.#scope, identities);
    for (const { kind, value, personId } of found) this.#index(`${kind} ${value}`, personId);
    const missing = [...new Set([...recorded, ...found.map((row) => row.personId)])].filter(
      (id) => !this.#people.has(id),
    );
    for (const person of await findPeople(this.#scope, missing)) {
      // The owner is nobody's contact: a row that is the owner's own card makes a card of its own at most.
      if (person.is_owner === 0) this.#people.set(person.id, JSON.parse(person.card) as Card);
    }
  }

  /**
   * A row without a key whose content changed: the one record of the same name in the same source whose own row is gone
   * from this run. Two of that name, and it is left apart.
   */
  async #recordByName(row: StagedRow): Promise<SourceRecordTable | undefined> {
    if (!row.key.startsWith('content:')) return undefined;
    const name = nameKey(row.draft.card);
    if (name === '') return undefined;
    let byName = this.#byName.get(row.sourceId);
    if (!byName) {
      byName = await this.#vanishedByName(row.sourceId);
      this.#byName.set(row.sourceId, byName);
    }
    const records = byName.get(name) ?? [];
    if (records.length !== 1) return undefined;
    byName.delete(name);
    const [record] = records;
    if (record && !this.#people.has(record.person_id)) await this.#loadPeople([], [record.person_id]);
    return record;
  }

  async #vanishedByName(sourceId: string): Promise<Map<string, SourceRecordTable[]>> {
    const inRun = this.#keysInRun.get(sourceId) ?? new Set<string>();
    const vanished = (await recordKeys(this.#scope, sourceId)).filter(
      (record) => record.key.startsWith('content:') && !inRun.has(record.key),
    );
    const rows = await recordsByKeys(
      this.#scope,
      sourceId,
      vanished.map((record) => record.key),
    );
    return Map.groupBy(rows, (row) => nameKey(JSON.parse(row.base) as Card));
  }
}

const rowKey = (row: StagedRow) => `${row.sourceId} ${row.key}`;
const identityKey = (identity: Identity) => `${identity.kind} ${identity.value}`;
const baseOf = (record: SourceRecordTable | undefined) => (record ? (JSON.parse(record.base) as Card) : undefined);
const recordOf = (record: SourceRecordTable | undefined) => (record ? { recordId: record.id } : {});
