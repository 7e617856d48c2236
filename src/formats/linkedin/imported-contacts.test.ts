import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSource } from '../read-source.ts';

it('reads the address book given to LinkedIn as its golden drafts, apart from the connections', async () => {
  const bytes = readFileSync(new URL('./imported-fixtures/imported-contacts.csv', import.meta.url));
  const [file] = await readSource({ path: 'ImportedContacts.csv', bytes });
  expect(file?.account).toBe('imported contacts');
  await expect(`${JSON.stringify(file, null, 2)}\n`).toMatchFileSnapshot(
    './imported-fixtures/imported-contacts.expected.json',
  );
});
