import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

/** Attributes a person reads or hears. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'alt', 'placeholder', 'title', 'label']);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Words written into markup instead of the catalogue. Single signs (an arrow, a dot) are no words. */
function looseWords(node: Node, found: string[] = []): readonly string[] {
  if (node.type === 'JSXText' && /\p{L}{2}/u.test(String(node.value))) found.push(String(node.value).trim());
  if (
    node.type === 'JSXAttribute' &&
    isNode(node.name) &&
    SPOKEN.has(String(node.name.name)) &&
    isNode(node.value) &&
    node.value.type === 'Literal'
  ) {
    const text = String(node.value.value);
    if (/\p{L}{2}/u.test(text)) found.push(text);
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) looseWords(child, found);
  }
  return found;
}

const here = import.meta.dirname;
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

test('finds words in markup when there are any', () => {
  const { program } = parseSync('x.tsx', 'const x = <p title="Two words">Hello <b aria-hidden="true">·</b></p>;');
  expect(looseWords(program as unknown as Node)).toEqual(['Two words', 'Hello']);
});

test.each(files)('%s takes its words from the catalogue', (name) => {
  const { program } = parseSync(name, readFileSync(join(here, name), 'utf8'));
  expect(looseWords(program as unknown as Node)).toEqual([]);
});

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** The names of catalogues: `t`, the parts that are loaded later (`tPeople`), and the words of the pictures. */
const CATALOGUES = /^(?:t|p|t[A-Z][a-z]+)$/;

/** Where the catalogue is read as a module is loaded: the words would stay in the language of that moment. */
function earlyReads(node: Node, found: string[] = []): readonly string[] {
  if (node.type === 'MemberExpression' && isNode(node.object) && CATALOGUES.test(String(node.object.name)))
    found.push(isNode(node.property) ? String(node.property.name) : '');
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue;
      // A function is for later, unless it is handed to what calls it at once.
      if (FUNCTIONS.has(child.type) && !(node.type === 'CallExpression' && key === 'arguments')) continue;
      earlyReads(child, found);
    }
  }
  return found;
}

const modules = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
);

test('finds words that are read too early when there are any', () => {
  const { program } = parseSync(
    'x.tsx',
    'const a = t.nav.today; const b = list.map((x) => t.days[x]); const c = () => t.app.name; const d = lazy({ e: () => t.keys }); const e = tNear.title;',
  );
  expect(earlyReads(program as unknown as Node)).toEqual(['nav', 'days', 'title']);
});

test.each(modules)('%s reads the catalogue when it draws or acts', (name) => {
  const { program } = parseSync(name, readFileSync(join(here, name), 'utf8'));
  expect(earlyReads(program as unknown as Node)).toEqual([]);
});
