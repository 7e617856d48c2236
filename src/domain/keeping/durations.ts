import { rhythmParts } from './rhythm.ts';

const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** 40 as `forty`; digits from 100 on. */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) return String(value);
  if (value < 20) return SMALL[value] ?? String(value);
  const tens = TENS[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? tens : `${tens}-${SMALL[value % 10] ?? ''}`;
}

/** 40 as `fortieth`; `101st` from 100 on. */
export function ordinalInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) return `${value}${suffixOf(value)}`;
  const words = numberInWords(value);
  const cut = words.lastIndexOf('-') + 1;
  const last = words.slice(cut);
  const ordinal = ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return words.slice(0, cut) + ordinal;
}

/** How long, as one says it of a silence: `94 days`, `five months`, `three years`. */
export function durationText(days: number): string {
  if (days <= 1) return 'a day';
  if (days < 120) return `${days <= 12 ? numberInWords(days) : days} days`;
  if (days < 700) return `${numberInWords(Math.round(days / 30.44))} months`;
  return `${numberInWords(Math.round(days / 365.25))} years`;
}

/** How often, in words, of a chosen rhythm: `every week`, `every three months`. */
export function rhythmInWords(days: number): string {
  const [count, unit] = rhythmParts(days);
  return count === 1 ? `every ${unit}` : `every ${numberInWords(count)} ${unit}s`;
}

/** How often, of a gap that was only observed and so is rounded to what one would say: 17 days are `every two weeks`. */
export function frequencyText(gapDays: number): string {
  if (gapDays < 1.5) return 'every day';
  if (gapDays < 5.5) return `every ${numberInWords(Math.round(gapDays))} days`;
  const [count, unit] =
    gapDays < 25
      ? [Math.round(gapDays / 7), 'week']
      : gapDays < 330
        ? [Math.round(gapDays / 30.44), 'month']
        : [Math.round(gapDays / 365), 'year'];
  return Number(count) === 1 ? `every ${unit}` : `every ${numberInWords(Number(count))} ${unit}s`;
}

function suffixOf(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
