import type { CalendarDate, LeapDayRule, PartialDate } from '../dates.ts';
import { daysApart, toDayNumber } from '../keeping/day-number.ts';
import { durationText, numberInWords } from '../keeping/durations.ts';
import { nextOccurrence } from '../keeping/occasions.ts';
import { monthName, placedAt, plain, shortened, upperFirst } from '../today/phrases.ts';
import { YEAR_SECTIONS, type YearSectionKind } from './words.ts';

/** How many sentences a section tells; the rest is counted. */
const MOST_TOLD = 5;
/** How many names stand in one sentence. */
const MOST_NAMES = 8;
/** Silent so long, somebody came back. */
const LONG_SILENCE_DAYS = 365;
/** Known so long, a tie is a long one. */
const LONG_TIE_DAYS = 3 * 365;
/** In touch on fewer days, nobody was much of the year. */
const LEAST_DAYS = 3;
/** An occasion is kept from the day before to a week after. */
const EARLY_DAYS = 1;
const LATE_DAYS = 7;
const LONGEST_QUOTE = 60;

/** Somebody with whom there was contact in the year. */
export interface YearPerson {
  readonly id: string;
  readonly name: string;
  /** 0 to 1, see `closenessOf`. */
  readonly closeness: number;
  /** The days of contact in the year, ascending, and whether one took part or only they wrote. */
  readonly days: readonly { readonly date: CalendarDate; readonly mine: boolean; readonly theirs: boolean }[];
  /** The very first contact. */
  readonly firstContact: CalendarDate;
  /** The last contact before the year; undefined when there was none. */
  readonly before?: CalendarDate | undefined;
  /** Days of theirs that return. */
  readonly occasions: readonly { readonly kind: string; readonly date: PartialDate }[];
}

export interface Beginning {
  readonly date: CalendarDate;
  /** Whether one met, rather than wrote or spoke from afar. */
  readonly met: boolean;
  readonly place: string | null;
}

export interface YearFacts {
  readonly year: number;
  /** The last day that is told of: of a year that is not over, today. */
  readonly until: CalendarDate;
  /** Everyone with whom there was contact, in no order. */
  readonly people: readonly YearPerson[];
  /** How it began with those whose first contact fell in the year. */
  readonly beginnings: ReadonlyMap<string, Beginning>;
  /** What others did for me in the year, as it was noted, the first first. */
  readonly received: readonly { readonly text: string; readonly date: CalendarDate; readonly person: Named }[];
  /** Promises kept in the year, in the order in which they were. */
  readonly promises: readonly {
    readonly by: 'me' | 'them';
    readonly text: string;
    readonly person: Named;
  }[];
  /** Who introduced whom of those with whom there was contact. */
  readonly introductions: readonly { readonly by: Named; readonly who: Named }[];
  /** Who died in the year. */
  readonly farewells: readonly (Named & { readonly touches: number })[];
  readonly leapDayRule: LeapDayRule;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A sentence, and the people it names in the order in which it names them. */
export interface YearSentence {
  readonly text: string;
  readonly people: readonly Named[];
}

export interface YearSection {
  readonly kind: YearSectionKind;
  readonly sentences: readonly YearSentence[];
  /** How many more there would be to tell of. */
  readonly more: number;
}

/** The year as one would tell it to a friend: whom it was spent with and whom to thank, in sentences, never scores. */
export function reviewYear(facts: YearFacts): YearSection[] {
  return YEAR_SECTIONS.flatMap((kind) => tellSection(kind, facts));
}

/** One part of the year; none when there is nothing to tell. A part is told at a time where there are very many people. */
export function tellSection(kind: YearSectionKind, facts: YearFacts): YearSection[] {
  const { sentences, more } = TELLERS[kind](facts);
  return sentences.length === 0 ? [] : [{ kind, sentences, more }];
}

const TELLERS: Record<YearSectionKind, (facts: YearFacts) => Told> = {
  spoken,
  returned,
  met,
  longest,
  received,
  promises,
  occasions,
  introducers,
  farewells,
};

type Told = Omit<YearSection, 'kind'>;

/** The first few told, the rest counted. */
function told<T>(items: readonly T[], say: (item: T, at: number) => YearSentence): Told {
  return { sentences: items.slice(0, MOST_TOLD).map(say), more: Math.max(0, items.length - MOST_TOLD) };
}

function byName(a: Named, b: Named): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}

