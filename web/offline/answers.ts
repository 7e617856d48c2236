import type { CallInput, MissedCall } from '../../src/client/client.ts';
import type { ApiError } from '../../src/client/errors.ts';
import type { Acted, Answer } from '../../src/contract/routes.ts';
import type { CaptureResult, FindHit, PersonPage, PersonSummary, TodayPage } from '../../src/contract/shapes.ts';
import { fold, foldTokens } from '../../src/domain/fold.ts';
import { queryClient } from '../lib/api.ts';
import { today } from '../lib/days.ts';
import { noteReach } from '../lib/live.ts';
import { isDryRun, isKeptWrite, type KeptRead } from '../lib/stand-in.ts';
import { t } from '../lib/strings.ts';
import { blockOf, type Line, readLine, readLines, readPages, readWords } from './blocks.ts';
import { readAbout } from './database.ts';
import { allKept, editedPart, keepForLater } from './delivery.ts';
import type { KeptState } from './keep.ts';
import { personWithKept, todayWithKept } from './overlay.ts';
import type { Kept } from './queue.ts';
import { hitsOf, holdsAll } from './search.ts';

/** Answers in place of a server that cannot be reached, from what this device keeps. */

export async function answerOffline(call: MissedCall, error: ApiError): Promise<unknown> {
  if (error.cause !== undefined) noteReach(false);
  const owner = await readAbout<string>('owner').catch(() => undefined);
  // Nothing is kept here, or for nobody: then the truth is that it failed.
  if (owner === undefined) throw error;
  if (isDryRun(call)) return captured(false);
  if (isKeptWrite(call.name)) return keep(call, error);
  const answer = await readers[call.name as KeptRead](call.input as never, call.signal);
  if (answer === undefined) throw error;
  return answer;
}

// Writing

async function keep({ name, input, idempotencyKey }: MissedCall, error: ApiError): Promise<Acted | CaptureResult> {
  if (!isKeptWrite(name) || idempotencyKey === undefined) throw error;
  const params = { ...input.params };
  const { rev: _, ...given } = { ...(input.body as Record<string, unknown> | undefined) };
  const day: string = today();
  // Said of today, and still true when it is delivered on another day.
  const body =
    name === 'capture'
      ? { on: day, ...given }
      : name === 'done' || name === 'addTouch'
        ? { date: day, ...given }
        : given;
  const edited = openPages().flatMap((page) => {
    const before = editedPart(name, page, { params, body });
    return before === undefined || (name === 'updatePerson' && page.id !== params.id) ? [] : [{ before, page }];
  })[0];
  const about = edited?.page.name ?? (await readLine(params.id ?? ''))?.name;
  await keepForLater({
    key: idempotencyKey,
    name,
    params: edited ? { ...params, personId: edited.page.id } : params,
    body,
    day,
    ...(edited ? { before: edited.before } : {}),
    ...(about === undefined ? {} : { about }),
  });
  return name === 'capture' ? captured(true) : { stepId: null, message: t.offline.kept };
}

/** What is on screen: an edit was made on one of them. */
function openPages(): PersonPage[] {
  return queryClient
    .getQueriesData<PersonPage>({ queryKey: ['data', 'person'] })
    .flatMap(([, page]) => (page === undefined ? [] : [page]));
}

function captured(saved: boolean): CaptureResult {
  return {
    ...{ touch: null, people: [], facts: [], promises: [], plans: [], questions: [], spans: [], lookUp: null },
    ...{ deaths: [], moments: [], exchanges: [], goals: [], news: [], outcomes: [], revivals: [] },
    ...{ saved, stepId: null, preview: [saved ? t.offline.kept : t.offline.readLater] },
  };
}

// Reading

type Readers = {
  readonly [N in KeptRead]: (input: CallInput<N>, signal: AbortSignal | undefined) => Promise<Answer<N> | undefined>;
};

const readers: Readers = {
  getSession: () => readAbout('getSession'),
  getSettings: () => readAbout('getSettings'),
  listCircles: () => readAbout('listCircles'),
  getToday: async () => {
    const page = await readAbout<TodayPage>('getToday');
    return page && todayWithKept(page, await waitingKept());
  },
  getPerson: async ({ params }) => {
    const page = await readPage(params.id);
    return page && personWithKept(page, await waitingKept());
  },
  listTouches: async () => ({ items: [], next: null }),
  listPeople: async ({ query = {} }) => {
    if (ASKS_SERVER.some((asked) => query[asked] !== undefined)) return undefined;
    const found = sorted((await lines.read()).filter(fits(query)), query.sort ?? 'name');
    const from = Number(query.cursor ?? 0);
    const until = from + Number(query.limit ?? 100);
    const items = found.slice(from, until).map(toSummary);
    return { items, next: until < found.length ? String(until) : null, total: found.length };
  },
  find: async ({ query }, signal) => ({
    items: await findKept(query?.q ?? '', Number(query?.limit ?? 12), signal),
  }),
};

