/** Which character set text is written in that does not say so: by what makes the most sense in it. */

import { ALPHABETS, COMMON_CHARACTERS, HOME_CHARSETS, LATIN_ALPHABETS } from './charset-knowledge.ts';

type Rate = (text: string) => number;

interface Candidate {
  readonly charset: string;
  readonly decoder: TextDecoder;
  readonly rate: Rate;
  /** What speaks for it before anything is read. */
  readonly prior: number;
}

const WORD = /[^\x00-\x40\x5b-\x60\x7b-\x7f]+/g;
const NOT_ASCII = /[^\x00-\x7f]/g;
const ASCII_LETTER = /[A-Za-z]/;
/** Signs that stand at the ends of words, and the apostrophe inside them. */
const SIGNS = /^[«»“”„‘’‚–—…•·°§©®™¿¡\xa0]+|[«»“”„‘’‚–—…•·°§©®™¿¡\xa0]+$/g;
/** Signs that stand by themselves beside a number, and the ordinals of Nº and Mª. */
const ALONE = /^[€£ªº]$|^[A-Z]{1,2}[ªº]$/;
const APOSTROPHES = /(?<=\p{L})[’´](?=\p{L})/gu;
/** A hint outweighs a small difference and no large one. */
const HINT = 0.15;

/** In the order in which they are preferred when nothing tells them apart. */
const CANDIDATES: readonly Candidate[] = [
  single('windows-1252', latin('western'), 0.05),
  single('windows-1250', latin('central')),
  single('windows-1251', alphabet('cyrillic')),
  multi('shift_jis', eastAsian('japanese', { kana: 1 })),
  multi('gb18030', eastAsian('simplified', { kana: 0.3 })),
  multi('euc-kr', eastAsian('korean', { kana: 0.3 })),
  multi('big5', eastAsian('traditional', { kana: 0.3 })),
  multi('euc-jp', eastAsian('japanese', { kana: 1 })),
  single('koi8-r', alphabet('cyrillic')),
  single('windows-1253', alphabet('greek')),
  single('windows-1254', latin('turkish', 'western'), 0.01),
  single('windows-1255', alphabet('hebrew')),
  single('windows-1256', alphabet('arabic')),
  single('windows-1257', latin('baltic'), -0.02),
  single('windows-874', alphabet('thai')),
  single('iso-8859-2', latin('central'), -0.02),
  single('iso-8859-15', latin('western'), -0.02),
  single('macintosh', latin('western'), -0.1),
  single('ibm866', alphabet('cyrillic'), -0.1),
];

/**
 * The character set in which lines of bytes (as byte text) make the most sense.
 * @param hints what the text says of itself in ASCII: domains, languages, the line ends of an old Macintosh
 */
export function guessCharset(lines: readonly string[], hints: ReadonlySet<string>): string {
  const bytes = lines.map((line) => Buffer.from(line, 'latin1'));
  const high = lines.reduce((sum, line) => sum + (line.match(NOT_ASCII)?.length ?? 0), 0);
  let best = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const { charset, decoder, rate, prior } of CANDIDATES) {
    let score = (prior + (hints.has(charset) ? HINT : 0)) * high;
    for (const [at, line] of bytes.entries()) {
      const text = decodeStrictly(decoder, line);
      score += text === undefined ? -(lines[at]?.match(NOT_ASCII)?.length ?? 0) : rate(text);
    }
    if (score > bestScore + 1e-9) {
      best = charset;
      bestScore = score;
    }
  }
  return best;
}

