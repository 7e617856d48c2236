import type { Page } from 'playwright-core';

/** What the app keeps on a device to be read without a network, as the browser holds it. */

/** A value that is kept by name; undefined when nothing is kept here. */
export function keptAs(page: Page, name: string): Promise<unknown> {
  return page.evaluate(async (key) => {
    // Opening it makes it, and that is for the app to do.
    if (!(await indexedDB.databases()).some((one) => one.name === 'tendril')) return undefined;
    const opening = indexedDB.open('tendril');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const reading = database.transaction('about').objectStore('about').get(key);
    const found = await new Promise<unknown>((resolve) => {
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    return found;
  }, name);
}

/** How many rows each part of it has. */
export function countedRows(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('tendril');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores);
    const asked = stores.map((name) => [name, transaction.objectStore(name).count()] as const);
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
    return Object.fromEntries(asked.map(([name, { result }]) => [name, result]));
  });
}
