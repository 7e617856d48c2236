import { fold } from './fold.ts';
import { hanKey } from './han-order.ts';

/**
 * The order of a language's alphabet as text that any database compares byte by byte: `Intl.Collator` orders but gives no
 * keys. A key is the folded text in which the letters a language counts as its own stand behind the letter before them.
 */
export interface Collation {
  /** The tag it was made for (BCP 47). */
  readonly locale: string;
  /** The language of the tag, in small letters. */
  readonly language: string;
  /** True when the order is the runtime's own, and another runtime may make other keys. */
  readonly byRuntime: boolean;
  /** Text whose order by code point is the order of the language; equal for letters that differ in case or accent only. */
  key(text: string): string;
}

/**
 * Letters in their order; letters after a slash count as the same. Only languages whose order differs from that of the
 * folded letters (Unicode CLDR 48, standard order). Accents not named here fold away.
 */
const LATIN_HEAD = 'a b c d e f g h i j k l m n o p q r s t u v w x y z';
const ALPHABETS: Readonly<Record<string, string>> = {
  az: 'a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z w',
  be: 'а б в г д е ё ж з і й к л м н о п р с т у ў ф х ц ч ш щ ъ ы ь э ю я',
  bs: 'a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž',
  cs: 'a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž',
  cy: 'a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z',
  da: `${LATIN_HEAD} æ/ä ø/ö å/aa`,
  eo: 'a b c ĉ d e f g ĝ h ĥ i j ĵ k l m n o p q r s ŝ t u ŭ v w x y z',
  es: 'a b c d e f g h i j k l m n ñ o p q r s t u v w x y z',
  et: 'a b c d e f g h i j k l m n o p q r s š z ž t u v w õ ä ö ü x y',
  fi: `${LATIN_HEAD} å ä/æ ö/ø`,
  hr: 'a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž',
  hu: 'a b c cs d dz dzs e f g gy h i j k l ly m n ny o ö/ő p q r s sz t ty u ü/ű v w x y z zs',
  is: 'a á b c d ð e é f g h i í j k l m n o ó p q r s t u ú v w x y ý z þ æ ö/ø å',
  lt: 'a b c č d e f g h i/y j k l m n o p q r s š t u v w x z ž',
  lv: 'a ā b c č d e ē f g ģ h i y ī j k ķ l ļ m n ņ o ō p q r ŗ s š t u ū v w x z ž',
  nb: `${LATIN_HEAD} æ/ä ø/ö å/aa`,
  pl: 'a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż',
  ro: 'a ă â b c d e f g h i î j k l m n o p q r s ș/ş t ț/ţ u v w x y z',
  sk: 'a ä b c č d e f g h ch i j k l m n o ô p q r s š t u v w x y z ž',
  sl: 'a b c č ć d đ e f g h i j k l m n o p q r s š t u v w x y z ž',
  sq: 'a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh',
  sv: `${LATIN_HEAD} å ä/æ ö/ø`,
  tr: 'a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z',
  uk: 'а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я',
  vi: 'a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z',
};
/** Cyrillic as such: й is a letter of its own, which folding takes for an accented и. */
const CYRILLIC = 'а б в г д е/ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я';
const SAME_ORDER: Readonly<Record<string, string>> = { nn: 'nb', no: 'nb', gl: 'es', fo: 'da', kl: 'da', sh: 'hr' };
/** Letters of these languages come before Latin ones, in this order. */
const OWN_SCRIPTS: Readonly<Record<string, readonly RegExp[]>> = {
  ...Object.fromEntries('be bg kk ky mk mn ru sr tg uk'.split(' ').map((tag) => [tag, [/^\p{Script=Cyrillic}/u]])),
  ...Object.fromEntries('ar fa ur ps ckb'.split(' ').map((tag) => [tag, [/^\p{Script=Arabic}/u]])),
  ...Object.fromEntries('hi mr ne'.split(' ').map((tag) => [tag, [/^\p{Script=Devanagari}/u]])),
  ...{ el: [/^\p{Script=Greek}/u], he: [/^\p{Script=Hebrew}/u], hy: [/^\p{Script=Armenian}/u] },
  ...{ ka: [/^\p{Script=Georgian}/u], th: [/^\p{Script=Thai}/u] },
  ...{
    ko: [/^\p{Script=Hangul}/u, /^\p{Script=Han}/u],
    ja: [/^[\p{Script=Hiragana}\p{Script=Katakana}]/u, /^\p{Script=Han}/u],
  },
};
/** Stands before names of the own scripts: behind digits, before Latin letters. */
const BEFORE_LATIN = [':', ';'] as const;
/** Private characters: behind all letters of the Basic Multilingual Plane, and no folding touches them. */
const FIRST_MARK = 0xe001;
/** The kana by their vowel, which a long-vowel mark repeats. */
const KANA_VOWELS = [
  'あかさたなはまやらわゃ',
  'いきしちにひみり',
  'うくすつぬふむゆるゅ',
  'えけせてねへめれ',
  'おこそとのほもよろをょ',
];
const SMALL_KANA = 'ぁぃぅぇぉっゃゅょゎ';
const LARGE_KANA = 'あいうえおつやゆよわ';

