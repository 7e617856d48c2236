// Finds a Chromium to test with: the one named in TENDRIL_CHROMIUM, else the one that npm brings (Linux on x64),
// else one that is installed. Unpacking takes two seconds once per version; the result is kept in .cache.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export type ChromiumFiles = {
  readonly executablePath: string;
  /** As the browser says it: "153.0.8010.0". */
  readonly version: string;
  /** What the browser needs in its environment beside ours. */
  readonly env: Readonly<Record<string, string>>;
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const packageFolder = resolve(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Finds a browser that runs. Throws, saying all that was tried, where there is none. */
export async function findChromium(): Promise<ChromiumFiles> {
  const given = process.env.TENDRIL_CHROMIUM;
  if (given) return askVersion(given, {});
  const problems: string[] = [];
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await unpackedChromium();
    } catch (error) {
      problems.push(`The Chromium from npm does not run: ${error instanceof Error ? error.message : String(error)}.`);
    }
  } else {
    problems.push(`npm brings no Chromium for ${process.platform}-${process.arch}.`);
  }
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return askVersion(installed, {});
  problems.push('None is installed in the usual places. Install Chromium or Chrome, or name one in TENDRIL_CHROMIUM.');
  throw new Error(`No browser to test with. ${problems.join(' ')}`);
}

async function askVersion(executablePath: string, env: Record<string, string>): Promise<ChromiumFiles> {
  const run = promisify(execFile);
  try {
    const { stdout } = await run(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 });
    return { executablePath, version: /[\d.]+/.exec(stdout)?.[0] ?? stdout.trim(), env };
  } catch (error) {
    // The loader names a missing shared library on stderr: the one thing that helps.
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(said || `${executablePath} --version failed`, { cause: error });
  }
}

/** The version of the npm package: a new one is unpacked beside the old. */
async function packageVersion(): Promise<string> {
  const content: { version: string } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  return content.version;
}

async function unpackedChromium(): Promise<ChromiumFiles> {
  const target = join(root, '.cache', `chromium-${await packageVersion()}`);
  if (!existsSync(target)) await unpackInto(target);
  // Written each time, as it holds absolute paths and a checkout may be moved.
  await writeFile(join(target, 'fonts.conf'), fontSettings(target));
  return askVersion(join(target, 'chromium'), {
    // A bare machine has neither the NSS libraries nor any font: the package brings both.
    LD_LIBRARY_PATH: join(target, 'al2023', 'lib'),
    FONTCONFIG_FILE: join(target, 'fonts.conf'),
  });
}

/** The package's own list of font folders names other places than ours. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}

/** Unpacks aside and moves into place, so that a folder that exists is a whole one. */
async function unpackInto(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const aside = await mkdtemp(`${target}-`);
  try {
    // The package unpacks into the temporary folder of its process, whatever one asks: hence a process of its own.
    const env = { ...process.env, TMPDIR: aside };
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`unpacking failed: ${said.trim()}`);
    await rename(aside, target).catch((error) => {
      // Another run of the tests was quicker.
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  await inflate(join(packageFolder, 'bin', 'al2023.tar.br'));
}
