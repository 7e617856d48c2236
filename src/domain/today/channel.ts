import { isSpoken } from '../keeping/open-threads.ts';
import type { Channel } from '../words.ts';
import type { Candidate } from './candidate.ts';

/** Which way to write when nothing is known of their habits: to friends first, to acquaintances first. */
const FRIENDS: readonly Channel[] = [
  'whatsapp',
  'signal',
  'telegram',
  'text',
  'email',
  'phone',
  'messenger',
  'instagram',
  'facebook',
  'linkedin',
  'mastodon',
  'x',
  'video',
  'card',
];
const ACQUAINTANCES: readonly Channel[] = [
  'email',
  'linkedin',
  'whatsapp',
  'signal',
  'telegram',
  'text',
  'messenger',
  'instagram',
  'mastodon',
  'facebook',
  'x',
  'phone',
  'video',
  'card',
];
const FRIENDS_FROM = 0.4;

/**
 * How to reach them: the channel they prefer, else the last one used if the card can do it, else the best one the card can
 * do. A meeting needs no address, so it stands in for a card without any; with nothing at all it is `other`.
 */
export function channelFor(
  candidate: Pick<Candidate, 'preferredChannel' | 'lastChannel' | 'channels' | 'closeness'>,
): Channel {
  const { preferredChannel, lastChannel, channels, closeness } = candidate;
  if (preferredChannel !== undefined) return preferredChannel;
  if (lastChannel !== undefined && channels.includes(lastChannel)) return lastChannel;
  const order = closeness >= FRIENDS_FROM ? FRIENDS : ACQUAINTANCES;
  const best = order.find((channel) => channels.includes(channel)) ?? channels[0];
  return best ?? (lastChannel === 'in-person' || lastChannel === 'event' ? 'in-person' : 'other');
}

/** The same for what has to be written: whoever is only met or called gets a text. */
export function writtenChannelFor(candidate: Candidate): Channel {
  const channel = channelFor(candidate);
  return isSpoken(channel) ? (candidate.channels.find((other) => !isSpoken(other)) ?? 'text') : channel;
}
