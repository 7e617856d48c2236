import type { CalendarDate } from '../dates.ts';
import { durationText, frequencyText, numberInWords, ordinalInWords, rhythmInWords } from '../keeping/durations.ts';
import { daysApart, fromDayNumber, toDayNumber } from '../keeping/day-number.ts';
import { nextOccurrence, occurrenceNumber } from '../keeping/occasions.ts';
import { warmthOf } from '../keeping/warmth.ts';
import type { Candidate, Occasion, OpenPromise, Reason, TodaySettings, WeighedReason } from './candidate.ts';
import { isDeed } from './grammar.ts';
import { calledName, dayName, messageName, onDay, plain, possessive, shortened, upperFirst } from './phrases.ts';

/** A promise shows this many days before it is due; one without a day from the morrow, and is due this long after. */
const PROMISE_NOTICE_DAYS = 4;
const UNDATED_PROMISE_DAYS = 7;
/** A missed birthday can still be kept for this long. */
const BELATED_DAYS = 7;
/** A follow-up is urgent from its second day for a week; after that it waits like everything else. */
const FOLLOW_UP_URGENT_DAYS = 7;
/** A message left longer than this is not answered any more, it is begun anew. */
const REPLY_DAYS = 180;
/** A meeting this near is contact enough. */
const PLAN_NEAR_DAYS = 7;
const PLAN_AHEAD_DAYS = 31;
/** Fewer contact days than this and there was no tie that could go quiet. */
const KNOWN_CONTACT_DAYS = 4;
const QUIET_REST_DAYS = 90;
const OLDEST_AGE = 115;
const LONGEST_QUOTE = 110;

/** Clock, and what the owner chose. */
export interface ReasonContext {
  readonly today: CalendarDate;
  readonly settings: TodaySettings;
}

/**
 * Every reason to reach out to this person today, strongest first; none for the deceased and the archived. Snooze and pause
 * are not asked: a person's own page may still say what stands open.
 */
export function reasonsFor(candidate: Candidate, context: ReasonContext): readonly Reason[] {
  return weighReasons(candidate, context).map(bare);
}

/** The reason without its weights. */
export function bare({ kind, key, text, date }: Reason): Reason {
  return { kind, key, text, date };
}

/** The same with urgency and waiting, for ranking. */
export function weighReasons(candidate: Candidate, context: ReasonContext): readonly WeighedReason[] {
  if (candidate.deceased || candidate.archived) return [];
  const found: (WeighedReason | undefined)[] = [
    followUpReason(candidate, context),
    replyReason(candidate, context),
    rhythmReason(candidate, context),
    quietReason(candidate, context),
  ];
  for (const promise of candidate.promises) found.push(promiseReason(candidate, promise, context));
  for (const occasion of candidate.occasions) found.push(occasionReason(candidate, occasion, context));
  for (const reminder of candidate.reminders) {
    if (reminder.date > context.today) continue;
    const waited = daysApart(reminder.date, context.today);
    const when = waited === 0 ? '' : ` ${onDay(reminder.date, say(context))}`;
    found.push({
      kind: 'reminder', key: `reminder:${reminder.id}`, date: reminder.date, weight: 1, waited, urgent: waited === 0,
      text: sentence(`You asked to be reminded${when}: ${isDeed(reminder.text) ? lowFirstWord(quoteOf(reminder.text)) : quoteOf(reminder.text)}`),
    });
  }
  const standing = found.filter((reason) => reason !== undefined && !isDismissed(candidate, reason.key, context.today));
  return (standing as WeighedReason[]).sort(
    (a, b) => Number(b.urgent) - Number(a.urgent) || b.weight - a.weight || b.waited - a.waited || (a.key < b.key ? -1 : 1),
  );
}

function followUpReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { followUp } = candidate;
  if (followUp === undefined || followUp.due > context.today) return undefined;
  const waited = daysApart(followUp.due, context.today);
  const who = calledName(candidate);
  const when = onDay(followUp.metOn, say(context));
  const place = plain(followUp.place ?? '');
  const topic = plain(followUp.topic ?? '');
  const text = plain(followUp.text ?? '');
  const about = topic === '' || text.toLowerCase().includes(topic.toLowerCase()) ? '' : `talked about ${topic}`;
  const met =
    followUp.firstMeeting && followUp.channel === 'linkedin' && place === ''
      ? `You and ${who} connected on LinkedIn ${when}`
      : followUp.firstMeeting
        ? `You met ${who}${place && ` ${placed(place)}`} ${when}`
        : `You were in touch with ${who} ${when}`;
  const wish = text === '' ? '' : isDeed(text) ? `; you wanted to ${lowFirstWord(text)}` : `; you wanted to come back to: ${text}`;
  return {
    kind: 'follow-up', key: `follow-up:${followUp.touchId}`, date: followUp.metOn, weight: 1, waited,
    urgent: waited >= 1 && waited <= FOLLOW_UP_URGENT_DAYS,
    text: sentence(`${met}${about && ` and ${about}`}${wish}`),
  };
}

function replyReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { awaitingReply } = candidate;
  if (awaitingReply === undefined || awaitingReply.since > context.today) return undefined;
  const waited = daysApart(awaitingReply.since, context.today);
  if (waited > REPLY_DAYS) return undefined;
  const from = `from ${dayName(awaitingReply.since, say(context))}`;
  const about = quoteOf(awaitingReply.summary);
  return {
    kind: 'reply', key: `reply:${awaitingReply.since}`, date: awaitingReply.since, weight: waited === 0 ? 0.8 : 0.9, waited, urgent: false,
    text: sentence(`${possessive(calledName(candidate))} ${messageName(awaitingReply.channel)} ${from} is waiting for an answer${about && `: ${about}`}`),
  };
}

function promiseReason(candidate: Candidate, promise: OpenPromise, context: ReasonContext): WeighedReason | undefined {
  const { today } = context;
  const due = promise.due ?? fromDayNumber(toDayNumber(promise.madeOn) + UNDATED_PROMISE_DAYS);
  const late = daysApart(due, today);
  const isMine = promise.by === 'me';
  const undated = promise.due === undefined || promise.due === null;
  // What they promised is asked for only once its day is past, and then gently.
  const first = isMine ? (undated ? 1 - UNDATED_PROMISE_DAYS : -PROMISE_NOTICE_DAYS) : 1;
  if (late < first) return undefined;
  return {
    kind: 'promise', key: `promise:${promise.id}`, date: due, waited: Math.max(0, late),
    weight: isMine ? (late >= 0 ? 0.95 : 0.75 + late * 0.05) : 0.4,
    urgent: isMine && late === 0 && !undated,
    text: sentence(isMine ? myPromise(candidate, promise, { due, late, undated }, context) : theirPromise(candidate, promise, { due, undated }, context)),
  };
}

function myPromise(
  candidate: Candidate,
  promise: OpenPromise,
  { due, late, undated }: { due: CalendarDate; late: number; undated: boolean },
  context: ReasonContext,
): string {
  const text = quoteOf(promise.text);
  const day = dayName(due, say(context));
  if (undated) {
    const then = onDay(promise.madeOn, say(context));
    return isDeed(text) ? `You said ${then} that you would ${lowFirstWord(text)}` : `You promised ${calledName(candidate)} ${lowArticle(text)} ${then}`;
  }
  const what = isDeed(text) ? `You said you would ${lowFirstWord(text)}` : `You promised ${calledName(candidate)} ${lowArticle(text)}`;
  if (late === 0) return `${what} by today`;
  return late < 0 ? `${what} by ${day}` : `${what}; the day you named was ${day}`;
}

function theirPromise(
  candidate: Candidate,
  promise: OpenPromise,
  { due, undated }: { due: CalendarDate; undated: boolean },
  context: ReasonContext,
): string {
  // They promised it to "me", which in a sentence to the owner is "you".
  const text = quoteOf(promise.text).replace(/\bme\b/g, 'you').replace(/\bmy\b/g, 'your');
  const who = calledName(candidate);
  const by = undated ? `, ${durationText(daysApart(promise.madeOn, context.today))} ago` : ` by ${dayName(due, say(context))}`;
  return isDeed(text)
    ? `${who} was going to ${lowFirstWord(text)}${undated ? '' : by}; a gentle word may help`
    : `${who} promised you ${lowArticle(text)}${by}; a gentle word may help`;
}

