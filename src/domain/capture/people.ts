import type { DirectoryPerson } from './capture.ts';
import { isSomeoneElse, narrowByEmployer } from './employers.ts';
import { FUNCTION_WORDS, ORDINARY_WORDS, UNNAMED_PEOPLE } from './lexicon.ts';
import type { NameMatch } from './names.ts';
import type { Who } from './scan-types.ts';
import { type Found, type Scanner, toMention } from './scanner.ts';
import { isActWord, isNameBeforeVerb, isPredicate, type Slot } from './slots.ts';
import { isCapitalized, isUnspaced, nameWords, type Token } from './tokens.ts';
import { isBoundary, isRareWord, readUnknownName, sourceOf } from './unknown-names.ts';

export function readPerson(scanner: Scanner, i: number, slot: Slot): Found | undefined {
  const token = scanner.tokens[i];
  if (token === undefined || token.kind !== 'word' || token.fold === '') return undefined;
  const family = readFamily(scanner, i, slot);
  if (family !== undefined) return family;
  const match = scanner.finder.find(scanner.tokens, i);
  if (match === undefined || !isNameHere(scanner, i, match, slot)) return readStranger(scanner, i, slot);
  const longer = match.tier === 'full' ? undefined : readLongerName(scanner, i, match);
  if (longer !== undefined) return readLonger(scanner, i, match, longer, slot);
  const narrowed = narrowByEmployer(scanner, match);
  const canCreate = slot.verb === 'met';
  const who: Who =
    narrowed.length === 1 && !isSomeoneElse(scanner, match, slot)
      ? { kind: 'known', people: narrowed }
      : { kind: 'unclear', candidates: narrowed, canCreate: canCreate || narrowed.length === 1 };
  return toMention(scanner, {
    start: i,
    end: match.end,
    who,
    isParticipant: isParticipantHere(scanner, match.end, slot),
    isForced: false,
  });
}

export function toWho(people: readonly DirectoryPerson[]): Who {
  return people.length === 1 ? { kind: 'known', people } : { kind: 'unclear', candidates: people, canCreate: false };
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
    people.length <= MOST_FAMILY
      ? { kind: 'known', people }
      : { kind: 'unclear', candidates: people, canCreate: false };
  return toMention(scanner, {
    start: i,
    end: i + 1,
    who,
    isParticipant: slot.level !== 'none' || slot.isArticle === true,
    isForced: false,
  });
}

/** Whether these words are that name here, and not a word of the language, a month or a place. */
function isNameHere(scanner: Scanner, i: number, match: NameMatch, slot: Slot): boolean {
  const { tokens, ignoresCase } = scanner;
  const token = tokens[i];
  if (token === undefined) return false;
  const isWith = slot.level === 'with' || slot.level === 'soft';
  if (match.end - i > 1 && (match.tier === 'full' || match.tier === 'partial' || match.tier === 'short'))
    return isWith || !isUnnamedWord(scanner, i, match.end);
  const isCapital = isCapitalized(token.text) && !ignoresCase;
  const isWord = FUNCTION_WORDS.has(token.fold) || ORDINARY_WORDS.has(token.fold) || scanner.isWhen(i);
  if (match.tier === 'short' && isWord) {
    const isWritten = isCapital || (ignoresCase && isBoundary(scanner, match.end));
    return slot.level === 'with' ? isWritten : isCapital && isNameBeforeVerb(tokens, i, match.end);
  }
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
  // "Winter was cold this year" is about no Frank Winter
  if (match.tier === 'surname' && isWord && startsClause(tokens, i)) return false;
  // "On Wednesday Rose and I had tea"
  if (isCapital && isBehindTime(scanner, i) && isNameBeforeVerb(tokens.slice(i), 0, match.end - i)) return true;
  if (isInPlaceOrTitle(tokens, i)) return tokens[i - 1]?.fold === 'at' && isHost(tokens, i, match.end);
  if (isNameBeforeVerb(tokens, i, match.end)) return true;
  if (!isWord) return token.text.length > 1;
  const next = tokens[match.end];
  return isCapital && (!startsClause(tokens, i) || next === undefined || (next.kind === 'mark' && next.text !== '-'));
}

