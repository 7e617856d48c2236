import type { CalendarDate } from '../../dates.ts';
import { type MovingCalendar, movingCalendar } from '../../keeping/calendars.ts';
import { daysApart, weekdayOf } from '../../keeping/day-number.ts';
import { ADDRESS_BOOK } from '../../keeping/noticing.ts';
import { isRoundNumber } from '../../keeping/occasions.ts';
import { rhythmParts } from '../../keeping/rhythm.ts';
import type { TradeSeasonName } from '../../keeping/trade-seasons.ts';
import type { Because } from '../../resources/fitting.ts';
import type { Channel } from '../../words.ts';
import type { Occasion } from '../candidate.ts';
import { occasionKind } from '../occasion-label.ts';
import { type DayContext, plain, sentence, shortened, upperFirst } from '../phrases.ts';
import { type FitTold, type ReasonWords, type SlowerRhythm, whatHappened } from './reason-words.ts';

/**
 * German, to a friend. What was noted stands after a colon, as it was written: no case, gender or verb of it is known. Nobody is
 * “er” or “sie”, and a name never gets an s of possession, which half of all names would refuse.
 */
export const de: ReasonWords = {
  followUp: ({ who, followUp, place, topic, wish }, days) => {
    const when = onDay(followUp.metOn, days);
    const about = topic === '' || wish.toLowerCase().includes(topic.toLowerCase()) ? '' : `; es ging um ${topic}`;
    const met =
      followUp.firstMeeting && followUp.channel === 'linkedin' && place === ''
        ? `Du und ${who} habt euch ${when} auf LinkedIn verbunden`
        : followUp.firstMeeting
          ? `Du hast ${who} ${when}${isPlaced(place) ? ` ${place}` : ''} kennengelernt${place === '' || isPlaced(place) ? '' : ` (${withoutThe(place)})`}`
          : followUp.inPerson === true
            ? `Du hast ${who} ${when}${isPlaced(place) ? ` ${place}` : ''} gesehen${place === '' || isPlaced(place) ? '' : ` (${withoutThe(place)})`}`
            : `Du warst ${when} mit ${who} in Kontakt`;
    return `${met}${about}${wish && `; du wolltest noch: ${wish}`}`;
  },

  reply: ({ who, reply, about }, days) =>
    `${MESSAGES[reply.channel] ?? 'Die Nachricht'} von ${who} ${fromDay(reply.since, days)} wartet auf deine Antwort${about && `: ${about}`}`,

  myPromise: ({ who, text, madeOn, due }, days) => {
    if (due === undefined) return `Du hast ${who} ${onDay(madeOn, days)} etwas versprochen: ${text}`;
    return due < days.today
      ? `${upperFirst(byDay(due, days))} hattest du ${who} versprochen: ${text}`
      : `${upperFirst(byDay(due, days))} hast du ${who} versprochen: ${text}`;
  },

  theirPromise: ({ who, text, madeOn, due }, days) => {
    const when = due === undefined ? `vor ${duration(daysApart(madeOn, days.today), 'dative')}` : byDay(due, days);
    return `${who} hat dir ${when} etwas versprochen: „${text}“; frag vielleicht freundlich nach`;
  },

  rhythm: ({ rhythmDays, silence }) => {
    const often = everySo(...rhythmParts(rhythmDays));
    return silence === undefined
      ? `Ihr wart noch nicht in Kontakt; du möchtest dich ${often} melden`
      : `Das letzte Mal ist ${duration(silence)} her; du möchtest dich ${often} melden`;
  },

  quiet: ({ who, silence, usualGap }) =>
    usualGap === null
      ? `Zwischen dir und ${who} ist es still geworden, seit ${duration(silence, 'dative')}`
      : `Du und ${who} wart sonst etwa ${usually(Math.max(1, usualGap))} in Kontakt; das letzte Mal ist ${duration(silence)} her`,

  dormant: ({ who, history, silence }) => {
    const often = history.usualGap === null ? 'oft' : `etwa ${usually(Math.max(1, history.usualGap))}`;
    const years = daysApart(history.firstContact, history.lastContact);
    const span = years < 365 ? '' : `, ${duration(years)} lang`;
    return `Du und ${who} wart euch einmal nah: ${often} in Kontakt${span}. Eine Nachricht nach ${duration(silence, 'dative')} freut meist mehr, als man denkt`;
  },

  woken: ({ who, date }, days) => `Wie war es mit ${who}? Ihr habt wieder Kontakt, zuletzt ${onDay(date, days)}`,

  trip: ({ who, trip: { city, since, until } }, days) => {
    const when = since < days.today && until > days.today ? 'gerade' : onDay(since < days.today ? until : since, days);
    return `${who} wohnt in ${city}, und du bist ${when} dort`;
  },

  resource: ({ title, ...told }) => {
    const kept = `Du hast „${title}“${told.meant ? ` für ${told.who}` : ''} aufgehoben`;
    return told.because.length === 0 ? kept : `${kept}: ${fits({ ...told, meant: false })}`;
  },

  fits,

  gathering: ({ who, gathering: { kind, name, since, until, part }, say }, days) => {
    const when = since < days.today && until > days.today ? 'gerade' : onDay(since < days.today ? until : since, days);
    const there =
      kind === 'dinner'
        ? `Du hast ${who} ${when} zu „${name}“ eingeladen und noch keine Antwort`
        : part === 'coming'
          ? `${who} ist ${when} auch bei „${name}“`
          : `${who} ist ${when} zu „${name}“ eingeladen`;
    return say === '' ? there : `${there}; du willst sagen: ${say}`;
  },

  news: ({ who, text }) => `Du wolltest ${who} deine Neuigkeit erzählen: „${text}“`,

  unasked: ({ text, since }, days) => `Seit ${monthOf(since, days)} hast du nicht mehr nachgefragt: „${text}“`,

  reminder: ({ text, date }, days) =>
    `Du wolltest${date === days.today ? '' : ` ${onDay(date, days)}`} erinnert werden: ${text}`,

  occasion: ({ who, occasion, years, day }, days) => {
    const when = onDay(day, days);
    const kind = occasionKind(occasion);
    if (kind === 'birth' && years !== undefined) return `${who} wird ${when} ${years}`;
    if (kind === 'birth') return `${who} hat ${when} Geburtstag${byCalendar(occasion)}`;
    if (kind === 'wedding')
      return `${upperFirst(when)} ist der ${years === undefined ? '' : `${years}. `}Hochzeitstag von ${who}${byCalendar(occasion)}`;
    const number = years !== undefined && isRoundNumber(kind, years) ? ` (${years} Jahre)` : '';
    return `${upperFirst(when)} bei ${who}: ${labelOf(occasion)}${number}${byCalendar(occasion)}`;
  },

  belated: ({ who, occasion, years, day }, days) => {
    const when = onDay(day, days);
    const kind = occasionKind(occasion);
    if (kind === 'birth')
      return `${who} ${years === undefined ? `hatte ${when} Geburtstag${byCalendar(occasion)}` : `ist ${when} ${years} geworden`}; ein später Gruß freut auch`;
    return kind === 'wedding'
      ? `${upperFirst(when)} war der Hochzeitstag von ${who}${byCalendar(occasion)}; ein spätes Wort freut auch`
      : `${upperFirst(when)} war bei ${who}: ${labelOf(occasion)}${byCalendar(occasion)}; ein spätes Wort freut auch`;
  },

  inMonth: ({ who, occasion, day }, days) => {
    const when = movingCalendar(occasion.date) === undefined ? `im ${monthName(day, days)}` : 'in diesen Wochen';
    const kind = occasionKind(occasion);
    if (kind === 'birth') return `${who} hat irgendwann ${when} Geburtstag${byCalendar(occasion)}`;
    return kind === 'wedding'
      ? `Irgendwann ${when} ist der Hochzeitstag von ${who}${byCalendar(occasion)}`
      : `Irgendwann ${when} bei ${who}: ${labelOf(occasion)}${byCalendar(occasion)}`;
  },

  hardTime: (told, days) =>
    told.isFirst
      ? `${sentence(whatHappened(told))} Das war ${onDay(told.date, days)}; ein kurzes Wort genügt.`
      : `Vor ${duration(daysApart(told.date, days.today), 'dative')}: ${whatHappened(told)}`,

  goodNews: (told, days) => {
    const { who, text, was, source } = told;
    if (!told.isFirst) {
      const ago = `Vor ${duration(daysApart(told.date, days.today), 'dative')}`;
      return `${sentence(`${ago}: ${whatHappened(told)}`)} Ein guter Moment, zu fragen, wie es läuft.`;
    }
    if (told.organisation !== undefined) return `${told.organisation}, wo ${who} arbeitet: ${text}`;
    if (source === undefined) return whatHappened(told);
    const before = was === undefined ? '' : `, vorher: ${was}`;
    return `${sentence(`${source === ADDRESS_BOOK ? 'Das Adressbuch' : source} sagt jetzt über ${who}: ${text}${before}`)} Sieh erst nach.`;
  },

  introduction: ({ who, other, step, since }, days) => {
    switch (step) {
      case 'waiting':
        return `Du hast ${who} ${onDay(since, days)} gefragt, ob du ${other} vorstellen darfst, und es kam noch keine Antwort. Frag freundlich nach, oder lass es ruhen`;
      case 'ask':
        return `${other} würde ${who} gern kennenlernen: frag jetzt ${who}`;
      case 'make':
        return `${who} und ${other} haben beide ja gesagt: stell sie einander vor`;
      case 'outcome':
        return `Du hast ${who} und ${other} ${onDay(since, days)} einander vorgestellt: frag, wie es war`;
    }
  },

  holiday: ({ name, date }, days) => `${upperFirst(onDay(date, days))} ist ${name}`,

  met: ({ who, years, place }) =>
    `Vor ${years === 1 ? 'einem Jahr' : `${count(years)} Jahren`} in dieser Woche hast du ${who} kennengelernt${place && ` (${withoutThe(place)})`}`,

  bothThere: ({ who, years, place }) =>
    `Vor ${years === 1 ? 'einem Jahr' : `${count(years)} Jahren`} in dieser Woche wart ihr beide dort, du und ${who}: ${withoutThe(place)}`,

  inTheJob: ({ who, years, text }) =>
    `Vor ${count(years)} Jahren in dieser Woche hat ${who} eine neue Stelle angetreten: „${text}“`,

  yearAgo: ({ who, text }) => `Vor einem Jahr in dieser Woche, mit ${who}: „${text}“`,

  season: ({ who, season }) =>
    season.busy
      ? `${SEASONS[season.name]}: ${who} hat jetzt vielleicht wenig Zeit; bitte um nichts, oder warte ein wenig`
      : `${SEASONS[season.name]}: ${who} hat vielleicht wieder eine Stunde Zeit`,

  thisWeek: ({ occasion, years }) => {
    const kind = occasionKind(occasion);
    if (kind === 'birth') return years === undefined ? `hat Geburtstag${byCalendar(occasion)}` : `wird ${years}`;
    return `${kind === 'wedding' ? 'Hochzeitstag' : labelOf(occasion)}${byCalendar(occasion)}`;
  },

  warmth: ({ history, band, silence }) => {
    const often = history.usualGap === null ? undefined : usually(Math.max(1, history.usualGap));
    const since = `Das letzte Mal ist ${duration(silence)} her`;
    if (band === 'dormant') return `Ihr wart seit ${duration(silence, 'dative')} nicht in Kontakt.`;
    if (band === 'fine') {
      if (often !== undefined) return `Ihr seid etwa ${often} in Kontakt, und so ist es geblieben.`;
      if (silence <= 1) return `Ihr wart ${silence === 0 ? 'heute' : 'gestern'} in Kontakt.`;
      return `Ihr wart vor ${duration(silence, 'dative')} in Kontakt.`;
    }
    if (history.unanswered >= 2)
      return `${since}, und deine letzten ${count(history.unanswered)} Nachrichten blieben ohne Antwort.`;
    if (often !== undefined) return `${since}; sonst wart ihr etwa ${often} in Kontakt.`;
    return history.contactDays === 1
      ? `Ihr wart einmal in Kontakt, vor ${duration(silence, 'dative')}.`
      : `${since}, länger als sonst.`;
  },

  advice: ({ asked, capacity, steps }) => {
    const problem = `Deine Rhythmen verlangen etwa ${count(asked)} Menschen am Tag, und in einen Tag passen ${count(capacity)}`;
    return steps.length === 0 ? `${problem}.` : `${problem}; es ginge mit ${joined(steps.map(stepText))}.`;
  },
};

