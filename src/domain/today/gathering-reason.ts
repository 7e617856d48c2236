import { addDays } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import type { Candidate, WeighedReason } from './candidate.ts';
import { calledName, plain, sentence, shortened } from './phrases.ts';
import { type ReasonContext, say, wordsOf } from './reason-context.ts';

/** From so many days before a gathering one tells those whom one hopes to see. */
export const GATHERING_NOTICE_DAYS = 7;
const LONGEST = 90;

/** Whoever one wants to meet is there soon. A word since the days began answers it. */
export function gatheringReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { gathering, lastContact } = candidate;
  const { today } = context;
  if (gathering === undefined || gathering.until < today || daysApart(today, gathering.since) > GATHERING_NOTICE_DAYS)
    return undefined;
  if (lastContact !== undefined && lastContact >= addDays(gathering.since, -GATHERING_NOTICE_DAYS)) return undefined;
  const told = {
    who: calledName(candidate),
    gathering: { ...gathering, name: shortened(plain(gathering.name), LONGEST) },
    say: shortened(plain(gathering.say), LONGEST),
  };
  return {
    kind: 'gathering',
    key: gatheringKey(gathering),
    date: gathering.since,
    text: sentence(wordsOf(context).gathering(told, say(context))),
    waited: 0,
    urgent: false,
    weight: 0.65,
  };
}

export function gatheringKey({ id, time }: { readonly id: string; readonly time: string }): string {
  return `gathering:${id}${time && `:${time}`}`;
}
