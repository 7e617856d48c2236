import { z } from 'zod';
import { lacksIn } from '../domain/card/lacks.ts';
import { isInstant, safeParseCalendarDate } from '../domain/dates.ts';
import { YEAR_SECTIONS } from '../domain/pictures/words.ts';
import { COMMON_KINDS } from '../domain/prep/words.ts';
import { TABLE_FIELDS } from '../domain/table-fields.ts';
import {
  CARD_PURPOSES,
  CHANNELS,
  DELIVERY_STATES,
  DIRECTIONS,
  DRAFT_KINDS,
  DRAFT_LANGUAGES,
  DRAFT_STYLES,
  EXCHANGE_KINDS,
  FACT_KINDS,
  FAVOUR_KINDS,
  INTRODUCTION_ACTS,
  INTRODUCTION_DRAFTS,
  INTRODUCTION_SIDES,
  INTRODUCTION_STATES,
  LACKS,
  MATCH_KINDS,
  MOMENT_KINDS,
  NEARNESSES,
  NEWS_KINDS,
  ORGANISATION_MOMENT_KINDS,
  PEOPLE_COLUMNS,
  PEOPLE_SORTS,
  PROMISE_BY,
  REACTIONS,
  REASON_KINDS,
  REMARK_KINDS,
  RESOURCE_KINDS,
  REVIVAL_RATINGS,
  WARMTHS,
  WEEKDAYS,
  WORDING_USES,
} from '../domain/words.ts';

/** The shapes that cross an edge: HTTP, CLI `--json`, the OpenAPI document and the web app all read them here. */

export const id = z.string().min(1).max(64);
/** An id that a client makes up for what it adds: a UUID is best. */
export const ownId = z
  .string()
  .regex(/^[0-9A-Za-z][\w.:-]{7,63}$/, 'an id of your own has 8 to 64 letters, digits or .:_-');
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a day is written YYYY-MM-DD', abort: true })
  .refine((text) => safeParseCalendarDate(text) !== undefined, 'there is no such day')
  .describe('a calendar day, YYYY-MM-DD');
export const instant = z
  .string()
  .refine(isInstant, 'an instant is written like 2026-11-23T09:00:00Z')
  .describe('an instant, ISO 8601 with zone');
export const channel = z.enum(CHANNELS);
export const direction = z.enum(DIRECTIONS);
export const factKind = z.enum(FACT_KINDS);
export const reasonKind = z.enum(REASON_KINDS);
export const warmth = z.enum(WARMTHS);
export const promiseBy = z.enum(PROMISE_BY);
const shortText = z.string().trim().min(1).max(2_000);
const longText = z.string().max(50_000);

export const partialDate = z.object({
  year: z.int().min(1).max(9999).optional(),
  month: z.int().min(1).max(13).optional(),
  day: z.int().min(1).max(31).optional(),
  calendarScale: z.string().optional().describe('the calendar, as CLDR names it; absent means Gregorian'),
  'tendril:leapMonth': z.boolean().optional().describe('the leap month after the month of that number (Chinese)'),
});

/**
 * A JSContact Card (RFC 9553). Its inside is checked by the domain; unknown properties survive. `people` adds to each phone
 * the `tendril:e164` that it is dialled by.
 */
export const card = z.looseObject({ '@type': z.literal('Card'), version: z.string(), uid: z.string() });

// People

export const personRow = z.object({
  id,
  name: z.string(),
  card,
  circles: z.array(z.string()),
  lastTouch: day.nullable(),
  nextTouch: day.nullable(),
  warmth: warmth.nullable(),
});
export type PersonRow = z.infer<typeof personRow>;

/** A line of the people list: only what the list shows. */
export const personSummary = z.object({
  id,
  name: z.string(),
  initials: z.string(),
  photo: z.string().nullable().describe('the blob id of a photo'),
  headline: z.string().nullable().describe('title and organisation'),
  place: z.string().nullable(),
  circles: z.array(z.string()),
  tags: z.array(z.string()),
  lastTouch: day.nullable(),
  nextTouch: day.nullable(),
  warmth: warmth.nullable(),
  organisation: z.string().nullable(),
  city: z.string().nullable(),
  email: z.string().nullable().describe('the address to write to first'),
  phone: z.string().nullable().describe('the number to call first, as it was written'),
  birthday: partialDate.nullable(),
  archived: z.boolean(),
});
export type PersonSummary = z.infer<typeof personSummary>;

export const touch = z.object({
  id,
  date: day,
  at: instant.nullable(),
  channel,
  direction,
  summary: z.string(),
  notes: z.string(),
  place: z.string().nullable(),
  plan: z.boolean().describe('true when it is still to happen'),
  personal: z.boolean().describe('false for group mail, newsletters and reactions, which do not restart a rhythm'),
  followUp: z.boolean(),
  source: z.string().nullable(),
  people: z.array(z.object({ id, name: z.string() })),
});
export type Touch = z.infer<typeof touch>;

export const fact = z.object({
  id,
  personId: id,
  kind: factKind,
  text: z.string(),
  since: day.nullable(),
  until: day.nullable(),
  touchId: id.nullable(),
  private: z.boolean(),
  learnedOn: day,
});
export type Fact = z.infer<typeof fact>;

export const promise = z.object({
  id,
  personId: id,
  by: promiseBy,
  text: z.string(),
  due: day.nullable(),
  madeOn: day,
  doneOn: day.nullable(),
  touchId: id.nullable(),
});
export type Promised = z.infer<typeof promise>;

export const reminder = z.object({ id, personId: id, date: day, text: z.string(), doneOn: day.nullable() });
export type Reminder = z.infer<typeof reminder>;

export const exchangeKind = z.enum(EXCHANGE_KINDS);
export const exchange = z.object({ id, personId: id, kind: exchangeKind, text: z.string(), date: day });
export type Exchange = z.infer<typeof exchange>;

