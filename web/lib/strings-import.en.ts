import type { TableField } from '../../src/domain/table-fields.ts';
import { number } from './days.ts';
import { asLowerWord, list, people } from './phrases.en.ts';
import type { Catalogue } from './strings.ts';

/** The words of bringing people in in English: a part of the catalogue that is not in the first load. */

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
  title: 'Bring people in',
  lead: 'Files stay on this machine. Reading one twice changes nothing, and what you edited here is never overwritten.',
  drop: 'Drop files here',
  dropOr: 'vCards, JSContact, tables (CSV), LDIF or the whole zip, several at once',
  choose: 'Choose files',
  dry: 'Look first, save nothing yet',
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
};

export type ImportStrings = Catalogue<typeof en>;
