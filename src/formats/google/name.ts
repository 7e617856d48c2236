import type { Name, NameComponent } from '../../domain/card/jscontact.ts';
import { composeFullName } from '../csv/full-name.ts';
import type { SingleColumn } from './columns.ts';

type Cell = (column: SingleColumn) => string;

const GENERATION = /^(?:jr|sr|junior|senior|ii|iii|iv)\.?$/i;
const SCRIPTS = [
  ['Hira', /\p{Script=Hiragana}/u],
  ['Kana', /\p{Script=Katakana}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Bopo', /\p{Script=Bopomofo}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
] as const;

/**
 * Reads the name columns. A full name typed into First Name alone stays one name, since nobody can say which of its
 * words are the surname. Undefined when there is no name.
 */
export function readName(cell: Cell): Name | undefined {
  const components = readComponents(cell);
  const full = cell('name') || composeFullName(components);
  if (full === '') return undefined;
  const [only] = components;
  if (
    only === undefined ||
    (components.length === 1 && only.kind === 'given' && only.value.includes(' ') && only.phonetic === undefined)
  )
    return { full };
  const phonetic = components.map((component) => component.phonetic ?? '').join('');
  const script = SCRIPTS.find(([, pattern]) => pattern.test(phonetic))?.[0] ?? 'Latn';
  // RFC 9553 section 2.2.1.2: phonetic parts need to say in which script they are.
  return { components, full, ...(phonetic === '' ? {} : { phoneticScript: script }) };
}

function readComponents(cell: Cell): NameComponent[] {
  const part = (kind: NameComponent['kind'], value: string, phonetic = ''): NameComponent[] =>
    value === '' ? [] : [{ kind, value, ...(phonetic === '' ? {} : { phonetic }) }];
  const suffixes = cell('name suffix').split(/\s*,\s*/);
  return [
    ...part('title', cell('name prefix')),
    ...part('given', cell('first name'), cell('phonetic first name')),
    ...part('given2', cell('middle name'), cell('phonetic middle name')),
    ...part('surname', cell('last name'), cell('phonetic last name')),
    ...suffixes.flatMap((suffix) => part(GENERATION.test(suffix) ? 'generation' : 'credential', suffix)),
  ];
}
