import type { GoalState, NewsKind } from '../../src/domain/words.ts';
import { number, relativeDay, shortDay } from './days.ts';

/** The words of one's own news, of goals and of what came of ties in English. */

const people = (value: number): string => `${number(value)} ${value === 1 ? 'person' : 'people'}`;

export const en = {
  pages: 'The long game',
  tabs: { news: 'Your news', goals: 'Goals and what came of ties' },
  news: {
    title: 'Your news',
    lead: 'Something has changed with you. Tell it to those who would care, one by one and in your own words.',
    kinds: {
      job: 'A new job or role',
      move: 'A move',
      baby: 'A child',
      project: 'A project',
      other: 'Something else',
    } satisfies Record<NewsKind, string>,
    add: 'Tell people something',
    kind: 'What it is about',
    text: 'What you would say',
    textHint: 'In a sentence or two. Each message begins with it, and goes on with what connects you two.',
    perDay: 'How many a day',
    emptyTitle: 'Nothing to tell yet',
    emptyLead:
      'A new job, a move, a child, a project: note it here, choose who would care, and a few a day hear it from you in a message of their own.',
    state: ({ told, answered, waiting }: { told: number; answered: number; waiting: number }) =>
      [
        told === 0 ? 'Nobody knows yet' : `${people(told)} ${told === 1 ? 'knows' : 'know'}`,
        answered === 0 ? '' : `${number(answered)} answered`,
        waiting === 0 ? '' : `${number(waiting)} still to hear it`,
      ]
        .filter((part) => part !== '')
        .join(', '),
    closedOn: (day: string) => `Closed ${shortDay(day)}`,
    back: 'All your news',
    close: 'Close it',
    reopen: 'Open it again',
    remove: 'Delete',
    today: 'Their turn today',
    todayNone: 'Nobody’s turn today. Tomorrow the next ones are.',
    allTold: 'Everyone you chose has heard it.',
    draftFor: (name: string) => `Your words to ${name}`,
    told: 'They know',
    inPerson: 'Told in person',
    skip: 'Leave out',
    later: (count: number) => `${people(count)} later`,
    showAll: 'Show everyone',
    takeOut: (name: string) => `Take ${name} out`,
    rests: 'when it fits: not an easy time for them, or at rest by your wish',
    knows: 'Who knows',
    toldOn: (day: string) => `told ${relativeDay(day)}`,
    answeredOn: (day: string) => `answered ${relativeDay(day)}`,
    noAnswer: 'no answer yet',
    left: 'Left out',
    who: 'Who would care',
    whoLead: 'Suggestions, each with its reason. Tick those you want to tell yourself.',
    from: 'Suggest from',
    fromAll: 'Everyone I know',
    choose: (count: number) => (count === 0 ? 'Tick whom to tell' : `Add ${people(count)}`),
    circleAll: (name: string, count: number) => `Everyone in ${name} (${number(count)})`,
    byName: 'Or by name',
    nobody: 'Nobody comes to mind. Choose somebody by name.',
    tick: (name: string) => `Tell ${name}`,
  },
  goals: {
    title: 'The long game',
    lead: 'What you want to reach, who has to do with it, and what came of your ties.',
    section: 'Your goals',
    empty: 'A goal brings to mind who could help, and whom it is about.',
    add: 'A goal of yours',
    text: 'What you want to reach',
    by: 'Until when (if there is a day)',
    until: (day: string) => `by ${shortDay(day)}`,
    states: { open: 'Open', reached: 'Reached', 'let-go': 'Let go' } satisfies Record<GoalState, string>,
    reach: 'Reached',
    letGo: 'Let go',
    reopen: 'Open again',
    remove: 'Delete the goal',
    suggest: 'Who could help?',
    suggestNone: 'Nothing you know of anybody speaks of it. Link somebody by name.',
    link: (name: string) => `Link ${name}`,
    unlink: (name: string) => `Take ${name} off`,
    byName: 'Link somebody by name',
    outcomes: 'What came of your ties',
    outcomesEmpty: 'A job, a friendship, an idea: note what came of a tie, and whom there is to thank becomes plain.',
    addOutcome: 'Something that came of a tie',
    outcomeText: 'What came of it',
    outcomeWho: 'Who had a part in it',
    outcomeGoal: 'The goal it belongs to',
    noGoal: 'None',
    removeOutcome: 'Delete what came of it',
    introduced: (by: string, who: string) => `${by} introduced you to ${who}.`,
    thanks: 'Thanks',
    write: 'Write thanks',
    thanked: 'Thanked',
    thankedOn: (day: string) => `thanked ${relativeDay(day)}`,
    draftFor: (name: string) => `Your thanks to ${name}`,
  },
  person: {
    title: 'The long game',
    wantsToHear: (text: string) => `Does not know yet: ${text}`,
    knows: (text: string, day: string) => `Knows since ${shortDay(day)}: ${text}`,
    goal: (text: string) => `Your goal: ${text}`,
    outcome: (text: string, day: string) => `This came of it: ${text}, ${shortDay(day)}`,
    asked: 'Asked about it',
    askedNote: (about: string) => `Asked about: ${about}`,
    notNow: 'Not now',
  },
  year: {
    thanks: 'Whom to thank',
    lead: 'One by one. The words are a draft; make them yours.',
  },
};

/** The shape of a catalogue of the long game: the same entries with the same arguments, in whatever words. */
type Catalogue<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Answer
    ? (...values: Values) => Answer
    : { [Key in keyof T]: Catalogue<T[Key]> };
export type NewsStrings = Catalogue<typeof en>;
