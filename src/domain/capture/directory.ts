import { writtenOut } from '../card/search.ts';
import type { DirectoryPerson, PeopleDirectory } from './capture.ts';
import { fullFormsOf } from './diminutives.ts';
import { FUNCTION_WORDS } from './lexicon.ts';
import { lookUpKey, singulars } from './names.ts';
import { foldWord, isCapitalized, nameWords, type Token, tokenize } from './tokens.ts';

/** A directory held in memory, for tests, previews and small address books. */
export function directoryOf(people: readonly DirectoryPerson[]): PeopleDirectory {
  const keyed = people.map((person) => ({ person, keys: directoryTokens(person) }));
  return {
    byToken: (token) =>
      token === ''
        ? []
        : keyed.filter(({ keys }) => keys.some((key) => key.startsWith(token))).map(({ person }) => person),
  };
}

/** The folded tokens under which a person can be found: each word of each name, and names of unspaced scripts from every letter on. */
export function directoryTokens(person: DirectoryPerson): string[] {
  const names = [person.name, person.given ?? '', person.surname ?? '', ...person.nicknames];
  const tokens = new Set<string>();
  for (const name of names) {
    for (const part of `${name} ${writtenOut(name)}`.split(/\s+/u)) {
      const words = nameWords(part);
      for (let i = 0; i < words.length; i++) {
        tokens.add(words[i] ?? '');
        tokens.add(words.slice(i).join(''));
      }
      tokens.add(foldWord(part));
    }
  }
  tokens.delete('');
  return [...tokens];
}

/** More would be a pasted text, not a line about people. */
const MOST_TOKENS = 1000;

/**
 * The folded tokens of `text` that `parseCapture` may ask the directory for: load these, answer from memory. In the order
 * of the line, each once.
 */
export function candidateTokens(text: string): string[] {
  return lookUpKeys(tokenize(text));
}

function lookUpKeys(tokens: readonly Token[]): string[] {
  const keys = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    if (keys.size >= MOST_TOKENS) break;
    if (token.kind === 'mark' || isPlainFunctionWord(tokens, i)) continue;
    const key = lookUpKey(tokens, i);
    if (key !== '') keys.add(key);
    for (const full of fullFormsOf(token.fold)) keys.add(full);
    if (tokens[i - 1]?.fold === 'the') for (const word of singulars(token.fold)) keys.add(word);
  }
  return [...keys];
}

/** "the", "and" in small letters in the middle of things: never a name. Behind "with" even these may be. */
function isPlainFunctionWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || !FUNCTION_WORDS.has(token.fold) || isCapitalized(token.text)) return false;
  const next = tokens[i + 1];
  const previous = tokens[i - 1];
  return i > 0 && next?.kind === 'word' && previous?.kind === 'word' && previous.fold !== 'with';
}
