/** Addresses of people on services, and the one form in which two of them are the same. */

interface ProfileService {
  /** As the service writes its own name. */
  readonly name: string;
  /** The host of the key, without `www`. */
  readonly host: string;
  /** Other hosts that lead to the same profile. */
  readonly hosts?: readonly string[];
  /** True when each country has a subdomain or a domain of its own. */
  readonly national?: true;
  /** What stands before the user in the path. */
  readonly before?: readonly string[];
  /** True when what follows the user (a language, a tab) says nothing about who it is. */
  readonly open?: true;
  /** True when the user's name keeps its case. */
  readonly exact?: true;
  /** Parameter that names the user on pages of the service that take one. */
  readonly idParam?: Readonly<Record<string, string>>;
  /** First words of paths that are no user. */
  readonly reserved?: readonly string[];
}

const SERVICES: readonly ProfileService[] = [
  {
    name: 'LinkedIn',
    host: 'linkedin.com',
    national: true,
    before: ['in', 'pub'],
    open: true,
    idParam: { 'profile/view': 'id' },
  },
  {
    name: 'X',
    host: 'x.com',
    hosts: ['twitter.com', 'mobile.twitter.com'],
    reserved: [
      'home',
      'search',
      'intent',
      'i',
      'share',
      'hashtag',
      'messages',
      'settings',
      'login',
      'explore',
      'notifications',
      'compose',
    ],
  },
  {
    name: 'Instagram',
    host: 'instagram.com',
    hosts: ['instagr.am'],
    reserved: ['p', 'reel', 'reels', 'explore', 'stories', 'accounts', 'tv', 'direct', 'about'],
  },
  {
    name: 'Facebook',
    host: 'facebook.com',
    hosts: ['fb.com', 'fb.me', 'm.me'],
    national: true,
    idParam: { 'profile.php': 'id' },
    reserved: [
      'groups',
      'pages',
      'events',
      'profile.php',
      'share',
      'sharer',
      'sharer.php',
      'photo',
      'photo.php',
      'watch',
      'marketplace',
      'permalink.php',
      'story.php',
      'login',
      'people',
      'home.php',
      'dialog',
      'hashtag',
      'help',
      'policies',
      'reel',
    ],
  },
  {
    name: 'GitHub',
    host: 'github.com',
    reserved: [
      'features',
      'orgs',
      'sponsors',
      'topics',
      'about',
      'settings',
      'login',
      'marketplace',
      'explore',
      'notifications',
      'apps',
      'pricing',
      'enterprise',
      'search',
    ],
  },
  { name: 'GitLab', host: 'gitlab.com', reserved: ['explore', 'users', 'groups', 'help', 'search'] },
  { name: 'Threads', host: 'threads.net', hosts: ['threads.com'] },
  { name: 'TikTok', host: 'tiktok.com', reserved: ['tag', 'discover', 'explore', 'foryou'] },
  {
    name: 'Telegram',
    host: 't.me',
    hosts: ['telegram.me', 'telegram.dog'],
    reserved: ['s', 'share', 'joinchat', 'addstickers', 'c', 'proxy'],
  },
  { name: 'Bluesky', host: 'bsky.app', before: ['profile'] },
  { name: 'Xing', host: 'xing.com', before: ['profile'], open: true },
  { name: 'VK', host: 'vk.com', hosts: ['vk.ru', 'm.vk.com'], reserved: ['feed', 'wall', 'search', 'login'] },
  { name: 'ORCID', host: 'orcid.org' },
  { name: 'Reddit', host: 'reddit.com', hosts: ['old.reddit.com'], before: ['user', 'u'] },
  { name: 'Snapchat', host: 'snapchat.com', before: ['add'] },
  { name: 'Keybase', host: 'keybase.io' },
  { name: 'YouTube', host: 'youtube.com', before: ['user', 'c'] },
  { name: 'YouTube', host: 'youtube.com', before: ['channel'], exact: true },
  { name: 'ResearchGate', host: 'researchgate.net', before: ['profile'] },
  { name: 'Google Scholar', host: 'scholar.google.com', idParam: { citations: 'user' }, before: ['\0'] },
  { name: 'Flickr', host: 'flickr.com', before: ['people', 'photos'] },
  { name: 'SoundCloud', host: 'soundcloud.com', reserved: ['discover', 'search', 'stream', 'you'] },
  { name: 'Dribbble', host: 'dribbble.com', reserved: ['shots', 'search', 'jobs'] },
  { name: 'Behance', host: 'behance.net', reserved: ['gallery', 'search', 'joblist'] },
  { name: 'Pinterest', host: 'pinterest.com', national: true, reserved: ['pin', 'search', 'ideas'] },
  { name: 'Twitch', host: 'twitch.tv', reserved: ['directory', 'videos', 'p'] },
  { name: 'Keyoxide', host: 'keyoxide.org', open: true },
];

/** One place where somebody can be found. */
export interface ProfileKey {
  /** As the service writes its own name; for the fediverse `Mastodon`. */
  readonly service: string;
  readonly user: string;
  /** The same for every way to write the address: `linkedin.com/in/ada-lovelace`. */
  readonly key: string;
}

