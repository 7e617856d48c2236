import { isPluralKin } from './grammar.ts';
import { isOverByNow, recallsOf, type Wordings } from './lines.ts';
import { isStanding, isWeak, type Thread, type ThreadKind } from './thread.ts';

/*
 * What one would like to hear of somebody, as it goes on after "I’d love to hear": a question that asks for no answer by
 * itself, and so fits beside an invitation or another question. Read every one aloud before adding it.
 */

type Line = (t: string) => string;

const HEAR: Readonly<Partial<Record<ThreadKind, readonly Line[]>>> = {
  matter: [(t) => `how things are with ${t}`, (t) => `how things are going with ${t}`],
  since: [(t) => `how things have been since ${t}`, (t) => `how you have been since ${t}`],
  kin: [(t) => `how ${t} ${isPluralKin(t) ? 'are' : 'is'}`],
  still: [(t) => `whether you still ${t}`],
  ongoing: [(t) => `how ${t} is going`],
  hope: [(t) => `whether you still hope to ${t}`, (t) => `what has become of your plan to ${t}`],
  plan: [(t) => `whether ${t} is still the plan`],
  interest: [(t) => `whether you still find time for ${t}`, (t) => `whether there is still time for ${t}`],
  role: [(t) => `how life is as ${t}`],
  sent: [(t) => `how you liked ${t}`],
  need: [(t) => `whether you have found ${t}`],
};

/** Clauses for one thread; empty where there is none, or it is nothing to ask about lightly. */
export function wouldHear(thread: Thread | undefined): readonly string[] {
  if (thread === undefined || thread.mood !== 'light' || isStanding(thread)) return [];
  return thread.told === undefined ? (HEAR[thread.kind]?.map((line) => line(thread.text)) ?? []) : [];
}

/** One sentence of what one would like to hear or talk about; undefined where nothing is known to speak of lightly. */
export function hearMore(thread: Thread | undefined): Wordings | undefined {
  if (thread === undefined || thread.mood !== 'light' || isWeak(thread)) return undefined;
  const { kind, text, told } = thread;
  const label = `hear-${kind}`;
  if (told !== undefined)
    return {
      label: 'hear-told',
      lines: LAST.map((last) => `${last}, ${told.clause}, and I’d love to hear what came of it.`),
    };
  switch (kind) {
    case 'news':
      return {
        label,
        lines: LAST.map(
          (last) => `${last}, ${text}, and I’d love to hear how it ${isOverByNow(thread) ? 'was' : 'is going'}.`,
        ),
      };
    case 'talk': {
      if (/^my /.test(text)) return recallsOf(thread);
      const subject = text.replace(/^.*? about /, '');
      const lines = text.startsWith('what you told me') ? TOLD_ME_MORE : TALK_MORE;
      return { label: `${label}-${lines.length}`, lines: lines.map((line) => line(subject)) };
    }
    case 'feat':
      return { label, lines: [`I haven’t forgotten that ${text}, and I’d love to hear more.`] };
    case 'event':
    case 'memory':
    case 'met':
    case 'received':
      return recallsOf(thread);
    default: {
      const clauses = wouldHear(thread);
      const lines = clauses.flatMap((clause) => HEARING.map((hearing) => `${hearing} ${clause}.`));
      return lines.length === 0 ? undefined : { label, lines };
    }
  }
}

const LAST: readonly string[] = ['The last I heard', 'When we were last in touch'];
const HEARING: readonly string[] = ['I’d love to hear', 'I would like to know'];
const TOLD_ME_MORE: readonly Line[] = [
  (t) => `I’d love to hear more about ${t}.`,
  (t) => `What you told me about ${t} made me curious for more.`,
];
const TALK_MORE: readonly Line[] = [
  (t) => `I’d love to talk more about ${t}.`,
  (t) => `I would like to hear more about ${t}.`,
  (t) => `We had more to say about ${t}, I think.`,
];
