import type { DraftLanguage, DraftStyle, Nearness } from '../words.ts';
import { takeApart } from './letter.ts';

/*
 * How the owner greets and closes, learned from what they really wrote. Kept is the line with `{name}` in the place of the
 * name, never the message.
 */

/** A line that came often enough to be a habit. */
export interface Habit {
  readonly use: 'greeting' | 'sign-off';
  readonly style: DraftStyle;
  readonly near: Nearness;
  readonly language: DraftLanguage;
  readonly text: string;
  readonly times: number;
}

/** What is kept of one message the owner wrote. */
export interface Written {
  readonly style: DraftStyle;
  readonly near: Nearness;
  readonly language: DraftLanguage;
  readonly greeting: string | null;
  readonly signOff: string | null;
}

/** Once may be chance. */
const FEWEST = 2;
const LONGEST = 60;

/** How a message greets and closes; null for what it does not have, or what fits nobody else. */
export function mannersOf(
  text: string,
  { name, fullName }: { readonly name: string; readonly fullName: string },
): Pick<Written, 'greeting' | 'signOff'> {
  const { greeting, signOff } = takeApart(text, [fullName, name]);
  const pattern = (line: string) => withPlace(withPlace(line, fullName, '{full}'), name, '{name}');
  return {
    greeting: greeting !== undefined && isForAll(pattern(greeting)) ? pattern(greeting) : null,
    signOff: signOff !== undefined && !isForSome(signOff) && isUsable(signOff) ? signOff : null,
  };
}

function withPlace(line: string, name: string, place: string): string {
  return name === '' ? line : line.split(name).join(place);
}

function isUsable(line: string): boolean {
  return line.length <= LONGEST && !/[{}]/.test(line.replace(/\{(?:name|full)\}/g, ''));
}

/** A nickname, or the name of somebody else, would greet everybody by it. */
function isForAll(pattern: string): boolean {
  if (!isUsable(pattern)) return false;
  const others = pattern
    .split(/\s+/)
    .slice(1)
    .join(' ')
    .replace(/\b(?:Morgen|Tag|Abend)\b/g, '');
  return /\{(?:name|full)\}/.test(pattern) || !/\p{Lu}/u.test(others);
}

/** "Love to Sam" is for one house only. */
function isForSome(line: string): boolean {
  return /\b(?:to|for|and|an|für|und) \p{Lu}/u.test(line);
}

/** The line used most in each place, the latest of several; `written` is the newest first. */
export function habitsOf(written: readonly Written[]): readonly Habit[] {
  const counts = new Map<string, Habit>();
  for (const { style, near, language, greeting, signOff } of written) {
    const lines = [
      ['greeting', greeting],
      ['sign-off', signOff],
    ] as const;
    for (const [use, text] of lines) {
      if (text === null) continue;
      const key = JSON.stringify([use, style, near, language, text]);
      const times = (counts.get(key)?.times ?? 0) + 1;
      counts.set(key, { use, style, near, language, text, times });
    }
  }
  const best = new Map<string, Habit>();
  for (const habit of counts.values()) {
    const place = JSON.stringify([habit.use, habit.style, habit.near, habit.language]);
    if (habit.times >= FEWEST && habit.times > (best.get(place)?.times ?? 0)) best.set(place, habit);
  }
  return [...best.values()];
}

const GERMAN =
  /\b(?:und|ich|dir|dich|du|nicht|wie|geht|für|ist|liebe[rn]?|hallo|viele|grüße|schön|dein|deine[rnms]?|wir|auch|mal|wieder|alles|gute|danke|euch)\b/giu;
const ENGLISH =
  /\b(?:the|and|you|your|how|are|is|was|for|with|have|hope|love|dear|hi|hello|best|thank|thanks|all|so|to)\b/giu;

/** The language a message is written in; English unless more of it is German. */
export function languageOf(text: string): DraftLanguage {
  return (text.match(GERMAN)?.length ?? 0) > (text.match(ENGLISH)?.length ?? 0) ? 'de' : 'en';
}
