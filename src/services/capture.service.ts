import type { CaptureResult } from '../contract/shapes.ts';
import type { Capture, CaptureAnswer, DirectoryPerson, PeopleDirectory, PersonRef } from '../domain/capture/capture.ts';
import { candidateTokens } from '../domain/capture/directory.ts';
import { parseCapture } from '../domain/capture/parse.ts';
import { nicknamesOf, withDeath } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { nameParts } from '../domain/card/name.ts';
import { newCard } from '../domain/card/new-card.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import type { PersonId } from '../domain/ids.ts';
import { isOpen } from '../domain/introducing/introduction.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { introductionsOf } from '../storage/repositories/introduction.repository.ts';
import { tiesOf } from '../storage/repositories/memory.repository.ts';
import { circleNames, findPeople, findStates } from '../storage/repositories/person.repository.ts';
import { peopleByToken } from '../storage/repositories/search.repository.ts';
import { networkLocale } from '../storage/repositories/setting.repository.ts';
import { isFirstTouch } from '../storage/repositories/touch.repository.ts';
import type { Scope } from '../storage/store.ts';
import { sentencesOf } from './capture-preview.ts';
import { act, type Context, firstAnswer, requireWrite, scopeOf, todayOf } from './context.ts';
import { gatheringAt } from './gathering-rows.ts';
import { noteIntroducer } from './introducers.ts';
import { toCourse } from './introduction-shapes.ts';
import { insertIntroduction } from './introductions.service.ts';
import {
  type Company,
  companyIn,
  exchangesToNote,
  momentsToNote,
  relievedBy,
  saveLife,
  withoutKnown,
} from './life-in-capture.ts';
import { longGameOf, longGameSentences, saveLongGame, type Woken, wokenIn } from './long-game-in-capture.ts';
import { insertTie, nameOf } from './memory.service.ts';
import { noteOnList } from './met-there.service.ts';
import { insertPerson } from './people.service.ts';
import { readSettings } from './read-settings.ts';
import { lookAtThings, saveThings } from './resources/captured-things.ts';
import { markTold, toldSentences } from './told-in-capture.ts';
import { insertTouch } from './touches.service.ts';

/** One free line understood, shown, and saved. */

const MOST_PER_TOKEN = 60;
const NEW_MEETING_DAYS = 7;

