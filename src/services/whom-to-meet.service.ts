import type { ToMeet } from '../contract/gathering-shapes.ts';
import type { Answer } from '../contract/routes.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { givenName } from '../domain/card/name.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { type Attending, whomToMeet } from '../domain/gatherings/whom-to-meet.ts';
import { factsOf } from '../storage/repositories/memory.repository.ts';
import { findPeople, findStates } from '../storage/repositories/person.repository.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { getGatheringRow, partOf, peopleAt, timeOf, toFace } from './gathering-rows.ts';
import { prepareEach } from './prep.service.ts';
import { readSettings } from './read-settings.ts';

/** Whom to look for at a gathering: everyone on its list who is known and not met yet. */

/** Nobody talks to more than that; who is wanted and who is closest are among them. */
const MOST_PREPARED = 120;
const MOST_SHOWN = 20;

export async function getWhomToMeet(context: Context, id: string, date?: string): Promise<Answer<'whomToMeet'>> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const gathering = await getGatheringRow(scope, id);
  const lines = (await peopleAt(scope, gathering, timeOf(gathering, date, today))).filter(
    ({ part, person_id }) => person_id !== null && (part === 'coming' || part === 'invited'),
  );
  const byPerson = new Map(lines.map((line) => [line.person_id ?? '', line]));
  const states = (await findStates(scope, [...byPerson.keys()]))
    .sort(
      (a, b) =>
        (byPerson.get(b.person_id)?.wanted ?? 0) - (byPerson.get(a.person_id)?.wanted ?? 0) ||
        b.closeness - a.closeness,
    )
    .slice(0, MOST_PREPARED);
  const ids = states.map((state) => state.person_id);
  const prepared = new Map((await prepareEach(scope, ids, { today, settings })).map((person) => [person.id, person]));
  const cards = new Map((await findPeople(scope, ids)).map((row) => [row.id, JSON.parse(row.card) as Card]));
  const facts = Map.groupBy(
    (await factsOf(scope, ids)).filter((row) => row.private === 0 && (row.until === null || row.until >= today)),
    (row) => row.person_id,
  );
  const attending = states.flatMap((state): Attending[] => {
    const [prep, card] = [prepared.get(state.person_id), cards.get(state.person_id)];
    if (!prep || !card) return [];
    const textsOf = (kind: string) =>
      (facts.get(state.person_id) ?? []).filter((row) => row.kind === kind).map((row) => row.text);
    const [last] = prep.touches;
    const [question] = prep.questions;
    return [
      {
        personId: state.person_id,
        called: givenName(card, { language: settings.locale }) ?? state.name,
        wanted: byPerson.get(state.person_id)?.wanted === 1,
        isNew: state.last_contact === null,
        closeness: state.closeness,
        isDue: state.next_touch !== null && state.next_touch <= today,
        promises: prep.promises.map(({ by, text, due }) => ({ by, text, due: due as CalendarDate | null })),
        needs: textsOf('need'),
        offers: textsOf('offer'),
        ...(last === undefined ? {} : { last: { date: last.date as CalendarDate, text: last.summary || last.notes } }),
        ...(question === undefined ? {} : { question: question.text }),
      },
    ];
  });
  const faces = new Map(states.map((state) => [state.person_id, toFace(state)]));
  const isNew = new Map(attending.map((one) => [one.personId, one.isNew]));
  const sought = whomToMeet(attending, { today, locale: settings.locale });
  const people = sought.slice(0, MOST_SHOWN).flatMap(({ personId, why, question }): ToMeet[] => {
    const [line, person] = [byPerson.get(personId), faces.get(personId)];
    return line === undefined || person === undefined
      ? []
      : [
          {
            attendeeId: line.id,
            person,
            part: partOf(line),
            wanted: line.wanted === 1,
            say: line.say,
            isNew: isNew.get(personId) === true,
            why: [...why],
            question,
          },
        ];
  });
  return { people, further: Math.max(0, lines.length - people.length) };
}
