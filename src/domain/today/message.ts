import type { CalendarDate } from '../dates.ts';
import type { Candidate, Occasion, Reason } from './candidate.ts';
import { isDeed, isSayable, namesOf, toSecondPerson } from './grammar.ts';
import {
  BIRTHDAY_WISHES,
  CLOSERS,
  COMING_BIRTHDAY,
  CONNECTED,
  CONNECTED_ABOUT,
  LATE_WISHES,
  linesFor,
  MET,
  MET_ABOUT,
  MY_DEED,
  MY_THING,
  PLAIN_ASK,
  PLAIN_FIRST,
  REPLIES,
  REPLY_ABOUT,
  THEIR_DEED,
  THEIR_THING,
} from './lines.ts';
import { occasionKind } from './occasion-reason.ts';
import { moodOf } from './patterns.ts';
import { dayName, messageName, onDay, placedAt, plain, shortened } from './phrases.ts';
import { sharesWords, type Thread } from './thread.ts';

/** Chooses one of a pool; `label` tells pools apart. */
export interface WordingPicker {
  pick<T>(label: string, pool: readonly T[]): T;
}

/** What a message is made of. */
export interface Parts {
  readonly candidate: Candidate;
  readonly today: CalendarDate;
  readonly locale: string;
  readonly style: 'short' | 'email' | 'card' | 'talk';
  /** What one calls them. */
  readonly name: string;
  readonly lead?: Reason | undefined;
  readonly thread?: Thread;
  readonly second?: Thread;
}

/** A greeting, if the wish does not greet already, and the sentences after it. */
interface Body {
  readonly wish?: string;
  readonly sentences: readonly string[];
}

const LONGEST_SHORT = 240;

/** A message to the person: one or two sentences, an e-mail of two or three, or a card. */
export function composeMessage(parts: Parts, picker: WordingPicker): string {
  const { wish, sentences } = bodyOf(parts, picker);
  const isShort = parts.style === 'short';
  const kept = (isShort ? fitting(sentences, LONGEST_SHORT) : sentences).map(eased);
  if (parts.style === 'email') {
    const greeting = wish ?? picker.pick('dear', greetings(parts, ','));
    return `${greeting}\n\n${kept.join(' ')}`;
  }
  if (parts.style === 'card')
    return `Dear ${parts.name}, ${lowStart([wish === undefined ? '' : wished(wish, parts.name), ...kept].filter(Boolean).join(' '))}`;
  if (wish !== undefined) return [wish, ...kept].join(' ');
  return `${picker.pick('greeting', greetings(parts, ','))} ${lowStart(kept.join(' '))}`;
}

/** As one writes rather than prints: "I’ve been", "I’d love"; what stands in quotation marks is left alone. */
function eased(text: string): string {
  return text
    .split(/(“[^”]*”)/)
    .map((part) =>
      part.startsWith('“')
        ? part
        : part
            .replace(/\bI have not\b/g, 'I haven’t')
            .replace(/\bI have been\b/g, 'I’ve been')
            .replace(/\bI would\b/g, 'I’d')
            .replace(/\bI am\b/g, 'I’m'),
    )
    .join('');
}

function bodyOf(parts: Parts, picker: WordingPicker): Body {
  switch (parts.lead?.kind) {
    case 'follow-up':
      return { sentences: followUpSentences(parts, picker) };
    case 'reply':
      return { sentences: replySentences(parts, picker) };
    case 'promise':
      return { sentences: promiseSentences(parts, picker) };
    case 'occasion':
      return occasionBody(parts, picker);
    case 'reminder':
      return { sentences: reminderSentences(parts, picker) };
    default:
      return { sentences: threadSentences(parts, picker) };
  }
}

/** The thread alone: what a message is about when only time has passed. */
function threadSentences({ thread, second, style }: Parts, picker: WordingPicker): readonly string[] {
  if (thread === undefined) {
    return [picker.pick('plain-first', PLAIN_FIRST), picker.pick('plain-ask', PLAIN_ASK)];
  }
  if (style === 'card') return [...say(thread, 'side', picker), picker.pick('closer', CLOSERS)];
  const opening = say(thread, 'open', picker);
  if (style === 'short' || thread.mood !== 'light') return opening;
  return [...opening, ...(second === undefined ? [picker.pick('closer', CLOSERS)] : say(second, 'ask', picker))];
}

