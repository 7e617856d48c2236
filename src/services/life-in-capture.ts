import type { CaptureResult } from '../contract/shapes.ts';
import type { Capture, CapturedExchange, CapturedMoment, PersonRef } from '../domain/capture/capture.ts';
import { namedCompany } from '../domain/capture/company-news.ts';
import { kinIn } from '../domain/capture/reliefs.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { daysApart } from '../domain/keeping/day-number.ts';
import { LONGEST_COURSE_DAYS } from '../domain/keeping/moments.ts';
import { firstWordOf, isNamedAlike } from '../domain/keeping/noticing.ts';
import type { MomentKind } from '../domain/words.ts';
import type { Writer } from '../storage/feed.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { momentsOf, workingAt } from '../storage/repositories/moment.repository.ts';
import type { Scope } from '../storage/store.ts';

/** What a captured line says of people's lives, of where they work, and of what passes between them and the owner. */

/** The same kind of news within so many days is the same news, told again or found in a file before. */
const SAME_NEWS_DAYS = 45;

export interface Company {
  /** As the line writes it. */
  readonly name: string;
  readonly workers: readonly { readonly personId: string; readonly organisation: string | null }[];
}

/** The organisation a line may have news of, with those who work there; undefined when nobody does. */
export async function companyIn(scope: Scope, text: string): Promise<Company | undefined> {
  const name = namedCompany(text);
  if (name === undefined) return undefined;
  const workers = (await workingAt(scope, firstWordOf(name)))
    .filter((row) => isNamedAlike(row.organisation ?? '', name))
    .map((row) => ({ personId: row.person_id, organisation: row.organisation }));
  return workers.length === 0 ? undefined : { name, workers };
}

/** The line without what is noted already. */
export async function withoutKnown(scope: Scope, parsed: Capture): Promise<Capture> {
  const idOf = new Map(
    parsed.people.flatMap(({ ref, id }): [PersonRef, string][] => (id === undefined ? [] : [[ref, id]])),
  );
  const ids = [...new Set([...parsed.moments, ...parsed.exchanges].flatMap(({ ref }) => idOf.get(ref) ?? []))];
  if (ids.length === 0) return parsed;
  const [moments, exchanges] = [await momentsOf(scope, ids), await exchangesOf(scope, ids)];
  const isKnownMoment = ({ ref, kind, date }: CapturedMoment) =>
    moments.some(
      (row) =>
        row.person_id === idOf.get(ref) &&
        row.kind === kind &&
        row.organisation === null &&
        daysApart(row.date as CalendarDate, date) <= SAME_NEWS_DAYS,
    );
  const isKnownExchange = ({ ref, kind, text, date }: CapturedExchange) =>
    exchanges.some(
      (row) => row.person_id === idOf.get(ref) && row.kind === kind && row.text === text && row.date === date,
    );
  return {
    ...parsed,
    moments: parsed.moments.filter((moment) => !isKnownMoment(moment)),
    exchanges: parsed.exchanges.filter((exchange) => !isKnownExchange(exchange)),
  };
}

interface Line {
  readonly ids: ReadonlyMap<PersonRef, string>;
  readonly today: CalendarDate;
  readonly company: Company | undefined;
}

/** The hard times a line says are over: their check-ins end, and what was cheerful comes back. */
export async function relievedBy(
  scope: Scope,
  { reliefs }: Capture,
  { ids, today }: { readonly ids: ReadonlyMap<PersonRef, string>; readonly today: CalendarDate },
): Promise<{ readonly id: string; readonly personId: string }[]> {
  const ended = reliefs.flatMap(({ ref, ...relief }) => {
    const personId = ids.get(ref);
    return personId === undefined ? [] : [{ personId, ...relief }];
  });
  if (ended.length === 0) return [];
  return (await momentsOf(scope, [...new Set(ended.map(({ personId }) => personId))]))
    .filter(
      (row) =>
        ended.some(
          ({ personId, ends, kin }) =>
            personId === row.person_id && ends.includes(row.kind as MomentKind) && kinIn(row.text) === kin,
        ) &&
        row.date <= today &&
        daysApart(row.date as CalendarDate, today) <= LONGEST_COURSE_DAYS,
    )
    .map((row) => ({ id: row.id, personId: row.person_id }));
}

/** Writes the moments and the entries of the ledger, in the step of the line. */
export async function saveLife(writer: Writer, parsed: Capture, line: Line): Promise<void> {
  // Heard in a conversation, it was answered in it.
  const heardOn = parsed.touch?.date ?? line.today;
  const theirs = parsed.companyNews === undefined ? [] : (line.company?.workers ?? []);
  const over = await relievedBy(writer, parsed, line);
  await writer.remove(
    'moment',
    over.map(({ id }) => id),
  );
  const organisationOf = new Map(theirs.map(({ personId, organisation }) => [personId, organisation]));
  await writer.insert(
    'moment',
    momentsToNote(parsed, line).map(({ personId, kind, text, date }) => ({
      id: writer.newId(),
      person_id: personId,
      ...{ kind, text, date, noticed_on: heardOn, was: null, source: null },
      organisation: organisationOf.get(personId) ?? null,
    })),
  );
  await writer.insert(
    'exchange',
    exchangesToNote(parsed, line).map(({ personId, ...entry }) => ({
      id: writer.newId(),
      person_id: personId,
      ...entry,
    })),
  );
}

export function momentsToNote(
  { moments, companyNews }: Capture,
  { ids, company }: Pick<Line, 'ids' | 'company'>,
): CaptureResult['moments'] {
  if (companyNews !== undefined) {
    const { kind, text, date } = companyNews;
    return (company?.workers ?? []).map(({ personId }) => ({ personId, kind, text, date }));
  }
  return moments.flatMap(({ ref, ...moment }) => {
    const personId = ids.get(ref);
    return personId === undefined ? [] : [{ personId, ...moment }];
  });
}

export function exchangesToNote({ exchanges }: Capture, { ids }: Pick<Line, 'ids'>): CaptureResult['exchanges'] {
  return exchanges.flatMap(({ ref, ...entry }) => {
    const personId = ids.get(ref);
    return personId === undefined ? [] : [{ personId, ...entry }];
  });
}