export interface CaptureInput {
  readonly text: string;
  readonly dryRun?: boolean | undefined;
  /** Answers to earlier questions: the asked words to a person's id, `new` or `nobody`. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

/** Understands a line; saves it as one step unless it is a dry run or a question is open. */
export async function capture(context: Context, input: CaptureInput): Promise<CaptureResult> {
  requireWrite(context);
  const first = await firstAnswer<CaptureResult>(context, 'capture');
  if (first) return first;
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const settings = await readSettings(scope);
  const given = Object.entries(input.answers ?? {});
  const { directory, known } = await loadDirectory(
    scope,
    candidateTokens(input.text),
    given.map(([, answer]) => answer),
  );
  const answers = given.flatMap(([asked, answer]): [string, CaptureAnswer][] => {
    const person = answer === 'new' || answer === 'nobody' ? answer : known.get(answer);
    return person === undefined ? [] : [[asked, person]];
  });
  const company = await companyIn(scope, input.text);
  const read = parseCapture(input.text, {
    today,
    locale: settings.locale,
    zone: settings.zone,
    people: directory,
    ownerName: settings.ownerName,
    ...(company === undefined ? {} : { company: company.name }),
    answers: Object.fromEntries(answers),
  });
  const parsed = await withoutKnown(scope, read);
  const woken = await wokenIn(context, scope, { parsed, today });
  const idOf = new Map(
    parsed.people.flatMap(({ ref, id }) => (id === undefined ? [] : [[ref, id as string] as const])),
  );
  const over = await relievedBy(scope, parsed, { ids: idOf, today });
  const preview = [
    ...sentencesOf(parsed, { today, locale: settings.locale, colleagues: company?.workers.length ?? 0 }),
    ...over.map(({ personId }) => {
      const name = parsed.people.find(({ id }) => id === personId)?.name ?? 'Somebody';
      return `What was hard for ${name} is over: nobody asks about it again.`;
    }),
    ...(await toldSentences(scope, parsed)),
    ...longGameSentences(parsed, woken),
  ];
  const place = parsed.touch?.place;
  const there = place === undefined ? undefined : await gatheringAt(scope, place, parsed.touch?.date ?? today);
  if (there) preview.push(`It goes on the list of ${there.row.name}.`);
  if (input.dryRun || parsed.questions.length > 0 || parsed.lookUp !== undefined)
    return toResult(parsed, { ids: previewIds(parsed), touchId: '', saved: null, preview, company, woken });
  return save(context, parsed, { today, preview, company, woken });
}

/** People the line may mean, and those an answer names. */
async function loadDirectory(
  scope: Scope,
  tokens: readonly string[],
  answered: readonly string[],
): Promise<{ directory: PeopleDirectory; known: ReadonlyMap<string, DirectoryPerson> }> {
  const idsByToken = new Map<string, string[]>();
  for (const token of tokens) idsByToken.set(token, await peopleByToken(scope, token, MOST_PER_TOKEN));
  const ids = [...new Set([...idsByToken.values()].flat().concat(answered))];
  const cards = new Map(
    (await findPeople(scope, ids))
      .filter((person) => person.is_owner === 0)
      .map((person) => [person.id, JSON.parse(person.card) as Card]),
  );
  const circles = await circleNames(scope, ids);
  const language = await networkLocale(scope);
  const known = new Map<string, DirectoryPerson>();
  for (const state of await findStates(scope, ids)) {
    const card = cards.get(state.person_id);
    if (!card) continue;
    const { given, surname } = nameParts(card, { language });
    known.set(state.person_id, {
      id: state.person_id as PersonId,
      name: state.name,
      ...(given === undefined ? {} : { given }),
      ...(surname === undefined ? {} : { surname }),
      nicknames: nicknamesOf(card),
      closeness: state.closeness + (state.touch_count > 0 ? 0.01 : 0),
      ...(state.last_contact === null ? {} : { lastTouch: state.last_contact as CalendarDate }),
      circles: (circles.get(state.person_id) ?? []).map((circle) => circle.name),
    });
  }
  return {
    directory: { byToken: (token) => (idsByToken.get(token) ?? []).flatMap((id) => known.get(id) ?? []) },
    known,
  };
}

/** What was found out of a line beside its words. */
interface Line {
  readonly preview: string[];
  readonly company: Company | undefined;
  readonly woken: Woken | undefined;
}

interface Saved {
  readonly ids: ReadonlyMap<PersonRef, string>;
  readonly touchId: string;
  readonly saved: string | null;
}

async function save(
  context: Context,
  parsed: Capture,
  { today, ...line }: Line & { today: CalendarDate },
): Promise<CaptureResult> {
  const { company, woken } = line;
  // Its page is read before anything is written: it may take a while.
  const things = await lookAtThings(context, parsed);
  const { result } = await act(context, { kind: 'capture', title: parsed.text.slice(0, 200) }, async (writer) => {
    const ids = new Map<PersonRef, string>();
    for (const person of parsed.people) ids.set(person.ref, person.id ?? (await insertCaptured(writer, person, today)));
    const touchId = await saveTouch(writer, parsed, { ids, today });
    await saveRemembered(writer, parsed, { ids, touchId, today });
    await saveIntroductions(writer, parsed, { ids, today });
    await saveLife(writer, parsed, { ids, today, company });
    for (const plan of parsed.plans) {
      await insertTouch(writer, {
        people: idsOf(plan.refs, ids),
        date: plan.date,
        at: plan.at ?? null,
        channel: plan.channel,
        direction: 'mutual',
        summary: plan.text,
        place: plan.place ?? null,
        plan: true,
        source: 'capture',
      });
    }
    for (const [ref, id] of ids) await addToCard(writer, parsed, { ref, id });
    await saveThings(writer, things, { ids, touchId, today, parsed });
    await markTold(writer, parsed, idsOf(participantsOf(parsed), ids));
    await saveLongGame(writer, parsed, { ids, today, woken });
    return toResult(parsed, { ids, touchId, saved: writer.stepId, ...line });
  });
  return result;
}

async function insertCaptured(writer: Writer, person: Capture['people'][number], today: CalendarDate): Promise<string> {
  const id = writer.newId();
  const card = newCard({ name: person.name }, `urn:uuid:${id}`);
  const work: Partial<Card> = {
    ...(person.organization === undefined ? {} : { organizations: { o1: { name: person.organization } } }),
    ...(person.title === undefined
      ? {}
      : {
          titles: {
            t1: {
              name: person.title,
              kind: 'title',
              ...(person.organization === undefined ? {} : { organizationId: 'o1' }),
            },
          },
        }),
  };
  return insertPerson(writer, { id, card: { ...card, ...work }, today });
}

const idsOf = (refs: readonly PersonRef[], ids: ReadonlyMap<PersonRef, string>) =>
  refs.flatMap((ref) => ids.get(ref) ?? []);

const participantsOf = (parsed: Capture): PersonRef[] =>
  parsed.people.filter((person) => person.role === 'participant').map((person) => person.ref);

/** The touch with those who took part; those only mentioned are kept as facts, promises and names in the notes. */
async function saveTouch(
  writer: Writer,
  parsed: Capture,
  { ids, today }: { ids: ReadonlyMap<PersonRef, string>; today: CalendarDate },
): Promise<string> {
  const { touch } = parsed;
  const participants = participantsOf(parsed);
  if (!touch || participants.length === 0) return '';
  const people = idsOf(participants, ids);
  const followUp = parsed.followUps.find((one) => one.refs.some((ref) => participants.includes(ref)));
  const met = parsed.people.some((person) => person.role === 'participant' && person.created);
  const touchId = await insertTouch(writer, {
    people,
    date: touch.date,
    at: touch.at ?? null,
    channel: touch.channel,
    direction: touch.direction,
    summary: touch.summary,
    notes: parsed.text,
    // Kept with its "in", which no rule tells from "at" afterwards.
    place: (touch.where?.startsWith('in ') ? touch.where : touch.place) ?? null,
    topic: touch.topics.join(', ') || null,
    followUp:
      followUp !== undefined ||
      met ||
      (isRecent(touch.date, today) && (await isFirstMeeting(writer, people, touch.channel))),
    followUpOn: followUp?.due ?? null,
    followUpText: followUp && !followUp.firstMeeting ? followUp.text : null,
    source: 'capture',
  });
  const there = touch.place === undefined ? undefined : await gatheringAt(writer, touch.place, touch.date);
  if (there) {
    const said = { people, touchId, said: touch.topics.join(', ') };
    await noteOnList(writer, { gathering: there.row, time: there.time }, said);
  }
  return touchId;
}

/** Within the week, as with a new connection on LinkedIn: what is written down later is history. */
function isRecent(date: CalendarDate, today: CalendarDate): boolean {
  return date >= addDays(today, -NEW_MEETING_DAYS);
}

/** Someone known from an address book and now met for the first time deserves the follow-up a stranger would. */
async function isFirstMeeting(writer: Writer, people: readonly string[], channel: string): Promise<boolean> {
  if (channel !== 'in-person' && channel !== 'event') return false;
  const [only] = people;
  return (
    people.length === 1 &&
    only !== undefined &&
    (await isFirstTouch(writer, only)) &&
    (await findRow(writer, 'person', only))?.rhythm_days === null &&
    (await findStates(writer, [only]))[0]?.rhythm_days === null
  );
}

async function saveRemembered(
  writer: Writer,
  parsed: Capture,
  { ids, touchId, today }: { ids: ReadonlyMap<PersonRef, string>; touchId: string; today: CalendarDate },
): Promise<void> {
  const touch_id = touchId === '' ? null : touchId;
  await writer.insert(
    'fact',
    parsed.facts.flatMap((fact) => {
      const person_id = ids.get(fact.ref);
      return person_id === undefined
        ? []
        : [
            {
              id: writer.newId(),
              person_id,
              kind: fact.kind,
              text: fact.text,
              since: null,
              until: null,
              touch_id,
              private: fact.private ? 1 : 0,
              learned_on: parsed.touch?.date ?? today,
            },
          ];
    }),
  );
  await writer.insert(
    'promise',
    parsed.promises.flatMap((promise) => {
      const person_id = ids.get(promise.ref);
      return person_id === undefined
        ? []
        : [
            {
              id: writer.newId(),
              person_id,
              by: promise.by,
              text: promise.text,
              due: promise.due ?? null,
              made_on: parsed.touch?.date ?? today,
              done_on: null,
              touch_id,
            },
          ];
    }),
  );
  // A follow-up that no touch of this line carries is a reminder of its own.
  const carried = touchId === '' ? undefined : parsed.followUps[0];
  for (const followUp of parsed.followUps) {
    if (followUp === carried) continue;
    await writer.insert(
      'reminder',
      idsOf(followUp.refs, ids).map((personId) => ({
        id: writer.newId(),
        person_id: personId,
        date: followUp.due,
        text: followUp.text,
        done_on: null,
      })),
    );
  }
}

async function saveIntroductions(
  writer: Writer,
  parsed: Capture,
  { ids, today }: { ids: ReadonlyMap<PersonRef, string>; today: CalendarDate },
): Promise<void> {
  for (const { kind, first, second } of parsed.introductions) {
    const [one, other] = [ids.get(first), ids.get(second)];
    if (one === undefined || other === undefined) continue;
    if (kind === 'received') await saveIntroducer(writer, { by: one, to: other, today });
    // An idea that is under way already needs no second note.
    else if (kind === 'made' || !(await isUnderWay(writer, one, other)))
      await insertIntroduction(writer, { first: one, second: other, as: kind, on: parsed.touch?.date ?? today });
  }
}

async function isUnderWay(writer: Writer, one: string, other: string): Promise<boolean> {
  return (await introductionsOf(writer, [one])).some(
    (row) => (row.first_id === other || row.second_id === other) && isOpen(toCourse(row)),
  );
}

async function saveIntroducer(
  writer: Writer,
  { by, to, today }: { readonly by: string; readonly to: string; readonly today: CalendarDate },
): Promise<void> {
  const ties = await tiesOf(writer, [to]);
  if (ties.some((tie) => tie.kind === 'introduced by' && tie.other_id === by)) return;
  const [otherName, name] = [await nameOf(writer, by), await nameOf(writer, to)];
  await insertTie(writer, { personId: to, kind: 'introduced by', otherId: by, otherName, name });
  await noteIntroducer(writer, { by, to, name, today });
}

/** Birthdays, a death and tags belong on the card. */
async function addToCard(writer: Writer, parsed: Capture, { ref, id }: { ref: PersonRef; id: string }): Promise<void> {
  const occasions = parsed.occasions.filter((occasion) => occasion.ref === ref);
  const tags = parsed.people.find((person) => person.ref === ref)?.role === 'participant' ? parsed.tags : [];
  const death = parsed.deaths.find((one) => one.ref === ref);
  if (occasions.length === 0 && tags.length === 0 && death === undefined) return;
  const row = await findRow(writer, 'person', id);
  if (!row) throw new AppError('internal', 'A person vanished while a line was saved.');
  const card = JSON.parse(row.card) as Card;
  const anniversaries = { ...card.anniversaries };
  for (const occasion of occasions) {
    const key =
      Object.entries(anniversaries).find(([, one]) => one.kind === occasion.kind)?.[0] ??
      (occasion.kind === 'birth' ? 'birth' : occasion.kind);
    anniversaries[key] = { kind: occasion.kind, date: { '@type': 'PartialDate', ...occasion.date } };
  }
  const keywords = { ...card.keywords, ...Object.fromEntries(tags.map((tag): [string, true] => [tag, true])) };
  const told: Card = {
    ...card,
    ...(occasions.length > 0 ? { anniversaries } : {}),
    ...(tags.length > 0 ? { keywords } : {}),
  };
  await writer.updateRow('person', row, {
    card: JSON.stringify(death?.date === undefined ? told : withDeath(told, death.date)),
    ...(death === undefined ? {} : { deceased: 1 }),
  });
}

/** In a preview someone new has no id yet: the reference stands for it. */
function previewIds(parsed: Capture): Map<PersonRef, string> {
  return new Map(parsed.people.map((person) => [person.ref, person.id ?? person.ref]));
}

function toResult(parsed: Capture, { ids, touchId, saved, preview, company, woken }: Saved & Line): CaptureResult {
  const idOf = (ref: PersonRef) => ids.get(ref) ?? ref;
  const { touch } = parsed;
  return {
    touch: touch
      ? { id: touchId || 'preview', date: touch.date, channel: touch.channel, direction: touch.direction }
      : null,
    people: parsed.people.map((person) => ({ id: idOf(person.ref), name: person.name, created: person.created })),
    facts: parsed.facts.map((fact) => ({ personId: idOf(fact.ref), kind: fact.kind, text: fact.text })),
    promises: parsed.promises.map((promise) => ({
      personId: idOf(promise.ref),
      by: promise.by,
      text: promise.text,
      due: promise.due ?? null,
    })),
    plans: [
      ...parsed.plans.flatMap((plan) =>
        plan.refs.map((ref) => ({ personId: idOf(ref), date: plan.date, text: plan.text })),
      ),
      ...parsed.followUps.flatMap((followUp) =>
        followUp.refs.map((ref) => ({ personId: idOf(ref), date: followUp.due, text: followUp.text })),
      ),
    ],
    deaths: parsed.deaths.map(({ ref, date }) => ({ personId: idOf(ref), date: date ?? null })),
    moments: momentsToNote(parsed, { ids, company }),
    exchanges: exchangesToNote(parsed, { ids }),
    ...longGameOf(parsed, ids),
    revivals: woken ? [{ personId: woken.personId, rating: woken.rating }] : [],
    questions: parsed.questions.map((question) => ({
      text: question.text,
      asked: question.asked,
      candidates: question.candidates.map(({ id, name }) => ({ id, name })),
      canCreate: question.canCreate,
    })),
    saved: saved !== null,
    stepId: saved,
    preview,
    lookUp: parsed.lookUp === undefined ? null : { people: [...parsed.lookUp.people], query: parsed.lookUp.query },
    spans: parsed.spans.map(({ start, end, kind }) => ({ start, end, kind })),
  };
}
