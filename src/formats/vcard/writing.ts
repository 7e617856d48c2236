import type { Entry } from '../../domain/card/jscontact.ts';
import { APPLE_LABELS, CONTEXTS } from './knowledge.ts';
import { encodeParamValue, escapeText, foldLine } from './text.ts';

export type VCardVersion = '3.0' | '4.0';
export type Params = readonly (readonly [name: string, values: string | readonly string[] | undefined])[];

/** A property on its way out. */
export interface OutLine {
  readonly name: string;
  readonly params?: Params;
  /** Already escaped. */
  readonly value: string;
  readonly group?: string | undefined;
}

/** A vCard while it is being written. */
export interface Writing {
  readonly version: VCardVersion;
  readonly lines: string[];
  /** Groups that kept properties use, which no label may take. */
  readonly usedGroups: ReadonlySet<string>;
  nextGroup: number;
}

type VCardParams = Readonly<Record<string, string | readonly string[]>>;

/** A name that may stand as a property or a parameter (RFC 6350 section 3.3); some programs write an underscore too. */
export const PLAIN_NAME = /^[A-Za-z0-9-][A-Za-z0-9_-]{0,99}$/;
const GROUP = /^[a-z0-9-]{1,100}$/;
/** Parameters that are made anew for each version, or that would make the value be read as something else. */
const OWN_PARAMS = new Set(['group', 'type', 'value', 'charset', 'encoding', 'prop-id']);
const TYPE_OF_CONTEXT: ReadonlyMap<string, string> = new Map(
  Object.entries(CONTEXTS).map(([type, context]) => [context, type]),
);

/** Writes one property, folded. */
export function write(writing: Writing, { name, params = [], value, group }: OutLine): void {
  const prefix = group === undefined ? '' : `${group}.`;
  const written = params.flatMap(([param, values]) => {
    const all = values === undefined ? [] : typeof values === 'string' ? [values] : values;
    return all.length === 0 ? [] : [`;${param}=${all.map(encodeParamValue).join(',')}`];
  });
  writing.lines.push(foldLine(`${prefix}${name}${written.join('')}:${value}`));
}

/** A group no other property of the card has. */
export function freeGroup(writing: Writing): string {
  let group: string;
  do group = `item${writing.nextGroup++}`;
  while (writing.usedGroups.has(group));
  return group;
}

/**
 * Writes one entry of a collection with everything that entries share, and its label beside it.
 * @param id written when a reader would not give the entry this id by itself
 * @param types TYPE words of the property's own
 * @param group the group it must stand in
 */
export function writeEntry(
  writing: Writing,
  line: OutLine & {
    readonly entry: Entry;
    readonly id?: string | undefined;
    readonly types?: readonly string[];
    readonly labelled?: string | undefined;
  },
): void {
  const { entry, id, types = [], labelled = entry.label } = line;
  const kept = entry.vCardParams ?? {};
  const group = line.group ?? keptGroup(kept) ?? (labelled === undefined ? undefined : freeGroup(writing));
  const old = writing.version === '3.0';
  const words = [...contextWords(entry), ...types, ...asList(kept.type), ...(old && entry.pref === 1 ? ['pref'] : [])];
  const params: Params = [
    // RFC 2426 allows a list as well, but the programs that know only 3.0 write, and read best, one at a time.
    ...(old ? words.map((word) => ['TYPE', word.toUpperCase()] as const) : [['TYPE', words] as const]),
    ['PREF', entry.pref !== undefined && !(old && entry.pref === 1) ? String(entry.pref) : undefined],
    ['PROP-ID', id],
    ...(line.params ?? []),
    ...otherParams(kept),
  ];
  write(writing, { name: line.name, params, value: line.value, group });
  if (labelled !== undefined && group !== undefined) writeLabel(writing, group, labelled);
}

export function writeLabel(writing: Writing, group: string, label: string): void {
  write(writing, { name: 'X-ABLabel', value: APPLE_LABELS.has(label) ? `_$!<${label}>!$_` : escapeText(label), group });
}

/** The id to write: none when it is the one that the entry's place gives it. */
export function idToWrite(id: string, { prefix, place }: { prefix: string; place: number }): string | undefined {
  return id === `${prefix}${place + 1}` ? undefined : id;
}

/** Kept parameters that can stand beside any value. */
export function otherParams(kept: VCardParams): Params {
  return Object.entries(kept).flatMap(([name, values]) =>
    OWN_PARAMS.has(name.toLowerCase()) || !PLAIN_NAME.test(name) ? [] : [[name.toUpperCase(), values] as const],
  );
}

export function keptGroup(kept: VCardParams): string | undefined {
  const group = kept.group;
  return typeof group === 'string' && GROUP.test(group) ? group : undefined;
}

function contextWords(entry: Entry): string[] {
  return Object.keys(entry.contexts ?? {}).flatMap((context) => TYPE_OF_CONTEXT.get(context) ?? []);
}

export function asList(values: string | readonly string[] | undefined): readonly string[] {
  return values === undefined ? [] : typeof values === 'string' ? [values] : values;
}
