import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCandidate, day } from '../../../tests/support/a-candidate.ts';
import { NEWS_KINDS } from '../words.ts';
import type { Candidate } from './candidate.ts';
import { DEFAULT_TODAY_SETTINGS } from './candidate.ts';
import { openerFor } from './opener.ts';
import { reasonsFor } from './reasons.ts';

const TODAY = day('2026-11-23');
const context = { today: TODAY, settings: DEFAULT_TODAY_SETTINGS };
const news = (place: number, given: Partial<NonNullable<Candidate['ownNews']>> = {}) => ({
  id: `n${place}`,
  newsId: 'n',
  kind: 'job' as const,
  text: 'I changed roles: I lead the tidal lab now',
  date: day('2026-11-20'),
  place,
  since: day('2026-11-21'),
  helped: false,
  ...given,
});
const draftFor = (given: Partial<Candidate>, channel: 'email' | 'whatsapp' | 'phone' | 'card' = 'whatsapp') => {
  const candidate = aCandidate(given);
  return openerFor(candidate, { reasons: reasonsFor(candidate, context), channel, today: TODAY });
};

describe('one’s own news', () => {
  it('is a reason on the person’s turn, and rests through a hard time', () => {
    expect(reasonsFor(aCandidate({ ownNews: news(0) }), context)).toEqual([
      {
        kind: 'news',
        key: 'news:n0',
        date: '2026-11-20',
        text: 'You wanted to tell Ada your news: “I changed roles: I lead the tidal lab now”.',
      },
    ]);
    const loss = { id: 'm', kind: 'loss' as const, text: '', date: day('2026-10-01'), noticedOn: day('2026-10-01') };
    const hard = reasonsFor(aCandidate({ ownNews: news(0), moments: [loss] }), context);
    expect(hard.map(({ kind }) => kind)).toEqual(['check-in']);
  });

  it('holds the news and something of theirs, in the words of how close they are', () => {
    const lastTouch = {
      id: 't',
      date: day('2026-09-02'),
      channel: 'phone' as const,
      direction: 'mutual' as const,
      summary: 'her daughter starts school',
      people: 1,
    };
    const draft = draftFor({ ownNews: news(0), closeness: 0.9, lastTouch });
    expect(draft).toContain('I wanted you to hear this from me: I changed roles: I lead the tidal lab now.');
    expect(draft).toMatch(/daughter/);
    expect(draftFor({ ownNews: news(0, { helped: true }), closeness: 0.5 })).toContain('You helped me get here');
    expect(draftFor({ ownNews: news(0) }, 'phone')).toBe(
      'Tell Ada your news: I changed roles: I lead the tidal lab now. Then ask what is new with Ada.',
    );
  });

  it('says a long piece in its first sentence where a channel wants few words', () => {
    const text = `I changed roles. ${'It took two years and many people to get here. '.repeat(4)}`;
    const ownNews = news(0, { text });
    expect(draftFor({ ownNews, closeness: 0.9 })).toContain('I changed roles. More when we talk.');
    expect(draftFor({ ownNews, closeness: 0.9 }, 'email')).toContain('two years');
  });

  it('is never the same for two people of a row, even with no history at all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NEWS_KINDS),
        fc.constantFrom('email' as const, 'whatsapp' as const, 'card' as const),
        fc.constantFrom(0.1, 0.5, 0.9),
        (kind, channel, closeness) => {
          const drafts = Array.from({ length: 100 }, (_, place) =>
            draftFor({ personId: `p${place}`, ownNews: news(place, { kind }), closeness }, channel).replace(
              /^[\s\S]*?(?=I |There |Before |You |Something |A |a |there |before |you |something )/u,
              '',
            ),
          );
          expect(new Set(drafts).size).toBe(100);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('is told gently, and with nothing cheerful beside it, to somebody in a hard time', () => {
    const loss = { id: 'm', kind: 'loss' as const, text: '', date: day('2026-10-01'), noticedOn: day('2026-10-01') };
    const candidate = aCandidate({ ownNews: news(1), moments: [loss] });
    const reason = { kind: 'news' as const, key: 'news:n1', text: '', date: TODAY };
    const draft = openerFor(candidate, { reasons: [reason], channel: 'email', today: TODAY });
    expect(draft).toContain('I am thinking of you.');
    expect(draft).not.toMatch(/curious|new with you/);
    expect(openerFor(candidate, { reasons: [reason], channel: 'phone', today: TODAY })).toMatch(
      /^Ask first how Ada is/,
    );
  });
});
