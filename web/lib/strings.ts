import type { TableField } from '../../src/domain/table-fields.ts';
import { placedAt } from '../../src/domain/today/phrases.ts';
import type {
  Channel,
  ExchangeKind,
  FactKind,
  Lack,
  MomentKind,
  PeopleColumn,
  PeopleSort,
  ReasonKind,
  Warmth,
} from '../../src/domain/words.ts';
import { comingDay, dayCount, longDay, number, type PartOfDay, plainDay, relativeDay } from './days.ts';

/** Every word the web app says. Plurals and word order live here, so that another language is another object of this shape. */

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];
const asWord = (count: number): string => SMALL[count] ?? number(count);
const asLowerWord = (count: number): string => asWord(count).toLowerCase();
const people = (count: number): string => (count === 1 ? '1 person' : `${number(count)} people`);
const list = (parts: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
const someOf = (names: readonly string[]): string =>
  names.length > 4 ? list([...names.slice(0, 3), `${asLowerWord(names.length - 3)} more`]) : list(names);

const channels: Record<Channel, string> = {
  email: 'E-mail',
  phone: 'Call',
  text: 'Text',
  whatsapp: 'WhatsApp',
  signal: 'Signal',
  telegram: 'Telegram',
  messenger: 'Messenger',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  facebook: 'Facebook',
  x: 'X',
  mastodon: 'Mastodon',
  video: 'Video call',
  'in-person': 'In person',
  card: 'Card',
  event: 'Event',
  other: 'Another way',
};

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

/** What a column of a table can be: the group it is offered in, and its name there. */
const tableFields: Record<TableField, readonly [group: string, name: string]> = {
  name: ['Name', 'Whole name'],
  'first-name': ['Name', 'First name'],
  'middle-name': ['Name', 'Middle name'],
  'last-name': ['Name', 'Last name'],
  prefix: ['Name', 'Title before the name'],
  suffix: ['Name', 'After the name'],
  nickname: ['Name', 'Nickname'],
  'phonetic-first-name': ['Name', 'First name as spoken'],
  'phonetic-last-name': ['Name', 'Last name as spoken'],
  email: ['Reach', 'E-mail'],
  'email-work': ['Reach', 'E-mail, work'],
  'email-home': ['Reach', 'E-mail, home'],
  phone: ['Reach', 'Phone'],
  'phone-mobile': ['Reach', 'Mobile phone'],
  'phone-work': ['Reach', 'Phone, work'],
  'phone-home': ['Reach', 'Phone, home'],
  'phone-main': ['Reach', 'Switchboard'],
  fax: ['Reach', 'Fax'],
  'fax-work': ['Reach', 'Fax, work'],
  'fax-home': ['Reach', 'Fax, home'],
  pager: ['Reach', 'Pager'],
  website: ['Reach', 'Website'],
  'website-work': ['Reach', 'Website, work'],
  'website-home': ['Reach', 'Website, home'],
  linkedin: ['Reach', 'LinkedIn'],
  x: ['Reach', 'X'],
  instagram: ['Reach', 'Instagram'],
  facebook: ['Reach', 'Facebook'],
  skype: ['Reach', 'Skype'],
  im: ['Reach', 'Messenger'],
  company: ['Work', 'Company'],
  department: ['Work', 'Department'],
  title: ['Work', 'Position'],
  role: ['Work', 'Profession'],
  birthday: ['Dates', 'Birthday'],
  anniversary: ['Dates', 'Wedding day'],
  'birth-year': ['Dates', 'Year of birth'],
  'birth-month': ['Dates', 'Month of birth'],
  'birth-day': ['Dates', 'Day of birth'],
  address: ['Address', 'Whole address'],
  'address-work': ['Address', 'Whole address, work'],
  'address-home': ['Address', 'Whole address, home'],
  street: ['Address', 'Street'],
  'street-work': ['Address', 'Street, work'],
  'street-home': ['Address', 'Street, home'],
  'street-other': ['Address', 'Street, other'],
  'po-box': ['Address', 'PO box'],
  'po-box-work': ['Address', 'PO box, work'],
  'po-box-home': ['Address', 'PO box, home'],
  'po-box-other': ['Address', 'PO box, other'],
  city: ['Address', 'City'],
  'city-work': ['Address', 'City, work'],
  'city-home': ['Address', 'City, home'],
  'city-other': ['Address', 'City, other'],
  region: ['Address', 'Region'],
  'region-work': ['Address', 'Region, work'],
  'region-home': ['Address', 'Region, home'],
  'region-other': ['Address', 'Region, other'],
  postcode: ['Address', 'Postcode'],
  'postcode-work': ['Address', 'Postcode, work'],
  'postcode-home': ['Address', 'Postcode, home'],
  'postcode-other': ['Address', 'Postcode, other'],
  country: ['Address', 'Country'],
  'country-work': ['Address', 'Country, work'],
  'country-home': ['Address', 'Country, home'],
  'country-other': ['Address', 'Country, other'],
  'house-number': ['Address', 'House number'],
  notes: ['More', 'Notes'],
  tags: ['More', 'Tags'],
  hobby: ['More', 'Hobby'],
  spouse: ['More', 'Spouse or partner'],
  child: ['More', 'Children'],
  manager: ['More', 'Manager'],
  assistant: ['More', 'Assistant'],
  'referred-by': ['More', 'Introduced by'],
  related: ['More', 'Someone they know'],
  photo: ['More', 'Photo address'],
  id: ['More', 'Number of the person'],
  keep: ['Otherwise', 'Keep as it stands'],
  skip: ['Otherwise', 'Leave out'],
};

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
    import: 'Bring people in',
    settings: 'Settings',
    find: 'Find',
    findHint: 'find or do',
    more: 'More',
    history: 'History',
    sort: 'Sort people',
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
  start: {
    title: (name: string) => (name === '' ? 'Welcome. Who matters to you?' : `Welcome, ${name}. Who matters to you?`),
    lead: 'Start from whichever is nearer to hand. Ten minutes are enough for a first useful Today.',
    namesTitle: 'Type five names',
    namesLead:
      'People you would not want to lose touch with. They become your Inner circle; say how often you would like to be in touch with each.',
    nameLabel: (n: number) => `Name ${n}`,
    rhythmLabel: (n: number) => `How often, name ${n}`,
    names: [
      'A sister, a brother',
      'An old friend',
      'Someone who taught you',
      'A colleague you miss',
      'Someone you met lately',
    ],
    keep: 'Keep them close',
    inner: 'Inner',
    importTitle: 'Bring in an address book',
    importLead:
      'A LinkedIn export, Google Contacts, an iPhone or Android address book: the page shows how to get each. LinkedIn can take a day to prepare its file, so ask for it now.',
    import: 'Bring people in',
    circlesTitle: 'Circles to begin with',
    circlesLead: 'A circle is a group with a rhythm. Take what fits; everything can be changed.',
    take: 'Take these',
    taken: 'Yours',
    finish: 'To Today',
    done: (count: number) => `${asWord(count)} ${count === 1 ? 'person is' : 'people are'} in your Inner circle.`,
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
    enter: 'to save',
    nothing: 'Nothing to save yet: say who, and what happened.',
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
  people: {
    title: 'People',
    search: 'Search by name, place, work…',
    count: (shown: number, filtered: boolean) => (filtered ? `${people(shown)} found` : people(shown)),
    circle: 'Circle',
    everyone: 'Everyone',

    sort: 'Order',
    sorts: {
      name: 'By name',
      'last-touch': 'Last in touch',
      'next-touch': 'Next to write to',
      added: 'Newest',
      warmth: 'Coldest first',
      city: 'By city',
      organisation: 'By organisation',
      birthday: 'By birthday',
    } satisfies Record<PeopleSort, string>,
    show: 'Show',
    shows: { active: 'Active', archived: 'Archived', all: 'All' },
    add: 'Add a person',
    list: 'People',
    never: 'no contact yet',
    last: (day: string, now: string) => relativeDay(day, now),
    next: (day: string, now: string) => comingDay(day, now, 'short'),
    lastHead: 'Last',
    nextHead: 'Next',
    none: 'Nobody fits that. Try fewer letters, or clear the filters.',
    columns: 'Columns',
    column: {
      circles: 'Circles',
      tags: 'Tags',
      organisation: 'Organisation',
      city: 'City',
      email: 'E-mail',
      phone: 'Phone',
      birthday: 'Birthday',
      warmth: 'Tie',
      last: 'Last in touch',
      next: 'Next',
    } satisfies Record<PeopleColumn, string>,
    nameColumn: 'Name',
    warmths: {
      fine: 'Fine',
      cooling: 'Cooling',
      'at-risk': 'At risk',
      dormant: 'Dormant',
    } satisfies Record<Warmth, string>,
    filter: {
      open: (count: number) => (count === 0 ? 'Filter' : `Filter, ${number(count)} on`),
      title: 'Who to show',
      any: 'Any',
      tag: 'Tag',
      city: 'City',
      country: 'Country',
      organisation: 'Organisation',
      source: 'Came from',
      warmth: 'How the tie stands',
      touch: 'Last in touch',
      touches: {
        '': 'Any time',
        'after:7d': 'In the last week',
        'after:30d': 'In the last month',
        'after:90d': 'In the last three months',
        'before:30d': 'More than a month ago',
        'before:90d': 'More than three months ago',
        'before:180d': 'More than half a year ago',
        'before:365d': 'More than a year ago',
        'before:730d': 'More than two years ago',
      } as Readonly<Record<string, string>>,
      before: 'Before',
      after: 'After',
      due: 'Only those whose turn it is',
      missing: 'What is missing',
      lacks: {
        birthday: 'Birthday',
        email: 'E-mail',
        phone: 'Phone',
        photo: 'Photo',
        city: 'City',
        organisation: 'Organisation',
        circle: 'Circle',
        channel: 'Preferred channel',
        'how-we-met': 'How you met',
        touch: 'Any contact',
        tag: 'Tag',
      } satisfies Record<Lack, string>,
      result: (total: number) => (total === 0 ? 'Nobody fits' : `Show ${people(total)}`),
      clear: 'Clear all',
      without: {
        birthday: 'no birthday',
        email: 'no e-mail',
        phone: 'no phone',
        photo: 'no photo',
        city: 'no city',
        organisation: 'no organisation',
        circle: 'in no circle',
        channel: 'no preferred channel',
        'how-we-met': 'how you met unknown',
        touch: 'never in touch',
        tag: 'no tag',
      } satisfies Record<Lack, string>,
      since: (when: string) => `in touch after ${when}`,
      until: (when: string) => `in touch before ${when}`,
      ago: (days: number) => `${dayCount(days)} ago`,
      turn: 'whose turn it is',
      drop: (what: string) => `Take out: ${what}`,
    },
    saved: {
      list: 'Saved filters',
      save: 'Save this filter',
      name: 'Name',
      saveTitle: 'Keep this filter',
      hint: 'Whoever fits it later is in it by then.',
      keep: 'Save',
      more: (name: string) => `More for ${name}`,
      update: 'Save the changes to it',
      rename: 'Rename',
      renameTitle: 'Rename the filter',
      remove: 'Delete',
    },
    clear: 'Clear',
    empty: 'Bring in an address book, or add the first person by hand.',
    addTitle: 'Someone new',

    addNone: 'No circle',
    adding: 'Add',

    choosing: {
      label: 'The people you chose',
      begin: 'Select',
      end: 'Stop selecting',
      count: (count: number) => `${number(count)} chosen`,
      all: (total: number) => `All ${number(total)}`,
      progress: (done: number, total: number) => `${number(done)} of ${number(total)}`,
      working: 'How far it is',
      row: (name: string) => `Select ${name}`,
      forms: { circle: 'Circle', tag: 'Tag', rhythm: 'Rhythm' },
      titles: {
        circle: (count: number) => `A circle for ${people(count)}`,
        tag: (count: number) => `A tag for ${people(count)}`,
        rhythm: (count: number) => `A rhythm for ${people(count)}`,
      },
      noCircles: 'There is no circle yet.',
      makeCircle: 'Make one',
      add: 'Add',
      move: 'Move',
      moveHint: 'Adding keeps the circles they are in; moving takes them out of all others.',
      addTag: 'Add the tag',
      removeTag: 'Take it off',
      clearRhythm: 'none of their own',
      rhythmHint: 'A rhythm of their own comes before that of their circle.',
      more: 'More for the chosen',
      archive: 'Archive',
      unarchive: 'Bring back from the archive',
      vcard: 'Save as vCard',
      csv: 'Save as a table (CSV)',
      keys: 'Selecting people',
      key: 'Select, or leave out',
      keyRange: 'Select the next too',
    },
  },
  near: {
    title: 'Near a city',
    lead: 'Where are you going, and who lives there?',
    open: 'Near a city',
    city: 'City',
    placeholder: 'Lisbon',
    found: (count: number, city: string) =>
      count === 0 ? `Nobody you know lives in ${city}, as far as their cards say.` : `${people(count)} in ${city}`,
    list: (city: string) => `People in ${city}`,
    more: (count: number) => `And ${people(count)} more`,
    unknown: (count: number) => `Of ${people(count)} the city is not known.`,
    hint: 'Type a city, or plan a trip: Today then reminds you of whom you keep up with there, in time to agree on a place.',
    trips: 'Trips',
    plan: 'Plan a trip',
    planTitle: 'A trip',
    since: 'First day there',
    until: 'Last day there',
    keep: 'Plan it',
    days: (since: string, until: string) =>
      since === until ? plainDay(since) : `${plainDay(since)} to ${plainDay(until)}`,
    live: (count: number) => (count === 0 ? 'nobody you know lives there' : `${people(count)} there`),
    off: (city: string) => `Call off the trip to ${city}`,
  },
  person: {
    prefers: (channel: Channel) =>
      (
        ({
          phone: 'prefers a call',
          email: 'prefers e-mail',
          text: 'prefers a text',
          video: 'prefers a video call',
          'in-person': 'prefers to meet',
          card: 'prefers a card',
          event: 'meets at events',
          other: '',
        }) satisfies Partial<Record<Channel, string>> as Partial<Record<Channel, string>>
      )[channel] ?? `prefers ${channels[channel]}`,
    localTime: (time: string) => `it is ${time} there`,
    log: 'Log',

    more: 'More',

    archive: 'Archive',
    unarchive: 'Bring back from the archive',
    deceased: 'Has died',
    alive: 'Undo “has died”',
    delete: 'Delete',
    archived: 'archived',
    isDeceased: 'has died',
    paused: (until: string) => (until === '9999-12-31' ? 'paused' : `paused until ${plainDay(until)}`),
    snoozed: (until: string) => `not before ${plainDay(until)}`,
    resume: 'Resume',
    next: (day: string, now: string) => `Next: ${comingDay(day, now)}.`,
    followUp: (day: string, now: string) => `Follow up ${comingDay(day, now)}, while it is fresh.`,
    nothingDue: 'Nothing is due.',
    noRhythm: 'No rhythm, so nothing falls due by itself.',
    thisWeek: 'Next week',
    already: 'Already in touch',
    story: 'The story so far',
    storyEmpty: 'Nothing yet. Log the last time you were in touch, or write it down in one line.',
    storyNone: 'No conversation fits that.',
    storyFilter: {
      label: 'Search the story',
      words: 'Find a word',
      channel: 'How',
      anyChannel: 'Any way',
      kind: 'Kind',
      anyKind: 'All',
      kinds: { personal: 'Personal', group: 'Groups', plan: 'Plans' },
    },
    older: 'Show older',
    allShown: (count: number) => (count === 1 ? 'One conversation in all.' : `${asWord(count)} conversations in all.`),
    facts: 'Worth remembering',
    factsEmpty: 'What did they tell you? Family, plans, a book they loved.',
    addFact: 'Add something',
    factKind: 'Kind',
    factText: 'What to remember',
    fromTouch: (day: string) => `from your conversation, ${day}`,
    private: 'private',
    privateHint: 'Private: never in a draft',

    between: 'Between you',

    giving: 'Give and take',
    addExchange: 'Write in the ledger',
    givingEmpty: 'What you do for each other. For you alone, and never a score.',
    exchangeText: 'What it was',
    exchangeKind: 'Who did it',
    favours: 'In five minutes',
    favourDone: (text: string) => `Done: ${text}`,
    beforeAsking: 'Before you ask',
    lastGiven: (text: string, day: string) => `You gave, ${day}: ${text}`,
    lastReceived: (text: string, day: string) => `They gave, ${day}: ${text}`,
    nothingGiven: 'You have noted nothing that you gave yet.',
    giveFirst: 'A way to give first',
    askDraft: 'A draft that leaves room for a no',
    moments: 'In their life',
    addMoment: 'Add what happened',
    momentsEmpty: 'A new job, a child, a loss: you will be reminded to write, and later to ask again.',
    momentText: 'What happened',
    momentKind: 'Kind',
    momentDay: 'On',
    saysSource: (source: string, was: string | null) =>
      was === null ? `${source} says so` : `${source} says so; before, ${was}`,
    promiseText: 'What was promised',
    by: 'Who',
    me: 'I promised',
    them: 'They promised',
    due: (day: string, now: string) => `by ${comingDay(day, now)}`,
    since: (day: string) => `since ${plainDay(day)}`,
    addPromise: 'Add a promise',
    kept: 'Kept',
    addReminder: 'Remind me',
    reminderText: 'Remind me to',
    on: 'On',
    dueLabel: 'By when',
    ties: 'Ties',
    addTie: 'Add a tie',
    tieKind: 'They are',
    tieKinds: [
      'spouse',
      'partner',
      'child',
      'parent',
      'sibling',
      'friend',
      'colleague',
      'neighbour',
      'introduced-by',
      'assistant',
      'manager',
    ],
    tieWord: (kind: string) => kind.replaceAll('-', ' '),
    tieWho: 'Who',
    probably: (kind: string, via: { readonly name: string; readonly kind: string }) =>
      `probably ${kind.replaceAll('-', ' ')}: ${via.kind.replaceAll('-', ' ')} of ${via.name}`,
    keep: 'Keep',
    keepTie: (name: string) => `Keep the tie to ${name}`,
    notTie: (name: string) => `${name} is not`,
    occasions: 'Days to mark',
    occasion: (label: string) => label.replace(/^./u, (first) => first.toUpperCase()),
    age: ({ years, about }: { readonly years: number; readonly about: boolean }) =>
      about ? `About ${years} years old` : `${years} years old`,
    turns: (n: number) => `turns ${n}`,
    years: (n: number) => (n === 1 ? 'one year' : `${n} years`),
    ways: 'Ways to reach',
    waysEmpty: 'No address or number yet.',
    onCard: 'On their card',
    circles: 'Circles and rhythm',
    ownRhythm: 'Own rhythm',
    followCircle: 'as the circle',
    rhythmDays: 'Every … days',
    sources: 'Where this came from',
    source: (label: string, day: string) => `${label}, ${plainDay(day)}`,
    missing: 'not in the newest export',
    history: 'What changed',
    doubles: 'May be the same person',
    same: 'Same person',
    notSame: 'Two people',
    remove: (what: string) => `Remove ${what}`,
    editThing: (what: string) => `Change ${what}`,

    joinCircle: 'Add to a circle',
    leave: (name: string) => `Leave ${name}`,

    setPhoto: 'Choose a photo',
    photoHint: 'Choose, drop or paste a photo',

    planned: 'planned',
    group: 'not personal',
    contactKeys: {
      edit: 'Edit the card',
      log: 'Log a conversation',
      prep: 'Prepare for a meeting',
      fact: 'Add something to remember',
      same: 'Same person',
      notSame: 'Two people',
    },
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
  edit: {
    title: 'Edit card',
    name: 'Name as shown',
    given: 'Given name',
    surname: 'Family name',
    nickname: 'Nickname',
    pronouns: 'Pronouns',
    organization: 'Organisation',
    role: 'Title',
    emails: 'E-mail',
    phones: 'Phone',
    services: 'Profiles',
    serviceName: 'Service',
    serviceValue: 'Address or name',
    links: 'Links',
    addresses: 'Addresses',
    birthday: 'Birthday',
    yearHint: 'if you know it',
    calendar: 'Calendar',
    ourCalendar: 'Gregorian calendar',
    leapMonth: 'In the leap month of that number',
    ageHint: 'Not known? About how old:',
    note: 'Note',
    channel: 'Prefers',
    noChannel: 'No preference',
    places: { none: 'Other', home: 'Home', work: 'Work' },
    place: 'Kind',
    addLine: (what: string) => `Add: ${what}`,
    save: 'Save',
    birthdayIncomplete: 'A day needs its month.',
    birthdayImpossible: 'There is no such date.',
    conflict: 'This card was changed elsewhere meanwhile. Close and open it again to see the newer one.',
    tags: 'Tags',
    tagsHint: 'Separated by commas',
  },
  import: {
    title: 'Bring people in',
    lead: 'Files stay on this machine. Reading one twice changes nothing, and what you edited here is never overwritten.',
    drop: 'Drop files here',
    dropOr: 'vCards, JSContact, tables (CSV), LDIF or the whole zip, several at once',
    choose: 'Choose files',
    dry: 'Look first, save nothing yet',
    old: (days: number) => `Your LinkedIn export is ${dayCount(days)} old; a new one brings new jobs and new people.`,
    oldAct: 'Bring in a new one',
    oldKnown: 'I know',
    guides: 'How to get each file',
    wait: (time: string) => `Takes: ${time}`,
    file: (name: string) => `The file: ${name}`,
    states: {
      reading: 'Reading',
      planning: 'Comparing with who is here',
      applying: 'Bringing them in',
      done: 'Done',
      failed: 'It did not work',
      cancelled: 'Cancelled; nothing was kept',
      undone: 'Undone',
    },
    cancel: 'Cancel',
    progress: (done: number, total: number | null) =>
      total === null ? number(done) : `${number(done)} of ${number(total)}`,
    summary: ({
      created,
      updated,
      unchanged,
      dry,
    }: {
      created: number;
      updated: number;
      unchanged: number;
      dry: boolean;
    }) => {
      const parts = [
        created > 0 ? `${people(created)} ${dry ? 'would be' : created === 1 ? 'is' : 'are'} new` : '',
        updated > 0 ? `${number(updated)} ${dry ? 'would be ' : ''}brought up to date` : '',
        unchanged > 0 ? `${number(unchanged)} already as they should be` : '',
      ].filter((part) => part !== '');
      return parts.length === 0 ? 'Nobody was found in these files.' : `${parts.join(', ')}.`;
    },
    bring: 'Bring them in',
    undo: 'Undo this import',
    another: 'Bring in more',
    toToday: 'To Today',
    toSort: 'Sort them into circles',
    moreSkipped: (count: number, reason: string | null) =>
      reason === null ? `And ${number(count)} more like these.` : `And ${number(count)} more: ${reason}.`,
    skipped: (count: number) => (count === 1 ? 'One row was left out' : `${number(count)} rows were left out`),
    missing: (count: number) =>
      `${people(count)} of this source ${count === 1 ? 'is' : 'are'} not in this newer file. Nobody was deleted.`,
    fileLine: ({
      read,
      created,
      updated,
      unchanged,
    }: {
      read: number;
      created: number;
      updated: number;
      unchanged: number;
    }) => `${number(read)} read: ${number(created)} new, ${number(updated)} updated, ${number(unchanged)} unchanged`,

    doubles: (count: number) =>
      count === 1 ? 'One pair may be the same person' : `${number(count)} pairs may be the same person`,
    doublesLead: 'One key each. Unsure? Leave it; they stay apart.',
    same: 'Same person',
    notSame: 'Two people',

    before: 'Before',
    notes: 'Worth knowing',
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
    map: {
      title: (file: string) => `What is in ${file}?`,
      lead: 'Tendril has not met a table like this one. It guessed what each column is: set right what it got wrong. The next file with these columns is read the same way.',
      headless: 'The first row holds a person, not titles, so the columns have numbers.',
      columns: 'Columns',
      field: (column: string) => `What ${column} is`,
      empty: 'empty in the first rows',
      more: (count: number) =>
        count === 1 ? 'One more column is kept as it stands.' : `${number(count)} more columns are kept as they stand.`,
      preview: 'The first people, so read',
      nobody:
        'Nobody can be told from these columns yet. Say which one is the name, an e-mail address or a phone number.',
      skipped: (count: number) =>
        count === 1 ? 'One of the first rows names nobody.' : `${number(count)} of the first rows name nobody.`,
      born: (date: string) => `Born ${date}`,
      bring: 'Bring them in',
      look: 'Look at what would happen',
      next: 'On to the next table',
      leave: 'Leave this file out',
      cancel: 'Back',
      fields: tableFields,
      known: 'Tables you have explained',
      knownLead: 'Files with these columns are read without asking.',
      knownLine: (columns: readonly string[]) => list(columns.length > 6 ? [...columns.slice(0, 5), 'more'] : columns),
      forget: 'Ask again',
      forgetLabel: (name: string) => `Ask again about tables like ${name}`,
    },
    tooMany: 'Choose at least one file.',
    open: 'Show',
    fileCount: (names: readonly string[]) =>
      names.length <= 2 ? list(names) : `${names[0] ?? ''} and ${asLowerWord(names.length - 1)} more`,
    dryTag: 'a look, nothing saved',
  },
  circles: {
    title: 'Circles',
    lead: 'Groups with a rhythm of their own. A size is a reminder of how many fit a life, not a limit.',
    add: 'New circle',
    name: 'Name',
    rhythm: 'Catch up',
    size: 'Fits about',
    days: 'days',
    noRhythm: 'no rhythm',

    offered: 'Take one ready-made',
    members: (count: number, size: number | null) =>
      size === null ? people(count) : `${number(count)} of about ${number(size)}`,
    due: (count: number) => (count === 0 ? 'nobody due' : `${number(count)} due`),
    over: 'More than usually fits',

    delete: 'Delete circle',
    unfold: 'Who is in it',
    fold: 'Fold',
    membersOf: (name: string) => `Who is in ${name}`,
    drift: ({ cooling, late }: { readonly cooling: readonly string[]; readonly late: readonly string[] }) => {
      const parts = [
        cooling.length === 0 ? '' : `Cooling: ${someOf(cooling)}.`,
        late.length === 0 ? '' : `Over their rhythm: ${someOf(late)}.`,
      ].filter((part) => part !== '');
      return parts.length === 0 ? 'Nobody drifts.' : parts.join(' ');
    },
    drifts: { cooling: 'cooling', late: 'over their rhythm' },
    allOf: (count: number) => `See all ${number(count)}`,
    moveTo: (name: string) => `Move to ${name}`,
    takeOut: (name: string) => `Take out of ${name}`,
    dropHere: 'Drop them here',
    dragHint: 'Drag someone to another circle, or press on their name for a menu.',
    addTitle: 'New circle',
    editTitle: (name: string) => `Edit ${name}`,
    sort: (count: number) => `Sort ${people(count)}`,
    acquaintances: (count: number) =>
      `${people(count)} in no circle: acquaintances, shown only when there is a reason.`,
    deleteHint: 'Its people stay.',
    empty: 'No circle yet. Take the four below to begin with, or make your own.',

    rhythmChoices: [7, 14, 30, 60, 90, 180, 365],

    sizeOf: (size: number) => `about ${number(size)}`,
  },
  triage: {
    title: 'Sort people',
    progress: (at: number, of: number) => `${number(at)} of ${number(of)}`,
    leave: 'Leave as acquaintance',
    leaveShort: 'Acquaintance',
    back: 'Take back',
    skip: 'Not now',
    done: 'Everyone is sorted.',
    doneLead: 'Those in a circle will find their way to Today in their own time.',
    toToday: 'To Today',
    toCircles: 'See circles',
    noCircles: 'Circles come first: take these four, then sort.',
    saving: (count: number) => `${number(count)} on the way`,
    suggestion: 'Suggested',
    failed: (name: string, why: string) => `${name} was not sorted: ${why}`,

    previous: 'Previous',
    doubles: 'May be the same person as',
    keys: {
      into: (name: string) => `Into ${name}`,
      leave: 'Leave as acquaintance',
      suggestion: 'As suggested',
      undo: 'Take back',
      next: 'Not now',
      previous: 'Previous',
      same: 'Same person',
      notSame: 'Two people',
    },
    hint: 'Digits sort, Enter takes the suggestion, a leaves, z takes back, arrows move.',
    swipeHint: 'Swipe to take the suggestion, or the other way for later.',
    nothing: 'Nobody is waiting to be sorted.',
    nothingLead: 'New people from imports and captures appear here.',
  },
  settings: {
    title: 'Settings',
    you: 'You',
    ownerName: 'Your name',
    language: 'Language',
    languageHint: 'Tendril drafts in English, and reads in English what you write down.',
    locale: 'Dates and numbers',
    localeHint: 'A language tag: en-GB, de-AT, fr-CA',
    zone: 'Time zone',
    country: 'Country',
    countryHint: 'For phone numbers without a country code',
    today: 'Today',
    capacity: 'People a day',
    capacityHint: 'A few is enough. What does not fit waits its turn.',
    notice: 'Notice before a birthday',
    noticeDays: (days: number) => (days === 0 ? 'on the day' : dayCount(days)),
    leap: 'Born on 29 February',
    holidays: 'Holidays where people live',
    holidayChoices: { on: 'Mentioned beside other reasons', off: 'Not mentioned' },
    leapRules: { 'feb-28': 'Kept on 28 February', 'mar-1': 'Kept on 1 March' },
    saved: 'Saved.',
    badLocale: 'That is not a language tag the browser knows.',
    tokens: 'Keys for other programs',
    tokensLead: 'A key lets a program of yours read, or read and write, over the API.',
    tokenName: 'What is it for?',
    tokenScope: 'May',
    scopes: { read: 'read', write: 'read and write' },
    create: 'Make a key',
    revoke: 'Revoke',
    created: 'Copy it now: it is shown only once.',
    used: (when: string | null) => (when === null ? 'never used' : `last used ${when}`),
    noTokens: 'None yet.',
    calendar: {
      title: 'In your calendar',
      lead: 'Birthdays, promises, plans and whose turn it is, in any calendar that can subscribe to an address.',
      create: 'Make the address',
      replace: 'Make a new address',
      replaceHint: 'A new address ends the one before it.',
      end: 'Switch off',
      address: 'The address of your calendar',
      created: 'Copy it now: it is shown only once. Whoever has it can read these days, so keep it to yourself.',
      open: 'Open in a calendar',
      state: (made: string, read: string | null) =>
        `Made ${made}; ${read === null ? 'no calendar has read it yet' : `last read ${read}`}.`,
    },
    theme: {
      title: 'Light or dark',
      lead: 'On this device.',
      names: { system: 'As this device is set', light: 'Light', dark: 'Dark' },
    },
    digest: {
      title: 'A mail in the morning',
      lead: 'Today in your mailbox: who, why, and how to begin. It goes to you and to nobody else.',
      noServer:
        'No mail server is named yet. Start Tendril with TENDRIL_SMTP_URL and TENDRIL_MAIL_FROM; the page on self-hosting has an example.',
      on: 'Send it',
      switch: { on: 'Yes', off: 'No' },
      hour: 'At',
      hourHint: 'Later the same day if this machine slept',
      days: 'On',
      dayNames: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
      oneDay: 'One day has to stay. To get no mails, say No above.',
      address: 'To',
      addressHint: (account: string | null) =>
        account === null ? 'An address of your own' : `An address of your own; left empty, ${account}`,
      badAddress: 'That is no e-mail address.',
      empty: 'When nobody waits',
      emptyChoices: { nothing: 'Send nothing', note: 'Send a short kind note' },
      next: (when: string) => `Next: ${when}.`,
      test: 'Send me a test',
      testing: 'Sending …',
      tested: (to: string) => `Sent to ${to}. Look there.`,
      refused: (error: string) => `The mail server did not take it. It says: ${error}`,
      last: 'The last days',
      states: {
        due: 'waits for its hour',
        sending: 'is being sent',
        delivered: 'sent',
        failed: 'not sent yet, tried again soon',
        'gave-up': 'not sent',
        missed: 'missed',
        empty: 'nobody waited, so nothing was sent',
      },
    },
    data: {
      title: 'Your data',
      lead: 'Everything goes out again, in open formats, any time.',
      take: 'Take it',
      backup: 'Download a backup',
      backupLead: 'Everything as it is now, in one file.',
      backupHint: 'To put it back, run “tendril restore FILE” where Tendril is.',
      end: 'Delete everything …',
      endLead: 'People, notes, history, photos, keys and addresses of feeds. You stay signed in, to an empty notebook.',
      endTitle: 'Delete everything?',
      endText: 'This cannot be undone. Older backups keep what is in them until you delete those too.',
      endBackup: 'Make a backup on the server first',
      endType: 'Type “delete everything”',
      endWords: 'delete everything',
      endAct: 'Delete everything',
      endedTitle: 'Everything is deleted',
      ended: (backup: string | null) =>
        backup === null ? 'The notebook is empty.' : `A backup from before is on the server at ${backup}.`,
      ending: 'Deleting …',
    },
    formats: {
      archive: ['Archive', 'Everything: each table as JSON lines, photos, vCards. A zip.'],
      vcard: ['vCard 4.0', 'People with their photos, for newer address books.'],
      vcard3: ['vCard 3.0', 'The same for iPhone, Google and Outlook.'],
      jscontact: ['JSContact', 'People as JSON, as RFC 9553 says.'],
      csv: ['CSV', 'People as a table in Google’s columns, for a spreadsheet.'],
      ics: ['Calendar', 'Birthdays, anniversaries and whose turn it is.'],
    },
    history: 'History',
    historyLead: 'Every change, and the way back.',
    signOut: 'Sign out',
    account: 'Account',
    signedInAs: (email: string) => `Signed in as ${email}.`,
    see: 'Open history',
  },
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
type Catalogue<T> = T extends string
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
