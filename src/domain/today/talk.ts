import { KIN } from './grammar.ts';
import { COUNTED, DANGLING } from './patterns.ts';
import { finished, hasDeterminer, headOf, nounPhrase, undated, withoutFurtherVerb } from './reading.ts';
import type { Reading, Thread } from './thread.ts';

/** What was talked about. */

/** "talked about tidal power", "about why bridges sing": `our talk about …`. */
export function talkThread(about: string, source: string, reading: Reading): Thread | undefined {
  const whole = withoutFurtherVerb(about);
  const topic = GERUND_WHEN.test(undated(whole))
    ? whole
    : whole.replace(
        / (?:until|till|before|after|while|when|over|and then|and we|and i|and he|and she|and went|but) .*$/i,
        '',
      );
  const found = topicOf(topic, reading);
  if (found === undefined) return undefined;
  // In "the people who miss them", what "them" means is in the subject itself.
  const isClosed = /^\S+ \S+ .*\b(?:them|they)\b/i.test(found);
  const thread = finished('talk', isClosed ? found.replace(/\b(?:them|they)\b/gi, INNER) : found, source, reading);
  if (thread === undefined) return undefined;
  const pronoun = /\b(?:them|they)\b/i.exec(found)?.[0] ?? '';
  const [text, owner] = [thread.text, thread.about].map((words) => words.replaceAll(INNER, pronoun));
  const isTold = /\b(?:(?:told|tells) (?:me|us)|explain(?:ed|s))\b/i.test(source);
  // They told it of one that is known since then: "what you told me about the lodger".
  const known = isTold ? text?.replace(/^an? /, 'the ') : text;
  return {
    ...thread,
    text: `${isTold ? 'what you told me' : reading.conversation} about ${known}`,
    about: owner ?? '',
  };
}

/** "Speaking before breakfast" is one subject, and not when it was spoken of. */
const GERUND_WHEN = /^\p{L}+ing (?:before|after|over) [\p{L}-]+$/iu;

/** A word that no rule touches, in the place of one that is certain. */
const INNER = 'those-ones';

/** "Asked how it goes with screenwriting": a thing of theirs, whatever the answer was. */
const HOW_IT_GOES = /^(?:I )?asked (?:(?:her|him) )?how it (?:goes|is going|went|was going) with (.+)$/i;

export function pastimeThread(own: string, source: string, reading: Reading): Thread | undefined {
  const thing = HOW_IT_GOES.exec(own)?.[1];
  const found = thing === undefined ? undefined : nounPhrase(undated(thing), { verbs: false })?.phrase;
  if (found === undefined || !reading.alone || DANGLING.test(found) || /\b(?:my|our|me|us)\b/.test(found))
    return undefined;
  const isThing = /^(?:her|his|the) /i.test(found);
  return finished(isThing ? 'matter' : 'interest', found, source, reading);
}

/** "gave her an answer about small theatres". */
export function aboutThread(text: string, reading: Reading): Thread | undefined {
  const about = / about (.+)$/i.exec(text)?.[1];
  const isDoubtful = /\bnot\b|n’t\b|\b(?:for|to|with) (?:me|us)\b/.test(text);
  return about === undefined || isDoubtful ? undefined : talkThread(about, text, reading);
}

/** The subject of a conversation: a noun phrase or an indirect question; undefined when it names nothing. */
function topicOf(topic: string, reading: Reading): string | undefined {
  if (NO_TOPIC.test(topic)) return undefined;
  if (/^(?:whether|how|why|what|if|when|where|who|which)\b/i.test(topic)) {
    const question = undated(topic.replace(/^if /i, 'whether '));
    const isLoose = DANGLING.test(question.replace(/\bit(?: is|’s)\b/, ''));
    return question.split(' ').length > LONGEST_QUESTION || isLoose ? undefined : question;
  }
  if (KIN.has(topic.toLowerCase())) {
    if (!reading.alone) return undefined;
    return `${reading.trusted ? 'her' : 'the'} ${topic.toLowerCase()}`;
  }
  const whole = undated(topic)
    .replace(/ the (?:other|first|second|last|same|rest)$/i, '')
    .replace(HOW_WE_TALKED, '')
    .replace(THE_ONE, '');
  const named = nounPhrase(whole, { verbs: false })?.phrase;
  // "knots and what they hold": the second half was cut before its end.
  const phrase = named?.replace(/,? (?:and|or) (?:what|how|why|when|where|who|which|whether)$/i, '');
  if (phrase === undefined || /^(?:she|he|they|we|i|you|it)\b/i.test(phrase)) return undefined;
  const isCounted = COUNTED.test(phrase) && !hasDeterminer(phrase) && !/s$/.test(headOf(phrase));
  return isCounted ? `the ${phrase}` : phrase;
}

const LONGEST_QUESTION = 14;
/** "The bees of a city with him by mail": with whom and how is no part of the subject. */
const HOW_WE_TALKED =
  /(?: with (?:him|them|each other|her(?= (?:by|on|over|in|at|and)\b|$))\b| (?:by (?:mail|e-?mail|post|letter|phone)|on the phone|over (?:coffee|lunch|dinner|tea|breakfast))\b)+.*$/i;
/** "The one about the whale survey" meant something known to whoever noted it; what it is about is understood without it. */
const THE_ONE = /^the one (?:about|on) (?=\S)/i;
const NO_TOPIC = /^(?:it|this|that|them|things|stuff|everything|nothing|him|her|me|us|life|old times)$/i;
