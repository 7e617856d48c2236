import { expect, test } from 'vitest';
import { contactLines } from './contact-lines.ts';

const bare = { '@type': 'Card', version: '1.0', uid: 'x' } as const;

test('lists every number and address of a card once, and opens only what it knows', () => {
  const card = {
    ...bare,
    emails: { a: { address: 'ada@work.example' }, b: { address: 'ada@home.example' } },
    phones: { a: { number: 'tel:+44 20 7946 0000' } },
    addresses: { a: { full: '1 High Street' }, b: { components: [{ kind: 'locality', value: 'Ockham' }] } },
    links: { a: { uri: 'https://ada.example' }, b: { uri: 'javascript:alert(1)' } },
  } as const;
  const chosen = [
    { channel: 'email', label: 'ada@work.example', href: 'mailto:ada@work.example' },
    { channel: 'card', label: '1 High Street', href: '' },
  ] as const;
  expect(contactLines(card, chosen)).toEqual([
    { channel: 'email', label: 'ada@work.example', href: 'mailto:ada@work.example' },
    { channel: 'card', label: '1 High Street', href: undefined },
    { channel: 'email', label: 'ada@home.example', href: 'mailto:ada@home.example' },
    { channel: 'phone', label: '+44 20 7946 0000', href: 'tel:+442079460000' },
    { channel: 'other', label: 'https://ada.example', href: 'https://ada.example' },
    { channel: 'other', label: 'javascript:alert(1)', href: undefined },
    { channel: 'card', label: 'Ockham', href: undefined },
  ]);
});

test('lists profiles of services that no app is known for, and none twice', () => {
  const card = {
    ...bare,
    onlineServices: {
      a: { service: 'LinkedIn', uri: 'https://www.linkedin.com/in/ada' },
      b: { service: 'XING', uri: 'https://www.xing.com/profile/Ada_Lovelace' },
      c: { service: 'Skype', user: 'ada.l' },
    },
    links: { a: { uri: 'https://www.linkedin.com/in/ada' } },
  };
  const chosen = [{ channel: 'linkedin', label: 'ada', href: 'https://www.linkedin.com/in/ada' }] as const;
  expect(contactLines(card, chosen).map(({ label }) => label)).toEqual([
    'ada',
    'https://www.xing.com/profile/Ada_Lovelace',
    'Skype: ada.l',
  ]);
});

test('says nothing of a card that has nothing', () => {
  expect(contactLines(bare, [])).toEqual([]);
});
