import { toCalendarDate } from '../dates.ts';
import { upperFirst } from '../today/phrases.ts';
import type { ExchangeKind } from '../words.ts';
import type { CapturedExchange, PersonRef } from './capture.ts';
import type { Cast } from './cast.ts';
import { type Clause, nodeAt, timesOf, wordsOf } from './clauses.ts';
import { FAMILY } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { resolveMoment } from './resolve-when.ts';
import { readSubject } from './subject.ts';

/** What passes between two people, for the ledger: what was done for the other, asked for and thanked for. */

const WHO = String.raw`(?:@\d+(?:,? (?:and )?@\d+)*|her|him|them)`;
/** "gave Ada a call" is how one was in touch, and no gift. */
const NO_GIFT =
  '(?!(?:a |an |the |another )?(?:\\S+ )?(?:call|ring|bell|buzz|hug|kiss|update|look|wave|shout|talk|try|wink|nod|number|address|e-?mail|fright|scare|headache|cold|flu|answer|reply)(?: |$))';
const WORK =
  'reviewed|proofread|proof-read|edited|read|checked|corrected|fixed|repaired|tested|translated|printed|carried|fed|watered|looked (?:over|at|after|through)|watched|took care of';
const REFERENCE = '(?:\\S+ ){0,3}(?:recommendation|reference|testimonial)';

/** Behind their name: "lent me his ladder". */
const RECEIVED = new RegExp(
  `^(?:(?:just|also|kindly|then|has|have|had|and|even) )*(?=(?:(?:${WORK}) (?:my|our)(?! (?:mind|thoughts?)(?: |$))|helped (?:me|us)|lent (?:me|us)|gave (?:me|us) ${NO_GIFT}\\S|wrote (?:me|us) ${REFERENCE}|wrote ${REFERENCE} for (?:me|us)|recommended (?:me|us)|vouched for (?:me|us)|put in a (?:good )?word for (?:me|us)|covered for (?:me|us)|stood in for (?:me|us)|drove (?:me|us)|picked (?:me|us) up|babysat|taught (?:me|us)|showed (?:me|us) (?:how|around)|let (?:me|us) (?:use|stay|borrow|have)|bought (?:me|us)|cooked for (?:me|us)|paid for \\S|sent (?:me|us) (?:an? |the |some |her |his |their )?(?:\\S+ )?(?:articles?|books?|links?|recipes?|papers?|flowers|presents?|gifts?|tips?|contacts?|chocolates?|plants?)|treated (?:me|us)|(?:did|done) (?:me|us) a (?:\\S+ )?favou?r|took (?:me|us) to|put (?:me|us) up|hosted (?:me|us)|sat with (?:me|us)|looked after (?:me|us))(?= |$|\\p{L}))`,
  'u',
);
const MINE = `^(?:(?:i|we|just|also|then|and|have|'ve|finally) )*`;
/** The words to keep begin behind the first group; whom it was for is left out of them. */
const GIVEN = new RegExp(
  `${MINE}((?:(?:gave|lent|bought|taught|drove|helped|paid for|looked after|watched|did) (@\\d+ 's|her|his|their) (?:\\S+ )?(?:${FAMILY})(?= |$)(?: \\S+)?|(?:gave|lent|bought|taught) (${WHO}) ${NO_GIFT}(?!'s)\\S|helped (${WHO})(?! 's)(?= |$)|wrote (${WHO}) ${REFERENCE}|(?:wrote ${REFERENCE}|babysat|cooked|vouched|gave (?:feedback|advice|a talk)|put in a (?:good )?word) (?:for|to) (${WHO})|did (${WHO}) (?=a (?:\\S+ )?favou?r)|(?:drove|hosted|treated) (${WHO})(?! 's)(?= |$)|put (${WHO}) (?=up)|(?:${WORK}|paid for) (@\\d+ 's|her|his|their) (?=\\S)|recommended (@\\d+) (?:for|to)(?= )))`,
);
/** "asked Ada for lunch" is an invitation. */
const ASKED = new RegExp(
  `${MINE}asked (${WHO}) (?=for (?!(?:a |an |some )?(?:\\S+ )?(?:lunch|coffee|dinner|drinks?|beers?|walk|date|breakfast|brunch|tea|call|chat)(?: |$))\\S|to (?!(?:come|join|dinner|lunch|coffee|meet|have|marry|the)(?: |$))\\S)(for )?`,
);
const THANKED = new RegExp(
  `(?:^|(?<= ))(?:thanked (${WHO})|(?:many |my )?thanks (?:again )?to (${WHO})|to thank (${WHO})|(?:to say|said) (?:thanks|thank you)(?: to (${WHO}))?) (?:again )?for (?=\\S)`,
);

