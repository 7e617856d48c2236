import type { JCardProperty } from '../../domain/card/jscontact.ts';
import type { ContentLine } from './content-line.ts';
import { CONTEXTS } from './knowledge.ts';
import { onOneLine, unescapeText } from './text.ts';

/** An object of a card while it is being put together. */
export type Fields = Record<string, unknown>;

/** A card while it is being read. */
export interface Reading {
  readonly card: Fields;
  /** True when an Apple program wrote the card: 1604 then means "no year". */
  readonly apple: boolean;
  /** vCard 2.1 has no lists: a comma is a comma. */
  readonly hasLists: boolean;
  /** Labels (`X-ABLabel`) and country codes (`X-ABADR`) by group. */
  readonly labels: ReadonlyMap<string, string>;
  readonly countryCodes: ReadonlyMap<string, string>;
  /** Groups with a property that takes the label, and groups with an address. */
  readonly labelledGroups: ReadonlySet<string>;
  readonly addressGroups: ReadonlySet<string>;
  /** How many entries each collection has and which number comes next, so that adding one never searches the others. */
  readonly counters: Map<string, { size: number; next: number }>;
  /** Dates that were read, each as JSON. */
  readonly dates: Set<string>;
  readonly addressLabels: ContentLine[];
  /** For each kind of name component, the first that may still lack its spelling. */
  readonly phoneticFrom: Map<string, number>;
  /** Kinds of days that have their place. */
  readonly placed: Set<string>;
  readonly entryGroups: {
    readonly entry: Fields;
    readonly collection: string;
    readonly id: string;
    readonly group: string;
  }[];
  /** Properties that are kept as they are (RFC 9555 section 2.15). */
  readonly kept: JCardProperty[];
  readonly keptGroups: Set<string>;
  readonly keptLabels: Set<string>;
  /** What can be placed only when every line has been read. */
  readonly late: (() => void)[];
  readonly warnings: string[];
}

/** Parameters that say how a value is written, not what it means. */
const FORM_PARAMS = new Set(['value', 'encoding', 'charset', 'type', 'pref', 'prop-id', 'index', 'mediatype']);
const ID = /^[A-Za-z0-9_-]{1,255}$/;

/** Sets a key that came from a file: `__proto__` is then a key like any other. */
export function setKey(map: Fields, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  else map[key] = value;
}

