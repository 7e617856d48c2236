import type { Reason } from '../today/candidate.ts';
import type { Channel, DraftKind, DraftStyle, ReasonKind } from '../words.ts';

const KINDS: Readonly<Partial<Record<ReasonKind, DraftKind>>> = {
  'follow-up': 'follow-up',
  reply: 'reply',
  promise: 'promise',
  moment: 'congratulations',
  'check-in': 'check-in',
  gathering: 'trip',
};

/** What a draft begins with: the strongest reason, but nobody speaks of time that has passed when a day of theirs is near. */
export function leadOf<R extends Pick<Reason, 'kind'>>(reasons: readonly R[]): R | undefined {
  const [strongest] = reasons;
  const isOnlyTime = strongest?.kind === 'rhythm' || strongest?.kind === 'quiet';
  return (isOnlyTime ? reasons.find(({ kind }) => kind === 'occasion') : undefined) ?? strongest;
}

/** What a draft is for that begins with this reason; a reminder, or time that has passed, asks for no more than a hello. */
export function draftKindOf(lead: Pick<Reason, 'kind' | 'key'> | undefined): DraftKind {
  if (lead?.kind === 'occasion') return lead.key.startsWith('occasion:birth') ? 'birthday' : 'anniversary';
  return (lead && KINDS[lead.kind]) ?? 'hello';
}

const STYLES: Readonly<Partial<Record<Channel, DraftStyle>>> = {
  email: 'email',
  card: 'card',
  phone: 'talk',
  video: 'talk',
  'in-person': 'talk',
  event: 'talk',
};

/** How long and in what shape a channel wants it. */
export function styleOf(channel: Channel): DraftStyle {
  return STYLES[channel] ?? 'short';
}
