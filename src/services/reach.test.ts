import { describe, expect, it } from 'vitest';
import type { Card } from '../domain/card/jscontact.ts';
import { toE164 } from '../formats/phone.ts';
import { reachableChannels, reachOf } from './reach.ts';

const card = (more: Partial<Card>): Card => ({ '@type': 'Card', version: '1.0', uid: 'u', ...more });
const reach = (more: Partial<Card>, preferred: Parameters<typeof reachOf>[1]['preferred'] = null) =>
  reachOf(card(more), { preferred, phoneKey: (number) => toE164(number, 'NL') });

describe('reachOf', () => {
  it('dials a number with its country and offers messengers only then', () => {
    const ways = reach({ phones: { p1: { number: '06 12345678', features: { mobile: true } } } });
    expect(Object.fromEntries(ways.map((way) => [way.channel, way.href]))).toMatchObject({
      phone: 'tel:+31612345678',
      text: 'sms:+31612345678',
      whatsapp: 'https://wa.me/31612345678',
      signal: 'https://signal.me/#p/+31612345678',
    });
    expect(reach({ phones: { p1: { number: '555' } } }).map((way) => way.channel)).toEqual(['phone', 'text']);
  });

  it('never rings a fax', () => {
    expect(reach({ phones: { p1: { number: '020 1234567', features: { fax: true } } } })).toEqual([]);
  });

  it('puts the preferred channel first and names each channel once', () => {
    const ways = reach(
      {
        emails: { a: { address: 'ada@example.org' }, b: { address: 'work@example.org', pref: 1 } },
        onlineServices: { s: { service: 'Instagram', user: 'ada' } },
      },
      'instagram',
    );
    expect(ways.map((way) => [way.channel, way.href])).toEqual([
      ['instagram', 'https://ig.me/m/ada'],
      ['email', 'mailto:work@example.org'],
    ]);
  });

  it.each([
    ['Instagram', { user: '@ada' }, 'https://ig.me/m/ada'],
    ['Instagram', { uri: 'https://instagram.com/ada.b/?hl=en' }, 'https://ig.me/m/ada.b'],
    ['Facebook', { uri: 'https://www.facebook.com/profile.php?id=1234567' }, 'https://m.me/1234567'],
    ['Telegram', { user: '@ada' }, 'https://t.me/ada'],
    ['Telegram', { user: '+31612345678' }, 'https://t.me/+31612345678'],
    ['WhatsApp', { user: '+31 6 1234 5678' }, 'https://wa.me/31612345678'],
    ['WhatsApp', { user: '0031612345678' }, 'https://wa.me/31612345678'],
    ['Signal', { user: '+31612345678' }, 'https://signal.me/#p/+31612345678'],
    ['Signal', { uri: 'https://signal.me/#eu/abc' }, 'https://signal.me/#eu/abc'],
    ['X', { uri: 'https://x.com/ada' }, 'https://x.com/ada'],
    ['Mastodon', { user: '@ada@social.example' }, 'https://social.example/@ada'],
  ])('opens %s for %j', (service, entry, href) => {
    expect(reach({ onlineServices: { s: { service, ...entry } } })[0]?.href).toBe(href);
  });

  it('offers no app that would not know them', () => {
    expect(
      reach({ onlineServices: { s: { service: 'Signal', user: 'ada.12' }, w: { service: 'WhatsApp', user: 'Ada' } } }),
    ).toEqual([]);
  });

  it('opens nothing but web addresses of profiles', () => {
    const ways = reach({ onlineServices: { s: { service: 'LinkedIn', uri: 'javascript:alert(1)', user: 'ada' } } });
    expect(ways[0]?.href).toBe('https://www.linkedin.com/in/ada/');
  });
});

describe('reachableChannels', () => {
  it('is what the card can do, in the order it is offered', () => {
    expect(
      reachableChannels(
        card({ emails: { a: { address: 'ada@example.org' } }, addresses: { h: { full: 'Kade 1, Delft' } } }),
      ),
    ).toEqual(['email', 'card']);
  });
});
