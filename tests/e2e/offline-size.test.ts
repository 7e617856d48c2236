import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import type { GeneratedNetwork, GeneratedTouch } from '../../src/domain/demo/network.ts';
import { loadNetwork } from '../../src/services/demo.service.ts';
import { newestSeq } from '../../src/services/feed.service.ts';
import { addFact } from '../../src/services/memory.service.ts';
import { addPerson } from '../../src/services/people.service.ts';
import { type KeptState, MOST_BYTES } from '../../web/offline/keep.ts';
import { startAppServer } from '../support/app-server.ts';
import { countedRows, keptAs } from '../support/on-device.ts';
import { eventually, useTendril } from '../support/page.ts';
import { enter, OWNER } from './steps.ts';

/** Fifty thousand people fit on a device with their last twenty touches each: a hundredth of them, in as many blocks, takes a hundredth. */

const FULL = 50_000;
/** Everyone is kept in blocks of the same size, each packed by itself: what a block takes does not depend on how many there are. */
const PEOPLE = FULL / 100;
const TOUCHES = 20;
const MINUTES = 60_000;
const TODAY = '2026-11-23' as CalendarDate;

/** Twenty touches with everyone, in the words of a generated network. */
function twentyEach(): GeneratedNetwork {
  const network = generateNetwork({ seed: 9, people: PEOPLE, touches: PEOPLE * TOUCHES, today: TODAY });
  const spoken = [...network.touches].filter(({ plan }) => !plan);
  return {
    ...network,
    touches: {
      *[Symbol.iterator]() {
        yield* shared(spoken);
      },
    },
    facts: [...network.facts].map(({ touch: _, ...fact }) => fact),
    promises: [...network.promises].map(({ touch: _, ...promise }) => promise),
  };
}

function* shared(spoken: readonly GeneratedTouch[]): Iterable<GeneratedTouch> {
  for (let ref = 0; ref < PEOPLE * TOUCHES; ref++) {
    const person = Math.floor(ref / TOUCHES);
    const said = spoken[ref % spoken.length];
    if (said)
      yield { ...said, ref, people: [person], date: addDays(TODAY, -(1 + (ref % TOUCHES) * 17 + (person % 13))) };
  }
}

const stateOn = async (page: Page) => (await keptAs(page, 'state')) as KeptState | undefined;

const roomTaken = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { usageDetails } = (await navigator.storage.estimate()) as { usageDetails?: { indexedDB?: number } };
    return usageDetails?.indexedDB ?? 0;
  });

/** The bytes of all that is kept of people. */
const bytesStored = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('tendril');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = ['lines', 'pages', 'words'];
          const transaction = opening.result.transaction(names);
          const asked = names.map((name): IDBRequest<Uint8Array[]> => transaction.objectStore(name).getAll());
          transaction.oncomplete = () =>
            resolve(asked.flatMap(({ result }) => result).reduce((sum, { length }) => sum + length, 0));
        };
      }),
  );

/** What an earlier version left here: people kept as it kept them, and an act that the server had refused. */
const leaveEarlierVersion = (page: Page): Promise<void> =>
  page.evaluate(
    (owner) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('tendril', 1);
        opening.onupgradeneeded = () => {
          const database = opening.result;
          const about = database.createObjectStore('about');
          for (const name of ['owner', 'writer']) about.put(owner, name);
          about.put(
            { epoch: 'old', seq: 9, after: null, total: 1, people: 1, bytes: 9, nextBlock: 1, short: false },
            'state',
          );
          database.createObjectStore('list', { keyPath: 'id' }).put({ id: 'old', block: 0 });
          database.createObjectStore('blocks').put(new Uint8Array(9), 0);
          const body = { kind: 'other', text: 'Keeps bees' };
          const kept = {
            key: 'k',
            name: 'addFact',
            params: { id: 'old' },
            body,
            day: '2026-11-22',
            problem: 'Not here.',
          };
          database.createObjectStore('queue', { keyPath: 'at', autoIncrement: true }).put(kept);
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    OWNER.email,
  );

describe('what a device keeps of a large network', () => {
  const tendril = useTendril({ start: startAppServer });

  it('is everyone with twenty touches in at most 50 MB, what waited before, and nothing after signing out', async () => {
    const { store, actor } = tendril.server.context();
    await loadNetwork(store, actor.networkId, twentyEach());
    const { page } = await tendril.open();
    await page.goto('/healthz');
    await leaveEarlierVersion(page);
    await enter(page);
    await page.goto('/settings');
    await page.getByText('Everyone is kept here').waitFor({ timeout: 10 * MINUTES });
    const state = await stateOn(page);
    expect(state).toMatchObject({ people: PEOPLE, total: PEOPLE, short: false });
    const bytes = state?.bytes ?? Infinity;
    const taken = await roomTaken(page);
    const perPerson = (all: number) => `${Math.round(all / PEOPLE)} bytes a person`;
    process.stdout.write(`Kept on a device: ${perPerson(bytes)}; its database takes ${perPerson(taken)}.\n`);
    expect(bytes * (FULL / PEOPLE)).toBeLessThanOrEqual(MOST_BYTES);
    const blocks = PEOPLE / 100;
    expect(await countedRows(page)).toMatchObject({ lines: blocks, pages: blocks, words: blocks, queue: 1 });
    expect(await bytesStored(page)).toBe(bytes);
    await page.getByText(`It takes ${Math.round(bytes / 100_000) / 10} MB.`).waitFor();
    const { id } = await addPerson(tendril.server.context(), { name: 'Grace Oduya' });
    await addFact(tendril.server.context(), id ?? '', { kind: 'interest', text: 'builds wooden kayaks' });
    const seq = await newestSeq(tendril.server.context());
    await eventually(() => stateOn(page)).toMatchObject({ seq, people: PEOPLE + 1, short: false });
    expect(await bytesStored(page)).toBe((await stateOn(page))?.bytes);
    await page.getByText('Keeps bees').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out anyway' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await countedRows(page)).toEqual({ about: 0, lines: 0, pages: 0, words: 0, queue: 0 });
  });
});
