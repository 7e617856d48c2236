import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import { addAttendees, deleteAttendee, updateAttendee } from '../../src/services/attendees.service.ts';
import { readCalendar } from '../../src/services/calendar.service.ts';
import { getCalendarFeed } from '../../src/services/calendar-feed.service.ts';
import { capture } from '../../src/services/capture.service.ts';
import { changeMembers, deleteCircle, listCircles, updateCircle } from '../../src/services/circles.service.ts';
import { loadNetwork } from '../../src/services/demo.service.ts';
import { getDigest, previewDigest, tendDigest } from '../../src/services/digest.service.ts';
import { draftTo, remarkOn } from '../../src/services/drafts.service.ts';
import { duplicatePairs, listDoubles, merge, notSame } from '../../src/services/duplicates.service.ts';
import { EXPORT_FORMATS, exportAll } from '../../src/services/export.service.ts';
import { find } from '../../src/services/find.service.ts';
import { gatheringFile, planFile } from '../../src/services/gathering-calendar.service.ts';
import {
  addGathering,
  deleteGathering,
  getGathering,
  listGatherings,
  updateGathering,
} from '../../src/services/gatherings.service.ts';
import { addExchange, askPerson, removeExchange } from '../../src/services/giving.service.ts';
import {
  addGoal,
  addGoalPerson,
  deleteGoal,
  removeGoalPerson,
  suggestForGoal,
  updateGoal,
} from '../../src/services/goals.service.ts';
import { getHistory, undo } from '../../src/services/history.service.ts';
import { getGuestIdeas, getInvitations } from '../../src/services/hosting.service.ts';
import { getImport, listImports } from '../../src/services/import/import.service.ts';
import { suggestIntroductions } from '../../src/services/introduction-suggestions.service.ts';
import {
  addIntroduction,
  listIntroductions,
  moveIntroduction,
  removeIntroduction,
  updateIntroduction,
} from '../../src/services/introductions.service.ts';
import { dismiss, done, letGo, pause, resume, skip, snooze, sortPerson } from '../../src/services/keeping.service.ts';
import { doctor, takeUpOpenWork } from '../../src/services/maintenance.service.ts';
import {
  addFact,
  addPromise,
  addReminder,
  addTie,
  removeRemembered,
  removeTie,
  updateFact,
  updatePromise,
  updateReminder,
} from '../../src/services/memory.service.ts';
import { gatheringFollowUps, metThere } from '../../src/services/met-there.service.ts';
import { addMoment, addOrganisationMoment, removeMoment, updateMoment } from '../../src/services/moments.service.ts';
import {
  addNews,
  addNewsPeople,
  deleteNews,
  getNews,
  removeNewsPerson,
  skipNews,
  suggestForNews,
  tellNews,
  updateNews,
} from '../../src/services/news.service.ts';
import { getNudge } from '../../src/services/nudge.service.ts';
import { addOutcome, deleteOutcome } from '../../src/services/outcomes.service.ts';
import { allPeople, deletePerson, listPeople, setPhoto, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { listPlans, planHeld } from '../../src/services/plans.service.ts';
import {
  addResource,
  deleteResource,
  getResource,
  resourcesFor,
  updateResource,
} from '../../src/services/resources.service.ts';
import { getSettings, updateSettings } from '../../src/services/settings.service.ts';
import { deleteShare, shareResource, updateShare } from '../../src/services/shares.service.ts';
import { thank } from '../../src/services/thanks.ts';
import { getToday, getTodayPage } from '../../src/services/today.service.ts';
import { actorOfToken, createToken, listTokens, revokeToken } from '../../src/services/token.service.ts';
import { deleteTouch, listTouches, updateTouch } from '../../src/services/touches.service.ts';
import { getTriage } from '../../src/services/triage.service.ts';
import { rateWaking } from '../../src/services/waking.service.ts';
import { resolveWho } from '../../src/services/who.ts';
import { getWhomToMeet } from '../../src/services/whom-to-meet.service.ts';
import { addWording, removeWording, updateWording } from '../../src/services/words.service.ts';
import { PgSession } from '../../src/storage/dialects/postgres/connection.ts';
import { SqliteSession } from '../../src/storage/dialects/sqlite/connection.ts';
import { rebuild } from '../../src/storage/projection/rebuild.ts';
import {
  anotherNetwork,
  aPerson,
  aVCard,
  DERIVED,
  describeNetworks,
  importFiles,
  LOGGED,
  rowsOf,
  type TestNetwork,
} from '../support/a-network.ts';
import { perform } from '../support/random-acts.ts';

const SCOPED: ReadonlySet<string> = new Set([
  ...LOGGED,
  ...DERIVED,
  'token_key',
  'step',
  'change',
  'blob',
  'day_plan',
  'dormant_week',
  'import_run',
  'import_row',
  'api_token',
  'calendar_feed',
  'delivery',
]);
/** The look-ups that tell which network it is. */
const EXEMPT = [
  /^select \* from "network" order by "created_at", "id" limit/,
  /^select \* from "api_token" where "hash" =/,
  /^select \* from "calendar_feed" where "hash" =/,
];
const WORDS = new Set([
  'where',
  'set',
  'on',
  'order',
  'inner',
  'left',
  'group',
  'values',
  'select',
  'using',
  'limit',
  'as',
  'join',
  'returning',
  'for',
  'having',
]);

/** The tables a statement names without holding them to one network. */
function unscoped(sql: string): string[] {
  if (EXEMPT.some((pattern) => pattern.test(sql))) return [];
  const found: string[] = [];
  for (const [, verb = '', table = '', given = ''] of sql.matchAll(
    /\b(from|join|update|into)\s+"?(\w+)"?(?:\s+as)?(?:\s+"?(\w+)"?)?/gi,
  )) {
    const alias = given === '' || WORDS.has(given.toLowerCase()) ? undefined : given;
    const column = alias === undefined ? '"?network_id"?' : `"?${alias}"?\\."?network_id"?`;
    const constrained =
      verb.toLowerCase() === 'into'
        ? /^[^)]*"?network_id"?/.test(sql.slice(sql.indexOf('(')))
        : table === 'network'
          ? new RegExp(
              `(?:${alias === undefined ? '' : `"?${alias}"?\\.`}"?id"?) =|= ${alias === undefined ? '' : `"?${alias}"?\\.`}"?id"?`,
            ).test(sql)
          : new RegExp(`${column} =|= ${column}`).test(sql);
    if ((SCOPED.has(table) || table === 'network') && !constrained) found.push(table);
  }
  return found;
}