function occasionReason(candidate: Candidate, occasion: Occasion, context: ReasonContext): WeighedReason | undefined {
  const { today, settings } = context;
  const earliest = fromDayNumber(toDayNumber(today) - BELATED_DAYS);
  const past = nextOccurrence(occasion.date, earliest, settings.leapDayRule);
  const next = nextOccurrence(occasion.date, today, settings.leapDayRule);
  const kind = occasionKind(occasion);
  if (kind === 'death') return undefined;
  const key = (day: CalendarDate, stage: string) => `occasion:${kind}${occasion.label ? `:${plain(occasion.label)}` : ''}:${day}${stage}`;
  if (past !== undefined && past < today && !wasReached(candidate, past, today)) {
    const waited = daysApart(past, today);
    // The day itself is no occasion to return to: nobody is born again the week after.
    if (occurrenceNumber(occasion.date, past) === 0) return undefined;
    return {
      kind: 'occasion', key: key(past, ''), date: past, weight: 0.6, waited, urgent: false,
      text: sentence(belatedText(candidate, occasion, past, context)),
    };
  }
  if (next === undefined || wasReached(candidate, next, today)) return undefined;
  const ahead = daysApart(today, next);
  if (ahead > settings.noticeDays || (ahead > 0 && wasNoticed(candidate, today, settings.noticeDays))) return undefined;
  return {
    kind: 'occasion', key: key(next, ahead === 0 ? '' : ':notice'), date: next, waited: 0, urgent: ahead === 0,
    weight: ahead === 0 ? 0.95 : 0.3 * (1 - ahead / (settings.noticeDays + 1)),
    text: sentence(occasionText(candidate, occasion, next, context)),
  };
}

/** I wrote or we met on the day or since. */
function wasReached(candidate: Candidate, day: CalendarDate, today: CalendarDate): boolean {
  const last = candidate.lastTouch;
  return last !== undefined && last.direction !== 'theirs' && last.date >= day && last.date <= today;
}

/** I wrote or met them so lately that the coming day was surely spoken of; on the day itself they return. */
function wasNoticed(candidate: Candidate, today: CalendarDate, noticeDays: number): boolean {
  return wasReached(candidate, fromDayNumber(toDayNumber(today) - noticeDays), today);
}

function occasionKind({ kind }: Occasion): string {
  if (kind === 'birthday') return 'birth';
  return kind === 'anniversary' ? 'wedding' : kind;
}

function occasionText(candidate: Candidate, occasion: Occasion, day: CalendarDate, context: ReasonContext): string {
  const who = calledName(candidate);
  const when = onDay(day, say(context));
  const turns = occurrenceNumber(occasion.date, day);
  const kind = occasionKind(occasion);
  if (kind === 'birth') {
    if (turns !== undefined && turns > 0 && turns <= OLDEST_AGE) return `${who} turns ${numberInWords(turns)} ${when}`;
    return when === 'today' ? `It is ${possessive(who)} birthday today` : `${possessive(who)} birthday is ${when}`;
  }
  const label = occasionLabel(occasion);
  const number = kind === 'wedding' && turns !== undefined && turns > 0 ? `${ordinalInWords(turns)} ` : '';
  return when === 'today' ? `Today is ${possessive(who)} ${number}${label}` : `${possessive(who)} ${number}${label} is ${when}`;
}

function belatedText(candidate: Candidate, occasion: Occasion, day: CalendarDate, context: ReasonContext): string {
  const who = calledName(candidate);
  const when = onDay(day, say(context));
  const turns = occurrenceNumber(occasion.date, day);
  if (occasionKind(occasion) !== 'birth') return `${possessive(who)} ${occasionLabel(occasion)} was ${when}; a late word is still welcome`;
  return turns !== undefined && turns > 0 && turns <= OLDEST_AGE
    ? `${who} turned ${numberInWords(turns)} ${when}; a late wish is still welcome`
    : `${possessive(who)} birthday was ${when}; a late wish is still welcome`;
}

