import { Agent, request } from 'node:http';

/** One keep-alive connection that asks one thing at a time. The same client measures the server and its floor. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #origin: URL;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(origin: string, token?: string) {
    this.#origin = new URL(origin);
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  /** Milliseconds from asking to the last byte. @throws Error for an answer other than 2xx */
  get(path: string): Promise<number> {
    return this.#send('GET', path);
  }

  post(path: string, body: unknown): Promise<number> {
    return this.#send('POST', path, JSON.stringify(body));
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, body?: string): Promise<number> {
    const { hostname, port } = this.#origin;
    const headers = { ...this.#headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, method, agent: this.#agent, headers }, (response) => {
        response.resume();
        response.on('error', reject);
        response.on('end', () => {
          const ms = performance.now() - start;
          const status = response.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(ms);
          else reject(new Error(`${method} ${path} answered ${status}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
