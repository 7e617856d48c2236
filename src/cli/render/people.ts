import type { PersonRow } from '../../contract/shapes.ts';
import type { Warmth } from '../../domain/words.ts';
import { nearDay } from './days.ts';
import { count, type Page, table } from './text.ts';
import { warmthName } from './words.ts';

/** People in aligned columns: name, circles, when last and when next. */
export function renderPeople(people: readonly PersonRow[], page: Page, filtered = false): string {
  const { style } = page;
  if (people.length === 0 && filtered) return 'Nobody fits that.\n';
  if (people.length === 0) return 'Nobody is here yet. Bring your people in: tendril import FILE\n';
  const day = (value: string | null) => (value === null ? '' : nearDay(value, page));
  const lines = table(
    people,
    [
      { title: 'Name', text: (person) => person.name, paint: (text) => style.bold(text), least: 12 },
      { title: 'Circles', text: (person) => person.circles.join(', '), least: 8 },
      { title: 'Last touch', text: (person) => day(person.lastTouch) },
      {
        title: 'Next',
        text: (person) => day(person.nextTouch),
        paint: (text, person) => (isDue(person, page) ? style.warn(text) : text),
      },
      {
        title: 'Tie',
        text: (person) => warmthName(person.warmth),
        paint: (text, person) => (isCold(person.warmth) ? style.warn(text) : style.dim(text)),
      },
    ],
    page,
  );
  return `${lines.join('\n')}\n${style.dim(count(people.length, 'person', 'people'))}\n`;
}

const isDue = (person: PersonRow, page: Page) => person.nextTouch !== null && person.nextTouch <= page.today;
const isCold = (warmth: Warmth | null) => warmth === 'at-risk' || warmth === 'dormant';