function followUpSentences(parts: Parts, picker: WordingPicker): readonly string[] {
  const { candidate, thread, second, style } = parts;
  const followUp = candidate.followUp;
  if (followUp === undefined) return threadSentences(parts, picker);
  const deed = plain(followUp.text ?? '');
  const said = isDeed(deed) ? toThePerson(deed, candidate) : undefined;
  const more = style === 'short' || second === undefined ? [] : say(second, 'ask', picker);
  if (!followUp.firstMeeting) {
    return said === undefined
      ? threadSentences(parts, picker)
      : [picker.pick('my-deed', MY_DEED)(said), ...follow(thread, 'ask', picker), ...more];
  }
  const isConnected = followUp.channel === 'linkedin' && plain(followUp.place ?? '') === '';
  const first = isConnected ? picker.pick('connected', CONNECTED) : picker.pick('met', MET)(whereAndWhen(parts));
  if (said !== undefined) return [first, picker.pick('my-deed', MY_DEED)(said), ...more];
  const known = isConnected ? CONNECTED_ABOUT : thread?.from === 'talk' ? MET_ABOUT : {};
  const about = thread === undefined ? undefined : known[thread.kind];
  if (thread !== undefined && about !== undefined && thread.mood === 'light') {
    return [
      first,
      picker.pick(`${isConnected ? 'connected' : 'met'}-about-${thread.kind}`, about)(thread.text),
      ...more,
    ];
  }
  const ask = isConnected ? 'What are you working on these days?' : 'I would love to hear more about what you do.';
  return [first, ...(thread === undefined || thread.kind === 'event' ? [ask] : say(thread, 'ask', picker)), ...more];
}

function whereAndWhen({ candidate, today, locale }: Parts): string {
  const { metOn, place } = candidate.followUp ?? { metOn: today };
  const where = plain(place ?? '');
  const at = where === '' ? '' : placedAt(where);
  return `${at} ${onDay(metOn, { today, locale })}`.trim();
}

function replySentences(
  { candidate, today, locale, thread, second, style }: Parts,
  picker: WordingPicker,
): readonly string[] {
  const { awaitingReply } = candidate;
  const name = messageName(awaitingReply?.channel ?? 'other');
  const from = awaitingReply === undefined ? name : `${name} ${fromDay(awaitingReply.since, { today, locale })}`;
  const first = picker.pick('reply', REPLIES)(from);
  if (thread === undefined) return [first, picker.pick('closer', CLOSERS)];
  const isThing = thread.kind === 'topic' || thread.kind === 'wonder';
  const about =
    isThing && thread.mood === 'light'
      ? [picker.pick('reply-about', thread.kind === 'wonder' ? REPLY_ABOUT.slice(0, 1) : REPLY_ABOUT)(thread.text)]
      : say(thread, 'ask', picker);
  return [
    first,
    ...about,
    ...(style === 'short' || second === undefined || thread.mood !== 'light' ? [] : say(second, 'ask', picker)),
  ];
}

function fromDay(day: CalendarDate, context: { readonly today: CalendarDate; readonly locale: string }): string {
  const name = dayName(day, context);
  return name === 'today' ? 'today' : `from ${name}`;
}

function promiseSentences(parts: Parts, picker: WordingPicker): readonly string[] {
  const { candidate, lead, thread, style } = parts;
  const promise = candidate.promises.find(({ id }) => lead?.key === `promise:${id}`);
  if (promise === undefined) return threadSentences(parts, picker);
  const text = shortened(plain(promise.text), 90);
  const isMine = promise.by === 'me';
  const deed = isDeed(text) ? toThePerson(text, candidate) : undefined;
  const thing = toSecondPerson(lowArticle(text), namesOf(candidate), { pronouns: true }) ?? lowArticle(text);
  const sentence =
    deed === undefined
      ? picker.pick(isMine ? 'my-thing' : 'their-thing', isMine ? MY_THING : THEIR_THING)(thing)
      : picker.pick(isMine ? 'my-deed' : 'their-deed', isMine ? MY_DEED : THEIR_DEED)(deed);
  const more = follow(thread, 'ask', picker);
  return [sentence, ...more, ...(style === 'email' && more.length === 0 ? [picker.pick('closer', CLOSERS)] : [])];
}

function occasionBody(parts: Parts, picker: WordingPicker): Body {
  const { candidate, lead, thread, style, name, today, locale } = parts;
  const date = lead?.date ?? today;
  const occasion = candidate.occasions.find(
    (entry) => lead?.key.startsWith(`occasion:${occasionKind(entry)}`) === true,
  );
  const isBirthday = occasion === undefined || occasionKind(occasion) === 'birth';
  const use = style === 'card' ? 'side' : 'ask';
  const more = follow(thread, use, picker);
  const also = style === 'short' && more.length > 0 ? [] : undefined;
  if (!isBirthday)
    return {
      ...otherOccasion(parts, occasion, date),
      sentences: [...otherSentence(parts, occasion, date, picker), ...more],
    };
  if (date > today && style !== 'card')
    return { sentences: [picker.pick('coming', COMING_BIRTHDAY)(dayName(date, { today, locale })), ...more] };
  if (date < today)
    return {
      wish: `Happy belated birthday, ${name}!`,
      sentences: [...(also ?? [picker.pick('late-wish', LATE_WISHES)]), ...more],
    };
  return {
    wish: `Happy birthday, ${name}!`,
    sentences: [...(also ?? [picker.pick('wish', BIRTHDAY_WISHES)]), ...more],
  };
}

