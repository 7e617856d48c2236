import { toCalendarDate } from '../dates.ts';
import { foldText } from '../fold.ts';
import { isHard } from '../keeping/moments.ts';
import type { FactKind, MomentKind } from '../words.ts';
import type { CapturedMoment } from './capture.ts';
import { timesOf } from './clauses.ts';
import { FAMILY } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { resolveMoment } from './resolve-when.ts';

/**
 * What happened in somebody's life, among what a line tells of them. Careful on both sides: what is only a state ("is
 * married") or still to come is no news, and a hard time, which silences everything cheerful for months, has to be a grave one.
 */

interface MomentRule {
  readonly kind: MomentKind;
  readonly pattern: RegExp;
}

const ANY = [
  'mother',
  'father',
  'mum',
  'mom',
  'dad',
  'parents?',
  'husband',
  'wife',
  'partner',
  'son',
  'daughter',
  'baby',
  'child',
  'brother',
  'sister',
  'twin',
  'grand(?:mother|father|ma|pa|son|daughter)',
  'aunt',
  'uncle',
  'cousin',
  '(?:best )?friend',
].join('|');
const PETS = 'dog|cat|puppy|kitten|horse|pet|rabbit';
const THEIR = '(?:her|his|their)';
const LIMB = 'leg|arm|wrist|ankle|foot|hip|hand|collarbone|shoulder|back|neck|nose|rib|elbow|knee|finger';

function rule(kind: MomentKind, pattern: string): MomentRule {
  return { kind, pattern: new RegExp(`^(?:${pattern})(?![\\p{L}\\p{N}])`, 'u') };
}

const GRAVE = `(?:back )?in (?:the )?hospital|in rehab|(?:starts|started|starting|begins|began|having|needs) (?:\\S+ )?(?:chemo\\w*|radiotherapy)|(?:nearly|almost) died|fell and broke|hospitali[sz]ed|(?:had|recovering from) (?:\\S+ ){0,3}(?:surgery|operation|stroke(?! of)|heart attack|accident|chemo\\w*)|(?:diagnosed|ill) with (?:\\S+ ){0,3}\\S+|(?:has|got|fighting) (?:\\S+ ){0,2}(?:cancer|leuk\\w+|a tumou?r)|broke ${THEIR} (?:\\S+ )?(?:${LIMB})`;

const PARENTAL = 'mother|father|mum|mom|dad|parents?|husband|wife|partner|grand(?:mother|father|ma|pa)';
/** Said of theirs: a child is "sick" every winter, a father who "is ill" is not. */
const GRAVE_OF_THEIRS = `(?:${GRAVE})|(?:${PARENTAL}) (?:\\S+ ){0,2}(?:is|has been|are|fell|'s) (?:\\S+ )?ill|(?:\\S+ ){1,3}(?:is |was |'s |has been |are |fell )?(?:very|seriously|gravely|critically|terminally|really) (?:ill|sick)|(?:\\S+ ){1,3}(?:is |'s |are )?(?:dying|in (?:a |the )?(?:hospice|intensive care|icu|coma))|(?:\\S+ ){1,3}(?:has |have |got |with )(?:\\S+ ){0,2}(?:dementia|alzheimers?|parkinsons?|cancer|leuk\\w+)`;

const HOME_LOST = rule(
  'hard-time',
  '(?:house|flat|home|apartment|shop|place) (?:\\S+ )?(?:was |were |got )?(?:burgled|broken into|burn(?:ed|t) down|flooded|robbed)',
);

