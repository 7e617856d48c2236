import type { SourceGuide } from '../../contract/shapes.ts';

/** How a person gets each file, step by step, and what to expect. */
export const SOURCE_GUIDES: readonly SourceGuide[] = [
  {
    format: 'linkedin',
    name: 'LinkedIn',
    file: 'Basic_LinkedInDataExport_….zip, or the Connections.csv inside it',
    steps: [
      'On linkedin.com, choose Me, then Settings & Privacy.',
      'Open Data privacy, then Get a copy of your data.',
      'Tick Connections (or the larger archive, if you want everything) and press Request archive.',
      'LinkedIn sends an e-mail with a link. Download the zip; there is no need to unpack it.',
      'Drop the zip here.',
    ],
    wait: 'The connections come within about ten minutes, the larger archive within a day.',
  },
  {
    format: 'google-csv',
    name: 'Google Contacts',
    file: 'contacts.csv',
    steps: [
      'Open contacts.google.com on a computer.',
      'Choose Export in the menu on the left.',
      'Take All contacts and the format Google CSV, and press Export.',
      'Drop contacts.csv here.',
    ],
    wait: null,
  },
  {
    format: 'vcard',
    name: 'iPhone, iPad and Mac',
    file: 'a .vcf file',
    steps: [
      'Open icloud.com/contacts on a computer and sign in.',
      'Select all contacts (⌘A, or Ctrl+A), then choose Export vCard in the menu.',
      'On a Mac you can also open Contacts, select all, and choose File, Export, Export vCard.',
      'On an iPhone without iCloud: Contacts, Lists, hold All Contacts, Export.',
      'Drop the .vcf file here.',
    ],
    wait: null,
  },
  {
    format: 'vcard',
    name: 'Android',
    file: 'contacts.vcf',
    steps: [
      'Open the Contacts app on the phone.',
      'Choose Fix & manage (or Settings), then Export to file.',
      'Send contacts.vcf to this computer, by mail or cable, and drop it here.',
    ],
    wait: null,
  },
  {
    format: 'outlook-csv',
    name: 'Outlook on a computer',
    file: 'a .csv file',
    steps: [
      'Choose File, Open & Export, Import/Export.',
      'Take Export to a file, then Comma Separated Values.',
      'Choose the folder Contacts, say where the file shall go, and press Finish.',
      'Drop the .csv file here, in whatever language your Outlook is.',
    ],
    wait: null,
  },
  {
    format: 'outlook-csv',
    name: 'Outlook.com and Outlook on the web',
    file: 'contacts.csv',
    steps: [
      'Open outlook.com and choose People at the left.',
      'Choose Manage contacts, then Export contacts.',
      'Take All contacts and press Export.',
      'Drop contacts.csv here.',
    ],
    wait: null,
  },
  {
    format: 'vcard',
    name: 'Google Takeout',
    file: 'takeout-….zip, one or several',
    steps: [
      'Open takeout.google.com and deselect all.',
      'Tick Contacts and press Next step, then Create export.',
      'Google sends an e-mail with a link. Download every part; there is no need to unpack it.',
      'Drop them here: labels become tags, and photos find their person where only one has the name.',
    ],
    wait: 'It comes within minutes, a large archive within a day.',
  },
  {
    format: 'ldif',
    name: 'Thunderbird',
    file: 'a .ldif file',
    steps: [
      'Open the address book and choose the book at the left.',
      'Choose Tools, Export, and LDIF as the format (vCard and CSV are read as well).',
      'Drop the file here, and the files of other books beside it.',
    ],
    wait: null,
  },
  {
    format: 'csv',
    name: 'A spreadsheet or any other program',
    file: 'a .csv file',
    steps: [
      'In the program look for Export, and choose CSV; in a spreadsheet choose Save as, CSV.',
      'Drop the file here. Tendril shows what it takes each column for, and you set it right.',
      'The next file with these columns is read the same way, without asking.',
    ],
    wait: null,
  },
  {
    format: 'jscontact',
    name: 'JSContact, and another Tendril',
    file: 'a .json file',
    steps: [
      'In the other Tendril choose Settings, Export, and JSContact; elsewhere look for an export as JSContact (RFC 9553).',
      'One card, a list of cards and one card a line are all read, pictures inside too.',
      'Drop the file here.',
    ],
    wait: null,
  },
  {
    format: 'vcard',
    name: 'Other address books',
    file: 'a .vcf file',
    steps: [
      'Look for Export in the address book and choose vCard (.vcf).',
      'Version 2.1, 3.0 and 4.0 are all read, many people in one file too.',
      'Drop the file here.',
    ],
    wait: null,
  },
];
