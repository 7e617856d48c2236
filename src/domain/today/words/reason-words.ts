import type { CalendarDate } from '../../dates.ts';
import type { ContactHistory, WarmthReading } from '../../keeping/warmth.ts';
import type { AwaitingReply, FollowUp, Occasion, Trip } from '../candidate.ts';
import type { DayContext } from '../phrases.ts';

/** Whom a sentence is about, by the name one calls them. */
interface About {
  readonly who: string;
}

/** “Ada started at Kelp Works” where the note is what she did; else the note beside her name. */
export function whatHappened({ who, text }: Pick<MomentTold, 'who' | 'text'>): string {
  if (text.toLowerCase().startsWith(who.toLowerCase())) return text;
  return /^\p{Ll}/u.test(text) ? `${who} ${text}` : `${who}: ${text}`;
}

export interface FollowUpTold extends About {
  readonly followUp: Pick<FollowUp, 'metOn' | 'firstMeeting' | 'channel'>;
  /** Empty where nothing is known, like the next two. */
  readonly place: string;
  readonly topic: string;
  /** What one wanted to do or to come back to. */
  readonly wish: string;
}

export interface ReplyTold extends About {
  readonly reply: Pick<AwaitingReply, 'since' | 'channel'>;
  /** What they wrote; empty where it is not known. */
  readonly about: string;
}

export interface PromiseTold extends About {
  readonly text: string;
  readonly madeOn: CalendarDate;
  /** Absent where no day was named. */
  readonly due?: CalendarDate;
}

export interface RhythmTold {
  readonly rhythmDays: number;
  /** Days since the last contact; absent before the first. */
  readonly silence?: number;
}

export interface TripTold extends About {
  readonly trip: Trip;
}

export interface NewsTold extends About {
  /** The owner's news, in their words. */
  readonly text: string;
}

export interface UnaskedTold extends About {
  /** The goal or the challenge, as it was noted. */
  readonly text: string;
  /** When it was spoken of last. */
  readonly since: CalendarDate;
}

export interface QuietTold extends About {
  /** Days since the last contact. */
  readonly silence: number;
  /** Days there usually were between two; null where they followed no rhythm. */
  readonly usualGap: number | null;
}

export interface ReminderTold {
  readonly text: string;
  readonly date: CalendarDate;
}

export interface OccasionTold extends About {
  readonly occasion: Occasion;
  /** How many years it is, where that is known and said. */
  readonly years: number | undefined;
  /** Where of the date only the month is known, its first day. */
  readonly day: CalendarDate;
}

export interface MomentTold extends About {
  /** What happened, as it was noted. */
  readonly text: string;
  readonly date: CalendarDate;
  /** The first word, while it is fresh; else a later one. */
  readonly isFirst: boolean;
  /** What it was before. */
  readonly was?: string;
  /** Whose file says so; absent for what was noted by hand. */
  readonly source?: string;
}

export interface WarmthTold extends Pick<WarmthReading, 'band' | 'silence'> {
  readonly history: ContactHistory;
}

export interface SlowerRhythm {
  /** The circle; absent for people with a rhythm of their own. */
  readonly circle: string | undefined;
  readonly from: number;
  readonly to: number;
}

export interface AdviceTold {
  /** People a day that the rhythms ask for, and that fit. */
  readonly asked: number;
  readonly capacity: number;
  readonly steps: readonly SlowerRhythm[];
}

/**
 * What is said of a reason and of a tie, in one language: whole sentences, so that word order and cases are each language’s own. What the
 * owner noted is quoted in whatever language it is in. The closing full stop may be left to whoever asks.
 */
export interface ReasonWords {
  readonly followUp: (told: FollowUpTold, days: DayContext) => string;
  readonly reply: (told: ReplyTold, days: DayContext) => string;
  readonly myPromise: (told: PromiseTold, days: DayContext) => string;
  readonly theirPromise: (told: PromiseTold, days: DayContext) => string;
  readonly rhythm: (told: RhythmTold) => string;
  readonly quiet: (told: QuietTold) => string;
  /** The owner is where they live, coming or now. */
  readonly trip: (told: TripTold, days: DayContext) => string;
  /** The owner has news, and it is their turn to hear it. */
  readonly news: (told: NewsTold) => string;
  /** A goal or a challenge of theirs that was not asked about for long. */
  readonly unasked: (told: UnaskedTold, days: DayContext) => string;
  readonly reminder: (told: ReminderTold, days: DayContext) => string;
  /** Coming, or today. */
  readonly occasion: (told: OccasionTold, days: DayContext) => string;
  /** Just missed. */
  readonly belated: (told: OccasionTold, days: DayContext) => string;
  /** Sometime in a month. */
  readonly inMonth: (told: OccasionTold, days: DayContext) => string;
  readonly hardTime: (told: MomentTold, days: DayContext) => string;
  readonly goodNews: (told: MomentTold, days: DayContext) => string;
  readonly holiday: (told: { readonly name: string; readonly date: CalendarDate }, days: DayContext) => string;
  /** After a name, in the list of the coming week. */
  readonly thisWeek: (told: Pick<OccasionTold, 'occasion' | 'years'>) => string;
  /** Why a tie is as warm as it is, closed by its full stop. */
  readonly warmth: (told: WarmthTold) => string;
  readonly advice: (told: AdviceTold) => string;
}
