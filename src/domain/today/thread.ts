import type { FactKind } from '../words.ts';
import { firstWord, isDeed, isHabit, KIN, toSecondPerson, withYou } from './grammar.ts';
import { plain, shortened } from './phrases.ts';

/**
 * Something remembered that a message can pick up, in the form a sentence needs:
 * `topic` a noun phrase (tidal power) · `wonder` an indirect question (whether anyone still writes letters) · `said` a
 * clause (your daughter starts school) · `person` someone of theirs (your daughter Mia) · `still` a habit (play the cello) ·
 * `hope` a wish (teach one day) · `interest` what they like (sailing) · `event` the meeting itself (our lunch) · `did` what I
 * did (sent you the paper) · `quote` anything else, in the words of the note.
 */
export type ThreadKind = 'topic' | 'wonder' | 'said' | 'person' | 'still' | 'hope' | 'interest' | 'event' | 'did' | 'quote';

export interface Thread {
  readonly kind: ThreadKind;
  /** As said to the person. */
  readonly text: string;
  /** As said to the owner, about the person. */
  readonly about: string;
  /** Illness, loss and the like: asked about with care, never cheerfully. `loss` is never asked about at all. */
  readonly mood: 'light' | 'heavy' | 'loss';
  /** Whether it was talked about, or is only known. */
  readonly from: 'talk' | 'fact';
}

/** How a note may be read: who it is about, and whether others were there. */
export interface Reading {
  readonly names: readonly string[];
  /** One person was there, so "she" is that person unless somebody else was named first. */
  readonly alone: boolean;
  /** Facts have the person as their unspoken subject; notes of a conversation do not. */
  readonly isFact?: boolean;
}

const LOSS = /\b(died|dies|death|dead|passed away|funeral|killed|suicide|miscarriage|stillb\w+|mourn\w*|grie[fv]\w*|lost (?:her|his|their) \w+)\b/i;
const HEAVY =
  /\b(ill|illness|sick|surgery|operation|hospital\w*|cancer|chemo\w*|tumou?r|stroke|dementia|alzheimer\w*|diagnos\w*|divorc\w*|separat\w+|broke up|laid off|redundan\w+|fired|lost (?:the|a) job|depress\w*|burn-?out|anxi\w+|accident|bankrupt\w*|dying|pain|unemployed|addict\w*|in care|sad|hard time|struggl\w+)\b/i;
/** Notes to oneself, which must never reach the other: "Don't bring up the move". */
const CAUTION = /^(?:do not|don’t|never|avoid|careful|beware|not to|no need|mustn’t|must not|remember to|todo|to do|secret|confidential|private)\b/i;
const UNKIND = /^(?:hates|dislikes|can’t|cannot|doesn’t|does not|allergic|no )/i;

const ABOUT =
  /^(?:(?:we|she|he|they|i)\s+)?(?:had a (?:good |long |nice |quick |short )?(?:talk|chat|conversation)|long talk|talked|talking|talk|spoke|speaking|chatted|chatting|chat|discussed|discussing|argued|debated|asked|asks|wrote|writes|told me|telling me|mentioned|mentions|caught up|catching up|conversation|exchange|news|thinking|worried|curious|excited|lots)\s*(?:a lot |at length |mostly |again |me )?(about|on|over|whether|how|why|what|if)?\s+(.+)$/i;
const EVENT =
  /^(?:(?:an?|the|our|another|long|quick|short|nice|good|great|lovely|first|brief|late|early|happy|had|met for|went for|business|team|family|birthday|video|phone)\s+)*(lunch|dinner|coffee|breakfast|brunch|walk|drinks?|tea|hike|run|calls?|chat|visit|picnic|concert|meeting|meetup|mixer|workshop|conference|trip|game|film|museum|swim|beers?|barbecue|party|wedding)\b(.*)$/i;
/** Nouns that want an article: "the exam", but "tidal power". */
const COUNTED =
  /^(?:\w+ ){0,2}(?:exam|thesis|interview|surgery|operation|job|house|flat|apartment|move|wedding|trip|holiday|project|startup|company|book|paper|talk|garden|kitchen|marathon|race|concert|exhibition|studio|boat|application|visa|promotion|renovation|degree|course|car|bike|band|choir|novel|podcast|grant|deadline|role|team|conference|school|play|film|house-hunt|permit|barrier|bakery|shop|restaurant)(?: (?:in|on|at|for|with|of|about) .+)?$/i;
