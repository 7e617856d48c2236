// Another process on the same data, as the command line is beside a server. Arguments: the address of the database.
// Says `ready`, adds a person per line it reads, and says when each was there.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../src/app.ts';
import { addPerson } from '../../src/services/people.service.ts';

export type WriteProcess = {
  /** Adds a person; answers when it was committed, in milliseconds since the epoch. */
  add(name: string): Promise<number>;
  end(): Promise<void>;
};

export async function startWriteProcess(url: string): Promise<WriteProcess> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), url], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const next = async () => {
    const said: unknown = await Promise.race([once(lines, 'line'), exit.then(() => ['exit'])]);
    const [line] = said as [string];
    if (line === 'exit') throw new Error('The other process ended early.');
    return line;
  };
  await next();
  return {
    async add(name) {
      const line = next();
      child.stdin.write(`${name}\n`);
      return Number(await line);
    },
    async end() {
      child.stdin.end();
      await exit;
    },
  };
}

if (import.meta.main) {
  const app = await createApp({
    database: process.argv[2] ?? '',
    defaults: { country: 'NL', zone: 'Europe/Amsterdam', locale: 'en' },
  });
  process.stdout.write('ready\n');
  for await (const name of createInterface({ input: process.stdin })) {
    await addPerson(app.contextFor({ name: 'you, on the command line', scope: 'write' }), { name });
    process.stdout.write(`${Date.now()}\n`);
  }
  await app.close();
}
