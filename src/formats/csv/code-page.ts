/** Code pages that a program of Windows wrote its files in, by the script their words are of. */
const PAGES = {
  'Windows-1252': 'latin',
  'Windows-1250': 'latin',
  'Windows-1254': 'latin',
  'Windows-1257': 'latin',
  'Windows-1251': /^[\p{Script=Cyrillic}\p{M}]+$/u,
  'Windows-1253': /^[\p{Script=Greek}\p{M}]+$/u,
  'Windows-1255': /^[\p{Script=Hebrew}\p{M}]+$/u,
  'Windows-1256': /^[\p{Script=Arabic}\p{M}]+$/u,
} as const;
export type CodePage = keyof typeof PAGES | 'Shift_JIS' | 'GB18030' | 'Big5' | 'EUC-KR';

/** What Windows is set to in each country, where it is not 1252. */
const COUNTRIES: readonly (readonly [page: CodePage, countries: string])[] = [
  ['Windows-1250', 'PL CZ SK HU SI HR RO BA AL MD'],
  ['Windows-1251', 'RU UA BY BG MK RS KZ KG ME'],
  ['Windows-1253', 'GR CY'],
  ['Windows-1254', 'TR AZ'],
  ['Windows-1255', 'IL'],
  ['Windows-1256', 'SA AE EG IQ JO KW LB LY MA OM QA SY TN YE BH DZ'],
  ['Windows-1257', 'LT LV EE'],
  ['Shift_JIS', 'JP'],
  ['GB18030', 'CN SG'],
  ['Big5', 'TW HK'],
  ['EUC-KR', 'KR'],
];
const SAMPLE_BYTES = 262_144;

/**
 * Guesses the code page of text that is not UTF-8 by the words it makes: a page is wrong in which signs stand inside
 * words, or letters of two scripts in one. What the country uses wins where several fit, else Windows-1252.
 * @param country ISO 3166 code of the country where the file is read
 */
export function guessCodePage(bytes: Uint8Array, country?: string): CodePage {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const own = COUNTRIES.find(([, countries]) => country !== undefined && countries.split(' ').includes(country))?.[0];
  if (own !== undefined && !isPage(own)) return decodes(sample, own) ? own : 'Windows-1252';
  let best: { page: keyof typeof PAGES; score: number } | undefined;
  for (const page of Object.keys(PAGES).filter(isPage)) {
    // Letters for letters in every word: nothing but the country tells these from 1252.
    if (page !== own && (page === 'Windows-1254' || page === 'Windows-1257')) continue;
    // Half a word: enough to win where words fit alike, too little to win against one that fits better.
    const score = countFitting(sample, page) + (page === own ? 0.5 : page === 'Windows-1252' ? 0.25 : 0);
    if (best === undefined || score > best.score) best = { page, score };
  }
  return best?.page ?? 'Windows-1252';
}

function isPage(page: string): page is keyof typeof PAGES {
  return Object.hasOwn(PAGES, page);
}

function decodes(bytes: Uint8Array, page: CodePage): boolean {
  try {
    // The sample may end inside a character.
    new TextDecoder(page, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Words with letters beyond ASCII that the page makes sense of, less those it makes nonsense of. */
function countFitting(bytes: Uint8Array, page: keyof typeof PAGES): number {
  const text = new TextDecoder(page).decode(bytes);
  const script = PAGES[page];
  let fitting = 0;
  for (const [word] of text.matchAll(/[^\s,;:."'()<>@/\\|\t-]*[^\x00-\x7f][^\s,;:."'()<>@/\\|\t-]*/g)) {
    // Without letters nothing is told: a sign of money, a quotation mark, a space.
    if (!/\p{L}/u.test(word)) continue;
    fitting += (script === 'latin' ? isLatinWord(word) : script.test(word) && !/\p{Ll}\p{Lu}/u.test(word)) ? 1 : -1;
  }
  return fitting;
}

function isLatinWord(word: string): boolean {
  // Digits, quotation marks and dashes stand around words in every page.
  const core = word.replaceAll(/^[^A-Za-z\u0080-\u2012\u2039-\uffff]+|[^A-Za-z\u0080-\u2012\u2039-\uffff]+$/g, '');
  if (!/^[\p{Script=Latin}’´]+$/u.test(core) || /\p{Ll}[^\x00-\x7f\p{Ll}]/u.test(core)) return false;
  return core.length < 3 || [...core].some((letter) => letter <= '\x7f');
}
