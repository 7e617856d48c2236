import type { Query } from '../contract/routes.ts';
import type { KeptPerson, OfflinePart } from '../contract/shapes.ts';
import type { Card } from '../domain/card/jscontact.ts';
import type { Channel } from '../domain/words.ts';
import { changesSince, peopleIn } from '../storage/repositories/change.repository.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { networkSeq } from '../storage/repositories/network.repository.ts';
import {
  circleNames,
  contactsAmong,
  countStates,
  findPeople,
  findStates,
  idsAfter,
} from '../storage/repositories/person.repository.ts';
import { touchesOfEach } from '../storage/repositories/touch.repository.ts';
import type { Scope } from '../storage/store.ts';
import { loadCandidates, loadMemory, todaySettings } from './candidates.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { writeCursor } from './cursor.ts';
import { toExchange } from './giving.service.ts';
import {
  datesOf,
  FIRST_TOUCHES,
  headOf,
  keepingOf,
  loadRemembered,
  remembering,
  whyNow,
} from './person-page.service.ts';
import { reachOf } from './reach.ts';
import { readSettings } from './read-settings.ts';
import { toTouches } from './touches.service.ts';
import { readVoice } from './voice.ts';

/** What a device keeps to be read without a network: everyone once, then whoever changed. */

/** People in one part: few enough that others are answered meanwhile. */
const PART = 50;
/** Changes looked at for one part; many are of the same person. */
const CHANGES = 500;
/** A change that moves more people at once (of a large circle) is told by loading everyone. */
const MOST_CHANGED = 500;

/**
 * A part of everyone, or of who changed. The seq answered is read before the people are, so that what changes meanwhile is in
 * the next part: at worst somebody comes twice. A device of another epoch, or from a time that has not been, begins anew.
 */
export async function getOfflinePart(context: Context, query: Query<'getOffline'>): Promise<OfflinePart> {
  const scope = scopeOf(context);
  const { seq, epoch } = (await networkSeq(context.store, context.actor.networkId)) ?? { seq: 0, epoch: '' };
  const { since, after } = query;
  if (query.epoch !== epoch || since === undefined || since > seq) return everyone(context, { epoch, seq, after: '' });
  // Who changes while everyone is loaded is asked for afterwards, from where the load began.
  if (after !== undefined) return everyone(context, { epoch, seq: since, after });
  const changed = await changedSince(scope, since);
  if (changed.everyone || changed.ids.length > MOST_CHANGED) return everyone(context, { epoch, seq, after: '' });
  const people = await keptPeople(context, changed.ids);
  const here = new Set(people.map(({ id }) => id));
  const gone = changed.ids.filter((id) => !here.has(id));
  const reached = changed.seq ?? seq;
  return { epoch, seq: reached, full: false, people, gone, next: null, more: reached < seq, total: null };
}

async function everyone(
  context: Context,
  { epoch, seq, after }: { epoch: string; seq: number; after: string },
): Promise<OfflinePart> {
  const scope = scopeOf(context);
  const ids = await idsAfter(scope, { show: 'all' }, { after, limit: PART });
  const people = await keptPeople(context, ids);
  const next = ids.length < PART ? null : (ids.at(-1) ?? null);
  const total = after === '' ? await countStates(scope, { show: 'all' }) : null;
  return { epoch, seq, full: true, people, gone: [], next, more: true, total };
}

interface Changed {
  readonly ids: readonly string[];
  /** How far this reaches; undefined when nothing changed. */
  readonly seq: number | undefined;
  /** The settings say how everyone is read: their country, their language. */
  readonly everyone: boolean;
}

/** Whom the next changes are about, a part of them at most. */
async function changedSince(scope: Scope, since: number): Promise<Changed> {
  const changes = await changesSince(scope, { since, limit: CHANGES });
  const ids = new Set<string>();
  let seq: number | undefined;
  for (const change of changes) {
    if (change.entity === 'setting' || change.entity === 'wording') return { ids: [], seq, everyone: true };
    const before = fieldsBefore(change);
    // Whose a row was until it moved to somebody else, as when two people are made one.
    for (const id of [change.person_id, before.person_id]) if (typeof id === 'string') ids.add(id);
    for (const id of await peopleIn(scope, placesOf(change, before))) ids.add(id);
    seq = change.seq;
    if (ids.size >= PART) break;
  }
  return { ids: [...ids], seq, everyone: false };
}

