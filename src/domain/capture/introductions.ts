import type { CapturedIntroduction, PersonRef } from './capture.ts';
import type { Cast } from './cast.ts';
import type { Clause } from './clauses.ts';
import type { Reading } from './reading.ts';

/** Two people brought together: by the owner, in the owner's mind, or one of them with the owner. */

const PAIR = String.raw`@(\d+) (?:to|and|with) @(\d+)`;
const PATTERNS: readonly (readonly [CapturedIntroduction['kind'], RegExp])[] = [
  ['made', new RegExp(`^(?:(?:i|we|just|finally|also|today|have|'ve) )*(?:introduced|connected) ${PAIR}`)],
  [
    'idea',
    new RegExp(
      `^(?:(?:i|we|maybe|perhaps|also) )*(?:(?:should|could|might|must|want to|would like to|'d like to|ought to|need to|have to) )?(?:introduce|connect) ${PAIR}`,
    ),
  ],
  ['received', /^@(\d+) (?:kindly )?introduced (?:me|us) to @(\d+)/],
];

export interface ReadIntroduction {
  readonly introduction: CapturedIntroduction;
  /** An idea is no promise to either of them. */
  readonly reading: Reading;
}

export function readIntroductions(readings: readonly Reading[], cast: Cast): readonly ReadIntroduction[] {
  return readings.flatMap((reading) => {
    const { clause } = reading;
    for (const [kind, pattern] of PATTERNS) {
      const [, one, other] = pattern.exec(clause.pred) ?? [];
      const [first, second] = [refAt(clause, one, cast), refAt(clause, other, cast)];
      if (first === undefined || second === undefined || first === second) continue;
      return [{ introduction: { kind, first, second }, reading }];
    }
    return [];
  });
}

function refAt(clause: Clause, at: string | undefined, cast: Cast): PersonRef | undefined {
  const node = at === undefined ? undefined : clause.nodes[Number(at)];
  return node?.kind === 'name' ? cast.refsOf(node.mention)[0] : undefined;
}
