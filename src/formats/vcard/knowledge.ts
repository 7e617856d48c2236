/** What is known of vCard properties, parameters and producers' habits, as data. */

/** Which collection of a card a property becomes an entry of (RFC 9555 section 2), in both directions. */
export interface EntryProperty {
  readonly name: string;
  /** Path in the card. */
  readonly collection: string;
  /** Ids are this and a number. */
  readonly prefix: string;
  /** Where the value goes. */
  readonly field: string;
  readonly value: 'text' | 'uri' | 'bytes';
  /** What the property says by its name alone; on the way out it chooses the property. */
  readonly fixed?: Readonly<Record<string, string>>;
}

export const ENTRY_PROPERTIES: readonly EntryProperty[] = [
  { name: 'EMAIL', collection: 'emails', prefix: 'e', field: 'address', value: 'text' },
  { name: 'TEL', collection: 'phones', prefix: 'p', field: 'number', value: 'text' },
  { name: 'TITLE', collection: 'titles', prefix: 't', field: 'name', value: 'text', fixed: { kind: 'title' } },
  { name: 'ROLE', collection: 'titles', prefix: 't', field: 'name', value: 'text', fixed: { kind: 'role' } },
  { name: 'NOTE', collection: 'notes', prefix: 'n', field: 'note', value: 'text' },
  { name: 'LANG', collection: 'preferredLanguages', prefix: 'l', field: 'language', value: 'text' },
  { name: 'PRONOUNS', collection: 'speakToAs.pronouns', prefix: 'q', field: 'pronouns', value: 'text' },
  { name: 'PHOTO', collection: 'media', prefix: 'm', field: 'uri', value: 'bytes', fixed: { kind: 'photo' } },
  { name: 'LOGO', collection: 'media', prefix: 'm', field: 'uri', value: 'bytes', fixed: { kind: 'logo' } },
  { name: 'SOUND', collection: 'media', prefix: 'm', field: 'uri', value: 'bytes', fixed: { kind: 'sound' } },
  { name: 'KEY', collection: 'cryptoKeys', prefix: 'c', field: 'uri', value: 'bytes' },
  { name: 'CONTACT-URI', collection: 'links', prefix: 'u', field: 'uri', value: 'uri', fixed: { kind: 'contact' } },
  { name: 'URL', collection: 'links', prefix: 'u', field: 'uri', value: 'uri' },
  { name: 'CALURI', collection: 'calendars', prefix: 'f', field: 'uri', value: 'uri', fixed: { kind: 'calendar' } },
  { name: 'FBURL', collection: 'calendars', prefix: 'f', field: 'uri', value: 'uri', fixed: { kind: 'freeBusy' } },
  { name: 'CALADRURI', collection: 'schedulingAddresses', prefix: 'g', field: 'uri', value: 'uri' },
  { name: 'SOURCE', collection: 'directories', prefix: 'r', field: 'uri', value: 'uri', fixed: { kind: 'entry' } },
  {
    name: 'ORG-DIRECTORY',
    collection: 'directories',
    prefix: 'r',
    field: 'uri',
    value: 'uri',
    fixed: { kind: 'directory' },
  },
  {
    name: 'EXPERTISE',
    collection: 'personalInfo',
    prefix: 'i',
    field: 'value',
    value: 'text',
    fixed: { kind: 'expertise' },
  },
  { name: 'HOBBY', collection: 'personalInfo', prefix: 'i', field: 'value', value: 'text', fixed: { kind: 'hobby' } },
  {
    name: 'INTEREST',
    collection: 'personalInfo',
    prefix: 'i',
    field: 'value',
    value: 'text',
    fixed: { kind: 'interest' },
  },
];

/** Other names under which producers write a property. */
export const ALIASES: Readonly<Record<string, string>> = {
  'X-MS-TEL': 'TEL',
  'X-EPOCSECONDNAME': 'NICKNAME',
  'X-JSPROP': 'JSPROP',
  'X-ANNIVERSARY': 'ANNIVERSARY',
  'X-MS-ANNIVERSARY': 'ANNIVERSARY',
  'X-EVOLUTION-ANNIVERSARY': 'ANNIVERSARY',
  'X-KADDRESSBOOK-X-ANNIVERSARY': 'ANNIVERSARY',
  'X-WAB-WEDDING_ANNIVERSARY': 'ANNIVERSARY',
  'X-BIRTHDAY': 'BDAY',
  'X-DEATHDATE': 'DEATHDATE',
  'X-ADDRESSBOOKSERVER-KIND': 'KIND',
  'X-ADDRESSBOOKSERVER-MEMBER': 'MEMBER',
};

