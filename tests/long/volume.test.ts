import { expect, it } from 'vitest';
import type { CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';

it('makes fifty thousand people and a million touches, one after the other', () => {
  const network = generateNetwork({ seed: 9, people: 50_000, touches: 1_000_000, today: '2026-11-23' as CalendarDate });
  let people = 0;
  for (const person of network.people) if (person.card.name !== undefined) people++;
  let touches = 0;
  let most = 0;
  for (const touch of network.touches) {
    touches++;
    most = Math.max(most, touch.people.length);
  }
  expect(people).toBe(50_000);
  expect(touches).toBe(1_000_000);
  expect(most).toBe(20);
});
