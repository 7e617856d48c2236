import type { CalendarDate } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import type { ExchangeKind } from '../words.ts';

/** One entry of the ledger. */
export interface Exchange {
  readonly kind: ExchangeKind;
  readonly text: string;
  readonly date: CalendarDate;
}

/** What lies further back weighs no more. */
const REMEMBERED_DAYS = 730;
/** Fewer than this says nothing about two people. */
const ENOUGH = 3;
/** So many times as much in one direction is one-sided. */
const ONE_SIDED = 3;
/** Thanks are owed while what was done is fresh. */
const OWED_DAYS = 90;

/**
 * What the ledger says of two people, kindly and in one sentence; undefined while it is even or there is little. Never a
 * number: it is there to be generous by, not to be settled.
 */
export function balanceSentence(
  exchanges: readonly Exchange[],
  { name, today }: { name: string; today: CalendarDate },
): string | undefined {
  const recent = exchanges.filter(({ date }) => date <= today && daysApart(date, today) <= REMEMBERED_DAYS);
  const count = (kinds: readonly ExchangeKind[]) => recent.filter(({ kind }) => kinds.includes(kind)).length;
  const given = count(['given']);
  const taken = count(['received', 'asked']);
  if (given + taken < ENOUGH) return undefined;
  if (taken >= ONE_SIDED * Math.max(1, given))
    return `${name} has done much for you of late. A thank-you, or something small in return, would be well placed.`;
  if (given >= ONE_SIDED * Math.max(1, taken))
    return `You have done much for ${name} of late. Asking for advice is a way of giving, too: let ${name} help.`;
  return undefined;
}

/** The newest thing they did that no thanks came after. */
export function thanksOwed(exchanges: readonly Exchange[], today: CalendarDate): Exchange | undefined {
  const newest = newestOf(exchanges, 'received', today);
  if (newest === undefined || daysApart(newest.date, today) > OWED_DAYS) return undefined;
  const thanked = newestOf(exchanges, 'thanked', today);
  return thanked !== undefined && thanked.date >= newest.date ? undefined : newest;
}

/** How long what somebody did is still worth telling others. */
const PRAISED_DAYS = 365;
/** Thanked face to face first, and not again the next day. */
const PRAISED_AFTER_DAYS = 7;

/** The newest thing they did that they were thanked for already: then it is said where others hear it. */
export function thanksInPublic(exchanges: readonly Exchange[], today: CalendarDate): Exchange | undefined {
  const newest = newestOf(exchanges, 'received', today);
  const thanked = newestOf(exchanges, 'thanked', today);
  if (newest === undefined || thanked === undefined || thanked.date < newest.date) return undefined;
  const isTime = daysApart(newest.date, today) <= PRAISED_DAYS && daysApart(thanked.date, today) >= PRAISED_AFTER_DAYS;
  return isTime ? newest : undefined;
}

/** The newest of a kind up to a day. */
export function newestOf(
  exchanges: readonly Exchange[],
  kind: ExchangeKind,
  today: CalendarDate,
): Exchange | undefined {
  return exchanges
    .filter((entry) => entry.kind === kind && entry.date <= today)
    .reduce<Exchange | undefined>((newest, entry) => (newest && newest.date >= entry.date ? newest : entry), undefined);
}
