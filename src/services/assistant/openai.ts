import { AssistantFailed, type AssistantMessage } from '../../domain/words/assistant.ts';
import type { AssistantConfig } from './assistant-config.ts';

/** A model on a small machine takes its time. */
const LONGEST_MS = 90_000;
const MOST_BYTES = 1_000_000;

/** Asks a model by the chat completions that OpenAI began and most others speak. @throws AssistantFailed */
export async function askOpenAi(
  { url, model, key }: AssistantConfig,
  messages: readonly AssistantMessage[],
  closed: AbortSignal,
): Promise<string> {
  const where = new URL(url).host;
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      // Where it leads elsewhere, what was agreed to would go to somebody else.
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, messages, stream: false }),
      signal: AbortSignal.any([closed, AbortSignal.timeout(LONGEST_MS)]),
    });
    text = await textOf(response);
  } catch (error) {
    if (error instanceof AssistantFailed) throw error;
    const slow = error instanceof Error && error.name === 'TimeoutError';
    throw new AssistantFailed(
      slow
        ? `The assistant at ${where} took longer than ${LONGEST_MS / 1000} seconds. Try a smaller model, or keep your words.`
        : `The assistant at ${where} cannot be reached. Is it running?`,
      { cause: error },
    );
  }
  if (!response.ok) throw new AssistantFailed(refusal(response.status, { where, model, text }));
  const answer = contentOf(text);
  if (answer === undefined)
    throw new AssistantFailed(
      `The assistant at ${where} answered in a way that is not understood. Is its address right?`,
    );
  return answer;
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) throw new AssistantFailed('The assistant answered with far more than a message.');
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

function refusal(status: number, { where, model, text }: { where: string; model: string; text: string }): string {
  if (status === 401 || status === 403)
    return `The assistant at ${where} does not accept the key. Check TENDRIL_ASSISTANT_KEY.`;
  if (status === 404)
    return `The assistant at ${where} does not know the model “${model}”, or its address ends elsewhere.`;
  if (status === 429) return `The assistant at ${where} is asked too much just now. Try again in a minute.`;
  const said = errorOf(text);
  return `The assistant at ${where} refused (${status})${said === undefined ? '.' : `: ${said}`}`;
}

function contentOf(text: string): string | undefined {
  const content = at(parsed(text), 'choices', 0, 'message', 'content');
  return typeof content === 'string' ? content : undefined;
}

function errorOf(text: string): string | undefined {
  const said = at(parsed(text), 'error', 'message');
  return typeof said === 'string' ? said.replace(/\s+/g, ' ').slice(0, 200) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: a page of a proxy, perhaps. Whoever asks finds nothing in it.
    return undefined;
  }
}

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    value,
  );
}
