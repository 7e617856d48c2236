import type { PersonPage, TodayPage } from '../../src/contract/shapes.ts';
import { CHANNELS, DIRECTIONS, FACT_KINDS } from '../../src/domain/words.ts';
import type { Kept } from './queue.ts';

/** What waits to be saved, already seen on the page: as far as it can be told without the server. */

/** Acts after which a card has left Today; the others leave it where it is. */
const LEAVES: ReadonlySet<string> = new Set(['done', 'snooze', 'skip', 'pause', 'letGo', 'dismiss']);

export function todayWithKept(page: TodayPage, queue: readonly Kept[]): TodayPage {
  const left = new Set(queue.flatMap(({ name, params }) => (LEAVES.has(name) && params.id ? [params.id] : [])));
  const finished = new Set(
    queue.flatMap(({ name, params, body }) =>
      (name === 'updatePromise' || name === 'updateReminder') && body.done === true ? [params.id] : [],
    ),
  );
  const items = page.items.filter(
    (item) => !left.has(item.personId) && !finished.has(item.promiseId ?? '') && !finished.has(item.reminderId ?? ''),
  );
  return { ...page, items, done: page.done + page.items.length - items.length };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
function oneOf<T extends string>(known: readonly T[], value: unknown, otherwise: T): T {
  return known.find((word) => word === value) ?? otherwise;
}

export function personWithKept(page: PersonPage, queue: readonly Kept[]): PersonPage {
  return queue.reduce(withOne, page);
}

function withOne(page: PersonPage, kept: Kept): PersonPage {
  const { name, params, body } = kept;
  const mine = params.id === page.id;
  if (name === 'addFact' && mine) return { ...page, facts: [factOf(page, kept), ...page.facts] };
  if (name === 'updateFact')
    return { ...page, facts: page.facts.map((fact) => (fact.id === params.id ? { ...fact, ...body } : fact)) };
  if (name === 'done' && mine) return withTouch(page, kept);
  if (name === 'addTouch' && Array.isArray(body.people) && body.people.includes(page.id)) return withTouch(page, kept);
  if (name === 'updateTouch') {
    const { people: _, ...words } = body;
    return { ...page, touches: page.touches.map((one) => (one.id === params.id ? { ...one, ...words } : one)) };
  }
  if (name === 'snooze' && mine) return { ...page, snoozedUntil: text(body.until), reasons: [] };
  if (name === 'updatePerson' && mine) return { ...page, ...body };
  return page;
}

function factOf(page: PersonPage, { key, body, day }: Kept): PersonPage['facts'][number] {
  return {
    id: key,
    personId: page.id,
    kind: oneOf(FACT_KINDS, body.kind, 'other'),
    text: text(body.text),
    since: text(body.since) || null,
    until: text(body.until) || null,
    touchId: null,
    private: body.private === true,
    learnedOn: day,
  };
}

function withTouch(page: PersonPage, { key, body, day }: Kept): PersonPage {
  const date = text(body.date) || day;
  const touch = {
    id: text(body.id) || key,
    date,
    at: null,
    channel: oneOf(CHANNELS, body.channel, page.channel ?? 'other'),
    direction: oneOf(DIRECTIONS, body.direction, 'mine'),
    summary: text(body.summary),
    notes: text(body.notes),
    place: text(body.place) || null,
    plan: date > day,
    personal: true,
    followUp: body.followUp === true,
    source: null,
    people: [{ id: page.id, name: page.name }],
  };
  const last = page.lastTouch === null || page.lastTouch < date ? date : page.lastTouch;
  return {
    ...page,
    touches: [touch, ...page.touches],
    touchCount: page.touchCount + 1,
    ...(touch.plan ? {} : { lastTouch: last }),
  };
}