export const favour = z.object({
  kind: z.enum(FAVOUR_KINDS),
  text: z.string(),
  done: z.string().describe('the same once it is done, as the ledger says it'),
});
export type Favour = z.infer<typeof favour>;

const passed = z.object({ text: z.string(), date: day });
export const beforeAsking = z.object({
  care: z.string().nullable().describe('they have a hard time just now'),
  open: z.array(z.string()).describe('what is open between the two, one sentence each'),
  balance: z.string().nullable().describe('where it was one-sided of late'),
  lastGiven: passed.nullable(),
  lastReceived: passed.nullable(),
  waysToGive: z.array(favour),
  draft: z.string().describe('leaves room for a no'),
});
export type BeforeAsking = z.infer<typeof beforeAsking>;

export const resourceKind = z.enum(RESOURCE_KINDS);
export const reaction = z.enum(REACTIONS);
const topics = z.array(z.string().trim().min(1).max(60)).max(20);
export const resourceTitle = z.string().trim().min(1).max(300);
export const resourceInput = z.object({
  url: z.string().max(2_000).nullable().optional().describe('the address of a page; without a title it is read once'),
  title: z.string().trim().max(300).optional(),
  kind: resourceKind.optional(),
  description: z.string().max(2_000).optional(),
  topics: topics.optional().describe('what it is about; read from the page or the title when absent'),
});
const resourceBase = z.object({
  id,
  kind: resourceKind,
  url: z.string().nullable(),
  title: z.string(),
  description: z.string(),
  topics: z.array(z.string()),
  addedOn: day,
});
export type ResourceShown = z.infer<typeof resourceBase>;
export const resourceItem = resourceBase.extend({
  shared: z.int().describe('how many got it'),
  meant: z.int().describe('for how many it is kept'),
});
export type ResourceItem = z.infer<typeof resourceItem>;
export const readAddress = z.object({
  url: z.string().describe('the address, tidied'),
  title: z.string(),
  kind: resourceKind,
  description: z.string(),
  topics: z.array(z.string()),
  problem: z.string().nullable().describe('why the page could not be read; the title is from the address then'),
  known: id.nullable().describe('the same page, when it is kept already'),
});
export type ReadAddress = z.infer<typeof readAddress>;
export const shareShown = z.object({
  id,
  resourceId: id,
  title: z.string(),
  personId: id,
  name: z.string(),
  sharedOn: day.nullable(),
  channel: channel.nullable(),
  reaction: reaction.nullable(),
  said: z.string().describe('in their words'),
});
export type ShareShown = z.infer<typeof shareShown>;
const shareFit = z.object({
  personId: id,
  name: z.string(),
  initials: z.string(),
  photo: z.string().nullable(),
  headline: z.string().nullable(),
  why: z.string().describe('one sentence: the words it shares with what is known of them, and where those stand'),
  meant: z.boolean().describe('kept for them'),
  channel,
  draft: z.string(),
});
export const organisationMomentKind = z.enum(ORGANISATION_MOMENT_KINDS);

export const revivalRating = z.enum(REVIVAL_RATINGS);
export const waking = z.object({
  state: z.enum(['asleep', 'woken', 'said']).describe('to be woken, woken and not said how it was, or said'),
  text: z.string(),
  key: z.string().nullable().describe('to dismiss, which lets go of it for good'),
  rating: revivalRating.nullable(),
});
export type Waking = z.infer<typeof waking>;

const oneOfTwo = z.object({ id, name: z.string(), initials: z.string(), photo: z.string().nullable() });
export const introductionAct = z.enum(INTRODUCTION_ACTS);
export const introductionSide = z.enum(INTRODUCTION_SIDES);
export const introduction = z.object({
  id,
  state: z.enum(INTRODUCTION_STATES),
  first: oneOfTwo.describe('who is asked first'),
  second: oneOfTwo,
  whyFirst: z.string().describe('what the second brings the first'),
  whySecond: z.string(),
  notedOn: day,
  since: day.describe('when it came to this state'),
  outcome: z.string().nullable().describe('how it went'),
  declinedBy: introductionSide.nullable(),
  asked: introductionSide.nullable().describe('whose answer is waited for'),
  acts: z.array(introductionAct).describe('what may be done with it now'),
  restsUntil: day.nullable().describe('whoever is to be asked next was asked about somebody else; better not before'),
  drafts: z.array(z.object({ kind: z.enum(INTRODUCTION_DRAFTS), to: z.array(introductionSide), text: z.string() })),
});
export type Introduction = z.infer<typeof introduction>;
export const introductionIdea = z.object({
  kind: z.enum(MATCH_KINDS).describe('each helps the other, one helps the other, or they have something in common'),
  first: oneOfTwo.describe('who gives more, and is asked first'),
  second: oneOfTwo,
  whyFirst: z.string(),
  whySecond: z.string(),
  words: z.array(z.string()).describe('what it rests on'),
});
export type IntroductionIdea = z.infer<typeof introductionIdea>;
const nameOnly = z.object({ id: id.nullable(), name: z.string() });
export const introductions = z.object({
  introductions: z.array(introduction).describe('those under way first, then the newest'),
  introducedYou: z.array(nameOnly).describe('whom this person introduced to you'),
  introducedBy: z.array(nameOnly).describe('who introduced this person to you'),
  thanksOwed: z.string().nullable().describe('for which introduction thanks are due'),
});
export type Introductions = z.infer<typeof introductions>;

export const momentKind = z.enum(MOMENT_KINDS);
export const moment = z.object({
  id,
  personId: id,
  kind: momentKind,
  text: z.string(),
  date: day,
  noticedOn: day.describe('when it was noted, or a file first said it'),
  was: z.string().nullable().describe('what the file said before'),
  source: z.string().nullable().describe('the program whose file says it: to be checked; null when the owner noted it'),
  organisation: z.string().nullable().describe('where they work, when it happened to that and not to them'),
});
export type Moment = z.infer<typeof moment>;

