import { describe, expect, it } from 'vitest';
import { safeParseProfileAddress } from './profile-address.ts';

describe('the address of a LinkedIn profile', () => {
  it.each([
    'https://www.linkedin.com/in/ada-brandsma',
    'https://www.linkedin.com/in/ada-brandsma/',
    'http://linkedin.com/in/Ada-Brandsma?trk=people',
    'HTTPS://NL.LINKEDIN.COM/IN/ADA-BRANDSMA/nl#about',
    'www.linkedin.com/in/ada-brandsma',
    'linkedin.com/mwlite/in/ada%2Dbrandsma',
    '  https://m.linkedin.com/in//ada-brandsma//details/experience/ ',
  ])('is the same for %s', (text) => {
    expect(safeParseProfileAddress(text)).toEqual({
      uri: 'https://www.linkedin.com/in/ada-brandsma',
      slug: 'ada-brandsma',
    });
  });

  it('joins letters with their marks, however they were encoded', () => {
    const composed = safeParseProfileAddress('https://www.linkedin.com/in/zo%C3%AB');
    expect(safeParseProfileAddress('https://www.linkedin.com/in/zoe%CC%88')).toEqual(composed);
    expect(composed).toEqual({ uri: 'https://www.linkedin.com/in/zo%C3%AB', slug: 'zoë' });
  });

  it('keeps the numbers of an old public address and the case of a member id', () => {
    expect(safeParseProfileAddress('http://www.linkedin.com/pub/ada-brandsma/1A/2b/3c')?.slug).toBe(
      'ada-brandsma/1a/2b/3c',
    );
    expect(safeParseProfileAddress('https://www.linkedin.com/in/ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ012345')?.slug).toBe(
      'ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ012345',
    );
  });

  it.each([
    '',
    'ada',
    'https://www.linkedin.com/company/tidal',
    'https://www.linkedin.com/in/',
    'https://notlinkedin.com/in/ada',
    'https://evil.example/linkedin.com/in/ada',
  ])('refuses %j', (text) => {
    expect(safeParseProfileAddress(text)).toBeUndefined();
  });

  it('survives a broken percent sign and a lone surrogate', () => {
    expect(safeParseProfileAddress('https://www.linkedin.com/in/100%-ada')?.slug).toBe('100%-ada');
    expect(() => safeParseProfileAddress('https://www.linkedin.com/in/\ud800')).not.toThrow();
  });
});
