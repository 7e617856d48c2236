import { writeFile } from 'node:fs/promises';
import { serialize } from 'node:v8';
import { type App, createApp } from '../src/app.ts';
import type { FactKind } from '../src/domain/words.ts';
import type { Context } from '../src/services/context.ts';
import { loadNetwork } from '../src/services/demo.service.ts';
import { find } from '../src/services/find.service.ts';
import { suggestIntroductions } from '../src/services/introduction-suggestions.service.ts';
import { addFact } from '../src/services/memory.service.ts';
import { listPeople } from '../src/services/people.service.ts';
import { getPersonPage } from '../src/services/person-page.service.ts';
import { addResource, getResource } from '../src/services/resources.service.ts';
import { getTodayPage, prepareToday } from '../src/services/today.service.ts';
import { createToken } from '../src/services/token.service.ts';
import { capture } from './capture.ts';
import { answerParent } from './child.ts';
import type { Case } from './floor.child.ts';
import { benchNetwork, DEFAULTS } from './network.ts';
import { BAD, GOOD } from './planted-pairs.ts';

/** Fills a database with a network, and finds out what each kind of request asks of it and answers. */

let app: App | undefined;
let database = '';

function opened(): App {
  if (!app) throw new Error('Open a database first.');
  return app;
}

function owner(): Context {
  return opened().contextFor({ name: 'bench', scope: 'write' });
}

const PERSON_PAGES = 200;
const LIST_PAGES = 30;
const SEARCHED_NAMES = 60;
const LONGEST_PREFIX = 6;
/** As the web page asks. */
const HITS = 12;
const PAGE = 60;

const calls = {
  async open(path: string): Promise<void> {
    database = path;
    app = await createApp({ database, defaults: DEFAULTS });
    // As every start does it: else the measured server would first make anew what is made already.
    await app.takeUpOpenWork();
  },

  async fill(size: { people: number; touchesPerPerson: number }): Promise<{ touches: number; token: string }> {
    const { store, networkId } = opened();
    const network = benchNetwork(size);
    await loadNetwork(store, networkId, network);
    const { token } = await createToken(owner(), { name: 'bench', scope: 'write' });
    return { touches: network.touchCount, token };
  },

  /** Makes the day's plan ready, as the running server does it, so that the next look at Today is the day's first. */
  async prepareDay(): Promise<void> {
    await calls.forgetDay();
    await prepareToday(owner());
  },

  /** Drops the stored plan, so that the next look has to decide the day. */
  async forgetDay(): Promise<void> {
    await opened().store.database.write(async (tx) => {
      await tx.deleteFrom('day_plan').execute();
    });
  },

  /** Milliseconds to see who would value something: the first time, and then again and again. */
  async openResource(times: number): Promise<{ first: number; samples: number[] }> {
    const { id = '' } = await addResource(owner(), {
      title: 'How apprentices learn a trade, and what libraries are for',
      topics: ['sailing', 'gardens', 'choirs'],
    });
    const samples: number[] = [];
    for (let i = 0; i <= times; i++) {
      const start = performance.now();
      await getResource(owner(), id);
      samples.push(performance.now() - start);
    }
    return { first: samples.shift() ?? 0, samples };
  },

  /**
   * Milliseconds to find whom to introduce: with everybody read anew, as after a start, and after one fact more; the processor
   * time of the very first; and how many of the first ten that name somebody planted are good.
   */
  async suggestIntroductions(
    times: number,
  ): Promise<{ first: number[]; again: number[]; asked: number; good: number }> {
    const { isPlanted, isGood, some } = await plantPairs(owner());
    const [first, again]: [number[], number[]] = [[], []];
    let asked = 0;
    let good = 0;
    for (let i = 0; i < times; i++) {
      await opened().close();
      app = await createApp({ database, defaults: DEFAULTS });
      const [start, cpu] = [performance.now(), process.threadCpuUsage()];
      const ideas = await suggestIntroductions(owner(), { limit: 60 });
      first.push(performance.now() - start);
      if (i === 0) {
        const { user, system } = process.threadCpuUsage(cpu);
        asked = (user + system) / 1_000;
        const judged = ideas.filter(({ first: one, second }) => isPlanted(one.id) || isPlanted(second.id)).slice(0, 10);
        good = judged.filter(({ first: one, second }) => isGood(one.id, second.id)).length;
      }
      await addFact(owner(), some, { kind: 'interest', text: `lighthouses of the north, number ${i}` });
      const anew = performance.now();
      await suggestIntroductions(owner(), {});
      again.push(performance.now() - anew);
    }
    return { first, again, asked, good };
  },

  /** Writes requests of one kind with their queries and answers to a file; answers their paths. */
  async writeCases({ kind, to }: { kind: CaseKind; to: string }): Promise<string[]> {
    const cases: Case[] = [];
    for await (const one of CASES[kind](owner())) {
      const { result, queries } = await capture(one.work);
      cases.push({ path: `/api/v1${one.path}`, queries, answer: result });
    }
    await writeFile(to, serialize(cases));
    return cases.map(({ path }) => path);
  },

  async personIds(): Promise<string[]> {
    return someIds(owner(), PERSON_PAGES);
  },
};
export type NetworkCalls = typeof calls;

