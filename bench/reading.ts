import { join } from 'node:path';
import { Child } from './child.ts';
import { Client } from './client.ts';
import type { FloorCalls } from './floor.child.ts';
import type { CaseKind } from './network.child.ts';
import { type Row, rowOf, type Subject } from './row.ts';
import { isWanted, type Place, type Scene, subjectOf } from './scene.ts';
import type { ServerCalls } from './server.child.ts';

interface Reading {
  readonly kind: CaseKind;
  readonly name: string;
  /** Requests to measure, and as many of the floor between them. */
  readonly requests: number;
  /** Milliseconds that 95 of 100 requests must stay under. */
  readonly p95: number;
  /** Done before each request, unmeasured. */
  readonly before?: (scene: Scene) => Promise<void>;
}

const READINGS: readonly Reading[] = [
  { kind: 'today', name: 'Today', requests: 400, p95: 10 },
  {
    kind: 'firstLook',
    name: 'Today, first look of the day',
    requests: 60,
    p95: 10,
    before: ({ network }) => network.ask('prepareDay'),
  },
  {
    kind: 'unprepared',
    name: 'Today, decided on demand',
    requests: 60,
    p95: 10,
    before: ({ network }) => network.ask('forgetDay'),
  },
  { kind: 'person', name: 'a person’s page', requests: 600, p95: 10 },
  { kind: 'list', name: 'a page of the list', requests: 400, p95: 10 },
  { kind: 'search', name: 'search as you type', requests: 720, p95: 15 },
];
const MOST_TIMES_FLOOR = 3;
const WARM_UP = 150;

/** Each kind of request beside its floor, the two measured by turns so that what else the machine does hits both. */
export async function* measureReading(place: Place, makeScene: () => Promise<Scene>): AsyncGenerator<Row> {
  for (const reading of READINGS.filter(({ name }) => isWanted(place, name))) {
    const scene = await makeScene();
    yield await measureOne(scene, {
      reading,
      subject: subjectOf(place, reading.name, scene.touches),
      folder: place.lab.folder,
    });
  }
}

async function measureOne(
  scene: Scene,
  { reading, subject, folder }: { reading: Reading; subject: Subject; folder: string },
): Promise<Row> {
  const cases = join(folder, `${reading.kind}.cases`);
  const paths = await scene.network.ask('writeCases', { kind: reading.kind, to: cases });
  const server = new Child<ServerCalls>('./server.child.ts');
  const floor = new Child<FloorCalls>('./floor.child.ts');
  try {
    const product = new Client((await server.ask('open', scene.database.url)).url, scene.token);
    const least = new Client((await floor.ask('serve', { database: scene.database.url, cases })).url);
    const samples: number[] = [];
    const floors: number[] = [];
    const warmUp = reading.before ? 3 : WARM_UP;
    for (let n = -warmUp; n < reading.requests; n++) {
      const which = (n + warmUp) % paths.length;
      await reading.before?.(scene);
      const ms = await product.get(paths[which] ?? '');
      const leastMs = await least.get(`/${which}`);
      if (n < 0) continue;
      samples.push(ms);
      floors.push(leastMs);
    }
    product.close();
    least.close();
    return rowOf(subject, {
      unit: 'ms',
      samples,
      floor: floors,
      target: `p50 ≤ ${MOST_TIMES_FLOOR} × floor, p95 < ${reading.p95} ms`,
      ok: ({ p95, ratio }) => p95 < reading.p95 && (ratio ?? 0) <= MOST_TIMES_FLOOR,
    });
  } finally {
    await server.stop();
    await floor.stop();
  }
}
