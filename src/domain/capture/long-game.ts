import { type CalendarDate, toCalendarDate } from '../dates.ts';
import { newsKindOf } from '../news/told.ts';
import { upperFirst } from '../today/phrases.ts';
import type { CaptureContext, CapturedGoal, CapturedNews, CapturedOutcome } from './capture.ts';
import { type Cast, makeCast, unifyMentions } from './cast.ts';
import { tidy } from './clauses.ts';
import { resolveMoment } from './resolve-when.ts';
import { scanLine } from './scan.ts';
import type { Mention, Node } from './scan-types.ts';

/*
 * Lines of the long game, which tell of nothing else: a goal or news of one's own, said as that, and what came of a tie, said with
 * thanks to whom. Careful on both sides: what is only hoped for came of nothing yet.
 */

export interface LongGameLine<T> {
  readonly said: T;
  readonly cast: Cast;
  /** The people and times that were understood. */
  readonly nodes: readonly Node[];
}

/** As long as a goal, news and an outcome may be; a longer line is a story and no title. */
const LONGEST = 2_000;

const GOAL =
  /^\s*(?:(?:a |my |our |new |the )*goal(?:\s*[:–—-]\s*| (?:for (?:this|next) year )?(?:is|now is)(?:\s*:\s*| ))|i(?:[’']ve| have)? set myself (?:a|the) goal (?:to|of) )(?:to )?(?=\S)/iu;
const COULD_HELP =
  /^[’']?s?\s+(?:could|can|might|may|would|will|should)\s+(?:perhaps |maybe |surely )?(?:help|know|advise|support)\b/iu;
const WITH_HELP =
  /(?:^|[\s,;.–—-])(?:with (?:the |some )?help (?:from|of)|(?:i )?(?:can |could |will )?ask|together with)\s+$/iu;

/** "Goal: run the choir by spring, Ada and Bram could help". Undefined for any other line. */
export function readGoal(text: string, context: CaptureContext): LongGameLine<CapturedGoal> | undefined {
  const match = text.length > LONGEST ? null : GOAL.exec(text);
  if (match === null) return undefined;
  const start = match[0].length;
  const nodes = unifyMentions(scanLine(' '.repeat(start) + withPlainHelp(text.slice(start)), context));
  const names = mentionsIn(nodes);
  const helpers = helpersIn(text, names);
  const end = helpers?.start ?? text.length;
  const due = dueAtEnd(text, nodes, { end, context });
  const words = upperFirst(tidy(text.slice(start, due?.start ?? end)));
  if (words === '') return undefined;
  const cast = makeCast();
  // In the goal itself only who is known is meant: a capital is soon written there.
  const meant = names.filter(
    ({ start: at, who }) => who.kind === 'known' || (helpers !== undefined && at >= helpers.start),
  );
  const refs = [...new Set(meant.flatMap((mention) => cast.refsOf(mention)))];
  return {
    said: { text: words, refs, ...(due === undefined ? {} : { due: due.day }) },
    cast,
    nodes: nodes.filter((node) => node.kind === 'name' && meant.includes(node.mention)),
  };
}

/** The same, with names where they stand, in words that tell a Grace from grace: "with Grace", "Grace called". */
function withPlainHelp(text: string): string {
  return text
    .replace(/\bwith( (?:the |some )?help (?:from|of))(?= )/iu, (_, help: string) => `with${' '.repeat(help.length)}`)
    .replace(
      / (?:could|can|might|may|would|will|should) (?:perhaps |maybe |surely )?(?:help|know|advise|support)\b.*$/iu,
      ' called',
    );
}

/** Where it is said who could help: at the end, behind the goal. */
function helpersIn(text: string, names: readonly Mention[]): { readonly start: number } | undefined {
  for (const [at, mention] of names.entries()) {
    const before = WITH_HELP.exec(text.slice(0, mention.start));
    if (before !== null) return { start: before.index };
    let last = mention;
    for (const next of names.slice(at + 1)) {
      if (!/^[’']?s?(?:\s*,\s*|\s+)(?:and |or |& )?$/iu.test(text.slice(endOf(last), next.start))) break;
      last = next;
    }
    if (COULD_HELP.test(text.slice(endOf(last)))) return { start: mention.start };
  }
  return undefined;
}

const endOf = ({ start, text }: Mention): number => start + text.length;

function dueAtEnd(
  text: string,
  nodes: readonly Node[],
  { end, context }: { readonly end: number; readonly context: CaptureContext },
): { readonly start: number; readonly day: CalendarDate } | undefined {
  const last = nodes.findLast((node) => node.kind === 'when' && node.end <= end);
  if (last?.kind !== 'when' || last.when.moment === undefined || /[\p{L}\p{N}]/u.test(text.slice(last.end, end)))
    return undefined;
  const today = Temporal.PlainDate.from(context.today);
  const { to } = resolveMoment(last.when.moment, today, 'future');
  return Temporal.PlainDate.compare(to, today) > 0 ? { start: last.start, day: toCalendarDate(to) } : undefined;
}

const NEWS = /^\s*(?:my |our |own )?(?:big |good )?news\s*[:–—-]\s*(?=(?:i|we|my|our)(?:[’'](?:m|ve|re|ll))?\s)/iu;

/** "News: we are moving to Ghent". News of others names them. */
export function readOwnNews(text: string): CapturedNews | undefined {
  const match = text.length > LONGEST ? null : NEWS.exec(text);
  if (match === null) return undefined;
  const said = upperFirst(tidy(text.slice(match[0].length)));
  return { kind: newsKindOf(said), text: said };
}

const UNSURE =
  /\b(?:almost|nearly|never|not|no|didn[’']?t|haven[’']?t|couldn[’']?t|hopes?|hoped|hoping|could|can|might|may|will|would|should|if|wants?|maybe|perhaps|unless)\b|[’']ll\b|\?/iu;
/** Not `met`: "met Zed thanks to Ada" tells of a meeting. */
const DONE =
  'got|found|landed|won|sold|started|signed|moved|bought|passed|finished|closed|became|hired|raised|published|opened|learn(?:ed|t)|rented|reached|solved|fixed|(?:was|were|got) (?:hired|accepted|admitted|chosen|elected|invited)|have (?:a|an|the|our|my)|am|are';
const SUBJECT = "(?:i|we)(?:['’]ve|['’]m|['’]re| have| now| finally| just)*";
const FIRST = new RegExp(
  String.raw`^\s*(?:(?:outcome|what came of it)\s*[:–—-]\s*)?(?:${SUBJECT} )?(?:(?:just|finally|now|also) )*(?=(?:${DONE}) )`,
  'iu',
);
const SAID = /^\s*(?:outcome|what came of it)\s*[:–—-]\s*(?=\S)/iu;
const OWED = /[\s,;–—-]+(?:all |only |largely |mostly )?thanks to\s+/iu;
const OWED_FIRST = /^\s*(?:(?:outcome|what came of it)\s*[:–—-]\s*)?(?:thanks to|through|because of)\s+/iu;
const THEN = new RegExp(String.raw`[\s,]+${SUBJECT} (?:(?:just|finally|now|also) )*(?=(?:${DONE}) )`, 'iu');
const GIFT =
  'introduction|intro|tip|help|advice|recommendation|referral|idea|connection|letter|reference|feedback|hint|contact|word';
const LED = new RegExp(
  String.raw`^['’]s (?:\S+ ){0,2}?(?:${GIFT})\b(?: to [^,.]{1,40}?)? (got|found|landed|brought|won|led|helped|opened)(?: (?:me|us))?( to)? (.+)$`,
  'iu',
);

/** "Got the flat thanks to Bram", "Ada’s introduction got me the job". Undefined for any other line. */
export function readOutcome(text: string, context: CaptureContext): LongGameLine<CapturedOutcome> | undefined {
  if (text.length > LONGEST || UNSURE.test(text)) return undefined;
  const nodes = unifyMentions(scanLine(text, context));
  const names = mentionsIn(nodes);
  const found = owedLast(text, names) ?? owedFirst(text, names) ?? ledTo(text, names);
  if (found === undefined || found.names.length === 0) return undefined;
  const today = Temporal.PlainDate.from(context.today);
  const time = nodes.findLast((node) => node.kind === 'when' && node.when.moment !== undefined);
  const moment = time?.kind === 'when' ? time.when.moment : undefined;
  const day = moment === undefined ? today : resolveMoment(moment, today, 'past').from;
  const words = tidy(time === undefined ? found.text : found.text.replace(text.slice(time.start, time.end), ' '));
  if (words === '' || Temporal.PlainDate.compare(day, today) > 0) return undefined;
  const cast = makeCast();
  const refs = [...new Set(found.names.flatMap((mention) => cast.refsOf(mention)))];
  return {
    said: { text: upperFirst(words), date: toCalendarDate(day), refs },
    cast,
    nodes: nodes.filter((node) => node === time || (node.kind === 'name' && found.names.includes(node.mention))),
  };
}

interface Owed {
  readonly text: string;
  readonly names: readonly Mention[];
}

/** "Got the flat thanks to Bram’s tip". */
function owedLast(text: string, names: readonly Mention[]): Owed | undefined {
  const owed = OWED.exec(text);
  const begin = SAID.exec(text) ?? FIRST.exec(text);
  if (owed === null || begin === null || owed.index < begin[0].length) return undefined;
  const behind = owed.index + owed[0].length;
  const whom = names.filter(({ start }) => start >= behind);
  return whom[0]?.start === behind ? { text: text.slice(begin[0].length, owed.index), names: whom } : undefined;
}

/** "Thanks to Bram we found a tenant". */
function owedFirst(text: string, names: readonly Mention[]): Owed | undefined {
  const owed = OWED_FIRST.exec(text);
  const then = THEN.exec(text);
  if (owed === null || then === null || names[0]?.start !== owed[0].length) return undefined;
  const behind = then.index + then[0].length;
  // "Thanks to Ada for the book" is for that.
  if (/ for\b/iu.test(text.slice(owed[0].length, then.index))) return undefined;
  return { text: text.slice(behind), names: names.filter(({ start }) => start < then.index) };
}

/** "Ada’s introduction to Bram got me the job". */
function ledTo(text: string, names: readonly Mention[]): Owed | undefined {
  const [first] = names;
  if (first === undefined || first.start !== text.length - text.trimStart().length) return undefined;
  const led = LED.exec(text.slice(endOf(first)).replace(/^[’']?s?/iu, "'s"));
  if (led === null) return undefined;
  const [, verb = '', to, what = ''] = led;
  const isDeed = /^(?:got|found|landed|won)$/iu.test(verb) && to === undefined;
  const behind = text.length - what.length;
  return { text: isDeed ? `${verb} ${what}` : what, names: names.filter(({ start }) => start < behind) };
}

function mentionsIn(nodes: readonly Node[]): readonly Mention[] {
  return nodes.flatMap((node) => (node.kind === 'name' ? [node.mention] : []));
}
