import type { FindHit, KeptPerson } from '../../src/contract/shapes.ts';
import { fold, foldTokens } from '../../src/domain/fold.ts';

/** Looking for words in what was noted of people and said with them. */

type Spoken = Pick<KeptPerson, 'facts' | 'touches'>;

const textOf = ({ summary, notes }: KeptPerson['touches'][number]): string => `${summary} ${notes}`;

/**
 * Every word of these pages, once: what no word of it holds, no page does. A block whose words do not hold all that is looked
 * for need not be opened.
 */
export function wordsOf(pages: readonly Spoken[]): string {
  const written = new Set<string>();
  for (const { facts, touches } of pages)
    for (const text of [...facts.map((fact) => fact.text), ...touches.map(textOf)])
      for (const word of text.split(/\s+/)) written.add(word);
  // Folding is slow, and most words come again.
  const words = new Set([...written].flatMap(foldTokens));
  return [...words].sort().join(' ');
}

/** @param typed folded words, all of which are to be there, each anywhere in a word */
export const holdsAll = (words: string, typed: readonly string[]): boolean =>
  typed.every((word) => words.includes(word));

/** The facts and conversations that hold all of these words. */
export function hitsOf(page: KeptPerson, typed: readonly string[]): FindHit[] {
  const { id: personId, name: title } = page;
  const holds = (text: string): boolean => holdsAll(fold(text).replaceAll("'", ''), typed);
  return [
    ...page.facts
      .filter(({ text }) => holds(text))
      .map(({ id, text }): FindHit => ({ kind: 'fact', id, personId, title, excerpt: text })),
    ...page.touches
      .filter((touch) => holds(textOf(touch)))
      .map(
        ({ id, summary, notes }): FindHit => ({
          ...{ kind: 'touch', id, personId, title },
          excerpt: summary || notes.slice(0, 200),
        }),
      ),
  ];
}
