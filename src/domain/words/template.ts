import { AppError } from '../errors.ts';
import { nearestFirst } from '../slips.ts';
import type { WordingUse } from '../words.ts';
import { sentencesOf } from './lines.ts';

/** What may stand between braces in a wording of one's own, and what comes there. */
export const PLACES = {
  name: 'what you call them',
  full: 'their whole name',
  thread: 'a sentence about what you know of them',
  last: 'when you were last in touch: “in August”',
  day: 'the day it is about: “on Saturday”',
  city: 'where they live',
  company: 'where they work',
  sender: 'your own name',
} as const;
export type Place = keyof typeof PLACES;
export type PlaceValues = Readonly<Partial<Record<Place, string>>>;

export const PLACE_NAMES = Object.keys(PLACES) as readonly Place[];
/** A greeting and a close are said to anybody. */
const PLACES_OF_FRAME: readonly Place[] = ['name', 'full', 'sender'];

/** The places one may use in a wording. */
export function placesFor(use: WordingUse): readonly Place[] {
  return use === 'greeting' || use === 'sign-off' ? PLACES_OF_FRAME : PLACE_NAMES;
}

/** @throws AppError `invalid` with the place that does not exist, and the one that was probably meant */
export function checkTemplate(text: string, use: WordingUse): void {
  const places = placesFor(use);
  for (const [written, inside] of text.matchAll(/\{([^{}]*)\}/g)) {
    if (places.some((place) => place === inside)) continue;
    const [near] = nearestFirst(inside ?? '', places);
    throw new AppError(
      'invalid',
      `${written} is no place for ${use === 'greeting' || use === 'sign-off' ? 'a greeting or a sign-off' : 'a detail'}. Did you mean {${near}}? There are: ${places.map((place) => `{${place}}`).join(', ')}.`,
    );
  }
  const alone = /[{}]/.exec(text.replace(/\{[^{}]*\}/g, ''));
  if (alone) throw new AppError('invalid', `A brace stands alone: “${around(text)}”. A detail is written as {name}.`);
}

/** What stands around the brace that has no other. */
function around(text: string): string {
  const blank = text.replace(/\{[^{}]*\}/g, (place) => ' '.repeat(place.length));
  const at = blank.search(/[{}]/);
  return text.slice(Math.max(0, at - 12), at + 12).trim();
}

/**
 * The words with every detail in its place. A sentence whose detail is not known of this person is left out; undefined when
 * nothing is left, or nothing but what could be said to anybody.
 */
export function filled(text: string, values: PlaceValues): string | undefined {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => {
      const kept = sentencesOf(line).filter((sentence) =>
        placesIn(sentence).every((place) => (values[place] ?? '') !== ''),
      );
      return { kept: kept.map((sentence) => withValues(sentence, values)).join(' '), empty: line.trim() === '' };
    });
  if (paragraphs.every(({ kept }) => kept === '')) return undefined;
  return paragraphs
    .filter(({ kept, empty }) => kept !== '' || empty)
    .map(({ kept }) => kept)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function placesIn(text: string): readonly Place[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(
    ([, inside]) => PLACE_NAMES.find((place) => place === inside) ?? [],
  );
}

/** All at once, so that a value with braces in it stays what it is; its own full stop gives way to the template's. */
function withValues(text: string, values: PlaceValues): string {
  return text
    .replace(/\{([^{}]*)\}/g, (written, inside: string) => {
      const place = PLACE_NAMES.find((name) => name === inside);
      return (place && values[place]) ?? written;
    })
    .replace(/([.!?…])\./g, '$1');
}
