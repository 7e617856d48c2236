import { HONORIFICS, JOB_TITLE, UNNAMED_PEOPLE, words } from './lexicon.ts';
import type { Node } from './scan-types.ts';
import { isCapitalized, type Token } from './tokens.ts';

/**
 * Whether a person is expected at this place of the line.
 * `with`: surely, and unknown words are worth a question; `soft`: likely ("saw …", "sent …"); `none`: only by a known name.
 */
export interface Slot {
  readonly level: 'with' | 'soft' | 'none';
  /** The word that opened it. */
  readonly verb?: string;
  /** Nothing has stood in it yet, or only names and "and". */
  readonly fresh?: boolean;
  /** The list went on with a comma, where a new clause may begin as well. */
  readonly afterComma: boolean;
  /** "the" has just been said in a slot: a family's name may follow, "the Okafors". */
  readonly isArticle?: boolean;
}

const CLOSED: Slot = { level: 'none', afterComma: false };

/** Verbs and prepositions whose object is a person who was there. */
const OPENS_WITH = words(`
with w met meeting called calling phoned rang texted texting emailed mailed messaged messaging pinged dm whatsapped
facetimed skyped telegrammed smsed telephoned`);
const OPENS_SOFT = words(`
saw seeing introduced visited visiting hosted invited sent gave left told asked thanked congratulated wished joined
tried lent helped hugged answered zoomed`);
/** "to" and "from" name a correspondent behind these. */
const CORRESPONDENCE = words(`
talked talking spoke speaking chatted chatting wrote written writing replied email emails mail letter message msg text
sms call card postcard voicemail note dm heard listened reached whatsapp signal telegram sent introduced reply answer
apologised apologized`);
/** Behind these "with" brings a thing. */
const NO_COMPANY = words(`
help helped helping helps struggling struggles struggled happy busy dealing fed trouble problem problems obsessed
started stuck wrong along pleased diagnosed ill sick down done finished fine ok better love engaged patience
experience experimenting`);
const OWNERS = new Set([
  '(',
  'named',
  'a',
  'an',
  'my',
  'our',
  'her',
  'his',
  'their',
  's',
  'two',
  'three',
  'four',
  'five',
]);
/** Behind these one word names somebody. */
const NAMES_OWN = new Set(['my', 'our', 'named']);
/** Who somebody is to another, or no more than that they are somebody. */
const ORDINARY_KIN = words(`
woman man girl boy guy lady gentleman person
old good former new best little elder younger boss manager assistant flatmate roommate classmate boyfriend girlfriend
fiance fiancee coach teacher`);
/** One person who belongs to another, of whom a full name may follow: "Ada's brother Tim Brown". */
const KIN =
  /^(?:brother|sister|husband|wife|son|daughter|mother|mum|mom|father|dad|uncle|aunt|cousin|nephew|niece|partner|friend|colleague|boss|manager|assistant|boyfriend|girlfriend|fiancee?|flatmate|roommate|neighbou?r|coach|teacher)$/;
const BETWEEN = new Set([
  'and',
  '&',
  '+',
  'plus',
  'also',
  'up',
  'both',
  'again',
  '/',
  '"',
  '“',
  "'",
  '‘',
  ...HONORIFICS,
]);

/** How far back a "to" looks for its verb. */
const CORRESPONDENCE_REACH = 8;

/** The slot behind "Ada's" where token `i` is somebody of hers; else closed. */
export function behindOwner(slot: Slot, token: Token | undefined): Slot {
  const isKin = slot.level !== 'none' && !slot.afterComma && token?.kind === 'word' && KIN.test(token.fold);
  return isKin ? { ...slot, verb: 'kin', fresh: false, isArticle: false } : CLOSED;
}

