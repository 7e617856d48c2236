/** What vCard cannot say goes along as JSPROP (RFC 9555 section 3.2.1): a JSON pointer into the card, and a value. */

import { isCard } from '../../domain/card/is-card.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { type Fields, isFields, setKey } from './reading.ts';

/** `value` null takes away what the vCard would say there by itself. */
export interface Patch {
  readonly pointer: string;
  readonly value: unknown;
}

/** A key that can stand in a parameter; an object with any other key is sent whole. */
const PLAIN_KEY = /^[^\p{Cc}\p{Cs}]{1,255}$/u;

/** What must be said beside a vCard so that `read` becomes `wanted`: the least, in the order of the card. */
export function patchesBetween(wanted: unknown, read: unknown, path: readonly string[] = []): Patch[] {
  if (isSame(wanted, read)) return [];
  const pointer = path.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  if (!isFields(wanted) || !isFields(read)) return [{ pointer, value: wanted ?? null }];
  const keys = [...new Set([...Object.keys(wanted), ...Object.keys(read)])].filter(
    (key) => !isSame(wanted[key], read[key]),
  );
  if (path.length > 0 && !keys.every((key) => PLAIN_KEY.test(key))) return [{ pointer, value: wanted }];
  return keys.flatMap((key) => patchesBetween(wanted[key], read[key], [...path, key]));
}

/** Deep equality of JSON, in which a key without a value is no key. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, at) => isSame(value, b[at]));
  if (!isFields(a) || !isFields(b)) return false;
  for (const key in a) if (!isSame(a[key], Object.hasOwn(b, key) ? b[key] : undefined)) return false;
  for (const key in b) if (b[key] !== undefined && !Object.hasOwn(a, key)) return false;
  return true;
}

/** Applies patches from a file; undefined when what comes out is no card, so that a hostile one cannot make it so. */
export function applyPatches(card: Card, patches: readonly Patch[]): Card | undefined {
  const patched = structuredClone(card) as unknown as Fields;
  for (const { pointer, value } of patches) {
    const path = pointer
      .replace(/^\//, '')
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = path.pop();
    let target: Fields | undefined = patched;
    for (const key of path) {
      const next: unknown = target !== undefined && Object.hasOwn(target, key) ? target[key] : undefined;
      target = isFields(next) ? next : undefined;
    }
    if (!target || last === undefined || last === '') return undefined;
    if (value === null) delete target[last];
    else setKey(target, last, value);
  }
  return isCard(patched) ? patched : undefined;
}

/** Deeper than any card; past it, code that walks a value would run out of stack. */
const DEEPEST = 32;

/** Reads the value of a JSPROP; undefined when it is no JSON, or nested beyond reason. */
export function parseJson(text: string): unknown {
  let depth = 0;
  for (const char of text) {
    if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
    if (depth > DEEPEST) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
