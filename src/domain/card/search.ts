import { fold, foldTokens } from '../fold.ts';
import { romanizations } from '../romanize.ts';
import type { Card } from './jscontact.ts';
import { displayName, isParticle } from './name.ts';

/** Written without spaces: a name is found by any of its endings, since nobody knows where a part begins. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{2,}$/u;
/** How letters are written out where a keyboard lacks them: Müller is found as mueller, Sørensen as soerensen. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
/** The Arabic article is written to the word: الراشد is looked up as راشد too. */
const ARABIC_ARTICLE = /^ال(?=.{3})/u;
/** vCard properties of phone makers and mail programs that hold another name of the same person. */
const NAME_PROPERTY = /^x-.*(?:phonetic|yomi|furigana|maiden|birth-?name|former-?name|alternate-?name)/;
/** Longer words are looked up by their beginning. */
export const LONGEST_TOKEN = 64;
/** A card with more is no person's. */
const MOST_TOKENS = 200;

/** Every folded word by which a person may be looked up: of names, nicknames and spellings, each once. */
export function nameTokensOf(card: Card): string[] {
  const tokens = new Set<string>();
  for (const text of namesOf(card)) {
    for (const spelling of spellingsOf(text)) {
      for (const token of spellingTokens(spelling)) {
        if (tokens.size >= MOST_TOKENS) return [...tokens];
        addToken(tokens, token);
      }
    }
  }
  return [...tokens];
}

const ASCII = /^[\x20-\x7e]*$/;
/** As most parts of most names are. */
const ONE_WORD = /^[a-z]+$/i;
const PLAIN_WORDS = /^[a-z]+(?: [a-z]+)+$/i;

function spellingsOf(name: string): Iterable<string> {
  return ASCII.test(name) ? [name] : new Set([name, writtenOut(name), ...romanizations(name)]);
}

/** All names of a card as they are written: shown, in parts, phonetic, former, in other languages. */
export function namesOf(card: Card): string[] {
  const { full, components = [], sortAs = {} } = card.name ?? {};
  const spoken = components.filter(({ kind }) => kind !== 'separator' && kind !== 'title' && kind !== 'credential');
  return [
    full ?? displayName(card),
    ...spoken.flatMap(({ value, phonetic }) => (phonetic === undefined ? [value] : [value, phonetic])),
    ...Object.values(sortAs),
    ...Object.values(card.nicknames ?? {}).map(({ name }) => name),
    ...Object.values(card.localizations ?? {}).flatMap(localNames),
    ...(card.vCardProps ?? []).flatMap(([property, , , ...values]) =>
      NAME_PROPERTY.test(property) ? values.flatMap(textsIn) : [],
    ),
  ].filter((name) => name !== '');
}

const NAME_KEY = /^(?:full|value|name|phonetic)$/;

/** RFC 9553 section 2.7.1: patches by path; those of the name and of nicknames. */
function localNames(patches: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(patches).flatMap(([path, patch]) => {
    const [top = '', ...rest] = path.split('/');
    if (top !== 'name' && top !== 'nicknames') return [];
    return typeof patch === 'string' && !NAME_KEY.test(rest.at(-1) ?? top) ? [] : namesIn(patch);
  });
}

/** Names within a patch, not its types and kinds. */
function namesIn(patch: unknown): string[] {
  if (typeof patch === 'string') return [patch];
  if (typeof patch !== 'object' || patch === null) return [];
  return Object.entries(patch).flatMap(([key, value]) =>
    typeof value === 'object' || NAME_KEY.test(key) ? namesIn(value) : [],
  );
}

function textsIn(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsIn) : [];
}

/**
 * The words of one spelling, and what people write together or apart: O'Brien is `obrien`, `o` and `brien`; Jean-Luc
 * `jeanluc` as well; van der Berg `vanderberg`.
 */
function spellingTokens(spelling: string): string[] {
  if (ONE_WORD.test(spelling)) return [spelling.toLowerCase()];
  const tokens: string[] = [];
  const words = wordsOf(spelling);
  for (const [at, word] of words.entries()) {
    const parts = ONE_WORD.test(word) ? [word] : foldTokens(word);
    tokens.push(...parts);
    if (parts[0] !== word) tokens.push(...word.split(/['-]/u).filter(Boolean));
    if (parts.length > 1) tokens.push(parts.join(''));
    tokens.push(...parts.filter((part) => ARABIC_ARTICLE.test(part)).map((part) => part.replace(ARABIC_ARTICLE, '')));
    if (isParticle(word) && !isParticle(words[at - 1] ?? '')) tokens.push(writtenTogether(words.slice(at)));
  }
  return tokens.filter(Boolean);
}

function wordsOf(spelling: string): string[] {
  if (PLAIN_WORDS.test(spelling)) return spelling.toLowerCase().split(' ');
  return fold(spelling)
    .split(/[^\p{L}\p{N}\p{M}'-]+/u)
    .filter(Boolean);
}

/** Particles with the word behind them: `van der Berg` as `vanderberg`. */
function writtenTogether(words: readonly string[]): string {
  const main = words.findIndex((word) => !isParticle(word));
  return main < 0 ? '' : foldTokens(words.slice(0, main + 1).join(' ')).join('');
}

function addToken(tokens: Set<string>, token: string): void {
  if (ASCII.test(token)) {
    tokens.add(token.slice(0, LONGEST_TOKEN));
    return;
  }
  const letters = [...token];
  tokens.add(letters.slice(0, LONGEST_TOKEN).join(''));
  if (!UNSPACED.test(token)) return;
  for (let from = 1; from < Math.min(letters.length, 12); from++)
    tokens.add(letters.slice(from, from + LONGEST_TOKEN).join(''));
}

/** As typed on a keyboard without the letter; lower case. */
export function writtenOut(text: string): string {
  const lower = text.toLowerCase().normalize('NFC');
  return lower.replace(/[äöüøå]/g, (letter) => WRITTEN_OUT[letter] ?? letter);
}
