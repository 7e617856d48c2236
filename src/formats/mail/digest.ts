import { type CalendarDate, toPlainDate } from '../../domain/dates.ts';
import { digestWordsIn } from './digest-words.ts';
import { escapeHtml } from './escape-html.ts';

/** Today as a letter: as plain text, and the same in simple HTML. */

export interface DigestContent {
  readonly date: CalendarDate;
  /** The hour it is for the reader, 0 to 23. */
  readonly hour: number;
  /** '' when it is not known. */
  readonly firstName: string;
  /** A language tag: how days are written. */
  readonly locale: string;
  /** Where the app is: `https://tendril.example`. */
  readonly appUrl: string;
  readonly people: readonly DigestPerson[];
  /** How many more can wait. */
  readonly waiting: number;
  readonly week: readonly { readonly date: CalendarDate; readonly text: string }[];
}

export interface DigestPerson {
  readonly id: string;
  readonly name: string;
  /** Why today, the first reason first. */
  readonly reasons: readonly string[];
  /** A letter's beginning, of several lines; '' for none. */
  readonly opener: string;
}

export interface WrittenDigest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes the letter of a day; without people it is a short kind note. */
export function writeDigest(content: DigestContent): WrittenDigest {
  const letter = letterOf(content);
  return { subject: letter.subject, text: asText(letter), html: asHtml(letter) };
}

/** What both forms say, in lines: names and notes come from files of others. */
interface Letter {
  readonly language: string;
  readonly subject: string;
  readonly greeting: string;
  readonly lead: string;
  readonly people: readonly (Omit<DigestPerson, 'opener'> & {
    readonly opener: readonly string[];
    readonly url: string;
  })[];
  readonly waiting: { readonly text: string; readonly url: string } | undefined;
  readonly weekTitle: string;
  readonly week: readonly { readonly day: string; readonly text: string }[];
  readonly ending: string;
  readonly settingsUrl: string;
}

function letterOf(content: DigestContent): Letter {
  const { appUrl, people, waiting } = content;
  const words = digestWordsIn(content.locale);
  const day = dayOf(content, content.date, 'long');
  return {
    language: words.language,
    subject: words.subject(people.map(({ name }) => oneLine(name))),
    greeting: words.greeting(content.hour, oneLine(content.firstName)),
    lead: people.length === 0 ? words.nobody(day) : words.people(people.length, day),
    people: people.map((person) => ({
      id: person.id,
      name: oneLine(person.name),
      reasons: person.reasons.map(oneLine),
      opener: person.opener
        .split(/[\r\n]+/)
        .map(oneLine)
        .filter((line) => line !== ''),
      url: `${appUrl}/people/${encodeURIComponent(person.id)}`,
    })),
    waiting: waiting === 0 ? undefined : { text: words.waiting(waiting), url: `${appUrl}/?all=true` },
    weekTitle: words.week,
    week: content.week.map(({ date, text }) => ({ day: dayOf(content, date, 'short'), text: oneLine(text) })),
    ending: words.ending,
    settingsUrl: `${appUrl}/settings`,
  };
}

function dayOf({ locale }: DigestContent, date: CalendarDate, length: 'long' | 'short'): string {
  return toPlainDate(date).toLocaleString(locale, { weekday: length, day: 'numeric', month: length });
}

/** Without anything that would break a line or hide what it says: no controls, no changed direction of writing. */
function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function asText(letter: Letter): string {
  const people = letter.people.map(({ name, reasons, opener, url }) => {
    const indented = [...reasons, ...opener.map((line) => `| ${line}`), url].map((line) => `  ${line}`);
    return [name, ...indented].join('\n');
  });
  const week = letter.week.map(({ day, text }) => `  ${day}: ${text}`);
  return `${[
    letter.greeting,
    letter.lead,
    ...people,
    ...(letter.waiting ? [`${letter.waiting.text} ${letter.waiting.url}`] : []),
    ...(week.length > 0 ? [[letter.weekTitle, ...week].join('\n')] : []),
    `${letter.ending}\n${letter.settingsUrl}`,
  ].join('\n\n')}\n`;
}

/** Colours of its own for light and dark, no pictures, nothing fetched: a mail program shows it as it is. */
const STYLE = `
  body { margin: 0; padding: 24px 16px; background: #faf7f1; color: #2b2722; font: 16px/1.5 Georgia, serif }
  main { max-width: 36em; margin: 0 auto }
  h1 { font-size: 24px; font-weight: normal; margin: 0 0 4px }
  h2 { font-size: 19px; font-weight: normal; margin: 0 }
  p { margin: 4px 0 }
  a { color: #2f6b4a }
  .person, .week { margin-top: 24px; padding-top: 16px; border-top: 1px solid #e6dfd2 }
  .opener { font-style: italic }
  .small { margin-top: 24px; font: 13px/1.5 sans-serif; color: #746a5d }
  @media (prefers-color-scheme: dark) {
    body { background: #1a1816; color: #ece6dc }
    a { color: #86c29e }
    .person, .week { border-color: #35302b }
    .small { color: #9c9284 }
  }
`;

function asHtml(letter: Letter): string {
  const link = (url: string, text: string) => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
  const paragraph = (text: string, kind = '') => `<p${kind === '' ? '' : ` class="${kind}"`}>${escapeHtml(text)}</p>`;
  const people = letter.people.map(
    ({ name, reasons, opener, url }) =>
      `<div class="person"><h2>${link(url, name)}</h2>${reasons.map((reason) => paragraph(reason)).join('')}${
        opener.length === 0 ? '' : `<p class="opener">${opener.map(escapeHtml).join('<br>')}</p>`
      }</div>`,
  );
  const week = letter.week.map(({ day, text }) => paragraph(`${day}: ${text}`)).join('');
  return [
    `<!doctype html><html lang="${letter.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(letter.subject)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(letter.greeting)}</h1>${paragraph(letter.lead)}`,
    ...people,
    letter.waiting ? `<p class="small">${link(letter.waiting.url, letter.waiting.text)}</p>` : '',
    week === '' ? '' : `<div class="week"><h2>${escapeHtml(letter.weekTitle)}</h2>${week}</div>`,
    `<p class="small">${escapeHtml(letter.ending)} ${link(letter.settingsUrl, letter.settingsUrl)}</p>`,
    '</main></body></html>',
  ].join('\n');
}
