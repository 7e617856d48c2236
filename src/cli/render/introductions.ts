import type { Introduction, IntroductionIdea } from '../../contract/shapes.ts';
import type { IntroductionState } from '../../domain/words.ts';
import { nearDay } from './days.ts';
import { indented, type Page } from './text.ts';

const STATES: Readonly<Record<IntroductionState, (first: string, second: string) => string>> = {
  idea: () => 'an idea',
  'asked-first': (first) => `${first} was asked`,
  'first-yes': (first, second) => `${first} said yes; ask ${second}`,
  'asked-second': (_, second) => `${second} was asked`,
  'both-yes': () => 'both said yes; introduce them',
  made: () => 'introduced; ask how it went',
  outcome: () => 'introduced',
  thanked: () => 'introduced, and thanked',
  declined: () => 'declined',
  dismissed: () => 'let go of',
};

/** Two people, why each would be glad of the other. */
export function renderSuggestions(ideas: readonly IntroductionIdea[], page: Page): string {
  if (ideas.length === 0)
    return 'Nobody to introduce just now. Note what people need and offer: tendril fact WHO need "TEXT"\n';
  const { style } = page;
  return `${ideas
    .map(({ first, second, whyFirst, whySecond }) =>
      [
        style.bold(`${first.name} and ${second.name}`),
        ...why(first.name, whyFirst, page),
        ...why(second.name, whySecond, page),
      ].join('\n'),
    )
    .join('\n\n')}\n`;
}

/** How far each has come, and what to say next. */
export function renderIntroductions(introductions: readonly Introduction[], page: Page): string {
  if (introductions.length === 0) return 'No introductions yet. Ideas: tendril introduce suggest\n';
  const { style } = page;
  return `${introductions
    .map((one) => {
      const { first, second, state, since, whyFirst, whySecond, outcome, drafts } = one;
      const [draft] = drafts;
      return [
        `${style.bold(`${first.name} and ${second.name}`)}  ${STATES[state](first.name, second.name)}, ${nearDay(since, page)}`,
        ...why(first.name, whyFirst, page),
        ...why(second.name, whySecond, page),
        ...(outcome === null || outcome === '' ? [] : indented(outcome, page, { by: 2 })),
        ...(draft === undefined ? [] : indented(`“${draft.text}”`, page, { by: 2, paint: style.quote })),
      ].join('\n');
    })
    .join('\n\n')}\n`;
}

function why(name: string, text: string, page: Page): readonly string[] {
  return text === '' ? [] : indented(`For ${name}: ${text}`, page, { by: 2, paint: page.style.dim });
}
