import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from './client.ts';
import type { LabDatabase } from './lab.ts';

/** The product as it is installed: compiled, started by its own command, seen from outside. */

const root = fileURLToPath(new URL('../', import.meta.url));
const entry = join(root, 'dist', 'main.js');
const firstLoad = join(root, 'dist', 'web', 'first-load.json');

/** Compiles the server unless that was done since its sources last changed. @throws Error when it does not compile */
export async function buildServer(): Promise<void> {
  const built = existsSync(entry) ? (await stat(entry)).mtimeMs : 0;
  if (built < (await newest(join(root, 'src')))) await runScript('build.js');
}

/** Builds the web app unless that was done since its sources last changed. */
export async function buildWeb(): Promise<void> {
  await runScript('setup.js', '--web');
}

/** Kilobytes of script, compressed by brotli, that the browser loads before Today can be used. */
export async function webKilobytes(): Promise<number> {
  await buildWeb();
  const { bytes } = JSON.parse(await readFile(firstLoad, 'utf8')) as { bytes: number };
  return bytes / 1000;
}

async function newest(folder: string): Promise<number> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  return Math.max(0, ...times);
}

/** Its words go to stderr. */
async function runScript(name: string, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'scripts', name), ...args], { cwd: root, stdio: ['ignore', 2, 2] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`scripts/${name} failed.`);
}

export interface BuiltServer {
  readonly url: string;
  /** Milliseconds from starting the process to the first answer of `/healthz`. */
  readonly startMs: number;
  /** Megabytes resident, as the system counts them. */
  residentMegabytes(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts `tendril serve` as compiled. */
export async function startBuilt(database: LabDatabase['cli']): Promise<BuiltServer> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, [entry, 'serve', '--port', String(port), ...database.args], {
    env: { ...process.env, ...database.env },
    stdio: ['ignore', 'ignore', 2],
  });
  const end = () => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const url = `http://127.0.0.1:${port}`;
  await firstAnswer(child, url);
  return {
    url,
    startMs: performance.now() - start,
    residentMegabytes: () => residentMegabytes(child),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const PATIENCE_MS = 30_000;

async function firstAnswer(child: ChildProcess, url: string): Promise<void> {
  const client = new Client(url);
  for (const end = performance.now() + PATIENCE_MS; ; ) {
    try {
      await client.get('/healthz');
      return client.close();
    } catch (cause) {
      if (child.exitCode !== null) throw new Error(`tendril serve ended with ${child.exitCode}.`, { cause });
      if (performance.now() > end) throw new Error('tendril serve did not answer.', { cause });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}

async function residentMegabytes({ pid }: ChildProcess): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) / 1000;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
