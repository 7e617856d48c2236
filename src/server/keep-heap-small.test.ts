import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { keepHeapSmall } from './keep-heap-small.ts';

it('collects what is not in use, and leaves no way to collect behind', async () => {
  const garbage = new WeakRef({ large: new Array(10_000).fill('x') });
  await nextTurn();
  keepHeapSmall();
  expect(garbage.deref()).toBeUndefined();
  expect(globalThis).not.toHaveProperty('gc');
});
