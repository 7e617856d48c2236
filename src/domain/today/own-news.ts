import { daysApart } from '../keeping/day-number.ts';
import { isHardTime } from '../keeping/moments.ts';
import type { NewsToTell } from '../news/telling.ts';
import type { NewsKind } from '../words.ts';
import type { Candidate, WeighedReason } from './candidate.ts';
import { openingsOf, PLAIN_ASK, plainQuestionOf } from './lines.ts';
import type { Parts } from './parts.ts';
import { calledName, plain, sentence, shortened } from './phrases.ts';
import { type ReasonContext, wordsOf } from './reason-context.ts';
import { isWeak } from './thread.ts';

/*
 * The owner's own news, told to one person. A wording follows from the place in the row and not from chance, so that of a
 * whole row no two people read the same, on whatever day each is told.
 */

const LONGEST_QUOTE = 90;
/** A message longer than this is no short one: what comes after the first sentence is for a talk. */
const LONGEST_SHORT_CORE = 150;
const CLOSE = 0.6;
const DISTANT = 0.25;

/** Their turn has come to hear it. */
export function newsReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { ownNews } = candidate;
  if (ownNews === undefined) return undefined;
  return {
    kind: 'news',
    key: `news:${ownNews.id}`,
    date: ownNews.date,
    weight: 0.85,
    waited: Math.max(0, daysApart(ownNews.since, context.today)),
    urgent: false,
    text: sentence(
      wordsOf(context).news({ who: calledName(candidate), text: shortened(plain(ownNews.text), LONGEST_QUOTE) }),
    ),
  };
}

type Tone = 'close' | 'warm' | 'distant' | 'gentle';

const LEADS: Readonly<Record<Tone, readonly string[]>> = {
  close: [
    'I wanted you to hear this from me:',
    'I have news, and you are one of the people I wanted to tell myself:',
    'There is something I have been wanting to tell you:',
    'Before you hear it from somebody else:',
    'You should be among the first to know:',
    'Something has changed here, and I thought of you at once:',
  ],
  warm: [
    'I have some news to share with you:',
    'There is news from my side, and I wanted to tell you:',
    'I thought you might like to hear this:',
    'A piece of news from me:',
    'Something new has happened here, and you came to mind:',
    'I would like you to know:',
  ],
  distant: [
    'I have a small piece of news, and thought of you:',
    'I wanted to let you know of a change on my side:',
    'A few words from me, with some news:',
    'Something has changed here that may interest you:',
    'I hope you are well. There is news from my side:',
    'I thought of you, and wanted to pass on some news:',
  ],
  gentle: [
    'I know that this is not an easy time, and I did not want you to hear it from somebody else:',
    'I am thinking of you. One thing I would rather tell you myself:',
    'I have been thinking of you, and did not want to keep this from you:',
  ],
};

const GENTLE_ENDS: readonly string[] = [
  'There is no need to answer. I am thinking of you.',
  'It can wait, and so can an answer. I am here.',
  'Please don’t feel you have to write back. I hope there is a little light in your days.',
  'How you are matters more. I am here whenever you feel like talking.',
];

/** What such news makes one want to say, beside the news itself. */
const BESIDE: Readonly<Record<NewsKind, readonly string[]>> = {
  job: ['', 'It is all quite new still.', 'I am curious what it will bring.'],
  move: ['', 'There are boxes everywhere.', 'You are always welcome here.'],
  baby: ['', 'We are tired and happy.', 'Everything is new.'],
  project: ['', 'It means a lot to me.', 'I am curious where it will lead.'],
  other: ['', 'I am still getting used to it.', 'I wanted you to know.'],
};

const THANKS: readonly string[] = [
  'You helped me get here, and I have not forgotten it.',
  'You had a part in it: thank you.',
  'It would not have come about without people like you. Thank you.',
];

