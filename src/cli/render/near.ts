import type { Near, Places, Trip } from '../../contract/shapes.ts';
import { nearDay } from './days.ts';
import { count, indented, type Page, table } from './text.ts';

/** Who lives in a city: the name, the circle, when last, and why to meet. */
export function renderNear({ city, people, total, unknown }: Near, page: Page): string {
  const { style } = page;
  const lines = people.flatMap((person) => {
    const last = person.lastTouch === null ? 'no contact yet' : nearDay(person.lastTouch, page);
    const head = [style.bold(person.name), [...person.circles, last].join(', ')].join('  ');
    return [head, ...(person.why === null ? [] : indented(person.why, page, { by: 2, paint: style.dim }))];
  });
  if (lines.length === 0) lines.push(`Nobody you know lives in ${city}, as far as their cards say.`);
  if (total > people.length)
    lines.push(style.dim(`And ${total - people.length} more: tendril people --city "${city}"`));
  if (unknown > 0)
    lines.push(
      style.dim(`Of ${count(unknown, 'person', 'people')} the city is not known: tendril people --missing city`),
    );
  return `${lines.join('\n')}\n`;
}

/** The cities people live in, then those that no map has, then how many have none. */
export function renderPlaces({ places, unplaced, unknown }: Places, page: Page): string {
  const rows = [...places.flatMap(({ cities }) => cities), ...unplaced].sort((a, b) => b.people - a.people);
  const lines = table(
    rows,
    [
      { title: 'City', text: ({ city }) => city, paint: (text) => page.style.bold(text), least: 10 },
      { title: 'Country', text: ({ country }) => country ?? '' },
      { title: 'People', text: ({ people }) => `${people}` },
    ],
    page,
  );
  if (rows.length === 0) lines.push('Of nobody the city is known. It is read from the addresses on cards.');
  if (unknown > 0)
    lines.push(
      page.style.dim(`Of ${count(unknown, 'person', 'people')} the city is not known: tendril people --missing city`),
    );
  return `${lines.join('\n')}\n`;
}

export function renderTrips(trips: readonly Trip[], page: Page): string {
  if (trips.length === 0) return 'No trip is planned. Plan one: tendril trip add CITY FROM UNTIL\n';
  const lines = table(
    trips,
    [
      { title: 'City', text: ({ city }) => city, paint: (text) => page.style.bold(text), least: 10 },
      { title: 'From', text: ({ since }) => nearDay(since, page) },
      { title: 'Until', text: ({ until }) => nearDay(until, page) },
      { title: 'People', text: ({ people }) => `${people}` },
      { title: 'Note', text: ({ note }) => note, least: 8 },
    ],
    page,
  );
  return `${lines.join('\n')}\n`;
}
