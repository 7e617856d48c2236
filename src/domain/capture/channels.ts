import type { Channel, Direction } from '../words.ts';
import { HONORIFICS } from './lexicon.ts';

/** The words that tell of a touch. */
export interface Trigger {
  readonly channel: Channel;
  readonly direction: Direction;
  /** `past` has happened, `noun` ("lunch with …") may be either, `going` is a plan when it has a date. */
  readonly form: 'past' | 'noun' | 'going';
  /** Of the searched text. */
  readonly start: number;
  readonly end: number;
  readonly isEvening: boolean;
}

interface Rule {
  readonly pattern: RegExp;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly form: Trigger['form'];
}

const WHO = String.raw`(?:@\d+(?: and @\d+)*|her|him|them|me|us)`;
/** At most three words between verb and object: "sent Ada a long". */
const FEW = String.raw`(?:\S+ ){0,4}`;
const ARTICLE = `(?:an? |the |another |my |our )?`;

function rule(pattern: string, channel: Channel, direction: Direction, form: Rule['form'] = 'past'): Rule {
  return {
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}@~])(?:${pattern})(?![\p{L}\p{N}])`, 'u'),
    channel,
    direction,
    form,
  };
}

/** In order of precedence where two begin at the same word. */
const RULES: readonly Rule[] = [
  rule(`left (?:${WHO} )?${ARTICLE}(?:voice ?mail|voice message|message|msg)`, 'phone', 'mine'),
  rule(`(?:${WHO} )?(?:gave|given) ${WHO} a (?:quick )?(?:call|ring|bell|buzz)`, 'phone', 'mine'),
  rule(`(?:got|had|received|missed|took) ${FEW}call from`, 'phone', 'theirs'),
  rule(`(?:got|had|received) ${FEW}(?:post)?(?:card|letter)s? from`, 'card', 'theirs'),
  rule(`(?:got|had|received) ${FEW}(?:e-?)?mails? from`, 'email', 'theirs'),
  rule(`(?:got|had|received) ${FEW}(?:text|sms)e?s? from`, 'text', 'theirs'),
  rule(`(?:got|had|received) ${FEW}(?:messages?|msg|dm|note|line|gift|present|news) from`, 'other', 'theirs'),
  rule(`(?:sent|wrote|posted|mailed) ${FEW}(?:post)?(?:card|letter)s?`, 'card', 'mine'),
  rule(`(?:sent|wrote|dropped|shot) ${FEW}(?:e-?)?mails?`, 'email', 'mine'),
  rule(`(?:sent|wrote|dropped) ${FEW}(?:text|sms)`, 'text', 'mine'),
  rule(`(?:sent|wrote|dropped) ${FEW}(?:messages?|msg|dm|note|line|pm)`, 'other', 'mine'),
  rule('no (?:answer|reply|response)(?: from)?', 'other', 'mine'),
  rule(String.raw`(?:got|received) (?:\S+ ){1,4}from(?= @)`, 'other', 'theirs'),
  rule('video-?called', 'video', 'mutual'),
  rule('tried (?:to (?:call|reach|ring|phone)|calling|reaching|ringing|phoning)', 'phone', 'mine'),
  rule(`tried ${WHO}`, 'phone', 'mine'),
  rule('(?:voice ?mail|voice message|missed call|(?:phone )?call) from', 'phone', 'theirs', 'noun'),
  rule('(?:e-?)?mails? from', 'email', 'theirs', 'noun'),
  rule('(?:e-?)?mails? to', 'email', 'mine', 'noun'),
  rule('(?:text|sms)(?: message)? from', 'text', 'theirs', 'noun'),
  rule('(?:text|sms)(?: message)? to', 'text', 'mine', 'noun'),
  rule('(?:post)?(?:card|letter) from', 'card', 'theirs', 'noun'),
  rule('(?:post)?(?:card|letter) (?:to|for)', 'card', 'mine', 'noun'),
  rule('(?:messages?|msg|dm|note|whatsapp|signal|telegram|reply|answer|news) from', 'other', 'theirs', 'noun'),
  rule('(?:messages?|msg|dm|note|whatsapp|signal|telegram|reply) to', 'other', 'mine', 'noun'),
  // "a girl called Iris" is no call
  rule(
    String.raw`(?<!(?:^| )an? (?:\S+ ){1,2}(?=called (?:@\d|\p{L})))(?:called|phoned|rang|telephoned)(?! (?:it|off|for)(?! @))`,
    'phone',
    'mine',
  ),
  rule('facetimed|skyped|zoomed', 'video', 'mutual'),
  rule('(?:e-?)?mailed', 'email', 'mine'),
  rule("texted|smsed|sms 'd", 'text', 'mine'),
  rule('whatsapped', 'whatsapp', 'mine'),
  rule('telegrammed', 'telegram', 'mine'),
  rule("messaged|pinged|dm 'd|dmed|pmed|reached out|got in touch", 'other', 'mine'),
  rule('wrote', 'email', 'mine'),
  rule('replied|responded|answered', 'other', 'mine'),
  rule('heard (?:back )?from', 'other', 'theirs'),
  rule('introduced (?:me|us) to', 'in-person', 'mutual'),
  rule(
    '(?:bumped|ran) into|met up|met|hung out|caught up over|hosted|visited|dined|walked|hiked|cycled|climbed|danced|came (?:over|by|round)|(?:popped|nipped|went) (?:over|by|round|in)|dropped by|stopped by|joined (?:@\\d+|her|him|them|me|us)',
    'in-person',
    'mutual',
  ),
  rule(
    String.raw`saw(?! (?:@\d+|her|his|their) (?:'s )?(?:post|article|photos?|pictures?|profile|news|talk|update))`,
    'in-person',
    'mutual',
  ),
  rule('talked|spoke|chatted|caught up', 'other', 'mutual'),
  rule(
    'video (?:call|chat)|videocall|zoom(?: call)?|teams(?: call)?|facetime(?: call)?|skype(?: call)?|google meet',
    'video',
    'mutual',
    'noun',
  ),
  rule('(?:whatsapp|signal|telegram) (?:video )?call', 'other', 'mutual', 'noun'),
  rule('(?:phone ?)?calls?|phonecall', 'phone', 'mutual', 'noun'),
  rule(
    '(?:birthday |farewell |leaving |housewarming |dinner )?part(?:y|ies)|conference|mixer|meetup|wedding|reception|workshop|gala|festival',
    'event',
    'mutual',
    'noun',
  ),
  rule(
    '(?:lunch|coffees?|dinner|breakfast|brunch|supper|tea|beers?|drinks?|wine|pints?|cocktails?|walk|hike|stroll|run|meal|picnic|bbq|barbecue|sauna|tennis|golf|squash|climbing|cinema|movies?|concert|museum|gym|swim|(?:bike )?ride|rematch|return match|date|meeting|game night|sleepover|playdate)(?! (?:place|idea|break|time)s?)',
    'in-person',
    'mutual',
    'noun',
  ),
  rule('catch-? ?up|chat|conversation', 'other', 'mutual', 'noun'),
  rule(`(?:seeing|meeting|visiting|see|meet|visit|join) ${WHO}`, 'in-person', 'mutual', 'going'),
  rule(`(?:calling|call|phone|ring) ${WHO}`, 'phone', 'mine', 'going'),
  rule(`(?:e-?)?mail ${WHO}`, 'email', 'mine', 'going'),
  rule(`text ${WHO}`, 'text', 'mine', 'going'),
  rule(`picked (?:${WHO} up|up @\\d+)|drove ${WHO}|gave ${WHO} a (?:lift|ride)|babysat`, 'in-person', 'mutual'),
  rule('having (?:me|us)', 'in-person', 'mutual', 'going'),
  rule(String.raw`(?:lost|won|played) (?:\S+ ){0,4}(?:to|against)(?= @\d)|beat(?= @\d)`, 'in-person', 'mutual'),
  rule('helped (?:me|us)|dropped off', 'other', 'mine'),
  rule('(?:post)?(?:card|letter|parcel)', 'card', 'theirs', 'noun'),
  rule('lent', 'other', 'mine'),
  rule("introduced|intro 'd", 'other', 'mine'),
  rule(`thanks (?:again )?to ${WHO} for`, 'other', 'mine'),
  rule('congratulated|thanked|wished|invited|told|asked|sent|gave', 'other', 'mine'),
  rule('吃饭|吃飯|午饭|午餐|晚饭|晚餐|早餐|咖啡|喝茶|见面|見面', 'in-person', 'mutual', 'noun'),
  rule('打电话|打電話|通话', 'phone', 'mutual', 'noun'),
];
const EVENING = /dinner|supper|drinks?|beers?|pints?|cocktails?|party|wine|cinema|concert|movie/;

