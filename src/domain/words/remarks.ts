import type { CalendarDate } from '../dates.ts';
import type { KnownFact } from '../today/candidate.ts';
import type { DraftKind, DraftLanguage, DraftStyle, RemarkKind } from '../words.ts';
import { lineKey, linesOf, sentencesOf } from './lines.ts';
import { REMARK_WORDS, type Stiffness } from './remark-words.ts';
import { isStale } from './stale.ts';

/** Something a thoughtful friend would say about a draft before it is sent. It never stands in the way. */
export interface Remark {
  readonly kind: RemarkKind;
  /** The words it is about, as they stand in the draft. */
  readonly quote: string;
  /** One sentence with something better. */
  readonly text: string;
}

export interface RemarkContext {
  /** What the person is called. */
  readonly names: readonly string[];
  readonly kind: DraftKind;
  readonly style: DraftStyle;
  readonly today: CalendarDate;
  /** Everything known of them, also what is private. */
  readonly facts: readonly KnownFact[];
  /** Keys of what was said to them before. */
  readonly said: ReadonlySet<string>;
  /** The language of the remarks. */
  readonly language: DraftLanguage;
}

const STIFF: readonly (readonly [Stiffness, RegExp])[] = [
  [
    'finds-you-well',
    /\b(?:I )?(?:hope|trust) (?:that )?this (?:e-?mail|message|note|letter)?\s*finds you (?:well)?|hoffe,? (?:dass )?diese (?:mail|nachricht) (?:erreicht|findet)[^.!?]*/i,
  ],
  [
    'touch-base',
    /\b(?:to |wanted to |just )?(?:touch(?:ing)? base|check(?:ing)? in with you|sync up|connect offline)\b/i,
  ],
  [
    'per-my-last',
    /\b(?:as )?per (?:my|our) (?:last|previous|earlier) (?:e-?mail|message|conversation|call)?|\bas (?:previously|already) (?:stated|mentioned)\b|\bwie bereits (?:erwähnt|mitgeteilt)\b/i,
  ],
  ['reach-out', /\b(?:I am|I’m|I'm|I wanted to|I am writing to|just) reach(?:ing)? out\b/i],
  [
    'circle-back',
    /\b(?:circl(?:e|ing) back|loop(?:ing)? (?:back|you in)|follow(?:ing)? up on my (?:last|previous)|ping(?:ing)? you)\b/i,
  ],
  ['hesitate', /\b(?:do not|don’t|don't) hesitate to\b|\bzögern Sie nicht\b/i],
  [
    'hereby',
    /\b(?:hereby|please be advised|at your earliest convenience|kindly (?:note|be)|pursuant to|hiermit|anbei erhalten Sie)\b/i,
  ],
  [
    'regards',
    /^(?:best regards|kind regards|regards|yours faithfully|yours sincerely|mit freundlichen grüßen|mfg)[,.!]?$/im,
  ],
  [
    'network',
    /\b(?:expand(?:ing)? my network|valued (?:contact|connection)|my professional network|leverage (?:our|my)|synerg\w+)\b/i,
  ],
  ['brain', /\bpick your brain\b/i],
  ['just-checking', /\bjust (?:checking in|following up|a quick (?:note|hello|check))\b/i],
];

/** Kinds that give something, or ask only how they are. */
const GIVES: ReadonlySet<DraftKind> = new Set([
  'hello',
  'birthday',
  'anniversary',
  'congratulations',
  'check-in',
  'thanks',
  'new-year',
]);
const ASK =
  /[^.!?\n]*\b(?:could you|would you (?:mind|be able|be willing)|can you (?:help|introduce|send|recommend|put in|look)|do me a favou?r|a (?:small|quick|little) (?:favou?r|question|request)|I need your|I could use your|I was hoping you (?:could|might)|put in a (?:good )?word|introduce me to|is (?:your company|your team) hiring|are you (?:guys )?hiring|refer me|would love (?:your|to get your) (?:help|advice|feedback|support)|könntest du|kannst du mir|würdest du mir|eine (?:kleine )?bitte|einen gefallen)\b[^.!?\n]*[.!?]?/i;
const LONGEST_SHORT = 420;
const MOST_QUESTIONS = 2;
const MOST_REMARKS = 4;
const LONGEST_QUOTE = 80;
/** A name of a disease of six letters is telling; "from" is not. */
const TELLING = 5;

/** What to say about a draft, the gravest first; nothing about most. */
export function remarksOn(draft: string, context: RemarkContext): readonly Remark[] {
  const words = REMARK_WORDS[context.language];
  const found: Remark[] = [];
  const add = (kind: RemarkKind, quote: string, text: string) =>
    void found.push({ kind, quote: shortQuote(quote), text });

  for (const fact of context.facts.filter((one) => one.private)) {
    const quote = touched(draft, fact.text, context);
    if (quote !== undefined) add('private', quote, words.private);
  }
  if (GIVES.has(context.kind)) {
    const ask = ASK.exec(draft)?.[0];
    if (ask !== undefined) add('hidden-ask', ask, words.hiddenAsk);
  }
  for (const fact of context.facts.filter((one) => !one.private && isStale(one, context.today))) {
    const quote = touched(draft, fact.text, context);
    if (quote !== undefined) add('stale', quote, words.stale(shortQuote(fact.text)));
  }
  for (const line of linesOf(draft, context.names))
    if (context.said.has(lineKey(line, context.names))) add('repeated', line, words.repeated);
  for (const [kind, pattern] of STIFF) {
    const quote = pattern.exec(draft)?.[0];
    if (quote !== undefined) add('stiff', quote, words.stiff[kind]);
  }
  if (context.style === 'short' && [...draft].length > LONGEST_SHORT)
    add('long', draft.slice(0, LONGEST_QUOTE), words.long(LONGEST_SHORT));
  const questions = sentencesOf(draft).filter((sentence) => sentence.endsWith('?'));
  const last = questions.at(-1);
  if (last !== undefined && questions.length > MOST_QUESTIONS) add('questions', last, words.questions);
  return withoutDoubles(found).slice(0, MOST_REMARKS);
}

/** The sentence that speaks of a fact: by two of its telling words, or by all it has. */
function touched(draft: string, fact: string, { names }: RemarkContext): string | undefined {
  const known = new Set(names.flatMap(tellingWords));
  const telling = [...new Set(tellingWords(fact))].filter((word) => !known.has(word));
  if (telling.length === 0) return undefined;
  return sentencesOf(draft).find((sentence) => {
    const words = new Set(tellingWords(sentence));
    return telling.filter((word) => words.has(word)).length >= Math.min(2, telling.length);
  });
}

const EMPTY = new Set([
  'about',
  'their',
  'would',
  'could',
  'there',
  'where',
  'which',
  'again',
  'after',
  'still',
  'every',
]);

function tellingWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\P{L}+/u)
    .filter((word) => word.length >= TELLING && !EMPTY.has(word));
}

function shortQuote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return [...line].length <= LONGEST_QUOTE
    ? line
    : `${[...line]
        .slice(0, LONGEST_QUOTE - 1)
        .join('')
        .trimEnd()}…`;
}

function withoutDoubles(remarks: readonly Remark[]): readonly Remark[] {
  const seen = new Set<string>();
  return remarks.filter(({ kind, text }) => {
    const key = `${kind}|${text}`;
    return !seen.has(key) && seen.add(key);
  });
}
