import type { Goal, NewsItem, NewsPage, NewsPerson, Outcome, Suggested } from '../../contract/long-game.ts';
import type { YearReview } from '../../contract/shapes.ts';
import { nearDay } from './days.ts';
import { count, indented, oneLine, type Page } from './text.ts';

const joined = (blocks: readonly (readonly string[])[]): string =>
  `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;

/** People with why each. */
export function renderSuggestions(
  people: readonly Suggested[],
  { title, page }: { title: string; page: Page },
): string {
  if (people.length === 0) return `Nobody comes to mind: ${oneLine(title)}. Choose people by name.\n`;
  return joined([
    [page.style.bold(oneLine(title))],
    people.flatMap(({ name, why }) => [
      `  ${page.style.bold(name)}`,
      ...why.flatMap((reason) => indented(reason, page, { by: 4, paint: page.style.dim })),
    ]),
  ]);
}

export function renderNewsList(items: readonly NewsItem[], page: Page): string {
  if (items.length === 0) return 'No news of yours is noted. Add it: tendril news add KIND "TEXT"\n';
  return joined(
    items.map((news) => [
      page.style.bold(oneLine(news.text)),
      `  ${nearDay(news.date, page)}: ${count(news.told, 'person knows', 'people know')}, ${news.answered} answered, ${
        news.closedOn === null ? count(news.waiting, 'person waits', 'people wait') : 'closed'
      }`,
      page.style.dim(`  ${news.id}`),
    ]),
  );
}

/** Whose turn it is with their drafts first, then who waits, then who knows. */
export function renderNews(news: NewsPage, page: Page): string {
  const { style } = page;
  const waits = (person: NewsPerson) => person.toldOn === null && person.skippedOn === null;
  const turn = news.people.filter((person) => person.turn);
  const later = news.people.filter((person) => waits(person) && !person.turn);
  const told = news.people.filter((person) => person.toldOn !== null);
  return joined([
    [style.bold(oneLine(news.text))],
    turn.flatMap((person) => [
      `${style.bold(person.name)}, today`,
      ...(person.draft === null ? [] : indented(person.draft, page, { by: 2, paint: style.quote })),
    ]),
    later.length === 0
      ? []
      : [style.bold('Later'), ...later.map(({ name, rests }) => `  ${name}${rests ? ', when it fits' : ''}`)],
    told.length === 0
      ? []
      : [
          style.bold('Who knows'),
          ...told.map(
            ({ name, toldOn, answeredOn }) =>
              `  ${name}, ${nearDay(toldOn ?? '', page)}${answeredOn === null ? '' : `; answered ${nearDay(answeredOn, page)}`}`,
          ),
        ],
  ]);
}

const STATES: Readonly<Record<Goal['state'], string>> = { open: '', reached: ', reached', 'let-go': ', let go' };

export function renderGoals(goals: readonly Goal[], page: Page): string {
  if (goals.length === 0) return 'No goal is noted. Add one: tendril goal add "TEXT"\n';
  return joined(
    goals.map((goal) => [
      page.style.bold(oneLine(goal.text)),
      `  ${goal.due === null ? 'no day' : `by ${nearDay(goal.due, page)}`}${STATES[goal.state]}`,
      ...goal.people.map(({ name, why }) => `  ${name}${why === '' ? '' : `: ${oneLine(why)}`}`),
    ]),
  );
}

/** What came of it, who introduced whom, and the thanks. */
export function renderOutcomes(outcomes: readonly Outcome[], page: Page): string {
  if (outcomes.length === 0)
    return 'Nothing is noted of what came of your ties. Add it: tendril outcome add "TEXT" --with WHO\n';
  return joined(
    outcomes.map((outcome) => [
      page.style.bold(oneLine(outcome.text)),
      `  ${nearDay(outcome.date, page)}, with ${outcome.people.map(({ name }) => name).join(', ')}`,
      ...outcome.doors.map(({ who, by }) => `  ${by.name} introduced you to ${who.name}`),
      ...outcome.thanks.map(({ name, thankedOn }) =>
        page.style.dim(`  ${name}: ${thankedOn === null ? 'thanks are owed' : `thanked ${nearDay(thankedOn, page)}`}`),
      ),
    ]),
  );
}

/** The end of a year: whom to thank and why, and a draft for each. */
export function thanksOfYear(thanks: YearReview['thanks'], page: Page): string[] {
  const owed = thanks.filter(({ thankedOn }) => thankedOn === null);
  if (owed.length === 0) return [];
  return [
    page.style.bold('Whom to thank'),
    ...owed.flatMap(({ name, why, draft }) => [
      `  ${name}`,
      ...why.flatMap((reason) => indented(reason, page, { by: 4, paint: page.style.dim })),
      ...indented(`“${draft}”`, page, { by: 4, paint: page.style.quote }),
    ]),
  ];
}