type FeedChange = Awaited<ReturnType<typeof changesSince>>[number];
type Fields = Readonly<Record<string, unknown>>;

/** What stood in the row where the change is now; of a row that is gone, all of it. */
function fieldsBefore({ before }: FeedChange): Fields {
  return before === null ? {} : JSON.parse(before);
}

/** Where a change is seen by everyone who is there: in a touch stands who else is in it. */
function placesOf({ entity, entity_id: id, op }: FeedChange, before: Fields): Parameters<typeof peopleIn>[1] {
  const left = entity === 'touch_person' && op === 'delete' ? [String(before.touch_id)] : [];
  return {
    touches: entity === 'touch' && op === 'update' ? [id] : left,
    places: entity === 'touch_person' && op !== 'delete' ? [id] : [],
    circles: entity === 'circle' && op === 'update' ? [id] : [],
  };
}

/** These people as a device keeps them; whoever is not here, or is the owner, is left out. */
async function keptPeople(context: Context, asked: readonly string[]): Promise<KeptPerson[]> {
  const scope = scopeOf(context);
  const ids = [...(await contactsAmong(scope, asked))];
  if (ids.length === 0) return [];
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const memory = loadMemory(scope, ids);
  const [states, candidates, circles, ownVoice, remembered, exchanges, touches, people] = await Promise.all([
    findStates(scope, ids).then((found) => new Map(found.map((state) => [state.person_id, state]))),
    loadCandidates(scope, ids, today, memory).then((found) => new Map(found.map((one) => [one.personId, one]))),
    circleNames(scope, ids),
    readVoice(scope, settings),
    loadRemembered(scope, ids, memory),
    exchangesOf(scope, ids).then((found) => Map.groupBy(found, (row) => row.person_id)),
    loadTouches(scope, ids),
    findPeople(scope, ids),
  ]);
  // What was learned changes with any message to anybody; a device would have to fetch everyone anew for it.
  const voice = { ...ownVoice, habits: [] };
  const phoneKey = (number: string) => context.store.phoneKey(number, settings.country);
  return people.flatMap((person) => {
    const state = states.get(person.id);
    const candidate = candidates.get(person.id);
    if (!state) return [];
    const card = JSON.parse(person.card) as Card;
    const head = headOf(person, state, card);
    return [
      {
        ...head,
        organisation: state.organisation,
        city: state.city_key === null ? null : state.place,
        email: state.email,
        phone: state.phone,
        birthday: state.birthday === null ? null : (JSON.parse(state.birthday) as KeptPerson['birthday']),
        sortKey: state.sort_key,
        active: state.active === 1,
        circles: circles.get(person.id) ?? [],
        ...keepingOf(person, state, { today, locale: settings.locale }),
        followUpOn: candidate?.followUp?.due ?? null,
        ...(candidate
          ? whyNow(candidate, { today, settings: todaySettings(settings), voice })
          : { reasons: [], opener: null, draft: null }),
        reach: reachOf(card, { preferred: person.channel as Channel | null, phoneKey }),
        ...datesOf(card, { today, settings, deceased: head.deceased }),
        ...remembering(remembered, person.id),
        exchanges: (exchanges.get(person.id) ?? []).map(toExchange),
        ...(touches.get(person.id) ?? { touches: [], olderTouches: null }),
        touchCount: state.touch_count,
      },
    ];
  });
}

async function loadTouches(
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, Pick<KeptPerson, 'touches' | 'olderTouches'>>> {
  const rows = await touchesOfEach(scope, ids, { from: 'newest', each: FIRST_TOUCHES + 1 });
  const shown = [...new Map([...rows.values()].flat().map((row) => [row.id, row])).values()];
  const byId = new Map((await toTouches(scope, shown)).map((touch) => [touch.id, touch]));
  return new Map(
    [...rows].map(([id, mine]) => {
      const first = mine.slice(0, FIRST_TOUCHES);
      const last = first.at(-1);
      return [
        id,
        {
          touches: first.flatMap((row) => byId.get(row.id) ?? []),
          olderTouches: mine.length > FIRST_TOUCHES && last ? writeCursor(last.date, last.id) : null,
        },
      ];
    }),
  );
}
