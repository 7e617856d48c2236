import { calendarWords } from './calendar-words.ts';
import type { CaptureContext, DirectoryPerson } from './capture.ts';
import { candidateTokens } from './directory.ts';
import { FUNCTION_WORDS, ORDINARY_WORDS, UNNAMED_PEOPLE } from './lexicon.ts';
import { type NameFinder, type NameMatch, nameFinder } from './names.ts';
import type { Mention, Node, Who } from './scan-types.ts';
import { isActWord, isNameBeforeVerb, isPredicate, listenTo, type Slot } from './slots.ts';
import { isCapitalized, isUnspaced, nameWords, type Token, tokenize } from './tokens.ts';
import { isBoundary, isRareWord, type NameShape, readCapitals, readOrganization, readUnknownName, sourceOf } from './unknown-names.ts';
import { readWhen } from './when.ts';
import type { When } from './when-types.ts';

interface Scanner extends NameShape {
  readonly text: string;
  readonly context: CaptureContext;
  readonly finder: NameFinder;
  readonly owner: string;
  whenAt(i: number): When | undefined;
}

/** What stands at some token, and the token behind it. */
interface Found {
  readonly node: Node;
  readonly end: number;
}

/** Walks the line once and finds people, times and markers; what is left are words and marks. */
export function scanLine(text: string, context: CaptureContext): Node[] {
  const scanner = makeScanner(text, context);
  const { tokens } = scanner;
  const nodes: Node[] = [];
  let slot: Slot = { level: 'none', afterComma: false };
  for (let i = 0; i < tokens.length; ) {
    const found = readMarker(scanner, i) ?? readPerson(scanner, i, slot) ?? readTime(scanner, i);
    const token = tokens[i];
    if (token === undefined) break;
    if (found === undefined) {
      nodes.push(toNode(token));
      slot = listenTo(slot, tokens, i, nodes);
      i++;
      continue;
    }
    const employed = found.node.kind === 'name' ? readEmployer(scanner, found.node, found.end) : undefined;
    nodes.push(...(employed?.nodes ?? [found.node]));
    i = employed?.end ?? found.end;
    if (found.node.kind !== 'name') slot = { level: 'none', afterComma: false };
    else slot = found.node.mention.clitic === undefined ? { ...slot, afterComma: false } : { level: 'none', afterComma: false };
  }
  return nodes;
}

function makeScanner(text: string, context: CaptureContext): Scanner {
  const tokens = tokenize(text);
  const whenContext = { today: Temporal.PlainDate.from(context.today), words: calendarWords(context.locale) };
  const times = new Map<number, When | undefined>();
  const whenAt = (i: number) => {
    if (!times.has(i)) times.set(i, readWhen(tokens, i, whenContext));
    return times.get(i);
  };
  // asking only for what `candidateTokens` names keeps a preloaded directory and a whole one from disagreeing
  const asked = new Set(candidateTokens(text));
  const finder = nameFinder({ byToken: (token) => (asked.has(token) ? context.people.byToken(token) : []) });
  const ignoresCase = !/\p{Ll}/u.test(text) || !/\p{Lu}/u.test(text);
  return {
    text,
    context,
    tokens,
    finder,
    ignoresCase,
    owner: nameWords(context.ownerName ?? '').join(' '),
    whenAt,
    isWhen: (i) => whenAt(i) !== undefined,
  };
}

function toNode(token: Token): Node {
  const { start, end, glued, text, fold, clitic } = token;
  if (token.kind === 'mark') return { kind: 'mark', start, end, glued, text };
  return { kind: 'word', start, end, glued, text, fold, ...(clitic === undefined ? {} : { clitic }) };
}

function readTime(scanner: Scanner, i: number): Found | undefined {
  const when = scanner.whenAt(i);
  const first = scanner.tokens[i];
  const last = when === undefined ? undefined : scanner.tokens[when.end - 1];
  if (when === undefined || first === undefined || last === undefined) return undefined;
  return { node: { kind: 'when', start: first.start, end: last.end, glued: first.glued, when }, end: when.end };
}