export const tie = z.object({
  id,
  kind: z.string().describe('what the other is to this person: spouse, child, colleague, introduced-by …'),
  otherId: id.nullable(),
  otherName: z.string(),
});
export type Tie = z.infer<typeof tie>;

/** Family that follows from noted ties and is not noted itself. */
export const probableTie = z.object({
  kind: z.string().describe('what the other probably is to this person'),
  otherId: id,
  otherName: z.string(),
  via: z.object({ name: z.string(), kind: z.string() }).describe('through whom, and what the other is to them'),
});
export type ProbableTie = z.infer<typeof probableTie>;

export const reason = z.object({ kind: reasonKind, key: z.string(), text: z.string(), date: day });
export type Reason = z.infer<typeof reason>;

export const occasion = z.object({
  kind: z.string(),
  label: z.string(),
  date: partialDate,
  written: z.string().describe('the date in words, in its own calendar and the language of the settings'),
  next: day.nullable().describe('the day of ours on which it returns next'),
  turns: z.int().nullable().describe('how many years it will be, when the year is known and is counted as ours is'),
});
export type Occasion = z.infer<typeof occasion>;

/** A way to reach a person, with the link that opens the right app. */
export const reach = z.object({
  channel,
  label: z.string(),
  href: z.string(),
  preferred: z.boolean(),
  canCarryText: z.boolean(),
});
export type Reach = z.infer<typeof reach>;

/** What goes with an opener. */
export const draftMarks = z.object({
  subject: z.string().nullable().describe('the line above it as an e-mail'),
  language: z.enum(DRAFT_LANGUAGES),
});

export const draftKind = z.enum(DRAFT_KINDS);
export const draftStyle = z.enum(DRAFT_STYLES);
export const nearness = z.enum(NEARNESSES);
export const draftLanguage = z.enum(DRAFT_LANGUAGES);

export const remark = z.object({
  kind: z.enum(REMARK_KINDS),
  quote: z.string().describe('the words it is about'),
  text: z.string().describe('what would be better, in one sentence'),
});
export type Remark = z.infer<typeof remark>;

export const draft = z.object({
  kind: draftKind,
  channel,
  style: draftStyle.describe('`talk` is said to the owner, before a call or a meeting'),
  language: draftLanguage,
  text: z.string(),
  subject: z.string().nullable(),
  remarks: z.array(remark),
});
export type Draft = z.infer<typeof draft>;

export const wordingUse = z.enum(WORDING_USES);
export const wordingInput = z.object({
  use: wordingUse,
  style: draftStyle.exclude(['talk']).nullable().optional().describe('null for all'),
  near: nearness.nullable().optional().describe('null for everybody'),
  language: draftLanguage.nullable().optional().describe('null for all'),
  text: z.string().trim().min(1).max(2_000).describe('details in braces: {name}'),
});
export const wording = z.object({
  id,
  use: wordingUse,
  style: draftStyle.nullable(),
  near: nearness.nullable(),
  language: draftLanguage.nullable(),
  text: z.string(),
});
export type Wording = z.infer<typeof wording>;
export const ownWords = z.object({
  wordings: z.array(wording),
  habits: z
    .array(wording.omit({ id: true, use: true }).extend({ use: z.enum(['greeting', 'sign-off']), times: z.int() }))
    .describe('learned from messages the owner worded themselves'),
  places: z.array(z.object({ name: z.string(), meaning: z.string() })),
});
export type OwnWords = z.infer<typeof ownWords>;

export const cardPurpose = z.enum(CARD_PURPOSES);
export const cardList = z.object({
  for: cardPurpose,
  month: z.int().nullable(),
  cards: z.array(
    z.object({
      personId: id,
      name: z.string(),
      address: z.array(z.string()).describe('the lines of the envelope below the name'),
      birthday: z.string().nullable(),
      text: z.string().describe('what one might write'),
      writtenOn: day.nullable().describe('when a card was last written to them, in the last sixty days'),
      touchId: id.nullable(),
    }),
  ),
  without: z.array(z.object({ personId: id, name: z.string() })).describe('those whose address is not known'),
});
export type CardList = z.infer<typeof cardList>;

export const assistantMessage = z.object({ role: z.enum(['system', 'user']), content: z.string().max(40_000) });
export const assistantState = z.object({
  on: z.boolean(),
  address: z.string().nullable(),
  model: z.string().nullable(),
});
export type AssistantState = z.infer<typeof assistantState>;
export const rephrasePreview = z.object({
  address: z.string(),
  model: z.string(),
  messages: z.array(assistantMessage).describe('all that would be sent'),
});
export type RephrasePreview = z.infer<typeof rephrasePreview>;

