import { hash } from 'node:crypto';
import type { PersonDraft } from './draft.ts';

/** Said by the file rather than about the person, or different from one export to the next. */
const NOT_CONTENT = new Set(['@type', 'uid', 'version', 'prodId', 'created', 'updated', 'media']);

/**
 * A short, stable key of what a draft says about a person, for rows and cards whose source gives no key: two drafts have
 * the same one when they say the same, wherever they stand in the file. Photos do not count.
 */
export function contentKey(draft: PersonDraft): string {
  return hash('sha256', stableJson({ ...draft.card, connectedOn: draft.connectedOn }), 'base64url').slice(0, 27);
}

/** JSON with the names of every object in order. */
function stableJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  let json = '{';
  for (const [name, part] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (part !== undefined && !NOT_CONTENT.has(name)) json += `${JSON.stringify(name)}:${stableJson(part)},`;
  }
  return `${json}}`;
}
