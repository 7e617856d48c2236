// What somebody brings in their first hour: invented people, in the shapes that the services really write.

import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The connections, in the order of the file. Nobody but Tomás shows an e-mail address, as on the real thing. */
const CONNECTIONS = `\uFEFFNotes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Brandsma,https://www.linkedin.com/in/ada-brandsma,,Tidal Works,Marine Engineer,04 Mar 2021
Grace,Oduya,https://www.linkedin.com/in/grace-oduya-b1a2/,,"Oduya, Ferrer & Sons, LLC",Partner,21 Dec 2020
Tomás,Rivera,https://www.linkedin.com/in/tomas-rivera-9,tomas@rivera.example,Quay Bakery,Baker,02 Feb 2022
明,王,https://www.linkedin.com/in/%E7%8E%8B%E6%98%8E-7a1,,海洋研究所,,01 Jan 2019
Ingrid,Øyen,https://www.linkedin.com/in/ingrid-oyen,,Fjord Charts,Cartographer,11 May 2018
Priya,Raman,https://www.linkedin.com/in/priya-raman-5,,Lanterns,Head of Product,30 Jun 2023
Jonas,Brandt,https://www.linkedin.com/in/jonas-brandt,,Brandt Orgelbau,Organ builder,19 Sep 2017
Leila,Haddad,https://www.linkedin.com/in/leila-haddad,,City Archive,Archivist,08 Aug 2022
Marek,Dvořák,https://www.linkedin.com/in/marek-dvorak,,Mlýn,Miller,23 Oct 2019
Noor,Visser,https://www.linkedin.com/in/noor-visser,,Havenlab,Researcher,20 Nov 2026
,,,,,,15 Nov 2020
`;

const GOOGLE_NEW = `First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Label,Website 1 - Value
Ada,,Brandsma,,Tidal Works,Marine Engineer,1985-03-15,"Likes ""strong"" tea,
no sugar",* myContacts,* Work,ada@tidal.example,Mobile,+31 6 1234 5678,Profile,https://www.linkedin.com/in/Ada-Brandsma/
Sofia,,Lindqvist,Fia,Norrsken Glas,Glassblower,,,* myContacts,* Home,fia@glas.example ::: sofia@glas.example,Mobile,+46 70 174 06 05,,
`;

const GOOGLE_OLD = `Name,Given Name,Additional Name,Family Name,Yomi Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title
Grace Oduya,Grace,,Oduya,,--03-15,"chess
on Sundays",* myContacts,* Work,grace@oduya.example,Work,(020) 555-0177,"Oduya, Ferrer & Sons, LLC",Partner
Bram Kuiper,Bram,,Kuiper,,,,* myContacts,* Home,bram@kuiper.example,,,,
`;

/** An address book of iCloud: labels in groups, a folded photo, a birthday in the year that stands for none. */
function iCloud(photo: Buffer): string {
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Apple Inc.//iPhone OS 17.0//EN',
    'N:Okafor;Ngozi;Ada;Dr.;',
    'FN:Dr. Ngozi Ada Okafor',
    'ORG:Harbour Instruments;Research',
    'item1.EMAIL;type=INTERNET;type=HOME;type=pref:ngozi@example.org',
    'item1.X-ABLabel:secret',
    'TEL;type=IPHONE;type=CELL;type=VOICE;type=pref:+44 20 7946 0018',
    'item2.X-ABRELATEDNAMES;type=pref:Chidi Okafor',
    'item2.X-ABLabel:_$!<Spouse>!$_',
    'BDAY;X-APPLE-OMIT-YEAR=1604:1604-11-26',
    'NOTE:Likes black tea\\, no sugar.\\nAllergic to nuts\\; ask first.',
    ...folded(`PHOTO;ENCODING=b;TYPE=JPEG:${photo.toString('base64')}`),
    'UID:5a7f3c3e-1111-4000-8000-000000000001',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Brandsma;Ada;;;',
    'FN:Ada Brandsma',
    'ORG:Tidal Works;',
    'TEL;type=CELL:020 794 60 12',
    'UID:5a7f3c3e-1111-4000-8000-000000000002',
    'END:VCARD',
    '',
  ].join('\r\n');
}

function folded(line: string): string[] {
  return (line.match(/.{1,74}/g) ?? []).map((part, at) => (at === 0 ? part : ` ${part}`));
}

/** An old Android phone: quoted-printable, broken in the middle of a character. */
const ANDROID = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=99=88;=E5=A4=A7=E6=96=87;;;',
  'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=99=88=E5=A4=A7=E6=96=87',
  'TEL;CELL;PREF:+86 138 0013 8000',
  'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=9C=A8=E7=BD=97=E9=A9=AC=E7=9A=84=E4=BC=9A=E8=AE=AE=E4=B8=8A=E8=AE=',
  '=A4=E8=AF=86=E7=9A=84=E3=80=82',
  'END:VCARD',
  '',
].join('\r\n');

/** The whole export as LinkedIn sends it; what it holds besides the connections is not read. */
export async function linkedInZip(): Promise<TestFile> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(CONNECTIONS), 'Connections.csv');
  zip.addBuffer(Buffer.from('First Name,Last Name\nMax,Mustermann\n'), 'Profile.csv');
  zip.end();
  return {
    name: 'Basic_LinkedInDataExport_11-23-2026.zip',
    mimeType: 'application/zip',
    buffer: await buffer(zip.outputStream),
  };
}

const csv = (name: string, content: string): TestFile => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const vcard = (name: string, content: string): TestFile => ({
  name,
  mimeType: 'text/vcard',
  buffer: Buffer.from(content),
});

export const googleNew = csv('contacts.csv', GOOGLE_NEW);
export const googleOld = csv('google-old.csv', GOOGLE_OLD);
export const android = vcard('contacts-old-phone.vcf', ANDROID);
export const iCloudFile = (photo: Buffer): TestFile => vcard('iCloud vCards.vcf', iCloud(photo));