export const personPage = z.object({
  id,
  rev: z.int(),
  name: z.string(),
  initials: z.string(),
  photo: z.string().nullable(),
  headline: z.string().nullable(),
  place: z.string().nullable(),
  localTime: z.string().nullable().describe('the time of day for them, HH:MM, when their time zone is known'),
  card,
  circles: z.array(z.object({ id, name: z.string() })),
  tags: z.array(z.string()),
  channel: channel.nullable().describe('the channel they prefer'),
  rhythmDays: z.int().nullable().describe('their own rhythm; null follows the circle'),
  effectiveRhythmDays: z.int().nullable(),
  lastTouch: day.nullable(),
  nextTouch: day.nullable(),
  followUpOn: day.nullable().describe('when an open follow-up falls due'),
  snoozedUntil: day.nullable(),
  pausedUntil: day.nullable().describe('9999-12-31 when paused without an end'),
  warmth: warmth.nullable(),
  warmthText: z.string().nullable(),
  archived: z.boolean(),
  deceased: z.boolean(),
  reasons: z.array(reason),
  opener: z.string().nullable(),
  draft: draftMarks.nullable(),
  reach: z.array(reach),
  occasions: z.array(occasion),
  age: z.object({ years: z.int(), about: z.boolean().describe('true when it may be a year more or less') }).nullable(),
  facts: z.array(fact),
  promises: z.array(promise),
  reminders: z.array(reminder),
  moments: z.array(moment).describe('what happened in their life, the newest first'),
  waking: waking.nullable().describe('a tie that was close once and slept for years'),
  ties: z.array(tie),
  exchanges: z.array(exchange).describe('the ledger, the newest first'),
  balance: z.string().nullable().describe('where giving has been one-sided, kindly said'),
  favours: z.array(favour).describe('what one could do for them in five minutes'),
  ownNews: z
    .array(
      z.object({
        id,
        newsId: id,
        text: z.string(),
        toldOn: day.nullable(),
        skippedOn: day.nullable(),
        open: z.boolean().describe('whether they wait to be told'),
      }),
    )
    .describe('your news for them, the newest first'),
  ownGoals: z
    .array(z.object({ id, goalId: id, text: z.string(), why: z.string() }))
    .describe('your open goals they touch'),
  outcomes: z.array(z.object({ id, text: z.string(), date: day })).describe('what came of the tie to them'),
  unasked: z
    .object({ factId: id, key: z.string(), text: z.string().describe('a sentence'), about: z.string(), since: day })
    .nullable()
    .describe('a goal or a challenge of theirs that was not asked about for long'),
  probableTies: z.array(probableTie).describe('family that follows from the ties of others; kept by adding the tie'),
  touches: z.array(touch).describe('the newest; older ones by cursor'),
  olderTouches: z.string().nullable(),
  touchCount: z.int(),
  sources: z.array(
    z.object({ label: z.string(), importedOn: day, missing: z.boolean().describe('absent from the newest export') }),
  ),
  doubles: z
    .array(z.object({ id, name: z.string(), headline: z.string().nullable(), reasons: z.array(z.string()) }))
    .describe('who may be the same person'),
});
export type PersonPage = z.infer<typeof personPage>;

export const newPerson = z.object({
  id: ownId.optional(),
  name: shortText,
  email: z.string().trim().max(320).optional(),
  phone: z.string().trim().max(64).optional(),
  circle: z.string().trim().max(80).optional(),
  rhythmDays: z.int().min(1).max(3660).nullable().optional(),
  channel: channel.nullable().optional(),
});
export type NewPerson = z.infer<typeof newPerson>;

export const personPatch = z.object({
  rev: z.int().optional().describe('refused with 409 when the person changed since'),
  card: card.optional(),
  channel: channel.nullable().optional(),
  rhythmDays: z.int().min(1).max(3660).nullable().optional(),
  archived: z.boolean().optional(),
  deceased: z.boolean().optional(),
  tags: z.array(z.string().trim().min(1).max(80)).max(200).optional(),
});
export type PersonPatch = z.infer<typeof personPatch>;

/** A day, or so many days before today: what is kept by a name stays true as time passes. */
const dayOrAgo = z.union([
  day,
  z.string().regex(/^\d{1,5}d$/, 'write a day as 2026-11-24, or 90d for ninety days ago'),
]);

/** Which people are meant: what the list is filtered by. */
export const peopleFilter = z.object({
  q: z.string().max(200).optional(),
  circle: z.string().max(80).optional().describe('the id or the name of a circle'),
  tag: z.string().max(80).optional(),
  city: z.string().max(120).optional(),
  country: z.string().max(80).optional().describe('a code (PT) or a name'),
  organisation: z.string().max(200).optional().describe('where they work now'),
  source: z.string().max(200).optional().describe('where they came from: the id or the name of a source'),
  warmth: warmth.optional().describe('how the tie stands today'),
  lastBefore: dayOrAgo.optional().describe('last in touch before this day'),
  lastAfter: dayOrAgo.optional().describe('last in touch after this day'),
  due: z.enum(['true']).optional().describe('whose turn it is by today'),
  missing: z
    .string()
    .max(200)
    .refine((text) => lacksIn(text) !== undefined, `separate with commas any of: ${LACKS.join(', ')}`)
    .optional()
    .describe(`what they all lack, separated by commas: ${LACKS.join(', ')}`),
  show: z.enum(['active', 'archived', 'all']).optional(),
  saved: z
    .string()
    .max(80)
    .optional()
    .describe('the id or the name of a saved filter: all that it says, unless said otherwise here'),
});
export type PeopleFilter = z.infer<typeof peopleFilter>;
export const peopleSort = z.enum(PEOPLE_SORTS);
export const peopleColumn = z.enum(PEOPLE_COLUMNS);

export const savedFilterInput = z.object({
  name: z.string().trim().min(1).max(80),
  filter: peopleFilter.omit({ saved: true }),
  sort: peopleSort.nullable().optional(),
});
export const savedFilter = savedFilterInput.extend({
  id,
  sort: peopleSort.nullable(),
  count: z.int().describe('how many fit it now'),
});
export type SavedFilter = z.infer<typeof savedFilter>;

export const resourceFit = shareFit.extend({ reach: z.array(reach) });
export type ResourceFit = z.infer<typeof resourceFit>;
export const resourcePage = resourceBase.extend({
  people: z.array(resourceFit).describe('who would value it and has not got it, best first'),
  further: z.int().describe('how many more it would suit'),
  shares: z.array(shareShown).describe('who got it, the newest first'),
});
export type ResourcePage = z.infer<typeof resourcePage>;
export const personResources = z.object({
  personId: id,
  name: z.string(),
  resources: z.array(resourceFit.extend({ resource: resourceBase })).describe('what suits them, best first'),
  shares: z.array(shareShown).describe('what they got, the newest first'),
});
export type PersonResources = z.infer<typeof personResources>;

export const nearPerson = personSummary.extend({
  why: z.string().nullable().describe('what stands open with them, else how the tie stands'),
});
export type NearPerson = z.infer<typeof nearPerson>;

