import { StatementSync } from 'node:sqlite';
import pg from 'pg';

/** A query as the driver saw it. */
export interface Captured {
  readonly sql: string;
  readonly values: readonly (string | number | bigint | null | Uint8Array)[];
}

let into: Captured[] | undefined;

/** Answers what `work` does and every read it made. Works by listening at the drivers, so for one piece of work at a time. */
export async function capture<T>(work: () => Promise<T>): Promise<{ result: T; queries: readonly Captured[] }> {
  listen();
  const queries: Captured[] = [];
  into = queries;
  try {
    return { result: await work(), queries };
  } finally {
    into = undefined;
  }
}

function note(sql: string, values: readonly unknown[]): void {
  if (into && /^\s*(?:select|with)\b/i.test(sql)) into.push({ sql, values: values as Captured['values'] });
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  const { all } = StatementSync.prototype;
  StatementSync.prototype.all = function (this: StatementSync, ...values: Parameters<typeof all>) {
    note(this.sourceSQL, values);
    return all.apply(this, values);
  } as typeof all;
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    if (isQuery(first)) note(first.text, first.values ?? []);
    return (query as (...args: unknown[]) => unknown).apply(this, args);
  } as typeof query;
}

function isQuery(given: unknown): given is { text: string; values?: unknown[] } {
  return typeof given === 'object' && given !== null && 'text' in given;
}
