import type { CalendarDate } from '../dates.ts';
import type { Unasked } from '../goals/ask-again.ts';
import { NO_VOICE, type Voice } from '../words/voice.ts';
import { asideFor } from './asides.ts';
import type { Candidate, Reason, TodayItem, TodayPlan, TodaySettings } from './candidate.ts';
import { channelFor } from './channel.ts';
import { holidayReason, type NearHoliday } from './holiday-reason.ts';
import { isSpared } from './moment-reason.ts';
import { openerFor } from './opener.ts';
import { choose, rank, type Standing } from './ranking.ts';
import { bare, inEnglish, type ReasonContext, weighReasons } from './reasons.ts';
import { unaskedReason } from './unasked-reason.ts';

/*
 * The people worth a message today, in two steps, so that a list costs what it shows: who is due, and who of them is shown
 * today, is decided from little; what is said to a person is written from everything, for those who are shown.
 */

/** How hard to look for a line of one's own for people who only wait: nobody writes to hundreds in a day. */
const WAITING_ATTEMPTS = 3;

/**
 * Where a person stands among those due; undefined for who has no reason or rests. Asks neither for facts nor for the card,
 * and of touches only for what has a day: a candidate without those stands in the same place.
 */
export function standingOf(candidate: Candidate, context: ReasonContext): Standing | undefined {
  if (isResting(candidate, context.today)) return undefined;
  const reasons = weighReasons(candidate, context);
  const [lead] = reasons;
  return lead && rank(candidate, { lead: lead.kind, reasons, today: context.today });
}

/** Snoozed, paused, archived or gone: not shown, whatever the reason. */
export function isResting(candidate: Candidate, today: CalendarDate): boolean {
  const { snoozedUntil, pausedFrom, pausedUntil } = candidate;
  if (candidate.archived || candidate.deceased) return true;
  if (snoozedUntil !== undefined && today < snoozedUntil) return true;
  if (pausedUntil !== undefined) return today < pausedUntil && (pausedFrom === undefined || pausedFrom <= today);
  return pausedFrom !== undefined && pausedFrom <= today;
}

/** What of a day's plan decides how it goes on. */
export type DayBefore = Pick<TodayPlan, 'date' | 'shown' | 'room' | 'waiting'>;

export interface DayDecision {
  /** Everyone who was on the list today, in its order; who was acted on stays here, so that undo brings them back in place. */
  readonly shown: readonly string[];
  /** See `TodayPlan`. */
  readonly room: number;
  /** Those of them who are due. */
  readonly items: readonly Standing[];
  /** Everyone else who is due, best first. */
  readonly waiting: readonly Standing[];
}

/**
 * Who of those due is shown today: a pure selection, the same for them in any order. Of a day that has a plan already,
 * people acted on are gone (and back in their place if that is undone), the others keep their order, and only what became
 * urgent since is added. Places that were free in the morning may still be filled by people who were not due then, so that a
 * plan made before the first import is not empty all day.
 */
export function decideDay(
  due: readonly Standing[],
  { today, capacity, before }: { today: CalendarDate; capacity: number; before?: DayBefore | undefined },
): DayDecision {
  const { chosen, waiting } = choose(due, capacity);
  if (before === undefined || before.date !== today)
    return {
      shown: chosen.map(({ personId }) => personId),
      room: Math.max(0, capacity - chosen.length),
      items: chosen,
      waiting,
    };
  const now = new Map([...chosen, ...waiting].map((standing) => [standing.personId, standing]));
  const waitedThen = new Map(before.waiting.map((one) => [one.personId, one]));
  const shown = new Set(before.shown);
  let { room } = before;
  for (const standing of now.values()) {
    if (shown.has(standing.personId)) continue;
    const then = waitedThen.get(standing.personId);
    const becameUrgent = standing.urgent && then?.urgent !== true;
    if (!becameUrgent && (then !== undefined || room === 0)) continue;
    room = Math.max(0, room - 1);
    shown.add(standing.personId);
  }
  return {
    shown: [...shown],
    room,
    items: [...shown].map((personId) => now.get(personId)).filter((standing) => standing !== undefined),
    waiting: [...now.values()].filter(({ personId }) => !shown.has(personId)),
  };
}

/** Writes the items of one day, so that no two people get the same line: those who are shown first, in their order. */
export class ItemWriter {
  readonly #used = new Set<string>();
  readonly #today: CalendarDate;
  readonly #settings: TodaySettings;
  readonly #holidays: ReadonlyMap<string, NearHoliday> | undefined;
  readonly #voice: Voice;
  readonly #unasked: ReadonlyMap<string, Unasked> | undefined;

  /**
   * @param holidays the one that is near for a person, by id: it adds a word to whoever is on the list, and puts nobody on it
   * @param unasked the goal or challenge of theirs that was not asked about for long: the same
   */
  constructor({
    today,
    settings,
    holidays,
    voice = NO_VOICE,
    unasked,
  }: {
    today: CalendarDate;
    settings: TodaySettings;
    holidays?: ReadonlyMap<string, NearHoliday>;
    voice?: Voice;
    unasked?: ReadonlyMap<string, Unasked>;
  }) {
    this.#today = today;
    this.#settings = settings;
    this.#holidays = holidays;
    this.#voice = voice;
    this.#unasked = unasked;
  }

  #askAgain(candidate: Candidate): readonly Reason[] {
    const found = this.#unasked?.get(candidate.personId);
    const reason = found && unaskedReason(candidate, found, { today: this.#today, settings: this.#settings });
    return reason === undefined ? [] : [reason];
  }

  /** Undefined for somebody who has no reason any more. */
  write(
    candidate: Candidate,
    { score, urgent }: Standing,
    { waiting = false }: { readonly waiting?: boolean } = {},
  ): TodayItem | undefined {
    const context = { today: this.#today, settings: this.#settings };
    const { locale } = this.#settings;
    const reasons = weighReasons(candidate, context);
    if (reasons.length === 0) return undefined;
    const channel = channelFor(candidate);
    const holiday = this.#holidays?.get(candidate.personId);
    const day =
      holiday && !isSpared(candidate, 'occasion', this.#today)
        ? holidayReason(candidate, holiday, { today: this.#today, locale })
        : undefined;
    // Never several quiet ones at once.
    const aside = day === undefined && !waiting ? asideFor(candidate, { today: this.#today, locale }) : undefined;
    const quiet = day ?? aside?.reason;
    return {
      personId: candidate.personId,
      name: candidate.name,
      reasons: [...reasons.map(bare), ...(quiet === undefined ? this.#askAgain(candidate) : [quiet])],
      channel,
      opener: openerFor(candidate, {
        reasons: inEnglish(reasons, candidate, context),
        channel,
        today: this.#today,
        locale,
        holiday: day && holiday,
        aside: aside?.lines,
        used: this.#used,
        voice: this.#voice,
        ...(waiting && { attempts: WAITING_ATTEMPTS }),
      }),
      score,
      urgent,
    };
  }
}
