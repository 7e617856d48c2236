import type { PersonRef, Pronoun } from './capture.ts';
import type { Cast } from './cast.ts';
import { type Clause, nodeAt } from './clauses.ts';
import { isPredicate } from './slots.ts';
import { isCapitalized } from './tokens.ts';

/** Whom a statement is about, and what it says of them. */
export interface Subject {
  /** `first` is I or we, also "Ada and I". */
  readonly kind: 'first' | 'third' | 'none';
  readonly refs: readonly PersonRef[];
  readonly pronoun?: Pronoun;
  /** Named, not left to a pronoun. */
  readonly isNamed: boolean;
  /** "Ada's", "her". */
  readonly isPossessive: boolean;
  /** Of `pred`, behind the subject. */
  readonly rest: string;
  readonly offset: number;
}

const LEAD =
  /^(?:(?:and|but|also|so|oh|btw|apparently|then|because|when|now|plus|well|todo|note|that|turns out|it turns out|it was|yesterday was|later|afterwards|finally|it 's|its|it is|today is|is|mr|mrs|ms|dr|prof|professor|my \S+(?: \S+)?(?= @\d)|can you|could you|please|how about|what about|good news|sadly|unfortunately|luckily|~\d+|on|in|at|:|-) )*/;
const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['she', 'she'],
  ['her', 'she'],
  ['he', 'he'],
  ['his', 'he'],
  ['him', 'he'],
  ['they', 'they'],
  ['their', 'they'],
  ['them', 'they'],
]);

/** Reads the subject at the start of a statement; `from` skips what has been read of it. */
export function readSubject(clause: Clause, cast: Cast, from = 0): Subject {
  const lead = LEAD.exec(clause.pred.slice(from))?.[0].length ?? 0;
  const offset = from + lead;
  const rest = clause.pred.slice(offset);
  return (
    readNames(clause, cast, rest, offset) ??
    readPronoun(cast, rest, offset) ?? { kind: 'none', refs: [], isNamed: false, isPossessive: false, rest, offset }
  );
}

function readNames(clause: Clause, cast: Cast, rest: string, offset: number): Subject | undefined {
  const match =
    /^(?:(?:me|i|she|he) and )?@\d+(?: 's)?(?:(?: and)? @\d+(?: 's)?)*(?: and (?:i|me|my \w+)| and (?:his|her|their) (?:wife|husband|partner|spouse|girlfriend|boyfriend|fiancee?)(?= (?:are|were|have|had|just|both|got|split|separated|broke|filed|moved|bought|adopted|welcomed|'re|'ve)(?: |$)))?(?= |$)/.exec(
      rest,
    );
  if (match === null) return undefined;
  const said = match[0];
  const refs = [...said.matchAll(/@(\d+)/g)].flatMap(([, index]) => {
    const node = clause.nodes[Number(index)];
    return node?.kind === 'name' ? cast.refsOf(node.mention) : [];
  });
  const pronoun = PRONOUNS.get(/^\S+/.exec(said)?.[0] ?? '');
  const stranger = said.endsWith("'s") ? 0 : strangerLength(clause, offset + said.length + 1);
  if (pronoun !== undefined) refs.unshift(...cast.resolve(pronoun).filter((ref) => !refs.includes(ref)));
  const end = offset + Math.min(rest.length, said.length + 1 + stranger);
  const isWithMe = /\b(?:i|me)\b/.test(said);
  return {
    kind: isWithMe ? 'first' : 'third',
    refs,
    isNamed: true,
    isPossessive: said.endsWith("'s"),
    rest: clause.pred.slice(end),
    offset: end,
  };
}

/** Of "and Charles " behind a name, when it is nobody known and both are the subject: "Ada and Charles got engaged". */
function strangerLength(clause: Clause, offset: number): number {
  const at = nodeAt(clause, offset);
  const [and, name, verb] = clause.nodes.slice(at, at + 3);
  const isBoth =
    and?.kind === 'word' &&
    and.fold === 'and' &&
    name?.kind === 'word' &&
    isCapitalized(name.text) &&
    verb?.kind === 'word' &&
    isPredicate(verb);
  return isBoth ? (clause.offsets[at + 2] ?? offset) - offset : 0;
}

function readPronoun(cast: Cast, rest: string, offset: number): Subject | undefined {
  const [, word = '', next = ''] = /^(\S+)(?: (\S+))?/.exec(rest) ?? [];
  const skip = (length: number) => ({ rest: rest.slice(length), offset: offset + length });
  const behind = Math.min(rest.length, word.length + 1);
  if (word === 'i' || word === 'we' || word === 'me')
    return { kind: 'first', refs: [], isNamed: false, isPossessive: false, ...skip(behind) };
  if (word === 'who')
    return { kind: 'third', refs: cast.resolve(undefined), isNamed: false, isPossessive: false, ...skip(behind) };
  const pronoun = PRONOUNS.get(word);
  if (pronoun === undefined) return undefined;
  const isPossessive = word === 'her' || word === 'his' || word === 'their';
  // "her" and "them" at the head of a statement are subjects only when something is theirs
  if ((word === 'her' && !/^\p{L}/u.test(next)) || word === 'him' || word === 'them') return undefined;
  return { kind: 'third', refs: cast.resolve(pronoun), pronoun, isNamed: false, isPossessive, ...skip(behind) };
}

/** The people a statement mentions as its object, between two offsets: names, or "her", "him", "them". */
export function objectsOf(
  clause: Clause,
  cast: Cast,
  from: number,
  to = Number.POSITIVE_INFINITY,
): readonly PersonRef[] {
  for (const node of clause.nodes.slice(nodeAt(clause, from), nodeAt(clause, to))) {
    if (node.kind === 'name') return cast.refsOf(node.mention);
    const pronoun = node.kind === 'word' ? PRONOUNS.get(node.fold) : undefined;
    const refs = pronoun === undefined ? [] : cast.resolve(pronoun);
    if (refs.length > 0) return refs;
  }
  return [];
}