const FUNCTION_WORD = /\b(?:of|for|in|on|at|with|to|the|a|an|from|and|or|between|by|without|through)\b/i;
const FINITE = /^(?:is|was|are|were|has|had|have|will|would|can|could|got|went|came|\p{Ll}+s|\p{Ll}+ed)$/u;
const LONGEST = 90;

/** The best thing to pick up from a note, undefined when nothing in it may be said. */
export function threadFrom(note: string, reading: Reading): Thread | undefined {
  let best: { readonly thread: Thread; readonly rank: number } | undefined;
  for (const [index, clause] of clausesOf(note).entries()) {
    // Names after the first words ("Dinner at Leo’s: Amara, Hana") say who was there.
    if (isOnlyNames(clause, index === 0)) continue;
    const thread = readClause(clause, reading);
    const rank = thread === undefined ? 0 : RANK[thread.kind] + (thread.mood === 'light' ? 0 : 4);
    if (thread !== undefined && rank > (best?.rank ?? 0)) best = { thread, rank };
  }
  if (best === undefined) return undefined;
  // A heavy word anywhere in the note sets the tone for all of it.
  const mood = worse(best.thread.mood, moodOf(note));
  return mood === best.thread.mood ? best.thread : { ...best.thread, mood };
}

/** The same for what is known to be the subject: `tidal power`, `her pottery studio`. */
export function threadFromTopic(topic: string, reading: Reading): Thread | undefined {
  const text = plain(topic);
  if (text === '' || CAUTION.test(text)) return undefined;
  return nounThread(text, reading) ?? readClause(text, reading);
}

const RANK: Readonly<Record<ThreadKind, number>> = {
  said: 8, topic: 7, wonder: 7, person: 6, hope: 6, still: 5, interest: 5, did: 3, event: 3, quote: 2,
};

/** A job by its name: "marine geologist at Kiel", "Head of Research". */
const ROLE =
  /^(?:[\p{L}-]+ ){0,3}(?:\p{L}+(?:ist|eer|ician|tor|ian)|head|chief|lead|manager|director|nurse|doctor|teacher|lawyer|designer|developer|writer|baker|cook|chef|farmer|founder|partner|consultant|professor|lecturer|student|officer|assistant|analyst|accountant|architect|researcher|minister|judge|midwife|carpenter|painter|photographer|producer|programmer|researcher|CEO|CTO|CFO|COO)\b(?: (?:of|at|for|in|with) .+)?$/iu;

/** What a fact lets one ask, by its kind. A gift idea, an offer and a dislike are never said to the person. */
export function threadFromFact(fact: { readonly kind: FactKind; readonly text: string }, names: readonly string[]): Thread | undefined {
  const reading: Reading = { names, alone: true, isFact: true };
  if (fact.kind === 'gift-idea' || fact.kind === 'offer') return undefined;
  const text = plain(fact.text);
  if (text === '' || CAUTION.test(text) || UNKIND.test(text)) return undefined;
  const clause = joinKin(clausesOf(text))[0];
  if (clause === undefined) return undefined;
  const mood = moodOf(text);
  const like = /^(?:(?:likes?|loves?|enjoys?|into|keen on|fond of|passionate about|interested in)\s+)(.+)$/i.exec(clause)?.[1];
  if (like !== undefined) return { kind: 'interest', text: like, about: like, mood, from: 'fact' };
  const wish = /^(?:(?:wants?|hopes?|plans?|would like|hoping|planning|dreams?|dreaming) (?:to|of)\s+)(.+)$/i.exec(clause)?.[1];
  if (wish !== undefined && !/^of\b/.test(wish) && !/ing\b/.test(firstWord(wish))) return { kind: 'hope', text: wish, about: wish, mood, from: 'fact' };
  if (fact.kind === 'goal' && /^(?:run|learn|write|build|start|open|teach|climb|read|travel|move|finish|find|become|visit|buy|sail|cycle|swim|get|walk|play|see|own|retire|stop|quit|save|speak|publish)\b/i.test(clause)) {
    const bare = clause.charAt(0).toLowerCase() + clause.slice(1);
    return { kind: 'hope', text: bare, about: bare, mood, from: 'fact' };
  }
  if (fact.kind === 'work' && ROLE.test(clause)) {
    const role = `work as ${/^\p{Ll}/u.test(clause) ? `${/^[aeiou]/.test(clause) ? 'an' : 'a'} ` : ''}${clause}`;
    return { kind: 'said', text: `you ${role}`, about: role.replace(/^work/, 'works'), mood, from: 'fact' };
  }
  const read = readClause(clause, reading);
  if (read === undefined) return undefined;
  if (fact.kind === 'interest' && read.kind === 'topic') return { ...read, kind: 'interest', mood };
  return { ...read, mood: worse(read.mood, mood) };
}

