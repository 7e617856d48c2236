/** Says where a reader came from, not what is there. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|igsh|ref_src|ref_url|_hsenc|_hsmi|yclid|si)$/i;
/** Longer ones are no addresses of pages that people pass on. */
export const LONGEST_ADDRESS = 2_000;

/** The address of a page without what only tracks its reader; undefined for what is no address of the web. */
export function tidyAddress(written: string): string | undefined {
  const text = written.trim();
  if (text.length > LONGEST_ADDRESS || !/^https?:\/\//i.test(text)) return undefined;
  const url = URL.parse(text);
  if (url === null || url.hostname === '') return undefined;
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  if (/^#(?:$|:~:)/.test(url.hash)) url.hash = '';
  return url.href;
}

/** What two addresses of one page have in common. */
export function addressKey(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  return `${url.hostname.replace(/^(?:www|m)\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}
