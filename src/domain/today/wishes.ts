import type { Wordings } from './lines.ts';
import { isStanding, type Thread, type ThreadKind } from './thread.ts';

/*
 * What of theirs goes with a wish, for a birthday or a year: said as a wish too, so that it neither jumps nor asks. Read every
 * one aloud before adding it.
 */

const WISHES: Readonly<Partial<Record<ThreadKind, readonly ((t: string) => string)[]>>> = {
  kin: [(t) => `All my best to ${t}, too.`, (t) => `My best wishes to you and ${t}.`],
  since: [(t) => `I hope all has gone well since ${t}.`],
  interest: [(t) => `I wish you plenty of time for ${t}.`, (t) => `I hope there will be time for ${t}.`],
  still: [(t) => `I hope you still ${t}.`],
  ongoing: [(t) => `I hope ${t} is going well.`],
  hope: [(t) => `Perhaps it is the year to ${t}.`, (t) => `I hope it is the year to ${t}.`],
  role: [(t) => `I hope you are enjoying life as ${t}.`],
};
/** "Teach one day" may be this year. */
const SOME_DAY = /,? (?:one day|some day|someday|eventually|(?:from )?(?:this|next) year)$/i;

/** A wish about what is theirs; undefined for what goes with none. */
export function wishesOf(thread: Thread | undefined): Wordings | undefined {
  if (thread === undefined || thread.mood !== 'light' || isStanding(thread)) return undefined;
  const lines = WISHES[thread.kind];
  return lines && { label: `wish-${thread.kind}`, lines: lines.map((line) => line(thread.text.replace(SOME_DAY, ''))) };
}
