import type { CalendarDate } from '../dates.ts';
import { daysApart, fromDayNumber, toDayNumber } from '../keeping/day-number.ts';
import { durationText, frequencyText, rhythmInWords } from '../keeping/durations.ts';
import { isSpoken } from '../keeping/open-threads.ts';
import { coolsOn, QUIET_NEWS_DAYS, warmthBand } from '../keeping/warmth.ts';
import type { Candidate, FollowUp, OpenPromise, Reason, TodaySettings, WeighedReason } from './candidate.ts';
import { isDeed, namesOf } from './grammar.ts';
import { isSpared, momentReasons } from './moment-reason.ts';
import { occasionReason } from './occasion-reason.ts';
import {
  calledName,
  dayName,
  messageName,
  onDay,
  placedAt,
  plain,
  possessive,
  sentence,
  shortened,
} from './phrases.ts';
import { withoutWriter } from './reply.ts';

/** A promise shows this many days before it is due; one without a day from the morrow, and is due this long after. */
const PROMISE_NOTICE_DAYS = 4;
const UNDATED_PROMISE_DAYS = 7;
/** A follow-up is urgent from its second day for a week; after that it waits like everything else. */
const FOLLOW_UP_URGENT_DAYS = 7;
/** A message left longer than this is not answered any more, it is begun anew. */
export const REPLY_DAYS = 180;
/** A meeting this near is contact enough. */
const PLAN_NEAR_DAYS = 7;
export const PLAN_AHEAD_DAYS = 31;
/** Fewer contact days than this and there was no tie that could go quiet. */
export const KNOWN_CONTACT_DAYS = 6;
const QUIET_REST_DAYS = 90;
const LONGEST_QUOTE = 110;

export { dayLabel, occasionLabel } from './occasion-reason.ts';

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
      kind: 'reminder',
      key: `reminder:${reminder.id}`,
      date: reminder.date,
      weight: 1,
      waited,
      urgent: waited === 0,
      text: sentence(
        `You asked to be reminded${when}: ${isDeed(reminder.text) ? lowFirstWord(quoteOf(reminder.text)) : quoteOf(reminder.text)}`,
      ),
    });
  }
  found.push(...momentReasons(candidate, say(context)));
  const standing = found.filter(
    (reason) =>
      reason !== undefined &&
      !isDismissed(candidate, reason.key, context.today) &&
      !isSpared(candidate, reason.kind, context.today),
  );
  return (standing as WeighedReason[]).sort(
    (a, b) =>
      Number(b.urgent) - Number(a.urgent) || b.weight - a.weight || b.waited - a.waited || (a.key < b.key ? -1 : 1),
  );
}

function followUpReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { followUp } = candidate;
  if (followUp === undefined || followUp.due > context.today) return undefined;
  const waited = daysApart(followUp.due, context.today);
  const who = calledName(candidate);
  const when = onDay(followUp.metOn, say(context));
  const place = plain(followUp.place ?? '');
  const { topic, text } = followUpWords(followUp);
  const about = topic === '' || text.toLowerCase().includes(topic.toLowerCase()) ? '' : `talked about ${topic}`;
  const met =
    followUp.firstMeeting && followUp.channel === 'linkedin' && place === ''
      ? `You and ${who} connected on LinkedIn ${when}`
      : followUp.firstMeeting
        ? `You met ${who}${place && ` ${placedAt(place)}`} ${when}`
        : `You were in touch with ${who} ${when}`;
  const wish =
    text === '' ? '' : isDeed(text) ? `; you wanted to ${lowFirstWord(text)}` : `; you wanted to come back to: ${text}`;
  return {
    kind: 'follow-up',
    key: `follow-up:${followUp.touchId}`,
    date: followUp.metOn,
    weight: 1.5,
    waited,
    urgent: waited >= 1 && waited <= FOLLOW_UP_URGENT_DAYS,
    text: sentence(`${met}${about && ` and ${about}`}${wish}`),
  };
}

/** "follow up about tidal power" says no more than its topic does. */
function followUpWords({ topic, text }: FollowUp): { readonly topic: string; readonly text: string } {
  const said = plain(text ?? '');
  const rest = /^follow(?:ing)?[- ]?up\b(?: with \S+)?(?: (?:about|on|regarding))?\s*(.*)$/i.exec(said)?.[1];
  if (rest === undefined) return { topic: plain(topic ?? ''), text: said };
  return { topic: plain(topic ?? '') || rest, text: '' };
}

function replyReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { awaitingReply } = candidate;
  if (awaitingReply === undefined || awaitingReply.since > context.today || isSpoken(awaitingReply.channel))
    return undefined;
  const waited = daysApart(awaitingReply.since, context.today);
  if (waited > REPLY_DAYS) return undefined;
  const from = `from ${dayName(awaitingReply.since, say(context))}`;
  const about = quoteOf(withoutWriter(awaitingReply.summary, namesOf(candidate)));
  return {
    kind: 'reply',
    key: `reply:${awaitingReply.since}`,
    date: awaitingReply.since,
    weight: waited === 0 ? 0.8 : 0.9,
    waited,
    urgent: false,
    text: sentence(
      `${possessive(calledName(candidate))} ${messageName(awaitingReply.channel)} ${from} is waiting for an answer${about && `: ${about}`}`,
    ),
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
    kind: 'promise',
    key: `promise:${promise.id}`,
    date: due,
    waited: Math.max(0, late),
    weight: isMine ? (late >= 0 ? 0.95 : 0.75 + late * 0.05) : 0.4,
    urgent: isMine && late === 0 && !undated,
    text: sentence(
      isMine
        ? myPromise(candidate, promise, { due, late, undated }, context)
        : theirPromise(candidate, promise, { due, undated }, context),
    ),
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
    return isDeed(text)
      ? `You said ${then} that you would ${lowFirstWord(text)}`
      : `You promised ${calledName(candidate)} ${lowArticle(text)} ${then}`;
  }
  const what = isDeed(text)
    ? `You said you would ${lowFirstWord(text)}`
    : `You promised ${calledName(candidate)} ${lowArticle(text)}`;
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
  const text = quoteOf(promise.text)
    .replace(/\bme\b/g, 'you')
    .replace(/\bmy\b/g, 'your');
  const who = calledName(candidate);
  const by = undated
    ? `, ${durationText(daysApart(promise.madeOn, context.today))} ago`
    : ` by ${dayName(due, say(context))}`;
  return isDeed(text)
    ? `${who} was going to ${lowFirstWord(text)}${undated ? '' : by}; a gentle word may help`
    : `${who} promised you ${lowArticle(text)}${by}; a gentle word may help`;
}

function rhythmReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { nextTouch, rhythmDays, lastContact } = candidate;
  const { today } = context;
  if (
    nextTouch === undefined ||
    nextTouch === null ||
    rhythmDays === undefined ||
    rhythmDays === null ||
    nextTouch > today
  )
    return undefined;
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
    kind: 'rhythm',
    key: `rhythm:${nextTouch}:${round}`,
    date: lastContact ?? nextTouch,
    text: sentence(text),
    waited,
    urgent: false,
    weight: 0.5 + 0.2 * Math.min(2, waited / rhythmDays),
  };
}

function quietReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { history } = candidate;
  const { today } = context;
  if (
    history === undefined ||
    history.contactDays < KNOWN_CONTACT_DAYS ||
    hasPlanWithin(candidate, today, PLAN_AHEAD_DAYS)
  )
    return undefined;
  const band = warmthBand({ history, rhythmDays: candidate.rhythmDays, today });
  if (band !== 'cooling' && band !== 'at-risk') return undefined;
  // Where a rhythm was chosen it says how much silence is meant; only a tie at risk speaks before it, or besides it.
  if (band === 'cooling' && candidate.rhythmDays !== undefined && candidate.rhythmDays !== null) return undefined;
  const silence = daysApart(history.lastContact, today);
  if (silence > QUIET_NEWS_DAYS && daysApart(coolsOn(history, candidate.rhythmDays) ?? today, today) > QUIET_NEWS_DAYS)
    return undefined;
  const usually = history.usualGap === null ? '' : frequencyText(Math.max(1, history.usualGap));
  return {
    kind: 'quiet',
    key: `quiet:${history.lastContact}:${Math.floor(silence / QUIET_REST_DAYS)}`,
    date: history.lastContact,
    waited: 0,
    urgent: false,
    weight: band === 'at-risk' ? 0.35 : 0.25,
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
  return candidate.dismissed.some(
    (entry) => entry.key === key && (entry.until === undefined || entry.until === null || today < entry.until),
  );
}

function say({ today, settings }: ReasonContext): { readonly today: CalendarDate; readonly locale: string } {
  return { today, locale: settings.locale };
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
