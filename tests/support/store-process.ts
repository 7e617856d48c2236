// Another process on the same database, for tests of what two do to each other. Arguments: the address, what to do.
// It says one word per line when it has got somewhere, and goes on when it reads a line.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { migrate } from '../../src/storage/migrator.ts';
import { anItem, makeItems, openItems } from './item-store.ts';
import { type Actions, runAction, say } from './run-action.ts';

export type StoreProcess = {
  readonly child: ChildProcess;
  /** The next word it says. */
  word(): Promise<string>;
  goOn(): void;
  ended(): Promise<unknown>;
};

export function startStoreProcess(url: string, action: keyof typeof actions): StoreProcess {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), url, action], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const words: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => words.push(line));
  return {
    child,
    async word() {
      while (words.length === 0) {
        const result = await Promise.race([once(lines, 'line'), exit.then(() => 'exit')]);
        if (result === 'exit' && words.length === 0) throw new Error('The other process ended early.');
      }
      return words.shift() ?? '';
    },
    goOn: () => child.stdin.write('go\n'),
    ended: () => exit,
  };
}

const told = () => once(process.stdin, 'data');

const actions = {
  /** Keeps the write lock until told. */
  async hold(url: string) {
    const db = await openItems(url);
    await db.write(async (tx) => {
      await tx.insertInto('item').values(anItem('held')).execute();
      say('holding');
      await told();
    });
    say('committed');
    await db.close();
  },
  /** One item in a transaction of its own, told when it is safe; then many in one that never ends. */
  async die(url: string) {
    const db = await openItems(url);
    await db.write((tx) => tx.insertInto('item').values(anItem('safe')).execute());
    await db.write(async (tx) => {
      for (let i = 0; i < 20_000; i++)
        await tx
          .insertInto('item')
          .values(anItem(`lost ${i}`, { name: 'x'.repeat(500) }))
          .execute();
      say('writing');
      await told();
    });
  },
  async add(url: string) {
    const db = await openItems(url);
    say('ready');
    await told();
    await db.write((tx) => tx.insertInto('item').values(anItem('added')).execute());
    await db.close();
    say('added');
  },
  async migrate(url: string) {
    const { openDatabase } = await import('../../src/storage/open-database.ts');
    say('ready');
    await told();
    const db = await openDatabase({ url });
    const done = await migrate(db, [makeItems]);
    await db.close();
    say(`migrated ${done.length}`);
  },
  /** Holds the lock of migrations and restores until told. */
  async exclude(url: string) {
    const db = await openItems(url);
    await db.dialect.exclusive(async () => {
      say('alone');
      await told();
    });
    await db.close();
  },
} satisfies Actions;

if (import.meta.main) await runAction(actions);
