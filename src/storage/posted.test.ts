import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Posted } from './posted.ts';

/** A statement that ends when told to. */
function statement() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { promise, resolve, reject };
}

describe('posted statements', () => {
  it('are waited for on the way when two more rounds were posted since', async () => {
    const posted = new Posted();
    const first = statement();
    posted.add(first.promise);
    await posted.keepShort();
    posted.add(statement().promise);
    await posted.keepShort();
    posted.add(statement().promise);
    let isShort = false;
    const short = posted.keepShort().then(() => {
      isShort = true;
    });
    await nextTurn();
    expect(isShort).toBe(false);
    first.resolve();
    await short;
  });

  it('are all done at the end, or the first that failed says why', async () => {
    const posted = new Posted();
    const [first, second, third] = [statement(), statement(), statement()];
    for (const { promise } of [first, second, third]) posted.add(promise);
    first.resolve();
    second.reject(new Error('second'));
    third.reject(new Error('third'));
    await expect(posted.done()).rejects.toThrow('second');
    expect(await posted.failure()).toEqual(new Error('second'));
  });

  it('that fail while nobody waits end no process', async () => {
    const posted = new Posted();
    posted.add(Promise.reject(new Error('early')));
    await nextTurn();
    expect(await posted.failure()).toEqual(new Error('early'));
  });
});
