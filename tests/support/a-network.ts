import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Body } from '../../src/contract/routes.ts';
import type { ImportRun } from '../../src/contract/shapes.ts';
import type { CalendarDate } from '../../src/domain/dates.ts';
import type { NetworkId } from '../../src/domain/ids.ts';
import { type ImportRequest, startImport } from '../../src/services/import/import.service.ts';
import { doctor } from '../../src/services/maintenance.service.ts';
import { addPerson } from '../../src/services/people.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { addTouch } from '../../src/services/touches.service.ts';
import { ENTITY_NAMES } from '../../src/storage/entities.ts';
import { newId } from '../../src/storage/store.ts';
import { testDialects } from './dialects.ts';
import { NOON, openStore, type TestStore, temporaryFile } from './open-store.ts';
import { createMigratedDatabase } from './postgres.ts';

/** Where a test acts: a store and one network of it. */
export type TestNetwork = Omit<TestStore, 'url'>;

/**
 * Runs the suite on every database this run covers. `open` gives a network with nothing in it; all of them share one
 * store, which is quicker than a store for each and hides nothing: what one network does is none of the others' business.
 */
export function describeNetworks(title: string, suite: (open: () => Promise<TestNetwork>) => void): void {
  describe.each(testDialects)(`${title} on %s`, (dialect) => {
    let opened: TestStore | undefined;
    let drop: (() => Promise<void>) | undefined;
    beforeAll(async () => {
      const place = dialect === 'sqlite' ? await temporaryFile() : await createMigratedDatabase();
      drop = place.drop;
      opened = await openStore(place.url);
    });
    afterAll(async () => {
      await opened?.store.database.close();
      await drop?.();
    });
    suite(async () => {
      if (!opened) throw new Error('The store is not open.');
      opened.clock.now = NOON;
      return anotherNetwork(opened);
    });
  });
}

export type Row = Record<string, unknown>;

/** Another network in the same database: quick to make, and nothing in it. */
export async function anotherNetwork({ store, clock }: TestNetwork): Promise<TestNetwork> {
  const networkId = newId(store) as NetworkId;
  const row = {
    id: networkId,
    seq: 0,
    epoch: newId(store),
    owner_user_id: null,
    created_at: '2026-11-23T11:00:00.000Z',
  };
  await store.database.write((tx) => tx.insertInto('network').values(row).execute());
  const context: TestNetwork['context'] = ({ on, scope = 'write', requestId } = {}) => ({
    store,
    actor: { networkId, name: 'you', scope },
    ...(on === undefined ? {} : { on: on as CalendarDate }),
    ...(requestId === undefined ? {} : { requestId }),
  });
  const network = { store, clock, networkId, context };
  await updateSettings(
    { store, actor: { networkId, name: 'tendril', scope: 'write' } },
    { country: 'NL', zone: 'Europe/Amsterdam', locale: 'en-GB' },
  );
  return network;
}

/** Adds a person and answers their id. */
export async function aPerson(
  t: TestNetwork,
  given: Partial<Body<'addPerson'>> & { readonly on?: string } = {},
): Promise<string> {
  const { on, ...input } = given;
  const { id } = await addPerson(t.context(on === undefined ? {} : { on }), { name: 'Ada Brandt', ...input });
  return id ?? '';
}

/** Logs a touch and answers its id; a call of mine unless told otherwise. */
export async function aTouchWith(
  t: TestNetwork,
  people: readonly string[],
  given: Partial<Body<'addTouch'>> = {},
): Promise<string> {
  const { id } = await addTouch(t.context(), { people: [...people], channel: 'phone', ...given });
  return id ?? '';
}

/** Tables whose rows are in the feed. */
export const LOGGED: readonly string[] = ENTITY_NAMES;
/** Tables that are a function of the logged ones. */
export const DERIVED = [
  'person_state',
  'identity',
  'occasion',
  'person_tag',
  'name_token',
  'name_prefix',
  'note_text',
] as const;

/** Rows of some tables of a network, in an order of their own, without the columns left out. */
export async function rowsOf(
  t: TestNetwork,
  tables: readonly string[],
  options: { without?: readonly string[] } = {},
): Promise<Record<string, Row[]>> {
  const without = new Set(['network_id', 'no', 'words', ...(options.without ?? [])]);
  const result: Record<string, Row[]> = {};
  for (const table of tables) {
    const rows = (await t.store.database.reader
      .selectFrom(table as 'person')
      .selectAll()
      .where('network_id', '=', t.networkId)
      .execute()) as unknown as Row[];
    const shown = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !without.has(column))));
    result[table] = shown.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return result;
}

/** Everything a person would miss, without the revisions, which move with every change and change back. */
export function whole(t: TestNetwork): Promise<Record<string, Row[]>> {
  return rowsOf(t, [...LOGGED, ...DERIVED], { without: ['rev'] });
}

/** What the check-up finds; a test expects nothing. */
export async function problemsOf(t: TestNetwork): Promise<string[]> {
  return (await doctor(t.context())).problems;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files to a folder of their own, for as long as `work` takes. */
export async function withFiles<T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-files-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Imports files by name and content, in one run, and waits for its end. */
export function importFiles(
  t: TestNetwork,
  files: Files,
  options: Omit<ImportRequest, 'files'> = {},
): Promise<ImportRun> {
  return withFiles(files, async (folder) => {
    const paths = Object.keys(files).map((name) => ({ path: join(folder, name), name }));
    const { finished } = await startImport(t.context(), { files: paths, ...options });
    return finished;
  });
}

/** The numbers of a report: created, updated, unchanged, skipped. */
export function countsOf(run: ImportRun): number[] {
  const report = run.report;
  return report ? [report.created, report.updated, report.unchanged, report.skipped] : [];
}

/** A vCard of the given lines. */
export function aVCard(...lines: readonly string[]): string {
  return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
}

/** LinkedIn's table of connections, a row per `[first, last, url, e-mail, company, position, connected on]`. */
export function aLinkedInCsv(rows: readonly (readonly string[])[]): string {
  const lines = [
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    ...rows.map((row) => row.map((cell) => `"${cell}"`).join(',')),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** A Google table of `[first, last, e-mail, phone, organisation]`. */
export function aGoogleCsv(rows: readonly (readonly string[])[]): string {
  const lines = [
    'First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Organization Name,Labels',
  ];
  for (const [first = '', last = '', email = '', phone = '', organization = ''] of rows) {
    lines.push(
      `${first},${last},${email && '* Home'},${email},${phone && 'Mobile'},${phone},${organization},* myContacts`,
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}
