import type { Generated } from 'kysely';
import type { DeliveryState, DraftLanguage, DraftStyle, Nearness, WordingUse } from '../domain/words.ts';

/**
 * Every table. Only four logical types: text, integer (a safe number; booleans are 0 or 1), real, blob. JSON is text, a
 * calendar day is `YYYY-MM-DD`, an instant is ISO 8601 in UTC. Every row but the schema's own belongs to a network, first in
 * every key.
 */
export interface Schema {
  network: NetworkTable;
  step: StepTable;
  change: ChangeTable;
  blob: BlobTable;

  person: PersonTable;
  circle: CircleTable;
  circle_member: CircleMemberTable;
  touch: TouchTable;
  touch_person: TouchPersonTable;
  fact: FactTable;
  promise: PromiseTable;
  reminder: ReminderTable;
  moment: MomentTable;
  exchange: ExchangeTable;
  resource: ResourceTable;
  share: ShareTable;
  revival: RevivalTable;
  wording: WordingTable;
  writing: WritingTable;
  introduction: IntroductionTable;
  news: NewsTable;
  news_person: NewsPersonTable;
  goal: GoalTable;
  goal_person: GoalPersonTable;
  outcome: OutcomeTable;
  outcome_person: OutcomePersonTable;
  tie: TieTable;
  dismissal: DismissalTable;
  not_same: NotSameTable;
  setting: SettingTable;
  source: SourceTable;
  source_record: SourceRecordTable;
  saved_filter: SavedFilterTable;
  trip: TripTable;
  gathering: GatheringTable;
  gathering_person: GatheringPersonTable;

  person_state: PersonStateTable;
  identity: IdentityTable;
  occasion: OccasionTable;
  person_tag: PersonTagTable;
  name_token: NameTokenTable;
  name_prefix: NamePrefixTable;
  token_key: TokenKeyTable;
  projection: ProjectionTable;

  day_plan: DayPlanTable;
  dormant_week: DormantWeekTable;
  import_run: ImportRunTable;
  import_row: ImportRowTable;
  api_token: ApiTokenTable;
  calendar_feed: CalendarFeedTable;
  delivery: DeliveryTable;
}

/** The unit of ownership, export and isolation. `seq` is the last change of its feed. */
export interface NetworkTable {
  id: string;
  seq: number;
  /** Changes when tokens of the feed lose their meaning: a restore, a rewound clock of data. */
  epoch: string;
  /** The signed-up owner, null until claimed. */
  owner_user_id: string | null;
  created_at: string;
}

/** One act as a person sees it; groups changes and may span transactions. */
export interface StepTable {
  network_id: string;
  id: string;
  kind: string;
  title: string;
  actor: string;
  state: 'open' | 'done' | 'undone';
  undoes: string | null;
  created_at: string;
  finished_at: string | null;
  changes: number;
  /** The last of its changes: the history is in this order, whatever the clock said. */
  seq: number;
  /** What the act answered, so that a second delivery of the same id answers the same. JSON. */
  result: string | null;
}

/** The feed. `before` and `after` hold the changed fields of an update, the whole row of a delete, nothing of an insert. */
export interface ChangeTable {
  network_id: string;
  seq: number;
  step_id: string;
  entity: string;
  entity_id: string;
  person_id: string | null;
  op: 'insert' | 'update' | 'delete';
  before: string | null;
  after: string | null;
}

/** Bytes by their SHA-256, hexadecimal. */
export interface BlobTable {
  network_id: string;
  hash: string;
  media_type: string;
  size: number;
  bytes: Uint8Array;
}

/** What every logged row has. `rev` is the seq of its last change. */
interface Logged {
  network_id: string;
  id: string;
  rev: number;
}

export interface PersonTable extends Logged {
  /** JSContact, JSON. */
  card: string;
  channel: string | null;
  /** The person's own rhythm; null follows the circle. */
  rhythm_days: number | null;
  snoozed_until: string | null;
  /** The day on which a turn was skipped: the rhythm counts from here when it is later than the last contact. */
  skipped_on: string | null;
  paused_from: string | null;
  /** 9999-12-31 when paused without an end. */
  paused_until: string | null;
  archived_on: string | null;
  deceased: number;
  /** When triage put the person somewhere, or left them an acquaintance. */
  sorted_on: string | null;
  /** 1 for the owner of the network: kept for their own card, never listed. */
  is_owner: number;
  /** The owner's day on which the person came in. */
  added_on: string;
}

export interface CircleTable extends Logged {
  name: string;
  rhythm_days: number | null;
  size: number | null;
  position: number;
}

