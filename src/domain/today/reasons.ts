import type { CalendarDate } from '../dates.ts';
import { daysApart, fromDayNumber, toDayNumber } from '../keeping/day-number.ts';
import { isSpoken } from '../keeping/open-threads.ts';
import { coolsOn, QUIET_NEWS_DAYS, warmthBand } from '../keeping/warmth.ts';
import type { Candidate, FollowUp, OpenPromise, Reason, WeighedReason } from './candidate.ts';
import { dormantReason } from './dormant-reason.ts';
import { gatheringReason } from './gathering-reason.ts';
import { namesOf } from './grammar.ts';
import { introductionReasons } from './introduction-reason.ts';
import { isSpared, momentReasons } from './moment-reason.ts';
import { occasionReason } from './occasion-reason.ts';
import { newsReason } from './own-news.ts';
import { calledName, plain, sentence, shortened } from './phrases.ts';
import { type ReasonContext, say, wordsOf } from './reason-context.ts';
import { withoutWriter } from './reply.ts';
import { resourceReason } from './resource-reason.ts';
import { tripReason } from './trip-reason.ts';
import { en } from './words/en.ts';

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

export { dayLabel, occasionLabel } from './occasion-label.ts';

export type { ReasonContext };

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
    tripReason(candidate, context),
    resourceReason(candidate, context),
    dormantReason(candidate, context),
    gatheringReason(candidate, context),
    newsReason(candidate, context),
  ];
  for (const promise of candidate.promises) found.push(promiseReason(candidate, promise, context));
  for (const occasion of candidate.occasions) found.push(occasionReason(candidate, occasion, context));
  for (const reminder of candidate.reminders) {
    if (reminder.date > context.today) continue;
    const waited = daysApart(reminder.date, context.today);
    found.push({
      kind: 'reminder',
      key: `reminder:${reminder.id}`,
      date: reminder.date,
      weight: 1,
      waited,
      urgent: waited === 0,
      text: sentence(wordsOf(context).reminder({ text: quoteOf(reminder.text), date: reminder.date }, say(context))),
    });
  }
  found.push(...momentReasons(candidate, context), ...introductionReasons(candidate, context));
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

/** The same reasons in English, the language of every draft. */
export function inEnglish<Given extends Reason>(
  reasons: readonly Given[],
  candidate: Candidate,
  context: ReasonContext,
): readonly (Given | WeighedReason)[] {
  return wordsOf(context) === en ? reasons : weighReasons(candidate, { ...context, words: en });
}

function followUpReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { followUp } = candidate;
  if (followUp === undefined || followUp.due > context.today) return undefined;
  const waited = daysApart(followUp.due, context.today);
  const { topic, text } = followUpWords(followUp);
  const told = { who: calledName(candidate), followUp, place: plain(followUp.place ?? ''), topic, wish: text };
  return {
    kind: 'follow-up',
    key: `follow-up:${followUp.touchId}`,
    date: followUp.metOn,
    weight: 1.5,
    waited,
    urgent: waited >= 1 && waited <= FOLLOW_UP_URGENT_DAYS,
    text: sentence(wordsOf(context).followUp(told, say(context))),
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
  const about = quoteOf(withoutWriter(awaitingReply.summary, namesOf(candidate)));
  return {
    kind: 'reply',
    key: `reply:${awaitingReply.since}`,
    date: awaitingReply.since,
    weight: waited === 0 ? 0.8 : 0.9,
    waited,
    urgent: false,
    text: sentence(wordsOf(context).reply({ who: calledName(candidate), reply: awaitingReply, about }, say(context))),
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
  const told = {
    who: calledName(candidate),
    text: quoteOf(promise.text),
    madeOn: promise.madeOn,
    ...(undated ? {} : { due }),
  };
  return {
    kind: 'promise',
    key: `promise:${promise.id}`,
    date: due,
    waited: Math.max(0, late),
    weight: isMine ? (late >= 0 ? 0.95 : 0.75 + late * 0.05) : 0.4,
    urgent: isMine && late === 0 && !undated,
    text: sentence(wordsOf(context)[isMine ? 'myPromise' : 'theirPromise'](told, say(context))),
  };
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
  const silence = lastContact === undefined ? {} : { silence: daysApart(lastContact, today) };
  // Waved away, it rests one round and no longer: nobody falls through the cracks by one key.
  const round = Math.floor(waited / rhythmDays);
  return {
    kind: 'rhythm',
    key: `rhythm:${nextTouch}:${round}`,
    date: lastContact ?? nextTouch,
    text: sentence(wordsOf(context).rhythm({ rhythmDays, ...silence })),
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
  const { usualGap } = history;
  return {
    kind: 'quiet',
    key: `quiet:${history.lastContact}:${Math.floor(silence / QUIET_REST_DAYS)}`,
    date: history.lastContact,
    waited: 0,
    urgent: false,
    weight: band === 'at-risk' ? 0.35 : 0.25,
    text: sentence(wordsOf(context).quiet({ who: calledName(candidate), silence, usualGap })),
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

function quoteOf(text: string): string {
  return shortened(plain(text), LONGEST_QUOTE);
}