/** Sentences and clauses, closed off from each other, in the order of the note. */
function clausesOf(note: string): readonly string[] {
  return note
    .split(/[.;!?…\n。；！？，、]+(?:\s|$)|(?:,|:)\s+|\s[–—-]\s|[()]|[。；！？，、]/u)
    .map((clause) => plain(clause ?? '').replace(/^(?:and|also|then|but|so|because|she said|he said|they said|said|says|told me|mentions?|mentioned)(?: that)?\s+(?!about\b)/i, ''))
    .filter((clause) => clause !== '');
}

/** "Daughter Mia, starts school" is one sentence. */
function joinKin(clauses: readonly string[]): readonly string[] {
  const [first, second] = clauses;
  if (first === undefined || second === undefined) return clauses;
  return KIN.has(firstWord(first)) && first.split(' ').length <= 3 && FINITE.test(firstWord(second)) ? [`${first} ${second}`] : clauses;
}

function readClause(clause: string, reading: Reading): Thread | undefined {
  if (CAUTION.test(clause) || (reading.isFact !== true && isDeed(clause))) return undefined;
  const about = ABOUT.exec(clause);
  if (about !== null && (about[1] !== undefined || /^(?:discussed|discussing|debated|mentioned|mentions)/i.test(clause))) {
    const lead = about[1]?.toLowerCase();
    const rest = about[2] ?? '';
    return lead === undefined || lead === 'about' || lead === 'on' || lead === 'over'
      ? nounThread(rest, reading)
      : finished('wonder', `${lead} ${rest}`, reading);
  }
  if (isAboutOthers(clause, reading)) return undefined;
  const kin = kinThread(clause, reading);
  if (kin !== undefined) return kin;
  if (isPersonSubject(clause, reading)) return finished('said', clause, reading);
  if (OWNED_CLAUSE.test(clause) || startsOwned(clause, reading)) return finished('said', clause, reading);
  if (reading.isFact === true && isHabit(clause)) return habitThread(clause, reading);
  if (reading.isFact !== true) {
    const event = eventThread(clause) ?? deedThread(clause, reading);
    if (event !== undefined) return event;
  }
  return nounThread(clause, reading) ?? quoted(clause, reading);
}

/** "her thesis is almost done", "Ada's thesis is almost done". */
const OWNED_CLAUSE = /^(?:her|his|their) (?:\S+ ){1,3}(?:is|are|was|were|has|had|will|starts?|started|opens?|opened|ends?|ended|goes|went|comes|came) /i;

function startsOwned(clause: string, { names }: Reading): boolean {
  return names.some((name) => clause.startsWith(`${name}’s `) && OWNED_CLAUSE.test(`their ${clause.slice(name.length + 3)}`));
}

const PAST =
  /^(?:\p{L}+ed|sat|went|met|ate|saw|ran|swam|sang|drank|drove|flew|rode|spent|lost|won|built|bought|sold|left|felt|found|gave|got|had|heard|held|kept|knew|made|paid|said|sent|spoke|stood|taught|thought|told|took|wore|wrote|began|became|broke|brought|caught|chose|came|did|fell|lent|showed|read)\b/iu;
/** What two people do together; other verbs leave open who did it. */
const JOINT =
  /^(?:sailed|walked|hiked|swam|ate|watched|played|cooked|baked|visited|ran|cycled|climbed|danced|sang|rowed|skied|drove|travelled|shopped|went|spent|saw|sat|had|gardened|painted) /i;
/** What one does to the other: by me, unless it was done to "me". */
const MINE = /^(?:sent|gave|lent|wrote|called|rang|texted|emailed|e-mailed|shared|told|invited|introduced|recommended|congratulated|wished|thanked|offered|helped|brought|showed|visited) /i;

