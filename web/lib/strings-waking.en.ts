import type { RevivalRating } from '../../src/domain/words.ts';

const ratings: Record<RevivalRating, string> = { glad: 'Glad', 'so-so': 'So-so', rest: 'Let it rest' };
const said: Record<RevivalRating, string> = {
  glad: 'You are in touch again, and glad of it.',
  'so-so': 'You are in touch again; it was so-so.',
  rest: 'You are in touch again, and let it rest.',
};

export const en = {
  asleep: 'Worth waking',
  woken: 'In touch again',
  howWasIt: 'How was it?',
  letGo: 'Let go for good',
  ratings,
  said,
  happenedTo: 'It happened to',
  everyoneAt: (organisation: string) => `everyone at ${organisation}`,
};

export type WakingStrings = typeof en;
