import { fold } from '../fold.ts';

/** One word, number or mark of the line. */
export interface Token {
  readonly kind: 'word' | 'mark';
  /** Without its clitic. */
  readonly text: string;
  /** For comparing: no case, no accents, no apostrophes. */
  readonly fold: string;
  /** What was attached with an apostrophe: `s` of "Ada's" and "she's", `ll` of "I'll"; empty for "Tom's" plural form "the boys'". */
  readonly clitic?: string;
  readonly start: number;
  readonly end: number;
  /** No space before it. */
  readonly glued: boolean;
}

/** Written without spaces between words (or, in Korean, with particles attached): one token a letter. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー`;
const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--[${UNSPACED}]]`;
const TOKEN = new RegExp(
  [
    // one mark, so that no part of it is taken for a name: ada@example.org, https://example.org/x
    String.raw`(?<address>(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?\)\]'"]|[\p{L}\p{N}._%+\-]{1,64}@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+)`,
    // dates and times stay whole: 2026-11-20, 24.12., 3/4, 10:30, 10am, 5th
    String.raw`(?<number>\p{Nd}+(?:[.:\/\-]\p{Nd}+)*${LETTER}*)`,
    String.raw`(?<unspaced>[${UNSPACED}][\p{M}]*)`,
    `(?<word>${LETTER}+(?:['’ʼ]${LETTER}+)*['’]?)`,
    String.raw`(?<space>\s+)`,
    String.raw`(?<mark>[\s\S])`,
  ].join('|'),
  'vy',
);
const CLITIC = /['’ʼ](s|ll|re|ve|d|m)?$/iu;

/** Whether the token is one letter of a script that writes no spaces. */
export function isUnspaced(token: Token): boolean {
  return UNSPACED_LETTER.test(token.text);
}
const UNSPACED_LETTER = new RegExp(`^[${UNSPACED}]`, 'v');

/** Cuts a line into tokens. Linear; every character but space belongs to exactly one token or clitic. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let glued = false;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const { groups = {} } = match;
    const start = match.index;
    const end = start + match[0].length;
    if (groups.space !== undefined) {
      glued = false;
      continue;
    }
    tokens.push(toToken({ whole: match[0], isMark: (groups.mark ?? groups.address) !== undefined, start, end, glued }));
    glued = true;
  }
  return tokens;
}

function toToken(found: { whole: string; isMark: boolean; start: number; end: number; glued: boolean }): Token {
  const { whole, isMark, start, end, glued } = found;
  if (isMark) return { kind: 'mark', text: whole, fold: whole, start, end, glued };
  const clitic = CLITIC.exec(whole);
  const text = clitic === null ? whole : whole.slice(0, clitic.index);
  const token = { kind: 'word', text, fold: foldWord(text), start, end, glued } as const;
  return clitic === null ? token : { ...token, clitic: (clitic[1] ?? '').toLowerCase() };
}

/** One word folded, its apostrophes gone: O’Brien is `obrien`, didn't is `didnt`. */
export function foldWord(word: string): string {
  return fold(word.replaceAll(/['’ʼ]/g, ''));
}

/** Whether the word is written with a capital, or in a script that has none. */
export function isCapitalized(word: string): boolean {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toLowerCase() !== first || (first.toUpperCase() === first && /\p{L}/u.test(first));
}

/** The words of a name as they would be tokens of a line, folded; marks and clitics are left out. */
export function nameWords(name: string): string[] {
  return tokenize(name)
    .filter((token) => token.kind === 'word' && token.fold !== '')
    .map((token) => token.fold);
}
