import type { CalendarDate } from '../dates.ts';
import type { KnownFact } from '../today/candidate.ts';
import type { DraftLanguage, DraftStyle } from '../words.ts';
import { isStale } from './stale.ts';

/** One message of a conversation with a language model, as OpenAI's chat completions name it. */
export interface AssistantMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** A language model somewhere, of the owner's choice. */
export interface Assistant {
  /** Where it is, without what signs in there. */
  readonly address: string;
  readonly model: string;
  /** The answer's text. @throws AssistantFailed with a sentence fit for a person */
  ask(messages: readonly AssistantMessage[]): Promise<string>;
}

/** The model could not be reached, or did not answer as one does. */
export class AssistantFailed extends Error {
  override readonly name = 'AssistantFailed';
}

/** What is told of one person: no more than this is ever sent. */
export interface AssistantPerson {
  /** What one calls them. No other name, no address, no date is sent. */
  readonly name: string;
  readonly facts: readonly KnownFact[];
}

const MOST_FACTS = 12;
const STYLES: Readonly<Record<DraftStyle, string>> = {
  short: 'a short message of at most three sentences',
  email: 'an e-mail of one short paragraph',
  card: 'a handwritten card of two or three sentences',
  talk: 'what to begin a conversation with',
};
const LANGUAGES: Readonly<Record<DraftLanguage, string>> = { en: 'English', de: 'German' };

/**
 * Exactly what is sent to have a draft said in another way: the draft, and those facts about this one person that are not
 * private and not out of date. Nothing else of anybody.
 */
export function rephraseRequest(
  draft: string,
  {
    person,
    style,
    language,
    today,
  }: { person: AssistantPerson; style: DraftStyle; language: DraftLanguage; today: CalendarDate },
): readonly AssistantMessage[] {
  const facts = person.facts
    .filter((fact) => !fact.private && !isStale(fact, today))
    .slice(0, MOST_FACTS)
    .map(({ text }) => `- ${text.replace(/\s+/g, ' ').trim()}`);
  const known = facts.length === 0 ? '' : `\n\nWhat I know of ${person.name}:\n${facts.join('\n')}`;
  return [
    {
      role: 'system',
      content: `You rephrase personal messages. Keep them warm, plain, specific and short; invent nothing; ask for nothing that is not asked for. Answer with the message alone, in ${LANGUAGES[language]}, as ${STYLES[style]}.`,
    },
    { role: 'user', content: `Say this to ${person.name} in another way:\n\n${draft.trim()}${known}` },
  ];
}

/** The words of an answer without the marks that models put around them. */
export function answeredText(answer: string): string {
  return answer
    .replace(/<think>[\s\S]*?<\/think>/g, '')
    .trim()
    .replace(/^```\w*\n([\s\S]*?)\n```$/, '$1')
    .replace(/^["“„]([\s\S]*)["”“]$/, '$1')
    .trim();
}
