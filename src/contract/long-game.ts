import { z } from 'zod';
import { MOST_PER_DAY } from '../domain/news/telling.ts';
import { GOAL_STATES, NEWS_KINDS } from '../domain/words.ts';
import * as s from './shapes.ts';

/** Shapes and operations of one's own news, of goals, and of what came of ties. */

export const newsKind = z.enum(NEWS_KINDS);
export const goalState = z.enum(GOAL_STATES);

const face = {
  personId: s.id,
  name: z.string(),
  initials: z.string(),
  photo: z.string().nullable(),
  headline: z.string().nullable(),
};
const named = z.object({ id: s.id, name: z.string() });

export const newsItem = z.object({
  id: s.id,
  kind: newsKind,
  text: z.string(),
  date: s.day,
  perDay: z.int().describe('how many are told on a day'),
  closedOn: s.day.nullable(),
  told: z.int(),
  answered: z.int(),
  waiting: z.int(),
});
export type NewsItem = z.infer<typeof newsItem>;

export const newsPerson = z.object({
  id: s.id.describe('of their place in the row, not of the person'),
  ...face,
  why: z.string().nullable(),
  toldOn: s.day.nullable(),
  skippedOn: s.day.nullable(),
  answeredOn: s.day.nullable().describe('when they first wrote or spoke to you since'),
  turn: z.boolean().describe('whether it is their turn today'),
  rests: z.boolean().describe('in a hard time, or at rest by your own wish: they keep their place'),
  channel: s.channel,
  draft: z.string().nullable().describe('null once they were told or skipped, and for those who have died'),
  reach: z.array(s.reach),
});
export type NewsPerson = z.infer<typeof newsPerson>;

export const newsPage = newsItem.extend({
  people: z.array(newsPerson).describe('in the order in which they are told'),
});
export type NewsPage = z.infer<typeof newsPage>;

export const suggested = z.object({ ...face, circle: z.string().nullable(), why: z.array(z.string()) });
export type Suggested = z.infer<typeof suggested>;

export const goal = z.object({
  id: s.id,
  text: z.string(),
  due: s.day.nullable(),
  state: goalState,
  madeOn: s.day,
  endedOn: s.day.nullable(),
  people: z.array(z.object({ id: s.id, personId: s.id, name: z.string(), why: z.string() })),
});
export type Goal = z.infer<typeof goal>;

export const thanks = z.object({
  ...face,
  why: z.array(z.string()),
  draft: z.string(),
  thankedOn: s.day.nullable().describe('null while thanks are owed'),
  channel: s.channel,
  reach: z.array(s.reach),
});
export type Thanks = z.infer<typeof thanks>;

export const outcome = z.object({
  id: s.id,
  text: z.string(),
  date: s.day,
  goalId: s.id.nullable(),
  people: z.array(named),
  doors: z.array(z.object({ who: named, by: named })).describe('who introduced whom, back to the first'),
  thanks: z.array(thanks).describe('everyone who had a part in it'),
});
export type Outcome = z.infer<typeof outcome>;

const byId = z.object({ id: s.id });
const acted = z.object({ stepId: s.id.nullable(), message: z.string(), id: s.id.optional() });
const onDay = z.object({ on: s.day.optional() });
const newsInput = z.object({
  kind: newsKind,
  text: s.text.short,
  date: s.day.optional(),
  perDay: z.int().min(1).max(MOST_PER_DAY).optional(),
});
const goalInput = z.object({ text: s.text.short, due: s.day.nullable().optional() });