const cityName = z.string().trim().min(1).max(120);
export const tripInput = z.object({
  city: cityName,
  country: z
    .string()
    .trim()
    .max(80)
    .nullable()
    .optional()
    .describe('a code (PT) or a name; none for any city so called'),
  since: day.describe('the first day there'),
  until: day.describe('the last day there'),
  note: z.string().max(2_000).optional(),
});
export const trip = z.object({
  id,
  city: z.string(),
  country: z.string().nullable(),
  since: day,
  until: day,
  note: z.string(),
  people: z.int().describe('how many people live there'),
});
export type Trip = z.infer<typeof trip>;
export const near = z.object({
  city: z.string(),
  country: z.string().nullable(),
  people: z.array(nearPerson).describe('the closest first'),
  total: z.int(),
  unknown: z.int().describe('how many people have no city'),
});
export type Near = z.infer<typeof near>;

export const cityCount = z.object({
  city: z.string(),
  country: z.string().nullable().describe('null where their cards name none'),
  people: z.int(),
});
export type CityCount = z.infer<typeof cityCount>;
export const place = z.object({
  latitude: z.number().describe('degrees north'),
  longitude: z.number().describe('degrees east'),
  people: z.int(),
  cities: z.array(cityCount).describe('as cards spell it, the most frequent first'),
});
export type Place = z.infer<typeof place>;
export const places = z.object({
  places: z.array(place).describe('those with the most people first'),
  unplaced: z.array(cityCount).describe('cities nobody knows the place of, or of fewer than 15,000 inhabitants'),
  unknown: z.int().describe('how many people have no city'),
});
export type Places = z.infer<typeof places>;

const facet = z.object({ key: z.string(), name: z.string(), count: z.int() });
/** What people can be filtered by, the most frequent first. */
export const facets = z.object({
  tags: z.array(facet),
  cities: z.array(facet),
  countries: z.array(facet),
  organisations: z.array(facet),
  sources: z.array(facet),
});
export type Facets = z.infer<typeof facets>;

/** People chosen by hand, or all that fit a filter when the act is carried out but for some. */
export const peopleChoice = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(5_000) }),
  z.strictObject({ filter: peopleFilter, except: z.array(id).max(5_000).optional() }),
]);
export type PeopleChoice = z.infer<typeof peopleChoice>;

const circleName = z.string().trim().min(1).max(80).describe('the id or the name of a circle that is there');
const tagName = z.string().trim().min(1).max(80);
export const bulkAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-to-circle'), circle: circleName }),
  z.object({ kind: z.literal('move-to-circle'), circle: circleName }).describe('out of every other circle'),
  z.object({ kind: z.literal('add-tag'), tag: tagName }),
  z.object({ kind: z.literal('remove-tag'), tag: tagName }),
  z
    .object({ kind: z.literal('set-rhythm'), days: z.int().min(1).max(3660).nullable() })
    .describe('null: their own no more'),
  z.object({ kind: z.literal('archive') }),
  z.object({ kind: z.literal('unarchive') }),
]);
export type BulkAct = z.infer<typeof bulkAct>;

export const bulkRun = z.object({
  id,
  stepId: id.nullable().describe('the step to undo it by; null while it goes on and when it changed nothing'),
  state: z.enum(['running', 'done', 'undone', 'failed']).describe('failed: what it had done was taken back'),
  total: z.int().describe('how many it is about'),
  done: z.int().describe('how many it has come to'),
  changed: z.int(),
  left: z.array(z.object({ count: z.int(), reason: z.string() })).describe('who was left as they were, and why'),
  message: z.string(),
});
export type BulkRun = z.infer<typeof bulkRun>;

// Circles and triage

export const circle = z.object({
  id,
  name: z.string(),
  rhythmDays: z.int().nullable(),
  size: z.int().nullable().describe('the soft size'),
  position: z.int(),
  members: z.int(),
  due: z.int().describe('how many are due or overdue today'),
});
export type Circle = z.infer<typeof circle>;

export const circleInput = z.object({
  name: z.string().trim().min(1).max(80),
  rhythmDays: z.int().min(1).max(3660).nullable().optional(),
  size: z.int().min(1).max(10_000).nullable().optional(),
  position: z.int().min(0).optional(),
});
export type CircleInput = z.infer<typeof circleInput>;

export const triageCard = z.object({
  person: personSummary,
  suggestion: z.object({ circleId: id.nullable(), text: z.string() }).nullable(),
  known: z.array(z.string()).describe('what we know that helps to decide, one plain line each'),
  doubles: personPage.shape.doubles,
});
export type TriageCard = z.infer<typeof triageCard>;
export const triage = z.object({ remaining: z.int(), sorted: z.int(), cards: z.array(triageCard) });
export type Triage = z.infer<typeof triage>;

// Today

export const todayItem = z.object({
  personId: id,
  name: z.string(),
  reasons: z.array(reason.pick({ kind: true, text: true, date: true })),
  channel,
  opener: z.string(),
  score: z.number(),
});
export const today = z.object({ date: day, items: z.array(todayItem), waiting: z.int() });
export type TodayShape = z.infer<typeof today>;

export const todayPageItem = todayItem.extend({
  reasons: z.array(reason),
  initials: z.string(),
  photo: z.string().nullable(),
  headline: z.string().nullable(),
  circle: z.string().nullable(),
  lastTouch: day.nullable(),
  urgent: z.boolean(),
  waiting: z.boolean(),
  draft: draftMarks,
  promiseId: id.nullable(),
  reminderId: id.nullable(),
  reach: z.array(reach),
});
export type TodayPageItem = z.infer<typeof todayPageItem>;

export const todayPage = z.object({
  date: day,
  ownerName: z.string(),
  items: z.array(todayPageItem),
  waiting: z.int(),
  done: z.int().describe('how many of today’s people were already written to'),
  advice: z.string().nullable(),
  week: z.array(
    z.object({
      date: day,
      personId: id,
      name: z.string(),
      text: z.string(),
      touchId: id.optional().describe('the planned touch, when it is one'),
    }),
  ),
  gatherings: z
    .array(z.object({ date: day, id, name: z.string() }))
    .optional()
    .describe('conferences, mixers and dinners of the coming week'),
  unanswered: z
    .array(
      z.object({
        touchId: id,
        date: day,
        text: z.string(),
        people: z.array(z.object({ id, name: z.string() })),
      }),
    )
    .optional()
    .describe('plans whose day is over: did you meet?'),
  unsorted: z.int().describe('people waiting for triage'),
  people: z.int(),
});
export type TodayPage = z.infer<typeof todayPage>;

