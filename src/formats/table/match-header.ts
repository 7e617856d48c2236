import { fold } from '../../domain/fold.ts';
import { type Field, isField } from './fields.ts';
import { FILLER_WORDS, PLACE_PREFIXES, PLACE_WORDS, PLACED_WORDS, PLAIN_WORDS, type PlacedKind } from './words.ts';

type Place = keyof typeof PLACE_WORDS;

const PLAIN: ReadonlyMap<string, Field> = new Map(
  Object.entries(PLAIN_WORDS).flatMap(([field, phrases]) =>
    isField(field) ? phrases.split('|').map((phrase): [string, Field] => [wordsOf(phrase).join(''), field]) : [],
  ),
);
const KINDS: readonly PlacedKind[] = [
  'email',
  'phone',
  'fax',
  'address',
  'street',
  'po-box',
  'city',
  'region',
  'postcode',
  'country',
  'website',
];
const PLACED: ReadonlyMap<string, PlacedKind> = new Map(
  KINDS.flatMap((kind) =>
    PLACED_WORDS[kind].split('|').map((phrase): [string, PlacedKind] => [wordsOf(phrase).join(''), kind]),
  ),
);
const FILLERS: ReadonlySet<string> = new Set(FILLER_WORDS.split(' ').map((word) => fold(word)));
const PLACES: readonly (readonly [place: Place, words: ReadonlySet<string>])[] = [
  ['work', new Set(PLACE_WORDS.work.split(' ').map((word) => fold(word)))],
  ['home', new Set(PLACE_WORDS.home.split(' ').map((word) => fold(word)))],
  ['other', new Set(PLACE_WORDS.other.split(' ').map((word) => fold(word)))],
];
const PREFIXES: readonly (readonly [place: Place, prefix: string])[] = [
  ...PLACE_PREFIXES.work.split(' ').map((prefix) => ['work', fold(prefix)] as const),
  ...PLACE_PREFIXES.home.split(' ').map((prefix) => ['home', fold(prefix)] as const),
];

/** Fields that are of work anyway, so that the word for it says nothing more. */
const WORK_FIELDS: ReadonlySet<Field> = new Set<Field>(['title', 'department', 'role', 'phone-mobile', 'manager']);

/**
 * What a column is by its title, in any language Tendril knows, whatever its case, accents and signs: `E-Mail (privat)`,
 * `Business Phone 2`, `Téléphone mobile`, `firstName`. Undefined when the title says nothing.
 */
export function matchHeader(title: string): Field | undefined {
  const words = wordsOf(title);
  const whole = words.join('');
  if (whole === '' || whole.length > 60) return undefined;
  return (
    find(whole, undefined) ??
    // `Phone 2`, `E-mail 1`: what is numbered may come again.
    findIn(words.filter((word) => !/^\d+$/.test(word)).map((word) => word.replace(/\d+$/, '')))
  );
}

function findIn(words: readonly string[]): Field | undefined {
  const plain = find(words.join(''), undefined);
  if (plain !== undefined) return plain;
  const places = new Set<Place>();
  const rest = words.filter((word) => {
    const place = PLACES.find(([, known]) => known.has(word))?.[0];
    if (place !== undefined) places.add(place);
    return place === undefined;
  });
  const [place] = places;
  const bare = rest.filter((word) => !FILLERS.has(word));
  return (
    find(rest.join(''), place) ??
    find(bare.join(''), place) ??
    // `adresse de l'entreprise`: a word for the place may be the thing itself.
    (place === undefined ? undefined : find(words.filter((word) => !FILLERS.has(word)).join(''), undefined)) ??
    findCompound(words.join(''))
  );
}

function find(whole: string, place: Place | undefined): Field | undefined {
  if (whole === '') return undefined;
  const kind = PLACED.get(whole);
  if (kind !== undefined) return placed(kind, place);
  const field = PLAIN.get(whole);
  if (place === undefined || field === undefined) return field;
  // `Name der Firma`; a private note is no place.
  if (field === 'name' && place === 'work') return 'company';
  return WORK_FIELDS.has(field) && place === 'work' ? field : undefined;
}

function findCompound(whole: string): Field | undefined {
  for (const [place, prefix] of PREFIXES) {
    const kind = whole.startsWith(prefix) ? PLACED.get(whole.slice(prefix.length)) : undefined;
    if (kind !== undefined) return placed(kind, place);
  }
  return undefined;
}

/** The field of a kind at a place, or of the kind alone where it makes no difference. */
function placed(kind: PlacedKind, place: Place | undefined): Field {
  const name = `${kind}-${place ?? ''}`;
  return isField(name) ? name : kind;
}

/** The words of a title, folded: `firstName`, `First_Name` and `FIRST NAME` have the same. */
function wordsOf(title: string): string[] {
  return fold(title.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
