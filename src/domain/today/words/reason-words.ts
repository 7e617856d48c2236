import type { CalendarDate } from '../../dates.ts';
import type { TradeSeason } from '../../keeping/trade-seasons.ts';
import type { ContactHistory, WarmthReading } from '../../keeping/warmth.ts';
import type { Because } from '../../resources/fitting.ts';
import type { AwaitingReply, FollowUp, NearGathering, Occasion, Trip, WaitingIntroduction } from '../candidate.ts';
import { KIN } from '../grammar.ts';
import type { DayContext } from '../phrases.ts';

/** Whom a sentence is about, by the name one calls them. */
interface About {
  readonly who: string;
}

/** What is somebody's beside their family, when a note begins with it. */
const THEIRS = new Set(
  'friend colleague boss teacher neighbour neighbor mentor horse pet rabbit job role position promotion wedding'.split(
    ' ',
  ),
);
const WHICH = new Set(
  'new old best younger older elder little big twin eldest youngest former first second'.split(' '),
);

/**
 * “Ada started at Kelp Works” where the note is what she did, “Ada’s father died” where it is of somebody or something of hers
 * and the language has a word for that; else the note beside her name.
 */
export function whatHappened(
  { who, text }: Pick<MomentTold, 'who' | 'text'>,
  possessive: (name: string) => string = (name) => `${name}:`,
): string {
  if (text.toLowerCase().startsWith(who.toLowerCase())) return text;
  const bare = text.replace(/^(?:her|his|their) /i, '');
  const [first = '', second = ''] = bare.split(' ');
  const noun = WHICH.has(first) ? second : first;
  if (KIN.has(noun) || THEIRS.has(noun)) return `${possessive(who)} ${bare}`;
  return /^\p{Ll}/u.test(text) ? `${who} ${text}` : `${who}: ${text}`;
}

export interface FollowUpTold extends About {
  readonly followUp: Pick<FollowUp, 'metOn' | 'firstMeeting' | 'inPerson' | 'channel'>;
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

export interface FitTold extends About {
  /** The most telling first. */
  readonly because: readonly Because[];
  /** The owner said for whom it is. */
  readonly meant: boolean;
}

export interface ResourceTold extends FitTold {
  readonly title: string;
}

export interface GatheringTold extends About {
  readonly gathering: NearGathering;
  /** What one wants to say to them; empty where nothing was noted. */
  readonly say: string;
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

export interface DormantTold extends About {
  readonly history: ContactHistory;
  /** Days since the last contact. */
  readonly silence: number;
}

export interface WokenTold extends About {
  /** Of the touch that woke the tie. */
  readonly date: CalendarDate;
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
  /** Where they work, when it happened to that. */
  readonly organisation?: string;
  /** Whose file says so; absent for what was noted by hand. */
  readonly source?: string;
}

export interface MetTold extends About {
  readonly years: number;
  /** Empty where it is not known. */
  readonly place: string;
}

export interface InTheJobTold extends About {
  readonly years: number;
  /** What was noted of it. */
  readonly text: string;
}

export interface YearAgoTold extends About {
  readonly text: string;
}

export interface SeasonTold extends About {
  readonly season: TradeSeason;
}

export interface IntroductionTold extends About, Pick<WaitingIntroduction, 'other' | 'step' | 'since'> {}

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
  /** Close once, and silent for years. */
  readonly dormant: (told: DormantTold) => string;
  /** Asks how it was to wake a tie. */
  readonly woken: (told: WokenTold, days: DayContext) => string;
  /** The owner is where they live, coming or now. */
  readonly trip: (told: TripTold, days: DayContext) => string;
  /** Something that was kept suits them. */
  readonly resource: (told: ResourceTold) => string;
  /** Why it does. */
  readonly fits: (told: FitTold) => string;
  /** They will be at the same place, or are invited to it. */
  readonly gathering: (told: GatheringTold, days: DayContext) => string;
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
  readonly introduction: (told: IntroductionTold, days: DayContext) => string;
  readonly goodNews: (told: MomentTold, days: DayContext) => string;
  readonly holiday: (told: { readonly name: string; readonly date: CalendarDate }, days: DayContext) => string;
  /** First met so many years ago this week. */
  readonly met: (told: MetTold) => string;
  /** Both were there, so many years ago this week. */
  readonly bothThere: (told: MetTold) => string;
  /** The job they have began so many years ago this week. */
  readonly inTheJob: (told: InTheJobTold) => string;
  /** What one talked about, a year ago this week. */
  readonly yearAgo: (told: YearAgoTold) => string;
  /** The season of their trade. */
  readonly season: (told: SeasonTold) => string;
  /** After a name, in the list of the coming week. */
  readonly thisWeek: (told: Pick<OccasionTold, 'occasion' | 'years'>) => string;
  /** Why a tie is as warm as it is, closed by its full stop. */
  readonly warmth: (told: WarmthTold) => string;
  readonly advice: (told: AdviceTold) => string;
}