function spoken({ people }: YearFacts): Told {
  const often = people
    .filter(({ days }) => days.length >= LEAST_DAYS)
    .sort((a, b) => b.days.length - a.days.length || byName(a, b))
    .slice(0, MOST_TOLD);
  return told(often, ({ id, name, days }, at) => ({
    text:
      at === 0
        ? `Nobody was part of your year as often as ${name}: on ${numberInWords(days.length)} days.`
        : `${name} was with you on ${numberInWords(days.length)} days.`,
    people: [{ id, name }],
  }));
}

function returned({ people }: YearFacts): Told {
  const back = people
    .flatMap((person) => {
      const [first] = person.days;
      if (person.before === undefined || first === undefined) return [];
      const silence = daysApart(person.before, first.date);
      return silence < LONG_SILENCE_DAYS ? [] : [{ ...person, first, silence }];
    })
    .sort((a, b) => b.silence - a.silence || byName(a, b));
  return told(back, ({ id, name, first, silence }) => {
    const month = monthName(first.date);
    const after = durationText(silence);
    const text =
      first.mine && first.theirs
        ? `You and ${name} found each other again in ${month}, after ${after}.`
        : first.mine
          ? `You reached out to ${name} in ${month}, after ${after} of silence.`
          : `${name} came back to you in ${month}, after ${after} of silence.`;
    return { text, people: [{ id, name }] };
  });
}

function met({ people, beginnings }: YearFacts): Told {
  const fresh = people
    .flatMap((person) => {
      const beginning = beginnings.get(person.id);
      return beginning === undefined ? [] : [{ ...person, beginning }];
    })
    .sort((a, b) => b.closeness - a.closeness || b.days.length - a.days.length || byName(a, b));
  const face = told(
    fresh.filter(({ beginning }) => beginning.met),
    ({ id, name, beginning }) => {
      const place = plain(beginning.place ?? '');
      const where = place === '' ? '' : `, ${placedAt(place)}`;
      return { text: `You met ${name} in ${monthName(beginning.date)}${where}.`, people: [{ id, name }] };
    },
  );
  const others = fresh.filter(({ beginning }) => !beginning.met);
  if (others.length === 0) return face;
  const text = (names: string) => `${names} ${others.length === 1 ? 'is' : 'are'} new among the people you hear from.`;
  return { sentences: [...face.sentences, naming(others, text)], more: face.more };
}

