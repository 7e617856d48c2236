import type { Channel, Direction } from '../words.ts';
import type { PersonRef } from './capture.ts';
import type { Cast } from './cast.ts';
import { type Clause, namesOf, nodeAt, timesOf, wordsOf } from './clauses.ts';
import { EVENT, FUNCTION_WORDS } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { resolveMoment } from './resolve-when.ts';
import { isCapitalized } from './tokens.ts';
import type { ClockTime, Tense, When } from './when-types.ts';

/** A touch or a plan before it gets its final form. */
export interface Encounter {
  readonly date: Temporal.PlainDate;
  readonly time?: ClockTime;
  readonly isEvening: boolean;
  readonly isPlan: boolean;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly refs: readonly PersonRef[];
  readonly place?: Place;
  readonly introducedBy?: string;
  /** What is planned, without its time. */
  readonly text: string;
  readonly clause?: Clause;
}

export interface Place {
  /** "OCEAN mixer". */
  readonly text: string;
  /** "at the OCEAN mixer". */
  readonly phrase: string;
  /** Its nodes. */
  readonly from: number;
  readonly to: number;
  readonly isEvent: boolean;
}

interface Line {
  readonly text: string;
  readonly today: Temporal.PlainDate;
  readonly cast: Cast;
  readonly hasTold: boolean;
}

type TouchReading = Extract<Reading, { kind: 'touch' }>;

const FUTURE =
  /(?:^| )(?:will|'ll|(?:are|am|'re|'m) going|going to|gonna|having|plan(?:ning|s)? to|planned|scheduled|booked|arranged|agreed|let 's|lets|upcoming|'m meeting|'m seeing)(?= |$)/;
const PAST =
  /(?:^| )(?:had|was|were|did|went|got|grabbed|enjoyed|took|came|made|been|talked|spoke|chatted|discussed|told|said|ate|drank|ran|swam|rode|drove|flew|sang|spent|won|lost)(?= |$)|^(?:(?:i|we|and|then) )?(?!need)\p{L}{2,}ed(?= )/u;

/** How somebody was, which one sees when one is with them. */
const WAS_SEEN =
  /^(?:and )?(?:she|he|they) (?:(?:just|really|even) )?(?:cried|laughed|wept|smiled|seemed|looked|felt)(?= |$)/;

/** "Tennis again on Sunday", "rematch on Sunday": what comes after what was told. */
export const AGAIN =
  /^(?:(?:and|then) )?(?:(?:\S+ ){0,3}again|(?:a |the |our )?(?:rematch|return match|next one)) (?:on |in |at |is )*~\d+/;

/** The touches and plans of a line, in order. */
export function toEncounters(readings: readonly Reading[], line: Line): Encounter[] {
  const told =
    line.hasTold ||
    readings.some(
      ({ kind, clause }) =>
        kind === 'topic' ||
        WAS_SEEN.test(clause.pred) ||
        (kind !== 'touch' && kind !== 'fact' && kind !== 'promise' && PAST.test(clause.pred)),
    );
  const alone = standaloneTimes(readings);
  return readings.flatMap((reading, index) => {
    if (reading.kind !== 'touch') return [];
    return [toEncounter(reading, { ...line, told, alone: alone.get(index) ?? [] })];
  });
}

function toEncounter(reading: TouchReading, line: Line & { alone: readonly When[]; told: boolean }): Encounter {
  const { clause, trigger } = reading;
  const times = [...ownTimes(reading), ...line.alone];
  const day = times.find(({ moment }) => moment !== undefined);
  const time = times.find((candidate) => candidate.time !== undefined)?.time;
  const isFuture =
    trigger.form === 'going' || FUTURE.test(clause.pred) || (AGAIN.test(clause.pred) && !PAST.test(clause.pred));
  const isPast = trigger.form === 'past' || (PAST.test(clause.pred) && !isFuture) || (line.told && !isFuture);
  // An hour is said of what is to come: "theatre with Ada on the 11th at 8pm".
  const isArranged =
    trigger.form === 'noun' &&
    time !== undefined &&
    (day?.moment?.kind === 'weekday' || day?.moment?.kind === 'day-of-month');
  const tense: Tense = isPast ? 'past' : isFuture || isArranged ? 'future' : 'unknown';
  const { date, isPlan } = settleDay(day, line.today, tense);
  const place = readPlace(clause, line.text);
  const introducedBy = introducer(reading, line.cast);
  return {
    date,
    ...(time === undefined ? {} : { time }),
    isEvening: trigger.isEvening || (day?.evening ?? false),
    isPlan,
    channel: settleChannel(reading, place),
    direction: trigger.direction,
    refs: reading.refs,
    ...(place === undefined ? {} : { place }),
    ...(introducedBy === undefined ? {} : { introducedBy }),
    text: planText(reading, line.text),
    clause,
  };
}