/** `#tag`, `@ada` and `new: Full Name`. */
function readMarker(scanner: Scanner, i: number): Found | undefined {
  const { tokens } = scanner;
  const [mark, next] = [tokens[i], tokens[i + 1]];
  if (mark === undefined || next === undefined) return undefined;
  if (mark.text === '#' && next.glued && next.kind === 'word') {
    let end = i + 2;
    while (tokens[end]?.glued === true && (tokens[end]?.kind === 'word' || tokens[end]?.text === '-')) end++;
    const last = tokens[end - 1] ?? next;
    return { node: { kind: 'tag', start: mark.start, end: last.end, glued: mark.glued, text: sourceOf(tokens, i + 1, end) }, end };
  }
  if (mark.text === '@' && next.glued && next.kind === 'word' && /^\p{L}/u.test(next.text)) return readForced(scanner, i);
  if (mark.fold === 'new' && next.text === ':') {
    const end = endOfNewName(scanner, i + 2);
    if (end === undefined) return undefined;
    const who: Who = { kind: 'new', name: capitalize(sourceOf(tokens, i + 2, end)) };
    return toMention(scanner, { start: i + 2, end, who, isParticipant: true, isForced: true });
  }
  return undefined;
}

function endOfNewName({ tokens }: Scanner, i: number): number | undefined {
  const first = tokens[i];
  if (first?.kind !== 'word') return undefined;
  const needsCapital = isCapitalized(first.text) && !isUnspaced(first);
  let end = i;
  for (let token = tokens[end]; token !== undefined && end < i + 12; token = tokens[end]) {
    const isInner = token.kind === 'mark' && token.glued && (token.text === '-' || (token.text === '.' && (tokens[end - 1]?.text.length ?? 9) <= 2));
    if (token.kind === 'mark' && !isInner) break;
    if (FUNCTION_WORDS.has(token.fold) && !isCapitalized(token.text)) break;
    if (needsCapital && token.kind === 'word' && !isCapitalized(token.text) && !/^\p{Ll}{1,3}$/u.test(token.text)) break;
    end++;
  }
  return end === i ? undefined : end;
}

function readForced(scanner: Scanner, i: number): Found {
  const match = scanner.finder.find(scanner.tokens, i + 1);
  const unknown = match === undefined ? readUnknownName({ ...scanner, ignoresCase: false }, i + 1) : undefined;
  const end = match?.end ?? unknown?.end ?? i + 2;
  const who: Who =
    match === undefined
      ? { kind: 'unclear', candidates: [], canCreate: true }
      : toWho(match.people);
  return toMention(scanner, { start: i + 1, end, who, isParticipant: true, isForced: true }, i);
}

function toWho(people: readonly DirectoryPerson[]): Who {
  return people.length === 1 ? { kind: 'known', people } : { kind: 'unclear', candidates: people, canCreate: false };
}

function readPerson(scanner: Scanner, i: number, slot: Slot): Found | undefined {
  const token = scanner.tokens[i];
  if (token === undefined || token.kind !== 'word' || token.fold === '') return undefined;
  const family = readFamily(scanner, i, slot);
  if (family !== undefined) return family;
  const match = scanner.finder.find(scanner.tokens, i);
  if (match !== undefined && isOwner(scanner, i, match)) return undefined;
  if (match === undefined || !isNameHere(scanner, i, match, slot)) return readStranger(scanner, i, slot);
  const longer = match.tier === 'full' ? undefined : readLongerName(scanner, i, match);
  if (longer !== undefined) return readLonger(scanner, i, match, longer, slot);
  const narrowed = narrowByEmployer(scanner, match);
  const canCreate = slot.verb === 'met';
  const who: Who =
    narrowed.length === 1 && !isSomeoneElse(scanner, match, slot)
      ? { kind: 'known', people: narrowed }
      : { kind: 'unclear', candidates: narrowed, canCreate: canCreate || narrowed.length === 1 };
  return toMention(scanner, { start: i, end: match.end, who, isParticipant: isParticipantHere(scanner, match.end, slot), isForced: false });
}

