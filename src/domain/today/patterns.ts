import type { Mood } from './thread.ts';

/*
 * What notes look like. Each pattern is a guess that may be wrong only on the safe side: what matches none of them is quoted
 * as it stands, and what may hurt or was told in confidence is left out.
 */

/** Somebody or something is gone. */
export const LOSS =
  /\b(died|dies|death|dead|passed away|funeral|killed|suicide|miscarriage|stillb\w+|lost (?:her|his|their) (?:mother|father|mum|mom|dad|brother|sister|son|daughter|husband|wife|partner|parents?|child|baby|friend|dog|cat|grand\w+|uncle|aunt))\b/i;
/** Illness and other hard things. */
export const HEAVY =
  /\b(ill|illness|sick|surgery|operation|operated|hospital(?:i[sz]ed)?(?! (?:laboratory|library|choir|board|job))|cancer|chemo\w*|tumou?r|stroke|dementia|alzheimer\w*|diagnos\w*|divorc\w*|separated|separation|broke up|laid off|let go|redundan\w+|fired|lost (?:the|a|her|his|their) (?:job|work|position|licen[cs]e|house|home)|depress\w*|burn-?out|anxi\w+|(?<!\bby )accident|bankrupt\w*|dying|unemployed|addict\w*|in care|hard time|struggl\w+|mourn\w*|grie[fv]\w*|rough (?:time|patch|year|month))\b/i;
/** Notes to oneself, which must never reach the other: "Don't bring up the move". */
export const CAUTION =
  /^(?:do not|don’t|dont|never|avoid|careful|beware|not to|no need|mustn’t|must not|remember to|todo|to do|secret|confidential|private|should(?:n’t)?|must|need to)\b/i;
/** A word that closes the whole note: what was told in confidence stays there. */
export const SECRET =
  /\b(?:secret|secretly|confidential\w*|in confidence|between us|off the record|not public|nobody knows|no one knows|hush|(?:do not|don’t|dont|not to) (?:tell|repeat|mention)|keep (?:it|this) (?:quiet|to))\b/i;
/** Theirs to bring up, not ours: a clause with one of these is never said. */
export const SENSITIVE =
  /\b(?:pregnan\w*|expecting|ivf|abortion|affair|cheat\w*|therap(?:y|ist)|rehab|drunk|drinking|drinks again|alcohol\w*|sober|smok\w+|debts?|broke|salary|income|inheritance|money (?:troubles?|problems?|worries)|marriage (?:troubles?|problems?)|marital|custody|mortgage|paid off|hiv|gay|coming out|weight|arrested|prison|jail|court|lawsuit|applying elsewhere|job[- ]hunting|new hearing aids|wants? to (?:quit|resign|leave (?:him|her))|fight(?:s|ing)? with|fell out|fallen out)\b/i;
/** What one thinks of somebody, and does not write to them. */
export const UNFLATTERING =
  /\b(?:annoy\w*|boring|bored|rude|arrogant|awkward|weird|moody|gossip\w*|lazy|selfish|angry|cross|jealous|late again|talks too much|owes? me|looks? old|looked (?:tired|ill|bad|old|thin)|stupid|hates?|dislikes?)\b/i;
/** Greetings, clicks and weather: nothing to pick up. */
export const EMPTY =
  /^(?:(?:merry|happy) |(?:liked|reacted|thumbs|congrats|thanks|thank you|hello|hi|hey|emoji|sticker|ok|okay|yes|no|of course|nothing|none|fine|great|good|nice|lovely|all (?:good|well|fine)|same|busy|tired|tbd|n\/a|voicemail|left (?:a )?(?:message|voicemail)|no (?:answer|reply|news)|missed call|you connected on|connected (?:on|via)|invitation|quick (?:hello|hi|messages?)|short (?:hello|message)|small talk)\b)/i;
/** Dislikes are for the owner to know. */
export const UNKIND = /^(?:hates|dislikes|can’t|cannot|doesn’t|does not|allergic|no )/i;

/** Words of talking, after which "about" names what was talked of. */
export const TALKED_ABOUT =
  /^(?!.*\bnot\b)(?:\S+ ){0,7}?(?:(?:talk|talked|talking|spoke|speak|speaking|chat|chatted|chatting|call|called|phoned|rang|lunch|coffee|dinner|drinks|walk|zoom|conversation|exchange|wrote|writes|write|emailed|e-mailed|mailed|mails?|emails?|e-mails?|texted|texts?|messaged|messages?|asked|asks|told (?:me|her|him|us|them)|tells (?:me|us)|caught up|catch-?up|catching up|discussion|argued|argument|debated|laughed|complained|story|stories|lots|news|advice|questions?)\b(?: (?!about\b|re\b)\S+){0,6}?,? (?:about|re)|(?:talk|talked|spoke|speak|discussion|exchange|conversation|argued|debate|debated|view|opinion)\b,? (?:on|over))\s+(.+)$/i;