/** A wish for a day that is wished happy; a name day is, the day somebody died is not. */
function otherOccasion({ name, today }: Parts, occasion: Occasion, date: CalendarDate): { readonly wish?: string } {
  if (date > today) return {};
  const label = plain(occasion.label ?? '').toLowerCase();
  const late = date < today ? 'belated ' : '';
  if (occasionKind(occasion) === 'wedding') return { wish: `Happy ${late}anniversary, ${name}!` };
  return /^name ?day$/.test(label) ? { wish: `Happy ${late}name day, ${name}!` } : {};
}

function otherSentence(parts: Parts, occasion: Occasion, date: CalendarDate, picker: WordingPicker): readonly string[] {
  const { today, locale } = parts;
  const label =
    occasionKind(occasion) === 'wedding' ? 'wedding anniversary' : plain(occasion.label ?? '') || plain(occasion.kind);
  const when = onDay(date, { today, locale });
  if (otherOccasion(parts, occasion, date).wish !== undefined) {
    return [
      picker.pick(
        'both',
        occasionKind(occasion) === 'wedding'
          ? ['I am thinking of you both.', 'All my best to you both.']
          : ['I hope it is a good one.', 'I am thinking of you.'],
      ),
    ];
  }
  // The day somebody died is kept by being there, not by naming it.
  if (moodOf(label) !== 'light' || /\b(?:her|his|their|she|he|they)\b/i.test(label))
    return [`I am thinking of you ${when}.`];
  const what = `your ${label.replace(/^your /i, '')}`;
  if (date > today) return [`I have not forgotten ${what} ${when}, and I am thinking of you.`];
  return [
    date === today
      ? `I know it is ${what} today, and I am thinking of you.`
      : `I was thinking of you ${when}, on ${what}.`,
  ];
}

function reminderSentences(parts: Parts, picker: WordingPicker): readonly string[] {
  const { candidate, lead, thread, second } = parts;
  const reminder = candidate.reminders.find(({ id }) => lead?.key === `reminder:${id}`);
  const text = plain(reminder?.text ?? '');
  const said = isSayable(text) ? toThePerson(text, candidate) : undefined;
  if (said === undefined) return threadSentences(parts, picker);
  const wanted = picker.pick('wanted', [`I wanted to ${askedOf(said)}.`, `I have been wanting to ${askedOf(said)}.`]);
  const other = [thread, second].find((entry) => entry !== undefined && !sharesWords(entry.text, text));
  return [wanted, ...(other === undefined ? [picker.pick('closer', CLOSERS)] : say(other, 'ask', picker))];
}

/** "ask you how the exam went" needs no "you" in a message. */
function askedOf(text: string): string {
  return text.replace(/^ask you (?=how|what|whether|if|when|where|who|why|about)/, 'ask ');
}

/** Something to do, as said to the person; undefined when it may be about somebody else. */
function toThePerson(text: string, candidate: Candidate): string | undefined {
  const said = toSecondPerson(text, namesOf(candidate), { pronouns: true });
  return said === undefined ? undefined : said.charAt(0).toLowerCase() + said.slice(1);
}

function lowArticle(text: string): string {
  return /^(?:The|A|An|My|Some)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function follow(thread: Thread | undefined, use: 'ask' | 'side', picker: WordingPicker): readonly string[] {
  return thread === undefined ? [] : say(thread, use, picker);
}

function say(thread: Thread, use: 'open' | 'ask' | 'side', picker: WordingPicker): readonly string[] {
  return [picker.pick(`${use}-${thread.kind}-${thread.mood}-${thread.from}`, linesFor(thread, use))(thread.text)];
}

/** Friends are greeted by name or lightly, people one hardly knows with a little more care. */
function greetings({ candidate, name, style }: Parts, end: string): readonly string[] {
  if (candidate.closeness >= 0.7)
    return style === 'email' ? [`Dear ${name}${end}`, `Hi ${name}${end}`] : [`Hi ${name}${end}`, `Hey ${name}${end}`];
  return candidate.closeness >= 0.25
    ? [`Hi ${name}${end}`, `Hello ${name}${end}`]
    : [`Hello ${name}${end}`, `Hi ${name}${end}`];
}

/** "Happy birthday, Ada!" after "Dear Ada," needs no second name. */
function wished(wish: string, name: string): string {
  return wish.replace(`, ${name}!`, '!');
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
