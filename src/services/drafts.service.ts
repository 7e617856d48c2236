import type { Answer, Body, Query } from '../contract/routes.ts';
import type { Settings } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import type { Candidate } from '../domain/today/candidate.ts';
import { channelFor } from '../domain/today/channel.ts';
import { calledName } from '../domain/today/phrases.ts';
import { inEnglish, reasonsFor } from '../domain/today/reasons.ts';
import { type Draft, draftFor, isGrounded } from '../domain/words/draft.ts';
import { draftKindOf, leadOf, styleOf } from '../domain/words/kinds.ts';
import { type Remark, remarksOn } from '../domain/words/remarks.ts';
import type { Voice } from '../domain/words/voice.ts';
import type { Channel, DraftKind } from '../domain/words.ts';
import type { Scope } from '../storage/store.ts';
import { loadCandidates, todaySettings } from './candidates.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { readSettings } from './read-settings.ts';
import { readVoice } from './voice.ts';

/** Drafts on demand, and what may be said about one. Only reads. */

export interface Drafting {
  readonly candidate: Candidate;
  readonly today: CalendarDate;
  readonly settings: Settings;
  readonly voice: Voice;
}

/** Everything a draft to this person is made from. @throws AppError `not-found`; `conflict` for somebody who has died */
export async function loadDrafting(context: Context, personId: string): Promise<Drafting> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const [candidate] = await loadCandidates(scope, [personId], today);
  if (!candidate) throw new AppError('not-found', 'This person is not here (any more).');
  if (candidate.deceased) throw new AppError('conflict', `${candidate.name} has died. There is nobody to write to.`);
  return { candidate, today, settings, voice: await readVoice(scope, settings) };
}

/** A draft with what may be said about it. @throws AppError `conflict` where nothing is noted that such a draft could be about */
export async function draftTo(
  context: Context,
  personId: string,
  { kind, channel, about }: Pick<Query<'getDraft'>, 'kind' | 'channel' | 'about'>,
): Promise<Answer<'getDraft'>> {
  const drafting = await loadDrafting(context, personId);
  const draft = draftOf(drafting, { kind, channel, about });
  if (draft === undefined) {
    const { name } = drafting.candidate;
    throw new AppError('conflict', `${NOTHING_THERE[kind ?? 'hello'] ?? 'There is nothing to write about'}: ${name}.`);
  }
  return { ...draft, remarks: remarks(drafting, { ...draft, text: draft.text }).map((remark) => ({ ...remark })) };
}

const NOTHING_THERE: Readonly<Partial<Record<DraftKind, string>>> = {
  promise: 'There is no open promise between you. Note one first (“tendril promise”), or choose another kind',
  anniversary: 'No anniversary is on the card. Add the day first, or choose another kind',
  trip: 'No trip of yours leads to where they live. Plan one first (“tendril trip add”), or choose another kind',
};

export function draftOf(
  { candidate, today, settings, voice }: Drafting,
  {
    kind,
    channel,
    about,
    used,
  }: {
    kind?: DraftKind | undefined;
    channel?: Channel | undefined;
    about?: string | undefined;
    used?: Set<string>;
  },
): Draft | undefined {
  const context = { today, settings: todaySettings(settings) };
  const reasons = inEnglish(reasonsFor(candidate, context), candidate, context);
  const wanted = kind ?? draftKindOf(leadOf(reasons));
  // A reason of another moment of the day may have gone since: then one says hello.
  const usable = kind === undefined && !isGrounded(wanted, candidate) ? 'hello' : kind;
  return draftFor(candidate, {
    reasons,
    kind: usable,
    channel: channel ?? channelFor(candidate),
    today,
    locale: settings.locale,
    voice,
    about,
    ...(used && { used }),
  });
}

/** What a thoughtful friend would say about these words. */
export async function remarkOn(
  context: Context,
  personId: string,
  { text, channel, kind }: Body<'remarkOnDraft'>,
): Promise<Answer<'remarkOnDraft'>> {
  const drafting = await loadDrafting(context, personId);
  const { candidate, today, settings } = drafting;
  const reasons = reasonsFor(candidate, { today, settings: todaySettings(settings) });
  const found = remarks(drafting, {
    text,
    kind: kind ?? draftKindOf(leadOf(reasons)),
    style: styleOf(channel ?? channelFor(candidate)),
  });
  return { remarks: found.map((remark) => ({ ...remark })) };
}

function remarks(
  { candidate, today, settings }: Drafting,
  { text, kind, style }: Pick<Draft, 'text' | 'kind' | 'style'>,
): readonly Remark[] {
  if (style === 'talk') return [];
  return remarksOn(text, {
    names: [calledName(candidate), candidate.name],
    kind,
    style,
    today,
    facts: candidate.facts,
    said: candidate.said ?? new Set(),
    language: /^de\b/i.test(settings.locale) ? 'de' : 'en',
  });
}

/** Drafts to several people at once, no two alike. */
export async function draftsTo(
  scope: Scope,
  ids: readonly string[],
  { today, settings, kind, channel }: { today: CalendarDate; settings: Settings; kind: DraftKind; channel: Channel },
): Promise<ReadonlyMap<string, Draft>> {
  const voice = await readVoice(scope, settings);
  const used = new Set<string>();
  const drafts = new Map<string, Draft>();
  for (const candidate of await loadCandidates(scope, ids, today)) {
    const draft = draftOf({ candidate, today, settings, voice }, { kind, channel, used });
    if (draft !== undefined) drafts.set(candidate.personId, draft);
  }
  return drafts;
}
