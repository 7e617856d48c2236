import fc from 'fast-check';
import type { Card } from '../../src/domain/card/jscontact.ts';

/** Generated cards for property tests: everything a card can hold, in every script, shaped as the readers make it. */

const unicode = fc.string({ unit: 'grapheme', maxLength: 24 }).filter((text) => !text.includes('\0'));
const words = fc.constantFrom(
  'Ada',
  'Łukasz',
  '王小明',
  '김철수',
  'José; María',
  'O’Brien, Jr.',
  'a\\nb',
  'x:y',
  ' spaced ',
  'two\nlines',
  '"quoted"',
  '^caret',
  'Ünïcödé',
  'مريم',
  'e\u0301',
  '🙂',
);
/** Some text that is not empty. */
const text = fc.oneof(
  { weight: 3, arbitrary: words },
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .,;:'-]{0,40}$/),
  unicode.filter((value) => value !== ''),
);
const id = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('e1', 'p1', 'p2', 'o1', 'x1', 'k1') },
  fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/).filter((key) => key !== '__proto__'),
);
const flags = (...names: string[]) =>
  fc.dictionary(fc.constantFrom(...names), fc.constant(true as const), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  });
const plainUri = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    'https://www.linkedin.com/in/ada',
    'skype:ada',
    'urn:uuid:5a7f3c3e-0000-4000-8000-000000000001',
    'mailto:a@b.example?subject=x,y;z',
  ),
);
const params = fc.dictionary(
  fc.constantFrom('x-foo', 'language', 'altid', 'x-userid', 'group', 'type', 'encoding'),
  fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 3 })),
  {
    minKeys: 1,
    maxKeys: 2,
    noNullPrototype: true,
  },
);

