import type { Thread } from './thread.ts';

/*
 * What notes look like. Each pattern is a guess that may be wrong only on the safe side: what matches none of them is quoted
 * as it stands, and what may hurt or was told in confidence is left out.
 */

/** Somebody or something is gone. */
export const LOSS =
  /\b(died|dies|death|dead|passed away|funeral|killed|suicide|miscarriage|stillb\w+|lost (?:her|his|their) (?:mother|father|mum|mom|dad|brother|sister|son|daughter|husband|wife|partner|parents?|child|baby|friend|dog|cat|grand\w+|uncle|aunt))\b/i;
/** Illness and other hard things. */
export const HEAVY =
  /\b(ill|illness|sick|surgery|operation|hospital\w*|cancer|chemo\w*|tumou?r|stroke|dementia|alzheimer\w*|diagnos\w*|divorc\w*|separat\w+|broke up|laid off|redundan\w+|fired|lost (?:the|a|her|his|their) (?:job|work|position|licen[cs]e|house|home)|depress\w*|burn-?out|anxi\w+|accident|bankrupt\w*|dying|pain|unemployed|addict\w*|in care|sad|hard time|struggl\w+|mourn\w*|grie[fv]\w*)\b/i;
/** Notes to oneself, which must never reach the other: "Don't bring up the move". */
export const CAUTION =
  /^(?:do not|don’t|never|avoid|careful|beware|not to|no need|mustn’t|must not|remember to|todo|to do|secret|confidential|private)\b/i;
/** A word that closes the whole note: what was told in confidence stays there. */
export const SECRET =
  /\b(?:secret|secretly|confidential\w*|in confidence|between us|off the record|(?:do not|don’t|not to) (?:tell|repeat|mention)|keep (?:it|this) (?:quiet|to))\b/i;
/** Greetings and clicks hold nothing to pick up. */
export const EMPTY =
  /^(?:(?:merry|happy) |(?:liked|reacted|thumbs|congrats|thanks|thank you|hello|hi|hey|emoji|sticker)\b)/i;
/** Dislikes are for the owner to know. */
export const UNKIND = /^(?:hates|dislikes|can’t|cannot|doesn’t|does not|allergic|no )/i;

/** What was talked about: the preposition or question word, and the rest. */
export const ABOUT =
  /^(?:(?:we|she|he|they|i)\s+)?(?:had a (?:good |long |nice |quick |short )?(?:talk|chat|conversation)|long talk|talked|talking|talk|spoke|speaking|chatted|chatting|chat|discussed|discussing|argued|debated|asked|asks|wrote|writes|emailed|e-mailed|texted|messaged|called|phoned|rang|told me|telling me|mentioned|mentions|caught up|catching up|conversation|exchange|news|thinking|curious|excited|complained|complaining|lots|all|mostly)\s*(?:a lot |at length |mostly |again |me )?(about|on|over|whether|how|why|what|if)?\s+(.+)$/i;
/** The meeting itself: its noun, and the rest. */
export const EVENT =
  /^(?:(?:an?|the|our|another|overdue|long|quick|short|nice|good|great|lovely|first|brief|late|early|happy|had|met for|went for|business|team|family|birthday|video|phone)\s+)*(lunch|dinner|coffee|breakfast|brunch|walk|drinks?|tea|hike|run|calls?|catch[ -]?up|chat|visit|picnic|concert|meeting|meetup|mixer|workshop|conference|trip|game|film|museum|swim|beers?|barbecue|party|wedding)\b(.*)$/i;
/** What one attends rather than has together. */
export const ATTENDED = /^(?:concert|mixer|workshop|conference|game|film|museum|party|wedding|meetup)$/;
/** Nouns that want an article: "the exam", but "tidal power". */
export const COUNTED =
  /^(?:\w+ ){0,2}(?:exam|thesis|interview|surgery|operation|job|house|flat|apartment|move|wedding|trip|holiday|project|startup|company|book|paper|talk|garden|kitchen|marathon|race|concert|exhibition|studio|boat|application|visa|promotion|renovation|degree|course|car|bike|band|choir|novel|podcast|grant|deadline|role|team|conference|school|play|film|house-hunt|permit|barrier|bakery|shop|restaurant)(?: (?:in|on|at|for|with|of|about) .+)?$/i;
