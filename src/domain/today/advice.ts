import { OFFERED_RHYTHMS } from '../keeping/rhythm.ts';
import type { Candidate, TodaySettings } from './candidate.ts';
import type { SlowerRhythm } from './words/reason-words.ts';
import { wordsIn } from './words/words.ts';

/**
 * A sentence when the rhythms together ask for more people a day than the day holds, and which slower rhythms would make
 * room; undefined while they fit. People who are archived or paused without end ask for nothing.
 */
export function rhythmAdvice(
  candidates: readonly Candidate[],
  { capacity, locale }: Pick<TodaySettings, 'capacity' | 'locale'>,
): string | undefined {
  const groups = groupByRhythm(candidates);
  let load = loadOf(groups);
  if (load <= capacity) return undefined;
  const asked = Math.max(capacity + 1, Math.round(load));
  const steps: SlowerRhythm[] = [];
  // Slowing the heaviest group first gives the most room for the fewest decisions.
  for (const group of [...groups].sort(
    (a, b) => b.people / b.rhythmDays - a.people / a.rhythmDays || (a.label < b.label ? -1 : 1),
  )) {
    const others = load - group.people / group.rhythmDays;
    const slower = OFFERED_RHYTHMS.filter((days) => days > group.rhythmDays);
    const enough = slower.find((days) => others + group.people / days <= capacity) ?? slower.at(-1);
    if (enough === undefined) continue;
    steps.push({ circle: group.circle, from: group.rhythmDays, to: enough });
    load = others + group.people / enough;
    if (load <= capacity) break;
  }
  return wordsIn(locale).advice({ asked, capacity, steps });
}

interface RhythmGroup {
  readonly circle: string | undefined;
  readonly label: string;
  readonly rhythmDays: number;
  readonly people: number;
}

function groupByRhythm(candidates: readonly Candidate[]): readonly RhythmGroup[] {
  const groups = new Map<string, RhythmGroup>();
  for (const candidate of candidates) {
    const { rhythmDays, archived, deceased, pausedFrom, pausedUntil } = candidate;
    if (rhythmDays === undefined || rhythmDays === null || rhythmDays < 1 || archived || deceased) continue;
    if (pausedFrom !== undefined && pausedUntil === undefined) continue;
    const label = candidate.circle ?? 'people with a rhythm of their own';
    const key = `${label}\n${rhythmDays}`;
    groups.set(key, { circle: candidate.circle, label, rhythmDays, people: (groups.get(key)?.people ?? 0) + 1 });
  }
  return [...groups.values()];
}

function loadOf(groups: readonly RhythmGroup[]): number {
  return groups.reduce((sum, group) => sum + group.people / group.rhythmDays, 0);
}
