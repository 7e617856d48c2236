import type { GatheringKind, GatheringPart } from '../../src/domain/words.ts';
import { number, plainDay, shortDay } from './days.ts';

/** The words of gatherings and plans in English: a part of the catalogue that is not in the first load. */

const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;

const kinds: Record<GatheringKind, string> = {
  conference: 'Conference',
  mixer: 'Mixer',
  dinner: 'Dinner',
  other: 'Something else',
};
const parts: Record<GatheringPart, string> = {
  invited: 'Invited',
  coming: 'Coming',
  declined: 'Not coming',
  met: 'Met',
};

export const en = {
  title: 'Gatherings',
  lead: 'Who will be there, what to say to them, and whom to write to afterwards.',
  add: 'Add a gathering',
  addTitle: 'A gathering',
  edit: 'Change',
  remove: 'Delete',
  emptyTitle: 'No gathering yet',
  emptyLead: 'A conference, a mixer, a dinner at yours: put on its list who comes, and see whom to look for and why.',
  coming: 'Coming',
  over: 'Over',
  kinds,
  parts,
  days: (since: string, until: string) =>
    since === until ? plainDay(since) : `${shortDay(since)} to ${shortDay(until)}`,
  people: (people: number, met: number) =>
    [people === 0 ? 'nobody on the list yet' : count(people, 'person', 'people'), met === 0 ? '' : `${number(met)} met`]
      .filter((part) => part !== '')
      .join(', '),
  fields: {
    name: 'What it is called',
    kind: 'What it is',
    place: 'Where',
    since: 'First day',
    until: 'Last day',
    hour: 'When it begins',
    every: 'Returns',
    note: 'Notes',
  },
  every: {
    '': 'Once',
    week: 'Every week',
    '2 weeks': 'Every other week',
    month: 'Every month, on this day',
    'weekday of the month': 'Every month, on this weekday',
    year: 'Every year',
  },
  keep: 'Keep',
  gone: 'This gathering is not here (any more).',
  back: 'All gatherings',
  file: 'Calendar file',
  times: 'Its other times',
  before: (day: string) => `Before: ${shortDay(day)}`,
  after: (day: string) => `After: ${shortDay(day)}`,
  met: {
    title: 'Whom did you meet?',
    hint: 'One row is enough; after a colon, what was said. Each gets a follow-up for the day after.',
    placeholder: 'Zed, Ada Lovelace, Grace: tidal permits',
    save: 'Note',
    someoneNew: (name: string) => `Someone new: ${name}`,
  },
  followUps: {
    title: 'Follow-ups',
    open: (left: number) =>
      left === 0
        ? 'All done: everyone you met has heard from you.'
        : `${count(left, 'person waits', 'people wait')} for a word.`,
    said: 'What was said',
    draft: (name: string) => `Draft to ${name}`,
    done: 'I wrote',
    doneTo: (name: string) => `I wrote to ${name}`,
    isDone: 'Done',
  },
  meet: {
    title: 'Whom to look for',
    empty: 'Put on the list who comes. For everyone you know it then says why to talk to them.',
    further: (more: number) => `And ${count(more, 'other', 'others')} whom you know.`,
    say: (name: string) => `What to say to ${name}`,
    sayHint: 'What to say',
    ask: 'Ask',
  },
  list: {
    title: 'On the list',
    paste: 'Names, one a line, or rows of name and company',
    put: 'Put on the list',
    want: (name: string) => `You want to meet ${name}`,
    wanted: 'To meet',
    part: (name: string) => `Whether ${name} comes`,
    take: (name: string) => `Take ${name} off the list`,
    which: (name: string) => `Is ${name} somebody you know?`,
    nobody: 'Nobody I know',
    new: 'new to you',
    more: (more: number) => `Show ${number(more)} more`,
  },
  host: {
    ideas: 'Who would enjoy each other',
    ideasEmpty: 'Note what people care for, and this finds who goes together.',
    invite: 'Invite',
    inviteWho: (name: string) => `Invite ${name}`,
    newFace: 'new face',
    invitations: 'Invitations',
    lead: 'A draft for each. Nothing is sent; what you hear back you note on the list.',
    yes: 'Yes',
    no: 'No',
    saysYes: (name: string) => `Yes, ${name} comes`,
    saysNo: (name: string) => `No, ${name} does not come`,
  },
  ofPerson: {
    title: 'Gatherings',
    met: (said: string) => (said === '' ? 'you met' : `you met: ${said}`),
  },
  plans: {
    title: 'Planned',
    empty: 'Nothing is planned. Write “coffee with Ada next week” into the line.',
    question: (names: string, day: string) => `Did you meet ${names}, as planned for ${plainDay(day)}?`,
    yes: 'Yes, we met',
    follow: 'Yes, and follow up',
    no: 'No',
    file: (names: string) => `Calendar file of the plan with ${names}`,
  },
};

export type GatheringStrings = typeof en;
