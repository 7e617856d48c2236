import { isPluralKin } from './grammar.ts';
import { isWeak, type Thread, type ThreadKind, type Told } from './thread.ts';

/*
 * The sentences drafts are made of. Read every one aloud before adding it: no claim that may be untrue ("I saw an article"),
 * nothing one would not say to a friend, no favour asked in passing, one question at most. `t` is the thread as said to the
 * person, in the form its kind promises.
 */

type Line = (t: string) => string;

const STILL_REMEMBER: Line = (t) => `I still remember ${t}.`;
const THINKING_BACK: Line = (t) => `I was thinking back to ${t}.`;
const THINKING_OF: Line = (t) => `I was thinking of ${t}.`;
const NOT_FORGOTTEN: Line = (t) => `I haven’t forgotten ${t}.`;
const REMEMBER_THAT: Line = (t) => `I still remember that ${t}.`;
const LAST_HEARD: Line = (t) => `The last I heard, ${t}.`;
const LAST_IN_TOUCH: Line = (t) => `When we were last in touch, ${t}.`;

/** One sentence that says what is remembered and asks nothing. */
const RECALLS: Readonly<Record<ThreadKind, readonly Line[]>> = {
  talk: [THINKING_BACK, (t) => `I still think about ${t}.`, NOT_FORGOTTEN, (t) => `${upper(t)} came back to me.`],
  matter: [(t) => `I hope things are going well with ${t}.`],
  news: [LAST_HEARD, LAST_IN_TOUCH],
  since: [REMEMBER_THAT, (t) => `I haven’t forgotten that ${t}.`],
  kin: [(t) => `I hope you and ${t} are well.`, (t) => `All my best to you and ${t}.`],
  still: [(t) => `I hope you still ${t}.`],
  ongoing: [(t) => `I hope ${t} is going well.`],
  hope: [(t) => `I hope you still mean to ${t}.`],
  plan: [(t) => `I haven’t forgotten your plan: ${t}.`],
  interest: [(t) => `I hope there is still time for ${t}.`, (t) => `I hope you still find time for ${t}.`],
  role: [(t) => `I hope you are enjoying life as ${t}.`],
  need: [(t) => `I hope you have found ${t}.`],
  feat: [(t) => `I still like to think of it: ${t}.`, (t) => `I haven’t forgotten that ${t}.`],
  event: [THINKING_BACK, (t) => `I still think back to ${t}.`, THINKING_OF],
  memory: [STILL_REMEMBER, THINKING_BACK, NOT_FORGOTTEN],
  sent: [(t) => `I hope you liked ${t}.`],
  received: [(t) => `Thank you again for ${t}.`, (t) => `I haven’t forgotten ${t}; thank you again.`],
  met: [STILL_REMEMBER, THINKING_OF, NOT_FORGOTTEN],
  meal: [(t) => `If you feel like it, let’s eat something ${t} together one of these days.`],
  question: [(t) => `I’ve been wondering: ${t}?`],
  asking: [(t) => `I wanted to ask ${t}.`, (t) => `I’ve been meaning to ask ${t}.`],
  mention: [(t) => `I remember ${t} from last time.`, (t) => `I was thinking of last time, and of ${t}.`],
  quote: [(t) => `My note from last time says “${t}”.`, (t) => `I still remember last time: “${t}”.`],
  preference: [(t) => `I still remember: “${t}”.`],
};
/** What was said of a thing: `t` is `the lease was signed`. */
const TOLD: Readonly<Record<Told['when'], readonly Line[]>> = {
  lasting: [LAST_HEARD, LAST_IN_TOUCH],
  coming: [LAST_HEARD, LAST_IN_TOUCH],
  over: [(t) => `I remember well that ${t}.`, (t) => `I haven’t forgotten that ${t}.`],
};
const TOLD_ASK: Readonly<Record<Told['when'], readonly string[]>> = {
  lasting: ['How are things now?', 'How has it been since?', 'What has happened since?'],
  coming: ['What came of it?', 'How did it go?'],
  over: ['What has come of it?', 'What has happened since?', 'How have things been since?'],
};
const ALL_WELL = 'I hope all has gone well since';
/** Words from a note about them, rather than from a conversation. */
const QUOTED_FACT: readonly Line[] = [(t) => `I still remember: “${t}”.`];

