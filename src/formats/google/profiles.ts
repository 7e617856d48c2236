import type { OnlineService } from '../../domain/card/jscontact.ts';
import { safeParseProfileAddress } from '../linkedin/profile-address.ts';

/** Services whose personal page is the one path segment after the host. */
const HOSTS: Readonly<Record<string, string>> = {
  'instagram.com': 'Instagram',
  'facebook.com': 'Facebook',
  'fb.com': 'Facebook',
  'x.com': 'X',
  'twitter.com': 'X',
  'github.com': 'GitHub',
  'bsky.app': 'Bluesky',
  'threads.net': 'Threads',
  't.me': 'Telegram',
  'm.me': 'Messenger',
};

/** Reads the address of a person's page on a known service; undefined for any other web address. */
export function safeParseProfile(text: string): Pick<OnlineService, 'service' | 'uri' | 'user'> | undefined {
  const linkedin = safeParseProfileAddress(text);
  if (linkedin !== undefined) return { service: 'LinkedIn', uri: linkedin.uri, user: linkedin.slug };
  const match = /^(?:https?:\/\/)?(?:www\.|m\.)?([a-z.]+\.[a-z]+)\/@?([\w.%-]+)\/?(?:\?[^#]*)?$/i.exec(text);
  const [, host = '', user] = match ?? [];
  const service = HOSTS[host.toLowerCase()];
  if (service === undefined || user === undefined || user.endsWith('.php')) return undefined;
  return { service, uri: /^https?:/i.test(text) ? text : `https://${text}`, user };
}
