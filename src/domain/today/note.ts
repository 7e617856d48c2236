import { firstWord, isDeed, isPluralKin, KIN, toGerund, withYou } from './grammar.ts';
import {
  ASK_LATER,
  ATTENDED,
  BARE_ABOUT,
  CAUTION,
  COUNTED,
  DANGLING,
  DISCUSSED,
  EMPTY,
  EVENT,
  IN_THE_MIDDLE,
  JOINT,
  LIFE_EVENT,
  moodOf,
  OWN_QUESTION,
  PAST,
  PRESENT,
  SECRET,
  TALKED_ABOUT,
  UNCOUNTED,
  worse,
} from './patterns.ts';
import { plain } from './phrases.ts';
import {
  type Clause,
  clausesOf,
  finished,
  finishedClause,
  isEnglish,
  nounPhrase,
  quotable,
  quoted,
  turned,
  undated,
  withoutFurtherVerb,
  written,
} from './reading.ts';
import type { Reading, Thread, ThreadKind } from './thread.ts';

/** What a note of a conversation lets one pick up. */

export interface NoteContext {
  readonly names: readonly string[];
  /** One other person was there. */
  readonly alone: boolean;
  /** What to call the conversation: `our talk` unless told otherwise. */
  readonly conversation?: string;
}

/** Which thread of a note is the best to pick up; the first of the best. */
const RANK: Readonly<Partial<Record<ThreadKind, number>>> = {
  talk: 9,
  then: 9,
  since: 8,
  hope: 8,
  question: 8,
  asking: 8,
  kin: 7,
  matter: 7,
  sent: 6,
  memory: 5,
  received: 5,
  event: 4,
  mention: 3,
  quote: 1,
};

/** The best thing to pick up from a note, undefined when nothing in it may be said. */
export function threadFrom(note: string, context: NoteContext): Thread | undefined {
  const text = written(note);
  if (SECRET.test(plain(text))) return undefined;
  const clauses = clausesOf(text);
  const reading = { names: context.names, alone: context.alone, from: 'talk', conversation: context.conversation ?? 'our talk' } as const;
  // A note with "she" and "he", or with "they", does not say who is who.
  let trusted = context.alone && !(/\b(?:she|her)\b/i.test(text) && /\b(?:he|his|him)\b/i.test(text)) && !/\bthey\b/i.test(text);
  let best: { readonly thread: Thread; readonly rank: number } | undefined;
  for (const [index, clause] of clauses.entries()) {
    // Names after the first words ("Dinner at Leo’s: Amara, Hana") say who was there.
    if (isOnlyNames(clause.text, index === 0)) continue;
    const thread = readClause(clause, { ...reading, trusted });
    const rank = thread === undefined ? 0 : (RANK[thread.kind] ?? 0) + (thread.mood === 'light' ? 0 : 4);
    if (thread !== undefined && rank > (best?.rank ?? 0)) best = { thread, rank };
    trusted &&= !namesSomebodyElse(clause.text, context.names);
  }
  if (best === undefined) return undefined;
  // A heavy word anywhere in the note sets the tone for all of it.
  const mood = worse(best.thread.mood, moodOf(text));
  return mood === best.thread.mood ? best.thread : { ...best.thread, mood };
}

/** The same for what is known to be the subject: `tidal power`, `her pottery studio`. */
export function threadFromTopic(topic: string, context: NoteContext): Thread | undefined {
  const text = plain(written(topic));
  if (text === '' || CAUTION.test(text) || SECRET.test(text)) return undefined;
  const reading = { names: context.names, alone: context.alone, trusted: context.alone, from: 'talk', conversation: context.conversation ?? 'our talk' } as const;
  return talkThread(text, text, reading) ?? quoted(text, reading);
}

/** One capitalised word may be a subject if it begins the note; several, or one further on, are people. */
function isOnlyNames(clause: string, isFirst: boolean): boolean {
  return /^(?:and )?\p{Lu}[\p{L}’-]*(?: (?:and )?\p{Lu}[\p{L}’-]*){0,2}$/u.test(clause) && (!isFirst || clause.includes(' '));
}

