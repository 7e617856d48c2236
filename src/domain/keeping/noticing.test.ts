import { describe, expect, it } from 'vitest';
import type { Card } from '../card/jscontact.ts';
import { moveOf, noticed } from './noticing.ts';

/** `Baker at Foam Ltd` as a card; a title or a company alone with the other left out. */
function profile(text: string): Card {
  const [title = '', company = ''] = text.split(' at ');
  return {
    '@type': 'Card',
    version: '1.0',
    uid: 'u',
    name: { full: 'Ada Brandt' },
    ...(company && { organizations: { o1: { name: company } } }),
    ...(title && { titles: { t1: { name: title, kind: 'title', ...(company && { organizationId: 'o1' }) } } }),
  } as Card;
}
const between = (before: string, now: string, mine = before) => noticed(profile(before), profile(now), profile(mine));

describe('news between two exports', () => {
  it.each([
    ['Designer at Foam Ltd', 'Head of Design at Kelp Works', 'job'],
    ['Designer at Foam Ltd', 'Designer at Kelp Works', 'job'],
    ['Designer at Foam', 'Senior Designer at Foam', 'promotion'],
    ['Engineer at Foam', 'Engineering Manager at Foam', 'promotion'],
    ['Manager at Foam', 'Director of Sales at Foam', 'promotion'],
    ['Software Engineer at Foam', 'Product Designer at Foam', 'job'],
    ['Berater at Schaum GmbH', 'Leiterin Beratung at Schaum GmbH', 'promotion'],
    [' at Foam', ' at Kelp Works', 'job'],
    ['Designer at Twitter', 'Head of Design at X', 'promotion'],
    ['Designer at Freelance', 'Designer at Kelp Works', 'job'],
  ])('from “%s” to “%s” is: %s', (before, now, kind) => {
    expect(between(before, now)?.kind).toBe(kind);
  });

  it('says what it is now, and what it was', () => {
    expect(between('Designer at Foam Ltd', 'Head of Design at Kelp Works')).toEqual({
      kind: 'job',
      text: 'Head of Design at Kelp Works',
      was: 'Designer at Foam Ltd',
    });
  });

  it.each([
    ['the same', 'Designer at Foam', 'Designer at Foam'],
    ['a legal form', 'Designer at Foam', 'Designer at Foam, Inc.'],
    ['a longer name', 'Designer at Foam', 'Designer at Foam Studios'],
    ['an addition to the name', 'Designer at Bird', 'Designer at X (formerly Bird)'],
    ['a renaming everybody knows', 'Designer at Twitter', 'Designer at X'],
    ['a renaming with a legal form', 'Designer at Facebook', 'Designer at Meta Platforms, Inc.'],
    ['one’s own boss in other words', 'Designer at Freelance', 'Designer at Self-employed'],
    ['one’s own boss in another language', 'Designerin at Selbstständig', 'Designer at Self-Employed'],
    ['spelling', 'Designer at Café Foam', 'designer at CAFE FOAM'],
    ['a short form', 'Sr. Designer at Foam', 'Senior Designer at Foam'],
    ['more detail', 'Software Engineer at Foam', 'Software Engineer, Platform at Foam'],
    ['a step down', 'Head of Sales at Foam', 'Sales Manager at Foam'],
    ['what was filled in', '', 'Designer at Foam'],
    ['a title that was filled in', ' at Foam', 'Designer at Foam'],
    ['what was emptied', 'Designer at Foam', ''],
    ['retirement', 'Designer at Foam', 'Retired at Home'],
    ['looking for work', 'Designer at Foam', 'Open to work at Freelance'],
  ])('is not %s', (_, before, now) => {
    expect(between(before, now)).toBeUndefined();
  });

  it('is not what the owner had entered themselves', () => {
    expect(
      between('Designer at Foam', 'Head of Design at Kelp Works', 'Head of Design at Kelp Works Ltd'),
    ).toBeUndefined();
    expect(between('Designer at Foam', 'Senior Designer at Foam', 'senior designer at Foam')).toBeUndefined();
  });

  it('is the same move for all whose company changed its name, and none with another title', () => {
    const found = [
      between('Designer at Bird Inc', 'Designer at Kite'),
      between('Cook at Bird', 'cook at Kite Ltd'),
      between('Cook at Bird', 'Chef at Kite'),
    ];
    expect(found.map((news) => news && moveOf(news))).toEqual(['bird > kite', 'bird > kite', undefined]);
  });
});