/** Reads everything that can be read. */
async function readAll(t: TestNetwork, id: string | undefined): Promise<Record<string, unknown>> {
  const context = t.context();
  const on = t.context({ on: '2026-12-24' });
  const answers: Record<string, unknown> = {
    people: await allPeople(context, {}),
    list: await Promise.all(
      (['name', 'last-touch', 'next-touch', 'added'] as const).map((sort) =>
        listPeople(context, { sort, show: 'all', limit: 5 }),
      ),
    ),
    search: await listPeople(context, { q: 'a' }),
    tagged: await listPeople(context, { tag: 'chess' }),
    circles: (await listCircles(context)).circles,
    triage: await getTriage(context),
    today: await getToday(context, { all: true }),
    later: await getToday(on, { all: true }),
    page: await getTodayPage(context, { all: true }),
    found: [
      await find(context, 'a'),
      await find(context, 'ada'),
      await find(context, 'tidal power'),
      await find(context, 'Grase'),
    ],
    doubles: [await listDoubles(context), await duplicatePairs(context)],
    imports: await listImports(context),
    tokens: await listTokens(context),
    feed: await getCalendarFeed(context),
    calendar: await text(Readable.from((await readCalendar(context)).parts())),
    digest: [await getDigest(context), await previewDigest(context)],
    nudge: await getNudge(context),
    introductions: [await listIntroductions(context, {}), await suggestIntroductions(context, {})],
    gatherings: await listGatherings(context),
    plans: await listPlans(context),
    settings: await getSettings(context),
    history: (await getHistory(context, {})).items.filter((step) => step.actor !== 'tendril'),
    person:
      id === undefined
        ? undefined
        : [
            await getPersonPage(context, id),
            await listTouches(context, id, {}),
            await getHistory(context, { person: id }),
            await resolveWho(context, id),
          ],
    doctor: await doctor(context),
  };
  for (const format of EXPORT_FORMATS) {
    const parts: (string | Uint8Array)[] = [];
    for await (const part of (await exportAll(context, format)).parts) parts.push(part);
    answers[format] = parts.length;
  }
  return answers;
}

