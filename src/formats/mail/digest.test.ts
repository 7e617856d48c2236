import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../domain/dates.ts';
import { type DigestContent, writeDigest } from './digest.ts';

const ADA = {
  id: '0199-ada',
  name: 'Ada Brandt',
  reasons: ['You promised the sailing book by Friday.', 'It is 40 days since you spoke.'],
  opener: 'Hi Ada,\nThe book is on its way.',
};

function content(given: Partial<DigestContent> = {}): DigestContent {
  return {
    date: '2026-11-27' as CalendarDate,
    hour: 7,
    firstName: 'Ines',
    locale: 'en-GB',
    appUrl: 'https://tendril.example',
    people: [ADA],
    waiting: 0,
    week: [],
    ...given,
  };
}

const someone = (name: string) => ({ ...ADA, id: name, name });

describe('the mail of the morning', () => {
  it('tells who, why, how to begin, where to read on, what is coming and how to turn it off', () => {
    const { subject, text } = writeDigest(
      content({
        waiting: 4,
        week: [{ date: '2026-11-29' as CalendarDate, text: 'Grace Osei turns 40' }],
      }),
    );
    expect(subject).toBe('Today: Ada Brandt');
    expect(text).toBe(`Good morning, Ines.

One person for Friday 27 November.

Ada Brandt
  You promised the sailing book by Friday.
  It is 40 days since you spoke.
  | Hi Ada,
  | The book is on its way.
  https://tendril.example/people/0199-ada

4 more can wait. https://tendril.example/?all=true

In the coming week
  Sun 29 Nov: Grace Osei turns 40

Tendril sends this to you and to nobody else, because you asked for it. To turn it off, or to choose another hour: Settings, “A mail in the morning”.
https://tendril.example/settings
`);
  });

  it('is a short kind note when nobody waits', () => {
    const { subject, text, html } = writeDigest(content({ people: [], firstName: '', hour: 19 }));
    expect(subject).toBe('Nobody waits for a word from you today');
    expect(text).toContain('Good evening.\n\nNobody waits for a word from you on Friday 27 November. Enjoy the day.');
    expect(html).not.toContain('class="person"');
  });

  it.each([
    [['Ada', 'Bo'], 'Today: Ada and Bo'],
    [['Ada', 'Bo', 'Cy'], 'Today: Ada, Bo and Cy'],
    [['Ada', 'Bo', 'Cy', 'Di'], 'Today: Ada, Bo and 2 more'],
  ])('names %j in its subject', (names, subject) => {
    expect(writeDigest(content({ people: names.map(someone) })).subject).toBe(subject);
  });

  it('speaks German to who reads it, drafts as they are', () => {
    const week = [{ date: '2026-11-29' as CalendarDate, text: 'Grace Osei wird 40' }];
    const { subject, text, html } = writeDigest(content({ locale: 'de-AT', waiting: 2, week }));
    expect(subject).toBe('Heute: Ada Brandt');
    expect(text).toContain('Guten Morgen, Ines.\n\nEin Mensch für Freitag, 27. November.');
    expect(text).toContain('2 weitere können warten.');
    expect(text).toContain('In der kommenden Woche');
    expect(text).toContain('Einstellungen, „Eine Mail am Morgen“');
    expect(html).toContain('<html lang="de">');
  });

  it('says the same in HTML, which fetches nothing', () => {
    const { html } = writeDigest(content({ waiting: 1 }));
    for (const words of [
      'Good morning, Ines.',
      ADA.name,
      ...ADA.reasons,
      'Hi Ada,<br>The book is on its way.',
      'One more can wait.',
      'turn it off',
    ])
      expect(html).toContain(words);
    expect(html).toContain('<a href="https://tendril.example/people/0199-ada">Ada Brandt</a>');
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(/);
  });

  it('lets no text of others become markup, another line or another header', () => {
    const text = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '\r\n', '\u202e', '\0', 'a', ' ', 'script'),
    });
    const tags = (html: string) => html.replace(/<title>.*<\/title>/, '').match(/<\/?[a-z0-9]+/g);
    const write = (name: string, reason: string, opener: string) =>
      writeDigest(
        content({
          people: [{ id: name, name, reasons: [reason], opener: `.${opener.replace(/[\r\n]/g, '')}` }],
          week: [{ date: '2026-11-29' as CalendarDate, text: reason }],
        }),
      );
    const usual = write('a', 'b', 'c');
    fc.assert(
      fc.property(text, text, text, (name, reason, opener) => {
        const written = write(name, reason, opener);
        expect(tags(written.html)).toEqual(tags(usual.html));
        expect(written.subject).not.toMatch(/[\r\n\0\u202e]/);
        expect(written.text.split('\n').length).toBe(usual.text.split('\n').length);
      }),
    );
  });
});
