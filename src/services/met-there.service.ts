import type { GatheringFollowUp, MetResult } from '../contract/gathering-shapes.ts';
import type { Answer, Body } from '../contract/routes.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { newCard } from '../domain/card/new-card.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { foldTokens } from '../domain/fold.ts';
import { type KnownName, type Match, matchAttendee, matchMet } from '../domain/gatherings/match.ts';
import { isFullName, type MetRow, namesWithinNotes, readMet } from '../domain/gatherings/name-rows.ts';
import { whatWasSaid } from '../domain/gatherings/what-was-said.ts';
import type { Time } from '../domain/gatherings/when.ts';
import { writtenChannelFor } from '../domain/today/channel.ts';
import { openerFor } from '../domain/today/opener.ts';
import { placedAt } from '../domain/today/phrases.ts';
import { inEnglish, reasonsFor } from '../domain/today/reasons.ts';
import type { Channel } from '../domain/words.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { findPeople, findStates } from '../storage/repositories/person.repository.ts';
import { findTouches } from '../storage/repositories/touch.repository.ts';
import type { GatheringPersonTable, GatheringTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { loadCandidates, todaySettings } from './candidates.ts';
import { act, type Context, firstAnswer, requireWrite, scopeOf, todayOf } from './context.ts';
import { getGatheringRow, peopleAt, timeBegun, toFace } from './gathering-rows.ts';
import { type KnownNames, known, loadKnownNames } from './known-names.ts';
import { nameOf } from './memory.service.ts';
import { insertPerson } from './people.service.ts';
import { reachOf } from './reach.ts';
import { readSettings } from './read-settings.ts';
import { insertTouch, namesOf } from './touches.service.ts';

/** Whom one met at a gathering: noted in one row while one is there, and followed up afterwards. */

const MOST_MET = 100;
const ENGLISH_LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });
/** A name on the list that is nobody's yet stands for whoever will be made of it. */
const OF_LIST = 'attendee:';

/** Somebody of the row, with the line of the list they stand on. */
interface Meeting {
  readonly typed: MetRow;
  readonly personId: string | undefined;
  readonly line: GatheringPersonTable | undefined;
}

/**
 * Notes everyone of a row as met, in one step. While a name is a question nothing is saved.
 * @throws AppError `invalid` before the gathering begins, and for a day that is none of its
 */
export async function metThere(context: Context, id: string, input: Body<'metThere'>): Promise<MetResult> {
  requireWrite(context);
  const first = await firstAnswer<MetResult>(context, 'met');
  if (first) return first;
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const gathering = await getGatheringRow(scope, id);
  const time = timeBegun(gathering, input.date, today);
  const day = dayMet(gathering, time, { today, said: input.on as CalendarDate | undefined });
  const list = await peopleAt(scope, gathering, time);
  const rows = readMet(input.text, await somebodyAmong(scope, namesWithinNotes(input.text), list));
  if (rows.length === 0)
    throw new AppError('invalid', 'There is no name in this row. Write whom you met: Zed, Ada: tidal permits');
  if (rows.length > MOST_MET)
    throw new AppError('invalid', `These are ${rows.length} names; note ${MOST_MET} at a time at most.`);
  const settled = await whoIsMeant(scope, rows, { list, answers: input.answers ?? {} });
  if (settled.questions.length > 0)
    return {
      stepId: null,
      message: 'Nothing is saved yet: say who is meant.',
      people: [],
      questions: settled.questions,
    };
  return act(context, { kind: 'met', title: `Met at ${gathering.name}` }, async (writer): Promise<MetResult> => {
    const people: MetResult['people'] = [];
    for (const meeting of settled.meetings)
      people.push(await noteMeeting(writer, meeting, { gathering, time, day, today }));
    const names = await namesOf(
      writer,
      people.map((person) => person.id),
    );
    writer.title = `Met ${names} ${placedAt(gathering.name)}`;
    return {
      stepId: writer.stepId,
      // All of them, since a row written in a hurry may have been read otherwise than it was meant.
      message: `Noted: you met ${ENGLISH_LIST.format(people.map((person) => person.name))}. ${people.length === 1 ? 'A follow-up waits' : 'Follow-ups wait'} for the day after.`,
      people,
      questions: [],
    };
  }).then(({ result }) => result);
}

function dayMet(
  { name }: GatheringTable,
  { since, until }: Time,
  { today, said }: { today: CalendarDate; said: CalendarDate | undefined },
): CalendarDate {
  if (since > today) throw new AppError('invalid', `${name} begins on ${since}. Note whom you met when you are there.`);
  if (said === undefined) return today < until ? today : until;
  if (said < since || said > until || said > today)
    throw new AppError('invalid', `${said} is no day of ${name} that has come: it is from ${since} to ${until}.`);
  return said;
}