const SEASONS: Readonly<Record<TradeSeasonName, string>> = {
  'end-of-term': 'Das Schuljahr geht zu Ende',
  'tax-season': 'Es ist die Zeit der Steuererklärungen',
  harvest: 'Es ist Erntezeit',
  planting: 'Es ist Pflanzzeit',
  'christmas-trade': 'Es ist Weihnachtsgeschäft',
  'year-end-accounts': 'Es ist die Zeit der Jahresabschlüsse',
};
const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const;
const MONTHS = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
  ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
];
const NUMBERS = [
  'null',
  'eins',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
];

const MESSAGES: Readonly<Partial<Record<Channel, string>>> = {
  email: 'Die E-Mail',
  phone: 'Der Anruf',
  video: 'Der Anruf',
  card: 'Die Karte',
};

const CALENDARS: Readonly<Record<MovingCalendar, string>> = {
  chinese: 'chinesischen',
  dangi: 'koreanischen',
  hebrew: 'jüdischen',
  'islamic-umalqura': 'islamischen',
  'islamic-civil': 'islamischen',
  'islamic-tbla': 'islamischen',
  persian: 'persischen',
  indian: 'indischen',
  coptic: 'koptischen',
  ethiopic: 'äthiopischen',
  ethioaa: 'äthiopischen',
};

