import { findAddress, siteOf } from '../resources/address.ts';
import type { CaptureContext, CapturedThing, PersonRef } from './capture.ts';
import type { Cast } from './cast.ts';
import { unifyMentions } from './cast.ts';
import { splitClauses } from './clauses.ts';
import { readClauses } from './reading.ts';
import { scanLine } from './scan.ts';
import type { Node } from './scan-types.ts';

/** Lines about something to share: a link that is kept, perhaps for somebody, and what was passed on. */

/** What stands before a title when one notes a link. */
const NOTED =
  /^(?:(?:a )?(?:good|great|nice|worth) (?:a )?read(?:ing)?|(?:i )?(?:just )?(?:read|saw|seen|found|watched|heard|listened to|came across|keep|kept|save|saved|bookmark|remember)\b|to read|link|article|book)\s*(?:this)?[\s:–—-]*/iu;
const AROUND = /^[\s"“”„:;,.–—|-]+|[\s"“”„:;,–—|-]+$/gu;
/** Whom it is for, as the end of a line says it. */
const FOR =
  /(?:^|[\s–—,;:(-])(?:(?:(?:this )?(?:is |would be |may be |might be )?(?:good|useful|interesting|great|nice|perfect|something|one)\s+)?for|(?:to share|worth sharing|share) with)\s+(?=\p{L})/giu;

export interface KeptLine {
  readonly thing: CapturedThing;
  readonly cast: Cast;
  readonly nodes: readonly Node[];
}

/**
 * A line that notes a link and tells of no meeting: the link, its title, and for whom it may be. Undefined for any other line,
 * also one in which people are named elsewhere: they were met, or written to.
 */
export function readKept(text: string, context: CaptureContext): KeptLine | undefined {
  const address = findAddress(text);
  if (address === undefined) return undefined;
  const blank = ' '.repeat(address.end - address.start);
  const rest = text.slice(0, address.start) + blank + text.slice(address.end);
  const tail = tailOf(rest, context);
  const title = rest
    .slice(0, tail.start)
    .replace(blank, ' ')
    .replace(/\(\s*\)/, '')
    .trim()
    .replace(NOTED, '')
    .replaceAll(AROUND, '');
  if (namesIn(title, context)) return undefined;
  // Only the names of whom it is for are read, where they stand in the line.
  const masked = ' '.repeat(tail.names) + rest.slice(tail.names);
  const nodes = unifyMentions(scanLine(masked, context));
  const { cast } = readClauses(splitClauses(nodes, masked), {
    text: masked,
    today: Temporal.PlainDate.from(context.today),
  });
  const refs = cast.members().map(({ ref }) => ref);
  return { thing: { title, address: address.written, refs }, cast, nodes: nodes.filter(({ kind }) => kind === 'name') };
}

/** Whether people are named who are known, or were met: a title is full of other names. */
function namesIn(text: string, context: CaptureContext): boolean {
  const nodes = scanLine(text, context);
  return nodes.some((node, at) => {
    if (node.kind !== 'name') return false;
    const before = nodes[at - 1];
    return node.mention.who.kind !== 'new' || (before?.kind === 'word' && MET.has(before.fold));
  });
}
const MET: ReadonlySet<string> = new Set(['with', 'w', 'met', 'called', 'saw', 'visited', 'wrote', 'to']);

/** Where "for Ada" begins, and where its names do; the end of the line when nobody is named there. */
function tailOf(rest: string, context: CaptureContext): { readonly start: number; readonly names: number } {
  for (const match of rest.matchAll(FOR)) {
    const names = match.index + match[0].length;
    const said = rest.slice(names);
    if (said.split(/\s+/).length <= 12 && scanLine(said, context).some(({ kind }) => kind === 'name'))
      return { start: match.index, names };
  }
  return { start: rest.length, names: rest.length };
}

const THING =
  /\b(?:the|an?|this|that|my)\s+((?:[\p{L}’-]+\s+)?(?:article|book|paper|essay|piece|podcast|video|film|link|recipe|report|newsletter|study))\b(?:\s+(?:on|about|by|called)\s+([^.,;:!?()]{2,80}))?/iu;
const PASSED_ON = /\b(?:sent|forwarded|e-?mailed|texted|gave|lent|passed|shared|recommended|messaged|showed)\b/iu;
const WHEN_AT_END =
  /\s+(?:today|yesterday|this (?:morning|afternoon|evening)|last (?:night|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|by (?:e-?mail|text|whatsapp|signal|post))\b.*$/iu;

/** What a message passed on to those it was sent to: "Sent Ada the article on tides". Undefined where it is not said what. */
export function readPassedOn(text: string, refs: readonly PersonRef[]): CapturedThing | undefined {
  if (refs.length === 0 || !PASSED_ON.test(text)) return undefined;
  const address = findAddress(text)?.written;
  const [, what, about] = THING.exec(text) ?? [];
  const topic = about?.replace(WHEN_AT_END, '').trim() ?? '';
  if (what === undefined || (topic === '' && address === undefined))
    return address === undefined ? undefined : { title: '', address, refs };
  // A link without a word of what it is says that best itself.
  const title = topic === '' ? '' : `${what} on ${topic}`;
  return { title, refs, ...(topic === '' ? {} : { topic }), ...(address === undefined ? {} : { address }) };
}

/** What a thing is called in a sentence before its page was read. */
export function thingName({ title, address }: CapturedThing): string {
  return title !== '' ? `“${title}”` : address === undefined ? 'something' : `a link to ${siteOf(address)}`;
}
