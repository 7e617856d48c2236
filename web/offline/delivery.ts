import { createClient } from '../../src/client/client.ts';
import { ApiError } from '../../src/client/errors.ts';
import type { Acted } from '../../src/contract/routes.ts';
import type { CaptureResult, PersonPage } from '../../src/contract/shapes.ts';
import type { KeptWrite } from '../lib/stand-in.ts';
import { t } from '../lib/strings.ts';
import { setWaiting } from '../lib/waiting.ts';
import { alone, answered, inOneGo } from './database.ts';
import { deliver, type Kept, type Outcome, type Queue, standingOf } from './queue.ts';

/** Brings what was kept to the server. */

/** Without anything to stand in: here silence has to stay silence. */
const server = createClient();

const readQueue = (): Promise<readonly Kept[]> =>
  inOneGo(['queue'], 'readonly', (store) => answered<Kept[]>(store('queue').getAll()));

const queue: Queue = {
  all: readQueue,
  replace: async (kept) => {
    await inOneGo(['queue'], 'readwrite', (store) => answered(store('queue').put(kept)));
  },
  remove: async (at) => {
    await inOneGo(['queue'], 'readwrite', (store) => answered(store('queue').delete(at)));
  },
};

export const allKept = readQueue;

/** Tells the page how many wait. */
export async function count(): Promise<void> {
  const all = await readQueue();
  const stuck = all.filter(({ problem }) => problem !== undefined).length;
  setWaiting({ waiting: all.length - stuck, stuck });
}

export async function keepForLater(kept: Omit<Kept, 'at'>): Promise<void> {
  await inOneGo(['queue'], 'readwrite', (store) => answered(store('queue').add(kept)));
  await count();
}

/** Sends it once more, as it is, though somebody else changed the same: whoever asks has seen that. */
export async function tryAgain({ problem: _, before: __, ...kept }: Kept): Promise<void> {
  await queue.replace(kept);
  await count();
}

export async function letGoOf(kept: Kept): Promise<void> {
  await queue.remove(kept.at);
  await count();
}

/** Sends all that waits. Answers how many arrived. */
export async function deliverAll(): Promise<number> {
  return alone('delivery', async () => {
    let sent = 0;
    await deliver(queue, async (kept) => {
      const outcome = await send(kept);
      if (outcome === 'delivered') sent += 1;
      return outcome;
    });
    await count();
    return sent;
  });
}

/** Statuses after which a later try may go better: nobody signed in, too many at once, a full disk, a proxy without a server. */
const LATER: ReadonlySet<number> = new Set([0, 401, 429, 502, 503, 504, 507]);

async function send(kept: Kept): Promise<Outcome> {
  try {
    const body = kept.before === undefined ? kept.body : await withoutConflict(kept);
    if (body === undefined) return { problem: t.offline.changedMeanwhile };
    const acted = await sends[kept.name]({ ...kept, body });
    return 'saved' in acted && !acted.saved ? { problem: openQuestion(acted) } : 'delivered';
  } catch (error) {
    if (!(error instanceof ApiError)) return 'unreachable';
    return LATER.has(error.status) ? 'unreachable' : { problem: error.message };
  }
}

function openQuestion({ questions }: CaptureResult): string {
  return questions[0]?.text ?? t.offline.nothingToSave;
}

/** What to send of an edit, when nobody else changed the same meanwhile; undefined when somebody did. */
async function withoutConflict(kept: Kept): Promise<Kept['body'] | undefined> {
  const page = await server.getPerson({ params: { id: String(kept.params.personId ?? kept.params.id) } });
  const now = editedPart(kept.name, page, kept);
  if (now === undefined) return kept.body; // The server says best that it is gone.
  if (standingOf(kept.before, now, kept.body) === 'changed') return undefined;
  return kept.name === 'updatePerson' ? { ...kept.body, rev: page.rev } : kept.body;
}

/** The fields that an edit is about, as they are on a person's page. Undefined for acts that overwrite nothing. */
export function editedPart(
  name: KeptWrite,
  page: PersonPage,
  { params, body }: Pick<Kept, 'params' | 'body'>,
): Record<string, unknown> | undefined {
  const touch = page.touches.find(({ id }) => id === params.id);
  const rows = {
    updatePerson: page,
    updateFact: page.facts.find(({ id }) => id === params.id),
    updateTouch: touch && { ...touch, people: touch.people.map(({ id }) => id) },
  };
  if (name !== 'updatePerson' && name !== 'updateFact' && name !== 'updateTouch') return undefined;
  const row = new Map(Object.entries(rows[name] ?? {}));
  if (row.size === 0) return undefined;
  return Object.fromEntries(Object.keys(body).map((key) => [key, row.get(key) ?? null]));
}

type Send = (kept: Kept) => Promise<Acted | CaptureResult>;

/** The body was made by the page for this very operation; kept and read again it is known as JSON only. */
const sends = Object.fromEntries(
  Object.entries(server).map(([name, call]) => [
    name,
    ({ params: { personId: _, ...params }, body, key }: Kept) =>
      (call as (input: object, options: object) => Promise<unknown>)({ params, body }, { idempotencyKey: key }),
  ]),
) as Readonly<Record<KeptWrite, Send>>;