/** What I wrote to them of, which they may have left without an answer: `t` is its subject. */
const I_WROTE: readonly Line[] = [
  (t) => `I’d still like to hear what you think about ${t}.`,
  (t) => `I wrote to you about ${t}, and I am curious what you think.`,
  (t) => `I have been wondering what you think about ${t}.`,
];
const MINE = /^my [\p{L}-]+ about (?!your?\b)/u;

/** One question about it; kinds that are no question of their own have none. */
const QUESTIONS: Readonly<Partial<Record<ThreadKind, readonly Line[]>>> = {
  matter: [(t) => `How are things with ${t}?`, (t) => `How are things going with ${t}?`],
  since: [(t) => `How have things been since ${t}?`, (t) => `How have you been since ${t}?`],
  kin: [(t) => `How ${isAre(t)} ${t}?`, (t) => `How ${isAre(t)} ${t} getting on?`],
  still: [(t) => `Do you still ${t}?`],
  ongoing: [(t) => `How is ${t} going?`, (t) => `Is ${t} going well?`],
  hope: [(t) => `Do you still hope to ${t}?`, (t) => `Do you still plan to ${t}?`],
  plan: [(t) => `Is ${t} still the plan?`],
  interest: [(t) => `Do you still find time for ${t}?`, (t) => `Is there still time for ${t}?`],
  role: [(t) => `How is life as ${t}?`],
  need: [(t) => `Have you found ${t} yet?`],
  event: [(t) => `How have you been since ${t}?`],
  sent: [(t) => `Did you like ${t}?`, (t) => `How did you like ${t}?`],
  meal: [(t) => `Would you like to eat something ${t} together one of these days?`],
  question: [(t) => `I was wondering: ${t}?`, (t) => `Tell me: ${t}?`],
};
/** A sentence and the question it leads to, which belong together. */
const TOGETHER: Readonly<Partial<Record<ThreadKind, readonly Line[]>>> = {
  news: [
    (t) => `${LAST_HEARD(t)} How is it going?`,
    (t) => `${LAST_IN_TOUCH(t)} How is it going?`,
    (t) => `${LAST_HEARD(t)} How are things now?`,
    (t) => `${LAST_IN_TOUCH(t)} How are things now?`,
  ],
  asking: [(t) => `I wanted to ask ${t}.`, (t) => `I’ve been meaning to ask ${t}.`],
};

/** What comes before a question about them, and after a sentence about what is remembered. */
export const LEAD_INS: readonly string[] = [
  'I was thinking of you.',
  'You came to mind today.',
  'I’ve been meaning to write.',
  'I was thinking of you today.',
  'I wanted to say hello.',
];
export const GENERAL_QUESTIONS: readonly string[] = [
  'How are you?',
  'How have you been?',
  'How are you these days?',
  'What is new with you?',
  'How are things with you?',
];

/** Asked with care, when the thread is an illness or another hard thing. */
const GENTLE: readonly Line[] = [
  (t) => `I’ve been thinking of you and ${t}. How are things now?`,
  (t) => `How are you, and how are things with ${t}? I’ve been thinking of you.`,
  (t) => `I wanted to ask how things are with ${t}. No need for a long answer.`,
];
const GENTLE_SIDE: readonly Line[] = [
  (t) => `I’m thinking of you and ${t}.`,
  (t) => `You and ${t} are in my thoughts.`,
];
/** After a loss nothing is asked. */
const CONSOLING: readonly Line[] = [
  (t) => `I’ve been thinking of you and of ${t}. No need to answer; I’m here.`,
  (t) => `You and ${t} are in my thoughts. I’m here whenever you feel like talking.`,
];
const CONSOLING_PLAIN: readonly string[] = [
  'I’ve been thinking of you. No need to answer; I’m here.',
  'I’ve been thinking of you. I’m here whenever you feel like talking.',
];
/** Where only the owner wrote of it. */
const GENTLE_PLAIN: readonly string[] = [
  'I’ve been thinking of you. How are you now?',
  'You have been on my mind. How are things now?',
];
const GENTLE_QUESTIONS: readonly string[] = ['How are you now?', 'How are you?', 'How are things now?'];

/** A few sentences for one thread, as ready wordings. */
export interface Wordings {
  /** Tells pools apart for the picker. */
  readonly label: string;
  readonly lines: readonly string[];
}

