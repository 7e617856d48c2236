import type { CalendarDate } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import { isHardTime } from '../keeping/moments.ts';
import { shareSentences } from '../resources/share-message.ts';
import { draftKindOf } from '../words/kinds.ts';
import { libraryBody } from '../words/library.ts';
import type { Candidate } from './candidate.ts';
import { wakingSentences } from './dormant-reason.ts';
import { gatheringSentences } from './gathering-message.ts';
import { isDeed, isSayable, namesOf } from './grammar.ts';
import { holidayLine } from './holiday-reason.ts';
import { introductionSentences } from './introduction-reason.ts';
import {
  AFTER_QUESTION,
  askedBeside,
  asksOf,
  CLOSERS,
  CONNECTED,
  CONNECTED_ASK,
  LEAD_INS,
  MET,
  MET_ABOUT,
  MET_ABOUT_QUESTION,
  MET_ASK,
  MY_DEED,
  MY_QUESTION,
  MY_THING,
  openingsOf,
  opensAMessage,
  PLAIN_AGAIN,
  PLAIN_ASK,
  PLAIN_FIRST,
  plainQuestionOf,
  recallsOf,
  SAW,
  TALKED,
  THEIR_DEED,
  THEIR_THING,
  TRIP_ASK,
} from './lines.ts';
import { gentleSentences, momentSentences } from './moment-message.ts';
import { occasionBody } from './occasion-message.ts';
import { newsSentences } from './own-news.ts';
import { type Body, type Parts, type WordingPicker, worded } from './parts.ts';
import { onDay, placedAt, plain, shortened, tripDays } from './phrases.ts';
import { turned, undated } from './reading.ts';
import { replySentences } from './reply-message.ts';
import { isWeak, sharesWords, type Thread, type ThreadKind } from './thread.ts';

const LONGEST_SHORT = 240;
const A_WHILE_DAYS = 45;

/** A message to the person: a few plain sentences and one question at most, as long as the channel wants it. */
export function composeMessage(parts: Parts, picker: WordingPicker): string {
  const { wish, sentences } = bodyOf(parts, picker);
  const { style, name } = parts;
  const kept = style === 'short' ? fitting(sentences, LONGEST_SHORT) : sentences;
  if (style === 'email') return `${wish ?? picker.pick('dear', greetings(parts))}\n\n${kept.join(' ')}`;
  if (style === 'card') {
    const text = [wish === undefined ? '' : wish.replace(`, ${name}!`, '!'), ...kept].filter(Boolean).join(' ');
    return `Dear ${name}, ${lowStart(text)}`;
  }
  return wish === undefined
    ? `${picker.pick('greeting', greetings(parts))} ${lowStart(kept.join(' '))}`
    : [wish, ...kept].join(' ');
}

function bodyOf(parts: Parts, picker: WordingPicker): Body {
  const { kind, lead, about } = parts;
  // Asked for by itself: nothing that is due speaks of it.
  if (kind !== undefined && (lead === undefined || kind !== draftKindOf(lead))) {
    const hard = isHardTime(parts.candidate.moments ?? [], parts.today);
    const own = libraryBody(kind, parts, picker, { about, hard });
    if (own !== undefined) return own;
  }
  switch (parts.lead?.kind) {
    case 'follow-up':
      return { sentences: followUpSentences(parts, picker) };
    case 'reply':
      return { sentences: replySentences(parts, picker) ?? threadSentences({ ...parts, style: 'short' }, picker) };
    case 'promise':
      return { sentences: promiseSentences(parts, picker) };
    case 'occasion':
      return occasionBody(parts, picker);
    case 'gathering':
      return { sentences: meetingSentences(parts, picker) };
    case 'resource':
      return { sentences: resourceSentences(parts, picker) };
    case 'news':
      return { sentences: newsSentences(parts) ?? threadSentences(parts, picker) };
    case 'reminder':
      return { sentences: reminderSentences(parts, picker) };
    case 'dormant':
      return { sentences: wakingSentences(parts, picker) };
    case 'moment':
    case 'check-in':
      return { sentences: momentSentences(parts, picker) ?? threadSentences(parts, picker) };
    case 'introduction':
      return { sentences: introductionSentences(parts, picker) ?? threadSentences(parts, picker) };
    default:
      if (isHardTime(parts.candidate.moments ?? [], parts.today)) return { sentences: gentleSentences(picker) };
      return { sentences: [...threadSentences(parts, picker), ...holidaySentences(parts, picker)] };
  }
}