/** After "her sister", "the agent" or "Juno laughs", a "she" may be somebody else. */
function namesSomebodyElse(clause: string, names: readonly string[]): boolean {
  const isTheirs = names.some((name) => clause.startsWith(name));
  if (isTheirs || EVENT.test(clause)) return / with \p{Lu}/u.test(clause) && !names.some((name) => clause.includes(` with ${name}`));
  return (
    clause.split(' ').some((word) => KIN.has(word.toLowerCase().replace(/’s$/, ''))) ||
    /^(?:the|a|an|my|our|her|his|their|another|one of) /i.test(clause) ||
    /^\p{Lu}[\p{L}-]+(?:’s)? (?:is|was|has|had|will|wants|\p{Ll}+s|\p{Ll}+ed) /u.test(clause) ||
    /\b(?:with|and|from|to|for|by) \p{Lu}\p{Ll}/u.test(clause)
  );
}

function readClause(clause: Clause, reading: Reading): Thread | undefined {
  const { text } = clause;
  if (CAUTION.test(text) || EMPTY.test(text)) return undefined;
  if (!isEnglish(text)) return quoted(text, reading);
  if (clause.isQuestion || OWN_QUESTION.test(text)) return questionThread(text, reading);
  const later = ASK_LATER.exec(text);
  if (later !== null) return askingThread(later[1] ?? '', later[2] ?? '', text, reading);
  if (isDeed(text)) return undefined;
  const own = text.replace(/^(?:I|we) (?=\p{Ll})/u, '');
  if (/^(?:called|phoned|rang|spoke|talked)$/i.test(own)) return eventOf('our last call', 'your last call', text);
  const about = (TALKED_ABOUT.exec(own) ?? DISCUSSED.exec(own) ?? BARE_ABOUT.exec(own))?.[1];
  const talk = about === undefined ? undefined : talkThread(about, text, reading);
  if (talk !== undefined) return talk;
  if (isAboutOthers(text, reading)) return undefined;
  return (
    sentThread(own, text, reading) ??
    personThread(text, reading) ??
    ownedThread(text, reading) ??
    eventThread(own, text) ??
    memoryThread(own, text, reading) ??
    subjectThread(text, clause.isFragment, reading) ??
    mentionThread(text, reading) ??
    quoted(text, reading)
  );
}

/** "talked about tidal power", "about why bridges sing". */
function talkThread(about: string, source: string, reading: Reading): Thread | undefined {
  const topic = about.replace(/ (?:until|till|before|after|while|when|over|and then|and we|and i|and he|and she|and went|but) .*$/i, '');
  const found = topicOf(topic, reading);
  if (found === undefined) return undefined;
  const thread = finished('talk', found, source, reading);
  if (thread === undefined) return undefined;
  const [text, owner] = [`${reading.conversation} about ${thread.text}`, thread.about];
  return { ...thread, text, about: owner };
}

function topicOf(topic: string, reading: Reading): string | undefined {
  if (/^(?:it|this|that|them|things|stuff|everything|nothing|him|her|me|us|life|old times)$/i.test(topic)) return undefined;
  if (/^(?:whether|how|why|what|if|when|where|who|which)\b/i.test(topic)) {
    const question = undated(topic.replace(/^if /i, 'whether '));
    return question.split(' ').length > 14 || DANGLING.test(question) ? undefined : question;
  }
  const kin = /^\p{L}+$/u.test(topic) && KIN.has(topic.toLowerCase());
  if (kin) return reading.alone ? `their ${topic.toLowerCase()}`.replace('their', reading.trusted ? 'her' : 'the') : undefined;
  const whole = undated(topic);
  const found = nounPhrase(whole);
  if (found === undefined || (found.closed && PAST.test(found.phrase)) || /^(?:she|he|they|we|i|you|it)\b/i.test(found.phrase)) return undefined;
  return COUNTED.test(found.phrase) && !hasDeterminer(found.phrase) && !/s$/.test(headOf(found.phrase)) ? `the ${found.phrase}` : found.phrase;
}