/** TYPE values that say where an entry is used. */
export const CONTEXTS: Readonly<Record<string, string>> = {
  home: 'private',
  work: 'work',
  billing: 'billing',
  delivery: 'delivery',
};

/** TYPE values of TEL that say what it can do; several words may mean one feature, the first is written in 3.0. */
export const PHONE_FEATURES: readonly (readonly [type: string, feature: string])[] = [
  ['cell', 'mobile'],
  ['voice', 'voice'],
  ['text', 'text'],
  ['video', 'video'],
  ['main-number', 'main-number'],
  ['main', 'main-number'],
  ['textphone', 'textphone'],
  ['fax', 'fax'],
  ['pager', 'pager'],
];

/** LEVEL of EXPERTISE (the first three, RFC 6715 section 2.1), HOBBY and INTEREST, as JSContact has it. */
export const LEVELS: readonly (readonly [vcard: string, level: string])[] = [
  ['beginner', 'low'],
  ['average', 'medium'],
  ['expert', 'high'],
  ['low', 'low'],
  ['medium', 'medium'],
  ['high', 'high'],
];

/** Properties that name one account on one service. Their vCard name is kept, so that they go out as they came. */
export const ACCOUNT_PROPERTIES: Readonly<Record<string, string | undefined>> = {
  'X-AIM': 'AIM',
  'X-ICQ': 'ICQ',
  'X-JABBER': 'Jabber',
  'X-MSN': 'MSN',
  'X-YAHOO': 'Yahoo',
  'X-SKYPE': 'Skype',
  'X-SKYPE-USERNAME': 'Skype',
  'X-QQ': 'QQ',
  'X-GTALK': 'Google Talk',
  'X-GOOGLE-TALK': 'Google Talk',
  'X-GADUGADU': 'Gadu-Gadu',
  'X-GROUPWISE': 'GroupWise',
  'X-TWITTER': 'Twitter',
  'X-FACEBOOK': 'Facebook',
  'X-LINKEDIN': 'LinkedIn',
  'X-INSTAGRAM': 'Instagram',
  'X-MASTODON': 'Mastodon',
  'X-GITHUB': 'GitHub',
  'X-TELEGRAM': 'Telegram',
  'X-WHATSAPP': 'WhatsApp',
  'X-SIGNAL': 'Signal',
  'X-MATRIX': 'Matrix',
  'X-DISCORD': 'Discord',
  'X-WECHAT': 'WeChat',
  'X-LINE': 'LINE',
  'X-MS-IMADDRESS': undefined,
};

/** How a service writes its own name, by the name in lower case without spaces. */
export const SERVICE_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...[
      'LinkedIn',
      'Instagram',
      'Facebook',
      'Twitter',
      'Mastodon',
      'Bluesky',
      'Threads',
      'GitHub',
      'GitLab',
      'Flickr',
      'MySpace',
    ],
    ...[
      'YouTube',
      'TikTok',
      'Snapchat',
      'Pinterest',
      'Reddit',
      'Telegram',
      'WhatsApp',
      'Signal',
      'Skype',
      'Matrix',
      'Discord',
    ],
    ...[
      'Jabber',
      'WeChat',
      'LINE',
      'Viber',
      'Xing',
      'AIM',
      'ICQ',
      'MSN',
      'Yahoo',
      'QQ',
      'Slack',
      'Zoom',
      'X',
      'Yelp',
      'Sina Weibo',
    ],
  ].map((name) => [name.toLowerCase().replaceAll(' ', ''), name]),
);

/** Apple's own labels, written `_$!<Anniversary>!$_`. */
export const APPLE_LABELS = new Set(
  `Anniversary Assistant AssistantPhone Birthday Brother Child Daughter Father Friend Grandparent Home HomeFAX HomePage Husband
   Main Manager Mobile Mother OFFAX Other OtherFAX Pager Parent Partner School Sister Son Spouse Wife Work WorkFAX iCloud`.split(
    /\s+/,
  ),
);

