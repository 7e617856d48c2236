import { fold } from '../fold.ts';
import { byPreference } from './entries.ts';
import type { Card, NameComponent } from './jscontact.ts';

/** The parts of a person's name as they are spoken of; any may be missing. */
export interface NameParts {
  readonly title?: string;
  readonly given?: string;
  /** Middle names and patronymics. */
  readonly given2?: string;
  readonly surname?: string;
  readonly surname2?: string;
  /** `Jr.`, `III`. */
  readonly generation?: string;
  /** `PhD`, `M.D.`. */
  readonly credential?: string;
}

const PART_KINDS = ['title', 'given', 'given2', 'surname', 'surname2', 'generation', 'credential'] as const;
const LAST_RESORT = 'No name';

/** Words before a surname that belong to it: `van der Berg`. In capitals they count as the surname itself when sorting. */
const PARTICLES = new Set(
  `a af al auf av d' da dal dalla das de degli dei del della delle den der des di do dos du e el ibn la las le li lo los op t ten ter
   te und van vom von y zu zum zur`.split(/\s+/),
);
const TITLES = new Set(
  'dr dr. prof prof. professor mr mr. mrs mrs. ms ms. miss mx mx. sir dame lord lady rev rev. fr. herr frau hr. fru m. mme mlle sr. sra. ing. dipl.-ing. mag.'.split(
    ' ',
  ),
);
const GENERATIONS = new Set('jr jr. sr sr. junior senior ii iii iv v 2nd 3rd'.split(' '));
const CREDENTIALS = new Set(
  'phd ph.d. ph.d md m.d. mba msc bsc ba ma esq esq. dds jd cpa pe rn llm frs obe mbe cbe'.split(' '),
);
/** Endings of Slavic patronymics, by which `Given Patronymic Surname` and `Surname Given Patronymic` are told apart. */
const PATRONYMIC = /(?:ovich|evich|ovna|evna|ичн?а?|ович|евич|овна|евна)$/u;
/** Chinese surnames of two letters; all others have one. */
const DOUBLE_SURNAMES = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 长孙 長孫 宇文 夏侯 轩辕 軒轅 独孤 獨孤 南宫 南宮 端木'.split(
    ' ',
  ),
);
const HAN = /^\p{Script=Han}+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * What to call a person on screen: the full name, else what the components make, else nickname, organisation, e-mail,
 * phone, profile. Never empty.
 */
export function displayName(card: Card): string {
  const candidates = [
    card.name?.full,
    nameFromComponents(card),
    ...byPreference(card.nicknames).map(({ name }) => name),
    ...byPreference(card.organizations).flatMap(({ name, units = [] }) => [name, units[0]?.name]),
    ...byPreference(card.emails).map(({ address }) => address),
    ...byPreference(card.phones).map(({ number }) => number.replace(/^tel:/, '')),
    ...byPreference(card.onlineServices).flatMap(({ user, uri }) => [user, uri]),
  ];
  return candidates.map((candidate) => tidy(candidate ?? '')).find((candidate) => candidate !== '') ?? LAST_RESORT;
}

/** The components said in order: as the card orders them, else surname first in East Asian scripts, given name first elsewhere. */
function nameFromComponents({ name }: Card): string | undefined {
  const components = name?.components ?? [];
  if (components.length === 0) return undefined;
  if (name?.isOrdered) return joinOrdered(components, name.defaultSeparator);
  const parts = partsOfComponents(components);
  const { title, given, given2, surname, surname2, generation, credential } = parts;
  const all = [given, given2, surname, surname2].filter((part) => part !== undefined);
  if (all.length > 0 && all.every((part) => CJK.test(part))) {
    const family = [surname, surname2].filter(Boolean).join('');
    // A middle part keeps its space: it is rarely East Asian in form.
    return `${family}${[given, given2].filter(Boolean).join(' ')}`;
  }
  const spoken =
    given === undefined
      ? [title, given2, surname, surname2, generation]
      : [given, given2, surname, surname2, generation];
  return [...spoken, ...(all.length === 0 ? [credential] : [])].filter(Boolean).join(' ');
}

/** RFC 9553 section 2.2.1: separators among the components win over the default one. */
function joinOrdered(components: readonly NameComponent[], separator = ' '): string {
  let joined = '';
  let separated = true;
  for (const { kind, value } of components) {
    if (kind === 'separator') {
      joined += value;
      separated = true;
    } else {
      joined += `${separated ? '' : separator}${value}`;
      separated = false;
    }
  }
  return joined;
}

/** The parts of a card's name: from its components, else as well as the full name can be taken apart. */
export function nameParts(card: Card): NameParts {
  const { components = [], full = '' } = card.name ?? {};
  if (components.some(({ kind }) => kind !== 'separator')) return partsOfComponents(components);
  return card.kind === 'org' ? {} : splitFullName(full);
}

function partsOfComponents(components: readonly NameComponent[]): NameParts {
  const parts = PART_KINDS.flatMap((kind) => {
    const values = components
      .filter((component) => component.kind === kind)
      .map(({ value }) => tidy(value))
      .filter(Boolean);
    return values.length === 0 ? [] : [[kind, values.join(' ')] as const];
  });
  return Object.fromEntries(parts);
}

/**
 * Takes a full name apart: `Dr. Ada M. King Jr.`, `King, Ada`, `Ludwig van Beethoven`, `王小明`, `山田 太郎`, a name of one word.
 * A guess, and only used where no components say better.
 */