/** The slot behind token `i`, a word or mark that is no name and no time. */
export function listenTo(slot: Slot, tokens: readonly Token[], i: number, nodes: readonly Node[]): Slot {
  const token = tokens[i];
  if (token === undefined) return CLOSED;
  const word = token.kind === 'word' ? token.fold : token.text;
  const previous = tokens[i - 1]?.fold ?? '';
  if (word === 'with' && NO_COMPANY.has(previous)) return CLOSED;
  // "met a guy called Per": nobody was called up, and he is named
  if (word === 'called' && isNaming(tokens, i))
    return slot.level === 'with' && slot.verb === 'kin' ? { ...slot, verb: 'own' } : CLOSED;
  // "round to Rose's with soup": at somebody's home it may be a thing
  if (word === 'with' && tokens[i - 1]?.clitic === 's')
    return { level: 'soft', verb: word, fresh: true, afterComma: false };
  if (OPENS_WITH.has(word) && !(word === 'meeting' && previous === 'a'))
    return { level: 'with', verb: word, fresh: true, afterComma: false };
  if (word === 'into' && ['bumped', 'ran', 'run', 'bumping'].includes(previous))
    return { level: 'with', verb: 'into', fresh: true, afterComma: false };
  if (OPENS_SOFT.has(word)) return { level: 'soft', verb: word, fresh: true, afterComma: false };
  // "thanks to Ada for the introduction to Priya": she alone is thanked
  if (word === 'to' && (previous === 'thanks' || (previous === 'again' && tokens[i - 2]?.fold === 'thanks')))
    return { level: 'soft', verb: 'thanks', fresh: true, afterComma: false };
  if ((word === 'to' || word === 'from' || word === 'for') && hasCorrespondence(tokens, i)) {
    // "sent me a postcard from Kyoto", "wrote Ada a letter from Lisbon": whoever sent it has been named
    if (word === 'from' && isToldOfSender(tokens, i)) return CLOSED;
    if (word === 'for') return { level: 'soft', verb: word, fresh: true, afterComma: false };
    // "introduced me to Zed" is a first meeting
    const isIntroduction = tokens[i - 2]?.fold === 'introduced' && /^(?:me|us)$/.test(previous);
    return { level: 'with', verb: isIntroduction ? 'met' : word, fresh: true, afterComma: false };
  }
  if (word === ':' && announcesPeople(tokens, i, nodes))
    return { level: 'with', verb: 'list', fresh: true, afterComma: true };
  if (slot.level === 'none') return CLOSED;
  // "with an old classmate, Jonas Weber"
  if (word === ',' && (slot.verb === 'kin' || slot.verb === 'own')) return { ...slot, afterComma: true };
  if (word === ',' || word === ';')
    return nodes.at(-2)?.kind === 'name' || nodes.at(-2)?.kind === 'organization'
      ? { ...slot, afterComma: true }
      : CLOSED;
  if (word === '.' && HONORIFICS.has(previous)) return slot;
  // "old Mrs. Kowalski"
  if (HONORIFICS.has(word) && slot.verb === 'kin') return { ...slot, verb: 'own' };
  if (word === 'the') return { level: 'none', afterComma: false, isArticle: true };
  // "with her colleague Priya Raman"
  if (OWNERS.has(word) || UNNAMED_PEOPLE.has(word) || ORDINARY_KIN.has(word) || JOB_TITLE.test(word.replace(/s$/, '')))
    // "our neighbour Jan" is somebody of the owner's, whom one word names
    return { ...slot, verb: NAMES_OWN.has(word) || slot.verb === 'own' ? 'own' : 'kin', fresh: false };
  return BETWEEN.has(word) ? slot : CLOSED;
}

/** "A girl called Iris", "her daughter is called Ruby": a name, but of nobody who was called up. */
function isNaming(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (/^(?:is|are|was|were|be)$/.test(before?.fold ?? '')) return true;
  if (before?.clitic === 's' && /^(?:she|he|it|who)$/.test(before.fold)) return true;
  return tokens.slice(Math.max(0, i - 3), i - 1).some(({ fold }) => fold === 'a' || fold === 'an');
}

/** "Met three people at the fair: Lisa Ray and Jin Woo": people were met and nobody is named yet. */
function announcesPeople(tokens: readonly Token[], i: number, nodes: readonly Node[]): boolean {
  if (nodes.some(({ kind }) => kind === 'name')) return false;
  return tokens
    .slice(0, i)
    .some(({ fold }) => OPENS_WITH.has(fold) || NOUNS_BEHIND.has(fold) || UNNAMED_PEOPLE.has(fold));
}

