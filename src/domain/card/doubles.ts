import type { Card } from './jscontact.ts';
import { compareWords, nameWords, sharesGivenName } from './same-name.ts';

/** How likely two cards are one person, on plain evidence: what they share and what speaks against it. */
export interface DoubleScore {
  /** The probability, 0 to 1, that both are one person. */
  readonly score: number;
  readonly band: 'certain' | 'likely' | 'possible';
  /** What speaks for it, one plain phrase each. */
  readonly reasons: readonly string[];
}

/** What the network knows of the pair. */
export interface PairEvidence {
  /** Kinds of identity they share: `email`, `phone`, `profile`, `uid`. */
  readonly shared: ReadonlySet<string>;
  /** Whether nobody else in the network has this name. */
  readonly nameIsRare: boolean;
}

const CERTAIN = 0.95;
const LIKELY = 0.8;
/** Below this a pair is not worth a question. */
const WORTH_ASKING = 0.5;

/** What of a card is compared: taken once, however many others it is compared with. */
export interface Traits {
  readonly card: Card;
  readonly words: readonly string[];
  readonly organizations: readonly string[];
  readonly birthdays: readonly string[];
  readonly places: readonly string[];
  readonly titles: readonly string[];
  readonly linkedIn: readonly string[];
  readonly suffixes: readonly string[];
}

export function traitsOf(card: Card): Traits {
  return {
    card,
    words: nameWords(card),
    organizations: organizations(card),
    birthdays: birthdays(card),
    places: places(card),
    titles: titles(card),
    linkedIn: linkedIn(card),
    suffixes: suffixes(card),
  };
}

/** Weighs the evidence as log-odds; undefined when it is not worth a question. */
export function scoreDouble(a: Traits, b: Traits, evidence: PairEvidence): DoubleScore | undefined {
  const names = compareWords(a.words, b.words);
  const reasons: string[] = [];
  let odds = -4;
  const because = (weight: number, reason: string) => {
    odds += weight;
    reasons.push(reason);
  };
  if (names === 'same') because(a.words.length > 1 ? 3.2 : 1.8, 'the same name');
  else if (names === 'compatible') because(2, 'names that fit');
  else if (names === 'related' && sharesGivenName(a.card, b.card)) because(1, 'the same given name');
  else if (names === 'different') odds -= 3;
  if (names === 'same' && evidence.nameIsRare && a.words.length > 1) because(1.3, 'nobody else has this name');
  if (evidence.shared.has('uid')) because(6, 'the same card id');
  if (evidence.shared.has('profile')) because(5, 'the same profile');
  if (evidence.shared.has('email')) because(4.5, 'the same e-mail address');
  if (evidence.shared.has('phone')) because(3.5, 'the same phone number');
  for (const [agrees, weight, reason] of agreements(a, b)) if (agrees) because(weight, reason);
  for (const weight of contradictions(a, b, evidence)) odds -= weight;
  const score = 1 / (1 + Math.exp(-odds));
  if (score < WORTH_ASKING || reasons.length === 0) return undefined;
  const rounded = Math.round(score * 1000) / 1000;
  return { score: rounded, band: rounded >= CERTAIN ? 'certain' : rounded >= LIKELY ? 'likely' : 'possible', reasons };
}

function agreements(a: Traits, b: Traits): [boolean, number, string][] {
  return [
    [overlap(a.organizations, b.organizations), 2.2, 'the same organisation'],
    [overlap(a.birthdays, b.birthdays), 3, 'the same birthday'],
    [overlap(a.places, b.places), 1.2, 'the same town'],
    [overlap(a.titles, b.titles), 0.8, 'the same title'],
  ];
}

/** A person has one birthday and, as a rule, one profile of a kind. */
function contradictions(a: Traits, b: Traits, evidence: PairEvidence): number[] {
  const differ = (mine: readonly string[], theirs: readonly string[]) =>
    mine.length > 0 && theirs.length > 0 && !overlap(mine, theirs);
  const weights: number[] = [];
  if (differ(a.birthdays, b.birthdays)) weights.push(5);
  if (differ(a.linkedIn, b.linkedIn) && !evidence.shared.has('profile')) weights.push(3);
  if (a.suffixes.join() !== b.suffixes.join() && a.suffixes.length > 0 && b.suffixes.length > 0) weights.push(6);
  return weights;
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim();
const overlap = (a: readonly string[], b: readonly string[]) => a.some((value) => b.includes(value));
const organizations = (card: Card) =>
  Object.values(card.organizations ?? {}).flatMap((one) =>
    one.name
      ? [
          fold(one.name)
            .replace(/[,.]|\b(inc|llc|ltd|gmbh|bv|ag|sa)\b/g, '')
            .trim(),
        ]
      : [],
  );
const titles = (card: Card) => Object.values(card.titles ?? {}).map((one) => fold(one.name));
const suffixes = (card: Card) =>
  (card.name?.components ?? []).filter((part) => part.kind === 'generation').map((part) => fold(part.value));
const linkedIn = (card: Card) =>
  Object.values(card.onlineServices ?? {}).flatMap((one) =>
    fold(one.service ?? '') === 'linkedin' ? [fold(one.uri ?? one.user ?? '')] : [],
  );
const places = (card: Card) =>
  Object.values(card.addresses ?? {}).flatMap((one) =>
    (one.components ?? []).filter((part) => part.kind === 'locality').map((part) => fold(part.value)),
  );
const birthdays = (card: Card) =>
  Object.values(card.anniversaries ?? {}).flatMap(({ kind, date }) =>
    kind === 'birth' && 'month' in date && date.month !== undefined && date.day !== undefined
      ? [`${date.month}-${date.day}`]
      : [],
  );
