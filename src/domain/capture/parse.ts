import { addDays, type CalendarDate, toCalendarDate, toInstant } from '../dates.ts';
import type {
  Capture,
  CaptureContext,
  CapturedFact,
  CapturedFollowUp,
  CapturedPlan,
  CapturedPromise,
  CapturedTouch,
  CaptureQuestion,
  PersonRef,
} from './capture.ts';
import { type Cast, toCapturedPerson, unifyMentions } from './cast.ts';
import { splitClauses, timesOf } from './clauses.ts';
import { settleClock } from './clock.ts';
import { readCompanyNews } from './company-news.ts';
import { readDeaths } from './deaths.ts';
import { type Encounter, meetEverybody, toEncounters } from './encounters.ts';
import { readExchanges } from './exchanges.ts';
import { readIntroductions } from './introductions.ts';
import { readGoal, readOutcome, readOwnNews } from './long-game.ts';
import { readMoments } from './moments.ts';
import { isQuestion, soughtWords } from './question.ts';
import { type Reading, readClauses } from './reading.ts';
import { readReliefs } from './reliefs.ts';
import { resolveMoment, startOfWeek } from './resolve-when.ts';
import { scanLine } from './scan.ts';
import type { Node } from './scan-types.ts';
import { spansOf } from './spans.ts';
import { summarize } from './summary.ts';
import { type KeptLine, readKept, readPassedOn } from './things.ts';
import type { When } from './when-types.ts';

/** How long a follow-up waits when nobody said: until the next day. */
const FIRST_FOLLOW_UP_DAYS = 1;

/**
 * Understands one free line: who, what happened or is planned, what was learned and promised. Asks where only the owner
 * can know. Never throws, whatever the text; the same text, day, locale and people give the same capture.
 */
export function parseCapture(text: string, context: CaptureContext): Capture {
  const today = Temporal.PlainDate.from(context.today);
  const kept = readKept(text, context);
  if (kept !== undefined) return toKept(text, kept);
  const companyNews = readCompanyNews(text, context);
  if (companyNews !== undefined) return { ...nothing(text), companyNews };
  const goal = readGoal(text, context);
  if (goal !== undefined) return { ...ofPeople(text, goal), goal: goal.said };
  const news = readOwnNews(text);
  if (news !== undefined) return { ...nothing(text), news };
  const outcome = readOutcome(text, context);
  if (outcome !== undefined) return { ...ofPeople(text, outcome), outcome: outcome.said };
  const nodes = unifyMentions(scanLine(text, context));
  if (isQuestion(nodes, text)) return toLookUp(text, nodes);
  const { readings, cast, hasTold } = readClauses(splitClauses(nodes, text), { text, today });
  const encounters = toEncounters(readings, { text, today, cast, hasTold });
  meetEverybody(readings, encounters, cast);
  const gone = readDeaths(readings, { cast, today });
  const dead = new Set(gone.deaths.map(({ ref }) => ref));
  const isFuneral = ({ refs }: Encounter) => refs.length > 0 && refs.every((ref) => gone.buried.has(ref));
  const happened = encounters.find((encounter) => !encounter.isPlan && !isFuneral(encounter));
  const plans = encounters
    .filter((encounter) => encounter.isPlan && !isFuneral(encounter))
    .map((encounter) => toPlan(encounter, context));
  const introductions = readIntroductions(readings, cast);
  const ideas = new Set(introductions.flatMap((one) => (one.introduction.kind === 'idea' ? [one.reading] : [])));
  const besides = readings.filter((reading) => !ideas.has(reading));
  const touch =
    happened ??
    (hasTold || (dead.size === 0 && ideas.size === 0 && isAboutContact(besides, plans))
      ? bareEncounter(readings, today)
      : undefined);
  const on = touch?.date ?? today;
  const thing = passedOn(text, touch, cast);
  // What was passed on stands in the ledger as that.
  const exchanges = thing.passedOn === undefined ? readExchanges(readings, { text, cast, today, on }) : [];
  const inLedger = new Set(exchanges.map(({ reading }) => reading));
  const besideLedger = readings.filter(
    (reading) =>
      !gone.bare.has(reading) &&
      !(inLedger.has(reading) && (reading.kind === 'note' || (reading.kind === 'fact' && reading.fact === 'other'))),
  );
  const notes = touch === undefined ? notedFacts(besideLedger) : [];
  const topics = [
    ...new Set(
      readings.flatMap((reading) =>
        (reading.kind === 'topic' || reading.kind === 'touch') && !reading.isPrivate ? [reading.topic ?? ''] : [],
      ),
    ),
  ].filter((topic) => topic !== '');
  const met = touch === undefined ? [] : newcomers(cast, cast.participants());
  const followUps = [
    ...saidFollowUps(readings, today),
    ...firstFollowUps({ met, readings, topics, metOn: touch?.date ?? today, today }),
  ];
  return {
    text,
    ...(touch === undefined ? {} : { touch: toTouch(touch, { text, readings, topics, context }) }),
    ...thing,
    people: cast
      .members()
      .map((member) =>
        toCapturedPerson(
          member,
          !gone.buried.has(member.ref) && isThere(cast, member.ref, touch, plans) ? 'participant' : 'mentioned',
        ),
      ),
    facts: [...saidFacts(besideLedger), ...notes, ...meetingFacts(met, topics, touch)].map((fact) =>
      // Nothing weighs on the dead any more.
      dead.has(fact.ref) && fact.kind === 'challenge' ? { ...fact, kind: 'other' as const } : fact,
    ),
    deaths: gone.deaths,
    reliefs: readReliefs(readings),
    promises: saidPromises(besides, today),
    plans,
    followUps,
    occasions: readings.flatMap((reading) =>
      reading.kind === 'occasion'
        ? reading.refs.map((ref) => ({ ref, kind: reading.occasion, date: reading.date }))
        : [],
    ),
    introductions: introductions.map(({ introduction }) => introduction),
    moments: readMoments(readings, { today, learned: on }).filter(({ ref }) => !dead.has(ref)),
    exchanges: exchanges.map(({ exchange }) => exchange),
    tags: [...new Set(nodes.flatMap((node) => (node.kind === 'tag' ? [node.text] : [])))],
    questions: questionsOf(cast, text),
    spans: spansOf(nodes, readings, encounters, text),
  };
}

