import type {
  Attendee,
  Gathering,
  GatheringFollowUp,
  GatheringPage,
  GuestIdea,
  Invitation,
  Plan,
  ToMeet,
} from '../../contract/gathering-shapes.ts';
import { longDay, nearDay } from './days.ts';
import { count, indented, type Page, table } from './text.ts';

/** Gatherings, who is there, and plans. */

const PARTS: Readonly<Record<Attendee['part'], string>> = {
  invited: 'invited',
  coming: 'comes',
  declined: 'does not come',
  met: 'met',
};

export function renderGatherings(gatherings: readonly Gathering[], page: Page): string {
  if (gatherings.length === 0) return 'There is no gathering yet. Add one: tendril gathering add NAME DAY\n';
  const lines = table(
    gatherings,
    [
      { title: 'Name', text: ({ name }) => name, paint: (text) => page.style.bold(text), least: 12 },
      { title: 'When', text: ({ time }) => daysText(time, page) },
      { title: 'Kind', text: ({ kind }) => kind },
      { title: 'People', text: ({ people }) => `${people}` },
      { title: 'Met', text: ({ met }) => `${met}` },
      { title: 'Place', text: ({ place }) => place ?? '', least: 8 },
    ],
    page,
  );
  return `${lines.join('\n')}\n`;
}

const daysText = ({ since, until }: { since: string; until: string }, page: Page): string =>
  since === until ? nearDay(since, page) : `${nearDay(since, page)} to ${nearDay(until, page)}`;

export function renderGathering(gathering: GatheringPage, page: Page): string {
  const { style } = page;
  const { name, place, note, time, attendees } = gathering;
  const when =
    time.since === time.until
      ? longDay(time.since, page)
      : `${longDay(time.since, page)} to ${longDay(time.until, page)}`;
  const lines = [style.bold(name), [when, place].filter(Boolean).join(', ')];
  if (note !== '') lines.push(...indented(note, page, { by: 0, paint: style.dim }));
  lines.push('');
  for (const one of attendees) lines.push(...attendeeLines(one, page));
  if (attendees.length === 0)
    lines.push('Nobody is on its list. Put people on it: tendril gathering attendees NAME FILE');
  return `${lines.join('\n')}\n`;
}

function attendeeLines(
  { name, organisation, person, part, wanted, say, said, candidates }: Attendee,
  page: Page,
): string[] {
  const about = person?.headline ?? organisation;
  const head = [page.style.bold(name), ...(about ? [about] : []), PARTS[part], ...(wanted ? ['to meet'] : [])].join(
    '  ',
  );
  const more = [
    ...(said === '' ? [] : [`said: ${said}`]),
    ...(say === '' ? [] : [`to say: ${say}`]),
    ...(candidates.length === 0 ? [] : [`may be ${candidates.map((one) => one.name).join(' or ')}`]),
  ];
  return [head, ...more.flatMap((text) => indented(text, page, { by: 2, paint: page.style.dim }))];
}

export function renderToMeet(people: readonly ToMeet[], further: number, page: Page): string {
  if (people.length === 0) return 'Nobody you know is on its list, as far as one can tell.\n';
  const lines = people.flatMap(({ person, why, question, say }) => [
    [page.style.bold(person.name), ...(person.headline ? [person.headline] : [])].join('  '),
    ...[...(say === '' ? [] : [`To say: ${say}`]), ...why, ...(question === null ? [] : [question])].flatMap((text) =>
      indented(text, page, { by: 2, paint: page.style.dim }),
    ),
  ]);
  if (further > 0) lines.push(page.style.dim(`And ${count(further, 'person', 'people')} more whom you know.`));
  return `${lines.join('\n')}\n`;
}

export function renderFollowUps(people: readonly GatheringFollowUp[], page: Page): string {
  if (people.length === 0)
    return 'Nobody was met there yet. Note whom: tendril gathering met NAME "Zed, Ada: tidal permits"\n';
  const lines = people.flatMap(({ person, text, said, done, draft }) => [
    [page.style.bold(person.name), done ? 'done' : ''].filter(Boolean).join('  '),
    ...(done ? [said] : [text, draft])
      .filter(Boolean)
      .flatMap((words) => indented(words, page, { by: 2, paint: page.style.dim })),
  ]);
  return `${lines.join('\n')}\n`;
}

export function renderGuests(guests: readonly GuestIdea[], page: Page): string {
  if (guests.length === 0)
    return 'Nobody comes to mind. Note what people care for: tendril fact WHO interest sailing\n';
  const lines = guests.flatMap(({ person, why }) => [
    page.style.bold(person.name),
    ...indented(why, page, { by: 2, paint: page.style.dim }),
  ]);
  return `${lines.join('\n')}\n`;
}

export function renderInvitations(people: readonly Invitation[], page: Page): string {
  if (people.length === 0) return 'Nobody you know is invited yet. Invite: tendril gathering invite NAME WHO\n';
  const lines = people.flatMap(({ person, part, draft }) => [
    [page.style.bold(person.name), PARTS[part]].join('  '),
    ...indented(draft, page, { by: 2, paint: page.style.dim }),
  ]);
  return `${lines.join('\n')}\n`;
}

export function renderPlans(plans: readonly Plan[], page: Page): string {
  if (plans.length === 0) return 'Nothing is planned. Plan it: tendril log "coffee with Ada next week"\n';
  const lines = plans.flatMap(({ date, text, people, past }) => {
    const names = people.map(({ name }) => name).join(', ');
    const first = people[0]?.name ?? '';
    const head = [page.style.bold(nearDay(date, page)), names, text].filter(Boolean).join('  ');
    return past
      ? [head, page.style.dim(`  Did you meet? tendril plan met "${first}", or: tendril plan off "${first}"`)]
      : [head];
  });
  return `${lines.join('\n')}\n`;
}
