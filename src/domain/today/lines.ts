import { isPluralKin } from './grammar.ts';
import type { Thread, ThreadKind } from './thread.ts';

/*
 * The sentences drafts are made of. Read every one aloud before adding it: no claim that may be untrue ("I saw an article"),
 * nothing one would not say to a friend, no favour asked in passing. `t` is the thread as said to the person, in the form
 * its kind promises; `name` is what one calls them.
 */

/** Takes the thread's text. */
type Line = (t: string) => string;

/** One or two sentences that begin a message and end in a question. */
const OPENINGS: Readonly<Record<ThreadKind, readonly Line[]>> = {
  topic: [
    (t) => `I was thinking about ${t} and wondered how it is going.`,
    (t) => `How are things with ${t}? I have been meaning to ask.`,
    (t) => `I keep thinking about ${t}. How is it all going?`,
    (t) => `Any news about ${t}? I would love to hear how you are.`,
    (t) => `I never asked how things went on with ${t}. How are you?`,
    (t) => `You and ${t} have been on my mind. What is new?`,
  ],
  wonder: [
    (t) => `I was wondering again ${t}. How are you?`,
    (t) => `One question has stayed with me: ${t}. How are you?`,
    (t) => `I keep wondering ${t}. What is new with you?`,
  ],
  said: [
    (t) => `I remembered that ${t}. How are things now?`,
    (t) => `If I remember right, ${t}. I would love to hear how it is going.`,
    (t) => `I have not forgotten that ${t}. How is it all going?`,
    (t) => `As I remember it, ${t}. What has happened since?`,
    (t) => `It came back to me that ${t}. How are you?`,
  ],
  person: [
    (t) => `I was thinking of you and ${t}. How are you all?`,
    (t) => `How are you, and how ${isAre(t)} ${t}?`,
    (t) => `You and ${t} came to mind today. What is new with you?`,
    (t) => `How ${isAre(t)} ${t} these days? I hope you are all well.`,
  ],
  still: [
    (t) => `Do you still ${t}? I was wondering how you are.`,
    (t) => `Are you still finding time to ${t}?`,
    (t) => `I was wondering whether you still ${t}. How are you?`,
    (t) => `Tell me you still ${t}! What else is new?`,
  ],
  hope: [
    (t) => `Are you still hoping to ${t}? I would love to hear where that stands.`,
    (t) => `Is the plan to ${t} still alive?`,
    (t) => `I was thinking of your plan to ${t}. Has anything moved?`,
    (t) => `How far have you got with the plan to ${t}?`,
  ],
  interest: [
    (t) => `Have you had any time for ${t} lately? I was wondering how you are.`,
    (t) => `Is there still room for ${t} in your days?`,
    (t) => `I thought of you and ${t} today. How are you?`,
    (t) => `How are you, and is there still time for ${t}?`,
  ],
  event: [
    (t) => `I was thinking back to ${t}. How have you been since?`,
    (t) => `It feels like a while since ${t}. How are you?`,
    (t) => `I still think back to ${t} with pleasure. What is new with you?`,
  ],
  did: [
    (t) => `I was wondering how you have been since I ${t}.`,
    (t) => `How have things been since I ${t}?`,
    (t) => `Since I ${t} I have been meaning to ask how you are.`,
  ],
  quote: [
    (t) => `My note from last time says “${t}”, and I wondered how you are getting on.`,
    (t) => `I found my note from last time, “${t}”, and thought of you. How are you?`,
    (t) => `My last note is “${t}”. What has happened since?`,
  ],
};

/** One question that ends a message begun with something else. */
const QUESTIONS: Readonly<Record<ThreadKind, readonly Line[]>> = {
  topic: [
    (t) => `How is it going with ${t}?`,
    (t) => `Is there any news about ${t}?`,
    (t) => `How are things with ${t}?`,
  ],
  wonder: [(t) => `I am still wondering ${t}.`, (t) => `I keep wondering ${t}.`],
  said: [
    (t) => `I remember that ${t}: how are things now?`,
    (t) => `How are things, now that ${t}?`,
    (t) => `How is it going, now that ${t}?`,
  ],
  person: [(t) => `How ${isAre(t)} ${t}?`, (t) => `How ${isAre(t)} ${t} getting on?`],
  still: [(t) => `Do you still ${t}?`, (t) => `Are you still finding time to ${t}?`],
  hope: [(t) => `Are you still hoping to ${t}?`, (t) => `Is the plan to ${t} still alive?`],
  interest: [(t) => `Have you had any time for ${t} lately?`, (t) => `Is there still room for ${t} in your days?`],
  event: [(t) => `I still think back to ${t}.`, (t) => `How have you been since ${t}?`],
  did: [(t) => `How have you been since I ${t}?`, (t) => `What has happened since I ${t}?`],
  quote: [
    (t) => `My last note says “${t}”: what has happened since?`,
    (t) => `I still have “${t}” in my notes from last time.`,
  ],
};

