import { suggestIntroductions } from '../../services/introduction-suggestions.service.ts';
import {
  addIntroduction,
  listIntroductions,
  moveIntroduction,
  removeIntroduction,
  updateIntroduction,
} from '../../services/introductions.service.ts';
import type { Handlers } from '../call.ts';

/** Introductions, from a suggestion to thanks. */
export const introductionHandlers = {
  listIntroductions: (context, { query }) => listIntroductions(context, query),
  suggestIntroductions: async (context, { query }) => ({ suggestions: await suggestIntroductions(context, query) }),
  addIntroduction: (context, { body }) => addIntroduction(context, body),
  updateIntroduction: (context, { params, body }) => updateIntroduction(context, params.id, body),
  moveIntroduction: (context, { params, body }) => moveIntroduction(context, params.id, body),
  deleteIntroduction: (context, { params }) => removeIntroduction(context, params.id),
} satisfies Partial<Handlers>;