/** Undefined when the bytes are not of the character set. */
export function decodeStrictly(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Character sets that a text's domains and languages speak for. */
export function hintsIn(ascii: string): Set<string> {
  const hints = new Set<string>();
  for (const [places, charsets] of HOME_CHARSETS) {
    const alternatives = places.replaceAll(' ', '|');
    const domain = new RegExp(
      `(?:@|www\\.|//)[\\w.-]{1,80}\\.(?:${alternatives})\\b|LANGUAGE=(?:${alternatives})\\b`,
      'i',
    );
    if (domain.test(ascii)) for (const charset of charsets.split(' ')) hints.add(charset);
  }
  return hints;
}

function single(charset: string, rateWord: Rate, prior = 0): Candidate {
  return { charset, decoder: new TextDecoder(charset, { fatal: true }), rate: byWords(rateWord), prior };
}

function multi(charset: string, rate: Rate): Candidate {
  return { charset, decoder: new TextDecoder(charset, { fatal: true }), rate, prior: 0 };
}

/** Rates each word that has more than ASCII by its letters: 0 to 1 for each byte beyond ASCII, less for nonsense. */
function byWords(rateWord: Rate): Rate {
  return (text) => {
    let sum = 0;
    for (const [whole] of text.matchAll(WORD)) {
      const all = whole.match(NOT_ASCII)?.length ?? 0;
      if (all === 0) continue;
      if (/[\x80-\x9f\ufffd]/.test(whole)) {
        sum -= 2 * all;
        continue;
      }
      const bare = whole.replace(SIGNS, '').replace(APOSTROPHES, '');
      const word = ALONE.test(bare) ? '' : bare;
      const inside = word.match(NOT_ASCII)?.length ?? 0;
      sum += 0.9 * (all - inside) + inside * (inside === 0 ? 0 : rateWord(word));
    }
    return sum;
  };
}

function latin(...groups: readonly string[]): Rate {
  const alphabets = groups
    .flatMap((group) => LATIN_ALPHABETS[group] ?? [])
    .map(([letters, weight]) => ({ letters: new Set(letters), weight }));
  return (word) => {
    const letters = word.match(NOT_ASCII) ?? [];
    if (!letters.every((letter) => /\p{Script=Latin}/u.test(letter))) return -0.5;
    if (!isCasedWell(word)) return 0;
    const lower = letters.map((letter) => (letter === 'İ' ? letter : letter.toLowerCase()));
    const known = alphabets.filter((each) => lower.every((letter) => each.letters.has(letter)));
    // A language without ASCII letters in a word of several is a word of another script read wrongly.
    const bare = letters.length > 2 && letters.length === word.length;
    return known.length === 0 || bare ? 0.1 : Math.max(...known.map(({ weight }) => weight));
  };
}

function alphabet(name: string): Rate {
  const { letters = '', cased = false, finals = '' } = ALPHABETS[name] ?? {};
  const ranks = new Map([...letters].map((letter, rank) => [letter, 1 - rank / letters.length]));
  return (word) => {
    if (ASCII_LETTER.test(word) || (cased && !isCasedWell(word))) return -0.2;
    const lower = [...word.toLowerCase()];
    if (!lower.every((letter) => ranks.has(letter))) return -0.2;
    if (lower.slice(0, -1).some((letter) => finals.includes(letter))) return 0;
    const frequency = lower.reduce((sum, letter) => sum + (ranks.get(letter) ?? 0), 0) / lower.length;
    return 0.2 + 0.6 * frequency + (cased ? rateCase(word) : 0.1);
  };
}

/** Names begin with a capital; a word of small letters or of capitals alone is likelier to be another script's. */
function rateCase(word: string): number {
  if (word === word.toLowerCase()) return 0;
  return word.length > 1 && word === word.toUpperCase() ? -0.1 : 0.1;
}

/** Capitals stand at the beginning of a word or all through it (and after Mc and Mac). */
function isCasedWell(word: string): boolean {
  return /^(?:\p{Lu}|\p{Lo}|\P{L})?[\p{Ll}\p{Lo}\p{M}]*$|^[\p{Lu}\p{Lo}ß]+$|^(?:Mc|Mac|De|Di|La|Le|O)\p{Lu}\p{Ll}+$/u.test(
    word,
  );
}

/** Rates text by how common its characters are in names and addresses; each of two bytes or more counts as two. */
function eastAsian(country: keyof typeof COMMON_CHARACTERS, { kana }: { kana: number }): Rate {
  const common: ReadonlySet<string> = COMMON_CHARACTERS[country];
  const korean = country === 'korean';
  return (text) => {
    let sum = 0;
    for (const [word] of text.matchAll(WORD)) {
      const mixed = ASCII_LETTER.test(word);
      for (const char of word) {
        if (char < '\x80') continue;
        if (/[\uff66-\uff9f]/.test(char)) sum += word.length > 1 && !mixed ? 0.6 : 0.1;
        else sum += 2 * (mixed ? 0.05 : rateCharacter(char));
      }
    }
    return sum;
  };

  function rateCharacter(char: string): number {
    if (common.has(char)) return 1;
    if (/[\u3040-\u30ff]/.test(char)) return kana;
    if (/[\uac00-\ud7a3]/.test(char)) return korean ? 0.6 : 0;
    if (/[\u3000-\u303f\uff01-\uff5e]/.test(char)) return 0.6;
    if (/\p{Script=Han}/u.test(char)) return korean ? 0.15 : isEveryday(char) ? 0.6 : 0.15;
    return -0.2;
  }

  /** The first level of each character set holds what is used daily, and is its lower half. */
  function isEveryday(char: string): boolean {
    return EVERYDAY[country]?.(char) ?? false;
  }
}

const EVERYDAY: Partial<Record<keyof typeof COMMON_CHARACTERS, (char: string) => boolean>> = {
  japanese: inRange('euc-jp', 0xb0, 0xcf),
  simplified: inRange('gb18030', 0xb0, 0xd7),
  traditional: inRange('big5', 0xa4, 0xc6),
};

/** Whether a character lies in these rows of a character set. */
function inRange(charset: string, from: number, to: number): (char: string) => boolean {
  let characters: Set<string> | undefined;
  return (char) => {
    characters ??= charactersOf(charset, from, to);
    return characters.has(char);
  };
}

function charactersOf(charset: string, from: number, to: number): Set<string> {
  const trails = Array.from({ length: 0xff - 0x40 }, (_, at) => 0x40 + at).filter(
    (byte) => byte > 0xa0 || (charset === 'big5' && byte < 0x7f),
  );
  const decoder = new TextDecoder(charset);
  const characters = new Set<string>();
  for (let lead = from; lead <= to; lead++)
    for (const trail of trails) characters.add(decoder.decode(Uint8Array.of(lead, trail)));
  return characters;
}
