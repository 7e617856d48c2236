import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type App, createApp } from '../src/app.ts';
import type { RunningServer } from '../src/server/serve.ts';
import { startImport } from '../src/services/import/import.service.ts';
import { answerParent } from './child.ts';
import { DEFAULTS } from './network.ts';

/** A server as the product runs it, which also imports when told to and watches its event loop meanwhile. */

let app: App | undefined;
let server: RunningServer | undefined;

const calls = {
  async open(database: string): Promise<{ url: string }> {
    app = await createApp({ database, defaults: DEFAULTS });
    server = await app.serve({ host: '127.0.0.1', port: 0 });
    return { url: server.url };
  },

  /** Brings a file in and answers how many seconds it took and for how many milliseconds, at most, nothing else ran. */
  async importFile(
    path: string,
  ): Promise<{ seconds: number; created: number; unchanged: number; longestHold: number }> {
    if (!app) throw new Error('Open a database first.');
    const context = app.contextFor({ name: 'bench', scope: 'write' });
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    const start = performance.now();
    const { finished } = await startImport(context, { files: [{ path, name: 'bench' }] });
    const { report, error } = await finished;
    const seconds = (performance.now() - start) / 1000;
    loop.disable();
    if (!report || error !== null) throw new Error(`The import failed: ${error}`);
    return { seconds, created: report.created, unchanged: report.unchanged, longestHold: loop.max / 1e6 };
  },
};
export type ServerCalls = typeof calls;

answerParent(calls, async () => {
  await server?.close();
});