/** What was between the two of you; a greeting to their family or a hope for their pastime leads to no gathering. */
const BEFORE_MEETING: ReadonlySet<ThreadKind> = new Set(['talk', 'event', 'memory', 'met', 'received']);

/** Before a gathering, where there is room with a word about the last time; else about the trip to where they live. */
function meetingSentences(parts: Parts, picker: WordingPicker): readonly string[] {
  const there = gatheringSentences(parts, picker);
  if (there === undefined) return tripSentences(parts, picker);
  const { thread, style } = parts;
  const recall =
    style === 'short' || thread === undefined || thread.mood !== 'light' || !BEFORE_MEETING.has(thread.kind)
      ? []
      : [worded(recallsOf(thread), picker)];
  return [...recall, ...there];
}

/** That one comes to where they live, and whether they are free. */
function tripSentences(parts: Parts, picker: WordingPicker): readonly string[] {
  const { today, locale } = parts;
  const { trip } = parts.candidate;
  if (trip === undefined) return threadSentences(parts, picker);
  return [`I am in ${plain(trip.city)} ${tripDays(trip, { today, locale })}.`, picker.pick('trip-ask', TRIP_ASK)];
}

function resourceSentences(parts: Parts, picker: WordingPicker): readonly string[] {
  const { resource } = parts.candidate;
  return resource === undefined ? threadSentences(parts, picker) : shareSentences(resource, parts, picker);
}

/** A coming holiday, or else a quiet reason, is mentioned where only time has passed, and not beside what weighs on somebody. */
function holidaySentences(
  { candidate, holiday, aside = [], thread, today, locale }: Parts,
  picker: WordingPicker,
): readonly string[] {
  if (thread !== undefined && thread.mood !== 'light') return [];
  if (holiday === undefined) return aside.length === 0 ? [] : [picker.pick('aside', aside)];
  const line = holidayLine(candidate, holiday, { today, locale, picker });
  return line === undefined ? [] : [line];
}

/** The thread alone: what a message is about when only time has passed. */
function threadSentences({ candidate, today, thread, second, style }: Parts, picker: WordingPicker): readonly string[] {
  if (thread === undefined) {
    const first = hasBeenLong(candidate, today) ? [...PLAIN_FIRST, ...PLAIN_AGAIN] : PLAIN_FIRST;
    return [picker.pick('plain-first', first), picker.pick('plain-ask', PLAIN_ASK)];
  }
  if (style === 'card') return cardSentences(thread, picker);
  if (style === 'email' && thread.mood === 'light') {
    const isAsked =
      second !== undefined &&
      second.kind !== 'meal' &&
      !isWeak(thread) &&
      thread.from !== 'fact' &&
      plainQuestionOf(second) !== undefined;
    // A statement about the last time, and one question for the two of them.
    if (isAsked && thread.kind !== 'asking' && thread.kind !== 'question')
      return [...leadTo(thread, picker), worded(recallsOf(thread), picker), worded(askedBeside(second), picker)];
    const opening = worded(openingsOf(thread), picker);
    // After a question one does not also hope that all is well.
    return [opening, picker.pick('closer', opening.endsWith('?') ? AFTER_QUESTION : CLOSERS)];
  }
  return [worded(openingsOf(thread), picker)];
}

/** A card says what is remembered, after a word to whom it goes, and asks nothing. */
function cardSentences(thread: Thread, picker: WordingPicker): readonly string[] {
  const recall = worded(recallsOf(thread), picker);
  if (thread.mood !== 'light') return thread.mood === 'loss' ? [recall] : [recall, picker.pick('closer', CLOSERS)];
  const closers = /\bhope\b/.test(recall) ? AFTER_QUESTION : CLOSERS;
  return [...leadTo(thread, picker), recall, picker.pick('closer', closers)];
}

/** A word to them before a hope or a greeting. */
function leadTo(thread: Thread, picker: WordingPicker): readonly string[] {
  return opensAMessage(thread) ? [] : [picker.pick('lead-in', LEAD_INS)];
}

/** "It has been a while" is true only of people one has been in touch with, and not last week. */
function hasBeenLong({ lastContact }: Candidate, today: CalendarDate): boolean {
  return lastContact !== undefined && daysApart(lastContact, today) >= A_WHILE_DAYS;
}