function toKept(text: string, { thing, cast, nodes }: KeptLine): Capture {
  return { ...ofPeople(text, { cast, nodes }), kept: thing };
}

/** Of a line that tells of no meeting: whom it names. It asks for nobody when it names none: it may be for anyone. */
function ofPeople(text: string, { cast, nodes }: { readonly cast: Cast; readonly nodes: readonly Node[] }): Capture {
  const members = cast.members();
  return {
    ...nothing(text),
    people: members.map((member) => toCapturedPerson(member, 'mentioned')),
    questions: members.length === 0 ? [] : questionsOf(cast, text),
    spans: spansOf(nodes, [], [], text),
  };
}

function nothing(text: string): Capture {
  return {
    text,
    people: [],
    facts: [],
    promises: [],
    plans: [],
    followUps: [],
    occasions: [],
    deaths: [],
    reliefs: [],
    introductions: [],
    moments: [],
    exchanges: [],
    tags: [],
    questions: [],
    spans: [],
  };
}

function passedOn(text: string, touch: Encounter | undefined, cast: Cast): Pick<Capture, 'passedOn'> {
  const thing = touch?.direction === 'mine' && !touch.isPlan ? readPassedOn(text, cast.participants()) : undefined;
  return thing === undefined ? {} : { passedOn: thing };
}

/** "How is Ada doing?" was no conversation: whoever asks wants her page. */
function toLookUp(text: string, nodes: readonly Node[]): Capture {
  const people = nodes.flatMap((node) => {
    if (node.kind !== 'name') return [];
    const { who } = node.mention;
    return who.kind === 'known' ? who.people : who.kind === 'unclear' ? who.candidates : [];
  });
  const each = new Map(people.map(({ id, name }) => [id, { id, name }]));
  return { ...nothing(text), lookUp: { people: [...each.values()], query: soughtWords(nodes) } };
}