const UNITS = {
  day: { one: 'Tag', many: 'Tage', dative: 'Tagen' },
  week: { one: 'Woche', many: 'Wochen', dative: 'Wochen' },
  month: { one: 'Monat', many: 'Monate', dative: 'Monaten' },
  year: { one: 'Jahr', many: 'Jahre', dative: 'Jahren' },
} as const;
type Unit = keyof typeof UNITS;

const EVERY: Readonly<Record<Unit, string>> = {
  day: 'jeden Tag',
  week: 'jede Woche',
  month: 'jeden Monat',
  year: 'jedes Jahr',
};

/** In words up to twelve, as one writes. */
function count(value: number): string {
  return NUMBERS[value] ?? String(value);
}

/** „94 Tage“, „fünf Monate“; in the dative „94 Tagen“, „fünf Monaten“. */
function duration(days: number, form: 'many' | 'dative' = 'many'): string {
  if (days <= 1) return form === 'dative' ? 'einem Tag' : 'einen Tag';
  const [size, unit] =
    days < 120
      ? ([days, 'day'] as const)
      : days < 700
        ? ([Math.round(days / 30.44), 'month'] as const)
        : ([Math.round(days / 365.25), 'year'] as const);
  return `${count(size)} ${UNITS[unit][form]}`;
}

