import type { Name, NameComponent } from '../card/jscontact.ts';
import { CULTURES, type Culture } from './names.ts';
import type { Random } from './random.ts';

/** One part of a name: as it is written, in Latin letters, and how it sounds. */
export interface NamePart {
  readonly written: string;
  readonly latin: string;
  readonly phonetic?: string;
}

/** Whole and in parts, as its culture builds it. */
export interface FullName {
  readonly given: NamePart;
  readonly middle?: NamePart;
  readonly surname?: NamePart;
  readonly surname2?: NamePart;
}

interface NamePool {
  readonly female: readonly NamePart[];
  readonly male: readonly NamePart[];
  readonly surnames: readonly NamePart[];
}

function readParts(list: string): NamePart[] {
  return list.split(',').map((entry) => {
    const [written = '', latin = written, phonetic] = entry.trim().split('|');
    return phonetic === undefined ? { written, latin } : { written, latin, phonetic };
  });
}

const POOLS: ReadonlyMap<string, NamePool> = new Map(
  CULTURES.map((culture) => [
    culture.id,
    { female: readParts(culture.female), male: readParts(culture.male), surnames: readParts(culture.surnames) },
  ]),
);
const TOTAL_WEIGHT = CULTURES.reduce((sum, culture) => sum + culture.weight, 0);

function poolOf(culture: Culture): NamePool {
  const pool = POOLS.get(culture.id);
  if (pool === undefined) throw new RangeError(`no names for ${culture.id}`);
  return pool;
}

/** A culture, as often as its weight says. */
export function pickCulture(random: Random): Culture {
  let rest = random.next() * TOTAL_WEIGHT;
  for (const culture of CULTURES) {
    rest -= culture.weight;
    if (rest < 0) return culture;
  }
  return random.pick(CULTURES);
}

/** A given name alone, in Latin letters, for children and partners who are only spoken of. */
export function pickGivenName(culture: Culture, woman: boolean, random: Random): string {
  const pool = poolOf(culture);
  return random.pick(woman ? pool.female : pool.male).latin;
}

/** Half of those whose culture has a script of its own write their name in Latin letters. */
function inLatin(name: FullName): FullName {
  const plain = (part: NamePart): NamePart => ({ written: part.latin, latin: part.latin });
  return {
    given: plain(name.given),
    ...(name.middle && { middle: plain(name.middle) }),
    ...(name.surname && { surname: plain(name.surname) }),
    ...(name.surname2 && { surname2: plain(name.surname2) }),
  };
}

function isLatin(name: FullName): boolean {
  return name.given.written === name.given.latin;
}

/** @param family the surname of a relative to share; ignored where surnames are not shared */
export function pickName(options: { culture: Culture; woman: boolean; random: Random; family?: NamePart }): FullName {
  const { culture, woman, random } = options;
  const pool = poolOf(culture);
  const given = random.pick(woman ? pool.female : pool.male);
  const surname = options.family ?? random.pick(pool.surnames);
  switch (culture.shape) {
    case 'surname-given':
      return random.chance(0.5) ? { given, surname } : inLatin({ given, surname });
    case 'given-surname':
      // Mixed scripts in one name look like a mistake: native only when both parts are.
      return (given.written !== given.latin) === (surname.written !== surname.latin)
        ? { given, surname }
        : inLatin({ given, surname });
    case 'vietnamese': {
      const middle = woman ? random.pick(['Thị', 'Ngọc', 'Thanh']) : random.pick(['Văn', 'Quốc', 'Anh']);
      return { given, middle: { written: middle, latin: middle }, surname };
    }
    case 'slavic': {
      const form = woman
        ? surname.written.replace(/(s|c|dz)ki$/, '$1ka')
        : surname.written.replace(/(s|c|dz)ka$/, '$1ki');
      return { given, surname: { written: form, latin: form } };
    }
    case 'iberian': {
      const second = random.pick(pool.surnames);
      return random.chance(0.6) && second !== surname ? { given, surname, surname2: second } : { given, surname };
    }
    case 'icelandic': {
      const father = random.pick(pool.surnames).written;
      const form = `${father}${woman ? 'dóttir' : 'son'}`;
      return { given, surname: { written: form, latin: form } };
    }
    case 'mononym':
      return options.family === undefined && random.chance(0.5) ? { given } : { given, surname };
  }
}

/** Latin letters, given name first: what two people must not share in a small network. */
export function latinName(name: FullName): string {
  return [name.given, name.surname, name.surname2].flatMap((part) => (part ? [part.latin] : [])).join(' ');
}

function component(kind: NameComponent['kind'], part: NamePart): NameComponent {
  return part.phonetic === undefined
    ? { kind, value: part.written }
    : { kind, value: part.written, phonetic: part.phonetic };
}

/** The JSContact form: components in the order of the culture, readings where the script needs them. */
export function toCardName(name: FullName, culture: Culture): Name {
  const given = component('given', name.given);
  const middle = name.middle ? [component('given2', name.middle)] : [];
  const surname = name.surname ? [component('surname', name.surname)] : [];
  const surname2 = name.surname2 ? [component('surname2', name.surname2)] : [];
  const surnameFirst = culture.shape === 'vietnamese' || (culture.shape === 'surname-given' && !isLatin(name));
  const components = surnameFirst ? [...surname, ...middle, given] : [given, ...middle, ...surname, ...surname2];
  const tight = culture.shape === 'surname-given' && !isLatin(name);
  const spoken = components.some((part) => part.phonetic !== undefined);
  return {
    components,
    isOrdered: true,
    ...(tight && { defaultSeparator: '' }),
    full: components.map((part) => part.value).join(tight ? '' : ' '),
    ...(spoken &&
      culture.phonetic && {
        ...(culture.phonetic.system && { phoneticSystem: culture.phonetic.system }),
        phoneticScript: culture.phonetic.script,
      }),
  };
}

/** Whether the name is written in letters its owner's friends may not read. */
export function needsLatin(name: FullName): boolean {
  return !isLatin(name);
}
