import { isCard } from '../../domain/card/is-card.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { decodeText } from '../csv/decode.ts';
import type { FileItem, PersonDraft } from '../draft.ts';
import { type GroupItem, whyNoPerson, withoutGroups } from '../people.ts';
import { type JsonSpan, jsonObjects, linesOf } from './values.ts';

/** More is no card but an attack on whoever goes down into it. */
const DEEPEST = 64;
const LONGEST = 32_000_000;
/** Where what is not as RFC 9553 says is kept, under the property's own name. */
export const UNREAD = 'tendril:unread';
const SIGN = /"@type"\s*:\s*"Card"/;

/** Whether the beginning of a file is that of JSContact: a card, an array of cards, or one a line. */
export function looksLikeJsContact(start: string): boolean {
  return /^\ufeff?\s*(?:\[\s*)?\{/.test(start) && SIGN.test(start);
}

/**
 * Reads the people of a JSContact file (RFC 9553): one Card, an array of them, or one a line. Never throws: what is no card
 * is skipped by its place, a property that is not as the standard says is kept aside, properties nobody knows stay.
 */
export function* iterateJsContact(bytes: Uint8Array): Generator<FileItem> {
  const { utf8 } = decodeText(bytes);
  yield* withoutGroups(() => cardsOf(utf8), Buffer.from(utf8.buffer, utf8.byteOffset, utf8.length).includes('"group"'));
}

function* cardsOf(utf8: Uint8Array): Generator<FileItem | GroupItem> {
  let number = 0;
  for (const span of jsonObjects(utf8)) {
    number += 1;
    const object = parsed(span);
    if (typeof object !== 'string') {
      yield toItem(object, whereOf(number, span));
      continue;
    }
    yield skipped(whereOf(number, span), object);
    for (const line of linesOf(span)) {
      const rescued = line.line === span.line ? '' : parsed(line);
      if (typeof rescued === 'string' || rescued['@type'] !== 'Card') continue;
      number += 1;
      yield toItem(rescued, whereOf(number, line));
    }
  }
  if (number === 0) yield { kind: 'warning', warning: 'the file holds no card' };
}

function whereOf(number: number, { line }: JsonSpan): string {
  return `card ${number} (line ${line})`;
}

function skipped(where: string, reason: string): FileItem {
  return { kind: 'skipped', skipped: { where, reason } };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The object, or why it cannot be read. */
function parsed({ bytes, depth, isClosed }: JsonSpan): JsonObject | string {
  if (bytes.length > LONGEST && isClosed) return `larger than ${LONGEST / 1_000_000} MB`;
  if (depth > DEEPEST) return `nested more than ${DEEPEST} deep`;
  if (!isClosed) return 'cut short: its last brace is missing';
  try {
    return cleaned(
      JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')),
    ) as JsonObject;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const said = /^[^,(]*?(?= in JSON| at position|,|\(|$)/.exec(error.message)?.[0].trim() ?? '';
    return `not JSON: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  }
}

/** Without what no database keeps (NUL, half characters, numbers too large) and what would change an object's nature. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [cleaned(key) as string, cleaned(each)] as const)
      .filter(([key]) => key !== '__proto__'),
  );
}

function toItem(object: JsonObject, where: string): FileItem | GroupItem {
  if (object['@type'] !== 'Card') return skipped(where, 'no card: it has no "@type": "Card"');
  const { card, warnings } = toCard(object);
  if (card.kind === 'group') return { kind: 'group', where, card };
  const reason = whyNoPerson(card);
  if (reason !== undefined) return skipped(where, reason);
  const draft: PersonDraft = { where, ...(card.uid === '' ? {} : { key: card.uid }), card, warnings };
  return { kind: 'draft', draft };
}

/** The card, and what of the object is not as the standard says: kept aside, so that nothing is lost. */
function toCard(object: JsonObject): { readonly card: Card; readonly warnings: readonly string[] } {
  const frame = { '@type': 'Card', version: '1.0', uid: '' };
  const kept: [string, unknown][] = [];
  const aside: [string, unknown][] = [];
  const warnings: string[] = [];
  const put = (name: string, value: unknown, place: string) => {
    if (fits(frame, name, value)) return true;
    warnings.push(`“${place}” is not as JSContact has it, and is kept aside`);
    return false;
  };
  for (const [name, value] of Object.entries(object)) {
    if (name === UNREAD) aside.push(...Object.entries(isObject(value) ? value : {}));
    else if (fits(frame, name, value)) kept.push([name, value]);
    else if (isObject(value) && fits(frame, name, {})) {
      // Of a map only the entries that are not right.
      const entries = Object.entries(value).map(([id, entry]) => ({
        entry: [id, entry] as const,
        isGood: put(name, { [id]: entry }, `${name}/${id}`),
      }));
      const [good, bad] = [true, false].map((wanted) =>
        Object.fromEntries(entries.filter(({ isGood }) => isGood === wanted).map(({ entry }) => entry)),
      );
      if (Object.keys(good ?? {}).length > 0) kept.push([name, good]);
      aside.push([name, bad]);
    } else if (!put(name, value, name)) aside.push([name, value]);
  }
  const unread = aside.length === 0 ? {} : { [UNREAD]: Object.fromEntries(aside) };
  return { card: { ...frame, ...Object.fromEntries(kept), ...unread } as unknown as Card, warnings };
}

/** Whether a card may have this property with this value. */
function fits(frame: JsonObject, name: string, value: unknown): boolean {
  const candidate: unknown = { ...frame, [name]: value };
  if (!isCard(candidate)) return false;
  if (name === 'version') return value === '1.0' || value === '2.0';
  // A picture's bytes come with the file; a hash names those of another store.
  if (name === 'media') return Object.values(candidate.media ?? {}).every(({ uri }) => uri !== undefined);
  return Object.values(candidate.anniversaries ?? {}).every(({ date }) => isDay(date));
}

function isDay(date: NonNullable<Card['anniversaries']>[string]['date']): boolean {
  if ('utc' in date) return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T/.test(date.utc);
  const { year, month, day } = date;
  const isWithin = (part: number | undefined, most: number) =>
    part === undefined || (Number.isInteger(part) && part >= 1 && part <= most);
  // Some calendars have thirteen months.
  return isWithin(year, 9999) && isWithin(month, 13) && isWithin(day, 31) && (month !== undefined || day === undefined);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
