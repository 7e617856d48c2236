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

const PART_KINDS: readonly string[] = ['title', 'given', 'given2', 'surname', 'surname2', 'generation', 'credential'];
const LAST_RESORT = 'No name';

/** Words before a surname that belong to it: `van der Berg`, `bin Said`. */
const PARTICLES = new Set(
  `a af al auf av bin binti bint d' da dal dalla das de degli dei del della delle den der des di do dos du e el ibn la las le li
   lo los op s' 's t 't ten ter te und van vom von y zu zum zur بن ابن بنت`.split(/\s+/),
);
/** Arabic given names of two words, by the first of them: Abd al-Rahman, Abu Bakr, عبد الله. */
const COMPOUND_GIVEN = new Set('abd abdel abdul abu umm عبد أبو ابو أم ام'.split(' '));
const TITLES = new Set(
  `dr dr. dra dra. drs drs. dott. dott.ssa prof prof. profa. professor mr mr. mrs mrs. ms ms. miss mx mx. sir dame lord lady rev
   rev. fr. herr frau hr. fru m. mme mlle don. doña sr. sra. srta. sig. sig.ra ing. ir. dipl.-ing. dr.-ing. mag. mgr.
   hon. capt. col. gen. lt. maj. sgt. sheikh haji hajji imam rabbi д-р д.р. проф. г-н г-жа κ. κα د. أ. السيد السيدة ד"ר מר גב'`.split(
    /\s+/,
  ),
);
/** Whether a word before a name is a title: `Dr.`, `Frau`. */
export function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase());
}

/** Titles behind East Asian names. */
const TITLES_BEHIND =
  /(?<=\p{L}{2})[ 　]?(?:先生|女士|小姐|博士|教授|老师|老師|医生|さん|さま|様|くん|ちゃん|씨|님|선생님|교수님)$/u;
const GENERATIONS = new Set('jr jr. sr sr. junior senior filho neto sobrinho ii iii iv v 2nd 3rd 4th'.split(' '));
const CREDENTIALS = new Set(
  `phd ph.d. ph.d dphil csc csc. md m.d. mba m.b.a. msc m.sc. bsc b.sc. ba b.a. ma m.a. esq esq. dds jd j.d. cpa cfa pmp pe p.e.
   rn llm ll.m. frs obe mbe cbe ret. sj osb`.split(/\s+/),
);
/** Endings of Slavic patronymics, by which `Given Patronymic Surname` and `Surname Given Patronymic` are told apart. */
const PATRONYMIC = /(?:ovich|evich|ovna|evna|ичн?а?|ович|евич|овна|евна)$/u;
/** Chinese surnames of two letters; all others have one. */
const DOUBLE_SURNAMES = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 长孙 長孫 宇文 夏侯 轩辕 軒轅 独孤 獨孤 南宫 南宮 端木'.split(
    ' ',
  ),
);
/** Vietnamese surnames in letters no other language writes so: their names begin with the family and end in what people are called. */
const VIETNAMESE_SURNAMES = new Set(
  'nguyễn trần phạm huỳnh hoàng vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương lâm đoàn trịnh đào'.split(' '),
);
const HAN = /^\p{Script=Han}+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * What to call a person on screen: the full name, else what the components make, else nickname, organisation, e-mail,
 * phone, profile. Never empty.
 */
export function displayName(card: Card): string {
  for (const candidate of namesToShow(card)) {
    const name = tidy(candidate ?? '');
    if (name !== '') return name;
  }
  return LAST_RESORT;
}