/** Of somebody's own life, in order: the first that fits decides. */
const OWN: readonly MomentRule[] = [
  HOME_LOST,
  rule('job-loss', `lost ${THEIR} job|(?:was |got |been )*(?:laid off|fired(?! up)|made redundant|let go)`),
  rule('loss', `(?:lost|buried) ${THEIR} (?:\\S+ )?(?:${ANY})(?!['’]s)|had a (?:miscarriage|stillbirth)`),
  rule(
    'hard-time',
    `lost ${THEIR} (?:${PETS}|home|house)(?!['’]s)|(?:was |were |got )*(?:burgled|mugged|robbed|attacked|evicted)`,
  ),
  rule(
    'separation',
    '(?:got|getting|filed for|going through) (?:a |the )?(?:divorced?|separat(?:ed|ion))|divorcing|split up|broke up with|broke up(?= ?$)|separated(?= ?$)|separated from|(?:her|his) (?:husband|wife) left|called off (?:the |her |his |their )(?:wedding|engagement)',
  ),
  rule(
    'illness',
    `${GRAVE}|(?:very|seriously|gravely|critically|terminally) (?:ill|sick)|in (?:a |the )?(?:hospice|intensive care|icu|coma)`,
  ),
  rule(
    'hard-time',
    '(?:having|going through|has|had) (?:a |some )?(?:very |really )?(?:hard|tough|rough|difficult) (?:time|times|period|patch|year|months)|burn(?:ed|t) out|bankrupt|went bankrupt',
  ),
  rule('promotion', `(?:got |been |was )?promoted|got (?:a|the|${THEIR}) (?:\\S+ )?promotion|promotion|made partner`),
  rule(
    'promotion',
    'became (?:the )?(?:new )?(?:\\S+ )?(?:head|ceo|cto|cfo|coo|director|partner|professor|president|chair|principal|manager|lead|editor)',
  ),
  rule(
    'job',
    `(?:got|found|landed|accepted|started) (?:a |the |${THEIR} )?(?:(?!an? |the )\\S+ ){0,2}(?:job|role|position)(?! for )(?! (?:offer|interview|ad)s?(?: |$))|(?:has |have )?(?:a |the )?new (?:job|role|position)`,
  ),
  rule(
    'birth',
    `had (?:a |an |${THEIR} |the )?(?:\\S+ )?(?:baby|babies|twins|triplets|boy|girl|son|daughter|child)|gave birth|became (?:a )?(?:mother|father|dad|mum|mom|parents)(?! of the)`,
  ),
  rule('engagement', 'got engaged|engaged(?! (?:in|with|by))'),
  rule(
    'wedding',
    `got married|tied the knot|married (?:${THEIR} (?:\\S+ )*(?:boyfriend|girlfriend|partner|fianc\\w+|love|sweetheart))`,
  ),
  rule(
    'graduation',
    `graduated|(?:defended|finished|submitted) ${THEIR} (?:\\S+ )?(?:thesis|phd|doctorate|dissertation|degree|studies|apprenticeship|masters?)|got ${THEIR} (?:\\S+ )?(?:degree|phd|doctorate|diploma)`,
  ),
  rule(
    'award',
    '(?:won|awarded|was awarded|got|received) (?:a |an |the |this |her |his |their )?(?:\\S+ ){0,5}(?:prize|award|medal|scholarship|grant|fellowship|honou?rs?)',
  ),
  rule(
    'achievement',
    `won (?:a|an|the|${THEIR}) (?!argument|bet|game|match|toss|round)\\S+|ran (?:a|the|${THEIR}) (?:\\S+ )?marathon|published|passed (?:the|${THEIR}) (?:\\S+ )*(?:exam|exams|test|bar|viva|finals)|launched(?! into)|raised (?:\\S+ )*(?:round|seed|funding|million)|released (?:a|an|the|${THEIR}) (?:\\S+ )?(?:album|book|single|film|record|podcast|game|app|song|ep)`,
  ),
  rule('move', 'moved (?:\\S+ )?(?:house|flat|home)|(?:moved|relocated) (?:back )?to(?= \\S)'),
  rule(
    'good-news',
    `bought (?:a|an|the|${THEIR}) (?:\\S+ )?(?:house|flat|apartment)|became (?:a |an )?(?:\\S+ )?(?:grand(?:mother|father|parents|ma|pa)|aunt|uncle)|adopted (?:a|an|two) (?:\\S+ )?(?:boy|girl|child|children|baby|son|daughter)`,
  ),
];

/** Of those and what is theirs: only what is theirs to bear or to be glad of. */
const OF_THEIRS: readonly MomentRule[] = [
  rule('hard-time', `(?:\\S+ )?(?:${PETS}) (?:\\S+ ){0,3}(?:died|passed away|was put down)`),
  rule(
    'loss',
    `(?:\\S+ ){0,3}(?:${FAMILY}|friend|colleague|boss|teacher|neighbou?r|mentor) (?:\\S+ ){0,3}(?:died|passed away|passed on|(?:was )?killed)`,
  ),
  HOME_LOST,
  rule('illness', 'surgery|operation'),
  rule('separation', 'marriage (?:\\S+ )?(?:broke (?:up|down)|is over|ended|fell apart|failed)'),
  rule('hard-time', `(?:\\S+ ){1,4}(?:is |was |'s |has |had |are )?(?:just |been )?(?:${GRAVE})|${GRAVE_OF_THEIRS}`),
  rule(
    'birth',
    '(?:\\S+ ){0,3}(?:baby|son|daughter|twins|boy|girl|child) (?:\\S+ )?(?:was|were|is|are) (?:just )?born',
  ),
  rule(
    'birth',
    '(?:wife|partner|girlfriend|husband) (?:\\S+ )?(?:had (?:a |their )?(?:\\S+ )?(?:baby|twins)|gave birth)',
  ),
  rule('birth', 'baby (?:\\S+ )?(?:arrived|is here|came)'),
  rule('job', 'new (?:job|role|position)(?= (?:at|with|in|as) | *$)'),
  rule('promotion', 'promotion(?= (?:to|came) | *$)'),
  rule('wedding', 'wedding was'),
];

/** What is private is said nowhere again: of a hard time only that it is one. */
const IN_CONFIDENCE = 'Something private';

