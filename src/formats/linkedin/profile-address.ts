/** One LinkedIn profile: the same however its address was copied. */
export interface ProfileAddress {
  /** `https://www.linkedin.com/in/jane-doe` */
  readonly uri: string;
  /** The last part of the address, decoded, in lower case unless it is a member id: `jane-doe`. */
  readonly slug: string;
}

/**
 * Reads a member's address in any of its spellings: with or without scheme, country host or `m.`, upper case, percent
 * encoding, language suffix, tracking query, trailing slash; also the old `/pub/` form, kept whole as its slug.
 * Undefined for anything that is not a member's page.
 */
export function safeParseProfileAddress(text: string): ProfileAddress | undefined {
  const match = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)?linkedin\.com\/(?:mwlite\/)?(in|pub)\/([^?#\s]+)/i.exec(
    text.toWellFormed().trim(),
  );
  if (match === null) return undefined;
  const [kind = 'in', path = ''] = [match[1]?.toLowerCase(), match[2]];
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodePart);
  // `/pub/jane-doe/1a/2b/3c` tells people of one name apart by the numbers; `/in/jane-doe/de` only names a language.
  const name = (kind === 'pub' ? parts.join('/') : (parts[0] ?? '')).normalize('NFC');
  // A member id in place of a name is base64: there case means something.
  const slug = /^ACo[\w-]{20,}$/.test(name) ? name : name.toLowerCase();
  if (slug === '') return undefined;
  return { uri: `https://www.linkedin.com/${kind}/${slug.split('/').map(encodeURIComponent).join('/')}`, slug };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
