import {
  addGoal,
  addGoalPerson,
  deleteGoal,
  listGoals,
  removeGoalPerson,
  suggestForGoal,
  updateGoal,
} from '../../services/goals.service.ts';
import {
  addNews,
  addNewsPeople,
  deleteNews,
  getNews,
  listNews,
  removeNewsPerson,
  skipNews,
  suggestForNews,
  tellNews,
  updateNews,
} from '../../services/news.service.ts';
import { addOutcome, deleteOutcome, listOutcomes } from '../../services/outcomes.service.ts';
import { thank } from '../../services/thanks.ts';
import type { Handlers } from '../call.ts';

/** One's own news, goals, and what came of ties. */
export const longGameHandlers = {
  listNews: async (context) => ({ items: await listNews(context) }),
  addNews: (context, { body }) => addNews(context, body),
  getNews: (context, { params }) => getNews(context, params.id),
  updateNews: (context, { params, body }) => updateNews(context, params.id, body),
  deleteNews: (context, { params }) => deleteNews(context, params.id),
  suggestForNews: async (context, { params, query }) => ({
    people: await suggestForNews(context, params.id, query.circle),
  }),
  addNewsPeople: (context, { params, body }) => addNewsPeople(context, params.id, body),
  tellNews: (context, { params, body }) => tellNews(context, params.id, body),
  skipNews: (context, { params }) => skipNews(context, params.id),
  removeNewsPerson: (context, { params }) => removeNewsPerson(context, params.id),
  listGoals: async (context) => ({ items: await listGoals(context) }),
  addGoal: (context, { body }) => addGoal(context, body),
  updateGoal: (context, { params, body }) => updateGoal(context, params.id, body),
  deleteGoal: (context, { params }) => deleteGoal(context, params.id),
  suggestForGoal: async (context, { params }) => ({ people: await suggestForGoal(context, params.id) }),
  addGoalPerson: (context, { params, body }) => addGoalPerson(context, params.id, body),
  removeGoalPerson: (context, { params }) => removeGoalPerson(context, params.id),
  listOutcomes: async (context) => ({ items: await listOutcomes(context) }),
  addOutcome: (context, { body }) => addOutcome(context, body),
  deleteOutcome: (context, { params }) => deleteOutcome(context, params.id),
  thank: (context, { params, body }) => thank(context, params.id, body),
} satisfies Partial<Handlers>;