/** What to call an occasion that is no birthday: `wedding anniversary`, `name day`. */
export function occasionLabel(occasion: Occasion): string {
  if (occasionKind(occasion) === 'wedding') return 'wedding anniversary';
  const label = plain(occasion.label ?? '') || plain(occasion.kind);
  // "Name Day" reads as a name in the middle of a sentence; "PhD" stays as it is.
  return label.replace(/\b\p{Lu}\p{Ll}+\b/gu, (word, at: number) => (at === 0 || /^(Day|Anniversary|Birthday|Date)$/.test(word) ? word.toLowerCase() : word));
}

function rhythmReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { nextTouch, rhythmDays, lastContact } = candidate;
  const { today } = context;
  if (nextTouch === undefined || nextTouch === null || rhythmDays === undefined || rhythmDays === null || nextTouch > today) return undefined;
  if (hasPlanWithin(candidate, today, PLAN_NEAR_DAYS)) return undefined;
  const waited = daysApart(nextTouch, today);
  const often = rhythmInWords(rhythmDays);
  const text =
    lastContact === undefined
      ? `You have not been in touch yet; you would like to talk ${often}`
      : `It has been ${durationText(daysApart(lastContact, today))}; you like to talk ${often}`;
  // Waved away, it rests one round and no longer: nobody falls through the cracks by one key.
  const round = Math.floor(waited / rhythmDays);
  return {
    kind: 'rhythm', key: `rhythm:${nextTouch}:${round}`, date: lastContact ?? nextTouch, text: sentence(text), waited, urgent: false,
    weight: 0.5 + 0.2 * Math.min(2, waited / rhythmDays),
  };
}

function quietReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { history } = candidate;
  const { today } = context;
  if (history === undefined || history.contactDays < KNOWN_CONTACT_DAYS || hasPlanWithin(candidate, today, PLAN_AHEAD_DAYS)) return undefined;
  const reading = warmthOf({ history, rhythmDays: candidate.rhythmDays, today });
  if (reading === null || reading.band === 'fine' || reading.band === 'dormant') return undefined;
  // Where a rhythm was chosen it says how much silence is meant; only a tie at risk speaks before it, or besides it.
  if (reading.band === 'cooling' && candidate.rhythmDays !== undefined && candidate.rhythmDays !== null) return undefined;
  const silence = daysApart(history.lastContact, today);
  const usually = history.usualGap === null ? '' : frequencyText(Math.max(1, history.usualGap));
  return {
    kind: 'quiet', key: `quiet:${history.lastContact}:${Math.floor(silence / QUIET_REST_DAYS)}`, date: history.lastContact, waited: 0, urgent: false,
    weight: reading.band === 'at-risk' ? 0.35 : 0.25,
    text: sentence(
      usually === ''
        ? `You and ${calledName(candidate)} have gone quiet: ${durationText(silence)} now`
        : `You and ${calledName(candidate)} used to be in touch about ${usually}; now it has been ${durationText(silence)}`,
    ),
  };
}

function hasPlanWithin(candidate: Candidate, today: CalendarDate, days: number): boolean {
  return candidate.plans.some(({ date }) => date >= today && daysApart(today, date) <= days);
}

function isDismissed(candidate: Candidate, key: string, today: CalendarDate): boolean {
  return candidate.dismissed.some((entry) => entry.key === key && (entry.until === undefined || entry.until === null || today < entry.until));
}

function say({ today, settings }: ReasonContext): { readonly today: CalendarDate; readonly locale: string } {
  return { today, locale: settings.locale };
}

/** `at the OCEAN mixer`; places that bring their own preposition keep it. */
function placed(place: string): string {
  if (/^(?:at|in|on|by|near|during|after|through)\b/i.test(place)) return place;
  return /^(?:the|a|an|my|our|his|her)\b/i.test(place) || !/\b(?:mixer|conference|party|wedding|meetup|meet-up|dinner|lunch|workshop|fair|festival|summit|reception|picnic|concert|office|station|airport|talk)$/i.test(place)
    ? `at ${place}`
    : `at the ${place}`;
}

function quoteOf(text: string): string {
  return shortened(plain(text), LONGEST_QUOTE);
}

function lowFirstWord(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function lowArticle(text: string): string {
  return /^(?:The|A|An|My|Some|To|That)\b/.test(text) ? lowFirstWord(text) : text;
}

function sentence(text: string): string {
  const whole = upperFirst(text.trim());
  return /[.!?…]$/u.test(whole) ? whole : `${whole}.`;
}