export interface CircleMemberTable extends Logged {
  circle_id: string;
  person_id: string;
  since: string;
}

export interface TouchTable extends Logged {
  date: string;
  at: string | null;
  channel: string;
  direction: string;
  summary: string;
  notes: string;
  place: string | null;
  /** 1 while it is still to happen. */
  plan: number;
  /** 0 for group mail, newsletters, reactions. */
  personal: number;
  /** 1 when it asks for a follow-up. */
  follow_up: number;
  /** The day of the follow-up when one was named, else the day after the touch. */
  follow_up_on: string | null;
  /** What to follow up with, when it was said: `send the paper`. */
  follow_up_text: string | null;
  /** What it was about, where that is known apart from the summary: `tidal power`. */
  topic: string | null;
  source: string | null;
  created_at: string;
}

export interface TouchPersonTable extends Logged {
  touch_id: string;
  person_id: string;
}

export interface FactTable extends Logged {
  person_id: string;
  kind: string;
  text: string;
  since: string | null;
  until: string | null;
  touch_id: string | null;
  private: number;
  learned_on: string;
}

export interface PromiseTable extends Logged {
  person_id: string;
  by: 'me' | 'them';
  text: string;
  due: string | null;
  made_on: string;
  done_on: string | null;
  touch_id: string | null;
}

export interface ReminderTable extends Logged {
  person_id: string;
  date: string;
  text: string;
  done_on: string | null;
}

/** What happened in somebody's life. */
export interface MomentTable extends Logged {
  person_id: string;
  kind: string;
  text: string;
  date: string;
  /** When it was noted, or a file first said it. */
  noticed_on: string;
  /** What the file said before. */
  was: string | null;
  /** The name of the file's program; null when the owner noted it. */
  source: string | null;
  /** What happened to where they work, by the name of it; null for what happened to them. */
  organisation: string | null;
}

/** Words the owner set for a greeting, a close or a whole message; null means any. */
export interface WordingTable extends Logged {
  use: WordingUse;
  style: DraftStyle | null;
  near: Nearness | null;
  language: DraftLanguage | null;
  text: string;
}

/** What is kept of a message the owner wrote: how it greets and closes, and the keys of its lines (JSON), never the words. */
export interface WritingTable extends Logged {
  person_id: string;
  date: string;
  style: DraftStyle;
  near: Nearness;
  language: DraftLanguage;
  greeting: string | null;
  sign_off: string | null;
  lines: string;
}

/** What was given, received, asked for or thanked for. */
export interface ExchangeTable extends Logged {
  person_id: string;
  kind: string;
  text: string;
  date: string;
}

/** What is kept to be shared. */
export interface ResourceTable extends Logged {
  kind: string;
  url: string | null;
  title: string;
  description: string;
  /** Words, JSON. */
  topics: string;
  added_on: string;
}

/** Who got a resource, or is meant to. */
export interface ShareTable extends Logged {
  resource_id: string;
  person_id: string;
  /** Null while it is only meant for them. */
  shared_on: string | null;
  channel: string | null;
  reaction: string | null;
  /** What they said of it. */
  said: string;
  touch_id: string | null;
}

/** A tie that slept for years was woken: how it was, said on a day. */
export interface RevivalTable extends Logged {
  person_id: string;
  rating: string;
  date: string;
}

/** Two people who are asked, one after the other, whether they would like to know each other. */
export interface IntroductionTable extends Logged {
  /** Who is asked first. */
  first_id: string;
  second_id: string;
  /** One sentence each: what the other brings. */
  why_first: string;
  why_second: string;
  /** The days on which it was thought of, both were asked and said yes, and it was made. */
  noted_on: string;
  first_asked_on: string | null;
  first_yes_on: string | null;
  second_asked_on: string | null;
  second_yes_on: string | null;
  made_on: string | null;
  /** How it went, and when that was heard. */
  outcome: string | null;
  outcome_on: string | null;
  thanked_on: string | null;
  declined_on: string | null;
  declined_by: 'first' | 'second' | null;
  /** When the owner let go of it. */
  dismissed_on: string | null;
}

/** Something new in the owner's own life, to be told person by person. */
export interface NewsTable extends Logged {
  kind: string;
  text: string;
  date: string;
  /** How many are told on a day. */
  per_day: number;
  closed_on: string | null;
}

/** Somebody who is to hear it, and in which place of the row they stand. */
export interface NewsPersonTable extends Logged {
  news_id: string;
  person_id: string;
  place: number;
  why: string;
  told_on: string | null;
  skipped_on: string | null;
}

