import { addDays } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import type { Candidate, WaitingIntroduction, WeighedReason } from './candidate.ts';
import type { Parts, WordingPicker } from './parts.ts';
import { calledName, plain, sentence } from './phrases.ts';
import { type ReasonContext, say, wordsOf } from './reason-context.ts';

/** What waits for the owner weighs more than an answer somebody owes. */
const WEIGHTS: Readonly<Record<WaitingIntroduction['step'], number>> = {
  waiting: 0.5,
  ask: 0.8,
  make: 0.9,
  outcome: 0.6,
};

/** A word with them since it was due leaves it in peace for so many days; what waits for the owner only until the morrow. */
const RESTS_DAYS: Readonly<Record<WaitingIntroduction['step'], number>> = { waiting: 7, ask: 1, make: 1, outcome: 14 };

/** Why introductions under way are a reason to write to this person today. */
export function introductionReasons(candidate: Candidate, context: ReasonContext): readonly WeighedReason[] {
  return (candidate.introductions ?? [])
    .filter(({ step, due }) => {
      const { lastContact } = candidate;
      const next = lastContact !== undefined && lastContact >= due ? addDays(lastContact, RESTS_DAYS[step]) : due;
      return next <= context.today;
    })
    .map(({ id, step, other, since, due }) => ({
      kind: 'introduction',
      key: `introduction:${id}:${step}`,
      date: since,
      weight: WEIGHTS[step],
      waited: daysApart(due, context.today),
      urgent: false,
      text: sentence(
        wordsOf(context).introduction({ who: calledName(candidate), other: plain(other), step, since }, say(context)),
      ),
    }));
}

/*
 * What one says about it. Whoever was asked is not pressed; the other is told of only by name, and by what the owner wrote as
 * the ground.
 */

/** The sentences of a message about the introduction that leads; undefined when none does. */
export function introductionSentences(parts: Parts, picker: WordingPicker): readonly string[] | undefined {
  const found = leading(parts);
  if (found === undefined) return undefined;
  const other = plain(found.other);
  switch (found.step) {
    case 'waiting':
      return [
        picker.pick('introduction-waiting', [
          `Have you had a moment to think about meeting ${other}? No hurry, and no is fine as well.`,
          `I am just coming back to ${other}: shall I introduce you, or shall we leave it for now? Either is fine.`,
        ]),
      ];
    case 'ask':
      return [
        picker.pick('introduction-ask', [
          `I would love you to meet ${other}, who is glad to.`,
          `There is somebody I would like you to meet: ${other}.`,
        ]),
        ...(found.why === '' ? [] : [sentence(plain(found.why))]),
        'May I put you in touch? No is a perfectly good answer.',
      ];
    case 'make':
      return [`${other} would like to meet you, too. I will write to you both in one message.`];
    case 'outcome':
      return [
        picker.pick('introduction-outcome', [
          `Did you and ${other} find the time to talk? I would love to hear how it went.`,
          `How was it with ${other}? I am curious whether it was of use.`,
        ]),
      ];
  }
}

/** To the owner, before a call or a meeting. */
export function introductionTalkingPoint(parts: Parts): string | undefined {
  const found = leading(parts);
  if (found === undefined) return undefined;
  const [{ name }, other] = [parts, plain(found.other)];
  switch (found.step) {
    case 'waiting':
      return `Ask, without hurry, whether ${name} would like to meet ${other}.`;
    case 'ask':
      return `Ask whether ${name} would like to meet ${other}; no is a good answer.`;
    case 'make':
      return `Tell ${name} that ${other} said yes, and introduce them.`;
    case 'outcome':
      return `Ask how it went with ${other}.`;
  }
}

function leading({ candidate, lead }: Parts): WaitingIntroduction | undefined {
  const [, id] = /^introduction:([^:]+):/.exec(lead?.key ?? '') ?? [];
  return candidate.introductions?.find((one) => one.id === id);
}
