import { describe, expect, it } from 'vitest';
import { detect } from './detect.ts';

const LINKEDIN = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const GOOGLE_NEW =
  'First Name,Middle Name,Last Name,Phonetic First Name,File As,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value\n';
const GOOGLE_OLD =
  'Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,Phone 1 - Type,Phone 1 - Value\n';

describe('what a file is, by its content', () => {
  it.each([
    ['a zip', 'PK\x03\x04rest', 'zip'],
    ['an empty zip', `PK\x05\x06${'\0'.repeat(18)}`, 'zip'],
    ['a vCard file', 'BEGIN:VCARD\r\nVERSION:3.0\r\n', 'vcard'],
    ['a vCard file after blank lines, in lower case', '\n\nbegin:vcard\nversion:2.1\n', 'vcard'],
    ['connections below a preamble', `Notes:\n"something, quoted"\n\n${LINKEDIN}`, 'linkedin'],
    [
      'connections without the URL column',
      'First Name,Last Name,Email Address,Company,Position,Connected On\n',
      'linkedin',
    ],
    ['connections saved with semicolons', LINKEDIN.replaceAll(',', ';'), 'linkedin'],
    ['connections with their header in capitals', LINKEDIN.toUpperCase(), 'linkedin'],
    ['new Google contacts', GOOGLE_NEW, 'google-csv'],
    ['old Google contacts', GOOGLE_OLD, 'google-csv'],
    ['an LDIF address book', '# made by hand\nversion: 1\n\ndn: cn=Ada\nobjectclass: person\n', 'ldif'],
    ['a card of JSContact', '{"@type":"Card","version":"1.0"}', 'jscontact'],
    ['an array of cards, its parts in another order', '[\n  {"version": "1.0",\n "@type" : "Card"}]', 'jscontact'],
    ['a card a line', '{"@type":"Card"}\n{"@type":"Card"}\n', 'jscontact'],
    ['any table of people', 'First Name,Last Name,E-mail Address,Company\nA,B,c@d.example,E\n', 'csv'],
    ['new Google contacts of people without addresses', 'First Name,Last Name,File As,Labels\nA,B,,\n', 'google-csv'],
  ])('knows %s', (_, text, format) => {
    expect(detect(Buffer.from(text, 'latin1')).format).toBe(format);
  });

  it.each([
    ['', 'an empty file'],
    [' \r\n\n', 'an empty file'],
    ['\0\0\0\0', 'an empty file'],
    ['\x89PNG\r\n\x1a\n', 'an image'],
    ['\xff\xd8\xff\xe0', 'an image'],
    ['%PDF-1.7', 'a PDF document'],
    ['\x1f\x8b\x08\0', 'an archive that is not a zip: unpack it and import what is inside'],
    ['SQLite format 3\0', 'a database'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Office document: open it and save the table as CSV'],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'a calendar file'],
    ['From 179@xxx Mon Jan 01 00:00:00 +0000 2026\nX-GM-THRID: 1\n\nhi', 'a mailbox'],
    ['<!DOCTYPE html><html>', 'a web page'],
    ['{"people": []}', 'a JSON file'],
    ['[{"@type": "Event"}]', 'a JSON file'],
    ['Just a letter.\nWith lines.\n', 'text without people Tendril can read'],
    ['\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f', 'not text, and no kind of file Tendril knows'],
    [
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n',
      'LinkedIn messages: not read yet',
    ],
    [
      'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry\n',
      'your own LinkedIn profile, not a person you know',
    ],
    [
      'Colour;Size\nred;3\n',
      'a table Tendril does not know yet, with the columns Colour, Size: if it holds people, say which column is the name (--map "Colour=name"), or choose the file by itself in the browser',
    ],
    [
      'Name,Price\nTable,30\nChair,12\n',
      'a table Tendril does not know yet, with the columns Name, Price: if it holds people, say which column is the name (--map "Name=name"), or choose the file by itself in the browser',
    ],
  ])('says of %j that it is %s', (text, reason) => {
    expect(detect(Buffer.from(text, 'latin1'))).toMatchObject({ format: 'unread', reason });
  });

  it('asks less of the header of a file the user has named', () => {
    const bytes = Buffer.from('First Name,Last Name\nA,B\n');
    expect(detect(bytes).format).toBe('csv');
    expect(detect(bytes, { from: 'linkedin' }).format).toBe('linkedin');
    expect(detect(bytes, { from: 'google-csv' }).format).toBe('google-csv');
    expect(detect(bytes, { from: 'outlook-csv' }).format).toBe('outlook-csv');
    expect(detect(bytes, { from: 'vcard' })).toEqual({
      format: 'unread',
      reason: 'not a vCard file: it has no line BEGIN:VCARD',
    });
  });
});