/** "the Okafors": all of that surname, when they are few enough to be one family. */
function readFamily(scanner: Scanner, i: number, slot: Slot): Found | undefined {
  const MOST_FAMILY = 6;
  const token = scanner.tokens[i];
  const article = scanner.tokens[i - 1];
  if (token === undefined || article?.fold !== 'the' || !isCapitalized(token.text)) return undefined;
  const people = scanner.finder.findFamily(token);
  if (people.length === 0) return undefined;
  const who: Who =
    people.length <= MOST_FAMILY ? { kind: 'known', people } : { kind: 'unclear', candidates: people, canCreate: false };
  return toMention(scanner, { start: i, end: i + 1, who, isParticipant: slot.level !== 'none', isForced: false });
}

function isOwner(scanner: Scanner, i: number, match: NameMatch): boolean {
  return match.tier === 'full' && scanner.owner !== '' && nameWords(sourceOf(scanner.tokens, i, match.end)).join(' ') === scanner.owner;
}

/** Whether these words are that name here, and not a word of the language, a month or a place. */
function isNameHere(scanner: Scanner, i: number, match: NameMatch, slot: Slot): boolean {
  const { tokens, ignoresCase } = scanner;
  const token = tokens[i];
  if (token === undefined) return false;
  const isWith = slot.level === 'with' || slot.level === 'soft';
  if (match.end - i > 1 && (match.tier === 'full' || match.tier === 'partial')) return isWith || !isUnnamedWord(scanner, i, match.end);
  const isCapital = isCapitalized(token.text) && !ignoresCase;
  const isWord = FUNCTION_WORDS.has(token.fold) || ORDINARY_WORDS.has(token.fold) || scanner.isWhen(i);
  const isExact = match.tier !== 'prefix' && match.tier !== 'surname-prefix';
  if (/^\p{N}/u.test(token.text)) return isWith && isExact && !scanner.isWhen(i);
  if (isWith) {
    if (scanner.isWhen(i) && !(isExact && isBoundary(scanner, match.end) && slot.fresh === true)) return false;
    if (!isExact) return slot.level === 'with' && !isWord && (isCapital || isRareWord(token) || isUnspaced(token));
    if (slot.afterComma && ORDINARY_WORDS.has(token.fold) && !isCapital) return endsList(scanner, match.end);
    if (FUNCTION_WORDS.has(token.fold) && !isCapital) return isBoundary(scanner, match.end) && slot.fresh === true;
    return !(UNNAMED_PEOPLE.has(token.fold) && !isCapital && match.tier === 'surname');
  }
  if (!isExact || scanner.isWhen(i)) return false;
  const isUnspacedName = isUnspaced(token);
  if (isUnspacedName) return match.end - i > 1;
  if (match.tier === 'surname' && !isCapital) return false;
  if (isInPlaceOrTitle(tokens, i)) return token.clitic === 's' && tokens[i - 1]?.fold === 'at';
  if (isNameBeforeVerb(tokens, i, match.end)) return true;
  if (!isWord) return token.text.length > 1;
  return isCapital && !startsClause(tokens, i);
}

/** A full name made of nothing but words of grammar needs a place where a person is expected. */
function isUnnamedWord({ tokens }: Scanner, start: number, end: number): boolean {
  return tokens.slice(start, end).every((token) => token.kind === 'mark' || (FUNCTION_WORDS.has(token.fold) && !isCapitalized(token.text)));
}

/** Whether a list of people can go on or end before token `i`, where "hope she feels better" cannot. */
function endsList({ tokens, isWhen }: Scanner, i: number): boolean {
  const token = tokens[i];
  return token === undefined || token.kind === 'mark' || isWhen(i) || ['and', 'at', 'in', 'on', 'about', 'for', 'then', 'but'].includes(token.fold);
}

function startsClause(tokens: readonly Token[], i: number): boolean {
  const previous = tokens[i - 1];
  return previous === undefined || (previous.kind === 'mark' && previous.text !== '-') || ['and', 'but', 'then', 'so'].includes(previous.fold);
}

