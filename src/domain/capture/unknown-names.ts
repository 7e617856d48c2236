import {
  FUNCTION_WORDS,
  HONORIFICS,
  JOB_TITLE,
  NAME_PARTICLES,
  NAME_WORDS,
  ORDINARY_WORDS,
  ORGANIZATION_WORDS,
  UNNAMED_PEOPLE,
} from './lexicon.ts';
import { isCapitalized, isUnspaced, type Token } from './tokens.ts';

/** Words of the line that look like a name nobody in the directory has. */
export interface UnknownName {
  readonly end: number;
  readonly words: number;
  /** Written without capitals, so only a guess. */
  readonly isGuess: boolean;
}

export interface NameShape {
  readonly tokens: readonly Token[];
  /** The line is written in capitals only, or without any: they say nothing. */
  readonly ignoresCase: boolean;
  isWhen(i: number): boolean;
}

const MOST_NAME_WORDS = 5;
const MOST_UNSPACED_LETTERS = 4;

/** Reads a name that is in no directory, from token `i` on. */
export function readUnknownName(shape: NameShape, i: number): UnknownName | undefined {
  const first = shape.tokens[i];
  if (first === undefined || first.kind !== 'word' || /^\p{N}/u.test(first.text) || HONORIFICS.has(first.fold))
    return undefined;
  if (isUnspaced(first)) return readUnspacedName(shape.tokens, i);
  return shape.ignoresCase || !isCapitalized(first.text) ? readSmallName(shape, i) : readCapitalName(shape, i);
}

function readUnspacedName(tokens: readonly Token[], i: number): UnknownName | undefined {
  let end = i + 1;
  for (
    let token = tokens[end];
    end - i <= MOST_UNSPACED_LETTERS && token?.kind === 'word' && token.glued && isUnspaced(token);
    token = tokens[end]
  )
    end++;
  return end - i > MOST_UNSPACED_LETTERS || end - i < 2 ? undefined : { end, words: 1, isGuess: true };
}

function readCapitalName(shape: NameShape, i: number): UnknownName | undefined {
  const { tokens } = shape;
  let end = i;
  const first = tokens[i]?.fold ?? '';
  if (FUNCTION_WORDS.has(first) && !NAME_WORDS.has(first)) return undefined;
  let words = 0;
  let proper = 0;
  while (words < MOST_NAME_WORDS) {
    const next = words === 0 ? i : nextNameWord(shape, end);
    const token = next === undefined ? undefined : tokens[next];
    if (next === undefined || token === undefined) break;
    words++;
    if (NAME_WORDS.has(token.fold) || !(ORDINARY_WORDS.has(token.fold) || FUNCTION_WORDS.has(token.fold))) proper++;
    end = next + 1;
    if (tokens[end]?.text === '.' && token.text.length === 1 && tokens[end + 1] !== undefined) end++;
    if (token.clitic !== undefined) break;
  }
  const isOrganization = ORGANIZATION_WORDS.has(tokens[end - 1]?.fold ?? '');
  // "IBM team", "Acme people"
  const isModifier =
    words === 1 && (UNNAMED_PEOPLE.has(tokens[end]?.fold ?? '') || ORGANIZATION_WORDS.has(tokens[end]?.fold ?? ''));
  return proper === 0 || isOrganization || isModifier ? undefined : { end, words, isGuess: false };
}

/** The token of the next capitalised word of the name, over hyphens and the particles of "de la Cruz". */
function nextNameWord(shape: NameShape, i: number): number | undefined {
  const { tokens } = shape;
  let at = i;
  if (tokens[at]?.text === '-' && tokens[at]?.glued === true) at++;
  while (at < i + 4 && NAME_PARTICLES.has(tokens[at]?.fold ?? '') && !isCapitalized(tokens[at]?.text ?? 'A')) at++;
  const token = tokens[at];
  if (token?.kind !== 'word' || !isCapitalized(token.text) || isUnspaced(token) || shape.isWhen(at)) return undefined;
  return FUNCTION_WORDS.has(token.fold) ? undefined : at;
}

/** One or two small words that are nothing else: "zed ito". */
function readSmallName(shape: NameShape, i: number): UnknownName | undefined {
  const { tokens } = shape;
  let end = i;
  while (end < i + 2 && isRareWord(tokens[end]) && !shape.isWhen(end)) end++;
  if (end === i || !isBoundary(shape, end)) return undefined;
  return { end, words: end - i, isGuess: true };
}

const NUMBERS = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|both|several|many|few)$/;

