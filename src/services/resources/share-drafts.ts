import type { ResourceFit, Settings } from '../../contract/shapes.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { isHardTime } from '../../domain/keeping/moments.ts';
import { isSpoken } from '../../domain/keeping/open-threads.ts';
import type { Candidate, FittingResource } from '../../domain/today/candidate.ts';
import { channelFor } from '../../domain/today/channel.ts';
import { openerFor } from '../../domain/today/opener.ts';
import { calledName, sentence } from '../../domain/today/phrases.ts';
import { wordsIn } from '../../domain/today/words/words.ts';
import type { Channel } from '../../domain/words.ts';
import { breathe } from '../../storage/dialects/breathe.ts';
import { findPeople, findStates } from '../../storage/repositories/person.repository.ts';
import type { Scope } from '../../storage/store.ts';
import { loadCandidates } from '../candidates.ts';
import type { Context } from '../context.ts';
import { reachOf } from '../reach.ts';

export interface ThingForSomebody {
  readonly personId: string;
  readonly resource: FittingResource;
}

/**
 * Why each thing suits its person, and what to say with it: no two of the drafts are the same. Who has it hard is left in
 * peace, unless the owner meant it for them.
 */
export async function draftsFor(
  context: Context,
  scope: Scope,
  {
    things,
    today,
    settings,
  }: { things: readonly ThingForSomebody[]; today: CalendarDate; settings: Pick<Settings, 'locale' | 'country'> },
): Promise<{ readonly thing: ThingForSomebody; readonly fit: ResourceFit }[]> {
  const ids = [...new Set(things.map(({ personId }) => personId))];
  const candidates = new Map((await loadCandidates(scope, ids, today)).map((one) => [one.personId, one]));
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const cards = new Map((await findPeople(scope, ids)).map(({ id, card }) => [id, JSON.parse(card) as Card]));
  const used = new Set<string>();
  const drafted: { readonly thing: ThingForSomebody; readonly fit: ResourceFit }[] = [];
  for (const thing of things) {
    await breathe();
    const { personId, resource } = thing;
    const candidate = candidates.get(personId);
    const state = states.get(personId);
    const card = cards.get(personId);
    if (!candidate || !state || !card || candidate.deceased || candidate.archived) continue;
    if (!resource.meant && isHardTime(candidate.moments ?? [], today)) continue;
    const channel = writtenTo(candidate);
    const why = wordsIn(settings.locale).fits({ who: calledName(candidate), ...resource });
    const fit = {
      personId,
      name: state.name,
      initials: state.initials,
      photo: state.photo,
      headline: state.headline,
      why: sentence(why),
      meant: resource.meant,
      channel,
      draft: draftOf({ ...candidate, resource }, { channel, today, locale: settings.locale, used }),
      reach: reachOf(card, {
        preferred: channel,
        phoneKey: (number) => context.store.phoneKey(number, settings.country),
      }),
    };
    drafted.push({ thing, fit });
  }
  return drafted;
}

function draftOf(
  candidate: Candidate & { readonly resource: FittingResource },
  options: { channel: Channel; today: CalendarDate; locale: string; used: Set<string> },
): string {
  const { id, addedOn } = candidate.resource;
  return openerFor(candidate, {
    reasons: [{ kind: 'resource', key: `resource:${id}`, text: '', date: addedOn }],
    ...options,
  });
}

/** A page is sent, not read out. */
function writtenTo(candidate: Candidate): Channel {
  const channel = channelFor(candidate);
  return isSpoken(channel) ? (candidate.channels.find((one) => !isSpoken(one)) ?? 'other') : channel;
}