/** Labels of X-ABRELATEDNAMES and words of Android, as JSContact relations. A word that says more than the relation stays as a label. */
export const RELATION_LABELS: readonly { readonly label: string; readonly relation?: string; readonly plain?: true }[] =
  [
    { label: 'Spouse', relation: 'spouse', plain: true },
    { label: 'Husband', relation: 'spouse' },
    { label: 'Wife', relation: 'spouse' },
    { label: 'Child', relation: 'child', plain: true },
    { label: 'Son', relation: 'child' },
    { label: 'Daughter', relation: 'child' },
    { label: 'Parent', relation: 'parent', plain: true },
    { label: 'Mother', relation: 'parent' },
    { label: 'Father', relation: 'parent' },
    { label: 'Sibling', relation: 'sibling', plain: true },
    { label: 'Brother', relation: 'sibling' },
    { label: 'Sister', relation: 'sibling' },
    { label: 'Friend', relation: 'friend', plain: true },
    { label: 'Relative', relation: 'kin' },
    { label: 'Partner' },
    { label: 'Domestic partner' },
    { label: 'Manager' },
    { label: 'Assistant' },
    { label: 'Referred by' },
  ];

/** Properties that name one related person. */
export const RELATION_PROPERTIES: Readonly<Record<string, string>> = {
  'X-SPOUSE': 'Spouse',
  'X-MS-SPOUSE': 'Spouse',
  'X-EVOLUTION-SPOUSE': 'Spouse',
  'X-KADDRESSBOOK-X-SPOUSESNAME': 'Spouse',
  'X-WAB-SPOUSE_NAME': 'Spouse',
  'X-MS-CHILD': 'Child',
  'X-MANAGER': 'Manager',
  'X-MS-MANAGER': 'Manager',
  'X-EVOLUTION-MANAGER': 'Manager',
  'X-KADDRESSBOOK-X-MANAGERSNAME': 'Manager',
  'X-ASSISTANT': 'Assistant',
  'X-MS-ASSISTANT': 'Assistant',
  'X-EVOLUTION-ASSISTANT': 'Assistant',
  'X-KADDRESSBOOK-X-ASSISTANTSNAME': 'Assistant',
};

/** What the numbers in `X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;NAME;NUMBER` mean; 0 is a label of one's own. */
export const ANDROID_RELATIONS: readonly string[] = [
  '',
  'Assistant',
  'Brother',
  'Child',
  'Domestic partner',
  'Father',
  'Friend',
  'Manager',
  'Mother',
  'Parent',
  'Partner',
  'Referred by',
  'Relative',
  'Sister',
  'Spouse',
];

/** The components of N in their places (RFC 9554 section 2.2 added the last two). */
export const NAME_PLACES = ['surname', 'given', 'given2', 'title', 'credential', 'surname2', 'generation'] as const;

/** The order in which the parts of an address are kept: from the door outwards. */
export const ADDRESS_ORDER = [
  'postOfficeBox',
  'room',
  'apartment',
  'floor',
  'building',
  'number',
  'name',
  'block',
  'direction',
  'landmark',
  'subdistrict',
  'district',
  'locality',
  'region',
  'postcode',
  'country',
] as const;

/** The order in which components are kept: the order in which most of the world says them. */
export const NAME_ORDER = ['title', 'given', 'given2', 'surname', 'surname2', 'generation', 'credential'] as const;

/** The components of ADR in their places (RFC 9554 section 2.1 added those from the eighth). */
export const ADDRESS_PLACES = [
  'postOfficeBox',
  'apartment',
  'name',
  'locality',
  'region',
  'postcode',
  'country',
  'room',
  'apartment',
  'floor',
  'number',
  'name',
  'building',
  'block',
  'subdistrict',
  'district',
  'landmark',
  'direction',
] as const;

/** How many components of ADR every program knows. */
export const CLASSIC_ADDRESS_PLACES = 7;

/** The first bytes of pictures, as byte text, for photos whose type is not said or not true. */
export const MAGIC: readonly (readonly [start: string, mediaType: string])[] = [
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG', 'image/png'],
  ['GIF8', 'image/gif'],
  ['BM', 'image/bmp'],
];
