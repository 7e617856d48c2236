import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Host } from './cli/host.ts';
import { packageRoot, packageVersion } from './package-root.ts';

/**
 * The entry: reads the environment and the arguments once and runs the command line. It runs when it is imported, and
 * awaits nothing at its top, since the published `tendril` requires it.
 */
function main(): void {
  // Half of a short command's time is compiling what was compiled before. Where nothing can be kept, nothing is.
  enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tendril'));
  // Whoever reads us may stop early (`tendril people | head`): nothing more to say then.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  import('./cli/run.ts')
    .then(({ runCli }) => runCli(theHost()))
    .then(
      (code) => {
        process.exitCode = code;
      },
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exitCode = 1;
      },
    );
}

function theHost(): Host {
  return {
    args: process.argv.slice(2),
    env: process.env,
    cwd: typedIn(),
    home: homedir(),
    platform: process.platform,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    version: packageVersion,
    async openApp({ location, ...options }) {
      const [{ createApp, databaseIn }, { readMailConfig }, { readPagesRead }, { readAssistantConfig }] =
        await Promise.all([
          import('./app.ts'),
          import('./services/mail/mail-config.ts'),
          import('./services/resources/pages-read.ts'),
          import('./services/assistant/assistant-config.ts'),
        ]);
      const mail = readMailConfig(process.env);
      const assistant = readAssistantConfig(process.env);
      const database = 'dataDir' in location ? databaseIn(location.dataDir) : location.databaseUrl;
      const pages = readPagesRead(process.env);
      return createApp({ database, ...options, pages, ...(mail && { mail }), ...(assistant && { assistant }) });
    },
    stopAsked: () =>
      new Promise((stop) => {
        process.once('SIGINT', () => stop());
        process.once('SIGTERM', () => stop());
      }),
    onInterrupt(listener) {
      process.once('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  };
}

/** Where the command was typed: `npm run` in a checkout changes to the package's folder and keeps where it came from. */
function typedIn(): string {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  const cwd = process.cwd();
  const byNpm = npm_lifecycle_event !== undefined && INIT_CWD !== undefined && resolve(cwd) === resolve(packageRoot());
  return byNpm ? INIT_CWD : cwd;
}

main();
