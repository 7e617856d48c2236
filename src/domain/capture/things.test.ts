import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import type { PersonId } from '../ids.ts';
import type { CaptureContext } from './capture.ts';
import { directoryOf } from './directory.ts';
import { parseCapture } from './parse.ts';

const person = (name: string) => ({
  id: name.toLowerCase() as PersonId,
  name: `${name} Brandt`,
  given: name,
  surname: 'Brandt',
  nicknames: [],
  closeness: 0.5,
  circles: [],
});
const context: CaptureContext = {
  today: '2026-11-23' as CalendarDate,
  locale: 'en-GB',
  zone: 'Europe/Berlin',
  people: directoryOf([person('Ada'), person('Grace')]),
};

/** A line as what it keeps or passes on: `kept title <address> for ada`. */
function said(text: string): string {
  const { kept, passedOn, people, touch, questions } = parseCapture(text, context);
  const thing = kept ?? passedOn;
  if (thing === undefined) return touch === undefined ? 'nothing' : 'a touch';
  const who = thing.refs.map((ref) => people.find((one) => one.ref === ref)?.id ?? 'new').join(', ');
  const what = [thing.title, thing.address && `<${thing.address}>`].filter(Boolean).join(' ');
  const asks = questions.length > 0 ? ' ?' : '';
  return `${kept ? 'kept' : 'passed on'} ${what}${who && ` for ${who}`}${asks}`;
}

describe('a line about something to share', () => {
  it.each([
    ['https://example.org/tides', 'kept <https://example.org/tides>'],
    ['Why tides turn https://example.org/tides', 'kept Why tides turn <https://example.org/tides>'],
    ['Read https://example.org/tides – good for Ada', 'kept <https://example.org/tides> for ada'],
    ['Good read: https://example.org/tides, for Ada and Grace', 'kept <https://example.org/tides> for ada, grace'],
    [
      'Found “Kelp at night” (https://example.org/k), something for Grace.',
      'kept Kelp at night <https://example.org/k> for grace',
    ],
    ['A guide for beginners https://example.org/g', 'kept A guide for beginners <https://example.org/g>'],
    [
      'The life of Alan Kay – Example News https://example.org/l',
      'kept The life of Alan Kay – Example News <https://example.org/l>',
    ],
    ['Sent Ada the article on tides', 'passed on article on tides for ada'],
    ['Gave Grace the book about sailing yesterday', 'passed on book on sailing for grace'],
    ['Emailed Ada https://example.org/tides', 'passed on <https://example.org/tides> for ada'],
  ])('reads %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it.each([
    'Lunch with Ada, she showed me https://example.org/tides',
    'Lunch with Zelda Fitz https://example.org/tides',
    'Gave Ada the book',
    'Ada sent me the article on tides',
    'Lunch with Ada, talked about the article on tides',
  ])('leaves %s a meeting or a message', (text) => {
    expect(said(text)).toBe('a touch');
  });

  it('never fails, whatever stands around a link', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before} https://example.org/a ${after}`;
        const { kept, spans } = parseCapture(text, context);
        if (kept) expect(kept.address).toContain('https://example.org/a');
        for (const { start, end } of spans) expect(end).toBeLessThanOrEqual(text.length + start - start);
      }),
      { numRuns: 60 },
    );
  });
});
