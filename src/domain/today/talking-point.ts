import { TALKING_PLAIN, talkingLinesFor } from './lines.ts';
import type { Parts, WordingPicker } from './message.ts';
import { messageName, onDay, plain, shortened } from './phrases.ts';
import type { Thread } from './thread.ts';

/** For a call or a meeting: what to begin with, in one or two sentences to the owner. */
export function composeTalkingPoint(parts: Parts, picker: WordingPicker): string {
  const { thread, second, name } = parts;
  const first = beginning(parts);
  // What waits for an answer is itself the thread; saying it twice helps nobody.
  if (first !== undefined && parts.lead?.kind === 'reply')
    return second === undefined ? first : `${first} ${talk(second, name, picker)}`;
  const about = thread === undefined ? picker.pick('talk-plain', TALKING_PLAIN)(name) : talk(thread, name, picker);
  if (first !== undefined) return `${first} ${about}`;
  return second === undefined || thread?.mood !== 'light'
    ? about
    : `${about} ${also(talk(second, name, picker), name)}`;
}

/** What the reason itself says to begin with; undefined when only time has passed. */
function beginning(parts: Parts): string | undefined {
  const { candidate, lead, name, today, locale } = parts;
  const context = { today, locale };
  switch (lead?.kind) {
    case 'follow-up': {
      const met = candidate.followUp;
      if (met === undefined) return undefined;
      const deed = plain(met.text ?? '');
      const when = onDay(met.metOn, context);
      return met.firstMeeting
        ? `Say that you enjoyed meeting ${when}.${deed && ` You wanted to: ${deed}.`}`
        : `Come back to your talk ${when}.${deed && ` You wanted to: ${deed}.`}`;
    }
    case 'reply': {
      const { awaitingReply } = candidate;
      if (awaitingReply === undefined) return undefined;
      const said = shortened(plain(awaitingReply.summary), 80);
      return `Begin with the ${messageName(awaitingReply.channel)} that waits for your answer${said && `: ${said}`}.`;
    }
    case 'promise': {
      const promise = candidate.promises.find(({ id }) => lead.key === `promise:${id}`);
      if (promise === undefined) return undefined;
      const text = shortened(plain(promise.text), 80);
      return promise.by === 'me'
        ? `Say where your promise stands: ${text}.`
        : `Mention, without hurry, what ${name} promised: ${text}.`;
    }
    case 'occasion':
      return occasionBeginning(parts);
    case 'reminder': {
      const reminder = candidate.reminders.find(({ id }) => lead.key === `reminder:${id}`);
      return reminder === undefined ? undefined : `You made a note: ${shortened(plain(reminder.text), 80)}.`;
    }
    default:
      return undefined;
  }
}

function occasionBeginning({ lead, name, today, locale }: Parts): string {
  const date = lead?.date ?? today;
  const isBirthday = lead?.key.startsWith('occasion:birth') === true;
  if (date > today) return `${lead?.text ?? ''} Ask what ${name} has planned.`.trim();
  if (!isBirthday) return `${lead?.text ?? ''} Say that you thought of it.`.trim();
  return date === today
    ? `Wish ${name} a happy birthday.`
    : `Wish ${name} a belated happy birthday; it was ${onDay(date, { today, locale })}.`;
}

/** Said after another sentence about the same person. */
function also(line: string, name: string): string {
  return line.startsWith(`Ask ${name} `) ? `Also ask ${line.slice(`Ask ${name} `.length)}` : line;
}

function talk(thread: Thread, name: string, picker: WordingPicker): string {
  return picker.pick(`talk-${thread.kind}-${thread.mood}`, talkingLinesFor(thread))(name, thread.about);
}
