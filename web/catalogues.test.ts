import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { calendarName, MOVING_CALENDARS } from '../src/domain/keeping/calendars.ts';
import { CHANNELS, EXCHANGE_KINDS, FACT_KINDS, MOMENT_KINDS, REASON_KINDS } from '../src/domain/words.ts';
import { comingDay, longDay, number, plainDay, relativeDay, setLocale, shortDay } from './lib/days.ts';
import { de } from './lib/strings.de.ts';
import { en } from './lib/strings.ts';
import { de as peopleDe } from './lib/strings-people.de.ts';
import { de as personDe } from './lib/strings-person.de.ts';
import { en as personEn } from './lib/strings-person.en.ts';

/** Every language against English. What an entry takes is read from its types, so that a new entry is met here by itself. */

setLocale('en');

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const nodeAt = (node: Node | undefined, ...path: readonly string[]): Node | undefined =>
  path.reduce<Node | undefined>((at, key) => (isNode(at?.[key]) ? at[key] : undefined), node);
const nameOf = (node: Node | undefined): string => String(node?.name ?? node?.value ?? '');

/** What a file of words declares, by name. */
function declaredIn(file: string): ReadonlyMap<string, Node> {
  const declared = new Map<string, Node>();
  const { program } = parseSync(file, readFileSync(join(lib, file), 'utf8'));
  for (const statement of nodes(program.body)) {
    const declaration = nodeAt(statement, 'declaration') ?? statement;
    if (declaration.type === 'FunctionDeclaration') declared.set(nameOf(nodeAt(declaration, 'id')), declaration);
    for (const declarator of nodes(declaration.declarations)) {
      const init = nodeAt(declarator, 'init');
      if (init !== undefined) declared.set(nameOf(nodeAt(declarator, 'id')), init);
    }
  }
  return declared;
}

const lib = join(import.meta.dirname, 'lib');
/** Parts of the catalogue that are loaded later, by their names. */
const parts = readdirSync(lib).flatMap((name) => /^strings-(.+)\.en\.ts$/.exec(name)?.[1] ?? []);
const declared = declaredIn('strings.ts');
const declaredLater = new Map(parts.map((part) => [part, declaredIn(`strings-${part}.en.ts`)]));
const load = async (part: string, language: 'de' | 'en'): Promise<unknown> =>
  ((await import(`./lib/strings-${part}.${language}.ts`)) as Record<string, unknown>)[language];
/** Every word there is in a language: what is loaded first, and the parts by their names. */
async function wholeOf(first: object, language: 'de' | 'en'): Promise<object> {
  const later = await Promise.all(parts.map(async (part) => [part, await load(part, language)] as const));
  return { ...first, ...Object.fromEntries(later) };
}
const wholeEn = await wholeOf(en, 'en');
const wholeDe = await wholeOf(de, 'de');

