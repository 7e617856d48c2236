import { stableHash } from '../keeping/hash.ts';
import type { IntroductionDraftKind, IntroductionSide, IntroductionState } from '../words.ts';

/** Who is in an introduction, and why it helps them. */
export interface Introduced {
  /** The whole name, by which the other hears of them. */
  readonly name: string;
  /** What one calls them. */
  readonly called: string;
  /** One sentence about the other: what they bring. Empty where nothing was written. */
  readonly why: string;
  /** How many introductions they were in before this one: each is worded anew. */
  readonly earlier: number;
}

export interface IntroductionDraft {
  readonly kind: IntroductionDraftKind;
  /** To whom: one of them, or both in one message. */
  readonly to: readonly IntroductionSide[];
  readonly text: string;
}

export interface DraftedIntroduction {
  readonly state: IntroductionState;
  readonly first: Introduced;
  readonly second: Introduced;
  readonly declinedBy: IntroductionSide | null;
}

/*
 * What one says in the course of an introduction. Read every line aloud before adding it. Nobody is pressed: an ask leaves
 * room for a no, and a no needs no ground. Of the other it tells only what the owner wrote as the ground.
 */

type Line = (words: { you: string; other: string; why: string }) => string;

const ASKS: readonly Line[] = [
  ({ you, other, why }) =>
    `Hi ${you}, I know somebody you might enjoy meeting: ${other}.${why} May I introduce the two of you? No is a perfectly good answer.`,
  ({ you, other, why }) =>
    `Hi ${you}, I have been thinking that you and ${other} should know each other.${why} Would you like me to connect you? If it does not fit just now, just say so.`,
  ({ you, other, why }) =>
    `Hi ${you}, would you be open to meeting ${other}?${why} I have not promised anything, so feel free to say no.`,
];

const SECOND_ASKS: readonly Line[] = [
  ({ you, other, why }) =>
    `Hi ${you}, I would love you to meet ${other}, who is glad to.${why} May I put you in touch? No is a perfectly good answer.`,
  ({ you, other, why }) =>
    `Hi ${you}, there is somebody I would like you to meet: ${other}.${why} ${other} is up for it; are you? If not, no harm done.`,
];

const REMINDERS: readonly Line[] = [
  ({ you, other }) =>
    `Hi ${you}, have you had a moment to think about meeting ${other}? No hurry, and no is fine as well.`,
  ({ you, other }) =>
    `Hi ${you}, just coming back to ${other}: shall I introduce you, or shall we leave it for now? Either is fine.`,
];

const AFTER: readonly Line[] = [
  ({ you, other }) => `Hi ${you}, did you and ${other} find the time to talk? I would love to hear how it went.`,
  ({ you, other }) => `Hi ${you}, how was it with ${other}? I am curious whether it was of use.`,
];

const THANKS: readonly Line[] = [
  ({ you, other }) => `Hi ${you}, thank you for making time for ${other}. It means a lot to me.`,
  ({ you, other }) => `Hi ${you}, thank you for being so open to meeting ${other}. That was kind of you.`,
];

const UNDERSTOOD: readonly Line[] = [
  ({ you }) => `Hi ${you}, thank you for telling me. We will leave it at that, and no harm done.`,
  ({ you }) => `Hi ${you}, that is completely fine. Thank you for thinking about it.`,
];

const LET_DOWN: readonly Line[] = [
  ({ you, other }) =>
    `Hi ${you}, it does not fit for ${other} just now, so I will leave it there. Thank you for being open to it.`,
];

/** What there is to say now. */
export function draftsOf(introduction: DraftedIntroduction): readonly IntroductionDraft[] {
  const one = (kind: IntroductionDraftKind, side: IntroductionSide, lines: readonly Line[]): IntroductionDraft => ({
    kind,
    to: [side],
    text: worded(introduction, side, lines),
  });
  switch (introduction.state) {
    case 'idea':
      return [one('ask', 'first', ASKS)];
    case 'asked-first':
      return [one('remind', 'first', REMINDERS)];
    case 'first-yes':
      return [one('ask', 'second', SECOND_ASKS)];
    case 'asked-second':
      return [one('remind', 'second', REMINDERS)];
    case 'both-yes':
      return [{ kind: 'make', to: ['first', 'second'], text: toBoth(introduction) }];
    case 'made':
      return [one('how-it-went', 'second', AFTER), one('how-it-went', 'first', AFTER)];
    case 'outcome':
      return [one('thank', 'first', THANKS), one('thank', 'second', THANKS)];
    case 'declined':
      return introduction.declinedBy === 'second'
        ? [one('thank', 'second', UNDERSTOOD), one('let-down', 'first', LET_DOWN)]
        : [one('thank', 'first', UNDERSTOOD)];
    case 'thanked':
    case 'dismissed':
      return [];
  }
}

function worded(introduction: DraftedIntroduction, side: IntroductionSide, lines: readonly Line[]): string {
  const [you, other] =
    side === 'first' ? [introduction.first, introduction.second] : [introduction.second, introduction.first];
  const line = lines[(stableHash(you.name) + you.earlier) % lines.length] ?? lines[0];
  return line?.({ you: you.called, other: other.name, why: spaced(you.why) }) ?? '';
}

/** One message to both, so that each hears the same. */
function toBoth({ first, second }: DraftedIntroduction): string {
  const ground = spaced(first.why) + spaced(second.why) === '' ? ' I think you will enjoy each other.' : '';
  return `${first.called}, meet ${second.name}.${spaced(first.why)} ${second.called}, meet ${first.name}.${spaced(second.why)}${ground} You both said yes, so I leave it to you from here; ${first.called}, would you like to begin?`;
}

const spaced = (why: string) => (why.trim() === '' ? '' : ` ${why.trim()}`);