async function waitingKept(): Promise<readonly Kept[]> {
  return (await allKept()).filter(({ problem }) => problem === undefined);
}

/** What is read of everyone at once: once for each state of what is kept, since at fifty thousand people it takes a second. */
class Everyone<T> {
  readonly #read: () => Promise<T>;
  #known: { readonly of: string; readonly all: Promise<T> } | undefined;

  constructor(read: () => Promise<T>) {
    this.#read = read;
  }

  async read(): Promise<T> {
    const state = await readAbout<KeptState>('state');
    const of = `${state?.epoch} ${state?.seq} ${state?.after}`;
    if (this.#known?.of !== of) this.#known = { of, all: this.#read() };
    return this.#known.all;
  }

  forget(): void {
    this.#known = undefined;
  }
}

const lines = new Everyone(readLines);
const words = new Everyone(readWords);

/** Nothing of another person stays in memory. */
export function forgetEveryone(): void {
  for (const kept of [lines, words]) kept.forget();
}

type PeopleQuery = NonNullable<CallInput<'listPeople'>['query']>;

/** What of a filter only the server can tell. */
const ASKS_SERVER = [
  'city',
  'country',
  'organisation',
  'source',
  'lastBefore',
  'lastAfter',
  'due',
  'missing',
  'saved',
] as const;

function fits({ q = '', circle, tag, warmth, show = 'active' }: PeopleQuery): (line: Line) => boolean {
  const typed = foldTokens(q);
  return (line) =>
    (show === 'all' || line.archived === (show === 'archived')) &&
    (circle === undefined || line.circles.includes(circle) || line.circleIds.includes(circle)) &&
    (warmth === undefined || line.warmth === warmth) &&
    (tag === undefined || line.tags.includes(tag)) &&
    typed.every((word) => line.words.includes(word));
}

function sorted(list: Line[], sort: NonNullable<PeopleQuery['sort']>): Line[] {
  const value = (line: Line): string => {
    if (sort === 'added') return line.id;
    if (sort === 'last-touch') return line.lastTouch ?? '';
    return sort === 'next-touch' ? (line.nextTouch ?? '') : line.sortKey;
  };
  const down = sort === 'added' || sort === 'last-touch' ? -1 : 1;
  return list.sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    // Whoever has no date comes last, whichever way it goes.
    if ((left === '') !== (right === '')) return left === '' ? 1 : -1;
    return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -down : down;
  });
}

function toSummary({ sortKey: _, circleIds: __, words: ___, ...summary }: Line): PersonSummary {
  return summary;
}

async function readPage(id: string): Promise<PersonPage | undefined> {
  const kept = (await readPages((await blockOf(id)) ?? '')).find((person) => person.id === id);
  if (kept === undefined) return undefined;
  const { sortKey: _, active: __, ...page } = kept;
  // Who was renamed meanwhile came by themselves: their names stand in the list.
  const names = new Map((await lines.read()).map((one) => [one.id, one.name]));
  return {
    ...page,
    ties: page.ties.map((tie) => ({ ...tie, otherName: names.get(tie.otherId ?? '') ?? tie.otherName })),
    touches: page.touches.map((touch) => ({
      ...touch,
      people: touch.people.map((one) => ({ ...one, name: names.get(one.id) ?? one.name })),
    })),
    localTime: null,
    balance: null,
    favours: [],
    waking: null,
    ownNews: [],
    ownGoals: [],
    outcomes: [],
    unasked: null,
    probableTies: [],
    sources: [],
    doubles: [],
    // Older ones are only where the server is.
    olderTouches: null,
  };
}

/**
 * Names first, those that begin as typed before the others; then what was said and noted, from the blocks that can hold it until
 * there is enough, or until nobody waits for it any more.
 */
async function findKept(q: string, limit: number, signal: AbortSignal | undefined): Promise<FindHit[]> {
  const typed = foldTokens(q);
  if (typed.length === 0) return [];
  const all = await lines.read();
  const hits: FindHit[] = all
    .filter((line) => holdsAll(line.words, typed))
    .map((line) => ({ line, begins: ` ${fold(line.name)}`.includes(` ${typed[0] ?? ''}`) }))
    .sort((a, b) => Number(b.begins) - Number(a.begins) || (a.line.sortKey < b.line.sortKey ? -1 : 1))
    .slice(0, limit)
    .map(({ line: { id, name, headline } }) => ({
      ...{ kind: 'person', id, personId: id },
      ...{ title: name, excerpt: headline ?? '' },
    }));
  if (hits.length >= limit) return hits;
  for (const [block, itsWords] of await words.read()) {
    if (hits.length >= limit) break;
    if (!holdsAll(itsWords, typed)) continue;
    signal?.throwIfAborted();
    for (const person of await readPages(block)) hits.push(...hitsOf(person, typed));
  }
  return hits.slice(0, limit);
}
