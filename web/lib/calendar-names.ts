import { writtenDate } from '../../src/domain/keeping/written-date.ts';
import { getLocale } from './days.ts';
import { tEdit } from './strings-edit.ts';

/** Calendars in which a birthday may be entered; the first, without a name, is our own. */
const OFFERED = [
  '',
  'chinese',
  'dangi',
  'hebrew',
  'islamic-umalqura',
  'persian',
  'indian',
  'ethiopic',
  'coptic',
] as const;

/** The calendars to choose from with their names, and `current` should it be none of them. */
export function calendarChoices(current: string): readonly (readonly [code: string, name: string])[] {
  const names = new Intl.DisplayNames(getLocale(), { type: 'calendar' });
  return [...new Set([...OFFERED, current])].map((code) => [
    code,
    code === '' ? tEdit.ourCalendar : (names.of(code) ?? code),
  ]);
}

/** The months of a calendar by their numbers, as the reader's language names them. */
export function monthChoices(calendar: string): readonly (readonly [number: string, name: string])[] {
  const months = /^(?:hebrew|coptic|ethiopic|ethioaa)$/.test(calendar) ? 13 : 12;
  const scale = calendar === '' ? {} : { calendarScale: calendar };
  return Array.from({ length: months }, (_, at) => [
    String(at + 1),
    writtenDate({ month: at + 1, ...scale }, getLocale()),
  ]);
}