/** "sailed round the island" is what we did, "sent her the paper" what I did, "sent me the paper" is about the paper. */
function deedThread(clause: string, reading: Reading): Thread | undefined {
  const toMe = /^(?:sent|gave|lent|wrote|told|showed|brought|offered) me (.+)$/i.exec(clause)?.[1];
  if (toMe !== undefined) return nounThread(toMe.replace(/^about /i, ''), reading);
  const low = clause.charAt(0).toLowerCase() + clause.slice(1);
  if (MINE.test(clause)) {
    const said = toSecondPerson(low, reading.names, { pronouns: reading.alone });
    return said === undefined || !/\byou(?:r)?\b/.test(said) ? undefined : { kind: 'did', text: shortened(said, LONGEST), about: low, mood: moodOf(clause), from: 'talk' };
  }
  if (!JOINT.test(clause)) return undefined;
  const did = toSecondPerson(low, reading.names, { pronouns: reading.alone });
  if (did === undefined || /\byou\b/.test(did)) return undefined;
  return { kind: 'event', text: `the time we ${shortened(did, LONGEST)}`, about: `the time you ${low}`, mood: moodOf(clause), from: 'talk' };
}

/** The thing talked about: "her daughter", "tidal power", "whether anyone still writes letters". */
function nounThread(text: string, reading: Reading): Thread | undefined {
  if (/^(?:whether|how|why|what|if|when|where)\b/i.test(text)) return finished('wonder', text, reading);
  const kin = kinThread(text, reading);
  if (kin !== undefined) return kin;
  const tokens = text.split(' ');
  const isShort = tokens.length <= 3 || (tokens.length <= 9 && FUNCTION_WORD.test(text));
  // "the house burned down" is no name of a thing.
  const hasVerb = tokens.slice(1).some((word) => /^(?:is|was|are|were|has|had|have|will|would|can|could|got|went)$/.test(word));
  if (!isShort || hasVerb || /^(?:she|he|they|we|i|it)\b/i.test(text)) return undefined;
  if (PAST.test(text) || /[^\p{Script=Latin}\p{P}\p{N}\s]{5,}/u.test(text)) return undefined;
  const named = COUNTED.test(text) && !/^(?:the|a|an|his|her|their|my|our|your|\S+’s)\s/i.test(text) ? `the ${lowerCommon(text)}` : text;
  return finished('topic', named, reading);
}

/** "her daughter starts school" (a clause) or "her daughter Mia" (someone). */
function kinThread(clause: string, reading: Reading): Thread | undefined {
  const tokens = clause.split(' ');
  const owner = /^(?:her|his|their)$/i.test(tokens[0] ?? '') ? 1 : ownerLength(tokens, reading);
  const at = /^(?:new|eldest|oldest|youngest|older|younger|little|old|two|three|four|twin)$/i.test(tokens[owner] ?? '') ? owner + 1 : owner;
  if (!KIN.has((tokens[at] ?? '').toLowerCase().replace(/’s$/, ''))) return undefined;
  if (owner === 0 && !reading.alone) return undefined;
  const said = owner === 0 ? `their ${lowerCommon(clause)}` : clause;
  if ((tokens[at] ?? '').endsWith('’s')) return finished('topic', said, reading);
  const hasName = /^\p{Lu}/u.test(tokens[at + 1] ?? '');
  const verb = tokens[at + (hasName ? 2 : 1)];
  if (verb === undefined) return finished('person', said, reading);
  const someone = said.split(' ').slice(0, at + (hasName ? 2 : 1) + (owner === 0 ? 1 : 0)).join(' ');
  // Whether an ill father may be named as ill is the writer's to judge: the draft asks after him.
  if (moodOf(clause) !== 'light') return withMood(finished('person', someone, reading), moodOf(clause));
  if (FINITE.test(verb)) return finished('said', said, reading);
  return finished('person', someone, reading);
}

function ownerLength(tokens: readonly string[], reading: Reading): number {
  for (const name of reading.names) {
    const length = name.split(' ').length;
    if (tokens.slice(0, length).join(' ') === `${name}’s`) return length;
  }
  return 0;
}

/** Begins with the person: "she is learning Welsh", "Ada moved to Lyon". */
function isPersonSubject(clause: string, reading: Reading): boolean {
  if (/^(?:she|he|they) /i.test(clause)) return reading.alone;
  return reading.names.some((name) => clause.startsWith(`${name} `) && FINITE.test(clause.slice(name.length + 1).split(' ')[0] ?? ''));
}

