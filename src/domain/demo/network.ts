import type { Card } from '../card/jscontact.ts';
import type { CalendarDate } from '../dates.ts';
import type { Channel, Direction, FactKind, PromiseBy } from '../words.ts';
import type { GeneratedGathering } from './coming-gatherings.ts';

/** A circle as it is offered: days between touches, and how many people one can keep up that way. */
export interface GeneratedCircle {
  readonly name: string;
  readonly rhythmDays: number;
  readonly size: number;
}

export interface GeneratedPerson {
  /** From 0, without gaps; what the other records mean by a person. */
  readonly ref: number;
  readonly card: Card;
  /** The name of a circle; absent for an acquaintance. */
  readonly circle?: string;
  /** The channel they prefer, always one they can be reached by. */
  readonly channel?: Channel;
  /** Their own rhythm in days, against the circle's. */
  readonly rhythmDays?: number;
  readonly archived?: true;
  readonly deceased?: true;
  /** An IANA name. */
  readonly timeZone: string;
  /** The day the tie began. */
  readonly knownSince: CalendarDate;
}

export interface GeneratedTouch {
  /** Unique in the network and stable for a seed, not dense. */
  readonly ref: number;
  readonly date: CalendarDate;
  readonly channel: Channel;
  readonly direction: Direction;
  /** Refs of people, at least one. */
  readonly people: readonly number[];
  readonly summary: string;
  readonly notes?: string;
  readonly place?: string;
  /** True when it is still to happen; only then the date is after today. */
  readonly plan: boolean;
  /** False for what went to many at once. */
  readonly personal: boolean;
  readonly followUp: boolean;
}

export interface GeneratedFact {
  readonly person: number;
  readonly kind: FactKind;
  readonly text: string;
  readonly since?: CalendarDate;
  readonly private: boolean;
  /** The ref of the touch it came from. */
  readonly touch?: number;
}

export interface GeneratedPromise {
  readonly person: number;
  readonly by: PromiseBy;
  readonly text: string;
  readonly madeOn: CalendarDate;
  readonly due?: CalendarDate;
  readonly doneOn?: CalendarDate;
  readonly touch?: number;
}

export interface GeneratedReminder {
  readonly person: number;
  readonly date: CalendarDate;
  readonly text: string;
  readonly doneOn?: CalendarDate;
}

/** What `other` is to `person`; one direction only, the inverse follows from it. */
export interface GeneratedTie {
  readonly person: number;
  readonly other: number;
  readonly kind: 'spouse' | 'child' | 'colleague' | 'introduced-by';
}

/** A synthetic network. Every list is made while it is read and may be read again, with the same result. */
export interface GeneratedNetwork {
  readonly ownerName: string;
  readonly today: CalendarDate;
  readonly peopleCount: number;
  readonly touchCount: number;
  readonly circles: readonly GeneratedCircle[];
  /** In the order of their refs. */
  readonly people: Iterable<GeneratedPerson>;
  /** Person by person, each from the oldest to the newest; what happened with several comes last. */
  readonly touches: Iterable<GeneratedTouch>;
  readonly facts: Iterable<GeneratedFact>;
  readonly promises: Iterable<GeneratedPromise>;
  readonly reminders: Iterable<GeneratedReminder>;
  readonly ties: Iterable<GeneratedTie>;
  readonly gatherings: readonly GeneratedGathering[];
}