// Prep

/** What a question or a piece of news was drawn from. */
const drawnFrom = z.object({ kind: z.enum(['touch', 'fact', 'reminder']), id, date: day });

export const prepNews = z.object({
  kind: z.enum(['fact', 'occasion', 'plan', 'moment']),
  text: z.string(),
  date: day.describe('when it was learned, or when it is'),
  private: z.boolean().describe('shown on a screen, never printed'),
});
export type PrepNews = z.infer<typeof prepNews>;

export const prepPerson = z.object({
  id,
  name: z.string(),
  initials: z.string(),
  photo: z.string().nullable(),
  headline: z.string().nullable(),
  place: z.string().nullable(),
  circles: z.array(z.string()),
  archived: z.boolean(),
  deceased: z.boolean(),
  died: z.string().nullable().describe('the day of death in words, as far as it is known'),
  howMet: z
    .object({ text: z.string(), date: day, from: z.enum(['fact', 'touch']), private: z.boolean() })
    .nullable()
    .describe('what was noted of it, else the first touch there was'),
  lastTouch: day.nullable(),
  touchCount: z.int(),
  touches: z.array(touch).describe('the last ones that left words, newest first'),
  news: z.array(prepNews).describe('learned lately, and days that are near; none of one who has died or is archived'),
  remember: z.array(fact).describe('what else is worth having in mind'),
  promises: z.array(promise).describe('open ones, both ways'),
  questions: z
    .array(z.object({ text: z.string(), from: drawnFrom }))
    .describe('worth asking; none of one who has died or is archived, and none from what is private'),
});
export type PrepPerson = z.infer<typeof prepPerson>;

export const prepCommon = z.object({
  kind: z.enum(COMMON_KINDS),
  text: z.string(),
  people: z.array(id).describe('who of those asked about'),
  otherId: id.nullable().describe('the third person they know'),
});
export const prep = z.object({
  date: day,
  touch: touch.nullable().describe('the planned touch it is for'),
  people: z.array(prepPerson),
  common: z.array(prepCommon),
});
export type Prep = z.infer<typeof prep>;

// Offline

/** A person as a device keeps them to be read without a network: what changes by the hour or needs the server is left out. */
export const keptPerson = personPage
  .omit({
    localTime: true,
    balance: true,
    favours: true,
    waking: true,
    ownNews: true,
    ownGoals: true,
    outcomes: true,
    unasked: true,
    probableTies: true,
    sources: true,
    doubles: true,
  })
  .extend({
    ...personSummary.pick({ organisation: true, city: true, email: true, phone: true, birthday: true }).shape,
    sortKey: z.string().describe('what the list of people is ordered by'),
    active: z.boolean().describe('in the list of people: neither archived nor deceased'),
  });
export type KeptPerson = z.infer<typeof keptPerson>;

export const offlinePart = z.object({
  epoch: z.string(),
  seq: z.int().describe('what is to be given as `since` next'),
  full: z.boolean().describe('true when this is a part of everyone; what is kept from before the first part goes'),
  people: z.array(keptPerson),
  gone: z.array(id).describe('who is not here any more'),
  next: z.string().nullable().describe('a full load goes on after this id'),
  more: z.boolean().describe('there is more to be asked for at once'),
  total: z.int().nullable().describe('how many people there are, with the first part of everyone'),
});
export type OfflinePart = z.infer<typeof offlinePart>;

// Capture

export const logResult = z.object({
  touch: z.object({ id, date: day, channel, direction }).nullable(),
  people: z.array(z.object({ id, name: z.string(), created: z.boolean() })),
  facts: z.array(z.object({ personId: id, kind: factKind, text: z.string() })),
  promises: z.array(z.object({ personId: id, by: promiseBy, text: z.string(), due: day.nullable() })),
  plans: z.array(z.object({ personId: id, date: day, text: z.string() })),
  questions: z.array(z.object({ text: z.string(), candidates: z.array(z.object({ id, name: z.string() })) })),
  deaths: z
    .array(z.object({ personId: id, date: partialDate.nullable() }))
    .describe('who has died; the date as far as it was said'),
  moments: z
    .array(z.object({ personId: id, kind: momentKind, text: z.string(), date: day }))
    .describe('what happened in their lives, also where they work'),
  exchanges: z
    .array(z.object({ personId: id, kind: exchangeKind, text: z.string(), date: day }))
    .describe('entries of the ledger'),
  goals: z
    .array(z.object({ text: z.string(), due: day.nullable(), people: z.array(id) }))
    .describe('goals of the owner’s, with who could help'),
  news: z.array(z.object({ kind: z.enum(NEWS_KINDS), text: z.string() })).describe('news of the owner’s own'),
  outcomes: z
    .array(z.object({ text: z.string(), date: day, people: z.array(id) }))
    .describe('what came of ties, with to whom it is owed'),
  revivals: z.array(z.object({ personId: id, rating: revivalRating })).describe('how it was with somebody after years'),
});
export type LogResult = z.infer<typeof logResult>;

