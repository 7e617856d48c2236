import type { Answer } from '../../contract/routes.ts';
import type { ApiToken, CalendarFeed, CaptureResult, DoctorReport, Settings } from '../../contract/shapes.ts';
import { rhythmText } from '../../domain/keeping/rhythm.ts';
import { dayAt, nearDay } from './days.ts';
import { count, indented, type Page, padTo, table } from './text.ts';

/** The circles with how they are doing, then those on offer. */
export function renderCircles(circles: Answer<'listCircles'>, page: Page): string {
  const { style } = page;
  const rows = circles.circles.map((circle) => ({
    ...circle,
    rhythm: circle.rhythmDays === null ? 'no rhythm' : rhythmText(circle.rhythmDays),
  }));
  const lines =
    rows.length === 0
      ? ['There are no circles yet.']
      : table(
          rows,
          [
            { title: 'Circle', text: (row) => row.name, paint: (text) => style.bold(text), least: 10 },
            { title: 'Rhythm', text: (row) => row.rhythm },
            {
              title: 'People',
              text: (row) => (row.size === null ? `${row.members}` : `${row.members} of ${row.size}`),
            },
            { title: 'Due', text: (row) => (row.due === 0 ? '' : `${row.due}`), paint: (text) => style.warn(text) },
          ],
          page,
        );
  if (circles.offered.length > 0) {
    const offers = circles.offered.map(
      (offer) => `${offer.name} (${offer.rhythmDays ? rhythmText(offer.rhythmDays) : 'no rhythm'})`,
    );
    lines.push(
      ...indented(`On offer: ${offers.join(', ')}. Take one: tendril circle set NAME`, page, {
        by: 0,
        paint: style.dim,
      }),
    );
  }
  if (circles.unsorted > 0)
    lines.push(style.dim(`${count(circles.unsorted, 'person is', 'people are')} not sorted yet.`));
  return `${lines.join('\n')}\n`;
}

/** What a line was understood to mean. */
export function renderCapture(result: Pick<CaptureResult, 'preview' | 'saved'>, page: Page): string {
  const lines = result.preview.flatMap((sentence) => indented(sentence, page, { by: 0 }));
  return `${[...lines, result.saved ? page.style.dim('Saved. Not what you meant? tendril undo') : page.style.dim('Nothing was saved.')].join('\n')}\n`;
}

export function renderDoctor(report: DoctorReport, page: Page): string {
  const { people = 0, changes = 0 } = report.checked;
  if (report.ok) return `All is well: ${count(people, 'person', 'people')} and ${count(changes, 'change')} checked.\n`;
  return `${report.problems.flatMap((problem) => indented(problem, page, { by: 0, paint: page.style.warn })).join('\n')}\n${count(report.problems.length, 'problem')}. What is derived can be made again: tendril doctor --repair\n`;
}

export function renderTokens(tokens: readonly ApiToken[], zone: string, page: Page): string {
  if (tokens.length === 0) return 'There are no tokens.\n';
  const day = (instant: string | null) => (instant === null ? 'never' : nearDay(dayAt(instant, zone), page));
  const lines = table(
    tokens,
    [
      { title: 'Name', text: (token) => token.name, paint: (text) => page.style.bold(text), least: 10 },
      { title: 'May', text: (token) => token.scope },
      { title: 'Made', text: (token) => day(token.createdAt) },
      { title: 'Last used', text: (token) => day(token.lastUsedAt) },
      { title: 'Id', text: (token) => token.id, paint: (text) => page.style.dim(text) },
    ],
    page,
  );
  return `${lines.join('\n')}\n`;
}

export function renderCalendarFeed(feed: CalendarFeed, zone: string, page: Page): string {
  if (!feed.on) return 'The calendar has no address. Make one: tendril calendar --new\n';
  const day = (instant: string) => nearDay(dayAt(instant, zone), page);
  const made = feed.createdAt === null ? '' : `, made ${day(feed.createdAt)}`;
  const read = feed.lastReadAt === null ? 'no calendar has read it yet' : `last read ${day(feed.lastReadAt)}`;
  return `The calendar has a secret address${made}; ${read}.\n`;
}

export function renderSettings(settings: Settings, page: Page): string {
  const width = Math.max(...Object.keys(settings).map((key) => key.length));
  const lines = Object.entries(settings).map(([key, value]) => `${page.style.dim(padTo(key, width))}  ${value}`);
  return `${lines.join('\n')}\n`;
}