/** „jede Woche“, „alle drei Monate“. */
function everySo(size: number, unit: Unit): string {
  return size === 1 ? EVERY[unit] : `alle ${count(size)} ${UNITS[unit].many}`;
}

/** A gap that was only observed, rounded to what one would say. */
function usually(days: number): string {
  if (days < 1.5) return everySo(1, 'day');
  if (days < 5.5) return everySo(Math.round(days), 'day');
  if (days < 25) return everySo(Math.round(days / 7), 'week');
  return days < 330 ? everySo(Math.round(days / 30.44), 'month') : everySo(Math.round(days / 365), 'year');
}

function monthName(date: CalendarDate, { locale }: DayContext): string {
  const month = Number(date.slice(5, 7)) - 1;
  return month === 0 && /^de-AT\b/i.test(locale) ? 'Jänner' : (MONTHS[month] ?? date);
}

/** „März“, „März 2025“. */
function monthOf(date: CalendarDate, days: DayContext): string {
  const isThisYear = date.slice(0, 4) === days.today.slice(0, 4) || daysApart(date, days.today) < 300;
  return `${monthName(date, days)}${isThisYear ? '' : ` ${date.slice(0, 4)}`}`;
}

/** How a day is named from here, and whether by a word of its own, a weekday or a date: each takes another preposition. */
function named(date: CalendarDate, days: DayContext): readonly [kind: 'word' | 'weekday' | 'date', name: string] {
  const away = daysApart(days.today, date);
  if (away === 0) return ['word', 'heute'];
  if (away === 1) return ['word', 'morgen'];
  if (away === -1) return ['word', 'gestern'];
  if (Math.abs(away) <= 6) return ['weekday', WEEKDAYS[weekdayOf(date)] ?? date];
  const sameYear = date.slice(0, 4) === days.today.slice(0, 4) || Math.abs(away) < 120;
  return ['date', `${Number(date.slice(8, 10))}. ${monthName(date, days)}${sameYear ? '' : ` ${date.slice(0, 4)}`}`];
}

