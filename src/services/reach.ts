import type { Reach } from '../contract/shapes.ts';
import { addressLine } from '../domain/card/contact-lines.ts';
import { byPreference } from '../domain/card/entries.ts';
import { normalizeEmail } from '../domain/card/identities.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { CHANNELS, type Channel } from '../domain/words.ts';

/** How a card's entries can be reached, and the link that opens the right app. Nothing here sends. */

interface Way {
  readonly channel: Channel;
  readonly label: string;
  /** The link; `text` is already encoded, empty where the app takes none. */
  readonly href: string;
  readonly canCarryText: boolean;
}

/** Services of JSContact `onlineServices` by their folded name. */
const SERVICES: Readonly<
  Record<string, { channel: Channel; link: (user: string, uri: string | undefined) => string; canCarryText?: boolean }>
> = {
  linkedin: {
    channel: 'linkedin',
    link: (user, uri) => uri ?? `https://www.linkedin.com/in/${encodeURIComponent(user)}/`,
  },
  instagram: { channel: 'instagram', link: (user) => `https://ig.me/m/${encodeURIComponent(user)}` },
  facebook: { channel: 'messenger', link: (user) => `https://m.me/${encodeURIComponent(user)}` },
  messenger: { channel: 'messenger', link: (user) => `https://m.me/${encodeURIComponent(user)}` },
  twitter: { channel: 'x', link: (user) => `https://x.com/${encodeURIComponent(user)}` },
  x: { channel: 'x', link: (user) => `https://x.com/${encodeURIComponent(user)}` },
  mastodon: {
    channel: 'mastodon',
    link: (user, uri) => uri ?? `https://${user.split('@').pop()}/@${user.replace(/^@/, '').split('@')[0]}`,
  },
  // By number only who lets themselves be found; the plus belongs to the address.
  telegram: {
    channel: 'telegram',
    link: (user) => `https://t.me/${/^\+\d+$/.test(user) ? user : encodeURIComponent(user)}`,
    canCarryText: true,
  },
  whatsapp: { channel: 'whatsapp', link: whatsappLink, canCarryText: true },
  signal: { channel: 'signal', link: signalLink },
};

/** Signal knows people by number, or by an address that only they can give; a name alone opens nothing. */
function signalLink(user: string, uri: string | undefined): string {
  if (uri !== undefined && /^https:\/\/signal\.me\/#/.test(uri)) return uri;
  const number = user.replace(/[^\d+]/g, '');
  return /^\+\d{6,}$/.test(number) ? `https://signal.me/#p/${number}` : '';
}

/** WhatsApp wants the number with its country, and nothing but digits. */
function whatsappLink(user: string): string {
  const digits = user.replace(/\D/g, '').replace(/^00/, '');
  return digits.length >= 6 ? `https://wa.me/${digits}` : '';
}

/** The ways to a person, the preferred channel first, each channel once. */
export function reachOf(
  card: Card,
  options: { preferred: Channel | null; phoneKey: (number: string) => string | undefined },
): Reach[] {
  const ways = waysOf(card, options.phoneKey);
  const seen = new Set<Channel>();
  const unique = ways.filter((way) => !seen.has(way.channel) && seen.add(way.channel));
  return unique
    .map((way) => ({ ...way, preferred: way.channel === options.preferred }))
    .sort(
      (a, b) => Number(b.preferred) - Number(a.preferred) || CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel),
    );
}

/** The channels a card can do, in the order they are offered. */
export function reachableChannels(card: Card): Channel[] {
  const channels = new Set(waysOf(card, () => undefined).map((way) => way.channel));
  return CHANNELS.filter((channel) => channels.has(channel));
}

function waysOf(card: Card, phoneKey: (number: string) => string | undefined): Way[] {
  const ways: Way[] = [];
  for (const { address } of byPreference(card.emails)) {
    if (normalizeEmail(address))
      ways.push({
        channel: 'email',
        label: address,
        href: `mailto:${encodeURIComponent(address).replace('%40', '@')}`,
        canCarryText: true,
      });
  }
  for (const { number, features } of byPreference(card.phones)) {
    if (features?.fax || features?.pager) continue;
    const dial = phoneKey(number) ?? number.replace(/^tel:/, '').replace(/[^\d+]/g, '');
    ways.push({ channel: 'phone', label: number, href: `tel:${dial}`, canCarryText: false });
    // Only numbers with a country can be opened in a messenger; a landline is left to the phone.
    if (features?.mobile || features?.text || !features || Object.keys(features).length === 0 || features.voice) {
      ways.push({ channel: 'text', label: number, href: `sms:${dial}`, canCarryText: true });
      if (dial.startsWith('+')) {
        ways.push({ channel: 'whatsapp', label: number, href: `https://wa.me/${dial.slice(1)}`, canCarryText: true });
        ways.push({ channel: 'signal', label: number, href: `https://signal.me/#p/${dial}`, canCarryText: false });
      }
    }
  }
  for (const { service, user, uri } of byPreference(card.onlineServices)) {
    const known = SERVICES[(service ?? '').toLowerCase()];
    const name = user?.trim().replace(/^@/, '') || userOf(uri);
    const web = uri !== undefined && /^https?:\/\//i.test(uri) ? uri : undefined;
    if (known && (name !== undefined || web !== undefined)) {
      const href = name === undefined ? (web ?? '') : known.link(name, web);
      // An app that does not know them by this is no way to reach them.
      if (href === '') continue;
      ways.push({ channel: known.channel, label: name ?? uri ?? '', href, canCarryText: known.canCarryText ?? false });
    }
  }
  const [address] = byPreference(card.addresses);
  if (address) ways.push({ channel: 'card', label: addressLine(address), href: '', canCarryText: false });
  return ways;
}

function userOf(uri: string | undefined): string | undefined {
  // Some profiles have a number for a name: profile.php?id=1234567.
  const id = /\/profile\.php\?(?:.*&)?id=(\d+)/.exec(uri ?? '')?.[1];
  if (id !== undefined) return id;
  const last = uri
    ?.replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split(/[/:]/)
    .pop();
  return last === '' ? undefined : last?.replace(/^@/, '');
}
