import fc from 'fast-check';
import type { BulkAct } from '../../src/contract/shapes.ts';
import type { Card } from '../../src/domain/card/jscontact.ts';
import { AppError } from '../../src/domain/errors.ts';
import {
  CHANNELS,
  DIRECTIONS,
  EXCHANGE_KINDS,
  GATHERING_KINDS,
  INTRODUCTION_ACTS,
  MOMENT_KINDS,
  REACTIONS,
  REVIVAL_RATINGS,
  WORDING_USES,
} from '../../src/domain/words.ts';
import { addAttendees, updateAttendee } from '../../src/services/attendees.service.ts';
import { bulk } from '../../src/services/bulk.service.ts';
import { changeMembers, deleteCircle, setCircle, updateCircle } from '../../src/services/circles.service.ts';
import { merge, notSame } from '../../src/services/duplicates.service.ts';
import { addGathering, deleteGathering } from '../../src/services/gatherings.service.ts';
import { addExchange } from '../../src/services/giving.service.ts';
import { addGoal, addGoalPerson } from '../../src/services/goals.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { addIntroduction, moveIntroduction } from '../../src/services/introductions.service.ts';
import { dismiss, done, letGo, pause, resume, skip, snooze, sortPerson } from '../../src/services/keeping.service.ts';
import {
  addFact,
  addPromise,
  addReminder,
  addTie,
  removeRemembered,
  removeTie,
  updateFact,
  updatePromise,
} from '../../src/services/memory.service.ts';
import { metThere } from '../../src/services/met-there.service.ts';
import { addMoment } from '../../src/services/moments.service.ts';
import { addNews, addNewsPeople, deleteNews, tellNews } from '../../src/services/news.service.ts';
import { addOutcome } from '../../src/services/outcomes.service.ts';
import { deletePerson, updatePerson } from '../../src/services/people.service.ts';
import { planHeld } from '../../src/services/plans.service.ts';
import { addResource, deleteResource } from '../../src/services/resources.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { shareResource, updateShare } from '../../src/services/shares.service.ts';
import { addTouch, deleteTouch, updateTouch } from '../../src/services/touches.service.ts';
import { rateWaking } from '../../src/services/waking.service.ts';
import { addWording } from '../../src/services/words.service.ts';
import { aPerson, type TestNetwork } from './a-network.ts';

/** One thing the owner does; the numbers choose with whom and how. */
export interface Act {
  readonly kind: keyof typeof ACTS;
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

const NAMES = ['Ada Brandt', 'Grace Osei', 'Will An', 'Łukasz Nowak', '王小明', 'Ada Brandt', 'Noor', "Síle O'Brien"];
const DAYS = ['2024-02-29', '2025-12-31', '2026-08-01', '2026-11-01', '2026-11-20', '2026-11-22', '2026-11-23'];
const LATER = ['2026-11-24', '2026-12-24', '2027-03-01', '2028-02-29'];

const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new AppError('not-found', 'There is nothing to choose from yet.');
  return found;
};

type Chosen = Act & { readonly t: TestNetwork; ids(table: string): Promise<string[]> };

