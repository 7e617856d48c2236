import { placedAt } from '../../src/domain/today/phrases.ts';
import type { Channel, ExchangeKind, FactKind, MomentKind, ReasonKind } from '../../src/domain/words.ts';
import { comingDay, dayCount, longDay, number, type PartOfDay, plainDay, relativeDay } from './days.ts';
import { asLowerWord, asWord, channels, list } from './phrases.en.ts';

/** Every word the web app says. Plurals and word order live here, so that another language is another object of this shape. */

const factKinds: Record<FactKind, string> = {
  family: 'Family',
  interest: 'Interests',
  work: 'Work',
  goal: 'Goals',
  challenge: 'Challenges',
  success: 'Successes',
  preference: 'Preferences',
  need: 'Needs',
  offer: 'Offers',
  'gift-idea': 'Gift ideas',
  'how-we-met': 'How you met',
  other: 'Also',
};

const exchangeKinds: Record<ExchangeKind, string> = {
  given: 'I gave',
  received: 'They gave',
  asked: 'I asked',
  thanked: 'I thanked',
};

const momentKinds: Record<MomentKind, string> = {
  job: 'New job',
  promotion: 'Promotion',
  award: 'Award',
  achievement: 'Achievement',
  graduation: 'Graduation',
  move: 'Move',
  engagement: 'Engagement',
  wedding: 'Wedding',
  birth: 'A child',
  'good-news': 'Good news',
  loss: 'Loss',
  illness: 'Illness',
  'job-loss': 'Lost job',
  separation: 'Separation',
  'hard-time': 'Hard time',
  'quiet-time': 'Quiet time, not spoken of',
};

const reasonLeads: Record<ReasonKind, string> = {
  'follow-up': 'Follow up.',
  reply: 'A reply.',
  promise: 'A promise.',
  occasion: 'A day to mark.',
  moment: 'News.',
  'check-in': 'Check in.',
  rhythm: 'Time to catch up.',
  quiet: 'Going quiet.',
  gathering: 'A chance to meet.',
  resource: 'Worth sharing.',
  introduction: 'An introduction.',
  news: 'Your news.',
  dormant: 'Worth waking.',
  reminder: 'You asked to be reminded.',
};

export function rhythm(days: number): string {
  if (days === 1) return 'every day';
  if (days === 7) return 'every week';
  if (days % 7 === 0 && days < 57) return `every ${days / 7} weeks`;
  if (days >= 28 && days <= 31) return 'every month';
  if (days >= 360 && days <= 370) return 'every year';
  const months = Math.round(days / 30.44);
  if (months >= 2 && Math.abs(days - months * 30.44) <= 3)
    return months % 12 === 0 ? `every ${months / 12} years` : `every ${months} months`;
  return `every ${number(days)} days`;
}

