import { z } from 'zod';
import { readRule } from '../domain/gatherings/recurrence.ts';
import { GATHERING_KINDS, GATHERING_PARTS } from '../domain/words.ts';
import { channel, day, id, instant, reach } from './shapes.ts';

/** The shapes of gatherings, and of what is planned with people. */

export const gatheringKind = z.enum(GATHERING_KINDS);
export const gatheringPart = z.enum(GATHERING_PARTS);

const rule = z
  .string()
  .max(200)
  .refine(
    (text) => readRule(text) !== undefined,
    'write how it returns as a rule of weeks, months or years: FREQ=MONTHLY;BYDAY=1TH for each first Thursday',
  )
  .describe('how it returns: an RRULE (RFC 5545) of weeks, months or years');

export const gatheringInput = z.object({
  kind: gatheringKind,
  name: z.string().trim().min(1).max(200),
  place: z.string().trim().max(300).nullable().optional(),
  since: day.describe('the first day; of one that returns, of the first time'),
  until: day.optional().describe('the last day, if it is another'),
  at: instant.nullable().optional().describe('when it begins, on its first day'),
  rule: rule.nullable().optional(),
  note: z.string().max(10_000).optional(),
});

const time = z.object({
  key: z.string().describe('of one that returns, the first day of this time; empty otherwise'),
  since: day,
  until: day,
});

export const gathering = z.object({
  id,
  kind: gatheringKind,
  name: z.string(),
  place: z.string().nullable(),
  since: day,
  until: day,
  at: instant.nullable(),
  rule: z.string().nullable(),
  note: z.string(),
  time: time.describe('the time that is meant: the next, or the last there was'),
  people: z.int().describe('how many are on its list at that time'),
  met: z.int().describe('how many of them were met'),
});
export type Gathering = z.infer<typeof gathering>;

const face = z.object({
  id,
  name: z.string(),
  initials: z.string(),
  photo: z.string().nullable(),
  headline: z.string().nullable(),
});

export const attendee = z.object({
  id,
  name: z.string().describe('as the list wrote it, until it is known who that is'),
  organisation: z.string().nullable(),
  person: face.nullable(),
  part: gatheringPart,
  wanted: z.boolean().describe('whom you want to meet'),
  say: z.string().describe('what to say to them'),
  said: z.string().describe('what was said'),
  touchId: id.nullable(),
  candidates: z.array(face).describe('who the name may mean, when that is a question'),
});
export type Attendee = z.infer<typeof attendee>;

export const gatheringPage = gathering.extend({
  before: day.nullable().describe('of one that returns, the first day of the time before'),
  after: day.nullable(),
  attendees: z.array(attendee),
});
export type GatheringPage = z.infer<typeof gatheringPage>;

export const toMeet = z.object({
  attendeeId: id,
  person: face,
  part: gatheringPart,
  wanted: z.boolean(),
  say: z.string(),
  isNew: z.boolean().describe('somebody you know of and have not met'),
  why: z.array(z.string()).describe('what stands open, who can help whom, and where you left off'),
  question: z.string().nullable().describe('worth asking'),
});
export type ToMeet = z.infer<typeof toMeet>;

export const gatheringFollowUp = z.object({
  attendeeId: id,
  person: face,
  said: z.string(),
  due: day,
  done: z.boolean(),
  text: z.string().describe('what was said, in a sentence'),
  channel,
  draft: z.string(),
  reach: z.array(reach),
});
export type GatheringFollowUp = z.infer<typeof gatheringFollowUp>;

export const guestIdea = z.object({
  person: face,
  why: z.string(),
  newFace: z.boolean().describe('somebody you know little yet'),
});
export type GuestIdea = z.infer<typeof guestIdea>;

export const invitation = z.object({
  attendeeId: id,
  person: face,
  part: gatheringPart,
  channel,
  draft: z.string(),
  reach: z.array(reach),
});
export type Invitation = z.infer<typeof invitation>;

export const metInput = z.object({
  text: z.string().trim().min(1).max(10_000).describe('names, each with what was said: Zed, Ada: tidal permits'),
  date: day.optional().describe('which time, of a gathering that returns: its first day'),
  on: day.optional().describe('on which of its days'),
  answers: z.record(z.string(), z.string()).optional().describe('by the words asked about: an id, or “new”'),
});

export const metResult = z.object({
  stepId: id.nullable(),
  message: z.string(),
  people: z.array(z.object({ id, name: z.string(), created: z.boolean(), said: z.string() })),
  questions: z
    .array(z.object({ asked: z.string(), text: z.string(), candidates: z.array(face) }))
    .describe('while there are any, nothing is saved'),
});
export type MetResult = z.infer<typeof metResult>;

export const attendeesInput = z.object({
  text: z.string().max(200_000).optional().describe('one name a line, or rows of name and company'),
  people: z.array(id).max(500).optional(),
  part: gatheringPart.exclude(['met']).optional(),
  date: day.optional().describe('which time, of a gathering that returns: its first day'),
});

export const attendeePatch = z.object({
  part: gatheringPart.exclude(['met']).optional(),
  wanted: z.boolean().optional(),
  say: z.string().trim().max(2_000).optional(),
  personId: id.nullable().optional().describe('who the name means; null for nobody you know'),
});

export const plan = z.object({
  touchId: id,
  date: day,
  at: instant.nullable(),
  channel,
  text: z.string(),
  place: z.string().nullable(),
  people: z.array(z.object({ id, name: z.string() })),
  past: z.boolean().describe('its day is over and nobody has said whether it came about'),
});
export type Plan = z.infer<typeof plan>;
export const plans = z.object({ plans: z.array(plan).describe('those to be answered first, then what is coming') });

export const heldInput = z.object({
  held: z.boolean().describe('whether you met; otherwise the plan goes'),
  followUp: z.boolean().optional().describe('a message the day after'),
  summary: z.string().max(2_000).optional().describe('what it was about, in place of the plan’s words'),
});
