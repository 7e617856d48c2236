import type { CalendarDate } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import { type DueRung, isHard, isHardTime, rungOn } from '../keeping/moments.ts';
import type { Candidate, LifeMoment, WeighedReason } from './candidate.ts';
import { calledName, plain, sentence, shortened } from './phrases.ts';
import { type ReasonContext, say, wordsOf } from './reason-context.ts';
import type { MomentTold } from './words/reason-words.ts';

/** News is urgent while it is very fresh, a hard time for its first days. */
const FRESH_DAYS = 3;
const LONGEST_TEXT = 120;

/** Reasons that do not belong to somebody who has it hard. */
const CHEERFUL: ReadonlySet<string> = new Set([
  'occasion',
  'moment',
  'quiet',
  'gathering',
  'resource',
  'introduction',
  'news',
  'dormant',
]);

/** Whether this person is spared a reason of this kind for now. */
export function isSpared(candidate: Candidate, kind: string, today: CalendarDate): boolean {
  return CHEERFUL.has(kind) && isHardTime(candidate.moments ?? [], today);
}

/**
 * Why what happened in somebody's life is a reason today. A word since the window opened answers it; of several hard things
 * the newest asks, so that nobody is checked in on twice a day.
 */
export function momentReasons(candidate: Candidate, context: ReasonContext): readonly WeighedReason[] {
  const due = (candidate.moments ?? []).flatMap((moment) => {
    const rung = rungOn(moment, context.today);
    const answered = rung !== undefined && candidate.lastContact !== undefined && candidate.lastContact >= rung.from;
    return rung === undefined || answered ? [] : [{ moment, rung }];
  });
  const care = due
    .filter(({ moment }) => isHard(moment.kind))
    .sort((a, b) => (a.moment.date < b.moment.date ? 1 : a.moment.date > b.moment.date ? -1 : 0))
    .slice(0, 1);
  const joy = due.filter(({ moment }) => !isHard(moment.kind));
  return [
    ...care.map(({ moment, rung }) => careReason(candidate, { moment, rung }, context)),
    ...joy.map(({ moment, rung }) => joyReason(candidate, { moment, rung }, context)),
  ];
}

interface Due {
  readonly moment: LifeMoment;
  readonly rung: DueRung;
}

function careReason(candidate: Candidate, { moment, rung }: Due, context: ReasonContext): WeighedReason {
  const waited = daysApart(rung.from, context.today);
  return {
    kind: 'check-in',
    key: `check-in:${moment.id}:${rung.index}`,
    date: moment.date,
    waited,
    // Before any follow-up: what one would thank for or come back to waits behind it.
    weight: rung.index === 0 ? 1.6 : 1,
    urgent: rung.index === 0 && waited < FRESH_DAYS,
    text: sentence(wordsOf(context).hardTime(momentTold(candidate, { moment, rung }), say(context))),
  };
}

function joyReason(candidate: Candidate, { moment, rung }: Due, context: ReasonContext): WeighedReason {
  const waited = daysApart(rung.from, context.today);
  return {
    kind: 'moment',
    key: `moment:${moment.id}:${rung.index}`,
    date: moment.date,
    waited,
    weight: moment.source === undefined ? 0.95 : 0.8,
    urgent: rung.index === 0 && moment.source === undefined && waited < FRESH_DAYS,
    text: sentence(wordsOf(context).goodNews(momentTold(candidate, { moment, rung }), say(context))),
  };
}

function momentTold(candidate: Candidate, { moment, rung }: Due): MomentTold {
  return {
    who: calledName(candidate),
    text: shortened(plain(moment.text), LONGEST_TEXT),
    date: moment.date,
    isFirst: rung.index === 0,
    ...(moment.organisation === undefined ? {} : { organisation: plain(moment.organisation) }),
    ...(moment.was === undefined ? {} : { was: plain(moment.was) }),
    ...(moment.source === undefined ? {} : { source: moment.source }),
  };
}