/** One sentence beside a wish or in a card, that asks nothing. */
const SIDE_WORDS: Readonly<Record<ThreadKind, readonly Line[]>> = {
  topic: [(t) => `I hope things are going well with ${t}.`, (t) => `I often think of you and ${t}.`],
  wonder: [(t) => `I am still wondering ${t}.`],
  said: [(t) => `I have not forgotten that ${t}.`],
  person: [(t) => `Give my love to ${t}.`, (t) => `All my best to ${t} as well.`],
  still: [(t) => `I hope you still ${t}.`],
  hope: [(t) => `May this be the year you ${t}.`],
  interest: [(t) => `I hope there is plenty of time for ${t}.`, (t) => `I wish you many good hours with ${t}.`],
  event: [(t) => `I still think back to ${t} with pleasure.`],
  did: [(t) => `I often think of you since I ${t}.`],
  quote: [(t) => `I have not forgotten “${t}”.`],
};

/** Words from a note about them, rather than from a conversation. */
const NOTED: readonly Line[] = [
  (t) => `I came across “${t}” in my notes and thought of you. How are you these days?`,
  (t) => `My notes about you say “${t}”, and I wondered how you are.`,
];
const KNOWN: readonly Line[] = [
  (t) => `I was just remembering that ${t}. How are you?`,
  (t) => `It came back to me that ${t}. How are you these days?`,
  (t) => `I have not forgotten that ${t}. What is new with you?`,
];
const KNOWN_ASK: readonly Line[] = [(t) => `I have not forgotten that ${t}.`, (t) => `I still remember that ${t}.`];
/** The day one met is remembered, not asked about. */
const MET_ONCE: readonly Line[] = [
  (t) => `I was thinking back to ${t}. How are you these days?`,
  (t) => `I still remember ${t}. What is new with you?`,
];
const MET_ONCE_ASK: readonly Line[] = [(t) => `I still remember ${t}.`, (t) => `I was thinking back to ${t}.`];
const NOTED_SIDE: readonly Line[] = [(t) => `I have not forgotten “${t}” either.`];

/** Asked with care, when the thread is an illness or another hard thing: of a thing or a person, and of what was said. */
const GENTLE: readonly Line[] = [
  (t) => `I have been thinking of you and ${t}. How are things now?`,
  (t) => `How are you, and how are things with ${t}? I have been thinking of you.`,
  (t) => `I wanted to ask how things are with ${t}. No need for a long answer.`,
];
const GENTLE_SAID: readonly Line[] = [
  (t) => `I have not forgotten that ${t}. How are you now?`,
  (t) => `I remember that ${t}, and I have been thinking of you. How are you?`,
];
const GENTLE_SIDE: readonly Line[] = [
  (t) => `I am thinking of you and ${t}.`,
  (t) => `You and ${t} are in my thoughts.`,
];
const GENTLE_SAID_SIDE: readonly Line[] = [(t) => `I have not forgotten that ${t}, and I am thinking of you.`];

/** After a loss nothing is asked. */
const CONSOLING: readonly Line[] = [
  (t) => `I have been thinking of you and of ${t}. No need to answer; I am here.`,
  (t) => `You and ${t} are in my thoughts. I am here whenever you feel like talking.`,
];
const CONSOLING_SAID: readonly Line[] = [
  (t) => `I have been thinking of you since I heard that ${t}. No need to answer; I am here.`,
  (t) => `I have not forgotten that ${t}. I am here whenever you feel like talking.`,
];

