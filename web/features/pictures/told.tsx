import { Link } from '@tanstack/react-router';
import type { YearReview } from '../../../src/contract/shapes.ts';

type Sentence = YearReview['sections'][number]['sentences'][number];

/** A sentence in which every name leads to the person; the server tells the year in English. */
export function Told({ text, people }: Sentence) {
  return (
    <p className="voice" lang="en">
      {partsOf(text, people).map((part, at) =>
        typeof part === 'string' ? (
          part
        ) : (
          <Link
            key={`${part.id} ${at.toString()}`}
            to="/people/$id"
            params={{ id: part.id }}
            className="underline decoration-line underline-offset-3 hover:decoration-current"
          >
            {part.name}
          </Link>
        ),
      )}
    </p>
  );
}

/** The text cut at the names, which it holds in their order. */
function partsOf(text: string, people: Sentence['people']): (string | Sentence['people'][number])[] {
  const parts: (string | Sentence['people'][number])[] = [];
  let from = 0;
  for (const person of people) {
    const at = text.indexOf(person.name, from);
    if (at < 0) continue;
    parts.push(text.slice(from, at), person);
    from = at + person.name.length;
  }
  return [...parts, text.slice(from)];
}
