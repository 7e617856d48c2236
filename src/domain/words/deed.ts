import type { Parts } from '../today/parts.ts';
import { CAUTION, PAST, SECRET } from '../today/patterns.ts';
import { isSayableText, turned } from '../today/reading.ts';

/**
 * "Read my draft" is something they did: "You read my draft". Undefined for anything else, for what may be about somebody
 * else, and for what is not theirs to hear.
 */
export function deedOf(about: string, { candidate }: Pick<Parts, 'candidate'>): string | undefined {
  if (about === '' || !PAST.test(about) || SECRET.test(about) || CAUTION.test(about) || !isSayableText(about))
    return undefined;
  const said = turned(`You ${about.charAt(0).toLowerCase()}${about.slice(1)}`, {
    names: [candidate.name, candidate.given ?? ''],
    alone: true,
    trusted: true,
    from: 'talk',
    conversation: '',
  });
  return said && said.charAt(0).toUpperCase() + said.slice(1);
}