/** Tells names from other words written like one: who is on the list, whom one knows, and whole names. */
async function somebodyAmong(
  scope: Scope,
  pieces: readonly string[],
  list: readonly GatheringPersonTable[],
): Promise<(piece: string) => boolean> {
  if (pieces.length === 0) return isFullName;
  const everyone = await loadKnownNames(scope, pieces);
  const onList = list.map(({ name }) => foldTokens(name));
  return (piece) => {
    const words = foldTokens(piece);
    const isCalled = (called: readonly string[]) => words.every((word) => called.includes(word));
    return isFullName(piece) || onList.some(isCalled) || everyone.bearersOf(piece).some((one) => isCalled(one.words));
  };
}

interface Settled {
  readonly meetings: readonly Meeting[];
  readonly questions: MetResult['questions'];
}

async function whoIsMeant(
  scope: Scope,
  rows: readonly MetRow[],
  { list, answers }: { list: readonly GatheringPersonTable[]; answers: Readonly<Record<string, string>> },
): Promise<Settled> {
  const onList = await known(
    scope,
    list.flatMap(({ person_id }) => person_id ?? []),
  );
  const everyone = await loadKnownNames(scope, [...rows.map(({ name }) => name), ...list.map(({ name }) => name)]);
  const there = list.flatMap((line): KnownName[] => {
    const state = onList.states.get(line.person_id ?? '');
    const name = state?.name ?? line.name;
    const words = onList.bearersOf(name).find(({ id }) => id === line.person_id)?.words ?? foldTokens(name);
    return [{ id: line.person_id ?? `${OF_LIST}${line.id}`, name, organisation: line.organisation, words }];
  });
  const meetings: Meeting[] = [];
  const questions: MetResult['questions'] = [];
  for (const typed of rows) {
    const match = answered(answers[typed.name], typed, { there, everyone, list });
    if (match.kind === 'doubtful') {
      const candidates = match.candidates.map((candidate) => faceOf(candidate, onList, everyone));
      questions.push({ asked: typed.name, text: `Which ${typed.name} did you meet?`, candidates });
      continue;
    }
    const id = match.kind === 'known' ? match.id : undefined;
    const line = list.find((each) => (id?.startsWith(OF_LIST) ? `${OF_LIST}${each.id}` : each.person_id) === id);
    meetings.push({
      typed,
      personId: id?.startsWith(OF_LIST) ? undefined : id,
      line: id === undefined ? undefined : line,
    });
  }
  return { meetings, questions };
}

function answered(
  answer: string | undefined,
  typed: MetRow,
  {
    there,
    everyone,
    list,
  }: { there: readonly KnownName[]; everyone: KnownNames; list: readonly GatheringPersonTable[] },
): Match {
  if (answer === 'new') return { kind: 'unknown' };
  if (answer !== undefined) return { kind: 'known', id: answer };
  const match = matchMet(typed.name, there, everyone.bearersOf(typed.name));
  const line = match.kind === 'known' ? list.find(({ id }) => `${OF_LIST}${id}` === match.id) : undefined;
  if (line === undefined || line.stranger === 1) return match;
  // A name of the list that may be somebody one knows is asked about before somebody new is made of it.
  const other = matchAttendee({ name: line.name }, everyone.bearersOf(line.name));
  return other.kind === 'unknown' ? match : other;
}

function faceOf({ id, name, organisation }: KnownName, onList: KnownNames, everyone: KnownNames) {
  const state = everyone.states.get(id) ?? onList.states.get(id);
  return state === undefined ? { id, name, initials: '', photo: null, headline: organisation } : toFace(state);
}

interface Where {
  readonly gathering: GatheringTable;
  readonly time: Time;
  readonly day: CalendarDate;
  readonly today: CalendarDate;
}

async function noteMeeting(
  writer: Writer,
  { typed, personId, line }: Meeting,
  where: Where,
): Promise<MetResult['people'][number]> {
  const { gathering, time, day } = where;
  const id =
    personId ?? (await insertMet(writer, { name: line?.name ?? typed.name, organisation: line?.organisation }, where));
  const name = await nameOf(writer, id);
  const said = [line?.said ?? '', typed.note].filter((text) => text !== '').join('; ');
  const before = line?.touch_id == null ? undefined : await findRow(writer, 'touch', line.touch_id);
  const { topic, wish } = whatWasSaid(said);
  const summary = said === '' ? `Met ${placedAt(gathering.name)}` : said;
  if (before) await writer.updateRow('touch', before, { summary, topic, follow_up_text: wish });
  const touchId =
    before?.id ??
    (await insertTouch(writer, {
      people: [id],
      date: day,
      channel: gathering.kind === 'dinner' ? 'in-person' : 'event',
      direction: 'mutual',
      summary,
      place: gathering.name,
      topic,
      followUp: true,
      followUpOn: addDays(day, 1),
      followUpText: wish,
      source: 'gathering',
    }));
  const met = { part: 'met', said, touch_id: touchId, person_id: id };
  if (line) await writer.updateRow('gathering_person', line, met);
  else
    await writer.insert('gathering_person', [
      {
        id: writer.newId(),
        gathering_id: gathering.id,
        date: time.key,
        name,
        organisation: null,
        wanted: 0,
        stranger: 0,
        say: '',
        ...met,
      },
    ]);
  return { id, name, created: personId === undefined, said };
}

