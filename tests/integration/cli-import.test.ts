import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as shapes from '../../src/contract/shapes.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { testDialects } from '../support/dialects.ts';
import { type Cli, cliOn } from '../support/run-cli.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/test-database.ts';

const CONNECTIONS = fileURLToPath(
  new URL('../../src/formats/linkedin/fixtures/names-with-everything.csv', import.meta.url),
);
const people = z.array(shapes.personRow);
const file = shapes.importAnswer.shape.files.element;
/** Exactly the keys of the contract. */
const report = z.strictObject({ ...shapes.importAnswer.shape, files: z.array(z.strictObject(file.shape)) });

/** A file of invented people, all told apart by their addresses. */
function manyCards(count: number): string {
  return Array.from(
    { length: count },
    (_, i) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-${i}\r\nFN:Person ${i}\r\nN:${i};Person;;;\r\nEMAIL:person-${i}@people.example\r\nEND:VCARD\r\n`,
  ).join('');
}

describe.each(testDialects)('tendril import on %s', (dialect) => {
  let database: EmptyDatabase;
  let cli: Cli;

  beforeAll(async () => {
    database = await createEmptyDatabase(dialect);
    cli = cliOn(dialect, database);
  });
  afterAll(() => database.drop());

  it('rehearses without saving', async () => {
    const dry = report.parse(await cli.json('import', CONNECTIONS, '--dry-run'));
    expect(dry.created).toBeGreaterThan(0);
    expect(await cli.json('people')).toEqual([]);
  });

  it('lists a thousand skipped rows by place, counts the others, and accounts for each', async () => {
    const path = join(database.folder, 'bare.csv');
    const rows = Array.from({ length: 2_500 }, (_, i) => (i === 7 ? 'Bea Bare,bea@bare.example,' : ',,43'));
    await writeFile(path, `Name,E-mail,Shoe size\n${rows.join('\n')}\n`);
    const said = report.parse(await cli.json('import', path, '--dry-run'));
    expect(said).toMatchObject({ created: 1, skipped: 2_499, files: [{ read: 2_500 }] });
    expect(said.files[0]?.skipped).toHaveLength(2_499);
    expect(said.files[0]?.skipped[999]?.where).toMatch(/^row \d+/);
    expect(new Set(said.files[0]?.skipped.slice(1_000).map(({ where }) => where))).toEqual(new Set(['not listed']));
    const { stdout } = await cli.run('import', path, '--dry-run');
    expect(stdout).toContain('; 2499 rows skipped\n  row 2: ');
    expect(stdout).toContain('\n  and 2,479 more like these\n');
  });

  it('accounts for every row, and does nothing twice', async () => {
    const first = await cli.run('import', CONNECTIONS, '--json');
    expect(first.code).toBe(0);
    const said = report.parse(JSON.parse(first.stdout));
    for (const each of said.files)
      expect(each.read).toBe(each.created + each.updated + each.unchanged + each.skipped.length);
    expect(said).toMatchObject({ created: said.files[0]?.created, skipped: 1 });
    expect(people.parse(await cli.json('people'))).toHaveLength(said.created);

    const again = report.parse(await cli.json('import', CONNECTIONS));
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: said.created, skipped: 1 });
    const { stdout } = await cli.run('import', CONNECTIONS);
    expect(stdout).toMatch(
      /^LinkedIn · names-with-everything\.csv: \d+ people: 0 new, 0 updated, \d+ unchanged; 1 row skipped\n {2}row \d+: /,
    );
  });

  it('is one step to undo', async () => {
    await cli.json('undo');
    expect(await cli.json('people')).toEqual([]);
  });

  it('fails without a word on stdout when there is no such file', async () => {
    const { code, stdout, stderr } = await cli.process('import', CONNECTIONS, 'nowhere.vcf', '--json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('nowhere.vcf: there is no such file or folder.\n');
    expect(await cli.json('people')).toEqual([]);
  });

  it('prints the report and fails when nothing could be read', async () => {
    await writeFile(join(database.folder, 'letter.txt'), 'Dear Ada,\n');
    const { code, stdout, stderr } = await cli.run('import', 'letter.txt', '--json');
    expect(code).toBe(1);
    expect(report.parse(JSON.parse(stdout))).toMatchObject({
      files: [{ path: 'letter.txt', format: 'unread', read: 0 }],
      created: 0,
    });
    expect(stderr).toContain('letter.txt');
  });

  it('offers who may be one person, and makes them one', async () => {
    await writeFile(
      join(database.folder, 'zed.vcf'),
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zed Ito\r\nN:Ito;Zed;;;\r\nORG:Kanda\r\nEND:VCARD\r\n',
    );
    await writeFile(
      join(database.folder, 'Connections.csv'),
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nZed,Ito,https://www.linkedin.com/in/zed-ito,,Kanda,Boss,01 Mar 2024\n',
    );
    expect(report.parse(await cli.json('import', 'zed.vcf', 'Connections.csv'))).toMatchObject({ created: 2 });
    const pairs = z.array(z.strictObject(shapes.duplicatePair.shape)).parse(await cli.json('duplicates'));
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.score).toBeGreaterThanOrEqual(0.5);
    await cli.json('merge', String(pairs[0]?.a), String(pairs[0]?.b));
    expect(people.parse(await cli.json('people')).map((row) => row.name)).toEqual(['Zed Ito']);
    expect(report.parse(await cli.json('import', 'zed.vcf', 'Connections.csv'))).toMatchObject({
      created: 0,
      updated: 0,
    });
    await cli.json('undo');
    await cli.json('undo');
    expect(await cli.json('people')).toEqual([]);
  });

  it('goes on with an import that was killed, and the file brings nobody twice', { timeout: 60_000 }, async () => {
    const count = 2_500;
    await writeFile(join(database.folder, 'many.vcf'), manyCards(count));
    const child = cli.start('import', 'many.vcf');
    const ended = once(child, 'exit');
    await whileApplying(database.url);
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);

    const { code, stdout, stderr } = await cli.run('people', '--json');
    expect(code).toBe(0);
    expect(people.parse(JSON.parse(stdout))).toHaveLength(count);
    expect(stderr).toContain('finished now');
    expect(report.parse(await cli.json('import', 'many.vcf'))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: count,
    });
    expect(await cli.json('doctor')).toMatchObject({ ok: true, problems: [] });
  });

  it('refuses data of a newer Tendril in one sentence', async () => {
    const db = await openDatabase<Schema & { schema_meta: { min_code: number } }>({ url: database.url });
    try {
      await db.write((tx) => tx.updateTable('schema_meta').set({ min_code: 9_999 }).execute());
    } finally {
      await db.close();
    }
    const { code, stdout, stderr } = await cli.run('people', '--json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^This data was written by a newer Tendril .*\n$/);
  });
});

/** Resolves when an import has brought in some of its people and not all. */
async function whileApplying(url: string): Promise<void> {
  const db = await openDatabase<Schema>({ url });
  try {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const run = await db.reader
        .selectFrom('import_run')
        .select(['state', 'done', 'total'])
        .where('state', '=', 'applying')
        .executeTakeFirst();
      if (run && run.done > 0) return;
      if (Date.now() > deadline) throw new Error('The import never began to apply.');
      await new Promise((wake) => setTimeout(wake, 5));
    }
  } finally {
    await db.close();
  }
}