interface Asked {
  readonly path: string;
  readonly work: () => Promise<unknown>;
}

const CASES = {
  async *today(context: Context): AsyncGenerator<Asked> {
    await getTodayPage(context, {});
    yield { path: '/today', work: () => getTodayPage(context, {}) };
  },
  async *firstLook(context: Context): AsyncGenerator<Asked> {
    await calls.prepareDay();
    yield { path: '/today', work: () => getTodayPage(context, {}) };
  },
  async *unprepared(context: Context): AsyncGenerator<Asked> {
    await calls.forgetDay();
    yield { path: '/today', work: () => getTodayPage(context, {}) };
  },
  async *person(context: Context): AsyncGenerator<Asked> {
    for (const id of await someIds(context, PERSON_PAGES))
      yield { path: `/people/${id}`, work: () => getPersonPage(context, id) };
  },
  async *list(context: Context): AsyncGenerator<Asked> {
    let cursor: string | undefined;
    for (let page = 0; page < LIST_PAGES; page++) {
      const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      yield {
        path: `/people?${new URLSearchParams({ ...query, limit: String(PAGE) })}`,
        work: () => listPeople(context, query),
      };
      const { next } = await listPeople(context, query);
      if (next === null) return;
      cursor = next;
    }
  },
  async *search(context: Context): AsyncGenerator<Asked> {
    for (const q of await typed(context)) {
      yield {
        path: `/find?${new URLSearchParams({ q, limit: String(HITS) })}`,
        work: async () => ({ items: await find(context, q, HITS) }),
      };
    }
  },
};
export type CaseKind = keyof typeof CASES;

/** Lets people from all over the list say what goes together, and what only sounds so. */
async function plantPairs(context: Context) {
  const pairs = [...GOOD, ...BAD];
  const ids = await someIds(context, 2 * pairs.length);
  const [planted, good] = [new Set<string>(), new Set<string>()];
  for (const [i, sides] of pairs.entries()) {
    const two = ids.slice(2 * i, 2 * i + 2);
    for (const [at, side] of sides.entries())
      for (const [kind, text] of Object.entries(side))
        await addFact(context, two[at] ?? '', { kind: kind as FactKind, text });
    for (const id of two) planted.add(id);
    if (i < GOOD.length) good.add(two.sort().join(' '));
  }
  return {
    some: ids[0] ?? '',
    isPlanted: (id: string) => planted.has(id),
    isGood: (one: string, other: string) => good.has([one, other].sort().join(' ')),
  };
}

/** People from all over the list, so that no page is warm by chance. */
async function someIds(context: Context, count: number): Promise<string[]> {
  return (await somePeople(context, count)).map((person) => person.id);
}

async function somePeople(context: Context, count: number): Promise<{ id: string; name: string }[]> {
  const people: { id: string; name: string }[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listPeople(context, { limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    people.push(...page.items);
    if (page.next === null) break;
    cursor = page.next;
  }
  const step = Math.max(1, Math.floor(people.length / count));
  return people.filter((_, i) => i % step === 0).slice(0, count);
}

/** What is in the box at each key while a name is typed: given names and surnames by turns. */
async function typed(context: Context): Promise<string[]> {
  const people = await somePeople(context, SEARCHED_NAMES);
  return people.flatMap(({ name }, i) => {
    const words = name.toLowerCase().split(/\s+/);
    const letters = [...(words[i % words.length] ?? '')];
    return letters.slice(0, LONGEST_PREFIX).map((_, n) => letters.slice(0, n + 1).join(''));
  });
}

answerParent(calls, async () => {
  await app?.close();
});
