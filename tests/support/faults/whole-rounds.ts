// Rounds in which the whole of the data is copied, replaced or rebuilt, and the process killed among it.

import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NetworkId } from '../../../src/domain/ids.ts';
import { toE164 } from '../../../src/formats/phone.ts';
import { startImport } from '../../../src/services/import/import.service.ts';
import { backup, restore } from '../../../src/services/maintenance.service.ts';
import { ensureNetwork } from '../../../src/services/network.service.ts';
import { migrate, readMeta } from '../../../src/storage/migrator.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import type { Schema } from '../../../src/storage/schema.ts';
import type { Store } from '../../../src/storage/store.ts';
import { ledgerProblems, recoveryProblems } from './checker.ts';
import { Ledger } from './ledger.ts';
import { NEWEST, PRESENT } from './newest-schema.ts';
import type { Pace } from './pace.ts';
import { type Place, startAction } from './process.ts';
import type { Round } from './rounds.ts';
import { contextOf, importAgain, live, makeImportFile, openPlace, type World, withApp } from './world.ts';

/** Problems of a place that must hold exactly what a ledger says. */
async function problemsAt(place: Place, ledger: Ledger): Promise<string[]> {
  return await withApp(place, async (app) => [
    ...(await recoveryProblems(app)),
    ...(await ledgerProblems(app, ledger)),
  ]);
}

/** Backs up again and again and is killed: each file is whole or not there, and no earlier one is harmed. */
export async function killBackup(world: World, { pace, server }: { pace: Pace; server?: string }): Promise<Round> {
  const { place, ledger } = world;
  const folder = join(place.folder, 'backups');
  await mkdir(folder, { recursive: true });
  const files = ['a', 'b'].map((name) => join(folder, name));
  const victim = startAction(place, 'backup', ...files);
  await victim.nextWord();
  await sleep(pace.draw());
  await victim.kill();
  const acknowledged = victim.words.slice(1);
  const there = await readdir(folder);
  const problems: string[] = [];
  for (const file of files) {
    const name = file.slice(folder.length + 1);
    if (acknowledged.includes(file) && !there.includes(name)) problems.push(`LOST: the backup ${name}.`);
    if (there.includes(name)) problems.push(...(await problemsOfBackup(place, file, { ledger, server })));
  }
  problems.push(...(await problemsAt(place, ledger)));
  const partial = there.some((name) => name.includes('.partial'));
  // The next backup under the same name puts away what the dead one left.
  await withApp(place, async (app) => {
    for (const file of files) await backup(contextOf(app), file);
  });
  // Looking at a backup is restoring it, and PostgreSQL keeps what was there before beside the file.
  const isKept = (name: string) => ['a', 'b'].includes(name) || name.startsWith('tendril.before-restore-');
  const left = (await readdir(folder)).filter((name) => !isKept(name));
  if (left.length > 0) problems.push(`LEFT: ${left.join(', ')} beside the backups.`);
  await rm(folder, { recursive: true });
  return { phase: partial ? 'half a copy' : 'between two copies', problems };
}

async function problemsOfBackup(
  { dialect }: Place,
  file: string,
  { ledger, server }: { ledger: Ledger; server: string | undefined },
): Promise<string[]> {
  const place = await openPlace(dialect, server);
  try {
    await withApp(place, (app) => restore(app.store, file));
    return await problemsAt(place, ledger);
  } finally {
    await place.drop();
  }
}

/** A place that is restored over and over from one of two backups. */
export interface RestoreScene {
  readonly place: Place;
  readonly files: readonly [string, string];
  readonly ledgers: readonly [Ledger, Ledger];
  /** Which of the two it held last. */
  holds: 0 | 1;
}

export async function openRestoreScene(world: World): Promise<RestoreScene> {
  const { place, ledger } = world;
  const files = [join(place.folder, 'first.backup'), join(place.folder, 'second.backup')] as const;
  await live(world, 'RestoreA', 40);
  await withApp(place, (app) => backup(contextOf(app), files[0]));
  const first = copyOf(ledger);
  await live(world, 'RestoreB', 40);
  const file = await makeImportFile(place, { label: 'second', people: 300, kind: 'vcard' });
  await withApp(place, async (app) => {
    await importAgain(app, ledger, file);
    await backup(contextOf(app), files[1]);
  });
  return { place, files, ledgers: [first, copyOf(ledger)], holds: 1 };
}

function copyOf(ledger: Ledger): Ledger {
  const copy = new Ledger();
  copy.write([...ledger.values]);
  for (const [label, names] of ledger.imports) copy.noteImport(label, names);
  return copy;
}

