import type { Reason } from '../today/candidate.ts';
import type { Channel, DraftKind, DraftStyle, ReasonKind } from '../words.ts';

const KINDS: Readonly<Partial<Record<ReasonKind, DraftKind>>> = {
  'follow-up': 'follow-up',
  reply: 'reply',
  promise: 'promise',
  moment: 'congratulations',
  'check-in': 'check-in',
};
/** Reasons whose message is about one thing alone: no words for every such occasion could say it. */
const OF_THEIR_OWN: ReadonlySet<ReasonKind> = new Set(['resource', 'introduction', 'news', 'dormant']);

/** What a draft begins with: the strongest reason, but nobody speaks of time that has passed when a day of theirs is near. */
export function leadOf<R extends Pick<Reason, 'kind'>>(reasons: readonly R[]): R | undefined {
  const [strongest] = reasons;
  const isOnlyTime = strongest?.kind === 'rhythm' || strongest?.kind === 'quiet';
  return (isOnlyTime ? reasons.find(({ kind }) => kind === 'occasion') : undefined) ?? strongest;
}

/** What a draft is for that begins with this reason; a reminder, or time that has passed, asks for no more than a hello. */
export function draftKindOf(lead: Pick<Reason, 'kind' | 'key'> | undefined): DraftKind {
  if (lead?.kind === 'occasion') return lead.key.startsWith('occasion:birth') ? 'birthday' : 'anniversary';
  if (lead !== undefined && isTrip(lead)) return 'trip';
  return (lead && KINDS[lead.kind]) ?? 'hello';
}

/** Whether the message says what only it can say, so that neither the owner's own words for the kind nor a wish replace it. */
export function isOfItsOwn(lead: Pick<Reason, 'kind' | 'key'> | undefined): boolean {
  if (lead === undefined) return false;
  return OF_THEIR_OWN.has(lead.kind) || (lead.kind === 'gathering' && !isTrip(lead));
}

function isTrip({ kind, key }: Pick<Reason, 'kind' | 'key'>): boolean {
  return kind === 'gathering' && key.startsWith('trip:');
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