/** @param on the day of the conversation */
export function readExchanges(
  readings: readonly Reading[],
  line: {
    readonly text: string;
    readonly cast: Cast;
    readonly today: Temporal.PlainDate;
    readonly on: Temporal.PlainDate;
  },
): ReadExchange[] {
  return readings.flatMap((reading) => {
    if (reading.isPrivate || reading.kind === 'promise' || reading.kind === 'follow-up') return [];
    const read = readExchange(reading, line);
    const date = read === undefined ? undefined : dayOf(reading.clause, line);
    if (read === undefined || date === undefined || read.text === '') return [];
    const { kind, text } = read;
    return read.refs.map((ref) => ({
      exchange: { ref, kind, text: upperFirst(text), date: toCalendarDate(date) },
      reading,
    }));
  });
}

export interface ReadExchange {
  readonly exchange: CapturedExchange;
  /** A note of the same words says nothing more. */
  readonly reading: Reading;
}

interface Read {
  readonly kind: ExchangeKind;
  readonly refs: readonly PersonRef[];
  readonly text: string;
}

function readExchange(reading: Reading, { text, cast }: { text: string; cast: Cast }): Read | undefined {
  const { clause } = reading;
  const { pred } = clause;
  const words = (from: number, to?: number) =>
    wordsOf(clause, text, { from: nodeAt(clause, from), ...(to === undefined ? {} : { to: nodeAt(clause, to) }) });
  const thanked = THANKED.exec(pred);
  if (thanked !== null) {
    const who = thanked.slice(1).find((group) => group !== undefined);
    return { kind: 'thanked', refs: whoIs(who, reading, cast), text: words(thanked.index + thanked[0].length) };
  }
  const asked = ASKED.exec(pred);
  if (asked !== null) return { kind: 'asked', refs: whoIs(asked[1], reading, cast), text: words(asked[0].length) };
  const given = GIVEN.exec(pred);
  if (given !== null) {
    const [whole, deed = '', ...groups] = given;
    const who = groups.find((group) => group !== undefined) ?? '';
    const start = whole.length - deed.length;
    const at = pred.indexOf(` ${who}`, start) + 1;
    if (who.endsWith("'s")) return { kind: 'given', refs: whoIs(who, reading, cast), text: words(start) };
    // "recommended Ada for the grant" keeps its words without her, "wrote a recommendation for Ada" without "for" too
    const before = words(start, at).replace(/ (?:for|to)$/, '');
    const behind = words(at + who.length);
    // "helped Tom" alone says nothing that is worth keeping
    const isBare = behind === '' && !before.includes(' ');
    return isBare ? undefined : { kind: 'given', refs: whoIs(who, reading, cast), text: `${before} ${behind}`.trim() };
  }
  const subject = readSubject(clause, cast, /^(?:private|secret) /.exec(pred)?.[0].length ?? 0);
  if (subject.kind !== 'third' || subject.isPossessive) return undefined;
  const received = RECEIVED.exec(subject.rest);
  if (received === null) return undefined;
  return { kind: 'received', refs: subject.refs, text: words(subject.offset + received[0].length) };
}

/** Those named here, else the one the statement is about. */
function whoIs(who: string | undefined, reading: Reading, cast: Cast): readonly PersonRef[] {
  const named = [...(who ?? '').matchAll(/@(\d+)/g)].map(([, at]) => reading.clause.nodes[Number(at)]);
  if (named.length > 0) return named.flatMap((node) => (node?.kind === 'name' ? cast.refsOf(node.mention) : []));
  if (reading.kind === 'touch' && reading.refs.length > 0) return reading.refs.slice(0, 1);
  return cast.resolve(who === 'her' ? 'she' : who === 'him' || who === 'his' ? 'he' : undefined);
}

/** The day said with it; undefined for one still to come. */
function dayOf(
  clause: Clause,
  { today, on }: { today: Temporal.PlainDate; on: Temporal.PlainDate },
): Temporal.PlainDate | undefined {
  const time = timesOf(clause).find(({ moment }) => moment !== undefined);
  const date =
    time?.moment === undefined
      ? on
      : resolveMoment(time.moment, today, time.tense === 'unknown' ? 'past' : time.tense).from;
  return Temporal.PlainDate.compare(date, today) > 0 ? undefined : date;
}
