/** The closed vocabularies of the product, in the order they are offered. */

/** How two people reach each other. */
export const CHANNELS = [
  'email',
  'phone',
  'text',
  'whatsapp',
  'signal',
  'telegram',
  'messenger',
  'linkedin',
  'instagram',
  'facebook',
  'x',
  'mastodon',
  'video',
  'in-person',
  'card',
  'event',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who began a touch, seen from the owner. */
export const DIRECTIONS = ['mine', 'theirs', 'mutual'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const FACT_KINDS = [
  'family',
  'interest',
  'work',
  'goal',
  'challenge',
  'success',
  'preference',
  'need',
  'offer',
  'gift-idea',
  'how-we-met',
  'other',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** What passes between two people: what I gave, what I was given, what I asked for, what I gave thanks for. */
export const EXCHANGE_KINDS = ['given', 'received', 'asked', 'thanked'] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

/** What one keeps to share. */
export const RESOURCE_KINDS = ['article', 'book', 'event', 'link'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** What they made of it. */
export const REACTIONS = ['loved', 'thanks', 'not-for-them'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** What one can do for somebody in five minutes. */
export const FAVOUR_KINDS = [
  'thanks',
  'public-thanks',
  'introduction',
  'article',
  'cheer',
  'feedback',
  'advice',
  'recommendation',
  'hello',
] as const;
export type FavourKind = (typeof FAVOUR_KINDS)[number];

/** How far an introduction has come: both are asked, one after the other, before it is made. */
export const INTRODUCTION_STATES = [
  'idea',
  'asked-first',
  'first-yes',
  'asked-second',
  'both-yes',
  'made',
  'outcome',
  'thanked',
  'declined',
  'dismissed',
] as const;
export type IntroductionState = (typeof INTRODUCTION_STATES)[number];

/** What moves an introduction on; `yes` and `no` are answers of those who are asked. */
export const INTRODUCTION_ACTS = ['ask', 'yes', 'no', 'make', 'outcome', 'thank', 'dismiss'] as const;
export type IntroductionAct = (typeof INTRODUCTION_ACTS)[number];

/** The two of an introduction, in the order in which they are asked. */
export const INTRODUCTION_SIDES = ['first', 'second'] as const;
export type IntroductionSide = (typeof INTRODUCTION_SIDES)[number];

/** What there is to say in the course of an introduction. */
export const INTRODUCTION_DRAFTS = ['ask', 'remind', 'make', 'how-it-went', 'thank', 'let-down'] as const;
export type IntroductionDraftKind = (typeof INTRODUCTION_DRAFTS)[number];

/** What speaks for an introduction: each helps the other, one helps the other, or they share something. */
export const MATCH_KINDS = ['mutual', 'complement', 'share'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** What can happen in a life: good news first, then what asks for care. */
export const MOMENT_KINDS = [
  'job',
  'promotion',
  'award',
  'achievement',
  'graduation',
  'move',
  'engagement',
  'wedding',
  'birth',
  'good-news',
  'loss',
  'illness',
  'job-loss',
  'separation',
  'hard-time',
  'quiet-time',
] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** What of that can happen to an organisation: it is joy for those who work there. */
export const ORGANISATION_MOMENT_KINDS = ['award', 'achievement', 'good-news'] as const;
export type OrganisationMomentKind = (typeof ORGANISATION_MOMENT_KINDS)[number];

export const GATHERING_KINDS = ['conference', 'mixer', 'dinner', 'other'] as const;
export type GatheringKind = (typeof GATHERING_KINDS)[number];

/** What somebody has to do with a gathering. */
export const GATHERING_PARTS = ['invited', 'coming', 'declined', 'met'] as const;
export type GatheringPart = (typeof GATHERING_PARTS)[number];

/** What one's own news may be about. */
export const NEWS_KINDS = ['job', 'move', 'baby', 'project', 'other'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

export const GOAL_STATES = ['open', 'reached', 'let-go'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

export const REASON_KINDS = [
  'follow-up',
  'reply',
  'promise',
  'occasion',
  'moment',
  'check-in',
  'rhythm',
  'quiet',
  'gathering',
  'resource',
  'introduction',
  'news',
  'dormant',
  'reminder',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** How it was to wake a tie that had slept for years. */
export const REVIVAL_RATINGS = ['glad', 'so-so', 'rest'] as const;
export type RevivalRating = (typeof REVIVAL_RATINGS)[number];

/** What a draft is for, in the order it is offered. */
export const DRAFT_KINDS = [
  'hello',
  'follow-up',
  'reply',
  'promise',
  'birthday',
  'anniversary',
  'congratulations',
  'check-in',
  'thanks',
  'ask',
  'invitation',
  'trip',
  'new-year',
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** The shape a channel gives to a draft; `talk` is said to the owner, about what to begin with. */
export const DRAFT_STYLES = ['short', 'email', 'card', 'talk'] as const;
export type DraftStyle = (typeof DRAFT_STYLES)[number];

/** What an owner words themselves: how they greet and close, and whole messages. */
export const WORDING_USES = ['greeting', 'sign-off', ...DRAFT_KINDS] as const;
export type WordingUse = (typeof WORDING_USES)[number];

/** Whom a wording is for. */
export const NEARNESSES = ['close', 'other'] as const;
export type Nearness = (typeof NEARNESSES)[number];

/** The languages drafts are written in. */
export const DRAFT_LANGUAGES = ['en', 'de'] as const;
export type DraftLanguage = (typeof DRAFT_LANGUAGES)[number];

/** What handwritten cards are for. */
export const CARD_PURPOSES = ['new-year', 'birthdays'] as const;
export type CardPurpose = (typeof CARD_PURPOSES)[number];

/** What may be remarked about a draft. */
export const REMARK_KINDS = ['stiff', 'repeated', 'hidden-ask', 'stale', 'private', 'long', 'questions'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** How a tie stands, by its own history. */
export const WARMTHS = ['fine', 'cooling', 'at-risk', 'dormant'] as const;
export type Warmth = (typeof WARMTHS)[number];

/** What a person may lack. Stored as bits in this order: new ones go to the end. */
export const LACKS = [
  'birthday',
  'email',
  'phone',
  'photo',
  'city',
  'organisation',
  'circle',
  'channel',
  'how-we-met',
  'touch',
  'tag',
] as const;
export type Lack = (typeof LACKS)[number];

/** What a list of people may be ordered by. */
export const PEOPLE_SORTS = [
  'name',
  'last-touch',
  'next-touch',
  'added',
  'warmth',
  'city',
  'organisation',
  'birthday',
] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

/** What a wide list of people may show beside the name, in the order of the page. */
export const PEOPLE_COLUMNS = [
  'circles',
  'tags',
  'organisation',
  'city',
  'email',
  'phone',
  'birthday',
  'warmth',
  'last',
  'next',
] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

export const PROMISE_BY = ['me', 'them'] as const;
export type PromiseBy = (typeof PROMISE_BY)[number];

/** The formats of files that can be read; `csv` is any table of people, by the titles of its columns. */
export const SOURCE_FORMATS = ['vcard', 'jscontact', 'linkedin', 'google-csv', 'outlook-csv', 'ldif', 'csv'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** From Monday on, as `Temporal` counts them. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * How it stands with something that is sent to the owner. `due` waits for its moment, `failed` for another try; `sending` is
 * in somebody's hands. The others are ends: `empty` had nothing to say, `gave-up` was tried too often, `missed` was not sent
 * while its day lasted.
 */
export const DELIVERY_STATES = ['due', 'sending', 'delivered', 'failed', 'gave-up', 'missed', 'empty'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
