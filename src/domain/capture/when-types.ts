/** A time of day as said. `sure` is false for a bare "at 7", which may be morning or evening. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly sure: boolean;
}

/** A day or stretch of days as said, before anybody knows whether it has passed. */
export type Moment =
  | { readonly kind: 'fixed'; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: Which }
  | { readonly kind: 'month-day'; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly month: number; readonly which: Which; readonly months: number }
  | { readonly kind: 'day-of-month'; readonly day: number }
  | { readonly kind: 'weekend'; readonly which: Which };
export type Which = 'last' | 'this' | 'next' | undefined;

/** What a time expression says about itself: "yesterday" has passed, "tomorrow" has not, "on Friday" may be either. */
export type Tense = 'past' | 'future' | 'unknown';

/** A time expression in the line: tokens `start` to `end` (exclusive). */
export interface When {
  readonly start: number;
  readonly end: number;
  readonly moment?: Moment;
  readonly time?: ClockTime;
  readonly tense: Tense;
  /** Said with "by", "until" or "before": the last day, not the first. */
  readonly deadline: boolean;
  /** Of the evening: "tonight", "last night". */
  readonly evening: boolean;
  /** The year, when a whole date was written with one. */
  readonly year?: number;
}

export interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** A day or stretch of days read at some token; `end` is the token behind it. */
export interface ReadMoment {
  readonly moment: Moment;
  readonly end: number;
  readonly tense: Tense;
  readonly evening?: boolean;
  readonly time?: ClockTime;
  readonly year?: number;
}
