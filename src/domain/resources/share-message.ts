import { stableHash } from '../keeping/hash.ts';
import type { FittingResource } from '../today/candidate.ts';
import { threadFromFact } from '../today/fact.ts';
import { KIN, namesOf } from '../today/grammar.ts';
import type { Parts, WordingPicker } from '../today/parts.ts';
import { plain, shortened } from '../today/phrases.ts';
import { nounPhrase } from '../today/reading.ts';
import type { Thread, ThreadKind } from '../today/thread.ts';
import type { FactKind } from '../words.ts';
import type { Because } from './fitting.ts';

/*
 * What one says when one passes something on: what it is, and why it made one think of this person and nobody else. Read
 * every line aloud before adding it. Nothing private, nothing hard for them, and no answer asked for.
 */

type Line = (title: string, why: string) => string;

/** `t` is the title between quotes, `w` what of theirs it has to do with, in the form of the thread's kind. */
const BECAUSE: Readonly<Partial<Record<ThreadKind, readonly Line[]>>> = {
  interest: [
    (t, w) => `I came across ${t}, and it made me think of you and ${w}.`,
    (t, w) => `I read ${t} and thought of you, because of ${w}.`,
    (t, w) => `Here is something for you, because of ${w}: ${t}.`,
    (t, w) => `I kept ${t} for you, since I know how much you care for ${w}.`,
    (t, w) => `I remembered that you like ${w}, and so I wanted you to have ${t}.`,
    (t, w) => `Because of ${w} I thought ${t} might be something for you.`,
  ],
  still: [
    (t, w) => `I read ${t} and thought of you, since you ${w}.`,
    (t, w) => `I know that you ${w}, so I kept ${t} for you.`,
    (t, w) => `Because you ${w}, I thought ${t} might be something for you.`,
    (t, w) => `You ${w}, so I had to think of you when I came across ${t}.`,
  ],
  ongoing: [
    (t, w) => `I thought of you and ${w} when I read ${t}.`,
    (t, w) => `While you are ${w}, ${t} might be something for you.`,
    (t, w) => `I kept ${t} for you, because of ${w}.`,
    (t, w) => `I came across ${t} and remembered that you are ${w}.`,
  ],
  hope: [
    (t, w) => `You once hoped to ${w}, and ${t} made me think of it.`,
    (t, w) => `I remembered that you would like to ${w}, so I kept ${t} for you.`,
    (t, w) => `I read ${t} and thought of how you want to ${w}.`,
    (t, w) => `For when you ${w}: I thought ${t} might help a little.`,
  ],
  need: [
    (t, w) => `I remembered that you were looking for ${w}, and ${t} might help.`,
    (t, w) => `I came across ${t} and thought of you, because of ${w}.`,
    (t, w) => `Perhaps ${t} brings you nearer to ${w}.`,
  ],
  role: [
    (t, w) => `You will know more about it than I do, as ${w}: ${t}.`,
    (t, w) => `I read ${t} and thought of you; as ${w} you may enjoy it, or disagree.`,
    (t, w) => `I wondered what you, as ${w}, would make of ${t}.`,
  ],
  plan: [(t, w) => `I thought of you and ${w} when I read ${t}.`, (t, w) => `I kept ${t} for you, with ${w} in mind.`],
};

/** Where what is known cannot be said in a sentence, the words it shares can: `w` is `“kelp” and “tides”`. */
const ABOUT: readonly Line[] = [
  (t, w) => `I came across ${t} and thought of you: it is about ${w}.`,
  (t, w) => `${t} made me think of you: it has to do with ${w}.`,
  (t, w) => `I thought of you when I read ${t}; it has to do with ${w}.`,
  (t, w) => `I kept ${t} for you. There is something about ${w} in it.`,
  (t, w) => `There is something about ${w} in ${t}, and so I thought of you.`,
  (t, w) => `When I saw ${w} in ${t}, I thought of you.`,
];
const AT_WORK: readonly Line[] = [
  (t, w) => `I read ${t} and wondered what you would make of it at work: it is about ${w}.`,
  (t, w) => `${t} made me think of you and your work, because of ${w}.`,
  (t, w) => `You know far more about ${w} than I do, so I wanted you to have ${t}.`,
  (t, w) => `I thought of your work when I saw ${w} in ${t}.`,
  (t, w) => `With ${w} in it, ${t} may be of use in your work.`,
];
const LIKED: readonly Line[] = [
  (t, w) => `You liked ${w}, so here is another: ${t}.`,
  (t, w) => `Since you liked ${w}, I thought ${t} might be something for you too.`,
  (t, w) => `I remembered that ${w} was to your taste, and so I kept ${t} for you.`,
];
const JUST_FOR_YOU: readonly ((title: string) => string)[] = [
  (t) => `I came across ${t} and thought of you.`,
  (t) => `I kept ${t} for you.`,
  (t) => `${t} made me think of you.`,
  (t) => `I thought ${t} might be something for you.`,
  (t) => `When I read ${t}, I thought of you.`,
  (t) => `I wanted you to have ${t}.`,
];
const CLOSERS: readonly string[] = [
  'No need to answer.',
  'I’d love to hear what you make of it.',
  'Keep it for a quiet moment.',
  'Tell me what you think, if you like.',
  'Only if you feel like it.',
  'No hurry at all.',
];