const NAMED_CHANNELS: ReadonlyMap<string, Channel> = new Map([
  ['whatsapp', 'whatsapp'],
  ['wa', 'whatsapp'],
  ['signal', 'signal'],
  ['telegram', 'telegram'],
  ['messenger', 'messenger'],
  ['linkedin', 'linkedin'],
  ['instagram', 'instagram'],
  ['insta', 'instagram'],
  ['ig', 'instagram'],
  ['facebook', 'facebook'],
  ['fb', 'facebook'],
  ['twitter', 'x'],
  ['x', 'x'],
  ['mastodon', 'mastodon'],
  ['zoom', 'video'],
  ['teams', 'video'],
  ['skype', 'video'],
  ['facetime', 'video'],
  ['meet', 'video'],
  ['video', 'video'],
  ['phone', 'phone'],
  ['telephone', 'phone'],
  ['email', 'email'],
  ['e-mail', 'email'],
  ['mail', 'email'],
  ['text', 'text'],
  ['sms', 'text'],
  ['post', 'card'],
  ['letter', 'card'],
  ['slack', 'other'],
  ['discord', 'other'],
]);
const SAID_CHANNEL = /(?:^| )(?:on|via|over|by|through|per|using) (?:the |a )?(?:google )?([a-z-]+)(?= |$)/g;
const CHANNEL_NOUN =
  /(?:^| )(whatsapp|signal|telegram|messenger|linkedin|instagram|insta|ig|facebook|fb|twitter|mastodon) (?:message|msg|dm|chat|call|note|video|voice|post|comment|from|to|with)/;

