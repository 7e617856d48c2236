import type { Channel } from '../../src/domain/words.ts';
import { number } from './days.ts';

/** Counts, lists and ways to be in touch, as English sentences say them: shared by the parts of the catalogue. */

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];
export const asWord = (count: number): string => SMALL[count] ?? number(count);
export const asLowerWord = (count: number): string => asWord(count).toLowerCase();
export const people = (count: number): string => (count === 1 ? '1 person' : `${number(count)} people`);
export const list = (parts: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
export const someOf = (names: readonly string[]): string =>
  names.length > 4 ? list([...names.slice(0, 3), `${asLowerWord(names.length - 3)} more`]) : list(names);

export const channels: Record<Channel, string> = {
  email: 'E-mail',
  phone: 'Call',
  text: 'Text',
  whatsapp: 'WhatsApp',
  signal: 'Signal',
  telegram: 'Telegram',
  messenger: 'Messenger',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  facebook: 'Facebook',
  x: 'X',
  mastodon: 'Mastodon',
  video: 'Video call',
  'in-person': 'In person',
  card: 'Card',
  event: 'Event',
  other: 'Another way',
};
