import type { CalendarDate } from '../dates.ts';
import { daysApart } from './day-number.ts';

/** A day that people of a country wish each other well on. */
export interface Holiday {
  readonly date: CalendarDate;
  readonly name: string;
}

/** A holiday as an almanac lists it. */
export interface AlmanacDay {
  readonly date: CalendarDate;
  /** By its English name it is known; `name` is what it is called in the language asked for. */
  readonly english: string;
  readonly name: string;
  readonly type: string;
}

/** Which years of which countries, and in which language the days are to be named. */
export interface HolidayQuery {
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly years: readonly number[];
  /** ISO 639-1; English where the almanac does not know it. */
  readonly language: string;
}

/** Where holidays come from: by country, in the order of the days. Passed in, for an almanac is large and loaded late. */
export type HolidaySource = (query: HolidayQuery) => Promise<ReadonlyMap<string, readonly Holiday[]>>;

/** Free days are many; these are the ones that people greet each other for. */
const GREETED =
  /\b(?:new year(?!.?s eve)|christmas|easter (?:sunday|monday)|orthodox easter|thanksgiving|diwali|deepavali|holi|eid al-(?:fitr|adha)|spring festival|seollal|chuseok|mid-autumn|passover|rosh hashanah|hanukkah|now?ruz|songkran|vesak|independence day|national (?:day|holiday)|republic day|canada day|australia day|king[’']?s day|st\.? patrick[’']?s day|saint patrick[’']?s day|midsummer day)(?!\p{L})/iu;
/** Days that sound like those and are none: eves and days after, days of mourning, days that only move one. */
const NOT_GREETED =
  /\b(?:eve|eeid|second|seventh|day 2|day after|substitute|memorial|remembrance|mourning|truth and|movement|islamic (?:new year|republic)|labou?r thanksgiving|holidays?$)(?!\p{L})/iu;
const TYPES: ReadonlySet<string> = new Set(['public', 'observance']);
/** Observances that are kept nearly everywhere they are listed; others are for some. */
const OBSERVED = /\beaster sunday\b/i;
/** Days of one feast. */
const FEAST_DAYS = 5;

/** The days of an almanac that people greet each other for, each feast once, on its first day. */
export function greetedHolidays(days: readonly AlmanacDay[]): Holiday[] {
  const last = new Map<string, CalendarDate>();
  return days
    .filter(({ english, type }) => isGreeted(english, type))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap(({ date, english, name }) => {
      const feast =
        GREETED.exec(english)?.[0]
          .toLowerCase()
          .replace(/ (?:sunday|monday)$/, '') ?? english;
      const before = last.get(feast);
      last.set(feast, date);
      return before !== undefined && daysApart(before, date) < FEAST_DAYS ? [] : [{ date, name: calledBy(name) }];
    });
}

function isGreeted(english: string, type: string): boolean {
  if (!TYPES.has(type) || !GREETED.test(english)) return false;
  const isNational = /^national holiday$/i.test(english);
  return (isNational || !NOT_GREETED.test(english)) && (type === 'public' || OBSERVED.test(english));
}

/** "End of Ramadan (Eid al-Fitr)" is called Eid al-Fitr, "Passover (Pesach)" Passover. */
function calledBy(name: string): string {
  return (/\((Eid [^)]+)\)/.exec(name)?.[1] ?? name.replace(/\s*\([^)]*\)/g, '')).trim() || name;
}

/** How near a holiday is mentioned. */
const NEAR_DAYS = 5;

/** The first holiday of today or the next days. */
export function nearHoliday(holidays: readonly Holiday[], today: CalendarDate): Holiday | undefined {
  return holidays.find(({ date }) => date >= today && daysApart(today, date) <= NEAR_DAYS);
}
