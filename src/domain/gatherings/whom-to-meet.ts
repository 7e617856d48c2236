import type { CalendarDate } from '../dates.ts';
import { type DayContext, dayName, onDay, plain, possessive, shortened } from '../today/phrases.ts';
import { sharesWords } from '../today/thread.ts';

/** Whom to look for at a gathering, and what to say to them: what stands open, who can help whom, where one left off. */

export interface Attending {
  readonly personId: string;
  /** What one calls them. */
  readonly called: string;
  readonly wanted: boolean;
  /** In touch never before. */
  readonly isNew: boolean;
  /** 0 to 1. */
  readonly closeness: number;
  /** Whether it is their turn by their rhythm. */
  readonly isDue: boolean;
  readonly promises: readonly {
    readonly by: 'me' | 'them';
    readonly text: string;
    readonly due: CalendarDate | null;
  }[];
  /** Nothing private. */
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  /** The last conversation that left words. */
  readonly last?: { readonly date: CalendarDate; readonly text: string };
  readonly question?: string;
}

export interface Sought {
  readonly personId: string;
  readonly why: readonly string[];
  readonly question: string | null;
}

const MOST_WHY = 3;
const LONGEST = 90;
/** What speaks for looking for somebody; a wish of the owner's own before all of it. */
const WEIGHT = { wanted: 100, promise: 8, fit: 7, need: 4, due: 3, isNew: 3, question: 2, closeness: 3 } as const;

/** Everyone with a reason to talk to them, the best first; a stable order for equals. */
export function whomToMeet(people: readonly Attending[], context: DayContext): Sought[] {
  return people
    .map((person) => {
      const fits = fitsOf(person, people);
      return {
        person,
        sought: { personId: person.personId, why: whyOf(person, fits, context), question: person.question ?? null },
        weight: weigh(person, fits),
      };
    })
    .sort((a, b) => b.weight - a.weight || (a.person.personId < b.person.personId ? -1 : 1))
    .map(({ sought }) => sought);
}

function weigh(person: Attending, fits: readonly string[]): number {
  return (
    (person.wanted ? WEIGHT.wanted : 0) +
    (person.promises.length > 0 ? WEIGHT.promise : 0) +
    (fits.length > 0 ? WEIGHT.fit : 0) +
    (person.needs.length > 0 ? WEIGHT.need : 0) +
    (person.isDue ? WEIGHT.due : 0) +
    (person.isNew ? WEIGHT.isNew : 0) +
    (person.question === undefined ? 0 : WEIGHT.question) +
    person.closeness * WEIGHT.closeness
  );
}

/** Where one needs what another there offers, or the other way round. */
function fitsOf(person: Attending, people: readonly Attending[]): string[] {
  return people.flatMap((other) => {
    if (other.personId === person.personId) return [];
    const theirs = pairOf(person.needs, other.offers);
    if (theirs !== undefined)
      return [
        `${person.called} needs “${quote(theirs[0])}”, and ${other.called}, who is there too, offers “${quote(theirs[1])}”.`,
      ];
    const mine = pairOf(other.needs, person.offers);
    if (mine !== undefined)
      return [
        `${person.called} offers “${quote(mine[1])}”, and ${other.called}, who is there too, needs “${quote(mine[0])}”.`,
      ];
    return [];
  });
}

function pairOf(needs: readonly string[], offers: readonly string[]): readonly [string, string] | undefined {
  for (const need of needs) for (const offer of offers) if (sharesWords(need, offer)) return [need, offer];
  return undefined;
}

function whyOf(person: Attending, fits: readonly string[], context: DayContext): string[] {
  const { called, promises, needs, last, isNew, isDue } = person;
  const why = [
    ...promises.map(({ by, text, due }) => {
      const when = due === null ? '' : ` by ${dayName(due, context)}`;
      return by === 'me'
        ? `You promised ${called}${when}: ${quote(text)}.`
        : `${called} promised you${when}: ${quote(text)}.`;
    }),
    ...fits.slice(0, 1),
    ...(fits.length > 0 ? [] : needs.slice(0, 1).map((need) => `${called} needs: ${quote(need)}.`)),
    ...(last === undefined ? [] : [sentenceOf(`You left off ${onDay(last.date, context)}: “${quote(last.text)}”`)]),
    ...(isNew ? ['You have not met yet.'] : []),
    ...(isDue && !isNew ? [`It is ${possessive(called)} turn by the rhythm you set.`] : []),
  ];
  return why.slice(0, MOST_WHY);
}

const quote = (text: string): string => shortened(plain(text), LONGEST);

/** A quotation that was cut short needs no full stop. */
const sentenceOf = (text: string): string => (text.endsWith('…”') ? text : `${text}.`);
