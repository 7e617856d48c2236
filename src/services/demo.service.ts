import type { IntroductionIdea } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { addDays } from '../domain/dates.ts';
import type { GeneratedGathering } from '../domain/demo/coming-gatherings.ts';
import { generateNetwork } from '../domain/demo/generate-network.ts';
import type { GeneratedNetwork, GeneratedTouch } from '../domain/demo/network.ts';
import { THINGS } from '../domain/demo/things.ts';
import type { NetworkId, StepId } from '../domain/ids.ts';
import { continueStep, finishStep, openStep, type Writer } from '../storage/feed.ts';
import { triageCounts } from '../storage/repositories/circle.repository.ts';
import { readScope, type Store } from '../storage/store.ts';
import { act, type Context, todayOf } from './context.ts';
import { liveInDemo } from './demo-life.ts';
import { suggestIntroductions } from './introduction-suggestions.service.ts';
import { addIntroduction, moveIntroduction } from './introductions.service.ts';
import { insertTie } from './memory.service.ts';
import { updateSettings } from './settings.service.ts';

/** A believable network of invented people, to look around in and to measure with. */

const SLICE = 1_000;
const DERIVED_SLICE = 200;

/** Fills an empty network with three hundred people and two years of touches. Does nothing where there are people already. */
export async function loadDemo(context: Context): Promise<boolean> {
  const { store, actor } = context;
  if ((await triageCounts(readScope(store, actor.networkId))).active > 0) return false;
  const today = await todayOf(context);
  const network = generateNetwork({ seed: 4747, people: 300, touchesPerPerson: 14, today, ownerName: 'Ines' });
  await updateSettings(context, { ownerName: network.ownerName });
  await loadNetwork(store, actor.networkId, network);
  await act(context, { kind: 'demo', title: 'Kept some things to share' }, (writer) =>
    writer.insert(
      'resource',
      THINGS.map(({ kind, title, url, topics, daysAgo }) => ({
        id: writer.newId(),
        kind,
        title,
        url: url ?? null,
        description: '',
        topics: JSON.stringify(topics),
        added_on: addDays(today, -daysAgo),
      })),
    ),
  );
  await introduceSome(context, today);
  await liveInDemo(context, today);
  return true;
}

/** One introduction that waits for an answer, and one that was made: the best that the network suggests. */
async function introduceSome(context: Context, today: CalendarDate): Promise<void> {
  const [asked, made] = await suggestIntroductions(context, { limit: 2 });
  const of = ({ first, second, whyFirst, whySecond }: IntroductionIdea) => ({
    first: first.id,
    second: second.id,
    whyFirst,
    whySecond,
  });
  if (asked) {
    const { id = '' } = await addIntroduction(context, { ...of(asked), date: addDays(today, -8) });
    await moveIntroduction(context, id, { act: 'ask', date: addDays(today, -6) });
  }
  if (made) await addIntroduction(context, { ...of(made), as: 'made', date: addDays(today, -9) });
}

/** Writes a generated network slice by slice, under one step. */
export async function loadNetwork(store: Store, networkId: NetworkId, network: GeneratedNetwork): Promise<void> {
  const stepId = await openStep(store, networkId, async () => ({
    kind: 'demo',
    title: 'Loaded an invented network',
    actor: 'tendril',
  }));
  const slice = <T>(items: Iterable<T>, write: (writer: Writer, batch: readonly T[]) => Promise<void>) =>
    inSlices({ store, networkId, stepId, items, write });
  const circles = new Map<string, string>();
  const people = new Map<number, string>();
  const touches = new Map<number, string>();
  await slice(network.circles, async (writer, batch) => {
    for (const circle of batch) {
      const id = writer.newId();
      await writer.insert('circle', [
        { id, name: circle.name, rhythm_days: circle.rhythmDays, size: circle.size, position: circles.size },
      ]);
      circles.set(circle.name, id);
    }
  });
  await slice(network.people, async (writer, batch) => {
    for (const person of batch) people.set(person.ref, writer.newId());
    const idOf = (ref: number) => people.get(ref) ?? '';
    await writer.insert(
      'person',
      batch.map((person) => ({
        id: idOf(person.ref),
        card: JSON.stringify(person.card),
        channel: person.channel ?? null,
        rhythm_days: person.rhythmDays ?? null,
        snoozed_until: null,
        skipped_on: null,
        paused_from: null,
        paused_until: null,
        archived_on: person.archived ? network.today : null,
        deceased: person.deceased ? 1 : 0,
        sorted_on: person.ref % 12 === 11 ? null : network.today,
        is_owner: 0,
        added_on: person.knownSince,
      })),
    );
    await writer.insert(
      'circle_member',
      batch.flatMap((person) => {
        const circleId = person.circle === undefined ? undefined : circles.get(person.circle);
        return circleId === undefined
          ? []
          : [{ id: writer.newId(), circle_id: circleId, person_id: idOf(person.ref), since: person.knownSince }];
      }),
    );
  });
  const idOf = (ref: number) => people.get(ref) ?? '';
  await slice(network.touches, (writer, batch) => insertTouches(writer, batch, { idOf, touches }));
  const touchOf = (ref: number | undefined) => (ref === undefined ? null : (touches.get(ref) ?? null));
  await slice(network.facts, (writer, batch) =>
    writer.insert(
      'fact',
      batch.map((fact) => ({
        id: writer.newId(),
        person_id: idOf(fact.person),
        kind: fact.kind,
        text: fact.text,
        since: null,
        until: null,
        touch_id: touchOf(fact.touch),
        private: fact.private ? 1 : 0,
        learned_on: fact.since ?? network.today,
      })),
    ),
  );
  await slice(network.promises, (writer, batch) =>
    writer.insert(
      'promise',
      batch.map((promise) => ({
        id: writer.newId(),
        person_id: idOf(promise.person),
        by: promise.by,
        text: promise.text,
        due: promise.due ?? null,
        made_on: promise.madeOn,
        done_on: promise.doneOn ?? null,
        touch_id: touchOf(promise.touch),
      })),
    ),
  );
  await slice(network.reminders, (writer, batch) =>
    writer.insert(
      'reminder',
      batch.map((reminder) => ({
        id: writer.newId(),
        person_id: idOf(reminder.person),
        date: reminder.date,
        text: reminder.text,
        done_on: reminder.doneOn ?? null,
      })),
    ),
  );
  const names = new Map([...network.people].map((person) => [person.ref, person.card.name?.full ?? '']));
  const nameOf = (ref: number) => names.get(ref) ?? '';
  await slice(network.gatherings, (writer, batch) => insertGatherings(writer, batch, { idOf, nameOf }));
  await slice(network.ties, async (writer, batch) => {
    for (const tie of batch) {
      await insertTie(writer, {
        personId: idOf(tie.person),
        kind: tie.kind === 'introduced-by' ? 'introduced by' : tie.kind,
        otherId: idOf(tie.other),
        otherName: names.get(tie.other) ?? '',
        name: names.get(tie.person) ?? '',
      });
    }
  });
  await deriveAll(store, networkId, { stepId, ids: [...people.values()] });
  await finishStep(store, networkId, stepId, { state: 'done' });
}