/** Words that only English has, so that a longer phrase is known to be one. */
export const FUNCTION_WORD = /\b(?:of|for|on|at|with|to|the|from|and|between|by|without|through)\b/;
/** "planning a trip", but not "sailing trip". */
export const GERUND_CLAUSE = /^\p{L}+ing (?:an?|the|to|for|at|on|in|her|his|their|about|with|new|from|as) /iu;
/** A word that makes a clause of a noun before it. */
export const FINITE = /^(?:is|was|are|were|has|had|have|will|would|can|could|got|went|came|\p{Ll}+s|\p{Ll}+ed)$/u;
/** A job by its name: "marine geologist at Kiel", "Head of Research". */
export const ROLE =
  /^(?:[\p{L}-]+ ){0,3}(?:\p{L}+(?:ist|eer|ician|tor|ian)|head|chief|lead|manager|director|nurse|doctor|teacher|lawyer|designer|developer|writer|baker|cook|chef|farmer|founder|partner|consultant|professor|lecturer|student|officer|assistant|analyst|accountant|architect|researcher|minister|judge|midwife|carpenter|painter|photographer|producer|programmer|researcher|CEO|CTO|CFO|COO)\b(?: (?:of|at|for|in|with) .+)?$/iu;

/** "her thesis is almost done", "Ada's thesis is almost done". */
export const OWNED_CLAUSE =
  /^(?:her|his|their) (?:\S+ ){1,3}(?:is|are|was|were|has|had|will|starts?|started|opens?|opened|ends?|ended|goes|went|comes|came) /i;

/** What somebody does or became, as opposed to what they did in passing: worth asking about months later. */
export const LASTING =
  /^(?:(?:always|often|sometimes|still|never|also|just|now|really|usually|probably|finally|recently|already|soon) )*(?:is|has|will|would|wants?|hopes?|plans?|needs?|starts?|leaves|works?|lives?|moves|runs|teaches|studies|learns|trains|plays|moved|started|changed|became|got|bought|found|left|finished|won|lost|married|signed|applied|retired|graduated|published|opened|sold|built|joined|founded)\b/i;
/** Words that tie a clause to its teller or to an earlier sentence: it cannot stand alone in a message. */
export const DANGLING = /\b(?:me|us|we|I|it|that|this|there)\b/;
/** Begins with something that happened. */
export const PAST =
  /^(?:\p{L}+ed|sat|went|met|ate|saw|ran|swam|sang|drank|drove|flew|rode|spent|lost|won|built|bought|sold|left|felt|found|gave|got|had|heard|held|kept|knew|made|paid|said|sent|spoke|stood|taught|thought|told|took|wore|wrote|began|became|broke|brought|caught|chose|came|did|fell|lent|showed|read|grew|studied|worried|rang)\b/iu;
/** What two people do together; other verbs leave open who did it. */
export const JOINT =
  /^(?:sailed|walked|hiked|swam|ate|watched|played|cooked|baked|visited|ran|cycled|climbed|danced|sang|rowed|skied|drove|travelled|shopped|went|spent|saw|sat|had|gardened|painted) /i;
/** What one does to the other: by me, unless it was done to "me". */
export const MINE =
  /^(?:sent|gave|lent|wrote|called|rang|texted|emailed|e-mailed|shared|told|invited|introduced|recommended|congratulated|wished|thanked|offered|helped|brought|showed|visited) /i;

/** "loves Bach": the rest is what they like. */
export const LIKING =
  /^(?:(?:likes?|loves?|enjoys?|into|keen on|fond of|passionate about|interested in|(?:a )?(?:big |great )?fan of)\s+)(?!to\b)(.+)$/i;
/** A goal that begins with what they mean to do. */
export const AIM =
  /^(?:run|learn|write|build|start|open|teach|climb|read|travel|move|finish|find|become|visit|buy|sail|cycle|swim|get|walk|play|see|own|retire|stop|quit|save|speak|publish)\b/i;
/** "married to Sam": the rest is the partner. */
export const PARTNER = /^(?:married to|engaged to|lives with|together with|dating) (\p{Lu}.*)$/u;
export const ENTHUSIAST = /^(?:keen|avid|passionate|amateur|great|enthusiastic) \p{Ll}+(?:er|ist|or|ian|eer)$/iu;

/** Words whose capital comes from beginning a note, so that it goes inside a sentence; a name keeps its own. */
export const SENTENCE_START =
  /^(?:\p{Lu}\p{Ll}+ing|The|A|An|Your|Her|His|Their|She|He|You|Whether|How|Why|What|If|When|Where|My|Our|New|Old|Small|Big|Last|First|Next|Long|Short|Good|Great|Best|Own|One|Two|Three|Four|Five|Six|Few|Many|Some|More|Another|Other|Local|Public|Real|Wild|Work|Home|School|Life|House|Garden|Money|Health|Through|At|In|On|Via|By|During|Over)\b/u;

/** The tone a text asks for, by the words in it. */
export function moodOf(text: string): Thread['mood'] {
  if (LOSS.test(text)) return 'loss';
  return HEAVY.test(text) ? 'heavy' : 'light';
}

/** The graver of two tones. */
export function worse(a: Thread['mood'], b: Thread['mood']): Thread['mood'] {
  const order = { light: 0, heavy: 1, loss: 2 };
  return order[a] >= order[b] ? a : b;
}
