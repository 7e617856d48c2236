import type { CalendarDate } from '../../dates.ts';
import { movingCalendar } from '../../keeping/calendars.ts';
import { daysApart } from '../../keeping/day-number.ts';
import { durationText, frequencyText, numberInWords, ordinalInWords, rhythmInWords } from '../../keeping/durations.ts';
import { isRoundNumber } from '../../keeping/occasions.ts';
import type { TradeSeasonName } from '../../keeping/trade-seasons.ts';
import type { Because } from '../../resources/fitting.ts';
import { isDeed } from '../grammar.ts';
import { dayLabel, occasionKind } from '../occasion-label.ts';
import {
  type DayContext,
  dayName,
  messageName,
  monthName,
  onDay,
  placedAt,
  plain,
  possessive,
  sentence,
  shortened,
  tripDays,
  upperFirst,
} from '../phrases.ts';
import { type FitTold, type MomentTold, type ReasonWords, type SlowerRhythm, whatHappened } from './reason-words.ts';

/** What a note of somebody begins with when its verb was left out: “in hospital”, “getting divorced”, “laid off”. */
const IS =
  /^(?:getting|going|having|being|recovering|fighting|dying|divorcing|in (?:a |the )?(?:hospital|hospice|intensive care|ICU|coma)|(?:very |seriously |gravely |critically |terminally )?(?:ill|sick))(?!\p{L})/iu;
const WAS =
  /^(?:laid off|made redundant|let go|fired|diagnosed|hospitali[sz]ed|promoted|awarded|appointed|elected|shortlisted)(?!\p{L})/iu;

function happened(told: MomentTold): string {
  const { who, text } = told;
  if (IS.test(text)) return `${who} is ${text}`;
  return WAS.test(text) ? `${who} was ${text}` : whatHappened(told, possessive);
}

/** What still went on when one heard of it: its day is the day of that. */
const PRESENT = /(?<= )(?:is|are|has)(?= )/;
const PAST: Readonly<Record<string, string>> = { is: 'was', are: 'were', has: 'had' };