export const captureInput = z.object({
  text: z.string().trim().min(1).max(10_000),
  dryRun: z.boolean().optional(),
  on: day.optional().describe('the day it was written on, when that is not today: “yesterday” is read from there'),
  answers: z
    .record(z.string(), z.string())
    .optional()
    .describe('answers to questions: the asked words to a person id, or `new`'),
});
export const captureResult = logResult.extend({
  saved: z.boolean(),
  stepId: id.nullable(),
  preview: z.array(z.string()).describe('what will be or was saved, one plain sentence each'),
  questions: z.array(
    z.object({
      text: z.string(),
      asked: z.string(),
      candidates: z.array(z.object({ id, name: z.string() })),
      canCreate: z.boolean(),
    }),
  ),
  lookUp: z
    .object({ people: z.array(z.object({ id, name: z.string() })), query: z.string() })
    .nullable()
    .describe('the line is a question, so nothing is saved: whose page answers it, or what to search for'),
  spans: z.array(z.object({ start: z.int(), end: z.int(), kind: z.string() })),
});
export type CaptureResult = z.infer<typeof captureResult>;

// Imports and doubles

export const importCounts = { created: z.int(), updated: z.int(), unchanged: z.int(), skipped: z.int() };
const importedFile = z.object({
  path: z.string(),
  format: z.string(),
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.array(z.object({ where: z.string(), reason: z.string() })),
});
/** What the command line answers: every skipped row is in its list. */
export const importAnswer = z.object({ files: z.array(importedFile), ...importCounts });
export type ImportAnswer = z.infer<typeof importAnswer>;

/** The report as it is kept: of very many skipped rows the first are listed, and the others counted. */
export const importReport = z.object({
  files: z.array(
    importedFile.extend({
      skippedMore: z
        .array(z.object({ reason: z.string(), count: z.int() }))
        .optional()
        .describe('how many more rows were skipped than are listed, by reason'),
    }),
  ),
  ...importCounts,
});
export type ImportReport = z.infer<typeof importReport>;

export const double = z.object({
  a: z.object({ id, name: z.string(), headline: z.string().nullable() }),
  b: z.object({ id, name: z.string(), headline: z.string().nullable() }),
  score: z.number(),
  band: z.enum(['certain', 'likely', 'possible']),
  reasons: z.array(z.string()),
});
export type Double = z.infer<typeof double>;

export const duplicatePair = z.object({
  a: z.union([id, z.int()]),
  b: z.union([id, z.int()]),
  score: z.number(),
  band: z.enum(['certain', 'likely', 'possible']),
  reasons: z.array(z.string()),
});
export type DuplicatePair = z.infer<typeof duplicatePair>;

export const importState = z.enum(['reading', 'planning', 'applying', 'done', 'failed', 'cancelled', 'undone']);
export const importRun = z.object({
  id,
  stepId: id.nullable(),
  state: importState,
  dryRun: z.boolean(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  files: z.array(z.string()),
  progress: z.object({ done: z.int(), total: z.int().nullable(), what: z.string() }),
  error: z.string().nullable(),
  report: importReport.nullable(),
  notes: z.array(z.string()).describe('what else to know: who is absent from the newer export, what was doubtful'),
  missing: z.int().describe('people of this source absent from the newer export; none is deleted'),
  doubles: z.array(double),
});
export type ImportRun = z.infer<typeof importRun>;

export const sourceGuide = z.object({
  format: z.string(),
  name: z.string(),
  file: z.string().describe('what the file is called'),
  steps: z.array(z.string()),
  wait: z.string().nullable().describe('how long the other side takes to prepare it'),
});
export type SourceGuide = z.infer<typeof sourceGuide>;

export const tableField = z.enum(TABLE_FIELDS);
export const tableColumn = z.object({
  name: z.string().max(1_000).describe('its title, or “Column 3” in a table without titles'),
  field: tableField,
});
export type TableColumn = z.infer<typeof tableColumn>;

export const tableSeen = z.object({
  file: z.string(),
  signature: z.string().describe('the same for every table of these columns: what a choice is kept by'),
  headed: z.boolean().describe('false when the first row is a person already'),
  remembered: z.boolean().describe('true when the fields are those chosen before'),
  columns: z.array(tableColumn.extend({ samples: z.array(z.string()) })),
  rows: z.array(z.array(z.string())).describe('the first people, for a preview'),
});
export type TableSeen = z.infer<typeof tableSeen>;

export const tableChoice = z.object({
  signature: z.string(),
  name: z.string().describe('the file it was chosen for'),
  columns: z.array(tableColumn),
});
export type TableChoice = z.infer<typeof tableChoice>;

export const tablePreview = z.object({
  people: z.array(z.object({ name: z.string(), lines: z.array(z.string()), birthday: partialDate.nullable() })),
  skipped: z.int().describe('rows with nothing to know a person by'),
});
export type TablePreview = z.infer<typeof tablePreview>;

// Pictures

const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('a month, YYYY-MM');

export const mapPage = z.object({
  people: z.array(
    z.object({
      id,
      name: z.string(),
      circle: id.nullable().describe('the closest of their circles'),
      circles: z.array(id).describe('all of them'),
      closeness: z.number().describe('0 to 1, by the rhythm'),
      organization: z.string().nullable(),
    }),
  ),
  ties: z
    .array(
      z.object({
        from: id,
        to: id,
        kind: z.string().describe('what `to` is to `from`: colleague, spouse, introduced by …'),
        introduction: z.boolean(),
      }),
    )
    .describe('ties of the people of this page, each said once; the other may be on another page'),
  circles: z.array(z.object({ id, name: z.string() })).describe('the closest first'),
  total: z.int().describe('how many people there are to draw'),
  next: z.string().nullable(),
});
export type MapPage = z.infer<typeof mapPage>;

export const personWarmth = z.object({
  months: z
    .array(
      z.object({
        month,
        contacts: z.int(),
        warmth: warmth.nullable().describe('as it stood at the end of the month; null before the first contact'),
      }),
    )
    .describe('from the first contact to today, at most twenty years'),
});
export type PersonWarmth = z.infer<typeof personWarmth>;

export const networkWarmth = z.object({
  months: z
    .array(z.object({ month, fine: z.int(), cooling: z.int(), 'at-risk': z.int(), dormant: z.int() }))
    .describe('how many ties stood how at the end of each month, at most ten years'),
});
export type NetworkWarmth = z.infer<typeof networkWarmth>;

export const contactPicture = z.object({
  by: z.enum(['month', 'year']),
  periods: z.array(z.string()).describe('months or years without gaps, also those in which nothing happened'),
  cells: z.array(z.object({ period: z.string(), channel, direction, count: z.int() })).describe('none is empty'),
});
export type ContactPicture = z.infer<typeof contactPicture>;

export const yearReview = z.object({
  year: z.int(),
  until: day.describe('the last day it tells of'),
  isOver: z.boolean(),
  years: z.array(z.int()).describe('the years in which anything happened, the newest first'),
  people: z.int(),
  days: z.int().describe('on how many days there was contact'),
  inShort: z.string(),
  months: z.array(z.int()).describe('with how many people there was contact in each month'),
  sections: z.array(
    z.object({
      kind: z.enum(YEAR_SECTIONS),
      sentences: z.array(
        z.object({
          text: z.string(),
          people: z.array(z.object({ id, name: z.string() })).describe('in the order in which the text names them'),
        }),
      ),
      more: z.int().describe('how many more there would be to tell of'),
    }),
  ),
  thanks: z
    .array(
      z.object({
        personId: id,
        name: z.string(),
        why: z.array(z.string()),
        draft: z.string(),
        thankedOn: day.nullable().describe('null while thanks are owed'),
      }),
    )
    .describe('whom to thank, those to whom most is owed first'),
});
export type YearReview = z.infer<typeof yearReview>;

// Finding, history, settings

export const findHit = z.object({
  kind: z.enum(['person', 'touch', 'fact']),
  id,
  personId: id,
  title: z.string(),
  excerpt: z.string(),
});
export type FindHit = z.infer<typeof findHit>;

export const step = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  actor: z.string(),
  at: instant,
  state: z.enum(['open', 'done', 'undone']),
  undoes: id.nullable(),
  changes: z.int(),
  undoable: z.boolean(),
});
export type Step = z.infer<typeof step>;

