import { buildServer, startBuilt, webKilobytes } from './built.ts';
import { Client } from './client.ts';
import type { LabDatabase } from './lab.ts';
import { today } from './network.ts';
import type { Options } from './options.ts';
import { missingRow, type Row, rowOf, type Subject } from './row.ts';
import { isWanted, type Place, type Scene, subjectOf } from './scene.ts';

const MOST_MEGABYTES = 200;
/** How much more than after the first tenth of the requests still counts as flat. */
const FLAT = 1.15;
const MOST_START_MS = 500;
const MOST_KILOBYTES = 170;
const STARTS = 7;

/** The built server on this network: its start, and its memory after many requests. Writes touches, as people do. */
export async function* measureBuiltServer(place: Place, makeScene: () => Promise<Scene>): AsyncGenerator<Row> {
  const count = place.options.long ? 200_000 : 20_000;
  const start = 'start of the built server to its first answer';
  const memory = `memory of the server over ${count.toLocaleString('en')} requests`;
  if (!isWanted(place, start) && !isWanted(place, memory)) return;
  const scene = await makeScene();
  const subject = (name: string) => subjectOf(place, name, scene.touches);
  try {
    await buildServer();
  } catch (error) {
    process.stderr.write(`The built server was not measured: ${error instanceof Error ? error.message : error}\n`);
    if (isWanted(place, start)) yield missingRow(subject(start), { unit: 'ms', target: START });
    if (isWanted(place, memory)) yield missingRow(subject(memory), { unit: 'MB', target: MEMORY });
    return;
  }
  if (isWanted(place, start)) yield await measureStart(subject(start), scene.database.cli);
  if (isWanted(place, memory)) yield await measureMemory(subject(memory), { scene, count });
}

const START = `p50 < ${MOST_START_MS} ms`;
const MEMORY = `p95 < ${MOST_MEGABYTES} MB, flat`;

async function measureStart(subject: Subject, database: LabDatabase['cli']): Promise<Row> {
  const samples: number[] = [];
  for (let n = 0; n < STARTS; n++) {
    const server = await startBuilt(database);
    await server.stop();
    samples.push(server.startMs);
  }
  return rowOf(subject, { unit: 'ms', samples, target: START, ok: ({ p50 }) => p50 < MOST_START_MS });
}

/** Resident memory after each tenth of the requests. */
async function measureMemory(subject: Subject, { scene, count }: { scene: Scene; count: number }): Promise<Row> {
  const ids = await scene.network.ask('personIds');
  const server = await startBuilt(scene.database.cli);
  const client = new Client(server.url, scene.token);
  const samples: number[] = [];
  try {
    for (let n = 1; n <= count; n++) {
      await mixed(client, ids, n);
      if (n % (count / 10) === 0) samples.push(await server.residentMegabytes());
    }
  } finally {
    client.close();
    await server.stop();
  }
  const flat = (samples.at(-1) ?? 0) <= (samples[0] ?? 0) * FLAT;
  return rowOf(subject, { unit: 'MB', samples, target: MEMORY, ok: ({ p95 }) => p95 < MOST_MEGABYTES && flat });
}

/** Of a hundred requests: forty persons' pages, twenty-five searches, twenty pages of the list, fourteen looks at Today, a touch logged. */
async function mixed(client: Client, ids: readonly string[], n: number): Promise<void> {
  const id = ids[(n * 7) % ids.length] ?? '';
  const part = (n * 37) % 100;
  if (part === 0) {
    await client.post('/api/v1/touches', {
      people: [id],
      date: today(),
      channel: 'email',
      summary: `A note about plan ${n}`,
    });
  } else if (part <= 40) await client.get(`/api/v1/people/${id}`);
  else if (part <= 65) await client.get(`/api/v1/find?limit=12&q=${LETTERS[n % LETTERS.length]}`);
  else if (part <= 85) await client.get('/api/v1/people?limit=60&sort=last-touch');
  else await client.get('/api/v1/today');
}

const LETTERS = ['a', 'an', 'ma', 'mar', 'sa', 'lu', 'coffee', 'dav', 'jo', 'tan'] as const;

/** The script of the first page. */
export async function* measureWeb(options: Options): AsyncGenerator<Row> {
  const subject: Subject = { name: 'web app, script of the first load (brotli)', people: null, touches: null };
  const target = `< ${MOST_KILOBYTES} kB`;
  if (!options.wants(subject.name)) return;
  try {
    const kilobytes = await webKilobytes();
    yield rowOf(subject, { unit: 'kB', samples: [kilobytes], target, ok: ({ p50 }) => p50 < MOST_KILOBYTES });
  } catch (error) {
    process.stderr.write(`The web app was not measured: ${error instanceof Error ? error.message : error}\n`);
    yield missingRow(subject, { unit: 'kB', target });
  }
}