function followUpSentences(parts: Parts, picker: WordingPicker): readonly string[] {
  const { candidate, thread, second, today, locale } = parts;
  const { followUp } = candidate;
  if (followUp === undefined) return threadSentences(parts, picker);
  const deed = deedSentence(plain(followUp.text ?? ''), candidate, picker);
  if (!followUp.firstMeeting) {
    if (deed !== undefined) return [deed, ...addition(thread, { said: deed, reason: followUp.text ?? '' }, picker)];
    return [
      followUp.inPerson === true
        ? picker.pick('saw', SAW)(whereAndWhen(parts))
        : picker.pick('talked', TALKED)(onDay(followUp.metOn, { today, locale })),
      ...(thread === undefined ? [picker.pick('met-ask', MET_ASK)] : [worded(asksOf(thread), picker)]),
    ];
  }
  const isConnected = followUp.channel === 'linkedin' && plain(followUp.place ?? '') === '';
  const first = isConnected ? picker.pick('connected', CONNECTED) : picker.pick('met', MET)(whereAndWhen(parts));
  if (deed !== undefined) return [first, deed];
  if (thread === undefined || thread.kind === 'event' || thread.kind === 'memory' || thread.kind === 'met') {
    const other = second === undefined || isWeak(second) ? undefined : second;
    const ask = isConnected ? CONNECTED_ASK : MET_ASK;
    return [
      first,
      other === undefined
        ? picker.pick(isConnected ? 'connected-ask' : 'met-ask', ask)
        : metAbout(other, isConnected, picker),
    ];
  }
  return [first, metAbout(thread, isConnected, picker)];
}

/** After the first words to somebody one has just met: what was talked about, or what is known of them. */
function metAbout(thread: Thread, isConnected: boolean, picker: WordingPicker): string {
  if (thread.kind === 'role' && thread.mood === 'light')
    return `I see that you are ${thread.text.replace(/^(?=head|chief|captain|\p{Lu})/u, '')}; I’d love to hear more about it.`;
  if (thread.kind !== 'talk' || thread.mood !== 'light' || isConnected) return worded(asksOf(thread), picker);
  const subject = thread.text.replace(/^.*? about /, '');
  const isQuestion = /^(?:whether|how|why|what|when|where|who|which|your)\b/.test(subject);
  return isQuestion
    ? picker.pick('met-about-question', MET_ABOUT_QUESTION)(subject)
    : picker.pick('met-about', MET_ABOUT)(subject);
}

function whereAndWhen({ candidate, today, locale }: Parts): string {
  const { metOn, place } = candidate.followUp ?? { metOn: today };
  const where = plain(place ?? '');
  return `${where === '' ? '' : placedAt(where)} ${onDay(metOn, { today, locale })}`.trim();
}

function promiseSentences(parts: Parts, picker: WordingPicker): readonly string[] {
  const { candidate, lead, thread, style } = parts;
  const promise = candidate.promises.find(({ id }) => lead?.key === `promise:${id}`);
  if (promise === undefined) return threadSentences(parts, picker);
  const text = shortened(plain(promise.text), 90);
  const sentence = promise.by === 'me' ? myPromise(text, candidate, picker) : theirPromise(text, candidate, picker);
  const more = addition(thread, { said: sentence, reason: text }, picker);
  return [sentence, ...more, ...(style === 'email' && more.length === 0 ? [picker.pick('closer', CLOSERS)] : [])];
}

function myPromise(text: string, candidate: Candidate, picker: WordingPicker): string {
  const deed = deedSentence(text, candidate, picker);
  if (deed !== undefined) return deed;
  const thing = isDeed(text) ? undefined : toThePerson(lowArticle(text), candidate);
  return thing === undefined ? 'I haven’t forgotten what I promised you.' : picker.pick('my-thing', MY_THING)(thing);
}

function theirPromise(text: string, candidate: Candidate, picker: WordingPicker): string {
  if (isDeed(text)) {
    const deed = toThePerson(withRecipient(text, 'me'), candidate);
    return deed === undefined
      ? 'No hurry at all, but I haven’t forgotten what you offered.'
      : picker.pick('their-deed', THEIR_DEED)(deed);
  }
  const thing = toThePerson(lowArticle(text), candidate);
  return thing === undefined
    ? 'No hurry at all, but I haven’t forgotten what you offered.'
    : picker.pick('their-thing', THEIR_THING)(thing);
}

/** What I said I would do, to the person; a question is simply asked. Undefined for what is no deed or may be about others. */
function deedSentence(text: string, candidate: Candidate, picker: WordingPicker): string | undefined {
  if (!isDeed(text)) return undefined;
  const deed = toThePerson(withRecipient(undated(text), 'you'), candidate);
  if (deed === undefined) return undefined;
  return isSayable(deed) && /^ask (?:you |how|what|whether|if|when|where|who|why|about)/.test(deed)
    ? picker.pick('my-question', MY_QUESTION)(askedOf(deed))
    : picker.pick('my-deed', MY_DEED)(deed);
}