/** "sent her the paper" is what I gave, "sent me the recipe" what I got. */
function sentThread(own: string, source: string, reading: Reading): Thread | undefined {
  const match = /^(?:(she|he) )?(sent|forwarded|mailed|emailed|shared|lent|gave|recommended|brought|posted) (?:(me|us|her|him|them) )?(.+)$/i.exec(own);
  if (match === null) return undefined;
  const [, subject, verb = '', whom = '', what = ''] = match;
  const found = nounPhrase(what);
  if (found === undefined || /^(?:back|away|up|it|that|this|them|to)\b/i.test(what)) return undefined;
  const toMe = /^(?:me|us)$/i.test(whom);
  if (!toMe && (subject !== undefined || !LIKEABLE.test(headOf(found.phrase)) || (whom === '' && !reading.alone))) return undefined;
  const thing = hasDeterminer(found.phrase) || /s$/.test(headOf(found.phrase)) ? found.phrase : `the ${found.phrase}`;
  const definite = thing.replace(/^(?:an?|some) /i, 'the ');
  const thread = finished(toMe ? 'received' : 'sent', definite, source, reading);
  if (thread === undefined || toMe) return thread;
  const given = `I ${verb.toLowerCase()}${/^recommended$/i.test(verb) ? ' to' : ''} you`;
  return { ...thread, text: `${thread.text} ${given}`, about: `${thread.about} you ${verb.toLowerCase()}` };
}

const LIKEABLE =
  /^(?:books?|articles?|papers?|essays?|poems?|songs?|albums?|playlists?|podcasts?|films?|recipes?|photos?|photographs?|pictures?|postcards?|cards?|links?|novels?|magazines?|flowers|chocolates?|wine|cake|cookies|jam|honey|tea|plants?|videos?|stories|story|letters?|episodes?|records?)$/i;

/** "she is learning Welsh", "Ada moved to Lyon", "wants to visit", "changing jobs". */
function personThread(clause: string, reading: Reading): Thread | undefined {
  const name = reading.names.find((entry) => clause.startsWith(`${entry} `) || clause.startsWith(`${entry}’`));
  const pronoun = /^(?:she|he)(?=[ ’])/i.exec(clause)?.[0];
  if (name === undefined && pronoun !== undefined && !reading.trusted) return undefined;
  const subject = name ?? pronoun;
  if (subject !== undefined && clause.startsWith(`${subject}’s `) && !/^’s (?:\p{L}+ing|off|back|about|been|(?:just|now|still|also) \p{L}+ing)\b/iu.test(clause.slice(subject.length))) return undefined;
  const rest = subject === undefined ? clause : clause.slice(subject.length).replace(/^’s /, ' is ').replace(/^’ll /, ' will ').trim();
  if (subject === undefined && !reading.alone) return undefined;
  return predicateThread(rest, { clause, isExplicit: subject !== undefined, reading: { ...reading, trusted: reading.trusted } });
}

const ADVERB = /^(?:(?:also|now|just|still|already|currently|finally|recently|really|actually|apparently|probably|maybe|always|often|perhaps) )+/i;

/** What is said of the person, without its subject. */
export function predicateThread(
  rest: string,
  { clause, isExplicit, reading }: { readonly clause: string; readonly isExplicit: boolean; readonly reading: Reading },
): Thread | undefined {
  const said = rest.replace(ADVERB, '');
  const wish = /^(?:(?:is )?(?:wants?|hopes?|wishes|plans?|would like|would love|hoping|planning|dreams? of|dreaming of)) to\s+(.+)$/i.exec(said)?.[1];
  if (wish !== undefined) return finishedClause('hope', { subject: '', verb: '', rest: wish }, clause, reading);
  const doing = /^(?:(?:is|was|has been|had been|been) )?(?:(?:just|now|still|also|currently|always) )*(\p{L}+ing)\b ?(.*)$/iu.exec(said);
  const be = /^(?:is|was|has been|had been|been) /i.test(said);
  if (doing !== null && (be || (!isExplicit && IN_THE_MIDDLE.test(said)))) {
    if (/^(?:being|having|feeling|sounding|looking|getting|doing|saying|coming)$/i.test(doing[1] ?? '') && !IN_THE_MIDDLE.test(`${doing[1]} ${doing[2]}`)) return undefined;
    return then(withArticle(doing[1]?.toLowerCase() ?? '', doing[2] ?? ''), clause, reading);
  }
  const state = /^is (?:just |now |still |also )*((?:off to|about to|back (?:at|in|from|to)|on (?:leave|holiday|sabbatical|parental|maternity|paternity)|abroad|between jobs|in charge of)\b.*)$/i.exec(said)?.[1];
  if (state !== undefined) return then(state, clause, reading);
  const future = /^(?:will|might|may|’ll) (?:probably |maybe )?(\p{Ll}+)\b ?(.*)$/iu.exec(said);
  if (future !== null && IN_THE_MIDDLE.test(`${toGerund(future[1] ?? '')} ${future[2]}`)) {
    return then(`thinking of ${withArticle(toGerund(future[1] ?? ''), future[2] ?? '')}`, clause, reading);
  }
  if (PRESENT.test(said)) {
    const [verb = '', ...object] = said.split(' ');
    return then(withArticle(toGerund(withYou(verb.toLowerCase())), object.join(' ')), clause, reading);
  }
  const past = said.replace(/^(?:has|had|have) (?:just |now |finally |recently )?/i, '');
  if (!LIFE_EVENT.test(past)) return undefined;
  const [verb = '', ...object] = past.split(' ');
  return finishedClause('since', { subject: 'you', verb: '', rest: withArticle(verb.toLowerCase(), object.join(' ')) }, clause, reading);
}