function* namesToShow(card: Card): Generator<string | undefined> {
  yield card.name?.full;
  yield nameFromComponents(card);
  for (const { name } of byPreference(card.nicknames)) yield name;
  for (const { name, units = [] } of byPreference(card.organizations)) yield* [name, units[0]?.name];
  for (const { address } of byPreference(card.emails)) yield address;
  for (const { number } of byPreference(card.phones)) yield number.replace(/^tel:/, '');
  for (const { user, uri } of byPreference(card.onlineServices)) yield* [user, uri];
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

/** By whose customs a full name is read where the card says nothing: a language tag (BCP 47) of the card or the user. */
export interface NameCustom {
  readonly language?: string | undefined;
}

/** The parts of a card's name: from its components, else as well as the full name can be taken apart. */
export function nameParts(card: Card, custom: NameCustom = {}): NameParts {
  const { components = [], full = '' } = card.name ?? {};
  if (components.some(({ kind }) => kind !== 'separator')) return partsOfComponents(components);
  return card.kind === 'org' ? {} : splitFullName(full, { language: card.language ?? custom.language });
}

function partsOfComponents(components: readonly NameComponent[]): NameParts {
  const parts: { -readonly [K in keyof NameParts]: string } = {};
  for (const { kind, value } of components) {
    if (kind === 'separator' || !PART_KINDS.includes(kind)) continue;
    const said = tidy(value);
    if (said === '') continue;
    parts[kind] = parts[kind] === undefined ? said : `${parts[kind]} ${said}`;
  }
  return parts;
}

/**
 * Takes a full name apart: `Dr. Ada M. King Jr.`, `King, Ada`, `KING Ada`, `Ludwig van Beethoven`, `王小明`, `山田 太郎`, a name of
 * one word; with a language also `Nagy Éva` (hu) and `Gabriel García Márquez` (es). A guess, and only used where no
 * components say better.
 */
export function splitFullName(full: string, custom: NameCustom = {}): NameParts {
  const text = tidy(full);
  if (text === '' || text.includes('@')) return {};
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text);
  if (comma && !isSuffix(comma[2] ?? '')) {
    const { given, given2, ...rest } = splitSpoken((comma[2] ?? '').split(' '), { surname: 'none' });
    return clean({ ...rest, given, given2, surname: comma[1] });
  }
  const behind = TITLES_BEHIND.exec(text);
  if (behind && CJK.test(text)) {
    const { title, ...rest } = splitFullName(text.slice(0, behind.index), custom);
    return { ...rest, title: [title, behind[0].trim()].filter(Boolean).join(' ') };
  }
  const words = text.replaceAll(',', ' ').split(' ').filter(Boolean);
  if (words.length === 1) return splitOneWord(words[0] ?? '');
  if (CJK.test(text) && words.length === 2) return { surname: words[0] ?? '', given: words[1] ?? '' };
  return splitSpoken(words, { surname: placeOfSurname(words, custom.language) });
}

/** Where the family's name stands among the words: `two` are two surnames at the end. */
type SurnamePlace = 'last' | 'first' | 'capitals' | 'vietnamese' | 'two' | 'none';

function placeOfSurname(words: readonly string[], language = ''): SurnamePlace {
  const [base] = language.toLowerCase().split('-');
  const [first = ''] = words;
  if (VIETNAMESE_SURNAMES.has(first.toLowerCase().normalize('NFC')) || base === 'vi') return 'vietnamese';
  if (isCapitals(first) && !isCapitals(words.at(-1) ?? '')) return 'capitals';
  if (base === 'hu') return 'first';
  return base === 'es' && words.length >= 3 ? 'two' : 'last';
}

/** `LOVELACE` of `LOVELACE Ada`, the way of French and many forms; not initials. */
const isCapitals = (word: string) => /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(word);

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

function splitSpoken(source: readonly string[], { surname }: { surname: SurnamePlace }): NameParts {
  const words = [...source];
  const title = takeWords(words, TITLES, 'first');
  const credential = takeWords(words, CREDENTIALS, 'last');
  const generation = takeWords(words, GENERATIONS, 'last');
  const rest = { title, generation, credential };
  if (surname === 'none') return clean({ ...rest, ...givenFirst(words) });
  if (words.length === 1)
    return clean(title === undefined ? { ...rest, given: words[0] } : { ...rest, surname: words[0] });
  return clean({ ...rest, ...splitWords(words, surname) });
}

