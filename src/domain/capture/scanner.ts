import { calendarWords } from './calendar-words.ts';
import type { CaptureContext, DirectoryPerson } from './capture.ts';
import { candidateTokens } from './directory.ts';
import { type NameFinder, nameFinder } from './names.ts';
import type { Mention, Node, Who } from './scan-types.ts';
import { nameWords, tokenize } from './tokens.ts';
import type { NameShape } from './unknown-names.ts';
import { readWhen } from './when.ts';
import type { When } from './when-types.ts';

export interface Scanner extends NameShape {
  readonly text: string;
  readonly context: CaptureContext;
  readonly finder: NameFinder;
  /** The folded words of the owner's name. */
  readonly owner: readonly string[];
  whenAt(i: number): When | undefined;
}

/** What stands at some token, and the token behind it. */
export interface Found {
  readonly node: Node;
  readonly end: number;
}

export function makeScanner(text: string, context: CaptureContext): Scanner {
  const tokens = tokenize(text);
  const whenContext = { today: Temporal.PlainDate.from(context.today), words: calendarWords(context.locale) };
  const times = new Map<number, When | undefined>();
  const whenAt = (i: number) => {
    if (!times.has(i)) times.set(i, readWhen(tokens, i, whenContext));
    return times.get(i);
  };
  // asking only for what `candidateTokens` names keeps a preloaded directory and a whole one from disagreeing
  const asked = new Set(candidateTokens(text));
  const owner = nameWords(context.ownerName ?? '');
  const isOther = ({ name }: DirectoryPerson) => owner.length === 0 || nameWords(name).join(' ') !== owner.join(' ');
  const finder = nameFinder({
    byToken: (token) => (asked.has(token) ? context.people.byToken(token).filter(isOther) : []),
  });
  const ignoresCase = !/\p{Ll}/u.test(text) || !/\p{Lu}/u.test(text);
  return {
    text,
    context,
    tokens,
    finder,
    ignoresCase,
    owner,
    whenAt,
    isWhen: (i) => whenAt(i) !== undefined,
  };
}

/** The token behind the owner's own full name at `i`; `i` when it is not there. One is no guest of one's own. */
export function ownerEnd({ tokens, owner }: Scanner, i: number): number {
  const isHere = owner.length > 0 && owner.every((word, index) => tokens[i + index]?.fold === word);
  return isHere ? i + owner.length : i;
}

export interface MentionDraft {
  /** Tokens. */
  readonly start: number;
  readonly end: number;
  readonly who: Who;
  readonly isParticipant: boolean;
  readonly isForced: boolean;
}

export function toMention(scanner: Scanner, draft: MentionDraft, from = draft.start): Found {
  const { tokens, text, context } = scanner;
  const first = tokens[draft.start];
  const last = tokens[draft.end - 1];
  const outer = tokens[from];
  if (first === undefined || last === undefined || outer === undefined)
    throw new RangeError('a mention outside the line');
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
