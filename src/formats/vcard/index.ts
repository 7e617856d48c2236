import { collectItems, type FileItem, type ReadItems } from '../draft.ts';
import { type GroupItem, whyNoPerson, withoutGroups } from '../people.ts';
import { type ContentLine, parseContentLine } from './content-line.ts';
import { type ByteText, toByteText } from './decode.ts';
import { cardFromLines } from './from-vcard.ts';
import { type RawCard, type Stray, splitCards } from './lines.ts';
import { UNREAD } from './unfold.ts';

export { looksLikeVCard } from './decode.ts';
export { writeVCard } from './to-vcard.ts';
export type { VCardVersion } from './writing.ts';

/** What one card of a file turned out to be. */
export type VCardItem = PeopleItem | GroupItem;

/** An item of a vCard file, and how many properties a warning says to be lost: every card keeps all of its own. */
export type PeopleItem = FileItem & { readonly lostProperties?: number };

export interface ReadVCards extends ReadItems {
  /** How many properties of the file were lost; a warning names the line of each. */
  readonly lostProperties: number;
}

/** More than a person would read about one card. */
const WARNING_LIMIT = 200;
const LOOK_BYTES = 1 << 20;

/**
 * Reads a vCard file of any version card by card, so that a large one can be taken in slices. Never throws, whatever the
 * bytes: what cannot be read is named by its line. Group cards come as they are; `iteratePeople` resolves them.
 */
export function* iterateVCards(source: Uint8Array): Generator<VCardItem> {
  const file = toByteText(source);
  const strays: Stray[] = [];
  const guessed = new Set<string>();
  let number = 0;
  for (const raw of splitCards(file.bytes, (stray) => void strays.push(stray))) {
    number++;
    yield* strays.splice(0).map(strayItem);
    yield itemOf(raw, { where: `card ${number} (line ${raw.line})`, file, guessed });
  }
  yield* strays.map(strayItem);
  for (const charset of guessed) yield warningItem(`${GUESSED} ${charset}; check the names`);
  if (number === 0) yield warningItem('the file holds no vCard');
}

const GUESSED = 'the file does not say in which character set its text is, so it was guessed to be';

function strayItem({ problem, properties }: Stray): VCardItem {
  return warningItem(problem, properties);
}

function warningItem(warning: string, lostProperties = 0): VCardItem {
  return { kind: 'warning', warning, lostProperties };
}

/** Reads a vCard file that is small enough to be held. */
export function readVCards(source: Uint8Array): ReadVCards {
  const items = [...iteratePeople(source)];
  const lostProperties = items.reduce((count, item) => count + (item.lostProperties ?? 0), 0);
  return { ...collectItems(items), lostProperties };
}

/**
 * Reads the people of a vCard file one by one. A group's name becomes a keyword of those of its members that the file
 * holds; since a group may stand behind its members, a file that has any is gone over twice.
 */
export function* iteratePeople(source: Uint8Array): Generator<PeopleItem> {
  yield* withoutGroups(() => iterateVCards(source), mayHoldGroups(source));
}

function itemOf(
  raw: RawCard,
  { where, file, guessed }: { where: string; file: ByteText; guessed: Set<string> },
): VCardItem {
  if (raw.refused !== undefined) return { kind: 'skipped', skipped: { where, reason: raw.refused } };
  const warnings = [...raw.warnings];
  const lines = raw.lines.flatMap((line): ContentLine[] => {
    const onDoubt = (problem: string): void => void warnings.push(`line ${line.line}: ${problem}`);
    const options = { file, onDoubt, onGuess: (charset: string) => void guessed.add(charset) };
    const parsed = parseContentLine(line, options);
    if (parsed) return [parsed];
    warnings.push(`line ${line.line} has no value and is kept as it is`);
    return [parseContentLine({ ...line, text: `${UNREAD}:${line.text}` }, options)].filter(
      (each) => each !== undefined,
    );
  });
  const { card, warnings: doubts } = cardFromLines(lines);
  if (card.kind === 'group') return { kind: 'group', where, card };
  const reason = whyNoPerson(card);
  if (reason !== undefined) return { kind: 'skipped', skipped: { where, reason } };
  const key = card.uid === '' ? {} : { key: card.uid };
  const draft = { where, ...key, card, warnings: upTo([...warnings, ...doubts], WARNING_LIMIT) };
  return { kind: 'draft', draft };
}

function upTo(warnings: readonly string[], limit: number): readonly string[] {
  if (warnings.length <= limit) return warnings;
  return [...warnings.slice(0, limit), `${warnings.length - limit} more lines had problems`];
}

/** A quick look, so that a file without groups, which is nearly every file, is read once. */
function mayHoldGroups(source: Uint8Array): boolean {
  const { bytes } = toByteText(source);
  for (let at = 0; at < bytes.length; at += LOOK_BYTES) {
    // What is cut at the end of one look stands at the beginning of the next.
    if (/KIND[^:\r\n]{0,100}:[ \t]*group/i.test(bytes.toString('latin1', at, at + LOOK_BYTES + 200))) return true;
  }
  return false;
}
