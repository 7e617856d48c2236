// Brings a checkout to where it can run: node_modules as package-lock.json says, the pinned Node in
// node_modules/.bin, and with --web the built web app. Runs on the machine's own Node (20 or newer), before
// anything is installed, so it uses nothing but Node. Everything it says goes to stderr; nothing to do costs
// a few milliseconds and says nothing.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const platform = `${process.platform}-${process.arch}`;
const nodeBinary = join(root, 'node_modules', '.bin', 'node');
const nodeTarget = join(root, 'node_modules', 'node', 'bin', 'node');
const installStamp = join(root, 'node_modules', '.tendril-setup.json');
const webStamp = join(root, '.cache', 'web-build.json');
const webOutput = join(root, 'dist', 'web');
/** What the web app is built from; tests do not count. */
const webSources = ['web', 'src/client', 'src/contract', 'src/domain', 'package-lock.json', 'scripts/setup.js'];

/** A failure whose message already tells the reader what to do: printed without a stack. */
class SetupError extends Error {}

/** @param {string} text */
function say(text) {
  process.stderr.write(`tendril: ${text}\n`);
}

/** @param {string} path @returns {any} the parsed file, or undefined where it is absent or not JSON */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string | Buffer} content */
function hash(content) {
  return createHash('sha256').update(content).digest('hex');
}

/** The command that is running now, so that an interrupt ends it too. @type {import('node:child_process').ChildProcess | undefined} */
let running;

let interrupted = false;

/**
 * Runs a command. Its output goes to stderr: at once, or with `quiet` only when it fails.
 * @param {string} command @param {string[]} args @param {{ quiet?: boolean }} [options] @returns {Promise<void>}
 */
function run(command, args, { quiet = false } = {}) {
  // Without node_modules/.bin: npm must not run on the Node that it is about to remove.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')));
  const env = { ...process.env, PATH: path.join(delimiter) };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', quiet ? 'pipe' : 2, quiet ? 'pipe' : 2] });
    running = child;
    /** @type {Buffer[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running = undefined;
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      reject(new SetupError(`${basename(command)} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

// ---- node_modules ------------------------------------------------------------------------------------------------

/** The Node version that package.json pins. */
function pinnedNode() {
  const version = readJson(join(root, 'package.json'))?.devDependencies?.node;
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new SetupError('package.json must pin the npm package "node" to one exact version.');
  }
  return version;
}

/** Identifies the installed Node binary without running it. */
function nodeFingerprint() {
  const file = statSync(nodeBinary, { throwIfNoEntry: false });
  return file ? `${file.size}-${Math.round(file.mtimeMs)}` : 'absent';
}

/** @param {string} version */
function nodeRuns(version) {
  const answer = spawnSync(nodeBinary, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.trim() === `v${version}`;
}

function readLockfile() {
  try {
    return readFileSync(join(root, 'package-lock.json'));
  } catch (error) {
    throw new SetupError(`package-lock.json cannot be read (${error.message}); is this a whole checkout?`);
  }
}

/** @param {string} lock hash of the lockfile */
function isInstalled(lock) {
  const stamp = readJson(installStamp);
  return stamp?.lock === lock && stamp.platform === platform && stamp.node === nodeFingerprint();
}

/**
 * Whether npm's own record of what it installed agrees with the lockfile: true after a plain `npm install`
 * or `npm ci` typed by hand, which need not be repeated.
 */
function npmInstalledIt() {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    if (!installed[path]) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return installed[path].version === entry.version && installed[path].integrity === entry.integrity;
  });
}

async function installPackages() {
  const count = Object.keys(readJson(join(root, 'package-lock.json'))?.packages ?? {}).length;
  say(`installing ${count} packages with npm, as package-lock.json says (about half a minute) ...`);
  // --include: a NODE_ENV=production or an `omit` of the user must not leave out what builds and pins.
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--no-update-notifier',
  ];
  try {
    await run('npm', args);
  } catch (error) {
    throw new SetupError(
      `${error.message}. npm's own words are above. Usual causes: no network to the npm registry (connect, or set ` +
        `its proxy with "npm config set proxy"), no right to write ${join(root, 'node_modules')} (own the folder, ` +
        'or remove it and try again), or a full disk.',
      { cause: error },
    );
  }
}

/**
 * Installs the pinned Node binary where its own install script did not: npm 12 blocks such scripts, and so does
 * `ignore-scripts`. Into a folder of its own, so that npm does not rearrange the rest.
 * @param {string} version
 */
