import type { CalendarDate, LeapDayRule, PartialDate } from '../dates.ts';
import type { DueStep } from '../introducing/introduction.ts';
import type { Moment } from '../keeping/moments.ts';
import type { ContactHistory } from '../keeping/warmth.ts';
import type { NewsToTell } from '../news/telling.ts';
import type { Because } from '../resources/fitting.ts';
import type { Resource } from '../resources/resource.ts';
import type { Channel, Direction, FactKind, GatheringKind, PromiseBy, ReasonKind } from '../words.ts';

/** Everything Today needs to know about one person. Days are the owner's calendar days. */
export interface Candidate {
  readonly personId: string;
  /** The whole name as it is shown. */
  readonly name: string;
  /** What one calls them; absent or empty for people known by one name. */
  readonly given?: string;
  /** 0 to 1, see `closenessOf`. */
  readonly closeness: number;
  readonly circle?: string;
  readonly rhythmDays?: number | null;
  readonly lastContact?: CalendarDate;
  readonly lastTouch?: LastTouch;
  /** The newest touch that left words, where the last one left none. */
  readonly lastTold?: LastTouch;
  /** See `nextTouch`. */
  readonly nextTouch?: CalendarDate | null;
  readonly history?: ContactHistory;
  /** Their last message, while it has no answer. */
  readonly awaitingReply?: AwaitingReply;
  /** The first meeting, or the touch marked for it, while nothing has been sent since. */
  readonly followUp?: FollowUp;
  /** Open ones only. */
  readonly promises: readonly OpenPromise[];
  readonly occasions: readonly Occasion[];
  /** Open ones only. */
  readonly reminders: readonly OpenReminder[];
  /** What happened in their life of late, a year back. */
  readonly moments?: readonly LifeMoment[];
  /** Introductions that wait for a word with them. */
  readonly introductions?: readonly WaitingIntroduction[];
  /** News of the owner's, when it is this person's turn to hear it. */
  readonly ownNews?: NewsToTell;
  /** Meetings agreed on and not yet held. */
  readonly plans: readonly Plan[];
  /** The owner's next trip to where they live, while it is near. */
  readonly trip?: Trip;
  /** What was kept to be shared and suits them best, while they have not got it. */
  readonly resource?: FittingResource;
  /** The one tie of the week to be woken; or one that was, and it is not said how it was. */
  readonly waking?: 'asleep' | 'woken';
  /** What they do, as the card says: `Teacher, Kiel Grammar School`. */
  readonly work?: string;
  /** Where they live, by its code where that is known. */
  readonly country?: string;
  /** Touches of these days in other years, see `ASIDE_YEARS`; read only for who is shown. */
  readonly pasts?: readonly PastTouch[];
  /** Gatherings that they and the owner were both at, on these days of other years. */
  readonly pastGatherings?: readonly PastGathering[];
  /** The next gathering at which the owner wants to meet them, while it is near. */
  readonly gathering?: NearGathering;
  readonly facts: readonly KnownFact[];
  /** What the card can do: an address or number for each. */
  readonly channels: readonly Channel[];
  readonly preferredChannel?: Channel;
  readonly lastChannel?: Channel;
  readonly language?: string;
  readonly city?: string;
  readonly company?: string;
  /** Keys of the lines that were said to them before. */
  readonly said?: ReadonlySet<string>;
  readonly snoozedUntil?: CalendarDate;
  readonly pausedFrom?: CalendarDate;
  readonly pausedUntil?: CalendarDate;
  readonly deceased: boolean;
  readonly archived: boolean;
  readonly dismissed: readonly Dismissal[];
}

/** The last conversation, or message either way. */
export interface LastTouch {
  readonly id: string;
  readonly date: CalendarDate;
  readonly channel: Channel;
  readonly direction: Direction;
  /** The owner's own note. */
  readonly summary: string;
  /** What it was about, when that is known apart from the note: `tidal power`. */
  readonly topic?: string;
  readonly place?: string;
  /** How many others took part. */
  readonly people: number;
}

/** A touch of another year. */
export type PastTouch = Pick<LastTouch, 'id' | 'date' | 'summary' | 'topic' | 'place' | 'people'>;

/** A gathering of another year at which both were. */
export type PastGathering = Pick<NearGathering, 'id' | 'name' | 'since'>;

export interface AwaitingReply {
  readonly since: CalendarDate;
  readonly summary: string;
  readonly channel: Channel;
}

export interface FollowUp {
  readonly touchId: string;
  readonly metOn: CalendarDate;
  /** The first day it shows: the day after, unless another was chosen. */
  readonly due: CalendarDate;
  /** What to follow up with, when it was said: `send the paper`. */
  readonly text?: string;
  readonly topic?: string;
  readonly firstMeeting: boolean;
  readonly place?: string;
  /** They saw each other, and did not only write or call. */
  readonly inPerson?: boolean;
  /** `linkedin` for two profiles that were only connected. */
  readonly channel?: Channel;
}