function then(doing: string, clause: string, reading: Reading): Thread | undefined {
  return finishedClause('then', { subject: 'you', verb: 'were', rest: doing }, clause, reading);
}

/** "starts new job" as it is written out: "starting a new job". */
function withArticle(verb: string, object: string): string {
  const bare = /^(?:(?:new|second|first|bigger|smaller|better|different|own) )?(?:job|role|position|company|business|house|flat|apartment|boat|car|dog|cat|puppy|course|project|novel|book|degree|phd|podcast|band|shop|bakery|café|restaurant|studio|garden|marathon|trip|family)\b(?!-)/i;
  return `${verb} ${bare.test(object) && !/^family/i.test(object) ? 'a ' : ''}${object}`.trim();
}

/** "her daughter starts school", "Ada’s thesis is almost done", "daughter Mia". */
function ownedThread(clause: string, reading: Reading): Thread | undefined {
  const tokens = clause.split(' ');
  const owner = ownerLength(tokens, reading);
  const kin = kinThread(clause, tokens, owner, reading);
  if (kin !== undefined || owner === 0) return kin;
  if (/^(?:her|his|their)$/i.test(tokens[0] ?? '') && !reading.trusted) return undefined;
  return matterThread(clause, clause, reading);
}

/** How many words say whose it is: "her" or "Ada’s". */
function ownerLength(tokens: readonly string[], reading: Reading): number {
  if (/^(?:her|his|their)$/i.test(tokens[0] ?? '')) return 1;
  for (const name of reading.names) {
    const length = name.split(' ').length;
    const here = tokens.slice(0, length).join(' ');
    if (here === `${name}’s` || (name.endsWith('s') && here === `${name}’`)) return length;
  }
  return 0;
}

/** Somebody of theirs, and what is new with them if that is certain. `tokens` are the words of the clause. */
export function kinThread(clause: string, tokens: readonly string[], owner: number, reading: Reading): Thread | undefined {
  if (owner === 0 && !reading.alone) return undefined;
  if (owner === 1 && /^(?:her|his|their)$/i.test(tokens[0] ?? '') && !reading.trusted && reading.from === 'talk') return undefined;
  let at = owner;
  while (/^(?:the|an?|new|eldest|oldest|youngest|older|younger|little|old|two|three|four|five|six|both|twin|first|newborn|retired|newly|found)$/i.test(tokens[at] ?? '') && at < owner + 3) at += 1;
  const word = (tokens[at] ?? '').toLowerCase();
  const noun = word.replace(/’s?$/, '').replace(/[,;:]$/, '');
  if (!KIN.has(noun)) return undefined;
  const adjectives = tokens.slice(owner, at).filter((token) => !/^(?:the|an?|found|newly)$/i.test(token));
  const someone = [...adjectives, noun].join(' ').toLowerCase();
  if (/’s?$/.test(word)) return finished('matter', `your ${nounPhrase(tokens.slice(owner).join(' '))?.phrase ?? someone}`, clause, reading);
  const next = tokens[at + 1] ?? '';
  const isNamed = /^\p{Lu}[\p{L}’-]*$/u.test(next) && !/^I$/.test(next);
  const called = /^(?:is )?(?:called|named)$/i.test(tokens.slice(at + 1, at + 3).join(' ').replace(/ \p{Lu}.*$/u, '')) ? tokens.find((token, index) => index > at + 1 && /^\p{Lu}/u.test(token)) : undefined;
  const given = isNamed ? next : called;
  const several = isNamed && /^and$/i.test(tokens[at + 2] ?? '') && /^\p{Lu}/u.test(tokens[at + 3] ?? '') ? `${next} and ${tokens[at + 3]}` : given;
  const text = several ?? `your ${someone}`;
  const mood = moodOf(clause);
  const base: Thread = { kind: 'kin', text, about: several ?? `the ${someone}`, source: quotable(clause, 90), mood, from: reading.from };
  // Whether an ill father may be named as ill is the writer's to judge: the draft asks after him.
  if (mood !== 'light' || called !== undefined || several !== given) return base;
  const rest = tokens.slice(at + (isNamed ? 2 : 1)).join(' ').replace(ADVERB, '');
  return kinNews(text, isPluralKin(someone) ? 'were' : 'was', rest, { clause, reading }) ?? base;
}