const TELL: readonly string[] = [
  'Tell {name} your news',
  'Let {name} hear it from you',
  'Begin with what is new',
  '{name} does not know yet',
  'Say what has changed',
  'Your news first',
];
const AFTERWARDS: readonly string[] = [
  'Then ask what is new with {name}.',
  'Then listen: it is their turn.',
  'Then ask how {name} is.',
  'Then ask what {name} thinks of it.',
];

/** A draft about the news that leads; undefined when there is none. */
export function newsSentences(parts: Parts): readonly string[] | undefined {
  const { candidate, style } = parts;
  const { ownNews } = candidate;
  if (ownNews === undefined) return undefined;
  const tone = toneFor(parts);
  const row = new Row(ownNews.place);
  const lead = row.take(LEADS[tone]);
  const core = lowAfterColon(coreOf(ownNews, { style, tone }));
  if (tone === 'gentle') return [`${lead} ${core} ${row.take(GENTLE_ENDS)}`];
  const end = row.take(endsFor(parts));
  const beside = row.take(BESIDE[ownNews.kind]);
  const thanks = ownNews.helped ? row.take(THANKS) : '';
  // One piece: a short message is cut between sentences, and what is theirs comes last.
  return [[`${lead} ${core}`, beside, thanks, end].filter((text) => text !== '').join(' ')];
}

/** To the owner, before a call or a meeting. */
export function newsTalkingPoint({ candidate, name, today, thread, second }: Parts): string | undefined {
  const { ownNews } = candidate;
  if (ownNews === undefined) return undefined;
  if (isHardTime(candidate.moments ?? [], today))
    return `Ask first how ${name} is; your news can wait. Then, if it fits, tell it in a word.`;
  const row = new Row(ownNews.place);
  const tell = row.take(TELL).replace('{name}', name);
  const news = sentence(`${tell}: ${shortened(plain(ownNews.text), LONGEST_QUOTE)}`);
  // What there is to ask about follows by itself.
  if (thread !== undefined || second !== undefined) return news;
  return `${news} ${row.take(AFTERWARDS).replace('{name}', name)}`;
}

function toneFor({ candidate, today }: Parts): Tone {
  if (isHardTime(candidate.moments ?? [], today)) return 'gentle';
  return candidate.closeness >= CLOSE ? 'close' : candidate.closeness >= DISTANT ? 'warm' : 'distant';
}

/** Behind a colon a sentence goes on in lower case, where its first word is surely no name. */
function lowAfterColon(text: string): string {
  return /^(?:We|Our|My|The|An?|There|After|From|Since|It|In|On|At|Next|This|Last|Yesterday|Today) /u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** The news in full, or its first sentence where a channel wants few words. */
function coreOf({ text }: NewsToTell, { style, tone }: { style: Parts['style']; tone: Tone }): string {
  const full = text.trim().replace(/\s+/gu, ' ');
  const core = sentence(full);
  if (style !== 'short' || core.length <= LONGEST_SHORT_CORE) return core;
  const [first = core] = core.split(/(?<=[.!?…])\s+/u);
  const short = sentence(shortened(first, LONGEST_SHORT_CORE));
  return tone === 'close' ? `${short} More when we talk.` : short;
}

const TURNS: readonly string[] = ['But enough of me.', 'And you?', 'Now to you.', 'And how are you?'];

/** Something of theirs to come back to, else an open question. */
function endsFor({ thread, second }: Parts): readonly string[] {
  const found = [thread, second].find((one) => one !== undefined && one.mood === 'light' && !isWeak(one));
  if (found === undefined) return PLAIN_ASK;
  const questions = plainQuestionOf(found)?.lines;
  // Straight after one's own news a question about them wants a turn first.
  return questions?.flatMap((question) => TURNS.map((turn) => `${turn} ${question}`)) ?? openingsOf(found).lines;
}

/** Goes through every combination of wordings before one returns. */
class Row {
  #left: number;

  constructor(place: number) {
    this.#left = place;
  }

  take(pool: readonly string[]): string {
    const chosen = pool[this.#left % pool.length] ?? '';
    this.#left = Math.floor(this.#left / pool.length);
    return chosen;
  }
}
