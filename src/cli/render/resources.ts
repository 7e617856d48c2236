import type { PersonResources, ResourceFit, ResourceItem, ResourcePage, ShareShown } from '../../contract/shapes.ts';
import { relativeDay } from './days.ts';
import { section } from './person.ts';
import { indented, type Page, table } from './text.ts';

export function renderResources(resources: readonly ResourceItem[], page: Page): string {
  if (resources.length === 0) return 'Nothing is kept to share. Keep something: tendril resource add https://…\n';
  const lines = table(
    resources,
    [
      { title: 'Title', text: ({ title }) => title, paint: (text) => page.style.bold(text), least: 16 },
      { title: 'Topics', text: ({ topics }) => topics.join(', '), least: 10 },
      { title: 'Shared', text: ({ shared }) => (shared === 0 ? '' : `${shared}`) },
      { title: 'Kept', text: ({ addedOn }) => relativeDay(addedOn, page) },
    ],
    page,
  );
  return `${lines.join('\n')}\n`;
}

const REACTED = { loved: 'loved it', thanks: 'gave thanks', 'not-for-them': 'not for them' } as const;

/** One resource: who would value it, each with a draft of their own; who got it. */
export function renderResource(resource: ResourcePage, page: Page): string {
  const { style } = page;
  const head = [
    style.bold(resource.title),
    ...(resource.url === null ? [] : [style.dim(resource.url)]),
    ...(resource.topics.length === 0 ? [] : [resource.topics.join(', ')]),
  ];
  const people = resource.people.flatMap((person) => fitLines(person.name, person, page));
  const none = ['  Nobody, as far as you noted. What people care for is kept with: tendril fact WHO interest "TEXT"'];
  const shares = resource.shares.map((share) => `  ${share.name}, ${made(share, page)}`);
  return joined([
    head,
    section('Who would value it', people.length === 0 ? none : people, page),
    section('Who got it', shares, page),
    [style.dim(resource.id)],
  ]);
}

export function renderPersonResources({ name, resources, shares }: PersonResources, page: Page): string {
  const things = resources.flatMap((found) => fitLines(found.resource.title, found, page));
  const none = ['  Nothing that is kept speaks of what you know of them.'];
  return joined([
    section(`For ${name}`, things.length === 0 ? none : things, page),
    section(
      'What they got',
      shares.map((share) => `  ${share.title}, ${made(share, page)}`),
      page,
    ),
  ]);
}

function fitLines(head: string, { why, draft }: ResourceFit, page: Page): string[] {
  const { style } = page;
  return [
    `  ${style.bold(head)}`,
    ...indented(why, page, { by: 4 }),
    ...indented(`“${draft}”`, page, { by: 4, paint: style.quote }),
  ];
}

function made({ sharedOn, reaction, said }: ShareShown, page: Page): string {
  return [
    sharedOn === null ? '' : relativeDay(sharedOn, page),
    reaction === null ? '' : REACTED[reaction],
    said === '' ? '' : `“${said}”`,
  ]
    .filter((part) => part !== '')
    .join(': ');
}

const joined = (blocks: readonly (readonly string[])[]): string =>
  `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