function kinNews(
  subject: string,
  be: 'was' | 'were',
  rest: string,
  { clause, reading }: { readonly clause: string; readonly reading: Reading },
): Thread | undefined {
  if (reading.from === 'fact') return undefined;
  const doing = /^(?:is|are|was|were) (?:now |also |just )*(\p{L}+ing\b.*)$/iu.exec(rest)?.[1];
  if (doing !== undefined && !/^(?:being|feeling|doing|having)\b/i.test(doing)) return finishedClause('then', { subject, verb: be, rest: doing }, clause, reading);
  const [verb = '', ...object] = rest.split(' ');
  const plural = be === 'were' ? `${verb}s` : verb;
  if (PRESENT.test([plural, ...object].join(' ')) || /^(?:starts|begins|leaves|moves|turns|finishes)$/i.test(plural)) {
    return finishedClause('then', { subject, verb: be, rest: `${toGerund(withYou(plural.toLowerCase()))} ${object.join(' ')}`.trim() }, clause, reading);
  }
  if (!LIFE_EVENT.test(rest)) return undefined;
  return finishedClause('since', { subject, verb: '', rest }, clause, reading);
}

/** The meeting itself: "our lunch", "our coffee at the station buffet". */
function eventThread(own: string, source: string): Thread | undefined {
  const match = EVENT.exec(own);
  if (match === null) return undefined;
  const noun = (match[1] ?? '').toLowerCase().replace(/^calls$/, 'call').replace(/^zoom$/, 'call').replace(/^bbq$/, 'barbecue');
  const rest = match[2] ?? '';
  // "Trip to Lisbon is booked" is theirs, not ours.
  if (/^ (?:is|was|are|were|will|has|to|planned|went)\b/i.test(rest)) return undefined;
  const place = /^(?: with \S+)? ((?:at|in|by|on) (?!monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may\b|june|july|august|september|october|november|december|the way\b|the phone\b|\d)(?:the )?\p{L}[\p{L}’-]*(?: (?:\p{L}[\p{L}’-]*)){0,3})$/iu.exec(undated(rest))?.[1];
  const where = place === undefined ? undefined : nounPhrase(place)?.phrase;
  const at = where === undefined || where !== place ? '' : ` ${where}`;
  const isAttended = ATTENDED.test(noun);
  return eventOf(`${isAttended ? 'the' : 'our'} ${noun}${at}`, `${isAttended ? 'the' : 'your'} ${noun}${at}`, source);
}

function eventOf(text: string, about: string, source: string): Thread {
  return { kind: 'event', text, about, source: quotable(source, 90), mood: moodOf(source), from: 'talk' };
}

