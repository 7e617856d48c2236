import type { Schema } from './schema.ts';

/** The tables whose every change is in the feed. */
export type Entity =
  | 'person'
  | 'circle'
  | 'circle_member'
  | 'touch'
  | 'touch_person'
  | 'fact'
  | 'promise'
  | 'reminder'
  | 'moment'
  | 'exchange'
  | 'resource'
  | 'share'
  | 'revival'
  | 'wording'
  | 'writing'
  | 'introduction'
  | 'news'
  | 'news_person'
  | 'goal'
  | 'goal_person'
  | 'outcome'
  | 'outcome_person'
  | 'tie'
  | 'dismissal'
  | 'not_same'
  | 'setting'
  | 'source'
  | 'source_record'
  | 'saved_filter'
  | 'trip'
  | 'gathering'
  | 'gathering_person';

export type Row<E extends Entity> = Schema[E];
/** A row as a caller gives it: the network and the revision are the feed's business. */
export type NewRow<E extends Entity> = Omit<Schema[E], 'network_id' | 'rev'>;
export type Patch<E extends Entity> = Partial<Omit<Schema[E], 'network_id' | 'id' | 'rev'>>;

/** Rows of another table, or of one it hangs on, by the column that holds the id. */
type Links = readonly (readonly [entity: Entity, column: string])[];

interface EntityInfo {
  readonly columns: readonly string[];
  /** The column that names the person a change belongs to, for their history; and whose derived values it moves. */
  readonly person: string | null;
  /** Columns that together may stand only once in a network. */
  readonly unique?: readonly string[];
  /** Tables whose rows hang on this one, by column: it cannot go while they stay. */
  readonly dependents?: Links;
  /** The same, but of no worth without it: they go with it. */
  readonly attendants?: Links;
  /** The row that a row is a part of: it stays where that stays. */
  readonly partOf?: Links[number];
  /** Columns of JSON objects, of which an undo restores property by property. */
  readonly json?: readonly string[];
  /** Columns that are searched as text. */
  readonly text?: readonly string[];
}

