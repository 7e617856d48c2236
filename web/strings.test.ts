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
