import type { BeforeAsking } from '../../contract/shapes.ts';
import { relativeDay } from './days.ts';
import { pairs, section } from './person.ts';
import { indented, type Page } from './text.ts';

/** What to know before asking somebody for something. */
export function renderAsking(found: BeforeAsking, { name, page }: { name: string; page: Page }): string {
  const told = (what: BeforeAsking['lastGiven'], none: string) =>
    what === null ? none : `${what.text}, ${relativeDay(what.date, page)}`;
  const lines = (sentences: readonly (string | null)[]) =>
    sentences.flatMap((sentence) => (sentence === null ? [] : indented(sentence, page, { by: 2 })));
  const blocks = [
    section('First of all', lines([found.care]), page),
    section(
      `Between you and ${name}`,
      pairs(
        [
          ['you gave', told(found.lastGiven, 'nothing noted yet')],
          ['they gave', told(found.lastReceived, 'nothing noted yet')],
        ],
        page,
      ),
      page,
    ),
    section('Still open', lines([...found.open, found.balance]), page),
    section(
      'A way to give first',
      found.waysToGive.flatMap((way) => indented(way.text, page, { by: 2 })),
      page,
    ),
    section('A draft', indented(`“${found.draft}”`, page, { by: 2, paint: page.style.quote }), page),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
