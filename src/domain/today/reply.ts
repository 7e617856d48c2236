import { threadFrom } from './note.ts';
import { SECRET, WHEN_TAIL } from './patterns.ts';
import { plain } from './phrases.ts';
import {
  clausesOf,
  isEnglish,
  isSayableText,
  nounPhrase,
  quotable,
  turned,
  withoutFurtherVerb,
  written,
} from './reading.ts';
import type { Reading } from './thread.ts';

const LONGEST_SUBJECT = 60;

/** What an answer to it has to do, which is more than to say it back. */
export type Asks = 'answer' | 'answer-of-me' | 'favour' | 'invitation' | 'look' | 'news' | 'more';

/** What a message that waits for an answer said, as its writer is reminded of it. */
export interface WhatTheyWrote {
  /** A sentence: "You asked about the boat." */
  readonly sentence?: string;
  readonly asks?: Asks;
  /** Otherwise its subject, to stand beside "your e-mail": `about “Dinner on Tuesday”`. */
  readonly subject?: string;
}

/** The note or the subject of a message, turned into what one says in the answer; empty when nothing in it may be said. */
export function whatTheyWrote(summary: string, names: readonly string[]): WhatTheyWrote {
  const text = written(summary);
  if (SECRET.test(plain(text)) || !isSayableText(text)) return {};
  const reading: Reading = { names, alone: true, trusted: true, from: 'talk', conversation: 'your message' };
  const [first] = clausesOf(text);
  if (first === undefined) return {};
  const clause = withoutSubject(first.text, names);
  const told = isEnglish(clause) ? reported(clause, reading) : undefined;
  if (told !== undefined) return told;
  if (/[?？]\s*$/.test(summary) && first.isQuestion)
    return { sentence: `You asked: “${quotable(first.text, LONGEST_SUBJECT)}?”`, asks: 'answer' };
  const subject = quotable(first.text, LONGEST_SUBJECT);
  if (subject !== '' && !/\b(?:she|he|her|his|him|they|their|them|me|my|I)\b/i.test(subject))
    return { subject: `about “${subject}”` };
  const thread = threadFrom(summary, { names, alone: true });
  return thread?.kind === 'mention' || thread?.kind === 'matter' ? { subject: `about ${thread.text}` } : {};
}

/** "about the grant" out of "Hannah emailed me about the grant": who wrote is said beside it anyway. */
export function withoutWriter(summary: string, names: readonly string[]): string {
  const text = summary.trim();
  const writer = [...names, 'She', 'he', 'she', 'He'].find((name) => text.startsWith(`${name} `));
  if (writer === undefined) return text;
  const rest = text.slice(writer.length).trimStart();
  const verb =
    /^(?:just )?(?:e-?mailed|texted|messaged|wrote|whatsapped|replied|answered)(?: to)?(?: me| us)?(?: back)?(?:[:,.]? +|[.!]?$)/i;
  return verb.test(rest) ? rest.replace(verb, '') : text;
}

function withoutSubject(clause: string, names: readonly string[]): string {
  const name = names.find((entry) => clause.startsWith(`${entry} `));
  return name === undefined ? clause.replace(/^(?:she|he) (?=\p{Ll})/iu, '') : clause.slice(name.length + 1);
}

function reported(clause: string, reading: Reading): Required<Pick<WhatTheyWrote, 'sentence' | 'asks'>> | undefined {
  const said = (words: string) => {
    const text = turned(withoutFurtherVerb(words), reading);
    return text === undefined || text.length > 100 ? undefined : text.replace(/ (?:in|on|at|for|with|to|of|and)$/i, '');
  };
  const asked =
    /^(?:asks?|asked|asking|wonders?|wondered|wants to know|wanted to know)(?: me)? (whether|if|how|what|when|where|which|who|why|for|about|to)\b(.+)$/i.exec(
      clause,
    );
  if (asked !== null) {
    const word = (asked[1] ?? '').toLowerCase();
    const words = said(`${word.replace(/^if$/, 'whether')}${asked[2] ?? ''}`);
    if (words === undefined) return undefined;
    if (word === 'to') return { sentence: `You asked me ${words}.`, asks: 'favour' };
    return { sentence: `You asked ${words}.`, asks: /\b(?:I|my)\b/.test(words) ? 'answer-of-me' : 'answer' };
  }
  const wrote =
    /^(?:writes?|wrote|e-?mailed|texted|messaged|says?|said|told me|tells me|mentions?|mentioned|reports?|reported)(?: me)? (about|that)\b(.+)$/i.exec(
      clause,
    );
  if (wrote !== null) {
    const words = said(`${wrote[1]}${wrote[2] ?? ''}`);
    if (words === undefined) return undefined;
    return /^that\b/i.test(words)
      ? { sentence: `Thank you for telling me ${words}.`, asks: 'news' }
      : { sentence: `You wrote ${words}.`, asks: 'more' };
  }
  const invited = /^(?:invites?|invited) me (.+)$/i.exec(clause)?.[1];
  if (invited !== undefined) {
    const words = said(invited);
    return words === undefined ? undefined : { sentence: `You invited me ${words}.`, asks: 'invitation' };
  }
  const sent = /^(?:sends?|sent|forwarded|shared)(?: me)? (.+)$/i.exec(clause)?.[1];
  const found = sent === undefined ? undefined : nounPhrase(sent.replace(WHEN_TAIL, ''));
  const thing = found === undefined ? undefined : said(found.phrase);
  if (thing !== undefined) {
    const named = /^\p{Ll}+$/u.test(thing) && !/s$/.test(thing) ? `the ${thing}` : thing.replace(/^an? /, 'the ');
    const question = / and (?:(?:she|he) )?(asked .+)$/i.exec(sent ?? '')?.[1];
    const more = question === undefined ? undefined : reported(question, reading);
    return more?.asks === 'answer'
      ? { sentence: `Thank you for ${named}. ${more.sentence}`, asks: 'answer' }
      : { sentence: `Thank you for ${named}.`, asks: 'look' };
  }
  const wants = /^(?:wants?|would like|would love|hopes) (to .+)$/i.exec(clause)?.[1];
  const wish = wants === undefined ? undefined : said(wants);
  return wish === undefined ? undefined : { sentence: `You would like ${wish}.`, asks: 'favour' };
}