/** Whether a time that ends right before token `i` opens the line or its statement: "yesterday Rose called". */
function isBehindTime({ tokens, whenAt }: Scanner, i: number): boolean {
  const LONGEST_TIME = 5;
  for (let at = Math.max(0, i - LONGEST_TIME); at < i; at++) {
    if (whenAt(at)?.end !== i) continue;
    const lead = tokens[at - 1];
    return startsClause(tokens, at) || (lead?.fold === 'on' && startsClause(tokens, at - 1));
  }
  return false;
}

/** A full name made of nothing but words of grammar needs a place where a person is expected. */
function isUnnamedWord({ tokens }: Scanner, start: number, end: number): boolean {
  return tokens
    .slice(start, end)
    .every((token) => token.kind === 'mark' || (FUNCTION_WORDS.has(token.fold) && !isCapitalized(token.text)));
}

/** Whether a list of people can go on or end before token `i`, where "hope she feels better" cannot. */
function endsList({ tokens, isWhen }: Scanner, i: number): boolean {
  const token = tokens[i];
  return (
    token === undefined ||
    token.kind === 'mark' ||
    isWhen(i) ||
    ['and', 'at', 'in', 'on', 'about', 'for', 'then', 'but'].includes(token.fold)
  );
}

function startsClause(tokens: readonly Token[], i: number): boolean {
  const previous = tokens[i - 1];
  return (
    previous === undefined ||
    (previous.kind === 'mark' && previous.text !== '-') ||
    ['and', 'but', 'then', 'so'].includes(previous.fold)
  );
}

/** "at Ada's", "at Ada and Grace's". */
function isHost(tokens: readonly Token[], i: number, end: number): boolean {
  const isTwo = tokens[end]?.fold === 'and' && isCapitalized(tokens[end + 1]?.text ?? '');
  return tokens[isTwo ? end + 1 : i]?.clitic === 's';
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
  if (tokens[match.end - 1]?.clitic !== undefined || isUnspaced(tokens[i] ?? ({ text: '' } as Token))) return undefined;
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
  if (!isPlace)
    return longer.isGuess
      ? toMention(scanner, {
          start: i,
          end: match.end,
          who: toWho(match.people),
          isParticipant: false,
          isForced: false,
        })
      : undefined;
  const mayBeSame =
    longer.isGuess || match.people.some(({ surname, name }) => surname === undefined && nameWords(name).length === 1);
  const who: Who = mayBeSame
    ? { kind: 'unclear', candidates: match.people, canCreate: true }
    : { kind: 'new', name: sourceOf(scanner.tokens, i, longer.end) };
  return toMention(scanner, {
    start: i,
    end: longer.end,
    who,
    isParticipant: isParticipantHere(scanner, longer.end, slot),
    isForced: false,
  });
}

/** Somebody no name of the directory fits, where somebody must stand. */
function readStranger(scanner: Scanner, i: number, slot: Slot): Found | undefined {
  const { tokens } = scanner;
  const token = tokens[i];
  if (token === undefined || scanner.isWhen(i)) return undefined;
  const unknown = readUnknownName(scanner, i);
  if (unknown === undefined) return undefined;
  const isSubject =
    slot.level === 'none' &&
    !isActWord(token.fold) &&
    startsClause(tokens, i) &&
    !unknown.isGuess &&
    unknown.words > 1 &&
    isNameBeforeVerb(tokens, i, unknown.end);
  const isWanted = slot.level === 'with' || (slot.level === 'soft' && unknown.words > 1 && !unknown.isGuess);
  if (!isSubject && !isWanted) return undefined;
  if (unknown.isGuess && slot.verb !== 'with' && slot.verb !== 'met') return undefined;
  // "her husband Tim" is worth a note, not a card
  if (slot.verb === 'kin' && unknown.words === 1) return undefined;
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