/** The times of the statement itself; behind "about" only what has surely passed: "talked about the trip next summer". */
function ownTimes({ clause }: TouchReading): When[] {
  const about = clause.nodes.findIndex(
    (node, i) =>
      node.kind === 'word' &&
      /^(?:about|regarding|re|concerning|discuss|arrange)$/.test(node.fold) &&
      !isProposed(clause.nodes[i - 1]),
  );
  return clause.nodes.flatMap((node, i) =>
    node.kind === 'when' && (about === -1 || i < about || node.when.tense === 'past') ? [node.when] : [],
  );
}

/** "How about lunch on Friday?" */
function isProposed(before: Clause['nodes'][number] | undefined): boolean {
  return before?.kind === 'word' && (before.fold === 'how' || before.fold === 'what');
}

/** "Yesterday: lunch with Ada": a time that stands alone belongs to the touch before it, else to the first; by its index. */
function standaloneTimes(readings: readonly Reading[]): ReadonlyMap<number, readonly When[]> {
  const times = new Map<number, When[]>();
  let touch = readings.findIndex(({ kind }) => kind === 'touch');
  for (const [i, { kind, clause }] of readings.entries()) {
    if (kind === 'touch') touch = i;
    if (kind === 'time') times.set(touch, [...(times.get(touch) ?? []), ...timesOf(clause)]);
  }
  return times;
}

function settleDay(
  when: When | undefined,
  today: Temporal.PlainDate,
  tense: Tense,
): { date: Temporal.PlainDate; isPlan: boolean } {
  if (when?.moment === undefined) return { date: today, isPlan: false };
  const { from, to } = resolveMoment(when.moment, today, when.tense === 'unknown' ? tense : when.tense);
  const isAhead = Temporal.PlainDate.compare(from, today) > 0;
  const includesToday = !isAhead && Temporal.PlainDate.compare(to, today) >= 0;
  if (isAhead) return { date: from, isPlan: true };
  if (includesToday && tense !== 'past' && (when.tense === 'future' || tense === 'future'))
    return { date: to, isPlan: true };
  return { date: from, isPlan: false };
}

function settleChannel({ trigger }: TouchReading, place: Place | undefined): Channel {
  if (trigger.channel === 'other' && place !== undefined && trigger.direction === 'mutual')
    return place.isEvent ? 'event' : 'in-person';
  return trigger.channel === 'in-person' && trigger.form !== 'noun' && place?.isEvent === true
    ? 'event'
    : trigger.channel;
}

function introducer({ subject, clause }: TouchReading, cast: Cast): string | undefined {
  const [, through] = /(?:^| )(?:through|via) @(\d+)(?= |$)/.exec(clause.pred) ?? [];
  const mutual = through === undefined ? undefined : clause.nodes[Number(through)];
  if (mutual?.kind === 'name') return mutual.mention.text;
  const isIntroduced = /(?:^| )introduced (?:me|us) to(?= )/.test(clause.pred);
  const [ref] = subject.refs;
  const member = ref === undefined ? undefined : cast.member(ref);
  return isIntroduced ? member?.mention.text : undefined;
}

/** "coffee with Ada" out of "We'll have coffee with Ada next week". */
function planText({ clause, trigger }: TouchReading, text: string): string {
  const lead =
    /^(?:(?:i|we|and|then|also) |(?:how|what) about |'ll |will |'m |am |are |'re |going to |have |having |planning |to |a |for |be |grab |grabbing |get |getting |should |must |need )*/.exec(
      clause.pred,
    )?.[0].length ?? 0;
  return wordsOf(clause, text, { from: nodeAt(clause, Math.min(lead, trigger.start)) });
}

