import { AppError } from '../../domain/errors.ts';
import { hostNameOf, isLoopbackName } from '../client.ts';

/**
 * Refuses what a page of another site makes a browser send. A bearer token is never sent by a browser on its own; a
 * program that is no browser says nothing of sites and carries no stranger's cookies.
 * @throws AppError `forbidden`
 */
export function refuseOtherSites(request: Request): void {
  const { headers } = request;
  if (headers.get('authorization')?.startsWith('Bearer ')) return;
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const same =
    site === null
      ? origin === null || isOwnOrigin(origin, headers.get('host'))
      : site === 'same-origin' || site === 'none';
  if (!same) throw new AppError('forbidden', 'This request comes from another site, which may not act for you.');
}

function isOwnOrigin(origin: string, host: string | null): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

/**
 * Refuses a name that was made to point here: a stranger's page could otherwise call a server that only listens to
 * this machine as if it were its own (DNS rebinding).
 * @param names besides those of this machine
 * @throws AppError `forbidden`
 */
export function refuseOtherHosts(host: string | null | undefined, names: ReadonlySet<string>): void {
  const name = hostNameOf(host ?? '');
  if (isLoopbackName(name) || names.has(name)) return;
  throw new AppError(
    'forbidden',
    `Tendril does not answer to the name “${name}”. Open it as localhost, or start it with that host.`,
  );
}
