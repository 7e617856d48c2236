/** What a device keeps, in IndexedDB: the people it can show without a network, and what was written meanwhile. */

const NAME = 'tendril';
const VERSION = 3;
/**
 * `about`: single values by name. By block, packed: `lines`, what the list of people says of each, `pages`, and `words`, every
 * word of the pages once. `queue`: writes in their order.
 */
const OF_PEOPLE = ['lines', 'pages', 'words'] as const;
/** All that is read, and not what waits to be saved. */
export const READ_STORES = ['about', ...OF_PEOPLE] as const;
export const STORES = [...READ_STORES, 'queue'] as const;
export type StoreName = (typeof STORES)[number];

let opened: Promise<IDBDatabase> | undefined;

/** @throws when the browser keeps nothing: a private window, or a full disk */
export function openDatabase(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = ({ oldVersion }) => {
      const { result: database, transaction } = request;
      if (oldVersion < 1) {
        database.createObjectStore('about');
        database.createObjectStore('queue', { keyPath: 'at', autoIncrement: true });
      } else {
        // What was kept of people is asked for anew; what waits to be saved stays.
        for (const name of [...database.objectStoreNames])
          if (name !== 'about' && name !== 'queue') database.deleteObjectStore(name);
        transaction?.objectStore('about').delete('state');
      }
      for (const name of OF_PEOPLE) database.createObjectStore(name);
    };
    request.onsuccess = () => {
      // Another tab has a newer version: it must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Everything in `work` happens, or nothing of it. Nothing but requests of this transaction may be awaited inside. */
export async function inOneGo<T>(
  stores: readonly StoreName[],
  mode: IDBTransactionMode,
  work: (store: (name: StoreName) => IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await openDatabase();
  const transaction = database.transaction(stores, mode);
  const finished = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  const result = await work((name) => transaction.objectStore(name)).catch((error: unknown) => {
    finished.catch(() => undefined);
    transaction.abort();
    throw error;
  });
  await finished;
  return result;
}

export function readAbout<T>(name: string): Promise<T | undefined> {
  return inOneGo(['about'], 'readonly', (store) => answered<T | undefined>(store('about').get(name)));
}

export async function writeAbout(name: string, value: unknown): Promise<void> {
  await inOneGo(['about'], 'readwrite', (store) => answered(store('about').put(value, name)));
}

/** One tab at a time; a page without TLS has no locks, and does without. */
export function alone<T>(what: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(`tendril-${what}`, work) : work();
}
