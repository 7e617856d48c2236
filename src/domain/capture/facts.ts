import type { FactKind } from '../words.ts';
import { FAMILY } from './lexicon.ts';

/** What a statement tells about somebody. */
export interface FactReading {
  readonly kind: FactKind;
  /** Where the text of the fact begins in the read predicate. */
  readonly offset: number;
}

interface FactRule {
  readonly kind: FactKind;
  readonly pattern: RegExp;
  /** The matched words are left out, the kind says them: "loves sailing" is the interest "sailing". */
  readonly isLead?: boolean;
}

/** Of the statement, before what it says: "'s", "is", "has just". */
const AUXILIARY =
  /^(?:(?:'s|'re|'d|'ve|is|are|was|were|am|also|just|really|still|now|currently|very|so|always|recently|finally|quite|totally|absolutely|has been|have been|had been|been|being)(?: |$))*/;

function starting(kind: FactKind, pattern: string, isLead = false): FactRule {
  return { kind, pattern: new RegExp(`^(?:${pattern})(?![\\p{L}\\p{N}])`, 'u'), isLead };
}

function holding(kind: FactKind, pattern: string): FactRule {
  return { kind, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u') };
}

/** What makes a hard time, wherever it stands: "father is ill" is no family news. */
const HARDSHIP =
  'ill|sick|unwell|not well|isnt well|in hospital|hospitali[sz]ed|surgery|operation|cancer|tumou?r|diagnos\\w+|flu|covid|pneumonia|stroke|heart attack|dementia|alzheimers?|burn(?:t|ed) out|burnout|lost (?:her|his|their) (?:job|mother|father|mum|mom|dad|husband|wife|son|daughter|brother|sister|dog|cat|home|house)|laid off|was fired|got fired|made redundant|redundant|divorc\\w+|separated|separating|split up|broke up|break-?up|griev\\w+|passed away|(?<!(?:phone|laptop|computer|car|battery|drive|server) )died(?! (?:laughing|(?:her|his|their) ))|dying|death|funeral|miscarriage|marriage (?:ended|failed|broke down|fell apart|is over)|injur\\w+|broke (?:her|his|their|a|an) \\w+|accident|hard time|tough time|rough time|overwhelmed|depress\\w+|anxious|stressed|exhausted|bankrupt\\w*|failed|didnt get|didnt pass|lonely|homesick|in trouble';

/** In order: the first that fits decides. */
const RULES: readonly FactRule[] = [
  starting(
    'gift-idea',
    '(?:gift|present) ideas?(?: for (?:@\\d+|her|him|them))?(?: :| is| would be)?|(?:gifts?|presents?) for (?:@\\d+|her|him|them) :',
    true,
  ),
  starting(
    'need',
    'looking (?:for|to hire)|needs?(?: to find)?|searching for|hiring|seeking|in need of|could use|trying to find|hunting for|wants an intro\\w*|asked for',
  ),
  starting(
    'offer',
    'can (?:help|introduce|offer|lend|teach|show|connect|get|recommend)|could (?:help|introduce|lend|connect)|offer(?:ed|s|ing)|happy to|willing to|has a spare|knows somebody|knows someone|would be happy to',
  ),
  starting(
    'challenge',
    'struggl\\w+|worr\\w+|afraid|scared|nervous|stuck|having (?:a |some )?(?:trouble|problems?|difficult\\w*)|has (?:trouble|problems?|a problem)|recovering|fighting|going through|dealing with|fed up|having a (?:hard|tough|rough) time',
  ),
  holding('challenge', HARDSHIP),
  starting(
    'preference',
    'prefers?|hates?|dislikes?|cant stand|doesnt (?:like|drink|eat|want|do)|does not (?:like|drink|eat|want)|dont (?:like|eat|drink)|never (?:eats|drinks|answers|picks)|only (?:eats|drinks)|(?:vegetarian|vegan|pescatarian)(?! (?:place|restaurant|food|lunch|dinner|cafe|brunch))|allergic|intolerant|lactose|gluten|celiac|coeliac|teetotal|sober|kosher|halal|fav(?:ou)?rite|takes (?:her|his|their) (?:coffee|tea)|likes (?:her|his|their) (?:coffee|tea|steak)|best (?:reached|to)|would rather|rather not|avoids?|no (?:phone calls|calls|meat|alcohol|gluten|dairy|nuts)|drinks (?:only|no)|eats (?:only|no)',
  ),
  starting(
    'success',
    'won|winning|finish\\w+|passed|graduat\\w+|publish\\w+|achiev\\w+|completed|ran (?:a|the|her|his|their) (?:\\w+ )?marathon|defended|got (?:into|accepted|the (?:grant|prize|award|visa|scholarship))|accepted (?:at|into|to)|awarded|closed (?:a|the|her|his|their)|raised|launch\\w+|released|shortlisted|nominated|got (?:her|his|their) (?:degree|phd|licen[cs]e|diploma)',
  ),
  starting(
    'family',
    'became (?:a |the )?(?:\\w+ )?(?:grand)?(?:mother|father|parents?|dad|mum|mom|aunt|uncle)|(?:started|starting) a family',
  ),
  starting(
    'work',
    '(?:started|starts|starting|begins|began|will start)(?: (?:work|working|a new job|her new job|his new job|their new job|new job|a new role|as \\S+(?: \\S+)?))? (?:at|with|for|as)|(?:started|starts|starting|founded|founding|co-?founded|building|runs|sold|selling) (?:(?:a|her|his|their|own|the|new) )+(?:company|startup|business|firm|agency|shop|studio|consultancy)|starts (?:a |her |his |their )?new job|joined|joins|joining|works?|working (?:at|for|on|as|in)|(?:a |the )?new (?:job|role|position|boss|team)|(?:got|has|have|found|accepted|started|took|landed) (?:a |the |her |his |their )?(?:\\w+ )?(?:job|role|position|offer|raise|promotion)|(?:got |being )?promot\\w+|promotion|left (?:her|his|their|the) (?:job|company)|left @?\\S+$|leaving|quit\\w*|resign\\w*|retir\\w+|became|changed jobs|changing jobs|freelanc\\w+|consult\\w+|on sabbatical|runs (?:a|an|her|his|their|the)(?! (?:\\S+ )?(?:marathon|race|half|\\d))|manages|leads|leading|hired|(?:\\p{L}+ ){0,3}(?:founder|ceo|cto|cfo|coo|vp|head|lead|partner|president|chair|engineer|designer|developer|manager|director|professor|teacher|editor|consultant|analyst|nurse|doctor|lawyer|architect|researcher|scientist|owner|principal|chef|producer|investor|recruiter|accountant|advis[eo]r|curator|officer|secretary) (?:at|for|with)|(?:the |a |an )?(?:ceo|cto|cfo|coo|vp|head of|director|manager|founder)|an? (?:(?:retired|freelance|marine|civil|software|primary|school|music|social|medical|young|trained) )*\\p{L}*(?:ologist|ician|wright|smith|ographer|onomist|baker|teacher|nurse|doctor|engineer|designer|developer|lawyer|architect|carpenter|potter|gardener|farmer|chef|cook|barista|plumber|electrician|painter|writer|author|journalist|editor|translator|actor|actress|dancer|singer|violinist|pianist|photographer|filmmaker|pilot|midwife|therapist|psychologist|dentist|vet|pharmacist|chemist|physicist|biologist|scientist|professor|researcher|accountant|banker|judge|librarian|hairdresser|tailor|brewer|winemaker|beekeeper|fisherman|sailor|firefighter|paramedic|policewoman|policeman|builder|mason|welder|mechanic|social worker|worker)(?= |$)',
  ),
  starting('other', 'wants? to (?:grab|meet|catch up|have (?:a )?(?:lunch|coffee|dinner|drinks?|call|chat))'),
  starting(
    'goal',
    "wants?|would (?:like|love) to|'d (?:like|love) to|hop(?:es|ing|ed)|dream\\w*|aims?|aiming|plans? to|planning to|thinking (?:of|about)|considering|saving (?:up )?for|training for|(?:\\w+ )?goal is|applying|working towards?|trying to",
  ),
  starting(
    'interest',
    'lov(?:es|ed|ing)|likes|enjoys?|(?:really )?into|(?:a )?(?:big |huge )?fan of|keen on|interested in|passionate about|obsessed with|crazy about|curious about|fascinated by|mad about',
    true,
  ),
  starting(
    'interest',
    'learning|taking up|took up|plays|playing|collects|reading|studying|started \\w+ing|starting \\w+ing|practi[cs]\\w+|training|writing (?:a|her|his|their)|sings|paints|knits|climbs|surfs|sails|hobby',
  ),
  starting(
    'family',
    `(?:${FAMILY})|expecting|pregnant|engaged|married|marrying|getting (?:married|engaged)|got (?:married|engaged|a (?:dog|puppy|cat|kitten))|gave birth|wedding|(?:has|have|had) (?:\\S+ ){0,3}(?:${FAMILY})|single|widow\\w*|adopt\\w+|dating`,
  ),
  starting(
    'other',
    'mov(?:ed|es|ing)|relocat\\w+|lives?|living|bought|buying|sold|selling|renovat\\w+|travel\\w*|on holiday|on vacation|going to|went to|from (?=\\p{L})|grew up|speaks|visiting|turn(?:s|ed|ing) \\d+|celebrat\\w+|back (?:from|in)|staying|spend\\w*|spent|flying|has (?:a|an|two|three|four|five)',
  ),
];
/** A family word inside any statement about somebody else's life: "her eldest daughter …", "youngest son". */
const POSSESSED_FAMILY = new RegExp(
  `^(?:(?:own|new|first|second|third|elder|eldest|older|oldest|younger|youngest|middle|little|late|ex|former|whole|two|three|four|twin) )*(?:${FAMILY})(?![\\p{L}\\p{N}])`,
  'u',
);

/**
 * What kind of fact a predicate is, or undefined when it tells nothing lasting.
 * @param predicate folded, behind the subject
 * @param owned said of something of theirs: "Ada's daughter", "her job"
 */
export function readFact(predicate: string, owned: boolean): FactReading | undefined {
  const auxiliary = AUXILIARY.exec(predicate)?.[0].length ?? 0;
  const said = predicate.slice(auxiliary);
  if (said === '') return undefined;
  if (
    owned &&
    POSSESSED_FAMILY.test(said) &&
    !new RegExp(`(?<![\\p{L}\\p{N}])(?:${HARDSHIP})(?![\\p{L}\\p{N}])`, 'u').test(said)
  ) {
    return { kind: 'family', offset: auxiliary };
  }
  for (const { kind, pattern, isLead = false } of RULES) {
    const match = pattern.exec(said);
    if (match === null) continue;
    const isWhole = match[0].length === said.length;
    // "moved to Leipzig and loves it" names no interest
    if (isLead && (isWhole || /^(?:it|that|this|them|her|him)(?: |$)/.test(said.slice(match[0].length).trim())))
      continue;
    return { kind, offset: auxiliary + (isLead ? match[0].length : 0) };
  }
  return undefined;
}

/** "would love a Leica as a gift": the thing wished for, as offsets of the predicate. */
export function readGiftWish(predicate: string): { start: number; end: number } | undefined {
  const lead = /^(?:'d|would|wants?|will)? ?(?:really )?(?:love|like|enjoy|wants?)? ?/.exec(predicate)?.[0] ?? '';
  const tail = / (?:as an? (?:gift|present)|for (?:her|his|their) birthday|for (?:christmas|xmas|hanukkah))\b/.exec(
    predicate,
  );
  if (lead.trim() === '' || tail === null || tail.index <= lead.length) return undefined;
  return { start: lead.length, end: tail.index };
}
