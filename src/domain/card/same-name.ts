import { fold } from '../fold.ts';
import type { Card } from './jscontact.ts';

/** How the names of two cards stand to each other. `unknown` when one of them has none. */
export type NameAgreement = 'same' | 'compatible' | 'related' | 'different' | 'unknown';

/**
 * Compares names in whatever order and script they are written. `same`: the same words. `compatible`: one says less than
 * the other (`A. Lovelace`, `Ada`, a middle name more). `related`: one word in common (a family, or a married name).
 */
export function compareNames(a: Card, b: Card): NameAgreement {
  return compareWords(nameWords(a), nameWords(b));
}

/** The same for the words of two names (`nameWords`), which who compares many takes once. */
export function compareWords(left: readonly string[], right: readonly string[]): NameAgreement {
  if (left.length === 0 || right.length === 0) return 'unknown';
  if (key(left) === key(right)) return 'same';
  if (covers(left, right) || covers(right, left)) return 'compatible';
  return left.some((word) => word.length > 1 && right.includes(word)) ? 'related' : 'different';
}

/** Whether a word that both call them by is the same: the given name, or a nickname that is the other's given name. */
export function sharesGivenName(a: Card, b: Card): boolean {
  const [left, right] = [calledWords(a), calledWords(b)];
  return left.some((word) =>
    right.some((other) => word === other || ((word.length === 1 || other.length === 1) && word[0] === other[0])),
  );
}

/** The words of a name in an order of no meaning, as one text: the same for `Ada Lovelace` and `LOVELACE, Ada`. Empty without a name. */
export function nameKey(card: Card): string {
  return key(nameWords(card));
}

/** The folded words of a card's name, titles and credentials left out. Organisations have no such name. */
export function nameWords(card: Card): string[] {
  const parts = (card.name?.components ?? []).filter(
    (part) => part.kind === 'given' || part.kind === 'given2' || part.kind === 'surname' || part.kind === 'surname2',
  );
  const text = parts.length > 0 ? parts.map((part) => part.value).join(' ') : (card.name?.full ?? '');
  return words(text);
}

function calledWords(card: Card): string[] {
  const given = (card.name?.components ?? []).filter((part) => part.kind === 'given').map((part) => part.value);
  const nicknames = Object.values(card.nicknames ?? {}).map((nickname) => nickname.name);
  return words([...(given.length > 0 ? given : [card.name?.full ?? '']), ...nicknames].join(' '));
}

const ASCII = /^[\x20-\x7e]*$/;

function words(text: string): string[] {
  const folded = fold(text);
  // The same for text of ASCII alone, which most names are, in a third of the time.
  return folded.split(ASCII.test(folded) ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u).filter(Boolean);
}

const key = (list: readonly string[]) => [...list].sort().join(' ');

/** Every word of the shorter stands in the longer, in full or as its first letter; at least one of them in full. */
function covers(longer: readonly string[], shorter: readonly string[]): boolean {
  const rest = [...longer];
  let whole = 0;
  for (const word of [...shorter].sort((x, y) => y.length - x.length)) {
    let at = rest.indexOf(word);
    if (at >= 0) whole += 1;
    else
      at =
        word.length === 1
          ? rest.findIndex((other) => other.startsWith(word))
          : rest.findIndex((other) => other.length === 1 && word.startsWith(other));
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return whole > 0;
}