/** "in Florence", "at Café Luna": behind "in" or "at", or inside a longer proper name. */
function isInPlaceOrTitle(tokens: readonly Token[], i: number): boolean {
  const previous = tokens[i - 1];
  if (previous?.kind !== 'word') return false;
  if (['in', 'at', 'near'].includes(previous.fold)) return true;
  const isProper = isCapitalized(previous.text) && i > 1 && !previous.clitic;
  return isProper && isRareWord(previous) && !startsClause(tokens, i - 1);
}

/** "Ada Byron" when only an Ada Lovelace is known: the whole is another name. */
function readLongerName(scanner: Scanner, i: number, match: NameMatch): { end: number; isGuess: boolean } | undefined {
  const { tokens } = scanner;
  if (match.end > i + 1 && match.tier !== 'given') return undefined;
  if (tokens[match.end - 1]?.clitic !== undefined || isUnspaced(tokens[i] ?? { text: '' } as Token)) return undefined;
  const next = tokens[match.end];
  if (next === undefined || next.kind !== 'word' || scanner.isWhen(match.end) || next.glued) return undefined;
  const unknown = readUnknownName(scanner, i);
  if (unknown !== undefined && !unknown.isGuess && unknown.end > match.end) return { end: unknown.end, isGuess: false };
  if (unknown?.isGuess === true && unknown.end > match.end) return { end: unknown.end, isGuess: true };
  return undefined;
}

function readLonger(
  scanner: Scanner,
  i: number,
  match: NameMatch,
  longer: { end: number; isGuess: boolean },
  slot: Slot,
): Found | undefined {
  const isPlace = slot.level === 'with' || slot.level === 'soft' || isNameBeforeVerb(scanner.tokens, i, longer.end);
  if (!isPlace) return longer.isGuess ? toMention(scanner, { start: i, end: match.end, who: toWho(match.people), isParticipant: false, isForced: false }) : undefined;
  const mayBeSame = longer.isGuess || match.people.some(({ surname, name }) => surname === undefined && nameWords(name).length === 1);
  const who: Who = mayBeSame
    ? { kind: 'unclear', candidates: match.people, canCreate: true }
    : { kind: 'new', name: sourceOf(scanner.tokens, i, longer.end) };
  return toMention(scanner, { start: i, end: longer.end, who, isParticipant: isParticipantHere(scanner, longer.end, slot), isForced: false });
}

/** Somebody no name of the directory fits, where somebody must stand. */
function readStranger(scanner: Scanner, i: number, slot: Slot): Found | undefined {
  const { tokens } = scanner;
  const token = tokens[i];
  if (token === undefined || scanner.isWhen(i)) return undefined;
  if (nameWords(scanner.owner).length > 0 && scanner.owner.split(' ').includes(token.fold)) return undefined;
  const unknown = readUnknownName(scanner, i);
  if (unknown === undefined) return undefined;
  const isSubject = slot.level === 'none' && !isActWord(token.fold) && startsClause(tokens, i) && !unknown.isGuess && unknown.words > 1 && isNameBeforeVerb(tokens, i, unknown.end);
  const isWanted = slot.level === 'with' || (slot.level === 'soft' && unknown.words > 1 && !unknown.isGuess);
  if (!isSubject && !isWanted) return undefined;
  if (unknown.isGuess && slot.verb !== 'with' && slot.verb !== 'met') return undefined;
  // in a list behind a comma one capital may start anything: "Lunch with Ada, Great food"
  if (slot.afterComma && (unknown.words === 1 || unknown.isGuess || isPredicate(tokens[unknown.end]))) return undefined;
  const name = sourceOf(tokens, i, unknown.end);
  const isCertain = !unknown.isGuess && (unknown.words > 1 || slot.verb === 'met');
  const who: Who = isCertain ? { kind: 'new', name } : { kind: 'unclear', candidates: [], canCreate: true };
  return toMention(scanner, { start: i, end: unknown.end, who, isParticipant: true, isForced: false });
}

function isParticipantHere(scanner: Scanner, end: number, slot: Slot): boolean {
  if (slot.level !== 'with' && slot.level !== 'soft') return false;
  const last = scanner.tokens[end - 1];
  if (last?.clitic !== undefined) return false;
  return !slot.afterComma || !isPredicate(scanner.tokens[end]);
}

