import type { ContentLine } from './content-line.ts';
import { ACCOUNT_PROPERTIES, SERVICE_NAMES } from './knowledge.ts';
import { addEntry, commonFields, type Fields, type Reading, typeWords } from './reading.ts';
import { unescapeText } from './text.ts';

const URI = /^[A-Za-z][A-Za-z0-9+.-]*:\S/;
const CONTEXT_WORDS = new Set(['home', 'work', 'pref', 'billing', 'delivery', 'internet']);
/** Apple's way to say "an account without an address". */
const APPLE_SCHEME = /^x-apple:/i;

/** A service's own name for what a file calls it; unknown services keep theirs. */
export function serviceName(written: string): string {
  const key = written.toLowerCase().replaceAll(' ', '');
  return Object.hasOwn(SERVICE_NAMES, key) ? (SERVICE_NAMES[key] ?? written) : written;
}

/** IMPP, SOCIALPROFILE (RFC 9554 section 3.5) and X-SOCIALPROFILE. */
export function readOnlineService(line: ContentLine, reading: Reading): void {
  const value = unescapeText(line.value).trim();
  const param = (name: string): string | undefined => line.params.get(name)?.[0]?.trim() || undefined;
  const types = line.params.get('type') ?? [];
  const social = line.name !== 'IMPP';
  const typed =
    social && param('service-type') === undefined
      ? types.find((word) => word !== '' && !CONTEXT_WORDS.has(word.toLowerCase()))
      : undefined;
  const service = param('service-type') ?? param('x-service-type') ?? typed;
  const asText = param('value')?.toLowerCase() === 'text' || !URI.test(value);
  const named = param('username') ?? param('x-user');
  const user = APPLE_SCHEME.test(value) ? decodePercent(value.replace(APPLE_SCHEME, '')) : asText ? value : undefined;
  const uri = value === '' || user !== undefined ? undefined : value;
  if (uri === undefined && !user && named === undefined) return;
  const words = typeWords(line).filter((word) => word !== typed?.toLowerCase());
  const entry: Fields = {
    ...(service !== undefined && { service: serviceName(service) }),
    ...(uri !== undefined && { uri }),
    ...((named ?? user) && { user: named ?? user }),
    ...(!social && { vCardName: 'impp' }),
    ...commonFields(reading, { line, words, taken: ['service-type', 'x-service-type', 'username', 'x-user'] }),
  };
  addEntry(reading, { collection: 'onlineServices', prefix: 's', line, entry });
}

/** X-SKYPE, X-JABBER …: the property's name says the service. */
export function readAccount(line: ContentLine, reading: Reading): void {
  const value = unescapeText(line.value).trim();
  if (value === '') return;
  const service = ACCOUNT_PROPERTIES[line.name];
  const entry = {
    ...(service !== undefined && { service }),
    ...(/^https?:/i.test(value) ? { uri: value } : { user: value }),
    vCardName: line.name.toLowerCase(),
    ...commonFields(reading, { line }),
  };
  addEntry(reading, { collection: 'onlineServices', prefix: 's', line, entry });
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
