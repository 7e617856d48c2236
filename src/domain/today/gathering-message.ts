import { gatheringKey } from './gathering-reason.ts';
import type { Parts, WordingPicker } from './parts.ts';
import { onDay, placedAt, plain, tripDays } from './phrases.ts';

/** What one writes before a gathering: whether one will see each other there, or whether they come. */

type Line = (where: string, when: string) => string;

const SEE_YOU: readonly Line[] = [
  (where, when) => `I hear that you will be ${where} ${when}.`,
  (where, when) => `I saw that you will be ${where} ${when} as well.`,
  (where, when) => `So we will both be ${where} ${when}.`,
];
const SEE_YOU_ASK: readonly string[] = [
  'Shall we find a quiet corner for ten minutes?',
  'Would you have a moment to catch up there?',
  'Shall we have a coffee together there?',
];
const IF_YOU: readonly Line[] = [
  (where, when) => `Are you going to be ${where} ${when}?`,
  (where, when) => `Will I see you ${where} ${when}?`,
];
const IF_YOU_MORE: readonly string[] = [
  'I would be glad to catch up.',
  'It would be good to see you there.',
  'I will be there, and would be glad of your company.',
];
const COME: readonly ((when: string) => string)[] = [
  (when) => `I am having a few people for dinner ${when}, and would love to have you at the table.`,
  (when) => `There will be a dinner at mine ${when}, a small one, and I hope you can come.`,
];
const COME_ASK: readonly string[] = ['Could you make it?', 'Would that suit you?', 'Can I count you in?'];

/** Undefined where the reason is another. */
export function gatheringSentences(
  { candidate, lead, today, locale }: Parts,
  picker: WordingPicker,
): readonly string[] | undefined {
  const { gathering } = candidate;
  if (gathering === undefined || lead?.key !== gatheringKey(gathering)) return undefined;
  const context = { today, locale };
  if (gathering.kind === 'dinner') {
    const when = onDay(gathering.since, context);
    return [picker.pick('come', COME)(when), picker.pick('come-ask', COME_ASK)];
  }
  const [where, when] = [placedAt(plain(gathering.name)), tripDays(gathering, context)];
  return gathering.part === 'coming'
    ? [picker.pick('see-you', SEE_YOU)(where, when), picker.pick('see-you-ask', SEE_YOU_ASK)]
    : [picker.pick('if-you', IF_YOU)(where, when), picker.pick('if-you-more', IF_YOU_MORE)];
}
