import type { Prep, PrepPerson } from '../../contract/shapes.ts';
import { placedAt } from '../../domain/today/phrases.ts';
import { longDay, nearDay, relativeDay, shortDay } from './days.ts';
import { pairs, section, touchText } from './person.ts';
import { indented, oneLine, type Page } from './text.ts';

/** A page to read before a meeting: what the people have in common, then each of them. */
export function renderPrep(prep: Prep, page: Page): string {
  if (prep.people.length === 0)
    return prep.touch === null
      ? 'Nothing is planned. Say whom you are going to meet: tendril prep NAME\n'
      : 'Nobody is named in what is planned next.\n';
  const blocks = [
    occasion(prep, page),
    inCommon(prep, page),
    ...prep.people.flatMap((each) => person(each, prep, page)),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** `Thursday 26 November: Dinner at Leo’s, at the Harbour Inn`. */
function occasion({ touch }: Prep, page: Page): string[] {
  if (touch === null) return [];
  const what = [touch.summary, touch.place === null ? '' : placedAt(touch.place)]
    .filter((part) => part !== '')
    .join(', ');
  return indented(`${longDay(touch.date, page)}${what === '' ? '' : `: ${what}`}`, page, {
    by: 0,
    paint: page.style.bold,
  });
}

function inCommon({ common, people }: Prep, page: Page): string[] {
  const title = people.length === 2 ? 'What the two have in common' : 'What they have in common';
  return section(
    title,
    common.flatMap(({ text }) => indented(oneLine(text), page, { by: 2 })),
    page,
  );
}

function person(each: PrepPerson, prep: Prep, page: Page): string[][] {
  const parts = [lastWords, news, questions, promises, remember].map((part) => part(each, page));
  const isBare = parts.every((part) => part.length === 0) && !each.deceased && !each.archived;
  const name = prep.people.length > 1 || prep.touch !== null ? rule(page) : [];
  return [
    [...name, ...head(each, page)],
    ...parts,
    isBare
      ? indented(
          `Nothing is noted of ${oneLine(each.name)} yet. Ask what keeps them busy, and write one thing down afterwards.`,
          page,
          { by: 0 },
        )
      : [],
  ];
}

function rule(page: Page): string[] {
  return [page.style.dim('─'.repeat(Math.min(page.width, 72)))];
}

function head(each: PrepPerson, page: Page): string[] {
  const { style } = page;
  const state = each.deceased ? style.dim('  †') : each.archived ? style.dim('  (archived)') : '';
  const who = [each.headline, each.place, each.circles.join(', ')].filter((part) => part !== null && part !== '');
  return [
    style.bold(each.name) + state,
    ...(who.length === 0 ? [] : indented(who.join(' · '), page, { by: 0 })),
    ...met(each, page),
    ...ofNote(each, page),
  ];
}

function met({ howMet, lastTouch, touchCount }: PrepPerson, page: Page): string[] {
  const how =
    howMet === null
      ? ''
      : howMet.from === 'fact'
        ? `How you met: ${howMet.text}${howMet.private ? ' (private)' : ''}`
        : `First noted ${shortDay(howMet.date, page)}${howMet.text === '' ? '' : `: ${howMet.text}`}`;
  const last =
    lastTouch === null
      ? 'No conversation is noted'
      : `Last in touch ${relativeDay(lastTouch, page)}${touchCount > 1 ? `, ${touchCount} times in all` : ''}`;
  return [how, last]
    .filter((line) => line !== '')
    .flatMap((line) => indented(oneLine(line), page, { by: 0, paint: page.style.dim }));
}

/** Said plainly, and nothing is prepared. */
function ofNote({ deceased, died, archived, name }: PrepPerson, page: Page): string[] {
  if (deceased)
    return indented(
      `${oneLine(name)} has died${died === null ? '' : ` (${died})`}. What you noted is kept here.`,
      page,
      { by: 0 },
    );
  if (archived) return indented('In your archive: nothing is prepared, only what you noted.', page, { by: 0 });
  return [];
}

function lastWords(each: PrepPerson, page: Page): string[] {
  const rows = each.touches.map((touch): [string, string] => [nearDay(touch.date, page), touchText(touch, each.id)]);
  return section(rows.length === 1 ? 'Last time' : 'The last times', pairs(rows, page), page);
}

function news(each: PrepPerson, page: Page): string[] {
  const rows = each.news.map(({ kind, text, date, private: isPrivate }): [string, string] => [
    nearDay(date, page),
    `${kind === 'plan' ? 'planned: ' : ''}${text}${isPrivate ? ' (private)' : ''}`,
  ]);
  return section('New', pairs(rows, page), page);
}

function questions(each: PrepPerson, page: Page): string[] {
  const lines = each.questions.flatMap(({ text, from }) => {
    const source =
      from.kind === 'touch' ? 'from your conversation' : from.kind === 'fact' ? 'you noted it' : 'a reminder for';
    return [
      ...indented(oneLine(text), page, { by: 2 }),
      ...indented(`${source} ${nearDay(from.date, page)}`, page, { by: 4, paint: page.style.dim }),
    ];
  });
  return section('To ask', lines, page);
}

function promises(each: PrepPerson, page: Page): string[] {
  const rows = each.promises.map(({ by, text, due }): [string, string] => [
    by === 'me' ? 'you' : 'they',
    text + (due === null ? '' : `, ${relativeDay(due, page)}`),
  ]);
  return section('Promised', pairs(rows, page), page);
}

function remember(each: PrepPerson, page: Page): string[] {
  const rows = each.remember.map(({ kind, text, private: isPrivate }): [string, string] => [
    kind.replaceAll('-', ' '),
    text + (isPrivate ? ' (private)' : ''),
  ]);
  return section('Remember', pairs(rows, page), page);
}