/** One sentence about the thread that asks nothing. */
export function recallsOf(thread: Thread): Wordings {
  const isThing = thread.kind === 'matter' || thread.kind === 'kin';
  if (thread.mood !== 'light' && isThing) return filled('side', thread, GENTLE_SIDE);
  const told = toldIn(thread);
  if (told !== undefined)
    return {
      label: `told-hope-${told.when}`,
      lines: TOLD[told.when].map((line) => line(told.clause).replace(/\.$/, `; ${ALL_WELL}.`)),
    };
  if (thread.mood === 'loss') return { label: 'thinking', lines: ['I’m thinking of you.'] };
  if (thread.kind === 'talk' && thread.mood === 'light' && MINE.test(thread.text))
    return filled('i-wrote', { ...thread, text: thread.text.replace(MINE, '') }, I_WROTE);
  return filled(
    'recall',
    thread,
    thread.kind === 'quote' && thread.from === 'fact' ? QUOTED_FACT : RECALLS[thread.kind],
  );
}

/** One question about the thread, else the sentence that asks nothing. */
export function asksOf(thread: Thread): Wordings {
  if (thread.mood !== 'light') return recallsOf(thread);
  const told = toldIn(thread);
  if (told !== undefined) return toldAsks(told);
  if (isOverByNow(thread)) return filled('journey', thread, WAS_IT);
  const lines = QUESTIONS[thread.kind] ?? TOGETHER[thread.kind];
  return lines === undefined ? recallsOf(thread) : filled('ask', thread, lines);
}

/** The question alone, that can follow "How are you, and"; undefined where there is none. */
export function plainQuestionOf(thread: Thread): Wordings | undefined {
  const lines = QUESTIONS[thread.kind];
  if (thread.mood !== 'light' || thread.kind === 'question' || thread.told || lines === undefined) return undefined;
  return filled('ask', thread, lines);
}

/** The same led to by a question after themselves, so that it does not jump; a thread without a plain question speaks for itself. */
export function askedBeside(thread: Thread): Wordings {
  const plain = plainQuestionOf(thread);
  const led = plain?.lines
    .filter((line) => !line.startsWith('How have you been'))
    .map((line) => `How are you, and ${line.charAt(0).toLowerCase()}${line.slice(1)}`);
  return plain === undefined || led === undefined || led.length === 0
    ? asksOf(thread)
    : { label: `beside-${plain.label}`, lines: led };
}

/** One or two sentences that begin a message and hold its one question. */
export function openingsOf(thread: Thread): Wordings {
  const { kind, mood } = thread;
  const isThing = kind === 'matter' || kind === 'kin';
  if (mood === 'loss')
    return isThing ? filled('console', thread, CONSOLING) : { label: 'console', lines: CONSOLING_PLAIN };
  if (mood === 'heavy') {
    if (isThing) return filled('gentle', thread, GENTLE);
    if (/^my /.test(thread.text)) return { label: 'gentle-mine', lines: GENTLE_PLAIN };
    const said = RECALLS[kind][0]?.(thread.text) ?? '';
    return { label: 'gentle', lines: GENTLE_QUESTIONS.map((question) => `${said} ${question}`) };
  }
  const told = toldIn(thread);
  if (told !== undefined) return toldAsks(told);
  if (isOverByNow(thread)) return filled('journey', thread, WAS_IT);
  const recalls = recallsOf(thread).lines;
  const questions = QUESTIONS[kind]?.map((line) => line(thread.text)) ?? [];
  const together = TOGETHER[kind]?.map((line) => line(thread.text)) ?? [];
  const alone = kind === 'question';
  const asked = questions.flatMap((question) => (alone ? [question] : LEAD_INS.map((lead) => `${lead} ${question}`)));
  const opens = opensAMessage(thread);
  const recalled = opens
    ? recalls.flatMap((recall) => GENERAL_QUESTIONS.map((question) => `${recall} ${question}`))
    : [];
  const lines = [...together, ...asked, ...recalled];
  return { label: `open-${kind}-${thread.from}`, lines: lines.length > 0 ? lines : recalls };
}

/** Nobody who has it hard is told how it was. */
function toldIn({ told, mood }: Thread): Told | undefined {
  return mood === 'light' ? told : undefined;
}

