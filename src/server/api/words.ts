import { getAssistant, previewRephrase, rephrase } from '../../services/assistant.service.ts';
import { listCards } from '../../services/cards.service.ts';
import { draftTo, remarkOn } from '../../services/drafts.service.ts';
import { addWording, getWords, removeWording, updateWording } from '../../services/words.service.ts';
import type { Handlers } from '../call.ts';

/** Drafts and what may be said about them, the owner's own words, cards by hand, and the assistant. */
export const wordsHandlers = {
  getDraft: (context, { params, query }) => draftTo(context, params.id, query),
  remarkOnDraft: (context, { params, body }) => remarkOn(context, params.id, body),
  getWords: (context) => getWords(context),
  addWording: (context, { body }) => addWording(context, body),
  updateWording: (context, { params, body }) => updateWording(context, params.id, body),
  deleteWording: (context, { params }) => removeWording(context, params.id),
  listCards: (context, { query }) => listCards(context, query),
  getAssistant: (context) => getAssistant(context),
  previewRephrase: (context, { params, body }) => previewRephrase(context, params.id, body),
  rephrase: (context, { params, body }) => rephrase(context, params.id, body),
} satisfies Partial<Handlers>;