/** The sentences that pick up a thread, in the words its mood asks for. */
export function linesFor(thread: Thread, use: 'open' | 'ask' | 'side'): readonly Line[] {
  const isThing =
    thread.kind === 'topic' || thread.kind === 'person' || thread.kind === 'interest' || thread.kind === 'event';
  if (thread.mood !== 'light' && thread.kind !== 'wonder' && thread.kind !== 'quote') {
    if (use === 'side') return isThing ? GENTLE_SIDE : GENTLE_SAID_SIDE;
    if (thread.mood === 'loss') return isThing ? CONSOLING : CONSOLING_SAID;
    return isThing ? GENTLE : GENTLE_SAID;
  }
  if (thread.kind === 'quote' && thread.from === 'fact') return use === 'side' ? NOTED_SIDE : NOTED;
  if (thread.kind === 'event' && thread.from === 'fact') return use === 'open' ? MET_ONCE : MET_ONCE_ASK;
  if (thread.kind === 'said' && thread.from === 'fact' && use !== 'side') return use === 'open' ? KNOWN : KNOWN_ASK;
  if (use === 'open') return OPENINGS[thread.kind];
  return (use === 'ask' ? QUESTIONS : SIDE_WORDS)[thread.kind];
}

/** When nothing is known to pick up: what one says first, and what one asks. */
export const PLAIN_FIRST: readonly string[] = [
  'You came to mind today.',
  'I was thinking of you.',
  'I have been meaning to write.',
  'It has been a while.',
  'I was wondering how you are.',
  'It is time I said hello.',
  'We have not spoken for a while.',
];
export const PLAIN_ASK: readonly string[] = [
  'What is new with you?',
  'What have you been up to?',
  'What is keeping you busy at the moment?',
  'I would love to hear how you are.',
  'How have the last weeks treated you?',
  'What are you looking forward to?',
  'How is life on your side?',
];

/** The first sentence after a first meeting; `t` is where and when (`at the mixer on Saturday`). */
export const MET: readonly Line[] = [
  (t) => `It was good to meet you ${t}.`,
  (t) => `I am glad we met ${t}.`,
  (t) => `I enjoyed meeting you ${t}.`,
  (t) => `What a pleasure to meet you ${t}.`,
];

/** The first sentence when two profiles were connected, and no more. */
export const CONNECTED: readonly string[] = [
  'Good to be connected.',
  'Thank you for connecting.',
  'I am glad we are connected now.',
];

/** The sentence after that, about what is known of them. */
export const CONNECTED_ABOUT: Readonly<Partial<Record<ThreadKind, readonly Line[]>>> = {
  said: [
    (t) => `I read that ${t}, and would love to hear more about it.`,
    (t) => `I gather that ${t}. What is on your mind at the moment?`,
  ],
  topic: [(t) => `I would love to hear more about ${t}.`, (t) => `What can you tell me about ${t}?`],
  interest: [(t) => `I gather we could talk about ${t}; I would enjoy that.`],
};

/** The sentence after it, when something was talked about. */
export const MET_ABOUT: Readonly<Partial<Record<ThreadKind, readonly Line[]>>> = {
  topic: [
    (t) => `I kept thinking about what you said about ${t}, and would love to hear the rest of it.`,
    (t) => `What you told me about ${t} stayed with me. How did you come to it?`,
    (t) => `I would have liked to talk longer about ${t}. What are you working on next?`,
    (t) => `Our talk about ${t} gave me something to think about. What brought you to it?`,
  ],
  wonder: [(t) => `I am still wondering ${t}.`, (t) => `You left me thinking about ${t}, which I enjoyed.`],
};

/** The first sentence of an answer that is late; `t` is what came (`message from Tuesday`). */
export const REPLIES: readonly Line[] = [
  (t) => `Thank you for your ${t}, and sorry for the slow answer.`,
  (t) => `Sorry to have left your ${t} unanswered; I was glad to have it.`,
  (t) => `I have not forgotten your ${t}. Thank you for writing.`,
  (t) => `Your ${t} deserved a quicker answer. Thank you for it.`,
];

/** What one can truly say of something asked, before the answer itself is written. */
export const REPLY_ABOUT: readonly Line[] = [
  (t) => `I have been thinking about ${t}.`,
  (t) => `I wanted to give ${t} some thought first.`,
  (t) => `I have been giving ${t} some thought.`,
];

export const MY_DEED: readonly Line[] = [
  (t) => `I said I would ${t}, and I have not forgotten.`,
  (t) => `I still mean to ${t}, as I said I would.`,
  (t) => `It is still on my list to ${t}, as promised.`,
];
export const MY_THING: readonly Line[] = [
  (t) => `I have not forgotten what I promised you: ${t}.`,
  (t) => `I promised you ${t}, and I am on it.`,
  (t) => `I still owe you ${t}, and it is coming.`,
];
export const THEIR_DEED: readonly Line[] = [
  (t) => `You mentioned you might ${t}. No hurry at all, I only wanted to say I am still looking forward to it.`,
  (t) => `There is no hurry, but when you find the time to ${t}, I would be glad.`,
];
export const THEIR_THING: readonly Line[] = [
  (t) => `No hurry at all, but I am still looking forward to ${t}.`,
  (t) => `Whenever it suits you: I would still be glad of ${t}.`,
];

