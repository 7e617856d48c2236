import type { Introduction } from '../../../src/contract/shapes.ts';
import { tIntro } from '../../lib/strings-introductions.ts';

/** How far it has come, in a sentence. */
export function stateSentence({ state, since, declinedBy, ...pair }: Introduction): string {
  const [first, second] = [pair.first.name, pair.second.name];
  const said = tIntro.states;
  switch (state) {
    case 'idea':
      return said.idea(first, since);
    case 'asked-first':
      return said['asked-first'](first, second, since);
    case 'first-yes':
      return said['first-yes'](first, second);
    case 'asked-second':
      return said['asked-second'](first, second, since);
    case 'made':
      return said.made(since);
    case 'declined':
      return said.declined(declinedBy === 'second' ? second : first);
    case 'both-yes':
    case 'outcome':
    case 'thanked':
    case 'dismissed':
      return said[state];
  }
}
