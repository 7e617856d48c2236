import type { CalendarDate } from '../dates.ts';
import type { GatheringKind, GatheringPart } from '../words.ts';
import type { Stage } from './history.ts';
import type { Profile } from './roster.ts';

/** What is coming up in an invented life: a conference with a list of attendees, and a dinner at one's own table. */

export interface GeneratedGathering {
  readonly kind: GatheringKind;
  readonly name: string;
  readonly place: string;
  readonly since: CalendarDate;
  readonly until: CalendarDate;
  readonly people: readonly GeneratedGuest[];
  /** Of the list, whom nobody here knows. */
  readonly names: readonly { readonly name: string; readonly organisation: string }[];
}

export interface GeneratedGuest {
  readonly person: number;
  readonly part: GatheringPart;
  readonly wanted: boolean;
  readonly say: string;
}

const CONFERENCE_DAYS_AHEAD = 10;
const DINNER_DAYS_AHEAD = 12;
const MOST_KNOWN = 8;
const MOST_GUESTS = 3;

/** So far ahead that no day's list speaks of them yet. */
export function comingGatherings({ roster, dayAgo, touches }: Stage): readonly GeneratedGathering[] {
  const known = roster.filter(({ ref, role }) => role === 'ordinary' && (touches[ref] ?? 0) > 0);
  const attendees = known.filter(({ circle }) => circle === undefined || circle > 0).slice(0, MOST_KNOWN);
  const friends = known.filter(({ circle, near }) => near && circle !== undefined && circle < 2).slice(0, MOST_GUESTS);
  const conference: GeneratedGathering = {
    kind: 'conference',
    name: 'Tide and Harbour',
    place: 'the old fish hall',
    since: dayAgo(-CONFERENCE_DAYS_AHEAD),
    until: dayAgo(-CONFERENCE_DAYS_AHEAD - 1),
    people: attendees.map((profile, i) => guest(profile, { part: 'coming', wanted: i < 2 })),
    names: [
      { name: 'Marit Solvang', organisation: 'Lantern Ferries' },
      { name: 'Teo Abara', organisation: 'Saltworks' },
      { name: 'Jun Okabe', organisation: 'Quay Instruments' },
    ],
  };
  const dinner: GeneratedGathering = {
    kind: 'dinner',
    name: 'Soup and bread',
    place: 'at home',
    since: dayAgo(-DINNER_DAYS_AHEAD),
    until: dayAgo(-DINNER_DAYS_AHEAD),
    people: friends.map((profile, i) => guest(profile, { part: i === 0 ? 'coming' : 'invited', wanted: false })),
    names: [],
  };
  return [conference, dinner].filter(({ people }) => people.length > 0);
}

const guest = ({ ref }: Profile, { part, wanted }: Pick<GeneratedGuest, 'part' | 'wanted'>): GeneratedGuest => ({
  person: ref,
  part,
  wanted,
  say: '',
});
