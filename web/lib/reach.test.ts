import { expect, test } from 'vitest';
import type { Reach } from '../../src/contract/shapes.ts';
import { chooseReach, likelyChannels, withDraft } from './reach.ts';

const way = (href: string, canCarryText = true) => ({ href, canCarryText });
const known = (channel: Reach['channel'], preferred = false): Reach => ({
  channel,
  label: channel,
  href: `https://${channel}.example/`,
  preferred,
  canCarryText: false,
});

test.each([
  ['mailto:a@example.org', 'Hi Zoë,\nhow is it?', 'mailto:a@example.org?body=Hi%20Zo%C3%AB%2C%0D%0Ahow%20is%20it%3F'],
  ['mailto:a@example.org?subject=Hello', 'x y', 'mailto:a@example.org?subject=Hello&body=x%20y'],
  ['sms:+31612345678', 'a & b', 'sms:+31612345678?&body=a%20%26%20b'],
  ['https://wa.me/31612345678', 'a+b', 'https://wa.me/31612345678?text=a%2Bb'],
])('%s carries its draft', (href, draft, expected) => {
  expect(withDraft(way(href), draft)).toBe(expected);
});

test('leaves a link alone that carries no text, or when there is none', () => {
  expect(withDraft(way('https://www.linkedin.com/in/zed', false), 'Hi')).toBe('https://www.linkedin.com/in/zed');
  expect(withDraft(way('mailto:a@example.org'), '  ')).toBe('mailto:a@example.org');
});

test('carries a subject, and leaves a long letter to be pasted', () => {
  expect(withDraft(way('mailto:a@example.org'), 'Hi', 'How are you?')).toBe(
    'mailto:a@example.org?subject=How%20are%20you%3F&body=Hi',
  );
  expect(withDraft(way('mailto:a@example.org'), 'long '.repeat(500), 'Hello')).toBe(
    'mailto:a@example.org?subject=Hello',
  );
});

test('chooses the channel asked for and no other; the preferred, then any, where none is meant', () => {
  const ways = [known('email'), known('whatsapp', true), known('linkedin')];
  expect(chooseReach(ways, 'linkedin')?.channel).toBe('linkedin');
  expect(chooseReach(ways, 'signal')).toBeUndefined();
  expect(chooseReach(ways, 'other')?.channel).toBe('whatsapp');
  expect(chooseReach([known('email')], 'other')?.channel).toBe('email');
  expect(chooseReach([known('email')], 'instagram')).toBeUndefined();
  expect(chooseReach([], 'signal')).toBeUndefined();
});

test('offers the proposed channel first and none twice', () => {
  expect(likelyChannels({ channel: 'phone', reach: [known('email'), known('phone')] })).toEqual([
    'phone',
    'email',
    'in-person',
    'text',
  ]);
});

test('opens no app for a card or a meeting, nor for a link it does not know', () => {
  const letter: Reach = { ...known('card', true), href: '' };
  expect(chooseReach([letter, known('email')], 'card')).toBeUndefined();
  expect(chooseReach([letter, known('email')], 'in-person')).toBeUndefined();
  expect(chooseReach([{ ...known('x'), href: 'javascript:alert(1)' }], 'x')).toBeUndefined();
});
