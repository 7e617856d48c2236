import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { getLocale, setLocale } from './days.ts';
import { firstLocale, languageOf, onLocale, speak } from './language.ts';
import { t } from './strings.ts';

describe('the language of a locale', () => {
  it('is known by its first part, in any spelling', () => {
    expect(['de', 'de-AT', 'de-CH', 'DE_ch', 'de-Latn-DE'].map(languageOf)).toEqual(['de', 'de', 'de', 'de', 'de']);
  });

  it('is English where there are no words', () => {
    expect(['en-GB', 'fr-CA', 'den', ''].map(languageOf)).toEqual(['en', 'en', 'en', 'en']);
  });
});

describe('the first locale', () => {
  it('is what the device remembers', () => {
    expect(firstLocale('de-AT', ['en-GB'])).toBe('de-AT');
    expect(firstLocale('no locale', ['en-GB'])).toBe('en-GB');
  });

  it('is the first of the browser’s languages that there are words in', () => {
    expect(firstLocale(null, ['fr-CH', 'de-CH', 'en'])).toBe('de-CH');
    expect(firstLocale(null, ['en-US@posix', 'en-GB'])).toBe('en-GB');
    setLocale('nl');
    expect(firstLocale(null, ['nl', 'fy'])).toBe('nl');
  });
});

describe('speaking', () => {
  const page = { documentElement: { lang: 'en', dir: '' } };
  const kept = new Map<string, string>();

  beforeEach(() => {
    vi.stubGlobal('document', page);
    vi.stubGlobal('localStorage', { setItem: (key: string, value: string) => kept.set(key, value) });
  });
  afterEach(async () => {
    await speak('en');
    vi.unstubAllGlobals();
  });

  it('brings words, dates and the page into the language, and remembers', async () => {
    const heard: string[] = [];
    const stop = onLocale(() => heard.push(getLocale()));
    await speak('de-AT');
    expect([t.nav.today, getLocale(), page.documentElement.lang, page.documentElement.dir]).toEqual([
      'Heute',
      'de-AT',
      'de',
      'ltr',
    ]);
    expect([...kept.values()]).toEqual(['de-AT']);
    await speak('de-AT');
    await speak('fr-CA');
    expect([t.nav.today, page.documentElement.lang]).toEqual(['Today', 'en']);
    expect(heard).toEqual(['de-AT', 'fr-CA']);
    stop();
  });

  it('stays with what was asked for last, whichever is loaded first', async () => {
    await Promise.all([speak('de'), speak('en-GB')]);
    expect([t.nav.today, getLocale()]).toEqual(['Today', 'en-GB']);
  });

  it('stays with what is spoken when that is asked for again meanwhile', async () => {
    await speak('en-GB');
    await Promise.all([speak('de'), speak('en-GB')]);
    expect([t.nav.today, getLocale()]).toEqual(['Today', 'en-GB']);
  });

  it('does without a memory where storage is blocked', async () => {
    vi.stubGlobal('localStorage', undefined);
    await speak('de');
    expect(t.nav.today).toBe('Heute');
  });
});
