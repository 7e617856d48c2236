import type { PartialDate } from '../dates.ts';
import { foldText } from '../fold.ts';
import type { CapturedDeath, PersonRef } from './capture.ts';
import type { Cast } from './cast.ts';
import { timesOf } from './clauses.ts';
import { FAMILY } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { resolveMoment } from './resolve-when.ts';

/**
 * Who a line says has died, of those it names: “Tom died on Sunday”, “heard that Ada passed away”, “Tom’s funeral”. Of
 * somebody of theirs it is a loss of theirs instead, unless that one is named and known as well. Strict, since nothing is
 * proposed for them any more: “died laughing” is no death.
 */

const ASIDE = '(?:(?:has|have|had|was|is|are|~\\d+|sadly|suddenly|unexpectedly|peacefully|just|apparently|also|now) )*';
const GONE =
  'died(?! (?:laughing|inside|down|off|out|when|again|(?:her|his|their|the|my) |of (?:laughter|embarrassment|boredom|shame|curiosity)|a (?:little|thousand|hundred)|for (?:a|the|my|this|that)))|passed (?:away|on(?=$| ~\\d+$))|dead(?=$| ~\\d+$)|lost (?:her|his|their) (?:life|battle)|was killed|took (?:her|his|their) (?:own )?life|was buried';
const HEARD =
  '(?:(?:(?:i|we|she|he|they|just|only|also|@\\d+|~\\d+) )*(?:told (?:me|us|her|him|them|@\\d+)|said|mentioned|heard|learned|learnt|found out|was told|were told|been told|read|got (?:the )?news)(?: ~\\d+)?(?: (?:from|by|through) \\S+)?(?: ~\\d+)?(?: that)? )?';
const LEAD =
  '(?:(?:and|but|so|oh|btw|then|sadly|unfortunately|tragically|apparently|that|today|private :?|secret :?|~\\d+|on|in) )*';
const THEIR = `(?:(?:@\\d+ 's|her|his|their|my|our) (?:\\S+ ){0,2}?(?:${FAMILY}|friend|colleague|boss|teacher|neighbou?r|mentor|cousin) )?`;
const WHO = '((?:@\\d+(?: and @\\d+|(?=,))*)|she|he|they)';

const DIED = new RegExp(`^${LEAD}${HEARD}${LEAD}${THEIR}${WHO} ${ASIDE}(?:${GONE})`);
const BURIED =
  /(?:(?:funeral|burial|memorial|wake|death) (?:of|for) @(\d+)(?! 's))(?= |$)|@(\d+) 's (?:funeral|memorial(?: service)?|burial|cremation|wake)(?! (?:speech|home|parlou?r|business|director|service for))(?= |$)/;
const NOT_SO =
  /(?:^| )(?:not|never|nearly|almost|didnt|hasnt|might|may|could|would|will|if|feared|thought|dreamt|dreamed|when|since|before|after)(?= |$)/;
/** What says no more than that. */
const BARE = /^(?:(?:has|had|sadly|suddenly|unexpectedly|just|is|was) )*(?:died|passed away|passed on|dead|buried)$/;

export interface ReadDeaths {
  readonly deaths: readonly CapturedDeath[];
  /** Whose funeral it was: nobody is met at their own. */
  readonly buried: ReadonlySet<PersonRef>;
  /** Readings that say no more than that somebody died. */
  readonly bare: ReadonlySet<Reading>;
}

export function readDeaths(
  readings: readonly Reading[],
  { cast, today }: { readonly cast: Cast; readonly today: Temporal.PlainDate },
): ReadDeaths {
  const deaths = new Map<PersonRef, CapturedDeath>();
  const buried = new Set<PersonRef>();
  const bare = new Set<Reading>();
  for (const reading of readings) {
    const { pred } = reading.clause;
    const funeral = NOT_SO.test(pred) ? null : BURIED.exec(pred);
    for (const ref of funeral === null ? [] : named(reading, `@${funeral[1] ?? funeral[2]}`, cast)) {
      buried.add(ref);
      if (!deaths.has(ref)) deaths.set(ref, { ref });
    }
    const said = NOT_SO.test(pred) ? null : DIED.exec(pred);
    if (said === null) continue;
    const who = said[1] ?? '';
    const refs = who.startsWith('@') ? named(reading, who, cast) : 'refs' in reading ? reading.refs : [];
    const date = dayOf(reading, today);
    if (date === 'to come') continue;
    for (const ref of refs) deaths.set(ref, { ref, ...(date === undefined ? {} : { date }) });
    const words = reading.kind === 'fact' || reading.kind === 'note' ? (reading.undated ?? reading.text) : '';
    if (refs.length > 0 && (BARE.test(foldText(words)) || said[0].includes(' that '))) bare.add(reading);
  }
  return { deaths: [...deaths.values()], buried, bare };
}

function named({ clause }: Reading, who: string, cast: Cast): PersonRef[] {
  return [...who.matchAll(/@(\d+)/g)].flatMap(([, at]) => {
    const node = clause.nodes[Number(at)];
    return node?.kind === 'name' ? cast.refsOf(node.mention) : [];
  });
}

/** The day, or as much of it as “last week” and “in March” say; undefined when nothing is said. */
function dayOf({ clause }: Reading, today: Temporal.PlainDate): PartialDate | 'to come' | undefined {
  const time = timesOf(clause).find(({ moment }) => moment !== undefined);
  if (time?.moment === undefined) return undefined;
  const { from, to } = resolveMoment(time.moment, today, time.tense === 'unknown' ? 'past' : time.tense);
  if (Temporal.PlainDate.compare(from, today) > 0) return 'to come';
  const { year, month, day } = from;
  if (from.equals(to)) return { year, month, day };
  if (year !== to.year) return undefined;
  return month === to.month ? { year, month } : { year };
}