/** What the feed needs to know of each table; an undo restores exactly these columns. */
export const ENTITIES: Readonly<Record<Entity, EntityInfo>> = {
  person: {
    columns: [
      'card',
      'channel',
      'rhythm_days',
      'snoozed_until',
      'skipped_on',
      'paused_from',
      'paused_until',
      'archived_on',
      'deceased',
      'sorted_on',
      'is_owner',
      'added_on',
    ],
    person: 'id',
    json: ['card'],
    dependents: [
      ['touch_person', 'person_id'],
      ['fact', 'person_id'],
      ['promise', 'person_id'],
      ['reminder', 'person_id'],
      ['moment', 'person_id'],
      ['exchange', 'person_id'],
      ['share', 'person_id'],
      ['revival', 'person_id'],
      ['introduction', 'first_id'],
      ['introduction', 'second_id'],
      ['gathering_person', 'person_id'],
      ['news_person', 'person_id'],
      ['goal_person', 'person_id'],
      ['outcome_person', 'person_id'],
      ['tie', 'person_id'],
      ['tie', 'other_id'],
      ['circle_member', 'person_id'],
      ['source_record', 'person_id'],
    ],
    attendants: [
      ['dismissal', 'person_id'],
      ['writing', 'person_id'],
      ['not_same', 'a_id'],
      ['not_same', 'b_id'],
    ],
  },
  circle: {
    columns: ['name', 'rhythm_days', 'size', 'position'],
    person: null,
    dependents: [['circle_member', 'circle_id']],
  },
  circle_member: {
    columns: ['circle_id', 'person_id', 'since'],
    person: 'person_id',
    unique: ['circle_id', 'person_id'],
  },
  touch: {
    columns: [
      'date',
      'at',
      'channel',
      'direction',
      'summary',
      'notes',
      'place',
      'plan',
      'personal',
      'follow_up',
      'follow_up_on',
      'follow_up_text',
      'topic',
      'source',
      'created_at',
    ],
    person: null,
    text: ['summary', 'topic', 'notes', 'place'],
    dependents: [['touch_person', 'touch_id']],
  },
  touch_person: {
    columns: ['touch_id', 'person_id'],
    person: 'person_id',
    unique: ['touch_id', 'person_id'],
    partOf: ['touch', 'touch_id'],
  },
  fact: {
    columns: ['person_id', 'kind', 'text', 'since', 'until', 'touch_id', 'private', 'learned_on'],
    person: 'person_id',
    text: ['text'],
  },
  promise: {
    columns: ['person_id', 'by', 'text', 'due', 'made_on', 'done_on', 'touch_id'],
    person: 'person_id',
    text: ['text'],
  },
  reminder: { columns: ['person_id', 'date', 'text', 'done_on'], person: 'person_id', text: ['text'] },
  moment: {
    columns: ['person_id', 'kind', 'text', 'date', 'noticed_on', 'was', 'source', 'organisation'],
    person: 'person_id',
    text: ['text'],
  },
  exchange: { columns: ['person_id', 'kind', 'text', 'date'], person: 'person_id', text: ['text'] },
  resource: {
    columns: ['kind', 'url', 'title', 'description', 'topics', 'added_on'],
    person: null,
    dependents: [['share', 'resource_id']],
  },
  share: {
    columns: ['resource_id', 'person_id', 'shared_on', 'channel', 'reaction', 'said', 'touch_id'],
    person: 'person_id',
    text: ['said'],
  },
  revival: { columns: ['person_id', 'rating', 'date'], person: 'person_id' },
  wording: { columns: ['use', 'style', 'near', 'language', 'text'], person: null },
  writing: {
    columns: ['person_id', 'date', 'style', 'near', 'language', 'greeting', 'sign_off', 'lines'],
    person: 'person_id',
  },
  introduction: {
    columns: [
      'first_id',
      'second_id',
      'why_first',
      'why_second',
      'noted_on',
      'first_asked_on',
      'first_yes_on',
      'second_asked_on',
      'second_yes_on',
      'made_on',
      'outcome',
      'outcome_on',
      'thanked_on',
      'declined_on',
      'declined_by',
      'dismissed_on',
    ],
    person: 'first_id',
  },
  news: {
    columns: ['kind', 'text', 'date', 'per_day', 'closed_on'],
    person: null,
    dependents: [['news_person', 'news_id']],
  },
  news_person: {
    columns: ['news_id', 'person_id', 'place', 'why', 'told_on', 'skipped_on'],
    person: 'person_id',
    unique: ['news_id', 'person_id'],
  },
  goal: {
    columns: ['text', 'due', 'state', 'made_on', 'ended_on'],
    person: null,
    dependents: [['goal_person', 'goal_id']],
  },
  goal_person: {
    columns: ['goal_id', 'person_id', 'why'],
    person: 'person_id',
    unique: ['goal_id', 'person_id'],
  },
  outcome: { columns: ['text', 'date', 'goal_id'], person: null, dependents: [['outcome_person', 'outcome_id']] },
  outcome_person: {
    columns: ['outcome_id', 'person_id'],
    person: 'person_id',
    unique: ['outcome_id', 'person_id'],
    partOf: ['outcome', 'outcome_id'],
  },
  tie: { columns: ['person_id', 'kind', 'other_id', 'other_name', 'inverse_id'], person: 'person_id' },
  dismissal: { columns: ['person_id', 'key', 'until'], person: 'person_id' },
  not_same: { columns: ['a_id', 'b_id'], person: 'a_id', unique: ['a_id', 'b_id'] },
  setting: { columns: ['data'], person: null, json: ['data'] },
  source: {
    columns: ['format', 'label', 'last_import_on'],
    person: null,
    unique: ['format', 'label'],
    dependents: [['source_record', 'source_id']],
  },
  source_record: {
    columns: ['source_id', 'key', 'person_id', 'base', 'hash', 'missing_since'],
    person: 'person_id',
    unique: ['source_id', 'key'],
    partOf: ['person', 'person_id'],
  },
  saved_filter: { columns: ['name', 'filter', 'sort'], person: null },
  trip: { columns: ['city', 'country', 'since', 'until', 'note'], person: null },
  gathering: {
    columns: ['kind', 'name', 'place', 'since', 'until', 'at', 'rule', 'note'],
    person: null,
    dependents: [['gathering_person', 'gathering_id']],
  },
  gathering_person: {
    columns: [
      'gathering_id',
      'date',
      'person_id',
      'name',
      'organisation',
      'part',
      'wanted',
      'stranger',
      'say',
      'said',
      'touch_id',
    ],
    person: 'person_id',
    partOf: ['gathering', 'gathering_id'],
  },
};

export const ENTITY_NAMES = Object.keys(ENTITIES) as readonly Entity[];

/** What the rows of a table hang on, by column: the other side of `dependents` and `attendants`. */
export function ownersOf(entity: Entity): Links {
  return ENTITY_NAMES.flatMap((owner) => {
    const { dependents = [], attendants = [] } = ENTITIES[owner];
    return [...dependents, ...attendants]
      .filter(([hanging]) => hanging === entity)
      .map(([, column]): Links[number] => [owner, column]);
  });
}