function isThere(cast: Cast, ref: PersonRef, touch: Encounter | undefined, plans: readonly CapturedPlan[]): boolean {
  return (touch !== undefined && cast.participants().includes(ref)) || plans.some(({ refs }) => refs.includes(ref));
}

/** Whether a line without a word of contact still tells of one: "Ada, great evening", but not "Ada loves sailing". */
function isAboutContact(readings: readonly Reading[], plans: readonly CapturedPlan[]): boolean {
  if (readings.some(({ kind }) => kind === 'joined' || kind === 'topic')) return true;
  const isElsewhere =
    plans.length > 0 ||
    readings.some(
      ({ kind }) =>
        kind === 'fact' || kind === 'promise' || kind === 'follow-up' || kind === 'occasion' || kind === 'note',
    );
  return !isElsewhere && readings.length > 0;
}

function bareEncounter(readings: readonly Reading[], today: Temporal.PlainDate): Encounter {
  const time = readings
    .filter(({ kind }) => kind === 'time' || kind === 'rest')
    .flatMap(({ clause }) => timesOf(clause))
    .find(({ moment }) => moment !== undefined);
  const date = time?.moment === undefined ? today : resolveMoment(time.moment, today, 'past').from;
  const isPast = Temporal.PlainDate.compare(date, today) <= 0;
  return {
    date: isPast ? date : today,
    isPlan: false,
    channel: 'other',
    direction: 'mutual',
    refs: [],
    isEvening: false,
    text: '',
  };
}

function toTouch(
  encounter: Encounter,
  {
    text,
    readings,
    topics,
    context,
  }: { text: string; readings: readonly Reading[]; topics: readonly string[]; context: CaptureContext },
): CapturedTouch {
  const { channel, direction, place } = encounter;
  return {
    date: toCalendarDate(encounter.date),
    ...atOf(encounter, context),
    channel,
    direction,
    ...(place === undefined ? {} : { place: place.text, where: place.phrase }),
    topics,
    summary: summarize(text, readings),
  };
}

function toPlan(encounter: Encounter, context: CaptureContext): CapturedPlan {
  const { refs, channel, place, text } = encounter;
  return {
    refs,
    date: toCalendarDate(encounter.date),
    ...atOf(encounter, context),
    channel,
    ...(place === undefined ? {} : { place: place.text }),
    text,
  };
}

function atOf({ date, time, isEvening }: Encounter, { zone }: CaptureContext): { at?: CapturedTouch['at'] & string } {
  if (time === undefined) return {};
  try {
    const zoned = date.toZonedDateTime({ timeZone: zone, plainTime: settleClock(time, isEvening) });
    return { at: toInstant(zoned.epochMilliseconds) };
  } catch {
    // an unknown zone cannot give an instant; the day stands
    return {};
  }
}

function newcomers(cast: Cast, refs: readonly PersonRef[]): PersonRef[] {
  return refs.filter((ref) => cast.member(ref)?.who.kind === 'new');
}

function saidFacts(readings: readonly Reading[]): CapturedFact[] {
  return readings.flatMap((reading): CapturedFact[] => {
    const { isPrivate } = reading;
    if (reading.kind === 'fact')
      return reading.refs.map((ref) => ({ ref, kind: reading.fact, text: reading.text, private: isPrivate }));
    if (reading.kind !== 'touch' || reading.kin === undefined) return [];
    return [{ ...reading.kin, kind: 'family', private: isPrivate }];
  });
}

/** Without a touch to keep them in its summary, statements of no known kind are facts of their own. */
function notedFacts(readings: readonly Reading[]): CapturedFact[] {
  return readings.flatMap((reading) =>
    reading.kind === 'note'
      ? reading.refs.map((ref) => ({ ref, kind: 'other' as const, text: reading.text, private: reading.isPrivate }))
      : [],
  );
}

