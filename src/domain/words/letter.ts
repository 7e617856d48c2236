/*
 * A message as people write them: a greeting, what is said, and how it closes. Read from the outside in, so that what is
 * not certain to be a greeting or a close stays part of what is said.
 */

export interface Letter {
  /** With its comma or exclamation mark: `Hi Ada,`. */
  readonly greeting?: string;
  /** What stands between greeting and body: a space or empty lines. */
  readonly gap: string;
  readonly body: string;
  /** May have two lines, the second a name: `All the best,\nInes`. */
  readonly signOff?: string;
}

const GREETING =
  /^(?:hi|hey|hello|hej|hoi|dear|dearest|good (?:morning|afternoon|evening)|hallo|lieb(?:e|er|es|ste|ster)(?:\/r)?|moin(?: moin)?|servus|grüezi|guten (?:morgen|tag|abend))\b[^\S\n]?[^,!.?\n:;]{0,60}[,!](?=\s|$)/iu;
/** No greeting, though a name may follow. */
const WISH =
  /\b(?:happy|merry|congrat\w*|thank\w*|wish\w*|best|belated|birthday|danke|herzlich\w*|alles|frohe\w*|sorry)\b/iu;
const LONGEST_CLOSE = 40;
const WORDS_BEFORE_NAME = 3;
const WORDS_IN_CLOSE = 5;

/** @param names what the person is called, in any order */
export function takeApart(text: string, names: readonly string[]): Letter {
  const whole = text.replace(/\r\n?/g, '\n').trim();
  const greeting = greetingOf(whole, names);
  const rest = whole.slice(greeting?.length ?? 0);
  const gap = /^\s*/.exec(rest)?.[0] ?? '';
  const { body, signOff } = closeOf(rest.slice(gap.length));
  return { ...(greeting !== undefined && { greeting }), gap, body, ...(signOff !== undefined && { signOff }) };
}

function greetingOf(text: string, names: readonly string[]): string | undefined {
  const known = GREETING.exec(text)?.[0];
  if (known !== undefined && !WISH.test(known)) return known;
  // Words of their own, known for a greeting by the name that follows.
  for (const name of names) {
    const at = name === '' ? -1 : text.toLowerCase().indexOf(name.toLowerCase());
    if (at < 0) continue;
    const [mark] = /^[,!](?=\s|$)|^(?=\n)/.exec(text.slice(at + name.length)) ?? [];
    const before = text.slice(0, at);
    if (mark === undefined || WISH.test(before) || /[.,!?;:\n]/.test(before)) continue;
    if (before.split(' ').filter(Boolean).length <= WORDS_BEFORE_NAME) return text.slice(0, at + name.length) + mark;
  }
  return undefined;
}

/** The last lines, where they are few and short, stand apart, and say nothing that ends like a sentence. */
function closeOf(text: string): { readonly body: string; readonly signOff?: string } {
  const apart = /^([\s\S]*?\S)\s*\n\s*\n([^\n]+(?:\n[^\n]+)?)$/.exec(text);
  const below = /^([\s\S]*?\S)[^\S\n]*\n([^\n]+)$/.exec(text);
  for (const found of [apart, below]) {
    const [, body, close] = found ?? [];
    if (body !== undefined && close?.split('\n').every(isClose)) return { body, signOff: close.trim() };
  }
  return { body: text };
}

function isClose(line: string): boolean {
  const text = line.trim();
  return (
    text.length > 0 &&
    text.length <= LONGEST_CLOSE &&
    text.split(/\s+/).length <= WORDS_IN_CLOSE &&
    /[\p{L}]/u.test(text) &&
    !/[.?:;“”"„]/.test(text)
  );
}