/** The object at `path` in the card, made when it is not there. */
export function objectAt(card: Fields, path: string): Fields {
  let object = card;
  for (const name of path.split('.')) {
    const known = object[name];
    const next = isFields(known) ? known : {};
    object[name] = next;
    object = next;
  }
  return object;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds an entry under the id the line names, else under the next number of its collection. */
export function addEntry(
  reading: Reading,
  { collection, prefix, line, entry }: { collection: string; prefix: string; line: ContentLine; entry: Fields },
): void {
  const map = objectAt(reading.card, collection);
  const own = line.params.get('prop-id')?.[0] ?? '';
  const free = (id: string): boolean => !Object.hasOwn(map, id) && id !== '__proto__';
  const counter = reading.counters.get(collection) ?? { size: 0, next: 1 };
  reading.counters.set(collection, counter);
  counter.size++;
  const id = ID.test(own) && free(own) ? own : nextId(counter, { prefix, free });
  map[id] = entry;
  if (line.group !== undefined) reading.entryGroups.push({ entry, collection, id, group: line.group });
}

function nextId(
  counter: { size: number; next: number },
  { prefix, free }: { prefix: string; free: (id: string) => boolean },
): string {
  counter.next = Math.max(counter.next, counter.size);
  while (!free(`${prefix}${counter.next}`)) counter.next++;
  return `${prefix}${counter.next}`;
}

/** The TYPE words of a line, in lower case. */
export function typeWords(line: ContentLine): string[] {
  return (line.params.get('type') ?? []).map((word) => word.toLowerCase()).filter((word) => word !== '');
}

/**
 * What every entry can say: contexts, preference, label, and whatever parameters are left.
 * @param words the TYPE words that the property has not taken for itself
 * @param taken names of parameters that the property has taken for itself
 */
export function commonFields(
  reading: Reading,
  {
    line,
    words = typeWords(line),
    taken = [],
  }: { line: ContentLine; words?: readonly string[]; taken?: readonly string[] },
): Fields {
  const fields: Fields = {};
  const contexts: Fields = {};
  const others: string[] = [];
  let preferred = false;
  for (const word of words) {
    const context = Object.hasOwn(CONTEXTS, word) ? CONTEXTS[word] : undefined;
    if (context !== undefined) contexts[context] = true;
    else if (word === 'pref') preferred = true;
    else if (!others.includes(word) && !isAndroidLabel(reading, word)) others.push(word);
  }
  if (!isEmpty(contexts)) fields.contexts = contexts;
  const pref = Number(line.params.get('pref')?.[0] ?? Number.NaN);
  if (Number.isInteger(pref) && pref >= 1 && pref <= 100) fields.pref = pref;
  else if (preferred) fields.pref = 1;
  const label = (line.group === undefined ? undefined : reading.labels.get(line.group)) ?? androidLabel(reading, line);
  if (label !== undefined) fields.label = label;
  const params = otherParams(line, taken);
  if (others.length > 0) params.type = oneOrMany(others);
  if (!isEmpty(params)) fields.vCardParams = params;
  return fields;
}

/** Android writes a label of the user's own into 2.1 as a type: `TEL;X-Studio:`. */
function isAndroidLabel(reading: Reading, word: string): boolean {
  return !reading.hasLists && word.length > 2 && /^x-/i.test(word);
}

function androidLabel(reading: Reading, line: ContentLine): string | undefined {
  return line.params
    .get('type')
    ?.find((word) => isAndroidLabel(reading, word))
    ?.slice(2);
}

/** Parameters that nothing has understood. */
export function otherParams(line: ContentLine, taken: readonly string[] = []): Fields {
  const params: Fields = {};
  for (const [name, values] of line.params) {
    if (!FORM_PARAMS.has(name) && !taken.includes(name)) setKey(params, name, oneOrMany(values));
  }
  return params;
}

/** Says which parameters are lost with a property that has no place for them. */
export function warnOfLostParams(reading: Reading, line: ContentLine, taken: readonly string[] = []): void {
  const names = Object.keys(otherParams(line, taken));
  if (names.length > 0)
    reading.warnings.push(`line ${line.line}: ${line.name} has a parameter that was left out (${names.join(', ')})`);
}

/** Keeps a property as it is, for the way back. */
export function keep(reading: Reading, line: ContentLine): void {
  const params: Fields = {};
  for (const [name, values] of line.params) {
    if (name === 'charset' || name === 'value' || (name === 'encoding' && line.base64 === undefined)) continue;
    // Each version has a word of its own for base64.
    setKey(params, name, name === 'encoding' ? 'b' : oneOrMany(values));
  }
  if (line.group !== undefined) {
    params.group = line.group;
    reading.keptGroups.add(line.group);
    if (line.name !== 'X-ABLABEL') keepLabel(reading, line.group);
  }
  const said = line.params.get('value')?.[0]?.toLowerCase();
  const type = said ?? (line.name === 'AGENT' ? 'text' : 'unknown');
  const value = type === 'text' ? unescapeText(line.value) : onOneLine(line.base64 || line.value);
  reading.kept.push([line.name.toLowerCase(), params as Record<string, string>, type, value]);
}

/** A label whose property is kept as it is must be kept beside it. */
function keepLabel(reading: Reading, group: string): void {
  const label = reading.labels.get(group);
  if (label === undefined || reading.keptLabels.has(group)) return;
  reading.keptLabels.add(group);
  reading.kept.push(['x-ablabel', { group }, 'text', label]);
}

export function oneOrMany(values: readonly string[]): string | readonly string[] {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values;
}

export function isEmpty(fields: Fields): boolean {
  for (const _ in fields) return false;
  return true;
}
