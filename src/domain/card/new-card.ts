import { AppError } from '../errors.ts';
import type { Card, Name, NameComponent } from './jscontact.ts';
import { isTitle } from './name.ts';

/** A card with what is known of someone new. `uid` must be unique: `urn:uuid:…`. */
export function newCard(
  person: { name: string; email?: string | undefined; phone?: string | undefined },
  uid: string,
): Card {
  const email = person.email?.trim();
  const phone = person.phone?.trim();
  return {
    '@type': 'Card',
    version: '1.0',
    uid,
    kind: 'individual',
    name: nameFromText(person.name),
    ...(email ? { emails: { e1: { address: email } } } : {}),
    ...(phone ? { phones: { p1: { number: phone } } } : {}),
  };
}

/** Written without spaces and surname first: no guess is made where one ends. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々・]+$/u;
/** Words that belong to the surname they stand before. */
const PARTICLES = new Set([
  'van',
  'von',
  'de',
  'der',
  'den',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'das',
  'du',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
  'bint',
  'ter',
  'ten',
  'zu',
  'af',
  'mac',
  'st',
]);

/** A typed name as JSContact: the whole as it was written, and given and surname where spaces tell them apart. */
export function nameFromText(text: string): Name {
  const full = text.trim().replace(/\s+/g, ' ');
  const all = full.split(' ');
  const firstName = all.findIndex((word) => !isTitle(word));
  // "Don" and "Frau" alone are all there is.
  const titles = firstName > 0 ? all.slice(0, firstName) : [];
  const words = all.slice(titles.length);
  const title: NameComponent[] = titles.length === 0 ? [] : [{ kind: 'title', value: titles.join(' ') }];
  if (words.length < 2 || UNSPACED.test(full)) {
    const [word = full] = words;
    // Behind a title one word is the surname: "Frau Schultheiß".
    const only: NameComponent = { kind: titles.length === 0 ? 'given' : 'surname', value: word };
    return {
      full,
      ...(UNSPACED.test(full) ? {} : { components: [...title, only], ...(titles.length > 0 && { isOrdered: true }) }),
    };
  }
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && PARTICLES.has(word.toLowerCase()));
  const cut = particle > 0 ? particle : words.length - 1;
  const [given = '', ...middle] = words.slice(0, cut);
  const components: NameComponent[] = [...title, { kind: 'given', value: given }];
  if (middle.length > 0) components.push({ kind: 'given2', value: middle.join(' ') });
  components.push({ kind: 'surname', value: words.slice(cut).join(' ') });
  return { full, components, isOrdered: true };
}

/**
 * A card as a client sends it, checked where a wrong shape would hurt later: maps are maps, the parts that are read are text.
 * @throws AppError `invalid` naming the property
 */
export function checkCard(value: unknown): Card {
  if (!isObject(value) || value['@type'] !== 'Card' || typeof value.uid !== 'string')
    throw new AppError('invalid', 'A card is a JSContact object with "@type": "Card" and a uid.');
  for (const [map, required] of Object.entries(MAPS)) {
    const entries = value[map];
    if (entries === undefined) continue;
    if (!isObject(entries))
      throw new AppError('invalid', `The card's ${map} must be a map of entries by id.`, {
        details: { property: map },
      });
    for (const [id, entry] of Object.entries(entries)) {
      if (!isObject(entry))
        throw new AppError('invalid', `The card's ${map}/${id} must be an object.`, {
          details: { property: `${map}/${id}` },
        });
      for (const part of required) {
        if (typeof entry[part] !== 'string')
          throw new AppError('invalid', `The card's ${map}/${id} needs a text “${part}”.`, {
            details: { property: `${map}/${id}/${part}` },
          });
      }
    }
  }
  if (value.name !== undefined && !isObject(value.name))
    throw new AppError('invalid', 'The card’s name must be an object.', { details: { property: 'name' } });
  return value as unknown as Card;
}

/** The maps of a card and the texts their entries cannot do without (RFC 9553 section 2). */
const MAPS: Readonly<Record<string, readonly string[]>> = {
  nicknames: ['name'],
  organizations: [],
  titles: ['name'],
  emails: ['address'],
  onlineServices: [],
  phones: ['number'],
  preferredLanguages: ['language'],
  addresses: [],
  links: ['uri'],
  media: ['kind'],
  anniversaries: ['kind'],
  notes: ['note'],
  personalInfo: ['value'],
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
