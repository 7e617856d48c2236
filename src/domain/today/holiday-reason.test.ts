import { expect, test } from 'vitest';
import { aCandidate, aFact, aTouch, day } from '../../../tests/support/a-candidate.ts';
import { selectToday } from '../../../tests/support/select-today.ts';
import { type Candidate, DEFAULT_TODAY_SETTINGS } from './candidate.ts';
import type { NearHoliday } from './holiday-reason.ts';

const TODAY = day('2026-11-23');
const thanksgiving: NearHoliday = { date: day('2026-11-26'), name: 'Thanksgiving Day', country: 'US' };
const due = { rhythmDays: 30, nextTouch: day('2026-11-20') };
const planOf = (candidates: readonly Candidate[], holiday: NearHoliday = thanksgiving, today = TODAY) =>
  selectToday({
    today,
    settings: DEFAULT_TODAY_SETTINGS,
    candidates,
    holidays: new Map(candidates.map(({ personId }) => [personId, holiday])),
  });
const itemOf = (given: Partial<Candidate>, holiday?: NearHoliday, today?: typeof TODAY) =>
  planOf([aCandidate({ ...due, ...given })], holiday, today).items[0];

test('a holiday is said last, beside the reason somebody is on the list for', () => {
  const item = itemOf({});
  expect(item?.reasons.map(({ kind }) => kind)).toEqual(['rhythm', 'occasion']);
  expect(item?.reasons[1]).toEqual({
    kind: 'occasion',
    key: 'holiday:US:2026-11-26',
    date: '2026-11-26',
    text: 'Thanksgiving Day is on Thursday.',
  });
  expect(itemOf({}, { ...thanksgiving, abroad: 'United States' })?.reasons[1]?.text).toBe(
    'Thanksgiving Day (United States) is on Thursday.',
  );
  expect(itemOf({}, thanksgiving, day('2026-11-26'))?.reasons[1]?.text).toBe('Thanksgiving Day is today.');
});

test('a holiday puts nobody on the list, and moves nobody on it', () => {
  expect(planOf([aCandidate()])).toMatchObject({ items: [], waiting: [] });
  const people = Array.from({ length: 8 }, (_, at) => aCandidate({ name: `Person ${at}`, ...due, closeness: at / 10 }));
  const without = selectToday({ today: TODAY, settings: DEFAULT_TODAY_SETTINGS, candidates: people });
  const order = (plan: typeof without) => plan.items.map(({ personId, score }) => [personId, score]);
  expect(order(planOf(people))).toEqual(order(without));
});

test('a message mentions the day in one line, and every reason can be waved away', () => {
  expect(itemOf({})?.opener).toMatch(/Thanksgiving Day/);
  const dismissed = itemOf({ dismissed: [{ key: 'holiday:US:2026-11-26' }] });
  expect(dismissed?.reasons).toHaveLength(1);
  expect(dismissed?.opener).not.toMatch(/Thanksgiving/);
});

test('nobody who lost someone within the year is wished a good holiday', () => {
  expect(itemOf({ facts: [aFact('family', 'Her mother died', { learnedOn: day('2026-05-01') })] })?.opener).not.toMatch(
    /Thanksgiving/,
  );
  expect(itemOf(aTouch('2026-10-01', 'The funeral of his brother'))?.opener).not.toMatch(/Thanksgiving/);
  expect(itemOf({ facts: [aFact('family', 'Her mother died', { learnedOn: day('2019-05-01') })] })?.opener).toMatch(
    /Thanksgiving|mother/,
  );
});

test('what is owed to somebody is not mixed with good wishes', () => {
  const promise = { id: 'p', by: 'me' as const, text: 'send the book', due: TODAY, madeOn: day('2026-11-01') };
  const item = itemOf({ promises: [promise] });
  expect(item?.reasons.at(-1)?.text).toBe('Thanksgiving Day is on Thursday.');
  expect(item?.opener).not.toMatch(/Thanksgiving/);
});
