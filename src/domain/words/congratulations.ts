import type { KnownFact } from '../today/candidate.ts';
import { threadFromFact } from '../today/fact.ts';
import { whoSpeaksOfTheGone } from '../today/gone.ts';
import { namesOf } from '../today/grammar.ts';
import { goodNewsSentences } from '../today/moment-message.ts';
import type { Parts, WordingPicker } from '../today/parts.ts';
import { COUNTED } from '../today/patterns.ts';
import { plain, shortened } from '../today/phrases.ts';
import { clausesOf, nounPhrase } from '../today/reading.ts';
import { deedOf } from './deed.ts';
import { isStale } from './stale.ts';

/** Congratulations on what the owner says, else on what is known; by name wherever it has one. Nothing is asked for. */

const CONGRATULATIONS: readonly string[] = [
  'I heard your good news, and I am so happy for you. Congratulations!',
  'What wonderful news. Congratulations, you have earned it!',
  'I was so glad to hear it. Congratulations!',
  'Congratulations! I hope you take an evening to celebrate.',
  'Your news made my day. Congratulations!',
  'I always thought you would do it. Congratulations, and enjoy it!',
  'Congratulations! I would love to hear how it came about.',
];
const AFTER_CONGRATULATIONS: readonly string[] = [
  'I am so happy for you. How does it feel?',
  'You have earned it. I hope you take an evening to celebrate.',
  'What wonderful news. Tell me more when you have a moment.',
];
/** Something they managed, of which nobody ever made much. */
const LATE_PRAISE: readonly ((t: string) => string)[] = [
  (t) => `I don’t think I ever congratulated you properly: ${t}, and that is something. Well done!`,
  (t) => `Late, but meant all the more: ${t}. Congratulations!`,
  (t) => `It is a while ago, and I still think of it with joy: ${t}. Congratulations!`,
];
/** The same of a thing there is: `t` is `becoming captain of the team`. */
const LATE_PRAISE_ON: readonly ((t: string) => string)[] = [
  (t) => `I don’t think I ever congratulated you properly on ${t}. Well done!`,
  (t) => `Late, but meant all the more: congratulations on ${t}!`,
];

/** "Won the prize" is something they did, "the new job" something there is. */
export function congratulated(about: string, parts: Parts, picker: WordingPicker): readonly string[] {
  const pick = (pool: readonly string[]) => picker.pick('library-congratulations', pool);
  if (about === '')
    return goodNewsSentences(parts, picker) ?? [successSentence(parts, picker) ?? pick(CONGRATULATIONS)];
  const deed = deedOf(about, parts);
  if (deed !== undefined) return [`${deed}: congratulations!`, pick(AFTER_CONGRATULATIONS)];
  const what = shortened(about, 120).replace(/^(?:The|A|An|Your|His|Her|Their)\b/, (word) => word.toLowerCase());
  return [`Congratulations on ${what.replace(/^(?:his|her|their)\b/, 'your')}!`, pick(AFTER_CONGRATULATIONS)];
}

/** The newest success that may be said, where there is no news. */
function successSentence({ candidate, today }: Parts, picker: WordingPicker): string | undefined {
  const names = namesOf(candidate);
  const speaksOfTheGone = whoSpeaksOfTheGone(candidate);
  const successes = candidate.facts
    .filter(
      (fact) => fact.kind === 'success' && !fact.private && (fact.learnedOn ?? '') <= today && !isStale(fact, today),
    )
    .filter(({ text }) => !speaksOfTheGone(text))
    .sort((a, b) => ((a.learnedOn ?? '') < (b.learnedOn ?? '') ? 1 : -1));
  for (const fact of successes) {
    const thread = threadFromFact(fact, names);
    if (thread === undefined || thread.mood !== 'light') continue;
    if (thread.kind === 'feat' || thread.kind === 'since') return picker.pick('late-praise', LATE_PRAISE)(thread.text);
    const thing = thingIn(fact);
    if (thing !== undefined) return picker.pick('late-praise-on', LATE_PRAISE_ON)(thing);
  }
  return undefined;
}

/** "Captain of the team", "One of four places": a thing there is, in the words of the note, as it stands after "on". */
function thingIn({ text }: KnownFact): string | undefined {
  const what = clausesOf(plain(text))[0]?.text ?? '';
  if (what.length > 80 || /\b(?:she|he|her|his|him|they|their|them|it|this|that)\b/i.test(what)) return undefined;
  if (/^(?:captain|head|chair|president|director|winner|finalist|member|leader) (?:of|in|at) /i.test(what))
    return `becoming ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
  const found = nounPhrase(what);
  const isThing =
    /^(?:an?|the|one of|first|second|new) \p{Ll}/iu.test(what) || (COUNTED.test(what) && / (?:for|of) /.test(what));
  if (!isThing || found?.closed !== false || found.phrase !== what) return undefined;
  const article = /^(?:an?|the|one of) /i.test(what) ? '' : /^(?:first|second|new) /i.test(what) ? 'your ' : 'the ';
  return `${article}${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}
