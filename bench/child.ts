import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Functions that one process offers another by name. What they take and give must survive a structured clone. */
export type Calls = Readonly<Record<string, (argument: never) => unknown>>;

interface Question {
  readonly id: number;
  readonly call: string;
  readonly argument: unknown;
}
type Reply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly problem: string };

/** A process of the bench, spoken to by messages: what is measured must not share its thread with what measures. */
export class Child<C extends Calls> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #asked = 0;

  constructor(file: string, { execArgv = [] }: { execArgv?: readonly string[] } = {}) {
    // Its words go to stderr: stdout is for the rows alone.
    this.#process = fork(fileURLToPath(new URL(file, import.meta.url)), {
      serialization: 'advanced',
      stdio: ['ignore', 2, 2, 'ipc'],
      execArgv: [...execArgv],
    });
    this.#process.on('message', (reply: Reply) => {
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    });
    this.#process.on('exit', (code) => {
      for (const [id, settle] of this.#waiting) settle({ id, problem: `${file} ended with ${code ?? 'a signal'}.` });
      this.#waiting.clear();
    });
  }

  async ask<N extends keyof C & string>(call: N, ...[argument]: Parameters<C[N]>): Promise<Awaited<ReturnType<C[N]>>> {
    const id = ++this.#asked;
    const reply = await new Promise<Reply>((settle) => {
      this.#waiting.set(id, settle);
      this.#process.send({ id, call, argument } satisfies Question);
    });
    if ('problem' in reply) throw new Error(reply.problem);
    return reply.answer as Awaited<ReturnType<C[N]>>;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.disconnect();
    const impatient = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(impatient);
  }
}

/** The other end: answers the parent until it goes, then cleans up. */
export function answerParent(calls: Calls, close: () => Promise<void>): void {
  process.on('message', (question: Question) => void answer(calls, question));
  process.once('disconnect', () => void close().finally(() => process.exit()));
  // A Ctrl+C reaches every process of the terminal; this one ends with its parent.
  process.on('SIGINT', () => undefined);
}

async function answer(calls: Calls, { id, call, argument }: Question): Promise<void> {
  let reply: Reply;
  try {
    const found = calls[call] as ((argument: unknown) => unknown) | undefined;
    if (!found) throw new Error(`There is no call ${call}.`);
    reply = { id, answer: await found(argument) };
  } catch (error) {
    reply = { id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(reply);
}
