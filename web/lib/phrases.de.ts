import type { Channel } from '../../src/domain/words.ts';
import { comingDay, daysFrom, number } from './days.ts';

/** Counts, lists and days, as German sentences say them: shared by the parts of the catalogue. */

const SMALL = [
  'keine',
  'eine',
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
/** Of people, rows, conversations and all else that is feminine: „eine“, „drei“, „1.200“. */
export const asWord = (count: number): string => SMALL[count] ?? number(count);
export const people = (count: number): string => (count === 1 ? '1 Person' : `${number(count)} Personen`);
export const capital = (text: string): string => text.replace(/^./u, (first) => first.toUpperCase());

export const peopleInWords = (count: number): string =>
  `${capital(asWord(count))} ${count === 1 ? 'Person' : 'Personen'}`;

/** „einmal“, „dreimal“, „14-mal“. */
export const times = (count: number): string =>
  count === 1 ? 'einmal' : SMALL[count] === undefined ? `${number(count)}-mal` : `${SMALL[count]}mal`;

export const list = (parts: readonly string[]): string =>
  new Intl.ListFormat('de', { type: 'conjunction' }).format(parts);

export const someOf = (names: readonly string[]): string =>
  names.length > 4 ? list([...names.slice(0, 3), `${asWord(names.length - 3)} mehr`]) : list(names);

const isNear = (day: string, now: string): boolean => Math.abs(daysFrom(now, day)) <= 1;

const isThisWeek = (day: string, now: string): boolean => {
  const days = daysFrom(now, day);
  return days > 1 && days < 7;
};

/** „morgen“, „am Freitag“, „am 21. August“. */
export const onComing = (day: string, now: string): string =>
  isNear(day, now) ? comingDay(day, now) : `am ${comingDay(day, now)}`;

/** „bis morgen“, „bis Freitag“, „bis zum 21. August“. */
export const byComing = (day: string, now: string): string =>
  isNear(day, now) || isThisWeek(day, now) ? `bis ${comingDay(day, now)}` : `bis zum ${comingDay(day, now)}`;

export const channels: Record<Channel, string> = {
  email: 'E-Mail',
  phone: 'Anruf',
  text: 'SMS',
  whatsapp: 'WhatsApp',
  signal: 'Signal',
  telegram: 'Telegram',
  messenger: 'Messenger',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  facebook: 'Facebook',
  x: 'X',
  mastodon: 'Mastodon',
  video: 'Videoanruf',
  'in-person': 'Treffen',
  card: 'Karte',
  event: 'Veranstaltung',
  other: 'Auf anderem Weg',
};
