import type { CalendarDate } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import { durationText } from '../keeping/durations.ts';
import { type DueRung, isHard, isHardTime, rungOn } from '../keeping/moments.ts';
import type { Candidate, LifeMoment, WeighedReason } from './candidate.ts';
import type { DayContext } from './phrases.ts';
import { calledName, onDay, plain, sentence, shortened } from './phrases.ts';

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
export function momentReasons(candidate: Candidate, context: DayContext): readonly WeighedReason[] {
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

function careReason(candidate: Candidate, { moment, rung }: Due, context: DayContext): WeighedReason {
  const waited = daysApart(rung.from, context.today);
  const what = told(candidate, moment);
  return {
    kind: 'check-in',
    key: `check-in:${moment.id}:${rung.index}`,
    date: moment.date,
    waited,
    weight: rung.index === 0 ? 1.4 : 1,
    urgent: rung.index === 0 && waited < FRESH_DAYS,
    text:
      rung.index === 0
        ? `${sentence(`${what} ${onDay(moment.date, context)}`)} A short word is enough.`
        : sentence(`It is ${durationText(daysApart(moment.date, context.today))} since ${quoted(candidate, what)}`),
  };
}

function joyReason(candidate: Candidate, { moment, rung }: Due, context: DayContext): WeighedReason {
  const waited = daysApart(rung.from, context.today);
  return {
    kind: 'moment',
    key: `moment:${moment.id}:${rung.index}`,
    date: moment.date,
    waited,
    weight: moment.source === undefined ? 0.95 : 0.8,
    urgent: rung.index === 0 && moment.source === undefined && waited < FRESH_DAYS,
    text: rung.index === 0 ? newsText(candidate, moment) : laterText(candidate, moment, context),
  };
}

/** What a file says is to be looked at before it is congratulated on. */
function newsText(candidate: Candidate, moment: LifeMoment): string {
  if (moment.source === undefined) return sentence(told(candidate, moment));
  const before = moment.was === undefined ? '' : `, before: ${plain(moment.was)}`;
  return `${sentence(`${moment.source} now says of ${calledName(candidate)}: ${shortened(plain(moment.text), LONGEST_TEXT)}${before}`)} Check first.`;
}

function laterText(candidate: Candidate, moment: LifeMoment, { today }: DayContext): string {
  const ago = durationText(daysApart(moment.date, today));
  return `${sentence(`${ago} ago: ${told(candidate, moment)}`)} A good moment to ask how it is going.`;
}

/** "Ada started at Kelp Works" where the note is what she did; else the note beside her name. */
function told(candidate: Candidate, { text }: LifeMoment): string {
  const note = shortened(plain(text), LONGEST_TEXT);
  const who = calledName(candidate);
  if (note.toLowerCase().startsWith(who.toLowerCase())) return note;
  return /^\p{Ll}/u.test(note) ? `${who} ${note}` : `${who}: ${note}`;
}

function quoted(candidate: Candidate, what: string): string {
  return what.startsWith(`${calledName(candidate)}: `) ? `“${what.slice(calledName(candidate).length + 2)}”` : what;
}
