import { addDays, type CalendarDate, type PartialDate, toPlainDate } from '../dates.ts';
import type { Channel } from '../words.ts';
import type { CastMember } from './casting.ts';
import { type FullName, latinName, needsLatin, pickCulture, pickName } from './full-name.ts';
import {
  CITIES,
  type Culture,
  NEAR_CITIES,
  ORGANIZATION_FIRST,
  ORGANIZATION_LAST,
  ORGANIZATIONS,
  PHONE_RANGES,
  TITLES,
  TRADES,
} from './names.ts';
import { createRandom, mix, type Random } from './random.ts';
import { cycle, toHandle } from './render.ts';

/** Someone of the network, before any of it is written as a card. */
export interface Profile extends CastMember {
  readonly culture: Culture;
  readonly woman: boolean;
  readonly name: FullName;
  /** What friends call them, in Latin letters. */
  readonly called: string;
  readonly age: number;
  readonly birth?: PartialDate;
  readonly city: (typeof CITIES)[string];
  readonly title?: string;
  readonly organization?: string;
  /** Unique in the network, fit for an address. */
  readonly handle: string;
  readonly privateEmail?: string;
  readonly workEmail?: string;
  readonly phone?: string;
  readonly linkedin: boolean;
  readonly instagram: boolean;
  readonly preferred?: Channel;
  readonly knownSince: CalendarDate;
}

interface Draft {
  readonly seed: number;
  readonly today: CalendarDate;
  readonly profiles: Profile[];
  /** Whether no two may have the same name. */
  readonly distinct: boolean;
  readonly names: Set<string>;
  readonly handles: Set<string>;
  readonly phones: Map<string, number>;
  readonly organizations: readonly string[];
}

/** Everyone of the cast with a name, an age, a home, work and ways to be reached. */
export function buildRoster(options: {
  seed: number;
  today: CalendarDate;
  cast: readonly CastMember[];
}): readonly Profile[] {
  const { seed, today, cast } = options;
  const draft: Draft = {
    seed,
    today,
    profiles: [],
    distinct: cast.length <= 2_000,
    names: new Set(),
    handles: new Set(),
    phones: new Map(),
    organizations: inventOrganizations(Math.max(ORGANIZATIONS.length, Math.ceil(cast.length / 9)), seed),
  };
  for (const member of cast) draft.profiles.push(toProfile(member, draft));
  return draft.profiles;
}

function inventOrganizations(count: number, seed: number): readonly string[] {
  const result = [...ORGANIZATIONS];
  const combinations = ORGANIZATION_FIRST.length * ORGANIZATION_LAST.length;
  for (let i = result.length; i < Math.min(count, combinations); i++) {
    // 7 shares no factor with the number of combinations, so none comes twice.
    const k = (i * 7 + (seed >>> 0)) % combinations;
    result.push(
      `${cycle(ORGANIZATION_FIRST, Math.floor(k / ORGANIZATION_LAST.length))} ${cycle(ORGANIZATION_LAST, k)}`,
    );
  }
  return result;
}

function toProfile(member: CastMember, draft: Draft): Profile {
  const random = createRandom(mix(draft.seed, member.ref * 8 + 1));
  const relative = member.spouse ?? member.parent;
  const other = relative === undefined ? undefined : draft.profiles[relative];
  const culture = other && (member.parent !== undefined || random.chance(0.5)) ? other.culture : pickCulture(random);
  const spouse = member.spouse === undefined ? undefined : other;
  const woman = spouse ? random.chance(0.12) === spouse.woman : random.chance(0.52);
  const shared =
    other && other.culture === culture && (member.parent !== undefined || random.chance(0.4))
      ? other.name.surname
      : undefined;
  const name = pickFreeName({ culture, woman, random, draft, ...(shared && { family: shared }) });
  const age = pickAge(member, other, random);
  const work = pickWork({ member, age, random, draft });
  const city = pickCity({ member, culture, random, ...(spouse && { spouse }) });
  const handle = takeHandle(name, draft);
  const reach = pickReach({ member, handle, city, random, draft, employed: work.organization !== undefined });
  return {
    ...member,
    culture,
    woman,
    name,
    called: name.given.latin,
    age,
    ...pickBirth({ member, age, random, today: draft.today }),
    city,
    ...work,
    handle,
    ...reach,
    ...pickPreferred(member, reach, random),
    knownSince: addDays(draft.today, -member.knownDays),
  };
}

function pickFreeName(options: {
  culture: Culture;
  woman: boolean;
  random: Random;
  draft: Draft;
  family?: FullName['surname'];
}): FullName {
  const { culture, woman, random, draft, family } = options;
  let name = pickName({ culture, woman, random, ...(family && { family }) });
  // Two people of one name are rare among three hundred and certain among fifty thousand.
  if (!draft.distinct) return name;
  for (let tries = 0; tries < 12 && draft.names.has(latinName(name)); tries++)
    name = pickName({ culture, woman, random, ...(family && tries < 4 && { family }) });
  draft.names.add(latinName(name));
  return name;
}

function pickAge(member: CastMember, other: Profile | undefined, random: Random): number {
  if (member.parent !== undefined && other) return Math.max(19, other.age - random.between(24, 31));
  if (member.spouse !== undefined && other) return Math.max(22, other.age + random.between(-6, 6));
  if (member.turns !== undefined) return member.turns;
  if (member.isParent) return random.between(52, 74);
  const [low, high] = member.ages;
  return random.between(low, high);
}

