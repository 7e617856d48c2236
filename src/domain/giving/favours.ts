import type { CalendarDate } from '../dates.ts';
import { moodOf } from '../today/patterns.ts';
import { plain, shortened } from '../today/phrases.ts';
import type { FactKind, FavourKind } from '../words.ts';
import { type Exchange, thanksInPublic, thanksOwed } from './exchange.ts';

/** Something concrete to do for somebody in five minutes. */
export interface Favour {
  readonly kind: FavourKind;
  /** To the owner: `Send Ada something on tidal power`. */
  readonly text: string;
  /** The same once it is done, for the ledger: `Sent something on tidal power`. */
  readonly done: string;
}

export interface FavourContext {
  readonly name: string;
  readonly today: CalendarDate;
  /** Newest first; private ones too, since only the owner reads this. */
  readonly facts: readonly { readonly kind: FactKind; readonly text: string; readonly private?: boolean }[];
  readonly exchanges: readonly Exchange[];
  /** They have a hard time: nothing is asked of them, nothing praised. */
  readonly isHardTime: boolean;
}

const MOST = 4;
const LONGEST = 60;

type Maker = (name: string, what: string) => Favour;

/** What each kind of fact invites to, in the order of how much it helps. */
const INVITES: readonly (readonly [kind: FactKind, make: Maker])[] = [
  [
    'need',
    (name, what) => ({
      kind: 'introduction',
      text: `${name} needs: ${what}. Whom do you know who could help? Ask both first.`,
      done: `Looked for somebody for: ${what}`,
    }),
  ],
  [
    'challenge',
    (name, what) => ({
      kind: 'article',
      text: `Send ${name} one thing that may help with: ${what}.`,
      done: `Sent something on: ${what}`,
    }),
  ],
  [
    'goal',
    (name, what) => ({
      kind: 'cheer',
      text: `Ask ${name} how it goes with this, and offer an hour: ${what}.`,
      done: `Asked after, and offered help with: ${what}`,
    }),
  ],
  [
    'success',
    (name, what) => ({
      kind: 'recommendation',
      text: `Praise ${name} where others read it, in a recommendation or a post: ${what}.`,
      done: `Praised in public: ${what}`,
    }),
  ],
  [
    'offer',
    (name, what) => ({
      kind: 'advice',
      text: `Ask ${name} for advice; it honours what they know: ${what}.`,
      done: `Asked for advice on: ${what}`,
    }),
  ],
  [
    'work',
    (name, what) => ({
      kind: 'feedback',
      text: `Offer ${name} your honest eye on what they are making: ${what}.`,
      done: `Gave feedback on: ${what}`,
    }),
  ],
  [
    'interest',
    (name, what) => ({
      kind: 'article',
      text: `Send ${name} one thing you liked about: ${what}.`,
      done: `Sent something about: ${what}`,
    }),
  ],
];

/** A few favours that fit this person, the most helpful first, none of them done already. */
export function favoursFor({ name, today, facts, exchanges, isHardTime }: FavourContext): readonly Favour[] {
  if (isHardTime) return [handFor(name)];
  const found: Favour[] = [];
  const owed = thanksOwed(exchanges, today);
  if (owed) {
    const what = said(owed.text);
    found.push({ kind: 'thanks', text: `Thank ${name} for this: ${what}.`, done: `Gave thanks for: ${what}` });
  }
  for (const [kind, make] of INVITES) {
    // A death or an illness is no occasion for a favour in five minutes; the check-ins are for that.
    const fact = facts.find((one) => one.kind === kind && said(one.text) !== '' && moodOf(one.text) === 'light');
    if (fact === undefined) continue;
    const favour = make(name, said(fact.text));
    // Only the owner reads this now; what stands in the ledger is read, exported and thanked for later.
    found.push(fact.private === true ? { ...favour, done: `${favour.done.split(':')[0]}: something private` } : favour);
  }
  const praised = thanksInPublic(exchanges, today);
  if (praised) {
    const what = said(praised.text);
    found.push({
      kind: 'public-thanks',
      text: `Thank ${name} where others read it: ${what}.`,
      done: `Gave thanks in public for: ${what}`,
    });
  }
  found.push({
    kind: 'hello',
    text: `Tell ${name} one thing you value in them, and ask for nothing.`,
    done: 'Said what I value in them',
  });
  const done = new Set(exchanges.map(({ text }) => text));
  return found.filter((favour) => !done.has(favour.done)).slice(0, MOST);
}

const handFor = (name: string): Favour => ({
  kind: 'hello',
  text: `Offer ${name} one concrete thing, a meal or an errand, and expect no answer.`,
  done: 'Offered a hand',
});

function said(text: string): string {
  return shortened(plain(text), LONGEST).replace(/[.!?…]+$/u, '');
}