/** Past verbs of what I did with somebody, as they follow "I still remember". */
const GERUNDS: Readonly<Record<string, string>> = {
  ran: 'running', met: 'meeting', saw: 'seeing', ate: 'eating', swam: 'swimming', sang: 'singing', drove: 'driving', sat: 'sitting',
  heard: 'hearing', told: 'telling', taught: 'teaching', went: 'going', spent: 'spending', built: 'building', thought: 'thinking',
  bumped: 'bumping', visited: 'visiting', helped: 'helping', walked: 'walking', cooked: 'cooking', sailed: 'sailing', hiked: 'hiking',
  danced: 'dancing', played: 'playing', watched: 'watching', shared: 'sharing', listened: 'listening', asked: 'asking', showed: 'showing',
  thanked: 'thanking', congratulated: 'congratulating', joined: 'joining', worked: 'working', baked: 'baking', painted: 'painting',
  carried: 'carrying', celebrated: 'celebrating', laughed: 'laughing', biked: 'biking', cycled: 'cycling', rowed: 'rowing', travelled: 'travelling',
  stopped: 'stopping', collected: 'collecting', introduced: 'introducing', read: 'reading', picked: 'picking', drank: 'drinking',
};

/** What I did with or for them: "running into you at the market", "the time we hiked up the hill". */
function memoryThread(own: string, source: string, reading: Reading): Thread | undefined {
  const [verb = '', ...object] = own.split(' ');
  const gerund = GERUNDS[verb.toLowerCase()];
  const rest = undated(withoutFurtherVerb(object.join(' ')));
  if (rest === '' || DANGLING.test(rest) || /^(?:when|where|what|how|who|why|if)\b/i.test(rest)) return undefined;
  if (gerund !== undefined) {
    const isMeeting = /^met$/i.test(verb) && /^(?:up )?(?:at|in|on|by) /i.test(rest) && reading.alone;
    const said = isMeeting ? `you ${rest.replace(/^up /i, '')}` : turned(rest, reading);
    const hasYou = said !== undefined && (/(?:^|into |with |for |to |of )you\b/.test(said) || (/^(?:read|saw|visited|heard|tried|watched)$/i.test(verb) && /^your /.test(said)));
    if (hasYou) {
      const whole = finished('memory', `${gerund} ${said}`, source, reading);
      return whole === undefined ? undefined : { ...whole, about: source };
    }
  }
  if (!JOINT.test(own) || !reading.alone) return undefined;
  const did = turned(rest, reading);
  if (did === undefined || /\b(?:you|your|I|me|my)\b/.test(did)) return undefined;
  return eventOf(`the time we ${verb.toLowerCase()} ${did}`, `the time you ${verb.toLowerCase()} ${did}`, source);
}

/** "The state exam is booked", "new job at Alma", "garden". */
function subjectThread(clause: string, isFragment: boolean, reading: Reading): Thread | undefined {
  if (/^(?:the|this|that|these|those) /i.test(clause)) return matterThread(clause, clause, reading);
  const found = nounPhrase(clause);
  if (found === undefined || PAST.test(clause) || hasDeterminer(clause) || /^(?:it|there|not|very|so|\p{L}+ly|I|we|you|one|nobody|everyone|everybody|someone)\b/iu.test(clause)) return undefined;
  const { phrase, closed } = found;
  if (COUNTED.test(phrase) && !/s$/.test(headOf(phrase))) return finished('matter', `the ${lowFirstOf(phrase)}`, clause, reading);
  if (UNCOUNTED.test(phrase)) return talkThread(phrase, clause, reading);
  const words = phrase.split(' ').length;
  if (closed || isFragment || words < 2 || words > 4 || !/^[\p{Ll}\d]/u.test(phrase) || /\p{L}ing$/u.test(firstWord(phrase)) || /\b(?:on|at|to|me|us)\b/.test(phrase)) return undefined;
  return /[^\x00-\x7f’–-]/.test(phrase) ? undefined : talkThread(phrase, clause, reading);
}

const DULL =
  /^(?:day|days|time|times|way|thing|things|one|ones|end|other|others|same|first|last|next|rest|point|hour|hours|week|weeks|month|months|year|years|moment|lot|bit|whole|only|best|left|right|part|half|turn|name|side|hand|hands|opinion|weather|idea|question|answer|news|people|person|man|woman|guy|phone|message|mail|email|call|evening|morning|afternoon|night|reason|problem|matter|middle|second|third|favour|line|kind|age|life|words?|lap|voice|head|face|eyes?|number|past|future|meantime|order|case|fact|sake|party|meeting|chat|talk|conversation|long|short|hard|latest|usual)$/i;