export const en = {
  app: {
    name: 'Tendril',
    skip: 'Skip to the page',
    loading: 'One moment',
    oldBrowser: 'Tendril needs a newer browser: a current Chrome, Edge or Firefox opens it.',
    demo: 'A made-up network to look around in. Nothing here is real.',
  },
  offline: {
    label: 'Kept on this device',
    away: 'Tendril is out of reach. You can read on, and write: it is kept here.',
    waits: (count: number) => `Kept here until you are back online: ${number(count)}`,
    delivering: (count: number) => `On the way to being saved: ${number(count)}`,
    kept: 'Kept here until you are back online.',
    readLater: 'Tendril reads this line when it is back. You can keep it now.',
    arrived: (count: number) =>
      count === 1 ? 'What was kept here is saved.' : `Saved what was kept here: ${number(count)}.`,
    stuck: (count: number) =>
      count === 1
        ? 'One thing that you wrote could not be saved.'
        : `${number(count)} things that you wrote could not be saved.`,
    changedMeanwhile: 'This was changed elsewhere meanwhile. Look at it as it is now before you change it again.',
    nothingToSave: 'Nothing to save was found in this line.',
    acts: {
      capture: 'A line',
      addPerson: 'A new person',
      updatePerson: 'A change of a card',
      addTouch: 'A conversation',
      updateTouch: 'A change of a conversation',
      done: 'In touch',
      snooze: 'Snoozed',
      skip: 'Skipped once',
      pause: 'Paused',
      resume: 'Resumed',
      dismiss: 'A reason let go',
      letGo: 'Let go of a rhythm',
      addFact: 'Something to remember',
      updateFact: 'A change of something remembered',
      addPromise: 'A promise',
      updatePromise: 'A change of a promise',
      addReminder: 'A reminder',
      updateReminder: 'A change of a reminder',
    },
    toLine: 'Back into the line',
    look: 'Look',
    again: 'Save all the same',
    retry: 'Try again',
    drop: 'Let it go',
    dropped: 'Let go of.',
    leaveAnyway: 'Sign out anyway',
    leftBehind: (count: number) =>
      count === 1
        ? 'One thing that you wrote is not saved yet. It would be lost by signing out.'
        : `${number(count)} things that you wrote are not saved yet. They would be lost by signing out.`,
    onDevice: 'On this device',
    onDeviceLead:
      'Once opened, Tendril can be read here without a network. What you write then is kept, and saved later.',
    short: 'There was no room for everything: of some people only the newest conversations are kept here.',
    all: 'Everyone is kept here, each with their last twenty conversations.',
    notYet: 'Nobody is kept here yet.',
    loading: (some: number, total: number) => `${number(some)} of ${number(total)} people are kept here so far.`,
  },
  nav: {
    label: 'Pages',
    today: 'Today',
    people: 'People',
    circles: 'Circles',
    pictures: 'Pictures',
    map: 'Network map',
    overTime: 'Over the years',
    year: 'The year in review',
    news: 'Your news',
    goals: 'Goals and what came of ties',
    import: 'Bring people in',
    settings: 'Settings',
    find: 'Find',
    findHint: 'find or do',
    more: 'More',
    history: 'History',
    resources: 'Things to share',
    sort: 'Sort people',
    introductions: 'Introductions',
    gatherings: 'Gatherings and plans',
    gatheringsInShort: 'Gatherings',
    giving: 'Giving',
    longGame: 'The long game',
    near: 'Near a city',
    words: 'Your words',
    cards: 'Cards by hand',
  },
  errors: {
    unexpected: 'Something went wrong here. Nothing was lost; try once more.',
    title: 'This page stumbled',
    retry: 'Try again',
    home: 'Back to Today',
    notFound: 'There is nothing at this address.',
    personGone: 'This person is not here. They may have been deleted or merged; History can bring them back.',
  },
  toast: {
    label: 'What just happened',
    undo: 'Undo',
    redo: 'Redo',
    close: 'Close',
    undone: (what: string) => `Undone: ${what}`,
    left: (name: string, reason: string) => `${name}: ${reason}`,
    copied: 'Copied. Paste it where you write.',
    copyFailed: 'The browser would not copy. Select the words and copy them yourself.',
  },
  channels,
  factKinds,
  momentKinds,
  exchangeKinds,

  rhythm,
  days: {
    weekend: 'At the weekend',
    nextWeek: 'Next week',

    day: 'Day',
    month: 'Month',
    year: 'Year',
  },
  common: {
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    delete: 'Delete',
    edit: 'Edit',
    add: 'Add',
    remove: 'Remove',

    done: 'Done',

    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',

    optional: 'optional',
    copy: 'Copy',
    open: 'Open',
  },
  welcome: {
    claimTitle: 'Keep the people you care about',
    claimLead:
      'Tendril remembers what they told you and, each day, shows the few worth a message: why, and how to begin. It lives on this machine and sends nothing by itself.',
    signInTitle: 'Welcome back',
    signInLead: 'Your people are where you left them.',
    yourName: 'Your name',
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least ten characters. A short sentence is easy to remember.',
    code: 'Code',
    codeHint: 'It was printed where Tendril was started.',
    claim: 'Begin',
    signIn: 'Sign in',
    show: 'Show',
    hide: 'Hide',
    shortPassword: 'That password is too short: ten characters or more.',
    nameNeeded: 'What shall Tendril call you?',
    emailNeeded: 'An e-mail address looks like name@example.org.',
  },
  today: {
    title: 'Today',
    greeting: (part: PartOfDay, name: string) => {
      const words = {
        night: 'Still up',
        morning: 'Good morning',
        afternoon: 'Good afternoon',
        evening: 'Good evening',
      }[part];
      return name === '' ? `${words}.` : `${words}, ${name}.`;
    },
    count: (count: number) => (count === 1 ? 'One person today.' : `${asWord(count)} people today.`),
    allDone: 'That is everyone for today.',
    line: ({ day, late, waiting, done }: { day: string; late: number; waiting: number; done: number }) => {
      const parts = [late === 0 ? 'Nothing is late' : late === 1 ? 'One is pressing' : `${asWord(late)} are pressing`];
      if (done > 0) parts.push(done === 1 ? 'one is already done' : `${asLowerWord(done)} are already done`);
      if (waiting > 0) parts.push(waiting === 1 ? 'one other can wait' : `${asLowerWord(waiting)} others can wait`);
      return `${longDay(day)}. ${parts.join('; ')}.`;
    },
    list: 'People to reach out to today',
    sinceLast: (days: number) => dayCount(days),
    lead: (kind: ReasonKind) => reasonLeads[kind],
    also: 'Also:',
    write: (channel: Channel, spoken: string): string => {
      switch (channel) {
        case 'phone':
          return 'Call';
        case 'video':
          return 'Start a video call';
        case 'email':
          return 'Write an e-mail';
        case 'text':
          return 'Write a text';
        case 'linkedin':
        case 'instagram':
        case 'facebook':
        case 'x':
        case 'mastodon':
        case 'whatsapp':
        case 'signal':
        case 'telegram':
        case 'messenger':
          return `Write on ${channels[channel]}`;
        case 'card':
          return 'Write a card';
        default:
          return spoken;
      }
    },
    copyWords: 'Copy the words',
    opener: (name: string) => `A way to begin with ${name}; yours to change`,
    done: 'Done',
    doneIt: 'Done it',
    swipeDone: 'Done: how?',
    tomorrow: 'Tomorrow',
    more: (name: string) => `More for ${name}`,
    sent: (spoken: boolean) => (spoken ? 'Did you talk?' : 'Did you send it?'),
    sentYes: (spoken: boolean) => (spoken ? 'Yes, we talked' : 'Yes, sent'),
    sentNo: 'Not yet',
    copiedHint: 'The words are on your clipboard.',
    how: 'How were you in touch?',
    when: 'When was that?',
    until: 'Until when?',
    other: 'Another way',
    menu: {
      open: 'Open',
      already: 'Already in touch…',
      weekend: 'At the weekend',
      nextWeek: 'Next week',
      pick: 'On another day…',
      skip: 'Skip once',
      pause: 'Pause for a month',
      pauseOpen: 'Pause until I say',
      letGo: 'Let go',
      dismiss: (what: string) => `Not this: ${what}`,
      write: 'Write to them',

      reasonKinds: {
        'follow-up': 'follow-up',
        reply: 'reply',
        promise: 'promise',
        occasion: 'occasion',
        moment: 'news',
        'check-in': 'check-in',
        rhythm: 'rhythm',
        quiet: 'going quiet',
        gathering: 'gathering',
        resource: 'article',
        introduction: 'introduction',
        news: 'your news',
        dormant: 'long silence',
        reminder: 'reminder',
      } satisfies Record<ReasonKind, string>,
    },
    waiting: (count: number) => (count === 1 ? 'One waits.' : `${asWord(count)} wait.`),
    seeWhy: 'See why',
    hideWaiting: 'Hide them',
    waitingTitle: 'Waiting their turn',
    takeUp: 'Take up',
    waitingLead:
      'More than fits a day. Each weighs more tomorrow, so nobody is lost; take any of them now if you like.',
    week: 'This week',
    weekEmpty: 'A quiet week ahead.',
    unsorted: (count: number) =>
      count === 1 ? 'One person has no circle yet.' : `${number(count)} people have no circle yet.`,
    sort: 'Sort them',
    adviceTitle: 'A gentler pace',
    adviceAct: 'See circles',
    emptyTitle: 'Nobody is here yet',
    emptyLead: 'Tendril shows, each day, a few people worth a message. For that it has to know a few.',
    emptyWays: [
      'Bring in an address book or a LinkedIn export',
      'Type the names of five people who matter',
      'Or write one line: “Met Zed Ito at the mixer, talked about tidal power”',
    ],
    endLead: 'Nobody else needs you today. The rest of it is yours.',
    endNext: (name: string, day: string, now: string) => `Next: ${name}, ${comingDay(day, now)}.`,
    keys: {
      next: 'Next person',
      previous: 'Previous person',
      write: 'Write or call',
      done: 'Done',
      tomorrow: 'Tomorrow',
      edit: 'Change the words',
      open: 'Open the person',
      menu: 'More',
    },
  },
  capture: {
    label: 'Write down what happened',
    hint: 'Lunch with Grace yesterday, her daughter starts school…',

    thinking: 'Reading…',
    someoneNew: (name: string) => `${name}, someone new`,
    save: 'Save',
    keepLink: 'Keep the link as something to share',
    enter: 'to save',
    nothing: 'Nothing to save yet: say who, and what happened.',
    nameThem: 'Write who it was: “… with Dagmar Süß”, or an @ before the name: “@Dagmar Süß”.',
    isQuestion: 'This reads like a question, so there is nothing to save. The answer may be here:',
    openPage: (name: string) => `${name}’s page`,
    search: (query: string) => `Search for “${query}”`,
    toLook: 'to look',

    saved: ([first, ...others]: readonly string[]) =>
      first === undefined ? 'Saved.' : others.length === 0 ? first : `${first} And ${asLowerWord(others.length)} more.`,
  },
  prep: {
    title: 'Before you meet',
    prepare: 'Prepare',
    prepareFor: (what: string) => (what === '' ? 'Prepare for this meeting' : `Prepare for: ${what}`),
    action: 'Prepare for a meeting',
    lead: 'Where you left off, what is new, and what is worth asking.',
    forTouch: ({ date, summary, place, now }: { date: string; summary: string; place: string | null; now: string }) => {
      const days = longDay(date);
      const when = date === now ? `Today, ${days}` : days;
      const what = [summary, place === null ? '' : placedAt(place)].filter((part) => part !== '').join(', ');
      return what === '' ? `${when}.` : `${when}: ${what}`;
    },
    who: 'Whom do you meet?',
    whoElse: 'And who else?',
    chosen: 'Whom you meet',
    full: 'Twelve people are as many as one page can prepare for.',
    print: 'Print',
    emptyTitle: 'Whom do you meet?',
    emptyLead:
      'Name one person or a few, and you see where you left off with each: the last conversations, what you promised, and what is worth asking. A meeting that you plan brings its people by itself.',
    noOne: 'Nobody is named in this plan.',
    common: (count: number) => (count === 2 ? 'What the two have in common' : 'What they have in common'),
    questions: 'Worth asking',
    from: ({ kind, date }: { kind: 'touch' | 'fact' | 'reminder'; date: string }) =>
      kind === 'touch'
        ? `from your conversation of ${plainDay(date)}`
        : kind === 'fact'
          ? `you noted it on ${plainDay(date)}`
          : `your reminder for ${plainDay(date)}`,
    last: (count: number) => (count === 1 ? 'The last time' : 'The last times'),
    news: 'New',
    planned: 'planned',
    remember: 'Worth remembering',
    promises: 'Between you',
    mine: 'you promised',
    theirs: 'they promised',
    met: (how: string) => `How you met: ${how}`,
    firstNoted: (day: string, what: string) =>
      what === '' ? `First noted on ${plainDay(day)}.` : `First noted on ${plainDay(day)}: ${what}`,
    lastTouch: (day: string | null, count: number) =>
      day === null
        ? 'No conversation is noted yet.'
        : `Last in touch ${relativeDay(day)}${count > 1 ? `, ${number(count)} times in all` : ''}.`,
    nothing: (name: string) =>
      `Nothing is noted of ${name} yet. Ask what keeps them busy, and write down one thing afterwards.`,
    died: (name: string, day: string | null) =>
      `${name} has died${day === null ? '' : ` (${day})`}. Nothing is prepared here; what you noted is kept.`,
    archived: (name: string) => `${name} is in your archive. Nothing is prepared; this is what you noted.`,
  },
  touch: {
    title: 'Log a conversation',
    editTitle: 'Change this conversation',
    when: 'When',
    how: 'How',
    who: 'Who was there',
    direction: 'Who began',
    directions: { mine: 'I did', theirs: 'They did', mutual: 'Both' },
    summary: 'In a sentence',
    summaryHint: 'Talked about whether anyone still writes letters.',
    notes: 'Notes',
    place: 'Place',
    addPerson: 'Add someone who was there',
    save: 'Save',
    followUp: 'Remind me to follow up tomorrow',
    said: (channel: Channel, direction: 'mine' | 'theirs' | 'mutual', others: readonly string[]) => {
      const base: string =
        channel === 'phone'
          ? { mine: 'You called', theirs: 'They called', mutual: 'A call' }[direction]
          : channel === 'in-person' || channel === 'event' || channel === 'video'
            ? channels[channel]
            : direction === 'mine'
              ? `${channels[channel]} from you`
              : direction === 'theirs'
                ? `${channels[channel]} from them`
                : channels[channel];
      return others.length === 0
        ? base
        : others.length > 3
          ? `${base} · with ${asLowerWord(others.length)} others`
          : `${base} · with ${list(others)}`;
    },
    at: placedAt,
    noWords: 'No words kept.',
  },
  nudge: {
    old: (days: number) => `Your LinkedIn export is ${dayCount(days)} old; a new one brings new jobs and new people.`,
    oldAct: 'Bring in a new one',
    oldKnown: 'I know',
  },
  formats: {
    vcard: 'vCard',
    jscontact: 'JSContact',
    linkedin: 'LinkedIn',
    'google-csv': 'Google Contacts',
    'outlook-csv': 'Outlook',
    ldif: 'LDIF',
    csv: 'Table',
    unread: 'not read',
  } as Record<string, string>,
  history: {
    title: 'History',
    lead: 'Every change, newest first. Taking a step back is itself a step.',
    undo: 'Undo',
    undone: 'undone',
    changes: (count: number) => (count === 1 ? 'one change' : `${number(count)} changes`),
    empty: 'Nothing has happened yet.',
    by: (actor: string) => actor,
    older: 'Show older',

    open: 'under way',
  },
  find: {
    title: 'Find',
    label: 'Find people and notes, or do something',
    hint: 'A name, a word, or what to do',
    none: (q: string) => `Nothing found for “${q}”.`,
    kinds: {
      person: 'People',
      touch: 'Conversations',
      fact: 'Worth remembering',
      here: 'On this page',
      page: 'Go to',
      act: 'Do',
    },

    capture: 'Write down what happened',
    start: 'Begin with five names',
    keys: 'Show the keys',
  },
  keys: {
    title: 'Keys',
    general: 'Everywhere',
    today: 'Today',
    person: 'A person',
    triage: 'Sorting',
    doubles: 'Doubles',
    capture: 'Write down what happened',
    search: 'Find',
    help: 'Show these keys',
    goToday: 'Go to Today',
    goPeople: 'Go to People',
    goCircles: 'Go to Circles',
    goPrep: 'Prepare for a meeting',
    goImport: 'Bring people in',
    goSettings: 'Settings',
    undo: 'Undo the last act',
    mod: { mac: '⌘', other: 'Ctrl' },
  },
};

/** The shape of a catalogue: the same entries with the same arguments, in whatever words. */
export type Catalogue<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { [Key in keyof T]: Catalogue<T[Key]> };

export type Strings = Catalogue<typeof en>;

/** The catalogue in use. It is read when something is drawn or done and never at module level, so that it can change. */
export let t: Strings = en;

/** Takes the words from another catalogue. What is on screen has to be drawn again. */
export function setStrings(strings: Strings): void {
  t = strings;
}