const fill = async (t: TestNetwork) => {
  await loadNetwork(
    t.store,
    t.networkId,
    generateNetwork({ seed: 4, people: 40, touches: 120, today: '2026-11-23' as CalendarDate }),
  );
};

describe('the check of statements', () => {
  it.each([
    ['select * from "person" where "network_id" = ?', []],
    ['select * from "person" where "id" = ?', ['person']],
    [
      'select * from "touch" as "t" inner join "touch_person" as "tp" on "tp"."touch_id" = "t"."id" where "t"."network_id" = ?',
      ['touch_person'],
    ],
    ['delete from "fact" where "network_id" = ? and "id" = ?', []],
    ['update "fact" set "text" = ? where "id" = ?', ['fact']],
    ['insert into "fact" ("id") values (?)', ['fact']],
    ['select "seq" from "network"', ['network']],
  ])('%s', (sql, tables) => {
    expect(unscoped(sql)).toEqual(tables);
  });
});

describeNetworks('every statement', (open) => {
  const seen = new Map<string, readonly unknown[]>();
  beforeEach(() => {
    seen.clear();
    for (const session of [SqliteSession, PgSession]) {
      const original = session.prototype.execute;
      vi.spyOn(session.prototype, 'execute').mockImplementation(async function (
        this: SqliteSession & PgSession,
        query: CompiledQuery,
      ) {
        seen.set(query.sql, [...(seen.get(query.sql) ?? []), ...query.parameters]);
        return original.call(this, query);
      } as never);
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('holds each table it names to one network, and never to another', async () => {
    const t = await open();
    const other = await anotherNetwork(t);
    await fill(other);
    seen.clear();
    await fill(t);
    const imported = await importFiles(t, { 'a.vcf': aVCard('FN:Zed Ito', 'EMAIL:zed@example.org') });
    await capture(t.context(), { text: 'Met Mina Sato from Kanda at the OCEAN mixer, talked about tidal power' });
    const kinds = [
      'add',
      'touch',
      'changeTouch',
      'done',
      'tie',
      'circle',
      'rhythm',
      'members',
      'many',
      'snooze',
      'letGo',
      'sort',
      'dismiss',
      'rename',
      'apart',
      'merge',
      'delete',
      'deleteTouch',
      'undoAny',
      'dropCircle',
      'country',
    ] as const;
    for (const [i, kind] of kinds.entries()) await perform(t, { kind, a: 3 + i, b: 7 + 2 * i, n: i });
    const token = await createToken(t.context(), { name: 'backup', scope: 'read' });
    expect((await actorOfToken(t.store, token.token))?.networkId).toBe(t.networkId);
    await revokeToken(t.context(), token.id);
    await updateSettings(t.context(), { digest: true, digestAddress: 'me@home.example' });
    await tendDigest(t.context());
    const [person] = await allPeople(t.context(), {});
    await readAll(t, person?.id);
    await undo(t.context(), imported.stepId ?? '');
    await takeUpOpenWork(t.context());
    await rebuild(t.store, t.networkId);
    expect(seen.size).toBeGreaterThan(150);
    const offenders = [...seen.keys()].flatMap((sql) => unscoped(sql).map((table) => `${table}: ${sql}`));
    expect(offenders).toEqual([]);
    expect([...seen].filter(([, parameters]) => parameters.includes(other.networkId)).map(([sql]) => sql)).toEqual([]);
  });
});

describeNetworks('two networks in one database', (open) => {
  it('never see each other', async () => {
    const [t, empty] = [await open(), await open()];
    await fill(t);
    await importFiles(t, { 'a.vcf': aVCard('FN:Zed Ito', 'EMAIL:zed@example.org') });
    await createToken(t.context(), { name: 'backup', scope: 'read' });
    const nothing = await readAll(empty, undefined);
    expect(nothing).toMatchObject({
      people: [],
      circles: [],
      imports: [],
      tokens: [],
      history: [],
      triage: { remaining: 0, cards: [] },
      today: { items: [], waiting: 0 },
      later: { items: [], waiting: 0 },
      page: { items: [], people: 0, unsorted: 0, week: [] },
      found: [[], [], [], []],
      doubles: [[], []],
      doctor: { ok: true, checked: { people: 0 } },
      search: { items: [], total: 0 },
      tagged: { items: [], total: 0 },
    });
  });

  it('refuse what belongs to the other', async () => {
    const [t, stranger] = [await open(), await open()];
    await fill(t);
    const run = await importFiles(t, { 'a.vcf': aVCard('FN:Zed Ito', 'EMAIL:zed@example.org') });
    const [one, other] = (await rowsOf(t, ['person'])).person ?? [];
    await addIntroduction(t.context(), { first: String(one?.id), second: String(other?.id) });
    await addExchange(t.context(), String((await rowsOf(t, ['person'])).person?.[0]?.id), { kind: 'given', text: 'x' });
    await rateWaking(t.context(), String((await rowsOf(t, ['person'])).person?.[0]?.id), 'glad');
    await addMoment(t.context(), String((await rowsOf(t, ['person'])).person?.[0]?.id), { kind: 'job', text: 'x' });
    const shown = await addResource(t.context(), { title: 'Tides' });
    const shared = String((await rowsOf(t, ['person'])).person?.[0]?.id);
    await shareResource(t.context(), String(shown.id), { personId: shared });
    await addWording(t.context(), { use: 'greeting', text: 'Hej {name},' });
    await done(t.context(), String((await rowsOf(t, ['person'])).person?.[0]?.id), {
      words: { text: 'I was thinking of you and the boat.', edited: true },
    });
    const gathering = (await addGathering(t.context(), { kind: 'mixer', name: 'Mixer', since: '2026-11-23' })).id ?? '';
    await metThere(t.context(), gathering, { text: 'Kim Vale: tides' });
    const first = String((await rowsOf(t, ['person'])).person?.[0]?.id);
    const { id: news = '' } = await addNews(t.context(), { kind: 'job', text: 'x' });
    await addNewsPeople(t.context(), news, { people: [first] });
    const { id: goal = '' } = await addGoal(t.context(), { text: 'x' });
    await addGoalPerson(t.context(), goal, { personId: first });
    const { id: outcome = '' } = await addOutcome(t.context(), { text: 'x', people: [first] });
    const own = (await addNews(stranger.context(), { kind: 'job', text: 'x' })).id ?? '';
    const ids = await rowsOf(t, LOGGED);
    const idOf = (table: string) => String(ids[table]?.[0]?.id);
    const mine = await aPerson(stranger, { name: 'Mine' });
    const before = await rowsOf(t, [...LOGGED, ...DERIVED]);
    const c = stranger.context();
    const person = idOf('person');
    const attempts: (() => Promise<unknown>)[] = [
      () => getPersonPage(c, person),
      () => updatePerson(c, person, { channel: 'signal' }),
      () => deletePerson(c, person),
      () => setPhoto(c, person, { bytes: new Uint8Array([1]), mediaType: 'image/png', hash: 'b'.repeat(64) }),
      () => done(c, person, {}),
      () => snooze(c, person, '2026-12-24'),
      () => skip(c, person),
      () => pause(c, person, undefined),
      () => resume(c, person),
      () => letGo(c, person),
      () => dismiss(c, person, 'reply:2026-11-01'),
      () => sortPerson(c, person, null),
      () => sortPerson(c, mine, idOf('circle')),
      () => changeMembers(c, idOf('circle'), { add: [mine] }),
      () => updateCircle(c, idOf('circle'), { rhythmDays: 1 }),
      () => deleteCircle(c, idOf('circle')),
      () => addFact(c, person, { kind: 'work', text: 'x' }),
      () => addPromise(c, person, { by: 'me', text: 'x' }),
      () => addReminder(c, person, { date: '2026-12-01', text: 'x' }),
      () => addTie(c, mine, { kind: 'spouse', otherId: person }),
      () => addTie(c, person, { kind: 'spouse', otherId: mine }),
      () => updateFact(c, idOf('fact'), { text: 'x' }),
      () => updatePromise(c, idOf('promise'), { done: true }),
      () => updateReminder(c, idOf('reminder'), { done: true }),
      () => removeRemembered(c, 'fact', idOf('fact')),
      () => addExchange(c, person, { kind: 'given', text: 'x' }),
      () => askPerson(c, person, 'x'),
      () => removeExchange(c, idOf('exchange')),
      () => resourcesFor(c, person),
      () => addResource(c, { title: 'Waves', for: [person] }),
      () => getResource(c, idOf('resource')),
      () => updateResource(c, idOf('resource'), { title: 'Waves' }),
      () => shareResource(c, idOf('resource'), { personId: person }),
      () => updateShare(c, idOf('share'), { reaction: 'loved' }),
      () => deleteShare(c, idOf('share')),
      () => deleteResource(c, idOf('resource')),
      () => rateWaking(c, person, 'glad'),
      () => addOrganisationMoment(c, { organisation: 'Kelp Works', kind: 'award', text: 'x' }),
      () => draftTo(c, person, {}),
      () => remarkOn(c, person, { text: 'x' }),
      () => updateWording(c, idOf('wording'), { text: 'x' }),
      () => removeWording(c, idOf('wording')),
      () => addMoment(c, person, { kind: 'job', text: 'x' }),
      () => updateMoment(c, idOf('moment'), { text: 'x' }),
      () => removeMoment(c, idOf('moment')),
      () => addIntroduction(c, { first: mine, second: person }),
      () => updateIntroduction(c, idOf('introduction'), { whyFirst: 'x' }),
      () => moveIntroduction(c, idOf('introduction'), { act: 'ask' }),
      () => removeIntroduction(c, idOf('introduction')),
      () => getNews(c, news),
      () => updateNews(c, news, { closed: true }),
      () => deleteNews(c, news),
      () => suggestForNews(c, news),
      () => suggestForNews(c, own, idOf('circle')),
      () => addNewsPeople(c, news, { people: [mine] }),
      () => addNewsPeople(c, own, { people: [person] }),
      () => addNewsPeople(c, own, { circle: idOf('circle') }),
      () => tellNews(c, idOf('news_person'), {}),
      () => skipNews(c, idOf('news_person')),
      () => removeNewsPerson(c, idOf('news_person')),
      () => updateGoal(c, goal, { text: 'y' }),
      () => deleteGoal(c, goal),
      () => suggestForGoal(c, goal),
      () => addGoalPerson(c, goal, { personId: mine }),
      () => removeGoalPerson(c, idOf('goal_person')),
      () => addOutcome(c, { text: 'x', people: [person] }),
      () => addOutcome(c, { text: 'x', people: [mine], goalId: goal }),
      () => deleteOutcome(c, outcome),
      () => thank(c, person, { text: 'x' }),
      () => removeTie(c, idOf('tie')),
      () => getGathering(c, gathering),
      () => updateGathering(c, gathering, { name: 'x' }),
      () => deleteGathering(c, gathering),
      () => gatheringFile(c, gathering),
      () => addAttendees(c, gathering, { text: 'Mine' }),
      () => metThere(c, gathering, { text: 'Mine' }),
      () => getWhomToMeet(c, gathering),
      () => gatheringFollowUps(c, gathering),
      () => getGuestIdeas(c, gathering, {}),
      () => getInvitations(c, gathering),
      () => updateAttendee(c, idOf('gathering_person'), { wanted: true }),
      () => deleteAttendee(c, idOf('gathering_person')),
      () => planHeld(c, idOf('touch'), { held: true }),
      () => planFile(c, idOf('touch')),
      () => updateTouch(c, idOf('touch'), { summary: 'x' }),
      () => deleteTouch(c, idOf('touch')),
      () => merge(c, mine, person),
      () => merge(c, person, mine),
      () => notSame(c, mine, person),
      () => resolveWho(c, person),
      () => resolveWho(c, 'zed@example.org'),
      () => getImport(c, run.id),
      () => undo(c, run.stepId ?? ''),
    ];
    for (const attempt of attempts)
      await expect(attempt(), String(attempt)).rejects.toMatchObject({ code: 'not-found' });
    expect((await listTouches(c, person, {})).items).toEqual([]);
    expect(await rowsOf(t, [...LOGGED, ...DERIVED])).toEqual(before);
    await updateSettings(c, { country: 'US' });
    expect(await rowsOf(t, [...LOGGED, ...DERIVED])).toEqual(before);
  });
});