export function splitFullName(full: string): NameParts {
  const text = tidy(full);
  if (text === '' || text.includes('@')) return {};
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text);
  if (comma && !isSuffix(comma[2] ?? '')) {
    const { given, given2, ...rest } = splitSpoken((comma[2] ?? '').split(' '), { surnameLast: false });
    return clean({ ...rest, given, given2, surname: comma[1] });
  }
  const words = text.replaceAll(',', ' ').split(' ').filter(Boolean);
  if (words.length === 1) return splitOneWord(words[0] ?? '');
  if (CJK.test(text) && words.length === 2) return { surname: words[0] ?? '', given: words[1] ?? '' };
  return splitSpoken(words, { surnameLast: true });
}

function splitOneWord(word: string): NameParts {
  const letters = [...word];
  if (HAN.test(word) && letters.length >= 2 && letters.length <= 4) {
    const double = DOUBLE_SURNAMES.has(letters.slice(0, 2).join('')) || letters.length === 4;
    const length = double && letters.length > 2 ? 2 : 1;
    return { surname: letters.slice(0, length).join(''), given: letters.slice(length).join('') };
  }
  if (HANGUL.test(word) && (letters.length === 3 || letters.length === 4)) {
    return { surname: letters.slice(0, letters.length - 2).join(''), given: letters.slice(-2).join('') };
  }
  return { given: word };
}

function splitSpoken(source: readonly string[], { surnameLast }: { surnameLast: boolean }): NameParts {
  const words = [...source];
  const take = (set: ReadonlySet<string>, end: 'first' | 'last'): string | undefined => {
    const taken: string[] = [];
    while (words.length > 1 && set.has((end === 'first' ? words[0] : words.at(-1))?.toLowerCase() ?? '')) {
      if (end === 'first') taken.push(words.shift() ?? '');
      else taken.unshift(words.pop() ?? '');
    }
    return taken.length === 0 ? undefined : taken.join(' ');
  };
  const title = take(TITLES, 'first');
  const credential = take(CREDENTIALS, 'last');
  const generation = take(GENERATIONS, 'last');
  const rest = { title, generation, credential };
  if (!surnameLast) return clean({ ...rest, given: words[0], given2: words.slice(1).join(' ') });
  if (words.length === 1)
    return clean(title === undefined ? { ...rest, given: words[0] } : { ...rest, surname: words[0] });
  const last = words.at(-1) ?? '';
  if (words.length === 3 && PATRONYMIC.test(last.toLowerCase()))
    return clean({ ...rest, surname: words[0], given: words[1], given2: last });
  // The surname begins at the first particle after the given name.
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && PARTICLES.has(word.toLowerCase()));
  const from = particle < 0 ? words.length - 1 : particle;
  return clean({
    ...rest,
    given: words[0],
    given2: words.slice(1, from).join(' '),
    surname: words.slice(from).join(' '),
  });
}

function isSuffix(text: string): boolean {
  return text.split(' ').every((word) => GENERATIONS.has(word.toLowerCase()) || CREDENTIALS.has(word.toLowerCase()));
}

function clean(parts: { readonly [K in keyof NameParts]: string | undefined }): NameParts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''));
}

/** What to call someone in a message: the given name, else what a name of one part is; undefined for organisations and the nameless. */
export function givenName(card: Card): string | undefined {
  return nameParts(card).given;
}

/** One or two letters for a picture that is missing; `?` when the name has no letters. East Asian names give their first. */
export function initials(name: string): string {
  const words = tidy(name)
    .split(/[\s,]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const bare = (word: string): string => word.toLowerCase();
  const spoken = words.filter((word, at) => {
    const small = bare(word);
    return !(
      TITLES.has(small) ||
      (at > 0 && (GENERATIONS.has(small) || CREDENTIALS.has(small) || (PARTICLES.has(small) && word === small)))
    );
  });
  const chosen = spoken.length > 0 ? spoken : words;
  const first = firstLetter(chosen[0] ?? '');
  if (first === '') return '?';
  return chosen.length === 1 || CJK.test(first) ? first : first + firstLetter(chosen.at(-1) ?? '');
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment.toUpperCase().normalize('NFC');
  }
  return '';
}

/**
 * The key people are listed by: surname without its small particles, then given names, folded, so that plain comparison of
 * code points orders alike on every machine. `sortAs` of the card wins.
 */
export function sortKey(card: Card): string {
  const { sortAs = {} } = card.name ?? {};
  const { given = '', given2 = '', surname = '', surname2 = '' } = nameParts(card);
  const { main, particles } = splitParticles(surname);
  const family = sortAs.surname ?? [main, surname2].filter(Boolean).join(' ');
  const first = sortAs.given ?? [given, given2].filter(Boolean).join(' ');
  const key = fold([family, first, sortAs.surname === undefined ? particles : ''].filter(Boolean).join(' '));
  return key === '' ? fold(displayName(card)) : key;
}

/** `van den Berg` sorts under B, `Van Dyke` under V: a particle in capitals is part of the name. */
function splitParticles(surname: string): { main: string; particles: string } {
  const words = surname.split(' ');
  const from = words.findIndex((word) => !(PARTICLES.has(word) || word.startsWith("d'")));
  if (from <= 0) return { main: surname, particles: '' };
  return { main: words.slice(from).join(' '), particles: words.slice(0, from).join(' ') };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