/** What was said of a thing, and what became of it: more than "how are things with the lease". */
function toldAsks({ clause, when }: Told): Wordings {
  const lines = TOLD[when].flatMap((line) => TOLD_ASK[when].map((ask) => `${line(clause)} ${ask}`));
  return { label: `told-${when}`, lines };
}

/** A journey of which one heard is over by now. */
export function isOverByNow({ kind, text }: Thread): boolean {
  return kind === 'news' && JOURNEY.test(text);
}

const JOURNEY = /^\S+(?: \S+)? (?:was|were) (?:off to|about to|leaving for|flying|travelling|traveling)\b/;
const WAS_IT: readonly Line[] = [(t) => `${LAST_HEARD(t)} How was it?`, (t) => `${LAST_IN_TOUCH(t)} How was it?`];

/** What may stand at the beginning of a message; a greeting or a hope ("All my best to Mia") comes after a word to them. */
const OPENS: ReadonlySet<ThreadKind> = new Set(['talk', 'event', 'memory', 'received', 'met', 'feat', 'since']);

export function opensAMessage(thread: Thread): boolean {
  return OPENS.has(thread.kind) || isWeak(thread) || toldIn(thread) !== undefined;
}

function filled(use: string, thread: Thread, lines: readonly Line[]): Wordings {
  return {
    label: `${use}-${thread.kind}-${thread.mood}-${thread.from}`,
    lines: lines.map((line) => line(thread.text)),
  };
}

/** When nothing is known to pick up: what one says first, and what one asks. */
export const PLAIN_FIRST: readonly string[] = [
  'You came to mind today.',
  'I was thinking of you.',
  'I’ve been meaning to write.',
  'I wanted to say hello.',
  'I was thinking of you today.',
  'You have been on my mind.',
  'A small hello from me.',
];
/** Only for people one has not been in touch with for a while. */
export const PLAIN_AGAIN: readonly string[] = [
  'It has been a while.',
  'It is time I said hello.',
  'We haven’t been in touch for a while.',
];
export const PLAIN_ASK: readonly string[] = [
  'How are you?',
  'How have you been?',
  'What have you been up to?',
  'What is new with you?',
  'What are your days like at the moment?',
  'How are things with you?',
  'How is life treating you?',
  'What has been good lately?',
];

/** After one has said when one comes to where they live. */
export const TRIP_ASK: readonly string[] = [
  'Are you around?',
  'Would you have time for a coffee?',
  'Shall we meet?',
  'Could we meet while I am there?',
];

/** The first sentence after a first meeting; `t` is where and when (`at the mixer on Saturday`). */
export const MET: readonly Line[] = [
  (t) => `It was good to meet you ${t}.`,
  (t) => `I’m glad we met ${t}.`,
  (t) => `I enjoyed meeting you ${t}.`,
  (t) => `It was a pleasure to meet you ${t}.`,
];
/** What one says of a first talk; `t` is its subject alone. */
export const MET_ABOUT: readonly Line[] = [
  (t) => `I kept thinking about what you said about ${t}, and I’d love to hear the rest of it.`,
  (t) => `What you told me about ${t} stayed with me. How did you come to it?`,
  (t) => `I’d have liked to talk longer about ${t}. What are you working on next?`,
  (t) => `Our talk about ${t} gave me something to think about. What brought you to it?`,
];
/** The same where the subject is a question or theirs. */
export const MET_ABOUT_QUESTION: readonly Line[] = [
  (t) => `I’ve been thinking about ${t} ever since.`,
  (t) => `You left me thinking about ${t}, and I’d like to go on with that.`,
];
export const MET_ASK: readonly string[] = [
  'I’d love to hear more about what you do.',
  'I’d like to go on with our conversation.',
];

/** The first sentence when two profiles were connected, and no more. */
export const CONNECTED: readonly string[] = [
  'Good to be connected.',
  'Thank you for connecting.',
  'I’m glad we are connected now.',
];
export const CONNECTED_ASK: readonly string[] = [
  'What are you working on these days?',
  'What is keeping you busy these days?',
];

/** After having met somebody known; `t` is where and when. */
export const SAW: readonly Line[] = [
  (t) => `It was good to see you ${t}.`,
  (t) => `I was glad to see you ${t}.`,
  (t) => `How good that we saw each other ${t}.`,
];