/**
 * Reads an address of a person on a service. Upper and lower case, `http`, `www`, the subdomain of a country, a final
 * slash, percent-encoding, query and fragment make no difference.
 * @returns undefined for pages that are no person's, and for plain web sites: a domain is no identity
 */
export function parseProfileUrl(uri: string): ProfileKey | undefined {
  if (uri.length > LONGEST_ADDRESS) return readAddress(uri);
  if (addresses.has(uri)) return addresses.get(uri);
  const found = readAddress(uri);
  if (addresses.size >= MOST_ADDRESSES) addresses.clear();
  addresses.set(uri, found);
  return found;
}

/** The last addresses read: each is asked for by all that is derived from a card. */
const addresses = new Map<string, ProfileKey | undefined>();
const LONGEST_ADDRESS = 200;
const MOST_ADDRESSES = 2_000;

function readAddress(uri: string): ProfileKey | undefined {
  const address = /^\s*(?:https?:)?(?:\/\/)?([^\s/?#@:]+\.[^\s/?#@:]+)(?::\d+)?(\/[^\s?#]*)?(\?[^\s#]*)?/i.exec(uri);
  const [, written = '', path = '', query = ''] = address ?? [];
  const host = written.toLowerCase().replace(/^(?:www|m|mobile)\./, '');
  const segments = path.split('/').filter(Boolean).map(decodeSegment);
  if (segments.length === 0) return undefined;
  const services = servicesOf(host);
  for (const service of services) {
    const found = userIn(service, segments, query);
    if (found) return found;
  }
  const [handle = ''] = segments;
  // Mastodon and its kin live on any host: `https://example.social/@ada`.
  if (services.length === 0 && segments.length === 1 && /^@[\p{L}\p{N}_.-]+$/u.test(handle)) {
    return { service: 'Mastodon', user: `${handle.toLowerCase()}@${host}`, key: `${host}/${handle.toLowerCase()}` };
  }
  return undefined;
}

/** The canonical key of a profile's address: see `parseProfileUrl`. */
export function normalizeProfileUrl(uri: string): string | undefined {
  return parseProfileUrl(uri)?.key;
}

/** The key of a user of a service that is known by name only, as an address would give it. */
export function profileKeyOf(serviceName: string, user: string): string | undefined {
  const wanted = serviceName.toLowerCase() === 'twitter' ? 'x' : serviceName.toLowerCase();
  const service = SERVICES.find((each) => each.name.toLowerCase() === wanted);
  const name = user.trim();
  if (!service || !/^@?[\p{L}\p{N}_.-]+$/u.test(name)) return undefined;
  return normalizeProfileUrl(`https://${service.host}/${service.before ? `${service.before[0]}/` : ''}${name}`);
}

/** Of the last hosts asked for: most addresses of an export are of one. */
const known = new Map<string, readonly ProfileService[]>();
const MOST_KNOWN = 100;

function servicesOf(host: string): readonly ProfileService[] {
  const found = known.get(host) ?? SERVICES.filter((service) => isHostOf(service, host));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(host, found);
  return found;
}

function isHostOf(service: ProfileService, host: string): boolean {
  if (host === service.host || service.hosts?.includes(host)) return true;
  if (service.national !== true) return false;
  const [name = ''] = service.host.split('.');
  // `de.linkedin.com`, `de-de.facebook.com`, `pinterest.co.uk`
  return (
    (host.endsWith(`.${service.host}`) && /^[a-z]{2}(?:-[a-z]{2})?$/.test(host.slice(0, -service.host.length - 1))) ||
    new RegExp(`^${name}\\.(?:[a-z]{2}|co\\.[a-z]{2})$`).test(host)
  );
}

function userIn(service: ProfileService, segments: readonly string[], query: string): ProfileKey | undefined {
  const path = segments.join('/').toLowerCase();
  const idParam = service.idParam?.[path];
  const id = idParam === undefined ? undefined : new RegExp(`[?&]${idParam}=([\\w-]+)`).exec(query)?.[1];
  if (id !== undefined) return { service: service.name, user: id, key: `${service.host}/${path}?${idParam}=${id}` };
  const [first = '', second = ''] = segments;
  const before = service.before;
  if (before && !before.includes(first.toLowerCase())) return undefined;
  const written = (before ? second : first).trim();
  const rest = segments.length - (before ? 2 : 1);
  const user = (service.exact ? written : written.toLowerCase()).replace(/^@/, '').normalize('NFC');
  if (user === '' || (rest > 0 && service.open !== true) || service.reserved?.includes(user)) return undefined;
  // LinkedIn's old `/pub/ada-lovelace/1/2b/3c4` tells namesakes apart by what follows.
  const tail =
    service.name === 'LinkedIn' && first.toLowerCase() === 'pub' ? segments.slice(2).join('/').toLowerCase() : '';
  const parts = [
    service.host,
    ...(before ? [first.toLowerCase() === 'u' ? 'user' : first.toLowerCase()] : []),
    user,
    ...(tail === '' ? [] : [tail]),
  ];
  return { service: service.name, user, key: parts.join('/') };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