export const DISCUSSED = /^(?:(?:we|she|he|i)\s+)?(?:discussed|discussing|debated)\s+(?!it\b|this\b|that\b)(.+)$/i;
/** "he explained how bridges age": what he told me of. */
export const EXPLAINED =
  /^(?:she|he) explain(?:ed|s) (?:to (?:me|us) )?((?:who|how|why|what|when|where|whether|which)\b.+)$/i;
export const BARE_ABOUT = /^(?:about|re)\b:?\s+(.+)$/i;
/** "ask how the exam went", noted for the next time. */
export const ASK_LATER =
  /^(?:must |should |to )?ask (?:(?:her|him|them) )?(how|whether|if|what|when|where|about)\s+(.+)$/i;
/** Something to do, as opposed to something that was said: "send her the book", "call back". */
export const TO_DO =
  /^(?:(?:send|bring|lend|look|find|check|get|give|make|invite|book|buy|put|fix|try|let|introduce|answer|reply|remind|thank|congratulate|wish|order|sign|arrange|organi[sz]e|take|tell|pass|forward|write|pay|return|recommend) (?:her|him|them|the|an?|my|back|on|for|to|it|up|some|someone|photos?|\p{Lu}\p{Ll}+)\b|(?:call|phone|ring|text|email|e-mail|message|visit|show|help|meet) (?:her|him|them|back)\b|follow up\b)/iu;
/** A question to oneself: "did she get the job". */
export const OWN_QUESTION =
  /^(?:did|does|is|was|has|have|had|will|can|could|would) (?:she|he|they|the|her|his|\p{Lu}\p{Ll}+) /u;

/** The meeting itself: its noun, and the rest. */
export const EVENT =
  /^(?:(?:an?|the|our|another|overdue|long|quick|short|nice|good|great|lovely|first|last|brief|late|early|had|have|we had|met for|went for|grabbed|shared|business|team|family|birthday|video|phone|zoom)\s+)*(lunch|dinner|coffee|breakfast|brunch|walk|drinks?|tea|hike|run|calls?|catch[ -]?up|chat|visit|picnic|concert|meeting|meetup|mixer|workshop|conference|trip|game|film|museum|swim|beers?|barbecue|bbq|party|wedding|ice cream|zoom)\b(?![-’])(.*)$/i;
/** What one attends rather than has together. */
export const ATTENDED = /^(?:concert|mixer|workshop|conference|game|film|museum|party|wedding|meetup)$/;

/** Nouns that want an article: "the exam", but "tidal power". */
export const COUNTED =
  /^(?:[\p{L}-]+ ){0,2}(?:exam|thesis|interview|surgery|operation|job|house|flat|apartment|move|wedding|trip|holiday|project|startup|company|book|paper|talk|garden|kitchen|marathon|race|concert|exhibition|studio|boat|application|visa|promotion|renovation|degree|course|car|bike|band|choir|novel|podcast|grant|deadline|role|team|conference|school|play|film|house-hunt|permit|barrier|bakery|shop|restaurant|presentation|party|dog|cat|puppy|roof|office|class|allotment|contract|recipe|website|app|piano|van|caravan|tent|report|proposal|audition|defence)(?: (?:in|on|at|for|with|of|about|to) .+)?$/iu;
/** Subjects that take no article. */
export const UNCOUNTED =
  /^(?:work|school|uni|university|music|politics|sailing|climbing|gardening|cooking|running|cycling|hiking|skiing|yoga|pottery|painting|photography|retirement|taxes|holidays|plans|parenthood|moving|house-hunting|job-hunting|football|tennis|chess|jazz|opera|theatre|poetry|art|history|knitting|sewing|baking|fishing|birds?|bees|beekeeping|swimming|rowing|dancing|tango|singing|reading|writing|travel|travelling|philosophy|woodwork|ceramics|astronomy|genealogy|mushrooms|origami|calligraphy|stand-up|skating)$/i;