function hasCorrespondence(tokens: readonly Token[], i: number): boolean {
  for (let at = i - 1; at >= Math.max(0, i - CORRESPONDENCE_REACH); at--) {
    const token = tokens[at];
    if (token === undefined || (token.kind === 'mark' && /^[,;.:!?]$/.test(token.text))) return false;
    if (token.fold === 'about' || token.fold === 're') return false;
    if (CORRESPONDENCE.has(token.fold)) return true;
  }
  return false;
}

function isToldOfSender(tokens: readonly Token[], i: number): boolean {
  const reach = tokens.slice(Math.max(0, i - CORRESPONDENCE_REACH), i);
  return reach.some(({ fold }) => /^(?:sent|wrote|posted|mailed)$/.test(fold));
}

const VERBS = words(`
is was has had says said told wants needs loves likes hates rang wrote sent met came got won left lost went gave took
felt thinks thought will would can could just also still never knows works lives plans hopes prefers turns turned
dropped owes bought sold ran found became does paid pays brought built broke began chose drove ate fell forgot grew
heard held kept knew led put spoke spent stood swam taught babysat wore saw doesnt isnt wont cant didnt hasnt made started
starts moved moves seems looks enjoys plays runs are were have gets texted emailed called split proofread
lent died introduced hosted`);
/** What one tells oneself to do, at the head of a line. */
const IMPERATIVES = words(`
introduce connect invite ask tell text write email call ring visit meet see thank remind help send give bring lend return buy book
congratulate wish reply answer show offer follow check plan organise organize arrange pick drive join host`);
/** What two people do: "Ada and Grace know each other". */
const PLURAL_VERBS = words('know live work want need love like hate plan hope think move share come go get have are');
/** Of these a word-like name could be the auxiliary: "Will call", "May I", "Can help". */
const NOUNS_BEHIND = new Set(['lunch', 'coffee', 'dinner', 'breakfast', 'brunch', 'drinks', 'beer']);

/** Whether the name that ends before token `end` is the subject of a clause: a verb follows, or "and I", or a colon. */
export function isNameBeforeVerb(tokens: readonly Token[], start: number, end: number): boolean {
  const last = tokens[end - 1];
  const next = tokens[end];
  const previous = tokens[start - 1];
  if (
    previous?.kind === 'word' &&
    ![
      'and',
      'but',
      'then',
      'so',
      'that',
      'because',
      'says',
      'said',
      'me',
      'mentioned',
      'plus',
      'since',
      'as',
      'where',
      'when',
      'i',
      'we',
    ].includes(previous.fold)
  )
    return false;
  if (last?.clitic !== undefined && isCapitalized(last.text)) return true;
  if (next === undefined) return false;
  if (next.text === ':') return true;
  if (next.kind !== 'word') return next.text === '&';
  if (next.fold === 'and')
    return (
      tokens[end + 1]?.fold === 'i' || tokens[end + 1]?.fold === 'me' || isCapitalized(tokens[end + 1]?.text ?? '')
    );
  return isPredicate(next) || (previous?.fold === 'and' && PLURAL_VERBS.has(next.fold));
}

/** Whether a word right behind a name says what that person does, is or has. */
export function isPredicate(token: Pick<Token, 'kind' | 'text' | 'fold'> | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const isInflected =
    /^\p{Ll}{3,}ed$/u.test(token.fold) || (/^\p{Ll}{4,}s$/u.test(token.text) && !token.fold.endsWith('ss'));
  return VERBS.has(token.fold) || NOUNS_BEHIND.has(token.fold) || isInflected;
}

/** Whether a word tells what was done, so that with a capital at the start of a line it is no name: "Visited Ada". */
export function isActWord(word: string): boolean {
  return (
    OPENS_WITH.has(word) ||
    OPENS_SOFT.has(word) ||
    CORRESPONDENCE.has(word) ||
    VERBS.has(word) ||
    IMPERATIVES.has(word) ||
    /\p{L}{2,}(?:ed|ing)$/u.test(word)
  );
}
