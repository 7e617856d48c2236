import type { CalendarDate } from '../dates.ts';
import type { TodaySettings } from './candidate.ts';
import type { DayContext } from './phrases.ts';
import type { ReasonWords } from './words/reason-words.ts';
import { wordsIn } from './words/words.ts';

/** Clock, and what the owner chose. */
export interface ReasonContext {
  readonly today: CalendarDate;
  readonly settings: TodaySettings;
  /** Those of the locale, unless others are asked for. */
  readonly words?: ReasonWords;
}

export function say({ today, settings }: ReasonContext): DayContext {
  return { today, locale: settings.locale };
}

export function wordsOf({ words, settings }: ReasonContext): ReasonWords {
  return words ?? wordsIn(settings.locale);
}
