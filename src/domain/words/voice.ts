import { stableHash } from '../keeping/hash.ts';
import type { DraftKind, DraftLanguage, DraftStyle, Nearness, WordingUse } from '../words.ts';
import type { Habit } from './habits.ts';
import { takeApart } from './letter.ts';
import { linesOf } from './lines.ts';
import { filled, type PlaceValues } from './template.ts';

/*
 * The owner's own voice. Every draft of the app goes through `voiced`, whatever made it:
 *
 *   voiced('Hi Ada, how is the boat?', { voice, to: { personId, name: 'Ada', closeness }, style: 'short' })
 *
 * (services have `speakerIn` for it). It puts in the greeting and the close that the owner chose or is used to; a greeting to
 * several people at once stays. Whoever makes a draft of a kind that the owner may word themselves asks `ownWords` first, and
 * makes their own draft when it answers nothing.
 */

/** Words the owner set by hand; null means any. */
export interface Wording {
  readonly id: string;
  readonly use: WordingUse;
  readonly style: DraftStyle | null;
  readonly near: Nearness | null;
  readonly language: DraftLanguage | null;
  readonly text: string;
}

export interface Voice {
  readonly wordings: readonly Wording[];
  /** What they were seen to write; gives way to what they set. */
  readonly habits: readonly Habit[];
  /** The owner's name, for `{sender}`. */
  readonly sender: string;
}

/** Nothing set and nothing learned: drafts stay as they are. */
export const NO_VOICE: Voice = { wordings: [], habits: [], sender: '' };

/** To whom a draft speaks. */
export interface Addressee {
  readonly personId: string;
  /** What one calls them. */
  readonly name: string;
  /** Their whole name. */
  readonly fullName?: string;
  /** 0 to 1. */
  readonly closeness: number;
}

export interface Spoken {
  readonly voice: Voice;
  readonly to: Addressee;
  readonly style: DraftStyle;
  /** English unless told otherwise. */
  readonly language?: DraftLanguage;
}

const CLOSE_FROM = 0.4;

/** Friends, or people one knows less well. */
export function nearnessOf(closeness: number): Nearness {
  return closeness >= CLOSE_FROM ? 'close' : 'other';
}

/**
 * A draft as the owner would write it: their greeting in place of its own, and their close under an e-mail or a card (under a
 * short message only if they close those, too). A draft that does not greet, such as a wish, is not made to. Applied twice it
 * changes nothing more.
 */
export function voiced(draft: string, spoken: Spoken): string {
  const { voice, to, style } = spoken;
  if (style === 'talk' || draft.trim() === '') return draft;
  const values: PlaceValues = {
    name: to.name,
    full: to.fullName ?? to.name,
    ...(voice.sender !== '' && { sender: voice.sender }),
  };
  const letter = takeApart(draft, [to.name, to.fullName ?? '']);
  const isTheirs = letter.greeting !== undefined && greetsOnly(letter.greeting, [to.fullName ?? '', to.name]);
  const greeting = isTheirs ? lineOf('greeting', spoken, values) : undefined;
  const close = letter.signOff ?? lineOf('sign-off', spoken, values);
  const begun =
    greeting === undefined
      ? `${letter.greeting ?? ''}${letter.gap}${letter.body}`
      : joined(greeting, letter.gap, { body: letter.body, before: letter.greeting ?? '' });
  return close === undefined ? begun : `${begun}\n\n${close}`;
}

/**
 * The owner's own message of a kind, with this person's details; undefined where they have none, or none of it fits.
 * `details` are asked for only where there is such a message; of several, `turn` chooses.
 */
export function ownWords(kind: DraftKind, spoken: Spoken, details: () => PlaceValues, turn = 0): string | undefined {
  const { voice, to } = spoken;
  const found = fitting(voice.wordings, kind, spoken);
  if (found.length === 0) return undefined;
  const all = {
    ...details(),
    name: to.name,
    full: to.fullName ?? to.name,
    ...(voice.sender !== '' && { sender: voice.sender }),
  };
  const names = [all.name, all.full];
  const texts = found.flatMap(({ text }) => {
    const said = filled(text, all);
    return said === undefined || (kind === 'thanks' && asksForDetail(text) && linesOf(said, names).length === 0)
      ? []
      : said;
  });
  return texts[(stableHash(`${to.personId}|${kind}`) + turn) % Math.max(1, texts.length)];
}

/** Thanks without their detail can be as bare as "Dear Ada, thank you.". */
function asksForDetail(text: string): boolean {
  return /\{(?:thread|last|day|city|company)\}/.test(text);
}

/** The most fitting greeting or close: what was set before what was seen, what is meant for few before what is for all. */
function lineOf(use: 'greeting' | 'sign-off', spoken: Spoken, values: PlaceValues): string | undefined {
  const set = fitting(voiceWordings(spoken, use), use, spoken);
  const found = set.length > 0 ? set : fitting(spoken.voice.habits, use, spoken);
  const texts = found.flatMap(({ text }) => filled(text, values) ?? []);
  return texts[stableHash(spoken.to.personId) % Math.max(1, texts.length)];
}

/** Few people close a short message: only what was meant for those is used there. */
function voiceWordings({ voice, style }: Spoken, use: WordingUse): readonly Wording[] {
  return use === 'sign-off' && style === 'short'
    ? voice.wordings.filter((wording) => wording.style === 'short')
    : voice.wordings;
}

function fitting<W extends Omit<Wording, 'id'>>(
  wordings: readonly W[],
  use: WordingUse,
  { to, style, language = 'en' }: Spoken,
): readonly W[] {
  const near = nearnessOf(to.closeness);
  const fit = wordings.filter(
    (one) =>
      one.use === use &&
      (one.style === null || one.style === style) &&
      (one.near === null || one.near === near) &&
      (one.language === null || one.language === language),
  );
  const narrow = (one: W) =>
    Number(one.style !== null) * 4 + Number(one.near !== null) * 2 + Number(one.language !== null);
  const most = Math.max(...fit.map(narrow));
  return fit.filter((one) => narrow(one) === most);
}

/** Whether a greeting is to nobody but them: one to two people, or by a nickname, stays as it was written. */
function greetsOnly(greeting: string, names: readonly string[]): boolean {
  const bare = names.reduce((text, name) => (name === '' ? text : text.split(name).join(' ')), greeting);
  const [, ...others] = bare.replace(/\b(?:Morgen|Tag|Abend|Frau|Herr)\b/g, '').match(/[\p{L}&]+/gu) ?? [];
  return !others.some((word) => /^(?:\p{Lu}.*|and|und|&)$/u.test(word));
}

/** After a comma on the same line one goes on as one would in a sentence; after anything else a sentence begins. */
function joined(
  greeting: string,
  gap: string,
  { body, before }: { readonly body: string; readonly before: string },
): string {
  const ends = /[,!.?:–—-]$/u.test(greeting) ? greeting : `${greeting},`;
  const wasLow = before.endsWith(',') && !gap.includes('\n');
  const isLow = ends.endsWith(',') && !gap.includes('\n');
  const text = wasLow && !isLow ? body.charAt(0).toUpperCase() + body.slice(1) : body;
  return `${ends}${gap === '' ? ' ' : gap}${text}`;
}
