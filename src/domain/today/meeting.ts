import { ATTENDED, DANGLING, EVENT, JOINT, moodOf } from './patterns.ts';
import {
  finished,
  hasDeterminer,
  headOf,
  nounPhrase,
  quotable,
  turned,
  undated,
  withoutFurtherVerb,
} from './reading.ts';
import type { Reading, Thread } from './thread.ts';

/** The meeting itself, what was done together and what was given. */

/** "sent her the paper" is what I gave, "sent me the recipe" what I got. */
export function sentThread(own: string, source: string, reading: Reading): Thread | undefined {
  const match =
    /^(?:(she|he) )?(sent|forwarded|mailed|emailed|shared|lent|gave|recommended|brought|posted) (?:(me|us|her|him|them) )?(.+)$/i.exec(
      own,
    );
  if (match === null) return undefined;
  const [, subject, verb = '', whom = '', what = ''] = match;
  const found = nounPhrase(
    withoutFurtherVerb(what)
      .replace(/ (?:with|in|at|for|from|around|by) .*$/i, '')
      // "The article on why nobody …": a question is cut before its end.
      .replace(/ (?:on|about) (?:why|how|what|who|which|when|where|whether)\b.*$/i, ''),
  );
  if (found === undefined || /^(?:back|away|up|it|that|this|them|to)\b/i.test(what)) return undefined;
  const toMe = /^(?:me|us)$/i.test(whom);
  if (
    !toMe &&
    (subject !== undefined ||
      !(LIKEABLE.test(headOf(found.phrase)) || /^“.*”$/.test(found.phrase)) ||
      (whom === '' && !reading.alone))
  )
    return undefined;
  const thing =
    /^[“‘]/.test(found.phrase) || hasDeterminer(found.phrase) || /s$/.test(headOf(found.phrase))
      ? found.phrase
      : `the ${found.phrase}`;
  const definite = thing.replace(/^(?:an?|some) /i, 'the ');
  // "Sent me the draft of her speech": theirs to work on, and no gift.
  if (toMe && /\b(?:her|his|their)\b/i.test(definite)) return finished('matter', definite, source, reading);
  const thread = finished(toMe ? 'received' : 'sent', definite, source, reading);
  if (thread === undefined || toMe || thing.startsWith('“')) return thread;
  const given = `I ${verb.toLowerCase()}${/^recommended$/i.test(verb) ? ' to' : ''} you`;
  return { ...thread, text: `${thread.text} ${given}`, about: `${thread.about} you ${verb.toLowerCase()}` };
}

const LIKEABLE =
  /^(?:books?|articles?|papers?|essays?|poems?|songs?|albums?|playlists?|podcasts?|films?|recipes?|photos?|photographs?|pictures?|postcards?|cards?|links?|novels?|magazines?|flowers|chocolates?|wine|cake|cookies|jam|honey|tea|plants?|videos?|stories|story|letters?|episodes?|records?)$/i;

/** A month or a day of the week, after which the thing is still to come or theirs. */
const WHEN_IN =
  /^ (?:in|on|next|this|at) (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|\p{L}+day|week|month|year|\d)/iu;

/** The meeting itself: "our lunch", "our coffee at the station buffet". */
export function eventThread(own: string, source: string): Thread | undefined {
  const match = EVENT.exec(own);
  if (match === null) return undefined;
  const noun = (match[1] ?? '')
    .toLowerCase()
    .replace(/^calls$/, 'call')
    .replace(/^zoom$/, 'call')
    .replace(/^bbq$/, 'barbecue');
  const rest = match[2] ?? '';
  // "Trip to Lisbon is booked" is theirs, not ours.
  if (
    rest !== '' &&
    !/^ (?:with|at|in|on|by|near|after|before|during|for|together|over|under|again|and|from|today|yesterday|last|while|where|\p{Lu})/u.test(
      rest,
    )
  )
    return undefined;
  if (/^(?:concert|wedding|party|trip|conference|workshop)$/.test(noun) && WHEN_IN.test(rest)) return undefined;
  const place =
    /^(?: with \S+)? ((?:at|in|by|on) (?!monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may\b|june|july|august|september|october|november|december|the way\b|the phone\b|\d)(?:the )?\p{L}[\p{L}’-]*(?: (?:\p{L}[\p{L}’-]*)){0,3})$/iu.exec(
      undated(rest),
    )?.[1];
  const where = place === undefined ? undefined : nounPhrase(place)?.phrase;
  const at = where === undefined || where !== place ? '' : ` ${where}`;
  const isAttended = ATTENDED.test(noun);
  return eventOf(`${isAttended ? 'the' : 'our'} ${noun}${at}`, `${isAttended ? 'the' : 'your'} ${noun}${at}`, source);
}

