import type { Plan } from '../../contract/gathering-shapes.ts';
import type { TodayShape } from '../../contract/shapes.ts';
import { longDay, nearDay } from './days.ts';
import { count, displayWidth, indented, type Page } from './text.ts';
import { byChannel } from './words.ts';

type Item = TodayShape['items'][number];

/** What a day is shown with beside its people. */
export interface TodayNotes {
  readonly advice: string | null;
  /** Whether the waiting ones are among the items. */
  readonly all: boolean;
  /** How many people there are at all, when it matters: on an empty day. */
  readonly people?: number;
  /** Whether to say how to go on: a reader, not a file. */
  readonly hints: boolean;
  /** Plans whose day is over and of which nobody said whether they came about. */
  readonly unanswered?: readonly Pick<Plan, 'date' | 'text' | 'people'>[];
}

/** The day as a short letter: who, why, and how to begin. */
export function renderToday(day: TodayShape, notes: TodayNotes, page: Page): string {
  const { style } = page;
  const shown = notes.all ? day.items.length - day.waiting : day.items.length;
  const lines = [style.bold(longDay(day.date, page)), ''];
  if (day.items.length === 0) lines.push(...emptyDay(notes, page));
  for (const [i, item] of day.items.entries()) {
    if (i === shown) lines.push(style.dim(`Waiting for another day: ${day.waiting}`), '');
    lines.push(...itemLines(item, page), '');
  }
  if (notes.advice !== null) lines.push(...indented(notes.advice, page, { by: 0 }), '');
  if (!notes.all && day.waiting > 0)
    lines.push(style.dim(`${count(day.waiting, 'person', 'people')} can wait: tendril today --all`), '');
  for (const { date, text, people } of notes.unanswered ?? []) {
    const names = people.map(({ name }) => name).join(', ');
    const what = [names, text].filter(Boolean).join(': ');
    lines.push(
      `Did you meet ${nearDay(date, page)}? ${what}`,
      style.dim(`  tendril plan met "${people[0]?.name ?? ''}"  or  tendril plan off "${people[0]?.name ?? ''}"`),
      '',
    );
  }
  const [first] = day.items;
  if (notes.hints && first)
    lines.push(
      style.dim(`Been in touch? tendril done "${first.name}", or in your own words: tendril log "Coffee with …"`),
      '',
    );
  return lines.join('\n');
}

function emptyDay(notes: TodayNotes, { style }: Page): string[] {
  if (notes.people === 0)
    return ['Nobody is here yet.', '', `Bring your people in: ${style.accent('tendril import FILE')}`, ''];
  return ['Nobody asks for a message today. Enjoy it.', ''];
}

function itemLines(item: Item, page: Page): string[] {
  const { style } = page;
  const by = byChannel(item.channel);
  const gap = Math.max(2, Math.min(page.width, 72) - displayWidth(item.name) - displayWidth(by));
  return [
    by === '' ? style.bold(item.name) : style.bold(item.name) + ' '.repeat(gap) + style.dim(by),
    ...item.reasons.flatMap((reason) => indented(reason.text, page, { by: 2 })),
    ...(item.opener === '' ? [] : indented(`“${item.opener}”`, page, { by: 4, paint: style.quote })),
  ];
}
