import { afterEach, describe, expect, it } from 'vitest';
import { beginWaiting, cellsForThread, someoneWaits } from './waiting.ts';

/** What a thread that was given these cells does when it begins to wait. */
const waitIn = (own: SharedArrayBuffer) => void Atomics.add(new Int32Array(own), 0, 1);

describe('who waits to write', () => {
  let forgetAll: (() => void)[] = [];
  afterEach(() => {
    for (const forget of forgetAll) forget();
    forgetAll = [];
  });
  const aThread = () => {
    const { cells, forget } = cellsForThread();
    forgetAll.push(forget);
    return { cells, forget };
  };

  it('is known of this thread for as long as it waits', () => {
    expect(someoneWaits()).toBe(false);
    const ends = [beginWaiting(), beginWaiting()];
    ends[0]?.();
    expect(someoneWaits()).toBe(true);
    ends[1]?.();
    expect(someoneWaits()).toBe(false);
  });

  it('is known of a thread that was started here, and to it', () => {
    const { cells } = aThread();
    waitIn(cells.own);
    expect(someoneWaits()).toBe(true);
    const end = beginWaiting();
    expect(Atomics.load(new Int32Array(cells.starter), 0)).toBe(1);
    end();
    expect(Atomics.load(new Int32Array(cells.starter), 0)).toBe(0);
  });

  it('is nobody any more when the thread that waited has died', () => {
    const [dead, living] = [aThread(), aThread()];
    waitIn(dead.cells.own);
    dead.forget();
    expect(someoneWaits()).toBe(false);
    waitIn(living.cells.own);
    expect(someoneWaits()).toBe(true);
  });
});
