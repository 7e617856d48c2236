import type { Client } from './call.ts';
import type { Env } from './mount.ts';

/** Who asks, by the connection: headers are believed only where they make a client less trusted. */
export function clientOf(env: Env['Bindings'] | undefined, request: Request): Client {
  const address = env?.incoming?.socket.remoteAddress ?? '';
  const { headers } = request;
  const passedOn =
    headers.has('forwarded') || headers.has('x-forwarded-for') || headers.has('x-real-ip') || headers.has('via');
  return { address, local: isLoopback(address) && !passedOn && isLoopbackName(hostNameOf(headers.get('host') ?? '')) };
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
