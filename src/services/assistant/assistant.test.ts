import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssistantServer, startAssistant } from '../../../tests/support/an-assistant.ts';
import { readAssistantConfig } from './assistant-config.ts';
import { askOpenAi } from './openai.ts';

describe('the assistant in the environment', () => {
  it('is none where none is named', () => {
    expect(readAssistantConfig({ TENDRIL_ASSISTANT_MODEL: 'small', TENDRIL_ASSISTANT_URL: ' ' })).toBeUndefined();
  });

  it('is an address and a model, with a key or without', () => {
    expect(
      readAssistantConfig({ TENDRIL_ASSISTANT_URL: 'http://localhost:11434/v1/', TENDRIL_ASSISTANT_MODEL: 'llama3.2' }),
    ).toEqual({ url: 'http://localhost:11434/v1', model: 'llama3.2', key: undefined });
  });

  it.each([
    [{ TENDRIL_ASSISTANT_URL: 'localhost:11434' }, /^TENDRIL_ASSISTANT_URL is no address/],
    [{ TENDRIL_ASSISTANT_URL: 'http://localhost:11434/v1' }, /^An assistant needs a model/],
    [{ TENDRIL_ASSISTANT_URL: 'https://me:secret@ai.example/v1' }, /has a password in it/],
    [
      {
        TENDRIL_ASSISTANT_URL: 'http://ai.example/v1',
        TENDRIL_ASSISTANT_MODEL: 'm',
        TENDRIL_ASSISTANT_KEY: 'secret',
      },
      /would travel unencrypted/,
    ],
  ])('refuses %j and says what to write, never the key', (env, message) => {
    expect(() => readAssistantConfig(env)).toThrow(message);
    expect(() => readAssistantConfig(env)).not.toThrow(/secret/);
  });
});

describe('an assistant', () => {
  let server: AssistantServer;
  beforeAll(async () => {
    server = await startAssistant();
  });
  afterAll(() => server.close());
  const ask = (signal = new AbortController().signal) =>
    askOpenAi({ url: server.url, model: 'small', key: 'k' }, [{ role: 'user', content: 'Say hello.' }], signal);

  it('is asked over the line, with the key', async () => {
    server.answer = 'Hello there.';
    expect(await ask()).toBe('Hello there.');
    const sent = server.asked.at(-1);
    expect(sent?.authorization).toBe('Bearer k');
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      model: 'small',
      messages: [{ role: 'user', content: 'Say hello.' }],
      stream: false,
    });
  });

  it.each([
    [{ status: 401, body: '{}' }, /does not accept the key/],
    [{ status: 404, body: '{}' }, /does not know the model “small”/],
    [{ status: 429, body: '' }, /asked too much/],
    [{ status: 500, body: '{"error":{"message":"out of memory"}}' }, /refused \(500\): out of memory/],
    [{ status: 200, body: '<html>' }, /not understood/],
    [{ status: 200, body: 'x'.repeat(1_200_000) }, /far more than a message/],
    [{ status: 302, body: '', location: 'http://127.0.0.1:1/' }, /cannot be reached/],
  ])('that answers %j is said plainly', async (answer, message) => {
    server.answer = answer;
    await expect(ask()).rejects.toThrow(message);
  });

  it('that is away is said to be', async () => {
    await expect(
      askOpenAi({ url: 'http://127.0.0.1:1/v1', model: 'small', key: undefined }, [], new AbortController().signal),
    ).rejects.toThrow('cannot be reached. Is it running?');
  });
});
