import { isIP } from 'node:net';
import type { Client } from './call.ts';
import type { Env } from './mount.ts';

/**
 * Who asks. Whether it is this machine is told by the connection: headers are believed only where they make a client less
 * trusted. Behind a proxy of one's own everybody has the proxy's address, so tries are counted by the one it saw.
 */
export function clientOf(
  env: Env['Bindings'] | undefined,
  { headers }: Request,
  { behindProxy = false }: { behindProxy?: boolean } = {},
): Client {
  const address = env?.incoming?.socket.remoteAddress ?? '';
  const passedOn =
    headers.has('forwarded') || headers.has('x-forwarded-for') || headers.has('x-real-ip') || headers.has('via');
  return {
    address: (behindProxy && seenByProxy(headers)) || address,
    local: isLoopback(address) && !passedOn && isLoopbackName(hostNameOf(headers.get('host') ?? '')),
  };
}

/** The last address of `X-Forwarded-For`: the nearest proxy wrote it, those before it the client may have made up. */
function seenByProxy(headers: Headers): string | undefined {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return isIP(last) === 0 ? undefined : last;
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(address);
}

export function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || isLoopback(name);
}

/** The name in a Host header, without port and brackets, in lower case. */
export function hostNameOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}
