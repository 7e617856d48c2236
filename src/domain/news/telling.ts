import type { CalendarDate } from '../dates.ts';
import type { NewsKind } from '../words.ts';

/** Somebody who is to hear the news, and how it stands with them. */
export interface Recipient {
  readonly personId: string;
  /** Where they stand in the row, from 0. */
  readonly place: number;
  readonly toldOn?: CalendarDate | undefined;
  readonly skippedOn?: CalendarDate | undefined;
}

/** News that is to be told to one person. */
export interface NewsToTell {
  /** Of this person's place in the row. */
  readonly id: string;
  readonly newsId: string;
  readonly kind: NewsKind;
  /** In the owner's own words. */
  readonly text: string;
  /** The day of the news. */
  readonly date: CalendarDate;
  readonly place: number;
  /** The day on which their turn came at the earliest. */
  readonly since: CalendarDate;
  /** Whether they had a part in it. */
  readonly helped: boolean;
}

/** So many are told on a day, unless another number is chosen: each is a letter, not a circular. */
export const DEFAULT_PER_DAY = 3;
export const MOST_PER_DAY = 10;
/** Whoever tells more people than this is publishing. */
export const MOST_TOLD = 100;

/**
 * Whose turn it is on a day: the first of those who wait, as many as the day has room for. Who rests, for a hard time or by
 * the owner's wish, keeps their place and takes nobody's turn.
 */
export function turnsOn<R extends Recipient>(
  recipients: readonly R[],
  { perDay, today, rests }: { perDay: number; today: CalendarDate; rests: (personId: string) => boolean },
): readonly R[] {
  const toldToday = recipients.filter(({ toldOn }) => toldOn === today).length;
  return recipients
    .filter((one) => isWaiting(one) && !rests(one.personId))
    .sort((a, b) => a.place - b.place)
    .slice(0, Math.max(0, perDay - toldToday));
}

export function isWaiting({ toldOn, skippedOn }: Recipient): boolean {
  return toldOn === undefined && skippedOn === undefined;
}
