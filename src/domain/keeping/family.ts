/** Family that follows from the ties that were noted: two steps, and only where both steps leave one reading. */

export interface FamilyTie {
  readonly personId: string;
  /** What the other is to the person. */
  readonly kind: string;
  readonly otherId: string;
}

export interface ProbableTie {
  readonly otherId: string;
  /** What the other probably is to the person. */
  readonly kind: string;
  /** Through whom, and what the other is to them. */
  readonly viaId: string;
  readonly viaKind: string;
}

type Step = 'spouse' | 'parent' | 'child' | 'sibling';

const STEPS: Readonly<Record<string, Step>> = {
  spouse: 'spouse',
  husband: 'spouse',
  wife: 'spouse',
  partner: 'spouse',
  parent: 'parent',
  mother: 'parent',
  father: 'parent',
  child: 'child',
  daughter: 'child',
  son: 'child',
  sibling: 'sibling',
  brother: 'sibling',
  sister: 'sibling',
};

/** First what someone is to me, then what the other is to them. Each rule has its mirror image, so both sides read alike. */
const RULES: Readonly<Partial<Record<`${Step} ${Step}`, string>>> = {
  'spouse child': 'child',
  'parent spouse': 'parent',
  'parent child': 'sibling',
  'sibling sibling': 'sibling',
  'sibling parent': 'parent',
  'child sibling': 'child',
  'parent parent': 'grandparent',
  'child child': 'grandchild',
  'parent sibling': 'aunt or uncle',
  'sibling child': 'niece or nephew',
};

/** True for a tie from which family can follow: spouse, parent, child, sibling in any of their words. */
export function isNearFamily(kind: string): boolean {
  return STEPS[kind.toLowerCase()] !== undefined;
}

/**
 * Who is probably family of a person, by the noted ties of the person and of their nearest. Nobody who has a tie to them
 * already, and nobody who could be two things at once: a guess is only worth making when there is one.
 */
export function probableFamily(personId: string, ties: readonly FamilyTie[]): ProbableTie[] {
  const from = Map.groupBy(ties, (tie) => tie.personId);
  const known = new Set([personId, ...(from.get(personId) ?? []).map((tie) => tie.otherId)]);
  const found = (from.get(personId) ?? []).flatMap((near) =>
    (from.get(near.otherId) ?? []).flatMap((far): ProbableTie[] => {
      const kind = kindThrough(near.kind, far.kind);
      return kind === undefined || known.has(far.otherId)
        ? []
        : [{ otherId: far.otherId, kind, viaId: near.otherId, viaKind: far.kind }];
    }),
  );
  return [...Map.groupBy(found, (tie) => tie.otherId).values()].flatMap((readings) => {
    const [first] = readings;
    return first !== undefined && readings.every((reading) => reading.kind === first.kind) ? [first] : [];
  });
}

function kindThrough(near: string, far: string): string | undefined {
  const [first, second] = [STEPS[near.toLowerCase()], STEPS[far.toLowerCase()]];
  return first === undefined || second === undefined ? undefined : RULES[`${first} ${second}`];
}
