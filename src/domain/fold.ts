import { SIMPLIFIED, TRADITIONAL } from './han-pairs.ts';

/** Folding: the one form of a text in which search, matching and sorting compare. */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ƀ: 'b',
  ɓ: 'b',
  ƈ: 'c',
  ɗ: 'd',
  ɖ: 'd',
  ǝ: 'e',
  ə: 'e',
  ɛ: 'e',
  ƒ: 'f',
  ɠ: 'g',
  ǥ: 'g',
  ɨ: 'i',
  ɩ: 'i',
  ƙ: 'k',
  ƚ: 'l',
  ɲ: 'n',
  ƞ: 'n',
  ɔ: 'o',
  ɵ: 'o',
  ƥ: 'p',
  ʀ: 'r',
  ʂ: 's',
  ƭ: 't',
  ʉ: 'u',
  ʋ: 'v',
  ƴ: 'y',
  ƶ: 'z',
  ȷ: 'j',
  ς: 'σ',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  // Arabic: alef with hamza or madda comes apart by itself; these are written one for the other.
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
  ے: 'ي',
  ہ: 'ه',
  ھ: 'ه',
  // Hebrew letters have another form at the end of a word, which is the middle of it while it is typed.
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
};
/** Signs that people type in several ways. */
const SIGNS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  ʻ: "'",
  ʹ: "'",
  '´': "'",
  '`': "'",
  '′': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '・': ' ',
  '·': ' ',
};
const REPLACEABLE = new RegExp(`[${Object.keys(LETTERS).join('')}${Object.keys(SIGNS).join('')}]`, 'gu');
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/gu;
const KATAKANA_TO_HIRAGANA = 0x60;
/** The zeros of decimal digits beyond ASCII that people write numbers with; full-width ones come apart by themselves. */
const ZEROS = '٠۰०০੦૦௦౦೦൦๐໐༠၀០';
const DIGITS = /[\p{Nd}--[0-9]]/gv;
/**
 * Marks that may be left out: accents of European scripts, Arabic vowels, Hebrew points. Not the vowel signs of Indic
 * scripts nor the voicing marks of kana, which are letters.
 */
const MARKS = anyOf(
  String.raw`\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc`,
  String.raw`\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f`,
);
/** Characters that are not seen: zero-width and direction marks, soft hyphen, tatweel, variation selectors, controls. */
const INVISIBLE = anyOf(
  String.raw`\u00ad\u034f\u061c\u0640\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffb`,
  String.raw`\0-\x08\x0e-\x1f\x7f`,
);
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Lower case, without accents, in full-width or half-width the same, white space single: `Łukasz` and `lukasz`, `Straße` and
 * `STRASSE`, `Ｏ’Brien` and `o'brien` fold alike. Katakana become hiragana, traditional Chinese letters of names their
 * simplified ones, Arabic letters that are written one for the other the same, digits of any script ASCII. The same in
 * every locale, and folding twice changes nothing.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return tidy(text.toLowerCase().replaceAll('`', "'"));
  if (text.length > LONGEST_NAME) return foldRounds(text);
  const known = names.get(text) ?? foldRounds(text);
  if (names.size >= MOST_NAMES) names.clear();
  names.set(text, known);
  return known;
}

/** The last names beyond ASCII: each is folded half a dozen times, by all that is derived from a card. */
const names = new Map<string, string>();
const LONGEST_NAME = 60;
const MOST_NAMES = 1_000;

function foldRounds(text: string): string {
  // Lower-casing can make new compositions, and taking marks away can bring letters together: at most a few rounds.
  let folded = text;
  for (let round = 0; round < 5; round++) {
    const next = foldOnce(folded);
    if (next === folded) break;
    folded = next;
  }
  return folded;
}

function foldOnce(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(INVISIBLE, '').replace(MARKS, '');
  const plain = bare
    .replace(REPLACEABLE, (sign) => LETTERS[sign] ?? SIGNS[sign] ?? sign)
    .replace(DIGITS, asciiDigit)
    .normalize('NFKC');
  return tidy(
    plain
      .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
      .replace(TRADITIONAL, (letter) => SIMPLIFIED.get(letter) ?? letter),
  );
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  for (const zero of ZEROS) {
    const value = code - (zero.codePointAt(0) ?? 0);
    if (value >= 0 && value <= 9) return String(value);
  }
  return digit;
}

/** White space that is not single, or no space. */
const UNTIDY = /^\s|\s$|\s\s|[^\S ]/;

function tidy(text: string): string {
  return UNTIDY.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{2,}/gu;

/**
 * Folds running text for an index of words. Scripts that write no spaces are cut into overlapping pairs, the last letter
 * alone at the end, so that a word is found wherever it stands: `王小明` becomes `王小 小明 明`. Queries are folded alike.
 */
export function foldText(text: string): string {
  const folded = fold(text);
  if (ASCII.test(folded)) return folded;
  const paired = folded.replace(UNSPACED, (run) => {
    const letters = [...run];
    return ` ${letters.map((letter, at) => letter + (letters[at + 1] ?? '')).join(' ')} `;
  });
  return tidy(paired);
}

/** The folded words of a text: letters and digits, apostrophes taken out (`O'Brien` is `obrien`). */
export function foldTokens(text: string): string[] {
  return fold(text)
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((token) => token !== '');
}

/** Any one character of these classes. Given as text, since a class in a pattern of its own may not hold marks. */
function anyOf(...classes: readonly string[]): RegExp {
  return new RegExp(`[${classes.join('')}]`, 'g');
}
