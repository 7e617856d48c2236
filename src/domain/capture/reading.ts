import type { FactKind } from '../words.ts';
import type { CapturedOccasion, PersonRef } from './capture.ts';
import { type Cast, makeCast } from './cast.ts';
import { findTrigger, type Trigger } from './channels.ts';
import { type Clause, HOME, namesOf, nodeAt, timesOf, wordsOf } from './clauses.ts';
import { AGAIN } from './encounters.ts';
import { readFact, readGiftWish } from './facts.ts';
import { FAMILY } from './lexicon.ts';
import { type OccasionReading, readOccasion, toOccasionDate } from './occasions.ts';
import { type Commitment, readMyCommitment, readTheirPromise } from './promises.ts';
import { objectsOf, readSubject, type Subject } from './subject.ts';
import { isCapitalized } from './tokens.ts';
import type { When } from './when-types.ts';

/** What one statement of the line turned out to be. */
export type Reading = { readonly clause: Clause; readonly isPrivate: boolean } & (
  | {
      readonly kind: 'touch';
      readonly trigger: Trigger;
      readonly subject: Subject;
      readonly refs: readonly PersonRef[];
      readonly topic?: string;
      readonly kin?: Kin;
    }
  | {
      readonly kind: 'fact';
      readonly refs: readonly PersonRef[];
      readonly fact: FactKind;
      readonly text: string;
      /** The same without its times. */
      readonly undated?: string;
      /** Said of somebody or something of theirs: "Ada's sister got married". */
      readonly isOfTheirs?: boolean;
    }
  | {
      readonly kind: 'promise';
      readonly refs: readonly PersonRef[];
      readonly by: 'me' | 'them';
      readonly text: string;
      readonly times: readonly When[];
    }
  | {
      readonly kind: 'follow-up';
      readonly refs: readonly PersonRef[];
      readonly text: string;
      readonly times: readonly When[];
    }
  | {
      readonly kind: 'occasion';
      readonly refs: readonly PersonRef[];
      readonly occasion: CapturedOccasion['kind'];
      readonly date: CapturedOccasion['date'];
    }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'time' }
  | { readonly kind: 'joined'; readonly refs: readonly PersonRef[] }
  | { readonly kind: 'told' }
  /** Says something of somebody that is neither a contact nor a known kind of fact. */
  | { readonly kind: 'note'; readonly refs: readonly PersonRef[]; readonly text: string; readonly undated?: string }
  | { readonly kind: 'rest' }
);

/** A relative named in passing: "with Ada and her husband Tim". */
export interface Kin {
  readonly ref: PersonRef;
  readonly text: string;
}

interface Reader {
  readonly text: string;
  readonly today: Temporal.PlainDate;
  readonly cast: Cast;
  /** Whether somebody told me something, which is a contact even when the words are a fact. */
  readonly heard: { anything: boolean };
  /** Relatives named in passing, by their folded name: whose they are. */
  readonly kin: Map<string, PersonRef>;
}

const TOPIC =
  /^(?:(?:i|we) )?(?:had |a |an |nice |great |good |long |mostly |only |also |some |just |again )*(?:talk(?:ed|ing)?|chat(?:ted|ting)?|spoke|speaking|discuss(?:ed|ing|ion)|convers\w+|argu(?:ed|ing)|compared notes|caught up|laughed|debated|brainstormed)(?: (?:a lot|much|mostly|long|again|mainly|briefly|to (?:her|him|them)|with (?:her|him|them)))*(?: (?:about|on|of|over))? /;
const RE = /^(?:re|topics?|about|subject) ?:? /;
const SPEECH =
  /^(?:also |just |then |has )*(?:told (?:me|us)|tells me|said|says|mentioned|mentions|reckons|thinks|announced|shared|revealed|explained|confided)(?: to me)?(?: (?:that|about|of|how))? /;
