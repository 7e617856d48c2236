import type { Card } from './jscontact.ts';

/** What a value must be: a word for a plain type, or an object's fields. Fields that are not named may hold anything. */
type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'unknown'
  /** A vCard parameter: one text or several. */
  | 'param'
  | { readonly map: Shape }
  | { readonly list: Shape }
  | { readonly required: Readonly<Record<string, Shape>>; readonly optional: Readonly<Record<string, Shape>> };

const flags: Shape = { map: 'boolean' };
const params: Shape = { map: 'param' };

function entry(required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  return {
    required,
    optional: {
      '@type': 'string',
      contexts: flags,
      pref: 'number',
      label: 'string',
      vCardName: 'string',
      vCardParams: params,
      ...optional,
    },
  };
}

const component = entry({ kind: 'string', value: 'string' }, { phonetic: 'string' });
const resource = entry({ uri: 'string' }, { kind: 'string', mediaType: 'string', listAs: 'number' });
const address = entry(
  {},
  {
    components: { list: component },
    isOrdered: 'boolean',
    countryCode: 'string',
    coordinates: 'string',
    timeZone: 'string',
    full: 'string',
    defaultSeparator: 'string',
  },
);
const organizationUnit = entry({ name: 'string' }, { sortAs: 'string' });
const date = entry({}, { year: 'number', month: 'number', day: 'number', calendarScale: 'string', utc: 'string' });

const CARD: Shape = entry(
  { '@type': 'string', version: 'string', uid: 'string' },
  {
    kind: 'string',
    language: 'string',
    prodId: 'string',
    created: 'string',
    updated: 'string',
    members: flags,
    relatedTo: { map: entry({}, { relation: flags }) },
    name: entry(
      {},
      {
        components: { list: component },
        isOrdered: 'boolean',
        defaultSeparator: 'string',
        full: 'string',
        sortAs: { map: 'string' },
        phoneticSystem: 'string',
        phoneticScript: 'string',
      },
    ),
    nicknames: { map: entry({ name: 'string' }) },
    organizations: { map: entry({}, { name: 'string', sortAs: 'string', units: { list: organizationUnit } }) },
    speakToAs: entry({}, { grammaticalGender: 'string', pronouns: { map: entry({ pronouns: 'string' }) } }),
    titles: { map: entry({ name: 'string' }, { kind: 'string', organizationId: 'string' }) },
    emails: { map: entry({ address: 'string' }) },
    onlineServices: { map: entry({}, { service: 'string', uri: 'string', user: 'string' }) },
    phones: { map: entry({ number: 'string' }, { features: flags }) },
    preferredLanguages: { map: entry({ language: 'string' }) },
    calendars: { map: resource },
    schedulingAddresses: { map: resource },
    addresses: { map: address },
    cryptoKeys: { map: resource },
    directories: { map: resource },
    links: { map: resource },
    media: { map: entry({ kind: 'string' }, { uri: 'string', blobId: 'string', mediaType: 'string' }) },
    anniversaries: { map: entry({ kind: 'string', date }, { place: address }) },
    keywords: flags,
    notes: {
      map: entry({ note: 'string' }, { created: 'string', author: entry({}, { name: 'string', uri: 'string' }) }),
    },
    personalInfo: { map: entry({ kind: 'string', value: 'string' }, { level: 'string', listAs: 'number' }) },
    localizations: { map: { map: 'unknown' } },
    vCardProps: { list: { list: 'unknown' } },
  },
);

/**
 * Tells whether a value that came from outside has the shape of a card, so that no code downstream meets a number where
 * it reads a text. It does not say that the card makes sense.
 */
export function isCard(value: unknown): value is Card {
  return fits(value, CARD) && hasKeptProperties(value);
}

/** Kept properties are tuples: `[name, parameters, type, value…]`. */
function hasKeptProperties(value: unknown): boolean {
  const kept = isObject(value) ? value.vCardProps : undefined;
  if (!Array.isArray(kept)) return true;
  return kept.every((property: unknown) => {
    if (!Array.isArray(property)) return false;
    const [name, parameters, type] = property;
    return typeof name === 'string' && fits(parameters, params) && typeof type === 'string';
  });
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape === 'unknown') return true;
  if (shape === 'param') return fits(value, 'string') || fits(value, { list: 'string' });
  if (typeof shape === 'string') return typeof value === shape;
  if ('list' in shape) return Array.isArray(value) && value.every((each) => fits(each, shape.list));
  if (!isObject(value)) return false;
  if ('map' in shape) return Object.values(value).every((each) => fits(each, shape.map));
  return (
    Object.entries(shape.required).every(([name, each]) => Object.hasOwn(value, name) && fits(value[name], each)) &&
    Object.entries(value).every(([name, each]) => {
      const expected = Object.hasOwn(shape.optional, name) ? shape.optional[name] : undefined;
      return expected === undefined || each === undefined || fits(each, expected);
    })
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