/** A word that is neither grammar nor ordinary, so perhaps a name. */
export function isRareWord(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.clitic !== undefined || !/^[\p{L}\p{M}]{2,}$/u.test(token.text)) return false;
  const { fold } = token;
  return (
    !FUNCTION_WORDS.has(fold) &&
    !ORDINARY_WORDS.has(fold) &&
    !UNNAMED_PEOPLE.has(fold) &&
    !JOB_TITLE.test(fold.replace(/s$/, '')) &&
    !NUMBERS.test(fold) &&
    !/\p{L}{2,}(?:ing|ed|ly)$/u.test(fold)
  );
}

/** Whether a name can end before token `i`: at the end, a mark, a date or a word of grammar. */
export function isBoundary(shape: NameShape, i: number): boolean {
  const token = shape.tokens[i];
  return token === undefined || token.kind === 'mark' || FUNCTION_WORDS.has(token.fold) || shape.isWhen(i);
}

/** Reads the organisation behind a new name: "from Kanda", "(Kanda)", ", CTO at Kanda". */
export function readOrganization(
  shape: NameShape,
  i: number,
):
  | { readonly organization?: string; readonly title?: string; readonly start: number; readonly end: number }
  | undefined {
  const { tokens } = shape;
  if (tokens[i]?.text === '(') {
    return readBracketed(tokens, i);
  }
  const title = readTitle(tokens, i);
  const at = title?.end ?? i;
  const linking = tokens[at]?.fold ?? '';
  const isLinked =
    linking === 'from' || linking === 'of' || (title !== undefined && (linking === 'at' || linking === 'for'));
  const organization = isLinked && !shape.isWhen(at) ? readCapitals(tokens, at + 1) : undefined;
  if (organization === undefined) return undefined;
  return {
    organization: organization.text,
    start: i,
    end: organization.end,
    ...(title === undefined ? {} : { title: title.text }),
  };
}

/** "(Kanda)", "(CTO, Kanda)", "(CTO at Kanda)". */
function readBracketed(tokens: readonly Token[], i: number): ReturnType<typeof readOrganization> {
  const title = readTitle(tokens, i + 1);
  const isLinked =
    title !== undefined &&
    (['at', 'of', 'from'].includes(tokens[title.end]?.fold ?? '') || tokens[title.end]?.text === ',');
  const name = readCapitals(tokens, isLinked ? title.end + 1 : i + 1);
  if (name === undefined || tokens[name.end]?.text !== ')') return undefined;
  return { organization: name.text, start: i, end: name.end + 1, ...(isLinked ? { title: title.text } : {}) };
}

function readTitle(tokens: readonly Token[], i: number): { text: string; end: number } | undefined {
  let start = tokens[i]?.text === ',' ? i + 1 : i;
  while (['the', 'a', 'an', 'who', 'is', 'our', 'their', 'new'].includes(tokens[start]?.fold ?? '')) start++;
  let end = start;
  while (
    end < start + 5 &&
    (JOB_TITLE.test(tokens[end]?.fold ?? '') ||
      (end > start &&
        ['of', '-', 'and'].includes(tokens[end]?.text ?? '') &&
        JOB_TITLE.test(tokens[end + 1]?.fold ?? '')))
  )
    end++;
  // "head of marketing", "VP of Product"
  if (end > start && tokens[end]?.fold === 'of' && ['at', 'from'].includes(tokens[end + 2]?.fold ?? '')) end += 2;
  return end === start ? undefined : { text: sourceOf(tokens, start, end), end };
}

/** A run of capitalised words, with "of", "and", "&" and "the" inside: "Bank of England". */
export function readCapitals(tokens: readonly Token[], i: number): { text: string; end: number } | undefined {
  const start = tokens[i]?.fold === 'the' && tokens[i]?.text === 'the' ? i + 1 : i;
  let end = start;
  while (end < start + 6) {
    const token = tokens[end];
    if (token?.kind === 'word' && isCapitalized(token.text)) end++;
    else if (
      end > start &&
      ['of', '&', '-', 'and', '.'].includes(token?.text ?? '') &&
      startsWord(tokens[end + 1], token?.text === '-' || token?.text === '.')
    )
      end++;
    else break;
  }
  return end === start ? undefined : { text: sourceOf(tokens, start, end), end };
}

function startsWord(token: Token | undefined, mustBeGlued: boolean): boolean {
  return token?.kind === 'word' && isCapitalized(token.text) && (!mustBeGlued || token.glued);
}

/** The tokens as written, with single spaces. */
export function sourceOf(tokens: readonly Token[], start: number, end: number): string {
  return tokens
    .slice(start, end)
    .map((token, index) => (index > 0 && !token.glued ? ' ' : '') + token.text)
    .join('');
}
