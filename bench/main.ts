import { measureBrowser } from './browser.ts';
import { Child } from './child.ts';
import { measureImports, measureWhileImporting } from './importing.ts';
import { measureIntroducing } from './introducing.ts';
import { type Lab, openPostgresLab, openSqliteLab } from './lab.ts';
import { compareMatchers, tableOfScores } from './matching.ts';
import type { NetworkCalls } from './network.child.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { measureReading } from './reading.ts';
import { lineOf, tableOf } from './report.ts';
import type { Row } from './row.ts';
import type { Place, Scene } from './scene.ts';
import { measureSharing } from './sharing.ts';
import { measureBuiltServer, measureWeb } from './size.ts';

/** Measures the product: see docs/benchmarks.md. Missing a target is a finding, not a failure of the bench. */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options.matching !== undefined) {
    const matchers = await compareMatchers(options.matching);
    process.stdout.write(options.json ? `${JSON.stringify({ matchers })}\n` : tableOfScores(matchers));
    return;
  }
  const rows: Row[] = [];
  for (const database of options.databases) {
    const open = database === 'sqlite' ? openSqliteLab : () => openPostgresLab(process.env.DATABASE_URL);
    await withLab(open, (lab) => measureAll(lab, options, rows));
  }
  await collect(rows, () => measureWeb(options));
  process.stdout.write(options.json ? `${JSON.stringify({ rows })}\n` : `\n${tableOf(rows)}`);
}

async function withLab(open: () => Promise<Lab>, measure: (lab: Lab) => Promise<void>): Promise<void> {
  const lab = await open();
  try {
    await measure(lab);
  } finally {
    await lab.close();
  }
}

async function measureAll(lab: Lab, options: Options, rows: Row[]): Promise<void> {
  for (const people of options.people) {
    const place: Place = { lab, options, people };
    await withScene(place, async (scene) => {
      await collect(rows, () => measureReading(place, scene));
      await collect(rows, () => measureSharing(place, scene));
      await collect(rows, () => measureIntroducing(place, scene));
      await collect(rows, () => measureBuiltServer(place, scene));
      await collect(rows, () => measureBrowser(place, scene));
      await collect(rows, () => measureWhileImporting(place, scene));
    });
    await collect(rows, () => measureImports(place));
  }
}

/** Says each row as it comes. What goes wrong costs the rows it was about to measure, not the others. */
async function collect(rows: Row[], measure: () => AsyncIterable<Row>): Promise<void> {
  try {
    for await (const row of measure()) {
      rows.push(row);
      process.stderr.write(`${lineOf(row)}\n`);
    }
  } catch (error) {
    process.stderr.write(`Not measured: ${error instanceof Error ? error.stack : error}\n`);
  }
}

/** A network that holds people and years with them, made when the first row asks for it. */
async function withScene(place: Place, measure: (scene: () => Promise<Scene>) => Promise<void>): Promise<void> {
  let made: Promise<{ scene: Scene; close: () => Promise<void> }> | undefined;
  try {
    await measure(async () => {
      made ??= makeScene(place);
      return (await made).scene;
    });
  } finally {
    await (await made)?.close();
  }
}

async function makeScene({ lab, options, people }: Place): Promise<{ scene: Scene; close: () => Promise<void> }> {
  const database = await lab.newDatabase();
  const network = new Child<NetworkCalls>('./network.child.ts');
  const start = performance.now();
  await network.ask('open', database.url);
  const { touches, token } = await network.ask('fill', { people, touchesPerPerson: options.touchesPerPerson });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stderr.write(`${people} people and ${touches} touches${lab.suffix}: written in ${seconds} s\n`);
  return {
    scene: { touches, token, database, network },
    async close() {
      await network.stop();
      await database.drop();
    },
  };
}

// Whatever is left behind is removed on exit, also when somebody stops us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage()}\n`);
  process.exitCode = 1;
}
