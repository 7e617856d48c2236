import { fold } from '../fold.ts';
import { sharesWords } from '../today/thread.ts';

/** Who would enjoy each other at one table: shared interests, a language, some who know each other, and one new face. */

export interface PossibleGuest {
  readonly id: string;
  /** What one calls them. */
  readonly called: string;
  /** 0 to 1. */
  readonly closeness: number;
  /** In their own words; nothing private. */
  readonly interests: readonly string[];
  /** BCP 47; empty when nothing is known. */
  readonly languages: readonly string[];
  readonly isNear: boolean;
  /** Met at most a few times. */
  readonly isNew: boolean;
  /** Whom of the others they know: by a tie, or because they were together with the owner. */
  readonly knows: ReadonlySet<string>;
}

export interface SeatedGuest {
  readonly id: string;
  readonly why: string;
  readonly newFace: boolean;
}

const WEIGHT = { closeness: 3, interest: 2, knows: 1, near: 1, knowsAll: -1, noLanguage: -4 } as const;
const MOST_SHARED = 3;

/**
 * Seats guests beside those who are coming already, one by one, each the one who fits the table best; the last seat is a new
 * face's. Few are suggested rather than anybody who fits nobody.
 */
export function guestMix(
  possible: readonly PossibleGuest[],
  { seated, size }: { seated: readonly PossibleGuest[]; size: number },
): SeatedGuest[] {
  const table = [...seated];
  const guests: SeatedGuest[] = [];
  const left = new Map(
    possible.filter(({ id }) => !seated.some((one) => one.id === id)).map((guest) => [guest.id, guest]),
  );
  const hasNewFace = seated.some(({ isNew }) => isNew) || ![...left.values()].some(({ isNew }) => isNew);
  const take = (isNew: boolean): void => {
    const [best] = [...left.values()]
      .filter((guest) => guest.isNew === isNew)
      .map((guest) => ({ guest, worth: worthOf(guest, table) }))
      .sort((a, b) => b.worth - a.worth || (a.guest.id < b.guest.id ? -1 : 1));
    if (best === undefined || (best.worth <= 0 && table.length > 0)) return;
    guests.push({ id: best.guest.id, why: whyOf(best.guest, table), newFace: isNew });
    table.push(best.guest);
    left.delete(best.guest.id);
  };
  while (table.length < size - (hasNewFace ? 0 : 1)) {
    const before = table.length;
    take(false);
    if (table.length === before) break;
  }
  if (!hasNewFace && table.length < size) take(true);
  return guests;
}

function worthOf(guest: PossibleGuest, table: readonly PossibleGuest[]): number {
  const shared = table.filter((other) => sharedInterest(guest, other) !== undefined).length;
  const known = table.filter((other) => knowEachOther(guest, other)).length;
  const speaks = table.length === 0 || table.some((other) => commonLanguage(guest, other) !== null);
  return (
    guest.closeness * WEIGHT.closeness +
    Math.min(shared, MOST_SHARED) * WEIGHT.interest +
    Math.min(known, 2) * WEIGHT.knows +
    (guest.isNear ? WEIGHT.near : 0) +
    // Where all know each other there is nobody to discover.
    (table.length > 2 && known === table.length ? WEIGHT.knowsAll : 0) +
    (speaks ? 0 : WEIGHT.noLanguage)
  );
}

function whyOf(guest: PossibleGuest, table: readonly PossibleGuest[]): string {
  const shares = table.flatMap((other) => {
    const interest = sharedInterest(guest, other);
    return interest === undefined ? [] : [{ other, interest }];
  })[0];
  const friend = table.find((other) => knowEachOther(guest, other) && other !== shares?.other);
  const tongue = table.find((other) => typeof commonLanguage(guest, other) === 'string');
  const language = tongue === undefined ? null : commonLanguage(guest, tongue);
  const parts = [
    ...(guest.isNew ? ['a new face at your table'] : []),
    ...(shares === undefined ? [] : [`cares for ${shares.interest}, as ${shares.other.called} does`]),
    ...(friend === undefined ? [] : [`knows ${friend.called}`]),
    ...(shares === undefined && friend === undefined && tongue !== undefined && typeof language === 'string'
      ? [`speaks ${languageName(language)}, as ${tongue.called} does`]
      : []),
  ];
  if (parts.length === 0) parts.push(guest.isNear ? 'close to you, and lives near' : 'close to you');
  const text = parts.join(', and ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function sharedInterest(a: PossibleGuest, b: PossibleGuest): string | undefined {
  return a.interests.find((mine) =>
    b.interests.some((theirs) => fold(mine) === fold(theirs) || sharesWords(mine, theirs)),
  );
}

const knowEachOther = (a: PossibleGuest, b: PossibleGuest): boolean => a.knows.has(b.id) || b.knows.has(a.id);

const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** A language both speak; undefined where of one nothing is known, null where they share none. */
function commonLanguage(a: PossibleGuest, b: PossibleGuest): string | undefined | null {
  if (a.languages.length === 0 || b.languages.length === 0) return undefined;
  const theirs = new Set(b.languages.map(primary));
  return a.languages.map(primary).find((tag) => theirs.has(tag)) ?? null;
}

function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}
