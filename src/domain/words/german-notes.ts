import { isSpoken } from '../keeping/open-threads.ts';
import type { Candidate, OpenPromise } from '../today/candidate.ts';
import { whoSpeaksOfTheGone } from '../today/gone.ts';
import { isDeed } from '../today/grammar.ts';
import type { Parts } from '../today/parts.ts';
import { CAUTION, SECRET } from '../today/patterns.ts';
import { plain } from '../today/phrases.ts';
import { isEnglish } from '../today/reading.ts';

/*
 * What of a German note can be said to the person without changing its grammar: what already stands in the case it is said
 * in. What was talked about stands after "über", a promise ends in its verb, a place brings its own preposition. Whatever is
 * not in such a form is left out rather than guessed at.
 */

export type Manner = 'du' | 'Sie';

/** "Segeln", "liebt Wandern": a noun that German forms from a verb, or one noted with a German verb; "sailing" is none. */
export function interestOf({ thread, second }: Parts): string | undefined {
  for (const one of [thread, second]) {
    if (one?.from !== 'fact' || one.mood !== 'light') continue;
    const [, verb, noun] = /^(mag |liebt |interessiert sich für )?(\p{Lu}\p{Ll}{3,})[.!]?$/u.exec(one.source) ?? [];
    if (noun === undefined || (verb === undefined && !(one.kind === 'interest' && /(?:en|eln|ern)$/.test(noun))))
      continue;
    return noun;
  }
  return undefined;
}

const ENDS_IN_NOUN = /(?:^|\s)\p{Lu}[\p{L}-]+$/u;
/** Others, whom nobody can tell apart in a few words. */
const PRONOUN =
  /(?<!\p{L})(?:er|sie|es|ihr|ihm|ihn|ihnen|ihre[mnrs]?|sein|seine[mnrs]?|sich|ich|wir|man|dessen|deren)(?!\p{L})/iu;
const NOT_TO_BE_SAID =
  /(?<!\p{L})(?:vertraulich\p{L}*|geheim\p{L}*|unter uns|nicht weitersagen|krank\p{L}*|\p{L}*krebs\p{L}*|tod\p{L}*|tot|gestorben|beerdigung\p{L}*|trauer\p{L}*|trennung\p{L}*|scheidung\p{L}*|\p{L}*operation\p{L}*|krankenhaus\p{L}*|kündigung\p{L}*|depress\p{L}*|unfall\p{L}*|schulden|schwanger\p{L}*|therapie\p{L}*|alkohol\p{L}*|streit\p{L}*|fehlgeburt\p{L}*|pflege\p{L}*|sterben\p{L}*|burn-?out)(?!\p{L})/iu;
const TALKED =
  /(?<!\p{L})(?:gespräch\p{L}*|telefonat|telefoniert|gesprochen|geredet|unterhalten|geplaudert|diskutiert|ausgetauscht|geschrieben|kaffee|mittagessen|abendessen|spaziergang|treffen|getroffen)(?!\p{L})/iu;
const PAST_TALK = /\s+(?:gesprochen|geredet|unterhalten|geplaudert|diskutiert|ausgetauscht|geschrieben|telefoniert)$/iu;
const LONGEST = 60;

/** "Unser Gespräch über Gezeitenkraft", out of "Langes Gespräch über Gezeitenkraft"; "über ihren Garten" is "über deinen Garten". */
export function talkedOf(candidate: Candidate, manner: Manner): string | undefined {
  const touch = candidate.lastTold ?? candidate.lastTouch;
  if (touch === undefined || touch.people > 1) return undefined;
  const note = plain(touch.summary);
  if (NOT_TO_BE_SAID.test(note) || SECRET.test(note) || CAUTION.test(note)) return undefined;
  if (whoSpeaksOfTheGone(candidate)(note)) return undefined;
  for (const clause of note.split(/[.,;:!?]\s+|\n/u)) {
    const [, about = ''] =
      (TALKED.test(clause) ? /(?<!\p{L})über (\p{L}.*)$/iu : /^über (\p{L}.*)$/iu).exec(clause) ?? [];
    const said = theirs(about.replace(PAST_TALK, ''), manner);
    if (said !== undefined) return `${isSpoken(touch.channel) ? 'unser Gespräch' : 'unsere Nachrichten'} über ${said}`;
  }
  return undefined;
}

/** With the possessive at its beginning turned to the person; undefined where anybody else is meant, or it is no noun. */
function theirs(words: string, manner: Manner): string | undefined {
  const turned = possessive(words, manner);
  const rest = turned.replace(/^Ihr(?:e[mnrs]?)? /u, '');
  return ENDS_IN_NOUN.test(turned) && turned.length <= LONGEST && !PRONOUN.test(rest) ? turned : undefined;
}

