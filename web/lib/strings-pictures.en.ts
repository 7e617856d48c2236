import type { YearReview } from '../../src/contract/shapes.ts';
import type { Direction, Warmth } from '../../src/domain/words.ts';
import { number } from './days.ts';

/** The words of the pictures in English: a part of the catalogue that is not in the first load. */

const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const people = (value: number): string => count(value, 'person', 'people');
const list = (parts: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);

const bands: Record<Warmth, string> = { fine: 'fine', cooling: 'cooling', 'at-risk': 'at risk', dormant: 'dormant' };

export const en = {
  pages: 'Pictures',
  tabs: { map: 'Map', time: 'Over the years', year: 'The year' },
  asTable: 'Show as a table',
  more: 'Show more',
  bands,
  map: {
    title: 'Your network',
    lead: ({ shown, total, ties, doors }: { shown: number; total: number; ties: number; doors: number }) => {
      const who = shown < total ? `The ${number(shown)} closest of ${people(total)}` : people(total);
      const known = ties === 0 ? '' : `, ${count(ties, 'tie', 'ties')} between them`;
      const opened =
        doors === 0 ? '' : ` ${doors === 1 ? 'One was' : `${number(doors)} were`} introduced to you by somebody here.`;
      return `${who}${known}.${opened}`;
    },
    search: 'Find on the map',
    found: (value: number) => (value === 0 ? 'Nobody of that name is here.' : `${people(value)} found`),
    circle: 'Circle',
    everyone: 'Everyone',
    ties: 'Lines',
    tieChoices: { all: 'All ties', doors: 'Who opened doors', none: 'No lines' },
    noCircle: 'No circle',
    otherCircles: 'Other circles',
    you: 'You',
    label: (shown: number) =>
      `A map of ${people(shown)} around you, the closest in the middle. Arrow keys go from one to the next, Enter opens, plus and minus zoom.`,
    hint: 'The nearer the middle, the closer. Who works together stands on the same side.',
    doorHint: 'A green line leads to whoever introduced them.',
    in: 'Zoom in',
    out: 'Zoom out',
    fit: 'See everyone',
    open: (name: string) => `Open ${name}`,
    about: ({
      circle,
      organization,
      ties,
      by,
      opened,
    }: {
      circle: string | null;
      organization: string | null;
      ties: number;
      by: readonly string[];
      opened: readonly string[];
    }) =>
      [
        [circle, organization].filter((part) => part !== null && part !== '').join(' · '),
        by.length === 0 ? '' : `Introduced by ${list(by)}.`,
        opened.length === 0
          ? ''
          : opened.length > 3
            ? `Opened the door to ${people(opened.length)}.`
            : `Opened the door to ${list(opened)}.`,
        ties === 0 ? '' : `${count(ties, 'tie', 'ties')}.`,
      ].filter((part) => part !== ''),
    emptyTitle: 'A map of everyone you know',
    emptyLead:
      'People stand around you, the closest in the middle, with those they know and whoever introduced them to you. Bring in an address book, or add the first people by hand; ties are noted on a person’s page.',
    bring: 'Bring people in',
    table: {
      caption: 'Everyone on the map',
      name: 'Name',
      circle: 'Circle',
      organization: 'Organisation',
      knows: 'Ties',
      by: 'Introduced by',
    },
  },
  time: {
    title: 'Over the years',
    lead: 'How warm your ties were, and how you kept them.',
    warmth: 'How warm your ties are',
    warmthLine: ({ now, before, months }: { now: number; before: number; months: number }) => {
      const then = months >= 12 ? 'a year ago' : 'at the beginning';
      if (now === before) return `${people(now)} ${now === 1 ? 'is' : 'are'} in fine touch with you, as ${then}.`;
      const change = now > before ? `${number(now - before)} more than` : `${number(before - now)} fewer than`;
      return `${people(now)} ${now === 1 ? 'is' : 'are'} in fine touch with you: ${change} ${then}.`;
    },
    warmthLabel: (from: string, to: string) => `Ties by warmth, month by month from ${from} to ${to}`,
    warmthNote: 'Everyone who is not archived, as their own history and today’s rhythm say.',
    month: 'Month',
    period: { month: 'Month', year: 'Year' },
    contact: 'How you were in touch',
    contactLine: ({
      total,
      mine,
      theirs,
      by,
    }: {
      total: number;
      mine: number;
      theirs: number;
      by: 'month' | 'year';
    }) => {
      const when = by === 'month' ? 'in these two years' : 'in all';
      const began =
        mine === theirs
          ? 'As often you began as they did.'
          : mine > theirs
            ? 'More often it was you who wrote first.'
            : 'More often it was they who wrote first.';
      return `${count(total, 'conversation', 'conversations')} ${when}. ${began}`;
    },
    contactLabel: 'Conversations by who began them',
    by: 'Span',
    spans: { month: 'Two years by month', year: 'All years' },
    circle: 'Circle',
    everyone: 'Everyone',
    directionNotes: { mutual: 'met or spoke', mine: 'you wrote', theirs: 'they wrote' } satisfies Record<
      Direction,
      string
    >,
    channelsTitle: 'By channel',
    total: 'In all',
    emptyTitle: 'The years are drawn from conversations',
    emptyLead:
      'Log a few, or write one line: “Lunch with Grace yesterday”. With every word the picture grows: how often, by which way, who began, and which ties stay warm.',
    none: 'Nobody of this circle was in touch in this time.',
  },
  person: {
    title: 'Over the years',
    label: (name: string, from: string, to: string) => `Conversations with ${name} by month, from ${from} to ${to}`,
    line: ({ total, months }: { total: number; months: number }) =>
      `${count(total, 'conversation', 'conversations')} in ${months < 24 ? count(months, 'month', 'months') : `${number(Math.round(months / 12))} years`}`,
    contacts: 'Conversations',
    warmth: 'Warmth',
  },
  year: {
    title: (year: number) => `Your ${year}`,
    choose: 'Year',
    print: 'Print',
    months: (year: number) => `With how many people you were in touch in each month of ${year}`,
    month: 'Month',
    people: 'People',
    sections: {
      spoken: 'Who was there',
      returned: 'Who came back',
      met: 'First meetings',
      longest: 'The long ones',
      received: 'What you were given',
      promises: 'Promises kept',
      occasions: 'Days you kept',
      introducers: 'Who opened doors',
      farewells: 'Farewells',
    } satisfies Record<YearReview['sections'][number]['kind'], string>,
    more: (value: number) => `And ${number(value)} more.`,
    thank:
      'Somebody here may not know what they were to you. Their name leads to their page, and a line is soon written.',
    emptyTitle: (year: number) => `${year} is still a blank page`,
    emptyLead:
      'What you log of your conversations is told here: whom the year was spent with, who came back after a long silence, whom you met, and whom there is to thank.',
  },
};

/** The shape of a catalogue of the pictures: the same entries with the same arguments, in whatever words. */
type Catalogue<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Answer
    ? (...values: Values) => Answer
    : { [Key in keyof T]: Catalogue<T[Key]> };
export type PictureStrings = Catalogue<typeof en>;
