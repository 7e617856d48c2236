import type { PartialDate } from '../dates.ts';

/**
 * A person's card: JSContact (RFC 9553), the part Tendril reads and writes. Everything else survives: vCard properties
 * and parameters without an equivalent are kept as RFC 9555 section 2.15 and 2.16 say (`vCardProps`, `vCardParams`).
 * Maps are keyed by ids that mean nothing by themselves but stay the same while the entry lives.
 */
export interface Card {
  readonly '@type': 'Card';
  readonly version: '1.0' | '2.0';
  readonly uid: string;
  readonly kind?: 'individual' | 'group' | 'org' | 'location' | 'device' | 'application';
  readonly language?: string;
  readonly prodId?: string;
  readonly created?: string;
  readonly updated?: string;
  readonly members?: Readonly<Record<string, true>>;
  readonly relatedTo?: Readonly<Record<string, Relation>>;
  readonly name?: Name;
  readonly nicknames?: IdMap<Nickname>;
  readonly organizations?: IdMap<Organization>;
  readonly speakToAs?: SpeakToAs;
  readonly titles?: IdMap<Title>;
  readonly emails?: IdMap<EmailAddress>;
  readonly onlineServices?: IdMap<OnlineService>;
  readonly phones?: IdMap<Phone>;
  readonly preferredLanguages?: IdMap<LanguagePref>;
  readonly calendars?: IdMap<Resource>;
  readonly schedulingAddresses?: IdMap<Resource>;
  readonly addresses?: IdMap<Address>;
  readonly cryptoKeys?: IdMap<Resource>;
  readonly directories?: IdMap<Resource>;
  readonly links?: IdMap<Resource>;
  readonly media?: IdMap<Media>;
  readonly anniversaries?: IdMap<Anniversary>;
  readonly keywords?: Readonly<Record<string, true>>;
  readonly notes?: IdMap<Note>;
  readonly personalInfo?: IdMap<PersonalInfo>;
  readonly localizations?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** jCard properties (RFC 7095) without a JSContact equivalent: `[name, parameters, type, value…]`, name in lower case. */
  readonly vCardProps?: readonly JCardProperty[];
}

export type IdMap<T> = Readonly<Record<string, T>>;
export type JCardProperty = readonly [
  name: string,
  params: Readonly<Record<string, string | readonly string[]>>,
  type: string,
  ...values: readonly unknown[],
];

/** What every entry that can be preferred or placed shares. */
export interface Entry {
  readonly '@type'?: string;
  readonly contexts?: Readonly<Partial<Record<'private' | 'work' | 'billing' | 'delivery' | (string & {}), true>>>;
  /** 1 (most preferred) to 100. */
  readonly pref?: number;
  readonly label?: string;
  readonly vCardName?: string;
  readonly vCardParams?: Readonly<Record<string, string | readonly string[]>>;
}

export interface Name {
  readonly '@type'?: 'Name';
  readonly components?: readonly NameComponent[];
  readonly isOrdered?: boolean;
  readonly defaultSeparator?: string;
  readonly full?: string;
  readonly sortAs?: Readonly<Record<string, string>>;
  readonly phoneticSystem?: string;
  readonly phoneticScript?: string;
  readonly vCardParams?: Readonly<Record<string, string | readonly string[]>>;
}

export interface NameComponent {
  readonly '@type'?: 'NameComponent';
  readonly kind: 'title' | 'given' | 'given2' | 'surname' | 'surname2' | 'credential' | 'generation' | 'separator';
  readonly value: string;
  readonly phonetic?: string;
}

export interface Nickname extends Entry {
  readonly name: string;
}
export interface Organization extends Entry {
  readonly name?: string;
  readonly units?: readonly { readonly '@type'?: 'OrgUnit'; readonly name: string; readonly sortAs?: string }[];
  readonly sortAs?: string;
}
export interface Title extends Entry {
  readonly name: string;
  readonly kind?: 'title' | 'role';
  readonly organizationId?: string;
}
export interface SpeakToAs {
  readonly '@type'?: 'SpeakToAs';
  readonly grammaticalGender?: 'animate' | 'common' | 'feminine' | 'inanimate' | 'masculine' | 'neuter';
  readonly pronouns?: IdMap<Entry & { readonly pronouns: string }>;
}
export interface EmailAddress extends Entry {
  readonly address: string;
}
export interface OnlineService extends Entry {
  /** The service's own name: `LinkedIn`, `Instagram`, `Mastodon` … */
  readonly service?: string;
  readonly uri?: string;
  readonly user?: string;
}
export interface Phone extends Entry {
  /** As it was written; `tel:` URIs keep their form. The E.164 reading is derived, never stored in its place. */
  readonly number: string;
  readonly features?: Readonly<
    Partial<Record<'mobile' | 'voice' | 'text' | 'video' | 'main-number' | 'textphone' | 'fax' | 'pager', true>>
  >;
}
export interface LanguagePref extends Entry {
  readonly language: string;
}
export interface Address extends Entry {
  readonly components?: readonly AddressComponent[];
  readonly isOrdered?: boolean;
  readonly countryCode?: string;
  /** A `geo:` URI. */
  readonly coordinates?: string;
  /** An IANA name. */
  readonly timeZone?: string;
  readonly full?: string;
  readonly defaultSeparator?: string;
}
export interface AddressComponent {
  readonly '@type'?: 'AddressComponent';
  readonly kind:
    | 'room'
    | 'apartment'
    | 'floor'
    | 'building'
    | 'number'
    | 'name'
    | 'block'
    | 'subdistrict'
    | 'district'
    | 'locality'
    | 'region'
    | 'postcode'
    | 'country'
    | 'direction'
    | 'landmark'
    | 'postOfficeBox'
    | 'separator';
  readonly value: string;
}
export interface Resource extends Entry {
  readonly uri: string;
  readonly kind?: string;
  readonly mediaType?: string;
  readonly listAs?: number;
}
/** A photo has either a `uri` (outside, or `data:` while it travels) or a `blobId` (RFC 9610): the SHA-256 of bytes Tendril keeps. */
export interface Media extends Entry {
  readonly kind: 'photo' | 'logo' | 'sound';
  readonly uri?: string;
  readonly blobId?: string;
  readonly mediaType?: string;
}
export interface Anniversary {
  readonly '@type'?: 'Anniversary';
  readonly kind: 'birth' | 'death' | 'wedding' | (string & {});
  readonly date: PartialDate | Timestamp;
  readonly place?: Address;
  readonly label?: string;
  readonly vCardParams?: Readonly<Record<string, string | readonly string[]>>;
}
export interface Timestamp {
  readonly '@type': 'Timestamp';
  readonly utc: string;
}
export interface Note extends Entry {
  readonly note: string;
  readonly created?: string;
  readonly author?: { readonly name?: string; readonly uri?: string };
}
export interface PersonalInfo extends Entry {
  readonly kind: 'expertise' | 'hobby' | 'interest' | (string & {});
  readonly value: string;
  readonly level?: 'high' | 'medium' | 'low';
  readonly listAs?: number;
}
export interface Relation {
  readonly '@type'?: 'Relation';
  readonly relation?: Readonly<Record<string, true>>;
  readonly label?: string;
}
