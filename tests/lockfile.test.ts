import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

type Entry = {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};

async function readEntries(name: string): Promise<Record<string, Entry>> {
  const content: { packages: Record<string, Entry> } = JSON.parse(
    await readFile(new URL(`../${name}`, import.meta.url), 'utf8'),
  );
  return content.packages;
}

/** The lockfile's entry that a package finds under a name: its own folder first, then those around it. */
function resolveEntry(entries: Record<string, Entry>, from: string, name: string): Entry | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = entries[`${folder}${folder === '' ? '' : '/'}node_modules/${name}`];
    if (found || folder === '') return found;
  }
}

it('names every package that any platform needs, also those that this machine does not install', async () => {
  // npm leaves a package out of the lockfile where its registry did not offer it, and `npm ci` then fails for all.
  const entries = await readEntries('package-lock.json');
  const missing = Object.entries(entries).flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies, ...entry.devDependencies })
      .filter((name) => resolveEntry(entries, path, name) === undefined)
      .map((name) => `${path || 'package.json'} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

it('pins every direct dependency to the one version that package.json gives', async () => {
  const manifest: Entry = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const entries = await readEntries('package-lock.json');
  const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(direct.length).toBeGreaterThan(20);
  expect(direct.filter(([name, version]) => entries[`node_modules/${name}`]?.version !== version)).toEqual([]);
});

it('names no registry', async () => {
  expect(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8')).not.toMatch(/"resolved": "http/);
});
