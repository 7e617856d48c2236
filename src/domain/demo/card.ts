import type { Anniversary, Card, EmailAddress, OnlineService } from '../card/jscontact.ts';
import { addDays, type CalendarDate, toPlainDate } from '../dates.ts';
import { CIRCLES } from './casting.ts';
import { toCardName } from './full-name.ts';
import type { GeneratedPerson } from './network.ts';
import { createRandom, mix, type Random } from './random.ts';
import { needsNickname, type Profile } from './roster.ts';

const STREETS = [
  'Lockside',
  'Kanaalkade',
  'Ferry Lane',
  'Rope Walk',
  'Lindenweg',
  'Harbour Row',
  'Old Orchard',
  'Windmill Rise',
  'Tern Street',
  'Saltmarsh Road',
] as const;
const TAGS = [
  'neighbours',
  'university',
  'old colleagues',
  'choir',
  'sailing',
  'repair evening',
  'book swap',
  'water people',
  'allotment',
  'school gate',
] as const;

/** Writes a profile as the record of a person: their card and what the owner decided about them. */
export function toPerson(profile: Profile, options: { seed: number; today: CalendarDate }): GeneratedPerson {
  const circle = profile.circle === undefined ? undefined : CIRCLES[profile.circle]?.name;
  return {
    ref: profile.ref,
    card: toCard(profile, options),
    ...(circle !== undefined && { circle }),
    ...(profile.preferred && { channel: profile.preferred }),
    ...(profile.ownRhythm !== undefined && { rhythmDays: profile.ownRhythm }),
    ...(profile.role === 'archived' && { archived: true }),
    ...(profile.role === 'deceased' && { deceased: true }),
    timeZone: profile.city[3],
    knownSince: profile.knownSince,
  };
}

function toCard(profile: Profile, options: { seed: number; today: CalendarDate }): Card {
  const random = createRandom(mix(options.seed, profile.ref * 8 + 2));
  const { title, organization } = profile;
  const services = onlineServices(profile);
  const anniversaries = anniversariesOf(profile, options.today, random);
  return {
    '@type': 'Card',
    version: '1.0',
    uid: uuid(random),
    kind: 'individual',
    name: { '@type': 'Name', ...toCardName(profile.name, profile.culture) },
    ...(needsNickname(profile) && { nicknames: { n1: { '@type': 'Nickname', name: profile.called } } }),
    ...(random.chance(0.15) && {
      speakToAs: {
        '@type': 'SpeakToAs',
        pronouns: { p1: { '@type': 'Pronouns', pronouns: profile.woman ? 'she/her' : 'he/him' } },
      },
    }),
    ...(organization !== undefined && { organizations: { o1: { '@type': 'Organization', name: organization } } }),
    ...(title !== undefined && {
      titles: { t1: { '@type': 'Title', name: title, ...(organization !== undefined && { organizationId: 'o1' }) } },
    }),
    ...emailsOf(profile),
    ...(profile.phone !== undefined && {
      phones: { p1: { '@type': 'Phone', number: profile.phone, features: { mobile: true, voice: true } } },
    }),
    ...(services && { onlineServices: services }),
    ...(random.chance(0.12) && {
      preferredLanguages: { l1: { '@type': 'LanguagePref', language: profile.culture.language, pref: 1 } },
    }),
    addresses: { a1: addressOf(profile, random) },
    ...(anniversaries && { anniversaries }),
    ...(profile.circle !== undefined && random.chance(0.4) && { keywords: { [random.pick(TAGS)]: true } }),
  };
}

/** A version 4 UUID (RFC 9562 section 5.4) from the seeded stream: the same person has the same one every time. */
function uuid(random: Random): string {
  const hex = Array.from({ length: 8 }, () => random.below(0x10000).toString(16).padStart(4, '0')).join('');
  const variant = '89ab'.charAt(random.below(4));
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function emailsOf(profile: Profile): Pick<Card, 'emails'> {
  const emails: Record<string, EmailAddress> = {};
  if (profile.privateEmail)
    emails.e1 = { '@type': 'EmailAddress', address: profile.privateEmail, contexts: { private: true }, pref: 1 };
  if (profile.workEmail) emails.e2 = { '@type': 'EmailAddress', address: profile.workEmail, contexts: { work: true } };
  return Object.keys(emails).length === 0 ? {} : { emails };
}

function onlineServices(profile: Profile): Record<string, OnlineService> | undefined {
  const services: Record<string, OnlineService> = {};
  // `example` in every handle, so that no link leads to somebody real.
  if (profile.linkedin)
    services.s1 = {
      '@type': 'OnlineService',
      service: 'LinkedIn',
      uri: `https://www.linkedin.com/in/example-${profile.handle}-${profile.ref}`,
    };
  if (profile.instagram) {
    const user = `example_${profile.handle.replaceAll('-', '_')}_${profile.ref}`;
    services.s2 = {
      '@type': 'OnlineService',
      service: 'Instagram',
      uri: `https://www.instagram.com/${user}/`,
      user,
    };
  }
  return Object.keys(services).length === 0 ? undefined : services;
}

function addressOf(profile: Profile, random: Random): NonNullable<Card['addresses']>[string] {
  const [city, country, code, timeZone] = profile.city;
  const street =
    profile.circle !== undefined && random.chance(0.35)
      ? ([
          { kind: 'number', value: String(random.between(1, 180)) },
          { kind: 'name', value: random.pick(STREETS) },
        ] as const)
      : [];
  return {
    '@type': 'Address',
    contexts: { private: true },
    components: [...street, { kind: 'locality', value: city }, { kind: 'country', value: country }],
    countryCode: code,
    timeZone,
  };
}

function anniversariesOf(
  profile: Profile,
  today: CalendarDate,
  random: Random,
): Record<string, Anniversary> | undefined {
  const anniversaries: Record<string, Anniversary> = {};
  if (profile.birth)
    anniversaries.b1 = { '@type': 'Anniversary', kind: 'birth', date: { '@type': 'PartialDate', ...profile.birth } };
  if (profile.circle !== undefined && profile.circle < 3 && profile.age > 30 && random.chance(0.12)) {
    const date = toPlainDate(addDays(today, -random.between(700, 6500)));
    anniversaries.w1 = {
      '@type': 'Anniversary',
      kind: 'wedding',
      date: { '@type': 'PartialDate', year: date.year, month: date.month, day: date.day },
    };
  }
  if (profile.role === 'deceased') {
    const date = toPlainDate(addDays(today, -Math.floor(profile.lastDays / 2)));
    anniversaries.d1 = {
      '@type': 'Anniversary',
      kind: 'death',
      date: { '@type': 'PartialDate', year: date.year, month: date.month, day: date.day },
    };
  }
  return Object.keys(anniversaries).length === 0 ? undefined : anniversaries;
}