/** The English entry as it is written. */
function writtenAt([first = '', ...rest]: readonly string[]): Node | undefined {
  const part = declaredLater.get(first);
  const known = part ?? declared;
  let node = known.get('en');
  for (const key of part === undefined ? [first, ...rest] : rest) {
    const property = nodes(node?.properties).find((entry) => nameOf(nodeAt(entry, 'key')) === key);
    node = nodeAt(property, 'value');
    while (node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression') node = nodeAt(node, 'expression');
    if (node?.type === 'Identifier') node = known.get(nameOf(node));
  }
  return node;
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  Channel: CHANNELS,
  ExchangeKind: EXCHANGE_KINDS,
  FactKind: FACT_KINDS,
  MomentKind: MOMENT_KINDS,
  ReasonKind: REASON_KINDS,
  PartOfDay: ['night', 'morning', 'afternoon', 'evening'],
};
/** Names of arguments that are days. */
const DAY = /^(?:day|date|until|now|made|read|since|on|at)$/;

const aDay = fc
  .integer({ min: -400, max: 400 })
  .map((days) => Temporal.PlainDate.from('2026-11-23').add({ days }).toString());
/** A word no catalogue has. */
const aWord = fc.string({ unit: fc.constantFrom('x', 'q', 'z'), minLength: 3, maxLength: 9 }).map((word) => `Q${word}`);

function anyOf(type: Node | undefined, name: string): fc.Arbitrary<unknown> {
  switch (type?.type) {
    case 'TSNumberKeyword':
      return fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 3000 }));
    case 'TSBooleanKeyword':
      return fc.boolean();
    case 'TSNullKeyword':
      return fc.constant(null);
    case 'TSLiteralType':
      return fc.constant(nodeAt(type, 'literal')?.value);
    case 'TSUnionType':
      return fc.oneof(...nodes(type.types).map((one) => anyOf(one, name)));
    case 'TSTypeOperator':
      return anyOf(nodeAt(type, 'typeAnnotation'), name);
    case 'TSArrayType':
      return fc.array(anyOf(nodeAt(type, 'elementType'), ''), { maxLength: 8 });
    case 'TSTypeLiteral':
      return fc.record(
        Object.fromEntries(
          nodes(type.members).map((member) => {
            const key = nameOf(nodeAt(member, 'key'));
            return [key, anyOf(nodeAt(member, 'typeAnnotation', 'typeAnnotation'), key)];
          }),
        ),
      );
    case 'TSTypeReference': {
      const words = WORDS[nameOf(nodeAt(type, 'typeName'))];
      if (words === undefined) throw new Error(`What is a ${nameOf(nodeAt(type, 'typeName'))}? Say it in WORDS.`);
      return fc.constantFrom(...words);
    }
    default:
      return DAY.test(name) ? aDay : aWord;
  }
}

function argumentsOf(path: readonly string[]): fc.Arbitrary<readonly unknown[]> {
  const written = writtenAt(path);
  const params = nodes(written?.params);
  // Taken over from elsewhere, and so of one word.
  if (written === undefined) return fc.tuple(aWord);
  return fc.tuple(...params.map((param) => anyOf(nodeAt(param, 'typeAnnotation', 'typeAnnotation'), nameOf(param))));
}

type Say = (...values: readonly unknown[]) => unknown;
interface Entry {
  readonly path: readonly string[];
  readonly english: unknown;
  readonly other: unknown;
}

function entriesOf(english: unknown, other: unknown, path: readonly string[] = []): readonly Entry[] {
  if (typeof english !== 'object' || english === null || typeof other !== 'object' || other === null)
    return [{ path, english, other }];
  return Object.entries(english).flatMap(([key, value]) => entriesOf(value, Reflect.get(other, key), [...path, key]));
}

/** What free words, numbers and days can look like in a sentence. */
function formsOf(value: unknown): readonly string[] {
  if (typeof value === 'number') return [String(value), number(value)];
  if (Array.isArray(value) || (typeof value === 'object' && value !== null))
    return Object.values(value).flatMap(formsOf);
  if (typeof value !== 'string' || value === '') return [];
  if (value.startsWith('Q')) return [value];
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return [];
  const now = '2026-11-23';
  // "Today, …" is a word of the catalogue's own, which each language says in its way.
  return [longDay(value), plainDay(value), shortDay(value), relativeDay(value), comingDay(value, now)].filter(
    (form) => form !== 'today',
  );
}

const text = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(text).join('\n');
  expect(value).toBeTypeOf('string');
  return String(value);
};

/** Names, and words that other languages have too. */
const SAME_WORDS = new Set(
  [
    'Tendril, Inner, Name, Fax, Pager, Website, Position, Hobby, Link, Links, Organisation, LinkedIn, Instagram, Facebook, X',
    'Mastodon, WhatsApp, Signal, Telegram, Messenger, Skype, Outlook, vCard, vCard 4.0, JSContact, LDIF',
  ].flatMap((line) => line.split(', ')),
);
/** Entries that only pass on what they are given, or know a few words of it. */
const GIVEN = new Set([
  ...['toast.left', 'today.sinceLast', 'people.last', 'people.next', 'person.source'],
  ...['person.tieWord', 'person.occasion', 'history.by'],
]);

