import type { CalendarDate } from '../dates.ts';
import type { Candidate, Reason } from '../today/candidate.ts';
import type { NearHoliday } from '../today/holiday-reason.ts';
import { openerFor } from '../today/opener.ts';
import type { Channel, DraftKind, DraftLanguage, DraftStyle } from '../words.ts';
import { languageOf } from './habits.ts';
import { draftKindOf, leadOf, styleOf } from './kinds.ts';
import { subjectOf } from './subject.ts';
import type { Voice } from './voice.ts';

/** A message to begin with, ready to be changed. */
export interface Draft {
  readonly kind: DraftKind;
  readonly channel: Channel;
  readonly style: DraftStyle;
  readonly language: DraftLanguage;
  readonly text: string;
  /** The line above an e-mail; null elsewhere, and above an answer. */
  readonly subject: string | null;
}

export interface DraftRequest {
  /** What they may be about, the strongest first, in English. */
  readonly reasons: readonly Reason[];
  /** What it is for; what the strongest reason says when left out. */
  readonly kind?: DraftKind | undefined;
  readonly channel: Channel;
  readonly today: CalendarDate;
  readonly locale?: string;
  readonly voice?: Voice;
  readonly about?: string | undefined;
  readonly holiday?: NearHoliday | undefined;
  /** See `openerFor`. */
  readonly used?: Set<string>;
}

/** Kinds that say something true only where something is noted, and what that is. */
const GROUNDED: Readonly<Partial<Record<DraftKind, (candidate: Candidate) => boolean>>> = {
  promise: ({ promises }) => promises.length > 0,
  anniversary: ({ occasions }) => occasions.some(({ kind }) => kind !== 'birth' && kind !== 'birthday'),
  trip: ({ trip }) => trip !== undefined,
};

/** Whether there is anything such a draft could be about. */
export function isGrounded(kind: DraftKind, candidate: Candidate): boolean {
  return GROUNDED[kind]?.(candidate) ?? true;
}

/** A draft of a kind on a channel. @throws never; of the dead and for kinds that are not grounded there is none */
export function draftFor(candidate: Candidate, request: DraftRequest): Draft | undefined {
  const lead = leadOf(request.reasons);
  const kind = request.kind ?? draftKindOf(lead);
  if (candidate.deceased || !isGrounded(kind, candidate)) return undefined;
  const reasons = withKind(kind, candidate, request);
  const { channel, today, locale, voice, about, holiday, used } = request;
  const text = openerFor(candidate, {
    reasons,
    channel,
    today,
    kind,
    about,
    holiday,
    ...(locale !== undefined && { locale }),
    ...(voice && { voice }),
    ...(used && { used }),
  });
  const style = styleOf(channel);
  const language = languageOf(text);
  return { kind, channel, style, language, text, subject: style === 'email' ? subjectOf(kind, language) : null };
}

/** Of a promise that is not due, and a trip, one may still write. */
function withKind(kind: DraftKind, candidate: Candidate, { reasons, today }: DraftRequest): readonly Reason[] {
  if (reasons.some((reason) => draftKindOf(reason) === kind)) return reasons;
  const [promise] = candidate.promises;
  const reason = (name: Reason['kind'], key: string): Reason => ({ kind: name, key, text: '', date: today });
  if (kind === 'promise' && promise !== undefined) return [reason('promise', `promise:${promise.id}`)];
  if (kind === 'trip' && candidate.trip !== undefined) return [reason('gathering', `trip:${candidate.trip.id}`)];
  if (kind === 'hello') return [reason('rhythm', 'rhythm')];
  return reasons;
}