const LONGEST_TITLE = 110;
const AT_WORK_ORIGINS: ReadonlySet<Because['origin']> = new Set(['role', 'work']);
/** What is hard for them is never recited, and what is meant to be a surprise stays one. */
const UNSAID: ReadonlySet<Because['origin']> = new Set(['challenge', 'gift-idea', 'family', 'offer']);

/** What to say to the person of a draft about this resource: why them, the address, and a word that leaves them free. */
export function shareSentences(
  resource: FittingResource,
  { candidate }: Parts,
  picker: WordingPicker,
): readonly string[] {
  const because = resource.because.find((one) => !one.private && !UNSAID.has(one.origin));
  const title = `“${shortened(plain(resource.title), LONGEST_TITLE)}”`;
  const pick = pickFor(resource, picker);
  const words = `${whyThem(because, { title, names: namesOf(candidate), pick })} ${pick('share-closer', CLOSERS)}`;
  // One piece: whatever is cut from a draft, the address stays. On a line of its own every app makes it a link.
  return [resource.url === undefined ? words : `${words}\n${resource.url}`];
}

type Pick = <T>(label: string, pool: readonly T[]) => T;

/** Each resource begins elsewhere in a pool: whoever gets a second one hears other words. */
function pickFor({ id }: FittingResource, picker: WordingPicker): Pick {
  const turn = stableHash(id);
  return (label, pool) => {
    const first = turn % pool.length;
    return picker.pick(label, [...pool.slice(first), ...pool.slice(0, first)]);
  };
}

function whyThem(
  because: Because | undefined,
  { title, names, pick }: { title: string; names: readonly string[]; pick: Pick },
): string {
  if (because === undefined) return pick('share-plain', JUST_FOR_YOU)(title);
  if (because.origin === 'given') return pick('share-liked', LIKED)(title, `“${plain(because.text)}”`);
  const thread = isFact(because) ? threadFromFact({ kind: because.origin, text: because.text }, names) : undefined;
  const lines = thread?.mood === 'light' ? BECAUSE[thread.kind] : undefined;
  const topics = topicsIn(because);
  // Of "family history; a great-grandfather" the grandfather is nobody’s topic, and the history is.
  const isApt = thread !== undefined && says(thread, because) === topics.length > 0;
  if (isApt && lines !== undefined) return pick(`share-${thread.kind}`, lines)(title, thread.text);
  if (topics.length === 0) return pick('share-plain', JUST_FOR_YOU)(title);
  const words = listed(topics.slice(0, 2));
  return AT_WORK_ORIGINS.has(because.origin)
    ? pick('share-work', AT_WORK)(title, words)
    : pick('share-about', ABOUT)(title, words);
}

/** The words shared that are a topic: nobody of theirs, and with the article they stand with (`the night train`). */
function topicsIn({ words, text }: Because): readonly string[] {
  return words.map(plain).flatMap((word) => {
    if (namesKin(word)) return [];
    const at = text.indexOf(word);
    const article = /\b(?:the|an?) (?:[\p{Ll}-]+ ){0,2}$/iu.exec(text.slice(0, Math.max(0, at)))?.[0] ?? '';
    const phrase = nounPhrase(`${article}${text.slice(Math.max(0, at))}`)?.phrase ?? '';
    return [phrase.startsWith(`${article}${word}`) ? `${article.toLowerCase()}${word}` : word];
  });
}

function namesKin(text: string): boolean {
  return text.split(/[^\p{L}’]+/u).some((word) => KIN.has(word.toLowerCase()));
}

function isFact(because: Because): because is Because & { origin: FactKind } {
  return because.origin !== 'role' && because.origin !== 'tag' && because.origin !== 'given';
}

/** A note may say much: what is quoted of it must be the part that the resource is about. */
function says(thread: Thread, { words }: Because): boolean {
  const text = thread.text.toLowerCase();
  return words.some((word) => text.includes(word.toLowerCase().slice(0, Math.max(4, word.length - 3))));
}

function listed(words: readonly string[]): string {
  return words.map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word)).join(' and ');
}