/** Where the two of them met last, with the preposition it was noted with: "im Botanischen Garten". */
export function placeOf({ lastTouch }: Candidate): string | undefined {
  const place = plain(lastTouch?.place ?? '');
  if (lastTouch?.channel !== 'in-person' || lastTouch.people > 1 || place.length > LONGEST) return undefined;
  const isPlaced = /^(?:im|in der|am|an der|auf dem|auf der|beim|bei der|in|bei) \p{L}/u.test(place);
  return isPlaced && ENDS_IN_NOUN.test(place) && !PRONOUN.test(place) && !NOT_TO_BE_SAID.test(place)
    ? place
    : undefined;
}

export interface SaidPromise {
  readonly by: 'me' | 'them';
  /** `das Buch` is what was promised, `dir das Buch schicken` what somebody wanted to do. */
  readonly kind: 'thing' | 'deed';
  readonly text: string;
}

/** What is given to somebody, and so wants to say to whom. */
const GIVING =
  /(?:^|\s)(?:zurück|mit|weiter)?(?:schicken|senden|geben|bringen|leihen|zeigen|empfehlen|erzählen|besorgen|weiterleiten|vorstellen|schenken|erklären|mailen|helfen)$/u;
/** "Bis Freitag" was a day when it was noted. */
const DATED =
  / (?:(?:bis(?: zum)?|am|nächste[nrs]?|diese[nrs]?|kommende[nrs]?) (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Wochenende|Woche|Monat|\d{1,2}\.(?: ?\p{Lu}\p{Ll}+| ?\d{1,2}\.)?)|heute|morgen|übermorgen)(?= |$)/gu;

/** A promise noted in German, as it is said to the person; undefined where its grammar is not sure. */
export function promiseOf(promise: Pick<OpenPromise, 'by' | 'text'>, manner: Manner): SaidPromise | undefined {
  const { by } = promise;
  const text = plain(promise.text.replaceAll(DATED, ''));
  if (text.length > 80 || /[,;:„“”]/u.test(text) || NOT_TO_BE_SAID.test(text)) return undefined;
  if (/^(?:das|die|den|eine?|einen|meine?|meinen) /iu.test(text)) {
    const thing = `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
    if (ENDS_IN_NOUN.test(thing)) return PRONOUN.test(thing) ? undefined : { by, kind: 'thing', text: thing };
  }
  const deed = deedOf(text, by, manner);
  return deed === undefined ? undefined : { by, kind: 'deed', text: deed };
}

/** Whether a promise is noted in German, however it is put: it ends in its verb, or begins as a German thing does. */
export function isGermanPromise(text: string): boolean {
  if (isDeed(text)) return false;
  return (
    !isEnglish(text) ||
    /(?:^|\s)\p{Ll}+(?:en|ern|eln|tun)$/u.test(text) ||
    /^(?:der|das|den|dem|eine?[mnrs]?) /iu.test(text)
  );
}

function deedOf(text: string, by: 'me' | 'them', manner: Manner): string | undefined {
  if (!/\s\p{Ll}+(?:en|ern|eln|tun)$/u.test(text) || isDeed(text)) return undefined;
  const [, pronoun, after = text] = /^(ihr|ihm|ihnen|sie|ihn|mir|mich|uns|dir|dich) (.+)$/iu.exec(text) ?? [];
  const words =
    /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(after) || pronoun !== undefined
      ? after
      : `${after.charAt(0).toLowerCase()}${after.slice(1)}`;
  const said = possessive(words, manner);
  // "Ihr Buch zurückgeben": whose, or to whom?
  if (pronoun?.toLowerCase() === 'ihr' && /^\p{Lu}/u.test(after)) return undefined;
  // English words that happen to end like a German verb do not begin like this.
  const isAlone = /^(?:sie|ihn|mich)$/iu.test(pronoun ?? '') && !after.includes(' ');
  if (PRONOUN.test(words.replace(POSSESSIVE, '')) || !(isAlone || GERMAN_START.test(said))) return undefined;
  const [dative, accusative] = by === 'them' ? ['mir', 'mich'] : manner === 'du' ? ['dir', 'dich'] : ['Ihnen', 'Sie'];
  const whom = pronoun?.toLowerCase();
  if (by === 'them') {
    if (whom !== undefined && !/^(?:mir|mich|uns)$/.test(whom)) return undefined;
    return whom === undefined ? (GIVING.test(text) ? `${dative} ${said}` : said) : `${whom} ${said}`;
  }
  if (whom !== undefined && /^(?:mir|mich|uns)$/.test(whom)) return undefined;
  if (whom === undefined) return GIVING.test(text) ? `${dative} ${said}` : said;
  return `${/^(?:sie|ihn|dich)$/.test(whom) ? accusative : dative} ${said}`;
}

const GERMAN_START = /^(?:das|die|den|dem|der|eine?[mnrs]?|dein|Ihr|mein|zur|zum|nach|bei|auf|über|mit|für|\p{Lu})/u;
const POSSESSIVE = /^(?:ihr|sein)(e[mnrs]?)? (?=\p{L})/iu;

function possessive(words: string, manner: Manner): string {
  return words.replace(
    POSSESSIVE,
    (_, ending: string | undefined) => `${manner === 'du' ? 'dein' : 'Ihr'}${ending ?? ''} `,
  );
}