/** Restores one backup and the other in turn and is killed: the data are those of before or those of after. */
export async function killRestore(scene: RestoreScene, pace: Pace): Promise<Round> {
  const { place, files, ledgers } = scene;
  const victim = startAction(place, 'restore', ...files);
  await victim.nextWord();
  await sleep(pace.draw());
  const struckIn = phaseOfRestore(await readdir(place.folder), victim.words.length - 1);
  await victim.kill();
  const told = victim.words.slice(1).map((word) => JSON.parse(word) as { file: string; kept?: string });
  const last = told.length === 0 ? scene.holds : told.length % 2 === 1 ? 0 : 1;
  const next = told.length % 2 === 0 ? 0 : 1;
  const problems: string[] = [];
  const found = await whichOf(place, ledgers, [last, next]);
  if (typeof found === 'number') scene.holds = found;
  else problems.push(...found);
  const names = await readdir(place.folder);
  const kept = told.at(-1)?.kept;
  if (kept !== undefined && !names.includes(kept.replace(/^.*\//, '')))
    problems.push(`LOST: what was there before a restore, said to be kept at ${kept}.`);
  for (const name of names.filter((one) => one.includes('.before-'))) await rm(join(place.folder, name));
  pace.tell(told.length === 0 ? 'early' : told.length > 3 ? 'late' : 'hit');
  const state = scene.holds === next ? 'after' : 'before';
  return { phase: `${struckIn}, found as ${state}`, problems };
}

/** What a restore is at, by the files beside the data, when `done` of them are over. */
function phaseOfRestore(names: readonly string[], done: number): string {
  if (names.some((name) => name.includes('.incoming') || name.includes('.partial'))) return 'copying';
  return names.filter((name) => name.includes('.before-')).length > done ? 'replacing' : 'between';
}

/** Which of the allowed states a place is in, or why in none. */
async function whichOf(
  place: Place,
  ledgers: readonly [Ledger, Ledger],
  allowed: readonly (0 | 1)[],
): Promise<0 | 1 | string[]> {
  const lists: string[][] = [];
  for (const which of allowed) {
    const problems = await problemsAt(place, ledgers[which]);
    if (problems.length === 0) return which;
    lists.push(problems);
  }
  return lists.flat();
}

/** A backup of data in the present schema, to begin each round of migrating from. */
export interface OldData {
  readonly file: string;
  readonly ledger: Ledger;
  readonly place: Place;
}

export async function makeOldData(place: Place): Promise<OldData> {
  const database = await openDatabase<Schema>({ url: place.url });
  await migrate(database, PRESENT);
  const store: Store = { database, now: Date.now, random: (length) => randomBytes(length), phoneKey: toE164 };
  const networkId: NetworkId = await ensureNetwork(store, { country: 'NL', zone: 'Europe/Amsterdam', locale: 'en-GB' });
  const book = await makeImportFile(place, { label: 'old', people: 800, kind: 'linkedin' });
  const context = { store, actor: { networkId, name: 'you', scope: 'write' } } as const;
  await (await startImport(context, { files: [{ path: book.path, name: 'old.csv' }], source: 'old' })).finished;
  const ledger = new Ledger();
  ledger.noteImport(book.label, book.names);
  const file = join(place.folder, 'old.backup');
  await backup(context, file);
  await database.close();
  return { file, ledger, place };
}

/** Brings old data to the newest schema and is killed: each step of the schema is whole or not there, and the next start goes on. */
export async function killMigration(old: OldData, { pace, server }: { pace: Pace; server?: string }): Promise<Round> {
  const place = await openPlace(old.place.dialect, server);
  try {
    const before = await openDatabase({ url: place.url });
    await before.dialect.restore(old.file, { migrations: PRESENT });
    await before.close();
    const victim = startAction(place, 'migrate');
    await victim.nextWord();
    victim.child.stdin?.write('go\n');
    await sleep(pace.draw());
    await victim.kill();
    const problems: string[] = [];
    const database = await openDatabase({ url: place.url });
    const applied = (await readMeta(database.dialect, database.reader))?.applied.length ?? 0;
    problems.push(...(await database.dialect.integrityProblems()));
    if ((await database.dialect.tableNames(database.reader)).includes('rebuilt'))
      problems.push('HALF: a table of the unfinished migration is there.');
    if (victim.words.includes('done') && applied !== NEWEST.length) problems.push('LOST: a finished migration.');
    await migrate(database, NEWEST);
    await database.close();
    problems.push(...(await problemsAt(place, old.ledger)));
    const left = (await readdir(place.folder)).filter((name) => name.includes('.partial'));
    if (applied < NEWEST.length && left.length > 0) problems.push(`LEFT: ${left.join(', ')} beside the data.`);
    pace.tell(victim.words.includes('done') ? 'late' : victim.words.length === 1 ? 'early' : 'hit');
    return { phase: `${applied} of ${NEWEST.length} steps done`, problems };
  } finally {
    await place.drop();
  }
}
