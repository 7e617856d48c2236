import { AppError } from '../../domain/errors.ts';

/** A language model as it was named, checked. */
export interface AssistantConfig {
  /** The base of an OpenAI-compatible API: `http://localhost:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Never printed. */
  readonly key: string | undefined;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * Checks what the environment says of the assistant; undefined when it says nothing.
 * @throws AppError `invalid` naming the variable and what to write, without the key
 */
export function readAssistantConfig(env: Readonly<Record<string, string | undefined>>): AssistantConfig | undefined {
  const told = (name: string) => env[name]?.trim() || undefined;
  const [address, model, key] = [
    told('TENDRIL_ASSISTANT_URL'),
    told('TENDRIL_ASSISTANT_MODEL'),
    told('TENDRIL_ASSISTANT_KEY'),
  ];
  if (address === undefined) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new AppError(
      'invalid',
      'TENDRIL_ASSISTANT_URL is no address. Write the base of an OpenAI-compatible API, such as http://localhost:11434/v1.',
    );
  if (url.username !== '' || url.password !== '')
    throw new AppError(
      'invalid',
      'TENDRIL_ASSISTANT_URL has a password in it. Put it into TENDRIL_ASSISTANT_KEY instead.',
    );
  if (model === undefined)
    throw new AppError('invalid', 'An assistant needs a model: set TENDRIL_ASSISTANT_MODEL, such as llama3.2.');
  if (key !== undefined && url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    throw new AppError(
      'invalid',
      'TENDRIL_ASSISTANT_KEY would travel unencrypted. Use an https address, or leave the key out.',
    );
  return { url: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, model, key };
}
