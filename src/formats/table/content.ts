import { safeParseDateCell } from '../csv/dates.ts';
import { safeParseProfileAddress } from '../linkedin/profile-address.ts';

/** What a value looks like by itself, whatever its column is called. */
export type Look = 'email' | 'profile' | 'url' | 'date' | 'phone' | 'words' | 'word' | 'other';

const EMAIL = /^(?:mailto:)?[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/i;
const NAME_WORD = /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*$/u;

export function looksLikeEmail(text: string): boolean {
  return EMAIL.test(text);
}

/** Whether it can be dialled: seven digits or more with what stands between them. */
function looksLikePhone(text: string): boolean {
  if (!/^(?:tel:)?\+?[\d\s()./-]{6,24}(?:(?:ext|x)\.? ?\d+)?$/i.test(text)) return false;
  const digits = text.replaceAll(/\D/g, '').length;
  return digits >= 7 && digits <= 16;
}

export function lookOf(cell: string): Look {
  const text = cell.trim();
  if (text.length > 300) return 'other';
  if (text.includes('@') && text.split(/[\s,;]+/).every((part) => part === '' || looksLikeEmail(part))) return 'email';
  if (safeParseProfileAddress(text) !== undefined && text.includes('/')) return 'profile';
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return 'url';
  if (/\d/.test(text) && !/^\d{4}$/.test(text) && isDate(text)) return 'date';
  if (looksLikePhone(text)) return 'phone';
  const words = text.split(/\s+/);
  if (words.length <= 5 && words.every((word) => NAME_WORD.test(word) || /^[\p{L}\p{M}'’-]+,$/u.test(word)))
    return words.length === 1 ? 'word' : 'words';
  return 'other';
}

function isDate(text: string): boolean {
  return (
    safeParseDateCell(text, { order: 'day-first' }) !== undefined ||
    safeParseDateCell(text, { order: 'month-first' }) !== undefined
  );
}