const ACTS = {
  add: ({ t, a, b, n }: Chosen) =>
    aPerson(t, {
      name: pick(NAMES, a),
      ...(b % 3 === 0 ? { email: `person${a % 4}@example.org` } : {}),
      ...(b % 4 === 0 ? { phone: '020 123 4567' } : {}),
      ...(n % 3 === 0 ? { circle: pick(['Close', 'Wide', 'Club'], a) } : {}),
      ...(n % 5 === 0 ? { rhythmDays: 10 } : {}),
    }),
  touch: async ({ t, a, b, n, ids }: Chosen) => {
    const all = await ids('person');
    const people = [...new Set(Array.from({ length: 1 + (n % 10) }, (_, i) => pick(all, a + i)))];
    const input = {
      people,
      channel: pick(CHANNELS, b),
      direction: pick(DIRECTIONS, b),
      date: pick([...DAYS, ...LATER], n),
      summary: `About ${n}`,
      followUp: b % 4 === 0,
      personal: n % 6 !== 0,
    };
    return addTouch(t.context(), input);
  },
  changeTouch: async ({ t, a, b, n, ids }: Chosen) => {
    const all = await ids('person');
    const people = [...new Set(Array.from({ length: 1 + (n % 10) }, (_, i) => pick(all, b + i)))];
    return updateTouch(
      t.context(),
      pick(await ids('touch'), a),
      b % 2 === 0 ? { people } : { date: pick(DAYS, n), personal: n % 2 === 0, summary: `Changed ${n}` },
    );
  },
  deleteTouch: async ({ t, a, ids }: Chosen) => deleteTouch(t.context(), pick(await ids('touch'), a)),
  done: async ({ t, a, ids }: Chosen) => done(t.context(), pick(await ids('person'), a), {}),
  fact: async ({ t, a, n, ids }: Chosen) =>
    addFact(t.context(), pick(await ids('person'), a), { kind: 'interest', text: `Likes ${n}` }),
  changeFact: async ({ t, a, n, ids }: Chosen) =>
    updateFact(t.context(), pick(await ids('fact'), a), { text: `Loves ${n}`, private: n % 2 === 0 }),
  removeFact: async ({ t, a, ids }: Chosen) => removeRemembered(t.context(), 'fact', pick(await ids('fact'), a)),
  promise: async ({ t, a, b, ids }: Chosen) =>
    addPromise(t.context(), pick(await ids('person'), a), {
      by: b % 2 === 0 ? 'me' : 'them',
      text: 'send the book',
      due: pick(LATER, b),
    }),
  keepPromise: async ({ t, a, b, ids }: Chosen) =>
    updatePromise(t.context(), pick(await ids('promise'), a), { done: b % 3 !== 0 }),
  remind: async ({ t, a, b, ids }: Chosen) =>
    addReminder(t.context(), pick(await ids('person'), a), {
      date: pick([...DAYS, ...LATER], b),
      text: 'ask about the move',
    }),
  give: async ({ t, a, b, ids }: Chosen) =>
    addExchange(t.context(), pick(await ids('person'), a), { kind: pick(EXCHANGE_KINDS, b), text: 'the ladder' }),
  keep: async ({ t, a, b, ids }: Chosen) =>
    addResource(t.context(), { title: `Tides ${b}`, topics: ['tides'], for: [pick(await ids('person'), a)] }),
  share: async ({ t, a, b, ids }: Chosen) =>
    shareResource(t.context(), pick(await ids('resource'), a), { personId: pick(await ids('person'), b), again: true }),
  react: async ({ t, a, b, ids }: Chosen) =>
    updateShare(t.context(), pick(await ids('share'), a), { reaction: pick(REACTIONS, b), said: 'read it twice' }),
  unkeep: async ({ t, a, ids }: Chosen) => deleteResource(t.context(), pick(await ids('resource'), a)),
  wake: async ({ t, a, b, ids }: Chosen) =>
    rateWaking(t.context(), pick(await ids('person'), a), pick(REVIVAL_RATINGS, b)),
  word: async ({ t, b }: Chosen) =>
    addWording(t.context(), { use: pick(WORDING_USES, b), text: 'Good to hear from you, {name}.' }),
  write: async ({ t, a, ids }: Chosen) =>
    done(t.context(), pick(await ids('person'), a), {
      words: { text: 'I was thinking of you and the boat.', edited: true },
    }),
  introduce: async ({ t, a, b, n, ids }: Chosen) => {
    const all = await ids('person');
    const as = pick(['idea', 'made', 'dismissed'] as const, n);
    return addIntroduction(t.context(), { first: pick(all, a), second: pick(all, b), as });
  },
  moveIntroduction: async ({ t, a, b, ids }: Chosen) =>
    moveIntroduction(t.context(), pick(await ids('introduction'), a), {
      act: pick(INTRODUCTION_ACTS, b),
      ...(b % 2 === 0 ? { channel: 'email' as const } : {}),
    }),
  haveNews: ({ t, n }: Chosen) =>
    addNews(t.context(), { kind: 'job', text: `I changed roles ${n}`, perDay: 1 + (n % 3) }),
  choose: async ({ t, a, b, ids }: Chosen) =>
    addNewsPeople(t.context(), pick(await ids('news'), a), { people: [pick(await ids('person'), b)] }),
  tell: async ({ t, a, ids }: Chosen) => tellNews(t.context(), pick(await ids('news_person'), a), {}),
  dropNews: async ({ t, a, ids }: Chosen) => deleteNews(t.context(), pick(await ids('news'), a)),
  aim: ({ t, n }: Chosen) => addGoal(t.context(), { text: `Learn ${n}` }),
  link: async ({ t, a, b, ids }: Chosen) =>
    addGoalPerson(t.context(), pick(await ids('goal'), a), { personId: pick(await ids('person'), b) }),
  comeOf: async ({ t, a, b, ids }: Chosen) => {
    const all = await ids('person');
    return addOutcome(t.context(), { text: 'it came of it', people: [pick(all, a), pick(all, b)] });
  },
  happen: async ({ t, a, b, ids }: Chosen) =>
    addMoment(t.context(), pick(await ids('person'), a), { kind: pick(MOMENT_KINDS, b), text: 'it happened' }),
  gather: ({ t, a, b }: Chosen) =>
    addGathering(t.context(), {
      kind: pick(GATHERING_KINDS, a),
      name: `Mixer ${b % 5}`,
      since: pick([...DAYS, ...LATER], b),
      ...(b % 4 === 0 ? { rule: 'FREQ=MONTHLY' } : {}),
    }),
  attend: async ({ t, a, b, n, ids }: Chosen) =>
    addAttendees(
      t.context(),
      pick(await ids('gathering'), a),
      n % 3 === 0
        ? { people: [pick(await ids('person'), b)] }
        : { text: `${pick(NAMES, b)}\nZed ${n % 7}, Kelp Works` },
    ),
  answer: async ({ t, a, b, ids }: Chosen) =>
    updateAttendee(t.context(), pick(await ids('gathering_person'), a), {
      part: pick(['coming', 'declined'] as const, b),
      wanted: b % 2 === 0,
    }),
  meet: async ({ t, a, b, n, ids }: Chosen) =>
    metThere(t.context(), pick(await ids('gathering'), a), { text: `${pick(NAMES, b)}, Kim ${n % 9}: topic ${n}` }),
  callOff: async ({ t, a, ids }: Chosen) => deleteGathering(t.context(), pick(await ids('gathering'), a)),
  held: async ({ t, a, b, ids }: Chosen) =>
    planHeld(t.context(), pick(await ids('touch'), a), { held: b % 3 !== 0, followUp: b % 2 === 0 }),
  tie: async ({ t, a, b, ids }: Chosen) => {
    const all = await ids('person');
    return addTie(
      t.context(),
      pick(all, a),
      b % 3 === 0 ? { kind: 'child', otherName: 'Mia' } : { kind: 'spouse', otherId: pick(all, b) },
    );
  },
  untie: async ({ t, a, ids }: Chosen) => removeTie(t.context(), pick(await ids('tie'), a)),
  circle: ({ t, a, n }: Chosen) =>
    setCircle(t.context(), { name: pick(['Close', 'Wide', 'Club'], a), rhythmDays: n % 4 === 0 ? null : 5 + n }),
  rhythm: async ({ t, a, n, ids }: Chosen) =>
    updateCircle(t.context(), pick(await ids('circle'), a), { rhythmDays: n % 3 === 0 ? null : 3 + n }),
  members: async ({ t, a, b, n, ids }: Chosen) => {
    const all = await ids('person');
    return changeMembers(
      t.context(),
      pick(await ids('circle'), a),
      n % 3 === 0 ? { remove: [pick(all, b)] } : { add: [pick(all, b), pick(all, n)] },
    );
  },
  dropCircle: async ({ t, a, ids }: Chosen) => deleteCircle(t.context(), pick(await ids('circle'), a)),
  snooze: async ({ t, a, b, ids }: Chosen) => snooze(t.context(), pick(await ids('person'), a), pick(LATER, b)),
  skip: async ({ t, a, ids }: Chosen) => skip(t.context(), pick(await ids('person'), a)),
  pause: async ({ t, a, b, ids }: Chosen) =>
    pause(t.context(), pick(await ids('person'), a), b % 2 === 0 ? undefined : pick(LATER, b)),
  resume: async ({ t, a, ids }: Chosen) => resume(t.context(), pick(await ids('person'), a)),
  letGo: async ({ t, a, ids }: Chosen) => letGo(t.context(), pick(await ids('person'), a)),
  sort: async ({ t, a, b, ids }: Chosen) =>
    sortPerson(t.context(), pick(await ids('person'), a), b % 2 === 0 ? null : pick(await ids('circle'), b)),
  dismiss: async ({ t, a, b, ids }: Chosen) =>
    dismiss(
      t.context(),
      pick(await ids('person'), a),
      b % 2 === 0 ? `follow-up:${pick(await ids('touch'), b)}` : `reply:${pick(DAYS, b)}`,
    ),
  rename: async ({ t, a, b, n, ids }: Chosen) => {
    const id = pick(await ids('person'), a);
    const row = await t.store.database.reader
      .selectFrom('person')
      .select('card')
      .where('network_id', '=', t.networkId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const card = JSON.parse(row.card) as Card;
    const changed =
      n % 2 === 0
        ? { ...card, name: { full: pick(NAMES, b) } }
        : { ...card, anniversaries: { b: { kind: 'birth', date: { month: 1 + (b % 12), day: 1 + (n % 28) } } } };
    return updatePerson(t.context(), id, { card: changed as never });
  },
  shelve: async ({ t, a, b, ids }: Chosen) =>
    updatePerson(
      t.context(),
      pick(await ids('person'), a),
      pick(
        [
          { archived: true },
          { archived: false },
          { deceased: true },
          { deceased: false },
          { rhythmDays: 20 },
          { rhythmDays: null },
          { tags: ['chess'] },
        ],
        b,
      ),
    ),
  many: async ({ t, a, b, n, ids }: Chosen) => {
    const all = await ids('person');
    const people = n % 2 === 0 ? { filter: {}, except: [pick(all, a)] } : { ids: [pick(all, a), pick(all, b)] };
    const acts: readonly BulkAct[] = [
      { kind: 'archive' },
      { kind: 'unarchive' },
      { kind: 'add-tag', tag: 'chess' },
      { kind: 'remove-tag', tag: 'chess' },
      { kind: 'set-rhythm', days: n % 3 === 0 ? null : 12 },
    ];
    const circles = await ids('circle');
    const circle = circles[b % Math.max(1, circles.length)];
    const kind = b % 2 === 0 ? 'add-to-circle' : 'move-to-circle';
    return bulk(t.context(), {
      people,
      act: circle === undefined || n % 3 === 0 ? pick(acts, b) : { kind, circle },
    });
  },
  delete: async ({ t, a, ids }: Chosen) => deletePerson(t.context(), pick(await ids('person'), a)),
  merge: async ({ t, a, b, ids }: Chosen) => {
    const all = await ids('person');
    return merge(t.context(), pick(all, a), pick(all, b));
  },
  apart: async ({ t, a, b, ids }: Chosen) => {
    const all = await ids('person');
    return notSame(t.context(), pick(all, a), pick(all, b));
  },
  country: ({ t, a }: Chosen) => updateSettings(t.context(), { country: pick(['NL', 'US', 'DE'], a) }),
  undoLast: ({ t }: Chosen) => undo(t.context()),
  undoAny: async ({ t, a, ids }: Chosen) => undo(t.context(), pick(await ids('step'), a)),
};

/** Acts in the proportions of a life: people and touches are the most. */
export const someActs = (options: { min?: number; max?: number } = {}) => {
  const kinds = Object.keys(ACTS) as Act['kind'][];
  const number = fc.nat({ max: 60 });
  const kind = fc.oneof(
    { weight: 3, arbitrary: fc.constant<Act['kind']>('add') },
    { weight: 4, arbitrary: fc.constant<Act['kind']>('touch') },
    { weight: 14, arbitrary: fc.constantFrom(...kinds) },
  );
  return fc.array(fc.record({ kind, a: number, b: number, n: number }), {
    minLength: options.min ?? 1,
    maxLength: options.max ?? 25,
    size: 'max',
  });
};

/** Does one act. What the services refuse in words (nobody there, one and the same person) is no act; any other failure is. */
export async function perform(t: TestNetwork, act: Act): Promise<boolean> {
  const ids = async (table: string) => {
    const rows = await t.store.database.reader
      .selectFrom(table as 'person')
      .select('id')
      .where('network_id', '=', t.networkId)
      .orderBy('id')
      .execute();
    return rows.map((row) => row.id);
  };
  t.clock.now += 1000;
  try {
    await ACTS[act.kind]({ ...act, t, ids });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal') return false;
    throw error;
  }
}
