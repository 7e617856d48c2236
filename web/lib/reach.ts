import type { Reach, TodayPageItem } from '../../src/contract/shapes.ts';
import { opensAnApp } from '../../src/domain/card/contact-lines.ts';
import type { Channel } from '../../src/domain/words.ts';

const LONGEST_MAILTO = 1_800;

/** Puts a draft into a link whose app accepts one. Percent-encoded by hand: `URLSearchParams` would write `+` for spaces in `mailto:` and `sms:`. */
export function withDraft(reach: Pick<Reach, 'href' | 'canCarryText'>, draft: string, subject?: string | null): string {
  const text = draft.trim();
  if (!reach.canCarryText || text === '') return reach.href;
  if (reach.href.startsWith('mailto:')) {
    const titled = subject ? appendParameter(reach.href, 'subject', subject) : reach.href;
    const whole = appendParameter(titled, 'body', text.replace(/\r?\n/g, '\r\n'));
    // Windows cuts what is longer; the words are copied as well, and are pasted whole.
    return whole.length <= LONGEST_MAILTO ? whole : titled;
  }
  // `sms:+…?&body=` is the one form both iOS and Android read.
  if (reach.href.startsWith('sms:'))
    return reach.href.includes('?')
      ? appendParameter(reach.href, 'body', text)
      : `${reach.href}?&body=${encodeURIComponent(text)}`;
  return appendParameter(reach.href, 'text', text);
}

function appendParameter(href: string, name: string, value: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}

/**
 * The way to reach someone for a channel, with the app of that channel and no other: who prefers Instagram is not written an
 * e-mail since their name there is missing. Only where no channel is meant, the preferred or the first that is known. None
 * for what has no app: a card, a meeting.
 */
export function chooseReach(reach: readonly Reach[], channel: Channel): Reach | undefined {
  if (channel === 'card' || channel === 'in-person' || channel === 'event') return undefined;
  const ways = reach.filter(({ href }) => opensAnApp(href));
  const own = ways.find((way) => way.channel === channel);
  if (own !== undefined || channel !== 'other') return own;
  return ways.find((way) => way.preferred) ?? ways[0];
}

/** Channels on which one talks rather than writes. */
export function isSpoken(channel: Channel): boolean {
  return channel === 'phone' || channel === 'video' || channel === 'in-person' || channel === 'event';
}

/** The channels to offer when asked “how?”: the one proposed, those known, then the everyday ones. */
export function likelyChannels(item: Pick<TodayPageItem, 'channel' | 'reach'>): readonly Channel[] {
  const everyday: readonly Channel[] = ['in-person', 'phone', 'text', 'email'];
  return [...new Set<Channel>([item.channel, ...item.reach.map((way) => way.channel), ...everyday])];
}

/** Copies text, also on a page served without TLS from the home network, where browsers offer no clipboard. */
export async function copyText(text: string): Promise<boolean> {
  if (text === '') return true;
  if (navigator.clipboard !== undefined) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by a policy or for want of focus: the old way may still work.
    }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