/** "planning a trip": what somebody is in the middle of; other gerunds may be what we did together. */
export const IN_THE_MIDDLE =
  /^(?:learning|planning|building|writing|looking (?:for|after|into|at)|thinking (?:of|about)|considering|moving|changing|training|studying|preparing|applying for|saving|organi[sz]ing|translating|restoring|renovating|redoing|starting (?!in\b|on\b|from\b)|opening|buying|selling|hoping|working|living|teaching|searching|trying|waiting|finishing|editing|recording|designing|getting (?:married|a|the|into)|going (?:to|back|on|through)|taking (?:a|an|the|over|time|up)|leaving|turning|adopting|raising|running (?:a|the|for)|setting up|launching|volunteering|recovering|retiring|graduating|hiring|travelling (?:to|through|in)|traveling (?:to|through|in)|rehearsing|practi[sc]ing|rewriting|printing|deciding|putting)\b/i;
/** Verbs one is in the middle of, in the third person; their past is "was …ing". */
export const PRESENT =
  /^(?:learns|plans|builds|writes (?:an?|the|her|his|for|on)\b|looks (?:for|after)|thinks (?:of|about)|considers|moves|changes (?:jobs?|careers?|schools?|to)|trains|studies|prepares|applies for|saves (?:for|up)|organises|organizes|translates|restores|renovates|starts (?!in\b|on\b|from\b|at \d)|begins (?!in\b|on\b)|opens (?:an?|her|his)|buys|sells|works|lives (?:in|at|with)|teaches|searches|tries|waits for|finishes|edits|records|designs|goes (?:to|back|on)|takes (?:a|an|the|over|up)|leaves|turns|runs (?:a|an|the|for)|launches|volunteers|retires|graduates|travels|rehearses|flies (?:to|back)|hosts|leads|gets (?:married|a|an|the))\b/i;
/** What changes a life, in the past: "moved to Lyon". */
export const LIFE_EVENT =
  /^(?:moved (?:to|in|into|out|back|house|home|flat|from|abroad)|(?:started|began) (?:an?|the|her|his|new|school|work|at|as|university|uni|college|lessons|learning|working|teaching|training)|quit|left (?:her|his|the) (?:\S+ )?(?:job|firm|company|bank|position|band|party)|left a |bought (?:an?|the|her|his|house|flat|apartment|car|boat|van|land|new)|finished (?:her|his|the|a|school|university|uni)|retired|graduated|passed (?:her|his|the|an?)|won (?:an?|the|her|his)|got (?:an?|the|her|his|new|into|married|engaged|promoted|tenure|back from)|changed (?:jobs?|careers?|schools?|to)|became|opened (?:an?|her|his)|sold (?:an?|the|her|his)|signed (?:an?|the|her|his|up)|joined|founded|launched|published|adopted|took (?:the post|over)|handed in|came back from|turned (?:thirty|forty|fifty|sixty|seventy|eighty|\d\d))\b/iu;
/** Words that tie a clause to an earlier sentence: it cannot stand alone in a message. */
export const DANGLING =
  /\b(?:it|this|that one|there|these|those|both|so|too|either|neither|such|hers|the other|one of them)\b/i;
/** Begins with something that happened. */
export const PAST =
  /^(?:\p{L}{2,}ed|sat|went|met|ate|saw|ran|swam|sang|drank|drove|flew|rode|spent|lost|won|built|bought|sold|left|felt|found|gave|got|had|heard|held|kept|knew|made|paid|said|sent|spoke|stood|taught|thought|told|took|wore|wrote|began|became|broke|brought|caught|chose|came|did|fell|lent|showed|read|grew|worried|rang|put|cut|set|led|slept|woke|won)\b(?![-’])/iu;
/** Short past forms that may also begin a noun phrase. */
export const NOT_PAST =
  /^(?:(?:need|seed|weed|speed|breed|hundred|red|bed|shared|retired|advanced|used|mixed|united|red) )/i;
/** What two people do together; other verbs leave open who did it. */
export const JOINT =
  /^(?:sailed|walked|hiked|swam|watched|cycled|climbed|danced|sang|rowed|skied|travelled|shopped|went|sat|had|gardened|cooked|baked|played) /i;

/** "loves Bach": the rest is what they like. */
export const LIKING =
  /^(?:(?:likes?|loves?|enjoys?|into|keen on|fond of|passionate about|interested in|(?:a )?(?:big |great )?fan of|knows everything about|(?:taking|takes) a (?:course|class) in)\s+)(?!to\b|be\b)(.+)$/i;
/** A goal that begins with what they mean to do. */
export const AIM =
  /^(?:run|learn|write|build|start|open|teach|climb|read|travel|move|finish|find|become|visit|buy|sail|cycle|swim|get|walk|play|see|own|retire|stop|quit|save|speak|publish|take|spend|work|specialise|specialize|light|go|make|live|paint|sing|record|restore|plant|grow|cross|hike|cook|study|pass|win|join|found|launch|sell|ride|fly|keep|give|help|lose|bring|turn|renovate|translate|master|cut|set up|eat|sleep)\b/i;
