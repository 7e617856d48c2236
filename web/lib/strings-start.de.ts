import { peopleInWords } from './phrases.de.ts';
import type { StartStrings } from './strings-start.en.ts';

/** The words of the first hour in German. */

export const de: StartStrings = {
  title: (name) => (name === '' ? 'Willkommen. Wer ist dir wichtig?' : `Willkommen, ${name}. Wer ist dir wichtig?`),
  lead: 'Fang mit dem an, was näher liegt. Nach zehn Minuten hast du ein erstes brauchbares Heute.',
  namesTitle: 'Schreib fünf Namen auf',
  namesLead:
    'Menschen, die du nicht aus den Augen verlieren willst. Sie kommen in deinen engsten Kreis „Inner“; sag zu jedem Namen, wie oft du dich melden willst.',
  nameLabel: (n) => `Name Nummer ${n}`,
  rhythmLabel: (n) => `Wie oft, Name Nummer ${n}`,
  names: ['Ein Bruder', 'Eine Freundin', 'Ein Lehrer', 'Eine Kollegin', 'Jemand Neues'],
  keep: 'Nah behalten',
  inner: 'Inner',
  importTitle: 'Hol ein Adressbuch dazu',
  importLead:
    'Ein LinkedIn-Export, Google Kontakte, das Adressbuch von iPhone oder Android: Die Seite zeigt, wie du an jedes kommst. LinkedIn braucht manchmal einen Tag für die Datei: Bestell sie gleich.',
  import: 'Dazuholen',
  circlesTitle: 'Kreise für den Anfang',
  circlesLead: 'Ein Kreis ist eine Gruppe mit einem Rhythmus. Nimm, was passt; alles lässt sich ändern.',
  take: 'Diese nehmen',
  taken: 'Hast du',
  last: {
    title: 'Wann habt ihr zuletzt gesprochen?',
    lead: 'Von da an zählt Tendril, und Heute beginnt mit denen, die am längsten gewartet haben. Ungefähr genügt.',
    ago: { week: 'Diese Woche', month: 'Diesen Monat', months: 'Vor ein paar Monaten', years: 'Vor über einem Jahr' },
    notes: 'Um diese Zeit, soweit du dich erinnerst.',
    later: 'Frag mich morgen',
  },
  finish: 'Zu Heute',
  done: (count) => `${peopleInWords(count)} ${count === 1 ? 'ist' : 'sind'} in deinem Kreis „Inner“.`,
};
