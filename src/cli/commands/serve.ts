import { DONE, type ExitCode } from '../errors.ts';
import type { OpenedApp } from '../host.ts';
import { parseNumber } from '../parse.ts';
import { type Invocation, openData, publicUrlOf } from '../session.ts';

/** Serves the app until the process is asked to stop. */
export async function serve(invocation: Invocation, options: Readonly<Record<string, unknown>>): Promise<ExitCode> {
  const { host, out } = invocation;
  const [address, demo] = [String(options.host), options.demo === true];
  const port = parseNumber(String(options.port), { what: 'port', least: 0, most: 65_535 });
  const said = typeof options.publicUrl === 'string' ? options.publicUrl : undefined;
  const { publicUrl } = publicUrlOf(said, host);
  // Asked for before the server starts: a stop that comes early is not missed.
  const stopAsked = host.stopAsked();
  const app = await openData(invocation, { demo, ...(publicUrl !== undefined && { publicUrl }) });
  const server = await startServer(app, { address, port, demo, invocation });
  const onlyHere = isLoopback(address) && publicUrl === undefined;
  const claimCode = onlyHere ? undefined : await server.claimCode();
  await out.answer({ url: server.url, claimCode: claimCode ?? null }, ({ url }) => {
    const code = claimCode === undefined ? '' : `Signing up from another machine needs this code: ${claimCode}\n`;
    const where = publicUrl === undefined ? url : `${publicUrl}, and for the proxy at ${url}`;
    return `Tendril is open at ${where}${demo ? ', with an invented network' : ''}. Ctrl+C closes it.\n${code}`;
  });
  await stopAsked;
  await server.close();
  return DONE;
}

async function startServer(
  app: OpenedApp,
  { address, port, demo, invocation }: { address: string; port: number; demo: boolean; invocation: Invocation },
) {
  try {
    if (demo) await fillDemo(app, invocation);
    return await app.serve({ host: address, port });
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function fillDemo(app: OpenedApp, { out }: Invocation): Promise<void> {
  const { loadDemo } = await import('../../services/demo.service.ts');
  const context = app.contextFor({ name: 'tendril', scope: 'write' });
  out.progress('Inventing three hundred people and two years with them …');
  await loadDemo(context);
  out.endProgress();
}

const isLoopback = (address: string) => /^(?:127(?:\.\d+){3}|localhost|::1|\[::1\])$/i.test(address);