/** "Chris from Acme": those of the candidates who are there. */
function narrowByEmployer(scanner: Scanner, match: NameMatch): readonly DirectoryPerson[] {
  if (match.people.length === 1) return match.people;
  const employer = readOrganization(scanner, match.end) ?? readAt(scanner, match.end);
  if (employer?.organization === undefined) return match.people;
  const there = match.people.filter((person) => isSameOrganization(person, employer.organization ?? ''));
  return there.length === 0 ? match.people : there;
}

function readAt(scanner: Scanner, i: number): { organization: string } | undefined {
  if (scanner.tokens[i]?.fold !== 'at') return undefined;
  const name = readCapitals(scanner.tokens, i + 1);
  return name === undefined ? undefined : { organization: name.text };
}

function isSameOrganization(person: DirectoryPerson, organization: string): boolean {
  const [a, b] = [nameWords(person.organization ?? '').join(' '), nameWords(organization).join(' ')];
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

/** "Met Ada from Kanda" when the known Ada works elsewhere: perhaps another Ada. */
function isSomeoneElse(scanner: Scanner, match: NameMatch, slot: Slot): boolean {
  const [person] = match.people;
  if (slot.verb !== 'met' || match.tier === 'full' || person?.organization === undefined) return false;
  const employer = readOrganization(scanner, match.end);
  return employer?.organization !== undefined && !isSameOrganization(person, employer.organization);
}

/** The organisation said behind somebody new, or behind somebody whose organisation it is. */
function readEmployer(
  scanner: Scanner,
  name: Extract<Node, { kind: 'name' }>,
  i: number,
): { readonly nodes: readonly Node[]; readonly end: number } | undefined {
  const { who } = name.mention;
  const read = readOrganization(scanner, i);
  const [first, last] = [scanner.tokens[read?.start ?? 0], scanner.tokens[(read?.end ?? 1) - 1]];
  if (read === undefined || first === undefined || last === undefined) return undefined;
  const { organization = '', title } = read;
  if (who.kind === 'known' && !who.people.some((person) => isSameOrganization(person, organization))) return undefined;
  const employed: Who = who.kind === 'new' ? { ...who, organization, ...(title === undefined ? {} : { title }) } : who;
  return {
    nodes: [
      { ...name, mention: { ...name.mention, who: employed } },
      { kind: 'organization', start: first.start, end: last.end, glued: first.glued, text: organization },
    ],
    end: read.end,
  };
}

interface MentionDraft {
  /** Tokens. */
  readonly start: number;
  readonly end: number;
  readonly who: Who;
  readonly isParticipant: boolean;
  readonly isForced: boolean;
}

function toMention(scanner: Scanner, draft: MentionDraft, from = draft.start): Found {
  const { tokens, text, context } = scanner;
  const first = tokens[draft.start];
  const last = tokens[draft.end - 1];
  const outer = tokens[from];
  if (first === undefined || last === undefined || outer === undefined) throw new RangeError('a mention outside the line');
  // the clitic of "Ada's" is no part of her name
  const end = last.kind === 'mark' ? last.end : last.start + last.text.length;
  const asked = text.slice(first.start, end);
    const mention: Mention = {
    start: outer.start,
    end,
    text: asked,
    who: settle(draft.who, asked, context),
    isParticipant: draft.isParticipant,
    isForced: draft.isForced,
    ...(last.clitic === undefined ? {} : { clitic: last.clitic }),
  };
  return { node: { kind: 'name', start: outer.start, end: last.end, glued: outer.glued, mention }, end: draft.end };
}

/** An earlier answer settles an open question. */
function settle(who: Who, asked: string, { answers = {} }: CaptureContext): Who {
  const answer = who.kind === 'unclear' && Object.hasOwn(answers, asked) ? answers[asked] : undefined;
  if (answer === undefined) return who;
  if (answer === 'new') return { kind: 'new', name: capitalize(asked) };
  return { kind: 'known', people: answer === 'nobody' ? [] : [answer] };
}

/** "zed ito" as one would write it, left alone when it has capitals of its own. */
export function capitalize(name: string): string {
  if (name !== name.toLowerCase()) return name;
  return name.replaceAll(/(^|[\s-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