/** Somebody new, with where they work as the list said it, and how one met. */
async function insertMet(
  writer: Writer,
  { name, organisation }: { name: string; organisation: string | null | undefined },
  { gathering, day, today }: Where,
): Promise<string> {
  const id = writer.newId();
  const card: Card = {
    ...newCard({ name }, `urn:uuid:${id}`),
    ...(organisation ? { organizations: { o1: { name: organisation } } } : {}),
  };
  await insertPerson(writer, { id, card, today });
  await writer.insert('fact', [
    {
      id: writer.newId(),
      person_id: id,
      kind: 'how-we-met',
      text: placedAt(gathering.name),
      since: day,
      until: null,
      touch_id: null,
      private: 0,
      learned_on: day,
    },
  ]);
  return id;
}

/**
 * Notes on the list of a gathering that a line told of people met there. Whoever is on no list is put on it.
 */
export async function noteOnList(
  writer: Writer,
  { gathering, time }: { gathering: GatheringTable; time: Time },
  met: { people: readonly string[]; touchId: string; said: string },
): Promise<void> {
  const list = await peopleAt(writer, gathering, time);
  for (const personId of met.people) {
    const line = list.find(({ person_id }) => person_id === personId);
    const patch = { part: 'met', touch_id: met.touchId, said: met.said };
    if (line?.part === 'met') continue;
    if (line) await writer.updateRow('gathering_person', line, patch);
    else
      await writer.insert('gathering_person', [
        {
          id: writer.newId(),
          gathering_id: gathering.id,
          date: time.key,
          person_id: personId,
          name: await nameOf(writer, personId),
          organisation: null,
          wanted: 0,
          stranger: 0,
          say: '',
          ...patch,
        },
      ]);
  }
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (b > a ? b : a);

/** Whom one met there: open ones first, each with what was said and a draft; no two drafts alike. */
export async function gatheringFollowUps(
  context: Context,
  id: string,
  date?: string,
): Promise<Answer<'gatheringFollowUps'>> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const gathering = await getGatheringRow(scope, id);
  const lines = (await peopleAt(scope, gathering, timeBegun(gathering, date, today))).filter(
    ({ part }) => part === 'met',
  );
  const ids = lines.flatMap(({ person_id }) => person_id ?? []);
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const cards = new Map((await findPeople(scope, ids)).map((row) => [row.id, row]));
  const touches = new Map(
    (
      await findTouches(
        scope,
        lines.flatMap(({ touch_id }) => touch_id ?? []),
      )
    ).map((row) => [row.id, row]),
  );
  const candidates = new Map((await loadCandidates(scope, ids, today)).map((one) => [one.personId, one]));
  const phoneKey = (number: string) => context.store.phoneKey(number, settings.country);
  const used = new Set<string>();
  const people = lines.flatMap((line): GatheringFollowUp[] => {
    const personId = line.person_id ?? '';
    const [state, candidate, row] = [states.get(personId), candidates.get(personId), cards.get(personId)];
    const touch = touches.get(line.touch_id ?? '');
    if (!state || !candidate || !row || !touch) return [];
    const due = (touch.follow_up_on ?? addDays(touch.date as CalendarDate, 1)) as CalendarDate;
    const on = later(due, today);
    const key = `follow-up:${touch.id}`;
    const reason = reasonsFor(candidate, { today: on, settings: todaySettings(settings) }).filter(
      (one) => one.key === key,
    );
    const channel = writtenChannelFor(candidate);
    const draft = openerFor(candidate, {
      reasons: inEnglish(reason, candidate, { today: on, settings: todaySettings(settings) }).filter(
        (one) => one.key === key,
      ),
      channel,
      today: on,
      locale: settings.locale,
      used,
    });
    return [
      {
        attendeeId: line.id,
        person: toFace(state),
        said: line.said,
        due,
        done: reason.length === 0,
        text: reason[0]?.text ?? '',
        channel,
        draft,
        reach: reachOf(JSON.parse(row.card) as Card, {
          preferred: (row.channel as Channel | null) ?? channel,
          phoneKey,
        }),
      },
    ];
  });
  return { people: people.sort((a, b) => Number(a.done) - Number(b.done)) };
}
