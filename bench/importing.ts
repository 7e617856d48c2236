import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Child } from './child.ts';
import { Client } from './client.ts';
import { toLinkedInCsv, toVCards } from './files.ts';
import type { Lab } from './lab.ts';
import { benchNetwork } from './network.ts';
import type { RewriteCalls } from './rewrite.child.ts';
import { quantile, type Row, rowOf, type Subject } from './row.ts';
import { isWanted, type Place, type Scene, subjectOf } from './scene.ts';
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
export async function* measureImports(place: Place): AsyncGenerator<Row> {
  const { lab } = place;
  for (const given of importsOf(place.people)) {
    const name = `import of ${given.count.toLocaleString('en')} ${given.what}`;
    const names = [name, `${name}, again unchanged`] as const;
    const [first, again] = names.map((one) => isWanted(place, one));
    if (!first && !again) continue;
    const runs = await runImports(lab, given);
    const subject = (one: string): Subject => ({ name: one + lab.suffix, people: given.count, touches: 0 });
    if (first) yield rowOf(subject(names[0]), { ...under(given.seconds, 's'), samples: runs.first, floor: runs.floor });
    if (again) yield rowOf(subject(names[1]), { ...under(UNCHANGED_SECONDS, 's'), samples: runs.again });
  }
}

function under(limit: number, unit: 's' | 'ms') {
  return { unit, target: `p50 < ${limit} ${unit}`, ok: ({ p50 }: { p50: number }) => p50 < limit };
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
const LONGEST_HOLD_MS = 50;
/** A person looking around, not a flood: what is measured is how long one waits. */
const PAUSE_MS = 15;

/** What comes in beside: other people than those of the network, so that all of them are new. */
function besideOf(people: number): Pick<Import, 'what' | 'count' | 'text'>[] {
  const share = Math.min(1, people / FULL_SIZE);
  const [cards, connections] = [Math.round(10_000 * share), Math.round(50_000 * share)];
  return [
    { what: 'vCards', count: cards, text: () => toVCards(benchNetwork({ people: cards, seed: 7 }).people) },
    {
      what: 'LinkedIn connections',
      count: connections,
      text: () => toLinkedInCsv(benchNetwork({ people: connections, seed: 8 }).people),
    },
  ];
}

/** What someone notices who reads while many are brought into the network. Changes the network: the last to be measured. */
export async function* measureWhileImporting(place: Place, makeScene: () => Promise<Scene>): AsyncGenerator<Row> {
  for (const { what, count, text } of besideOf(place.people)) {
    const meanwhile = `while ${count.toLocaleString('en')} ${what} are imported`;
    const [answers, hold] = [`requests answered ${meanwhile}, p99`, `longest hold of the event loop ${meanwhile}`];
    if (!(isWanted(place, answers) || isWanted(place, hold))) continue;
    const scene = await makeScene();
    const path = join(place.lab.folder, 'import');
    await writeFile(path, text());
    const { samples, longestHold } = await readWhileImporting(scene, path);
    const subject = (name: string) => subjectOf(place, name, scene.touches);
    const p99 = quantile(samples, 0.99);
    if (isWanted(place, answers)) yield rowOf(subject(answers), { ...under(BUSY_P99_MS, 'ms'), samples: [p99] });
    if (isWanted(place, hold)) yield rowOf(subject(hold), { ...under(LONGEST_HOLD_MS, 'ms'), samples: [longestHold] });
  }
}

async function readWhileImporting(scene: Scene, path: string): Promise<{ samples: number[]; longestHold: number }> {
  const ids = await scene.network.ask('personIds');
  const server = new Child<ServerCalls>('./server.child.ts');
  try {
    const client = new Client((await server.ask('open', scene.database.url)).url, scene.token);
    await ask(client, ids, 100);
    let going = true;
    const imported = server.ask('importFile', path).finally(() => {
      going = false;
    });
    const samples = await ask(client, ids, () => going);
    client.close();
    return { samples, longestHold: (await imported).longestHold };
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
