import type { Candidate } from './candidate.ts';
import { KIN } from './grammar.ts';
import { LOSS } from './patterns.ts';
import { plain } from './phrases.ts';

const SPOUSES = new Set(['husband', 'wife', 'spouse', 'partner', 'fiancé', 'fiancée', 'boyfriend', 'girlfriend']);
/** "Jörg died", "the death of Jörg". */
const NAMED =
  /(\p{Lu}\p{Ll}[\p{L}’-]*) (?:has |had )?(?:died|passed away)|(?:death|funeral) of (\p{Lu}\p{Ll}[\p{L}’-]*)/u;

/**
 * Whether a note speaks of somebody of theirs who has died, so far as their moments and facts say: by what they were to them,
 * or by name. A draft never asks how he is, nor thinks back to his party. What is told in confidence counts as well.
 */
export function whoSpeaksOfTheGone(candidate: Pick<Candidate, 'facts' | 'moments' | 'name' | 'given'>) {
  const own = new Set([...wordsOf(candidate.name), ...wordsOf(candidate.given ?? '')]);
  const gone = new Set<string>();
  for (const { text } of [...(candidate.moments ?? []), ...candidate.facts]) {
    if (!LOSS.test(text)) continue;
    const words = wordsOf(text);
    words.forEach((word, index) => {
      if (!KIN.has(word)) return;
      gone.add(word);
      const next = words[index + 1];
      if (next !== undefined && /^\p{Lu}\p{Ll}/u.test(next) && !own.has(next)) gone.add(next);
    });
    const named = NAMED.exec(plain(text))
      ?.slice(1)
      .find((name) => name !== undefined);
    if (named !== undefined && !own.has(named)) gone.add(named);
  }
  if ([...SPOUSES].some((word) => gone.has(word))) gone.add('married');
  return (note: string): boolean => gone.size > 0 && !LOSS.test(note) && wordsOf(note).some((word) => gone.has(word));
}

function wordsOf(text: string): string[] {
  return plain(text)
    .replace(/’s\b/gu, '')
    .split(/[^\p{L}-]+/u)
    .filter((word) => word !== '')
    .map((word) => (KIN.has(word.toLowerCase()) ? word.toLowerCase() : word));
}
