import { upperFirst } from '../today/phrases.ts';

/** Addresses of pages, as people paste, share and write them. */

/** Says where somebody came from, not what is there. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|ref_url|_hsenc|_hsmi|yclid|si)$/i;
export const LONGEST_ADDRESS = 2_000;

/** The first web address in a text and where it stands; undefined when there is none. */
export function findAddress(text: string): { readonly url: string; readonly start: number; readonly end: number } | undefined {
  for (const match of text.matchAll(/https?:\/\/[^\s<>"“”„]+/gi)) {
    const written = trimmed(match[0]);
    const url = tidyAddress(written);
    if (url !== undefined) return { url, start: match.index, end: match.index + written.length };
  }
  return undefined;
}

/** What closes the sentence around an address is no part of it; a bracket that it opened itself is. */
function trimmed(written: string): string {
  let text = written;
  for (;;) {
    const shorter = text.replace(/[.,;:!?'’*]+$/, '');
    const opened = (shorter.match(/\(/g) ?? []).length;
    const closed = (shorter.match(/\)/g) ?? []).length;
    const next = shorter.endsWith(')') && closed > opened ? shorter.slice(0, -1) : shorter;
    if (next === text) return text;
    text = next;
  }
}

/** The address of a page without what only tracks its reader; undefined for what is no address of the web. */
export function tidyAddress(written: string): string | undefined {
  const text = written.trim();
  if (text.length > LONGEST_ADDRESS || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.hostname === '') return undefined;
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  if (/^#(?:$|:~:)/.test(url.hash)) url.hash = '';
  return url.href;
}

/** What two addresses of one page have in common. */
export function addressKey(address: string): string {
  const { hostname, pathname, search } = new URL(address);
  return `${hostname.replace(/^(?:www|m)\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

/** The site, as one says it: `example.org`. */
export function siteOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/** A title for a page that could not be read, out of the last words of its address. */
export function titleFromAddress(address: string): string {
  const { pathname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  const words = decoded(last)
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_+\s]+/)
    .filter((word) => /\p{L}/u.test(word) && !/^[0-9a-f]{6,}$/i.test(word));
  // One word of an address is as often a number of the site's as a title.
  return words.length < 2 ? siteOf(address) : `${upperFirst(words.join(' '))} (${siteOf(address)})`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