/** "married to Sam": the rest is the partner. */
export const PARTNER =
  /^(?:married to|engaged to|lives with|living with|together with|dating|partner|husband|wife|girlfriend|boyfriend)(?: (?:is|called|named))?:? (\p{Lu}[\p{L}’-]+)\b/iu;
export const ENTHUSIAST = /^(?:keen|avid|passionate|amateur|great|enthusiastic) \p{Ll}+(?:er|ist|or|ian|eer)$/iu;
/** A job by its name: "marine geologist at Kiel", "Head of Research". */
export const ROLE =
  /^(?:an? )?(?:[\p{L}-]+ ){0,3}(?:\p{L}+(?:ist|eer|ician|tor|ian)|head|chief|lead|manager|director|nurse|doctor|teacher|lawyer|designer|developer|writer|baker|cook|chef|farmer|founder|partner|consultant|professor|lecturer|student|officer|assistant|analyst|accountant|architect|researcher|minister|judge|midwife|carpenter|painter|photographer|producer|programmer|postdoc|freelancer|translator|CEO|CTO|CFO|COO)\b(?: (?:of|at|for|in|with) .+)?$/iu;
/** What one can cook for them. */
export const DIET = /\b(vegan|vegetarian|gluten-free|halal|kosher)\b/i;

/** Words of other languages: nothing is built from a clause with one of them. */
export const FOREIGN =
  /(?:^| )(?:und|der|das|mit|über|für|ein|eine|einen|einem|ist|hat|nach|von|zum|zur|bei|ihre?[rnms]?|seine?[rnms]?|neue[rsnm]?|nicht|wir|war|le|les|du|et|avec|sur|pour|dans|une|nouvelle|nouveau|elle|nous|el|los|las|con|del|para|su|nuevo|nueva|una|een|het|zijn|haar|nieuwe|voor|naar|nowa|nowy|się|jej|jego|il|della|nuovo|nuova|lui|lei|og|och|på|til|ile|ve|yeni)(?= |$)/iu;

/** The day one heard of it is not the day one writes: "on Friday" said in summer means nothing in November. */
export const WHEN_TAIL =
  /[ ,]+(?:(?:on|by|until|till|from|since|before|after|around) )?(?:the )?(?:(?:this|next|last|coming) (?:week|weekend|month|year|morning|afternoon|evening|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|the \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))|(?:on )?\d{1,2}[./]\d{1,2}[./]?(?:\d{2,4})?|today|tonight|tomorrow|tmrw|yesterday|soon|now|again|as well|too|lately|recently|at the moment|these days|instead|at last|already|finally|\d{1,2}(?:st|nd|rd|th))$/iu;
/** "since 1998", "until October": true when it was noted, and no part of the habit. */
export const SPAN_TAIL =
  /[ ,]+(?:since|until|till|for|from) (?:\d{4}|\d+ years?|many years|years|ages|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|childhood)$/i;

/** Capitalised words that are no names when they begin a note. */
export const SENTENCE_START =
  /^(?:\p{Lu}\p{Ll}+(?:ing|tion|ment|ness|ity|ship|ism|ence|ance)s?|The|A|An|Your|Her|His|Their|She|He|You|Whether|How|Why|What|If|When|Where|My|Our|New|Old|Small|Big|Last|First|Next|Long|Short|Good|Great|Best|Own|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Few|Many|Some|More|Another|Other|Local|Public|Real|Wild|Work|Home|School|Life|House|Garden|Money|Health|Through|At|In|On|Via|By|During|Over|Under|With|From|After|Before|Someone|Somebody|Help|Tips|Advice|Second|Third|Half|Every|Both|Job|Family|Music|Film|Food|Night|Street|Open|Free|Modern|Classical|Thesis|Knee|Tidal|Climate|Water|Wind|Bread|Chess|Jazz|Tango|Yoga|Tennis|Football|Opera|Theatre|Poetry|Art|History|Mushrooms|Birds|Bees|Pottery|Wheelchair|Stand-up|Politics|Friends|Flatmates|University|Amateur|Trail|Mountain|Sea|River|Same|That|This|These|Those|Any|Each|No|Not|Also|Still|Quiet|Rather)\b/u;

/** The tone a text asks for, by the words in it. */
export function moodOf(text: string): Mood {
  if (LOSS.test(text)) return 'loss';
  return HEAVY.test(text) ? 'heavy' : 'light';
}

/** The graver of two tones. */
export function worse(a: Mood, b: Mood): Mood {
  const order = { light: 0, heavy: 1, loss: 2 };
  return order[a] >= order[b] ? a : b;
}