function optional<T extends Record<string, fc.Arbitrary<unknown>>>(
  required: T,
  more: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<Record<string, unknown>> {
  return fc.record({ ...required, ...more }, { requiredKeys: Object.keys(required), noNullPrototype: true });
}

const common = {
  contexts: flags('private', 'work', 'billing', 'delivery', 'example.com:school'),
  pref: fc.integer({ min: 1, max: 100 }),
  label: fc.oneof(text, fc.constantFrom('HomePage', 'Anniversary', 'Mother')),
  vCardParams: params,
};

const entries = (entry: fc.Arbitrary<unknown>) =>
  fc.dictionary(id, entry, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const date = fc.oneof(
  fc.record(
    {
      year: fc.integer({ min: 1600, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    },
    { noNullPrototype: true },
  ),
  fc.record(
    { month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) },
    { noNullPrototype: true },
  ),
  fc.record({ year: fc.integer({ min: 1600, max: 2100 }) }, { noNullPrototype: true }),
  fc.record(
    {
      year: fc.integer({ min: 1900, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      calendarScale: fc.constantFrom('chinese', 'hebrew'),
    },
    { noNullPrototype: true },
  ),
  fc.constant({ '@type': 'Timestamp', utc: '1953-10-15T23:10:00Z' }),
);
const nameComponent = optional(
  { kind: fc.constantFrom('title', 'given', 'given2', 'surname', 'surname2', 'credential', 'generation'), value: text },
  { phonetic: text },
);
const addressComponent = optional({
  kind: fc.constantFrom(
    'room',
    'apartment',
    'floor',
    'building',
    'number',
    'name',
    'district',
    'locality',
    'region',
    'postcode',
    'country',
    'postOfficeBox',
  ),
  value: text,
});
const address = optional(
  {},
  {
    ...common,
    components: fc.array(addressComponent, { minLength: 1, maxLength: 5 }),
    countryCode: fc.constantFrom('DE', 'GB', 'us'),
    coordinates: fc.constantFrom('geo:52.5,13.4', 'geo:1,2;u=5'),
    timeZone: fc.constantFrom('Europe/Berlin', 'Etc/GMT+5'),
    full: text,
  },
);
const base64 = fc.uint8Array({ minLength: 1, maxLength: 120 }).map((bytes) => Buffer.from(bytes).toString('base64'));
const media = optional(
  {
    kind: fc.constantFrom('photo', 'logo', 'sound'),
    uri: fc.oneof(
      base64.map((data) => `data:image/jpeg;base64,${data}`),
      plainUri,
    ),
  },
  common,
);
const utc = fc.constantFrom('2024-02-29T12:30:00Z', '1999-12-31T23:59:59.5Z', '2026-11-23T09:00:00Z');

const collections: Record<string, fc.Arbitrary<unknown>> = {
  nicknames: optional({ name: text }, common),
  organizations: optional(
    { name: text },
    {
      ...common,
      units: fc.array(optional({ name: text }, { sortAs: text }), { minLength: 1, maxLength: 2 }),
      sortAs: text,
    },
  ),
  titles: optional(
    { name: text },
    { ...common, kind: fc.constantFrom('title', 'role'), organizationId: fc.constantFrom('o1', 'x1') },
  ),
  emails: optional({ address: fc.oneof(fc.emailAddress(), text) }, common),
  onlineServices: optional(
    { user: text },
    {
      ...common,
      service: fc.oneof(fc.constantFrom('LinkedIn', 'Twitter', 'Mastodon'), text),
      uri: plainUri,
      vCardName: fc.constantFrom('impp', 'x-skype'),
    },
  ),
  phones: optional(
    { number: fc.oneof(fc.constantFrom('+49 30 123456', 'tel:+1-555-0100;ext=12', '0049 (0)30 / 12 34'), text) },
    { ...common, features: flags('mobile', 'voice', 'text', 'main-number', 'fax', 'pager') },
  ),
  preferredLanguages: optional({ language: fc.constantFrom('de', 'en-GB', 'zh-Hant') }, common),
  calendars: optional({ uri: plainUri, kind: fc.constantFrom('calendar', 'freeBusy') }, common),
  schedulingAddresses: optional({ uri: plainUri }, common),
  addresses: address,
  cryptoKeys: optional(
    {
      uri: fc.oneof(
        plainUri,
        base64.map((data) => `data:application/pgp-keys;base64,${data}`),
      ),
    },
    common,
  ),
  directories: optional({ uri: plainUri, kind: fc.constantFrom('directory', 'entry') }, common),
  links: optional({ uri: plainUri }, { ...common, kind: fc.constant('contact') }),
  media,
  anniversaries: optional(
    { kind: fc.constantFrom('birth', 'wedding', 'death', 'other'), date },
    { label: common.label, place: optional({ full: text }), vCardParams: params },
  ),
  notes: optional(
    { note: text },
    { ...common, created: utc, author: fc.record({ name: text }, { noNullPrototype: true }) },
  ),
  personalInfo: optional(
    { kind: fc.constantFrom('expertise', 'hobby', 'interest'), value: text },
    { ...common, level: fc.constantFrom('high', 'medium', 'low') },
  ),
};

const kept = fc.tuple(
  fc.constantFrom('x-foo', 'gender', 'bday', 'x-ablabel', 'agent', 'note', 'x-ms-ol-design'),
  fc.dictionary(
    fc.constantFrom('group', 'x-bar', 'type', 'encoding'),
    fc.oneof(fc.constantFrom('item1', 'item7', 'quoted-printable'), text),
    { maxKeys: 2, noNullPrototype: true },
  ),
  fc.constantFrom('unknown', 'text', 'uri'),
  text,
);

/** Any card: valid JSContact, and then some. Its maps have few entries, so that collisions of ids and labels are common. */
export const arbitraryCard: fc.Arbitrary<Card> = fc
  .record(
    {
      '@type': fc.constant('Card' as const),
      version: fc.constant('1.0' as const),
      uid: fc.oneof(
        fc.uuid().map((uuid) => `urn:uuid:${uuid}`),
        text,
        fc.constant(''),
      ),
      kind: fc.constantFrom('individual', 'org', 'group'),
      language: fc.constantFrom('de', 'en'),
      prodId: text,
      created: utc,
      updated: utc,
      members: fc.dictionary(plainUri, fc.constant(true as const), { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
      relatedTo: fc.dictionary(
        fc.oneof(text, plainUri).filter((key) => key !== '__proto__'),
        optional({}, { relation: flags('spouse', 'child', 'friend', 'colleague'), label: common.label }),
        { minKeys: 1, maxKeys: 3, noNullPrototype: true },
      ),
      name: optional(
        {},
        {
          full: text,
          components: fc.array(nameComponent, { minLength: 1, maxLength: 4 }),
          isOrdered: fc.boolean(),
          sortAs: optional({}, { surname: text, given: text }),
          vCardParams: params,
        },
      ),
      speakToAs: optional(
        {},
        {
          grammaticalGender: fc.constantFrom('feminine', 'neuter'),
          pronouns: entries(optional({ pronouns: text }, common)),
        },
      ),
      keywords: fc.dictionary(
        text.filter((key) => key !== '__proto__'),
        fc.constant(true as const),
        { minKeys: 1, maxKeys: 3, noNullPrototype: true },
      ),
      vCardProps: fc.array(kept, { minLength: 1, maxLength: 3 }),
      ...Object.fromEntries(Object.entries(collections).map(([name, entry]) => [name, entries(entry)])),
    },
    { requiredKeys: ['@type', 'version', 'uid'], noNullPrototype: true },
  )
  .map((card) => card as unknown as Card);

/** Cards of people as address books hold them: a name, and ordinary ways to reach them. */
export const ordinaryCard: fc.Arbitrary<Card> = fc
  .record(
    {
      '@type': fc.constant('Card' as const),
      version: fc.constant('1.0' as const),
      uid: fc.uuid().map((uuid) => `urn:uuid:${uuid}`),
      name: fc.record(
        { full: fc.constantFrom('Ada Lovelace', 'Grace Hopper', '王小明', 'Łukasz Żak', 'Maria da Silva') },
        { noNullPrototype: true },
      ),
      emails: fc.dictionary(
        id,
        fc.record(
          { address: fc.constantFrom('ada@example.org', 'Ada@Example.org', 'grace@example.com', 'g@x.example') },
          { noNullPrototype: true },
        ),
        { minKeys: 1, maxKeys: 3, noNullPrototype: true },
      ),
      phones: fc.dictionary(
        id,
        fc.record(
          { number: fc.constantFrom('+49 30 123456', '030 123456', '+1 555 0100', '0171 2345678') },
          { noNullPrototype: true },
        ),
        { minKeys: 1, maxKeys: 3, noNullPrototype: true },
      ),
      organizations: fc.dictionary(
        id,
        fc.record({ name: fc.constantFrom('Analytical Engines', 'Navy', 'Acme') }, { noNullPrototype: true }),
        { minKeys: 1, maxKeys: 2, noNullPrototype: true },
      ),
      titles: fc.dictionary(
        id,
        fc.record(
          { name: fc.constantFrom('Engineer', 'Admiral', 'CEO'), kind: fc.constant('title' as const) },
          { noNullPrototype: true },
        ),
        { minKeys: 1, maxKeys: 2, noNullPrototype: true },
      ),
      notes: fc.dictionary(
        id,
        fc.record({ note: fc.constantFrom('likes tea', 'met in Rome') }, { noNullPrototype: true }),
        { minKeys: 1, maxKeys: 2, noNullPrototype: true },
      ),
      keywords: fc.dictionary(fc.constantFrom('friend', 'work', 'chess'), fc.constant(true as const), {
        minKeys: 1,
        maxKeys: 2,
        noNullPrototype: true,
      }),
      anniversaries: fc.dictionary(
        id,
        fc.record(
          {
            kind: fc.constantFrom('birth', 'wedding'),
            date: fc.record(
              { month: fc.integer({ min: 1, max: 3 }), day: fc.integer({ min: 1, max: 3 }) },
              { noNullPrototype: true },
            ),
          },
          { noNullPrototype: true },
        ),
        { minKeys: 1, maxKeys: 2, noNullPrototype: true },
      ),
    },
    { requiredKeys: ['@type', 'version', 'uid'], noNullPrototype: true },
  )
  .map((card) => card as unknown as Card);
