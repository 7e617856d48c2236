import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identitiesOf, isRoleAddress, normalizeEmail, normalizeProfileUrl } from './identities.ts';
import type { Card } from './jscontact.ts';
import { profileKeyOf } from './profiles.ts';

describe('profiles', () => {
  it.each([
    ['https://www.linkedin.com/in/Ada-Lovelace/', 'linkedin.com/in/ada-lovelace'],
    ['http://de.linkedin.com/in/ada-lovelace?trk=x#top', 'linkedin.com/in/ada-lovelace'],
    ['linkedin.com/in/ada-lovelace/en', 'linkedin.com/in/ada-lovelace'],
    ['https://www.linkedin.com/in/j%C3%B6rg-m%C3%BCller-1b2', 'linkedin.com/in/jörg-müller-1b2'],
    ['https://www.linkedin.com/in/jörg-müller-1b2', 'linkedin.com/in/jörg-müller-1b2'],
    ['https://www.linkedin.com/pub/ada/1/2b/3C4', 'linkedin.com/pub/ada/1/2b/3c4'],
    ['https://www.linkedin.com/company/acme', undefined],
    ['https://www.linkedin.com/in/', undefined],
    ['https://twitter.com/Ada', 'x.com/ada'],
    ['https://mobile.twitter.com/@Ada', 'x.com/ada'],
    ['https://x.com/ada/status/1', undefined],
    ['https://x.com/intent', undefined],
    ['https://www.instagram.com/ada.l/', 'instagram.com/ada.l'],
    ['https://www.instagram.com/p/abc', undefined],
    ['https://m.facebook.com/ada.l', 'facebook.com/ada.l'],
    ['https://de-de.facebook.com/profile.php?id=42&x=1', 'facebook.com/profile.php?id=42'],
    ['https://www.facebook.com/profile.php', undefined],
    ['https://www.facebook.com/groups/chess', undefined],
    ['https://github.com/Ada', 'github.com/ada'],
    ['https://github.com/ada/engine', undefined],
    ['https://mastodon.example/@Ada', 'mastodon.example/@ada'],
    ['https://bsky.app/profile/ada.example', 'bsky.app/profile/ada.example'],
    ['https://www.youtube.com/channel/UCabC', 'youtube.com/channel/UCabC'],
    ['https://t.me/ada_l', 't.me/ada_l'],
    ['https://www.reddit.com/u/Ada', 'reddit.com/user/ada'],
    ['https://ada.example', undefined],
    ['https://ada.example/about', undefined],
    ['https://notlinkedin.com/in/ada', undefined],
    ['https://linkedin.com.evil.example/in/ada', undefined],
    ['mailto:ada@example.org', undefined],
    ['', undefined],
  ])('of %s is %s', (uri, key) => {
    expect(normalizeProfileUrl(uri)).toBe(key);
  });

  it('has the same key by address and by name', () => {
    expect(profileKeyOf('LinkedIn', 'Ada')).toBe(normalizeProfileUrl('https://www.linkedin.com/in/ada/'));
    expect(profileKeyOf('Twitter', '@Ada')).toBe('x.com/ada');
    expect(profileKeyOf('Mastodon', 'ada')).toBeUndefined();
    expect(profileKeyOf('LinkedIn', 'Ada Lovelace')).toBeUndefined();
  });

  it('never throws, and its key is its own key', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.constantFrom('https://linkedin.com/in/%E0%A4%A'),
          fc.string().map((text) => `https://x.com/${text}`),
        ),
        (uri) => {
          const key = normalizeProfileUrl(uri);
          if (key !== undefined)
            expect(
              normalizeProfileUrl(
                `https://${key
                  .split('/')
                  .map((part) => (part.includes('?') ? part : encodeURIComponent(part)))
                  .join('/')}`,
              ),
            ).toBe(key);
          else expect(key).toBeUndefined();
        },
      ),
    );
  });
});

describe('e-mail addresses', () => {
  it.each([
    ['  Ada@Example.ORG ', 'ada@example.org'],
    ['mailto:ada@example.org?subject=x', 'ada@example.org'],
    ['Ada Lovelace <ada@example.org>', 'ada@example.org'],
    ['ada+news@example.org', 'ada+news@example.org'],
    ['ada', ''],
    ['ada@@example.org', ''],
    ['a b@example.org', ''],
    ['/o=ExchangeLabs/cn=ada', ''],
  ])('%s is compared as %s', (text, email) => {
    expect(normalizeEmail(text)).toBe(email);
  });

  it('of roles and machines are told from people’s', () => {
    for (const role of [
      'info@acme.example',
      'noreply@x.example',
      'no-reply+42@x.example',
      'sales@x.example',
      'bounce.no-reply@x.example',
    ])
      expect(isRoleAddress(role)).toBe(true);
    for (const own of ['ada@acme.example', 'information.ada@x.example', 'salesman@x.example', 'adams@x.example'])
      expect(isRoleAddress(own)).toBe(false);
  });
});

describe('identities', () => {
  it('leave out what many people share', () => {
    const card: Card = {
      '@type': 'Card',
      version: '1.0',
      uid: 'u1',
      emails: {
        e1: { address: 'Ada@x.example' },
        e2: { address: 'ada@x.example' },
        e3: { address: 'info@x.example' },
        e4: { address: 'broken' },
      },
      phones: {
        p1: { number: '1' },
        p2: { number: '2', features: { fax: true } },
        p3: { number: 'short' },
        p4: { number: '4', features: { 'main-number': true } },
      },
      onlineServices: { s1: { service: 'LinkedIn', user: 'ada' }, s2: { uri: 'skype:ada' } },
      links: { u1: { uri: 'https://linkedin.com/in/ADA' }, u2: { uri: 'https://ada.example' } },
    };
    expect(identitiesOf(card, (number) => (number === 'short' ? undefined : `+${number}`))).toEqual([
      { kind: 'uid', value: 'u1' },
      { kind: 'profile', value: 'linkedin.com/in/ada' },
      { kind: 'email', value: 'ada@x.example' },
      { kind: 'phone', value: '+1' },
    ]);
  });

  it('of a card that says nothing are none', () => {
    expect(identitiesOf({ '@type': 'Card', version: '1.0', uid: '' }, () => undefined)).toEqual([]);
  });
});
