import type {
  Capture,
  CapturedCompanyNews,
  CapturedIntroduction,
  CapturedMoment,
  PersonRef,
} from '../domain/capture/capture.ts';
import { thingName } from '../domain/capture/things.ts';
import { type CalendarDate, daysBetween, toPlainDate } from '../domain/dates.ts';
import { isHard } from '../domain/keeping/moments.ts';
import { writtenDate } from '../domain/keeping/written-date.ts';
import type { Channel, Direction, ExchangeKind, MomentKind } from '../domain/words.ts';

/** What a captured line means, one plain sentence each: shown before it is saved and after. */

const DEEDS: Readonly<Record<Channel, readonly [mine: string, theirs: string, mutual: string]>> = {
  email: ['You wrote to', 'An e-mail from', 'E-mails with'],
  phone: ['You called', 'A call from', 'A call with'],
  text: ['You texted', 'A text from', 'Texts with'],
  whatsapp: ['You wrote on WhatsApp to', 'A WhatsApp message from', 'WhatsApp with'],
  signal: ['You wrote on Signal to', 'A Signal message from', 'Signal with'],
  telegram: ['You wrote on Telegram to', 'A Telegram message from', 'Telegram with'],
  messenger: ['You wrote on Messenger to', 'A message from', 'Messenger with'],
  linkedin: ['You wrote on LinkedIn to', 'A LinkedIn message from', 'LinkedIn with'],
  instagram: ['You wrote on Instagram to', 'An Instagram message from', 'Instagram with'],
  facebook: ['You wrote on Facebook to', 'A Facebook message from', 'Facebook with'],
  x: ['You wrote on X to', 'A message on X from', 'X with'],
  mastodon: ['You wrote on Mastodon to', 'A message on Mastodon from', 'Mastodon with'],
  video: ['You video-called', 'A video call from', 'A video call with'],
  'in-person': ['You saw', 'You saw', 'Time with'],
  card: ['You sent a card to', 'A card from', 'Cards with'],
  event: ['You saw', 'You saw', 'An event with'],
  other: ['You were in touch with', 'Word from', 'In touch with'],
};

interface Reader {
  readonly today: CalendarDate;
  readonly locale: string;
  /** How many people work where the line has news of. */
  readonly colleagues: number;
}