export interface OpenPromise {
  readonly id: string;
  readonly by: PromiseBy;
  readonly text: string;
  readonly due?: CalendarDate | null;
  readonly madeOn: CalendarDate;
}

export interface Occasion {
  /** A JSContact anniversary kind (`birth`, `wedding`) or the owner's own word. */
  readonly kind: string;
  readonly label?: string;
  readonly date: PartialDate;
}

export interface OpenReminder {
  readonly id: string;
  readonly date: CalendarDate;
  readonly text: string;
}

export interface LifeMoment extends Moment {
  /** In the owner's words, `lost his father`; or what a file says, `Head of Design at Kelp Works`. */
  readonly text: string;
  /** What happened to where they work, by the name of it, and not to them. */
  readonly organisation?: string;
  /** What the file said before. */
  readonly was?: string;
  /** The name of the file's program, `LinkedIn`, when it is not from the owner. */
  readonly source?: string;
}

export interface WaitingIntroduction extends Pick<DueStep, 'step' | 'since' | 'due'> {
  readonly id: string;
  /** The other of the two, by the whole name. */
  readonly other: string;
  /** What the other brings, in the owner's words; empty where nothing was written. */
  readonly why: string;
}

export interface Plan {
  readonly date: CalendarDate;
  readonly text: string;
  readonly channel?: Channel;
}

export interface Trip {
  readonly id: string;
  readonly city: string;
  /** The first day and the last. */
  readonly since: CalendarDate;
  readonly until: CalendarDate;
}

export interface FittingResource extends Pick<Resource, 'id' | 'title' | 'url' | 'addedOn'> {
  /** Why it suits them, the most telling first; may be empty when the owner meant it for them. */
  readonly because: readonly Because[];
  /** The owner said for whom it is. */
  readonly meant: boolean;
}

export interface NearGathering {
  readonly id: string;
  /** Of one that returns, which time; empty otherwise. */
  readonly time: string;
  readonly kind: GatheringKind;
  readonly name: string;
  readonly since: CalendarDate;
  readonly until: CalendarDate;
  readonly part: 'invited' | 'coming';
  /** What the owner wants to say to them. */
  readonly say: string;
}

export interface KnownFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly text: string;
  readonly private: boolean;
  readonly learnedOn?: CalendarDate;
  /** The last day it is true, where it has one. */
  readonly until?: CalendarDate | null;
}

/** A reason the owner waved away, by its key; until a day (which is free again), or for good. */
export interface Dismissal {
  readonly key: string;
  readonly until?: CalendarDate | null;
}

export interface TodaySettings {
  /** How many people fit one day. */
  readonly capacity: number;
  readonly leapDayRule: LeapDayRule;
  /** How many days before an occasion it may show. */
  readonly noticeDays: number;
  /** BCP 47; decides how days are written. */
  readonly locale: string;
}

export const DEFAULT_TODAY_SETTINGS: TodaySettings = {
  capacity: 5,
  leapDayRule: 'feb-28',
  noticeDays: 7,
  locale: 'en',
};

/** Why somebody is on the list. */
export interface Reason {
  readonly kind: ReasonKind;
  /** Names this reason for dismissals: the same while it stands, another when it returns. */
  readonly key: string;
  readonly text: string;
  /** The day it rests on: the meeting, the last contact, the due day, the day of the occasion. */
  readonly date: CalendarDate;
}

/** A reason with what ranking needs. */
export interface WeighedReason extends Reason {
  /** How much it asks for today, before closeness and waiting: 1 for what was asked for, 1.5 for a first move, less for the rest. */
  readonly weight: number;
  /** Days it has been due. */
  readonly waited: number;
  /** Belongs to this very day. */
  readonly urgent: boolean;
  /** Worth a mention more than a place on the list. */
  readonly quiet?: boolean;
}

export interface TodayItem {
  readonly personId: string;
  readonly name: string;
  /** Best first, never empty. */
  readonly reasons: readonly Reason[];
  readonly channel: Channel;
  readonly opener: string;
  readonly score: number;
  readonly urgent: boolean;
}

export interface Waiting {
  readonly personId: string;
  readonly urgent: boolean;
}

export interface TodayPlan {
  readonly date: CalendarDate;
  readonly items: readonly TodayItem[];
  /** Who did not fit, best first, as far as the rest of the day hangs on it: whether they were urgent, and while there is room, who. */
  readonly waiting: readonly Waiting[];
  /** Everyone who was on the list today, in its order; who was acted on stays here, so that undo brings them back in place. */
  readonly shown: readonly string[];
  /** Places left when the plan was made, for people who become due later in the day. */
  readonly room: number;
  /** When the rhythms ask for more than a day holds: what would help. */
  readonly advice?: string;
}
