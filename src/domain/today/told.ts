import { isThirdPerson, toGerund, withYou } from './grammar.ts';
import { DANGLING, moodOf, PAST, PRESENT } from './patterns.ts';
import { FINITE, turned, undated, withoutFurtherVerb } from './reading.ts';
import type { Reading, Told } from './thread.ts';

/** What a note says of a thing, as one says it later: of "the lease is signed" that the lease was signed. */

const LONGEST = 80;
/** What is thought, wanted or so for a while has no "was …ing". */
const STATES: Readonly<Record<string, string>> = {
  wants: 'wanted',
  needs: 'needed',
  hopes: 'hoped',
  likes: 'liked',
  loves: 'loved',
  hates: 'hated',
  prefers: 'preferred',
  seems: 'seemed',
  looks: 'looked',
  sounds: 'sounded',
  knows: 'knew',
  thinks: 'thought',
  means: 'meant',
  costs: 'cost',
  hurts: 'hurt',
  owns: 'owned',
  says: 'said',
  lives: 'lived',
};
const STILL_TO_COME = /[ ,](?:soon|tomorrow|next \p{L}+|on \p{L}+day|in (?:spring|summer|autumn|winter))$/iu;
/** "The old maps": what follows is no verb. */
const NO_NAME_YET = /^(?:the|your) (?:old|new|big|small|young|next|last|other|long|short|wild|local|good|best)$/i;
const MINE = /\b(?:I|me|my|mine|we|us|our|ours)\b/;

/**
 * The predicate of a thing, told later: "is signed" → "was signed", "goes by sea" → "was going by sea", "votes on the pilot
 * soon" → "was about to vote on the pilot". Undefined where its verb is not surely one, or it says something of the owner.
 */
export function toldOf(thing: string, predicate: string, reading: Reading): Told | undefined {
  if (moodOf(predicate) !== 'light' || MINE.test(predicate) || NO_NAME_YET.test(thing)) return undefined;
  const isComing = STILL_TO_COME.test(predicate);
  const whole = undated(withoutFurtherVerb(predicate));
  const [, adverb = '', verb = '', rest = ''] =
    /^((?:(?:now|also|just|still|already|finally) )*)(\p{L}+)(?: (.+))?$/u.exec(whole) ?? [];
  const found = laterOf(verb.toLowerCase(), { rest, isComing, isPlural: isPlural(thing) });
  if (found === undefined || DANGLING.test(rest)) return undefined;
  const after = rest === '' ? '' : turned(rest, reading);
  if (after === undefined) return undefined;
  const clause = `${thing} ${adverb.replace(/\bnow /, '')}${found.verb} ${after}`.replace(/ +/g, ' ').trim();
  return clause.length > LONGEST ? undefined : { clause, when: found.when };
}

function laterOf(
  verb: string,
  { rest, isComing, isPlural: many }: { readonly rest: string; readonly isComing: boolean; readonly isPlural: boolean },
): { readonly verb: string; readonly when: Told['when'] } | undefined {
  const was = many ? 'were' : 'was';
  if (verb === 'is' || verb === 'are')
    return rest === '' ? undefined : { verb: verb === 'is' ? 'was' : 'were', when: 'lasting' };
  if (verb === 'was' || verb === 'were') return rest === '' ? undefined : { verb, when: 'over' };
  if (verb === 'has' || verb === 'have') return rest === '' ? undefined : { verb: 'had', when: 'lasting' };
  if (verb === 'will') return rest === '' ? undefined : { verb: `${was} going to`, when: 'coming' };
  const state = STATES[verb];
  if (state !== undefined) return rest === '' ? undefined : { verb: state, when: 'lasting' };
  if (!many && (isThirdPerson(verb) || FINITE.has(verb) || PRESENT.test(`${verb} ${rest}`)) && /s$/.test(verb)) {
    const base = withYou(verb);
    return isComing
      ? { verb: `was about to ${base}`, when: 'coming' }
      : { verb: `was ${toGerund(base)}`, when: 'lasting' };
  }
  return PAST.test(verb) && !isComing ? { verb, when: 'over' } : undefined;
}

function isPlural(thing: string): boolean {
  return /[^sui]s$/.test(thing.split(/ (?:of|in|on|at|for|with|to|from|about) /)[0] ?? '');
}
