import type { Channel, Direction, Warmth } from '../../domain/words.ts';

/** The closed vocabularies as they are read, behind a preposition where one is needed. */

const BY_CHANNEL: Readonly<Record<Channel, string>> = {
  email: 'by e-mail',
  phone: 'by phone',
  text: 'by text',
  whatsapp: 'on WhatsApp',
  signal: 'on Signal',
  telegram: 'on Telegram',
  messenger: 'on Messenger',
  linkedin: 'on LinkedIn',
  instagram: 'on Instagram',
  facebook: 'on Facebook',
  x: 'on X',
  mastodon: 'on Mastodon',
  video: 'by video',
  'in-person': 'in person',
  card: 'with a card',
  event: 'at an event',
  other: '',
};

/** `by e-mail`, `on LinkedIn`; empty for a way nobody named. */
export function byChannel(channel: Channel): string {
  return BY_CHANNEL[channel];
}

/** `e-mail`, `LinkedIn`. */
export function channelName(channel: Channel): string {
  if (channel === 'other') return 'other';
  return channel === 'in-person' ? 'in person' : BY_CHANNEL[channel].replace(/^(?:by|on|with an?|at an?) /, '');
}

const ARROWS: Readonly<Record<Direction, string>> = { mine: '→', theirs: '←', mutual: '↔' };

export function arrow(direction: Direction): string {
  return ARROWS[direction];
}

const WARMTH: Readonly<Record<Warmth, string>> = {
  fine: 'fine',
  cooling: 'cooling',
  'at-risk': 'at risk',
  dormant: 'dormant',
};

export function warmthName(warmth: Warmth | null): string {
  return warmth === null ? '' : WARMTH[warmth];
}

const FORMATS: Readonly<Record<string, string>> = {
  linkedin: 'LinkedIn',
  'google-csv': 'Google Contacts',
  'outlook-csv': 'Outlook',
  ldif: 'LDIF',
  csv: 'Table',
  vcard: 'Address book',
  jscontact: 'JSContact',
  unread: 'Not read yet',
};

export function formatName(format: string): string {
  return FORMATS[format] ?? format;
}