/** Words of a set at one end of a name, taken off; one word is left. */
function takeWords(words: string[], set: ReadonlySet<string>, end: 'first' | 'last'): string | undefined {
  const taken: string[] = [];
  while (words.length > 1) {
    const word = (end === 'first' ? words[0] : words.at(-1)) ?? '';
    if (!set.has(word.toLowerCase()) || isNameRather(word, words.length)) break;
    if (end === 'first') taken.push(words.shift() ?? '');
    else taken.unshift(words.pop() ?? '');
  }
  return taken.length === 0 ? undefined : taken.join(' ');
}

/** Jack Ma has no master's degree, Ana Neto is nobody's grandchild, and M. Night is no monsieur. */
function isNameRather(word: string, count: number): boolean {
  const small = word.toLowerCase();
  if (/^(?:ba|ma|md|pe|rn|cfa|sj|ret)$/.test(small)) return word !== word.toUpperCase();
  if (/^(?:filho|neto|sobrinho|junior|senior|v)$/.test(small)) return count < 3;
  return small === 'm.' && count > 2;
}

function splitWords(words: readonly string[], surname: SurnamePlace): LooseParts {
  const last = words.at(-1) ?? '';
  if (surname === 'vietnamese') return { surname: words[0], given2: words.slice(1, -1).join(' '), given: last };
  if (surname === 'first') return { surname: words[0], ...givenFirst(words.slice(1)) };
  if (surname === 'capitals') {
    const behind = words.findIndex((word) => !isCapitals(word));
    return { surname: words.slice(0, behind).join(' '), ...givenFirst(words.slice(behind)) };
  }
  if (words.length === 3 && PATRONYMIC.test(last.toLowerCase()))
    return { surname: words[0], given: words[1], given2: last };
  const { given, given2 } = givenFirst(words);
  const behind = given?.split(' ').length ?? 1;
  if (behind >= words.length) return { given, given2 };
  // The surname begins at the first particle after the given name.
  const particle = words.findIndex((word, at) => at >= behind && at < words.length - 1 && isParticle(word));
  if (particle < 0 && surname === 'two' && words.length - behind >= 2)
    return { given, given2: words.slice(behind, -2).join(' '), surname: words.at(-2), surname2: last };
  const from = particle < 0 ? words.length - 1 : particle;
  return { given, given2: words.slice(behind, from).join(' '), surname: words.slice(from).join(' ') };
}

/** The given name with the word it needs (`Abd al-Rahman`), and what stands behind it. */
function givenFirst(words: readonly string[]): LooseParts {
  const compound = words.length > 1 && COMPOUND_GIVEN.has(words[0]?.toLowerCase() ?? '') ? 2 : 1;
  return { given: words.slice(0, compound).join(' '), given2: words.slice(compound).join(' ') };
}

function isSuffix(text: string): boolean {
  return text.split(' ').every((word) => GENERATIONS.has(word.toLowerCase()) || CREDENTIALS.has(word.toLowerCase()));
}

type LooseParts = { readonly [K in keyof NameParts]: string | undefined };

function clean(parts: LooseParts): NameParts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''));
}

/**
 * What to call someone in a message: the given name without a title that was typed into it, else what a name of one part is;
 * undefined for organisations and the nameless.
 */
export function givenName(card: Card, custom: NameCustom = {}): string | undefined {
  const { given } = nameParts(card, custom);
  if (given === undefined) return undefined;
  const words = given.split(' ');
  takeWords(words, TITLES, 'first');
  return words.join(' ');
}

/** Whether a word, as it is written, may stand before a surname and belong to it. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase());
}

/** One or two letters for a picture that is missing; `?` when the name has no letters. East Asian and Arabic names give their first. */
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
  return chosen.length === 1 || CJK.test(first) || JOINED.test(first)
    ? first
    : first + firstLetter(chosen.at(-1) ?? '');
}

/** Two letters of these scripts side by side read as a word. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}]/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A letter that nothing can follow which belongs to it. */
const PLAIN = /^[a-z0-9](?:[\x20-\x7e]|$)/i;

function firstLetter(word: string): string {
  if (PLAIN.test(word)) return word.charAt(0).toUpperCase();
  for (const { segment } of graphemes.segment(word)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment.toUpperCase().normalize('NFC');
  }
  return '';
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
