/**
 * Something remembered that a draft can pick up, in the form its sentences need. Only a form that is certain is built into a
 * sentence; whatever is not is quoted in the words of the note.
 *
 * | kind | text | where it fits |
 * |---|---|---|
 * | `talk` | our talk about tidal power | I was thinking back to … |
 * | `matter` | your thesis, the state exam | How are things with … ? |
 * | `news` | you were learning Welsh | The last I heard, … |
 * | `since` | you moved to Lyon | How have things been since … ? |
 * | `kin` | your daughter, Mia | How is … ? |
 * | `still` | row before work | Do you still … ? |
 * | `ongoing` | learning the cello | How is … going? |
 * | `hope` | teach one day | Do you still hope to … ? |
 * | `plan` | a summer by the sea | Is … still the plan? |
 * | `interest` | sailing | Do you still find time for … ? |
 * | `role` | a marine geologist at Kiel | How is life as … ? |
 * | `need` | a second-hand loom | Have you found … yet? |
 * | `feat` | you spoke at the council | I still remember that … |
 * | `event` | our lunch | How have you been since … ? |
 * | `memory` | running into you at the market | I still remember … |
 * | `sent` | the paper I sent you | Did you like … ? |
 * | `received` | the recipe | Thank you again for … |
 * | `met` | how we met at the fair | I was thinking of … |
 * | `meal` | vegan | Shall we eat something … ? |
 * | `question` | did you get the job | I was wondering: … ? |
 * | `asking` | how the exam went | I wanted to ask … |
 * | `mention` | the pallets | I remember … from last time |
 * | `quote` | kept the pallets | My note from last time says “…” |
 * | `preference` | never before ten | kept in mind, rather than said |
 */
export type ThreadKind =
  | 'talk'
  | 'matter'
  | 'news'
  | 'since'
  | 'kin'
  | 'still'
  | 'ongoing'
  | 'hope'
  | 'plan'
  | 'interest'
  | 'role'
  | 'need'
  | 'feat'
  | 'event'
  | 'memory'
  | 'sent'
  | 'received'
  | 'met'
  | 'meal'
  | 'question'
  | 'asking'
  | 'mention'
  | 'quote'
  | 'preference';

/** Illness, loss and the like are spoken of with care, never cheerfully; after a `loss` nothing is asked at all. */
export type Mood = 'light' | 'heavy' | 'loss';

/** What a note says of a thing, as it is said later. */
export interface Told {
  /** `the lease was signed` */
  readonly clause: string;
  /** Had happened when it was noted, was so at the time, or was to come. */
  readonly when: 'over' | 'lasting' | 'coming';
}

export interface Thread {
  readonly kind: ThreadKind;
  /** As said to the person, in the form of its kind. */
  readonly text: string;
  /** The same as said to the owner, about the person. */
  readonly about: string;
  /** The words it was read from, to be quoted to the owner. */
  readonly source: string;
  readonly mood: Mood;
  /** What was said of a `matter`, where that is certain. */
  readonly told?: Told | undefined;
  /** Whether it was talked about, or is only known. */
  readonly from: 'talk' | 'fact';
}

/** How a text may be read. */
export interface Reading {
  /** What the person is called in notes, the longest first. */
  readonly names: readonly string[];
  /** One other person was there: a sentence without a subject is theirs. */
  readonly alone: boolean;
  /** "She" is certainly this person: nobody else was named before. */
  readonly trusted: boolean;
  readonly from: Thread['from'];
  /** What to call the conversation: `our talk`, `your e-mail`. */
  readonly conversation: string;
}

/** A mere mention or quotation: what to fall back on. */
export function isWeak({ kind }: Thread): boolean {
  return kind === 'mention' || kind === 'quote' || kind === 'preference';
}

/** "Have the same number", "work four days": how somebody’s life is, and no pastime to wish for or be curious about. */
export function isStanding({ kind, text }: Thread): boolean {
  return kind === 'still' && /^(?:have|work|keep|wear|say|live|own|speak|remember|retire)\b/.test(text);
}

/** Whether two texts speak of the same thing, by a word of more than three letters. */
export function sharesWords(a: string, b: string): boolean {
  const known = new Set(longWords(a));
  return longWords(b).some((word) => known.has(word));
}

const SMALL_TALK = new Set(['your', 'about', 'talk', 'that', 'with', 'were', 'from', 'when', 'have', 'note', 'into']);

function longWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\P{L}+/u)
    .filter((word) => word.length > 3 && !SMALL_TALK.has(word));
}