/** After a talk that is to be followed up; `t` is when. */
export const TALKED: readonly Line[] = [
  (t) => `It was good to be in touch ${t}.`,
  (t) => `I was glad to hear from you ${t}.`,
];

/** The first sentence of an answer that is late; `t` is what came (`message from Tuesday`). */
export const REPLIES: readonly Line[] = [
  (t) => `Thank you for your ${t}, and sorry for the slow answer.`,
  (t) => `Sorry to have left your ${t} unanswered; I was glad to have it.`,
  (t) => `I haven’t forgotten your ${t}. Thank you for writing.`,
  (t) => `Your ${t} deserved a quicker answer. Thank you for it.`,
];

export const MY_DEED: readonly Line[] = [
  (t) => `I said I would ${t}, and I haven’t forgotten.`,
  (t) => `I haven’t forgotten that I said I would ${t}.`,
  (t) => `I still mean to ${t}, as promised.`,
];
export const MY_QUESTION: readonly Line[] = [
  (t) => `I wanted to ${t}.`,
  (t) => `I’ve been wanting to ${t}.`,
  (t) => `I’ve been meaning to ${t}.`,
];
export const MY_THING: readonly Line[] = [
  (t) => `I haven’t forgotten what I promised you: ${t}.`,
  (t) => `I promised you ${t}, and I haven’t forgotten.`,
  (t) => `I still owe you ${t}, and it is coming.`,
];
export const THEIR_DEED: readonly Line[] = [
  (t) => `You mentioned you might ${t}. No hurry at all; I’m still looking forward to it.`,
  (t) => `There is no hurry, but when you find the time to ${t}, I’d be glad.`,
];
export const THEIR_THING: readonly Line[] = [
  (t) => `No hurry at all, but I’m still looking forward to ${t}.`,
  (t) => `Whenever it suits you: I’d still be glad of ${t}.`,
];

export const BIRTHDAY_WISHES: readonly string[] = [
  'I hope the day brings you something lovely.',
  'I wish you a day with good people and good cake.',
  'I hope you are being spoiled today.',
  'I hope it is a day just as you like it.',
  'All the best for the year ahead.',
  'Have a lovely day.',
];
export const LATE_WISHES: readonly string[] = [
  'Late, but no less warmly meant.',
  'I hope the day was a lovely one.',
  'I hope you were thoroughly spoiled.',
  'I hope you had a good day.',
];
export const COMING_BIRTHDAY: readonly Line[] = [
  (t) => `Your birthday is nearly here. Do you have plans for ${t}?`,
  (t) => `Your birthday is coming up. How will you spend ${t}?`,
  (t) => `It is your birthday ${onThe(t)}. Are you celebrating?`,
];

/** The same without its question, where another follows. */
export const COMING_ASIDE: readonly Line[] = [
  (t) => `Your birthday is ${onThe(t)}, so you are on my mind.`,
  (t) => `It is your birthday ${onThe(t)}, and I haven’t forgotten.`,
  () => 'Your birthday is nearly here, so you are on my mind.',
];

/** A last sentence that asks nothing. */
export const CLOSERS: readonly string[] = [
  'I’d love to hear from you.',
  'A few lines from you would make me happy.',
  'I hope all is well with you.',
];

/** Those that go after a question about them, or a hope for them. */
export const AFTER_QUESTION: readonly string[] = [
  'I’d love to hear from you.',
  'A few lines from you would make me happy.',
];

/** For a call or a meeting: what to begin with, said to the owner. `n` is the name, `t` the thread about the person. */
type TalkingLine = (n: string, t: string) => string;

