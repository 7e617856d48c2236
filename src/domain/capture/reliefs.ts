import { foldText } from '../fold.ts';
import type { MomentKind } from '../words.ts';
import type { CapturedRelief } from './capture.ts';
import { FAMILY } from './lexicon.ts';
import type { Reading } from './reading.ts';

/** What was hard for somebody, or for theirs, and is over: nobody is asked how the hospital is once they are home. */

const BETTER =
  /(?:^| )(?:(?:out of|home from|back from|discharged from|released from) (?:the )?(?:hospital|clinic|rehab|intensive care)|(?:feeling|doing|getting) (?:much |a lot |so much |a bit )?better|(?:has |have |fully |completely )*recovered|in remission|cancer[- ]free|on the mend|(?:scan|scans|biopsy|results?|tests?) (?:is|are|was|were|came back) (?:all )?(?:clear|fine|good|negative))(?= |$)/;
const WORKING =
  /^(?:(?:has|have|finally|just) )*(?:found|got|started|landed) (?:a |the |(?:her|his|their) )?(?:new )?(?:job|role|position)(?= |$)/;
const NOT_SO = /(?:^| )(?:not|isnt|arent|never|hopes?|might|may|if|will|would|no longer)(?= |$)/;

const OF_HEALTH: readonly MomentKind[] = ['illness', 'hard-time'];
const OF_WORK: readonly MomentKind[] = ['job-loss'];

export function readReliefs(readings: readonly Reading[]): CapturedRelief[] {
  return readings.flatMap((reading): CapturedRelief[] => {
    if (reading.kind !== 'fact' && reading.kind !== 'note') return [];
    const said = foldText(reading.text).replaceAll(/[’']/g, '');
    if (NOT_SO.test(said)) return [];
    const ends = BETTER.test(said) ? OF_HEALTH : WORKING.test(said) ? OF_WORK : [];
    const kin = kinIn(said);
    return ends.length === 0 ? [] : reading.refs.map((ref) => ({ ref, ends, ...(kin === undefined ? {} : { kin }) }));
  });
}

const KIN = new RegExp(`^(?:(?!her |his |their )\\S+ )?(${FAMILY})(?=['’ ]|$)`, 'u');
const SAME: Readonly<Record<string, string>> = { mum: 'mother', mom: 'mother', dad: 'father' };

/** The relative a note begins with: that a mother is home again says nothing of her daughter's own illness. */
export function kinIn(text: string): string | undefined {
  const word = KIN.exec(foldText(text))?.[1];
  return word === undefined ? undefined : (SAME[word] ?? word);
}