export interface GoalTable extends Logged {
  text: string;
  due: string | null;
  state: string;
  made_on: string;
  ended_on: string | null;
}

export interface GoalPersonTable extends Logged {
  goal_id: string;
  person_id: string;
  why: string;
}

/** What came of ties. */
export interface OutcomeTable extends Logged {
  text: string;
  date: string;
  goal_id: string | null;
}

export interface OutcomePersonTable extends Logged {
  outcome_id: string;
  person_id: string;
}

/** `kind` says what `other` is to `person`; the inverse row is kept beside it when the other is a person here. */
export interface TieTable extends Logged {
  person_id: string;
  kind: string;
  other_id: string | null;
  other_name: string;
  /** The id of the inverse row. */
  inverse_id: string | null;
}

/** A reason the owner let go of. Without `until` it never returns; `key` names the very occurrence. */
export interface DismissalTable extends Logged {
  person_id: string;
  key: string;
  until: string | null;
}

/** Two people that are not the same, `a_id` < `b_id`. */
export interface NotSameTable extends Logged {
  a_id: string;
  b_id: string;
}

export interface SettingTable extends Logged {
  /** JSON: of the row `settings` the `Settings`, only what was set; of a row `columns:…` what the columns of a kind of table are. */
  data: string;
}

/** Where people come from: a format and an account. */
export interface SourceTable extends Logged {
  format: string;
  label: string;
  last_import_on: string | null;
}

/** One person as a source last said: the base of the next three-way merge. */
export interface SourceRecordTable extends Logged {
  source_id: string;
  /** The source's own key, or `content:<hash>` for a row without one. */
  key: string;
  person_id: string;
  /** The draft's card as last imported, JSON. */
  base: string;
  hash: string;
  /** The run in which the source first lacked it; null while present. */
  missing_since: string | null;
}

/** A question about people that is asked again and again, by its name. */
export interface SavedFilterTable extends Logged {
  name: string;
  /** `PeopleFilter`, JSON. */
  filter: string;
  /** `PeopleSort`; null is by name. */
  sort: string | null;
}

/** Where the owner will be, from the first day to the last. */
export interface TripTable extends Logged {
  city: string;
  /** As `countryKey` says; null when none was said, and then any city of that name is meant. */
  country: string | null;
  since: string;
  until: string;
  note: string;
}

/** A conference, a mixer, a dinner. */
export interface GatheringTable extends Logged {
  /** `GatheringKind`. */
  kind: string;
  name: string;
  place: string | null;
  /** The first day and the last; of one that returns, those of the first time. */
  since: string;
  until: string;
  /** When it begins, where an hour was said. */
  at: string | null;
  /** How it returns, an RRULE (RFC 5545) of the few that `readRule` knows. */
  rule: string | null;
  note: string;
}

/** Who is at a gathering: somebody known, or only a name. */
export interface GatheringPersonTable extends Logged {
  gathering_id: string;
  /** Of one that returns, which time: its first day. Empty for one that does not. */
  date: string;
  person_id: string | null;
  /** As the list wrote it. */
  name: string;
  organisation: string | null;
  /** `GatheringPart`. */
  part: string;
  /** Whom the owner wants to meet. */
  wanted: number;
  /** The owner said that this name is nobody they know. */
  stranger: number;
  /** What to say to them, and what was said. */
  say: string;
  said: string;
  /** The conversation there. */
  touch_id: string | null;
}

/** Derived: everything about a person that lists and Today read. Rebuilt by one function, never logged. */
export interface PersonStateTable {
  network_id: string;
  person_id: string;
  name: string;
  sort_key: string;
  initials: string;
  photo: string | null;
  headline: string | null;
  place: string | null;
  tags: string;
  /** 1 when neither archived nor deceased nor the owner. */
  active: number;
  unsorted: number;
  last_contact: string | null;
  last_touch_id: string | null;
  last_channel: string | null;
  /** Their last personal message that has no answer. */
  awaiting_touch_id: string | null;
  follow_up_touch_id: string | null;
  rhythm_days: number | null;
  joined_on: string | null;
  next_touch: string | null;
  /** The day from which the tie counts as going quiet if nothing happens. */
  quiet_on: string | null;
  /** From here on it counts as at risk, and then as dormant. */
  at_risk_on: string | null;
  dormant_on: string | null;
  /** How they stand among those who only went quiet, see `quietWorth`; null with a rhythm, or after too little contact. */
  quiet_worth: number | null;
  closeness: number;
  touch_count: number;
  /** Where they live and work as lists compare it: `placeKey`, `countryKey`. */
  city_key: string | null;
  country: string | null;
  organisation_key: string | null;
  /** As the card writes them. */
  organisation: string | null;
  email: string | null;
  phone: string | null;
  /** `PartialDate`, JSON. */
  birthday: string | null;
  /** `MM-DD` of a birthday in our calendar, `MM-00` when only the month is known. */
  birthday_key: string | null;
  /** `Lack`s as bits. */
  lacks: number;
  /** `ContactHistory`, JSON. */
  history: string | null;
}