async function installNode(version) {
  // The names that the package's own install script uses.
  const prefix = platform === 'darwin-arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}`;
  const folder = join(root, 'node_modules', '.node-binary');
  say(`installing Node ${version} (${name}) ...`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  try {
    await run('npm', [...args, '--ignore-scripts', '--loglevel=error', '--no-update-notifier', `${name}@${version}`]);
  } catch (error) {
    throw new SetupError(
      `Node ${version} for ${platform} could not be installed: ${error.message}. Connect to the npm registry and try ` +
        `again, or install Node ${version} by hand as node_modules/.bin/node.`,
      { cause: error },
    );
  }
  mkdirSync(dirname(nodeTarget), { recursive: true });
  rmSync(nodeTarget, { force: true });
  const source = join(folder, 'node_modules', name, 'bin', 'node');
  try {
    linkSync(source, nodeTarget);
  } catch {
    // No hard links on this file system: a copy does the same.
    copyFileSync(source, nodeTarget);
  }
  // npm links no command whose file was not there.
  rmSync(nodeBinary, { force: true });
  symlinkSync(relative(dirname(nodeBinary), nodeTarget), nodeBinary);
}

/** @param {string} lock hash of the lockfile */
async function install(lock) {
  const version = pinnedNode();
  if (readJson(installStamp)?.lock !== lock && npmInstalledIt() && nodeRuns(version)) {
    // npm was run by hand: only the stamp is missing.
  } else {
    await installPackages();
    if (!nodeRuns(version)) await installNode(version);
    if (!nodeRuns(version)) {
      throw new SetupError(
        `node_modules/.bin/node does not run as Node ${version} on ${platform}. On Alpine or another system without ` +
          'glibc, use one with it; else remove node_modules and try again.',
      );
    }
  }
  writeFileSync(installStamp, `${JSON.stringify({ lock, platform, node: nodeFingerprint() })}\n`);
}

// ---- the web app -------------------------------------------------------------------------------------------------

/** @param {string} path @returns {string[]} every source file at or under the path, in a stable order */
function filesUnder(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (!entry) return [];
  if (entry.isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

function hashWebSources() {
  const digest = createHash('sha256');
  for (const path of webSources.flatMap(filesUnder)) {
    digest.update(`${path}\0${hash(readFileSync(join(root, path)))}\n`);
  }
  return digest.digest('hex');
}

/** @param {string} sources hash of the sources */
function isWebBuilt(sources) {
  return readJson(webStamp)?.sources === sources && existsSync(join(webOutput, 'index.html'));
}

/** @param {string} sources hash of the sources */
async function buildWeb(sources) {
  say('building the web app ...');
  rmSync(webStamp, { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  try {
    await run(nodeBinary, [vite, 'build', 'web', '--outDir', webOutput, '--emptyOutDir', '--logLevel', 'warn'], {
      quiet: true,
    });
  } catch (error) {
    throw new SetupError(`the web app could not be built: ${error.message}. Vite's own words are above.`, {
      cause: error,
    });
  }
  mkdirSync(dirname(webStamp), { recursive: true });
  writeFileSync(webStamp, `${JSON.stringify({ sources })}\n`);
}

// ---- one at a time -----------------------------------------------------------------------------------------------

/**
 * Holds a lock among the set-ups of this checkout, so that two terminals do not install over each other.
 * The holder renews the file's time; a lock that nobody renews is taken over.
 * @param {() => Promise<void>} work
 */
async function alone(work) {
  const path = join(root, '.cache', 'setup.lock');
  const owner = `${hostname()} ${process.pid} ${Date.now()}`;
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!takeLock(path, owner)) {
    if (!told) say('waiting for another set-up of this checkout ...');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const renewal = setInterval(() => writeFileSync(path, owner), 2000);
  const release = () => {
    clearInterval(renewal);
    if (readFileOrNothing(path) === owner) rmSync(path, { force: true });
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // The command's end then ends the work, which releases the lock.
    process.once(signal, () => {
      interrupted = true;
      running?.kill(signal);
    });
  }
  try {
    await work();
  } finally {
    release();
  }
}

/** @param {string} path */
function readFileOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {string} path @param {string} owner */
function takeLock(path, owner) {
  try {
    writeFileSync(path, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = readFileOrNothing(path);
  const renewed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  const [host, pid] = (holder ?? '').split(' ');
  const dead = host === hostname() && !isAlive(Number(pid));
  if ((dead || Date.now() - renewed > 15_000) && readFileOrNothing(path) === holder) rmSync(path, { force: true });
  return false;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// ---- main --------------------------------------------------------------------------------------------------------

async function main() {
  if (process.platform === 'win32') throw new SetupError('on Windows, work on a checkout inside WSL.');
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new SetupError(`Node 20 or newer is needed to set up, this is ${process.version}. See https://nodejs.org.`);
  }
  const web = process.argv.includes('--web');
  const lock = hash(readLockfile());
  const ready = () => isInstalled(lock) && (!web || isWebBuilt(hashWebSources()));
  if (ready()) return;
  await alone(async () => {
    if (!isInstalled(lock)) await install(lock);
    const sources = web ? hashWebSources() : '';
    if (web && !isWebBuilt(sources)) await buildWeb(sources);
  });
}

main().catch((error) => {
  if (interrupted) say('set-up was interrupted; run the same command again to go on.');
  else if (error instanceof SetupError) say(error.message);
  else if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) {
    say(`${error.message}. The checkout must be writable by you, on a disk with 1.5 GB free.`);
  } else say(error.stack ?? String(error));
  process.exitCode = 1;
});
