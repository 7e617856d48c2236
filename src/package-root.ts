import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * The folder of package.json, with a trailing separator. The same from a checkout and from the published package,
 * as `src/` and the compiled `dist/` lie side by side in it.
 */
export function packageRoot(): string {
  return fileURLToPath(new URL('../', import.meta.url));
}

/** The version that package.json gives. */
export async function packageVersion(): Promise<string> {
  const content: { version: string } = JSON.parse(await readFile(`${packageRoot()}package.json`, 'utf8'));
  return content.version;
}
