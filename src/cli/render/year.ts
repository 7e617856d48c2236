import type { YearReview } from '../../contract/shapes.ts';
import { thanksOfYear } from './long-game.ts';
import { section } from './person.ts';
import { indented, oneLine, type Page } from './text.ts';

const TITLES: Readonly<Record<YearReview['sections'][number]['kind'], string>> = {
  spoken: 'Who was there',
  returned: 'Who came back',
  met: 'First meetings',
  longest: 'The long ones',
  received: 'What you were given',
  promises: 'Promises kept',
  occasions: 'Days you kept',
  introducers: 'Who opened doors',
  farewells: 'Farewells',
};

/** A year in sentences. */
export function renderYear(review: YearReview, page: Page): string {
  if (review.people === 0 && review.sections.length === 0)
    return `Nothing is noted of ${review.year}. What you log of your conversations is told here when the year is over.\n`;
  const blocks = [
    indented(review.inShort, page, { by: 0, paint: page.style.bold }),
    ...review.sections.map(({ kind, sentences, more }) =>
      section(
        TITLES[kind],
        [
          ...sentences.flatMap(({ text }) => indented(oneLine(text), page, { by: 2 })),
          ...(more === 0 ? [] : [page.style.dim(`  and ${more} more`)]),
        ],
        page,
      ),
    ),
    thanksOfYear(review.thanks, page),
  ].filter((block) => block.length > 0);
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}
