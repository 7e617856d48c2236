/** One name out of what several sources say: who is called what is one thing, but one source may know more of its parts. */

import { fold } from '../fold.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The parts that tell one name from another; a middle name, a title or how it is spoken may be added to them. */
const TELLING = new Set(['given', 'surname']);
/** Where an added part stands. */
const ORDER = ['title', 'given', 'given2', 'surname', 'surname2', 'generation', 'credential'];

/** `mine` with the parts it has none of and `theirs` has; undefined when the two are not the same given name and surname. */
export function withMissingParts(mine: Fields, theirs: Fields): Fields | undefined {
  const [own, other] = [partsOf(mine), partsOf(theirs)];
  if (own.length === 0 || tellingWords(own) === '' || tellingWords(own) !== tellingWords(other)) return undefined;
  const kinds = new Set(own.map(({ kind }) => kind));
  const missing = other.filter(({ kind }) => !kinds.has(kind));
  const spoken = own.map((part) => withPhonetic(part, own, other));
  if (missing.length === 0 && spoken.every((part, i) => part === own[i])) return mine;
  return { ...mine, components: inOrder([...spoken, ...missing]) };
}

/**
 * `theirs`, the new name of a source that said `base` before, with the parts that other sources had added to `base`;
 * undefined when `mine` is anything else than `base` with such parts.
 */
export function renamed(base: Fields, mine: Fields, theirs: Fields): Fields | undefined {
  const [before, own, now] = [partsOf(base), partsOf(mine), partsOf(theirs)];
  if (before.length === 0 || now.length === 0 || mine.full !== base.full) return undefined;
  const said = new Set(before.map(({ kind }) => kind));
  const core = own.filter(({ kind }) => said.has(kind));
  const isUntouched =
    core.length === before.length &&
    before.every(({ kind, value }, i) => core[i]?.kind === kind && core[i]?.value === value);
  if (!isUntouched) return undefined;
  const kinds = new Set(now.map(({ kind }) => kind));
  return { ...theirs, components: inOrder([...now, ...own.filter(({ kind }) => !said.has(kind) && !kinds.has(kind))]) };
}

function partsOf({ components }: Fields): Fields[] {
  return Array.isArray(components)
    ? components.filter(
        (part): part is Fields => typeof part === 'object' && part !== null && part.kind !== 'separator',
      )
    : [];
}

function tellingWords(parts: readonly Fields[]): string {
  return parts
    .filter(({ kind }) => typeof kind === 'string' && TELLING.has(kind))
    .map(({ kind, value }) => `${String(kind)} ${fold(String(value))}`)
    .sort()
    .join(' ');
}

/** How a part is spoken, from the other name's part of the same kind, word and place among its kind. */
function withPhonetic(part: Fields, own: readonly Fields[], others: readonly Fields[]): Fields {
  if (part.phonetic !== undefined) return part;
  const place = ofKind(own, part.kind).indexOf(part);
  const same = ofKind(others, part.kind)[place];
  const isSpoken = same?.phonetic !== undefined && fold(String(same.value)) === fold(String(part.value));
  return isSpoken ? { ...part, phonetic: same.phonetic } : part;
}

function ofKind(parts: readonly Fields[], kind: unknown): Fields[] {
  return parts.filter((part) => part.kind === kind);
}

function inOrder(parts: readonly Fields[]): Fields[] {
  const placeOf = ({ kind }: Fields): number => ORDER.indexOf(String(kind));
  return [...parts].sort((a, b) => placeOf(a) - placeOf(b));
}
