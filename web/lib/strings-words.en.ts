import type {
  CardPurpose,
  DraftKind,
  DraftLanguage,
  DraftStyle,
  Nearness,
  WordingUse,
} from '../../src/domain/words.ts';

/** Drafts, one's own words and cards by hand, in English: a part of the catalogue that is not in the first load. */

const kinds: Record<DraftKind, string> = {
  hello: 'A hello',
  'follow-up': 'A follow-up',
  reply: 'An answer',
  promise: 'About a promise',
  birthday: 'A birthday',
  anniversary: 'An anniversary',
  congratulations: 'Congratulations',
  'check-in': 'Checking in',
  thanks: 'Thanks',
  ask: 'A question to ask',
  invitation: 'An invitation',
  trip: 'A trip to their city',
  'new-year': 'The new year',
};
const uses: Record<WordingUse, string> = { greeting: 'A greeting', 'sign-off': 'A sign-off', ...kinds };
const styles: Record<DraftStyle, string> = {
  short: 'short messages',
  email: 'e-mails',
  card: 'cards',
  talk: 'conversations',
};
const nearnesses: Record<Nearness, string> = { close: 'friends', other: 'people you know less well' };
const languages: Record<DraftLanguage, string> = { en: 'English', de: 'German' };
const purposes: Record<CardPurpose, string> = { 'new-year': 'For the new year', birthdays: 'For birthdays' };

export const en = {
  kinds,
  remarks: 'Before you send it',
  sheet: {
    open: 'Write something',
    title: (name: string) => `To ${name}`,
    kind: 'What it is for',
    suggested: 'What fits today',
    channel: 'How it goes',
    about: 'What for?',
    aboutHint: {
      thanks: 'What they did: “Read my draft”',
      ask: 'What you would like to ask',
      congratulations: 'The new job, won the prize …',
    },
    text: 'Your message',
    talk: 'To begin with, when you talk',
    another: 'Start again',
    rephrase: 'Rephrase with your assistant',
    wouldSend: (model: string, address: string) => `This, and nothing else, would be sent to ${model} at ${address}:`,
    send: 'Send this',
    asking: 'Asking …',
    suggestion: 'A suggestion',
    take: 'Use it',
    keep: 'Keep my words',
  },
  words: {
    title: 'Your words',
    lead: 'Every draft greets and closes as you do. Set it here, or just write: Tendril learns from what you send.',
    open: 'Open your words',
    set: 'What you set',
    none: 'Nothing yet. Drafts greet plainly and do not sign.',
    add: 'Add words of your own',
    use: 'What it is',
    style: 'For which messages',
    near: 'For whom',
    language: 'In which language',
    any: { style: 'all messages', near: 'everybody', language: 'every language' },
    text: 'The words',
    hint: (places: string) => `Details you may name: ${places}. A sentence whose detail is not known is left out.`,
    edit: (text: string) => `Change “${text}”`,
    learned: 'Learned from what you sent',
    learnedLead: 'From drafts you changed before sending them. Of a message only how it greets and closes is kept.',
    learnedNone: 'Nothing yet: it takes two messages that begin or end alike.',
    times: (times: number) => (times === 2 ? 'twice' : `${times} times`),
    fix: 'Always use it',
    uses,
    styles,
    nearnesses,
    languages,
    cards: 'Cards to write by hand',
    cardsLead: 'Addresses and a line for each, to print.',
    cardsOpen: 'Open the list',
    assistant: 'An assistant',
    assistantLead:
      'A language model of your own choice can say a draft in another way. You see each time exactly what it would be sent, and it is sent only if you say so.',
    assistantNone:
      'None is named yet. Start Tendril with TENDRIL_ASSISTANT_URL and TENDRIL_ASSISTANT_MODEL; a model on your own machine is best.',
    assistantAt: (model: string, address: string) => `${model} at ${address}`,
    assistantOn: 'Offer it beside drafts',
    yes: 'Yes',
    no: 'No',
  },
  cards: {
    title: 'Cards by hand',
    lead: 'Names, addresses and a line to begin with. Tick what is written.',
    for: 'What for',
    purposes,
    month: 'Month',
    circle: 'Circle',
    everyone: 'Everyone in a circle',
    anyone: 'Everyone',
    print: 'Print',
    written: (name: string) => `Written to ${name}`,
    done: 'Written',
    count: (done: number, all: number) => `${done} of ${all} written`,
    without: 'No address yet',
    emptyTitle: 'Nobody here',
    emptyLead: 'People in your circles, or with a birthday in the month you choose, are listed here.',
  },
};

export type WordsStrings = typeof en;