function firstDay(year: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-01-01` as CalendarDate;
}

function longest({ people, until }: YearFacts): Told {
  const long = people
    .filter(({ firstContact }) => daysApart(firstContact, until) >= LONG_TIE_DAYS)
    .sort((a, b) => (a.firstContact === b.firstContact ? byName(a, b) : a.firstContact < b.firstContact ? -1 : 1))
    .slice(0, MOST_TOLD);
  return told(long, ({ id, name, firstContact }) => ({
    text: `You and ${name} have been in touch since ${firstContact.slice(0, 4)}, and were again this year.`,
    people: [{ id, name }],
  }));
}

function received({ received: gifts }: YearFacts): Told {
  return told(gifts, ({ text, date, person: { id, name } }) => ({
    text: `${name} did you a good turn in ${monthName(date)}: “${shortened(plain(text), LONGEST_QUOTE)}”.`,
    people: [{ id, name }],
  }));
}

function promises({ promises: kept }: YearFacts): Told {
  const side = (by: 'me' | 'them'): YearSentence[] => {
    const mine = kept.filter((promise) => promise.by === by);
    if (mine.length === 0) return [];
    const shown = mine.slice(-3);
    const what = shown.map(({ text, person }) => {
      const words = `“${shortened(plain(text), LONGEST_QUOTE)}”`;
      return by === 'me' ? `${words} for ${person.name}` : `${words} from ${person.name}`;
    });
    const count = numberInWords(mine.length);
    const lead =
      by === 'me'
        ? `You kept ${mine.length === 1 ? 'a promise' : `${count} promises`}`
        : `${mine.length === 1 ? 'One promise' : `${upperFirst(count)} promises`} to you ${mine.length === 1 ? 'was' : 'were'} kept`;
    return [
      {
        text: `${lead}: ${listed(what, mine.length - shown.length)}.`,
        people: shown.map(({ person: { id, name } }) => ({ id, name })),
      },
    ];
  };
  return { sentences: [...side('me'), ...side('them')], more: 0 };
}

function occasions(facts: YearFacts): Told {
  const kept = facts.people
    .flatMap((person) => {
      const kinds = person.occasions.filter(({ date }) => isKept(person, date, facts)).map(({ kind }) => kind);
      return kinds.length === 0 ? [] : [{ ...person, kinds }];
    })
    .sort((a, b) => b.closeness - a.closeness || byName(a, b));
  const birthdays = kept.filter(({ kinds }) => kinds.includes('birth'));
  const others = kept.filter(({ kinds }) => kinds.some((kind) => kind !== 'birth'));
  return {
    sentences: [
      ...(birthdays.length === 0
        ? []
        : [
            naming(
              birthdays,
              (names) => `You were there for the ${birthdays.length === 1 ? 'birthday' : 'birthdays'} of ${names}.`,
            ),
          ]),
      ...(others.length === 0 ? [] : [naming(others, (names) => `You remembered a day that matters to ${names}.`)]),
    ],
    more: 0,
  };
}

/** Whether one wrote or met around the day on which a date returned in the year. */
function isKept({ days }: YearPerson, date: PartialDate, { year, until, leapDayRule }: YearFacts): boolean {
  const on = nextOccurrence(date, firstDay(year), leapDayRule);
  if (on === undefined || on > until) return false;
  const day = toDayNumber(on);
  return days.some(({ date, mine }) => {
    const late = toDayNumber(date) - day;
    return mine && late >= -EARLY_DAYS && late <= LATE_DAYS;
  });
}

function introducers({ introductions, people }: YearFacts): Told {
  const seen = new Set(people.map(({ id }) => id));
  const made = Map.groupBy(
    introductions.filter(({ who }) => seen.has(who.id)),
    ({ by }) => by.id,
  );
  const heroes = [...made.values()]
    .flatMap(([first, ...more]) =>
      first === undefined ? [] : [{ by: first.by, whom: [first, ...more].map(({ who }) => who).sort(byName) }],
    )
    .sort((a, b) => b.whom.length - a.whom.length || byName(a.by, b.by));
  return told(heroes, ({ by, whom }) => {
    const { text, people: named } = naming(whom, (names) => `${by.name} once opened the door to ${names}.`);
    return { text, people: [{ id: by.id, name: by.name }, ...named] };
  });
}

function farewells({ farewells: gone }: YearFacts): Told {
  return told([...gone].sort(byName), ({ id, name, touches }) => ({
    text:
      touches === 0
        ? `You said goodbye to ${name}.`
        : `You said goodbye to ${name}. ${touches === 1 ? 'One conversation' : `${upperFirst(numberInWords(touches))} conversations`} with them ${touches === 1 ? 'is' : 'are'} kept here.`,
    people: [{ id, name }],
  }));
}

/** A sentence with the names of people in it, a few of them. */
function naming(all: readonly Named[], say: (names: string) => string): YearSentence {
  const shown = all.slice(0, MOST_NAMES).map(({ id, name }) => ({ id, name }));
  const names = shown.map(({ name }) => name);
  return { text: say(listed(names, all.length - shown.length)), people: shown };
}

/** `Ada, Tom and Rosa`; with others uncounted by name, `Ada, Tom and four others`. */
function listed(names: readonly string[], left: number): string {
  const parts = left === 0 ? names : [...names, left === 1 ? 'one other' : `${numberInWords(left)} others`];
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The year in one sentence. */
export function yearInShort({
  year,
  people,
  days,
  isOver,
}: {
  readonly year: number;
  readonly people: number;
  readonly days: number;
  readonly isOver: boolean;
}): string {
  const begin = isOver ? `In ${year}` : `So far in ${year}`;
  const who = people === 1 ? 'one person' : `${people < 20 ? numberInWords(people) : people} people`;
  const when = days === 1 ? 'one day' : `${days < 20 ? numberInWords(days) : days} days`;
  return `${begin} you were in touch with ${who}, on ${when}.`;
}
