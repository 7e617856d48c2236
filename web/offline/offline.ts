import { createClient } from '../../src/client/client.ts';
import { ApiError } from '../../src/client/errors.ts';
import type { Session } from '../../src/contract/shapes.ts';
import { refresh } from '../lib/api.ts';
import { backOff, noteReach, onChange, onConnection } from '../lib/live.ts';
import { t } from '../lib/strings.ts';
import { showToast } from '../lib/toasts.ts';
import { getWaiting, onWaiting, setWaiting } from '../lib/waiting.ts';
import { forgetEveryone } from './answers.ts';
import { alone, answered, inOneGo, READ_STORES, readAbout, STORES, writeAbout } from './database.ts';
import { count, deliverAll } from './delivery.ts';
import { bringUpToDate, type KeptState } from './keep.ts';

/** Keeps this device ready to be without a network, for as long as somebody is signed in. */

const server = createClient();
/** A demonstration has an owner without an address. */
const ownerOf = ({ email }: Session): string => email ?? 'here';

let stop: (() => void) | undefined;

/** Begins for whoever is signed in. Does nothing where the browser keeps nothing. */
export async function startOffline(session: Session): Promise<void> {
  stop?.();
  const owner = ownerOf(session);
  const before = await readAbout<string>('owner').catch(() => null);
  if (before === null) {
    setWaiting({ waiting: 0, stuck: 0 });
    return;
  }
  // What waits belongs to whoever wrote it, also when their session ended before it was delivered.
  const writer = before ?? (await readAbout<string>('writer'));
  if (writer !== undefined && writer !== owner) await wipe();
  await writeAbout('owner', owner);
  await writeAbout('writer', owner);
  await writeAbout('getSession', session);
  await count();
  install();

  let over = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  const work = async (): Promise<void> => {
    await bring();
    const complete = await keepUp(() => over);
    if (complete) noteReach(true);
    tries = complete && getWaiting().waiting === 0 ? 0 : tries + 1;
    // The server is tried again in a while; a change or a network that comes back is heard at once.
    clearTimeout(timer);
    if (tries > 0 && !over) timer = setTimeout(wake, backOff(tries, Math.random()));
  };
  function wake(): void {
    if (over) return;
    if (running) {
      again = true;
      return;
    }
    again = false;
    running = work().finally(() => {
      running = undefined;
      if (again) wake();
    });
  }
  const ends = [onChange(wake), onConnection(wake), onWaiting(() => getWaiting().waiting > 0 && wake())];
  window.addEventListener('online', wake);
  stop = () => {
    over = true;
    clearTimeout(timer);
    for (const end of ends) end();
    window.removeEventListener('online', wake);
    stop = undefined;
  };
  wake();
}

/** From now on the app opens without a network. Only as it is built: in development its files are made when they are asked for. */
function install(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator)
    navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' }).catch(() => undefined);
}

async function bring(): Promise<void> {
  if (getWaiting().waiting === 0) return;
  const arrived = await deliverAll().catch(() => 0);
  if (arrived === 0) return;
  showToast({ text: t.offline.arrived(arrived) });
  refresh();
}

/** Answers whether everything is as the server has it. Where the device cannot keep it, nothing more is tried. */
async function keepUp(stopped: () => boolean): Promise<boolean> {
  try {
    await alone('keeping', async () => {
      const state = await readAbout<KeptState>('state');
      // Bringing everyone for the first time may take minutes, and be cut short.
      if (state === undefined || state.after !== null) await keepDay();
      await bringUpToDate((query) => server.getOffline({ query }), stopped);
      await keepDay();
    });
    return true;
  } catch (error) {
    return !(error instanceof ApiError) || error.status === 401;
  }
}

async function keepDay(): Promise<void> {
  const answers = {
    getToday: await server.getToday(),
    getSettings: await server.getSettings(),
    listCircles: await server.listCircles(),
  };
  await inOneGo(['about'], 'readwrite', async (store) => {
    if ((await answered(store('about').get('owner'))) === undefined) return;
    for (const [name, answer] of Object.entries(answers)) store('about').put(answer, name);
  });
}

/** How far this device has come in keeping everyone; undefined before it began, or where it keeps nothing. */
export async function readState(): Promise<KeptState | undefined> {
  return readAbout<KeptState>('state').catch(() => undefined);
}

/** The session is gone: nothing can be read here any more. What waits stays for whoever wrote it, until they sign in again. */
export async function closeUp(): Promise<void> {
  stop?.();
  forgetEveryone();
  await inOneGo(READ_STORES, 'readwrite', async (store) => {
    const writer = await answered<string | undefined>(store('about').get('writer'));
    for (const name of READ_STORES) store(name).clear();
    if (writer !== undefined) store('about').put(writer, 'writer');
  }).catch(() => undefined);
}

/** Nothing of anybody is left on this device. */
export async function wipe(): Promise<void> {
  stop?.();
  forgetEveryone();
  await inOneGo(STORES, 'readwrite', async (store) => {
    for (const name of STORES) store(name).clear();
  }).catch(() => undefined);
  setWaiting({ waiting: 0, stuck: 0 });
}

/** Sends what waits once more. Answers how much could not be saved, and would be lost by leaving. */
export async function deliverBeforeLeaving(): Promise<number> {
  await deliverAll().catch(() => 0);
  const { waiting, stuck } = getWaiting();
  return waiting + stuck;
}
