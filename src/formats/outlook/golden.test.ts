import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '../read-source.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);

describe('people of Outlook', () => {
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.csv'));
  it.each(names)('reads %s as its golden drafts', async (name) => {
    const [file] = await readSource({ path: name, bytes: readFileSync(new URL(name, FIXTURES)) });
    await expect(`${JSON.stringify(file, null, 2)}\n`).toMatchFileSnapshot(
      `./fixtures/${name.replace('.csv', '.expected.json')}`,
    );
  });
});