/** With others there, a clause that begins with somebody's name is that person's story, not this one's. */
function isAboutOthers(clause: string, reading: Reading): boolean {
  if (reading.alone || reading.names.some((name) => clause.startsWith(name))) return false;
  return /^(?:\p{Lu}[\p{L}-]+’s |\p{Lu}[\p{L}-]+ (?:is|was|has|had|will|wants|moved|started|\p{Ll}+s|\p{Ll}+ed) )/u.test(clause) && !EVENT.test(clause)
    ? true
    : /^(?:her|his|their|she|he|they) /i.test(clause);
}

function habitThread(clause: string, reading: Reading): Thread | undefined {
  const [verb = '', ...rest] = clause.split(' ');
  const kept = rest.join(' ').replace(/ (?:and|but) [a-z]+s\b.*$/, '');
  const base = withYou(verb.toLowerCase());
  const said = toSecondPerson(kept, reading.names, { pronouns: true });
  if (said === undefined) return undefined;
  if (base === verb.toLowerCase() || base === 'are' || base === 'were' || base === 'have') {
    return { kind: 'said', text: `you ${base} ${said}`.trim(), about: `${verb.toLowerCase()} ${kept}`.trim(), mood: moodOf(clause), from: 'fact' };
  }
  const text = `${base} ${said}`.trim();
  return { kind: 'still', text, about: `${base} ${kept}`.trim(), mood: moodOf(clause), from: 'fact' };
}

function eventThread(clause: string): Thread | undefined {
  const match = EVENT.exec(clause);
  if (match === null) return undefined;
  const noun = (match[1] ?? '').toLowerCase().replace(/^calls$/, 'call');
  const place = /^ (?:at|in) \p{Lu}[\p{L}’-]*(?: \p{Lu}[\p{L}’-]*)*/u.exec(match[2] ?? '')?.[0] ?? '';
  return { kind: 'event', text: `our ${noun}${place}`, about: `your ${noun}${place}`, mood: moodOf(clause), from: 'talk' };
}

function quoted(clause: string, reading: Reading): Thread | undefined {
  const said = toSecondPerson(clause, reading.names, { pronouns: reading.alone });
  const text = shortened(said ?? clause, 60);
  return { kind: 'quote', text, about: shortened(clause, 60), mood: moodOf(clause), from: origin(reading) };
}

function finished(kind: ThreadKind, about: string, reading: Reading): Thread | undefined {
  const said = toSecondPerson(about, reading.names, { pronouns: reading.alone });
  if (said === undefined) return kind === 'quote' ? undefined : quoted(about, reading);
  const text = shortened(said, LONGEST);
  return { kind, text: startLow(text), about: startLow(shortened(about, LONGEST)), mood: moodOf(about), from: origin(reading) };
}

/** One capitalised word may be a subject if it begins the note; several, or one further on, are people. */
function isOnlyNames(clause: string, isFirst: boolean): boolean {
  return /^\p{Lu}[\p{L}’-]*(?: (?:and )?\p{Lu}[\p{L}’-]*){0,2}$/u.test(clause) && (!isFirst || clause.includes(' '));
}

function origin({ isFact }: Reading): Thread['from'] {
  return isFact === true ? 'fact' : 'talk';
}

function withMood(thread: Thread | undefined, mood: Thread['mood']): Thread | undefined {
  return thread === undefined ? undefined : { ...thread, mood };
}

/** A pronoun or article that began a note in capitals does not keep them inside a sentence. */
function startLow(text: string): string {
  return /^(?:The|A|An|Your|Her|His|Their|She|He|They|You|Whether|How|Why|What|If|When|Where|My|Our|New|Old)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

function lowerCommon(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) && (KIN.has(firstWord(text)) || COUNTED.test(text)) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function moodOf(text: string): Thread['mood'] {
  if (LOSS.test(text)) return 'loss';
  return HEAVY.test(text) ? 'heavy' : 'light';
}

function worse(a: Thread['mood'], b: Thread['mood']): Thread['mood'] {
  const order = { light: 0, heavy: 1, loss: 2 };
  return order[a] >= order[b] ? a : b;
}

/** Whether two texts speak of the same thing, by a word of more than three letters. */
export function sharesWords(a: string, b: string): boolean {
  const words = (text: string) => text.toLowerCase().split(/\P{L}+/u).filter((word) => word.length > 3 && word !== 'your' && word !== 'about');
  const known = new Set(words(a));
  return words(b).some((word) => known.has(word));
}
