import type { CalendarDate, Instant, PartialDate } from '../dates.ts';
import type { PersonId } from '../ids.ts';
import type {
  Channel,
  Direction,
  ExchangeKind,
  FactKind,
  MomentKind,
  NewsKind,
  OrganisationMomentKind,
  PromiseBy,
} from '../words.ts';

/** What the parser may know of a person: enough to tell people apart, nothing more. */
export interface DirectoryPerson {
  readonly id: PersonId;
  /** The full name as shown. */
  readonly name: string;
  readonly given?: string;
  readonly surname?: string;
  readonly nicknames: readonly string[];
  readonly organization?: string;
  /** What they are called, when their card says so; decides who "she" is. */
  readonly pronoun?: Pronoun;
  /** Higher is closer; orders the candidates of a question, never answers it. */
  readonly closeness: number;
  readonly lastTouch?: CalendarDate;
  readonly circles: readonly string[];
}

export type Pronoun = 'she' | 'he' | 'they';

/** A small question to the address book, so that storage can answer it without loading everybody. */
export interface PeopleDirectory {
  /**
   * People one of whose name tokens (a word of the full name, given name, surname or nickname) starts with this folded
   * token. Everybody with exactly this token must be there; of those where it is a beginning only, a few dozen do.
   */
  byToken(foldedToken: string): readonly DirectoryPerson[];
}

/** The answer to an earlier question: who it is, that it is someone new, or that it is nobody to keep. */
export type CaptureAnswer = DirectoryPerson | 'new' | 'nobody';

export interface CaptureContext {
  readonly today: CalendarDate;
  /** BCP 47; names of days and months, and the order of `3/4`. */
  readonly locale: string;
  /** IANA name; turns "at 10:30" into an instant. */
  readonly zone: string;
  readonly people: PeopleDirectory;
  readonly ownerName?: string;
  /** The organisation a line may have news of (`namedCompany`), when people work there. */
  readonly company?: string;
  /** By the words asked about (`CaptureQuestion.asked`). */
  readonly answers?: Readonly<Record<string, CaptureAnswer>>;
}

/** A person of one capture: `p1`, `p2` … in the order they are named. */
export type PersonRef = string;

export interface CapturedPerson {
  readonly ref: PersonRef;
  /** Absent for someone new, and while a question about them is open. */
  readonly id?: PersonId;
  readonly name: string;
  /** True when this is someone new. */
  readonly created: boolean;
  /** `mentioned` people are no part of the touch. */
  readonly role: 'participant' | 'mentioned';
  readonly organization?: string;
  readonly title?: string;
}

export interface CapturedTouch {
  readonly date: CalendarDate;
  /** Only when a time of day was said. */
  readonly at?: Instant;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly place?: string;
  /** The place as it was said: `at the OCEAN mixer`, `in Geneva`. */
  readonly where?: string;
  /** What was talked about, in the words of the line. */
  readonly topics: readonly string[];
  /** The line without dates, promises, plans and markers. */
  readonly summary: string;
}

export interface CapturedFact {
  readonly ref: PersonRef;
  readonly kind: FactKind;
  readonly text: string;
  readonly private: boolean;
}

export interface CapturedPromise {
  readonly ref: PersonRef;
  readonly by: PromiseBy;
  readonly text: string;
  readonly due?: CalendarDate;
}

export interface CapturedPlan {
  readonly refs: readonly PersonRef[];
  readonly date: CalendarDate;
  readonly at?: Instant;
  readonly channel: Channel;
  readonly place?: string;
  readonly text: string;
}

export interface CapturedFollowUp {
  readonly refs: readonly PersonRef[];
  readonly due: CalendarDate;
  readonly text: string;
  /** True for the one that every first meeting gets. */
  readonly firstMeeting: boolean;
}

export interface CapturedOccasion {
  readonly ref: PersonRef;
  readonly kind: 'birth' | 'wedding';
  readonly date: PartialDate;
}

/** Something to be shared: a link, an article, a book. */
export interface CapturedThing {
  /** Empty when only its address is said. */
  readonly title: string;
  readonly address?: string;
  /** What it is about, where that was said. */
  readonly topic?: string;
  /** Whom it is meant for, or who got it. */
  readonly refs: readonly PersonRef[];
}

/** Two people brought together: the owner did it, or thinks of it; or the first introduced the second to the owner. */
export interface CapturedIntroduction {
  readonly kind: 'made' | 'idea' | 'received';
  readonly first: PersonRef;
  readonly second: PersonRef;
}

