import { type Browser, chromium } from 'playwright-core';
import { type ChromiumFiles, findChromium } from './chromium-files.ts';
import { askTestResource } from './resources.ts';

/** Without these, Chromium keeps trying to reach its maker's servers. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-pings',
];

async function files(): Promise<ChromiumFiles> {
  // In a test run one process unpacks for all workers and notes the version; a script does it by itself.
  return process.env.VITEST ? JSON.parse(await askTestResource('chromium')) : findChromium();
}

/** Launches a headless Chromium; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await files();
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: !asRoot && process.env.CI !== 'true',
    args: QUIET,
    env: { ...process.env, ...env },
  });
}
