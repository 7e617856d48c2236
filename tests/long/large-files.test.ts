import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importAnswer } from '../../src/contract/shapes.ts';

/** What files far beyond anyone's address book take of memory, by the command line as a process of its own. */

const CARDS = Number(process.env.TENDRIL_LONG_CARDS ?? 1_000_000);
const MEGABYTE = 'abcdefghij'.repeat(100_000);
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** Notes the peak of the process when it ends; the last to write is the process, after its threads. */
const WATCH = `data:text/javascript,${encodeURIComponent(
  'import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));',
)}`;

const aCard = (i: number) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-${i}-of-a-large-address-book\r\nFN:Person ${i} Surname${i % 977}\r\nN:Surname${i % 977};Person ${i};;;\r\n` +
  `ORG:Company ${i % 5_000}\r\nTITLE:Title ${i % 100}\r\nTEL;TYPE=cell:+316${10_000_000 + i}\r\nEMAIL:person-${i}@people.example\r\n` +
  `NOTE:Met at the fair in the year ${1990 + (i % 30)}\\, and again later.\r\nEND:VCARD\r\n`;
const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';

function* cards(): Generator<string> {
  for (let i = 0; i < CARDS; i += 1_000) {
    let part = '';
    for (let j = i; j < Math.min(i + 1_000, CARDS); j++) part += aCard(j);
    yield part;
  }
}

function* around(before: string, after: string): Generator<string> {
  yield before;
  for (let i = 0; i < 200; i++) yield MEGABYTE;
  yield after;
}

interface Trial {
  readonly name: string;
  readonly parts: () => Iterable<string>;
  readonly read: number;
  readonly created: number;
  /** Megabytes resident at the most. */
  readonly most: number;
}

const TRIALS: readonly Trial[] = [
  { name: 'cards.vcf', parts: cards, read: CARDS, created: CARDS, most: 1_800 },
  {
    name: 'line.vcf',
    parts: () => around(`${aCard(1)}BEGIN:VCARD\r\nFN:Long\r\nNOTE:`, `\r\nEND:VCARD\r\n${aCard(2)}`),
    read: 3,
    created: 2,
    most: 700,
  },
  {
    name: 'line.csv',
    parts: () => around(`${HEADER}Ada,Brandt,,,,,\n`, '\nGrace,Oduya,,,,,\n'),
    read: 3,
    created: 2,
    most: 700,
  },
  {
    name: 'open-quote.csv',
    parts: () => around(`${HEADER}Ada,Brandt,,,,,\n"`, '\nGrace,Oduya,,,,,\n'),
    read: 3,
    created: 2,
    most: 700,
  },
];

describe('importing', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tendril-large-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The report, which may be longer than a text can be, and the peak in megabytes. */
  async function importIt(name: string): Promise<{ report: unknown; peak: number }> {
    const [data, answer, peak] = ['data', 'answer', 'peak'].map((kind) => join(folder, `${name}.${kind}`));
    if (!data || !answer || !peak) throw new Error('There is no place to write to.');
    const args = ['--import', WATCH, MAIN, '--data', data, 'import', name, '--json'];
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, PEAK_FILE: peak },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.pipe(createWriteStream(answer));
    expect(await once(child, 'close')).toEqual([0, null]);
    return { report: await json(createReadStream(answer)), peak: Number(await readFile(peak, 'utf8')) / 1_024 };
  }

  it.each(TRIALS)('$name takes no more than $most MB', { timeout: 4 * 3_600_000 }, async (trial) => {
    const file = createWriteStream(join(folder, trial.name));
    for (const part of trial.parts()) if (!file.write(part)) await once(file, 'drain');
    file.end();
    await once(file, 'finish');
    const size = file.bytesWritten;
    const { report, peak } = await importIt(trial.name);
    process.stdout.write(`${trial.name}: ${Math.round(size / 1e6)} MB, peak ${Math.round(peak)} MB resident\n`);
    const { files, created } = z.object(importAnswer.shape).parse(report);
    const skipped = files[0]?.skipped.length ?? 0;
    expect({ created, read: files[0]?.read, skipped }).toEqual({
      created: trial.created,
      read: trial.read,
      skipped: trial.read - trial.created,
    });
    expect(peak).toBeLessThan(trial.most);
    await rm(join(folder, trial.name));
  });
});