/** Something that happened in a life, to be met while it is fresh. The fact of the same words is what lasts of it. */
export interface CapturedMoment {
  readonly ref: PersonRef;
  readonly kind: MomentKind;
  /** Without its day: `got married`. */
  readonly text: string;
  readonly date: CalendarDate;
}

/** Somebody has died; without a day when none was said. */
export interface CapturedDeath {
  readonly ref: PersonRef;
  readonly date?: PartialDate;
}

/** What was hard is over: “her mother is out of hospital”, “found a new job”. */
export interface CapturedRelief {
  readonly ref: PersonRef;
  /** The kinds of hard time it ends. */
  readonly ends: readonly MomentKind[];
  /** Whose it was, where it was a relative's: `mother`. */
  readonly kin?: string;
}

/** An entry of the ledger. */
export interface CapturedExchange {
  readonly ref: PersonRef;
  readonly kind: ExchangeKind;
  readonly text: string;
  readonly date: CalendarDate;
}

/** Good news of where people work; the line tells of nothing else then. */
export interface CapturedCompanyNews {
  readonly organisation: string;
  readonly kind: OrganisationMomentKind;
  readonly text: string;
  readonly date: CalendarDate;
}

/** A goal of the owner’s; the line tells of nothing else then. */
export interface CapturedGoal {
  readonly text: string;
  readonly due?: CalendarDate;
  /** Who could help, or is meant. */
  readonly refs: readonly PersonRef[];
}

/** News of the owner’s own; the line tells of nothing else then. */
export interface CapturedNews {
  readonly kind: NewsKind;
  readonly text: string;
}

/** What came of ties; the line tells of nothing else then. */
export interface CapturedOutcome {
  readonly text: string;
  readonly date: CalendarDate;
  /** To whom it is owed; never empty. */
  readonly refs: readonly PersonRef[];
}

/** Something only the owner can say. While one is open nothing should be saved. */
export interface CaptureQuestion {
  readonly text: string;
  /** The words of the line that are unclear, the key of the answer; empty when nobody was named at all. */
  readonly asked: string;
  readonly ref?: PersonRef;
  readonly start: number;
  readonly end: number;
  /** The closest first. */
  readonly candidates: readonly { readonly id: PersonId; readonly name: string }[];
  /** Whether `new` is a sensible answer. */
  readonly canCreate: boolean;
}

/** The line asks something of what is kept, so there is nothing to save. */
export interface CaptureLookUp {
  /** Those it asks about who are known, or may be meant. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  /** What to search for when it names nobody. */
  readonly query: string;
}

export const SPAN_KINDS = [
  'person',
  'new-person',
  'unclear',
  'organization',
  'when',
  'touch',
  'place',
  'fact',
  'promise',
  'plan',
  'follow-up',
  'occasion',
  'tag',
] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** A part of the line, in UTF-16 offsets. Sorted by start; a span may hold others whole but never overlaps one in part. */
export interface CaptureSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: SpanKind;
  readonly text: string;
}

export interface Capture {
  /** The whole line, kept as the notes of the touch. */
  readonly text: string;
  /** Absent when the line tells of nothing that has happened: facts, promises or plans alone. */
  readonly touch?: CapturedTouch;
  readonly people: readonly CapturedPerson[];
  readonly facts: readonly CapturedFact[];
  readonly promises: readonly CapturedPromise[];
  readonly plans: readonly CapturedPlan[];
  readonly followUps: readonly CapturedFollowUp[];
  readonly occasions: readonly CapturedOccasion[];
  readonly deaths: readonly CapturedDeath[];
  readonly reliefs: readonly CapturedRelief[];
  readonly introductions: readonly CapturedIntroduction[];
  /** Never the words of what is marked private: both are said again in drafts. */
  readonly moments: readonly CapturedMoment[];
  readonly exchanges: readonly CapturedExchange[];
  readonly companyNews?: CapturedCompanyNews;
  readonly goal?: CapturedGoal;
  readonly news?: CapturedNews;
  readonly outcome?: CapturedOutcome;
  readonly tags: readonly string[];
  /** A link to be kept for sharing; the line tells of nothing else then. */
  readonly kept?: CapturedThing;
  /** What the message of this line passed on. */
  readonly passedOn?: CapturedThing;
  readonly questions: readonly CaptureQuestion[];
  /** Present when the line is a question: everything else is empty then. */
  readonly lookUp?: CaptureLookUp;
  readonly spans: readonly CaptureSpan[];
}
