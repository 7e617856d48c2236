import type { Answer, Body } from '../contract/routes.ts';
import { AppError } from '../domain/errors.ts';
import { calledName } from '../domain/today/phrases.ts';
import {
  type Assistant,
  AssistantFailed,
  type AssistantMessage,
  answeredText,
  rephraseRequest,
} from '../domain/words/assistant.ts';
import { languageOf } from '../domain/words/habits.ts';
import { styleOf } from '../domain/words/kinds.ts';
import { type Context, requireWrite, scopeOf } from './context.ts';
import { loadDrafting } from './drafts.service.ts';
import { readSettings } from './read-settings.ts';

/** A language model of the owner's choice says a draft in another way. Off unless they turn it on; asked before each time. */

/** Whether there is one, and where. */
export async function getAssistant(context: Context): Promise<Answer<'getAssistant'>> {
  const { assistant } = context.store;
  const { assistant: on } = await readSettings(scopeOf(context));
  return { on: on && assistant !== undefined, address: assistant?.address ?? null, model: assistant?.model ?? null };
}

/** Exactly what would be sent to have this draft rephrased. Sends nothing. */
export async function previewRephrase(
  context: Context,
  personId: string,
  input: Body<'previewRephrase'>,
): Promise<Answer<'previewRephrase'>> {
  const { address, model } = await requireAssistant(context);
  return { address, model, messages: (await requestFor(context, personId, input)).map((message) => ({ ...message })) };
}

/**
 * Sends what the owner was shown, and answers with a suggestion. @throws AppError `conflict` when what is known has changed
 * since they saw it, so that nothing else is ever sent, or when the model does not answer
 */
export async function rephrase(
  context: Context,
  personId: string,
  { shown, ...input }: Body<'rephrase'>,
): Promise<Answer<'rephrase'>> {
  requireWrite(context);
  const assistant = await requireAssistant(context);
  const messages = await requestFor(context, personId, input);
  if (JSON.stringify(messages) !== JSON.stringify(shown.map(({ role, content }) => ({ role, content }))))
    throw new AppError('conflict', 'What is known of them has changed since you looked. Look again before it is sent.');
  try {
    const text = answeredText(await assistant.ask(messages));
    if (text === '') throw new AssistantFailed('The assistant answered with nothing. Try again, or keep your words.');
    return { text };
  } catch (error) {
    if (!(error instanceof AssistantFailed)) throw error;
    throw new AppError('conflict', error.message, { cause: error });
  }
}

async function requestFor(
  context: Context,
  personId: string,
  { text, channel }: Body<'previewRephrase'>,
): Promise<readonly AssistantMessage[]> {
  const { candidate, today } = await loadDrafting(context, personId);
  return rephraseRequest(text, {
    person: { name: calledName(candidate), facts: candidate.facts },
    style: styleOf(channel),
    language: languageOf(text),
    today,
  });
}

async function requireAssistant(context: Context): Promise<Assistant> {
  const { assistant } = context.store;
  if (!assistant)
    throw new AppError(
      'conflict',
      'No assistant is named here. Start Tendril with TENDRIL_ASSISTANT_URL and TENDRIL_ASSISTANT_MODEL (docs/words.md shows how).',
    );
  const settings = await readSettings(scopeOf(context));
  if (!settings.assistant)
    throw new AppError('conflict', 'The assistant is switched off. Turn it on under “Your words” in the settings.');
  return assistant;
}
