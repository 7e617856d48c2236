import { Child } from './child.ts';
import { measureImports, measureWhileImporting } from './importing.ts';
import { type Lab, openPostgresLab, openSqliteLab } from './lab.ts';
import type { NetworkCalls } from './network.child.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { measureReading } from './reading.ts';
import { tableOf } from './report.ts';
import type { Row } from './row.ts';
import { measureBuiltServer, measureWeb } from './size.ts';

/** Measures the product: see docs/benchmarks.md. Missing a target is a finding, not a failure of the bench. */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const rows: Row[] = [];
  await withLab(await openSqliteLab(), (lab) => measureAll(lab, options, rows));
  if (options.postgres)
    await withLab(await openPostgresLab(process.env.DATABASE_URL), (lab) => measureAll(lab, options, rows));
  rows.push(...(await measureWeb(options)));
  process.stdout.write(options.json ? `${JSON.stringify({ rows })}\n` : `\n${tableOf(rows)}`);
}

async function withLab(lab: Lab, measure: (lab: Lab) => Promise<void>): Promise<void> {
  try {
    await measure(lab);
  } finally {
    await lab.close();
  }
}

async function measureAll(lab: Lab, options: Options, rows: Row[]): Promise<void> {
  for (const people of options.people) {
    await measureNetwork(lab, { options, people, rows });
    rows.push(...(await measureImports(lab, options, people)));
  }
}

/** Everything that is measured on a network that holds people and years with them. */
async function measureNetwork(
  lab: Lab,
  { options, people, rows }: { options: Options; people: number; rows: Row[] },
): Promise<void> {
  const database = await lab.newDatabase();
  const network = new Child<NetworkCalls>('./network.child.ts');
  try {
    await network.ask('open', database.url);
    const start = performance.now();
    const { touches, token } = await network.ask('fill', { people, touchesPerPerson: options.touchesPerPerson });
    const seconds = (performance.now() - start) / 1000;
    process.stderr.write(`${people} people and ${touches} touches${lab.suffix}: written in ${seconds.toFixed(1)} s\n`);
    const scene = { lab, options, people, touches, token, database: database.url, network };
    rows.push(...(await measureReading(scene)));
    rows.push(...(await measureBuiltServer(scene, database.cli)));
    rows.push(...(await measureWhileImporting(scene)));
  } finally {
    await network.stop();
    await database.drop();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n\n${usage()}\n`);
  process.exitCode = 1;
}
