import { WORDS } from './everyday.ts';
import { cycle, fill } from './render.ts';
import type { Profile } from './roster.ts';

/** The lists that fill slots, by slot name. */
const LISTS: Readonly<Record<string, readonly string[]>> = WORDS;

/** What a person is called in a sentence, by slot. */
function pronoun(profile: Profile, slot: string): string | undefined {
  switch (slot) {
    case 'he':
      return profile.woman ? 'she' : 'he';
    case 'him':
      return profile.woman ? 'her' : 'him';
    case 'his':
      return profile.woman ? 'her' : 'his';
    case 'himself':
      return profile.woman ? 'herself' : 'himself';
    case 'name':
      return profile.called;
    case 'city':
      return profile.city[0];
    default:
      return undefined;
  }
}

/** Whether a slot is filled from a list of words rather than from the person. */
export function isWordSlot(slot: string): boolean {
  return slot in LISTS;
}

/**
 * Tells a text about one person.
 * @param choose an index for each word slot; one list is walked round and round
 * @param own values that belong to this text alone, such as a partner's name
 */
export function tell(
  template: string,
  options: {
    about: Profile;
    choose: (slot: string) => number;
    own?: Readonly<Record<string, string>>;
    used?: (slot: string, value: string) => void;
  },
): string {
  return fill(template, (slot) => {
    const known = options.own?.[slot] ?? pronoun(options.about, slot);
    if (known !== undefined) return known;
    const list = LISTS[slot];
    if (list === undefined) throw new RangeError(`nothing fills {${slot}}`);
    const value = cycle(list, options.choose(slot));
    options.used?.(slot, value);
    return value;
  });
}