const ASCII = /^[\x20-\x7e]*$/;

const made = new Map<string, Collation>();

/** The order of a locale. Unknown tags and languages without an order of their own get the order of folded letters. */
export function collationOf(locale: string): Collation {
  const known = made.get(locale) ?? makeCollation(locale);
  // As many as anybody uses: tags come from outside.
  if (made.size < 100) made.set(locale, known);
  return known;
}

function makeCollation(locale: string): Collation {
  const language = (locale.split('-')[0] ?? '').toLowerCase();
  const alphabet = ALPHABETS[SAME_ORDER[language] ?? language];
  const letters = lettersOf(alphabet, language);
  const pattern = new RegExp([...letters.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');
  const own = OWN_SCRIPTS[language] ?? [];
  // Where no letter of ASCII has a place of its own, such text needs no more than folding.
  const plain = language !== 'tr' && language !== 'az' && ![...letters.keys()].some((letter) => ASCII.test(letter));
  return {
    locale,
    language,
    byRuntime: language === 'zh',
    key: (text) => {
      if (plain && ASCII.test(text))
        return fold(text)
          .replaceAll("'", '')
          .replace(/[^a-z0-9]+/g, ' ')
          .trim();
      const marked = spelled(text, language).replace(pattern, (letter) => letters.get(letter) ?? letter);
      const folded = fold(language === 'zh' ? marked.replace(/\p{Script=Han}/gu, hanKey(locale)) : marked);
      const key = (language === 'ja' ? plainKana(folded) : folded)
        .replaceAll("'", '')
        .replace(/[^\p{L}\p{N}\p{M}\p{Co}]+/gu, ' ')
        .trim();
      const script = own.findIndex((letter) => letter.test(key));
      return `${BEFORE_LATIN[script] ?? ''}${key}`;
    },
  };
}

/** Composed, in small letters as the language has them: the Turkish I is ı. */
function spelled(text: string, language: string): string {
  const small = text.normalize('NFKC').toLocaleLowerCase(language === 'tr' || language === 'az' ? language : 'en');
  // Vietnamese tones are no letters, unlike the marks below them.
  const bare = language === 'vi' ? small.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '') : small;
  return bare.normalize('NFC');
}

/** The letters that folding or code points would put elsewhere, with what stands for them in a key. */
function lettersOf(alphabet: string | undefined, language: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const order of alphabet === undefined || !/\p{Script=Cyrillic}/u.test(alphabet)
    ? [CYRILLIC, alphabet ?? '']
    : [alphabet])
    addLetters(letters, order.split(' ').filter(Boolean));
  // Hungarian doubles a letter of two signs by its first: ssz is sz and sz.
  if (language === 'hu')
    for (const [letter, key] of [...letters])
      if (/^[a-z]{2,3}$/.test(letter)) letters.set(`${letter.charAt(0)}${letter}`, key + key);
  return letters;
}

function addLetters(letters: Map<string, string>, order: readonly string[]): void {
  let base = '';
  let mark = FIRST_MARK;
  for (const [at, same] of order.entries()) {
    const [letter = '', ...others] = same.split('/');
    if (isInPlace(letter, order.slice(at + 1))) {
      base = letter;
      mark = FIRST_MARK;
      for (const other of others) letters.set(other, letter);
      continue;
    }
    const key = base + String.fromCharCode(mark++);
    for (const one of [letter, ...others]) letters.set(one, key);
  }
}

/** One character that folding leaves alone and that comes before all later such letters by code point too. */
function isInPlace(letter: string, later: readonly string[]): boolean {
  const isPlain = (one: string) => one.length === 1 && fold(one) === one;
  return (
    isPlain(letter) &&
    later.every((same) => !isPlain(same.charAt(0)) || same.split('/')[0]?.length !== 1 || same > letter)
  );
}

/** Kana without voicing and size, long vowels written out: how a Japanese list is ordered first. */
function plainKana(text: string): string {
  let plain = '';
  for (const kana of text.normalize('NFD').replace(/[\u3099\u309a]/gu, '')) {
    const last = plain.at(-1) ?? '';
    const vowel = kana === 'ー' ? KANA_VOWELS.find((row) => row.includes(last))?.charAt(0) : undefined;
    plain += vowel ?? LARGE_KANA[SMALL_KANA.indexOf(kana)] ?? kana;
  }
  return plain.normalize('NFC');
}
