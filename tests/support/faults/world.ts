import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type App, createApp } from '../../../src/app.ts';
import type { Random } from '../../../src/domain/demo/random.ts';
import { setCircle } from '../../../src/services/circles.service.ts';
import { startImport } from '../../../src/services/import/import.service.ts';
import { createToken } from '../../../src/services/token.service.ts';
import type { TestDialect } from '../dialects.ts';
import { createEmptyDatabase } from '../test-database.ts';
import { ledgerProblems, openProblems, recoveryProblems, soundnessProblems } from './checker.ts';
import { Friend, sendInto } from './friend.ts';
import { Ledger } from './ledger.ts';
import type { Place } from './process.ts';

/** One Tendril with a life of its own: what is in it was acknowledged, and what was acknowledged is in the ledger. */
export interface World {
  readonly place: Place;
  readonly ledger: Ledger;
  readonly token: string;
  readonly circle: string;
  readonly random: Random;
  /** Everyone who ever wrote to it: what they have not been answered is sent again. */
  readonly friends: Friend[];
}

export async function openPlace(dialect: TestDialect, server?: string): Promise<Place> {
  return { dialect, ...(await createEmptyDatabase(dialect, server)) };
}

export async function openApp({ url }: Place): Promise<App> {
  return await createApp({ database: url, defaults: { country: 'NL', zone: 'Europe/Amsterdam', locale: 'en-GB' } });
}

/** Opens the app of a place for as long as `work` takes. */
export async function withApp<T>(place: Place, work: (app: App) => Promise<T>): Promise<T> {
  const app = await openApp(place);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

export const contextOf = (app: App) => app.contextFor({ name: 'you', scope: 'write' });

export async function openWorld(given: { dialect: TestDialect; random: Random; server?: string }): Promise<World> {
  const place = await openPlace(given.dialect, given.server);
  return await withApp(place, async (app) => {
    const { token } = await createToken(contextOf(app), { name: 'faults', scope: 'write' });
    const { id = '' } = await setCircle(contextOf(app), { name: 'Close', rhythmDays: 30 });
    return { place, ledger: new Ledger(), token, circle: id, random: given.random, friends: [] };
  });
}

export function newFriend(world: World, mark: string): Friend {
  const friend = new Friend({ ...world, mark });
  world.friends.push(friend);
  return friend;
}

/** A few acts without any fault. */
export async function live(world: World, mark: string, acts: number): Promise<void> {
  await withApp(world.place, async (app) => {
    const friend = newFriend(world, mark);
    const http = await app.http();
    for (let i = 0; i < acts; i++) await friend.act(sendInto(http, world.token));
    http.close();
  });
}

export interface ImportFile {
  readonly label: string;
  readonly path: string;
  readonly names: readonly string[];
}

/** Writes an address book whose people are in no other: a table of LinkedIn's, or vCards. */
export async function makeImportFile(
  place: Place,
  { label, people, kind }: { label: string; people: number; kind: 'linkedin' | 'vcard' },
): Promise<ImportFile> {
  const names = Array.from({ length: people }, (_, i) => `Guest${label} Number${i}`);
  const path = join(place.folder, `${label}.${kind === 'linkedin' ? 'csv' : 'vcf'}`);
  const rows = names.map((name, i) => {
    const [first, last] = name.split(' ');
    const mail = `${label}-${i}@example.org`;
    return kind === 'linkedin'
      ? `${first},${last},https://www.linkedin.com/in/${label}-${i},${mail},Works of ${i},Engineer,02 Jan 2020`
      : `BEGIN:VCARD\r\nVERSION:3.0\r\nN:${last};${first};;;\r\nFN:${name}\r\nEMAIL:${mail}\r\nEND:VCARD`;
  });
  const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
  await writeFile(path, `${[...(kind === 'linkedin' ? [header] : []), ...rows].join('\r\n')}\r\n`);
  return { label, path, names };
}

/** Until nothing of a dead process is left in the database: a commit that the server has received may still be on its way. */
async function untilQuiet({ dialect, url }: Place): Promise<void> {
  if (dialect === 'sqlite') return;
  await withAdmin(url, async (admin) => {
    for (;;) {
      const { rowCount } = await admin.query(
        `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and backend_type = 'client backend'`,
      );
      if (rowCount === 0) return;
      await sleep(20);
    }
  });
}

export async function withAdmin<T>(url: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: url });
  admin.on('error', () => {});
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

export interface Examined {
  readonly problems: string[];
  /** How far the newest import had come, as it was found. */
  readonly importState: string | undefined;
  readonly takenUp: number;
}

/**
 * What the owner does after a fault, and the checks of each step: start again, look whether all is sound, send again what was
 * not answered, import the same file again; at last everything acknowledged must be there, once.
 */
export async function examine(world: World, file?: ImportFile): Promise<Examined> {
  const { place, ledger, friends, token } = world;
  await untilQuiet(place);
  return await withApp(place, async (app) => {
    const problems = await soundnessProblems(app);
    const importState = await newestImport(app);
    const takenUp = await app.takeUpOpenWork();
    problems.push(...(await openProblems(app)));
    const http = await app.http();
    for (const friend of friends) {
      if (friend.pending && !(await friend.act(sendInto(http, token))))
        problems.push('REFUSED: a write was put off though nothing was wrong any more.');
    }
    http.close();
    if (file) problems.push(...(await importAgain(app, ledger, file)));
    problems.push(...(await recoveryProblems(app)), ...(await ledgerProblems(app, ledger)));
    return { problems: [...new Set(problems)], importState, takenUp };
  });
}

async function newestImport({ store, networkId }: App): Promise<string | undefined> {
  const run = await store.database.reader
    .selectFrom('import_run')
    .select(['state', 'done', 'total'])
    .where('network_id', '=', networkId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return run?.state;
}

/** Twice: the first brings what is missing, the second finds everyone there. */
export async function importAgain(app: App, ledger: Ledger, file: ImportFile): Promise<string[]> {
  const problems: string[] = [];
  const request = { files: [{ path: file.path, name: `${file.label}.file` }], source: file.label };
  for (const time of ['first', 'second']) {
    const { finished } = await startImport(contextOf(app), request);
    const { report, state } = await finished;
    const counts = `${report?.created} new, ${report?.updated} changed, ${report?.unchanged} as they were`;
    const whole = (report?.created ?? 0) + (report?.unchanged ?? 0) === file.names.length && report?.updated === 0;
    if (state !== 'done' || !whole || (time === 'second' && report?.created !== 0))
      problems.push(`IMPORT: ${file.label}, again for the ${time} time, ended ${state} with ${counts}.`);
  }
  ledger.noteImport(file.label, file.names);
  return problems;
}
