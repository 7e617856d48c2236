import type { ContentLine } from './content-line.ts';
import { NAME_ORDER, NAME_PLACES } from './knowledge.ts';
import {
  addEntry,
  commonFields,
  type Fields,
  isEmpty,
  isFields,
  keep,
  objectAt,
  otherParams,
  type Reading,
} from './reading.ts';
import { splitEscaped, unescapeText } from './text.ts';

type Component = { kind: string; value: string; phonetic?: string };

/** FN becomes the full name, unless it was only derived from the components (RFC 9555 section 2.2.1). */
export function readFullName(line: ContentLine, reading: Reading): void {
  if (line.params.get('derived')?.[0]?.toLowerCase() === 'true') return;
  const full = unescapeText(line.value).trim();
  if (full === '') return;
  const name = objectAt(reading.card, 'name');
  if (name.full !== undefined) {
    if (name.full !== full) keep(reading, line);
    return;
  }
  name.full = full;
  addNameParams(name, otherParams(line));
}

/** N becomes components, in the order in which they are said. */
export function readStructuredName(line: ContentLine, reading: Reading): void {
  if (line.params.get('derived')?.[0]?.toLowerCase() === 'true') return;
  const places = splitEscaped(line.value, ';').map((part) => listOf(part, reading));
  const surname2 = places[5] ?? [];
  const generation = places[6] ?? [];
  // RFC 9554 section 2.2: both are written a second time where old programs look for them.
  places[0] = without(places[0], surname2);
  places[4] = without(places[4], generation);
  const components: Component[] = NAME_PLACES.flatMap((kind, place) =>
    (places[place] ?? []).map((value) => ({ kind, value })),
  );
  const beyond = splitEscaped(line.value, ';').slice(NAME_PLACES.length);
  if (components.length === 0 && beyond.join('').trim() === '') return;
  const name = objectAt(reading.card, 'name');
  if (name.components !== undefined || beyond.join('').trim() !== '') {
    keep(reading, line);
    return;
  }
  const order: readonly string[] = NAME_ORDER;
  name.components = components.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const sortAs = (line.params.get('sort-as') ?? []).flatMap((value) => value.split(','));
  const sort = Object.fromEntries(
    sortAs.flatMap((value, place) => (value.trim() === '' ? [] : [[NAME_PLACES[place] ?? 'surname', value.trim()]])),
  );
  if (!isEmpty(sort)) name.sortAs = sort;
  addNameParams(name, otherParams(line, ['sort-as']));
}

function addNameParams(name: Fields, params: Fields): void {
  if (!isEmpty(params)) name.vCardParams = { ...objectAt(name, 'vCardParams'), ...params };
}

/** The values of one component. A comma with a space after it is prose ("Jr., PhD"), not a list. */
export function listOf(part: string, reading: Reading): string[] {
  const values = reading.hasLists && !/,\s/.test(part) ? splitEscaped(part, ',') : [part];
  return values.map((value) => unescapeText(value).trim()).filter((value) => value !== '');
}

function without(values: readonly string[] | undefined, taken: readonly string[]): string[] {
  return (values ?? []).filter((value) => !taken.includes(value));
}

/** vCard 3.0 says how a name sorts in a property of its own. */
export function readSortString(line: ContentLine, reading: Reading): void {
  reading.late.push(() => {
    const name = objectAt(reading.card, 'name');
    const value = unescapeText(line.value).trim();
    if (value === '') return;
    if (name.sortAs === undefined) name.sortAs = { surname: value };
    else keep(reading, line);
  });
}

const PHONETIC_PLACES: Readonly<Record<string, string>> = {
  'X-PHONETIC-FIRST-NAME': 'given',
  'X-PHONETIC-MIDDLE-NAME': 'given2',
  'X-PHONETIC-LAST-NAME': 'surname',
};

/** X-PHONETIC-… goes to the component it spells out, once that is known. */
export function readPhonetic(line: ContentLine, reading: Reading): void {
  const value = unescapeText(line.value).trim();
  if (value === '') return;
  reading.late.push(() => {
    if (!setPhonetic(reading, PHONETIC_PLACES[line.name] ?? '', value)) keep(reading, line);
  });
}

/** `SOUND;X-IRMC-N:` of Japanese phones is no sound but the name in kana, in the places of N. */
export function readSpokenName(line: ContentLine, reading: Reading): void {
  const values = splitEscaped(line.value, ';').map((part) => unescapeText(part).trim());
  reading.late.push(() => {
    const lost = values.filter(
      (value, place) => value !== '' && !setPhonetic(reading, NAME_PLACES[place] ?? '', value),
    );
    if (lost.length > 0) keep(reading, line);
  });
}

function setPhonetic(reading: Reading, kind: string, value: string): boolean {
  const name = reading.card.name;
  const components = isFields(name) && Array.isArray(name.components) ? (name.components as Component[]) : [];
  let at = reading.phoneticFrom.get(kind) ?? 0;
  while (at < components.length && components[at]?.kind !== kind) at++;
  const component = components[at];
  reading.phoneticFrom.set(kind, at + 1);
  if (component) component.phonetic = value;
  return component !== undefined;
}

export function readNicknames(line: ContentLine, reading: Reading): void {
  for (const part of splitEscaped(line.value, ',')) {
    const name = unescapeText(part).trim();
    if (name === '') continue;
    addEntry(reading, {
      collection: 'nicknames',
      prefix: 'k',
      line,
      entry: { name, ...commonFields(reading, { line }) },
    });
  }
}

/** ORG: the organisation and its units, each of which may be missing. */
export function readOrganization(line: ContentLine, reading: Reading): void {
  const [name = '', ...units] = splitEscaped(line.value, ';').map((part) => unescapeText(part).trim());
  const [sortAs = '', ...unitSorts] = (line.params.get('sort-as') ?? []).flatMap((value) => value.split(','));
  const named = units.flatMap((unit, place) =>
    unit === '' ? [] : [{ name: unit, ...(unitSorts[place] ? { sortAs: unitSorts[place] } : {}) }],
  );
  if (name === '' && named.length === 0) return;
  const entry = {
    ...(name !== '' && { name }),
    ...(named.length > 0 && { units: named }),
    ...(sortAs !== '' && { sortAs }),
    ...commonFields(reading, { line, taken: ['sort-as'] }),
  };
  addEntry(reading, { collection: 'organizations', prefix: 'o', line, entry });
}