const TALKING: Readonly<Partial<Record<ThreadKind, readonly TalkingLine[]>>> = {
  talk: [
    (n, t) => `Last time you talked about ${t}. Begin there with ${n}.`,
    (n, t) => `Come back to ${t}, which you talked about with ${n} last time.`,
  ],
  matter: [(n, t) => `Ask ${n} how things are with ${t}.`, (n, t) => `Ask ${n} what is new with ${t}.`],
  kin: [
    (n, t) => (t.includes(n) ? `Ask how ${t} ${isAre(t)}.` : `Ask ${n} how ${t} ${isAre(t)}.`),
    (n, t) => (t.includes(n) ? `Ask how ${t} ${isAre(t)} doing.` : `Ask ${n} about ${t}.`),
  ],
  still: [(n, t) => `Ask whether ${n} still ${t}.`],
  hope: [(n, t) => `Ask ${n} about the plan to ${t}.`, (n, t) => `Ask whether ${n} still hopes to ${t}.`],
  plan: [(n, t) => `Ask ${n} whether ${t} is still the plan.`],
  interest: [(n, t) => `Ask ${n} about ${t}.`, (n, t) => `Ask whether ${n} still finds time for ${t}.`],
  ongoing: [(n, t) => `Ask ${n} how ${t} is going.`],
  role: [(n, t) => `Ask ${n} about life as ${t}.`],
  need: [(n, t) => `Ask whether ${n} has found ${t}.`],
  event: [
    (n, t) => `Think back to ${t} together, and ask how ${n} has been since.`,
    (n, t) => `Ask ${n} what has happened since ${t}.`,
  ],
  met: [(n, t) => `Ask ${n} what is new, and think back together to ${t}.`],
  asking: [(n, t) => `You wanted to ask ${n} ${t}.`],
};
const QUOTING: readonly TalkingLine[] = [
  (n, t) => `Last time you noted “${t}”. Ask ${n} what came of it.`,
  (n, t) => `Your note from last time: “${t}”. Ask ${n} what has happened since.`,
];
const QUOTING_FACT: readonly TalkingLine[] = [
  (n, t) => `You noted about ${n}: “${t}”. Ask about that.`,
  (n, t) => `Ask ${n} about what you noted: “${t}”.`,
];
const KEEP_IN_MIND: readonly TalkingLine[] = [(n, t) => `Keep in mind about ${n}: “${t}”.`];
const TALKING_GENTLY: readonly TalkingLine[] = [
  (n, t) => `Ask ${n} gently how things are with ${t}, and leave room to listen.`,
  (n, t) => `Ask how ${n} is, then how things are with ${t}.`,
];
const QUOTING_GENTLY: readonly TalkingLine[] = [
  (n, t) => `Last time you noted “${t}”. Ask ${n} gently how things are now.`,
];
const TALKING_AFTER_LOSS: readonly TalkingLine[] = [
  (n, t) => `Say that you have been thinking of ${n} and of ${t}; then listen.`,
];
const QUOTING_AFTER_LOSS: readonly TalkingLine[] = [
  (n, t) => `Your last note says “${t}”. Say that you have been thinking of ${n}; then listen.`,
];
export const TALKING_PLAIN: readonly ((name: string) => string)[] = [
  (n) => `Ask ${n} what the last weeks were like.`,
  (n) => `Ask what ${n} is looking forward to.`,
  (n) => `Ask ${n} what has changed since you last spoke.`,
];

/** What to begin with, in the words the thread's mood asks for; anything uncertain is quoted as it was noted. */
export function talkingLinesOf(thread: Thread, name: string): Wordings {
  const [use, lines, text] = talkingForm(thread);
  return { label: `talk-${use}-${thread.kind}`, lines: lines.map((line) => line(name, text)) };
}

/** Whether the owner is only read what was noted, for want of words that fit. */
export function isReadOut(thread: Thread): boolean {
  return thread.mood === 'light' && TALKING[thread.kind] === undefined;
}

function talkingForm(thread: Thread): readonly [string, readonly TalkingLine[], string] {
  const { kind, mood, about, source } = thread;
  const isThing = kind === 'matter' || kind === 'kin';
  if (kind === 'preference' || kind === 'meal') return ['mind', KEEP_IN_MIND, source];
  if (mood === 'loss') return isThing ? ['loss', TALKING_AFTER_LOSS, about] : ['loss', QUOTING_AFTER_LOSS, source];
  if (mood === 'heavy') return isThing ? ['gently', TALKING_GENTLY, about] : ['gently', QUOTING_GENTLY, source];
  const lines = TALKING[kind];
  if (lines !== undefined) return ['of', lines, about];
  return ['quote', thread.from === 'fact' ? QUOTING_FACT : QUOTING, source];
}

function onThe(day: string): string {
  return /^(?:today|tomorrow|yesterday)$/.test(day) ? day : `on ${day}`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isAre(t: string): 'is' | 'are' {
  return isPluralKin(t) ? 'are' : 'is';
}