export const undoResult = z.object({
  stepId: id.describe('the new step, itself undoable'),
  undid: z.string(),
  restored: z.int(),
  left: z
    .array(z.object({ entity: z.string(), id, name: z.string(), reason: z.string() }))
    .describe('what was changed since and therefore left'),
});
export type UndoResult = z.infer<typeof undoResult>;

export const settings = z.object({
  ownerName: z.string().max(200),
  capacity: z.int().min(1).max(50),
  noticeDays: z.int().min(0).max(60),
  leapDayRule: z.enum(['feb-28', 'mar-1']),
  holidays: z.boolean().describe('whether holidays where people live are mentioned'),
  peopleColumns: z
    .array(peopleColumn)
    .max(PEOPLE_COLUMNS.length)
    .describe('what the list of people shows beside names'),
  country: z.string().length(2),
  zone: z.string(),
  locale: z.string(),
  knownExportAge: day
    .nullable()
    .describe('the day of the LinkedIn export of which the owner knows that it is old; null unless they said so'),
  digest: z.boolean().describe('whether Today is sent by mail each day'),
  digestHour: z.int().min(0).max(23),
  digestDays: z.array(z.enum(WEEKDAYS)).min(1).max(7),
  digestAddress: z.union([z.literal(''), z.email()]).describe('the owner’s own; empty for that of their account'),
  digestWhenEmpty: z.boolean().describe('whether a short note comes also when nobody waits'),
  assistant: z.boolean().describe('whether a draft may be sent to the assistant, each time after asking'),
});
export type Settings = z.infer<typeof settings>;

export const tokenScope = z.enum(['read', 'write']);
export const apiToken = z.object({
  id,
  name: z.string(),
  scope: tokenScope,
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type ApiToken = z.infer<typeof apiToken>;

export const calendarFeed = z.object({
  on: z.boolean().describe('whether the calendar has an address'),
  createdAt: instant.nullable(),
  lastReadAt: instant.nullable().describe('when a calendar last fetched it, to the hour'),
});
export type CalendarFeed = z.infer<typeof calendarFeed>;
export const newCalendarFeed = calendarFeed.extend({
  path: z.string().describe('the secret address, below that of the server; told this once'),
});
export type NewCalendarFeed = z.infer<typeof newCalendarFeed>;

export const nudge = z.object({
  linkedin: z
    .object({ importedOn: day, days: z.int() })
    .nullable()
    .describe('the newest LinkedIn export, when it is old and the owner does not know it yet'),
});
export type Nudge = z.infer<typeof nudge>;

export const delivery = z.object({
  day,
  state: z.enum(DELIVERY_STATES),
  dueAt: instant,
  attempts: z.int(),
  retryAt: instant.nullable(),
  error: z.string().nullable().describe('in the mail server’s own words, or why it was not tried'),
  deliveredAt: instant.nullable(),
});
export type Delivery = z.infer<typeof delivery>;

export const digest = z.object({
  on: z.boolean(),
  from: z.string().nullable().describe('null where no mail server was named when Tendril was started'),
  to: z.string().nullable().describe('the owner’s own address; null when none is known'),
  nextAt: instant.nullable(),
  deliveries: z.array(delivery).describe('of the last days, newest first'),
});
export type Digest = z.infer<typeof digest>;

export const digestTest = z.object({
  delivered: z.boolean(),
  to: z.string(),
  error: z.string().nullable().describe('in the mail server’s own words'),
});
export type DigestTest = z.infer<typeof digestTest>;

export const doctorReport = z.object({
  ok: z.boolean(),
  problems: z.array(z.string()),
  checked: z.record(z.string(), z.int()),
});
export type DoctorReport = z.infer<typeof doctorReport>;

export const session = z.object({
  signedIn: z.boolean(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  claimed: z.boolean().describe('false until the owner has signed up'),
  needsCode: z.boolean().describe('true when signing up needs the code printed at start'),
  demo: z.boolean(),
});
export type Session = z.infer<typeof session>;

export const problem = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
});

export const text = { short: shortText, long: longText };