/**
 * Finds the first words of `text` that tell of a touch; of two that begin together the more special.
 * @param text the folded statement, names as `@1`
 */
export function findTrigger(text: string): Trigger | undefined {
  let best: { rule: Rule; match: RegExpExecArray } | undefined;
  for (const candidate of RULES) {
    const match = candidate.pattern.exec(text);
    if (match !== null && (best === undefined || match.index < best.match.index)) best = { rule: candidate, match };
  }
  best ??= matchCompany(text);
  if (best === undefined) return undefined;
  const { rule: found, match } = best;
  return {
    channel: sayChannel(text) ?? found.channel,
    direction: found.direction,
    form: found.form,
    start: match.index,
    end: match.index + match[0].length,
    isEvening: EVENING.test(text),
  };
}

/** "Went sailing with Ada": whatever it was, they did it together. */
const COMPANY = rule(
  String.raw`with (?:(?:${[...HONORIFICS].join('|')}) )?(?:@\d+|her|him|them)`,
  'in-person',
  'mutual',
  'noun',
);

function matchCompany(text: string): { rule: Rule; match: RegExpExecArray } | undefined {
  const match = COMPANY.pattern.exec(text);
  return match === null ? undefined : { rule: COMPANY, match };
}

/** "on WhatsApp", "LinkedIn message", "over coffee": what settles the channel whatever the verb. */
function sayChannel(text: string): Channel | undefined {
  if (/\b(?:in person|face to face|over (?:an? )?(?:coffee|lunch|dinner|drinks?|beers?|tea))\b/.test(text))
    return 'in-person';
  for (const [, word = ''] of text.matchAll(SAID_CHANNEL)) {
    const channel = NAMED_CHANNELS.get(word);
    if (channel !== undefined) return channel;
  }
  return NAMED_CHANNELS.get(CHANNEL_NOUN.exec(text)?.[1] ?? '');
}
