/**
 * Names of other alphabets in Latin letters, for search alone: as passports and post offices write them, nothing that would
 * be a guess. Korean and Chinese names are not among them: their Latin forms follow the family, not a rule.
 */

type Letters = Readonly<Record<string, string>>;

const CYRILLIC: Letters = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
  },
  ...{ н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', ї: 'yi', є: 'ye', ґ: 'g', ў: 'u' },
  ...{ ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dz', ѓ: 'gj', ќ: 'kj', ѕ: 'dz', "'": '', '’': '' },
};
/** What other countries and older passports write in their place. */
const CYRILLIC_VARIANTS: readonly Letters[] = [
  // ICAO Doc 9303: newer passports.
  { й: 'i', ю: 'iu', я: 'ia', ы: 'y', є: 'ie', ї: 'i', ъ: 'ie' },
  // Ukrainian (resolution 55 of 2010).
  { г: 'h', и: 'y', й: 'i', щ: 'shch', х: 'kh', ю: 'iu', я: 'ia', є: 'ie', ї: 'i' },
  { г: 'h', и: 'y', ю: 'yu', я: 'ya' },
  // As names are mostly written for a mail address.
  { х: 'h', ц: 'c', ё: 'yo', щ: 'sch', ю: 'ju', я: 'ja', й: 'j' },
  { х: 'h', щ: 'sht', ъ: 'a' },
];

const GREEK: Letters = {
  ...{ ου: 'ou', αυ: 'av', ευ: 'ev', ηυ: 'iv', γγ: 'ng', γξ: 'nx', γχ: 'nch', μπ: 'b' },
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n' },
  ...{ ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
};
const GREEK_VARIANTS: readonly Letters[] = [
  { μπ: 'mp', χ: 'h', φ: 'ph', υ: 'i', ευ: 'ef', αυ: 'af' },
  { η: 'e', β: 'b' },
];

const KANA: Letters = Object.fromEntries(
  `あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo
  たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo
  ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn ゔvu ーー
  きゃkya きゅkyu きょkyo ぎゃgya ぎゅgyu ぎょgyo しゃsha しゅshu しょsho じゃja じゅju じょjo ちゃcha ちゅchu ちょcho
  にゃnya にゅnyu にょnyo ひゃhya ひゅhyu ひょhyo びゃbya びゅbyu びょbyo みゃmya みゅmyu みょmyo りゃrya りゅryu りょryo
  ふぁfa ふぃfi ふぇfe ふぉfo うぃwi うぇwe うぉwo てぃti でぃdi しぇshe じぇje ちぇche`
    .split(/\s+/)
    .map((pair) => {
      const latin = /[a-zー]+$/.exec(pair)?.[0] ?? '';
      return pair === 'ーー' ? ['ー', ''] : [pair.slice(0, pair.length - latin.length), latin];
    }),
);

/**
 * Ways in which a name of Cyrillic, Greek or Japanese syllables is written in Latin letters, the usual one first; none for
 * text that is Latin already or of other scripts.
 */
export function romanizations(text: string): string[] {
  const plain = text.normalize('NFC').toLowerCase();
  const written: string[] = [];
  if (/\p{Script=Cyrillic}/u.test(plain))
    for (const variant of [{}, ...CYRILLIC_VARIANTS]) written.push(replaceAll(plain, { ...CYRILLIC, ...variant }));
  if (/\p{Script=Greek}/u.test(plain)) {
    // The breathings and accents go, the diaeresis that keeps two vowels apart stays out of it.
    const bare = plain.normalize('NFD').replace(/(?!\u0308)[\u0300-\u036f]/gu, '');
    for (const variant of [{}, ...GREEK_VARIANTS])
      written.push(replaceAll(bare, { ...GREEK, ...variant }).replaceAll('\u0308', ''));
  }
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain)) written.push(...romanizeKana(plain));
  return [...new Set(written)];
}

/** Hepburn, with long vowels as the kana say (`shouta`) and as passports do (`shota`). */
function romanizeKana(text: string): string[] {
  const hiragana = text
    .normalize('NFKC')
    .replace(/[\u30a1-\u30f6]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  const latin = replaceAll(hiragana, KANA).replace(/っ(ch|[a-z])/gu, (_, next: string) =>
    next === 'ch' ? 'tch' : next + next,
  );
  const short = latin.replaceAll(/o[ou]/gu, 'o').replaceAll('uu', 'u');
  return [latin, short];
}

/** Longest first: two letters that make one sound before each by itself. */
function replaceAll(text: string, letters: Letters): string {
  let out = '';
  for (let i = 0; i < text.length; ) {
    const two = letters[text.slice(i, i + 2)];
    if (two !== undefined && i + 1 < text.length) {
      out += two;
      i += 2;
      continue;
    }
    const one = text.charAt(i);
    out += letters[one] ?? one;
    i += 1;
  }
  return out;
}