export const BIRTHDAY_WISHES: readonly string[] = [
  'I hope the day brings you something lovely.',
  'I wish you a day with good people and good cake.',
  'I hope you are being spoiled today.',
  'May the coming year be kind to you.',
  'I hope it is a day just as you like it.',
];
export const LATE_WISHES: readonly string[] = [
  'Late, but no less warmly meant.',
  'I hope the day was a lovely one.',
  'I hope you were thoroughly spoiled.',
];
export const COMING_BIRTHDAY: readonly Line[] = [
  (t) => `Your birthday is nearly here. Do you have plans for ${t}?`,
  (t) => `Your birthday is coming up. How will you spend ${t}?`,
  (t) => `Not long until your birthday. What would make ${t} a good day?`,
];

/** A last sentence that asks nothing in particular. */
export const CLOSERS: readonly string[] = [
  'I hope life is being good to you.',
  'I would enjoy hearing from you.',
  'Write when you have a quiet moment.',
  'I hope all is well on your side.',
];

/** For a call or a meeting: what to begin with, said to the owner. `t` is the thread about the person. */
const TALKING: Readonly<Record<ThreadKind, readonly ((name: string, t: string) => string)[]>> = {
  topic: [
    (n, t) => `Ask ${n} how things are going with ${t}.`,
    (n, t) => `Ask ${n} what is new with ${t}.`,
    (n, t) => `Begin with ${t}, and let ${n} tell you the rest.`,
  ],
  wonder: [(n, t) => `Ask ${n} again ${t}.`, (n, t) => `Pick up the question you left open with ${n}: ${t}.`],
  said: [(n, t) => `Ask ${n} how it went on: ${t}.`, (n, t) => `Begin with what ${n} told you: ${t}.`],
  person: [(n, t) => `Ask ${n} about ${t}.`, (n, t) => `Ask ${n} how ${t} ${isAre(t)} doing.`],
  still: [(n, t) => `Ask whether ${n} still has time to ${t}.`, (n, t) => `Ask ${n} about finding the time to ${t}.`],
  hope: [(n, t) => `Ask ${n} about the plan to ${t}.`, (n, t) => `Ask whether ${n} still hopes to ${t}.`],
  interest: [(n, t) => `Ask ${n} about ${t}.`, (n, t) => `Ask whether ${n} still has time for ${t}.`],
  event: [
    (n, t) => `Think back to ${t} together, and ask how ${n} has been since.`,
    (n, t) => `Ask ${n} what has happened since ${t}.`,
  ],
  did: [(n, t) => `Ask ${n} what has happened since you ${t}.`],
  quote: [(n, t) => `Ask ${n} about “${t}”.`, (n, t) => `Your last note says “${t}”: ask ${n} how it went on.`],
};
const TALKING_GENTLY: readonly ((name: string, t: string) => string)[] = [
  (n, t) => `Ask ${n} gently how things are with ${t}, and leave room to listen.`,
  (n, t) => `Ask how ${n} is, then how things are with ${t}.`,
];
const TALKING_OF_MEETING: readonly ((name: string, t: string) => string)[] = [
  (n, t) => `Think back together to ${t}, and ask what is new with ${n}.`,
];
const TALKING_AFTER_LOSS: readonly ((name: string, t: string) => string)[] = [
  (n, t) => `Say that you have been thinking of ${n} and of ${t}; then listen.`,
];
export const TALKING_PLAIN: readonly ((name: string) => string)[] = [
  (n) => `Ask ${n} what the last weeks were like.`,
  (n) => `Ask what ${n} is looking forward to.`,
  (n) => `Ask ${n} what has changed since you last spoke.`,
];

/** What to begin with, in the words the thread's mood asks for. */
export function talkingLinesFor(thread: Thread): readonly ((name: string, t: string) => string)[] {
  if (thread.kind === 'event' && thread.from === 'fact') return TALKING_OF_MEETING;
  const isThing = thread.kind === 'topic' || thread.kind === 'person' || thread.kind === 'event';
  if (thread.mood === 'light' || !isThing) return TALKING[thread.kind];
  return thread.mood === 'loss' ? TALKING_AFTER_LOSS : TALKING_GENTLY;
}

function isAre(t: string): 'is' | 'are' {
  return isPluralKin(t) ? 'are' : 'is';
}
