import type { CalendarDate } from '../dates.ts';
import { rhythmAdvice } from './advice.ts';
import type { Candidate, TodayInput, TodayItem, TodayPlan } from './candidate.ts';
import { channelFor } from './channel.ts';
import { holidayReason } from './holiday-reason.ts';
import { openerFor } from './opener.ts';
import { choose, type Ranked, rank } from './ranking.ts';
import { bare, weighReasons } from './reasons.ts';

/** How hard to look for a line of one's own for people who only wait: nobody writes to hundreds in a day. */
const WAITING_ATTEMPTS = 3;

/**
 * The people worth a message today, each once, with all their reasons, a channel and a draft. A pure selection: the same
 * candidates in any order give the same plan. Whoever does not fit is in `waiting`; the two together are everyone due.
 */
export function selectToday({ today, settings, candidates, holidays }: TodayInput): TodayPlan {
  const ranked: Ranked[] = [];
  for (const candidate of candidates) {
    if (isResting(candidate, today)) continue;
    const reasons = weighReasons(candidate, { today, settings });
    if (reasons.length > 0) ranked.push(rank(candidate, reasons));
  }
  const { chosen, waiting } = choose(ranked, { capacity: settings.capacity, today });
  const used = new Set<string>();
  const toItem = ({ candidate, reasons, score, urgent }: Ranked, attempts?: number): TodayItem => {
    const channel = channelFor(candidate);
    const holiday = holidays?.get(candidate.personId);
    const day = holiday && holidayReason(candidate, holiday, { today, locale: settings.locale });
    return {
      personId: candidate.personId,
      name: candidate.name,
      reasons: [...reasons.map(bare), ...(day === undefined ? [] : [day])],
      channel,
      opener: openerFor(candidate, {
        reasons,
        channel,
        today,
        locale: settings.locale,
        holiday: day && holiday,
        used,
        ...(attempts !== undefined && { attempts }),
      }),
      score,
      urgent,
    };
  };
  const advice = rhythmAdvice(candidates, settings.capacity);
  return {
    date: today,
    items: chosen.map((entry) => toItem(entry)),
    waiting: waiting.map((entry) => toItem(entry, WAITING_ATTEMPTS)),
    shown: chosen.map(({ candidate }) => candidate.personId),
    room: Math.max(0, settings.capacity - chosen.length),
    ...(advice === undefined ? {} : { advice }),
  };
}

/** Snoozed, paused, archived or gone: not shown, whatever the reason. */
export function isResting(candidate: Candidate, today: CalendarDate): boolean {
  const { snoozedUntil, pausedFrom, pausedUntil } = candidate;
  if (candidate.archived || candidate.deceased) return true;
  if (snoozedUntil !== undefined && today < snoozedUntil) return true;
  if (pausedUntil !== undefined) return today < pausedUntil && (pausedFrom === undefined || pausedFrom <= today);
  return pausedFrom !== undefined && pausedFrom <= today;
}

/**
 * The stored plan of a day, seen later that day: people acted on are gone (and back in their place if that is undone), the
 * others keep their order with their reasons as they are now, and only what became urgent since is added. Places that were
 * free in the morning may still be filled by people who were not due then, so that a plan made before the first import is
 * not empty all day. The result may be stored in place of what was given.
 */
export function refreshPlan(stored: TodayPlan, fresh: TodayPlan): TodayPlan {
  if (stored.date !== fresh.date) return fresh;
  const now = new Map([...fresh.items, ...fresh.waiting].map((item) => [item.personId, item]));
  const waitedThen = new Map(stored.waiting.map((item) => [item.personId, item]));
  const shown = new Set(stored.shown);
  let room = stored.room;
  for (const item of now.values()) {
    if (shown.has(item.personId)) continue;
    const then = waitedThen.get(item.personId);
    const becameUrgent = item.urgent && then?.urgent !== true;
    if (!becameUrgent && (then !== undefined || room === 0)) continue;
    room = Math.max(0, room - 1);
    shown.add(item.personId);
  }
  return {
    ...fresh,
    items: [...shown].map((personId) => now.get(personId)).filter((item) => item !== undefined),
    waiting: [...now.values()].filter((item) => !shown.has(item.personId)),
    shown: [...shown],
    room,
  };
}