async function insertGatherings(
  writer: Writer,
  gatherings: readonly GeneratedGathering[],
  { idOf, nameOf }: { idOf: (ref: number) => string; nameOf: (ref: number) => string },
): Promise<void> {
  for (const { people, names, ...days } of gatherings) {
    const id = writer.newId();
    await writer.insert('gathering', [{ ...days, id, at: null, rule: null, note: '' }]);
    const line = { gathering_id: id, date: '', stranger: 0, said: '', touch_id: null };
    const known = people.map(({ person, part, wanted, say }) => ({
      person_id: idOf(person),
      name: nameOf(person),
      organisation: null,
      part,
      wanted: wanted ? 1 : 0,
      say,
    }));
    const others = names.map((other) => ({ ...other, person_id: null, part: 'coming', wanted: 0, say: '' }));
    await writer.insert(
      'gathering_person',
      [...known, ...others].map((each) => ({ id: writer.newId(), ...line, ...each })),
    );
  }
}

/** Once, at the end: made with every slice, what a person's twenty touches add up to would be made twenty times. */
async function deriveAll(
  store: Store,
  networkId: NetworkId,
  { stepId, ids }: { stepId: StepId; ids: readonly string[] },
): Promise<void> {
  for (let i = 0; i < ids.length; i += DERIVED_SLICE) {
    await continueStep(store, networkId, stepId, async (writer) => writer.touch(ids.slice(i, i + DERIVED_SLICE)));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function insertTouches(
  writer: Writer,
  batch: readonly GeneratedTouch[],
  { idOf, touches }: { idOf: (ref: number) => string; touches: Map<number, string> },
): Promise<void> {
  for (const touch of batch) touches.set(touch.ref, writer.newId());
  const touchId = (ref: number) => touches.get(ref) ?? '';
  await writer.insert(
    'touch',
    batch.map((touch) => ({
      id: touchId(touch.ref),
      date: touch.date,
      at: null,
      channel: touch.channel,
      direction: touch.direction,
      summary: touch.summary,
      notes: touch.notes ?? '',
      place: touch.place ?? null,
      plan: touch.plan ? 1 : 0,
      personal: touch.personal ? 1 : 0,
      follow_up: touch.followUp ? 1 : 0,
      follow_up_on: touch.followUp ? addDays(touch.date as CalendarDate, 1) : null,
      follow_up_text: null,
      topic: null,
      source: 'demo',
      created_at: writer.now,
    })),
  );
  await writer.insert(
    'touch_person',
    batch.flatMap((touch) =>
      touch.people.map((ref) => ({ id: writer.newId(), touch_id: touchId(touch.ref), person_id: idOf(ref) })),
    ),
  );
}

async function inSlices<T>({
  store,
  networkId,
  stepId,
  items,
  write,
}: {
  store: Store;
  networkId: NetworkId;
  stepId: StepId;
  items: Iterable<T>;
  write: (writer: Writer, batch: readonly T[]) => Promise<void>;
}): Promise<void> {
  let batch: T[] = [];
  const flush = async () => {
    const full = batch;
    batch = [];
    if (full.length > 0)
      await continueStep(store, networkId, stepId, (writer) => write(writer, full), { derive: 'later' });
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (const item of items) {
    batch.push(item);
    if (batch.length === SLICE) await flush();
  }
  await flush();
}