const KIN_FIRST = new RegExp(`^(?:\\S+ )?(?:${FAMILY}|${PETS}) (?=\\S)`, 'u');
/** Whose text has lost the words that tell news from a state. */
const STATE = /(?:'s|'re|is|are|was|were) (?:(?!getting |being )\S+ )?(?:married|divorced|separated)(?= |$)/;
const NOW_WORKS = /(?:^| )(?:'s|is) now (?=\S)/;
/** "Moved to the next chapter": where people move begins with a capital, or is a place all the same. */
const MOVED_ELSEWHERE = /^(?:moved|relocated) (?:back )?to (?!\p{Lu}|the (?:coast|country|city|sea|mountains|\p{Lu}))/u;
const STILL_TO_COME =
  /(?:^| )(?:will|'ll|would|might|may|wants?|hopes?|if|going to|not|didnt|hasnt|never|(?:almost|nearly)(?! died))(?= |$)/;

/** @param learned the day of the conversation, for what is told without a day */
export function readMoments(
  readings: readonly Reading[],
  { today, learned }: { readonly today: Temporal.PlainDate; readonly learned: Temporal.PlainDate },
): CapturedMoment[] {
  const moments = new Map<string, CapturedMoment>();
  for (const reading of readings) {
    if (reading.kind !== 'fact' && reading.kind !== 'note') continue;
    const funeral = FUNERAL_OF_THEIRS.exec(reading.undated ?? reading.text)?.[1];
    const text = funeral ?? (reading.undated ?? reading.text).replace(/ (?:since|from|by|until|is|are|was|were)$/, '');
    const happened = funeral === undefined ? momentKind(reading, text) : isTold(reading) ? 'loss' : undefined;
    const heard = Temporal.PlainDate.compare(learned, today) > 0 ? today : learned;
    const date =
      happened === undefined
        ? undefined
        : (funeral !== undefined || happened === 'illness') && IS_TO_COME.test(reading.clause.pred)
          ? heard
          : dayOf(reading, today, learned);
    if (happened === undefined || date === undefined) continue;
    const isHeldBack = reading.isPrivate;
    if (isHeldBack && !isHard(happened)) continue;
    const [kind, said] = isHeldBack ? (['quiet-time', IN_CONFIDENCE] as const) : [happened, text];
    for (const ref of reading.refs)
      moments.set(`${ref} ${kind}`, { ref, kind, text: said, date: toCalendarDate(date) });
  }
  return [...moments.values()];
}

/** "Went to Ada's father's funeral", "her father's funeral was on Sunday". */
const FUNERAL_OF_THEIRS = new RegExp(
  `(?:^|['’]s |(?:her|his|their) )((?:\\S+ )?(?:${ANY})['’]s (?:funeral|memorial(?: service)?|burial|cremation|wake))(?![\\p{L}\\p{N}])`,
  'iu',
);

/** Of a funeral or an operation: its day is still to come, and what it is about has come before. */
const IS_TO_COME = / (?:is|will be) ~\d|(?:^| )(?:starts|begins|having|needs)(?: \S+){0,3} ~\d/;
const isTold = ({ clause }: Reading): boolean => !STILL_TO_COME.test(clause.pred);

function momentKind(reading: Extract<Reading, { kind: 'fact' | 'note' }>, text: string): MomentKind | undefined {
  const { pred } = reading.clause;
  if (!isTold(reading) || STATE.test(pred) || MOVED_ELSEWHERE.test(text)) return undefined;
  const fact: FactKind = reading.kind === 'fact' ? reading.fact : 'other';
  if (NEVER.has(fact)) return undefined;
  const said = foldText(text).replaceAll(/[’']/g, "'");
  const isOfTheirs = (reading.kind === 'fact' && reading.isOfTheirs === true) || KIN_FIRST.test(said);
  const found = (isOfTheirs ? OF_THEIRS : OWN).find(({ pattern }) => pattern.test(said))?.kind;
  if (found !== undefined || isOfTheirs) return found;
  if (fact === 'family') return /^married \p{Lu}/u.test(text) ? 'wedding' : undefined;
  if (AT_A_NEW_PLACE.test(text)) return 'job';
  return fact === 'work' && NOW_WORKS.test(pred) && / (?:at|of|for) \p{Lu}/u.test(text) ? 'job' : undefined;
}

/** "joined Kanda", "started at Acme", not "joined the gym", "started with the good news". */
const AT_A_NEW_PLACE = /^(?:joined|started (?:(?:work|working) )?(?:at|with|for)) \p{Lu}/u;
const NEVER: ReadonlySet<FactKind> = new Set([
  'goal',
  'need',
  'offer',
  'interest',
  'preference',
  'gift-idea',
  'how-we-met',
]);

/** "Last year" and "in spring" name no day that weeks and months could be counted from. */
const LONGEST_SPAN_DAYS = 31;

/** Undefined for a day still to come, when it has not happened, and for a stretch too long to count from. */
function dayOf(
  { clause }: Reading,
  today: Temporal.PlainDate,
  learned: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const time = timesOf(clause).find(({ moment }) => moment !== undefined);
  if (time?.moment === undefined) return Temporal.PlainDate.compare(learned, today) > 0 ? today : learned;
  const { from, to } = resolveMoment(time.moment, today, time.tense === 'unknown' ? 'past' : time.tense);
  if (from.until(to, { largestUnit: 'days' }).days > LONGEST_SPAN_DAYS) return undefined;
  return Temporal.PlainDate.compare(from, today) > 0 ? undefined : from;
}