describe.each([['German', wholeDe]] as const)('in %s', (_, catalogue) => {
  const entries = entriesOf(wholeEn, catalogue);
  const functions = entries.filter(({ english }) => typeof english === 'function');

  test('nothing is left in English', () => {
    const same = entries.filter(({ path, english, other }) => {
      if (path.join('.').startsWith('person.tieKinds.')) return false; // Kinds as they are kept, no words.
      if (typeof english === 'string') return english === other && /\p{L}/u.test(english) && !SAME_WORDS.has(english);
      if (typeof english !== 'function' || GIVEN.has(path.join('.'))) return false;
      return fc
        .sample(argumentsOf(path), { numRuns: 30, seed: 7 })
        .every((values) => (english as Say)(...values) === (other as Say)(...values));
    });
    expect(same.map(({ path }) => path.join('.'))).toEqual([]);
  });

  test.each(functions.map((entry) => [entry.path.join('.'), entry] as const))(
    '%s says all that English says of what it is given',
    (_path, { path, english, other }) => {
      fc.assert(
        fc.property(argumentsOf(path), (values) => {
          const [said, there] = [text((english as Say)(...values)), text((other as Say)(...values))];
          const lower = [said.toLowerCase(), there.toLowerCase()] as const;
          const missing = formsOf(values).filter(
            (form) => lower[0].includes(form.toLowerCase()) && !lower[1].includes(form.toLowerCase()),
          );
          expect(missing, `${said} | ${there}`).toEqual([]);
          expect(there === '', `${said} | ${there}`).toBe(said === '');
        }),
      );
    },
  );
});

describe('German', () => {
  const written = readdirSync(lib)
    .filter((name) => /^strings.*\.de\.ts$/.test(name))
    .map((name) => readFileSync(join(lib, name), 'utf8'))
    .join();

  test('has its own quotation marks, in pairs', () => {
    const texts = entriesOf(wholeEn, wholeDe).map(({ path, other }) =>
      typeof other === 'function'
        ? text((other as Say)(...(fc.sample(argumentsOf(path), { numRuns: 1, seed: 3 })[0] ?? [])))
        : String(other),
    );
    for (const line of texts) {
      expect(line).not.toMatch(/["”'’]/);
      expect(line.match(/„/g)?.length).toBe(line.match(/“/g)?.length);
    }
  });

  test('knows the kinds of ties, of days and of calendars that the server names', () => {
    expect(personEn.tieKinds.filter((kind) => personDe.tieWord(kind) === personEn.tieWord(kind))).toEqual([]);
    expect(personDe.tieKinds).toEqual(personEn.tieKinds);
    expect(personDe.occasion('birthday')).toBe('Geburtstag');
    expect(personDe.occasion('wedding anniversary')).toBe('Hochzeitstag');
    expect(personDe.occasion('name day by the Ethiopian calendar')).toBe('Namenstag nach dem äthiopischen Kalender');
    for (const calendar of MOVING_CALENDARS)
      expect(personDe.occasion(`birthday by the ${calendarName(calendar)} calendar`)).toMatch(
        /^Geburtstag nach dem \p{Ll}+en Kalender$/u,
      );
  });

  test('counts, and tells the days, as one speaks', () => {
    setLocale('de');
    const now = '2026-11-23';
    expect(de.today.line({ day: now, late: 1, waiting: 3, done: 2 })).toBe(
      'Montag, 23. November. Einmal eilt es; zweimal ist es schon getan; drei weitere können warten.',
    );
    expect([de.today.waiting(1), de.today.waiting(2)]).toEqual(['Eine Person wartet.', 'Zwei Personen warten.']);
    expect([1, 3, 1200].map((count) => peopleDe.count(count, false))).toEqual([
      '1 Person',
      '3 Personen',
      '1.200 Personen',
    ]);
    expect(['2026-11-24', '2026-11-27', '2027-01-05'].map((day) => personDe.due(day, now))).toEqual([
      'bis morgen',
      'bis Freitag',
      'bis zum 5. Januar 2027',
    ]);
    expect(personDe.followUp('2026-11-27', now)).toBe('Melde dich am Freitag, solange es frisch ist.');
    expect(de.touch.said('email', 'mine', ['Ada', 'Zed'])).toBe('E-Mail von dir · mit Ada und Zed');
    setLocale('en');
  });

  test('speaks to a friend', () => {
    expect(written.match(/\b(?:Sie haben|Ihre|Ihnen|Ihrem|Ihren)\b/g)).toBeNull();
  });
});