/** The thing a clause is about: "her thesis is almost done" leaves "her thesis". */
function matterThread(text: string, source: string, reading: Reading): Thread | undefined {
  const found = nounPhrase(text);
  if (found === undefined || DULL.test(headOf(found.phrase)) || found.phrase.split(' ').length < 2) return undefined;
  const before = /^(.*?) (?:on|at|to|in) /.exec(found.phrase)?.[1];
  // "the council votes on the pilot" is no name of a thing.
  if (!found.closed && (found.phrase.split(' ').length > 4 || (before !== undefined && /s$/.test(before)))) return undefined;
  if (DANGLING.test(found.phrase.replace(/^(?:this|that|these|those) /i, ''))) return undefined;
  return finished('matter', found.phrase.replace(/^(?:this|that|these|those) /i, 'the '), source, reading);
}

/** Anything definite in the clause: what a clue it is to the conversation. */
function mentionThread(clause: string, reading: Reading): Thread | undefined {
  for (const match of clause.matchAll(/(?:^| )((?:the|her|his) .+)$/giu)) {
    const rest = match[1] ?? '';
    for (let at = 0; at >= 0; at = rest.indexOf(' the ', at + 1)) {
      const found = nounPhrase(rest.slice(at).trim());
      if (found === undefined) continue;
      const phrase = found.phrase.replace(/ (?:in|on|at|for|with|from|to|by|about|between|over|under|near|behind|into|through|without|and|or) .*$/i, '');
      const words = phrase.split(' ').length;
      if (words < 2 || words > 4 || DULL.test(headOf(phrase)) || (/^(?:her|his) /i.test(phrase) && !reading.trusted) || KIN.has(headOf(phrase))) continue;
      const thread = finished('mention', phrase, clause, reading);
      if (thread !== undefined) return thread;
    }
  }
  return undefined;
}

/** "did she get the job": asked of the person, "did you get the job". */
function questionThread(text: string, reading: Reading): Thread | undefined {
  const match = /^(did|does|is|was|has|have|will|can|could|would) (\S+) (.+)$/i.exec(text);
  const [, verb = '', who = '', rest = ''] = match ?? [];
  const isThem = (/^(?:she|he)$/i.test(who) && reading.trusted) || reading.names.includes(who);
  const said = isThem ? turned(undated(rest), reading) : undefined;
  if (said === undefined || DANGLING.test(said) || /\b(?:I|me|my|we|us)\b/.test(said)) return quoted(text, reading);
  const asked = `${verb.toLowerCase() === 'does' ? 'do' : withYou(verb.toLowerCase())} you ${said}`;
  return finished('question', asked, text, { ...reading, trusted: true });
}

/** "ask how the exam went". */
function askingThread(word: string, rest: string, source: string, reading: Reading): Thread | undefined {
  const asked = `${word.toLowerCase().replace(/^if$/, 'whether')} ${undated(rest)}`;
  return DANGLING.test(asked) ? undefined : finished('asking', asked, source, reading);
}

/** With others there, a clause that begins with somebody's name is that person's story, not this one's. */
function isAboutOthers(clause: string, reading: Reading): boolean {
  if (reading.alone || reading.names.some((name) => clause.startsWith(name))) return false;
  return (
    (/^\p{Lu}[\p{L}-]+(?:’s | (?:is|was|has|had|will|wants|moved|started|\p{Ll}+s|\p{Ll}+ed) )/u.test(clause) && !EVENT.test(clause)) ||
    /^(?:her|his|their|she|he|they) /i.test(clause)
  );
}

function hasDeterminer(text: string): boolean {
  return /^(?:the|an?|her|his|their|your|my|our|this|that|these|those|some|any|every|each|no|two|three|four|five|six|\S+’s?)\s/i.test(text);
}

/** The noun a phrase is about: "boat" in "the old boat in Ghent". */
export function headOf(phrase: string): string {
  const before = phrase.split(/ (?:of|in|on|at|for|with|to|from|about|between|by|over|under|near|behind|that|who|into|and) /i)[0] ?? phrase;
  return before.split(' ').at(-1) ?? before;
}

function lowFirstOf(phrase: string): string {
  return /^\p{Lu}\p{Ll}/u.test(phrase) && (phrase.split(' ').length === 1 || /^(?:new|old|big|small|next|first|second|job|book|house|home)\b/i.test(phrase))
    ? phrase.charAt(0).toLowerCase() + phrase.slice(1)
    : phrase;
}

