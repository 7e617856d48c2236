import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import type { PersonId } from '../ids.ts';
import type { CaptureContext } from './capture.ts';
import { directoryOf } from './directory.ts';
import { howItWas } from './how-it-was.ts';
import { parseCapture } from './parse.ts';

const person = (given: string, surname: string) => ({
  id: given.toLowerCase() as PersonId,
  name: `${given} ${surname}`,
  given,
  surname,
  nicknames: [],
  closeness: 0.5,
  circles: [],
});
const context: CaptureContext = {
  today: '2026-11-23' as CalendarDate,
  locale: 'en-GB',
  zone: 'Europe/Berlin',
  people: directoryOf([person('Ada', 'Brandt'), person('Bram', 'Kuiper'), person('Grace', 'Osei')]),
};

/** A line as the goal or the outcome it tells of: `goal Run the choir by 2027-03-31 with ada`. */
function said(text: string): string {
  const { goal, news, outcome, people, questions, touch, facts } = parseCapture(text, context);
  const one = goal ?? outcome;
  if (one === undefined) return news === undefined ? 'neither' : 'news';
  expect([touch, facts]).toEqual([undefined, []]);
  const who = one.refs.map((ref) => people.find((each) => each.ref === ref)?.id ?? 'new').join(', ');
  const when = goal ? (goal.due ? ` by ${goal.due}` : '') : ` on ${outcome?.date}`;
  return `${goal ? 'goal' : 'outcome'} ${one.text}${when}${who && ` with ${who}`}${questions.length > 0 ? ' ?' : ''}`;
}

describe('a goal of one’s own', () => {
  it.each([
    ['Goal: learn to sail', 'goal Learn to sail'],
    ['New goal: run the choir by 1 June, Ada and Bram could help', 'goal Run the choir by 2027-06-01 with ada, bram'],
    ['My goal is to find a tenant by the end of March', 'goal Find a tenant by 2027-03-31'],
    ['goal - write the book with help from Grace', 'goal Write the book with grace'],
    ['My goal: open a bakery. Ada, Bram and Grace might help.', 'goal Open a bakery with ada, bram, grace'],
    ['Goal: sail to Brittany with Ada', 'goal Sail to Brittany with Ada with ada'],
    ['Our goal is moving to Lisbon next year', 'goal Moving to Lisbon by 2027-12-31'],
    ['I have set myself the goal to swim a mile', 'goal Swim a mile'],
  ])('is read in “%s”', (text, expected) => expect(said(text)).toBe(expected));

  it.each([
    'Ada’s goal is to sail',
    'Lunch with Ada, her goal is a marathon',
    'Ada scored a goal',
    'Goal',
    'The goal of Ada is peace',
    'Ada: goal is to run',
  ])('is not read in “%s”', (text) => expect(said(text)).toBe('neither'));
});

it('A line longer than a title may be is read as any other', () => {
  const story = 'and on it went '.repeat(200);
  for (const text of [`Goal: sail ${story}`, `News: we move ${story}`, `Got the flat ${story}thanks to Bram`])
    expect(said(text)).toBe('neither');
});

describe('own news', () => {
  it.each([
    ['News: we are moving to Ghent in March', 'move We are moving to Ghent in March'],
    ['My news: I have a new job at Kelp Works', 'job I have a new job at Kelp Works'],
    ['Our big news – we’re expecting', 'baby We’re expecting'],
    ['news: I’ve taken up the tuba', 'other I’ve taken up the tuba'],
  ])('is read in “%s”', (text, expected) => {
    const { news, people, touch, facts, questions } = parseCapture(text, context);
    expect(news && `${news.kind} ${news.text}`).toBe(expected);
    expect([people, touch, facts, questions]).toEqual([[], undefined, [], []]);
  });

  it.each([
    'News: Ada is moving to Ghent',
    'News from Ada: she is moving',
    'Told Ada my news',
    'Good news: Ada got the job',
  ])('is not read in “%s”', (text) => expect(parseCapture(text, context).news).toBeUndefined());
});

describe('what came of a tie', () => {
  it.each([
    ['Got the flat thanks to Bram', 'outcome Got the flat on 2026-11-23 with bram'],
    ['I finally found a tenant, thanks to Ada and Bram', 'outcome Found a tenant on 2026-11-23 with ada, bram'],
    ['We got the grant yesterday thanks to Grace’s advice', 'outcome Got the grant on 2026-11-22 with grace'],
    ['Thanks to Ada we found a new drummer', 'outcome Found a new drummer on 2026-11-23 with ada'],
    ['Through Bram I got a job at Kelp Works', 'outcome Got a job at Kelp Works on 2026-11-23 with bram'],
    ['Ada’s introduction got me the job at Kelp Works', 'outcome Got the job at Kelp Works on 2026-11-23 with ada'],
    ['Ada’s introduction to Grace got me the job', 'outcome Got the job on 2026-11-23 with ada, grace'],
    ['Ada’s tip led to a new flat', 'outcome A new flat on 2026-11-23 with ada'],
    ['Outcome: a stall at the market, thanks to Grace', 'outcome A stall at the market on 2026-11-23 with grace'],
  ])('is read in “%s”', (text, expected) => expect(said(text)).toBe(expected));

  it.each([
    'Thanks to Ada for the introduction',
    'Thanks to Ada for the book, I got it yesterday',
    'Through Ada I met Grace',
    'Met Zed Ito at the mixer thanks to Ada',
    'Thanks to Ada I met Grace yesterday',
    'Lunch with Ada, she got the flat thanks to Bram',
    'Ada got the flat thanks to Bram',
    'Might get the flat thanks to Bram',
    'Hope we got the flat thanks to Bram',
    'Got the flat thanks to luck',
    'Got coffee with Ada',
    'Ada’s introduction was lovely',
    'Ada’s help would get me the job',
  ])('is not read in “%s”', (text) => expect(said(text)).not.toMatch(/^(?:outcome|goal)/));
});

describe('how it was after years', () => {
  it.each([
    ['Coffee with Ada after years, it was lovely', 'glad'],
    ['Called Ada, as if no time had passed', 'glad'],
    ['Coffee with Ada, lovely but a bit awkward', 'so-so'],
    ['Talked to Ada, better left at that', 'rest'],
    ['Coffee with Ada about tides', undefined],
  ])('“%s” is %s', (text, rating) => expect(howItWas(text)).toBe(rating));
});
