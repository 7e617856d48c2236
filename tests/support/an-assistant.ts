import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A language model that speaks as OpenAI's chat completions do, on a free port of this machine. It keeps what it is sent. */
export interface AssistantServer {
  /** For `TENDRIL_ASSISTANT_URL`. */
  readonly url: string;
  /** Bodies as they went over the line. */
  readonly asked: readonly { readonly body: string; readonly authorization: string | undefined }[];
  /** What it answers next: a message, or a status with a body of one's own. */
  answer: string | { readonly status: number; readonly body: string; readonly location?: string };
  close(): Promise<void>;
}

export async function startAssistant(): Promise<AssistantServer> {
  const asked: { body: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ body, authorization: request.headers.authorization });
      const { answer } = assistant;
      const told =
        typeof answer === 'string'
          ? { status: 200, body: JSON.stringify({ choices: [{ message: { role: 'assistant', content: answer } }] }) }
          : answer;
      response.writeHead(told.status, {
        'content-type': 'application/json',
        ...('location' in told && told.location !== undefined && { location: told.location }),
      });
      response.end(told.body);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const assistant: AssistantServer = {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    answer: 'Hello.',
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  return assistant;
}
