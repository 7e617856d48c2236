import type { CalendarDate } from '../dates.ts';
import { fold, foldTokens } from '../fold.ts';
import { type DayContext, onDay, plain, possessive, shortened, upperFirst } from '../today/phrases.ts';
import type { CommonKind } from './words.ts';

/** What people one meets together have in common: whom they know, where they were, and what they care for. */

export interface Acquainted {
  readonly id: string;
  readonly name: string;
  readonly circles: readonly { readonly id: string; readonly name: string }[];
  readonly organization?: string;
  readonly place?: string;
  /** In their own words; nothing private. */
  readonly interests: readonly string[];
  /** `kind` is what the other is to this person. */
  readonly ties: readonly { readonly kind: string; readonly otherId: string | null; readonly otherName: string }[];
  /** What happened lately, with everyone who was there. */
  readonly touches: readonly SharedTouch[];
}

export interface SharedTouch {
  readonly id: string;
  readonly date: CalendarDate;
  readonly summary: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** One thing that two or more of them share, in a sentence. */
export interface Common {
  readonly kind: CommonKind;
  readonly text: string;
  /** Who of those asked about. */
  readonly people: readonly string[];
  /** The third person both know, when they are here. */
  readonly otherId: string | null;
}

export interface CommonContext extends DayContext {
  /** Third persons who have died. */
  readonly deceased: ReadonlySet<string>;
}

const MOST_TOUCHES = 3;
const MOST_OTHERS = 5;
const MOST_INTERESTS = 4;
/** At a larger gathering nobody need have met. */
const MOST_TOGETHER = 8;
const LONGEST_SUMMARY = 90;

/** Everything shared by at least two of them, what ties them closest first. One person alone shares nothing. */
export function inCommon(people: readonly Acquainted[], context: CommonContext): readonly Common[] {
  return [
    ...tiesBetween(people),
    ...togetherIn(people, context),
    ...othersKnown(people, context),
    ...shared(
      people,
      'organization',
      (person) => [person.organization ?? ''],
      (who, what) => `${who} at ${what}.`,
    ),
    ...shared(
      people,
      'place',
      (person) => [person.place ?? ''],
      (who, what) => `${who} in ${what}.`,
    ),
    ...shared(
      people,
      'circle',
      (person) => person.circles.map(({ name }) => name),
      (who, what) => `${who} in your circle ${what}.`,
    ),
    ...interestsOf(people),
  ];
}

function tiesBetween(people: readonly Acquainted[]): Common[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const said = new Set<string>();
  return people.flatMap((person) =>
    person.ties.flatMap(({ kind, otherId }): Common[] => {
      const other = otherId === null ? undefined : names.get(otherId);
      if (otherId === null || other === undefined || otherId === person.id) return [];
      // The same tie is kept on both sides: it is said from the first.
      const pair = [person.id, otherId].sort().join(' ');
      if (said.has(pair)) return [];
      said.add(pair);
      return [{ kind: 'tie', text: tieText(person.name, kind, other), people: [person.id, otherId], otherId: null }];
    }),
  );
}

function tieText(name: string, kind: string, other: string): string {
  const word = kind.replaceAll('-', ' ').toLowerCase();
  if (word === 'introduced by') return `${other} introduced you to ${name}.`;
  if (word === 'introduced') return `${name} introduced you to ${other}.`;
  return `${other} is ${possessive(name)} ${word}.`;
}

/** The last time that each company of several of them was with the owner. */
function togetherIn(people: readonly Acquainted[], context: DayContext): Common[] {
  const touches = new Map(people.flatMap((person) => person.touches).map((touch) => [touch.id, touch]));
  const companies = new Map<string, { touch: SharedTouch; there: readonly Acquainted[] }>();
  const newest = [...touches.values()].sort((a, b) =>
    a.date !== b.date ? (a.date < b.date ? 1 : -1) : a.id < b.id ? 1 : -1,
  );
  for (const touch of newest) {
    const there = people.filter(({ id }) => touch.people.some((other) => other.id === id));
    const key = there.map(({ id }) => id).join(' ');
    if (there.length > 1 && !companies.has(key)) companies.set(key, { touch, there });
  }
  return [...companies.values()].slice(0, MOST_TOUCHES).map(({ touch, there }) => {
    const words = shortened(plain(touch.summary), LONGEST_SUMMARY);
    const when = `last together ${onDay(touch.date, context)}${words === '' ? '' : `: “${words}”`}.`;
    return {
      kind: 'touch' as const,
      text: there.length === people.length ? upperFirst(when) : `${listed(there.map(({ name }) => name))}, ${when}`,
      people: there.map(({ id }) => id),
      otherId: null,
    };
  });
}

interface Other {
  readonly name: string;
  readonly id: string | null;
  readonly knownBy: Map<string, string>;
  /** Tied rather than merely met. */
  tied: boolean;
  last: string;
}

/** Third persons whom several of them know: by a tie, or because they were there. */
function othersKnown(people: readonly Acquainted[], { deceased }: CommonContext): Common[] {
  const asked = new Set(people.map(({ id }) => id));
  const others = new Map<string, Other>();
  const know = (person: Acquainted, other: { id: string | null; name: string }, tied: boolean, date: string) => {
    if (other.id !== null && asked.has(other.id)) return;
    const key = other.id ?? fold(other.name);
    if (key === '') return;
    const entry = others.get(key) ?? { name: other.name, id: other.id, knownBy: new Map(), tied: false, last: '' };
    entry.knownBy.set(person.id, person.name);
    entry.tied ||= tied;
    if (date > entry.last) entry.last = date;
    others.set(key, entry);
  };
  for (const person of people) {
    for (const { otherId, otherName } of person.ties) know(person, { id: otherId, name: otherName }, true, '');
    for (const touch of person.touches) {
      if (touch.people.length > MOST_TOGETHER) continue;
      for (const other of touch.people) if (other.id !== person.id) know(person, other, false, touch.date);
    }
  }
  return [...others.values()]
    .filter(({ knownBy }) => knownBy.size > 1)
    .sort(
      (a, b) =>
        Number(b.tied) - Number(a.tied) ||
        b.knownBy.size - a.knownBy.size ||
        (a.last < b.last ? 1 : a.last > b.last ? -1 : a.name < b.name ? -1 : 1),
    )
    .slice(0, MOST_OTHERS)
    .map(({ name, id, knownBy }) => {
      const who = whoOf([...knownBy.values()], people.length);
      const isGone = id !== null && deceased.has(id);
      return {
        kind: 'person' as const,
        text: isGone ? `${who} knew ${name}, who has died.` : `${who} know ${name}.`,
        people: [...knownBy.keys()],
        otherId: id,
      };
    });
}

/** What several of them say alike, compared without capitals and accents. */
function shared(
  people: readonly Acquainted[],
  kind: CommonKind,
  valuesOf: (person: Acquainted) => readonly string[],
  say: (who: string, what: string) => string,
): Common[] {
  const groups = new Map<string, { what: string; who: Map<string, string> }>();
  for (const person of people) {
    for (const value of valuesOf(person)) {
      const key = fold(value);
      if (key === '') continue;
      const group = groups.get(key) ?? { what: value, who: new Map() };
      group.who.set(person.id, person.name);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .filter(({ who }) => who.size > 1)
    .map(({ what, who }) => ({
      kind,
      text: say(`${whoOf([...who.values()], people.length)} are`, what),
      people: [...who.keys()],
      otherId: null,
    }));
}

/** Words of liking, and those that say nothing of what is liked. */
const UNTELLING = new Set(
  (
    'loves likes enjoys plays collects reads watches interested about really very with from since every after before ' +
    'still also good great many much more most into their they them that this were have been some always often keen ' +
    'love like enjoy play fond years year week weekend weekends time making going doing things books book people'
  ).split(' '),
);

function interestsOf(people: readonly Acquainted[]): Common[] {
  const byWord = new Map<string, Map<string, string>>();
  for (const person of people) {
    for (const interest of person.interests) {
      for (const word of foldTokens(interest)) {
        if ([...word].length < 4 || UNTELLING.has(word)) continue;
        byWord.set(word, (byWord.get(word) ?? new Map()).set(person.id, person.name));
      }
    }
  }
  // "Tidal power" is one interest and not two: words of the same people are said together, in the order of the note.
  const groups = new Map<string, { words: string[]; who: Map<string, string> }>();
  for (const [word, who] of byWord) {
    if (who.size < 2) continue;
    const key = [...who.keys()].join(' ');
    const group = groups.get(key) ?? { words: [], who };
    group.words.push(word);
    groups.set(key, group);
  }
  return [...groups.values()].slice(0, MOST_INTERESTS).map(({ words, who }) => ({
    kind: 'interest' as const,
    text: `${whoOf([...who.values()], people.length)} care for ${phraseOf(words, people)}.`,
    people: [...who.keys()],
    otherId: null,
  }));
}

/** `tidal power` where somebody wrote the words beside each other, else `chess and rowing`. */
function phraseOf(words: readonly string[], people: readonly Acquainted[]): string {
  const phrase = words.join(' ');
  const isWritten = people.some(({ interests }) =>
    interests.some((interest) => foldTokens(interest).join(' ').includes(phrase)),
  );
  return isWritten ? phrase : listed(words);
}

/** `Both`, `All of them`, else their names. */
function whoOf(names: readonly string[], all: number): string {
  return names.length === all ? everybody(all) : listed(names);
}

function everybody(count: number): string {
  return count === 2 ? 'Both' : 'All of them';
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