function pickWork(options: { member: CastMember; age: number; random: Random; draft: Draft }): {
  title?: string;
  organization?: string;
} {
  const { member, age, random, draft } = options;
  const colleague = member.colleague === undefined ? undefined : draft.profiles[member.colleague];
  // A trade of a story would not fit a house drawn by chance.
  if (member.title !== undefined)
    return { title: member.title, ...(member.organization !== undefined && { organization: member.organization }) };
  const shared = colleague?.organization;
  if (shared === undefined && (age > 66 || random.chance(0.12))) return {};
  if (shared === undefined && random.chance(0.25)) return { title: random.pick(TRADES) };
  return { title: random.pick(TITLES), organization: shared ?? random.pick(draft.organizations) };
}

function pickCity(options: {
  member: CastMember;
  culture: Culture;
  random: Random;
  spouse?: Profile;
}): Profile['city'] {
  const { member, culture, random, spouse } = options;
  if (spouse) return spouse.city;
  const homes = culture.cities.split(',').filter((key) => !NEAR_CITIES.includes(key));
  const city = CITIES[random.pick(member.near || homes.length === 0 ? NEAR_CITIES : homes)];
  if (city === undefined) throw new RangeError(`a city of ${culture.id} is not listed`);
  return city;
}

function takeHandle(name: FullName, draft: Draft): string {
  const base = toHandle(latinName(name));
  let handle = base;
  for (let n = 2; draft.handles.has(handle); n++) handle = `${base}-${n}`;
  draft.handles.add(handle);
  return handle;
}

type Reach = Pick<Profile, 'privateEmail' | 'workEmail' | 'phone' | 'linkedin' | 'instagram'>;

function pickReach(options: {
  member: CastMember;
  handle: string;
  city: Profile['city'];
  random: Random;
  draft: Draft;
  employed: boolean;
}): Reach {
  const { member, handle, city, random, draft, employed } = options;
  const close = member.circle !== undefined || member.role === 'dormant';
  const address = handle.replaceAll('-', '.');
  const hasPrivate = random.chance(close ? 0.9 : 0.45) || member.role === 'reply';
  const hasWork = employed && random.chance(0.35);
  const phone = random.chance(close ? 0.85 : 0.25) ? takePhone(city[2], draft) : undefined;
  const linkedin = random.chance(close ? 0.55 : 0.85) || member.role === 'new' || !(hasPrivate || hasWork || phone);
  return {
    ...(hasPrivate && { privateEmail: `${address}@${random.chance(0.6) ? 'example.org' : 'example.net'}` }),
    ...(hasWork && { workEmail: `${address}@example.com` }),
    ...(phone !== undefined && { phone }),
    linkedin,
    instagram: random.chance(0.25),
  };
}

/** The next free number of the country, undefined when its fictional ranges are used up or it has none. */
function takePhone(country: string, draft: Draft): string | undefined {
  const ranges = PHONE_RANGES[country] ?? [];
  const taken = draft.phones.get(country) ?? 0;
  const sizes = ranges.map((range) => 10 ** (range.split('#').length - 1));
  const capacity = sizes.reduce((sum, size) => sum + size, 0);
  if (taken >= capacity) return undefined;
  draft.phones.set(country, taken + 1);
  // 7919 is prime and divides no capacity: every number once, in no visible order.
  let index = (taken * 7919 + (draft.seed >>> 0)) % capacity;
  for (const [i, range] of ranges.entries()) {
    const size = sizes[i] ?? 0;
    if (index >= size) {
      index -= size;
      continue;
    }
    const digits = String(index).padStart(String(size).length - 1, '0');
    let at = 0;
    return range.replace(/#/g, () => digits.charAt(at++));
  }
  return undefined;
}

function pickPreferred(member: CastMember, reach: Reach, random: Random): { preferred?: Channel } {
  if (member.circle === undefined || !random.chance(0.45)) return {};
  const channels: Channel[] = [];
  if (reach.privateEmail ?? reach.workEmail) channels.push('email');
  if (reach.phone) channels.push('phone', 'phone', 'whatsapp', 'whatsapp', 'text', 'signal');
  if (reach.linkedin && member.circle > 1) channels.push('linkedin');
  if (reach.instagram) channels.push('instagram');
  if (member.near) channels.push('in-person');
  return channels.length === 0 ? {} : { preferred: random.pick(channels) };
}

function pickBirth(options: { member: CastMember; age: number; random: Random; today: CalendarDate }): {
  birth?: PartialDate;
} {
  const { member, age, random } = options;
  const known = random.chance(member.circle === undefined ? 0.1 : cycle([1, 0.9, 0.7, 0.35], member.circle));
  if (member.birthday === undefined && !known) return {};
  const today = toPlainDate(options.today);
  const drawn = Temporal.PlainDate.from('2001-01-01').add({ days: random.below(365) });
  const anchor = typeof member.birthday === 'number' ? today.add({ days: member.birthday }) : drawn;
  const month = member.birthday === 'leap' ? 2 : anchor.month;
  const day = member.birthday === 'leap' ? 29 : anchor.day;
  if (!(member.birthYear ?? random.chance(0.6))) return { birth: { month, day } };
  let year = (typeof member.birthday === 'number' ? anchor.year : today.year) - (member.turns ?? age);
  while (month === 2 && day === 29 && !Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear) year--;
  return { birth: { year, month, day } };
}

/** Whether a friend would need a Latin nickname on the card to find it. */
export function needsNickname(profile: Profile): boolean {
  return needsLatin(profile.name);
}
