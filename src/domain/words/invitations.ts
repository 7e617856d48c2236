import type { Candidate } from '../today/candidate.ts';
import { whoSpeaksOfTheGone } from '../today/gone.ts';
import { hearMore } from '../today/indirect.ts';
import { type Parts, type WordingPicker, worded } from '../today/parts.ts';
import { moodOf } from '../today/patterns.ts';
import { placedAt, plain } from '../today/phrases.ts';
import { isSayableText } from '../today/reading.ts';
import { sharesWords } from '../today/thread.ts';
import { isStale } from './stale.ts';

/*
 * An invitation to this person: what one would like to hear of them, and a place or a manner that is theirs. It leaves the day
 * open and asks one thing. Read every line aloud before adding it.
 */

const WALKS: readonly string[] = [
  'Are you free for a walk some time soon? Any day that is good for you.',
  'Shall we go for a walk one of these days? You choose where.',
  'Would you like to walk a little together in the next weeks?',
];
const NEAR: readonly string[] = [
  'Shall we have a coffee one of these days? You choose the place.',
  'I would love to see you. Is there an evening that suits you in the next weeks?',
  'Are you free for a walk some time soon? Any day that is good for you.',
  'Come round for soup one of these evenings? I would enjoy the company.',
];
const FAR: readonly string[] = [
  'Would you like to have a coffee some time?',
  'Could we meet for half an hour in the next weeks? I would enjoy that.',
  'Would a coffee in the next weeks suit you?',
  'Shall we find half an hour to talk in the next weeks?',
];
/** To somebody one has not been in one room with of late: they may be far away. */
const ACROSS: readonly string[] = [
  'Would a call some evening suit you?',
  'Shall we find half an hour for a call in the next weeks?',
  'Could we talk on the phone one of these days?',
  'Would a call suit you, or a coffee when our ways cross?',
];
const HOW_YOU_ARE: readonly string[] = [
  'I would love to hear how you are.',
  'You came to mind today, and I’d like to hear how you are.',
  'I realised how much I would like to talk with you again.',
];
/** `t` is where they work. */
const AT_WORK: readonly ((t: string) => string)[] = [
  (t) => `I would love to hear how you are, and how things are at ${t}.`,
  (t) => `You came to mind today, and I’d like to hear how things are at ${t}.`,
  (t) => `I have been wondering how you are, and how it is going at ${t}.`,
];
/** `t` is the place, with its preposition. */
const THERE_AGAIN: readonly ((t: string) => string)[] = [
  (t) => `Shall we meet ${t} again one of these days?`,
  (t) => `Would you like to meet ${t} again some time soon?`,
  (t) => `How about another hour ${t} in the next weeks?`,
];

/** Rather walks than sits. */
const WALKER =
  /\b(?:prefers?|likes?|loves?|enjoys?|(?:would )?rather|always|best on) (?:(?:to|an?|going for|long|short) )*walk/i;
const NEAR_FROM = 0.4;

export function invited(parts: Parts, picker: WordingPicker): readonly string[] {
  const { thread, second, candidate } = parts;
  const place = sharedPlace(candidate);
  const question = place === undefined ? asked(parts, picker) : picker.pick('invite-there', THERE_AGAIN)(place);
  const heard = hearMore(thread) ?? hearMore(second);
  if (heard === undefined) return [picker.pick('invite-open', openingTo(candidate)), question];
  const first = worded(heard, picker);
  // The place they are asked to again says it already.
  return place !== undefined && sharesWords(first, place) ? [question] : [first, question];
}

function openingTo(candidate: Candidate): readonly string[] {
  const company = plain(candidate.company ?? '');
  const isSaid = company !== '' && company.length <= 40 && isSayableText(company) && moodOf(company) === 'light';
  return isSaid ? AT_WORK.map((line) => line(company)) : HOW_YOU_ARE;
}

function asked({ candidate, today }: Parts, picker: WordingPicker): string {
  const walks = candidate.facts.some(
    (fact) => fact.kind === 'preference' && !fact.private && !isStale(fact, today) && WALKER.test(fact.text),
  );
  if (walks) return picker.pick('invite-walk', WALKS);
  if (candidate.closeness >= NEAR_FROM) return picker.pick('invite-near', NEAR);
  return wasTogether(candidate) ? picker.pick('invite-far', FAR) : picker.pick('invite-across', ACROSS);
}

/** Where the two of them sat last time; a place of many, or of hardship, is none to ask anybody to. */
function sharedPlace(candidate: Candidate): string | undefined {
  const touch = candidate.lastTouch;
  const place = plain(touch?.place ?? '');
  if (touch?.channel !== 'in-person' || touch.people > 1 || place === '' || place.length > 60) return undefined;
  if (!isSayableText(place) || moodOf(place) !== 'light' || OTHERS.test(place)) return undefined;
  if (whoSpeaksOfTheGone(candidate)(place)) return undefined;
  return placedAt(place);
}

/** Somebody’s home, an office or a passing event. */
const OTHERS =
  /’s\b|\b(?:her|his|their|my|our|home|house|hospital|clinic|office|station|airport|conference|mixer|workshop|wedding|party|fair|funeral|church|platform|train|ferry|queue)\b/i;

function wasTogether({ lastTouch }: Candidate): boolean {
  return lastTouch?.channel === 'in-person' || lastTouch?.channel === 'event';
}