export const longGameRoutes = {
  listNews: {
    method: 'get',
    path: '/news',
    summary: 'Your own news, the newest first',
    auth: 'read',
    query: onDay,
    response: z.object({ items: z.array(newsItem) }),
  },
  addNews: {
    method: 'post',
    path: '/news',
    summary: 'Something new in your life, to be told person by person',
    auth: 'write',
    body: newsInput,
    response: acted,
  },
  getNews: {
    method: 'get',
    path: '/news/{id}',
    summary: 'Whom the news is for: who knows, who answered, whose turn it is, and a draft for each',
    auth: 'read',
    params: byId,
    query: onDay,
    response: newsPage,
  },
  updateNews: {
    method: 'patch',
    path: '/news/{id}',
    summary: 'Change the news, or close it',
    auth: 'write',
    params: byId,
    body: newsInput.partial().extend({ closed: z.boolean().optional() }),
    response: acted,
  },
  deleteNews: {
    method: 'delete',
    path: '/news/{id}',
    summary: 'Delete the news; what was said to whom stays in their story',
    auth: 'write',
    params: byId,
    response: acted,
  },
  suggestForNews: {
    method: 'get',
    path: '/news/{id}/suggestions',
    summary: 'Who would care and why, the surest first; or the people of a circle',
    auth: 'read',
    params: byId,
    query: onDay.extend({ circle: s.id.optional() }),
    response: z.object({ people: z.array(suggested) }),
  },
  addNewsPeople: {
    method: 'post',
    path: '/news/{id}/people',
    summary: 'Put people in the row: those chosen, or a small circle',
    auth: 'write',
    params: byId,
    body: z.object({ people: z.array(s.id).min(1).max(50).optional(), circle: s.id.optional() }),
    response: acted,
  },
  tellNews: {
    method: 'post',
    path: '/news/people/{id}/tell',
    summary: 'They know now: logs the touch and marks them told, as one step',
    auth: 'write',
    params: byId,
    body: z.object({ channel: s.channel.optional(), date: s.day.optional() }),
    response: acted,
  },
  skipNews: {
    method: 'post',
    path: '/news/people/{id}/skip',
    summary: 'Not this person after all',
    auth: 'write',
    params: byId,
    body: z.object({}),
    response: acted,
  },
  removeNewsPerson: {
    method: 'delete',
    path: '/news/people/{id}',
    summary: 'Take a person out of the row',
    auth: 'write',
    params: byId,
    response: acted,
  },

  listGoals: {
    method: 'get',
    path: '/goals',
    summary: 'Your own goals and the people they touch',
    auth: 'read',
    response: z.object({ items: z.array(goal) }),
  },
  addGoal: {
    method: 'post',
    path: '/goals',
    summary: 'A goal of yours',
    auth: 'write',
    body: goalInput,
    response: acted,
  },
  updateGoal: {
    method: 'patch',
    path: '/goals/{id}',
    summary: 'Change a goal, reach it or let it go',
    auth: 'write',
    params: byId,
    body: goalInput.partial().extend({ state: goalState.optional() }),
    response: acted,
  },
  deleteGoal: {
    method: 'delete',
    path: '/goals/{id}',
    summary: 'Delete a goal',
    auth: 'write',
    params: byId,
    response: acted,
  },
  suggestForGoal: {
    method: 'get',
    path: '/goals/{id}/suggestions',
    summary: 'Who could help with a goal, or whom it is about, and why',
    auth: 'read',
    params: byId,
    query: onDay,
    response: z.object({ people: z.array(suggested) }),
  },
  addGoalPerson: {
    method: 'post',
    path: '/goals/{id}/people',
    summary: 'Link a person to a goal',
    auth: 'write',
    params: byId,
    body: z.object({ personId: s.id, why: z.string().trim().max(300).optional() }),
    response: acted,
  },
  removeGoalPerson: {
    method: 'delete',
    path: '/goals/people/{id}',
    summary: 'Take a person off a goal',
    auth: 'write',
    params: byId,
    response: acted,
  },

  listOutcomes: {
    method: 'get',
    path: '/outcomes',
    summary: 'What came of ties, traced to who introduced whom, with the thanks owed',
    auth: 'read',
    query: onDay,
    response: z.object({ items: z.array(outcome) }),
  },
  addOutcome: {
    method: 'post',
    path: '/outcomes',
    summary: 'Something that came of a tie',
    auth: 'write',
    body: z.object({
      text: s.text.short,
      people: z.array(s.id).min(1).max(20),
      date: s.day.optional(),
      goalId: s.id.nullable().optional(),
    }),
    response: acted,
  },
  deleteOutcome: {
    method: 'delete',
    path: '/outcomes/{id}',
    summary: 'Delete an outcome',
    auth: 'write',
    params: byId,
    response: acted,
  },
  thank: {
    method: 'post',
    path: '/people/{id}/thank',
    summary: 'You thanked them: logs the touch and writes it in the ledger, as one step',
    auth: 'write',
    params: byId,
    body: z.object({ text: s.text.short, channel: s.channel.optional() }),
    response: acted,
  },
} as const;
