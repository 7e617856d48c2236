import { wakingTalkingPoint } from './dormant-reason.ts';
import { gatheringKey } from './gathering-reason.ts';
import { namesOf } from './grammar.ts';
import { introductionTalkingPoint } from './introduction-reason.ts';
import { TALKING_PLAIN, talkingLinesOf } from './lines.ts';
import { momentTalkingPoint } from './moment-message.ts';
import { isReasonOf } from './occasion-reason.ts';
import { newsTalkingPoint } from './own-news.ts';
import { type Parts, type WordingPicker, worded } from './parts.ts';
import { dayName, messageName, onDay, plain, possessive, sentence, shortened } from './phrases.ts';
import { quotable } from './reading.ts';
import { withoutWriter } from './reply.ts';
import { isWeak, sharesWords, type Thread } from './thread.ts';

/** For a call or a meeting: what to begin with, in one or two sentences to the owner. */
export function composeTalkingPoint(parts: Parts, picker: WordingPicker): string {
  const { thread, second, name } = parts;
  const first = beginning(parts);
  const said = first ?? '';
  const other = [thread, second].find(
    (entry) => entry !== undefined && !(said !== '' && sharesWords(entry.text, said)),
  );
  // What waits for an answer is itself the thread; saying it twice helps nobody.
  // Nothing else belongs beside what happened.
  if (
    first !== undefined &&
    (parts.lead?.kind === 'moment' || parts.lead?.kind === 'check-in' || parts.lead?.kind === 'dormant')
  )
    return first;
  if (first !== undefined && parts.lead?.kind === 'reply')
    return second === undefined || isWeak(second) ? first : `${first} ${talk(second, name, picker)}`;
  if (first !== undefined) return other === undefined ? first : `${first} ${talk(other, name, picker)}`;
  if (thread === undefined) return picker.pick('talk-plain', TALKING_PLAIN)(name);
  const about = talk(thread, name, picker);
  if (second === undefined || thread.mood !== 'light' || (isWeak(thread) && isWeak(second))) return about;
  return `${about} ${also(talk(second, name, picker), name)}`;
}

/** What the reason itself says to begin with; undefined when only time has passed. */
function beginning(parts: Parts): string | undefined {
  const { candidate, lead, name, today, locale } = parts;
  const context = { today, locale };
  switch (lead?.kind) {
    case 'follow-up': {
      const met = candidate.followUp;
      if (met === undefined) return undefined;
      const deed = noted(met.text ?? '');
      const when = onDay(met.metOn, context);
      const wanted = deed && ` You wanted to: ${deed}.`;
      return met.firstMeeting
        ? `Say that you enjoyed meeting ${when}.${wanted}`
        : `Come back to your talk ${when}.${wanted}`;
    }
    case 'reply': {
      const { awaitingReply } = candidate;
      if (awaitingReply === undefined) return undefined;
      const said = quotable(withoutWriter(awaitingReply.summary, namesOf(candidate)), 80);
      const what = `${possessive(name)} ${messageName(awaitingReply.channel)} from ${dayName(awaitingReply.since, context)}`;
      return `Begin with ${what}, which waits for your answer${said && `: “${said}”`}.`;
    }
    case 'promise': {
      const promise = candidate.promises.find(({ id }) => lead.key === `promise:${id}`);
      if (promise === undefined) return undefined;
      const text = noted(promise.text);
      return promise.by === 'me'
        ? `Say where your promise stands: ${text}.`
        : `Mention, without hurry, what ${name} promised: ${text}.`;
    }
    case 'occasion':
      return occasionBeginning(parts);
    case 'moment':
    case 'check-in':
      return momentTalkingPoint(parts);
    case 'dormant':
      return wakingTalkingPoint(parts);
    case 'introduction':
      return introductionTalkingPoint(parts);
    case 'gathering':
      return candidate.gathering !== undefined && lead.key === gatheringKey(candidate.gathering)
        ? lead.text
        : undefined;
    case 'news':
      return newsTalkingPoint(parts);
    case 'reminder': {
      const reminder = candidate.reminders.find(({ id }) => lead.key === `reminder:${id}`);
      return reminder === undefined ? undefined : sentence(`You asked to be reminded: ${noted(reminder.text)}`);
    }
    default:
      return undefined;
  }
}

/** The owner's own words in the middle of a sentence. */
function noted(text: string): string {
  const short = shortened(plain(text), 80);
  return /^\p{Lu}\p{Ll}/u.test(short) && !/^\p{Lu}\p{L}*(?:’s)? \p{Lu}/u.test(short)
    ? short.charAt(0).toLowerCase() + short.slice(1)
    : short;
}

function occasionBeginning({ candidate, lead, name, today, locale }: Parts): string {
  const date = lead?.date ?? today;
  const isMonth = candidate.occasions.some(
    (occasion) => occasion.date.day === undefined && lead !== undefined && isReasonOf(lead, occasion),
  );
  if (isMonth) return `${lead?.text ?? ''} Ask when it is.`.trim();
  const isBirthday = lead?.key.startsWith('occasion:birth') === true;
  if (isBirthday && date > today) return `${lead?.text ?? ''} Ask what ${name} has planned.`.trim();
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
  return worded(talkingLinesOf(thread, name), picker);
}
