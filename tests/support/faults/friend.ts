import { randomUUID } from 'node:crypto';
import type { Random } from '../../../src/domain/demo/random.ts';
import { ANYTHING, type Entry, type Ledger } from './ledger.ts';

/** How a request goes out: over a socket to a process that may die, or straight into an app. */
export type Send = (request: {
  method: string;
  path: string;
  body: unknown;
  key: string;
}) => Promise<{ status: number; answer: Answer }>;

interface Answer {
  readonly id?: string;
  readonly stepId?: string | null;
  readonly touch?: { readonly id: string } | null;
  readonly questions?: readonly unknown[];
  readonly error?: { readonly code: string; readonly message: string };
}

interface Act {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Sent again under the same key it must not be done again. */
  readonly key: string;
  /** What the answer stands for. */
  entries(answer: Answer): readonly Entry[];
  /** The act that this one takes back. */
  readonly undoes?: Done;
}

interface Done {
  readonly stepId: string;
  readonly back: readonly Entry[];
}

/** The name of every person made here begins so; imported ones have other names. */
export const FRIEND = 'Friend';

const HOW = ['phone', 'email', 'in-person', 'text'] as const;

/** A name of letters alone, another for each number. */
const wordOf = (n: number): string =>
  String.fromCharCode(65 + (n % 26)) + [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/**
 * Someone using Tendril, one act after the other, each among people of their own. An act counts when its answer came; one
 * without an answer is kept and sent again, as an app does that was cut off.
 */
export class Friend {
  readonly #random: Random;
  readonly #ledger: Ledger;
  readonly #circle: string;
  readonly #mark: string;
  readonly #people = new Set<string>();
  readonly #names = new Map<string, string>();
  #count = 0;
  #last: Done | undefined;
  #pending: Act | undefined;

  constructor(given: { random: Random; ledger: Ledger; circle: string; mark: string }) {
    this.#random = given.random;
    this.#ledger = given.ledger;
    this.#circle = given.circle;
    this.#mark = given.mark;
  }

  /** What was sent and not answered. */
  get pending(): boolean {
    return this.#pending !== undefined;
  }

  /** Does the next thing, or again what was not answered. False when it was told to come again later. */
  async act(send: Send): Promise<boolean> {
    const act = this.#pending ?? this.#choose();
    this.#pending = act;
    const { status, answer } = await send(act);
    if (status === 503 || status === 507) return false;
    if (status !== 200 || answer.error)
      throw new Error(
        `${act.method} ${act.path} answered ${status}: ${answer.error?.message ?? JSON.stringify(answer)}`,
      );
    const entries = act.undoes?.back ?? act.entries(answer);
    const back = this.#ledger.before(entries);
    this.#ledger.write(entries);
    this.#last = answer.stepId && !act.undoes ? { stepId: answer.stepId, back } : undefined;
    this.#pending = undefined;
    this.#notePeople(entries);
    return true;
  }

  #notePeople(entries: readonly Entry[]): void {
    for (const [key, value] of entries) {
      const [kind, id = ''] = key.split('/');
      if (kind !== 'person') continue;
      if (value === undefined) this.#people.delete(id);
      else this.#people.add(id).size && this.#names.set(id, value);
    }
  }

  #choose(): Act {
    const { below, chance } = this.#random;
    const people = [...this.#people];
    if (people.length < 3) return this.#add();
    if (this.#last && chance(0.1)) return this.#undo(this.#last);
    const id = this.#random.pick(people);
    const kinds = [
      () => this.#add(),
      () => this.#touch(id),
      () => this.#capture(id),
      () => this.#fact(id),
      () => this.#done(id),
      () => this.#snooze(id),
      () => this.#circleAct(id),
      () => (people.length > 5 ? this.#merge(id, people.find((other) => other !== id) ?? id) : this.#add()),
    ];
    return (kinds[below(kinds.length)] ?? kinds[0])?.() ?? this.#add();
  }

  #request(path: string, body: unknown, entries: Act['entries']): Act {
    return { method: 'POST', path, body, key: randomUUID(), entries };
  }

  #text(): string {
    this.#count += 1;
    return `${this.#mark} ${this.#count}`;
  }

  #add(): Act {
    this.#count += 1;
    const name = `${FRIEND} ${this.#mark}${wordOf(this.#count)}`;
    return this.#request('/people', { name }, ({ id = '' }) => [[`person/${id}`, name]]);
  }

  #touch(person: string): Act {
    const summary = this.#text();
    const body = { people: [person], channel: this.#random.pick(HOW), summary };
    return this.#request('/touches', body, ({ id = '' }) => [[`touch/${id}`, summary]]);
  }

  #capture(person: string): Act {
    const text = `Coffee with ${this.#names.get(person)} yesterday`;
    return this.#request('/capture', { text }, ({ touch, questions }) => {
      if (!touch) throw new Error(`“${text}” was asked about: ${JSON.stringify(questions)}`);
      return [[`touch/${touch.id}`, ANYTHING]];
    });
  }

  #fact(person: string): Act {
    const text = this.#text();
    return this.#request(`/people/${person}/facts`, { kind: 'interest', text }, ({ id = '' }) => [
      [`fact/${id}`, text],
    ]);
  }

  #done(person: string): Act {
    const summary = this.#text();
    return this.#request(`/people/${person}/done`, { channel: 'phone', summary }, ({ id = '' }) => [
      [`touch/${id}`, summary],
    ]);
  }

  #snooze(person: string): Act {
    const until = `2099-${String(1 + this.#random.below(12)).padStart(2, '0')}-15`;
    return this.#request(`/people/${person}/snooze`, { until }, () => [[`snooze/${person}`, until]]);
  }

  #circleAct(person: string): Act {
    const key = `member/${person}`;
    const path = `/circles/${this.#circle}/members`;
    return this.#ledger.values.has(key)
      ? this.#request(path, { remove: [person] }, () => [[key, undefined]])
      : this.#request(path, { add: [person] }, () => [[key, 'in']]);
  }

  #merge(keep: string, merge: string): Act {
    const { values } = this.#ledger;
    return this.#request('/merges', { keep, merge }, () => [
      [`person/${merge}`, undefined],
      [`snooze/${merge}`, undefined],
      [`member/${merge}`, undefined],
      [`member/${keep}`, values.has(`member/${keep}`) || values.has(`member/${merge}`) ? 'in' : undefined],
    ]);
  }

  #undo(undoes: Done): Act {
    return { ...this.#request('/undo', { stepId: undoes.stepId }, () => []), undoes };
  }
}

/** Over HTTP, to wherever the server is just now. */
export function sendTo(url: string, token: string): Send {
  return async ({ method, path, body, key }) => {
    const response = await fetch(`${url}/api/v1${path}`, requestOf({ method, body, key, token }));
    return { status: response.status, answer: (await response.json()) as Answer };
  };
}

/** Without a socket, into an app of this process. */
export function sendInto(http: { request(path: string, init?: RequestInit): Promise<Response> }, token: string): Send {
  return async ({ method, path, body, key }) => {
    const response = await http.request(`/api/v1${path}`, requestOf({ method, body, key, token }));
    return { status: response.status, answer: (await response.json()) as Answer };
  };
}

function requestOf(given: { method: string; body: unknown; key: string; token: string }): RequestInit {
  return {
    method: given.method,
    headers: {
      authorization: `Bearer ${given.token}`,
      'content-type': 'application/json',
      'idempotency-key': given.key,
    },
    body: JSON.stringify(given.body),
  };
}