/** "send the article" is sent to somebody. */
function withRecipient(text: string, whom: 'you' | 'me'): string {
  return /\b(?:to|back|for) (?:you|me|her|him|them|\p{Lu})/iu.test(text)
    ? text
    : text.replace(
        /^(send|lend|bring|show|give) (?=(?:the|an?|my|your|some|photos|photographs|pictures|details|notes|\p{Lu}[\p{L}-]*’s)\b)/iu,
        `$1 ${whom} `,
      );
}

/** A reminder that can be said is said; other reminders are the owner's own chores, and the message is about the thread. */
function reminderSentences(parts: Parts, picker: WordingPicker): readonly string[] {
  const { candidate, lead, thread, second } = parts;
  const reminder = candidate.reminders.find(({ id }) => lead?.key === `reminder:${id}`);
  const text = undated(plain(reminder?.text ?? ''));
  const said = isSayable(text) ? toThePerson(text, candidate) : undefined;
  const call =
    /^(?:call|phone|ring) (?:her|him|them)?\b/i.test(text) ||
    candidate.name.split(' ').some((word) => text.startsWith(`Call ${word}`) || text.startsWith(`call ${word}`));
  const calling =
    said === undefined && call ? toThePerson(text.replace(/^(\S+) (?=about\b)/, '$1 you '), candidate) : undefined;
  if (calling !== undefined && /^\S+ you\b/.test(calling))
    return [`I wanted to ${calling}. When would be a good time?`];
  if (said === undefined) return threadSentences(parts, picker);
  const wanted = picker.pick('wanted', [
    `I wanted to ${askedOf(said)}.`,
    `I’ve been wanting to ${askedOf(said)}.`,
    `I’ve been meaning to ${askedOf(said)}.`,
  ]);
  const other = [thread, second].find(
    (entry) => entry !== undefined && !isWeak(entry) && !sharesWords(entry.text, text),
  );
  if (other !== undefined && plainQuestionOf(other) !== undefined) return [wanted, worded(askedBeside(other), picker)];
  return [wanted, other === undefined ? picker.pick('closer', CLOSERS) : worded(recallsOf(other), picker)];
}

/** "ask you how the exam went" needs no "you" in a message. */
function askedOf(text: string): string {
  return text.replace(/^ask you (?=how|what|whether|if|when|where|who|why|about)/, 'ask ');
}

/** Something to do, as said to the person; undefined when it may be about somebody else. */
function toThePerson(text: string, candidate: Candidate): string | undefined {
  const said = turned(text, { names: namesOf(candidate), alone: true, trusted: true, from: 'talk', conversation: '' });
  return said === undefined ? undefined : isDeed(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
}

function lowArticle(text: string): string {
  return /^(?:The|A|An|My|Some|Her|His|Their)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** What has nothing to do with a promise, and would stand at its end like something forgotten. */
const APART: ReadonlySet<ThreadKind> = new Set(['quote', 'preference', 'mention', 'feat', 'met', 'memory', 'received']);

/** One more sentence about them, unless it would say the same again, or begin as the one before it. */
function addition(
  thread: Thread | undefined,
  { said, reason }: { readonly said: string; readonly reason: string },
  picker: WordingPicker,
): readonly string[] {
  if (thread === undefined || APART.has(thread.kind) || sharesWords(thread.text, reason)) return [];
  const { label, lines } = askedBeside(thread);
  const other = lines.filter((line) => !said.includes(line.slice(0, 12)));
  return [worded({ label, lines: other.length > 0 ? other : lines }, picker)];
}

/** Friends are greeted by name or lightly, people one hardly knows with a little more care. */
export function greetings({ candidate, name, style }: Parts): readonly string[] {
  if (candidate.closeness >= 0.7)
    return style === 'email' ? [`Dear ${name},`, `Hi ${name},`] : [`Hi ${name},`, `Hey ${name},`];
  return candidate.closeness >= 0.25 ? [`Hi ${name},`, `Hello ${name},`] : [`Hello ${name},`, `Hi ${name},`];
}

/** After a greeting a sentence goes on in lower case, unless it begins with "I" or somebody's words. */
function lowStart(text: string): string {
  return /^(?:I|I’\p{L}+)\b/u.test(text) || !/^(?:A |\p{Lu}\p{Ll})/u.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}

/** As many whole sentences as fit; the first always. */
function fitting(sentences: readonly string[], limit: number): readonly string[] {
  let length = 0;
  return sentences.filter((sentence, index) => {
    length += sentence.length + 1;
    return index === 0 || length <= limit;
  });
}
