import { firstWord, KIN } from './grammar.ts';
import { COUNTED, DANGLING, PAST, UNCOUNTED } from './patterns.ts';
import { finished, hasDeterminer, headOf, nounPhrase, startLow } from './reading.ts';
import { talkThread } from './talk.ts';
import type { Reading, Thread } from './thread.ts';
import { toldOf } from './told.ts';

/** The things a note speaks of, by their names. */

/** "The state exam is booked", "new job at Alma", "garden". */
export function subjectThread(clause: string, isFragment: boolean, reading: Reading): Thread | undefined {
  if (/^(?:the|this|that|these|those) /i.test(clause))
    return isFragment && nounPhrase(clause)?.closed !== true ? undefined : matterThread(clause, clause, reading);
  const found = nounPhrase(startLow(clause));
  if (
    found === undefined ||
    PAST.test(clause) ||
    hasDeterminer(clause) ||
    /^(?:of|at|in|on|over|under|back|until|for|with|from|by|near|after|before|once|twice|as|when|where|while|if|how|since|off|up|down|out|it|there|not|very|so|\p{L}+ly|I|we|you|one|nobody|everyone|everybody|someone)\b/iu.test(
      clause,
    )
  )
    return undefined;
  const { phrase, closed } = found;
  if (COUNTED.test(phrase) && !/s$/.test(headOf(phrase)))
    return withTold(
      finished('matter', `the ${lowFirstOf(phrase)}`, clause, reading),
      spelledOut(clause.slice(phrase.length).trim()),
      reading,
    );
  if (UNCOUNTED.test(phrase) && !closed) return talkThread(phrase, clause, reading);
  const words = phrase.split(' ').length;
  if (
    closed ||
    isFragment ||
    words < 2 ||
    words > 4 ||
    !/^[\p{Ll}\d]/u.test(phrase) ||
    /\p{L}ing$/u.test(firstWord(phrase)) ||
    /\b(?:on|at|to|me|us)\b/.test(phrase)
  )
    return undefined;
  return /[^\x00-\x7f’–-]/.test(phrase) ? undefined : talkThread(phrase, clause, reading);
}

const DULL =
  /^(?:two|three|four|five|six|few|many|day|days|time|times|way|thing|things|one|ones|end|other|others|same|first|last|next|rest|point|hour|hours|week|weeks|month|months|year|years|moment|lot|bit|whole|only|best|left|right|part|half|turn|name|side|hand|hands|opinion|weather|idea|question|answer|news|people|person|man|woman|guy|phone|message|mail|email|call|evening|morning|afternoon|night|reason|problem|matter|middle|second|third|favour|line|kind|age|life|words?|lap|voice|parcel|package|letter|city|town|world|country|crossing|head|face|eyes?|number|past|future|meantime|order|case|fact|sake|party|meeting|chat|talk|conversation|long|short|hard|latest|usual)$/i;

/** The thing a clause is about: "her thesis is almost done" leaves "her thesis". */
export function matterThread(text: string, source: string, reading: Reading): Thread | undefined {
  const found = nounPhrase(text);
  if (found === undefined || DULL.test(headOf(found.phrase)) || found.phrase.split(' ').length < 2) return undefined;
  const phrase = found.closed ? found.phrase : withoutPluralOrVerb(found.phrase);
  const before = /^(.*?) (?:on|at|to|in) /.exec(phrase)?.[1];
  // "the council votes on the pilot" is no name of a thing.
  if (!found.closed && (phrase.split(' ').length > 4 || (before !== undefined && /s$/.test(before)))) return undefined;
  // "the attic for me" is the owner’s.
  if (/^ (?:for|to|from|of|with) (?:me|us|mine)\b/i.test(text.slice(phrase.length))) return undefined;
  if (DANGLING.test(phrase.replace(/^(?:this|that|these|those) /i, ''))) return undefined;
  const thread = finished('matter', phrase.replace(/^(?:this|that|these|those) /i, 'the '), source, reading);
  return withTold(thread, text.slice(phrase.length), reading);
}

/** "Permit granted": short for "was granted". */
function spelledOut(predicate: string): string {
  return /^\p{Ll}+ed$/u.test(predicate) ? `was ${predicate}` : predicate;
}

function withTold(thread: Thread | undefined, predicate: string, reading: Reading): Thread | undefined {
  const told = thread && toldOf(thread.text, predicate.trim(), reading);
  return told === undefined ? thread : thread && { ...thread, told };
}

/** "the roof leaks", "the grant deadlines": the last word may be a verb, and what is before it is true either way. */
function withoutPluralOrVerb(phrase: string): string {
  const match = /^(\S+ (\p{L}+)) \p{L}+[^su\P{L}]s$/u.exec(phrase);
  const isAdjective =
    /^(?:new|old|big|small|young|first|last|next|other|long|short|wild|local|good|best|three|two|four|\p{L}+(?:ing|ed|al|ic|ful|ous|ive|ish|y))$/u.test(
      match?.[2] ?? '',
    );
  return match === null || isAdjective ? phrase : (match[1] ?? phrase);
}

/** Anything definite in the clause: what a clue it is to the conversation. */
export function mentionThread(clause: string, reading: Reading): Thread | undefined {
  for (const match of clause.matchAll(/(?:^| )((?:the|her|his) .+)$/giu)) {
    const rest = match[1] ?? '';
    for (let at = 0; at >= 0; at = rest.indexOf(' the ', at + 1)) {
      const found = nounPhrase(rest.slice(at).trim());
      if (found === undefined) continue;
      const phrase = found.phrase.replace(
        / (?:in|on|at|for|with|from|to|by|about|between|over|under|near|behind|into|through|without|and|or) .*$/i,
        '',
      );
      const words = phrase.split(' ').length;
      if (
        words < 2 ||
        words > 4 ||
        /[“”]/.test(phrase) ||
        DULL.test(headOf(phrase)) ||
        (/^(?:her|his) /i.test(phrase) && !reading.trusted) ||
        KIN.has(headOf(phrase))
      )
        continue;
      const thread = finished('mention', phrase, clause, reading);
      if (thread !== undefined) return thread;
    }
  }
  return undefined;
}

function lowFirstOf(phrase: string): string {
  return /^\p{Lu}\p{Ll}/u.test(phrase) && (COUNTED.test(phrase.split(' ')[0] ?? '') || startLow(phrase) !== phrase)
    ? phrase.charAt(0).toLowerCase() + phrase.slice(1)
    : phrase;
}
