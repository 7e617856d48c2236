import type { Channel, Direction } from '../words.ts';
import type { Random } from './random.ts';
import type { Profile } from './roster.ts';

/** Who began: read off the first words, since a text says who acted. The last touch is never left unanswered by accident. */
export function directionOf(text: string, channel: Channel, last: boolean): Direction {
  if (channel === 'in-person' || channel === 'event' || channel === 'video') return 'mutual';
  if (
    /^(Sent|Asked|Wrote|Told|Gave|Recommended|Returned|Offered|Read|Thanked|A card|Birthday wishes|Short message|Left)/.test(
      text,
    )
  )
    return 'mine';
  return !last && text.startsWith('{He} ') ? 'theirs' : 'mutual';
}

/** The channel a text names by itself, when they have it. */
export function channelOfWords(text: string, profile: Profile): Channel | undefined {
  if (/\b(post)?card\b|by hand, on paper/.test(text)) return 'card';
  if (/\bcall\b|each other’s voice/i.test(text)) return /[Vv]ideo/.test(text) ? 'video' : reachable(profile, 'phone');
  if (/\b(mail|article)\b/.test(text)) return reachable(profile, 'email');
  return /\b(sent|writes|wrote|messages?|photographs?|picture|lines)\b/i.test(text) ? writable(profile) : undefined;
}

/** The channel two people would use without thinking. */
export function usualChannel(profile: Profile, random: Random, place: 'far' | 'any' = 'any'): Channel {
  if (profile.preferred && profile.preferred !== 'in-person' && random.chance(0.7)) return profile.preferred;
  if (place === 'any' && profile.near && random.chance(0.5)) return 'in-person';
  return random.pick(
    profile.circle !== undefined && profile.circle < 3
      ? (['whatsapp', 'phone', 'email', 'text', 'signal'] as const)
      : (['email', 'linkedin', 'email', 'text', 'whatsapp'] as const),
  );
}

/** The nearest channel to the wanted one that this person has. */
export function reachable(profile: Profile, wanted: Channel): Channel {
  const mail = profile.privateEmail ?? profile.workEmail;
  const phone = profile.phone !== undefined;
  switch (wanted) {
    case 'in-person':
    case 'event':
      return profile.near || profile.role === 'dormant' ? wanted : 'video';
    case 'phone':
      return phone ? wanted : 'video';
    case 'text':
    case 'whatsapp':
    case 'signal':
      return phone ? wanted : writable(profile);
    case 'email':
      return mail ? wanted : writable(profile);
    case 'linkedin':
      return profile.linkedin ? wanted : writable(profile);
    case 'instagram':
      return profile.instagram ? wanted : writable(profile);
    default:
      return wanted;
  }
}

/** A channel that can carry a written message to them. */
export function writable(profile: Profile): Channel {
  if (profile.phone !== undefined && profile.preferred === 'whatsapp') return 'whatsapp';
  if (profile.privateEmail ?? profile.workEmail) return 'email';
  if (profile.linkedin) return 'linkedin';
  return profile.phone === undefined ? 'other' : 'text';
}
