import { upperFirst } from '../today/phrases.ts';

/** Addresses of pages, as people paste, share and write them. */

/** The first web address in a text as it is written there, and where; undefined when there is none. */
export function findAddress(
  text: string,
): { readonly written: string; readonly start: number; readonly end: number } | undefined {
  const match = /https?:\/\/[^\s<>"“”„/?#][^\s<>"“”„]*/i.exec(text);
  if (match === null) return undefined;
  const written = trimmed(match[0]);
  return { written, start: match.index, end: match.index + written.length };
}

/** What closes the sentence around an address is no part of it; a bracket that it opened itself is. */
function trimmed(written: string): string {
  let text = written;
  for (;;) {
    const shorter = text.replace(/[.,;:!?'’*]+$/, '');
    const opened = shorter.split('(').length;
    const closed = shorter.split(')').length;
    const next = shorter.endsWith(')') && closed > opened ? shorter.slice(0, -1) : shorter;
    if (next === text) return text;
    text = next;
  }
}

/** The site, as one says it: `example.org`. */
export function siteOf(address: string): string {
  return /^https?:\/\/(?:[^/?#]*@)?(?:www\.)?([^/?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? address;
}

/** A title for a page that could not be read, out of the last words of its address. */
export function titleFromAddress(address: string): string {
  const path = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(address)?.[1] ?? '';
  const last = path.split('/').findLast((part) => part !== '') ?? '';
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
