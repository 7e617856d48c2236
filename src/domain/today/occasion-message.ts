import type { CalendarDate } from '../dates.ts';
import type { Occasion } from './candidate.ts';
import { asksOf, BIRTHDAY_WISHES, COMING_ASIDE, COMING_BIRTHDAY, LATE_WISHES, recallsOf } from './lines.ts';
import { occasionKind, occasionLabel } from './occasion-label.ts';
import { isReasonOf } from './occasion-reason.ts';
import { type Body, type Parts, type WordingPicker, worded } from './parts.ts';
import { moodOf } from './patterns.ts';
import { dayName, onDay, plain } from './phrases.ts';
import { isWeak } from './thread.ts';
import { wishesOf } from './wishes.ts';

/** A wish for the day, and one thing that is theirs. */
export function occasionBody(parts: Parts, picker: WordingPicker): Body {
  const { candidate, lead, thread, style, name, today, locale } = parts;
  const date = lead?.date ?? today;
  const occasion = candidate.occasions.find((entry) => lead !== undefined && isReasonOf(lead, entry));
  // One question is enough, and a card asks none.
  const asks = style !== 'card' && thread !== undefined && !isWeak(thread) ? asksOf : recallsOf;
  const more = thread === undefined ? [] : [worded(asks(thread), picker)];
  // Beside a wish, what is theirs is wished as well.
  const wished = wishesOf(thread);
  const beside = wished === undefined ? more : [worded(wished, picker)];
  if (occasion !== undefined && occasion.date.day === undefined) return monthBody({ occasion, more }, picker);
  if (occasion !== undefined && occasionKind(occasion) !== 'birth')
    return otherOccasion(parts, { occasion, date, more }, picker);
  if (date > today && style !== 'card') {
    const day = dayName(date, { today, locale });
    if (thread === undefined) return { sentences: [picker.pick('coming', COMING_BIRTHDAY)(day)] };
    return { sentences: [picker.pick('coming-aside', COMING_ASIDE)(day), ...more] };
  }
  if (date < today)
    return { wish: `Happy belated birthday, ${name}!`, sentences: [picker.pick('late-wish', LATE_WISHES), ...beside] };
  const wish =
    style === 'card' && date > today ? BIRTHDAY_WISHES.filter((line) => !/\btoday\b/.test(line)) : BIRTHDAY_WISHES;
  return { wish: `Happy birthday, ${name}!`, sentences: [picker.pick('wish', wish), ...beside] };
}

/** Nobody knows the day: no wish for one, only that it is near. */
function monthBody(
  { occasion, more }: { readonly occasion: Occasion; readonly more: readonly string[] },
  picker: WordingPicker,
): Body {
  const what = occasionKind(occasion) === 'birth' ? 'birthday' : occasionLabel(occasion);
  if (moodOf(what) !== 'light') return { sentences: ['I’m thinking of you.'] };
  const lines = [
    `Your ${what} must be around now, so you are on my mind.`,
    `Isn’t your ${what} about this time of the year?`,
    `I think of you when your ${what} comes round.`,
  ];
  return {
    sentences: [
      picker.pick('around-now', more.length > 0 ? lines.filter((line) => !line.endsWith('?')) : lines),
      ...more,
    ],
  };
}

const TO_BOTH: readonly string[] = [
  'I’m thinking of you both.',
  'All my best to you both.',
  'I hope you find an hour for the two of you.',
  'I wish you both a good day, and many more years.',
  'Here’s to the two of you.',
  'I hope that you both have a day to remember.',
];

function otherOccasion(
  { name, today, locale }: Parts,
  {
    occasion,
    date,
    more,
  }: { readonly occasion: Occasion; readonly date: CalendarDate; readonly more: readonly string[] },
  picker: WordingPicker,
): Body {
  const isWedding = occasionKind(occasion) === 'wedding';
  const label = isWedding ? 'wedding anniversary' : plain(occasion.label ?? '') || plain(occasion.kind);
  const when = onDay(date, { today, locale });
  const late = date < today ? 'belated ' : '';
  if (date <= today && isWedding)
    return {
      wish: `Happy ${late}anniversary, ${name}!`,
      sentences: [picker.pick('both', TO_BOTH), ...more],
    };
  if (date <= today && /^name ?day$/i.test(label))
    return {
      wish: `Happy ${late}name day, ${name}!`,
      sentences: [picker.pick('name-day', ['I hope it is a good one.', 'I’m thinking of you.']), ...more],
    };
  // The day somebody died is kept by being there, not by naming it, and nothing else is said beside it.
  if (moodOf(label) !== 'light' || /\b(?:her|his|their|she|he|they|memorial)\b/i.test(label))
    return { sentences: [`I’m thinking of you ${when}.`] };
  const what = `your ${label.replace(/^your /i, '')}`;
  if (date > today) return { sentences: [`I haven’t forgotten ${what} ${when}.`, ...more] };
  return {
    sentences: [
      date === today ? `It is ${what} today, and I’m thinking of you.` : `I was thinking of you ${when}, on ${what}.`,
      ...more,
    ],
  };
}
