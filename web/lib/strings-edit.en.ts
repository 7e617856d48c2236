import type { Catalogue } from './strings.ts';

/** The words of editing a card in English: a part of the catalogue that is not in the first load. */

export const en = {
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
};

export type EditStrings = Catalogue<typeof en>;
