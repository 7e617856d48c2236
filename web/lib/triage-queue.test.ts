import { expect, test } from 'vitest';
import { createTriageQueue, type Decision } from './triage-queue.ts';

/** A server that answers when told to. */
function aServer() {
  const log: string[] = [];
  const gates: { open: () => void; fail: () => void }[] = [];
  const errors: string[] = [];
  const pending: number[] = [];
  const queue = createTriageQueue({
    send: ({ personId, circleId }) => {
      log.push(`sort ${personId} ${circleId}`);
      return new Promise((resolve, reject) =>
        gates.push({ open: () => resolve(`step-${personId}`), fail: () => reject(new Error('refused')) }),
      );
    },
    undo: async (stepId) => log.push(`undo ${stepId}`),
    onError: (_, decision) => errors.push(decision.personId),
    onPending: (count) => pending.push(count),
  });
  const next = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    return gates.shift();
  };
  return { queue, log, errors, pending, next };
}

const into = (personId: string, circleId: string | null = 'inner'): Decision => ({ personId, circleId });

test('sends decisions one after another in the order they were made', async () => {
  const { queue, log, pending, next } = aServer();
  queue.decide(into('ada'));
  queue.decide(into('bo', null));
  const first = await next();
  expect(log).toEqual(['sort ada inner']);
  first?.open();
  (await next())?.open();
  await queue.settled();
  expect(log).toEqual(['sort ada inner', 'sort bo null']);
  expect(pending).toEqual([1, 2, 1, 0]);
});

test('a decision taken back before it left is never sent', async () => {
  const { queue, log, next } = aServer();
  queue.decide(into('ada'));
  queue.decide(into('bo'));
  const first = await next();
  expect(queue.takeBack()).toBe('bo');
  first?.open();
  await queue.settled();
  expect(log).toEqual(['sort ada inner']);
});

test('a decision taken back on its way is undone after it arrived, before what follows', async () => {
  const { queue, log, next } = aServer();
  queue.decide(into('ada'));
  const first = await next();
  expect(queue.takeBack()).toBe('ada');
  queue.decide(into('ada', 'close'));
  first?.open();
  (await next())?.open();
  await queue.settled();
  expect(log).toEqual(['sort ada inner', 'undo step-ada', 'sort ada close']);
});

test('tells of a refusal, goes on, and does not take back what never happened', async () => {
  const { queue, log, errors, next } = aServer();
  queue.decide(into('ada'));
  queue.decide(into('bo'));
  (await next())?.fail();
  (await next())?.open();
  await queue.settled();
  expect(errors).toEqual(['ada']);
  expect(queue.takeBack()).toBe('bo');
  await queue.settled();
  expect(queue.takeBack()).toBeUndefined();
  expect(log).toEqual(['sort ada inner', 'sort bo inner', 'undo step-bo']);
});
