import { fold, foldTokens } from '../fold.ts';
import type { Card } from './jscontact.ts';
import { displayName } from './name.ts';

/** Written without spaces: a name is found by any of its endings, since nobody knows where a part begins. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{2,}$/u;
/** How letters are written out where a keyboard lacks them: Müller is found as mueller, Sørensen as soerensen. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** Every folded word by which a person may be looked up: of names, nicknames and spellings, each once. */
export function nameTokensOf(card: Card): string[] {
  const tokens = new Set<string>();
  for (const text of namesOf(card)) {
    for (const variant of [text, writtenOut(text)]) for (const token of foldTokens(variant)) addToken(tokens, token);
    // O'Brien is looked up by "brien" as well; so is Jean-Luc by "luc", which is a word by itself already.
    for (const token of fold(text).split(/[^\p{L}\p{N}\p{M}]+/u)) if (token.length > 1) addToken(tokens, token);
  }
  return [...tokens];
}

function namesOf(card: Card): string[] {
  const { full, components = [], sortAs = {} } = card.name ?? {};
  const spoken = components.filter(({ kind }) => kind !== 'separator' && kind !== 'title' && kind !== 'credential');
  return [
    full ?? displayName(card),
    ...spoken.flatMap(({ value, phonetic }) => (phonetic === undefined ? [value] : [value, phonetic])),
    ...Object.values(sortAs),
    ...Object.values(card.nicknames ?? {}).map(({ name }) => name),
  ];
}

function addToken(tokens: Set<string>, token: string): void {
  if (token === '') return;
  tokens.add(token);
  if (!UNSPACED.test(token)) return;
  const letters = [...token];
  for (let from = 1; from < Math.min(letters.length, 12); from++) tokens.add(letters.slice(from).join(''));
}

/** As typed on a keyboard without the letter; lower case. */
export function writtenOut(text: string): string {
  const lower = text.toLowerCase().normalize('NFC');
  return lower.replace(/[äöüøå]/g, (letter) => WRITTEN_OUT[letter] ?? letter);
}