/** Derived: what identifies a person across sources. */
export interface IdentityTable {
  network_id: string;
  kind: string;
  value: string;
  person_id: string;
}

/** Derived: dates that return, filed as `occasionKey` says: by month and day, months of other calendars above 100. */
export interface OccasionTable {
  network_id: string;
  month: number;
  day: number;
  person_id: string;
  kind: string;
  label: string;
  /** `PartialDate`, JSON. */
  date: string;
}

/** Derived: tags folded as `placeKey` says, and as one of their bearers writes them. */
export interface PersonTagTable {
  network_id: string;
  tag_key: string;
  person_id: string;
  tag: string;
}

/** Derived: words of names, those of the closest first (`rank` ascending, the same in all rows of a person). */
export interface NameTokenTable {
  network_id: string;
  token: string;
  rank: number;
  person_id: string;
}

/** Derived: prefixes of one to three letters, answered in the same order. */
export interface NamePrefixTable {
  network_id: string;
  prefix: string;
  rank: number;
  person_id: string;
}

/** Derived: by what a mistyped word of a name is found; see `keysOfToken`. Kept when the last bearer of the word goes. */
export interface TokenKeyTable {
  network_id: string;
  key: string;
  token: string;
}

/** What the derived rows of a network were last made by, all of them. */
export interface ProjectionTable {
  network_id: string;
  made_by: string;
}

/** Whom a week, named by its Monday, proposed to wake: not logged, like the plan of a day. */
export interface DormantWeekTable {
  network_id: string;
  week: string;
  person_id: string;
}

/** The list of a day as first looked at, or made ready for that; `seq` is the change it was last made fresh for. */
export interface DayPlanTable {
  network_id: string;
  date: string;
  seq: number;
  plan: string;
  /** `Waiting` of the people who did not fit, apart: many after an absence, and asked for only when something changed. */
  waiting: string;
  /** 0 while it was made ahead and nobody has looked: until then it may be made anew. */
  seen: Generated<number>;
}

export interface ImportRunTable {
  network_id: string;
  id: string;
  step_id: string | null;
  source_label: string | null;
  state: string;
  dry_run: number;
  started_at: string;
  finished_at: string | null;
  files: string;
  /** How many staged rows are applied: the position of the next. */
  done: number;
  total: number | null;
  what: string;
  /** Per file what became of its rows so far: `[created, updated, unchanged]`, JSON. */
  counts: string;
  error: string | null;
  report: string | null;
  notes: string;
  missing: number;
  /** Who may be the same person, as its end found it: `FoundPair`s, JSON. Null before, and in runs older than this column. */
  doubles: string | null;
  /** Which process works on it and until when it is to be believed: `host pid instant`. */
  lease: string | null;
}

/** Staged rows of a running import; emptied when it ends. */
export interface ImportRowTable {
  network_id: string;
  import_id: string;
  position: number;
  /** The source by its name, `{ format, label }` as JSON. */
  source_id: string;
  /** Index into the report's files. */
  file: number;
  key: string;
  hash: string;
  draft: string;
}

export interface ApiTokenTable {
  network_id: string;
  id: string;
  name: string;
  scope: 'read' | 'write';
  /** SHA-256 of the token, hexadecimal. */
  hash: string;
  created_at: string;
  last_used_at: string | null;
}

/** The secret address of the calendar; a network without a row has none. */
export interface CalendarFeedTable {
  network_id: string;
  /** SHA-256 of the secret, hexadecimal. */
  hash: string;
  created_at: string;
  /** When a calendar last fetched it, to the hour. */
  last_read_at: string | null;
}

/** What is sent to the owner by itself. */
export interface DeliveryTable {
  network_id: string;
  kind: 'digest';
  /** The owner's day it belongs to. */
  day: string;
  due_at: string;
  state: DeliveryState;
  attempts: number;
  /** After a failure: not before then. */
  retry_at: string | null;
  /** What the last try came to, or why there was none. */
  error: string | null;
  delivered_at: string | null;
  /** While it is being sent: a word of whoever does, another every few seconds. */
  lease: string | null;
}