const PRIVATE_LEAD = /^(?:(?:private|secret|confidential|confidentially)(?: :)? )(?=\S)/;
const PRIVATE_MARK = /(?:^| )(?:private|confidential|secret)$/;
/** What somebody else did to be in touch. */
const THEIR_CONTACT =
  /^(?:(?:just|also|finally|even|kindly|then|later|briefly|has|and) )*(?:called|phoned|rang|telephoned|e-?mailed|texted|messaged|wrote|replied|responded|answered|reached out|got in touch|whatsapped|sent (?:me|us)|pinged|dm 'd|facetimed|skyped|visited|came (?:over|by|round|to|for)|dropped by|stopped by|invited (?:me|us)|left (?:me|us)|introduced (?:me|us)|met (?:me|us)|gave (?:me|us)|congratulated|thanked (?:me|us)|wished (?:me|us)|had (?:me|us)|took (?:me|us)|hosted|dropped (?:me|us)|asked (?:me|us)|helped (?:me|us)|drove (?:me|us)|picked (?:me|us) up|babysat|(?:(?:is|are|'s|'re) )?having (?:me|us))(?= |$)/;
/** "Ada's letter came today". */
const ARRIVED = /^(?:\S+ )?(?:(?:post)?card|letter|parcel) (?:has |just |finally )*(?:came|come|arrived)(?= |$)/;
/** "Ada joined us later", but not "Ada joined Kanda", which is news of her work. */
const JOINED =
  /^(?:(?:also|later|then) )*(?:joined(?= (?:us|me|in|later|too|as well|for|at|on|by|from|@\d+|the (?:call|meeting|party|dinner|lunch|walk|table|group))(?: |$)| *$)|came (?:too|along|as well)|was there|were there|showed up|was with us|too$)/;
/** "Ada lunch yesterday": the noun of a touch right behind the name. */
const ADJECTIVES =
  /^(?:(?:\d+(?:st|nd|rd|th)|birthday|leaving|farewell|quick|great|nice|lovely|long|short|good|first|second|another|a|the|for|video|phone|zoom|weekly|monthly) )*/;

/** Reads every statement in order; a pronoun means whom the statements before it made plain. */
export function readClauses(
  clauses: readonly Clause[],
  context: { text: string; today: Temporal.PlainDate },
): { readings: Reading[]; cast: Cast; hasTold: boolean } {
  const reader: Reader = { ...context, cast: makeCast(), heard: { anything: false }, kin: new Map() };
  const readings: Reading[] = [];
  let isPrivate = false;
  for (const clause of clauses) {
    for (const mention of namesOf(clause)) {
      const refs = reader.cast.refsOf(mention);
      if (mention.isParticipant) reader.cast.addParticipants(refs);
    }
    if (clause.isSentence) isPrivate = false;
    const marked = markPrivacy(clause);
    isPrivate ||= marked.lead > 0;
    const aged = withAge(readings.at(-1), marked.clause);
    if (aged !== undefined) {
      readings[readings.length - 1] = aged;
      continue;
    }
    const reading = readClause(reader, marked.clause, marked.lead);
    readings.push({ ...reading, isPrivate: isPrivate || marked.isPrivate } as Reading);
  }
  const isConfided = readings.some(({ clause }) => CONFIDED.test(clause.pred));
  return {
    readings: isConfided ? readings.flatMap((reading) => confided(reading)) : readings,
    cast: reader.cast,
    hasTold: reader.heard.anything,
  };
}

/** "Nobody else is supposed to know", "don't tell anyone": said of the whole line. */
const CONFIDED =
  /^(?:(?:and|but|please|so|it 's|this is) )*(?:(?:nobody|no one|noone)(?: else)? (?:is (?:supposed|meant|allowed) to|should|must|may|is to) (?:know|hear)|(?:dont|do not|not to) (?:tell|mention) |keep(?:ing)? (?:it|this|that) (?:to (?:myself|yourself|ourselves)|between us|secret|private|quiet)|(?:just |strictly )?between (?:us|you and me)|(?:told )?(?:me |us )?in (?:strict )?confidence|(?:a |still a )?secret(?=$)|(?:strictly )?confidential(?=$)|off the record)/;

function confided(reading: Reading): Reading[] {
  return CONFIDED.test(reading.clause.pred) ? [] : [{ ...reading, isPrivate: true }];
}

const AGE =
  /^(?:and )?(?:she|he|they|it) ?(?:'s|'re|is|are) (\d{1,2}(?: (?:years?|months?|weeks?) old)?|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?: years? old)?)$/;
const OF_THEIRS = /^(?:and )?(?:@\d+ 's|her|his|their) /;

/** "Tom's daughter is called Ruby, she is 5": the age is hers, not Tom's. */
function withAge(last: Reading | undefined, clause: Clause): Reading | undefined {
  if (last?.kind !== 'fact' || last.fact !== 'family' || !OF_THEIRS.test(last.clause.pred)) return undefined;
  const age = AGE.exec(clause.pred)?.[1];
  return age === undefined ? undefined : { ...last, text: `${last.text}, ${age}` };
}

/** "private: …" and "… (private)". */
function markPrivacy(clause: Clause): { clause: Clause; lead: number; isPrivate: boolean } {
  const lead = PRIVATE_LEAD.exec(clause.pred)?.[0].length ?? 0;
  const mark = PRIVATE_MARK.exec(clause.pred);
  if (mark === null) return { clause, lead, isPrivate: lead > 0 };
  const end = nodeAt(clause, mark.index + (mark[0].startsWith(' ') ? 1 : 0));
  const pred = clause.pred.slice(0, mark.index);
  const nodes = clause.nodes.slice(0, end);
  while (nodes.at(-1)?.kind === 'mark') nodes.pop();
  return { clause: { ...clause, pred, nodes, offsets: clause.offsets.slice(0, nodes.length) }, lead, isPrivate: true };
}

type Unmarked = Reading extends infer R ? (R extends Reading ? Omit<R, 'isPrivate'> : never) : never;

function readClause(reader: Reader, clause: Clause, lead: number): Unmarked {
  const { cast } = reader;
  if (
    clause.nodes.every(
      (node) =>
        node.kind === 'when' ||
        node.kind === 'mark' ||
        (node.kind === 'word' && /^(?:on|in|at|the|was|it|this)$/.test(node.fold)),
    ) &&
    timesOf(clause).length > 0
  ) {
    return { kind: 'time', clause };
  }
  const kin = readOfKin(reader, clause, lead);
  if (kin !== undefined) return kin;
  const subject = readSubject(clause, cast, lead);
  if (subject.kind === 'third' && subject.refs.length > 0) {
    const reading = readThird(reader, clause, subject);
    // a list of those who were there, "Ada, Grace", is no subject yet
    if (subject.isNamed || subject.pronoun !== undefined) cast.setSubject(subject.refs);
    return reading;
  }
  return readMine(reader, clause, subject);
}

/** A statement about somebody else: "Ada called", "her daughter starts school", "she'll send me the paper". */
function readThird(reader: Reader, clause: Clause, subject: Subject): Unmarked {
  const { rest } = subject;
  if (rest === '') return { kind: 'rest', clause };
  const common =
    readDated(reader, clause, subject) ??
    readGift(reader, clause, subject) ??
    readPromised(reader, clause, subject, readTheirPromise(rest));
  if (common !== undefined) return common;
  if (
    !subject.isPossessive ||
    /^(?:\S+ )?(?:birthday|leaving|farewell|wedding|housewarming|party)/.test(rest) ||
    ARRIVED.test(rest)
  ) {
    const touch = readTheirTouch(reader, clause, subject);
    if (touch !== undefined) return touch;
  }
  if (!subject.isPossessive && UNANSWERED.test(rest))
    return touchReading(reader, clause, subject, { ...togetherFrom(subject.offset, clause), ...MY_CALL });
  const whose = readApposition(reader, clause, subject);
  if (whose !== undefined) return whose;
  if (subject.isNamed && JOINED.test(rest)) return { kind: 'joined', clause, refs: subject.refs };
  const speech = SPEECH.exec(rest)?.[0];
  if (speech !== undefined && !subject.isPossessive) return readSpeech(reader, clause, subject, speech.length);
  const topic = TOPIC.exec(rest)?.[0];
  if (topic !== undefined) return topicReading(reader, clause, subject.offset + topic.length);
  return readFactOf(reader, clause, subject) ?? readNote(reader, clause, subject);
}

/** "Ada didn't pick up": I called. */
const UNANSWERED = /^(?:just |still )*(?:didnt|did not|wouldnt) (?:pick up|answer)(?= |$)/;
const MY_CALL = { channel: 'phone', direction: 'mine', form: 'past' } as const;
const RELATION = new RegExp(String.raw`^(?:\S+ )?(?:${FAMILY}|friend|colleague|boss|flatmate|roommate|neighbou?r)$`);

/** "Spoke to Hannah, Daniel's cousin": the relation is told of her, with whom I spoke. */
function readApposition({ cast, text }: Reader, clause: Clause, subject: Subject): Unmarked | undefined {
  const refs = cast.participants().filter((ref) => !subject.refs.includes(ref));
  if (!subject.isPossessive || !subject.isNamed || refs.length !== 1 || !RELATION.test(subject.rest)) return undefined;
  return { kind: 'fact', clause, refs, fact: 'family', text: wordsOf(clause, text) };
}

const VERB_FIRST =
  /^(?:'s|'re|is|are|was|were|has|have|had|can|will|'ll|would|\p{L}{2,}(?:ed|s)|cant|couldnt|wont|didnt|doesnt|isnt|wasnt|hasnt|might|may|must|should|could|went|got|made|took|gave|paid|bought|came|saw|said|wrote|felt|lost|left|found|kept|began|thought|knew|lent|sent|told|met|ran|grew|heard|held|led|let|sold|spent|taught|fell|flew|drove|ate|drank|broke|chose|sang|slept|stood|won|rose|know|live|work|want|need|love|like|hate|plan|hope|think|move|share|come|go|get)(?= |$)/u;

function readNote({ text }: Reader, clause: Clause, subject: Subject): Unmarked {
  if (!subject.isPossessive && !VERB_FIRST.test(subject.rest) && !NOT_YET.test(subject.rest))
    return { kind: 'rest', clause };
  const auxiliary = /^(?:(?:'s|'re|is|are) )?/.exec(subject.rest)?.[0].length ?? 0;
  const from = nodeAt(clause, subject.offset + auxiliary);
  const words = wordsOf(clause, text, { from, withTimes: true });
  const undated = wordsOf(clause, text, { from });
  return words === '' ? { kind: 'rest', clause } : { kind: 'note', clause, refs: subject.refs, text: words, undated };
}

/** "Ada told me she is moving": what was said is about her, or about whom it names. */
function readSpeech(reader: Reader, clause: Clause, subject: Subject, length: number): Unmarked {
  reader.cast.setSubject(subject.refs);
  reader.cast.addParticipants(subject.refs);
  reader.heard.anything = true;
  const inner = readSubject(clause, reader.cast, subject.offset + length);
  const about = inner.kind === 'third' && inner.refs.length > 0 ? inner : undefined;
  if (about === undefined) return { kind: 'told', clause };
  return (
    readDated(reader, clause, about) ??
    readPromised(reader, clause, about, readTheirPromise(about.rest)) ??
    readFactOf(reader, clause, about) ?? { kind: 'told', clause }
  );
}

/** A statement of mine, or one whose subject goes unsaid: "lunch with Ada", "send her the book", "loves sailing". */
function readMine(reader: Reader, clause: Clause, subject: Subject): Unmarked {
  const { cast } = reader;
  const statement = clause.pred.slice(subject.offset);
  const said = subject.kind === 'first' && !subject.isNamed ? `i ${statement}` : statement;
  const shift = subject.offset - (said.length - statement.length);
  const trigger = findTrigger(beforeTopic(statement));
  const hasTimes = timesOf(clause).length > 0;
  const commitment = subject.isNamed ? undefined : readMyCommitment(said);
  if (commitment !== undefined && !isTouchInstead(clause, said, commitment, trigger, hasTimes)) {
    return readCommitment(reader, clause, commitment, shift);
  }
  if (subject.kind === 'none') {
    const owner: Subject = { ...subject, refs: cast.resolve(undefined) };
    const isAbout = /^(?:birthday|bday|gift|present)\b/.test(statement);
    const told =
      readDatedOf(reader, clause, owner) ??
      (isAbout || trigger?.start !== 0 ? readGift(reader, clause, owner) : undefined);
    if (told !== undefined) return told;
    const isTouchFirst =
      trigger !== undefined &&
      (trigger.start <= (ADJECTIVES.exec(statement)?.[0].length ?? 0) ||
        namesOf(clause).some((name) => name.isParticipant));
    const fact = isTouchFirst ? undefined : readFactOf(reader, clause, owner);
    if (fact !== undefined) return fact;
  }
  const topic = TOPIC.exec(statement) ?? RE.exec(statement);
  const people = namesOf(clause).some((name) => name.isParticipant) || subject.isNamed;
  if (topic !== null && !people) return topicReading(reader, clause, subject.offset + topic[0].length);
  if (FORGOTTEN.test(statement) && namesOf(clause).length === 0) return { kind: 'rest', clause };
  if (NEGATED.test(statement) && namesOf(clause).length > 0) return noteReading(reader, clause);
  // "Ada and I are going sailing": whatever it is, we do it together
  if (trigger === undefined && subject.isNamed && statement !== '')
    return touchReading(reader, clause, subject, togetherFrom(subject.offset, clause));
  // "… again next Sunday": whatever it was, with the same people
  if (trigger === undefined && AGAIN.test(statement) && cast.participants().length > 0)
    return touchReading(reader, clause, subject, { ...togetherFrom(subject.offset, clause), form: 'going' });
  if (trigger === undefined) return readAboutTheirs(reader, clause);
  // "Ada, who is back, called me": nobody calls oneself
  const isToMe = subject.kind === 'none' && TO_ME.test(statement.slice(trigger.start));
  return touchReading(reader, clause, subject, {
    ...trigger,
    ...(isToMe && trigger.direction === 'mine' ? { direction: 'theirs' as const } : {}),
    start: trigger.start + subject.offset,
    end: trigger.end + subject.offset,
  });
}

const TO_ME =
  /^(?:called|phoned|rang|e-?mailed|texted|messaged|wrote(?: to)?|replied to|sent|gave|told|asked) (?:me|us)(?= |$)/;

/** What they did for me: nothing is asked by it. */
const DEED =
  /^(?:(?:just|also|kindly|then|even|has|have|had) )*(?:helped|gave|lent|bought|brought|took|drove|hosted|introduced|taught) (?:me|us)(?= |$)/;
/** What they did not do, or took back. */
const NOT_YET =
  /^(?:(?:still|also|just|has|have|had) )*(?:hasnt|has not|havent|have not|didnt|did not|never|not|called off|calls off|cancell?ed|postponed)(?= )/;

/** What did not happen: no touch, but worth a note. */
const NEGATED =
  /(?:^| )(?:didnt|did not|havent|have not|hasnt|has not|couldnt|forgot(?:ten)? to|cancell?ed|postponed|called off|calls off|rescheduled|no show|no-show|missed(?! (?:a )?call))(?= |$)/;

const FORGOTTEN = /^(?:i |we )?(?:completely |totally )?forgot(?:ten)? (?:to|about)(?= |$)/;

function noteReading({ cast, text }: Reader, clause: Clause): Unmarked {
  const refs = namesOf(clause).flatMap((name) => cast.refsOf(name));
  return { kind: 'note', clause, refs, text: wordsOf(clause, text, { withTimes: true }) };
}

function togetherFrom(start: number, clause: Clause): Trigger {
  return { channel: 'in-person', direction: 'mutual', form: 'noun', start, end: clause.pred.length, isEvening: false };
}

/** "Saw Ada's post": about somebody, but no contact with them. */
function readAboutTheirs(reader: Reader, clause: Clause): Unmarked {
  const names = namesOf(clause);
  if (names.length === 0 || names.some(({ clitic, isForced }) => clitic !== 's' || isForced))
    return { kind: 'rest', clause };
  return noteReading(reader, clause);
}

/** "I'll have lunch with Ada on Friday" is a plan, "called" without a day to come no promise, "text Ada yesterday" a touch. */
function isTouchInstead(
  clause: Clause,
  said: string,
  commitment: Commitment,
  trigger: Trigger | undefined,
  hasTimes: boolean,
): boolean {
  if (commitment.kind === 'follow-up' || trigger === undefined) return false;
  const rest = said.slice(commitment.offset);
  const isMeeting =
    /^(?:be |also )*(?:see|meet|have|having|seeing|meeting|join|visit|visiting|grab|catch|go|be|do)\b/.test(rest);
  if (hasTimes && isMeeting && !/^(?:remind|promised)/.test(said)) return true;
  return timesOf(clause).some(({ tense }) => tense === 'past') && commitment.offset === 0;
}

function readCommitment(reader: Reader, clause: Clause, commitment: Commitment, shift: number): Unmarked {
  const { cast, text } = reader;
  const from = Math.max(0, commitment.offset + shift);
  const times = timesOf(clause);
  // "told Ada I'd …" is a contact as well
  const isTold = /^(?:i |we )?told @/.test(clause.pred);
  const named = isIntroductionTo(clause, from) ? objectsOf(clause, cast, 0, from) : objectsOf(clause, cast, 0);
  if (isTold) {
    reader.heard.anything = true;
    cast.addParticipants(named);
  }
  const refs =
    named.length > 0 ? named : cast.participants().length > 0 ? cast.participants() : cast.resolve(undefined);
  const words = wordsOf(clause, text, { from: nodeAt(clause, from) });
  if (commitment.kind === 'follow-up') {
    if (commitment.needsDay && times.length === 0)
      return { kind: 'promise', clause, refs, by: 'me', text: words, times };
    return { kind: 'follow-up', clause, refs, text: words, times };
  }
  const by = commitment.by;
  // "will send me the paper" with nobody named is the one spoken of
  return { kind: 'promise', clause, refs: by === 'them' ? cast.resolve(undefined) : refs, by, text: words, times };
}

/** "Intro to Tom?" is owed to the one spoken of, not to Tom. */
function isIntroductionTo(clause: Clause, from: number): boolean {
  return /^(?:make )?(?:an? )?intro(?:duction|duce)? to /.test(clause.pred.slice(from));
}

function readPromised(
  reader: Reader,
  clause: Clause,
  subject: Subject,
  commitment: Commitment | undefined,
): Unmarked | undefined {
  if (commitment?.kind !== 'promise' || subject.isPossessive) return undefined;
  const text = wordsOf(clause, reader.text, { from: nodeAt(clause, subject.offset + commitment.offset) });
  return { kind: 'promise', clause, refs: subject.refs, by: 'them', text, times: timesOf(clause) };
}

function readDatedOf(reader: Reader, clause: Clause, owner: Subject): Unmarked | undefined {
  return owner.refs.length === 0 ? undefined : readDated(reader, clause, owner);
}

function readDated(reader: Reader, clause: Clause, subject: Subject): Unmarked | undefined {
  const occasion = readOccasion(subject.rest) ?? readHeadedOccasion(clause, subject);
  const node = clause.nodes[occasion?.node ?? -1];
  if (occasion === undefined || node?.kind !== 'when') return undefined;
  // "It was Ada's birthday on Saturday" looks back
  const hasPassed = occasion.hasPassed || /(?:^| )was(?= )/.test(clause.pred);
  const date = toOccasionDate(node.when, { ...occasion, hasPassed }, reader.today);
  return date === undefined
    ? undefined
    : { kind: 'occasion', clause, refs: subject.refs, occasion: occasion.kind, date };
}

/** "5 May is Ada's birthday", "tomorrow is her birthday": the time stands before. */
function readHeadedOccasion(clause: Clause, subject: Subject): OccasionReading | undefined {
  const node = clause.nodes.findIndex(({ kind }) => kind === 'when');
  if (node === -1 || !subject.isPossessive || !/^(?:birthday|bday)$/.test(subject.rest)) return undefined;
  return { kind: 'birth', node, hasPassed: false };
}

function readGift(reader: Reader, clause: Clause, subject: Subject): Unmarked | undefined {
  const wish = subject.kind === 'third' || /^would /.test(subject.rest) ? readGiftWish(subject.rest) : undefined;
  if (wish === undefined) return undefined;
  const text = wordsOf(clause, reader.text, {
    from: nodeAt(clause, subject.offset + wish.start),
    to: nodeAt(clause, subject.offset + wish.end + 1),
    withTimes: true,
  });
  return { kind: 'fact', clause, refs: subject.refs, fact: 'gift-idea', text };
}

function readFactOf(reader: Reader, clause: Clause, subject: Subject): Unmarked | undefined {
  const fact = readFact(subject.rest, subject.isPossessive || subject.kind === 'none');
  if (fact === undefined) return undefined;
  const from = nodeAt(clause, subject.offset + fact.offset);
  const text = wordsOf(clause, reader.text, { from, withTimes: true });
  const undated = wordsOf(clause, reader.text, { from });
  const named = fact.kind === 'gift-idea' ? objectsOf(clause, reader.cast, 0) : [];
  return text === ''
    ? undefined
    : {
        kind: 'fact',
        clause,
        refs: named.length > 0 ? named : subject.refs,
        fact: fact.kind,
        text,
        undated,
        isOfTheirs: subject.isPossessive,
      };
}

function readTheirTouch(reader: Reader, clause: Clause, subject: Subject): Unmarked | undefined {
  const { rest } = subject;
  // "Theo still hasn't sent me his comments": nothing came
  if (NOT_YET.test(rest)) return undefined;
  const isContact = THEIR_CONTACT.test(rest);
  const lead = ADJECTIVES.exec(rest)?.[0].length ?? 0;
  const trigger = findTrigger(beforeTopic(rest));
  const isWithMe =
    / (?:me|us)(?: |$)/.test(rest) && trigger !== undefined && /\b(?:with|joined) (?:me|us)\b/.test(rest);
  const isNoun = trigger?.form === 'noun' && trigger.start <= lead;
  if (trigger === undefined || !(isContact || isWithMe || isNoun)) return undefined;
  // What they did for one waits for no answer.
  const isDeed = trigger.channel === 'other' && DEED.test(rest);
  const direction = trigger.direction === 'mine' && isContact ? (isDeed ? 'mutual' : 'theirs') : trigger.direction;
  reader.cast.addParticipants(subject.refs);
  return touchReading(reader, clause, subject, {
    ...trigger,
    direction,
    start: trigger.start + subject.offset,
    end: trigger.end + subject.offset,
  });
}

function touchReading(reader: Reader, clause: Clause, subject: Subject, trigger: Trigger): Unmarked {
  const { cast, text } = reader;
  const named = [
    ...subject.refs.filter(() => subject.kind !== 'none'),
    ...namesOf(clause)
      .filter((name) => name.isParticipant)
      .flatMap((name) => cast.refsOf(name)),
  ];
  const hosts = hostsOf(clause, cast).filter((ref) => !named.includes(ref));
  cast.setHosts(hosts);
  named.push(...hosts);
  const refs = named.length > 0 ? named : pronounsIn(clause, cast, trigger.start);
  cast.addParticipants(refs);
  const about = topicStart(clause.pred);
  const topic = about === undefined ? '' : wordsOf(clause, text, { from: nodeAt(clause, about), withTimes: true });
  const kin = readKin(reader, clause);
  return {
    kind: 'touch',
    clause,
    trigger,
    subject,
    refs,
    ...(topic === '' ? {} : { topic }),
    ...(kin === undefined ? {} : { kin }),
  };
}

/** "… and his daughter Ginny. Ginny starts school": still news of his family. */
function readOfKin({ kin, text }: Reader, clause: Clause, lead: number): Unmarked | undefined {
  const at = nodeAt(clause, lead);
  const first = clause.nodes[at];
  const ref = first?.kind === 'word' && isCapitalized(first.text) ? kin.get(first.fold) : undefined;
  if (ref === undefined || clause.nodes.length < at + 2) return undefined;
  return {
    kind: 'fact',
    clause,
    refs: [ref],
    fact: 'family',
    text: wordsOf(clause, text, { from: at, withTimes: true }),
    isOfTheirs: true,
  };
}

const KIN = new RegExp(String.raw`(?:@(\d+) 's|her|his|their) ((?:\S+ )?(?:${FAMILY})) (?=\p{L})`, 'u');

function readKin({ cast, text, kin }: Reader, clause: Clause): Kin | undefined {
  const match = KIN.exec(clause.pred);
  if (match === null) return undefined;
  const owner = clause.nodes[Number(match[1])];
  const named = namesOf(clause).flatMap((name) => cast.refsOf(name));
  const [ref] =
    owner?.kind === 'name' ? cast.refsOf(owner.mention) : named.length > 0 ? named : cast.resolve(undefined);
  const from = nodeAt(clause, match.index + match[0].length - (match[2]?.length ?? 0) - 1);
  const to = nodeAt(clause, match.index + match[0].length);
  const name = clause.nodes[to];
  if (ref === undefined || name?.kind !== 'word' || !isCapitalized(name.text)) return undefined;
  kin.set(name.fold, ref);
  return { ref, text: wordsOf(clause, text, { from, to: to + 1 }) };
}

/** "Dinner at Ada and Grace's place", "board games at Tom's with Ada": those at whose home it was. */
function hostsOf(clause: Clause, cast: Cast): readonly PersonRef[] {
  const [, first, second, place] =
    /(?:^| )(?:at|(?:round|over) to) @(\d+)(?: and @(\d+))? 's(?: ([a-z]+))?(?= |$)/.exec(clause.pred) ?? [];
  if (first === undefined || (place !== undefined && !HOME.test(place) && !/^(?:on|with|in|for|and|at)$/.test(place)))
    return [];
  return [first, second].flatMap((at) => {
    const node = clause.nodes[Number(at)];
    return node?.kind === 'name' ? cast.refsOf(node.mention) : [];
  });
}

/** "Called her": the object is somebody named before. */
function pronounsIn(clause: Clause, cast: Cast, from: number): readonly PersonRef[] {
  const match = / (her|him|them)(?= |$)/.exec(clause.pred.slice(from));
  if (match === null) return [];
  return cast.resolve(match[1] === 'her' ? 'she' : match[1] === 'him' ? 'he' : 'they');
}

function topicReading(reader: Reader, clause: Clause, offset: number): Unmarked {
  const topic = wordsOf(clause, reader.text, { from: nodeAt(clause, offset), withTimes: true });
  return topic === '' ? { kind: 'rest', clause } : { kind: 'topic', clause, topic };
}

/** What a statement is about is no part of how one was in touch: "emailed Ada about lunch". */
function beforeTopic(statement: string): string {
  const at = topicStart(statement);
  return at === undefined ? statement : statement.slice(0, at);
}

/** Behind "about" or "re". */
function topicStart(pred: string): number | undefined {
  const match =
    /(?<= )(?:about|regarding|re|concerning|to (?:discuss|talk about|arrange|plan)) (?!(?:a|an|\d+|one|two|three|four|five|six|ten) \S+ ago)/.exec(
      pred,
    );
  return match === null ? undefined : match.index + match[0].length;
}
