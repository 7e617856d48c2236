// The versions of what the tests ran against, told at the end of the run. Kept on the process, because
// Vitest loads the global set-up and the reporter as separate copies of their modules.

const KEY = Symbol.for('tendril.test-versions');

function versions(): Map<string, string> {
  const holder = globalThis as { [KEY]?: Map<string, string> };
  holder[KEY] ??= new Map();
  return holder[KEY];
}

export function noteVersion(name: string, version: string): void {
  versions().set(name, version);
}

export function listVersions(): string[] {
  return [...versions()].map(([name, version]) => `${name} ${version}`).sort();
}
