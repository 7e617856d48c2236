import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Child } from './child.ts';
import { Client } from './client.ts';
import { toLinkedInCsv, toVCards } from './files.ts';
import type { Lab } from './lab.ts';
import { benchNetwork } from './network.ts';
import type { Options } from './options.ts';
import type { Scene } from './reading.ts';
import type { RewriteCalls } from './rewrite.child.ts';
import { type Row, rowOf, type Subject } from './row.ts';
import type { ServerCalls } from './server.child.ts';

/** How often an import is repeated, each time into an empty network. */
const RUNS = 3;
/** Below this many people the files are smaller too: three connections to a card. */
const FULL_SIZE = 10_000;

interface Import {
  readonly what: string;
  readonly count: number;
  readonly seconds: number;
  readonly text: () => string;
}

function importsOf(people: number): Import[] {
  const share = Math.min(1, people / FULL_SIZE);
  const [cards, connections] = [Math.round(10_000 * share), Math.round(30_000 * share)];
  return [
    { what: 'vCards', count: cards, seconds: 5, text: () => toVCards(benchNetwork({ people: cards }).people) },
    {
      what: 'LinkedIn connections',
      count: connections,
      seconds: 5,
      text: () => toLinkedInCsv(benchNetwork({ people: connections }).people),
    },
  ];
}

const UNCHANGED_SECONDS = 3;

/** Imports into an empty network, and the same file again. */
export async function measureImports(lab: Lab, options: Options, people: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const given of importsOf(people)) {
    const subject = (rest: string): Subject => ({
      name: `import of ${given.count.toLocaleString('en')} ${given.what}${rest}${lab.suffix}`,
      people: given.count,
      touches: 0,
    });
    const [first, again] = [subject(''), subject(', again unchanged')];
    if (!options.wants(first.name) && !options.wants(again.name)) continue;
    const runs = await runImports(lab, given);
    const seconds = (limit: number) => ({
      unit: 's' as const,
      target: `p50 < ${limit} s`,
      ok: ({ p50 }: { p50: number }) => p50 < limit,
    });
    if (options.wants(first.name))
      rows.push(rowOf(first, { ...seconds(given.seconds), samples: runs.first, floor: runs.floor }));
    if (options.wants(again.name)) rows.push(rowOf(again, { ...seconds(UNCHANGED_SECONDS), samples: runs.again }));
  }
  return rows;
}

async function runImports(lab: Lab, given: Import): Promise<{ first: number[]; again: number[]; floor: number[] }> {
  const path = join(lab.folder, 'import');
  await writeFile(path, given.text());
  const found = { first: [] as number[], again: [] as number[], floor: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    const database = await lab.newDatabase();
    const server = new Child<ServerCalls>('./server.child.ts');
    try {
      await server.ask('open', database.url);
      const first = await server.ask('importFile', path);
      const again = await server.ask('importFile', path);
      if (first.created !== given.count || again.unchanged !== given.count) {
        throw new Error(
          `Of ${given.count} people ${first.created} were created, then ${again.unchanged} were unchanged.`,
        );
      }
      found.first.push(first.seconds);
      found.again.push(again.seconds);
    } finally {
      await server.stop();
    }
    if (!database.url.startsWith('postgres')) found.floor.push(await rewrite(database.url));
    await database.drop();
  }
  return found;
}

async function rewrite(path: string): Promise<number> {
  const child = new Child<RewriteCalls>('./rewrite.child.ts');
  try {
    return await child.ask('rewrite', { from: path, to: `${path}.floor` });
  } finally {
    await child.stop();
  }
}

const BUSY_P99_MS = 100;
const LONGEST_HOLD_MS = 25;
/** A person looking around, not a flood: what is measured is how long one waits. */
const PAUSE_MS = 15;

/** What someone notices who reads while many are brought into the network. Changes the network: the last to be measured. */
export async function measureWhileImporting(scene: Scene): Promise<Row[]> {
  const { lab, options, people, touches } = scene;
  const [given] = importsOf(people);
  if (!given) return [];
  const subject = (rest: string): Subject => ({
    name: `${rest} while ${given.count.toLocaleString('en')} vCards are imported${lab.suffix}`,
    people,
    touches,
  });
  const [answers, hold] = [subject('requests answered, p99'), subject('longest hold of the event loop')];
  if (!options.wants(answers.name) && !options.wants(hold.name)) return [];
  const path = join(lab.folder, 'import');
  // Other people than those of the network, so that all of them are new.
  await writeFile(path, toVCards(benchNetwork({ people: given.count, seed: 7 }).people));
  const ids = await scene.network.ask('personIds');
  const server = new Child<ServerCalls>('./server.child.ts');
  try {
    const client = new Client((await server.ask('open', scene.database)).url, scene.token);
    await ask(client, ids, 100);
    let going = true;
    const imported = server.ask('importFile', path).finally(() => {
      going = false;
    });
    const samples = await ask(client, ids, () => going);
    const { longestHold } = await imported;
    client.close();
    const p99 = samples.sort((a, b) => a - b)[Math.ceil(samples.length * 0.99) - 1] ?? Number.NaN;
    const under = (limit: number) => ({
      unit: 'ms' as const,
      target: `< ${limit} ms`,
      ok: ({ p50 }: { p50: number }) => p50 < limit,
    });
    return [
      rowOf(answers, { ...under(BUSY_P99_MS), samples: [p99] }),
      rowOf(hold, { ...under(LONGEST_HOLD_MS), samples: [longestHold] }),
    ].filter((row) => options.wants(row.name));
  } finally {
    await server.stop();
  }
}

async function ask(client: Client, ids: readonly string[], until: number | (() => boolean)): Promise<number[]> {
  const samples: number[] = [];
  const goesOn = typeof until === 'number' ? () => samples.length < until : until;
  for (let n = 0; goesOn(); n++) {
    const id = ids[n % ids.length] ?? '';
    const paths = [`/people/${id}`, '/people?limit=60', '/today', '/find?q=an&limit=12', '/circles'];
    samples.push(await client.get(`/api/v1${paths[n % paths.length]}`));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return samples;
}
