/** Answers about a card, for everybody who shows one. */

import type { PartialDate } from '../dates.ts';
import { byPreference } from './entries.ts';
import type { Address, AddressComponent, Anniversary, Card, Media } from './jscontact.ts';
import { parseProfileUrl } from './profiles.ts';

export { identitiesOf } from './identities.ts';

/** The address to write to: the most preferred, else the first. */
export function primaryEmail(card: Card): string | undefined {
  return byPreference(card.emails)[0]?.address;
}

/** The number to call: the most preferred, else a mobile, else the first that is no fax or pager. As it was written. */
export function primaryPhone(card: Card): string | undefined {
  const phones = byPreference(card.phones).filter(({ features = {} }) => !features.fax && !features.pager);
  const chosen =
    phones.find(({ pref }) => pref !== undefined) ?? phones.find(({ features = {} }) => features.mobile) ?? phones[0];
  return chosen?.number;
}

/** Where someone works now and as what: the most preferred organisation, and the title that belongs to it. */
export function currentOrganization(card: Card): { readonly organization?: string; readonly title?: string } {
  const [organization] = byPreference(card.organizations);
  const organizationId = Object.entries(card.organizations ?? {}).find(([, each]) => each === organization)?.[0];
  const titles = byPreference(card.titles);
  const own = titles.filter((title) => title.organizationId === organizationId);
  const free = titles.filter((title) => title.organizationId === undefined);
  const candidates = organizationId === undefined ? titles : [...own, ...free];
  const title = candidates.find(({ kind }) => kind !== 'role') ?? candidates[0];
  const name = organization?.name ?? organization?.units?.[0]?.name;
  return { ...(name !== undefined && { organization: name }), ...(title !== undefined && { title: title.name }) };
}

/** One line that says who someone is at work: `Engineer, Analytical Engines`. */
export function headlineOf(card: Card): string | undefined {
  const { organization, title } = currentOrganization(card);
  const parts = [title, organization].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** A date in someone's life that returns. */
export interface Occasion {
  /** The id of the card's entry. */
  readonly id: string;
  /** As JSContact names it: `birth`, `wedding`, or `other`. */
  readonly kind: string;
  readonly label?: string;
  readonly date: PartialDate;
}

/** The birthday, the Gregorian one before any other calendar's. */
export function birthday(card: Card): PartialDate | undefined {
  const births = occasionsOf(card).filter(({ kind }) => kind === 'birth');
  return (births.find(({ date }) => date.calendarScale === undefined) ?? births[0])?.date;
}

/** Birthdays, weddings and every other day that returns, in the order of the card. The day of a death is none. */
export function occasionsOf(card: Card): Occasion[] {
  return Object.entries(card.anniversaries ?? {}).flatMap(([id, { kind, label, date }]) => {
    const day = toPartialDate(date);
    return kind === 'death' || day === undefined
      ? []
      : [{ id, kind, ...(label !== undefined && { label }), date: day }];
  });
}

/** The day somebody died, as far as it is known: it is kept, and never brought up. */
export function deathOf(card: Card): PartialDate | undefined {
  const deaths = Object.values(card.anniversaries ?? {}).filter(({ kind }) => kind === 'death');
  return deaths.map(({ date }) => toPartialDate(date)).find((date) => date !== undefined);
}

/** A point in time is taken as the day it is in UTC, which is how the source wrote it. */
function toPartialDate(date: Anniversary['date']): PartialDate | undefined {
  if (!('utc' in date)) return date;
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date.utc);
  return parts ? { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) } : undefined;
}

export function isDeceased(card: Card): boolean {
  return Object.values(card.anniversaries ?? {}).some(({ kind }) => kind === 'death');
}

/** The card with the day of a death, as far as it is known; a day that is there stays. */
export function withDeath(card: Card, date: PartialDate): Card {
  if (deathOf(card) !== undefined) return card;
  const death = { kind: 'death' as const, date: { '@type': 'PartialDate' as const, ...date } };
  return { ...card, anniversaries: { ...card.anniversaries, death } };
}

export function nicknamesOf(card: Card): string[] {
  return byPreference(card.nicknames).map(({ name }) => name);
}

/** Where someone can be found on a service. */
export interface Profile {
  readonly service?: string;
  readonly user?: string;
  readonly uri?: string;
}

/** Profiles on services, and web addresses that are one, each once. */
export function profilesOf(card: Card): Profile[] {
  const profiles = new Map<string, Profile>();
  for (const { service, user, uri } of byPreference(card.onlineServices)) {
    const read = uri === undefined ? undefined : parseProfileUrl(uri);
    const profile = { service: service ?? read?.service, user: user ?? read?.user, uri };
    profiles.set(read?.key ?? `${service} ${user ?? uri}`, withoutGaps(profile));
  }
  for (const { uri } of byPreference(card.links)) {
    const read = parseProfileUrl(uri);
    if (read && !profiles.has(read.key)) profiles.set(read.key, { service: read.service, user: read.user, uri });
  }
  return [...profiles.values()];
}

function withoutGaps(profile: { readonly [K in keyof Profile]: string | undefined }): Profile {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));
}

/** The city someone lives in, else the region or country: the home address before any other. */
export function placeOf(card: Card): string | undefined {
  const ordered = homeFirst(card);
  for (const kind of ['locality', 'region', 'country'] as const) {
    for (const address of ordered) {
      const value = partOf(address, kind);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** The city someone lives in with its address, the home address before any other. */
export function cityOf(card: Card): { readonly city: string; readonly address: Address } | undefined {
  for (const address of homeFirst(card)) {
    const city = partOf(address, 'locality');
    if (city !== undefined) return { city, address };
  }
  return undefined;
}

/** The addresses of a card in the order in which somebody lives there. */
export function homeFirst(card: Card): Address[] {
  const addresses = byPreference(card.addresses);
  return [
    ...addresses.filter(({ contexts = {} }) => contexts.private),
    ...addresses.filter(({ contexts = {} }) => !contexts.private),
  ];
}

function partOf({ components = [] }: Address, kind: AddressComponent['kind']): string | undefined {
  return components.find((each) => each.kind === kind && each.value.trim() !== '')?.value;
}

/** The IANA zone the card names, if any. */
export function timeZoneOf(card: Card): string | undefined {
  return byPreference(card.addresses).find(({ timeZone }) => timeZone !== undefined)?.timeZone;
}

/** The picture to show: a photo before a logo. */
export function photoOf(card: Card): Media | undefined {
  const pictures = byPreference(card.media);
  return pictures.find(({ kind }) => kind === 'photo') ?? pictures.find(({ kind }) => kind === 'logo');
}
