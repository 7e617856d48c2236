import type { SourceRecordTable, SourceTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** Sources and what each last said of whom. */

export async function findSource(scope: Scope, format: string, label: string): Promise<SourceTable | undefined> {
  return scope.db
    .selectFrom('source')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('format', '=', format)
    .where('label', '=', label)
    .executeTakeFirst();
}

/** The day on which the newest export of a format was brought in; undefined when none was. */
export async function lastImportOf(scope: Scope, format: string): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('source')
    .select((eb) => eb.fn.max('last_import_on').as('day'))
    .where('network_id', '=', scope.networkId)
    .where('format', '=', format)
    .executeTakeFirst();
  return row?.day ?? undefined;
}

export async function recordsByKeys(
  scope: Scope,
  sourceId: string,
  keys: readonly string[],
): Promise<SourceRecordTable[]> {
  return inSlices(keys, (slice) =>
    scope.db
      .selectFrom('source_record')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('source_id', '=', sourceId)
      .where('key', 'in', slice)
      .execute(),
  );
}

export async function recordsByIds(scope: Scope, ids: readonly string[]): Promise<SourceRecordTable[]> {
  return inSlices(ids, (slice) =>
    scope.db
      .selectFrom('source_record')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('id', 'in', slice)
      .execute(),
  );
}

/** Whether a source has said anything yet. */
export async function hasRecords(scope: Scope, sourceId: string): Promise<boolean> {
  const record = await scope.db
    .selectFrom('source_record')
    .select('id')
    .where('network_id', '=', scope.networkId)
    .where('source_id', '=', sourceId)
    .limit(1)
    .executeTakeFirst();
  return record !== undefined;
}

export async function recordsOfPerson(scope: Scope, personId: string): Promise<SourceRecordTable[]> {
  return scope.db
    .selectFrom('source_record')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('person_id', '=', personId)
    .execute();
}

const RECORDS_AT_ONCE = 1_000;

/** Keys of all records of a source, for telling who is absent from a newer export; a page at a time, for there may be fifty thousand. */
export async function* recordKeys(
  scope: Scope,
  sourceId: string,
): AsyncGenerator<Pick<SourceRecordTable, 'id' | 'key' | 'missing_since'>> {
  for (let after = ''; ; ) {
    const rows = await scope.db
      .selectFrom('source_record')
      .select(['id', 'key', 'missing_since'])
      .where('network_id', '=', scope.networkId)
      .where('source_id', '=', sourceId)
      .where('key', '>', after)
      .orderBy('key')
      .limit(RECORDS_AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.key;
    yield* rows;
  }
}

export async function sourcesOf(
  scope: Scope,
  personId: string,
): Promise<{ label: string; importedOn: string; missing: boolean }[]> {
  const rows = await scope.db
    .selectFrom('source_record as r')
    .crossJoin('source as s')
    .whereRef('s.network_id', '=', 'r.network_id')
    .whereRef('s.id', '=', 'r.source_id')
    .select(['s.format', 's.label', 's.last_import_on', 'r.missing_since'])
    .where('r.network_id', '=', scope.networkId)
    .where('r.person_id', '=', personId)
    .orderBy('s.id')
    .execute();
  return rows.map((row) => ({
    label: sourceName(row.format, row.label),
    importedOn: row.last_import_on ?? '',
    missing: row.missing_since !== null,
  }));
}

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  vcard: 'Address book',
  linkedin: 'LinkedIn',
  jscontact: 'JSContact',
  'google-csv': 'Google Contacts',
  'outlook-csv': 'Outlook',
  ldif: 'LDIF',
  csv: 'Table',
};

/** What a person calls the source: `LinkedIn`, `Address book (work)`. */
export function sourceName(format: string, label: string): string {
  const name = FORMAT_NAMES[format] ?? format;
  return label === '' ? name : `${name} (${label})`;
}