/** What a first meeting teaches: what they talked about, and where and through whom it came about. */
function meetingFacts(
  met: readonly PersonRef[],
  topics: readonly string[],
  touch: Encounter | undefined,
): CapturedFact[] {
  const how = [
    touch?.introducedBy === undefined ? '' : `introduced by ${touch.introducedBy}`,
    touch?.place?.phrase ?? '',
  ].filter((words) => words !== '');
  return met.flatMap((ref) => [
    ...topics.map((text) => ({ ref, kind: 'interest' as const, text, private: false })),
    ...(how.length === 0 ? [] : [{ ref, kind: 'how-we-met' as const, text: how.join(', '), private: false }]),
  ]);
}

function saidPromises(readings: readonly Reading[], today: Temporal.PlainDate): CapturedPromise[] {
  return readings.flatMap((reading) => {
    if (reading.kind !== 'promise') return [];
    const due = dueDay(reading.times, today);
    return reading.refs.map((ref) => ({
      ref,
      by: reading.by,
      text: reading.text,
      ...(due === undefined ? {} : { due }),
    }));
  });
}

function saidFollowUps(readings: readonly Reading[], today: Temporal.PlainDate): CapturedFollowUp[] {
  return readings.flatMap((reading) => {
    if (reading.kind !== 'follow-up' || reading.refs.length === 0) return [];
    const due = dueDay(reading.times, today) ?? addDays(toCalendarDate(today), FIRST_FOLLOW_UP_DAYS);
    return [{ refs: reading.refs, due, text: reading.text, firstMeeting: false }];
  });
}

/** Everybody met for the first time is written to the day after, or today if that is over, unless another day was said. */
function firstFollowUps(line: {
  met: readonly PersonRef[];
  readings: readonly Reading[];
  topics: readonly string[];
  metOn: Temporal.PlainDate;
  today: Temporal.PlainDate;
}): CapturedFollowUp[] {
  const said = new Set(line.readings.flatMap((reading) => (reading.kind === 'follow-up' ? reading.refs : [])));
  const refs = line.met.filter((ref) => !said.has(ref));
  if (refs.length === 0) return [];
  const dayAfter = line.metOn.add({ days: FIRST_FOLLOW_UP_DAYS });
  const due = toCalendarDate(Temporal.PlainDate.compare(dayAfter, line.today) < 0 ? line.today : dayAfter);
  const text = line.topics.length === 0 ? 'follow up' : `follow up about ${line.topics.join(', ')}`;
  return [{ refs, due, text, firstMeeting: true }];
}

/** A deadline is the last of its days ("by the end of May"), any other day said the first that is still to come. */
function dueDay(times: readonly When[], today: Temporal.PlainDate): CalendarDate | undefined {
  const time = times.find(({ moment }) => moment !== undefined);
  if (time?.moment === undefined) return undefined;
  const { from, to } = resolveMoment(time.moment, today, 'future');
  const isRunning = Temporal.PlainDate.compare(from, today) <= 0;
  const isOver = Temporal.PlainDate.compare(to, today) < 0;
  if (isOver) return undefined;
  if (!isRunning) return toCalendarDate(from);
  // "this week" is due before the weekend
  const friday = startOfWeek(today).add({ days: 4 });
  const isThisWeek =
    from.equals(startOfWeek(today)) && Temporal.PlainDate.compare(friday, today) >= 0 && from.until(to).days === 6;
  return toCalendarDate(isThisWeek ? friday : to);
}

function questionsOf(cast: Cast, text: string): CaptureQuestion[] {
  const members = cast.members();
  const open = members.flatMap(({ ref, who, mention, name }): CaptureQuestion[] => {
    if (who.kind !== 'unclear') return [];
    const isWhich = who.candidates.length > 1;
    return [
      {
        text: isWhich ? `Which ${name}?` : `Who is ${name}?`,
        asked: mention.text,
        ref,
        start: mention.start,
        end: mention.end,
        candidates: who.candidates.map((person) => ({ id: person.id, name: person.name })),
        canCreate: who.canCreate,
      },
    ];
  });
  if (members.length > 0) return open;
  return [{ text: 'Who was this with?', asked: '', start: 0, end: text.length, candidates: [], canCreate: true }];
}
