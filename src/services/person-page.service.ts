import type { PersonPage, Settings } from '../contract/shapes.ts';
import { deathOf, isDeceased, occasionsOf } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { type FamilyTie, isNearFamily, probableFamily } from '../domain/keeping/family.ts';
import { isHardTime } from '../domain/keeping/moments.ts';
import { ageOf, nextOccurrence, yearsSaid } from '../domain/keeping/occasions.ts';
import { writtenDate } from '../domain/keeping/written-date.ts';
import { asideFor } from '../domain/today/asides.ts';
import type { Candidate } from '../domain/today/candidate.ts';
import { channelFor } from '../domain/today/channel.ts';
import { openerFor } from '../domain/today/opener.ts';
import { calledName } from '../domain/today/phrases.ts';
import { dayLabel, inEnglish, reasonsFor } from '../domain/today/reasons.ts';
import { wordsIn } from '../domain/today/words/words.ts';
import { draftMarks } from '../domain/words/subject.ts';
import type { Voice } from '../domain/words/voice.ts';
import type { Channel } from '../domain/words.ts';
import { findRow } from '../storage/feed.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { dismissalsOf, tiesOf } from '../storage/repositories/memory.repository.ts';
import { circleNames, findState, findStates, type PersonState } from '../storage/repositories/person.repository.ts';
import { revivalsOf } from '../storage/repositories/revival.repository.ts';
import { sourcesOf } from '../storage/repositories/source.repository.ts';
import { touchesOfPerson } from '../storage/repositories/touch.repository.ts';
import type { PersonTable, TieTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { loadCandidates, loadMemory, type Memory, todaySettings } from './candidates.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { writeCursor } from './cursor.ts';
import { doublesOf } from './duplicates.service.ts';
import { givingOf } from './giving.service.ts';
import { loadLongGame, longGameOf } from './long-game-of.ts';
import { toFact, toPromise } from './memory-shapes.ts';
import { toMoment } from './moment-shapes.ts';
import { withPasts } from './pasts.ts';
import { warmthNow } from './people.service.ts';
import { reachOf } from './reach.ts';
import { readSettings } from './read-settings.ts';
import { toTouches } from './touches.service.ts';
import { unaskedAmong } from './unasked.ts';
import { readVoice } from './voice.ts';
import { wakingOf } from './waking.service.ts';

/** How many touches a person's page begins with, and a device keeps. */
export const FIRST_TOUCHES = 20;
/** Paused until lifted, as the contract writes it. */
const WITHOUT_END = '9999-12-31';

/** Everything to pick up where you left off with a person. @throws AppError `not-found` */
export async function getPersonPage(context: Context, id: string): Promise<PersonPage> {
  const scope = scopeOf(context);
  const [person, state, settings] = await Promise.all([
    findRow(scope, 'person', id),
    findState(scope, id),
    readSettings(scope),
  ]);
  if (!person || !state || person.is_owner === 1)
    throw new AppError('not-found', 'This person is not here (any more).');
  const today = await todayOf(context, settings);
  const card = JSON.parse(person.card) as Card;
  const phoneKey = (number: string) => context.store.phoneKey(number, settings.country);
  const preferred = (person.channel as Channel | null) ?? null;
  const head = headOf(person, state, card);
  const memory = loadMemory(scope, [id]);
  // None needs another's answer: a database across a wire is asked for all, and not for one after the other.
  const [
    [candidate],
    voice,
    { loaded, probable, unasked },
    told,
    circles,
    exchanges,
    longGame,
    [said],
    sources,
    doubles,
  ] = await Promise.all([
    loadCandidates(scope, [id], today, memory).then((found) => withPasts(scope, found, today)),
    readVoice(scope, settings),
    rememberedOf(scope, id, { memory, today }),
    story(scope, id, state.touch_count),
    circleNames(scope, [id]),
    exchangesOf(scope, [id]),
    loadLongGame(scope, id),
    revivalsOf(scope, [id]),
    sourcesOf(scope, id),
    doublesOf(context, id),
  ]);
  const remembered = remembering(loaded, id);
  return {
    ...head,
    localTime: localTime(card, context.store.now()),
    circles: circles.get(id) ?? [],
    ...keepingOf(person, state, { today, locale: settings.locale }),
    followUpOn: candidate?.followUp?.due ?? null,
    ...(candidate
      ? whyNow(candidate, { today, settings: todaySettings(settings), voice })
      : { reasons: [], opener: null, draft: null }),
    reach: reachOf(card, { preferred: preferred ?? (candidate ? channelFor(candidate) : null), phoneKey }),
    ...datesOf(card, { today, settings, deceased: head.deceased }),
    ...remembered,
    probableTies: probable,
    ...givingOf(exchanges, {
      name: candidate ? calledName(candidate) : state.name,
      today,
      facts: remembered.facts,
      isHardTime: isHardTime(candidate?.moments ?? [], today),
      deceased: head.deceased,
    }),
    ...longGameOf(longGame, { candidate, unasked, today, settings: todaySettings(settings) }),
    ...told,
    waking: candidate ? wakingOf({ candidate, said, touches: told.touches, today, locale: settings.locale }) : null,
    sources,
    doubles,
  };
}

export function headOf(person: PersonTable, state: PersonState, card: Card) {
  return {
    id: person.id,
    rev: person.rev,
    name: state.name,
    initials: state.initials,
    photo: state.photo,
    headline: state.headline,
    place: state.place,
    card: card as unknown as PersonPage['card'],
    tags: JSON.parse(state.tags) as string[],
    channel: person.channel as Channel | null,
    archived: person.archived_on !== null,
    deceased: person.deceased === 1 || isDeceased(card),
  };
}

/** Days to mark and the age. The dead have dates, but none that comes again. */
export function datesOf(
  card: Card,
  { today, settings, deceased }: { today: CalendarDate; settings: Settings; deceased: boolean },
): Pick<PersonPage, 'occasions' | 'age'> {
  const { leapDayRule, locale } = settings;
  const occasions = occasionsOf(card).map((occasion) => {
    const next = deceased ? undefined : nextOccurrence(occasion.date, today, leapDayRule);
    return {
      kind: occasion.kind,
      label: dayLabel(occasion),
      date: occasion.date,
      written: writtenDate(occasion.date, locale),
      next: next ?? null,
      turns: next === undefined ? null : (yearsSaid(occasion.kind, occasion.date, next) ?? null),
    };
  });
  const death = deathOf(card);
  const born = occasions.filter(({ kind }) => kind === 'birth');
  const ages = deceased ? [] : born.flatMap(({ date }) => ageOf(date, today, leapDayRule) ?? []);
  return {
    occasions:
      death === undefined
        ? occasions
        : [
            ...occasions,
            { kind: 'death', label: 'died', date: death, written: writtenDate(death, locale), next: null, turns: null },
          ],
    age: ages.find(({ about }) => !about) ?? ages[0] ?? null,
  };
}

export function keepingOf(
  person: PersonTable,
  state: PersonState,
  { today, locale }: { today: CalendarDate; locale: string },
) {
  const warmth = warmthNow(state, today);
  return {
    rhythmDays: person.rhythm_days,
    effectiveRhythmDays: state.rhythm_days,
    lastTouch: state.last_contact,
    nextTouch: state.next_touch,
    snoozedUntil: person.snoozed_until !== null && person.snoozed_until > today ? person.snoozed_until : null,
    pausedUntil: pausedUntil(person, today),
    warmth: warmth?.band ?? null,
    warmthText: warmth && wordsIn(locale).warmth(warmth),
  };
}

function pausedUntil(person: PersonTable, today: CalendarDate): string | null {
  if (person.paused_from === null) return null;
  if (person.paused_until === null) return WITHOUT_END;
  return person.paused_until > today ? person.paused_until : null;
}

export function whyNow(
  candidate: Candidate,
  { today, settings, voice }: { today: CalendarDate; settings: ReturnType<typeof todaySettings>; voice: Voice },
): Pick<PersonPage, 'reasons' | 'opener' | 'draft'> {
  // To somebody who has died nothing is written.
  if (candidate.deceased) return { reasons: [], opener: null, draft: null };
  const reasons = reasonsFor(candidate, { today, settings });
  const aside = asideFor(candidate, { today, locale: settings.locale });
  const opener = openerFor(candidate, {
    reasons: inEnglish(reasons, candidate, { today, settings }),
    channel: channelFor(candidate),
    today,
    locale: settings.locale,
    aside: aside?.lines,
    voice,
  });
  return {
    reasons: [...reasons, ...(aside === undefined ? [] : [aside.reason])].map((reason) => ({ ...reason })),
    opener,
    draft: draftMarks({ reasons, opener }),
  };
}

/** What is remembered of these people, by person, and what those are called whom they have ties to. */
export async function loadRemembered(scope: Scope, ids: readonly string[], memory = loadMemory(scope, ids)) {
  const [ties, remembered] = await Promise.all([tiesOf(scope, ids), memory]);
  const others = await findStates(scope, [...new Set(ties.flatMap((row) => row.other_id ?? []))]);
  return {
    ...remembered,
    ties: Map.groupBy(ties, (row) => row.person_id),
    names: new Map(others.map((state) => [state.person_id, state.name])),
  };
}

/** What is remembered of a person, and what follows from it: who may be family, and what to ask about again. */
async function rememberedOf(
  scope: Scope,
  id: string,
  { memory, today }: { memory: Promise<Memory>; today: CalendarDate },
) {
  const loaded = await loadRemembered(scope, [id], memory);
  const [probable, unasked] = await Promise.all([
    probableTies(scope, id, loaded.ties.get(id) ?? []),
    unaskedAmong(scope, loaded.facts.get(id) ?? [], today),
  ]);
  return { loaded, probable, unasked: unasked.get(id) };
}

export function remembering(
  { facts, promises, reminders, moments, ties, names }: Awaited<ReturnType<typeof loadRemembered>>,
  id: string,
): Pick<PersonPage, 'facts' | 'promises' | 'reminders' | 'moments' | 'ties'> {
  return {
    facts: (facts.get(id) ?? []).map(toFact),
    promises: (promises.get(id) ?? []).map(toPromise),
    reminders: (reminders.get(id) ?? []).map((row) => ({
      id: row.id,
      personId: id,
      date: row.date,
      text: row.text,
      doneOn: row.done_on,
    })),
    moments: (moments.get(id) ?? []).map(toMoment),
    ties: (ties.get(id) ?? []).map((row) => ({
      id: row.id,
      kind: row.kind,
      otherId: row.other_id,
      otherName: names.get(row.other_id ?? '') ?? row.other_name,
    })),
  };
}

async function probableTies(scope: Scope, id: string, ties: readonly TieTable[]): Promise<PersonPage['probableTies']> {
  const probable = await probableOf(scope, id, ties);
  const others = probable.flatMap(({ otherId, viaId }) => [otherId, viaId]);
  const names = new Map((await findStates(scope, [...new Set(others)])).map((state) => [state.person_id, state.name]));
  return probable.flatMap(({ kind, otherId, viaId, viaKind }) => {
    const [otherName, name] = [names.get(otherId), names.get(viaId)];
    return otherName === undefined || name === undefined
      ? []
      : [{ kind, otherId, otherName, via: { name, kind: viaKind } }];
  });
}

/** Family through the nearest; what the owner said is not so stays away. */
async function probableOf(scope: Scope, id: string, ties: readonly TieTable[]) {
  const near = ties.flatMap((row) => (row.other_id !== null && isNearFamily(row.kind) ? [row.other_id] : []));
  if (near.length === 0) return [];
  const rows = [...ties, ...(await tiesOf(scope, near))];
  const noted = rows.flatMap((row): FamilyTie[] =>
    row.other_id === null ? [] : [{ personId: row.person_id, kind: row.kind, otherId: row.other_id }],
  );
  const found = probableFamily(id, noted);
  if (found.length === 0) return [];
  const denied = new Set((await dismissalsOf(scope, [id])).map((row) => row.key));
  return found.filter((tie) => !denied.has(`tie:${tie.otherId}`));
}

async function story(
  scope: Scope,
  id: string,
  count: number,
): Promise<Pick<PersonPage, 'touches' | 'olderTouches' | 'touchCount'>> {
  const rows = await touchesOfPerson(scope, id, { limit: FIRST_TOUCHES + 1 });
  const shown = rows.slice(0, FIRST_TOUCHES);
  const last = shown.at(-1);
  return {
    touches: await toTouches(scope, shown),
    olderTouches: rows.length > FIRST_TOUCHES && last ? writeCursor(last.date, last.id) : null,
    touchCount: count,
  };
}

/** The hour and minute it is for them, when the card tells their zone. */
function localTime(card: Card, now: number): string | null {
  const zone = Object.values(card.addresses ?? {}).find((address) => address.timeZone !== undefined)?.timeZone;
  if (zone === undefined) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(now)
      .toZonedDateTimeISO(zone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' });
  } catch {
    // A zone nobody knows is the card's own business; the page does without the hour.
    return null;
  }
}
