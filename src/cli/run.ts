import type { CommanderError } from 'commander';
import { DONE, type ExitCode, FAILED, reportFailure, WRONG_USAGE } from './errors.ts';
import type { Host } from './host.ts';
import { Output } from './output.ts';
import type { Invoked } from './program.ts';
import { type GlobalOptions, type Invocation, readInvocation, withSession } from './session.ts';

/** Runs the command line and answers the exit code. Everything it says is on the host's streams. */
export async function runCli(host: Host): Promise<ExitCode> {
  const { args } = host;
  if (asksVersion(args)) return printVersion(host);
  const { buildProgram } = await import('./program.ts');
  let code: ExitCode = DONE;
  const program = buildProgram(async (globals, command) => {
    code = await runCommand(host, globals, command);
  });
  const oneLine = (text: string) =>
    `${text
      .trim()
      .replace(/^error: /, '')
      .replace(/\s*\n\s*/g, ' ')}\n`;
  const strict = (command: typeof program) => {
    command.exitOverride().configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(text),
      outputError: (text, write) => write(oneLine(text)),
    });
    for (const child of command.commands) strict(child as typeof program);
  };
  strict(program);
  if (args.length === 0) {
    host.stdout.write(program.helpInformation());
    return DONE;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    return isCommanderError(error) ? usageCode(error, host) : reportFailure(error, new Output(host, false));
  }
  return code;
}

function asksVersion(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === '--version' || arg === '-V');
}

async function printVersion(host: Host): Promise<ExitCode> {
  host.stdout.write(`${await host.version()}\n`);
  return DONE;
}

function isCommanderError(error: unknown): error is CommanderError {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('commander.')
  );
}

function usageCode(error: CommanderError, host: Host): ExitCode {
  if (error.exitCode === 0) return DONE;
  // A group without its subcommand prints its help instead of a sentence of its own.
  if (error.code !== 'commander.help') host.stderr.write('tendril --help lists what there is.\n');
  return WRONG_USAGE;
}

async function runCommand(host: Host, globals: GlobalOptions, command: Invoked): Promise<ExitCode> {
  let invocation: Invocation;
  try {
    invocation = readInvocation(host, globals);
  } catch (error) {
    return reportFailure(error, new Output(host, globals.json === true));
  }
  try {
    return await dispatch(invocation, command);
  } catch (error) {
    if (host.env.TENDRIL_DEBUG) host.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return reportFailure(error, invocation.out);
  } finally {
    invocation.out.endProgress();
  }
}

async function dispatch(invocation: Invocation, { name, args, options }: Invoked): Promise<ExitCode> {
  if (name === 'schema') return (await import('./commands/schema.ts')).schema(invocation);
  if (name === 'serve') return (await import('./commands/serve.ts')).serve(invocation, options);
  const { commands } = await import('./commands/index.ts');
  const load = commands[name];
  if (!load) {
    invocation.out.notice(`There is no command ${name}.`);
    return FAILED;
  }
  const handler = await load();
  return withSession(invocation, (session) => handler(session, { args, options }));
}
