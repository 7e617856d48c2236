import { once } from 'node:events';
import type { Host } from './host.ts';
import { cleaned, cutTo, oneLine, type Page, styleOf } from './render/text.ts';

/** Where a command's answers go: documents or text to stdout, problems and progress to stderr. */
export class Output {
  readonly json: boolean;
  /** Whether stdout is a screen with a reader before it. */
  readonly isTerminal: boolean;
  readonly #host: Pick<Host, 'stdin' | 'stdout' | 'stderr' | 'env'>;
  #progress = false;

  constructor(host: Pick<Host, 'stdin' | 'stdout' | 'stderr' | 'env'>, json: boolean) {
    this.#host = host;
    this.json = json;
    this.isTerminal = host.stdout.isTTY === true;
  }

  /** Whether somebody sits there to answer: never with `--json`. */
  get canAsk(): boolean {
    return !this.json && this.isTerminal && this.#host.stdin.isTTY === true;
  }

  /** Whether long work shows how far it is. */
  get showsProgress(): boolean {
    return !this.json && this.#host.stderr.isTTY === true;
  }

  page(day: { locale: string; today: string }): Page {
    const { env, stdout } = this.#host;
    const colours = this.isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
    // Days are written in English, in the order the reader's English has them.
    const locale = day.locale.startsWith('en') ? day.locale : 'en-GB';
    return {
      width: Math.min(this.isTerminal ? stdout.columns || 80 : 80, 100),
      fits: this.isTerminal,
      style: styleOf(colours),
      locale,
      today: day.today,
    };
  }

  /** The answer: one JSON document, or what `render` makes of it for a reader. */
  async answer<T>(value: T, render: (value: T) => string | Promise<string>): Promise<void> {
    const text = this.json
      ? `${JSON.stringify(value, null, this.isTerminal ? 2 : undefined)}\n`
      : await render(cleaned(value));
    this.print(text);
  }

  /** Text for a reader, as it is. */
  print(text: string): void {
    this.endProgress();
    this.#host.stdout.write(text);
  }

  /** Parts of a file to stdout, no faster than they are taken. */
  async stream(parts: AsyncIterable<string | Uint8Array>): Promise<void> {
    const { stdout } = this.#host;
    for await (const part of parts) {
      if (stdout.destroyed) return;
      if (!stdout.write(part)) await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]);
    }
  }

  /** A problem or a notice: one line on stderr. */
  notice(text: string): void {
    this.endProgress();
    this.#host.stderr.write(
      `${cleaned(text)
        .replace(/\s*\n\s*/g, ' ')
        .trim()}\n`,
    );
  }

  /** How far long work is, in one line that is written over. */
  progress(text: string): void {
    if (!this.showsProgress) return;
    this.#progress = true;
    this.#host.stderr.write(`\r\u001b[K${cutTo(oneLine(cleaned(text)), (this.#host.stderr.columns || 80) - 1)}`);
  }

  endProgress(): void {
    if (this.#progress) this.#host.stderr.write('\r\u001b[K');
    this.#progress = false;
  }

  /** One key of those given, as lower case; Ctrl+C and Ctrl+D are the last of them. */
  async askKey(question: string, keys: readonly string[]): Promise<string> {
    const { stdin } = this.#host;
    this.print(`${question} `);
    stdin.setRawMode?.(true);
    stdin.resume();
    try {
      for (;;) {
        const [data]: Buffer[] = await once(stdin, 'data');
        const key = String(data).toLowerCase();
        const chosen = key === '\u0003' || key === '\u0004' ? keys.at(-1) : keys.find((each) => each === key);
        if (chosen === undefined) continue;
        this.print(`${chosen}\n`);
        return chosen;
      }
    } finally {
      stdin.setRawMode?.(false);
      stdin.pause();
    }
  }
}
