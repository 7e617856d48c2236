import type { Settings } from '../contract/shapes.ts';
import { givenName } from '../domain/card/name.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { habitsOf, languageOf, mannersOf, type Written } from '../domain/words/habits.ts';
import { styleOf } from '../domain/words/kinds.ts';
import { takeApart } from '../domain/words/letter.ts';
import { lineKeysOf } from '../domain/words/lines.ts';
import { type Addressee, nearnessOf, type Voice, voiced, type Wording } from '../domain/words/voice.ts';
import type { Channel } from '../domain/words.ts';
import type { Writer } from '../storage/feed.ts';
import { findPeople, findState } from '../storage/repositories/person.repository.ts';
import { networkLocale } from '../storage/repositories/setting.repository.ts';
import { latestWritings, wordingsIn } from '../storage/repositories/words.repository.ts';
import type { WordingTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { readSettings } from './read-settings.ts';

/** The owner's voice: read for whatever drafts, and learned from what they send. */

/** How far back habits are read: they change over the years. */
const LATEST = 200;

export async function readVoice(scope: Scope, { ownerName }: Pick<Settings, 'ownerName'>): Promise<Voice> {
  const [wordings, writings] = await Promise.all([wordingsIn(scope), latestWritings(scope, LATEST)]);
  return {
    wordings: wordings.map(toWording),
    habits: habitsOf(writings.map(toWritten)),
    sender: ownerName.trim().split(/\s+/)[0] ?? '',
  };
}

/** Makes a draft the owner's own; `to` is called by the name that the draft calls them. */
export type Speaker = (draft: string, to: Addressee, channel: Channel) => string;

/** For whatever drafts anything: reads the owner's voice once, for as many drafts as there are. */
export async function speakerIn(scope: Scope): Promise<Speaker> {
  const voice = await readVoice(scope, await readSettings(scope));
  return (draft, to, channel) => voiced(draft, { voice, to, style: styleOf(channel), language: languageOf(draft) });
}

export function toWording({ id, use, style, near, language, text }: WordingTable): Wording {
  return { id, use, style, near, language, text };
}

function toWritten(row: Awaited<ReturnType<typeof latestWritings>>[number]): Written {
  const { style, near, language, greeting } = row;
  return { style, near, language, greeting, signOff: row.sign_off };
}

/** A message the owner sent. */
export interface SentMessage {
  readonly personId: string;
  readonly text: string;
  readonly channel: Channel;
  readonly date: CalendarDate;
  /** Whether the words are theirs: of a draft that was sent as it stood there is nothing to learn. */
  readonly own: boolean;
}

/** Remembers what was said by the keys of its lines, and, of their own words, how they greet and close. */
export async function keepWriting(writer: Writer, sent: SentMessage): Promise<void> {
  const { personId, text, channel, date, own } = sent;
  const style = styleOf(channel);
  const [person] = await findPeople(writer, [personId]);
  const state = await findState(writer, personId);
  if (!person || !state || text.trim() === '') return;
  const given = givenName(JSON.parse(person.card), { language: await networkLocale(writer) }) ?? state.name;
  const manners = own ? mannersOf(text, { name: given, fullName: state.name }) : { greeting: null, signOff: null };
  const lines = lineKeysOf(text, [given, state.name]);
  if (lines.length === 0 && manners.greeting === null && manners.signOff === null) return;
  await writer.insert('writing', [
    {
      id: writer.newId(),
      person_id: personId,
      date,
      style,
      near: nearnessOf(state.closeness),
      language: languageOf(text),
      greeting: manners.greeting,
      sign_off: manners.signOff,
      lines: JSON.stringify(lines),
    },
  ]);
}

/** Whether a note is a letter: it greets first. Any other note is about what happened, and nothing is learned from it. */
export function isLetter(text: string): boolean {
  const { greeting, body } = takeApart(text, []);
  return greeting !== undefined && body !== '';
}
