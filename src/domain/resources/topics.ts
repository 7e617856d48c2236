import { fold } from '../fold.ts';
import { termsOf } from '../matching/terms.ts';
import type { PageWords } from './resource.ts';

/** What a resource is about, in a few words that its keeper may change. */

const MOST_TOPICS = 8;
const MOST_KEYWORDS = 6;
const LONGEST_TOPIC = 60;

/** The page's own keywords first, then what its title and its description both speak of, then the rest of the title. */
export function topicsOf({ title, description, keywords }: PageWords): readonly string[] {
  const described = new Set(termsOf(description).map(({ key }) => key));
  const titled = termsOf(title);
  const words = [...titled.filter(({ key }) => described.has(key)), ...titled.filter(({ key }) => !described.has(key))];
  return tidyTopics([...keywords.slice(0, MOST_KEYWORDS), ...words.map(({ word }) => word)]);
}

/** Topics as they are kept: each once, none empty, in lower case unless it is a name or an abbreviation. */
export function tidyTopics(topics: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const topic of topics) {
    const text = topic.replaceAll(/\s+/g, ' ').trim();
    const key = fold(text);
    if (key === '' || text.length > LONGEST_TOPIC || kept.has(key)) continue;
    // A word of a topic that is there already says nothing new.
    if ([...kept.keys()].some((other) => other.split(' ').includes(key))) continue;
    kept.set(key, text);
  }
  return [...kept.values()].slice(0, MOST_TOPICS);
}
