import { type Collation, collationOf } from '../collation.ts';
import type { Card, NameComponent } from './jscontact.ts';
import { displayName, isParticle, nameParts } from './name.ts';

/** Longer names are ordered by their beginning: a database indexes no more. */
const LONGEST_KEY = 200;
/** Comes before any letter and the space: Berg, Zoe before Berg Adams, Ada. */
const BETWEEN_PARTS = '\t';
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ROOT = collationOf('und');

/**
 * The key people are listed by: surname without the particles that do not count where the user lives, then given names, by
 * the alphabet of the user's language, so that plain comparison of code points orders alike on every machine. `sortAs` of
 * the card wins (RFC 9553 section 2.2.1), then the phonetic form of an East Asian name.
 */
export function sortKey(card: Card, collation: Collation = ROOT): string {
  const { language } = collation;
  const { sortAs = {} } = card.name ?? {};
  const { given = '', given2 = '', surname = '', surname2 = '' } = nameParts(card, { language: collation.locale });
  const { main, particles } = splitParticles(surname, collation);
  const family = sortAs.surname ?? phonetic(card, 'surname', collation) ?? [main, surname2].filter(Boolean).join(' ');
  const first = sortAs.given ?? phonetic(card, 'given', collation) ?? [given, given2].filter(Boolean).join(' ');
  // Iceland lists people by their own name: what follows is whose child they are.
  const parts = language === 'is' ? [first, family] : [family, first];
  const key = [...parts, sortAs.surname === undefined ? particles : '']
    .map((part) => collation.key(part))
    .filter(Boolean)
    .join(BETWEEN_PARTS);
  return (key === '' ? collation.key(displayName(card)) : key).slice(0, LONGEST_KEY).toWellFormed();
}

/** How an East Asian name is read, where the alphabet itself does not say. */
function phonetic({ name }: Card, kind: NameComponent['kind'], { language }: Collation): string | undefined {
  const parts = (name?.components ?? []).filter((part) => part.kind === kind);
  const isRead = parts.length > 0 && parts.every((part) => part.phonetic !== undefined && CJK.test(part.value));
  return isRead && language !== 'zh' ? parts.map((part) => part.phonetic).join(' ') : undefined;
}

/** Countries and languages in which `van` and `de` are part of the name whatever their case, and those in which they never are. */
const COUNTED = /^(?:nl-be|fr-be|af)/i;
const NEVER_COUNTED = /^nl/i;
const ARTICLE = /^(?:al|el|ad|an|ar|as|ash|at|az)-(?=\p{L})/u;

/**
 * `van den Berg` sorts under B, `Van Dyke` under V: a particle in capitals is part of the name. In the Netherlands both
 * sort by what follows, in Flanders and South Africa both under V.
 */
function splitParticles(surname: string, { locale }: Collation): { main: string; particles: string } {
  if (COUNTED.test(locale)) return { main: surname, particles: '' };
  const words = surname.split(' ');
  const isAside = (word: string): boolean =>
    NEVER_COUNTED.test(locale)
      ? isParticle(word)
      : (isParticle(word) && word === word.toLowerCase()) || word.startsWith("d'");
  const from = words.findIndex((word) => !isAside(word));
  const main = (from <= 0 ? words : words.slice(from)).join(' ');
  return { main: main.replace(ARTICLE, ''), particles: from <= 0 ? '' : words.slice(0, from).join(' ') };
}