export function sentencesOf(capture: Capture, { today, locale, colleagues }: Reader): string[] {
  const names = new Map(capture.people.map((person) => [person.ref, person.name]));
  const name = (ref: PersonRef) => names.get(ref) ?? 'someone';
  const list = (refs: readonly PersonRef[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(refs.map(name));
  const day = (date: CalendarDate) => dayText(date, today, locale);
  const sentences: string[] = [];
  for (const person of capture.people.filter((one) => one.created)) {
    sentences.push(`Someone new: ${person.name}${person.organization ? `, ${person.organization}` : ''}.`);
  }
  const { touch, kept, passedOn } = capture;
  const participants = capture.people.filter((person) => person.role === 'participant').map((person) => person.ref);
  if (touch && participants.length > 0) {
    sentences.push(
      `${deed(touch.channel, touch.direction)} ${list(participants)}, ${day(touch.date)}${touch.where ? `, ${touch.where}` : ''}.`,
    );
  }
  if (kept)
    sentences.push(`Kept to share${kept.refs.length === 0 ? '' : ` with ${list(kept.refs)}`}: ${thingName(kept)}.`);
  if (passedOn) sentences.push(`Noted that ${list(passedOn.refs)} got ${thingName(passedOn)} from you.`);
  for (const { kind, first, second } of capture.introductions)
    sentences.push(INTRODUCED[kind](name(first), name(second)));
  for (const fact of capture.facts)
    sentences.push(
      `Remember ${fact.kind === 'how-we-met' ? 'how you met' : 'about'} ${name(fact.ref)}: ${fact.text}${fact.private ? ' (private)' : ''}.`,
    );
  for (const moment of capture.moments)
    sentences.push(momentSentence(name(moment.ref), moment, participants.includes(moment.ref)));
  for (const { ref, kind, text } of capture.exchanges) sentences.push(LEDGER[kind](name(ref), lowerFirst(text)));
  if (capture.companyNews) sentences.push(companySentence(capture.companyNews, colleagues));
  for (const promise of capture.promises)
    sentences.push(
      `${promise.by === 'me' ? `You promise ${name(promise.ref)}` : `${name(promise.ref)} promises`}: ${promise.text}${promise.due ? `, by ${day(promise.due)}` : ''}.`,
    );
  for (const plan of capture.plans) sentences.push(`Planned with ${list(plan.refs)}, ${day(plan.date)}: ${plan.text}.`);
  for (const followUp of capture.followUps)
    sentences.push(`Follow up with ${list(followUp.refs)} ${day(followUp.due)}.`);
  for (const occasion of capture.occasions)
    sentences.push(
      `${name(occasion.ref)}’s ${occasion.kind === 'birth' ? 'birthday' : 'wedding anniversary'} goes on the card.`,
    );
  for (const { ref, date } of capture.deaths)
    sentences.push(
      `${name(ref)} has died${date === undefined ? '' : ` (${writtenDate(date, locale)})`}: no longer proposed, and everything shared stays.`,
    );
  if (capture.tags.length > 0) sentences.push(`Tagged ${capture.tags.join(', ')}.`);
  return sentences.map((sentence) => sentence.replace(/([.!?…])\.$/, '$1'));
}

const NEWS: Readonly<Record<MomentKind, string>> = {
  job: 'new job',
  promotion: 'promotion',
  award: 'award',
  achievement: 'achievement',
  graduation: 'graduation',
  move: 'move',
  engagement: 'engagement',
  wedding: 'wedding',
  birth: 'new arrival',
  'good-news': 'good news',
  loss: 'loss',
  illness: 'illness',
  'job-loss': 'lost job',
  separation: 'separation',
  'hard-time': 'hard time',
  'quiet-time': 'quiet time',
};

/** @param wasThere whether it was told in a conversation, and so answered already */
function momentSentence(who: string, { kind }: CapturedMoment, wasThere: boolean): string {
  if (kind === 'quiet-time')
    return `Nothing cheerful is proposed for ${who} for three months, and nothing is said of it.`;
  const what = `${who}’s ${NEWS[kind]}`;
  if (isHard(kind))
    return `${what} is noted: you will be reminded to ask, now and over the year, and cheerful reasons are held back.`;
  return wasThere ? `${what} is noted.` : `${what} is noted, a reason to write while it is fresh.`;
}

function companySentence({ organisation, text }: CapturedCompanyNews, colleagues: number): string {
  const whom = colleagues === 1 ? 'the one person' : `all ${colleagues} people`;
  return `Good news of ${organisation}, a reason to write to ${whom} there: ${text}.`;
}

const LEDGER: Readonly<Record<ExchangeKind, (who: string, text: string) => string>> = {
  given: (who, text) => `The ledger notes what you did for ${who}: ${text}.`,
  received: (who, text) => `The ledger notes what ${who} did for you: ${text}.`,
  asked: (who, text) => `The ledger notes what you asked ${who} for: ${text}.`,
  thanked: (who, text) => `The ledger notes that you thanked ${who} for ${text}.`,
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const INTRODUCED: Readonly<Record<CapturedIntroduction['kind'], (first: string, second: string) => string>> = {
  made: (first, second) => `You introduced ${first} and ${second}.`,
  idea: (first, second) => `An idea: introduce ${first} and ${second}. Both are asked first.`,
  received: (first, second) => `${first} introduced you to ${second}; thanks are noted as owed.`,
};

function deed(channel: Channel, direction: Direction): string {
  const [mine, theirs, mutual] = DEEDS[channel];
  return direction === 'mine' ? mine : direction === 'theirs' ? theirs : mutual;
}

/** `today`, `yesterday`, `tomorrow`, else the weekday and day in the reader's way. */
function dayText(date: CalendarDate, today: CalendarDate, locale: string): string {
  const away = daysBetween(today, date);
  if (away === 0) return 'today';
  if (away === -1) return 'yesterday';
  if (away === 1) return 'tomorrow';
  const far = Math.abs(away) > 300;
  return toPlainDate(date).toLocaleString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(far ? { year: 'numeric' } : {}),
  });
}