/** „heute“, „am Samstag“, „am 21. August“. */
function onDay(date: CalendarDate, days: DayContext): string {
  const [kind, name] = named(date, days);
  return kind === 'word' ? name : `am ${name}`;
}

/** „bis heute“, „bis Samstag“, „bis zum 21. August“. */
function byDay(date: CalendarDate, days: DayContext): string {
  const [kind, name] = named(date, days);
  return kind === 'date' ? `bis zum ${name}` : `bis ${name}`;
}

/** „von gestern“, „vom Samstag“, „vom 21. August“. */
function fromDay(date: CalendarDate, days: DayContext): string {
  const [kind, name] = named(date, days);
  return kind === 'word' ? `von ${name}` : `vom ${name}`;
}

/** Whether a place brings its own preposition: „auf dem Markt“. */
function isPlaced(place: string): boolean {
  return /^(?:im|in|am|an|auf|bei|beim|über|durch|nach|vor)\s/iu.test(place);
}

function withoutThe(place: string): string {
  return place.replace(/^the\s+/i, '');
}

function labelOf({ kind, label }: Occasion): string {
  return upperFirst(plain(label ?? '') || plain(kind));
}

function byCalendar({ date }: Occasion): string {
  const calendar = movingCalendar(date);
  return calendar === undefined ? '' : `, nach dem ${CALENDARS[calendar]} Kalender`;
}

function stepText({ circle, from, to }: SlowerRhythm): string {
  const whom = circle === undefined ? 'denen mit eigenem Rhythmus' : `„${circle}“`;
  return `${whom} ${everySo(...rhythmParts(to))} statt ${everySo(...rhythmParts(from))}`;
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} und ${last}`;
}

/** Where the shared words stand, said of somebody. */
const STANDS: Readonly<Partial<Record<Because['origin'], (who: string, words: string) => string>>> = {
  interest: (who, words) => `${who} interessiert sich für ${words}`,
  goal: (who, words) => `was ${who} vorhat, hat mit ${words} zu tun`,
  challenge: (who, words) => `was ${who} schwerfällt, hat mit ${words} zu tun`,
  need: (who, words) => `was ${who} sucht, hat mit ${words} zu tun`,
  work: (who, words) => `die Arbeit von ${who} hat mit ${words} zu tun`,
  role: (who, words) => `die Arbeit von ${who} hat mit ${words} zu tun`,
  given: (who, words) => `${who} mochte schon etwas zum Thema ${words}`,
  tag: (who, words) => `zu ${who} gibt es das Stichwort ${words}`,
};

function fits({ who, because, meant }: FitTold): string {
  const [first, second] = because;
  const kept = meant ? `du hast es für ${who} aufgehoben` : undefined;
  if (first === undefined) return kept ?? `du hast an ${who} gedacht`;
  return [kept, stands(who, first), second && stands(who, second)].filter((part) => part !== undefined).join('; ');
}

function stands(who: string, { origin, words, text }: Because): string {
  const named = words
    .slice(0, 3)
    .map((word) => `„${word}“`)
    .join(', ');
  const said = STANDS[origin]?.(who, named) ?? `eine Notiz zu ${who} spricht von ${named}`;
  // A tag says no more than its word.
  return origin === 'tag' || words.includes(text) ? said : `${said} (${shortened(plain(text), 80)})`;
}