/** "at Café Luna", "in Rotterdam", "at the OCEAN mixer", "at Ada's". */
function readPlace(clause: Clause, text: string): Place | undefined {
  let found: Place | undefined;
  for (const [i, node] of clause.nodes.entries()) {
    if (node.kind !== 'word' || (node.fold !== 'at' && node.fold !== 'in')) continue;
    const next = clause.nodes[i + 1];
    const hasArticle =
      next?.kind === 'word' && ['the', 'a', 'an', 'my', 'our', 'her', 'his', 'their', 'this'].includes(next.fold);
    const keepsArticle = hasArticle && !['the', 'a', 'an'].includes(next.fold);
    const from = hasArticle && !keepsArticle ? i + 2 : i + 1;
    if (isMeal(clause.nodes[from])) continue;
    const to = endOfPlace(clause, from, node.fold === 'in' && !hasArticle);
    if (to === from) continue;
    const words = clause.nodes.slice(from, to);
    const isEvent = words.some((word) => word.kind === 'word' && EVENT.test(word.fold));
    const place = {
      text: wordsOf(clause, text, { from, to }),
      phrase: wordsOf(clause, text, { from: i, to }),
      from,
      to,
      isEvent,
    };
    if (found === undefined) found = place;
    else if (found.to === i) return { ...found, phrase: `${found.phrase} ${place.phrase}` };
  }
  return found;
}

/** "at lunch" is a time more than a place, and "at chess" none. */
function isMeal(node: Clause['nodes'][number] | undefined): boolean {
  return (
    node?.kind === 'word' &&
    /^(?:lunch|dinner|breakfast|brunch|coffee|drinks|tea|supper|chess|cards|poker|tennis|golf|squash|padel|darts|pool|scrabble)$/.test(
      node.fold,
    )
  );
}

/** The node behind the words of a place. Behind "in" only names of places count: "in Rotterdam", not "in tears". */
function endOfPlace(clause: Clause, from: number, needsCapital: boolean): number {
  const MOST_PLACE_WORDS = 6;
  let to = from;
  while (to < from + MOST_PLACE_WORDS) {
    const node = clause.nodes[to];
    if (node?.kind === 'name' && node.mention.clitic === 's' && to === from) to++;
    else if (
      node?.kind === 'mark' &&
      (node.text === '-' || node.text === '&' || node.text === '.') &&
      to > from &&
      clause.nodes[to + 1]?.glued === true
    )
      to++;
    else if (node?.kind === 'word' && isPlaceWord(node.text, node.fold, needsCapital)) to++;
    else if (
      node?.kind === 'word' &&
      ['de', 'la', 'of', 'the', 'du', 'del'].includes(node.fold) &&
      to > from &&
      isCapitalWord(clause, to + 1)
    )
      to++;
    else break;
  }
  return to;
}

function isCapitalWord(clause: Clause, i: number): boolean {
  const node = clause.nodes[i];
  return node?.kind === 'word' && isCapitalized(node.text);
}

function isPlaceWord(text: string, fold: string, needsCapital: boolean): boolean {
  if (needsCapital) return isCapitalized(text);
  return (
    isCapitalized(text) || !(FUNCTION_WORDS.has(fold) || /^(?:person|length|least|all|last|first|ease)$/.test(fold))
  );
}

/**
 * Settles who was there: those the touches name; else, when a touch names nobody, those whom the line names where nobody
 * else stands for it ("Ada, lunch yesterday").
 */
export function meetEverybody(readings: readonly Reading[], encounters: Encounter[], cast: Cast): void {
  for (const reading of readings) if (reading.kind === 'joined') cast.addParticipants(reading.refs);
  if (cast.participants().length === 0) {
    const named = readings
      .filter(({ kind }) => kind === 'touch' || kind === 'rest' || kind === 'told' || kind === 'topic')
      .flatMap(({ clause }) => namesOf(clause));
    const free = named.filter((name) => name.clitic === undefined);
    cast.addParticipants((free.length > 0 ? free : named).flatMap((name) => cast.refsOf(name)));
  }
  const [first] = cast.members();
  const hasTouch = encounters.length > 0;
  if (cast.participants().length === 0 && hasTouch && first !== undefined) cast.addParticipants([first.ref]);
  for (const [i, encounter] of encounters.entries()) {
    if (encounter.refs.length === 0) encounters[i] = { ...encounter, refs: cast.participants() };
  }
}
