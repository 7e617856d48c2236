import type { CalendarDate } from '../dates.ts';
import { isIntroductionReceived } from '../introducing/received.ts';
import type { Named, YearFacts } from '../pictures/year-review.ts';
import type { Merit } from './thanks.ts';

/** What came about in the year, and with whose help. */
export interface OutcomeOfYear {
  readonly text: string;
  readonly date: CalendarDate;
  readonly people: readonly Named[];
}

export interface Owed {
  readonly person: Named;
  /** What weighs most first. */
  readonly merits: readonly Merit[];
  /** The last day of what they are thanked for: thanks from then on are given. */
  readonly since: CalendarDate;
}

/** More than these are not thanked one by one. */
const MOST_THANKED = 12;
/** Who began on so many days came by themselves. */
const CAME_DAYS = 3;
const WEIGHTS: Readonly<Record<Merit['kind'], number>> = { outcome: 4, introduced: 3, gave: 3, 'showed-up': 1 };

/** Whom the year leaves to thank, and for what: who gave, who introduced, who showed up, and of whom something came. */
export function whomToThank(facts: YearFacts, outcomes: readonly OutcomeOfYear[]): readonly Owed[] {
  const found = new Map<string, { person: Named; merits: Merit[]; since: CalendarDate }>();
  const add = ({ id, name }: Named, merit: Merit, date: CalendarDate) => {
    const entry = found.get(id) ?? { person: { id, name }, merits: [], since: date };
    entry.merits.push(merit);
    if (date > entry.since) entry.since = date;
    found.set(id, entry);
  };
  for (const { text, date, people } of outcomes)
    for (const person of people) add(person, { kind: 'outcome', text }, date);
  const doors = doorsOfYear(facts);
  const opened = new Set(doors.map(({ by }) => by.id));
  // The door says it already, and for everybody behind it.
  for (const { text, date, person } of facts.received)
    if (!(opened.has(person.id) && isIntroductionReceived(text))) add(person, { kind: 'gave', text, date }, date);
  for (const { by, whom, date } of doors) add(by, { kind: 'introduced', names: whom.map(({ name }) => name) }, date);
  for (const { by, text, person } of facts.promises)
    if (by === 'them') add(person, { kind: 'showed-up', last: firstDayOf(facts), kept: text }, firstDayOf(facts));
  for (const { id, name, days } of facts.people) {
    const came = days.filter(({ mine, theirs }) => theirs && !mine);
    const last = came.at(-1);
    if (came.length >= CAME_DAYS && last !== undefined)
      add({ id, name }, { kind: 'showed-up', last: last.date }, last.date);
  }
  const weightOf = ({ merits }: Pick<Owed, 'merits'>) => merits.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0);
  return [...found.values()]
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.person.name < b.person.name ? -1 : 1))
    .slice(0, MOST_THANKED)
    .map((entry) => ({
      ...entry,
      merits: [...entry.merits].sort((a, b) => WEIGHTS[b.kind] - WEIGHTS[a.kind]),
    }));
}

/** Doors that were opened in the year: to people one met in it. */
function doorsOfYear({ introductions, beginnings }: YearFacts) {
  const made = Map.groupBy(
    introductions.filter(({ who }) => beginnings.has(who.id)),
    ({ by }) => by.id,
  );
  return [...made.values()].flatMap((doors) => {
    const [first] = doors;
    const dates = doors.flatMap(({ who }) => beginnings.get(who.id)?.date ?? []).sort();
    const date = dates.at(-1);
    return first === undefined || date === undefined ? [] : [{ by: first.by, whom: doors.map(({ who }) => who), date }];
  });
}

function firstDayOf({ year }: YearFacts): CalendarDate {
  return `${String(year).padStart(4, '0')}-01-01` as CalendarDate;
}
