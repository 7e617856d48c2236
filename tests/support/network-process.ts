// Another process on a test's network, for what two do to each other and for what a kill leaves behind. Arguments: the
// address, what to do, what with. It says one word per line when it has got somewhere, and goes on when it reads a line.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startImport } from '../../src/services/import/import.service.ts';
import { importInThread } from '../../src/services/import/thread.ts';
import { addPerson } from '../../src/services/people.service.ts';
import { openStore } from './open-store.ts';
import { type Actions, runAction, say } from './run-action.ts';

export interface NetworkProcess {
  readonly child: ChildProcess;
  /** The next line it says; undefined when it has ended. */
  word(): Promise<string | undefined>;
  goOn(): void;
  ended(): Promise<unknown>;
}

export function startNetworkProcess(
  url: string,
  action: keyof typeof actions,
  ...rest: readonly string[]
): NetworkProcess {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), url, action, ...rest], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    async word() {
      const { value } = await lines.next();
      return value as string | undefined;
    },
    goOn: () => child.stdin.write('go\n'),
    ended: () => closed,
  };
}

const actions = {
  /** Fifteen people, each a write of its own. */
  async add(url: string) {
    const t = await openStore(url);
    say('ready');
    await once(process.stdin, 'data');
    const added = await Promise.all(
      Array.from({ length: 15 }, (_, i) => addPerson(t.context(), { name: `There ${i}` })),
    );
    await t.store.database.close();
    say(`added ${added.length}`);
  },
  /** People one after the other without end, each told when it is safe. */
  async write(url: string) {
    const t = await openStore(url);
    for (let i = 0; ; i++) {
      const { id } = await addPerson(t.context(), { name: `Safe ${i}`, rhythmDays: 7 });
      say(id ?? '');
    }
  },
  /** Imports a file, and says whenever it is further how far it is. */
  async import(url: string, path: string) {
    const t = await openStore(url);
    const thread = importInThread(t.store, url);
    const { run, finished } = await startImport(t.context(), { files: [{ path, name: 'people.vcf' }] });
    let told = '';
    const tell = async () => {
      const row = await t.store.database.reader
        .selectFrom('import_run')
        .select(['state', 'done', 'total'])
        .where('id', '=', run.id)
        .executeTakeFirstOrThrow();
      const word = `${row.state} ${row.state === 'reading' ? row.total : row.done}`;
      if (word !== told) say(word);
      told = word;
    };
    // Its thread commits several times between two notices of commits.
    const watch = setInterval(() => void tell(), 10);
    await finished;
    clearInterval(watch);
    await tell();
    await thread.close();
    await t.store.database.close();
  },
} satisfies Actions;

if (import.meta.main) await runAction(actions);
