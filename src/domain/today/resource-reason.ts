import type { Candidate, WeighedReason } from './candidate.ts';
import { calledName, plain, sentence, shortened } from './phrases.ts';
import { type ReasonContext, wordsOf } from './reason-context.ts';

const LONGEST_TITLE = 90;

/** A quiet word about something that was kept and suits them; one at a time. */
export function resourceReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { resource } = candidate;
  if (resource === undefined) return undefined;
  const { because, meant } = resource;
  const title = shortened(plain(resource.title), LONGEST_TITLE);
  return {
    kind: 'resource',
    key: `resource:${resource.id}`,
    date: resource.addedOn,
    text: sentence(wordsOf(context).resource({ who: calledName(candidate), title, because, meant })),
    waited: 0,
    urgent: false,
    weight: meant ? 0.45 : 0.3,
  };
}