export function eventOf(text: string, about: string, source: string): Thread {
  return { kind: 'event', text, about, source: quotable(source, 90), mood: moodOf(source), from: 'talk' };
}

/** Past verbs of what I did with somebody, as they follow "I still remember"; what I only said to them is no memory. */
const GERUNDS: Readonly<Record<string, string>> = {
  ran: 'running',
  met: 'meeting',
  saw: 'seeing',
  ate: 'eating',
  swam: 'swimming',
  sang: 'singing',
  drove: 'driving',
  sat: 'sitting',
  heard: 'hearing',
  taught: 'teaching',
  went: 'going',
  spent: 'spending',
  built: 'building',
  thought: 'thinking',
  bumped: 'bumping',
  visited: 'visiting',
  helped: 'helping',
  walked: 'walking',
  cooked: 'cooking',
  sailed: 'sailing',
  hiked: 'hiking',
  danced: 'dancing',
  played: 'playing',
  watched: 'watching',
  shared: 'sharing',
  listened: 'listening',
  showed: 'showing',
  joined: 'joining',
  worked: 'working',
  baked: 'baking',
  painted: 'painting',
  carried: 'carrying',
  celebrated: 'celebrating',
  laughed: 'laughing',
  biked: 'biking',
  cycled: 'cycling',
  rowed: 'rowing',
  travelled: 'travelling',
  stopped: 'stopping',
  collected: 'collecting',
  introduced: 'introducing',
  read: 'reading',
  picked: 'picking',
  drank: 'drinking',
};

/** What I did with or for them: "running into you at the market", "the time we hiked up the hill". */
export function memoryThread(own: string, source: string, reading: Reading): Thread | undefined {
  const [verb = '', ...object] = own.split(' ');
  const gerund = GERUNDS[verb.toLowerCase()];
  if (gerund === undefined && !JOINT.test(own)) return undefined;
  const rest = undated(withoutFurtherVerb(object.join(' ')));
  if (rest === '' || DANGLING.test(rest) || /^(?:when|where|what|how|who|why|if)\b/i.test(rest)) return undefined;
  if (gerund !== undefined) {
    const isMeeting = /^met$/i.test(verb) && /^(?:up )?(?:at|in|on|by) /i.test(rest) && reading.alone;
    const said = isMeeting ? `you ${rest.replace(/^up /i, '')}` : turned(rest, reading);
    const hasYou =
      said !== undefined &&
      (/(?:^|into |with |for |to |of )you\b/.test(said) ||
        (/^(?:read|saw|visited|heard|tried|watched)$/i.test(verb) && /^your /.test(said)));
    // "told her I still practise": what I said of myself is no memory of theirs.
    if (hasYou && !/\b(?:I|I’\p{L}+|my)\b/u.test(said)) {
      const did = `${gerund} ${said}`
        .replace(/\b(read|reading) the one (?=about |on )/, '$1 ')
        .replace(/^hearing you (?=(?:on|at|in) .* about )/, 'hearing you talk ');
      // What "the one about bees" is, only who noted it knows.
      if (/\bthe ones? /.test(did)) return undefined;
      const whole = finished('memory', did, source, reading);
      return whole === undefined ? undefined : { ...whole, about: source };
    }
  }
  if (!JOINT.test(own) || !reading.alone) return undefined;
  const did = turned(rest, reading);
  if (did === undefined || /\b(?:you|your|I|me|my)\b/.test(did)) return undefined;
  return eventOf(
    `the time we ${verb.toLowerCase()} ${did}`,
    `the time you ${verb.toLowerCase()} ${did.replace(/ together$/, '')}`,
    source,
  );
}
