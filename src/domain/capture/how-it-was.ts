import type { RevivalRating } from '../words.ts';

/** How it was to be in touch again after years, in the words of a line. */

const HOW: readonly (readonly [RevivalRating, RegExp])[] = [
  [
    'rest',
    /\b(?:(?:let|leave|leaving|letting) (?:it|this|that|the tie|things) (?:rest|be|at that)|better left|(?:won[’']?t|not) (?:try|write|do (?:it|that)) again|nothing left to say)\b/iu,
  ],
  [
    'so-so',
    /\b(?:(?:a bit |rather |quite |somewhat )?(?:awkward|stiff|stilted|strained|distant|flat|forced|lukewarm)|so-so|meh|not much to say|little to say|hard to find (?:words|a topic))\b/iu,
  ],
  [
    'glad',
    /\b(?:(?:lovely|great|wonderful|brilliant|fantastic|delightful|heart-?warming|a joy|a delight)|(?:so |really |very )?good to (?:see|hear|talk|catch up)|as if (?:no time had|we had never)|(?:so |really |very )?glad (?:that )?(?:i|we) (?:did|wrote|called|met|caught)|picked up where we left)\b/iu,
  ],
];

/** Undefined where the line does not say. The harder word counts: “lovely, and a bit awkward” is no clear joy. */
export function howItWas(text: string): RevivalRating | undefined {
  return HOW.find(([, pattern]) => pattern.test(text))?.[0];
}
