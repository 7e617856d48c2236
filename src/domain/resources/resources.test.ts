import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMatchIndex } from '../matching/match-index.ts';
import { findAddress, siteOf, titleFromAddress } from './address.ts';
import { documentOf, fitOf, type Likes, soughtOf } from './fitting.ts';
import { tidyTopics, topicsOf } from './topics.ts';

const likes = (personId: string, given: Partial<Likes> = {}): Likes => ({
  personId,
  facts: [],
  role: '',
  tags: [],
  given: [],
  ...given,
});
const cares = (text: string, kind: 'interest' | 'family' = 'interest') => ({
  id: `f-${text}`,
  kind,
  text,
  private: false,
});
const tides = { title: 'Tides', description: '', topics: ['tides'] };

/** Ids of whom a resource suits, best first. */
function suits(resource: Parameters<typeof soughtOf>[0], people: readonly Likes[]): readonly string[] {
  const index = buildMatchIndex(people.map((one) => documentOf(one)));
  const known = new Map(people.map((one) => [one.personId, one]));
  const sought = soughtOf(resource);
  return index
    .match(sought, { limit: 99 })
    .flatMap(({ id, score }) => {
      const theirs = known.get(id);
      return theirs === undefined ? [] : [fitOf(theirs, { index, sought, score })];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ personId }) => personId);
}

describe('an address in a text', () => {
  it('ends where its sentence goes on', () => {
    const written = (text: string) => findAddress(text)?.written;
    expect(written('Read https://example.org/a-b, it is good.')).toBe('https://example.org/a-b');
    expect(written('(see https://example.org/Tide_(sea)).')).toBe('https://example.org/Tide_(sea)');
    expect(written('“https://example.org/x?y=1&z=2”')).toBe('https://example.org/x?y=1&z=2');
    expect(written('https:// and ftp://example.org')).toBeUndefined();
  });

  it('says a title where it has words, else its site', () => {
    expect(titleFromAddress('https://www.example.org/2026/why-tides-turn.html?x=1')).toBe(
      'Why tides turn (example.org)',
    );
    expect(titleFromAddress('https://example.org/p/4f9ab2c1')).toBe('example.org');
    expect(titleFromAddress('https://example.org/%E0%A4%A')).toBe('example.org');
    expect(siteOf('https://www.Example.org:8080/a')).toBe('example.org:8080');
  });

  it('is looked for in anything', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl().map((url) => `x ${url}.`),
        ),
        (text) => {
          const found = findAddress(text);
          if (found) expect(text.slice(found.start, found.end)).toBe(found.written);
          if (found) expect(titleFromAddress(found.written)).not.toBe('');
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('topics', () => {
  it('are the words of the page, then what its title is about', () => {
    expect(
      topicsOf({ title: 'How kelp forests grow', description: 'Of forests in the sea', keywords: ['marine biology'] }),
    ).toEqual(['marine biology', 'forests', 'kelp', 'grow']);
  });

  it('are each there once', () => {
    expect(tidyTopics([' Kelp ', 'kelp', 'kelp forests', '', 'forests', 'x'.repeat(80)])).toEqual([
      'Kelp',
      'kelp forests',
    ]);
  });
});

describe('whom a resource suits', () => {
  it('is told by what they care for, before what is said of their family', () => {
    expect(
      suits(tides, [
        likes('family', { facts: [cares('tides', 'family')] }),
        likes('own', { facts: [cares('tides')] }),
        likes('none'),
      ]),
    ).toEqual(['own', 'family']);
  });

  it('is told by a compound of what it is about', () => {
    const bees = { title: 'The bees of a city', description: '', topics: ['bees'] };
    const people = [
      likes('keeper', { facts: [cares('Beekeeping')] }),
      likes('reader', { facts: [cares('Bookkeeping')] }),
    ];
    expect(suits(bees, people)).toEqual(['keeper']);
  });

  it('is told by work and tags', () => {
    expect(
      suits(tides, [likes('role', { role: 'Surveyor of tides' }), likes('tag', { tags: ['tides'] })]).toSorted(),
    ).toEqual(['role', 'tag']);
  });

  it('comes down with what they did not care for, and up with what they loved', () => {
    const got = (reaction: 'loved' | 'not-for-them') => ({ id: 'r1', title: 'Tides at night', topics: [], reaction });
    const facts = [cares('tides')];
    expect(
      suits(tides, [
        likes('plain', { facts }),
        likes('bored', { facts, given: [got('not-for-them')] }),
        likes('keen', { facts, given: [got('loved')] }),
      ]),
    ).toEqual(['keen', 'plain', 'bored']);
  });

  it('always says why, in words that stand there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 6 }), { minLength: 1, maxLength: 8 }),
        fc.lorem({ maxCount: 5 }),
        (texts, title) => {
          const people = texts.map((text, n) => likes(String(n), { facts: [cares(text)], role: text }));
          const index = buildMatchIndex(people.map((one) => documentOf(one)));
          const sought = soughtOf({ title, description: '', topics: [] });
          for (const { id, score } of index.match(sought, { limit: 9 })) {
            const { because } = fitOf(people[Number(id)] ?? likes(''), { index, sought, score });
            expect(because.length).toBeGreaterThan(0);
            for (const { text, words } of because)
              for (const word of words) expect(text.replace(/\s+/g, ' ')).toContain(word);
          }
        },
      ),
    );
  });
});