/** English: what was noted becomes part of the sentence where its first word says how. */
export const en: ReasonWords = {
  followUp: ({ who, followUp, place, topic, wish }, days) => {
    const when = onDay(followUp.metOn, days);
    const about = topic === '' || wish.toLowerCase().includes(topic.toLowerCase()) ? '' : `talked about ${topic}`;
    const met =
      followUp.firstMeeting && followUp.channel === 'linkedin' && place === ''
        ? `You and ${who} connected on LinkedIn ${when}`
        : followUp.firstMeeting
          ? `You met ${who}${place && ` ${placedAt(place)}`} ${when}`
          : followUp.inPerson === true
            ? `You saw ${who}${place && ` ${placedAt(place)}`} ${when}`
            : `You were in touch with ${who} ${when}`;
    const wanted =
      wish === ''
        ? ''
        : isDeed(wish)
          ? `; you wanted to ${lowFirstWord(wish)}`
          : `; you wanted to come back to: ${wish}`;
    return `${met}${about && ` and ${about}`}${wanted}`;
  },

  reply: ({ who, reply, about }, days) =>
    `${possessive(who)} ${messageName(reply.channel)} from ${dayName(reply.since, days)} is waiting for an answer${about && `: ${about}`}`,

  myPromise: ({ who, text, madeOn, due }, days) => {
    if (due === undefined) {
      const then = onDay(madeOn, days);
      return isDeed(text)
        ? `You said ${then} that you would ${lowFirstWord(text)}`
        : `You promised ${who} ${lowArticle(text)} ${then}`;
    }
    const what = isDeed(text) ? `You said you would ${lowFirstWord(text)}` : `You promised ${who} ${lowArticle(text)}`;
    if (due === days.today) return `${what} by today`;
    return due > days.today
      ? `${what} by ${dayName(due, days)}`
      : `${what}; the day you named was ${dayName(due, days)}`;
  },

  theirPromise: ({ who, text, madeOn, due }, days) => {
    // They promised it to "me", which in a sentence to the owner is "you".
    const what = text.replace(/\bme\b/g, 'you').replace(/\bmy\b/g, 'your');
    const by = due === undefined ? `, ${durationText(daysApart(madeOn, days.today))} ago` : ` by ${dayName(due, days)}`;
    return isDeed(what)
      ? `${who} was going to ${lowFirstWord(what)}${due === undefined ? '' : by}; a gentle word may help`
      : `${who} promised you ${lowArticle(what)}${by}; a gentle word may help`;
  },

  rhythm: ({ rhythmDays, silence }) => {
    const often = rhythmInWords(rhythmDays);
    return silence === undefined
      ? `You have not been in touch yet; you would like to talk ${often}`
      : `It has been ${durationText(silence)}; you like to talk ${often}`;
  },

  quiet: ({ who, silence, usualGap }) =>
    usualGap === null
      ? `You and ${who} have gone quiet: ${durationText(silence)} now`
      : `You and ${who} used to be in touch about ${frequencyText(Math.max(1, usualGap))}; now it has been ${durationText(silence)}`,

  dormant: ({ who, history, silence }) => {
    const often = history.usualGap === null ? 'often' : `about ${frequencyText(Math.max(1, history.usualGap))}`;
    const years = daysApart(history.firstContact, history.lastContact);
    const span = years < 365 ? '' : ` for ${durationText(years)}`;
    return `You and ${who} were close once: in touch ${often}${span}. A word after ${durationText(silence)} is welcome more often than one thinks`;
  },

  woken: ({ who, date }, days) => `How was it with ${who}? You are in touch again, since ${dayName(date, days)}`,

  trip: ({ who, trip }, days) => `You are in ${trip.city} ${tripDays(trip, days)}, where ${who} lives`,

  resource: ({ title, ...told }) => {
    const kept = `You kept “${title}”${told.meant ? ` for ${told.who}` : ''}`;
    return told.because.length === 0 ? kept : `${kept}: ${fits({ ...told, meant: false })}`;
  },

  fits,

  gathering: ({ who, gathering, say }, days) => {
    const when = tripDays(gathering, days);
    const there =
      gathering.kind === 'dinner'
        ? `You invited ${who} to ${gathering.name} ${when} and have no answer yet`
        : gathering.part === 'coming'
          ? `${who} will be ${placedAt(gathering.name)} ${when}`
          : `${who} is invited ${placedAt(gathering.name).replace(/^at /, 'to ')} ${when}`;
    return say === '' ? there : `${there}; you want to say: ${say}`;
  },

  news: ({ who, text }) => `You wanted to tell ${who} your news: “${text}”`,

  unasked: ({ text, since }, days) => `You have not asked about “${text}” since ${monthOf(since, days)}`,

  reminder: ({ text, date }, days) => {
    const when = date === days.today ? '' : ` ${onDay(date, days)}`;
    return `You asked to be reminded${when}: ${isDeed(text) ? lowFirstWord(text) : text}`;
  },

  occasion: ({ who, occasion, years, day }, days) => {
    const when = onDay(day, days);
    const kind = occasionKind(occasion);
    if (kind === 'birth' && years !== undefined) return `${who} turns ${numberInWords(years)} ${when}`;
    const isNumbered = years !== undefined && (kind === 'wedding' || isRoundNumber(kind, years));
    const label = `${isNumbered ? `${ordinalInWords(years)} ` : ''}${dayLabel(occasion)}`;
    if (when !== 'today') return `${possessive(who)} ${label} is ${when}`;
    return kind === 'birth' ? `It is ${possessive(who)} ${label} today` : `Today is ${possessive(who)} ${label}`;
  },

  belated: ({ who, occasion, years, day }, days) => {
    const when = onDay(day, days);
    if (occasionKind(occasion) !== 'birth')
      return `${possessive(who)} ${dayLabel(occasion)} was ${when}; a late word is still welcome`;
    return years === undefined
      ? `${possessive(who)} ${dayLabel(occasion)} was ${when}; a late wish is still welcome`
      : `${who} turned ${numberInWords(years)} ${when}; a late wish is still welcome`;
  },

  inMonth: ({ who, occasion, day }) => {
    const when = movingCalendar(occasion.date) === undefined ? `in ${monthName(day)}` : 'in these weeks';
    return `${possessive(who)} ${dayLabel(occasion)} is sometime ${when}`;
  },

  hardTime: (told, days) => {
    const what = happened(told);
    const goesOn = PRESENT.test(what);
    const when = onDay(told.date, days);
    if (told.isFirst)
      return `${sentence(goesOn ? `${what}, you heard ${when}` : `${what} ${when}`)} A short word is enough.`;
    if (goesOn)
      return `It is ${durationText(daysApart(told.date, days.today))} since you heard that ${what.replace(PRESENT, (verb) => PAST[verb] ?? verb)}`;
    const noted = what.startsWith(`${told.who}: `) ? `“${what.slice(told.who.length + 2)}”` : what;
    return `It is ${durationText(daysApart(told.date, days.today))} since ${noted}`;
  },

  goodNews: (told, days) => {
    const { who, text, was, source } = told;
    if (!told.isFirst) {
      const ago = durationText(daysApart(told.date, days.today));
      return `${sentence(`${ago} ago: ${happened(told)}`)} A good moment to ask how it is going.`;
    }
    if (told.organisation !== undefined) return `${told.organisation}, where ${who} works: ${text}`;
    if (source === undefined) return happened(told);
    // What a file says is to be looked at before it is congratulated on.
    const before = was === undefined ? '' : `, before: ${was}`;
    return `${sentence(`${source} now says of ${who}: ${text}${before}`)} Check first.`;
  },

  introduction: ({ who, other, step, since }, days) => {
    switch (step) {
      case 'waiting':
        return `You asked ${who} ${onDay(since, days)} about meeting ${other}, and have no answer yet. A gentle word, or let it rest`;
      case 'ask':
        return `${other} would like to meet ${who}: now ask ${who}`;
      case 'make':
        return `${who} and ${other} both said yes: introduce them`;
      case 'outcome':
        return `You introduced ${who} and ${other} ${onDay(since, days)}: ask how it went`;
    }
  },

  holiday: ({ name, date }, days) => `${name} is ${onDay(date, days)}`,

  met: ({ who, years, place }) =>
    `${upperFirst(years === 1 ? 'a year' : `${numberInWords(years)} years`)} ago this week you met ${who}${place && ` ${placedAt(place)}`}`,

  bothThere: ({ who, years, place }) =>
    `${upperFirst(years === 1 ? 'a year' : `${numberInWords(years)} years`)} ago this week you and ${who} were both ${placedAt(place)}`,

  inTheJob: ({ who, years, text }) =>
    `${upperFirst(numberInWords(years))} years ago this week ${who} began a new job: “${text}”`,

  yearAgo: ({ who, text }) => `A year ago this week, with ${who}: “${text}”`,

  season: ({ who, season }) =>
    season.busy
      ? `${SEASONS[season.name]}: ${who} may have little time now, so ask for nothing or wait a little`
      : `${SEASONS[season.name]}: ${who} may have an hour to spare again`,

  thisWeek: ({ occasion, years }) => {
    if (occasionKind(occasion) !== 'birth') return dayLabel(occasion);
    return years === undefined ? `has their ${dayLabel(occasion)}` : `turns ${years}`;
  },

  warmth: ({ history, band, silence }) => {
    const usually = history.usualGap === null ? undefined : frequencyText(Math.max(1, history.usualGap));
    if (band === 'dormant') return `You have not been in touch for ${durationText(silence)}.`;
    if (band === 'fine') {
      if (usually !== undefined) return `You are in touch about ${usually}, and that holds.`;
      return silence === 0 ? 'You were in touch today.' : `You were in touch ${durationText(silence)} ago.`;
    }
    if (history.unanswered >= 2)
      return `Your last ${history.unanswered} messages have had no answer, and it has been ${durationText(silence)}.`;
    if (usually !== undefined)
      return `You used to be in touch about ${usually}; now it has been ${durationText(silence)}.`;
    return history.contactDays === 1
      ? `You were in touch once, ${durationText(silence)} ago.`
      : `It has been ${durationText(silence)}, longer than before.`;
  },

  advice: ({ asked, capacity, steps }) => {
    const problem = `Your rhythms ask for about ${numberInWords(asked)} people a day and a day holds ${numberInWords(capacity)}`;
    return steps.length === 0 ? `${problem}.` : `${problem}; ${joined(steps.map(stepText))} would fit.`;
  },
};

