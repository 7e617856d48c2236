import type { Context } from '../services/context.ts';
import { newestSeq } from '../services/feed.service.ts';
import type { Log, Store } from './parts.ts';

/** Proxies close a connection that is silent for long; a browser notices a dead one sooner. */
const HEARTBEAT_MS = 20_000;

/** Tells open pages that something changed, whichever process wrote it: one look at the database for all of them. */
export class EventHub {
  readonly #store: Store;
  /** Whose network: of who came last, as there is one. */
  #context: Pick<Context, 'store' | 'actor'> | undefined;
  readonly #log: Log;
  readonly #sinks = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #stop: (() => void) | undefined;
  #seq: number | undefined;
  #looking: Promise<void> | undefined;
  #again = false;

  constructor({ store, log }: { store: Store; log: Log }) {
    this.#store = store;
    this.#log = log;
  }

  /** A stream of server-sent events (HTML Living Standard, section 9.2) that hears of every change after it was opened. */
  async open(context: Context): Promise<ReadableStream<Uint8Array>> {
    this.#context = context;
    if (!this.#stop) {
      this.#stop = this.#listen();
      this.#seq = await this.#newest();
    }
    let own: ReadableStreamDefaultController<Uint8Array>;
    return new ReadableStream({
      start: (controller) => {
        own = controller;
        this.#sinks.add(controller);
        // The last page may have left while this one was on its way in.
        this.#stop ??= this.#listen();
        controller.enqueue(encoded('retry: 1000\n\n'));
      },
      cancel: () => this.#drop(own),
    });
  }

  close(): void {
    for (const sink of this.#sinks) {
      this.#drop(sink);
      sink.close();
    }
  }

  #listen(): () => void {
    const unsubscribe = this.#store.database.onCommitted(() => this.#look());
    const heartbeat = setInterval(() => this.#send(': \n\n'), HEARTBEAT_MS);
    heartbeat.unref();
    return () => {
      unsubscribe();
      clearInterval(heartbeat);
    };
  }

  /** Several commits while one look is under way are one more look. */
  #look(): void {
    this.#again = true;
    this.#looking ??= this.#lookNow()
      .catch((error: unknown) => this.#log(error, 'looking for changes'))
      .finally(() => {
        this.#looking = undefined;
      });
  }

  async #lookNow(): Promise<void> {
    while (this.#again && this.#stop) {
      this.#again = false;
      const seq = await this.#newest();
      if (seq === this.#seq) continue;
      this.#seq = seq;
      // After a restore pages come again, and are asked anew who they are.
      if (seq === undefined) return this.close();
      this.#send(`event: change\ndata: ${JSON.stringify({ seq })}\n\n`);
    }
  }

  async #newest(): Promise<number | undefined> {
    return this.#context && newestSeq(this.#context);
  }

  #send(text: string): void {
    const bytes = encoded(text);
    for (const sink of this.#sinks) sink.enqueue(bytes);
  }

  #drop(sink: ReadableStreamDefaultController<Uint8Array>): void {
    this.#sinks.delete(sink);
    if (this.#sinks.size > 0) return;
    this.#stop?.();
    this.#stop = undefined;
  }
}

const encoder = new TextEncoder();
const encoded = (text: string) => encoder.encode(text);
