import { describe, expect, test } from 'vitest';
import { sharedText } from './shared-text.ts';

describe('sharedText', () => {
  test('joins title, words and link in one line', () => {
    expect(sharedText({ title: 'Tides', text: 'for\n Grace', url: 'https://a.example/t' })).toBe(
      'Tides for Grace https://a.example/t',
    );
  });

  test('says nothing twice, wherever the other app put it', () => {
    expect(sharedText({ title: 'Tides', text: 'Tides https://a.example/t', url: 'https://a.example/t' })).toBe(
      'Tides https://a.example/t',
    );
    expect(sharedText({})).toBe('');
  });
});