const SEASONS: Readonly<Record<TradeSeasonName, string>> = {
  'end-of-term': 'It is the end of term',
  'tax-season': 'It is tax season',
  harvest: 'It is harvest time',
  planting: 'It is planting time',
  'christmas-trade': 'It is the Christmas trade',
  'year-end-accounts': 'It is the time of yearly accounts',
};

function stepText({ circle, from, to }: SlowerRhythm): string {
  return `${circle ?? 'people with a rhythm of their own'} ${rhythmInWords(to)} instead of ${rhythmInWords(from)}`;
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function lowFirstWord(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function lowArticle(text: string): string {
  return /^(?:The|A|An|My|Some|To|That)\b/.test(text) ? lowFirstWord(text) : text;
}

/** Where the shared words stand, said of somebody. */
const STANDS: Readonly<Partial<Record<Because['origin'], (who: string, words: string) => string>>> = {
  interest: (who, words) => `${possessive(who)} interests speak of ${words}`,
  goal: (who, words) => `what ${who} is after has to do with ${words}`,
  challenge: (who, words) => `what ${who} finds hard has to do with ${words}`,
  need: (who, words) => `what ${who} is looking for has to do with ${words}`,
  work: (who, words) => `${possessive(who)} work has to do with ${words}`,
  role: (who, words) => `${possessive(who)} work has to do with ${words}`,
  given: (who, words) => `${who} liked something else about ${words}`,
  tag: (who, words) => `${who} has a tag that says ${words}`,
};

function fits({ who, because, meant }: FitTold): string {
  const [first, second] = because;
  const kept = meant ? `you kept it for ${who}` : undefined;
  if (first === undefined) return kept ?? `you thought of ${who}`;
  return [kept, stands(who, first), second && stands(who, second)].filter((part) => part !== undefined).join('; ');
}

function stands(who: string, { origin, words, text }: Because): string {
  const named = joined(words.slice(0, 3).map((word) => `“${word}”`));
  const said = STANDS[origin]?.(who, named) ?? `a note about ${who} speaks of ${named}`;
  // A tag says no more than its word.
  return origin === 'tag' || words.includes(text) ? said : `${said} (${shortened(plain(text), 80)})`;
}

/** `March`, `March 2025`. */
function monthOf(date: CalendarDate, { today }: DayContext): string {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4) || daysApart(date, today) < 300;
  return isThisYear ? monthName(date) : `${monthName(date)} ${date.slice(0, 4)}`;
}
